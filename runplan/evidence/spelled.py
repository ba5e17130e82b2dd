"""Short forms of the tables in whole words, for people to read."""

import re

_SHORT = (
    (re.compile(r"(\d)/wk"), r"\1 a week"),
    (re.compile(r"\bwk (\d)"), r"week \1"),
    (re.compile(r"(\d) wk\b"), r"\1 weeks"),
)
_ABOVE = "as above"


def spelled(text: str) -> str:
    """Return a text with its short forms in whole words.

    >>> spelled("40 wk: 2/wk then 1/wk in season")
    '40 weeks: 2 a week then 1 a week in season'
    """
    for short, whole in _SHORT:
        text = short.sub(whole, text)
    return text


def complete(texts: list[str]) -> list[str]:
    """Return a column with "as above" replaced: by the last part of the nearest full text.

    >>> complete(["small; read in the abstract", "as above; slow", "as above; fast"])
    ['small; read in the abstract', 'read in the abstract; slow', 'read in the abstract; fast']
    """
    full, found = "", []
    for text in texts:
        if not text.startswith(_ABOVE):
            full = text or full
        found.append(text.replace(_ABOVE, full.rpartition(";")[2].strip(), 1))
    return found
