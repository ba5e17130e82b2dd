"""Lesson 03: what its questions say beyond the tried answers."""

import re

import pytest

from runplan import Forest, lessons
from runplan.evidence.effects import every_effect
from runplan.evidence.forest import METRICS, QUESTIONS

INTERVAL = re.compile(r"\((−?[\d.]+) to (−?[\d.]+)\)")


def interval(text: str) -> tuple[float, float]:
    found = INTERVAL.search(text)
    assert found
    low, high = (float(number.replace("−", "-")) for number in found.groups())
    return low, high


def test_the_wrong_side_is_judged_for_every_effect() -> None:
    task = lessons.find_task("03.wrong_side")
    right = set()
    for one in every_effect():
        (outcome,) = (q for q, outcomes in QUESTIONS.items() if one.outcome in outcomes)
        judged = task.check(Forest(outcome, one.metric, marked=one.id))
        assert judged.right is (one.finding == "wrong")
        assert one.study.partition(",")[0] in judged.text
        right |= {one.study} if judged.right else set()
    assert all(study in task.solution() for study in right)
    assert task.check(Forest()).right is False
    assert set(METRICS) == {one.metric for one in every_effect()}


@pytest.mark.parametrize("seed", range(60))
def test_the_intervals_of_the_quiz_are_as_asked(seed: int) -> None:
    allows, clear, _, _, _, misfit = lessons.quiz_items("03", seed)
    none = 1 if re.search(r"good is \w+ 1", allows.prompt) else 0
    low, high = interval(allows.prompt)
    (right,) = (option for option in allows.options if option.right)
    assert right.text.startswith("neither") == (low <= none <= high)
    for option in clear.options:
        low, high = interval(option.text)
        assert option.right == (not low <= 0 <= high)
    assert ("by factors" in misfit.prompt) == any(
        word in option.text for option in misfit.options for word in ("RR", "HR", "rate ratio")
    )


def test_a_misprint_of_every_kind_is_asked() -> None:
    right = {
        option.text
        for seed in range(60)
        for option in lessons.quiz_items("03", seed)[5].options
        if option.right
    }
    assert len(right) == 3
