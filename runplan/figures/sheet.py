"""A scene on one sheet: a single set of axes in inches, with words, boxes and lines on it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

import matplotlib as mpl
import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.textpath import TextToPath

from runplan.figures.scene import Scene
from runplan.figures.theme import Theme, style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


Box = tuple[float, float, float, float]  # left, bottom, right, top

SMALL, BASE, LARGE = 8.0, 9.0, 11.5  # points on a screen 9 inches wide


class Sheet(Scene):
    """A scene whose artists lie in inches, from the lower left.

    A subclass gives `build`, which makes the artists, and `show`.
    """

    WIDTH: ClassVar[float] = 9.0

    def __init__(self, model: Any, look: Theme) -> None:
        super().__init__((self.WIDTH, self.height(look)), look)
        settings: Any = style(look)
        with mpl.rc_context(settings):
            self.ax = self.figure.add_axes((0, 0, 1, 1))
            self.ax.set(xlim=(0, self.WIDTH), ylim=(0, self.height(look)))
            self.ax.axis("off")
            self.build()
        self.show(model)

    def height(self, look: Theme) -> float:
        """Return how high the sheet is, in inches."""
        raise NotImplementedError

    def build(self) -> None:
        """Make every artist."""
        raise NotImplementedError

    def word(self, x: float, y: float, text: str = "", size: float = BASE, **more: Any) -> Text:
        """Write a text; `y` is its middle, unless `va` says otherwise."""
        more = {"va": "center_baseline", "color": self.look.ink} | more
        return self.ax.text(x, y, text, fontsize=size * self.look.type, **more)

    def line(self, xy: Sequence[Sequence[float]] = (), width: float = 0.8, **more: Any) -> Line2D:
        """Draw a line through points."""
        points = np.asarray(xy, dtype=float).reshape(-1, 2)
        given: dict[str, Any] = {"color": self.look.quiet, "lw": width * self.look.stroke} | more
        drawn = Line2D(points[:, 0], points[:, 1], **given)
        self.ax.add_line(drawn)
        return drawn

    def shape(self, path: Path | None = None, **more: Any) -> PathPatch:
        """Draw a filled shape; without a path it waits, hidden, for one."""
        more = {"facecolor": self.look.tone, "edgecolor": "none"} | more
        drawn = PathPatch(path or NOTHING, visible=path is not None, **more)
        self.ax.add_patch(drawn)
        return drawn

    def wide(self, text: str, size: float = BASE, weight: str = "normal") -> float:
        """Return how wide a text is, in inches."""
        return width_in(text, round(size * self.look.type, 2), weight)

    def fitting(
        self, texts: Iterable[str], room: float, size: float = BASE, weight: str = "normal"
    ) -> str:
        """Return the first text that fits into the room, on one line, or an empty one."""
        lines = (" ".join(text.splitlines()) for text in texts)
        return next((text for text in lines if self.wide(text, size, weight) <= room), "")


@cache
def width_in(text: str, size: float, weight: str = "normal") -> float:
    """Return the width in inches of a text of that size in points."""
    font = FontProperties(family="DejaVu Sans", size=size, weight=weight)
    width, _, _ = TextToPath().get_text_width_height_descent(text, font, ismath=False)
    return float(width) / 72


NOTHING = Path([(0, 0), (0, 0)])


def reshape(patch: PathPatch, path: Path | None) -> None:
    """Give a shape its new outline; None hides it."""
    patch.set_visible(path is not None)
    if path is not None:
        patch.set_path(path)


def boxes(these: Iterable[Box]) -> Path | None:
    """Return rectangles as one path, or None when there are none."""
    corners = [
        [(left, low), (right, low), (right, high), (left, high), (left, low)]
        for left, low, right, high in these
    ]
    return joined([Path(points, closed=True) for points in corners])


def joined(paths: Sequence[Path]) -> Path | None:
    """Return several paths as one, or None when there are none."""
    return Path.make_compound_path(*paths) if paths else None


def smooth(points: Any) -> Path:
    """Return a closed curve through points (n, 2)."""
    at = np.asarray(points, dtype=float)
    before, after, codes = _around(len(at))
    pull = (at[after] - at[before]) / 6
    curve = np.stack([at + pull, at[after] - pull[after], at[after]], axis=1)
    return Path(np.concatenate([at[:1], curve.reshape(-1, 2), at[:1]]), codes)


@cache
def _around(count: int) -> tuple[Any, Any, list[Any]]:
    """Return for each of some points in a ring the one before, the one after; and path codes."""
    place = np.arange(count)
    codes = [Path.MOVETO, *[Path.CURVE4] * (3 * count), Path.CLOSEPOLY]
    return place - 1, (place + 1) % count, codes
