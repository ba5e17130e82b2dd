"""What studies found: claims with verdicts, effects read aloud, references as citations."""

import math
from typing import Any

import pandas as pd
from attrs import field, frozen

from runplan.errors import unknown
from runplan.show import card
from runplan.tables import load_claims, load_evidence, load_references
from runplan.words import Words, chosen, plain


@frozen(repr=False)
class Claim:
    """One claim of the article, in our words, with the verdict of the evidence.

    `verdict_class` is supported, partly, simplified, insufficient or not_supported; `refs`
    are keys of the references table. `claim(id)` makes one.
    """

    id: str
    section: str
    claim: str
    verdict: str
    verdict_class: str
    reason: str
    refs: tuple[str, ...] = field(converter=tuple)
    confidence: str
    basis: str

    def describe(self) -> str:
        """Say the claim, its verdict, and why, with the keys of its references."""
        source = f" [{', '.join(self.refs)}]" if self.refs else ""
        return f"{self.claim}: {plain(self.verdict_class)}; {self.reason}{source}."

    def __repr__(self) -> str:
        return f"Claim({self.id}: {plain(self.verdict_class)})"

    def _repr_html_(self) -> str:
        sources = pd.DataFrame({"source": [reference(key) for key in self.refs]}, index=self.refs)
        return card(f"Claim {self.id}", self.describe(), sources if self.refs else None)


def claim(id: str) -> Claim:  # noqa: A002
    """Return one of the article's claims.

    Raises
    ------
    PlanError
        No such claim.

    Examples
    --------
    >>> claim("C02")
    Claim(C02: supported)
    """
    return Claim(*_row("claim", load_claims(), id))


def effects(metric: Words | None = None, outcome: Words | None = None) -> pd.DataFrame:
    """Return published effects, one a row, of some metrics and outcomes.

    Standardised effects (SMD, g, ES) may stand side by side, and so may ratios (RR, HR, rate
    ratio) on a log axis; no others. `benefit_direction` says which way is good.

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
    Below 0 is good. The interval includes 0: no effect stays possible.
    Note: trivial, interval crosses zero. [eihara2022]
    """
    row = _row("effect", load_evidence(), id)
    good = {"negative": "below 0", "positive": "above 0"}.get(
        row.benefit_direction, row.benefit_direction
    )
    low, high = _interval(row)
    note = f" Note: {row.note}." if isinstance(row.note, str) else ""
    number = "no single number" if math.isnan(row.effect) else f"{row.metric} {row.effect:g}"
    interval = "" if math.isnan(low) else f", interval {low:g} to {high:g}"
    return (
        f"{row.study} ({row.design}): {row.outcome}, {number}{interval}. "
        f"{good.capitalize()} is good. {_verdict(row)}{note} [{row.ref}]"
    )


def _verdict(row: Any) -> str:
    low, high = _interval(row)
    if math.isnan(low):
        instead = row.ci_origin.removeprefix("n/a").strip(" ()")
        said = f" ({instead})" if instead else ""
        return f"No interval is known{said}, so how sure this is stays open."
    if not _fits(row):
        return "The interval does not fit its own estimate: do not use it."
    none = 1 if _ratio(row) else 0
    if low <= none <= high:
        return f"The interval includes {none}: no effect stays possible."
    above = row.benefit_direction in ("positive", "above 1")
    side = "good" if (low > none) == above else "wrong"
    return f"The interval lies wholly on the {side} side of {none}."


def contradictions() -> pd.DataFrame:
    """Return the effects whose published interval does not fit their own estimate.

    An estimate stands in the middle of its confidence interval (of a ratio: on a log axis).
    Here it does not, and rounding cannot explain it: a misprint somewhere. Such intervals are
    for learning to read with care, never for a chart.

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
    rows: Any = load_evidence().itertuples()
    found = [
        {
            "id": row.id,
            "study": row.study,
            "metric": row.metric,
            "effect": row.effect,
            "low": low,
            "high": high,
            "middle": round(_middle(row, low, high), 3),
            "inside": low <= row.effect <= high,
            "ref": row.ref,
        }
        for row in rows
        for low, high in [_interval(row)]
        if not _fits(row)
    ]
    return pd.DataFrame(found)


def _row(kind: str, table: pd.DataFrame, key: str) -> Any:
    """Return the row with this key, the table's first column, as a named tuple."""
    keys = table.iloc[:, 0]
    if key not in set(keys):
        raise unknown(kind, key, keys)
    return next(table[keys == key].itertuples(index=False))


def _ratio(row: Any) -> bool:
    return str(row.benefit_direction) in ("below 1", "above 1")


def _interval(row: Any) -> tuple[float, float]:
    """Return the interval, or the one that was published where ours is left blank."""
    if math.isnan(row.ci_low):
        return row.published_ci_low, row.published_ci_high
    return row.ci_low, row.ci_high


def _middle(row: Any, low: float, high: float) -> float:
    return math.sqrt(low * high) if _ratio(row) else (low + high) / 2


def _fits(row: Any) -> bool:
    """Tell whether the estimate can be the middle of its interval, before all were rounded."""
    low, high = _interval(row)
    if math.isnan(low) or math.isnan(row.effect):
        return True
    places = max(len(f"{number:g}".partition(".")[2]) for number in (row.effect, low, high))
    half = 0.5 * 10**-places
    least, most = _middle(row, low - half, high - half), _middle(row, low + half, high + half)
    return bool(least - half <= row.effect + 1e-9 and row.effect - 1e-9 <= most + half)


def reference(key: str) -> str:
    """Return a citation: authors, year, title, place, DOI where one is known.

    Raises
    ------
    PlanError
        No such reference, with the nearest keys.

    Examples
    --------
    >>> print(reference("arellano2014"))  # doctest: +NORMALIZE_WHITESPACE
    Arellano CJ, Kram R (2014). The metabolic cost of human running: is swinging the arms
    worth it? J Exp Biol 217(14):2456-2461. https://doi.org/10.1242/jeb.100420
    """
    row = _row("reference", load_references().fillna(""), key)
    head = f"{row.authors} ({row.year})" if row.year else row.authors
    title = row.title if row.title.endswith(("?", "!", ".")) else f"{row.title}."
    doi = f"https://doi.org/{row.doi}" if row.doi else ""
    place = f"{row.journal}." if row.journal else ""
    return " ".join(filter(None, [f"{head}.", title, place, doi]))
