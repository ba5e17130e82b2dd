"""The stick runner at a moment of the stride, and a strip of moments."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.path import Path

from runplan.figures.runner import Runner, shade, worn
from runplan.figures.sheet import BASE, LARGE, SMALL, Sheet, boxes, reshape
from runplan.moments import BASES, Moment, Strip
from runplan.muscles import Muscle
from runplan.stride import LEVELS, NOTE, Stride

if TYPE_CHECKING:
    from runplan.figures.theme import Theme

# the muscles on the runner from head to foot: behind, and in front of the body's line
_BEHIND = (
    "triceps_brachii", "latissimus_dorsi", "erector_spinae", "gluteus_medius", "gluteus_maximus",
    "adductor_magnus", "semitendinosus", "biceps_femoris", "gastrocnemius", "soleus",
    "tibialis_posterior",
)  # fmt: skip
_BEFORE = (
    "deltoid", "pectoralis_major", "biceps_brachii", "external_oblique", "rectus_abdominis",
    "psoas_major", "tensor_fasciae_latae", "rectus_femoris", "vastus_lateralis",
    "tibialis_anterior", "fibularis_longus",
)  # fmt: skip
_NOTES = (
    f"right side lit; {NOTE[0].lower()}{NOTE[1:]}",
    "right side lit; schematic, about 2.8 m/s, level",
    "right side; schematic, about 2.8 m/s",
    "schematic, 2.8 m/s",
)
_FITTED = (
    "right side lit; schematic: 2.8 m/s fitted, not recorded at this stance",
    "schematic: 2.8 m/s fitted to this stance",
    "2.8 m/s, fitted to this stance",
    "fitted from 2.8 m/s",
)
_ROUND = Path.unit_circle()
_MARK_EVERY_H = 0.25  # marks on the ground, in body heights; six a stride


class Note:
    """At the right of a title: how far the stride may be trusted.

    Parameters
    ----------
    sheet
        Where it stands.
    name
        Its gid.
    top
        The sheet's height.
    room
        Inches at its right end.
    texts, fitted
        Of the recorded stride and of any other, the longest first.
    """

    def __init__(
        self,
        sheet: Sheet,
        name: str,
        top: float,
        room: float,
        *,
        texts: tuple[str, ...] = _NOTES,
        fitted: tuple[str, ...] = _FITTED,
    ) -> None:
        look = sheet.look
        self._texts = [sheet.fitting(some, room, SMALL) for some in (texts, fitted)]
        at = (8.7, top - 0.22 * look.type)
        self._word = sheet.track(name, sheet.word(*at, "", SMALL, ha="right", color=look.quiet))

    def show(self, stride: Stride) -> None:
        self._word.set_text(self._texts[stride.note != NOTE])


class Ground:
    """The floor under a runner who stays in place: its marks go back, a shadow lies on it."""

    def __init__(self, sheet: Sheet, name: str, runner: Runner, reach: float) -> None:
        look = sheet.look
        self.high = runner.high
        self.place, self.floor = runner.origin
        self.left, self.right = self.place - reach, self.place + reach
        ends = [(self.left, self.floor), (self.right, self.floor)]
        sheet.line(ends, 1.2, color=look.quiet, zorder=1)
        marks = sheet.line((), 1.0, color=look.quiet, zorder=1, solid_capstyle="butt")
        self.marks = sheet.track(f"{name}-ground", marks)
        shadow = sheet.shape(facecolor=look.quiet, alpha=0.3, zorder=0.9)
        self.shadow = sheet.track(f"{name}-shadow", shadow)

    def show(self, moment: Moment) -> None:
        """Move marks and shadow to a moment."""
        every, slant = _MARK_EVERY_H * self.high, 0.05 * self.high
        left = self.left + slant
        gone = moment.stride.ground_h(moment.pct) * self.high
        x = np.arange(left + (self.place - left - gone) % every, self.right, every)
        gap = np.full_like(x, np.nan)
        top = np.full_like(x, self.floor)
        self.marks.set_data(
            np.stack([x, x - slant, gap], axis=1).ravel(),
            np.stack([top, top - 0.045 * self.high, gap], axis=1).ravel(),
        )
        flying = moment.stride.flight(moment.pct)
        wide = (0.15 if flying else 0.21) * self.high
        size = np.array([wide, 0.014 * self.high])
        middle = np.array([self.place, self.floor - 0.03 * self.high])
        reshape(self.shadow, Path(np.asarray(_ROUND.vertices) * size + middle, _ROUND.codes))
        self.shadow.set_alpha(0.16 if flying else 0.30)


class CycleBar:
    """The stride as a bar from 0 to 100 %: who is on the ground, and where we are."""

    def __init__(
        self, sheet: Sheet, name: str, left: float, right: float, low: float, *, below: bool = True
    ) -> None:
        self._below = below
        self.sheet, self.left, self.right, self.low = sheet, left, right, low
        self.high = low + 0.21 * sheet.look.type
        look = sheet.look
        sheet.shape(boxes([(left, low, right, self.high)]), facecolor=look.phases[3], zorder=1)
        self.stance = sheet.track(
            f"{name}-stance", sheet.shape(facecolor=look.phases[0], zorder=1.1)
        )
        middle = (low + self.high) / 2
        self.words = [
            sheet.track(
                f"{name}-word-{place}",
                sheet.word(left, middle, "", SMALL, ha="center", color=look.ink, zorder=3),
            )
            for place in ("right", "first-flight", "left", "second-flight")
        ]
        self.marker = sheet.track(
            f"{name}-marker", sheet.shape(facecolor=look.mark, edgecolor=look.paper, zorder=5)
        )

    def x(self, pct: float) -> float:
        """Return where a moment lies, in inches."""
        return self.left + (self.right - self.left) * pct / 100

    def show(self, stride: Stride, pct: float | None) -> None:
        """Move to a stride and a moment of it."""
        s = stride.stance_pct
        low, high = self.low, self.high
        reshape(self.stance, boxes([(self.x(a), low, self.x(a + s), high) for a in (0, 50)]))
        spans = ((0, s), (s, 50), (50, 50 + s), (50 + s, 100))
        texts = (
            ("right foot on the ground", "right foot down", "right"),
            ("flight",),
            ("left foot on the ground", "left foot down", "left"),
            ("flight",),
        )
        for word, (start, end), choice in zip(self.words, spans, texts, strict=True):
            room = self.x(end) - self.x(start) - 0.08
            word.set_text(self.sheet.fitting(choice, room, SMALL))
            word.set_x(self.x((start + end) / 2))
        if pct is None:
            reshape(self.marker, None)
            return
        x, gap = self.x(pct), 0.015
        wide, tall = 0.085 * self.sheet.look.type, 0.14 * self.sheet.look.type
        above = [(x, high + gap), (x + wide, high + gap + tall), (x - wide, high + gap + tall)]
        below = [(x, low - gap), (x + wide, low - gap - tall), (x - wide, low - gap - tall)]
        lines = [Path([*points, points[0]], closed=True) for points in (above, below)]
        lines = lines[: 1 + self._below]
        self.marker.set_visible(True)
        self.marker.set_path(Path.make_compound_path(*lines))


def levels_key(sheet: Sheet, left: float, y: float, title: str = "") -> float:
    """Explain the levels with a sample each; return where the row ends."""
    look = sheet.look
    rows = [(name, shade(level, look), "measured", level) for name, level in LEVELS.items()]
    return _samples(sheet, left, y, title, rows)


def bases_key(sheet: Sheet, left: float, y: float, title: str = "") -> float:
    """Explain how activity is known with a sample each; return where the row ends."""
    rows = [(name, sheet.look.quiet, name, 0.7) for name in BASES.values()]
    return _samples(sheet, left, y, title, rows)


def _samples(sheet: Sheet, x: float, y: float, title: str, rows: Any) -> float:
    look, t = sheet.look, sheet.look.type
    wide, gap, pause = 0.28 * t, 0.06 * t, 0.15 / t
    if title:
        sheet.word(x, y, title, SMALL, color=look.quiet)
        x += sheet.wide(title, SMALL) + pause
    for name, colour, basis, level in rows:
        tall = (0.05 + 0.08 * level) * t
        box = boxes([(x, y - tall / 2, x + wide, y + tall / 2)])
        sheet.shape(box, **worn(basis, colour, look), lw=0.8 * look.stroke)
        sheet.word(x + wide + gap, y, name, SMALL)
        x += wide + gap + sheet.wide(name, SMALL) + pause
    return x - pause


def key(sheet: Sheet, y: float) -> None:
    """Explain levels and how activity is known, in one row."""
    roomy = sheet.look.type == 1
    levels_key(sheet, 0.3, y, "activity, of its own maximum" if roomy else "")
    bases_key(sheet, 5.03 if roomy else 4.62, y, "known as" if roomy else "")


def heading(stride: Stride, pct: float) -> str:
    """Return a moment and its phase as a title.

    >>> heading(Stride(), 85)
    '85 % · mid-swing'
    """
    return f"{pct:.4g} % · {stride.phase(pct).partition(' (')[0]}"


class MomentPicture(Sheet):
    """A runner with lit muscles, their names on both sides, and the bar of the stride below."""

    def height(self, look: Theme) -> float:
        return 3.75 + 1.35 * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        top = self.height(look)
        self.title = self.track(
            "moment-title", self.word(0.3, top - 0.22 * t, "", LARGE, fontweight="bold")
        )
        room = 8.2 - self.wide("88.88 % · loading, braking half of stance", LARGE, "bold")
        self.note = Note(self, "moment-note", top, room)
        low = 0.42 * t
        self.bar = CycleBar(self, "moment-bar", 0.3, 8.7, low)
        self.floor = self.bar.high + 0.36 * t
        self.body = (top - 0.5 * t - self.floor) / 1.03
        self.runner = Runner(self, "runner", (4.5, self.floor), self.body)
        self.ground = Ground(self, "moment", self.runner, 1.55)
        key(self, 0.17 * t)
        self.rows: dict[str, Any] = {}
        self._levels: dict[str, float] = {}
        for names, side in ((_BEHIND, -1), (_BEFORE, 1)):
            self._column(names, side)

    def _column(self, names: tuple[str, ...], side: int) -> None:
        """Write names with a meter each; a leader goes from the meter to the muscle."""
        look, t = self.look, self.look.type
        top, low = self.height(look) - 0.62 * t, self.floor + 0.12 * t
        step = (top - low) / (len(names) - 1)
        edge = 1.62 * t + 0.12 if side < 0 else 9 - 1.62 * t - 0.12
        long = 0.42 * t
        for place, muscle in enumerate(names):
            y = top - place * step
            word = self.word(
                edge, y, Muscle.find(muscle).short, BASE, ha="right" if side < 0 else "left"
            )
            start = edge + (0.08 if side < 0 else -0.08 - long)
            self.shape(
                boxes([(start, y - 0.01, start + long, y + 0.01)]), facecolor=look.body, zorder=1
            )
            meter = self.shape(lw=0.8 * look.stroke, zorder=3)
            leader = self.shape(
                facecolor=look.paper, edgecolor=look.quiet, lw=0.6 * look.stroke, zorder=8
            )
            self.rows[muscle] = (
                self.track(f"moment-name-{muscle}", word),
                self.track(f"moment-meter-{muscle}", meter),
                self.track(f"moment-leader-{muscle}", leader),
                (start, y, long, side),
            )

    def show(self, model: Moment) -> None:
        active = self.runner.show(model)
        self.ground.show(model)
        self.bar.show(model.stride, model.pct)
        self.title.set_text(heading(model.stride, model.pct))
        self.note.show(model.stride)
        for muscle, (word, meter, leader, where) in self.rows.items():
            level, basis, middle = active.get(muscle, (0.0, "", None))
            if self._levels.get(muscle) != level:
                self._levels[muscle] = level
                word.set_color(self.look.ink if level else self.look.quiet)
                self._meter(meter, level, basis, where)
            reshape(leader, self._leader(where, middle) if level else None)
        self.figure.sentence = model.describe()

    def _leader(self, where: Any, middle: Any) -> Path:
        """Return a line from a meter to a muscle, with a small ring at its end."""
        start, y, long, side = where
        end = np.array([start + long + 0.04 if side < 0 else start - 0.04, y])
        way = middle - end
        radius = 0.026 * self.look.type
        stop = middle - radius * way / math.hypot(*way)
        ring = Path.circle(middle, radius)
        return Path.make_compound_path(Path([end, stop]), ring)

    def _meter(self, meter: Any, level: float, basis: str, where: Any) -> None:
        if not level:
            reshape(meter, None)
            return
        start, y, long, side = where
        left = start + long * (1 - level) if side < 0 else start
        tall = 0.055 * self.look.type
        reshape(meter, boxes([(left, y - tall, left + long * level, y + tall)]))
        meter.set(**worn(basis, shade(level, self.look), self.look))


class StripPicture(Sheet):
    """Ten runners in two rows: what one leg does above, the other does below."""

    def height(self, look: Theme) -> float:
        return 4.2 + 0.9 * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        top = self.height(look)
        self.title = self.track(
            "strip-title", self.word(0.3, top - 0.22 * t, "", LARGE, fontweight="bold")
        )
        self.note = Note(self, "strip-note", top, 5.2)
        key(self, 0.17 * t)
        self.body = 1.74
        self.down = " down" if self.wide("50 %  right foot down", SMALL) < 1.6 else ""
        self.floors = (top - 0.42 * t - 1.04 * self.body, 0.66 * t)
        self.cells = []
        for place in range(10):
            name = f"strip-{place + 1}"
            floor = self.floors[place // 5]
            x = 0.3 + 8.4 * (place % 5 + 0.5) / 5
            runner = Runner(self, f"{name}-runner", (x, floor), self.body)
            word = self.word(x, floor - 0.20 * t, "", SMALL, ha="center")
            ground = Ground(self, name, runner, 0.82)
            self.cells.append((runner, ground, self.track(f"{name}-word", word)))

    def show(self, model: Strip) -> None:
        for moment, (runner, ground, word) in zip(model.moments(), self.cells, strict=True):
            runner.show(moment)
            ground.show(moment)
            right, left = moment.stride.on_ground(moment.pct)
            foot = "right" if right else "left" if left else ""
            word.set_text(f"{moment.pct:g} %  {f'{foot} foot{self.down}' if foot else 'flight'}")
        self.note.show(model.stride)
        self.title.set_text(f"One stride, {model.stride.stance_pct:g} % stance")
        self.figure.sentence = model.describe()
