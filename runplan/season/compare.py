"""Seasons side by side: what differs, and what a year of each holds."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
from attrs import asdict

from runplan.season import presets
from runplan.words import listed

if TYPE_CHECKING:
    from runplan.season.season import Season


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
