"""Lesson 00: task → (a wrong answer, words of its feedback, a right answer)."""

from runplan.lessons.chooser import RunnerChooser
from runplan.lessons.first import FirstSteps
from runplan.lessons.story import CASES

TOOLS = {"00.air": FirstSteps, "00.runner": RunnerChooser}
ANSWERS = {
    "00.air": ({"pct": 70}, "the sentence says mid-swing", {"pct": 95}),
    "00.leaves": (["55"], "Go back a little", ["40"]),
    "00.runner": (
        {"value": CASES[1]},
        "The race is 26 September 2027 yet",
        {"value": CASES[1], "races": "2027-10-10"},
    ),
    "00.way": (["runplan start"], "a folder of your own", ["runplan planner"]),
}
