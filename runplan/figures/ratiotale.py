"""The acute:chronic ratio as a tale of caution: three answers to one training, and the odds."""

from __future__ import annotations

from math import isnan, log
from typing import TYPE_CHECKING, Any

from runplan.figures.scale import Scale
from runplan.figures.sheet import LARGE, SMALL, Sheet, boxes, reshape
from runplan.load import RatioTale
from runplan.load.ratio import FORMS

if TYPE_CHECKING:
    from runplan.figures.theme import Theme

_MARKED = (1, 2, 3, 5)  # odds ratios on the axis
_MARKS = {"coupled": "o", "uncoupled": "s", "exponential": "^"}
_DASHES: dict[str, Any] = {
    "coupled": "-",
    "uncoupled": (0, (4, 1.6)),
    "exponential": (0, (1.2, 1.4)),
}


class TalePicture(Sheet):
    """Left the weeks and their three ratios; right how little the past matters to the odds."""

    def height(self, look: Theme) -> float:
        return 2.3 + 1.35 * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        top = self.height(look)
        title = self.fitting(
            (
                "One training, three ratios: a tale of caution, not to be steered by",
                "One training, three ratios: not to be steered by",
                "Three ratios: not to be steered by",
            ),
            8.4,
            LARGE,
            "bold",
        )
        self.word(0.3, top - 0.22 * t, title, LARGE, fontweight="bold")
        self.left, self.right = 0.3 + 0.58 * t, 5.75 - 0.92 * t
        bars_top = top - 0.66 * t
        bars_low = bars_top - 0.55
        self.word(0.3, bars_top + 0.17 * t, "Load, AU a week", SMALL, color=look.quiet)
        box = (self.left, bars_low, self.right, bars_top)
        self.bars_scale = Scale(self, "tale-load", box, steps=1)
        self.bars = self.track("tale-bars", self.shape(facecolor=look.quiet, zorder=2))
        low, high = 0.42 * t, bars_low - 0.36 * t
        self.word(0.3, high + 0.17 * t, "Acute:chronic ratio of each week", SMALL,
                  color=look.quiet)  # fmt: skip
        self.scale = Scale(self, "tale", (self.left, low, self.right, high), steps=3)
        colours = dict(zip(FORMS, (look.line, look.mark, look.kinds[3]), strict=True))
        self.lines, self.words = {}, {}
        for form in FORMS:
            line = self.line((), 1.6, color=colours[form], linestyle=_DASHES[form],
                             marker=_MARKS[form], markersize=4 * t, zorder=3)  # fmt: skip
            self.lines[form] = self.track(f"tale-{form}", line)
            word = self.word(0, 0, "", SMALL, color=colours[form])
            self.words[form] = self.track(f"tale-{form}-word", word)
        self.when = self.track("tale-when", self.word(0, 0, "", SMALL, color=look.quiet))
        self.marked = self.track("tale-marked", self.line((), 0.9, linestyle=(0, (1, 2))))
        self.weeks = [
            self.track(f"tale-week-{n + 1}", self.word(0, low - 0.16 * t, "", SMALL, ha="center"))
            for n in range(14)
        ]
        self.word(0.3, low - 0.16 * t, "week", SMALL, color=look.quiet)
        self._odds(6.05 - 0.1 * t, bars_top + 0.17 * t, low)

    def _odds(self, left: float, top: float, low: float) -> None:
        """Draw what the odds of injury were with the real past and with made-up ones."""
        look, t = self.look, self.look.type
        right = 8.7
        heads = ("Odds ratio of injury if the past in it is", "Odds ratio if the past is")
        self.word(left, top, self.fitting(heads, right - left, SMALL), SMALL, color=look.quiet)
        first, last = _MARKED[0], _MARKED[-1]

        def x(value: float) -> float:
            return left + 0.1 + (right - left - 0.2) * log(value / first) / log(last / first)

        rows = RatioTale.odds().to_dict("records")
        for mark in _MARKED:
            self.word(x(mark), low - 0.16 * t, f"{mark}", SMALL, ha="center", color=look.quiet)
        room = (top - 0.22 * t - low) / len(rows)
        for place, row in enumerate(rows):
            y = top - 0.22 * t - (place + 0.68) * room
            for mark in _MARKED:
                colour = look.quiet if mark == 1 else look.tone
                ends = [(x(mark), y - 0.14 * t), (x(mark), y + 0.10 * t)]
                self.line(ends, 0.9, color=colour, zorder=0.5)
            odds, low_end, high_end = row["odds_ratio"], row["low"], row["high"]
            span = "" if isnan(low_end) else f"{low_end:g}–{high_end:g}"
            value = "" if isnan(odds) else f"{odds:g}"
            said = f"{value} ({span})" if value and span else value or span
            names = (row["past"], row["past"].removeprefix("the "))
            name = self.fitting(names, right - left - self.wide(said, SMALL) - 0.1, SMALL)
            self.word(left, y + 0.24 * t, name, SMALL)
            self.word(right, y + 0.24 * t, said, SMALL, ha="right", zorder=3)
            if span:
                hatch: dict[str, Any] = {"lw": 1} if value else {"linestyle": (0, (4, 1.6))}
                self.line([(x(low_end), y), (x(high_end), y)], 2, color=look.ink, **hatch)
            if value:
                half = 0.045 * t
                at = (x(odds) - half, y - half, x(odds) + half, y + half)
                self.shape(boxes([at]), facecolor=look.ink, zorder=4)

    def show(self, model: RatioTale) -> None:
        table = model.table()
        count = len(table)
        step = (self.right - self.left) / count
        middles = self.left + (table.week.to_numpy() - 0.5) * step
        self.bars_scale.fit(0, table.load_au.max() or 1)
        floor = self.bars_scale.y(0)
        reshape(self.bars, boxes(
            (x - 0.35 * step, floor, x + 0.35 * step, self.bars_scale.y(load))
            for x, load in zip(middles, table.load_au, strict=True) if load
        ))  # fmt: skip
        known = table[list(FORMS)]
        most = known.max().max()
        self.scale.fit(0, max(2.0, 0.0 if isnan(most) else most))
        for form, line in self.lines.items():
            line.set_data(middles, self.scale.y(table[form].to_numpy()))
        self._name(model, middles)
        every = next(n for n in (1, 2, 4) if count / n <= len(self.weeks))
        marks = list(range(0, count, every))
        for place, text in enumerate(self.weeks):
            inside = place < len(marks)
            text.set_text(f"{marks[place] + 1}" if inside else "")
            text.set_x(float(middles[marks[place]]) if inside else 0)
        self.figure.sentence = model.describe()

    def _name(self, model: RatioTale, middles: Any) -> None:
        """Name the three forms beside the week in which they differ most."""
        row, t = model.apart(), self.look.type
        below = float("-inf")
        for form in sorted(FORMS, key=lambda form: 0 if row is None else row[form]):
            if row is None:
                self.words[form].set_text("")
                continue
            y = max(self.scale.y(row[form]), below + 0.17 * t)
            self.words[form].set(text=f"{form} {row[form]:.2f}", x=self.right + 0.08, y=y)
            below = y
        said = "" if row is None else f"in week {row.week:.0f}:"
        self.when.set(text=said, x=self.right + 0.08, y=below + 0.19 * t)
        at = [] if row is None else [float(middles[int(row.week) - 1])] * 2
        self.marked.set_data(at, [self.scale.low, self.scale.high][: len(at)])
