"""How models and tables show themselves in a notebook: as text, and as escaped HTML."""

from html import escape

import pandas as pd


def card(title: str, sentence: str, table: pd.DataFrame | None = None) -> str:
    """Return the HTML for a model's `_repr_html_`; every text is escaped.

    >>> card("A & B", "two letters")
    '<div><strong>A &amp; B</strong><p>two letters</p></div>'
    """
    body = "" if table is None else table.to_html(escape=True, border=0, na_rep="–")
    return f"<div><strong>{escape(title)}</strong><p>{escape(sentence)}</p>{body}</div>"


class Table:
    """A data frame to read: no index, no text cut short, lists in words.

    Examples
    --------
    >>> Table(pd.DataFrame({"muscle_name": ["soleus"], "parts": [("a", "b")]}))
    muscle name parts
         soleus  a, b
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        words = frame.map(lambda cell: ", ".join(cell) if isinstance(cell, tuple) else cell)
        self._frame = words.rename(columns=lambda name: str(name).replace("_", " "))

    def __repr__(self) -> str:
        return str(self._frame.to_string(index=False, na_rep=""))

    def _repr_html_(self) -> str:
        with pd.option_context("display.max_colwidth", None):
            html = str(self._frame.to_html(index=False, border=0, na_rep="", justify="left"))
        # said at each cell, because JupyterLab sets numbers and words to the right
        for cell in ("th", "td"):
            html = html.replace(f"<{cell}>", f'<{cell} style="text-align: left">')
        return html
