"""Lesson 04: task → (a wrong answer, words of its feedback, a right answer)."""

from runplan.widgets import ExerciseExplorer


def away() -> ExerciseExplorer:
    return ExerciseExplorer(level=2, equipment="none")


TOOLS = {"04.road": away}
ANSWERS = {
    "04.road": (
        {"chosen": ["standing calf raise", "clamshell"], "sets": 6},
        "tibialis anterior 0 of 3",
        {"chosen": ["standing calf raise", "clamshell", "wall tibialis raise"], "sets": 6},
    ),
    "04.step": (
        ["single-leg Romanian deadlift"],
        "2 steps harder",
        ["kickstand Romanian deadlift"],
    ),
    "04.gap": (["1.5"], "counts half for a helper", ["3"]),
    "04.records": (
        ["all records name the gluteus maximus as prime mover"],
        "3 of 6",
        [
            "a record names the latissimus dorsi as prime mover",
            "a record lists no muscle at all",
            "a record names one hamstring and leaves its neighbours out",
        ],
    ),
}
