"""What a plan's weeks cover, muscle by muscle, against the runner's needs."""

from functools import cached_property

import pandas as pd
from attrs import frozen

from runplan.exercises import Exercise, coverage
from runplan.muscles import Muscle
from runplan.plan.plan import Plan
from runplan.season.wording import count
from runplan.show import card


@frozen(slots=False)
class CoveredYear:
    """The sets each muscle gets in each of a plan's 52 weeks, against what the runner needs.

    The need of a week is the runner's, scaled by the volume of the week's phase. Deload and
    taper weeks are lighter on purpose: they are shown, but not counted as met or short.

    Parameters
    ----------
    plan
        A `Plan`.

    Examples
    --------
    >>> from runplan import Runner, Season
    >>> ada = Runner("Ada", 2, "gym", ["mon", "wed"], ["tue", "sat"], "sat")
    >>> year = CoveredYear(Plan(ada, Season("2027-09-05", start_date="2026-11-30")))
    >>> year.sets().shape, year.needs().loc[1, "soleus"]
    ((52, 35), np.float64(6.0))
    """

    plan: Plan

    @cached_property
    def _sets(self) -> pd.DataFrame:
        work: dict[int, list[tuple[Exercise | str, float]]] = {
            week: [] for week in self._weeks.index
        }
        for one in self.plan.dated():
            work[one.slot.week] += [(entry.exercise, entry.sets) for entry in one.work]
        return pd.DataFrame({week: coverage(done) for week, done in work.items()}).T

    @cached_property
    def _weeks(self) -> pd.DataFrame:
        return self.plan.season.weeks().set_index("week")

    def sets(self) -> pd.DataFrame:
        """Return the sets by week (rows, 1 to 52) and muscle id (columns)."""
        return self._sets.copy()

    def needs(self) -> pd.DataFrame:
        """Return the sets needed by week and muscle id, as `sets`."""
        volume = {
            name: self.plan.season.phase(name).volume_index / 100
            for name in self._weeks.phase.unique()
        }
        scale = self._weeks.phase.map(volume)
        needs = dict(self.plan.runner.needs)
        return pd.DataFrame(
            {muscle: scale * needs.get(muscle, 0.0) for muscle in map(str, self._sets)}
        )

    def shares(self) -> pd.DataFrame:
        """Return which part of its need each muscle gets, 0 to 1; NaN where nothing is needed."""
        needs = self.needs()
        return (self._sets / needs.where(needs > 0)).clip(upper=1)

    def ordinary(self) -> "pd.Series[bool]":
        """Return by week whether it is neither a deload nor a taper week."""
        return ~(self._weeks.deload | self._weeks.taper)

    def met(self) -> "pd.Series[int]":
        """Return by muscle in how many ordinary weeks its need is met; those with a need."""
        shares = self.shares()[self.ordinary()].dropna(axis=1, how="all")
        return (shares >= 1).sum()

    def describe(self) -> str:
        """Say which muscles are covered most often, and which most seldom."""
        met, weeks = self.met().sort_values(kind="stable"), int(self.ordinary().sum())
        full = int((met == weeks).sum())
        seldom = ", ".join(f"{Muscle.find(str(m)).short} {n}" for m, n in met.head(4).items())
        return (
            f"{self.plan.runner.name}'s year, muscle by muscle: of {count(weeks, 'ordinary week')} "
            f"the need is met in every one for {full} of {len(met)} muscles; "
            f"in the fewest for {seldom}."
        )

    def _repr_html_(self) -> str:
        table = pd.DataFrame({"ordinary weeks with the need met": self.met()})
        table.index = pd.Index([Muscle.find(str(muscle)).short for muscle in table.index])
        return card(f"{self.plan.runner.name}: covered weeks", self.describe(), table)
