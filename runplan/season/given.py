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
_NAMED = rf"\d{{1,2}}\.? (?:{'|'.join(_MONTHS)})[a-z]*"
_NUMBERED = r"\d{1,2}\. ?\d{1,2}\."
_WHOLE = rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}|{_NUMBERED} ?\d{{4}}|{_NAMED} \d{{4}}"
_WRITTEN = re.compile(rf"\b(?:{_WHOLE})\b", re.IGNORECASE)
# the first day of a stretch may leave out what it shares with the last
_SPAN = re.compile(
    rf"(?:from )?(?P<first>{_WHOLE}|{_NAMED}|{_NUMBERED}?|\d{{1,2}}\.?)"
    rf"(?: ?[-–—] ?| (?:to|until|till) )(?P<last>{_WHOLE})",
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


def spans(text: str, what: str) -> list[tuple[date, date]]:
    """Return the stretches of days written in a text, first and last day, with commas between.

    A first day without a month or year has those of the last, or the year before that, as from
    December to January. A date alone is a stretch of one day.

    >>> [(first, last)] = spans("28 February to 2 March 2027", "The holiday")
    >>> str(first), str(last)
    ('2027-02-28', '2027-03-02')
    """
    parts = (" ".join(part.split()) for part in re.split(r"[,;\n]|\band\b", text))
    return [_span(part, what) for part in parts if part]


def _span(text: str, what: str) -> tuple[date, date]:
    found = _SPAN.fullmatch(text)
    first, last = found.group("first", "last") if found else (text, text)
    try:
        end = known_date(last, what)
        return _first(first, end), end
    except ValueError:
        raise PlanError(
            f"{what} is {text!r}; that is no day or stretch of days from {YEARS[0]} to "
            f'{YEARS[-1]}. Write it like "9 May 2027", "1 to 14 February 2027" or '
            '"2027-02-01 to 2027-02-14", with commas between several.'
        ) from None


def _first(text: str, last: date) -> date:
    """Return the first day of a stretch, whose last day says what it leaves out."""
    if is_written(text):
        return known_date(text, "The first day")
    day, *month = _parts(text)
    if not month:
        return last.replace(day=int(day))
    there = _number(*month), int(day)
    return date(last.year - (there > (last.month, last.day)), *there)


def is_written(text: str) -> bool:
    """Whether a text has the form of one date, were there such a day or not."""
    return bool(_WRITTEN.fullmatch(" ".join(text.split())))


def _read(text: str) -> date:
    """Return the date that a text is, in one of the ways; else ValueError."""
    if not is_written(text):
        raise ValueError(text)
    day, month, year = _parts(text)[::-1] if "-" in text else _parts(text)
    return date(int(year), _number(month), int(day))


def _parts(text: str) -> list[str]:
    return re.findall(r"\d+|[a-z]+", text.lower())


def _number(month: str) -> int:
    return int(month) if month.isdecimal() else 1 + _MONTHS.index(month[:3])


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
