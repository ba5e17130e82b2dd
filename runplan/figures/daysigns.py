"""Signs of days and weeks, each told by its shape as well as by its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.path import Path

from runplan.figures.sheet import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runplan.figures.theme import Theme

SESSIONS = ("A", "B")
STRIDES = {"hard run": 0.05, "run": 0.032}  # half the height of a run's sign, inches
_ROUND = 0.5523  # a quarter of a circle as a curve


def session_chip(letter: str, x: float, y: float, wide: float, high: float) -> Path:
    """Return the box of a session around a place: A has corners, B has round ends."""
    return block(x, y, wide, high, high / 2 if letter == "B" else high / 8)


def block(x: float, y: float, wide: float, high: float, r: float) -> Path:
    """Return a box around a place, its corners rounded with radius r."""
    left, right, low, top = x - wide / 2, x + wide / 2, y - high / 2, y + high / 2
    k = r * (1 - _ROUND)
    points = [
        (left + r, low), (right - r, low),
        (right - k, low), (right, low + k), (right, low + r), (right, top - r),
        (right, top - k), (right - k, top), (right - r, top), (left + r, top),
        (left + k, top), (left, top - k), (left, top - r), (left, low + r),
        (left, low + k), (left + k, low), (left + r, low), (left + r, low),
    ]  # fmt: skip
    curve = [Path.CURVE4] * 3
    codes = [
        Path.MOVETO, Path.LINETO, *curve, Path.LINETO, *curve, Path.LINETO, *curve,
        Path.LINETO, *curve, Path.CLOSEPOLY,
    ]  # fmt: skip
    return Path(points, codes)


def flag(x: float, y: float, wide: float, high: float) -> Path:
    """Return the sign of a race around a place: a flag with a swallow's tail."""
    left, right, low, top = x - wide / 2, x + wide / 2, y - high / 2, y + high / 2
    notch = right - high / 3
    return Path([(left, low), (right, low), (notch, y), (right, top), (left, top), (left, low)],
                closed=True)  # fmt: skip


def steps(x: float, y: float, half: float) -> Path:
    """Return the sign of a run: two chevrons to the right."""
    paths = []
    for at in (x - half * 0.9, x + half * 0.3):
        tip, back = at + half * 0.6, half * 0.45
        points = [
            (at - back, y - half), (at + back * 0.6, y - half), (tip + back * 0.6, y),
            (at + back * 0.6, y + half), (at - back, y + half), (tip - back, y),
            (at - back, y - half),
        ]  # fmt: skip
        paths.append(Path(points, closed=True))
    return Path.make_compound_path(*paths)


def triangles(
    middles: Iterable[tuple[float, float]], half: float, *, up: bool = False
) -> Path | None:
    """Return triangles around places: they point down for an easier week, up as a warning."""
    tip = half if up else -half
    return joined(
        [
            Path([(x - half, y - tip), (x + half, y - tip), (x, y + tip), (x - half, y - tip)],
                 closed=True)
            for x, y in middles
        ]
    )  # fmt: skip


def session_colour(letter: str, look: Theme) -> str:
    """Return the ground of a session's chip; paper-coloured words are readable on it."""
    return look.line if letter == "A" else look.kinds[3]


def away_look(look: Theme) -> dict[str, Any]:
    """Return how days away are filled."""
    return {"facecolor": look.paper, "hatch": "/////", "hatchcolor": look.tone}
