"""Supersets judged where they stand, all pairings in bands, the best pairs with their own doses."""

import pytest

from runplan import PlanError, Ranking, Session, SessionView, Superset, article_session
from runplan.supersets import pairings, standing
from runplan.supersets.matching import all_pairings, best_of, in_order
from runplan.supersets.order import of_each

ARTICLE = article_session()


def test_what_is_wrong_with_a_jump_stands_with_its_own_superset() -> None:
    late = [early for early, *_ in of_each(ARTICLE)]
    assert [reason.level for reason in late] == ["pass", "pass", "fail", "pass", "warn"]
    assert late[2].text.startswith("Drop jump comes in superset 3 of 5")
    assert "Pogo" not in late[2].text
    tired = [rested for _, rested, _ in of_each(ARTICLE)]
    assert "Standing calf raise tires the ankle just before pogo jump" in tired[4].text


@pytest.mark.parametrize("level", [1, 2, 3])
def test_supersets_and_session_agree(level: int) -> None:
    """The session's verdict on a rule is the worst of its supersets'."""
    order = ("pass", "warn", "fail")
    whole = {reason.rule: reason.level for reason in ARTICLE.review(level).reasons}
    each = [{r.rule: r.level for r in review.reasons} for review in ARTICLE.reviews(level)]
    for rule in each[0]:
        assert whole[rule] == max((one[rule] for one in each), key=order.index)
    assert set(whole) - set(each[0]) == {"contacts", "level"}


def test_a_view_counts_landings_against_the_level() -> None:
    assert SessionView(ARTICLE, 1).landings() == (108, 100, "fail")
    assert SessionView(ARTICLE, 2).landings() == (108, 120, "warn")
    calm = SessionView(Session([Superset("hip thrust", "push-up")]))
    assert calm.describe().endswith("For level 1: every superset passes; no landings.")


def test_the_article_s_pairs_stand_in_the_best_band_of_945() -> None:
    ranking = Ranking(ARTICLE)
    bands = ranking.bands()
    assert bands.pairings.sum() == 945 == len(all_pairings(ARTICLE))
    assert (ranking.standing().rank, ranking.standing().last) == (1, 50)
    assert (bands["last"] - bands["first"] + 1 == bands.pairings).all()
    assert bands.iloc[-1]["last"] == 945
    assert bands.sort_values(["fails", "warns"]).equals(bands)
    assert bands.fails.min() == 1  # no pairing mends the jumps
    assert all_pairings(ARTICLE).equals(pairings(ARTICLE.exercises(), level=1))


def test_the_best_pairs_of_a_session_keep_each_dose_and_are_no_worse() -> None:
    doses = {"drop_jump": (3, 5), "pogo_jump": (8, 10)}
    pairs = [
        Superset(
            pair.first,
            pair.second,
            reps=[doses.get(e.id, (8, 12)) for e in (pair.first, pair.second)],
            rest_s=150 if pair.first.id == "drop_jump" else 90,
        )
        for pair in ARTICLE.supersets
    ]
    mine = Session(pairs, "Mine", 10)
    best = best_of(mine)
    assert (best.name, best.warmup_min) == ("Mine", 10)
    assert {e.id for e in best.exercises()} == {e.id for e in mine.exercises()}
    own = standing(best)
    assert own.rank == 1
    assert (own.fails, own.warns) <= (standing(mine).fails, standing(mine).warns)
    (jump,) = [pair for pair in best.supersets if "drop_jump" in (pair.first.id, pair.second.id)]
    assert jump.rest_s == 150
    assert (3, 5) in jump.each_reps()


def test_order_changes_places_not_pairs() -> None:
    ordered = in_order(ARTICLE)
    pairs = [
        {frozenset((p.first.id, p.second.id)) for p in s.supersets} for s in (ARTICLE, ordered)
    ]
    assert pairs[0] == pairs[1]
    assert ordered.review().fails < ARTICLE.review().fails
    assert {ordered.supersets[n].first.id for n in (0, 1)} == {"drop_jump", "pogo_jump"}
    assert in_order(ordered) == ordered


@pytest.mark.parametrize(("model", "given"), [(SessionView, "it"), (Ranking, None)])
def test_no_session_is_refused(model: type, given: object) -> None:
    with pytest.raises(PlanError, match="give a Session"):
        model(given)
    with pytest.raises(PlanError, match="Level 4"):
        model(ARTICLE, 4)
