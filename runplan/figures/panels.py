"""The strips of the season's picture: one quantity each, week by week, in its own unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen

from runplan.figures.sheet import BASE, SMALL, Box, Sheet, boxes, reshape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WEEKS = 52
_GAP = 0.08  # weeks, between two bars


@frozen
class Quantity:
    """What one strip shows.

    Parameters
    ----------
    name, title, unit
        Its id, and its words.
    column
        Of `Season.weeks`.
    high
        Inches.
    tops
        Ends of the scale; the first that holds the year's highest week is taken.
    ticks
        Share of the scale's end at which a line runs, with its value.
    sign
        A "bar" from the ground, a "dash" at its height, or a "block" for each one.
    year
        How the year's sum is said; nothing where a sum means nothing.
    """

    name: str
    title: str
    unit: str
    column: str
    high: float
    tops: tuple[float, ...]
    ticks: tuple[float, ...]
    sign: str = "bar"
    year: str = ""


QUANTITIES = (
    Quantity("volume", "Volume", "base = 100", "volume_index", 1.15, (125, 250), (0.8, 0.4)),
    Quantity("intensity", "Intensity", "% 1RM", "intensity_pct_1rm", 0.8, (100,), (1, 0.5), "dash"),
    Quantity("sessions", "Sessions", "a week", "sessions", 0.5, (3, 5), (1,), "block", "a year"),
    Quantity("contacts", "Contacts", "a week", "contacts", 0.62, (200, 400, 1000), (1, 0.5)),
    Quantity(
        "mobility", "Mobility", "min a week", "mobility_min", 0.62, (40, 100, 300, 900), (1, 0.5)
    ),
)


class Panel:
    """The artists of one strip.

    Parameters
    ----------
    sheet
        The scene to draw on.
    quantity
        What it shows.
    floor
        Its lower edge, in inches.
    x
        From weeks since the season's start to inches.
    """

    def __init__(
        self, sheet: Sheet, quantity: Quantity, floor: float, x: Callable[[Any], Any]
    ) -> None:
        self.sheet, self.quantity, self.floor, self.x = sheet, quantity, floor, x
        self.top = floor + quantity.high
        look, t, name = sheet.look, sheet.look.type, f"season-{quantity.name}"
        left, right = x(0), x(WEEKS)
        sheet.word(0.3, self.top - 0.08 * t, quantity.title, BASE, fontweight="bold")
        sheet.line([(left, floor), (right, floor)], 0.8, color=look.quiet, zorder=4)
        unit = sheet.word(0.3, self.top - 0.25 * t, quantity.unit, SMALL, color=look.quiet)
        self.unit = sheet.track(f"{name}-unit", unit)
        self.ticks = []
        for number, at in enumerate(quantity.ticks):
            y = floor + at * quantity.high
            sheet.line([(left, y), (right, y)], 0.5, color=look.paper, zorder=1)
            tick = sheet.word(left - 0.06, y, "", SMALL, ha="right", color=look.quiet)
            self.ticks.append(sheet.track(f"{name}-tick-{number}", tick))
        fill = sheet.shape(facecolor=look.line, alpha=0.9, zorder=2)
        self.fill = sheet.track(f"{name}-weeks", fill)
        # the copy as a broken line, with an edge so that it shows on bars
        wide = 0 if quantity.sign == "dash" else 2.6
        edge = sheet.line((), wide, color=look.paper, zorder=4.9)
        line = sheet.line((), 1.5, color=look.kept, linestyle=(0, (3, 1.2)), zorder=5)
        self.kept = [sheet.track(f"{name}-kept-edge", edge), sheet.track(f"{name}-kept", line)]
        self.inch = 0.0

    def show(self, values: Any, kept: Any = None, shift: float = 0) -> None:
        """Show a season's weeks, and those of a copy that starts `shift` weeks later."""
        quantity = self.quantity
        most = max(values.max(), 0 if kept is None else kept.max())
        end = next((top for top in quantity.tops if most <= top), most)
        self.inch = quantity.high / end
        for text, at in zip(self.ticks, quantity.ticks, strict=True):
            text.set_text(f"{at * end:.0f}")
        reshape(self.fill, boxes(self._signs(values)))
        for line in self.kept:
            line.set_visible(kept is not None)
            if kept is not None:
                edges = np.repeat(np.arange(WEEKS + 1) + shift, 2)[1:-1]
                inside = (edges >= 0) & (edges <= WEEKS)
                height = self.floor + np.repeat(kept, 2)[inside] * self.inch
                line.set_data(self.x(edges[inside]), height)
        if quantity.year:
            self.unit.set_text(f"{quantity.unit}, {values.sum():.0f} {quantity.year}")

    def _signs(self, values: Any) -> Iterator[Box]:
        inch, half = self.inch, 0.025 * self.sheet.look.stroke
        for week, value in enumerate(values):
            left, right = self.x(week + _GAP), self.x(week + 1 - _GAP)
            y = self.floor + value * inch
            if self.quantity.sign == "dash":
                yield self.x(week), y - half, self.x(week + 1), y + half
            elif self.quantity.sign == "bar" and value > 0:
                yield left, self.floor, right, y
            elif self.quantity.sign == "block":
                for place in range(int(value)):
                    low = self.floor + place * inch
                    yield left, low + 0.1 * inch, right, low + 0.95 * inch
