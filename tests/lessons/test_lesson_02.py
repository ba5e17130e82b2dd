"""Lesson 02: what its questions say beyond the tried answers."""

import pytest

from runplan import Muscle, Stride, lessons


@pytest.mark.parametrize(("stance_pct", "way"), [(48, "shorter"), (31, "shorter"), (22, "longer")])
def test_the_air_task_says_which_way(stance_pct: float, way: str) -> None:
    judged = lessons.find_task("02.air").check(Stride(stance_pct))
    assert not judged.right
    assert f"Make the stance {way}" in judged.text


@pytest.mark.parametrize("seed", range(40))
def test_only_one_muscle_of_the_stride_quiz_works_at_its_moment(seed: int) -> None:
    """Many muscles work at once: the others are quiet then, and just before and after."""
    moment, bar, *_ = lessons.quiz_items("02", seed)
    pct = float(moment.prompt.partition(" % ")[0].rpartition(" ")[2])
    for around in (pct - 4, pct, pct + 4):
        works = {Muscle.find(muscle).short for muscle, _, _ in Stride().lit(around)}
        assert not works & {option.text for option in moment.options if not option.right}
    bars = {option.why.partition("works ")[2].partition(" (")[0] for option in bar.options}
    assert sum(span in bar.prompt for span in bars) == 1
