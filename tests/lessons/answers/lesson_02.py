"""Lesson 02: task → (a wrong answer, words of its feedback, a right answer)."""

from runplan.widgets import StrideExplorer

TOOLS = {"02.air": StrideExplorer}
ANSWERS = {
    "02.alone": (["gastrocnemius"], "from 2 to 28 % (high)", ["soleus"]),
    "02.soleus": (["24"], "not its middle", ["8"]),
    "02.known": (
        ["tibialis anterior", "psoas major"],
        "numbers schematic",
        ["tibialis anterior", "gluteus medius"],
    ),
    "02.air": ({"stance_pct": 40}, "the two together 20 %", {"stance_pct": 30}),
}
