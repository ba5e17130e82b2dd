"""A plan's own library: exercises that know each other, and only each other."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
from attrs import fields

from runplan.errors import PlanError
from runplan.exercises import Exercise

_COLUMNS = [column for column in fields(Exercise) if column.eq]


def from_library(value: Any) -> tuple[Exercise, ...] | None:
    """Return a library, or exercises, ids and names, as exercises; None is the shipped one."""
    if value is None:
        return None
    if isinstance(value, pd.DataFrame):
        found = Exercise.every(value)
    else:
        given = [value] if isinstance(value, (str, Exercise)) else value
        if not isinstance(given, Iterable):
            raise PlanError(f"exercises is {value!r}; give a table from load_exercises, or names.")
        named = dict.fromkeys(e if isinstance(e, Exercise) else Exercise.find(e) for e in given)
        found = Exercise.every(as_table(named))
    if not found:
        raise PlanError("The library is empty; give exercises, or None for the shipped ones.")
    return found


def as_table(exercises: Iterable[Exercise]) -> pd.DataFrame:
    """Return exercises as a library, as `load_exercises` does."""
    rows = [[getattr(exercise, column.name) for column in _COLUMNS] for exercise in exercises]
    return pd.DataFrame(rows, columns=[column.alias or column.name for column in _COLUMNS])
