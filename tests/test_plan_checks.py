"""What a plan is checked for: it never builds what its own checks refuse."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from runplan import Plan, PlanError, Runner, Season, Session, Superset
from runplan.load.foster import DAYS
from runplan.plan.checks import checks, is_best
from runplan.supersets.matching import best_of
from runplan.supersets.rules import RULES
from runplan.tables import load

ITEMS = sorted(load("equipment").equipment)
PAIRS = {rule.__name__ for rule in RULES}

some_days = st.sets(st.sampled_from(DAYS))
equipment = st.one_of(
    st.sampled_from(["none", "home", "gym"]).map(lambda word: [word]),
    st.sets(st.sampled_from(ITEMS), min_size=1, max_size=6).map(sorted),
)
seasons = st.builds(
    lambda make, race, every, taper: make(race, start_date="2026-11-30").replace(
        deload_every=every, taper_days=taper
    ),
    st.sampled_from([Season, Season.from_evidence]),
    st.sampled_from([None, "2027-01-24", "2027-05-09", "2027-09-05", "2027-11-21"]),
    st.sampled_from([0, 2, 3, 4, 8]),
    st.sampled_from([0, 14, 28]),
) | st.just(Season.from_article(start_date="2026-11-30"))


@given(
    level=st.sampled_from([1, 2, 3]),
    equipment=equipment,
    strength=some_days.filter(bool),
    hard=some_days,
    season=seasons,
)
@settings(max_examples=40, deadline=None)
def test_no_plan_is_built_that_its_checks_refuse(*, level, equipment, strength, hard, season):
    plan = Plan(Runner("Ada", level, equipment, strength, hard, hard), season)
    try:
        plan.sessions()
    except PlanError:
        assume(False)
    assert [str(one) for one in checks(plan) if one.reason.level == "fail"] == []
    # nor on any day, though the checks look at the fullest one
    for session in {one.session for one in plan.dated()}:
        review = session.review(level)
        assert review.fails == 0, review.describe()


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize("held", ["none", "home", "gym"])
def test_a_pair_is_warned_of_only_where_no_other_pairing_does_better(held, level):
    season = Season("2027-09-05", start_date="2026-11-30")
    plan = Plan(Runner("Ada", level, held, ["mon", "thu"], [], []), season)
    about: dict[str, str] = {}
    for one in checks(plan):
        if one.reason.rule in PAIRS and one.reason.level != "pass":
            about[one.about] = one.reason.text
    assert all(
        "No other pairing of these exercises does better." in text for text in about.values()
    )


def test_a_pairing_that_could_be_better_is_not_called_the_best():
    squat = Superset("back squat", "romanian deadlift", reps=(3, 6), rest_s=120)
    drills = Superset("dead bug", "bird dog", rest_s=120)
    assert not is_best(Session([squat, drills]), 2)
    assert is_best(best_of(Session([squat, drills]), 2), 2)
