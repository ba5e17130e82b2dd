"""data/ as checked tables; the only module that reads data/.

`datapackage.json` says what each column is; this module turns the CSVs into typed
tables by it and names file, row and column of everything that does not fit.
"""

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

import pandas as pd

from runplan.errors import PlanError, nearest, unknown

# beside the package in a checkout, inside it in an installed wheel
HOME = Path(__file__).parent
DATA = HOME / "data" if (HOME / "data").is_dir() else HOME.parent / "data"

Schema = dict[str, Any]


def bodymap_svg() -> str:
    """Return the drawing of the body, front and back, as SVG text."""
    return _text(DATA / "bodymap.svg")


@cache
def _package() -> Schema:
    path = DATA / "datapackage.json"
    try:
        return dict(json.loads(_text(path)))
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
    return _read(schema, DATA / schema["path"])


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
    own = {"source": "own library", "confidence": "U"}
    return _read(_schemas()["exercises"], Path(path), own)


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


_AGAIN = "Install runplan again, or restore the file from its repository."


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as missing:
        advice = _AGAIN if path.is_relative_to(DATA) else "Check the name and the folder."
        raise PlanError(f"{path}: this file is missing. {advice}") from missing
    except OSError as closed:
        raise PlanError(f"{path}: this cannot be read as a file ({closed.strerror}).") from closed
    except UnicodeDecodeError as bad:
        row = path.read_bytes()[: bad.start].count(b"\n") + 1
        raise PlanError(
            f"{path}, row {row}: not UTF-8 text. In the spreadsheet save it as CSV UTF-8."
        ) from bad


def _read(schema: Schema, path: Path, defaults: dict[str, str] | None = None) -> pd.DataFrame:
    """Read one CSV by its schema; report every fault at once."""
    fields = {field["name"]: field for field in schema["schema"]["fields"]}
    header, rows, faults = _cells(path, fields)
    for name, value in (defaults or {}).items():
        if name not in header:
            header.append(name)
            rows = [(number, [*row, value]) for number, row in rows]
    faults += [
        f'{path}: the column "{name}" is missing.'
        for name, field in fields.items()
        if name not in header and field.get("constraints", {}).get("required")
    ]
    if faults:
        raise PlanError(*faults)

    columns: dict[str, list[Any]] = {name: [] for name in fields}
    for number, row in rows:
        cells = dict(zip(header, row, strict=True))
        for name, field in fields.items():
            value, fault = _value(cells.get(name, "").strip(), field)
            columns[name].append(value)
            if fault:
                faults.append(f'{path}, row {number}, column "{name}": {fault}')
    numbers = [number for number, _ in rows]
    for column, row_number, fault in _faults_between(schema, columns, numbers):
        faults.append(f'{path}, row {row_number}, column "{column}": {fault}')
    if faults:
        raise PlanError(*faults)
    return pd.DataFrame(
        {n: pd.Series(values, dtype=_dtype(fields[n])) for n, values in columns.items()}
    )


def _cells(
    path: Path, fields: Iterable[str]
) -> tuple[list[str], list[tuple[int, list[str]]], list[str]]:
    """Return header, rows with their numbers in the file, and what is wrong with their shape."""
    reader = csv.reader(_text(path).splitlines(keepends=True), strict=True)
    rows: list[tuple[int, list[str]]] = []
    header: list[str] = []
    faults: list[str] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        # counted as a spreadsheet counts, also where a cell holds several lines
        for number, row in enumerate(reader, start=2):
            if any(cell.strip() for cell in row):
                rows.append((number, row))
    except csv.Error as bad:
        raise PlanError(f"{path}, line {reader.line_num}: {bad}. Check the quotes there.") from bad
    if len(header) == 1 and ";" in header[0]:
        raise PlanError(f"{path}: split by semicolons. Save it as a comma-separated CSV.")
    if not set(header) & set(fields):
        raise PlanError(
            f"{path}: row 1 should name the columns, with commas between: {', '.join(fields)}."
        )
    # spreadsheets write blank cells beyond the table
    while header[-1] == "" and not any("".join(row[len(header) - 1 :]).strip() for _, row in rows):
        header.pop()
    rows = [
        (number, row if "".join(row[len(header) :]).strip() else row[: len(header)])
        for number, row in rows
    ]
    for name in header:
        if name not in fields:
            close = nearest(name, fields)
            advice = f" Did you mean {' or '.join(close)}?" if close else ""
            faults.append(f'{path}: unknown column "{name}".{advice}')
    faults += [
        f'{path}: the column "{name}" stands there {header.count(name)} times.'
        for name in dict.fromkeys(header)
        if header.count(name) > 1
    ]
    for number, row in rows:
        if len(row) != len(header):
            faults.append(
                f"{path}, row {number}: {len(row)} cells where the header has {len(header)}. "
                "Put quotes around a text with commas in it."
            )
    return header, rows, faults


def _value(cell: str, field: Schema) -> tuple[Any, str | None]:
    """Turn one cell into a value of its type, or say what is wrong with it."""
    kind = field["type"]
    rules = field.get("constraints", {})
    if kind == "list":
        items = tuple(item.strip() for item in cell.split(field["delimiter"]) if item.strip())
        allowed = field.get("itemEnum", [])
        wrong = [item for item in items if allowed and item not in allowed]
        if wrong:
            return items, _not_one_of(wrong[0], allowed)
        return items, "blank, but needed." if rules.get("required") and not items else None
    if not cell:
        return None, "blank, but needed." if rules.get("required") else None
    value: Any = cell
    try:
        value = _CONVERT[kind](cell)
    except (ValueError, KeyError):
        return None, f'"{cell}" is not {_SAID[kind]}.'
    if "enum" in rules and value not in rules["enum"]:
        return value, _not_one_of(cell, [str(word) for word in rules["enum"]])
    low, high = rules.get("minimum"), rules.get("maximum")
    if low is not None and not low <= value <= high:
        return value, f"{cell} is outside {low} to {high}."
    return value, None


_CONVERT: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": lambda cell: {"true": True, "false": False, "1": True, "0": False}[cell.lower()],
}
_SAID = {"integer": "a whole number", "number": "a number, like 3.5", "boolean": "true or false"}


def _not_one_of(word: str, allowed: Sequence[str]) -> str:
    close = nearest(word, allowed, most=1)
    advice = f"Did you mean {close[0]}? " if close else ""
    return f'"{word}" is not allowed. {advice}Allowed: {", ".join(allowed)}.'


def _faults_between(
    schema: Schema, columns: dict[str, list[Any]], numbers: list[int]
) -> Iterable[tuple[str, int, str]]:
    """Yield (column, row, fault) of keys that repeat, names that lead nowhere, crossed ranges."""
    key = schema["schema"].get("primaryKey", [])
    seen: dict[tuple[Any, ...], int] = {}
    for number, *values in zip(numbers, *(columns[name] for name in key), strict=True):
        first = seen.setdefault(tuple(values), number)
        if key and first != number:
            yield key[0], number, f'"{values[0]}" already stands in row {first}.'
    for name, known in _references(schema, columns):
        for number, value in zip(numbers, columns[name], strict=True):
            for item in value if isinstance(value, tuple) else [value]:
                if item is not None and item not in known:
                    close = nearest(item, known)
                    advice = f" Did you mean {' or '.join(close)}?" if close else ""
                    if isinstance(value, tuple) and "," in item:
                        advice = " Split a list by semicolons."
                    yield name, number, f'"{item}" is not known.{advice}'
    for low in list(columns):
        high = low.replace("_min", "_max")
        if high != low and high in columns:
            for number, least, most in zip(numbers, columns[low], columns[high], strict=True):
                if least is not None and most is not None and least > most:
                    yield low, number, f"{least} is more than {high} ({most})."
    if "easier" in columns:
        yield from _circles(columns, numbers)


def _circles(columns: dict[str, list[Any]], numbers: list[int]) -> Iterable[tuple[str, int, str]]:
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


def _references(
    schema: Schema, columns: dict[str, list[Any]]
) -> Iterable[tuple[str, dict[Any, None]]]:
    """Yield each column that names rows of a table, with the names that exist there."""
    links = [
        (link["fields"][0], link["reference"]["resource"], link["reference"]["fields"][0])
        for link in schema["schema"].get("foreignKeys", [])
    ]
    for field in schema["schema"]["fields"]:
        if "itemReference" in field:
            links.append((field["name"], *field["itemReference"].split(".")))
    for name, table, column in links:
        own = table in ("", schema["name"])
        yield name, dict.fromkeys(columns[column] if own else _checked(table)[column])


def _dtype(field: Schema) -> str:
    required = field.get("constraints", {}).get("required")
    return {
        "string": "str",
        "integer": "int64" if required else "Int64",
        "number": "float64",
        "boolean": "bool",
        "list": "object",
    }[str(field["type"])]
