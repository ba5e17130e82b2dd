"""Lesson 03: task → (a wrong answer, words of its feedback, a right answer)."""

from runplan.widgets import EvidenceExplorer

TOOLS = {"03.wrong_side": EvidenceExplorer}
ANSWERS = {
    "03.wrong_side": (
        {"outcome": "injury", "metric": "RR", "marked": "E29"},
        "no effect is still possible",
        {"outcome": "injury", "metric": "HR", "marked": "E27"},
    ),
    "03.grade": (["not supported"], "the evidence would speak against it", ["insufficient"]),
    "03.newsletter": (
        [
            "Heavy weights make running a little cheaper.",
            "Ten minutes of exercises, done alone, keep injuries away.",
        ],
        "The interval includes 1",
        [
            "Heavy weights make running a little cheaper.",
            "Supervised hip and core work lowered injuries in novice runners.",
        ],
    ),
    "03.middle": (["0.36"], "has lost its minus", ["-0,36"]),
}
