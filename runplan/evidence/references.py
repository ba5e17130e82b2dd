"""References as citations."""

import re

from runplan.evidence.rows import row
from runplan.tables import load_references


def reference(key: str) -> str:
    """Return a citation: authors, year, title, place, DOI where one is known.

    Raises
    ------
    PlanError
        No such reference, with the nearest keys.

    Examples
    --------
    >>> print(reference("arellano2014"))  # doctest: +NORMALIZE_WHITESPACE
    Arellano CJ, Kram R (2014). The metabolic cost of human running: is swinging the arms
    worth it? J Exp Biol 217(14):2456-2461. https://doi.org/10.1242/jeb.100420
    """
    one = row("reference", load_references().fillna(""), key)
    head = f"{one.authors} ({one.year})" if one.year else one.authors
    title = one.title if one.title.endswith(("?", "!", ".")) else f"{one.title}."
    doi = f"https://doi.org/{one.doi}" if one.doi else ""
    place = f"{one.journal}." if one.journal else ""
    return " ".join(filter(None, [f"{head}.", title, place, doi]))


def cited(key: str) -> str:
    """Return a reference as authors and year, as one names it in a text.

    Raises
    ------
    PlanError
        No such reference, with the nearest keys.

    Examples
    --------
    >>> cited("arellano2014"), cited("hung2019"), cited("foster1998")
    ('Arellano and Kram 2014', 'Hung et al. 2019', 'Foster 1998')
    >>> cited("article"), cited("acog2020")
    ('Red Bull 2026', 'ACOG Committee Opinion No. 804 2020')
    """
    one = row("reference", load_references(), key)
    people = _BRACKETS.sub("", one.authors).split(", ")
    names = [_INITIALS.sub("", name) for name in people]
    who = names[0] if len(names) == 1 else " and ".join(names)
    return f"{who if len(names) < _MANY else f'{names[0]} et al.'} {one.year}"


_BRACKETS = re.compile(r" \(.*\)")
_INITIALS = re.compile(r" [A-Z]+$")
_MANY = 3  # authors, of whom only the first is named
