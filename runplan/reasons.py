"""A verdict in words: what a review or a warning says, why, and on whose authority."""

from typing import Literal

from attrs import frozen

Level = Literal["pass", "warn", "fail"]


@frozen
class Reason:
    """One verdict with its reason.

    Parameters
    ----------
    rule
        What was looked at: a rule's id or a parameter's name.
    level
        "pass", "warn" (legal but unwise) or "fail".
    text
        The reason in a coach's words, with the value that was given.
    reference
        Key of the references table, or None for coaching practice and our own choices.

    Examples
    --------
    >>> print(Reason("deload_every", "warn", "No easier weeks at all.", None))
    warn · No easier weeks at all.
    """

    rule: str
    level: Level
    text: str
    reference: str | None = None

    def __str__(self) -> str:
        source = f" [{self.reference}]" if self.reference else ""
        return f"{self.level} · {self.text}{source}"
