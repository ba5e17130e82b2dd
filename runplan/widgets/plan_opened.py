"""What is told of a trainer's own files: what was taken, where it is, what is behind."""

import csv
from collections.abc import Iterable
from typing import Any

from runplan.plan import Plan
from runplan.plan.alternatives import why_not
from runplan.plan.log import Log, done_of
from runplan.schema import Column
from runplan.season.wording import count
from runplan.widgets.panel import Block
from runplan.words import listed, plain

_MOST_BEHIND = 6  # muscles listed


def table(columns: Iterable[Column], example: str) -> list[tuple[str, ...]]:
    """Return columns in words, a row each, with what an example has in its first row."""
    first = next(csv.DictReader(example.splitlines()), {})
    return [
        (
            column.name,
            column.what,
            column.allowed + ("" if column.needed else "; may be blank"),
            first.get(column.name, ""),
        )
        for column in columns
    ]


def told_own(plan: Plan, ids: Iterable[str], use: str) -> Block:
    """Tell how a trainer's exercises are taken, and where each is to be found, or why it is not."""
    ids = list(ids)
    here = {exercise.id: exercise for exercise in plan.exercises or ()}
    used: dict[str, dict[str, None]] = {}
    for one in plan.dated():
        for work in one.work:
            used.setdefault(work.exercise.id, {})[one.session.name] = None
    said = []
    for exercise in (here[id_] for id_ in ids if id_ in here):
        no = why_not(plan.runner, exercise)
        there = f"in {listed(list(used[exercise.id]))}; " if exercise.id in used else ""
        offered = f"{there}offered under “Do” in 3 · Week by week"
        said.append(f"{exercise.name}: {f'not offered, it {no}' if no else offered}")
    head = f"{count(len(ids), 'exercise')} of your own, {use}"
    return Block(heading=head, items=said, level="pass")


def told_done(log: Log, week: int) -> list[Block]:
    """Tell plan against done: in all, week by week, and muscle by muscle in one week."""
    blocks = [Block(log.describe(), heading="Done of the plan")]
    if not log.done:
        return blocks
    rows: Any = log.weeks().itertuples()
    weeks = [
        f"Week {row.week:g}: {done_of(row.done_sessions, row.planned_sessions, 'session')}, "
        f"{done_of(row.done_sets, row.planned_sets, 'set')}"
        for row in rows
    ]
    rows = log.muscles(week).head(_MOST_BEHIND).itertuples()
    muscles = [f"{plain(row.muscle)}: {done_of(row.done, row.planned, 'set')}" for row in rows]
    return [
        *blocks,
        Block(heading="Week by week", items=weeks),
        Block(heading=f"Muscles in week {week}, furthest behind first", items=muscles),
    ]
