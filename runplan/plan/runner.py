"""The runner: days, equipment, holidays, needs and known maxima."""

from datetime import date
from math import isfinite
from numbers import Real
from typing import Any

import pandas as pd
from attrs import evolve, field, fields, frozen

from runplan.errors import PlanError, unknown
from runplan.library import at_hand
from runplan.load.foster import DAYS
from runplan.season.given import is_written, known_date, spans
from runplan.season.phase import check_names
from runplan.season.wording import count, day
from runplan.show import card
from runplan.tables import load
from runplan.words import chosen, listed

DateRange = tuple[date, date]
Amounts = tuple[tuple[str, float], ...]

KG_PER_LB = 0.45359237


def text(value: Any, what: str) -> str:
    """Return a text that can be written to a file; else PlanError."""
    if not isinstance(value, str) or not value.strip():
        raise PlanError(f"{what} is {value!r}; give a text.")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise PlanError(f"{what} holds half a character: {value!r}. Type it anew.") from None
    return value


def known_level(value: Any) -> int:
    """Return a level from 1 to 3, or raise PlanError."""
    if isinstance(value, bool) or value not in (1, 2, 3):
        raise PlanError(f"Level {value!r}: give 1 (entry), 2 (intermediate) or 3 (advanced).")
    return int(value)


def _name(value: Any) -> str:
    return text(value, "The runner's name")


def _equipment(value: Any) -> tuple[str, ...]:
    words = (value,) if isinstance(value, str) else tuple(dict.fromkeys(value))
    if not words:
        raise PlanError('No equipment given; write "none", "home", "gym", or items.')
    at_hand(words)
    return words


def _days(value: Any) -> tuple[str, ...]:
    given = set(chosen("day", value, DAYS))
    return tuple(weekday for weekday in DAYS if weekday in given)


def _strength_days(value: Any) -> tuple[str, ...]:
    days = _days(value)
    if not days:
        raise PlanError(f"No strength day given; name at least one of {', '.join(DAYS)}.")
    return days


def _away(value: Any) -> tuple[DateRange, ...]:
    """Return the ranges in order; a bare date is a day, two bare dates are one range."""
    if value is None:
        return ()
    several = [value] if isinstance(value, (str, date)) else list(value)
    if len(several) == 2 and all(map(_is_day, several)):
        several = [tuple(several)]
    found = {ends for one in several for ends in _ranges(one)}
    for first, last in found:
        if first > last:
            raise PlanError(f"away goes from {first} back to {last}; the first day comes first.")
    return tuple(sorted(found))


def _is_day(value: Any) -> bool:
    return is_written(value) if isinstance(value, str) else isinstance(value, date)


def _ranges(value: Any) -> list[DateRange]:
    if isinstance(value, str):
        return spans(value, "A date in away")
    ends = (value, value) if isinstance(value, date) else tuple(value)
    if len(ends) != 2:
        raise PlanError(
            f"away holds {value!r}; give the first and the last day, such as "
            '("2027-02-01", "2027-02-07").'
        )
    first, last = (known_date(end, "A date in away") for end in ends)
    return [(first, last)]


def _pairs(value: Any, what: str, example: str) -> dict[Any, Any]:
    try:
        return dict(value)
    except (TypeError, ValueError):
        raise PlanError(f"{what} is {value!r}; write {example}.") from None


def _number(value: Any, what: str, low: float, high: float, advice: str) -> float:
    usable = isinstance(value, Real) and not isinstance(value, bool) and isfinite(value)
    if not usable or not low <= value <= high:
        raise PlanError(f"{what} is {value!r}; allowed: {low:g} to {high:g}. {advice}")
    return float(value)


def _needs(value: Any) -> Amounts:
    usual = usual_needs()
    own = _pairs(() if value is None else value, "needs", '{"soleus": 8}, sets a week by muscle')
    for muscle in own:
        if muscle not in usual:
            raise unknown("muscle", muscle, usual)
    advice = "Count sets a week in the base phase; 0 means no need."
    checked = {m: _number(n, f"needs of {m}", 0, 50, advice) for m, n in own.items()}
    return tuple((usual | checked).items())


def _one_rm_kg(value: Any) -> Amounts:
    own = _pairs(() if value is None else value, "one_rm_kg", '{"back_squat": 100}')
    advice = "Give what can be lifted just once, in kilograms: 1 lb is 0.4536 kg."
    return tuple(
        sorted(
            (
                text(name, "An exercise in one_rm_kg"),
                _number(kg, f"one_rm_kg of {name}", 1, 500, advice),
            )
            for name, kg in own.items()
        )
    )


def _keep_days(value: Any) -> bool:
    if not isinstance(value, bool):
        raise PlanError(
            f"keep_days is {value!r}; give True, to keep the strength days even before a hard "
            "run, or False."
        )
    return value


def _units(value: Any) -> str:
    if value not in ("kg", "lb"):
        raise unknown("unit of weight", value, ("kg", "lb"))
    return str(value)


def usual_needs() -> dict[str, float]:
    """Return weekly sets by muscle in a base phase, for runners (needs.csv, ours: U).

    >>> usual_needs()["soleus"]
    6.0
    """
    table = load("needs", ["muscle", "sets_a_week"])
    return dict(zip(table.muscle, table.sets_a_week.astype(float), strict=True))


@frozen(repr=False)
class Runner:
    """Who trains, when and with what.

    Parameters
    ----------
    name
        Any text.
    level
        1 entry, 2 intermediate, 3 advanced, as in the library.
    equipment
        "none", "home", "gym", items of equipment.csv, or a mix.
    strength_days
        Days wished for strength, "mon" to "sun". Their number is the most sessions a week;
        which days they are gives way first where rules cannot all hold; see `keep_days`.
    run_days, hard_run_days
        Days of running, and those of hard runs (added to `run_days` where missing there).
    away
        Holidays, illness: ranges (first, last day), a date alone is one day; or a text such as
        "1 to 14 February 2027, 9 May 2027".
    needs
        Weekly sets by muscle in a base phase, where they differ from ours for runners
        (needs.csv, a teaching choice: U). A set counts 1 for a prime mover, 0.5 for a helper.
    one_rm_kg
        Exercise (id or name) → the weight that can be lifted just once, in kilograms.
    units
        "kg" or "lb": how weights are shown.
    keep_days
        Whether the strength days stay even before a hard run; by default another day is taken.

    Raises
    ------
    PlanError
        An unknown word, day or muscle, a date that is none, a number out of bounds.

    Examples
    --------
    >>> Runner("Ada", 2, "gym", ["mon", "thu"], ["tue", "thu", "sun"], "tue")
    Runner(Ada: level 2, gym, strength mon and thu, hard run tue)
    """

    name: str = field(converter=_name)
    level: int = field(converter=known_level)
    equipment: tuple[str, ...] = field(converter=_equipment)
    strength_days: tuple[str, ...] = field(converter=_strength_days)
    run_days: tuple[str, ...] = field(converter=_days)
    hard_run_days: tuple[str, ...] = field(converter=_days)
    away: tuple[DateRange, ...] = field(default=(), converter=_away)
    needs: Amounts = field(default=None, converter=_needs)
    one_rm_kg: Amounts = field(default=None, converter=_one_rm_kg)
    units: str = field(default="kg", converter=_units)
    keep_days: bool = field(default=False, converter=_keep_days)

    def __attrs_post_init__(self) -> None:
        both = {*self.run_days, *self.hard_run_days}
        object.__setattr__(self, "run_days", tuple(one for one in DAYS if one in both))

    def replace(self, **changes: Any) -> "Runner":
        """Return a new, re-checked runner with some values changed.

        `needs` takes only those that differ from ours.
        """
        check_names("a runner", changes, fields(Runner))
        return evolve(self, **changes)

    def is_away(self, when: date) -> bool:
        """Whether the runner is away on that day."""
        return any(first <= when <= last for first, last in self.away)

    def weight(self, kg: float) -> str:
        """Return a weight in the runner's units, as plates make it: steps of 2.5 kg or 5 lb (U).

        >>> Runner("Ada", 2, "gym", "mon", "tue", (), units="lb").weight(100)
        '220 lb'
        """
        step, number = (2.5, kg) if self.units == "kg" else (5, kg / KG_PER_LB)
        return f"{max(step, step * round(number / step)):g} {self.units}"

    def describe(self) -> str:
        """Say who trains when, and with what.

        >>> print(Runner("Ada", 2, "gym", "mon", "sun", "tue").describe())
        Ada, level 2: strength on mon, runs on tue and sun, hard on tue; equipment: gym; \
no 1RM known.
        """
        hard = f", hard on {listed(self.hard_run_days)}" if self.hard_run_days else ""
        runs = f"runs on {listed(self.run_days)}" if self.run_days else "no runs"
        away = "".join(f"; away {day(a)} to {day(b)}" for a, b in self.away)
        kept = ", even before a hard run" if self.keep_days else ""
        number = len(self.one_rm_kg)
        maxima = f"1RM of {count(number, 'exercise')} known" if number else "no 1RM known"
        return (
            f"{self.name}, level {self.level}: strength on {listed(self.strength_days)}{kept}, "
            f"{runs}{hard}; equipment: {listed(self.equipment)}{away}; {maxima}."
        )

    def __repr__(self) -> str:
        hard = f", hard run {listed(self.hard_run_days)}" if self.hard_run_days else ""
        return (
            f"Runner({self.name}: level {self.level}, {listed(self.equipment)}, "
            f"strength {listed(self.strength_days)}{hard})"
        )

    def _repr_html_(self) -> str:
        maxima = [(name, self.weight(kg)) for name, kg in self.one_rm_kg]
        table = pd.DataFrame(maxima, columns=["exercise", f"1RM, {self.units}"])
        return card(self.name, self.describe(), table.set_index("exercise") if maxima else None)
