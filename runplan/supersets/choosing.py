"""Which exercises a session takes: the best of all, by integer programmes solved exactly.

One programme for each number of pairs, which is solved far faster than one for all; numbers
that cannot hold the best session are passed over.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import inf

import numpy as np

from runplan.exercises import Exercise
from runplan.supersets.programme import Programme
from runplan.supersets.task import Task, Wishes

# as many as best_pairs takes
_MOST_PAIRS = 8
# what a landing is counted as when time and landings are held against their sum, seconds
_LANDING_S = (0, 1, 2, 5, 10, 20, 50, 100)


def choose(task: Task, wishes: Wishes) -> list[Exercise] | None:
    """Return the exercises of the best session, in the library's order; None where none fits."""
    rows = _chosen(task, wishes)
    return None if rows is None else [_pool(task, wishes)[row] for row in rows]


def shortest_s(task: Task, wishes: Wishes) -> float:
    """Return the seconds, warm-up included, of the shortest session but for its minutes."""
    pool = _pool(task, wishes)
    if len(pool) < 2:
        return inf
    programme = Programme(task, wishes.without("minutes"), pool)
    for pairs in range(1, len(pool) // 2 + 1):
        rows = programme.solve(programme.time(), pairs)
        if rows is not None:
            return task.warmup_min * 60 + sum(task.time_s(pool[row]) for row in rows)
    return inf


# a plan asks for the same few sessions again and again
@lru_cache(maxsize=256)
def _chosen(task: Task, wishes: Wishes) -> tuple[int, ...] | None:
    pool = _pool(task, wishes)
    if len(pool) < 2:
        return None
    programme = Programme(task, wishes, pool)
    costs = programme.badness()
    best, least = None, inf
    for pairs in range(_most_pairs(task, wishes, pool), 0, -1):
        if best is not None and programme.at_least(costs, pairs) > least - 1:
            break
        rows = programme.solve(costs, pairs, below=least)
        if rows is not None:
            best, least = rows, programme.found
    return best


def _most_pairs(task: Task, wishes: Wishes, pool: Sequence[Exercise]) -> int:
    """Return a number of pairs above which time or landings are always too many."""
    most = min(_MOST_PAIRS, len(pool) // 2)
    if wishes.minutes is None:
        return most
    time_s = np.array([task.time_s(exercise) for exercise in pool])
    contacts = np.array([task.contacts(exercise) for exercise in pool])
    for landing_s in (0,) if wishes.contacts is None else _LANDING_S:
        least = np.cumsum(np.sort(time_s + landing_s * contacts))
        limit = task.work_s(wishes.minutes) + landing_s * (wishes.contacts or 0)
        most = min(most, int((least <= limit + 1e-6).sum()) // 2)
    return most


def _pool(task: Task, wishes: Wishes) -> tuple[Exercise, ...]:
    """Return the exercises that may be chosen; none where one that must be there may not."""

    def allowed(exercise: Exercise) -> bool:
        held = wishes.equipment is None or wishes.equipment.issuperset(exercise.equipment)
        return held and (wishes.level is None or exercise.level <= wishes.level)

    def usual(exercise: Exercise) -> bool:
        rested = not exercise.plyometric or exercise.rest_s <= task.rest_s
        return rested and exercise.sets_max >= task.sets

    if not all(map(allowed, wishes.include)):
        return ()
    ids = {exercise.id for exercise in wishes.include}
    others = task.library if wishes.exercises is None else wishes.exercises
    return wishes.include + tuple(
        e for e in dict.fromkeys(others) if e.id not in ids and allowed(e) and usual(e)
    )
