"""Seasons side by side: what differs, and what a year of each holds."""

from collections.abc import Sequence
from numbers import Real
from typing import TYPE_CHECKING, Any

import pandas as pd
from attrs import asdict, frozen

from runplan.evidence.references import cited
from runplan.season import presets
from runplan.season.wording import TITLES, span
from runplan.show import card
from runplan.words import listed

if TYPE_CHECKING:
    from runplan.season.season import Season


@frozen
class Comparison:
    """A season beside a copy that was kept, for one picture and one sentence.

    Parameters
    ----------
    season, kept
        The season as it is now, and the copy.

    Examples
    --------
    >>> from runplan.season import Season
    >>> kept = Season(start_date="2026-11-30")
    >>> print(Comparison(kept.replace(deload_every=3), kept).describe())
    Beside the kept copy, in a year: 83 sessions instead of 87, 56 h instead of 57 h of strength \
work, 3319 contacts instead of 3421, 16 easier weeks instead of 12. Different: rhythm of \
easier weeks.
    """

    season: "Season"
    kept: "Season"

    def describe(self) -> str:
        """Say what a year of each holds, and which parameters differ."""
        table = compare((self.season, self.kept))
        now, then = table["season 1"], table["season 2"]

        def said(row: str, unit: str) -> str:
            return f"{now[row]:.0f}{unit.format(f' instead of {then[row]:.0f}')}"

        sums = [
            said("sessions a year", " sessions{}"),
            f"{said('hours a year', ' h{} h')} of strength work",
            said("contacts a year", " contacts{}"),
            said("deload weeks", " easier weeks{}"),
        ]
        changed = [_said(label).partition(",")[0] for label in table.index[:-_SUMS]]
        which = f"Different: {listed(changed)}." if changed else "The two are the same."
        return f"Beside the kept copy, in a year: {', '.join(sums)}. {which}"

    def table(self, names: tuple[str, str] = ("now", "kept copy")) -> pd.DataFrame:
        """Return what differs and what a year of each holds, in words.

        Parameters
        ----------
        names
            What the two seasons are called.

        Returns
        -------
        DataFrame
            One row a difference or sum: what, a column of texts for each season, and the claim
            or reference that speaks about it.

        Examples
        --------
        >>> from runplan.season import Season
        >>> kept = Season(start_date="2026-11-30")
        >>> Comparison(kept.replace(taper_days=21), kept).table().iloc[0].tolist()
        ['taper', '21 days', '14 days', 'Bosquet et al. 2007; Wang et al. 2023']
        """
        table = compare((self.season, self.kept))
        sources = [
            "; ".join(map(cited, said.split("; "))) if "20" in said else said
            for said in table.claim
        ]
        columns = [[_said(label) for label in table.index]]
        columns += [
            [_cell(label, value) for label, value in table[f"season {number}"].items()]
            for number in (1, 2)
        ]
        heads = ("what", *names, "who speaks about it")
        return pd.DataFrame(dict(zip(heads, [*columns, sources], strict=True)))

    def _repr_html_(self) -> str:
        return card("Two seasons", self.describe(), self.table().set_index("what"))


def compare(seasons: "Sequence[Season]") -> pd.DataFrame:
    """Return the table of `Season.compare`."""
    known = presets.claims()
    rows: dict[str, list[Any]] = {}
    for (place, quantity), values in _parameters(seasons).items():
        if any(value != values[0] for value in values):
            label = quantity if place == "season" else f"{place}: {quantity}"
            rows[label] = [*values, known.get((place, quantity), "")]
    for label, sums in _sums(seasons).items():
        rows[label] = [*sums, ""]
    columns = [f"season {number}" for number, _ in enumerate(seasons, start=1)]
    return pd.DataFrame(
        list(rows.values()), index=list(rows), columns=[*columns, "claim"], dtype=object
    )


def _parameters(seasons: "Sequence[Season]") -> dict[tuple[str, str], list[Any]]:
    """Return every parameter's values by (phase or "season", name), a season a value."""
    found: dict[tuple[str, str], list[Any]] = {}
    for season in seasons:
        own = asdict(season, recurse=False, filter=lambda field, _: field.init)
        own["races"] = listed([str(race) for race in season.races]) or "none"
        for phase in own.pop("phases"):
            values = asdict(phase, recurse=False)
            values |= values.pop("emphasis")
            for name, value in values.items():
                found.setdefault((phase.name, name), []).append(value)
        for name, value in own.items():
            found.setdefault(("season", name), []).append(value)
    return found


_WORDS = {
    "intensity_pct_1rm": "intensity, % 1RM",
    "reps": "repetitions",
    "rest_s": "rest, s",
    "contacts": "contacts (landings) a session",
    "volume_index": "volume (base = 100)",
    "minutes": "length of a session, min",
    "session_rpe": "effort of a session, RPE of 10",
    "max_strength": "share of maximal strength, %",
    "explosive": "share of explosive work, %",
    "mobility_prevention": "share of mobility and prevention, %",
    "corrective": "share of corrective work, %",
    "start_date": "start",
    "deload_every": "rhythm of easier weeks",
    "deload_volume": "volume of an easier week, part of the phase's",
    "blend_weeks": "weeks of blending between phases",
    "taper_days": "taper",
    "taper_cut": "mean cut of the taper, part of the volume",
    "contacts a year": "contacts (landings) a year",
    "deload weeks": "easier weeks a year",
    "taper weeks": "weeks with days of taper",
}


_TELLING = {"deload_every": "every {} weeks", "taper_days": "{} days"}


def _said(label: str) -> str:
    """Return a row's label in words."""
    place, _, quantity = label.rpartition(": ")
    words = _WORDS.get(quantity, quantity)
    return f"{TITLES[place]}: {words}" if place else words


def _cell(label: Any, value: Any) -> str:
    if label in _TELLING:
        return _TELLING[label].format(value) if value else "none"
    if isinstance(value, tuple):
        return span(value)
    if isinstance(value, Real) and not isinstance(value, bool):
        return f"{value:,.10g}" if value % 1 else f"{value:,.0f}"
    return str(value)


_SUMS = 6  # rows of the table that every comparison has


def _sums(seasons: "Sequence[Season]") -> dict[str, list[float]]:
    """Return what a year holds, a season a value."""
    years = [season.weeks() for season in seasons]
    return {
        "sessions a year": [int(year.sessions.sum()) for year in years],
        "hours a year": [round(float(year.minutes.sum()) / 60, 1) for year in years],
        "load a year, AU": [round(float(year.load_au.sum())) for year in years],
        "contacts a year": [int(year.contacts.sum()) for year in years],
        "deload weeks": [int(year.deload.sum()) for year in years],
        "taper weeks": [int(year.taper.sum()) for year in years],
    }
