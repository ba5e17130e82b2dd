"""Which exercises a session takes: an integer programme, solved exactly by scipy's `milp`.

The weights of the programme are teaching choices (U).
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from attrs import evolve, field, frozen
from numpy.typing import NDArray

from runplan.exercises import Exercise, coverage
from runplan.season import Phase
from runplan.supersets.rules import Range, is_filler, is_heavy
from runplan.supersets.superset import MOVE_S

# what counts as how bad, in sets that a muscle lacks: one exercise beside the emphasis, and
# one heavy lift or jump more than there are light exercises to fill its rest
_OFF_EMPHASIS, _NO_FILLER = 10.0, 50.0
# between equal choices the earlier row of the library
_LATER_ROW = 1e-3
# as many as best_pairs takes
_MOST_PAIRS = 8
# the words of the library that serve each share of a phase's emphasis
_SERVES = {
    "max_strength": ("max_strength",),
    "explosive": ("explosive",),
    "mobility_prevention": ("mobility", "prevention"),
    "corrective": ("corrective",),
}

Numbers = NDArray[np.float64]


@frozen
class Wishes:
    """What a session is asked for; a wish that is dropped is None or empty."""

    equipment: frozenset[str] | None
    level: int | None
    minutes: float | None
    contacts: int | None
    exercises: tuple[Exercise, ...] | None
    include: tuple[Exercise, ...]


@frozen
class Task:
    """What does not change when a wish is dropped."""

    phase: Phase
    sets: int
    rest_s: int
    warmup_min: float
    library: tuple[Exercise, ...]
    short: "pd.Series[float]" = field(eq=False)

    def reps(self, exercise: Exercise) -> Range:
        """Return the repetitions: the phase's for strength, as far as the row goes, else its own."""
        low, high = exercise.reps_min, exercise.reps_max
        if "max_strength" not in exercise.emphasis:
            return low, high
        least, most = self.phase.reps
        return min(max(low, least), high), max(min(high, most), low)

    def time_s(self, exercise: Exercise) -> float:
        """Return its share of a session: all pairs rest alike, so that it is one number."""
        return self.sets * (
            exercise.set_s(sum(self.reps(exercise)) / 2) + (MOVE_S + self.rest_s) / 2
        )

    def contacts(self, exercise: Exercise) -> float:
        return self.sets * exercise.set_contacts(self.reps(exercise)[1])


@lru_cache(maxsize=1024)
def _covers(exercise: Exercise) -> tuple[float, ...]:
    return tuple(coverage([(exercise, 1)]))


def _pool(task: Task, wishes: Wishes) -> tuple[Exercise, ...]:
    """Return the exercises that may be chosen; none where one that must be there may not."""

    def allowed(exercise: Exercise) -> bool:
        at_hand = wishes.equipment is None or wishes.equipment.issuperset(exercise.equipment)
        return at_hand and (wishes.level is None or exercise.level <= wishes.level)

    def usual(exercise: Exercise) -> bool:
        rested = not exercise.plyometric or exercise.rest_s <= task.rest_s
        return rested and exercise.sets_max >= task.sets

    if not all(map(allowed, wishes.include)):
        return ()
    ids = {exercise.id for exercise in wishes.include}
    rows = task.library if wishes.exercises is None else wishes.exercises
    return wishes.include + tuple(
        e for e in dict.fromkeys(rows) if e.id not in ids and allowed(e) and usual(e)
    )


def choose(task: Task, wishes: Wishes) -> list[Exercise] | None:
    """Return the exercises of the best session, in the library's order; None where none fits."""
    pool = _pool(task, wishes)
    if len(pool) < 2:
        return None
    programme = _Programme(task, pool)
    programme.hold_wishes(wishes)
    programme.hold_worth()
    picked = programme.solve(programme.worth())
    return None if picked is None else [pool[row] for row in picked]


def shortest_s(task: Task, wishes: Wishes) -> float:
    """Return the seconds, warm-up included, of the shortest session but for its minutes."""
    pool = _pool(task, wishes)
    programme = _Programme(task, pool)
    programme.hold_wishes(evolve(wishes, minutes=None))
    picked = programme.solve(programme.times()) or []
    return task.warmup_min * 60 + sum(task.time_s(pool[row]) for row in picked)


class _Programme:
    """The rows and columns of the integer programme.

    A column says that an exercise is chosen to serve one share of the emphasis; then come how
    far each share is off, the sets each muscle lacks, the missing fillers, and the pairs.
    """

    def __init__(self, task: Task, pool: Sequence[Exercise]) -> None:
        self.task, self.pool = task, pool
        serves = [
            (row, share)
            for row, exercise in enumerate(pool)
            for share, words in enumerate(_SERVES.values())
            if not set(words).isdisjoint(exercise.emphasis)
        ]
        self.row_of = np.array([row for row, _ in serves])
        self.share_of = np.array([share for _, share in serves])
        self.picks = len(serves)
        self.off = self.picks
        self.lacks = self.off + len(_SERVES)
        self.idle = self.lacks + len(task.short)
        self.pairs = self.idle + 1
        self.width = self.pairs + 1
        self.lines: list[Numbers] = []
        self.lows: list[float] = []
        self.highs: list[float] = []

    def each(self, value: Callable[[Exercise], float]) -> Numbers:
        """Return a number for each pick from one for each exercise."""
        return np.array([float(value(exercise)) for exercise in self.pool])[self.row_of]

    def hold(self, picks: Any, low: float, high: float, **columns: float) -> None:
        """Hold a sum over the picks, and named other columns, between two numbers."""
        line = np.zeros(self.width)
        line[: self.picks] = picks
        for column, factor in columns.items():
            line[getattr(self, column)] = factor
        self.lines.append(line)
        self.lows.append(low)
        self.highs.append(high)

    def times(self) -> Numbers:
        """Return the cost that makes the session short."""
        cost = np.zeros(self.width)
        cost[: self.picks] = self.each(self.task.time_s)
        return cost

    def worth(self) -> Numbers:
        """Return the cost that makes the session good."""
        cost = np.zeros(self.width)
        cost[: self.picks] = _LATER_ROW * self.row_of
        cost[self.off : self.lacks] = _OFF_EMPHASIS
        cost[self.lacks : self.idle] = 1
        cost[self.idle] = _NO_FILLER
        return cost

    def hold_wishes(self, wishes: Wishes) -> None:
        """Hold what must hold: an even number, each once, those that must be there, limits."""
        self.hold(1, 0, 0, pairs=-2)
        must = {exercise.id for exercise in wishes.include}
        for row, exercise in enumerate(self.pool):
            self.hold(self.row_of == row, exercise.id in must, 1)
        if wishes.minutes is not None:
            self.hold(self.times()[: self.picks], 0, (wishes.minutes - self.task.warmup_min) * 60)
        if wishes.contacts is not None:
            self.hold(self.each(self.task.contacts), 0, wishes.contacts)

    def hold_worth(self) -> None:
        """Tie the columns that the worth counts to the picks."""
        task = self.task
        heavy = self.each(lambda exercise: is_heavy(exercise, task.reps(exercise)))
        jumps = self.each(lambda exercise: exercise.plyometric)
        self.hold(heavy - self.each(is_filler), -np.inf, 0, idle=-1)
        self.hold(heavy + jumps, -np.inf, 0, idle=-1, pairs=-1)
        for share, name in enumerate(_SERVES):
            beside = (self.share_of == share) - task.phase.emphasis[name] / 100
            for sign in (1, -1):
                self.hold(sign * beside, -np.inf, 0)
                self.lines[-1][self.off + share] = -1
        covers = np.array([_covers(exercise) for exercise in self.pool])[self.row_of].T
        for muscle, wanted in enumerate(task.short):
            self.hold(task.sets * covers[muscle], wanted, np.inf)
            self.lines[-1][self.lacks + muscle] = 1

    def solve(self, cost: Numbers) -> list[int] | None:
        """Return the rows of the exercises picked, or None where nothing fits."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        lower, upper, whole = (
            np.zeros(self.width),
            np.full(self.width, np.inf),
            np.zeros(self.width),
        )
        upper[: self.picks] = whole[: self.picks] = whole[self.pairs] = 1
        lower[self.pairs], upper[self.pairs] = 1, _MOST_PAIRS
        solved = milp(
            cost,
            integrality=whole,
            bounds=Bounds(lower, upper),
            constraints=LinearConstraint(np.array(self.lines), self.lows, self.highs),
            options={"mip_rel_gap": 0},
        )
        if solved.x is None:
            return None
        return sorted({int(row) for row in self.row_of[solved.x[: self.picks] > 0.5]})
