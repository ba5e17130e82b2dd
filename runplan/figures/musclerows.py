"""A sheet with a row a muscle, from head to foot, in two columns; a picture fills the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from runplan.figures.sheet import BASE, LARGE, SMALL, Sheet
from runplan.muscles import Muscle, head_to_foot

if TYPE_CHECKING:
    from runplan.figures.theme import Theme

# what steadies and swings on the left, what runs on the right
_COLUMNS = (("shoulders and arms", "trunk"), ("hip", "thigh", "calf and shin", "foot"))
_STARTS = (0.3, 4.65)
_WIDE = 4.1
_ROW, _HEADER, _GAP = 0.165, 0.2, 0.03  # inches


@frozen
class Column:
    """One column of rows: from names to plots (left to end) to numbers, and from top to floor."""

    start: float
    left: float
    end: float
    right: float
    top: float
    floor: float


class MuscleRows(Sheet):
    """A title, and rows of muscles under the names of the parts of the body.

    Attributes
    ----------
    columns
        The two `Column`.
    rows
        Muscle → its column and the height of its middle, in inches.
    """

    HEAD = 0.95  # inches above the rows
    FOOT = 0.25  # and below them

    def height(self, look: Theme) -> float:
        rows = max(self._high(parts) for parts in _COLUMNS)
        return (rows + self.HEAD + self.FOOT) * look.type

    def _high(self, parts: tuple[str, ...]) -> float:
        inside = head_to_foot()
        return sum(_HEADER + _GAP + _ROW * len(inside[part]) for part in parts)

    def rowed(self, name: str, numbers: float) -> None:
        """Write the title and every muscle's name.

        Parameters
        ----------
        name
            What the title's id starts with.
        numbers
            Inches kept for a number at the end of each row.
        """
        look, t = self.look, self.look.type
        top = self.height(look)
        title = self.word(0.3, top - 0.22 * t, "", LARGE, fontweight="bold")
        self.title = self.track(f"{name}-title", title)
        self.rows: dict[str, tuple[Column, float]] = {}
        self.columns = [
            self._column(parts, start, numbers)
            for parts, start in zip(_COLUMNS, _STARTS, strict=True)
        ]

    def _column(self, parts: tuple[str, ...], start: float, numbers: float) -> Column:
        look, t = self.look, self.look.type
        inside = head_to_foot()
        names = [Muscle.find(muscle).short for part in parts for muscle in inside[part]]
        left, right = start + max(self.wide(name, SMALL) for name in names) + 0.1, start + _WIDE
        top = self.height(look) - self.HEAD * t
        end = right - numbers
        column = Column(start, left, end, right, top, top - self._high(parts) * t)
        y = top
        for part in parts:
            y -= _HEADER * t
            self.word(start, y + 0.06 * t, part, BASE, fontweight="bold", zorder=7)
            for muscle in inside[part]:
                y -= _ROW * t
                middle = y + _ROW * t / 2
                self.line([(left, middle), (end, middle)], 0.4, color=look.tone, zorder=0.8)
                self.word(left - 0.08, middle, Muscle.find(muscle).short, SMALL, ha="right")
                self.rows[muscle] = column, middle
            y -= _GAP * t
        return column

    def band(self) -> float:
        """Return half the height of a row, in inches."""
        return _ROW * self.look.type / 2
