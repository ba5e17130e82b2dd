"""Published effects: which way is good, and what the interval allows; misprints found by rule."""

import math
from functools import cache
from typing import Any, Literal

import pandas as pd
from attrs import asdict, frozen

from runplan.evidence.references import cited
from runplan.evidence.rows import one_of
from runplan.evidence.spelled import complete, spelled
from runplan.show import card
from runplan.tables import load_evidence
from runplan.words import Words, chosen

# what an effect allows us to say: its interval lies on the good side of no effect, holds it, or
# lies on the wrong side; there is no interval, no number, or the interval cannot be right
Finding = Literal["good", "open", "wrong", "no interval", "no number", "misfit"]


@frozen(repr=False)
class Effect:
    """One published effect; `effect(id)` makes one.

    The fields are the columns of `load_evidence`; numbers that are not known are NaN. `ci_low`
    and `ci_high` are blank where the published interval cannot be used.
    """

    id: str
    study: str
    design: str
    population: str
    intervention: str
    outcome: str
    metric: str
    effect: float
    ci_low: float
    ci_high: float
    published_ci_low: float
    published_ci_high: float
    ci_origin: str
    k: Any
    n: Any
    benefit_direction: str
    ref: str
    confidence: str
    note: str

    @property
    def ratio(self) -> bool:
        """Whether it is a ratio: no effect is 1, and its axis is logarithmic."""
        return self.benefit_direction in ("below 1", "above 1")

    @property
    def none(self) -> int:
        """The number that means no effect."""
        return 1 if self.ratio else 0

    @property
    def good_above(self) -> bool:
        """Whether more than no effect is good."""
        return self.benefit_direction in ("positive", "above 1")

    @property
    def interval(self) -> tuple[float, float]:
        """The interval, or the one that was published where ours is left blank."""
        if math.isnan(self.ci_low):
            return self.published_ci_low, self.published_ci_high
        return self.ci_low, self.ci_high

    @property
    def middle(self) -> float:
        """The middle of the interval: by steps, and of a ratio by factors."""
        low, high = self.interval
        return self._middle(low, high)

    @property
    def fits(self) -> bool:
        """Whether the estimate can be the middle of its interval, before all were rounded."""
        low, high = self.interval
        if math.isnan(low) or math.isnan(self.effect):
            return True
        numbers = (self.effect, low, high)
        places = max(len(f"{number:g}".partition(".")[2]) for number in numbers)
        half = 0.5 * 10**-places
        least = self._middle(low - half, high - half)
        most = self._middle(low + half, high + half)
        return bool(least - half <= self.effect + 1e-9 and self.effect - 1e-9 <= most + half)

    @property
    def finding(self) -> Finding:
        """What the effect allows us to say.

        "good": the interval lies wholly on the good side of no effect; "open": it holds no
        effect; "wrong": it lies on the wrong side; "misfit": it does not fit its own
        estimate; "no interval", "no number": not known.

        >>> effect("E06").finding, effect("E07").finding, effect("E13").finding
        ('good', 'open', 'misfit')
        """
        low, high = self.interval
        if math.isnan(self.effect):
            return "no number"
        if math.isnan(low):
            return "no interval"
        if not self.fits:
            return "misfit"
        if low <= self.none <= high:
            return "open"
        return "good" if (low > self.none) == self.good_above else "wrong"

    @property
    def size(self) -> str:
        """How many people or studies it rests on, where that is known.

        >>> effect("E26").size, effect("E06").size, effect("E03").size
        ('214 people', '22 studies', '')
        """
        people, studies = (None if pd.isna(count) else int(count) for count in (self.n, self.k))
        return f"{people} people" if people else f"{studies} studies" if studies else ""

    def numbers(self) -> tuple[str, str, str]:
        """Return estimate and interval with equally many decimals; "" is not known.

        >>> effect("E06").numbers()
        ('−0.32', '−0.55', '−0.10')
        """
        given = (self.effect, *self.interval)
        known = [number for number in given if not math.isnan(number)]
        places = max((len(f"{number:g}".partition(".")[2]) for number in known), default=0)
        said = ("" if math.isnan(n) else f"{n:.{places}f}".replace("-", "−") for n in given)
        number, low, high = said
        return number, low, high

    def instead(self) -> str:
        """Return what the study gives in place of an interval, or "".

        >>> effect("E43").instead()
        'p = 0.033'
        """
        return self.ci_origin.removeprefix("n/a").strip(" ()")

    def verdict(self) -> str:
        """Say what the interval allows."""
        none = self.none
        if self.finding in ("no interval", "no number"):
            said = f" ({self.instead()})" if self.instead() else ""
            return f"No interval is known{said}, so how sure this is stays open."
        return {
            "misfit": "The interval does not fit its own estimate: do not use it.",
            "open": f"The interval includes {none}: no effect is still possible.",
            "good": f"The interval lies wholly on the good side of {none}: no effect is ruled out.",
            "wrong": f"The interval lies wholly on the wrong side of {none}: no effect is ruled "
            "out, and so is a benefit.",
        }[self.finding]

    def describe(self) -> str:
        """Read the effect aloud, as `reading` does."""
        return f"{self.told()} [{cited(self.ref)}]"

    def told(self) -> str:
        """Read the effect aloud, without its reference."""
        low, high = self.interval
        good = f"{'above' if self.good_above else 'below'} {self.none}"
        note = f" Note: {self.note}." if self.note else ""
        known = not math.isnan(self.effect)
        number = f"{self.metric} {self.effect:g}" if known else "no single number"
        interval = "" if math.isnan(low) else f", interval {low:g} to {high:g}"
        return (
            f"{self.study} ({self.design}): {self.outcome}, {number}{interval}. "
            f"{good.capitalize()} is good. {self.verdict()}{note}"
        )

    def __repr__(self) -> str:
        return f"Effect({self.id}: {self.finding})"

    def _repr_html_(self) -> str:
        facts = {name: value for name, value in asdict(self).items() if not pd.isna(value)}
        return card(f"Effect {self.id}", self.describe(), pd.DataFrame({self.id: facts}))

    def _middle(self, low: float, high: float) -> float:
        return math.sqrt(low * high) if self.ratio else (low + high) / 2


def effect(id: str) -> Effect:  # noqa: A002
    """Return one published effect.

    Raises
    ------
    PlanError
        No such effect, with the nearest.

    Examples
    --------
    >>> effect("E27")
    Effect(E27: wrong)
    """
    known = {one.id: one for one in every_effect()}
    return known[one_of("effect", id, known)]


@cache
def every_effect() -> tuple[Effect, ...]:
    """Return all published effects of the table, in its order, short forms in whole words.

    >>> len(every_effect())
    45
    """
    table = load_evidence()
    for column in ("study", "intervention", "note"):
        table[column] = [spelled(text) for text in complete(list(table[column].fillna("")))]
    return tuple(Effect(*one) for one in table.itertuples(index=False))


def effects(metric: Words | None = None, outcome: Words | None = None) -> pd.DataFrame:
    """Return published effects, one a row, of some metrics and outcomes.

    `benefit_direction` says which way is good. A chart holds one metric: see `Forest`.

    Parameters
    ----------
    metric, outcome
        One word or several of these columns; None is all.

    Returns
    -------
    DataFrame
        The columns of `load_evidence`.

    Raises
    ------
    PlanError
        No such metric or outcome, with the nearest.

    Examples
    --------
    >>> effects("percent", "running economy").id.tolist()
    ['E02', 'E03', 'E04', 'E05']
    """
    table = load_evidence()
    rows = table
    for column, words in (("metric", metric), ("outcome", outcome)):
        if words is not None:
            rows = rows[rows[column].isin(chosen(column, words, table[column].unique()))]
    return rows.reset_index(drop=True)


def reading(id: str) -> str:  # noqa: A002
    """Read an effect aloud: the number, which way is good, and what its interval allows.

    Raises
    ------
    PlanError
        No such effect.

    Examples
    --------
    >>> print(reading("E07"))  # doctest: +NORMALIZE_WHITESPACE
    Eihara 2022, plyometric (meta-analysis): running economy, g -0.13, interval -0.47 to 0.21.
    Below 0 is good. The interval includes 0: no effect is still
    possible. Note: trivial, interval crosses zero. [Eihara et al. 2022]
    """
    return effect(id).describe()


def contradictions() -> pd.DataFrame:
    """Return the effects whose published interval does not fit their own estimate.

    An estimate stands in the middle of its confidence interval (of a ratio: on a log axis).
    Here it does not, and rounding cannot explain it: a misprint somewhere. Such intervals are
    for learning to read with care; a chart shows them crossed out.

    Returns
    -------
    DataFrame
        id, study, metric, effect, low, high (as published), middle, inside (whether the
        estimate at least lies in the interval), ref.

    Examples
    --------
    >>> contradictions()[["id", "effect", "low", "high", "inside"]].values.tolist()[0]
    ['E13', -0.24, -1.04, -0.55, False]
    """
    return pd.DataFrame(
        {
            "id": one.id,
            "study": one.study,
            "metric": one.metric,
            "effect": one.effect,
            "low": one.interval[0],
            "high": one.interval[1],
            "middle": round(one.middle, 3),
            "inside": one.interval[0] <= one.effect <= one.interval[1],
            "ref": one.ref,
        }
        for one in every_effect()
        if not one.fits
    )
