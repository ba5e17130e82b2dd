"""A week of strength and running on one axis, no minute counted twice."""

from functools import cached_property
from itertools import combinations
from typing import Any

import pandas as pd
from attrs import evolve, field, frozen

from runplan.errors import PlanError, unknown
from runplan.load.foster import (
    DAYS,
    Deviation,
    known_day,
    monotony,
    session_load,
    strain,
    week_load,
)
from runplan.load.numbers import number
from runplan.reasons import Reason
from runplan.show import card
from runplan.words import listed

KINDS = ("strength", "running")


def _kind(value: Any) -> str:
    if value not in KINDS:
        raise unknown("kind of session", value, KINDS)
    return str(value)


def _minutes(value: Any) -> float:
    return number("minutes", value, 0, 1440, "minutes")


def _rpe(value: Any) -> float:
    return number("rpe", value, 0, 10, "")


def _start(value: Any) -> str:
    """Return a time of day as "18:05", or an empty text."""
    if value in (None, ""):
        return ""
    hours, colon, minutes = str(value).partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2):
        raise PlanError(f'start is {value!r}; write hours and minutes, such as "18:05".')
    if int(hours) > 23 or int(minutes) > 59:
        raise PlanError(f"start is {value!r}; a day goes from 0:00 to 23:59.")
    return f"{int(hours):02}:{minutes}"


@frozen
class Workout:
    """One session that was done, or is planned.

    Parameters
    ----------
    day
        "mon" to "sun".
    kind
        "strength" or "running". A session that is both is two workouts: see `split`.
    minutes, rpe
        Length, and effort of the whole session (0 to 10).
    start
        Time of day such as "18:05", or nothing. With it a week finds minutes entered twice.

    Examples
    --------
    >>> Workout("tue", "running", 60, 5).load_au
    300.0
    """

    day: str = field(converter=known_day)
    kind: str = field(converter=_kind)
    minutes: float = field(converter=_minutes)
    rpe: float = field(converter=_rpe)
    start: str = field(default="", converter=_start)

    @property
    def load_au(self) -> float:
        """RPE × minutes."""
        return session_load(self.rpe, self.minutes)

    def split(self, kind: str, minutes: float) -> "tuple[Workout, Workout]":
        """Return the workout in two, its last minutes being of another kind.

        The sum of minutes and load stays: nothing is counted twice.

        >>> run, lifts = Workout("tue", "running", 60, 5).split("strength", 15)
        >>> run.minutes, lifts.minutes, run.load_au + lifts.load_au
        (45.0, 15.0, 300.0)
        """
        last = number("minutes", minutes, 0, self.minutes, "minutes, the length of the session")
        first = evolve(self, minutes=self.minutes - last)
        start = _clock(self.begin_min + first.minutes) if self.start else ""
        return first, evolve(self, kind=kind, minutes=last, start=start)

    def overlaps(self, other: "Workout") -> bool:
        """Say whether both claim the same minutes; unknown start times never do."""
        if not self.start or not other.start:
            return False
        first, second = sorted([self, other], key=lambda workout: workout.begin_min)
        return second.begin_min < first.begin_min + first.minutes and second.minutes > 0

    @property
    def begin_min(self) -> float:
        """The start in minutes from Monday 0:00; 0:00 of its day where it is not known."""
        if not self.start:
            return 1440.0 * DAYS.index(self.day)
        hours, minutes = self.start.split(":")
        return 1440.0 * DAYS.index(self.day) + 60 * int(hours) + int(minutes)


def _clock(minute: float) -> str:
    return f"{int(minute) // 60 % 24:02}:{int(minute) % 60:02}"


def _workouts(value: Any) -> tuple[Workout, ...]:
    several = (value,) if isinstance(value, Workout) else tuple(value)
    for workout in several:
        if not isinstance(workout, Workout):
            raise PlanError(
                f'{workout!r} is no workout; write Workout("tue", "running", minutes=60, rpe=5).'
            )
    return tuple(sorted(several, key=lambda w: (DAYS.index(w.day), w.start)))


@frozen(repr=False)
class TrainingWeek:
    """A week of strength and running on one axis: RPE × minutes.

    Parameters
    ----------
    workouts
        In any order. Each minute belongs to one workout.

    Raises
    ------
    PlanError
        Two workouts at the same time: their minutes would count twice.

    Notes
    -----
    Adding strength and running in AU says how much was done, not that a minute of one does to
    the body what a minute of the other does.

    Examples
    --------
    >>> week = TrainingWeek([Workout("mon", "strength", 50, 7), Workout("tue", "running", 60, 5)])
    >>> week
    TrainingWeek(2 workouts, 110 min, 650 AU, of it strength 350 AU)
    >>> week.daily().load_au.tolist()
    [350.0, 300.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    """

    workouts: tuple[Workout, ...] = field(converter=_workouts)

    def __attrs_post_init__(self) -> None:
        twice = [
            f"The {one.kind} of {one.day} {one.start} and the {two.kind} of {two.day} {two.start} "
            "overlap: their common minutes would count twice. Enter them once, or split the "
            "session."
            for one, two in combinations(self.workouts, 2)
            if one.overlaps(two)
        ]
        if twice:
            raise PlanError(*twice)

    def daily(self) -> pd.DataFrame:
        """Return the week's days.

        Returns
        -------
        DataFrame
            Seven rows, "mon" to "sun": strength_min, running_min, minutes, strength_au,
            running_au, load_au. Minutes and load are the sums of the two kinds.
        """
        return self._daily.copy()

    @cached_property
    def _daily(self) -> pd.DataFrame:
        table = pd.DataFrame(
            {
                f"{kind}_{unit}": [
                    sum(amount(w) for w in self.workouts if (w.day, w.kind) == (day, kind))
                    for day in DAYS
                ]
                for unit, amount in (("min", _length), ("au", _load))
                for kind in KINDS
            },
            index=pd.Index(DAYS, name="day"),
            dtype=float,
        )
        table["minutes"] = table.strength_min + table.running_min
        table["load_au"] = table.strength_au + table.running_au
        return table[list(_COLUMNS)]

    @property
    def load_au(self) -> float:
        """Load of the week."""
        return week_load(self._daily.load_au)

    def monotony(self, deviation: Deviation = "sample") -> float:
        """Return the week's monotony; see `monotony`."""
        return monotony(self._daily.load_au, deviation)

    def strain(self, deviation: Deviation = "sample") -> float:
        """Return the week's strain; see `strain`."""
        return strain(self._daily.load_au, deviation)

    def warnings(self) -> list[Reason]:
        """Return what a coach would say about the week.

        >>> alike = TrainingWeek([Workout(d, "running", 40, 5) for d in DAYS[:6]])
        >>> print(alike.warnings()[0].text)
        The monotony is 2.3 (sample standard deviation): the days are much alike. Above 2 is a \
rule of thumb, not a threshold; make hard days harder or easy days easier.
        """
        advice = (
            "Above 2 is a rule of thumb, not a threshold; make hard days harder or easy days "
            "easier."
        )
        days = set(self._daily.load_au)
        if len(days) == 1 and days != {0.0}:
            text = f"All seven days are alike: the monotony is undefined, without limit. {advice}"
        elif self.monotony() > 2:
            text = (
                f"The monotony is {self.monotony():.1f} (sample standard deviation): the days "
                f"are much alike. {advice}"
            )
        else:
            return []
        return [Reason("monotony", "warn", text, "foster1998")]

    def describe(self) -> str:
        """Say the week in one sentence, and where strength and running stand too close."""
        from runplan.load.placing import clashes  # which reads weeks

        table = self._daily.sum()
        close = dict.fromkeys(clash.day.capitalize() for clash in clashes(self))
        return (
            f"{self.load_au:.0f} AU in {table.minutes:.0f} min: strength {table.strength_au:.0f} "
            f"AU in {table.strength_min:.0f} min, running {table.running_au:.0f} AU in "
            f"{table.running_min:.0f} min; monotony {_said(self.monotony(), 2)} (sample standard "
            f"deviation), strain {_said(self.strain(), 0)}"
            + (f"; too close to another session: {listed(list(close))}." if close else ".")
        )

    def __repr__(self) -> str:
        table = self._daily.sum()
        return (
            f"TrainingWeek({len(self.workouts)} workouts, {table.minutes:.0f} min, "
            f"{table.load_au:.0f} AU, of it strength {table.strength_au:.0f} AU)"
        )

    def _repr_html_(self) -> str:
        table = self.daily().rename(columns=_COLUMNS)
        return card("Training week", self.describe(), table)


def _length(workout: Workout) -> float:
    return workout.minutes


def _load(workout: Workout) -> float:
    return workout.load_au


_COLUMNS = {
    "strength_min": "strength, min",
    "running_min": "running, min",
    "minutes": "together, min",
    "strength_au": "strength, AU",
    "running_au": "running, AU",
    "load_au": "together, AU",
}


def _said(value: float, digits: int) -> str:
    return "undefined" if value != value else f"{value:.{digits}f}"  # noqa: PLR0124
