"""Lesson 08: task → (a wrong answer, words of its feedback, a right answer)."""

from typing import Any

from runplan import Move, Note
from runplan.lessons.content.lesson_08 import example
from runplan.widgets import PlanBuilder


def away(first: str, last: str) -> Any:
    def go(tool: PlanBuilder) -> None:
        tool.runner = tool.runner.replace(away=[(first, last)])

    return go


def move_and_note(tool: PlanBuilder) -> None:
    tool.changes = [Move(3, 1, "tue"), Note(3, 1, "The hall is closed on Monday.")]


def move_only(tool: PlanBuilder) -> None:
    tool.changes = [Move(3, 1, "tue"), Note(3, 2, "The hall is closed on Monday.")]


def builder() -> PlanBuilder:
    return PlanBuilder(example())


TOOLS = {"08.away": builder, "08.move": builder}
ANSWERS = {
    "08.away": (
        away("2027-02-09", "2027-02-14"),
        "away on 6 of 7 days",
        away("2027-02-08", "2027-02-14"),
    ),
    "08.rules": (
        ["two sessions are done on one day"],
        "always holds: 48 h",
        ["the third session is left out"],
    ),
    "08.move": (move_only, "to the same session", move_and_note),
    "08.update": (
        ["import the new calendar", "delete all events first"],
        "each event keeps its name",
        ["import the new calendar", "delete the session that was left out"],
    ),
}
