"""Which exercise goes with which: every pairing, and the best one.

Pairings are compared by the pair rules alone: fewest fails, then fewest warnings, then ids.
The pair rules do not ask for order; order is chosen after the pairs.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, permutations

import pandas as pd
from attrs import evolve, frozen

from runplan.errors import PlanError
from runplan.exercises import Exercise
from runplan.supersets.order import joint_rested, jumps_early
from runplan.supersets.rules import Range, is_hard, is_heavy
from runplan.supersets.session import Session
from runplan.supersets.superset import GivenReps, Superset, each_range, found

# 14 exercises have 135,135 pairings to list
_MOST_LISTED, _MOST = 12, 16

# two places in a list of exercises sorted by id, the lower first
_Pair = tuple[int, int]


@frozen
class _Dosed:
    """An exercise with the dose that it brings to any pair: the greater sets and rest hold."""

    exercise: Exercise
    sets: int
    reps: Range
    rest_s: int

    def with_(self, other: "_Dosed") -> Superset:
        holds = "seconds" in (self.exercise.unit, other.exercise.unit)
        return Superset(
            self.exercise,
            other.exercise,
            sets=max(self.sets, other.sets),
            reps=self.reps if self.reps == other.reps and not holds else (self.reps, other.reps),
            rest_s=max(self.rest_s, other.rest_s),
        )


def pairings(
    exercises: Iterable[Exercise | str],
    *,
    sets: int = 3,
    reps: GivenReps = (8, 12),
    rest_s: int = 45,
    level: int = 1,
    library: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """List every way to pair the exercises, best first: 945 for ten.

    Parameters
    ----------
    exercises
        An even number of different exercises (or ids, or names), 2 to 12.
    sets, reps, rest_s, library
        As for `Superset`; `reps` is one range, or one for each exercise.
    level
        The runner's level, as for `Superset.review`.

    Returns
    -------
    DataFrame
        A row a pairing: rank (1 + the number strictly better; ties share it), fails and warns
        (verdicts of the pair rules over all pairs), pairs (tuples of two ids).

    Raises
    ------
    PlanError
        An odd number, too many, an exercise twice, a dose out of bounds.

    Examples
    --------
    >>> table = pairings(["hip thrust", "push-up", "calf raise", "bird dog"])
    >>> table[["rank", "fails", "warns"]].values.tolist()
    [[1, 0, 0], [2, 0, 1], [2, 0, 1]]
    """
    return _pairings(_dosed(exercises, sets, reps, rest_s, library), level)


def best_pairs(
    exercises: Iterable[Exercise | str],
    *,
    sets: int = 3,
    reps: GivenReps = (8, 12),
    rest_s: int = 45,
    level: int = 1,
    name: str = "",
    warmup_min: float = 8,
    library: pd.DataFrame | None = None,
) -> Session:
    """Return the session of the best pairs: fewest fails, then fewest warnings, then ids.

    Exact: the same as going through every pairing, by dynamic programming over subsets.
    Order comes after the pairs: jumps first (in the order that keeps most joints fresh), then
    heavy lifts, then the rest as given; a jump or the harder exercise begins its pair.

    Parameters
    ----------
    exercises
        An even number of different exercises (or ids, or names), 2 to 16.
    sets, reps, rest_s, level, library
        As for `pairings`.
    name, warmup_min
        As for `Session`.

    Raises
    ------
    PlanError
        An odd number, too many, an exercise twice, a dose out of bounds.

    Examples
    --------
    >>> session = best_pairs(["push-up", "calf raise", "pogo jump", "bird dog"], rest_s=90)
    >>> [f"{pair.first.id} + {pair.second.id}" for pair in session.supersets]
    ['pogo_jump + push_up', 'calf_raise + bird_dog']
    """
    given = [found(exercise, library) for exercise in exercises]
    dosed = _dosed(given, sets, reps, rest_s, library)
    pairs = [(dosed[one], dosed[other]) for one, other in _best(_verdicts(dosed, level))]
    return Session(_in_order(pairs, given), name=name, warmup_min=warmup_min)


def best_of(session: Session, level: int = 1) -> Session:
    """Return a session's exercises in their best pairs and order, each with its own dose.

    A pair takes the greater sets and rest of its two. Name and warm-up stay.

    Raises
    ------
    PlanError
        An exercise twice, more than 16.

    Examples
    --------
    >>> pogo = Superset("push-up", "pogo jump", rest_s=90)
    >>> best_of(Session([Superset("calf raise", "bird dog"), pogo])).supersets[0]
    Superset(pogo_jump + push_up: 3 × 8–12, 90 s rest)
    """
    dosed = _sorted([one for pair in _each_dosed(session) for one in pair])
    pairs = [(dosed[one], dosed[other]) for one, other in _best(_verdicts(dosed, level))]
    return evolve(session, supersets=_in_order(pairs, session.exercises()))


def in_order(session: Session) -> Session:
    """Return the same pairs in the order in which they are best done, as `best_pairs` has it."""
    return evolve(session, supersets=_in_order(_each_dosed(session), session.exercises()))


def all_pairings(session: Session, level: int = 1) -> pd.DataFrame:
    """List every way to pair a session's exercises, as `pairings` does; each keeps its dose."""
    return _pairings(_sorted([one for pair in _each_dosed(session) for one in pair]), level)


def _each_dosed(session: Session) -> list[tuple[_Dosed, _Dosed]]:
    return [
        (
            _Dosed(pair.first, pair.sets, pair.each_reps()[0], pair.rest_s),
            _Dosed(pair.second, pair.sets, pair.each_reps()[1], pair.rest_s),
        )
        for pair in session.supersets
    ]


def _dosed(
    exercises: Iterable[Exercise | str],
    sets: int,
    reps: GivenReps,
    rest_s: int,
    library: pd.DataFrame | None,
) -> list[_Dosed]:
    known = [found(exercise, library) for exercise in exercises]
    ranges = each_range(known, reps)
    return _sorted([_Dosed(e, sets, r, rest_s) for e, r in zip(known, ranges, strict=True)])


def _sorted(dosed: list[_Dosed]) -> list[_Dosed]:
    """Sort by id, or refuse what cannot be paired."""
    ids = [one.exercise.id for one in dosed]
    twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
    if twice:
        raise PlanError(f"{', '.join(twice)} twice. Give each exercise once.")
    if len(ids) % 2 or not 2 <= len(ids) <= _MOST:
        raise PlanError(
            f"{len(ids)} exercises: pairs take an even number from 2 to {_MOST}. Add or drop one."
        )
    return sorted(dosed, key=lambda one: one.exercise.id)


def _verdicts(dosed: list[_Dosed], level: int) -> dict[_Pair, tuple[int, int]]:
    """Return fails and warnings of every possible pair."""
    verdicts = {}
    for one, other in combinations(range(len(dosed)), 2):
        review = dosed[one].with_(dosed[other]).review(level)
        verdicts[one, other] = review.fails, review.warns
    return verdicts


def _all(places: tuple[int, ...]) -> Iterator[tuple[_Pair, ...]]:
    """Yield every pairing of some places: the first with each other, then the rest alike."""
    if not places:
        yield ()
        return
    first, *others = places
    for other in others:
        for rest in _all(tuple(place for place in others if place != other)):
            yield ((first, other), *rest)


def _pairings(dosed: list[_Dosed], level: int) -> pd.DataFrame:
    if len(dosed) > _MOST_LISTED:
        raise PlanError(
            f"{len(dosed)} exercises have too many pairings to list. "
            f"Give up to {_MOST_LISTED}; best_pairs takes up to {_MOST}."
        )
    verdicts = _verdicts(dosed, level)
    ids = [one.exercise.id for one in dosed]
    rows = sorted(
        (
            sum(verdicts[pair][0] for pair in pairing),
            sum(verdicts[pair][1] for pair in pairing),
            tuple((ids[one], ids[other]) for one, other in pairing),
        )
        for pairing in _all(tuple(range(len(dosed))))
    )
    table = pd.DataFrame(rows, columns=["fails", "warns", "pairs"])
    new = table[["fails", "warns"]].ne(table[["fails", "warns"]].shift()).any(axis=1)
    rank = pd.Series(range(1, len(table) + 1)).where(new).ffill().astype(int)
    table.insert(0, "rank", rank)
    return table


def _best(verdicts: dict[_Pair, tuple[int, int]]) -> tuple[_Pair, ...]:
    """Return the pairing with fewest fails, then warnings, then lowest places."""

    @cache
    def best(left: int) -> tuple[int, int, tuple[_Pair, ...]]:
        if not left:
            return 0, 0, ()
        one = (left & -left).bit_length() - 1
        ways = []
        for other in range(one + 1, left.bit_length()):
            if left >> other & 1:
                fails, warns, pairs = best(left & ~(1 << one | 1 << other))
                more_fails, more_warns = verdicts[one, other]
                ways.append((fails + more_fails, warns + more_warns, ((one, other), *pairs)))
        return min(ways)

    most = max(other for _, other in verdicts)
    return best((1 << most + 1) - 1)[2]


def _in_order(
    pairs: Sequence[tuple[_Dosed, _Dosed]], given: Sequence[Exercise]
) -> tuple[Superset, ...]:
    """Turn pairs into supersets in the order in which they are best done."""
    place = {exercise.id: number for number, exercise in enumerate(given)}

    def urgency(one: _Dosed) -> tuple[int, int]:
        exercise = one.exercise
        kinds = (exercise.plyometric, is_heavy(exercise, one.reps), is_hard(exercise), True)
        return kinds.index(True), place[exercise.id]

    ranked = sorted((sorted(pair, key=urgency) for pair in pairs), key=lambda p: urgency(p[0]))
    supersets = [one.with_(other) for one, other in ranked]
    jumps = [pair for pair in supersets if pair.first.plyometric]
    rest = [pair for pair in supersets if not pair.first.plyometric]

    def unrest(order: Iterable[Superset]) -> tuple[int, int]:
        session = Session(tuple(order))
        levels = [rule(session, 1).level for rule in (jumps_early, joint_rested)]
        return levels.count("fail"), levels.count("warn")

    if 1 < len(jumps) <= 5:
        jumps = list(min(permutations(jumps), key=unrest))
    return (*jumps, *rest)
