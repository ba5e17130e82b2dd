"""What databases list for one exercise: a row a muscle, a column a record, a block a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from runplan.figures.sheet import LARGE, SMALL, width_in
from runplan.figures.theme import Theme, mix
from runplan.muscles import Muscle

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from runplan.databases import Listing, Listings

WIDTH = 9.0
_ROW, _HEAD, _FOOT = 0.21, 1.12, 0.2  # inches
_TINY = 7.0


def size(model: Listings) -> tuple[float, float]:
    """Return the picture's width and height in inches."""
    return WIDTH, _HEAD + _FOOT + _ROW * max(len(model.muscles()), 4)


def paint(model: Listings, ax: Axes, look: Theme) -> None:
    """Draw the records side by side; the course's own comes first."""
    _, high = size(model)
    ax.set(xlim=(0, WIDTH), ylim=(0, high))
    ax.axis("off")
    t = 1 + (look.type - 1) / 2  # many columns: larger type only as far as they have room
    y = high - 0.26
    name = model.exercise.name
    title = f"{name[:1].upper()}{name[1:]}: who names which muscles"
    ax.text(0.3, y, title, fontsize=LARGE * t, fontweight="bold", color=look.ink, va="center")
    rows = {m: high - _HEAD - _ROW * (n + 0.5) for n, m in enumerate(model.muscles())}
    left = 0.3 + max(width_in(Muscle.find(m).short, SMALL * t) for m in rows) + 0.15
    records = (model.ours, *model.rows)
    pitch = min((WIDTH - 0.3 - left) / len(records), 1.4)
    _key(ax, look, 0.3, y - 0.3, t)
    for muscle, middle in rows.items():
        ax.plot([left, left + pitch * len(records)], [middle] * 2, color=look.tone, lw=0.5)
        ax.text(left - 0.1, middle, Muscle.find(muscle).short, ha="right", va="center",
                fontsize=SMALL * t, color=look.ink)  # fmt: skip
    for number, record in enumerate(records):
        _record(ax, look, record, rows, (left + pitch * number, pitch, t))


def _record(
    ax: Axes, look: Theme, record: Listing, rows: dict[str, float], place: tuple[float, ...]
) -> None:
    left, pitch, t = place
    top = max(rows.values()) + _ROW * 0.5
    ours = record.database == "this course"
    heads = (record.database, record.record.replace("_", " ") if record.record else "")
    for line, (said, weight) in enumerate(zip(heads, ("bold", "normal"), strict=True)):
        room = pitch - 0.06
        size = next((one for one in (t, 0.9 * t, 0.8 * t) if _fits(said, room, one, weight)), t)
        ax.text(left + 0.03, top + (0.28 - 0.15 * line), _cut(said, room, size, weight),
                fontsize=_TINY * size, color=look.ink if not line else look.quiet,
                fontweight=weight, va="center")  # fmt: skip
    if not record.primary and not record.secondary:
        ax.text(left + pitch / 2, top - _ROW * 0.5, "no muscle", fontsize=_TINY * t,
                color=look.mark, ha="center", va="center")  # fmt: skip
    weak = mix(look.paper, look.line, 0.3)
    for parts, fill, ink, wide in (
        (record.prime(), look.line, look.paper, 1.0),
        (record.helping(), weak, look.ink, 0.62),
    ):
        for word, muscles in parts:
            ys = [rows[muscle] for muscle in muscles]
            if not ys:
                continue
            low, up = min(ys) - _ROW * 0.42, max(ys) + _ROW * 0.42
            ax.add_patch(
                Rectangle((left + 0.03, low), (pitch - 0.06) * wide, up - low, facecolor=fill,
                          edgecolor="none", zorder=2)
            )  # fmt: skip
            if not ours and len(muscles) > 1:
                room = (pitch - 0.12) * wide
                lines = word if _fits(word, room, t) else word.replace(" ", "\n")
                said = lines if all(_fits(one, room, t) for one in lines.split("\n")) else ""
                ax.text(left + 0.03 + (pitch - 0.06) * wide / 2, (low + up) / 2, said,
                        fontsize=_TINY * t, color=ink, ha="center", va="center",
                        zorder=3)  # fmt: skip


def _key(ax: Axes, look: Theme, x: float, y: float, t: float) -> None:
    weak = mix(look.paper, look.line, 0.3)
    for fill, wide, said in (
        (look.line, 0.3, "prime mover"),
        (weak, 0.186, "helper"),
        (None, 0, "a tall block is one word that lumps muscles together (our reading of it)"),
    ):
        if fill:
            ax.add_patch(Rectangle((x, y - 0.07), wide, 0.14, facecolor=fill, edgecolor="none"))
        x += wide + 0.07
        ax.text(x, y, said, fontsize=SMALL * t, color=look.ink if fill else look.quiet,
                va="center")  # fmt: skip
        x += width_in(said, round(SMALL * t, 2)) + 0.25


def _cut(said: str, room: float, t: float, weight: str = "normal") -> str:
    """Return as much of a text as has room."""
    whole = said
    while said and not _fits(said if said == whole else f"{said}…", room, t, weight):
        said = said[:-1]
    return said if said == whole else f"{said.rstrip()}…"


def _fits(said: str, room: float, t: float, weight: str = "normal") -> bool:
    return width_in(said, round(_TINY * t, 2), weight) <= room
