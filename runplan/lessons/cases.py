"""Plans for the briefs of lesson 9: a good one for each, and ways to spoil it."""

from collections.abc import Callable
from functools import cache

from runplan.plan import Move, Plan, Runner
from runplan.season import Season

_START = "2026-11-30"


def _phase(season: Season, name: str, **changes: object) -> Season:
    return season.replace(
        phases=[p.replace(**changes) if p.name == name else p for p in season.phases]
    )


GOOD: dict[str, Callable[[], Plan]] = {
    "first": lambda: Plan(
        Runner(
            "Ida",
            1,
            "none",
            ["tue", "fri"],
            ["mon", "wed", "sun"],
            (),
            away=[("2027-04-05", "2027-04-11")],
        ),
        Season("2027-08-29", start_date=_START),
    ),
    "south": lambda: Plan(
        Runner(
            "Tane", 3, "gym", ["mon", "fri"], ["tue", "wed", "thu", "sat", "sun"], ["wed", "sun"]
        ),
        Season("2027-10-10", hemisphere="south"),
    ),
    "mountain": lambda: Plan(
        Runner(
            "Reto",
            2,
            "home",
            ["mon", "thu"],
            ["tue", "wed", "sat", "sun"],
            ["wed", "sat"],
            away=[("2027-08-02", "2027-08-08")],
        ),
        Season(["2027-07-11", "2027-09-12"], start_date=_START),
    ),
}


def _season(**changes: object) -> Callable[[Plan], Plan]:
    return lambda plan: plan.replace(season=plan.season.replace(**changes))


def _runner(**changes: object) -> Callable[[Plan], Plan]:
    return lambda plan: plan.replace(runner=plan.runner.replace(**changes))


# what goes wrong, in a coach's words → how it is done to a good plan
SPOILS: dict[str, dict[str, Callable[[Plan], Plan]]] = {
    "first": {
        "a race a week too early": _season(races="2027-08-22"),
        "a gym": _runner(equipment="gym"),
        "an advanced runner": _runner(level=3),
        "strength on Saturday": _runner(strength_days=["tue", "sat"]),
        "no holiday": _runner(away=()),
        "no easier weeks": _season(deload_every=0),
        "a taper of three days": _season(taper_days=3),
    },
    "south": {
        "the north": _season(hemisphere="north"),
        "home": _runner(equipment="home"),
        "the article's light summer": lambda plan: plan.replace(
            season=_phase(plan.season, "competition", intensity_pct_1rm=(50, 65))
        ),
        "no taper": _season(taper_days=0),
        "a taper that cuts nearly all": _season(taper_cut=0.8),
        "strength before the hard run": lambda plan: plan.replace(changes=[Move(3, 1, "tue")]),
        "easier weeks too often": _season(deload_every=2),
        "a beginner": _runner(level=1),
    },
    "mountain": {
        "one race forgotten": _season(races="2027-07-11"),
        "a gym": _runner(equipment="gym"),
        "no holiday": _runner(away=()),
        "no easier weeks": _season(deload_every=0),
        "no taper": _season(taper_days=0),
        "weights too light for racing": lambda plan: plan.replace(
            season=_phase(plan.season, "competition", intensity_pct_1rm=(50, 65))
        ),
        "a hard run forgotten": _runner(hard_run_days=["wed"]),
        "strength on Sunday": _runner(strength_days=["mon", "sun"]),
    },
}


@cache
def good(name: str) -> Plan:
    """Return a good plan for a brief.

    >>> good("first").runner.name
    'Ida'
    """
    return GOOD[name]()


@cache
def spoiled(name: str, how: str) -> Plan:
    """Return a brief's good plan, spoiled in one way of `SPOILS`."""
    return SPOILS[name][how](good(name))
