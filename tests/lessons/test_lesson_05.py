"""Lesson 05: what its questions say beyond the tried answers."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from attrs import evolve

from runplan import Session, Superset, article_session, lessons
from runplan.lessons.content import lesson_05
from runplan.supersets.matching import all_pairings, in_order

ARTICLE = article_session()
BEST = in_order(ARTICLE)


def dosed(session: Session, **doses: tuple[tuple[int, int], int]) -> Session:
    """Return the session with other repetitions, and at least so much rest, for some exercises."""
    pairs = []
    for pair in session.supersets:
        ids = (pair.first.id, pair.second.id)
        reps = [
            doses[one][0] if one in doses else r
            for one, r in zip(ids, pair.each_reps(), strict=True)
        ]
        rest = max([pair.rest_s, *(doses[one][1] for one in ids if one in doses)])
        pairs.append(evolve(pair, reps=reps, rest_s=rest))
    return evolve(session, supersets=pairs)


DROP, POGO = ((3, 5), 150), ((8, 10), 90)


@pytest.mark.parametrize(
    ("session", "words"),
    [
        (ARTICLE, "jump first"),
        (BEST, "no more than 5"),
        (dosed(BEST, drop_jump=((3, 5), 45)), "give it 150 s"),
        (dosed(BEST, drop_jump=DROP), "Pogo jump: 45 s rest; give it 90 s"),
        (dosed(BEST, drop_jump=DROP, pogo_jump=((8, 12), 90)), "more than the 60 we advise"),
        (Session(BEST.supersets[1:]), "drop jump and banded monster walk is gone"),
    ],
)
def test_the_session_is_mended_one_thing_at_a_time(session: Session, words: str) -> None:
    verdict = lessons.find_task("05.mend").check(session)
    assert verdict.right is False
    assert words in verdict.text


def test_order_and_dose_mend_what_no_pairing_mends() -> None:
    assert all_pairings(ARTICLE, 2).fails.min() == 1
    mended = dosed(BEST, drop_jump=DROP, pogo_jump=POGO)
    verdict = lessons.find_task("05.mend").check(mended)
    assert verdict.right is True
    assert "42–60 landings" in verdict.text
    assert "longer than the article's" in verdict.text


def test_a_mended_session_may_not_break_another_rule() -> None:
    mended = dosed(BEST, drop_jump=DROP, pogo_jump=POGO)
    pairs = {pair.first.id: pair for pair in mended.supersets}
    squat, thrust = pairs["bulgarian_split_squat"], pairs["hip_thrust"]
    worse = [pair for pair in mended.supersets if pair not in (squat, thrust)]
    worse += [Superset(squat.first, thrust.first), Superset(squat.second, thrust.second)]
    verdict = lessons.find_task("05.mend").check(evolve(mended, supersets=worse))
    assert verdict.right is False
    assert "share a main mover" in verdict.text


@pytest.mark.parametrize("maker", [lesson_05._rule, lesson_05._defended])
@pytest.mark.parametrize("seed", range(30))
def test_the_right_option_s_reason_is_the_rule_s_own(
    maker: Callable[[int, Random], Any], seed: int
) -> None:
    item = maker(1, Random(seed))
    for option in item.options:
        if maker is lesson_05._defended:
            good = ("in turn", "fills the rest")
            assert option.right == any(words in option.why for words in good)
        else:
            assert option.why.startswith("no: ") != option.right
