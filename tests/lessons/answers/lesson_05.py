"""Lesson 05: task → (a wrong answer, words of its feedback, a right answer)."""

from typing import Any

from attrs import evolve

from runplan import Superset
from runplan.widgets import SupersetDesigner


def order_alone(tool: Any) -> None:
    """Put the jumps first, and leave their dose as it is."""
    tool.put_in_order()


def order_and_dose(tool: Any) -> None:
    """Put the jumps first and each first in its superset; few jumps, and full rest."""
    one, two, drop, four, pogo = tool.value.supersets
    tool.supersets = [
        evolve(drop, reps=((3, 5), (8, 12)), rest_s=150),
        Superset(pogo.second, pogo.first, reps=((8, 10), (8, 12)), rest_s=90),
        one,
        two,
        four,
    ]


TOOLS = {"05.mend": lambda: SupersetDesigner(level=2)}
ANSWERS = {
    "05.defend": (
        ["goblet squat + band row", "Romanian deadlift + one-arm dumbbell row"],
        "the hands tire in both",
        ["goblet squat + band row", "standing calf raise + side plank", "hip thrust + push-up"],
    ),
    "05.minutes": (["9,5"], "one rest a round", ["7"]),
    "05.why": (
        ["the right partner is not among the ten exercises"],
        "not even an easy drill helps",
        ["the drop jump fails by its own repetitions and rest"],
    ),
    "05.mend": (order_alone, "no more than 5", order_and_dose),
}
