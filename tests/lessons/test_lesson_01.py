"""Lesson 01: what its questions say beyond the tried answers."""

from runplan import Muscle, lessons
from runplan.muscles import all_muscles


def test_the_level_task_answers_every_muscle() -> None:
    task = lessons.find_task("01.level")
    for muscle in all_muscles():
        assert task.check(muscle).right is (muscle.id == "gluteus_medius")
    assert not task.check(None).right
    assert "Close" in task.check(Muscle.find("gluteus_minimus")).text
