"""One superset: two exercises in turn, how long they take, how often one lands, how good it is.

Time (science: Supersets): sets × (t_A + t_B + move + rest); straight sets take
sets × (t_A + rest) + sets × (t_B + rest).
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import pandas as pd
from attrs import frozen

from runplan.errors import PlanError
from runplan.exercises import Exercise
from runplan.show import card
from runplan.supersets.review import Review
from runplan.supersets.rules import RULES, Range

# from the first exercise of a pair to the second, seconds
MOVE_S = 10

Reps = Range | tuple[Range, Range]
GivenReps = int | Range | Sequence[Range]


def found(what: Exercise | str, library: pd.DataFrame | None = None) -> Exercise:
    """Return an exercise given as itself or by name.

    >>> found("hip thurst").id
    'hip_thrust'
    """
    if isinstance(what, Exercise):
        return what
    if isinstance(what, str):
        return Exercise.find(what, library)
    raise PlanError(f"An exercise is an Exercise or its name; you gave {what!r}.")


def _range(what: Any) -> Range:
    """Check one range of repetitions; a single number is a range of one."""
    ends = (what, what) if _whole(what) else what
    try:
        low, high = ends
    except (TypeError, ValueError):
        low = high = None
    if not (_whole(low) and _whole(high) and 1 <= low <= high <= 300):
        raise PlanError(
            f"Repetitions {what!r}: give a range (low, high) from 1 to 300, such as (8, 12), "
            "or one range each, such as ((3, 5), (8, 12))."
        )
    return int(low), int(high)


def _whole(what: Any) -> bool:
    return not isinstance(what, bool) and hasattr(what, "__index__")


def _reps(what: Any) -> Reps:
    """Return one range, or one each for the first and the second exercise."""
    if isinstance(what, Sequence) and len(what) == 2 and not any(map(_whole, what)):
        return _range(what[0]), _range(what[1])
    return _range(what)


def each_range(exercises: Sequence[Exercise], reps: GivenReps) -> tuple[Range, ...]:
    """Return a range for each exercise, from one for all or one each; a hold keeps its own.

    >>> each_range([found("calf raise"), found("side plank")], (8, 12))
    ((8, 12), (20, 40))
    """
    if isinstance(reps, Sequence) and not any(map(_whole, reps)):
        if len(reps) != len(exercises):
            raise PlanError(
                f"{len(reps)} ranges of repetitions for {len(exercises)} exercises. "
                "Give one range for all, or one for each."
            )
        return tuple(map(_range, reps))
    common = _range(reps)
    return tuple((e.reps_min, e.reps_max) if e.unit == "seconds" else common for e in exercises)


def _number(name: str, what: Any, low: int, high: int, advice: str) -> int:
    if not _whole(what) or not low <= what <= high:
        raise PlanError(f"{name} {what!r}: give a whole number from {low} to {high}. {advice}")
    return int(what)


@frozen(init=False, repr=False)
class Superset:
    """Two exercises in turn: a set of the first, a set of the second, then rest.

    Parameters
    ----------
    first, second
        `Exercise`, or its id or name (typing errors are forgiven).
    sets
        Rounds through the pair, 1 to 10.
    reps
        Repetitions (low, high), or a range each; in each exercise's own unit (repetitions,
        steps, seconds), per side when it is one-sided. One range for both counts repetitions
        and steps: a hold then keeps its own seconds.
    rest_s
        Rest after the second exercise, seconds, 0 to 600.
    library
        Where names are looked up; None is the shipped library.

    Raises
    ------
    PlanError
        An unknown or the same exercise, a dose out of bounds.

    Examples
    --------
    >>> pair = Superset("bulgarian split squat", "push-up")
    >>> pair
    Superset(bulgarian_split_squat + push_up: 3 × 8–12 a side / 8–12, 45 s rest)
    >>> pair.duration_s(), pair.straight_duration_s(), pair.review().level
    (495.0, 600.0, 'pass')
    """

    first: Exercise
    second: Exercise
    sets: int
    reps: Reps
    rest_s: int

    def __init__(  # noqa: PLR0917, the order is a promise
        self,
        first: Exercise | str,
        second: Exercise | str,
        sets: int = 3,
        reps: GivenReps = (8, 12),
        rest_s: int = 45,
        library: pd.DataFrame | None = None,
    ) -> None:
        one, other = found(first, library), found(second, library)
        if one.id == other.id:
            raise PlanError(f"{one.name} twice: a superset takes two different exercises.")
        self.__attrs_init__(
            one,
            other,
            _number("Sets", sets, 1, 10, "Two to four are usual."),
            _reps(reps),
            _number("Rest (seconds)", rest_s, 0, 600, "Rest 30 to 240 s."),
        )

    def each_reps(self) -> tuple[Range, Range]:
        """Return the range of the first and of the second, each in its own unit.

        >>> Superset("calf raise", "side plank").each_reps()
        ((8, 12), (20, 40))
        """
        return self._each_reps

    @cached_property
    def _each_reps(self) -> tuple[Range, Range]:
        one, other = each_range((self.first, self.second), self.reps)
        return one, other

    def set_s(self) -> tuple[float, float]:
        """Return the seconds of one set of each: the middle of its range, both sides.

        >>> Superset("calf raise", "side plank").set_s()
        (40.0, 60.0)
        """
        one, other = self.each_reps()
        return self.first.set_s(sum(one) / 2), self.second.set_s(sum(other) / 2)

    def duration_s(self) -> float:
        """Return the seconds the pair takes: sets × (t_A + t_B + move + rest)."""
        return self.sets * (sum(self.set_s()) + MOVE_S + self.rest_s)

    def straight_duration_s(self) -> float:
        """Return the seconds of the same work in straight sets with the same rest."""
        return self.sets * (sum(self.set_s()) + 2 * self.rest_s)

    def same_lift_rest_s(self) -> tuple[float, float]:
        """Return the seconds before the first comes again, and the second.

        >>> Superset("calf raise", "side plank").same_lift_rest_s()
        (115.0, 95.0)
        """
        one, other = self.set_s()
        return other + MOVE_S + self.rest_s, one + MOVE_S + self.rest_s

    def contacts(self) -> Range:
        """Return the landings (low, high); both sides of a one-sided jump.

        >>> Superset("drop jump", "banded monster walk").contacts()
        (48, 72)
        """
        low, high = (
            sum(
                self.sets * exercise.set_contacts(reps[end])
                for exercise, reps in zip((self.first, self.second), self.each_reps(), strict=True)
            )
            for end in (0, 1)
        )
        return int(low), int(high)

    def work(self) -> list[tuple[Exercise, int]]:
        """Return each exercise with its sets, as `coverage` takes them."""
        return [(self.first, self.sets), (self.second, self.sets)]

    def review(self, level: int = 1) -> Review:
        """Judge the pair by the pairing rules, one verdict a rule.

        Parameters
        ----------
        level
            The runner's level, 1 to 3; it decides how many landings are too many.

        Raises
        ------
        PlanError
            The level does not exist.

        Examples
        --------
        >>> for reason in Superset("drop jump", "banded monster walk").review().reasons[2:4]:
        ...     print(reason.rule, reason.level, reason.reference)
        jumps_fresh pass dobbs2019
        jumps_dosed fail haff2016
        """
        return Review.of(rule(self, level) for rule in RULES)

    def doses(self) -> tuple[str, str]:
        """Return the dose of a set of each, as a coach writes it.

        >>> Superset("calf raise", "side plank").doses()
        ('8–12', '20–40 s a side')
        """
        one, other = self.each_reps()
        return _dose(self.first, one), _dose(self.second, other)

    def describe(self) -> str:
        """Say in a sentence what is done and how long it takes.

        >>> print(Superset("calf raise", "side plank").describe())  # doctest: +NORMALIZE_WHITESPACE
        3 rounds of standing calf raise (8–12) and side plank (20–40 s a side), 45 s rest:
        7 min 45 s, 1 min 45 s less than straight sets.
        """
        one, other = self.doses()
        return (
            f"{self.sets} round{'' if self.sets == 1 else 's'} of {self.first.name} ({one}) and "
            f"{self.second.name} ({other}), {self.rest_s} s rest: {clock(self.duration_s())}, "
            f"{saved(self.straight_duration_s() - self.duration_s())}."
        )

    def __repr__(self) -> str:
        doses = " / ".join(dict.fromkeys(self.doses()))
        pair = f"{self.first.id} + {self.second.id}"
        return f"Superset({pair}: {self.sets} × {doses}, {self.rest_s} s rest)"

    def _repr_html_(self) -> str:
        title = f"{self.first.name} + {self.second.name}"
        return card(title, f"{self.describe()} {self.review().describe()}")


def _dose(exercise: Exercise, reps: Range) -> str:
    unit = {"reps": "", "seconds": " s", "steps": " steps"}[exercise.unit]
    return f"{span(reps)}{unit}{' a side' if exercise.unilateral else ''}"


def span(ends: Range) -> str:
    """Return a range as a person writes it.

    >>> span((72, 108)), span((5, 5))
    ('72–108', '5')
    """
    return str(ends[0]) if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"


def clock(seconds: float) -> str:
    """Return a time in minutes and seconds.

    >>> clock(1875), clock(480)
    ('31 min 15 s', '8 min')
    """
    minutes, rest = divmod(round(seconds), 60)
    return " ".join(
        ([f"{minutes} min"] if minutes else []) + ([f"{rest} s"] if rest or not minutes else [])
    )


def saved(seconds: float) -> str:
    """Say how a time compares with straight sets.

    >>> saved(525), saved(-30)
    ('8 min 45 s less than straight sets', '30 s more than straight sets')
    """
    return f"{clock(abs(seconds))} {'less' if seconds >= 0 else 'more'} than straight sets"
