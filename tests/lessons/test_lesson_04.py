"""Lesson 04: what its questions say beyond the tried answers."""

import re

import pytest

from runplan import Coverage, Exercise, at_hand, lessons, load_claims
from runplan.lessons.content.lesson_04 import _every
from runplan.muscles import all_muscles
from runplan.plan.runner import usual_needs
from runplan.tables import load


@pytest.mark.parametrize(
    ("names", "sets", "said"),
    [
        (["hip thrust"], 6, "needs bench"),
        (["skater squat"], 6, "is level 3"),
        (["calf raise"], 7, "more than the 6"),
        (["tibialis raise", "clamshell"], 6, "Still short: soleus 0 of 6."),
        (["tibialis raise", "clamshell", "calf raise", "bird dog"], 6, "4 exercises. 3 do"),
    ],
)
def test_the_road_task_says_what_to_look_at(names: list[str], sets: int, said: str) -> None:
    covered = Coverage([(name, sets) for name in names], usual_needs())
    judged = lessons.find_task("04.road").check(covered)
    assert judged.right is False
    assert said in judged.text


def test_an_empty_list_is_no_try() -> None:
    judged = lessons.find_task("04.road").check(Coverage([], usual_needs()))
    assert judged.right is None
    assert "still empty" in judged.text


def test_the_road_list_is_the_students_own_to_make() -> None:
    """Other lists are right, too."""
    for other in ("side plank with clamshell", "single-leg balance reach", "side-lying leg raise"):
        work = [("tibialis raise", 6), (other, 6), ("bent-knee calf raise", 6)]
        assert lessons.find_task("04.road").check(Coverage(work, usual_needs())).right


@pytest.mark.parametrize("seed", range(40))
def test_the_quiz_has_one_answer_by_the_library(seed: int) -> None:
    trains, can_do, rung, total, lumps, claimed = lessons.quiz_items("04", seed)
    named = {one.name: one for one in Exercise.every()}
    short = {muscle.short: muscle.id for muscle in all_muscles()}
    muscle = short[trains.prompt.partition("has the ")[2].partition(" as a")[0]]
    for option in trains.options:
        assert (muscle in named[option.text].primary) == option.right
        assert set(named[option.text].equipment) <= at_hand("none")
    for option in can_do.options:
        assert (set(named[option.text].equipment) <= at_hand("home")) == option.right
    start = named[rung.prompt.partition(": ")[2].partition(". What")[0]]
    easier = start.easier()
    assert easier
    assert [option.right for option in rung.options] == [
        option.text == easier.name for option in rung.options
    ]
    assert not {o.text for o in rung.options[2:]} & {step.name for step in start.ladder()}
    assert all(float(option.text) > 0 for option in total.options)
    (word,) = re.findall('"(.+)"', lumps.prompt)
    table = load("database_words").set_index("word").muscles
    (right,) = (option for option in lumps.options if option.right)
    assert {short[name] for name in re.split(", | and ", right.text)} == set(table[word])
    assert claimed.prompt.partition(": ")[2].partition(". What")[0] in set(load_claims().claim)


def test_stretches_are_never_asked_for() -> None:
    assert {one.pattern for one in _every()}.isdisjoint({"mobility", "self_massage"})
