"""Where strength stands beside running in a week: its own day, or well away from the hard run."""

from collections.abc import Iterator
from itertools import pairwise, product

from attrs import frozen

from runplan.load.foster import DAYS
from runplan.load.week import TrainingWeek, Workout
from runplan.reasons import Reason

HARD_RPE = 7  # from here on a session is hard, a run or strength (ours, U)
GAP_H, LEAST_GAP_H, APART_H = 6, 3, 48
_WEEK_H = 7 * 24


@frozen
class Clash:
    """Two workouts that stand badly to each other, and the day on which it shows."""

    day: str
    reason: Reason


def clashes(week: TrainingWeek) -> tuple[Clash, ...]:
    """Return where strength stands badly beside running, day by day; the week goes round.

    Parameters
    ----------
    week
        Start times are used where they are given.

    Notes
    -----
    Strength stands on an easy day, or on the day of the hard run with 6 h or more between, 3 h
    at least (practice) [robineau2016]_ [schumann2022]_; not on the day before a hard run
    (practice); hard strength sessions are 48 h apart [haff2016]_. That a session is hard from
    RPE 7 on is our choice (U).

    Examples
    --------
    >>> week = TrainingWeek([Workout("mon", "strength", 50, 7), Workout("tue", "running", 60, 8)])
    >>> print(clashes(week)[0].reason)
    warn · Mon: strength on the day before the hard run on Tue. Move one of them.
    """
    found = [*_before_hard_runs(week), *_same_day(week), *_too_close(week)]
    return tuple(sorted(found, key=lambda clash: DAYS.index(clash.day)))


def _of(week: TrainingWeek, kind: str) -> list[Workout]:
    return [w for w in week.workouts if w.kind == kind and w.minutes and w.rpe]


def _hard(workouts: list[Workout]) -> list[Workout]:
    return [w for w in workouts if w.rpe >= HARD_RPE]


def _before_hard_runs(week: TrainingWeek) -> Iterator[Clash]:
    hard = {w.day for w in _hard(_of(week, "running"))}
    for day in dict.fromkeys(w.day for w in _of(week, "strength")):
        after = DAYS[(DAYS.index(day) + 1) % 7]
        if after in hard:
            text = (
                f"{day.capitalize()}: strength on the day before the hard run on "
                f"{after.capitalize()}. Move one of them."
            )
            yield Clash(day, Reason("day_before_hard_run", "warn", text))


def _same_day(week: TrainingWeek) -> Iterator[Clash]:
    for lift, run in product(_of(week, "strength"), _of(week, "running")):
        if lift.day != run.day:
            continue
        hard = run.rpe >= HARD_RPE
        what = f"{lift.day.capitalize()}: strength and a {'hard ' if hard else ''}run"
        gap = _gap_h(lift, run)
        if gap is None:
            if hard:
                text = f"{what} on one day: leave {GAP_H} h or more between. Say when each starts."
                yield Clash(lift.day, Reason("same_day", "warn", text, "robineau2016"))
        elif gap < LEAST_GAP_H:
            text = f"{what} {gap:g} h apart: leave {GAP_H} h or more, {LEAST_GAP_H} h at least."
            yield Clash(lift.day, Reason("same_day", "warn", text, "schumann2022"))
        elif gap < GAP_H and hard:
            text = f"{what} {gap:g} h apart: {GAP_H} h or more are better."
            yield Clash(lift.day, Reason("same_day", "warn", text, "robineau2016"))


def _gap_h(one: Workout, two: Workout) -> float | None:
    """Return the hours between two workouts of a day; None where a start is not known."""
    if not one.start or not two.start:
        return None
    first, second = sorted([one, two], key=lambda w: w.begin_min)
    return round((second.begin_min - first.begin_min - first.minutes) / 60, 1)


def _too_close(week: TrainingWeek) -> Iterator[Clash]:
    lifts = _hard(_of(week, "strength"))
    # round the week: this one's first stands for the next one's
    for one, two in pairwise([*lifts, *lifts[:1]]):
        if len(lifts) > 1 and _apart_h(one, two) < APART_H:
            text = (
                f"{two.day.capitalize()}: hard strength less than {APART_H} h after that of "
                f"{one.day.capitalize()}. Put a day between."
            )
            yield Clash(two.day, Reason("two_days_apart", "warn", text, "haff2016"))


def _apart_h(one: Workout, two: Workout) -> float:
    """Return the hours from one start to the next, or whole days where one is not known."""
    if one.start and two.start:
        return (two.begin_min - one.begin_min) / 60 % _WEEK_H
    return float((DAYS.index(two.day) - DAYS.index(one.day)) % 7 * 24)
