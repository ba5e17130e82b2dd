"""The activation timeline: each muscle's bursts over one stride, by how they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runplan.figures.runner import shade, worn
from runplan.figures.sheet import BASE, LARGE, SMALL, Sheet, boxes, reshape
from runplan.figures.stride import CycleBar, Note, bases_key, heading, levels_key
from runplan.moments import BASES, Moment, Timeline
from runplan.muscles import Muscle
from runplan.stride import Stride

if TYPE_CHECKING:
    from runplan.figures.theme import Theme

_SOURCES = {
    "measured": ("30 runners, surface EMG",),
    "literature": ("published timing, schematic numbers", "schematic numbers"),
    "schematic": ("our teaching assumptions", "teaching assumptions", "assumed"),
}
# the rows are not all known alike, so the whole is ours, and the headings say what is measured
_NOTES = (
    "right side; measured and assumed rows together, about 2.8 m/s, level ground",
    "right side; measured and assumed, 2.8 m/s",
    "about 2.8 m/s",
)
_FITTED = (
    "right side; 2.8 m/s fitted to this stance, not recorded at it",
    "2.8 m/s, fitted to this stance",
    "fitted from 2.8 m/s",
)
_COLUMNS = (("measured", "literature"), ("schematic",))
_ROW = 0.172  # inches


class TimelinePicture(Sheet):
    """Two columns of rows: measured and literature on the left, schematic on the right.

    It shows a `Timeline`, a `Stride`, or a `Moment`, which it marks.
    """

    def height(self, look: Theme) -> float:
        return (19 * _ROW + 1.80) * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        top = self.height(look)
        self.title = self.track(
            "timeline-title", self.word(0.3, top - 0.22 * t, "", LARGE, fontweight="bold")
        )
        room = 8.2 - self.wide("88.88 % · loading, braking half of stance", LARGE, "bold")
        self.note = Note(self, "timeline-note", top, room, texts=_NOTES, fitted=_FITTED)
        self.bars: list[CycleBar] = []
        self.grounds: list[Any] = []
        self.rows: dict[str, Any] = {}
        self._stride: Stride | None = None
        names = [Muscle.find(muscle).short for kind in _muscles().values() for muscle in kind]
        indent = max(self.wide(name, SMALL) for name in names) + 0.08
        low = [
            self._column(place, kinds, start, indent)
            for place, (kinds, start) in enumerate(zip(_COLUMNS, (0.3, 4.65), strict=True))
        ]
        self._key(4.65, low[1] - 0.36 * t)

    def _column(self, place: int, kinds: tuple[str, ...], start: float, indent: float) -> float:
        """Make a column of rows; return where it ends."""
        look, t = self.look, self.look.type
        left, right = start + indent, start + 4.05
        y = top = self.height(look) - 0.86 * t
        bar = CycleBar(self, f"timeline-bar-{place}", left, right, y, below=False)
        ground = self.shape(facecolor=look.phases[0], alpha=0.45, zorder=0.5)
        marker = [
            self.line((), width, color=colour, zorder=6, solid_capstyle="butt")
            for width, colour in ((3.2, look.paper), (1.2, look.mark))
        ]
        for kind in kinds:
            y -= 0.19 * t
            header = [(start, y - 0.12 * t, right, y + 0.12 * t)]
            self.shape(boxes(header), facecolor=look.paper, zorder=6.5)
            self.word(start, y, kind, BASE, fontweight="bold", zorder=7)
            x = start + self.wide(kind, BASE, "bold") + 0.12
            said = self.fitting(_SOURCES[kind], right - x, SMALL)
            self.word(x, y, said, SMALL, color=look.quiet, zorder=7)
            y -= 0.05 * t
            for muscle in _muscles()[kind]:
                y -= _ROW * t
                self._row(muscle, y, left, right)
            y -= 0.03 * t
        y -= 0.07 * t
        for pct, side in ((0, "left"), (50, "center"), (100, "right")):
            said = f"{pct} %" if pct else "0"
            self.word(bar.x(pct), y - 0.10 * t, said, SMALL, ha=side, color=look.quiet)
        self.bars.append(bar)
        self.grounds.append(
            (
                self.track(f"timeline-stance-{place}", ground),
                [
                    self.track(f"timeline-marker-{name}-{place}", line)
                    for name, line in zip(("edge", "line"), marker, strict=True)
                ],
                y,
                top,
            )
        )
        return y

    def _key(self, left: float, y: float) -> None:
        look, t = self.look, self.look.type
        levels_key(self, left, y, self.fitting(("of its own maximum",), 4.4 - 2.6 * t, SMALL))
        bases_key(self, left, y - 0.20 * t, self.fitting(("known as",), 4.4 - 2.8 * t, SMALL))
        x = left
        for colour, said in ((look.phases[0], "foot on the ground"), (look.phases[3], "flight")):
            low = y - 0.40 * t
            box = boxes([(x, low - 0.06 * t, x + 0.28 * t, low + 0.06 * t)])
            self.shape(box, facecolor=colour, edgecolor=look.tone, lw=0.5)
            self.word(x + 0.34 * t, low, said, SMALL)
            x += 0.49 * t + self.wide(said, SMALL)

    def _row(self, muscle: str, y: float, left: float, right: float) -> None:
        look = self.look
        self.line([(left, y), (right, y)], 0.4, color=look.tone, zorder=0.8)
        word = self.word(left - 0.08, y, Muscle.find(muscle).short, SMALL, ha="right")
        spans = []
        for burst in range(2):
            drawn = self.shape(lw=0.7 * look.stroke, zorder=2 + burst)
            spans.append(self.track(f"timeline-{muscle}-{burst + 1}", drawn))
        self.rows[muscle] = self.track(f"timeline-name-{muscle}", word), spans, y, (left, right)

    def show(self, model: Timeline | Moment | Stride) -> None:
        if isinstance(model, Stride):
            model = Timeline(model)
        stride, pct = model.stride, model.pct
        for bar, (ground, marker, floor, top) in zip(self.bars, self.grounds, strict=True):
            bar.show(stride, pct)
            s = stride.stance_pct
            reshape(ground, boxes([(bar.x(a), floor, bar.x(a + s), top) for a in (0, 50)]))
            for line in marker:
                line.set_visible(pct is not None)
                if pct is not None:
                    line.set_data([bar.x(pct)] * 2, [floor, top])
        if stride != self._stride:
            self._stride = stride
            self.note.show(stride)
            self._bursts(stride)
        active = set(self.rows) if pct is None else {row[0] for row in stride.lit(pct)}
        for muscle, (word, *_) in self.rows.items():
            word.set_color(self.look.ink if muscle in active else self.look.quiet)
        if pct is None:
            self.title.set_text(f"When muscles work, {stride.stance_pct:g} % stance")
        else:
            self.title.set_text(heading(stride, pct))
        self.figure.sentence = Timeline(stride, pct).describe()

    def _bursts(self, stride: Stride) -> None:
        look, t = self.look, self.look.type
        for burst in stride.bursts().to_dict("records"):
            _, spans, y, (left, right) = self.rows[burst["muscle"]]
            onset, offset, level = burst["onset_pct"], burst["offset_pct"], burst["level"]
            ends = [(onset, offset)] if onset <= offset else [(0, offset), (onset, 100)]
            tall = (0.026 + 0.044 * level) * t
            long = (right - left) / 100
            drawn = spans[burst["burst"] - 1]
            reshape(
                drawn,
                boxes([(left + a * long, y - tall, left + b * long, y + tall) for a, b in ends]),
            )
            drawn.set(**worn(BASES[burst["basis"]], shade(level, look), look))


def _muscles() -> dict[str, list[str]]:
    return Timeline().muscles()
