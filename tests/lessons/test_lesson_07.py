"""Lesson 07: what its words say of the models holds in the models."""

import pytest

from runplan import Block, FitnessFatigue, Response, TrainingWeek, Workout, clashes, lessons
from runplan.lessons import story
from runplan.lessons.content.lesson_07 import ASKED, CROWDED, EXAMPLE
from runplan.lessons.layers import layer
from runplan.load import monotony, strain, week_load


def placed(*days: str, start: str = "") -> TrainingWeek:
    """Return the task's week with its strength on other days."""
    runs = [w for w in CROWDED.workouts if w.kind == "running"]
    return TrainingWeek([*runs, *(Workout(day, "strength", 50, 7, start) for day in days)])


def said(week: TrainingWeek) -> str:
    return str(lessons.find_task("07.place").check(week))


def test_the_week_of_the_task_clashes_in_more_than_one_way() -> None:
    rules = {clash.reason.rule for clash in clashes(CROWDED)}
    assert rules == {"day_before_hard_run", "same_day", "two_days_apart"}


def test_every_good_place_is_accepted_and_its_price_is_said() -> None:
    assert "✓" in said(placed("mon", "thu"))
    assert "price of days of its own" in said(placed("mon", "thu"))
    evening = placed("mon", "wed", start="18:00")
    assert "✓" in said(evening)
    # what the notes say: the evening of the hard run leaves the days more different
    assert evening.monotony() < placed("mon", "thu").monotony()


@pytest.mark.parametrize(
    ("week", "words"),
    [
        (placed("sat", "thu"), "day before the hard run on Sun"),
        (placed("mon"), "Now: Mon 50 × 7"),
        (TrainingWeek([]), "Leave the runs"),
        (placed("wed", "mon", start="11:00"), "6 h or more"),
    ],
)
def test_a_bad_place_is_named(week: TrainingWeek, words: str) -> None:
    assert "✗" in said(week)
    assert words in said(week)


def test_the_worked_week_is_the_one_of_the_equations() -> None:
    assert week_load(EXAMPLE) == 1755
    assert f"{monotony(EXAMPLE):.2f} {strain(EXAMPLE):.0f}" == "1.15 2017"
    assert sorted(ASKED) != sorted(EXAMPLE)  # its answer is not printed above the task


def test_by_the_starting_values_a_full_rest_beats_a_taper() -> None:
    steady, taper = (
        Response(FitnessFatigue(), Block(CROWDED, pattern).daily()).best()[1]
        for pattern in ("steady", "taper")
    )
    assert steady > taper


def test_each_case_has_a_week_to_begin_with() -> None:
    for case in story.CASES:
        week = layer("week").default(case, lambda _name, case=case: case.season)
        assert week.load_au > 0
        assert week.describe()
