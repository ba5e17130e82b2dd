"""Files that a trainer fills in, as examples: they are made from real rows, and can be read."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Any

from runplan.errors import PlanError
from runplan.exports.text import guarded
from runplan.library import select
from runplan.plan import Plan
from runplan.plan.log import COLUMNS
from runplan.schema import Column
from runplan.tables import exercise_columns

# of our own rows only: where they are from, and what others call them
_OF_OURS = ("free_exercise_db", "wger", "source", "confidence", "article_dose", "refs")
_WEEKS = 2  # of the log


def own_columns() -> tuple[Column, ...]:
    """Return the columns of a file of own exercises, in words."""
    return tuple(column for column in exercise_columns() if column.name not in _OF_OURS)


def own_example(plan: Plan) -> str:
    """Return a file of own exercises as CSV: some of ours that the runner can do, renamed.

    It holds one of each kind where there is one: counted in repetitions, in seconds, in steps,
    and a jump.
    """
    fit = select(equipment=plan.runner.equipment, level=plan.runner.level)
    kinds = fit.drop_duplicates(["unit", "plyometric"])
    own = kinds.assign(
        id=[f"my_{id_}" for id_ in kinds.id],
        name=[f"my {name}" for name in kinds.name],
        also_called="",  # another's names would find both
    )
    names = [column.name for column in own_columns()]
    rows: Any = own[names].astype("object").to_dict("records")
    return _csv(names, ([_cell(row[name]) for name in names] for row in rows))


def log_example(plan: Plan) -> str:
    """Return a log as CSV: the plan's first weeks with sessions, as if all had been done."""
    table = plan.entries()
    weeks = table.week.unique()[:_WEEKS]
    done: Any = table[table.week.isin(weeks)].itertuples()
    cells = ((f"{row.date:%Y-%m-%d}", guarded(_called(plan, row)), f"{row.sets:g}") for row in done)
    return _csv(COLUMNS, cells)


def _called(plan: Plan, row: Any) -> str:
    """Return an exercise's name; its id where another one is called so, too."""
    try:
        found = plan.exercise(row.exercise_name).id
    except PlanError:
        found = None
    return str(row.exercise_name if found == row.exercise else row.exercise)


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return ";".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None or value != value else str(value)  # noqa: PLR0124


def _csv(names: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    sheet = StringIO(newline="")
    csv.writer(sheet).writerows([names, *rows])
    return sheet.getvalue()
