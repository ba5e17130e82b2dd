"""Fitness, fatigue and performance over weeks of training, and what comes after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from runplan.figures.daysigns import block
from runplan.figures.scale import Scale
from runplan.figures.sheet import LARGE, SMALL, Sheet, boxes, reshape
from runplan.load import FitnessFatigue, Response

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runplan.figures.theme import Theme

_LINES = ("fitness", "fatigue", "performance")


class ResponsePicture(Sheet):
    """Daily load as bars; below it what counts as fitness, as fatigue, and their difference.

    It shows a `Response`, or a `FitnessFatigue` by its answer to one load.
    """

    def height(self, look: Theme) -> float:
        return 2.9 + 1.55 * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        top = self.height(look)
        self.title = self.track(
            "response-title", self.word(0.3, top - 0.22 * t, "", LARGE, fontweight="bold")
        )
        self.left, self.right = 0.3 + 0.58 * t, 8.7 - 1.30 * t
        bars_top = top - 0.66 * t
        bars_low = bars_top - 0.62
        self.word(0.3, bars_top + 0.17 * t, "Load, AU a day", SMALL, color=look.quiet)
        self.bars_scale = Scale(
            self, "response-load", (self.left, bars_low, self.right, bars_top), steps=1
        )
        self.bars = self.track("response-bars", self.shape(facecolor=look.quiet, zorder=2))
        low, high = 0.66 * t, bars_low - 0.36 * t
        self.word(0.3, high + 0.17 * t, "What it does, in arbitrary units (schematic)", SMALL,
                  color=look.quiet)  # fmt: skip
        self.scale = Scale(self, "response", (self.left, low, self.right, high), steps=4)
        self.rest = self.track(
            "response-rest", self.shape(facecolor=look.phases[3], edgecolor="none", zorder=0.3)
        )
        self.rest_word = self.track(
            "response-rest-word", self.word(0, bars_top - 0.09 * t, "", SMALL, color=look.quiet)
        )
        looks: dict[str, dict[str, Any]] = {
            "fitness": {"color": look.line, "width": 1.8},
            "fatigue": {"color": look.mark, "width": 1.8, "linestyle": (0, (4, 1.6))},
            "performance": {"color": look.ink, "width": 2.6},
        }
        self.curves, self.words = {}, {}
        for name, more in looks.items():
            line = self.line((), zorder=3 + (name == "performance"), **more)
            self.curves[name] = self.track(f"response-{name}", line)
            word = self.word(self.right + 0.08, 0, "", SMALL, color=more["color"])
            self.words[name] = self.track(f"response-{name}-word", word)
        sign: dict[str, Any] = {"facecolor": look.paper, "edgecolor": look.ink, "lw": 0.9}
        self.best = self.track("response-best", self.shape(**sign, zorder=5))
        self.best_line = self.track(
            "response-best-line", self.line((), 0.9, linestyle=(0, (1, 2)), zorder=2)
        )
        self.best_word = self.track(
            "response-best-word", self.word(0, 0, "", SMALL, ha="center", zorder=6)
        )
        self.weeks = [
            self.track(
                f"response-week-{n + 1}", self.word(0, low - 0.16 * t, "", SMALL, ha="center")
            )
            for n in range(16)
        ]
        self.axis = self.track(
            "response-axis", self.word(self.right, low - 0.16 * t, "", SMALL, color=look.quiet)
        )
        self.model = self.track(
            "response-model", self.word(0.3, low - 0.42 * t, "", SMALL, color=look.quiet)
        )

    def show(self, model: Response | FitnessFatigue) -> None:
        if isinstance(model, FitnessFatigue):
            model = Response(model, [100.0], rest_d=60)
        table = model.table()
        self.days = len(table) - 1
        x = self.left + (self.right - self.left) * table.day.to_numpy() / self.days
        self._loads(model)
        values = {name: table[name].to_numpy() for name in _LINES}
        every = np.concatenate(list(values.values()))
        self.scale.fit(every.min(), every.max())
        for name, line in self.curves.items():
            line.set_data(x, self.scale.y(values[name]))
        self._name_lines(model.model, {name: values[name][-1] for name in _LINES})
        day, best = model.best()
        self._name_best(model, day, best, x, [self.scale.y(values[name]) for name in _LINES])
        self._weeks()
        self._headings(model)
        self.figure.sentence = model.describe()

    def x(self, day: float) -> float:
        """Return where a day lies, in inches; day 0 is before the first load."""
        return self.left + (self.right - self.left) * day / self.days

    def _loads(self, model: Response) -> None:
        most = max(model.daily)
        self.bars_scale.fit(0, most or 1)
        floor = self.bars_scale.y(0)
        wide = max(0.7 * (self.right - self.left) / self.days, 0.03)
        reshape(self.bars, boxes(
            (self.x(day), floor, self.x(day) + wide, self.bars_scale.y(load))
            for day, load in enumerate(model.daily) if load
        ))  # fmt: skip
        start = self.x(1 if model.single else model.last)
        box = (start, self.scale.low, self.right, self.bars_scale.high)
        reshape(self.rest, boxes([box] if model.rest_d else []))
        said = self.fitting(("no more training", "rest"), self.right - start - 0.1, SMALL)
        self.rest_word.set(text=said if model.rest_d else "", x=start + 0.06)

    def _name_lines(self, model: FitnessFatigue, ends: dict[str, float]) -> None:
        """Write each line's name at its end, one above the other where they meet."""
        t = self.look.type
        signs = {"fitness": f"{model.k1:g} × fitness", "fatigue": f"{model.k2:g} × fatigue"}
        below = -np.inf
        for name in sorted(ends, key=lambda name: ends[name]):
            y = max(self.scale.y(ends[name]), below + 0.17 * t)
            self.words[name].set(text=signs.get(name, name), y=y)
            below = y

    def _name_best(
        self, model: Response, day: int, best: float, xs: Any, curves: Sequence[Any]
    ) -> None:
        """Mark the best day, and name it at the foot or the top, where the lines leave room."""
        t = self.look.type
        said = model.when_best
        half = self.wide(said, SMALL) / 2 + 0.05
        x = min(max(self.x(day), self.left + half), self.right - half)
        near = np.abs(xs - x) <= half
        places = (self.scale.high - 0.13 * t, self.scale.low + 0.13 * t)
        zero = [abs(place - self.scale.y(0)) for place in places]
        free = [
            min(gap, *(np.abs(curve[near] - place).min() for curve in curves))
            for place, gap in zip(places, zero, strict=True)
        ]
        y = places[int(np.argmax(free))]
        self.best_word.set(text=said, x=x, y=y)
        up = y > self.scale.y(best)
        at, end = self.scale.y(best), y + (-0.10 if up else 0.10) * t
        self.best_line.set_data([self.x(day)] * 2, [at, end])
        r = 0.045 * t
        reshape(self.best, block(self.x(day), at, 2 * r, 2 * r, r))

    def _weeks(self) -> None:
        weeks = self.days // 7
        step = next(n for n in (1, 2, 4, 8, 16) if weeks / n < len(self.weeks) - 1)
        marks = list(range(0, weeks + 1, step))
        for place, text in enumerate(self.weeks):
            inside = place < len(marks)
            text.set_text(f"{marks[place]}" if inside else "")
            text.set_x(self.x(7 * marks[place]) if inside else 0)
        self.axis.set(text="weeks", x=self.right + 0.16)

    def _headings(self, model: Response) -> None:
        own = model.model
        if model.single:
            gain = own.days_to_gain
            ends = [f": it pays from day {gain:.1f} on and most on day {own.days_to_best:.1f}", ""]
            start = f"One load of {model.daily[0]:g} AU"
        else:
            start = f"{model.last / 7:g} weeks of training"
            ends = [", and what they do to fitness, fatigue and performance", ""]
        self.title.set_text(self.fitting([start + end for end in ends], 8.4, LARGE, "bold"))
        usual = "usual starting values, nobody's own"
        fades = f"Fitness fades in {own.tau1_d:g} days, fatigue in {own.tau2_d:g}"
        who = usual if own == FitnessFatigue() else "chosen, not fitted"
        said = f"{fades}; they count {own.k1:g} × and {own.k2:g} ×: {who}."
        options = (f"{said} The model describes, it does not predict.", said, f"{fades}.")
        self.model.set_text(self.fitting(options, 8.4, SMALL))
