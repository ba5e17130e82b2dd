"""Lesson 05: what its questions say beyond the tried answers."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from attrs import evolve

from runplan import Session, Superset, article_session, lessons
from runplan.lessons import editions, story
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


# the session that is made of what was kept in lesson 4

FITS_BARELY = (
    *("A-skip", "banded toe press", "Romanian deadlift", "standing banded hip abduction"),
    *("goblet squat", "front plank", "single-leg calf raise", "wall tibialis raise"),
)
FITS_BUT_FOR_ONE = (*FITS_BARELY[:7], "foam rolling, calf")


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A started workspace, with the lesson's kernel in it."""
    editions.start(tmp_path / "course")
    monkeypatch.chdir(tmp_path / "course")
    return tmp_path / "course"


def made(*names: str) -> tuple[list[str], str]:
    """Keep a list, and return what the session holds and what is said of it."""
    lessons.keep("exercises", list(names))
    return [one.name for one in lessons.kept("session").exercises()], lessons.made_of("session")


def test_a_list_that_takes_seconds_more_is_whole(course: Path) -> None:
    held, said = made(*FITS_BARELY)
    assert len(held) == len(FITS_BARELY)
    assert {"wall tibialis raise", "A-skip"} < set(held)
    assert said.startswith("All 8 exercises")
    assert "a little more than the 50 min of this phase" in said


def test_as_many_of_the_kept_list_as_fit_are_in_the_session(course: Path) -> None:
    held, said = made(*FITS_BUT_FOR_ONE)
    assert set(lessons.kept("exercises")[:7]) < {
        one.id for one in lessons.kept("session").exercises()
    }
    (added,) = [name for name in held if f"Added: {name} (a superset takes two)." in said]
    assert "7 of the 8 exercises" in said
    assert "Left out: foam rolling, calf (with it your exercises take 55 min" in said
    assert "of 55 min at most" in said
    assert added not in FITS_BUT_FOR_ONE


def test_a_list_that_fits_is_whole_and_room_is_filled(course: Path) -> None:
    held, said = made("hip thrust", "push-up", "calf raise", "side plank")
    assert {"hip thrust", "push-up", "standing calf raise", "side plank"} < set(held)
    assert "4 of the 4 exercises" in said
    assert "Left out" not in said
    assert "there was still time in the 50 min" in said


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("single-leg hip thrust", "(it is level 3, and Noor level 2)."),
        ("rope skipping", "landings, of"),
    ],
)
def test_what_is_left_out_is_said_with_its_reason(course: Path, name: str, why: str) -> None:
    held, said = made("hip thrust", name)
    assert name not in held
    assert "hip thrust" in held
    assert f"Left out: {name}" in said
    assert why in said


def test_what_needs_more_than_is_at_hand_is_said(course: Path) -> None:
    story.choose(story.CASES[1])
    _, said = made("hip thrust", "front plank")
    assert "Left out: hip thrust (it " in said
    assert "Left out: front plank" not in said


def test_a_session_that_was_changed_and_kept_is_compared_with_the_list(course: Path) -> None:
    made(*FITS_BUT_FOR_ONE)
    lessons.keep("session", ARTICLE)
    said = lessons.made_of("session")
    assert "You changed and kept it. 1 of the 8" in said
    assert "Not in it: A-skip, " in said
    assert "In it besides: " in said


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("420", "in seconds"),
        ("9.5", "So long do straight sets take"),
        ("10", "two rests a round"),
        ("6.5", "change-over is missing"),
        ("8", "It is shorter"),
        ("5", "It is longer"),
    ],
)
def test_a_wrong_time_hears_what_went_wrong(answer: str, words: str) -> None:
    verdict = lessons.find_task("05.minutes").check(answer)
    assert verdict.right is False
    assert words in verdict.text


@pytest.mark.parametrize("seed", range(20))
def test_only_one_exchange_makes_more_rules_fail(seed: int) -> None:
    item = lesson_05._place(4, Random(seed))
    for option in item.options:
        pairs = [Superset(*pair.split(" + ")) for pair in option.text.split(" and ")]
        others = [
            pair
            for pair in ARTICLE.supersets
            if pair.first not in {e for p in pairs for e in (p.first, p.second)}
        ]
        fails = sum(pair.review(2).fails for pair in [*pairs, *others])
        assert (fails > 1) == option.right
