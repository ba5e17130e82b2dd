"""Lesson 06: what its questions say beyond the tried answers."""

from typing import Any

import pytest

from runplan import Season, lessons

ARTICLE = Season.from_article("2027-09-05", start_date="2026-11-30")


def judged(name: str, season: Season) -> Any:
    return lessons.find_task(name).check(season)


def summer(**changes: Any) -> Season:
    return ARTICLE.replace(phases=[ARTICLE.phase("competition").replace(**changes)])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "No easier weeks"),
        ({"deload_every": 2}, "Every second week"),
        ({"deload_every": 4, "deload_volume": 0.9}, "hardly easier"),
        ({"deload_every": 4}, "No taper"),
        ({"deload_every": 4, "taper_days": 14, "taper_cut": 0.2}, "trials support 41 to 60 %"),
    ],
)
def test_the_year_is_mended_one_thing_at_a_time(changes: dict[str, Any], words: str) -> None:
    verdict = judged("06.mend", ARTICLE.replace(**changes))
    assert verdict.right is False
    assert words in verdict.text


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({}, False),
        ({"intensity_pct_1rm": (60, 85)}, False),
        ({"intensity_pct_1rm": (70, 85)}, True),
        ({"intensity_pct_1rm": (80, 85)}, True),
        ({"intensity_pct_1rm": (75, 85), "sets": (3, 3)}, False),
        ({"intensity_pct_1rm": (75, 85), "volume_index": 60}, False),
    ],
)
def test_only_the_weights_of_the_summer_are_mended(changes: dict[str, Any], *, right: bool) -> None:
    assert judged("06.summer", summer(**changes)).right is right


def test_mending_another_phase_is_not_asked_but_the_summer_counts() -> None:
    spring = ARTICLE.phase("transition_spring").replace(intensity_pct_1rm=(80, 90))
    assert not judged("06.summer", ARTICLE.replace(phases=[spring])).right


def test_three_things_clash_and_the_reason_has_both_numbers() -> None:
    task = lessons.find_task("06.clash")
    wrong = {option.text for option in task.options if option.right}
    assert len(wrong) == 3
    assert "8–12" in task.solution()
    assert "30–60 s, the winter phase 120–240 s" in task.solution()
    assert "67–80 % 1RM, the winter phase 80–90 % 1RM" in task.solution()


@pytest.mark.parametrize("seed", range(40))
def test_the_paper_s_weeks_are_the_model_s(seed: int) -> None:
    _, room, _, step, *_ = lessons.quiz_items("06", seed)
    week = int(room.prompt.partition("week ")[2].partition(".")[0])
    race = Season(start_date="2026-11-30").weeks().monday[week - 1].date()
    first, *_ = Season(str(race), start_date="2026-11-30").rooms()
    (right,) = (option.text for option in room.options if option.right)
    assert right == f"{first.lengths['base']} weeks"
    assert len({option.text for option in step.options}) == 4
