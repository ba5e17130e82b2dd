"""Lesson 07: task → (a wrong answer, words of its feedback, a right answer)."""

from typing import Any

from runplan.lessons.content.lesson_07 import CROWDED
from runplan.widgets import LoadExplorer


def well_placed(tool: Any) -> None:
    """Take strength from Tuesday and Wednesday, and do it on Monday and Thursday."""
    for day, minutes in (("tue", 0), ("wed", 0), ("mon", 50), ("thu", 50)):
        tool.day = day
        tool.strength_min = minutes
        tool.strength_rpe = 7


TOOLS = {"07.place": lambda: LoadExplorer(CROWDED, "week")}
ANSWERS = {
    "07.strain": (["2602"], "population's deviation", ["2,409"]),
    "07.place": ({"day": "tue"}, "before the hard run on Wed", well_placed),
    "07.curve": (
        ["fitness goes on growing by itself"],
        "falls from the first day",
        ["fatigue fades faster than fitness"],
    ),
    "07.ratio": (
        [
            "the ratio of the first week back is above 1, though it is an ordinary week",
            "the coupled form is the right one, for it holds the week itself",
        ],
        "on both sides of the line",
        [
            "the ratio of the first week back is above 1, though it is an ordinary week",
            "with random numbers for the past the odds of injury were of much the same size",
            "the exponential form says something else than the coupled one, of the same training",
        ],
    ),
}
