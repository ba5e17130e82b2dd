"""data/ as checked tables; the only module that reads data/.

`datapackage.json` says what each column is; `runplan.schema` turns the CSVs into typed
tables by it and names file, row and column of everything that does not fit.
"""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pandas as pd
from attrs import evolve

from runplan.errors import PlanError, unknown
from runplan.schema import Column, Columns, Fault, Schema, described, read, text

# beside the package in a checkout, inside it in an installed wheel
HOME = Path(__file__).parent
DATA = HOME / "data" if (HOME / "data").is_dir() else HOME.parent / "data"

# what a trainer's own library need not say
_OWN = {"source": "own library", "confidence": "U"}
_AGAIN = "Install runplan again, or restore the file from its repository."


def bodymap_svg() -> str:
    """Return the drawing of the body, front and back, as SVG text."""
    return text(DATA / "bodymap.svg", _AGAIN)


@cache
def _package() -> Schema:
    path = DATA / "datapackage.json"
    try:
        return dict(json.loads(text(path, _AGAIN)))
    except json.JSONDecodeError as bad:
        raise PlanError(f"{path}: not valid JSON, line {bad.lineno}. {_AGAIN}") from bad


@cache
def _schemas() -> dict[str, Schema]:
    tables = (r for r in _package()["resources"] if r["type"] == "table")
    return {table["name"]: table for table in tables}


def names() -> list[str]:
    """Return the names of all tables.

    >>> names()[:3]
    ['muscles', 'groups', 'roles']
    """
    return list(_schemas())


def load(name: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """Return one table of the data package, a fresh copy.

    Parameters
    ----------
    name
        A table's name, as in `names()`.
    columns
        The columns wanted; None is all.

    Returns
    -------
    DataFrame
        Lists are tuples, a blank is NaN (or an empty tuple), integers that may be
        blank are nullable.

    Raises
    ------
    PlanError
        No such table or column, with the nearest names; a damaged or missing file,
        with file, row and column.

    Examples
    --------
    >>> load("pair_kinds", ["kind"]).kind[0]
    'alternate-peripheral'
    """
    table = _checked(name)
    for column in columns or ():
        if column not in table:
            raise unknown(f"column in {name}", column, table.columns)
    return table[list(columns)].copy() if columns else table.copy()


@cache
def _checked(name: str) -> pd.DataFrame:
    if name not in _schemas():
        raise unknown("table", name, names())
    schema = _schemas()[name]
    path = DATA / schema["path"]
    also = _circles if name == "exercises" else None
    return read(schema, path, text(path, _AGAIN), _known, also=also)


def checksums() -> dict[Path, str]:
    """Return the SHA-256 that each file of the data package was written with.

    >>> {len(known) for known in checksums().values()}
    {64}
    """
    files = _package()["resources"]
    return {DATA / one["path"]: one.get("hash", "").removeprefix("sha256:") for one in files}


def _known(table: str, column: str) -> Iterable[object]:
    return _checked(table)[column]


def load_muscles() -> pd.DataFrame:
    """Return the muscles, one a row: names, group, actions, role, the article's wording.

    >>> load_muscles().set_index("id").name_la["soleus"]
    'Musculus soleus'
    """
    return load("muscles")


def load_activation() -> pd.DataFrame:
    """Return the bursts of activity in a stride, one a row, in % of the cycle.

    >>> load_activation().basis.value_counts()["measured-envelope"]
    np.int64(17)
    """
    return load("activation")


def load_kinematics() -> pd.DataFrame:
    """Return the joint angles of one runner (degrees), a row every 2 % of the stride.

    >>> load_kinematics().shape[0]
    51
    """
    return load("stride_kinematics")


def load_exercises(path: str | Path | None = None) -> pd.DataFrame:
    """Return the exercise library, or a trainer's own from a CSV with the same columns.

    Parameters
    ----------
    path
        A comma-separated file; lists inside a cell split by semicolons. Columns that
        may be blank may be missing. None is the shipped library.

    Raises
    ------
    PlanError
        Every bad row at once: row number (the header is row 1), column, value, and
        the nearest allowed word.

    Examples
    --------
    >>> load_exercises().set_index("id").primary["calf_raise"]
    ('gastrocnemius', 'soleus')
    """
    if path is None:
        return load("exercises")
    path = Path(path)
    return read(_schemas()["exercises"], path, text(path), _known, also=_circles, defaults=_OWN)


def exercise_columns() -> tuple[Column, ...]:
    """Return the columns of an exercise library in words, as `load_exercises` checks them.

    >>> next(column.allowed for column in exercise_columns() if column.name == "level")
    'one of: 1, 2, 3'
    """
    every = described(_schemas()["exercises"], _known)
    return tuple(evolve(c, needed=c.needed and c.name not in _OWN) for c in every)


def load_claims() -> pd.DataFrame:
    """Return the article's 48 claims, restated, with verdict, reason and references.

    >>> load_claims().verdict_class.value_counts()["not_supported"]
    np.int64(2)
    """
    return load("claims")


def load_evidence() -> pd.DataFrame:
    """Return published effects, one a row; never put two metrics on one axis.

    >>> load_evidence().set_index("id").loc["E13", ["ci_low", "published_ci_low"]].tolist()
    [nan, -1.04]
    """
    return load("evidence")


def load_phases() -> pd.DataFrame:
    """Return the phases of the year: the article's four, and re-entry.

    >>> load_phases().phase.tolist()
    ['base', 'transition_spring', 'competition', 'recovery', 're_entry']
    """
    return load("phases")


def load_references() -> pd.DataFrame:
    """Return the references; `key` is what the other tables cite.

    >>> load_references().set_index("key").year["hamner2010"]
    '2010'
    """
    return load("references")


def load_glossary() -> pd.DataFrame:
    """Return the terms of the course and what they mean.

    >>> load_glossary().set_index("term").definition["cadence"]
    'steps per minute'
    """
    return load("glossary")


def _circles(columns: Columns, numbers: list[int]) -> Iterable[Fault]:
    """Yield the ladders that come back to where they began, each circle once."""
    easier: dict[str, set[str]] = {rung: set() for rung in columns["id"] if rung}
    for rung, below, above in zip(*(columns[c] for c in ("id", "easier", "harder")), strict=True):
        for low, high in ((below, rung), (rung, above)):
            if low in easier and high in easier:
                easier[high].add(low)
    while True:
        try:
            return TopologicalSorter(easier).prepare()
        except CycleError as circle:
            rungs = circle.args[1]
        easier[rungs[1]].discard(rungs[0])
        low, high = (columns["id"].index(rung) for rung in rungs[:2])
        up = columns["harder"][low] == rungs[1]
        way = " → ".join(f'"{rung}"' for rung in rungs)
        yield (
            "harder" if up else "easier",
            numbers[low if up else high],
            f"the ladder runs in a circle: {way}. Leave this cell blank, or mend the others.",
        )
