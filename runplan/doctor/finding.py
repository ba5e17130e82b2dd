"""What the doctor says about one thing."""

from typing import Literal

from attrs import frozen

_SIGNS = {"well": "✓", "note": "·", "fault": "✗"}


@frozen
class Finding:
    """One thing that was looked at.

    Parameters
    ----------
    level
        "well", "note" (worth knowing, nothing is wrong) or "fault".
    text
        What was seen.
    advice
        What to do about it.

    Examples
    --------
    >>> print(Finding("fault", "The disk is full.", "Make room."))
    ✗ The disk is full.
      → Make room.
    """

    level: Literal["well", "note", "fault"]
    text: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{_SIGNS[self.level]} {self.text}" + (f"\n  → {self.advice}" if self.advice else "")
