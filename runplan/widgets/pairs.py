"""The control of a tool that edits supersets: their exercises, order and doses, and verdicts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from runplan.exercises import Exercise
from runplan.reasons import Level, Reason
from runplan.supersets import Review, Superset
from runplan.widgets.panel import Control, said
from runplan.words import plain

_UNITS = {"reps": "reps", "seconds": "s", "steps": "steps"}

# how the browser has one superset
Row = dict[str, Any]


@frozen(kw_only=True)
class Pairs(Control):
    """Supersets in order, to choose, turn, move and dose.

    Parameters
    ----------
    options
        Headings, each with its exercises: id, name, unit, and the row's own repetitions, which
        an exercise brings when it is chosen.
    """

    kind = "pairs"
    options: Sequence[tuple[str, Sequence[tuple[str, str, str, int, int]]]]
    wide: bool = True
    noted: int = 0


@frozen
class PairTold:
    """What is said of one superset: its verdict, and every rule's, worst first."""

    level: Level
    reasons: Sequence[Reason]

    @classmethod
    def of(cls, review: Review) -> "PairTold":
        """Tell the review of a superset where it stands."""
        order = ("fail", "warn", "pass")
        worst_first = sorted(review.reasons, key=lambda reason: order.index(reason.level))
        return cls(
            review.level, [evolve(one, text=said(one), reference=None) for one in worst_first]
        )


def by_pattern(exercises: Iterable[Exercise]) -> list[tuple[str, list[Any]]]:
    """Return exercises as options, under their patterns."""
    groups: dict[str, list[Any]] = {}
    for one in exercises:
        unit = f"{_UNITS[one.unit]}{' a side' if one.unilateral else ''}"
        option = (one.id, one.name, unit, one.reps_min, one.reps_max)
        groups.setdefault(plain(one.pattern), []).append(option)
    return list(groups.items())


def to_row(pair: Superset) -> Row:
    """Return a superset as the browser has it."""
    return {
        "first": pair.first.id,
        "second": pair.second.id,
        "sets": pair.sets,
        "reps": [list(reps) for reps in pair.each_reps()],
        "rest_s": pair.rest_s,
    }


def from_row(row: Row, known: Mapping[str, Exercise]) -> Superset:
    """Return the superset that the browser has."""
    return Superset(
        known[row["first"]],
        known[row["second"]],
        sets=row["sets"],
        reps=[tuple(reps) for reps in row["reps"]],
        rest_s=row["rest_s"],
    )
