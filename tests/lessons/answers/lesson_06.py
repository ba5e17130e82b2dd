"""Lesson 06: task → (a wrong answer, words of its feedback, a right answer)."""

from runplan import Season
from runplan.season import Phase
from runplan.widgets import SeasonPlanner


def bare() -> SeasonPlanner:
    return SeasonPlanner(races="2027-09-05", deload_every=0, taper_days=0)


def article() -> SeasonPlanner:
    return SeasonPlanner(Season.from_article("2027-09-05"))


def summer(**changes: object) -> dict[str, list[Phase]]:
    before = Season.from_article("2027-09-05").phase("competition")
    return {"phases": [before.replace(**changes)]}


TOOLS = {"06.mend": bare, "06.summer": article}
ANSWERS = {
    "06.base": (["16"], "Fewer than that are left", ["10"]),
    "06.mend": (
        {"deload_every": 4, "taper_days": 28},
        "longer than trials support",
        {"deload_every": 4, "taper_days": 14},
    ),
    "06.summer": (
        summer(sessions=2, intensity_pct_1rm=(75, 85)),
        "You changed more",
        summer(intensity_pct_1rm=(75, 85)),
    ),
    "06.clash": (
        ["the number of sets"],
        "that fits",
        [
            "the repetitions of a set",
            "the rest",
            "the weight that so many repetitions allow",
        ],
    ),
}
