"""The sources at the end of a lesson, from the references table."""

from html import escape
from typing import Any

from runplan import tables
from runplan.errors import unknown


class Sources:
    """References by key, as a list with DOI.

    Raises
    ------
    PlanError
        A key that the references table does not have.

    Examples
    --------
    >>> Sources("hamner2010")  # doctest: +ELLIPSIS
    Hamner SR, Seth A, Delp SL (2010). ...
    """

    def __init__(self, *keys: str) -> None:
        self._rows: list[dict[str, Any]] = []
        table = tables.load_references().set_index("key")
        for key in keys:
            if key not in table.index:
                raise unknown("reference", key, table.index)
            row = table.loc[key].dropna()
            self._rows.append({str(name): value for name, value in row.items()})

    def __repr__(self) -> str:
        return "\n".join(_citation(row) + _doi(row) for row in self._rows)

    def _repr_html_(self) -> str:
        items = (f"<li>{escape(_citation(row))}{_link(row)}</li>" for row in self._rows)
        return f"<ul>{''.join(items)}</ul>"


def _citation(row: dict[str, Any]) -> str:
    return f"{row['authors']} ({row.get('year', 'no year')}). {row['title']}. {row['journal']}."


def _doi(row: dict[str, Any]) -> str:
    return f" doi:{row['doi']}" if "doi" in row else ""


def _link(row: dict[str, Any]) -> str:
    if "doi" not in row:
        return ""
    doi = escape(row["doi"])
    return f' <a href="https://doi.org/{doi}">doi:{doi}</a>'
