"""Foster's numbers: session and week load, monotony and strain."""

from collections.abc import Iterable, Sequence
from math import nan
from statistics import fmean, pstdev, stdev
from typing import Any, Literal

from runplan.errors import PlanError, unknown
from runplan.load.numbers import loads, number

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Deviation = Literal["sample", "population"]


def session_load(rpe: float, minutes: float) -> float:
    """Return the load of one session in arbitrary units (AU): RPE × minutes.

    Parameters
    ----------
    rpe
        Effort of the whole session, 0 to 10, asked about 30 minutes after it.
    minutes
        Its length.

    Notes
    -----
    Foster's session RPE [foster2001]_.

    Examples
    --------
    >>> session_load(rpe=7, minutes=50)
    350.0
    """
    effort = number("rpe", rpe, 0, 10, "")
    return effort * number("minutes", minutes, 0, 1440, "minutes")


def week_load(daily: Iterable[float]) -> float:
    """Return the load of a week: the sum of its seven daily loads, rest days 0 [foster1998]_.

    >>> week_load([420, 0, 315, 240, 0, 600, 180])
    1755.0
    """
    return sum(loads(daily, count=7))


def monotony(daily: Iterable[float], deviation: Deviation = "sample") -> float:
    """Return how alike the days of a week are: their mean over their standard deviation.

    Parameters
    ----------
    daily
        Seven daily loads.
    deviation
        The standard deviation: "sample" divides by 6, "population" by 7. The two differ by
        8 %, so always say which one you use.

    Returns
    -------
    float
        NaN where all days are alike: the deviation is 0 and the monotony undefined.

    Notes
    -----
    [foster1998]_. Above 2 is a rule of thumb for too much of the same, not a threshold.

    Examples
    --------
    >>> week = [420, 0, 315, 240, 0, 600, 180]
    >>> round(monotony(week), 2), round(monotony(week, "population"), 2)
    (1.15, 1.24)
    """
    if deviation not in ("sample", "population"):
        raise unknown("standard deviation", deviation, ("sample", "population"))
    days = loads(daily, count=7)
    spread = stdev(days) if deviation == "sample" else pstdev(days)
    return fmean(days) / spread if spread else nan


def strain(daily: Iterable[float], deviation: Deviation = "sample") -> float:
    """Return week load × monotony, in AU; NaN where the monotony is undefined [foster1998]_.

    >>> round(strain([420, 0, 315, 240, 0, 600, 180]))
    2017
    """
    days = loads(daily, count=7)
    return sum(days) * monotony(days, deviation)


def spread_weeks(weekly: Iterable[float], days: Sequence[str] = ("tue", "fri")) -> list[float]:
    """Return daily loads from weekly ones, in equal parts on the given days.

    Examples
    --------
    >>> spread_weeks([300], days=["mon", "thu"])
    [150.0, 0.0, 0.0, 150.0, 0.0, 0.0, 0.0]
    """
    chosen = {known_day(day) for day in ([days] if isinstance(days, str) else days)}
    if not chosen:
        raise PlanError(f"No day given to put the week's load on; name one of {', '.join(DAYS)}.")
    return [
        load / len(chosen) if day in chosen else 0.0
        for load in loads(weekly, "weekly loads")
        for day in DAYS
    ]


def known_day(value: Any) -> str:
    """Return a day from "mon" to "sun", or raise PlanError with the nearest."""
    if value not in DAYS:
        raise unknown("day", value, DAYS)
    return str(value)
