"""An upright axis whose range follows the numbers: round steps, lines across, and zero."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any

from runplan.figures.sheet import SMALL

if TYPE_CHECKING:
    from runplan.figures.sheet import Box, Sheet

_MOST = 7


class Scale:
    """The artists of an axis, and from a value to inches.

    Parameters
    ----------
    sheet, name
        The scene to draw on, and the start of the artists' ids.
    box
        Where the values lie, in inches.
    steps
        About how many lines there are.
    """

    def __init__(self, sheet: Sheet, name: str, box: Box, steps: int = 3) -> None:
        self.left, self.low, self.right, self.high = box
        self.steps = steps
        look = sheet.look
        lines = sheet.line((), 0.6, color=look.tone, zorder=0.6)
        self.lines = sheet.track(f"{name}-lines", lines)
        zero = sheet.line((), 0.9, color=look.quiet, zorder=1)
        self.zero = sheet.track(f"{name}-zero", zero)
        self.ticks = [
            sheet.track(
                f"{name}-tick-{n + 1}",
                sheet.word(self.left - 0.08, 0, "", SMALL, ha="right", color=look.quiet),
            )
            for n in range(_MOST)
        ]
        self.fit(0, 1)

    def fit(self, low: float, high: float) -> None:
        """Take a range that holds these values and zero, with round steps."""
        low, high = min(low, 0), max(high, 0)
        if high - low < 1e-6:
            high = 1
        step = _round((high - low) / self.steps)
        first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
        self.bottom, self.top = first * step, last * step
        marks = [step * n for n in range(first, last + 1)]
        xs: list[float] = []
        ys: list[float] = []
        for place, text in enumerate(self.ticks):
            mark = marks[place] if place < len(marks) else None
            text.set_text("" if mark is None else _said(mark, step))
            if mark is not None:
                text.set_y(self.y(mark))
                xs += [self.left, self.right, float("nan")]
                ys += [self.y(mark)] * 2 + [float("nan")]
        self.lines.set_data(xs, ys)
        self.zero.set_data([self.left, self.right], [self.y(0)] * 2)

    def y(self, value: Any) -> Any:
        """Return where a value lies, in inches."""
        return self.low + (value - self.bottom) * (self.high - self.low) / (self.top - self.bottom)


def _round(step: float) -> float:
    """Return the next step up of 1, 2, 2.5, 5 and their tens.

    >>> _round(0.3), _round(180), _round(2.1)
    (0.5, 200.0, 2.5)
    """
    ten = 10.0 ** floor(log10(step))
    return next(part * ten for part in (1, 2, 2.5, 5, 10) if part * ten >= step * (1 - 1e-9))


def _said(mark: float, step: float) -> str:
    if abs(mark) >= 1e5:
        return f"{mark:.0e}".replace("e+0", "e")
    number = f"{mark:,.0f}" if step >= 1 else f"{mark:.2g}" if step < 0.1 else f"{mark:.1f}"
    return number.replace("-", "−").replace("−0", "0") if mark == 0 else number.replace("-", "−")
