"""What work covers, against what a runner needs: exercise by exercise, muscle by muscle."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
from attrs import field, frozen

from runplan.errors import PlanError
from runplan.exercises import Exercise, coverage
from runplan.muscles import BodyView, Muscle, head_to_foot
from runplan.show import card

Work = tuple[tuple[Exercise, float], ...]
Needs = tuple[tuple[str, float], ...]


def _work(given: Any) -> Work:
    """Return each exercise once, with its sets; a session gives its own."""
    if supersets := getattr(given, "supersets", None):
        given = [one for pair in supersets for one in pair.work()]
    coverage(given := list(given))  # says what is wrong, all at once
    sets: dict[Exercise, float] = {}
    for what, number in given:
        exercise = what if isinstance(what, Exercise) else Exercise.find(what)
        sets[exercise] = sets.get(exercise, 0.0) + number
    return tuple(sets.items())


def _needs(given: Mapping[str, float] | Iterable[tuple[str, float]] | None) -> Needs:
    needs = {Muscle.find(muscle).id: float(sets) for muscle, sets in dict(given or ()).items()}
    for muscle, sets in needs.items():
        if not 0 <= sets < float("inf"):
            raise PlanError(f"The need of {muscle} is {sets:g} sets; give a number from 0 on.")
    return tuple(needs.items())


@frozen(repr=False)
class Coverage:
    """The sets that each exercise gives to each muscle, against needs.

    A set counts 1 for a prime mover and 0.5 for a helper. No muscle is folded into a group.

    Parameters
    ----------
    work
        A `Session`, or pairs of an exercise (or its name or id) and its sets.
    needs
        Sets wanted by muscle, such as a runner's weekly needs; None compares with nothing.
    title
        What the work is, in a few words.

    Raises
    ------
    PlanError
        Names that lead nowhere, sets or needs below 0.

    Examples
    --------
    >>> work = Coverage([("calf raise", 3), ("toe climb", 1)], {"soleus": 6, "deltoid": 2})
    >>> print(work.describe())
    These exercises: 1 exercise, 4 sets. Needs of 0 of 2 muscles are met; furthest from it: \
deltoid 0 of 2, soleus 4 of 6.
    """

    work: Work = field(converter=_work)
    needs: Needs = field(default=(), converter=_needs)
    title: str = field(default="These exercises", converter=str)

    def exercises(self) -> tuple[Exercise, ...]:
        """Return the exercises."""
        return tuple(exercise for exercise, _ in self.work)

    def total(self) -> "pd.Series[float]":
        """Return the sets each muscle gets, all muscles from head to foot.

        >>> Coverage([("calf raise", 3)]).total()["fibularis_longus"]
        np.float64(1.5)
        """
        return coverage(self.work).loc[_order()]

    def table(self) -> pd.DataFrame:
        """Return sets by muscle (rows, from head to foot) and exercise (columns, by name).

        Only muscles that get or need something; at the end the columns `sets`, and, where there
        are needs, `need` and `short`.
        """
        cells = {exercise.name: coverage([(exercise, sets)]) for exercise, sets in self.work}
        found = pd.DataFrame(cells, index=_order())
        found["sets"] = self.total()
        if self.needs:
            found["need"] = pd.Series(dict(self.needs)).reindex(_order(), fill_value=0.0)
            found["short"] = (found.need - found.sets).clip(lower=0)
        return found[(found != 0).any(axis=1)]

    def shares(self) -> "pd.Series[float]":
        """Return which part of its need each muscle gets, at most 1; all that have a need."""
        wanted = pd.Series({muscle: need for muscle, need in self.needs if need}, dtype=float)
        return (self.total().reindex(wanted.index) / wanted).clip(upper=1)

    def body(self) -> BodyView:
        """Return the map of the body: parts of the needs, or of the most that a muscle gets."""
        if self.needs:
            return BodyView(shade="amount", amounts=self.shares(), scale="part of the sets needed")
        total = self.total()
        most = total.max() or 1.0
        return BodyView(shade="amount", amounts=total / most, scale=f"part of {most:g} sets")

    def missing(self) -> BodyView:
        """Return the map of the body with what is still missing: the darker, the more.

        >>> Coverage([("calf raise", 3)], {"soleus": 6, "deltoid": 2}).missing().most()
        [('deltoid', 1.0), ('soleus', 0.5)]
        """
        scale = "part of the need still missing"
        return BodyView(shade="amount", amounts=1 - self.shares(), scale=scale)

    def furthest(self, count: int = 3) -> list[tuple[str, float, float]]:
        """Return the muscles furthest from their need: id, sets and need, the furthest first."""
        total, needs, shares = self.total(), dict(self.needs), self.shares()
        short = sorted((share, -needs[str(m)], str(m)) for m, share in shares.items() if share < 1)
        return [(m, float(total[m]), needs[m]) for _, _, m in short[:count]]

    def describe(self) -> str:
        """Say how much work it is, which needs are met, and which are furthest from it."""
        sets = sum(number for _, number in self.work)
        head = f"{self.title}: {_count(len(self.work), 'exercise')}, {_count(sets, 'set')}."
        if not self.needs:
            best = self.total().nlargest(3)
            most = ", ".join(f"{Muscle.find(str(m)).short} {n:g}" for m, n in best.items() if n)
            return f"{head} Most sets: {most}." if most else head
        met = int((self.shares() >= 1).sum())
        furthest = ", ".join(
            f"{Muscle.find(muscle).short} {got:g} of {need:g}"
            for muscle, got, need in self.furthest()
        )
        short = f"; furthest from it: {furthest}" if furthest else ""
        return f"{head} Needs of {met} of {_count(len(self.shares()), 'muscle')} are met{short}."

    def __repr__(self) -> str:
        return f"Coverage({self.title}: {_count(len(self.work), 'exercise')})"

    def _repr_html_(self) -> str:
        return card(self.title, self.describe(), self.table().round(1))


def _order() -> list[str]:
    return [muscle for part in head_to_foot().values() for muscle in part]


def _count(number: float, what: str) -> str:
    return f"{number:g} {what}{'' if number == 1 else 's'}"
