"""A trainer's own exercises from a CSV: the good part of it, and every fault of the rest."""

import csv
import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
from attrs import field, frozen

from runplan.errors import PlanError
from runplan.exercises import Exercise
from runplan.plan.library import as_table
from runplan.schema import text
from runplan.tables import load_exercises

_ROW = re.compile(r', row (\d+)(?:, column "(easier|harder)": "(.*)" is not known)?')


@frozen
class Own:
    """What a file holds.

    Parameters
    ----------
    library
        The good rows, as `load_exercises` returns them; None where there is none.
    faults
        Everything that is wrong, with row and column.
    """

    library: pd.DataFrame | None = field(eq=False)
    faults: tuple[str, ...] = ()
    links: Mapping[tuple[str, str], str] = field(factory=dict)  # (id, column) → one of ours

    def beside_ours(self) -> pd.DataFrame | None:
        """Return the shipped library with these exercises in it; theirs win over ours."""
        if self.library is None:
            return None
        both = {one.id: one for one in (*Exercise.every(), *Exercise.every(self.library))}
        table = as_table(both.values()).set_index("id", drop=False)
        for place, ours in self.links.items():
            table.loc[place] = ours
        return table.reset_index(drop=True)


def read_own(path: str | Path) -> Own:
    """Read a library as `load_exercises` does, but keep its good rows where others are bad.

    A rung of a ladder that leads to a row which is not there loses only that link; one that leads
    to an exercise of ours holds beside ours.
    """
    path = Path(path).expanduser()
    try:
        library = load_exercises(path)
        return Own(None, ("no row holds an exercise.",)) if library.empty else Own(library)
    except PlanError as wrong:
        said = wrong.faults
        faults = tuple(fault for fault in said if not _ours(fault))
    try:
        rows = list(csv.reader(text(path).splitlines(keepends=True)))
    except (PlanError, csv.Error):
        return Own(None, _short(faults, path))
    with TemporaryDirectory() as folder:
        rest = Path(folder) / path.name
        links: dict[tuple[str, str], str] = {}
        while said and _blank(rows, said, links) and any(rows[1:]):
            with rest.open("w", encoding="utf-8", newline="") as sheet:
                csv.writer(sheet).writerows(rows)
            try:
                library = load_exercises(rest)
                kept = {place: ours for place, ours in links.items() if place[0] in set(library.id)}
                return Own(None if library.empty else library, _short(faults, path), kept)
            except PlanError as wrong:
                said = wrong.faults
    return Own(None, _short(faults, path))


def _ours(fault: str) -> str:
    """Return the exercise of ours that a rung leads to, where that is all that is wrong."""
    found = _ROW.search(fault)
    return found[3] if found and found[3] in {one.id for one in Exercise.every()} else ""


def _blank(
    rows: list[list[str]], faults: tuple[str, ...], links: dict[tuple[str, str], str]
) -> bool:
    """Blank what the faults name; a blank row keeps the others' numbers. False if it is no row.

    Rungs that lead to exercises of ours are put into `links`.
    """
    for fault in faults:
        found = _ROW.search(fault)
        if not found or not 2 <= int(found[1]) <= len(rows):
            return False
        row = rows[int(found[1]) - 1]
        link = found[2] and rows[0].index(found[2])
        if link and link < len(row) and row[link]:
            row[link] = ""
            if _ours(fault):
                links[row[rows[0].index("id")].strip(), found[2]] = found[3]
        else:
            row.clear()
    return True


def _short(faults: tuple[str, ...], path: Path) -> tuple[str, ...]:
    """Return the faults without the folder that the file lies in."""
    return tuple(fault.replace(str(path), path.name) for fault in faults)
