"""A review: one verdict a rule, and the worst of them."""

from collections.abc import Iterable

import pandas as pd
from attrs import field, frozen

from runplan.reasons import Level, Reason
from runplan.show import card

_ORDER: tuple[Level, ...] = ("pass", "warn", "fail")


def _reasons(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(reasons)


@frozen(repr=False)
class Review:
    """The verdict on a pair or a session, one reason a rule.

    Parameters
    ----------
    level
        The worst of the reasons: "pass", "warn" or "fail".
    reasons
        One `Reason` a rule, with text and reference.

    Examples
    --------
    >>> Review.of([Reason("grip", "pass", "Free hands."), Reason("rest", "warn", "Short.")])
    Review(warn: 0 fails, 1 warning of 2 rules)
    """

    level: Level
    reasons: tuple[Reason, ...] = field(converter=_reasons)

    @classmethod
    def of(cls, reasons: Iterable[Reason]) -> "Review":
        """Make the review whose level is that of its worst reason."""
        reasons = tuple(reasons)
        return cls(worst(reason.level for reason in reasons), reasons)

    @property
    def fails(self) -> int:
        """How many rules fail."""
        return sum(reason.level == "fail" for reason in self.reasons)

    @property
    def warns(self) -> int:
        """How many rules warn."""
        return sum(reason.level == "warn" for reason in self.reasons)

    def describe(self) -> str:
        """Say what does not hold, worst first; or that all does."""
        found = sorted((r for r in self.reasons if r.level != "pass"), key=_severity, reverse=True)
        return " ".join(reason.text for reason in found) or "Every rule holds."

    def __repr__(self) -> str:
        warns = f"{self.warns} warning{'' if self.warns == 1 else 's'}"
        fails = f"{self.fails} fail{'' if self.fails == 1 else 's'}"
        return f"Review({self.level}: {fails}, {warns} of {len(self.reasons)} rules)"

    def _repr_html_(self) -> str:
        rows = [(r.rule, r.level, r.text, r.reference or "") for r in self.reasons]
        table = pd.DataFrame(rows, columns=["rule", "verdict", "why", "reference"])
        return card(repr(self), self.describe(), table.set_index("rule"))


def worst(levels: Iterable[Level]) -> Level:
    """Return the worst of some levels; "pass" for none.

    >>> worst(["pass", "fail", "warn"])
    'fail'
    """
    return max(levels, key=_ORDER.index, default="pass")


def _severity(reason: Reason) -> int:
    return _ORDER.index(reason.level)
