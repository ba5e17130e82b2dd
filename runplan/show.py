"""How a model shows itself: ids as words, and in a notebook a title, a sentence, a table."""

from collections.abc import Sequence
from html import escape

import pandas as pd


def card(title: str, sentence: str, table: pd.DataFrame | None = None) -> str:
    """Return the HTML for a model's `_repr_html_`; every text is escaped.

    >>> card("A & B", "two letters")
    '<div><strong>A &amp; B</strong><p>two letters</p></div>'
    """
    body = "" if table is None else table.to_html(escape=True, border=0, na_rep="–")
    return f"<div><strong>{escape(title)}</strong><p>{escape(sentence)}</p>{body}</div>"


def plain(word: str) -> str:
    """Return an id as a person says it.

    >>> plain("gluteus_medius")
    'gluteus medius'
    """
    return word.replace("_", " ")


def listed(words: Sequence[str]) -> str:
    """Return ids as a list in a sentence.

    >>> listed(["step", "bench", "mini_band"])
    'step, bench and mini band'
    """
    *most, last = map(plain, words or [""])
    return " and ".join(filter(None, [", ".join(most), last]))
