"""A year's coverage: a row a muscle, a bar a week, as high as the part of its need it gets."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runplan.figures.musclerows import MuscleRows
from runplan.figures.sheet import BASE, LARGE, SMALL, Box, boxes, reshape
from runplan.figures.theme import mix
from runplan.season.curve import blocks
from runplan.season.phase import NAMES
from runplan.season.wording import TITLES

if TYPE_CHECKING:
    from matplotlib.text import Text

    from runplan.figures.musclerows import Column
    from runplan.plan.covered_year import CoveredYear

WEEKS = 52
_SHORT = {
    "transition_spring": ("spring", "spr."),
    "competition": ("comp.",),
    "recovery": ("rec.", "r."),
    "re_entry": ("re-e.",),
}


class CoveredYearPicture(MuscleRows):
    """Dark bars meet the week's need, pale ones are short of it; the phases lie below them."""

    HEAD = 1.02
    FOOT = 0.42

    def build(self) -> None:
        look, t = self.look, self.look.type
        self.rowed("year", self.wide("00 of 00", SMALL) + 0.08)
        self.of = " of " if t < 1.2 else "/"
        weak = mix(look.paper, look.line, 0.5)
        self.grounds = {
            name: self.track(f"year-{name}", self.shape(facecolor=colour, zorder=0.6))
            for name, colour in zip(NAMES, look.phases, strict=True)
        }
        self.met = self.track("year-met", self.shape(facecolor=look.line, zorder=3))
        self.short = self.track("year-short", self.shape(facecolor=weak, zorder=3))
        self.numbers = {
            muscle: self.track(
                f"year-weeks-{muscle}", self.word(column.right, y, "", SMALL, ha="right")
            )
            for muscle, (column, y) in self.rows.items()
        }
        self.phases: list[list[Text]] = []
        self.months: list[list[Text]] = []
        for side, column in enumerate(self.columns):
            self.phases.append(
                [
                    self.track(
                        f"year-phase-{side}-{n}",
                        self.word(0, column.top + 0.13 * t, "", SMALL, ha="center", zorder=6),
                    )
                    for n in range(8)
                ]
            )
            self.months.append(
                [
                    self.track(
                        f"year-month-{side}-{n}",
                        self.word(
                            0, column.floor - 0.08 * t, "", SMALL, ha="center", color=look.quiet
                        ),
                    )
                    for n in range(13)
                ]
            )
            at = column.right, column.top + 0.13 * t
            self.word(*at, "met in", SMALL, ha="right", color=look.quiet)
        self._key(weak)

    def _key(self, weak: str) -> None:
        """Say below the title what bars and numbers mean."""
        look, t = self.look, self.look.type
        x, y = 0.3, self.height(look) - 0.5 * t
        for said, colour, high in (
            ("the week's need is met", look.line, 0.06),
            ("a part of it", weak, 0.0),
        ):
            sign = boxes([(x, y - 0.06 * t, x + 0.17 * t, y + high * t)])
            self.shape(sign, facecolor=colour)
            self.word(x + 0.26 * t, y, said, SMALL)
            x += 0.5 * t + self.wide(said, SMALL)
        column = self.columns[0]
        y = column.floor - 0.42 * t
        self.word(column.start, y, "Reading it", BASE, fontweight="bold")
        for line in (
            "A bar a week, as high as the part of its need",
            "that the muscle gets; the need follows the",
            "volume of the phase. Deload and taper weeks",
            "are lighter on purpose: the numbers count only",
            "the other weeks.",
        ):
            y -= 0.17 * t
            self.word(column.start, y, line, SMALL, color=look.quiet)

    def show(self, model: CoveredYear) -> None:
        season, shares = model.plan.season, model.shares()
        phases = season.weeks().phase.tolist()
        ordinary, met = int(model.ordinary().sum()), model.met()
        full: list[Box] = []
        part: list[Box] = []
        high = self.band() * 0.85
        for muscle, (column, y) in self.rows.items():
            for week, share in enumerate(shares[muscle]):
                if share > 0:  # not NaN
                    left, right = self._x(column, week), self._x(column, week + 1)
                    bar = left, y - high, right, y - high + 2 * high * share
                    (full if share >= 1 else part).append(bar)
            wanted = muscle in met.index
            number = self.numbers[muscle]
            number.set_text(f"{met[muscle]}{self.of}{ordinary}" if wanted else "–")
            number.set_color(self.look.ink if wanted and met[muscle] else self.look.quiet)
        reshape(self.met, boxes(full))
        reshape(self.short, boxes(part))
        self._ground(phases)
        self._name_months(model)
        said = (
            f"{model.plan.runner.name}'s year: sets a week against the need, muscle by muscle",
            f"{model.plan.runner.name}'s year against the need",
            "A year against the need",
        )
        self.title.set_text(self.fitting(said, 8.4, LARGE, "bold"))
        self.figure.sentence = model.describe()

    def _x(self, column: Column, week: float) -> float:
        return column.left + (column.end - column.left) * week / WEEKS

    def _ground(self, phases: list[str]) -> None:
        found: dict[str, list[Box]] = {name: [] for name in NAMES}
        band, t = self.band(), self.look.type
        for side, column in enumerate(self.columns):
            at = 0
            names = iter(self.phases[side])
            for name, length in blocks(phases):
                left, right = self._x(column, at), self._x(column, at + length)
                at += length
                found[name].append((left, column.top + 0.05 * t, right, column.top + 0.22 * t))
                found[name] += [
                    (left, y - band, right, y + band)
                    for own, y in self.rows.values()
                    if own == column
                ]
                text = next(names, None)
                if text is not None:
                    said = (TITLES[name], *_SHORT.get(name, ()))
                    text.set_text(self.fitting(said, right - left - 0.02, SMALL))
                    text.set_x((left + right) / 2)
            for text in names:
                text.set_text("")
        for name, ground in self.grounds.items():
            reshape(ground, boxes(found[name]))

    def _name_months(self, model: CoveredYear) -> None:
        start = model.plan.season.start_date
        for side, column in enumerate(self.columns):
            said: list[tuple[str, float]] = []
            end = column.left - 0.2
            month = (start.replace(day=1) + timedelta(days=32)).replace(day=1)
            while (week := (month - start).days / 7) < WEEKS - 1:
                x, name = self._x(column, week + 2), f"{month:%b}"
                if x - self.wide(name, SMALL) / 2 > end + 0.06:
                    said.append((name, x))
                    end = x + self.wide(name, SMALL) / 2
                month = (month + timedelta(days=32)).replace(day=1)
            for n, text in enumerate(self.months[side]):
                words, x = said[n] if n < len(said) else ("", 0)
                text.set_text(words)
                text.set_x(x)
