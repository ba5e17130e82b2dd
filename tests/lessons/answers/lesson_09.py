"""Lesson 09: task → (a wrong answer, words of its feedback, a right answer)."""

from typing import Any

from runplan.lessons.cases import good, spoiled
from runplan.widgets import PlanBuilder


def holds(name: str, how: str = "") -> Any:
    def go(tool: PlanBuilder) -> None:
        tool.value = spoiled(name, how) if how else good(name)

    return go


TOOLS = {"09.first": PlanBuilder, "09.south": PlanBuilder, "09.mountain": PlanBuilder}
ANSWERS = {
    "09.read": (
        ["the race is on 10 October 2027", "light weights in the months of racing"],
        "fewer sets with the weight kept",
        [
            "the race is on 10 October 2027",
            "strength on Monday and Friday only",
            "nothing heavy on the day before Wednesday and Sunday",
        ],
    ),
    "09.first": (
        holds("first", "no easier weeks"),
        "There are no easier weeks",
        holds("first"),
    ),
    "09.south": (
        holds("south", "the article's light summer"),
        "Cut sets, not weight",
        holds("south"),
    ),
    "09.mountain": (
        holds("mountain", "one race forgotten"),
        "12 September 2027 is not in the season",
        holds("mountain"),
    ),
}
