"""What people give for a season, as dates and phases."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from runplan.errors import PlanError, unknown
from runplan.season.layout import monday
from runplan.season.phase import NAMES, Phase, shipped

# the ways to write a date by hand; month/day/year is none, for it reads two ways
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = rf"\d{{1,2}}\.? (?:{'|'.join(_MONTHS)})[a-z]* \d{{4}}"
_WRITTEN = re.compile(
    rf"\b(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}\. ?\d{{1,2}}\. ?\d{{4}}|{_NAMED})\b",
    re.IGNORECASE,
)
YEARS = range(1900, 2201)  # further away a date is a slip of the key


def typed(text: str) -> list[str]:
    """Return the dates written by hand in a text, then its words that belong to none.

    >>> typed("9 May 2027 and 10.10.2027")
    ['9 May 2027', '10.10.2027']
    """
    text = " ".join(text.split())
    words = re.split(r"[,;\s]+|\band\b", _WRITTEN.sub(" ", text))
    return [*_WRITTEN.findall(text), *filter(None, words)]


def _read(text: str) -> date:
    """Return the date that a text is, in one of the ways; else ValueError."""
    if not _WRITTEN.fullmatch(" ".join(text.split())):
        raise ValueError(text)
    parts = re.findall(r"\d+|[a-z]+", text.lower())
    day, month, year = parts[::-1] if "-" in text else parts
    number = int(month) if month.isdecimal() else 1 + _MONTHS.index(month[:3])
    return date(int(year), number, int(day))


def known_date(value: Any, what: str) -> date:
    """Return a date from a date or a text such as "2027-05-09"; else PlanError."""
    if isinstance(value, np.datetime64):
        value = pd.Timestamp(value)
    try:
        found = _read(value) if isinstance(value, str) else value
        if isinstance(found, date) and found.year in YEARS:
            return date(found.year, found.month, found.day)
    except ValueError:
        pass
    raise PlanError(
        f"{what} is {str(value)!r}; that is no date from {YEARS[0]} to {YEARS[-1]}. "
        'Write it like "9 May 2027", or year-month-day, "2027-05-09".'
    )


def races(value: Any) -> tuple[date, ...]:
    """Return one race, several or none in their order."""
    if value is None:
        return ()
    several = value if isinstance(value, Iterable) and not isinstance(value, str) else [value]
    return tuple(sorted(known_date(race, "The date of a race") for race in several))


def hemisphere(value: Any) -> str:
    """Return "north" or "south"."""
    if value not in ("north", "south"):
        raise unknown("hemisphere", value, ("north", "south"))
    return str(value)


def start(value: Any) -> Any:
    """Return the Monday on or before a start; None stays, for the season to fill."""
    return None if value is None else monday(known_date(value, "The start of the season"))


def all_phases(value: Any, own: Iterable[Phase] = ()) -> tuple[Phase, ...]:
    """Return all five phases in order; those not given stay as they are, or as shipped."""
    several = tuple(value) if isinstance(value, Iterable) else (value,)
    if not all(isinstance(phase, Phase) for phase in several):
        raise PlanError(
            f"phases is {value!r}; give one Phase or several, such as "
            'Phase.shipped("base").replace(sessions=2).'
        )
    names = [phase.name for phase in several]
    for name in names:
        if names.count(name) > 1:
            raise PlanError(f"The phase {name} is given {names.count(name)} times; give it once.")
    all_five = shipped() | {p.name: p for p in own} | {p.name: p for p in several}
    return tuple(all_five[name] for name in NAMES)
