"""A week's load: strength and running on one axis, how alike the days are, and what clashes."""

from __future__ import annotations

from statistics import fmean, stdev
from typing import TYPE_CHECKING, Any

from runplan.figures.daysigns import triangles
from runplan.figures.scale import Scale
from runplan.figures.sheet import BASE, LARGE, SMALL, Sheet, boxes, reshape
from runplan.load import TrainingWeek, clashes
from runplan.load.foster import DAYS
from runplan.load.placing import HARD_RPE
from runplan.load.week import KINDS

if TYPE_CHECKING:
    from runplan.figures.theme import Theme

_BAR = 0.7  # of a day's width


class LoadPicture(Sheet):
    """Seven days as stacked bars, their mean and spread, and the week's numbers beside them."""

    def height(self, look: Theme) -> float:
        return 2.2 + 1.75 * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        top = self.height(look)
        self.title = self.track(
            "load-title", self.word(0.3, top - 0.22 * t, "", LARGE, fontweight="bold")
        )
        self.left, self.right = 0.3 + 0.58 * t, 8.7 - 2.26 * t
        low, high = 0.86 * t, top - 0.72 * t
        self.day = (self.right - self.left) / 7
        self.word(0.3, high + 0.20 * t, "AU a day (RPE × minutes)", SMALL, color=look.quiet)
        self.scale = Scale(self, "load", (self.left, low, self.right, high))
        self._bars()
        self._feet(low)
        self._said(self.right + 0.56 * t, high)

    def _bars(self) -> None:
        look = self.look
        self.spread = self.track(
            "load-spread", self.shape(facecolor=look.tone, alpha=0.45, zorder=0.7)
        )
        looks: dict[str, dict[str, Any]] = {
            "strength": {"facecolor": look.line},
            "running": {"facecolor": look.kinds[2], "hatch": "...", "hatchcolor": look.paper},
        }
        self.bars = {
            kind: self.track(f"load-{kind}", self.shape(**looks[kind], zorder=2)) for kind in KINDS
        }
        self.mean = self.track(
            "load-mean", self.line((), 1.4, color=look.ink, linestyle=(0, (4, 2)), zorder=3)
        )
        word = self.word(self.right + 0.08, 0, "", SMALL, color=look.ink)
        self.mean_word = self.track("load-mean-word", word)
        place: dict[str, Any] = {"ha": "center", "zorder": 4}
        self.tops = [
            self.track(f"load-sum-{day}", self.word(0, 0, "", SMALL, fontweight="bold", **place))
            for day in DAYS
        ]
        self.key = [(self.shape(**looks[kind]), self.word(0, 0, kind, SMALL)) for kind in KINDS]
        x, y, t = self.right, self.scale.high + 0.20 * self.look.type, self.look.type
        for patch, text in reversed(self.key):
            x -= self.wide(text.get_text(), SMALL)
            text.set_position((x, y))
            x -= 0.30 * t
            reshape(patch, boxes([(x, y - 0.055 * t, x + 0.24 * t, y + 0.055 * t)]))
            x -= 0.16 * t

    def _feet(self, low: float) -> None:
        """Make what stands below a day: its name, its sessions, and the sign of a clash."""
        look, t = self.look, self.look.type
        self.feet: dict[str, list[Any]] = {kind: [] for kind in KINDS}
        for number, day in enumerate(DAYS):
            x = self.left + (number + 0.5) * self.day
            self.word(x, low - 0.15 * t, day.capitalize(), BASE, ha="center")
            for line, kind in enumerate(KINDS):
                text = self.word(x, low - (0.37 + 0.18 * line) * t, "", SMALL, ha="center",
                                 color=look.quiet)  # fmt: skip
                self.feet[kind].append(self.track(f"load-{kind}-{day}", text))
        for line, said in enumerate(("strength", "run")):
            self.word(0.3, low - (0.37 + 0.18 * line) * t, said, SMALL, color=look.quiet)
        self.clash = self.track(
            "load-clash", self.shape(facecolor=look.mark, edgecolor="none", zorder=5)
        )
        y = low - 0.74 * t
        hard = f"bold: hard, RPE {HARD_RPE} and more (our line)"
        self.word(0.3, y, hard, SMALL, color=look.quiet)
        x = 0.3 + 0.2 * t + self.wide(hard, SMALL)
        self.shape(triangles([(x + 0.05 * t, y)], 0.055 * t, up=True), facecolor=look.mark)
        self.word(x + 0.17 * t, y, "too close to another", SMALL, color=look.quiet)

    def _said(self, x: float, high: float) -> None:
        """Make the week's numbers."""
        look, t = self.look, self.look.type
        rows = (("week", ""), ("monotony", ""), ("strain", ""))
        self.numbers = {}
        y = high - 0.02 * t
        for name, _ in rows:
            self.word(x, y, name.capitalize(), SMALL, color=look.quiet)
            number = self.word(x, y - 0.22 * t, "", LARGE, fontweight="bold")
            how = self.word(x, y - 0.42 * t, "", SMALL, color=look.quiet)
            self.numbers[name] = (
                self.track(f"load-{name}", number),
                self.track(f"load-{name}-how", how),
            )
            y -= 0.74 * t

    def show(self, model: TrainingWeek) -> None:
        table = model.daily()
        total, week = table.load_au.tolist(), model.load_au
        mean, sd = fmean(total), stdev(total)
        self.scale.fit(0, max(*total, mean + sd, 100) * 1.08)
        y = self.scale.y
        self._draw(table, y(mean))
        self.mean.set_data([self.left, self.right + 0.04], [y(mean)] * 2)
        self.mean_word.set(text="mean", y=y(mean))
        ends = (y(max(mean - sd, 0)), y(mean + sd))
        reshape(self.spread, boxes([(self.left, ends[0], self.right, ends[1])] if sd else []))
        self._below(model)
        self._write(model, mean, sd)
        part = f"{100 * table.strength_au.sum() / week:.0f} %" if week else "0 %"
        self.title.set_text(f"A week of {week:,.0f} AU, {part} of it strength")
        self.figure.sentence = model.describe()

    def _draw(self, table: Any, mean: float) -> None:
        y, half = self.scale.y, _BAR * self.day / 2
        spans: dict[str, list[Any]] = {kind: [] for kind in KINDS}
        for number, row in enumerate(table.itertuples()):
            x, below = self.left + (number + 0.5) * self.day, 0.0
            for kind in KINDS:
                load = getattr(row, f"{kind}_au")
                if load:
                    spans[kind].append((x - half, y(below), x + half, y(below + load)))
                    below += load
            text = self.tops[number]
            text.set(text=f"{below:,.0f}" if below else "", x=x)
            # above the line of the mean where it would lie on it
            above, t = y(below) + 0.10 * self.look.type, self.look.type
            text.set_y(max(above, mean + 0.10 * t) if abs(above - mean) < 0.09 * t else above)
        for kind, bars in spans.items():
            reshape(self.bars[kind], boxes(bars))

    def _below(self, model: TrainingWeek) -> None:
        """Write minutes × RPE below each day, hard ones bold, and mark what clashes."""
        look, t = self.look, self.look.type
        for kind, texts in self.feet.items():
            for day, text in zip(DAYS, texts, strict=True):
                own = [w for w in model.workouts if (w.day, w.kind) == (day, kind) and w.minutes]
                hard = any(w.rpe >= HARD_RPE for w in own)
                weight, colour = ("bold", look.ink) if hard else ("normal", look.quiet)
                each = [f"{w.minutes:.0f} × {w.rpe:g}" for w in own]
                whole = f"{sum(w.minutes for w in own):.0f}"
                options = (" + ".join(each), "+".join(each).replace(" ", ""), f"{whole} min", whole)
                said = self.fitting(options, self.day - 0.04, SMALL, weight) if own else ""
                text.set(text=said, fontweight=weight, color=colour)
        days = dict.fromkeys(clash.day for clash in clashes(model))
        y = self.scale.low - 0.15 * t
        middles = [(self.left + (DAYS.index(day) + 0.5) * self.day - 0.24 * t, y) for day in days]
        reshape(self.clash, triangles(middles, 0.055 * t, up=True))

    def _write(self, model: TrainingWeek, mean: float, sd: float) -> None:
        week, alike = model.load_au, model.monotony()
        known = alike == alike  # noqa: PLR0124
        said = {
            "week": (f"{week:,.0f} AU", f"{model.daily().minutes.sum():.0f} min in all"),
            "monotony": (
                f"{alike:.2f}" if known else "undefined",
                f"mean {mean:.0f} / spread {sd:.0f}",
            ),
            "strain": (
                f"{model.strain():,.0f} AU" if known else "undefined",
                "week × monotony",
            ),
        }
        for name, words in said.items():
            for text, word in zip(self.numbers[name], words, strict=True):
                text.set_text(word)
