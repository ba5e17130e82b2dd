"""An exercise: its columns, its ladder, its words; and what a set of work covers."""

import copy
import pickle

import pandas as pd
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings
from hypothesis import strategies as st

from runplan import Exercise, PlanError, coverage, load_exercises, load_muscles, select

LIBRARY = load_exercises()
EVERY = Exercise.every()
MUSCLES = load_muscles().id.tolist()


def test_every_column_is_an_attribute() -> None:
    assert [exercise.id for exercise in EVERY] == LIBRARY.id.tolist()
    for exercise, (_, row) in zip(EVERY, LIBRARY.iterrows(), strict=True):
        for column, cell in row.items():
            name = f"{column}_id" if column in ("easier", "harder") else str(column)
            value = getattr(exercise, name)
            assert value == cell or (value is None and pd.isna(cell))


def test_plain_python_values() -> None:
    kinds = {str, int, float, bool, tuple, type(None)}
    for exercise in Exercise.every(LIBRARY):
        values = [getattr(exercise, name) for name in exercise.__slots__ if name[0] != "_"]
        assert {type(value) for value in values} <= kinds | {pd.DataFrame}


def test_frozen_equal_hashable_and_storable() -> None:
    one, other = Exercise.find("push-ups"), Exercise.find("push_up", LIBRARY)
    assert one == other
    assert len({one, other}) == 1
    assert pickle.loads(pickle.dumps(other)) == copy.deepcopy(other) == one
    with pytest.raises(FrozenInstanceError):
        one.level = 3  # type: ignore[misc]


def test_shipped_ladders() -> None:
    """exercises.md: 74 links, no cycles, the level never falls along a link."""
    steps = {(e.id, up.id) for e in EVERY if (up := e.harder())}
    steps |= {(down.id, e.id) for e in EVERY if (down := e.easier())}
    assert len(steps) == 74
    for low, high in steps:
        assert Exercise.find(low).level <= Exercise.find(high).level
    for exercise in EVERY:
        rungs = [rung.id for rung in exercise.ladder()]
        assert exercise.id in rungs
        assert len(set(rungs)) == len(rungs)


def test_ladder_from_every_rung_of_a_two_sided_one() -> None:
    whole = ("side_plank_knees", "side_plank", "side_plank_clamshell")
    for rung in whole:
        assert tuple(e.id for e in Exercise.find(rung).ladder()) == whole
    assert Exercise.find("side_plank_knees").easier() is None
    assert Exercise.find("side_plank_clamshell").harder() is None


def test_ladder_stays_in_its_own_library() -> None:
    own = LIBRARY.copy()
    own.loc[own.id == "hip_thrust", ["harder", "name"]] = ["bulgarian_split_squat", "my thrust"]
    mine = Exercise.find("my thrust", own)
    assert mine.harder() == Exercise.find("bulgarian_split_squat")
    assert mine.easier().harder().name == "single-leg glute bridge"  # type: ignore[union-attr]
    assert Exercise.find("hip_thrust").name == "hip thrust"
    no_weights = select(equipment="none")
    assert Exercise.find("calf_raise").harder().harder().id == "loaded_calf_raise"  # type: ignore[union-attr]
    assert Exercise.find("calf_raise", no_weights).harder().harder() is None  # type: ignore[union-attr]


def test_a_later_change_of_the_table_changes_no_exercise() -> None:
    own = LIBRARY.copy()
    mine = Exercise.find("hip_thrust", own)
    own.loc[own.id == "single_leg_hip_thrust", "name"] = "changed"
    own.loc[own.id == "hip_thrust", "harder"] = None
    assert mine.harder().name == "single-leg hip thrust"  # type: ignore[union-attr]


def test_a_circle_in_a_table_made_by_hand() -> None:
    own = LIBRARY.copy()
    own.loc[own.id == "single_leg_hip_thrust", "harder"] = "hip_thrust"
    with pytest.raises(PlanError, match='"hip_thrust" runs in a circle: "hip_thrust" comes twice'):
        Exercise.find("hip_thrust", own).ladder()
    own.loc[own.id == "push_up", "easier"] = "push_up"
    with pytest.raises(PlanError, match="in a circle"):
        Exercise.find("push_up", own).ladder()


def test_times_and_contacts_of_a_set() -> None:
    squat = Exercise.find("bulgarian_split_squat")  # 4 s a repetition, one-sided
    assert squat.set_s(10) == 80
    assert squat.set_contacts(10) == 0
    assert Exercise.find("drop_jump").set_contacts(8) == 16
    assert Exercise.find("bounding").set_contacts(5) == 10
    assert Exercise.find("front_plank").set_s(30) == 30


@pytest.mark.parametrize(
    ("name", "dose"),
    [
        ("hip thrust", "3–4 × 4–12"),
        ("side plank", "2–3 × 20–40 s a side"),
        ("band walk", "2–3 × 16–24 steps"),
        ("low pogo", "2–3 × 10"),
    ],
)
def test_doses_as_a_coach_writes_them(name: str, dose: str) -> None:
    assert Exercise.find(name).dose() == dose


def test_words() -> None:
    thrust = Exercise.find("hip_thrust")
    assert repr(thrust) == "Exercise(hip_thrust: bridge, level 2)"
    for exercise in EVERY:
        said = exercise.describe()
        assert "\n" not in said
        assert exercise.dose() in said
        assert all(item.replace("_", " ") in said for item in exercise.equipment if item != "none")
        explained = exercise.explain().split("\n")
        assert explained[0] == said
        assert f"How: {exercise.how_to}" in explained
        assert f"[{exercise.name}]" in exercise.explain()
        assert all(": " in line for line in explained)
    assert "Easier to harder: glute bridge → [hip thrust] → single-leg hip thrust" in (
        thrust.explain()
    )


def test_html_escapes_what_a_trainer_typed() -> None:
    own = LIBRARY.copy()
    own.loc[own.id == "push_up", ["name", "cue"]] = ["<b>push</b>", "a <script> & more"]
    shown = Exercise.find("push_up", own)._repr_html_()
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert "a &lt;script&gt; &amp; more" in shown


# --- coverage


def test_worked_example() -> None:
    """Hip thrust 3 sets, Romanian deadlift 2: counted by hand from their rows."""
    sets = coverage([("hip thrust", 3), (Exercise.find("RDL"), 2)])
    assert sets["gluteus_maximus"] == 5  # prime mover of both
    assert sets["semitendinosus"] == 3.5  # helper of one, prime mover of the other
    assert sets["rectus_femoris"] == 1.5  # helper of the thrust
    assert sets["soleus"] == 0


def test_every_muscle_stands_there_by_its_own_name() -> None:
    nothing = coverage([])
    assert nothing.index.tolist() == MUSCLES
    assert len(nothing) == 35
    assert nothing.sum() == 0
    critical = ["soleus", "gluteus_medius", "tibialis_anterior", "iliacus", "psoas_major"]
    assert set(critical) <= set(coverage([("calf_raise", 1)]).index)


def test_stretching_and_rolling_are_no_sets() -> None:
    no_sets = [e for e in EVERY if e.pattern in ("mobility", "self_massage")]
    assert len(no_sets) == 9
    assert coverage([(e, 3) for e in no_sets]).sum() == 0
    assert coverage([("diaphragm breathing", 3)])["diaphragm"] == 3


work = st.lists(st.tuples(st.sampled_from(EVERY), st.integers(0, 6)), max_size=12)


@settings(deadline=None, max_examples=100)
@given(work, work)
def test_coverage_adds_up(
    first: list[tuple[Exercise, int]], then: list[tuple[Exercise, int]]
) -> None:
    both = coverage(first + then)
    pd.testing.assert_series_equal(both, coverage(first) + coverage(then), check_names=False)
    pd.testing.assert_series_equal(both, coverage((then + first)[::-1]))
    expected = sum(
        sets * (len(e.primary) + len(e.secondary) / 2)
        for e, sets in first + then
        if e.pattern not in ("mobility", "self_massage")
    )
    assert both.sum() == pytest.approx(expected)


def test_every_muscle_can_be_trained() -> None:
    """exercises.md: a prime mover in at least one row, mobility and massage not counted."""
    assert coverage([(e, 1) for e in EVERY]).min() >= 1


def test_all_faults_of_a_set_of_work_at_once() -> None:
    with pytest.raises(PlanError) as said:
        coverage([("hip thrst", 3), ("burpee", 2), ("push_up", -1), ("calf_raise", float("nan"))])
    assert len(said.value.faults) == 3
    assert '"burpee"' in said.value.faults[0]
    assert "push-up: -1 sets. Give a number of sets, 0 or more." in said.value.faults


def test_work_from_an_own_library() -> None:
    own = LIBRARY.copy()
    own.at[own.index[own.id == "push_up"][0], "primary"] = ("deltoid",)
    assert coverage([("push-up", 2)], own)["pectoralis_major"] == 0
    assert coverage([(Exercise.find("push-up", own), 2)])["pectoralis_major"] == 0
    assert coverage([("push-up", 2)])["pectoralis_major"] == 2
