"""Lesson 03: what its questions say beyond the tried answers."""

import math
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
    assert task.check(Forest()).right is None
    assert set(METRICS) == {one.metric for one in every_effect()}


@pytest.mark.parametrize("seed", range(60))
def test_the_intervals_of_the_quiz_are_as_asked(seed: int) -> None:
    allows, _, _, _, misfit = lessons.quiz_items("03", seed)
    none = 1 if re.search(r"good is \w+ 1", allows.prompt) else 0
    low, high = interval(allows.prompt)
    (right,) = (option for option in allows.options if option.right)
    assert right.text.startswith("neither") == (low <= none <= high)
    published = {(one.metric, *one.numbers()) for one in every_effect()}
    for option in misfit.options:
        low, high = interval(option.text)
        metric, estimate = option.text.partition(" (")[0].split()
        number = float(estimate.replace("−", "-"))
        ratio = metric in ("RR", "HR", "rate ratio")
        middle = math.sqrt(low * high) if ratio else (low + high) / 2
        assert ("of a ratio" in misfit.prompt) == ratio
        # what is published is never the misprint, and no misprint of a paper is used
        shown = metric, estimate, *INTERVAL.search(option.text).groups()  # type: ignore[union-attr]
        assert option.right == (shown not in published)
        assert option.right or number == pytest.approx(middle, abs=0.02)


def test_the_tasks_are_not_answered_by_what_was_read_before() -> None:
    graded, middle = (lessons.find_task(name) for name in ("03.grade", "03.middle"))
    assert not any(option.text in graded.prompt for option in graded.options)
    published = {(one.metric, *one.numbers()) for one in every_effect()}
    shown = re.findall(r"−?\d\.\d+", middle.prompt)
    assert ("g", *shown) not in published
    assert float(middle.answer) not in {round(one.middle, 3) for one in every_effect()}


def test_nowhere_is_no_effect_left_out() -> None:
    """A newcomer read "leaves no effect out" as its opposite."""
    words = [
        part
        for seed in range(20)
        for item in lessons.quiz_items("03", seed)
        for part in (item.prompt, *item.hints, *(o.text + o.why for o in item.options))
    ]
    words += [
        part
        for task in lessons.lesson_tasks("03").values()
        for part in (task.prompt, *task.hints, task.solution())
    ]
    assert not [part for part in words if re.search("leaves? no effect|stays possible", part)]
