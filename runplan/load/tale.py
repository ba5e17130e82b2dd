"""Why the acute:chronic ratio is a tale of caution: three answers, and a made-up past."""

from functools import cached_property
from typing import Any

import pandas as pd
from attrs import field, frozen

from runplan import tables
from runplan.errors import PlanError
from runplan.evidence.references import cited
from runplan.load.numbers import loads
from runplan.load.ratio import FORMS, acwr


def _daily(value: Any) -> tuple[float, ...]:
    days = tuple(loads(value))
    if len(days) % 7 or len(days) < 35:
        raise PlanError(
            f"{len(days)} daily loads given; give whole weeks from a Monday on, five or more."
        )
    return days


@frozen
class RatioTale:
    """The acute:chronic ratio in its three forms, beside what it is worth.

    Parameters
    ----------
    daily
        One load a day, in AU, from a Monday on; five weeks or more.

    Examples
    --------
    >>> print(RatioTale([100] * 35 + [200] * 7).describe())
    One training, three ratios, most apart in week 6: 1.60 coupled, 2.00 uncoupled, 1.34 \
exponential. With random numbers for the past the odds of injury were 1.16–2.07, with one fixed \
number 1.95, with the real past load 2.45 (1.28–4.71): nothing to steer by (Impellizzeri et al. \
2021).
    """

    daily: tuple[float, ...] = field(converter=_daily)

    def table(self) -> pd.DataFrame:
        """Return the weeks.

        Returns
        -------
        DataFrame
            One row a week: week (from 1), load_au, and the ratio as coupled, uncoupled and
            exponential (on its Sunday); NaN while there are too few weeks.
        """
        return self._table.copy()

    @cached_property
    def _table(self) -> pd.DataFrame:
        found = {form: acwr(self.daily, form).table for form in FORMS}
        weekly = found["coupled"].acute_au.tolist()
        ratios = {
            form: (part.ratio.iloc[6::7] if form == "exponential" else part.ratio).tolist()
            for form, part in found.items()
        }
        # the exponential form knows no past either in its first weeks
        ratios["exponential"][:3] = [float("nan")] * 3
        return pd.DataFrame({"week": range(1, len(weekly) + 1), "load_au": weekly} | ratios)

    def apart(self) -> Any:
        """Return the row of the week in which the forms differ most, or None without a ratio."""
        known = self._table.dropna()
        if not len(known):
            return None
        forms = known[list(FORMS)].to_numpy()
        return known.iloc[int((forms.max(axis=1) - forms.min(axis=1)).argmax())]

    def back(self) -> Any:
        """Return the row of the first week after one without load, or None."""
        loads = self._table.load_au
        back = self._table[(loads > 0) & (loads.shift() == 0)].dropna()
        return back.iloc[0] if len(back) else None

    @staticmethod
    def _said(row: Any) -> str:
        return f"{row.week:.0f}: " + ", ".join(f"{row[form]:.2f} {form}" for form in FORMS)

    @staticmethod
    def odds() -> pd.DataFrame:
        """Return the odds ratio of injury by what is taken for the past [impellizzeri2021]_."""
        return tables.load("acwr_odds", ["past", "odds_ratio", "low", "high", "span", "refs"])

    def describe(self) -> str:
        """Say the tale in two sentences."""
        odds = self.odds().set_index("past")
        real, chance, fixed = (odds.loc[past] for past in _PASTS)
        row = self.apart()
        ratios = "No ratio without load."
        if row is not None:
            ratios = f"One training, three ratios, most apart in week {self._said(row)}."
        back = self.back()
        if back is not None:
            ratios += f" After a week off, in week {self._said(back)}."
        return (
            f"{ratios} With {chance.name} for the past the odds of injury were "
            f"{chance.low:g}–{chance.high:g}, with {fixed.name} {fixed.odds_ratio:g}, with "
            f"{real.name} {real.odds_ratio:g} ({real.low:g}–{real.high:g}): nothing to steer by "
            f"({cited(real.refs[0])})."
        )


_PASTS = ("the real past load", "random numbers", "one fixed number")
