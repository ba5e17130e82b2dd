"""References as citations."""

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
