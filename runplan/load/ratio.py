"""The acute:chronic workload ratio: a cautionary tale, not to steer by."""

from collections.abc import Iterable
from math import nan
from typing import Literal

import pandas as pd
from attrs import frozen

from runplan.errors import PlanError, unknown
from runplan.evidence.references import cited
from runplan.load.numbers import loads
from runplan.reasons import Reason
from runplan.show import card

Form = Literal["coupled", "uncoupled", "exponential"]
FORMS: tuple[Form, ...] = ("coupled", "uncoupled", "exponential")


@frozen(repr=False, eq=False)
class Acwr:
    """Acute:chronic workload ratios: a cautionary tale, not to steer by.

    Attributes
    ----------
    form
        "coupled", "uncoupled" or "exponential".
    table
        One row a week (exponential: a day): acute_au, chronic_au, ratio.
    """

    form: Form
    table: pd.DataFrame

    @property
    def reasons(self) -> list[Reason]:
        """Why this number must not steer training, each with its reference."""
        coupling = (
            "The week stands in its own average: that alone makes the two move together."
            if self.form == "coupled"
            else "Dividing by random numbers instead of the past load gives similar odds of injury."
        )
        return [
            Reason(
                "acwr",
                "warn",
                "No evidence supports steering training by this ratio.",
                "impellizzeri2020",
            ),
            Reason(
                "acwr",
                "warn",
                coupling,
                "lolli" if self.form == "coupled" else "impellizzeri2021",
            ),
        ]

    def describe(self) -> str:
        """Say the ratio in one sentence, and what not to do with it."""
        known = self.table.ratio.dropna()
        unit = "days" if self.form == "exponential" else "weeks"
        span = (
            f"from {known.min():.2f} to {known.max():.2f} over {len(known)} {unit}"
            if len(known)
            else "undefined so far"
        )
        return (
            f"Acute:chronic ratio, {self.form}, {span}: a cautionary tale, "
            f"not to be steered by: see {cited('impellizzeri2020')}."
        )

    def __repr__(self) -> str:
        return f"Acwr({self.form}, {len(self.table)} rows; not to be steered by)"

    def _repr_html_(self) -> str:
        return card("Acute:chronic ratio: not to be steered by", self.describe(), self.table)


def acwr(daily: Iterable[float], form: Form = "coupled", chronic_weeks: int = 4) -> Acwr:
    """Return the acute:chronic workload ratio, a cautionary tale: do not steer by it.

    No evidence supports steering training by it [impellizzeri2020]_; random "chronic" loads
    give odds of injury like real ones [impellizzeri2021]_, and in the coupled form the
    arithmetic alone makes a correlation [lolli]_.

    Parameters
    ----------
    daily
        One load a day, in AU, from a Monday on.
    form
        "coupled": the week over the mean of the last four, itself among them [gabbett2016]_; it
        can never exceed 4. "uncoupled": the week over the mean of the weeks before.
        "exponential": weighted means of 7 and 28 days, which both start at the first day's
        load [williams2017]_.
    chronic_weeks
        3 or 4 weeks before, for "uncoupled"; "coupled" always takes 4.

    Returns
    -------
    Acwr
        NaN while there are too few weeks, and where the chronic load is 0.

    Examples
    --------
    >>> acwr([100] * 28 + [200] * 7)
    Acwr(coupled, 5 rows; not to be steered by)
    >>> acwr([100] * 28 + [200] * 7).table.ratio.round(2).tolist()
    [nan, nan, nan, 1.0, 1.6]
    >>> acwr([100] * 28 + [200] * 7, "uncoupled").table.ratio.tolist()
    [nan, nan, nan, nan, 2.0]
    """
    if form not in FORMS:
        raise unknown("form of the ratio", form, FORMS)
    days = loads(daily)
    if form == "exponential":
        return Acwr(form, _table(_weighted(days, 7), _weighted(days, 28), "day"))
    if chronic_weeks not in (3, 4):
        raise PlanError(f"chronic_weeks is {chronic_weeks!r}; allowed: 3 or 4.")
    if len(days) % 7:
        raise PlanError(
            f"{len(days)} daily loads are no whole weeks; give seven a week, 0 for rest days."
        )
    weeks = [sum(days[day : day + 7]) for day in range(0, len(days), 7)]
    if form == "coupled":
        chronic = [_mean(weeks[: week + 1], 4) for week in range(len(weeks))]
    else:
        chronic = [_mean(weeks[:week], chronic_weeks) for week in range(len(weeks))]
    return Acwr(form, _table(weeks, chronic, "week"))


def _mean(weeks: list[float], last: int) -> float:
    return sum(weeks[-last:]) / last if len(weeks) >= last else nan


def _weighted(days: list[float], span: int) -> list[float]:
    """Return E(t) = L(t) a + (1 − a) E(t − 1) with a = 2 / (span + 1)."""
    share = 2 / (span + 1)
    means = [days[0]]
    for load in days[1:]:
        means.append(load * share + (1 - share) * means[-1])
    return means


def _table(acute: list[float], chronic: list[float], unit: str) -> pd.DataFrame:
    ratios = [one / past if past else nan for one, past in zip(acute, chronic, strict=True)]
    return pd.DataFrame(
        {"acute_au": acute, "chronic_au": chronic, "ratio": ratios},
        index=pd.RangeIndex(1, len(acute) + 1, name=unit),
    )
