"""The article's year and the year as trials support it, from one table of their differences."""

from functools import cache
from typing import Any, Literal

from runplan import tables
from runplan.season.phase import Emphasis, Phase, shipped

Preset = Literal["article", "evidence"]


def parameters(preset: Preset) -> dict[str, Any]:
    """Return the parameters of a preset, as `Season` takes them."""
    changes: dict[str, dict[str, Any]] = {}
    for row in tables.load("season_presets").to_dict("records"):
        low, high = row[f"{preset}_min"], row[f"{preset}_max"]
        value = low if low == high else (low, high)
        changes.setdefault(row["phase"], {})[row["quantity"]] = value
    season = changes.pop("season")
    return season | {"phases": [_changed(shipped()[name], changes[name]) for name in changes]}


def _changed(phase: Phase, changes: dict[str, Any]) -> Phase:
    shares = {name: changes.pop(name) for name in list(changes) if name in phase.emphasis}
    return phase.replace(emphasis=Emphasis(**(dict(phase.emphasis) | shares)), **changes)


@cache
def claims() -> dict[tuple[str, str], str]:
    """Return what speaks about a parameter: the claim's id, or keys of references.

    The keys are (phase, quantity), with "season" for what belongs to no phase.
    """
    rows = tables.load("season_presets").fillna({"claim": ""}).to_dict("records")
    return {
        (row["phase"], row["quantity"]): row["claim"] or "; ".join(row["refs"]) or "practice"
        for row in rows
    }
