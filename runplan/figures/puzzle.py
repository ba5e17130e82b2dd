"""A case of the puzzle: an estimate, its interval, and after the guess the middle."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from runplan.evidence.puzzle import Puzzle
from runplan.figures.sheet import LARGE, SMALL, Sheet

if TYPE_CHECKING:
    from runplan.figures.theme import Theme


class PuzzlePicture(Sheet):
    """One interval on its own axis: by steps, or for a ratio by factors."""

    def height(self, look: Theme) -> float:
        return 2.0 * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        top = self.height(look)
        self.y = 0.86 * t
        title = self.word(0.3, top - 0.24 * t, "", LARGE, fontweight="bold")
        self.title = self.track("puzzle-title", title)
        said = self.word(0.3, top - 0.48 * t, "", SMALL, color=look.quiet)
        self.said = self.track("puzzle-said", said)
        self.bar = self.track("puzzle-interval", self.line((), 2.4, color=look.line, zorder=2))
        self.ends = [
            self.track(f"puzzle-{name}", self.line((), 2.4, color=look.line, zorder=2))
            for name in ("low", "high")
        ]
        self.numbers = [
            self.track(f"puzzle-{name}-number", self.word(0, self.y - 0.26 * t, ha="center"))
            for name in ("low", "high")
        ]
        point = self.line((), 0, marker="o", color=look.mark, zorder=4, markersize=8 * t)
        self.point = self.track("puzzle-estimate", point)
        word = self.word(0, self.y + 0.25 * t, ha="center", fontweight="bold", color=look.mark)
        self.estimate = self.track("puzzle-estimate-number", word)
        self.middle = self.track("puzzle-middle", self.line((), 1.6, color=look.ink, zorder=3))
        told = self.word(0, self.y - 0.50 * t, "", SMALL, ha="center")
        self.told = self.track("puzzle-middle-number", told)

    def show(self, model: Puzzle) -> None:
        one, t = model.effect, self.look.type
        low, high = one.interval
        scale = math.log if one.ratio else float
        least, most = (scale(end(one.effect, low, high)) for end in (min, max))
        spare = 0.18 * (most - least)

        def x(number: float) -> float:
            return 0.9 + 7.2 * (scale(number) - least + spare) / (most - least + 2 * spare)

        self.bar.set_data([x(low), x(high)], [self.y] * 2)
        said, *ends = one.numbers()
        for line, word, at, number in zip(self.ends, self.numbers, (low, high), ends, strict=True):
            line.set_data([x(at)] * 2, [self.y - 0.09 * t, self.y + 0.09 * t])
            word.set(x=x(at), text=number)
        self.point.set_data([x(one.effect)], [self.y])
        self.estimate.set(x=x(one.effect), text=f"estimate {said}")
        opened = bool(model.guess)
        self.middle.set_visible(opened)
        self.middle.set_data([x(one.middle)] * 2, [self.y - 0.38 * t, self.y + 0.12 * t])
        middle = f"{one.middle:.3g}".replace("-", "−")
        self.told.set(x=x(one.middle), text=f"middle {middle}" if opened else "")
        self.title.set_text(f"Case {model.case}: can both be right?")
        axis = "each step a factor" if one.ratio else "equal steps"
        self.said.set_text(f"{one.metric}: published estimate and interval; {axis}")
        self.figure.sentence = model.describe()
