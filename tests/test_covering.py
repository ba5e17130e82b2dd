"""What work covers: counted as sets, compared with needs; and a plan's year of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runplan import (
    Coverage,
    CoveredYear,
    Exercise,
    Listings,
    Plan,
    PlanError,
    Runner,
    Season,
    article_session,
    coverage,
)
from runplan.muscles import all_muscles, head_to_foot
from runplan.tables import load

NAMES = [exercise.id for exercise in Exercise.every()]
MUSCLES = [muscle.id for muscle in all_muscles()]
WORK = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 12)), max_size=14)
NEEDS = st.dictionaries(
    st.sampled_from(MUSCLES), st.one_of(st.just(0), st.floats(0.25, 20)), max_size=35
)


def test_from_head_to_foot_every_muscle_comes_once() -> None:
    order = [muscle for part in head_to_foot().values() for muscle in part]
    assert sorted(order) == sorted(MUSCLES)
    assert order[0] == "trapezius"
    assert order[-1] == "flexor_digitorum_brevis"


@settings(deadline=None, max_examples=60)
@given(WORK, NEEDS)
def test_sums_shares_and_what_is_missing_agree(
    work: list[tuple[str, float]], needs: dict[str, float]
) -> None:
    covered = Coverage(work, needs)
    total = coverage(work)
    assert covered.total().sort_index().equals(total.sort_index())
    shares, missing = covered.shares(), dict(covered.missing().amounts)
    wanted = {muscle for muscle, need in needs.items() if need}
    assert set(shares.index) == wanted
    for muscle in wanted:
        assert shares[muscle] == pytest.approx(min(1, total[muscle] / needs[muscle]))
        assert missing[muscle] == pytest.approx(1 - shares[muscle])
    furthest = [muscle for muscle, _, _ in covered.furthest(40)]
    assert set(furthest) == {muscle for muscle in wanted if total[muscle] < needs[muscle]}
    table = covered.table()
    cells = table.drop(columns=["sets", "need", "short"], errors="ignore")
    assert cells.sum(axis=1).tolist() == pytest.approx(table.sets.tolist())
    assert "nan" not in covered.describe()


def test_a_session_gives_its_own_work() -> None:
    session = article_session()
    covered = Coverage(session)
    assert len(covered.work) == 10
    assert covered.total()["gluteus_maximus"] == session.coverage()["gluteus_maximus"]


def test_the_same_exercise_twice_is_one_with_more_sets() -> None:
    covered = Coverage([("calf raise", 2), ("toe climb", 3)])
    assert [(one.id, sets) for one, sets in covered.work] == [("calf_raise", 5)]


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(PlanError) as told:
        Coverage([("nothing like it", 3), ("calf raise", -1)])
    assert len(told.value.faults) == 2
    with pytest.raises(PlanError, match="soleus"):
        Coverage([], {"soleus": -1})
    with pytest.raises(PlanError, match="calves"):
        Coverage([], {"calves": 3})


@pytest.fixture(scope="module")
def year() -> CoveredYear:
    ada = Runner("Ada", 2, "gym", ["mon", "thu"], ["tue", "sat"], "sat", needs={"soleus": 8})
    return CoveredYear(Plan(ada, Season("2027-09-05", start_date="2026-11-30")))


def test_a_years_weeks_are_those_of_the_plan(year: CoveredYear) -> None:
    sets, needs, shares = year.sets(), year.needs(), year.shares()
    assert sets.shape == needs.shape == shares.shape == (52, 35)
    for week in (1, 20, 41, 52):
        own = year.plan.coverage(week).set_index("muscle")
        assert sets.loc[week].to_dict() == pytest.approx(own.sets.to_dict())
        assert needs.loc[week].to_dict() == pytest.approx(own.need.to_dict(), abs=0.01)
    assert needs.loc[1, "soleus"] == 8
    assert shares.min().min() >= 0
    assert shares.max().max() <= 1
    assert shares["diaphragm"].isna().all()


def test_easier_weeks_are_not_counted(year: CoveredYear) -> None:
    weeks = year.plan.season.weeks()
    assert year.ordinary().sum() == (~(weeks.deload | weeks.taper)).sum()
    assert (year.met() <= year.ordinary().sum()).all()
    assert "diaphragm" not in year.met()
    assert "nan" not in year.describe()


def test_every_word_of_a_database_is_read_as_muscles() -> None:
    words = {
        word
        for column in ("primary", "secondary")
        for row in load("databases")[column]
        for word in row
    }
    assert words == set(load("database_words").word)


def test_what_databases_list_is_compared_as_muscles() -> None:
    # chest and Pectoralis major are two words for one muscle
    assert Listings("push-up").readings() == 1
    assert Listings("glute bridge").readings() == 3
    calf = Listings("standing calf raise")
    assert [row.record for row in calf.rows] == ["Standing_Calf_Raises", "622", "1243", "590"]
    assert calf.rows[0].prime() == (("calves", ("gastrocnemius", "soleus")),)
    assert calf.readings() == 3
    assert calf.muscles()[-1] == "flexor_digitorum_brevis"
    mute = Listings("wall tibialis raise")
    assert mute.rows[0].describe() == "wger 1200: no muscle"
    assert mute.describe().endswith("1 of them without a muscle.")
    assert "no record" in Listings("drop jump").describe()
