"""Sessions really done: a log read from a CSV, and the plan against it."""

import csv
from collections.abc import Mapping
from datetime import date, timedelta
from math import isfinite
from pathlib import Path
from typing import Any

import pandas as pd
from attrs import frozen

from runplan.errors import PlanError
from runplan.exercises import Exercise, coverage
from runplan.plan.plan import Plan
from runplan.schema import Column, delimiter, text
from runplan.season.given import known_date
from runplan.words import listed

COLUMNS = ("date", "exercise", "sets")
_MOST_SETS = 50
_NAMED = 3  # muscles named when a log is told


@frozen
class Done:
    """One exercise as it was done on a day."""

    date: date
    week: int
    exercise: Exercise
    sets: float


@frozen
class Log:
    """What was done of a plan.

    Parameters
    ----------
    plan
        The plan that it belongs to.
    done
        The good rows.
    faults
        What is wrong with the others, each with its row and column.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> from runplan import Runner, Season
    >>> ada = Runner("Ada", 2, "gym", ["mon", "wed"], ["tue", "sat"], "sat")
    >>> plan = Plan(ada, Season("2027-09-05", start_date="2026-11-30"))
    >>> path = Path(mkdtemp()) / "log.csv"
    >>> _ = path.write_text("date,exercise,sets\\n2026-12-01,push-up,3\\n12/1/2026,plank,3\\n")
    >>> log = read_log(path, plan)
    >>> len(log.done), log.faults
    (1, ('row 3, column "date": "12/1/2026" is no date; write it as 2026-12-31.',))
    """

    plan: Plan
    done: tuple[Done, ...]
    faults: tuple[str, ...] = ()

    @property
    def last_week(self) -> int:
        """The last week with an entry; 0 where there is none."""
        return max((one.week for one in self.done), default=0)

    def weeks(self) -> pd.DataFrame:
        """Return planned and done of each week up to the last one logged.

        Returns
        -------
        DataFrame
            week, monday; planned_sessions and done_sessions (days with an entry);
            planned_sets and done_sets.
        """
        planned = self.plan.entries()
        done = pd.DataFrame(
            [(one.week, one.date, one.sets) for one in self.done], columns=["week", "date", "sets"]
        )
        weeks = pd.RangeIndex(1, self.last_week + 1, name="week")
        first = pd.Timestamp(self.plan.season.start_date)
        table = pd.DataFrame(
            {
                "monday": [first + timedelta(weeks=week - 1) for week in weeks],
                "planned_sessions": planned.groupby("week").slot.nunique().reindex(weeks),
                "done_sessions": done.groupby("week").date.nunique().reindex(weeks),
                "planned_sets": planned.groupby("week").sets.sum().reindex(weeks),
                "done_sets": done.groupby("week").sets.sum().reindex(weeks),
            },
            index=weeks,
        )
        numbers = table.columns.drop("monday")
        table[numbers] = table[numbers].astype("float64").fillna(0)
        return table.reset_index()

    def muscles(self, week: int | None = None) -> pd.DataFrame:
        """Return planned and done sets of each muscle: 1 a set as prime mover, 0.5 as helper.

        Parameters
        ----------
        week
            1–52; None is all weeks up to the last one logged.

        Returns
        -------
        DataFrame
            muscle, planned, done, behind (what is missing, or 0); furthest behind first.
        """
        if week is not None:
            self.plan.week(week)
        weeks = range(1, self.last_week + 1) if week is None else [week]
        planned = coverage(
            (work.exercise, work.sets)
            for one in self.plan.dated()
            if one.slot.week in weeks
            for work in one.work
        )
        done = coverage((one.exercise, one.sets) for one in self.done if one.week in weeks)
        table = pd.DataFrame({"planned": planned, "done": done})
        table["behind"] = (table.planned - table.done).clip(lower=0)
        return table.reset_index(names="muscle").sort_values(
            ["behind", "muscle"], ascending=[False, True], ignore_index=True
        )

    def describe(self) -> str:
        """Say how far the runner follows the plan."""
        if not self.done:
            return "Nothing logged yet."
        weeks, muscles = self.weeks(), self.muscles()
        span = f"Weeks 1–{self.last_week}" if self.last_week > 1 else "Week 1"
        sums = weeks[["done_sessions", "planned_sessions", "done_sets", "planned_sets"]].sum()
        behind = muscles[muscles.behind > 0].head(_NAMED)
        most = listed([f"{m} {done:g} of {p:g}" for m, p, done, _ in behind.to_numpy()])
        sessions, planned, sets, of = sums
        done = f"{done_of(sessions, planned, 'session')} and {done_of(sets, of, 'set')} done"
        return f"{span}: {done}" + (
            f"; furthest behind, in sets: {most}." if len(behind) else "; no muscle is behind."
        )


def done_of(done: float, planned: float, what: str) -> str:
    """Say how much was done of what was planned; more than that is no part of it.

    >>> done_of(1, 2, "session"), done_of(3, 1, "session")
    ('1 of 2 sessions', '3 sessions (1 planned)')
    """
    things = what if max(done, planned) == 1 else f"{what}s"
    if done <= planned:
        return f"{done:g} of {planned:g} {things}"
    return f"{done:g} {things} ({planned:g} planned)"


def columns(plan: Plan) -> tuple[Column, ...]:
    """Return a log's columns in words, as `read_log` checks them."""
    first, last = _span(plan)
    allowed = (
        f"a day from {first} to {last}, so written or like 31 December 2026",
        "a name or an id of the plan's exercises",
        f"a number, 0 to {_MOST_SETS}; blank is not done",
    )
    what = ("when it was done", "what was done", "how many sets of it were done")
    return tuple(Column(*cells) for cells in zip(COLUMNS, what, allowed, strict=True))


def read_log(path: str | Path, plan: Plan) -> Log:
    """Read a log of done sessions: a CSV with the columns date, exercise and sets.

    Other columns may stand there, too; so a plan's own exported .csv, with its sets mended and
    what was left out taken away, is a log. Rows without sets were not done.

    Raises
    ------
    PlanError
        The file cannot be read, or has not these columns. Bad rows raise nothing: they are in
        `faults`, and the good ones are kept.
    """
    path = Path(path).expanduser()
    written = text(path)
    reader = csv.DictReader(written.splitlines(keepends=True), delimiter=delimiter(written))
    header = [name.strip().lower() for name in reader.fieldnames or ()]
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        raise PlanError(
            f"{path.name}: row 1 has no column {listed(missing)}. "
            f"A log has the columns {listed(COLUMNS)}."
        )
    reader.fieldnames = header
    done, faults = [], []
    names: dict[str, Exercise | PlanError] = {}
    try:
        for number, row in enumerate(reader, start=2):
            cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
            if not cells["sets"] and (cells["date"] or not any(cells.values())):
                continue
            found = _row(cells, plan, names)
            if isinstance(found, Done):
                done.append(found)
            else:
                faults += [f"row {number}, {fault}" for fault in found]
    except csv.Error as bad:
        faults.append(f"line {reader.line_num}: {bad}; what follows was not read.")
    return Log(plan, tuple(done), tuple(faults))


def _row(
    cells: Mapping[str, str], plan: Plan, names: dict[str, Exercise | PlanError]
) -> Done | list[str]:
    """Return one row, or everything that is wrong with it."""
    values: dict[str, Any] = {}
    faults = []
    for name, take in (("date", _day), ("exercise", _exercise), ("sets", _sets)):
        try:
            values[name] = take(cells[name], plan, names)
        except PlanError as wrong:
            faults += [f'column "{name}": {fault}' for fault in wrong.faults]
    if faults:
        return faults
    when = values["date"]
    return Done(week=(when - plan.season.start_date).days // 7 + 1, **values)


def _day(cell: str, plan: Plan, _names: Any) -> date:
    try:
        when = known_date(cell, "date")
    except PlanError:
        raise PlanError(f'"{cell}" is no date; write it as 2026-12-31.') from None
    first, last = _span(plan)
    if not first <= when <= last:
        raise PlanError(f"{cell} is outside the plan, which goes from {first} to {last}.")
    return when


def _span(plan: Plan) -> tuple[date, date]:
    first = plan.season.start_date
    return first, first + timedelta(weeks=52, days=-1)


def _exercise(cell: str, plan: Plan, names: dict[str, Exercise | PlanError]) -> Exercise:
    if not cell:
        raise PlanError("blank, but needed.")
    if cell not in names:
        try:
            names[cell] = plan.exercise(cell)
        except PlanError as unknown:
            names[cell] = unknown
    found = names[cell]
    if isinstance(found, PlanError):
        raise found
    return found


def _sets(cell: str, _plan: Plan, _names: Any) -> float:
    try:
        number = float(cell.replace(",", "."))
    except ValueError:
        number = float("nan")
    if not isfinite(number) or not 0 <= number <= _MOST_SETS:
        raise PlanError(f'"{cell}" is no number of sets, 0 to {_MOST_SETS}.')
    return number
