"""How a model shows itself in a notebook: a title, a sentence, a table with units."""

from html import escape

import pandas as pd


def card(title: str, sentence: str, table: pd.DataFrame | None = None) -> str:
    """Return the HTML for a model's `_repr_html_`; every text is escaped.

    >>> card("A & B", "two letters")
    '<div><strong>A &amp; B</strong><p>two letters</p></div>'
    """
    body = "" if table is None else table.to_html(escape=True, border=0, na_rep="–")
    return f"<div><strong>{escape(title)}</strong><p>{escape(sentence)}</p>{body}</div>"
