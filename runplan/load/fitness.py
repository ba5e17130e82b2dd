"""Fitness and fatigue: Banister's model, and the chronic and acute load drawn from it."""

from collections.abc import Iterable
from math import exp, log
from typing import Any, Literal

import pandas as pd
from attrs import Attribute, evolve, field, frozen

from runplan.errors import PlanError, unknown
from runplan.load.numbers import loads, number
from runplan.show import card

_LIMITS = {
    "tau1_d": (1, 365, "days"),
    "tau2_d": (1, 365, "days"),
    "k1": (0, 100, ""),
    "k2": (0, 100, ""),
    "p0": (-1e6, 1e6, ""),
    "fitness_0": (0, 1e6, "AU"),
    "fatigue_0": (0, 1e6, "AU"),
}


def _legal(_: Any, field: "Attribute[Any]", value: Any) -> None:
    number(field.name, value, *_LIMITS[field.name])


@frozen(repr=False)
class FitnessFatigue:
    """Performance as slow-fading fitness less fast-fading fatigue.

    Parameters
    ----------
    tau1_d, tau2_d
        Days in which fitness and fatigue fade to 37 %; fatigue fades faster.
    k1, k2
        How much each counts.
    p0
        Performance without training.
    fitness_0, fatigue_0
        What the first day starts with, in AU.
    load_added
        "before decay": a day's load fades with the rest and shows from the next day on, as in
        the published model. "after decay": it shows in full on its own day, as in some tools.

    Notes
    -----
    [banister1975]_, recursive form and starting values [morton1990]_. The starting values are
    nobody's: the model must be fitted per person. It describes well what happened and predicts
    poorly what will.

    Examples
    --------
    >>> FitnessFatigue()
    FitnessFatigue(tau 42 and 7 days, k 1 and 2, load added before decay)
    >>> FitnessFatigue().curve([100, 0]).performance.round(2).tolist()
    [0.0, -75.73]
    """

    tau1_d: float = field(default=42, validator=_legal)
    tau2_d: float = field(default=7, validator=_legal)
    k1: float = field(default=1, validator=_legal)
    k2: float = field(default=2, validator=_legal)
    p0: float = field(default=0, validator=_legal)
    fitness_0: float = field(default=0, validator=_legal)
    fatigue_0: float = field(default=0, validator=_legal)
    load_added: Literal["before decay", "after decay"] = "before decay"

    def __attrs_post_init__(self) -> None:
        if self.load_added not in ("before decay", "after decay"):
            raise unknown("way to add load", self.load_added, ("before decay", "after decay"))
        if self.tau1_d <= self.tau2_d:
            raise PlanError(
                f"Fitness fades in {self.tau1_d:g} days and fatigue in {self.tau2_d:g}; fatigue "
                "must fade faster. Usual values to start with are 42 and 7."
            )

    def curve(self, daily: Iterable[float]) -> pd.DataFrame:
        """Return fitness, fatigue and performance on each day.

        Parameters
        ----------
        daily
            One load a day, in AU; rest days 0.

        Returns
        -------
        DataFrame
            One row a day: day (from 1), load_au, fitness, fatigue, performance =
            p0 + k1 × fitness − k2 × fatigue. Added before decay, day 1 shows what was there
            before its load.
        """
        late = self.load_added == "after decay"
        fade1, fade2 = exp(-1 / self.tau1_d), exp(-1 / self.tau2_d)
        fitness, fatigue = float(self.fitness_0), float(self.fatigue_0)
        rows = []
        for day, load in enumerate(loads(daily), start=1):
            if late:
                fitness, fatigue = fitness * fade1 + load, fatigue * fade2 + load
            performance = self.p0 + self.k1 * fitness - self.k2 * fatigue
            rows.append((day, load, fitness, fatigue, performance))
            if not late:
                fitness, fatigue = (fitness + load) * fade1, (fatigue + load) * fade2
        return pd.DataFrame(rows, columns=["day", "load_au", "fitness", "fatigue", "performance"])

    @property
    def days_to_gain(self) -> float:
        """Days after which one load does more good than harm [fitzclarke1991]_.

        >>> round(FitnessFatigue().days_to_gain, 1)
        5.8
        """
        return self._days(self.k1, self.k2)

    @property
    def days_to_best(self) -> float:
        """Days after which one load does the most good [fitzclarke1991]_.

        >>> round(FitnessFatigue().days_to_best, 1)
        20.9
        """
        return self._days(self.k1 / self.tau1_d, self.k2 / self.tau2_d)

    def _days(self, good: float, bad: float) -> float:
        """Return when good exp(−t/tau1) overtakes bad exp(−t/tau2): 0 if from the start."""
        if bad <= good:
            return 0.0
        if not good:
            return float("inf")
        fade = self.tau1_d * self.tau2_d / (self.tau1_d - self.tau2_d)
        return fade * log(bad / good)

    def replace(self, **changes: Any) -> "FitnessFatigue":
        """Return a new, re-checked model with some parameters changed."""
        return evolve(self, **changes)

    def describe(self) -> str:
        """Say the model in one sentence."""
        return (
            f"Fitness fades in {self.tau1_d:g} days and counts {self.k1:g} ×, fatigue in "
            f"{self.tau2_d:g} days and counts {self.k2:g} ×: one load pays from day "
            f"{self.days_to_gain:.1f} on and most on day {self.days_to_best:.1f}; load is added "
            f"{self.load_added}."
        )

    def __repr__(self) -> str:
        return (
            f"FitnessFatigue(tau {self.tau1_d:g} and {self.tau2_d:g} days, k {self.k1:g} and "
            f"{self.k2:g}, load added {self.load_added})"
        )

    def _repr_html_(self) -> str:
        table = pd.DataFrame(
            {
                "fades in, days": [self.tau1_d, self.tau2_d],
                "counts": [self.k1, self.k2],
                "at the start, AU": [self.fitness_0, self.fatigue_0],
            },
            index=["fitness", "fatigue"],
        )
        return card("Fitness and fatigue", self.describe(), table)


def stress_balance(
    daily: Iterable[float],
    ctl_d: float = 42,
    atl_d: float = 7,
    ctl_0: float = 0,
    atl_0: float = 0,
) -> pd.DataFrame:
    """Return chronic load (CTL), acute load (ATL) and their balance (TSB) on each day.

    Parameters
    ----------
    daily
        One load a day, in AU; rest days 0.
    ctl_d, atl_d
        Time constants in days.
    ctl_0, atl_0
        Values of the day before the first.

    Returns
    -------
    DataFrame
        One row a day: day (from 1), load_au, ctl, atl, tsb. ctl and atl hold the day's own
        load; tsb is yesterday's ctl − yesterday's atl, how the day is entered.

    Examples
    --------
    >>> stress_balance([100, 0]).round(2).loc[:, "ctl":].values.tolist()
    [[2.35, 13.31, 0.0], [2.3, 11.54, -10.96]]
    """
    chronic = number("ctl_0", ctl_0, 0, 1e6, "AU")
    acute = number("atl_0", atl_0, 0, 1e6, "AU")
    slow = 1 - exp(-1 / number("ctl_d", ctl_d, 1, 365, "days"))
    fast = 1 - exp(-1 / number("atl_d", atl_d, 1, 365, "days"))
    rows = []
    for day, load in enumerate(loads(daily), start=1):
        balance = chronic - acute
        chronic += (load - chronic) * slow
        acute += (load - acute) * fast
        rows.append((day, load, chronic, acute, balance))
    return pd.DataFrame(rows, columns=["day", "load_au", "ctl", "atl", "tsb"])
