"""A row of a table by its key, and words that must be known."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from runplan.errors import unknown


def row(kind: str, table: pd.DataFrame, key: str) -> Any:
    """Return the row with this key, the table's first column, as a named tuple.

    Raises
    ------
    PlanError
        No such key, with the nearest.
    """
    keys = table.iloc[:, 0]
    if key not in list(keys):
        raise unknown(kind, key, keys)
    return next(table[keys == key].itertuples(index=False))


def one_of(kind: str, word: Any, known: Iterable[str]) -> str:
    """Return a word that is known, or say which are.

    Raises
    ------
    PlanError
        No such word, with the nearest.

    Examples
    --------
    >>> one_of("grade", "V", ["V", "K", "U"])
    'V'
    """
    known = list(known)
    if word not in known:
        raise unknown(kind, word, [name for name in known if name])
    return str(word)
