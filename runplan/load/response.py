"""What a row of days does to fitness, fatigue and performance, and after the last of them."""

from functools import cached_property
from typing import Any

import pandas as pd
from attrs import field, frozen

from runplan.load.fitness import FitnessFatigue
from runplan.load.numbers import loads, number


def _daily(value: Any) -> tuple[float, ...]:
    return tuple(loads(value))


def _rest(value: Any) -> int:
    return round(number("rest_d", value, 0, 365, "days"))


@frozen
class Response:
    """Fitness, fatigue and performance over some days of training and some of rest.

    Parameters
    ----------
    model
        The `FitnessFatigue`.
    daily
        One load a day, in AU.
    rest_d
        Days without training that follow.

    Examples
    --------
    >>> once = Response(FitnessFatigue(), [100], rest_d=60)
    >>> print(once.describe())
    One load of 100 AU: performance is below the start until day 5.8 and best on day 21. Fitness \
fades in 42 days and counts 1 ×, fatigue in 7 and counts 2 ×: usual starting values, nobody's \
own. Schematic.
    """

    model: FitnessFatigue
    daily: tuple[float, ...] = field(converter=_daily)
    rest_d: int = field(default=28, converter=_rest)

    def table(self) -> pd.DataFrame:
        """Return the days, as `FitnessFatigue.curve` does, with fitness × k1 and fatigue × k2.

        A load shows from the next day on, so there is one day more than days of training and
        rest; its first day is 0.
        """
        return self._table.copy()

    @cached_property
    def _table(self) -> pd.DataFrame:
        table = self.model.curve([*self.daily, *[0.0] * self.rest_d, 0.0])
        table["day"] -= 1
        table["fitness"] *= self.model.k1
        table["fatigue"] *= self.model.k2
        return table

    @property
    def single(self) -> bool:
        """Whether it is one load and nothing else."""
        return len([load for load in self.daily if load]) == 1 and self.daily[0] > 0

    @property
    def last(self) -> int:
        """The day after the last day of training: when it is over."""
        return len(self.daily)

    def best(self) -> tuple[int, float]:
        """Return the day of the best performance from the end of training on, and its value."""
        after = self._table.performance.to_numpy()[self.last :]
        return self.last + int(after.argmax()), float(after.max())

    @property
    def when_best(self) -> str:
        """When performance is best, counted from the end of training, or from one load."""
        day, _ = self.best()
        after = day - self.last
        if self.rest_d and after == self.rest_d:
            return f"still rising {after} days later"
        if self.single:
            return f"best on day {day}"
        return f"best {after} day{'s' if after > 1 else ''} later" if after else "best at once"

    def describe(self) -> str:
        """Say the curve in a sentence or two."""
        model, (_, best) = self.model, self.best()
        usual = FitnessFatigue()
        own = "usual starting values, nobody's own" if model == usual else "chosen, not fitted"
        said = (
            f"Fitness fades in {model.tau1_d:g} days and counts {model.k1:g} ×, fatigue in "
            f"{model.tau2_d:g} and counts {model.k2:g} ×: {own}. Schematic."
        )
        if self.single:
            start = (
                f"performance is below the start until day {model.days_to_gain:.1f} and "
                if 0 < model.days_to_gain < self.rest_d
                else "performance is "
            )
            return f"One load of {self.daily[0]:g} AU: {start}{self.when_best}. {said}"
        now = float(self._table.performance[self.last])
        return (
            f"After {self.last} days of training performance stands at {now:.0f} and, without "
            f"training, is {self.when_best}: {best:.0f}. {said}"
        )
