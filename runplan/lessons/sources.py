"""The sources at the end of a lesson, from the references table."""

import re
from html import escape

from runplan.evidence import reference


class Sources:
    """References by key, as a list with DOI.

    Raises
    ------
    PlanError
        A key that the references table does not have.

    Examples
    --------
    >>> Sources("arellano2014", "article")  # doctest: +ELLIPSIS
    Arellano CJ, Kram R (2014). The metabolic cost of human running: ...
    """

    def __init__(self, *keys: str) -> None:
        self._citations = [reference(key) for key in keys]

    def __repr__(self) -> str:
        return "\n".join(self._citations)

    def _repr_html_(self) -> str:
        linked = (
            re.sub(r"(https://doi\.org/\S+)", r'<a href="\1">\1</a>', escape(citation))
            for citation in self._citations
        )
        return f"<ul>{''.join(f'<li>{citation}</li>' for citation in linked)}</ul>"
