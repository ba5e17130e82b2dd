"""The integer programmes of a session, one for each number of pairs, solved by scipy's `milp`.

The weights are teaching choices (U).
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import ceil, floor, inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from runplan.exercises import Exercise, coverage
from runplan.supersets.rules import is_filler
from runplan.supersets.task import Task, Wishes

# what counts as how bad, where half an exercise's sets that a muscle lacks count 1: an
# exercise too many or too few for its share of the emphasis, or fewer landings than the phase
# has; a heavy lift or a jump more than there are light exercises to fill its rest
_OFF_EMPHASIS, _NO_FILLER = 7, 30
# the words of the library that serve each share of a phase's emphasis
_SERVES = {
    "max_strength": {"max_strength"},
    "explosive": {"explosive"},
    "mobility_prevention": {"mobility", "prevention"},
    "corrective": {"corrective"},
}

Numbers = NDArray[np.float64]
# a number, or one for each number of pairs, that never falls as they grow
Limit = float | Callable[[int], float]


@lru_cache(maxsize=1024)
def _covers(exercise: Exercise) -> tuple[float, ...]:
    return tuple(coverage([(exercise, 1)]))


class Programme:
    """The integer programmes of one task, one for each number of pairs.

    A column says that an exercise is chosen to serve one share of the emphasis; then come how
    many exercises each share is off, what each muscle lacks, the missing fillers, and whether
    landings are missing.
    """

    def __init__(self, task: Task, wishes: Wishes, pool: Sequence[Exercise]) -> None:
        self.task, self.pool = task, pool
        serves = [
            (row, share)
            for row, exercise in enumerate(pool)
            for share, words in enumerate(_SERVES.values())
            if not words.isdisjoint(exercise.emphasis)
        ]
        self.row_of = np.array([row for row, _ in serves])
        self.picks = len(serves)
        self.off = self.picks
        self.lacks = self.off + len(_SERVES)
        self.muscles = self._muscles()
        self.idle = self.lacks + len(self.muscles)
        self.still = self.idle + 1
        self.lines: list[Numbers] = []
        self.limits: list[tuple[Limit, Limit]] = []
        self.found = inf
        self._hold_wishes(wishes)
        self._hold_badness(np.array([share for _, share in serves]))

    def time(self) -> Numbers:
        """Return the costs that make the session short."""
        costs = np.zeros(self.still + 1)
        costs[: self.picks] = self._each(self.task.time_s)
        return costs

    def badness(self) -> Numbers:
        """Return the costs that make the session good."""
        costs = np.zeros(self.still + 1)
        costs[self.off : self.lacks] = _OFF_EMPHASIS
        costs[self.lacks : self.idle] = [alike for _, _, alike in self.muscles]
        costs[self.idle], costs[self.still] = _NO_FILLER, _OFF_EMPHASIS
        return costs

    def solve(self, costs: Numbers, pairs: int, below: float = inf) -> tuple[int, ...] | None:
        """Return the rows of the exercises chosen; None where nothing costs less than `below`."""
        for presolve in (True, False):  # HiGHS now and then errs in one way, not in both
            # costs are whole numbers: less is at least one less
            solved = self._solved(costs, (pairs, pairs), below - 1, presolve=presolve)
            if solved.status == 2:
                return None
            if solved.x is not None:
                self.found = round(solved.fun)
                return tuple(
                    sorted({int(row) for row in self.row_of[solved.x[: self.picks] > 0.5]})
                )
        raise RuntimeError(f"The solver failed: {solved.message}")

    def at_least(self, costs: Numbers, most: int) -> float:
        """Return what is cheaper than any session of up to so many pairs: parts may be chosen."""
        solved = self._solved(costs, (1, most), inf, whole=False, presolve=False)
        if solved.status == 2:
            return inf
        return -inf if solved.fun is None else float(solved.fun) - 1e-6

    def _solved(
        self,
        costs: Numbers,
        pairs: tuple[int, int],
        most: float,
        *,
        whole: bool = True,
        presolve: bool = True,
    ) -> Any:
        from scipy.optimize import Bounds, LinearConstraint, milp

        ends = [
            tuple(end(n) if callable(end) else end for end, n in zip(limit, pairs, strict=True))
            for limit in self.limits
        ]
        lows, highs = zip(*ends, (-inf, most), strict=True)
        upper = np.full(len(costs), inf)
        upper[: self.picks] = 1
        return milp(
            costs,
            integrality=np.full(len(costs), int(whole)),
            bounds=Bounds(0, upper),
            constraints=LinearConstraint(np.array([*self.lines, costs]), lows, highs),
            options={"mip_rel_gap": 0, "presolve": presolve},
        )

    def _each(self, value: Callable[[Exercise], float]) -> Numbers:
        """Return a number for each pick from one for each exercise."""
        numbers = [float(value(exercise)) for exercise in self.pool]
        return np.array([numbers[row] for row in self.row_of])

    def _hold(
        self, picks: Any, low: Limit, high: Limit, column: int | None = None, factor: float = 1
    ) -> None:
        """Hold a sum over the picks, and one other column, between two numbers."""
        line = np.zeros(self.still + 1)
        line[: self.picks] = picks
        if column is not None:
            line[column] = factor
        self.lines.append(line)
        self.limits.append((low, high))

    def _hold_wishes(self, wishes: Wishes) -> None:
        """Hold the number, each exercise once, those that must be there, and the limits."""
        self._hold(1, lambda pairs: 2 * pairs, lambda pairs: 2 * pairs)
        for row in range(len(self.pool)):
            self._hold(self.row_of == row, row < len(wishes.include), 1)
        if wishes.minutes is not None:
            self._hold(self._each(self.task.time_s), 0, self.task.work_s(wishes.minutes))
        if wishes.contacts is not None:
            self._hold(self._each(self.task.contacts), 0, wishes.contacts)

    def _hold_badness(self, share_of: Any) -> None:
        """Tie the columns that count what is bad to the picks."""
        heavy, jumps = self._each(self.task.heavy), self._each(lambda e: e.plyometric)
        self._hold(heavy - self._each(is_filler), -inf, 0, self.idle, -1)
        self._hold(heavy + jumps, -inf, lambda pairs: pairs, self.idle, -1)
        landings = self.task.phase.contacts[0]
        self._hold(self._each(self.task.contacts), landings, inf, self.still, landings)
        for share, name in enumerate(_SERVES):
            part = self.task.phase.emphasis[name] / 100 * 2

            def fewest(pairs: int, part: float = part) -> float:
                return floor(part * pairs)

            def most(pairs: int, part: float = part) -> float:
                return ceil(part * pairs)

            self._hold(share_of == share, fewest, inf, self.off + share)
            self._hold(share_of == share, -inf, most, self.off + share, -1)
        for column, (covers, short, _) in enumerate(self.muscles, self.lacks):
            self._hold(np.array(covers)[self.row_of], short, inf, column)

    def _muscles(self) -> list[tuple[tuple[float, ...], int, int]]:
        """Return what covers a muscle, what it is short of, and how many muscles are alike.

        Both count in halves of an exercise's sets, what is short rounded up.
        """
        covered = zip(*map(_covers, self.pool), strict=True)
        alike: dict[tuple[tuple[float, ...], int], int] = {}
        for covers, sets in zip(covered, self.task.short, strict=True):
            short = ceil(2 * sets / self.task.sets - 1e-9)
            if short > 0 and any(covers):
                key = tuple(min(2 * part, short) for part in covers), short
                alike[key] = alike.get(key, 0) + 1
        return [(covers, short, number) for (covers, short), number in alike.items()]
