"""The best days for the sessions of all weeks, found exactly, week by week.

Only what two weeks share links them: a demanding session on Sunday closes Monday, and whose
turn it is, A's or B's. So the best way into each of these few states is enough to go on from.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from operator import add

from attrs import frozen

APART = 2  # days between two demanding sessions
_SUNDAY = 6

# days of a week, 0 (Monday) to 6
Days = tuple[int, ...]
# sessions left out; on the day before a hard run, and on days not wished (or these two the other
# way round, where the days wished are kept); on days of a hard run; narrowness of the gaps; on
# days with a run
Cost = tuple[int, ...]


@frozen
class Wish:
    """The runner's days, and whether those of strength are kept even before a hard run."""

    strength: frozenset[int]
    hard_runs: frozenset[int]
    runs: frozenset[int]
    keep: bool = False


@frozen
class Open:
    """What one week leaves open.

    Parameters
    ----------
    stretch
        The phase; with a new one A begins.
    free
        The days that may be taken.
    room
        The most sessions.
    hard
        Whether A and B are demanding.
    """

    stretch: str
    free: Days
    room: int
    hard: tuple[bool, bool]


def best_days(weeks: Sequence[Open], wish: Wish) -> list[Days]:
    """Return the days of each week: lowest in the sum of costs, the first cost first.

    >>> wish = Wish(frozenset({0, 1}), frozenset(), frozenset())
    >>> best_days([Open("base", (0, 1, 2, 3), 2, (True, True))], wish)
    [(0, 3)]
    """
    ways: dict[tuple[bool, int], tuple[Cost, tuple[Days, ...]]] = {(False, 0): ((0,) * 6, ())}
    stretch = ""
    for week in weeks:
        on: dict[tuple[bool, int], tuple[Cost, tuple[Days, ...]]] = {}
        for (closed, turn), (cost, taken) in ways.items():
            first = turn if week.stretch == stretch else 0
            hard = week.hard[::-1] if first else week.hard
            for more, days, sunday in _options(
                week.free, week.room, hard, closed=closed, wish=wish
            ):
                state = sunday, (first + len(days)) % 2
                way = tuple(map(add, cost, more)), (*taken, days)
                on[state] = min(way, on.get(state, way))
        ways, stretch = on, week.stretch
    return list(min(ways.values())[1])


def most(free: Days, room: int, hard: tuple[bool, bool]) -> int:
    """Return how many sessions find days in a week by itself."""
    sizes = range(min(room, len(free)), 0, -1)
    return next((n for n in sizes if any(_ways(free, n, hard, closed=False))), 0)


@lru_cache(maxsize=4096)
def _options(
    free: Days, room: int, hard: tuple[bool, bool], *, closed: bool, wish: Wish
) -> list[tuple[Cost, Days, bool]]:
    """Return the best ways to fill a week, one for each state that it may end in.

    One session less than would fit may be worth it for the week after; two less never are.
    """
    best: dict[tuple[bool, int], tuple[Cost, Days, bool]] = {}
    found = most(free, room, hard)
    for number in range(max(0, found - 2), found + 1):
        for days in _ways(free, number, hard, closed=closed):
            sunday = _SUNDAY in days and hard[(number - 1) % 2]
            option = _cost(days, room, wish), days, sunday
            state = sunday, number % 2
            best[state] = min(option, best.get(state, option))
    return list(best.values())


def _ways(free: Days, number: int, hard: tuple[bool, bool], *, closed: bool) -> Iterator[Days]:
    """Yield the days on which so many sessions keep their distance."""
    for days in combinations(free, number):
        demanding = [day for n, day in enumerate(days) if hard[n % 2]]
        if closed:
            demanding = [-1, *demanding]
        if all(two - one >= APART for one, two in pairwise(demanding)):
            yield days


def _cost(days: Days, room: int, wish: Wish) -> Cost:
    # round the week: this one's first day stands for the next one's
    gaps = [two - one for one, two in pairwise([*days, *(day + 7 for day in days[:1])])]
    eves = sum((day + 1) % 7 in wish.hard_runs for day in days)
    unwished = sum(day not in wish.strength for day in days)
    return (
        room - len(days),
        *((unwished, eves) if wish.keep else (eves, unwished)),
        sum(day in wish.hard_runs for day in days),
        -min(gaps, default=0),
        sum(day in wish.runs for day in days),
    )
