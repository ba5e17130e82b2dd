"""A plan day by day, as calendars show it: sessions, runs, races, easier weeks, days away."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Literal

from attrs import field, frozen

from runplan.load.foster import DAYS
from runplan.plan.dated import Dated
from runplan.plan.plan import Plan
from runplan.season.layout import WEEKS
from runplan.season.wording import TITLES, count, day
from runplan.words import listed

Run = Literal["", "run", "hard run"]
_EASIER = ("deload", "taper")


@frozen
class Day:
    """One day of a plan.

    Parameters
    ----------
    date, week, phase
        When it is; weeks count from 1.
    session
        The strength session, or None.
    run
        "run", "hard run" or "": the runner's usual week.
    race, away
        Whether a race is run, or the runner is away; on either nothing else is planned.
    deload, taper
        Whether its week is an easier one, or leads into a race.
    """

    date: date
    week: int
    phase: str
    session: Dated | None
    run: Run
    race: bool
    away: bool
    deload: bool
    taper: bool

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday."""
        return self.date.weekday()


def days(plan: Plan, week: int | None = None) -> tuple[Day, ...]:
    """Return the days of a plan, or of one of its weeks, from Monday on.

    >>> from runplan import Runner, Season
    >>> ada = Runner("Ada", 2, "gym", ["mon", "wed"], ["tue", "sat"], "sat")
    >>> plan = Plan(ada, Season("2027-09-05", start_date="2026-11-30"))
    >>> [one.session.session.name for one in days(plan, 1) if one.session]
    ['Base A', 'Base B']
    >>> [one.run for one in days(plan, 1) if one.run]
    ['run', 'hard run']
    """
    if week is not None:
        plan.week(week)
    sessions = {one.slot.date: one for one in plan.dated()}
    runner, races = plan.runner, set(plan.season.races)
    found = []
    for row in _weeks(plan):
        if week not in (None, row.week):
            continue
        for number in range(7):
            when = row.monday.date() + timedelta(days=number)
            free = when in races or runner.is_away(when)
            run: Run = "hard run" if DAYS[number] in runner.hard_run_days else "run"
            found.append(
                Day(
                    date=when,
                    week=row.week,
                    phase=row.phase,
                    session=sessions.get(when),
                    run="" if free or DAYS[number] not in runner.run_days else run,
                    race=when in races,
                    away=runner.is_away(when),
                    deload=bool(row.deload),
                    taper=bool(row.taper),
                )
            )
    return tuple(found)


def _weeks(plan: Plan) -> list[Any]:
    return list(plan.season.weeks().itertuples())


def _known(plan_week: Any, _attribute: Any, number: Any) -> None:
    plan_week.plan.week(number)


@frozen
class PlanWeek:
    """One week of a plan, for a calendar that shows each session with its exercises.

    Parameters
    ----------
    plan
        The `Plan`.
    number
        1 to 52.

    Raises
    ------
    PlanError
        No such week.

    Examples
    --------
    >>> from runplan import Runner, Season
    >>> ada = Runner("Ada", 2, "gym", ["mon", "wed"], ["tue", "sat"], "sat")
    >>> week = PlanWeek(Plan(ada, Season("2027-09-05", start_date="2026-11-30")), 4)
    >>> print(week.describe())
    Week 4, base, 21 to 27 December 2026, deload: Base A on Mon 21 Dec, 40 min, and Base B on Wed \
23 Dec, 42 min; runs on Tue and Sat (hard).
    """

    plan: Plan
    number: int = field(validator=_known)

    def days(self) -> tuple[Day, ...]:
        """Return its seven days."""
        return days(self.plan, self.number)

    def sessions(self) -> tuple[Dated, ...]:
        """Return its strength sessions, each with its exercises."""
        return tuple(one.session for one in self.days() if one.session)

    @property
    def title(self) -> str:
        """Which week it is, and what it is like."""
        first, *_, last = self.days()
        like = " and ".join(word for word in _EASIER if getattr(first, word))
        parts = (TITLES[first.phase], _span(first.date, last.date), like)
        return f"Week {self.number}, " + ", ".join(filter(None, parts))

    def describe(self) -> str:
        """Say the week in one sentence."""
        week = self.days()
        said = [
            f"{one.session.name} on {short(one.slot.date)}, {one.minutes:.0f} min"
            for one in self.sessions()
        ]
        runs = [
            f"{one.date:%a}{' (hard)' if one.run == 'hard run' else ''}" for one in week if one.run
        ]
        away = [f"{one.date:%a}" for one in week if one.away]
        races = [short(one.date) for one in week if one.race]
        parts = [
            f"{', '.join(said[:-1])}, and {said[-1]}" if said[1:] else "".join(said),
            f"race on {listed(races)}" if races else "",
            f"runs on {listed(runs)}" if runs else "",
            f"away on {listed(away)}" if away else "",
        ]
        return f"{self.title}: {'; '.join(filter(None, parts)) or 'nothing planned'}."


def short(when: date) -> str:
    """Return a day as a calendar writes it.

    >>> short(date(2026, 12, 21))
    'Mon 21 Dec'
    """
    return f"{when:%a} {when.day} {when:%b}"


def _span(first: date, last: date) -> str:
    if first.month == last.month:
        return f"{first.day} to {day(last)}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {first:%B}{year} to {day(last)}"


@frozen
class PlanYear:
    """A plan's year, for a calendar with a cell a day.

    Examples
    --------
    >>> from runplan import Runner, Season
    >>> ada = Runner("Ada", 2, "gym", ["mon", "wed"], ["tue", "sat"], "sat")
    >>> year = PlanYear(Plan(ada, Season("2027-09-05", start_date="2026-11-30")))
    >>> print(year.describe())
    Ada's year from 30 November 2026 to 28 November 2027: 83 strength sessions in 52 weeks, \
12 deload weeks and 3 weeks of taper; race on 5 September 2027.
    """

    plan: Plan

    def days(self) -> tuple[Day, ...]:
        """Return its 364 days."""
        return days(self.plan)

    def describe(self) -> str:
        """Say the year in one sentence."""
        year = self.days()
        weeks = year[::7]
        races = [day(one.date) for one in year if one.race]
        away = _ranges([one.date for one in year if one.away])
        number = sum(one.session is not None for one in year)
        deloads, tapers = (sum(getattr(one, what) for one in weeks) for what in _EASIER)
        return (
            f"{self.plan.runner.name}'s year from {day(year[0].date)} to {day(year[-1].date)}: "
            f"{count(number, 'strength session')} in {WEEKS} weeks, "
            f"{count(deloads, 'deload week')} and {count(tapers, 'week')} of taper"
            + (f"; race{'s' if races[1:] else ''} on {listed(races)}" if races else "; no race")
            + (f"; away {listed(away)}." if away else ".")
        )


def _ranges(dates: Sequence[date]) -> list[str]:
    """Return runs of days as people say them."""
    found = []
    for _, run in groupby(enumerate(dates), lambda pair: pair[1].toordinal() - pair[0]):
        (_, first), *more = run
        found.append(_span(first, more[-1][1]) if more else day(first))
    return found
