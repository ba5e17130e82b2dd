"""Reading a CSV by its Table Schema: typed columns, or every fault with row and column."""

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from attrs import frozen

from runplan.errors import PlanError, nearest

Schema = dict[str, Any]
Columns = dict[str, list[Any]]
Fault = tuple[str, int, str]  # column, row in the file, what is wrong
Known = Callable[[str, str], Iterable[Any]]
Also = Callable[[Columns, list[int]], Iterable[Fault]]


@frozen
class Column:
    """A column as the person who fills it needs to know it."""

    name: str
    what: str
    allowed: str
    needed: bool = True


def described(schema: Schema, known: Known) -> tuple[Column, ...]:
    """Return a table's columns in words, from what `read` holds them against."""
    links = dict(_links(schema))
    return tuple(
        Column(
            field["name"],
            field.get("description", ""),
            _allowed(field, links.get(field["name"]), known),
            needed=bool(field.get("constraints", {}).get("required")),
        )
        for field in schema["schema"]["fields"]
    )


def _allowed(field: Schema, link: tuple[str, str] | None, known: Known) -> str:
    """Say what a cell may hold."""
    rules = field.get("constraints", {})
    words = rules.get("enum") or field.get("itemEnum") or []
    if link and not link[0]:
        return "an id"
    if link:
        words = [word for word in known(*link) if word]
    if field["type"] == "list":
        of = f": {', '.join(map(str, words))}" if words else ""
        return f"one or several, with ; between{of}"
    if words:
        return f"one of: {', '.join(map(str, words))}"
    said = _SAID.get(field["type"], "a text")
    if "minimum" in rules:
        unit = f" {field['unit']}" if "unit" in field else ""
        said += f", {rules['minimum']:g} to {rules['maximum']:g}{unit}"
    return said


def delimiter(written: str) -> str:
    """Return what splits the cells of a CSV: where the decimal sign is a comma, a semicolon.

    >>> delimiter("id;name\\n"), delimiter("id,name\\n")
    (';', ',')
    """
    header = written.partition("\n")[0]
    return ";" if ";" in header and "," not in header else ","


def text(path: Path, advice: str = "Check the name and the folder.") -> str:
    """Return a file's text, or say what keeps it from being read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as missing:
        raise PlanError(f"{path}: this file is missing. {advice}") from missing
    except OSError as closed:
        raise PlanError(f"{path}: this cannot be read as a file ({closed.strerror}).") from closed
    except UnicodeDecodeError as bad:
        row = path.read_bytes()[: bad.start].count(b"\n") + 1
        raise PlanError(
            f"{path}, row {row}: not UTF-8 text. In the spreadsheet save it as CSV UTF-8."
        ) from bad


def read(
    schema: Schema,
    path: Path,
    written: str,
    known: Known,
    *,
    also: Also | None = None,
    defaults: dict[str, str] | None = None,
) -> pd.DataFrame:
    """Read one CSV by its schema; report every fault at once.

    Parameters
    ----------
    schema
        The table's entry in `datapackage.json`.
    path, written
        The file and its text.
    known
        Gives the values of another table's column, for links.
    also
        Finds faults that only this table can have.
    defaults
        Values of columns that may be left out.
    """
    fields = {field["name"]: field for field in schema["schema"]["fields"]}
    header, rows, faults = _cells(path, written, fields)
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

    columns: Columns = {name: [] for name in fields}
    for number, row in rows:
        cells = dict(zip(header, row, strict=True))
        for name, field in fields.items():
            value, fault = _value(cells.get(name, "").strip(), field)
            columns[name].append(value)
            if fault:
                faults.append(f'{path}, row {number}, column "{name}": {fault}')
    numbers = [number for number, _ in rows]
    between = [*_faults_between(schema, columns, numbers, known)]
    between += also(columns, numbers) if also else []
    for column, row_number, fault in between:
        faults.append(f'{path}, row {row_number}, column "{column}": {fault}')
    if faults:
        raise PlanError(*faults)
    return pd.DataFrame(
        {n: pd.Series(values, dtype=_dtype(fields[n])) for n, values in columns.items()}
    )


def _cells(
    path: Path, written: str, fields: Iterable[str]
) -> tuple[list[str], list[tuple[int, list[str]]], list[str]]:
    """Return header, rows with their numbers in the file, and what is wrong with their shape."""
    split = delimiter(written)
    reader = csv.reader(written.splitlines(keepends=True), strict=True, delimiter=split)
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
    schema: Schema, columns: Columns, numbers: list[int], known: Known
) -> Iterable[Fault]:
    """Yield (column, row, fault) of keys that repeat, names that lead nowhere, crossed ranges."""
    key = schema["schema"].get("primaryKey", [])
    seen: dict[tuple[Any, ...], int] = {}
    for number, *values in zip(numbers, *(columns[name] for name in key), strict=True):
        first = seen.setdefault(tuple(values), number)
        if key and first != number:
            yield key[0], number, f'"{values[0]}" already stands in row {first}.'
    for name, names in _references(schema, columns, known):
        for number, value in zip(numbers, columns[name], strict=True):
            for item in value if isinstance(value, tuple) else [value]:
                if item is not None and item not in names:
                    close = nearest(item, names)
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


def _references(
    schema: Schema, columns: Columns, known: Known
) -> Iterable[tuple[str, dict[Any, None]]]:
    """Yield each column that names rows of a table, with the names that exist there."""
    for name, (table, column) in _links(schema):
        yield name, dict.fromkeys(known(table, column) if table else columns[column])


def _links(schema: Schema) -> Iterable[tuple[str, tuple[str, str]]]:
    """Yield each column that names rows of a table, with that table ("" is its own) and column."""
    links = [
        (link["fields"][0], link["reference"]["resource"], link["reference"]["fields"][0])
        for link in schema["schema"].get("foreignKeys", [])
    ]
    for field in schema["schema"]["fields"]:
        if "itemReference" in field:
            links.append((field["name"], *field["itemReference"].split(".")))
    for name, table, column in links:
        yield name, ("" if table == schema["name"] else table, column)


def _dtype(field: Schema) -> str:
    required = field.get("constraints", {}).get("required")
    return {
        "string": "str",
        "integer": "int64" if required else "Int64",
        "number": "float64",
        "boolean": "bool",
        "list": "object",
    }[str(field["type"])]
