"""The article's claims, in our words, with the verdict of the evidence; and all by verdict."""

from typing import Any

import pandas as pd
from attrs import evolve, field, frozen

from runplan.evidence.references import cited, reference
from runplan.evidence.rows import one_of, row
from runplan.show import Table, card
from runplan.tables import load_claims
from runplan.words import listed, plain

# verdict classes, from the firmest yes to no, and what each means
VERDICTS = {
    "supported": "the evidence carries it",
    "partly": "part of it holds, or it holds for some",
    "simplified": "a true core, said too simply",
    "insufficient": "plausible, untested or weakly tested; not the same as wrong",
    "not_supported": "the evidence speaks against it",
}
# the article's sections, in our words
SECTIONS = {
    "intro": "introduction",
    "01": "01 legs",
    "02": "02 trunk",
    "03": "03 arms",
    "04": "04 hips and joints",
    "05": "05 why strength",
    "06": "06 the plans",
    "07": "07 closing words",
}
GRADES = {
    "V": "checked in published material",
    "K": "firmly known, not looked up again",
    "U": "uncertain: our own reading",
}


@frozen(repr=False)
class Claim:
    """One claim of the article, in our words, with the verdict of the evidence.

    `verdict_class` is supported, partly, simplified, insufficient or not_supported; `refs`
    are keys of the references table. `claim(id)` makes one.
    """

    id: str
    section: str
    claim: str
    verdict: str
    verdict_class: str
    reason: str
    refs: tuple[str, ...] = field(converter=tuple)
    confidence: str
    basis: str

    def describe(self) -> str:
        """Say the claim, its verdict, and why, with authors and years."""
        source = f" [{'; '.join(map(cited, self.refs))}]" if self.refs else ""
        return f"{self.claim}: {plain(self.verdict_class)}; {self.reason}{source}."

    def sources(self) -> list[str]:
        """Return its references as citations, or what it rests on where there are none."""
        return [reference(key) for key in self.refs] or [self.basis]

    def __repr__(self) -> str:
        return f"Claim({self.id}: {plain(self.verdict_class)})"

    def _repr_html_(self) -> str:
        found = Table(pd.DataFrame({"source": self.sources()}))
        return card(f"Claim {self.id}", self.describe()) + found._repr_html_()


def claim(id: str) -> Claim:  # noqa: A002
    """Return one of the article's claims.

    Raises
    ------
    PlanError
        No such claim.

    Examples
    --------
    >>> claim("C02")
    Claim(C02: supported)
    """
    return Claim(*row("claim", load_claims(), id))


def _section(word: Any) -> str:
    return one_of("section", word, ("", *SECTIONS))


def _verdict(word: Any) -> str:
    return one_of("verdict", word, ("", *VERDICTS))


def _claim(word: Any) -> str:
    return claim(word).id if word else ""


@frozen
class Verdicts:
    """All claims of the article by verdict, some of them picked out.

    Parameters
    ----------
    section
        Of the article: "intro", "01" … "07"; "" is all.
    verdict
        A verdict class; "" is all.
    claim
        The id of a claim to mark, or "".

    Examples
    --------
    >>> Verdicts("05", "supported").picked()
    ['C34', 'C38']
    """

    section: str = field(default="", converter=_section)
    verdict: str = field(default="", converter=_verdict)
    claim: str = field(default="", converter=_claim)

    def replace(self, **changes: Any) -> "Verdicts":
        """Return a copy with some parameters changed."""
        return evolve(self, **changes)

    def ids(self) -> dict[str, list[str]]:
        """Return the ids of all claims by verdict class, from supported to not supported."""
        claims = load_claims()
        return {word: list(claims.id[claims.verdict_class == word]) for word in VERDICTS}

    def picked(self) -> list[str]:
        """Return the ids that section and verdict pick out."""
        claims = load_claims()
        if self.section:
            claims = claims[claims.section == self.section]
        if self.verdict:
            claims = claims[claims.verdict_class == self.verdict]
        return list(claims.id)

    def describe(self) -> str:
        """Say how many claims have which verdict, and what is picked out and marked."""
        counts = {word: len(ids) for word, ids in self.ids().items()}
        said = _counted(counts)
        text = f"The article's {sum(counts.values())} claims by verdict: {said}."
        if self.section or self.verdict:
            picked = set(self.picked())
            of = {word: len(picked & set(ids)) for word, ids in self.ids().items()}
            where = f"in section {SECTIONS[self.section]}" if self.section else "picked out"
            text += f" Of these, {where}: {_counted(of) or 'none'}."
        if self.claim:
            marked = claim(self.claim)
            text += f" Marked: {marked.id}, {marked.claim}: {plain(marked.verdict_class)}."
        return text


def _counted(counts: dict[str, int]) -> str:
    return listed([f"{count} {word}" for word, count in counts.items() if count])
