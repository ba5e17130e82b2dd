"""Coverage: a row a muscle, a column an exercise, and what they add up to against the need."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from runplan.figures.musclerows import MuscleRows
from runplan.figures.sheet import LARGE, SMALL, Box, boxes, reshape
from runplan.figures.theme import mix

if TYPE_CHECKING:
    from runplan.covering import Coverage
    from runplan.exercises import Exercise

MOST = 12  # columns; beyond it the last ones are one column
_PITCH = 0.22  # inches at most, from one column to the next
_OVER = 1.12  # how long a bar becomes that is above its need


class CoveragePicture(MuscleRows):
    """Cells by exercise: a full one for a prime mover, a half one for a helper; then the sum."""

    FOOT = 0.38

    def build(self) -> None:
        look, t = self.look, self.look.type
        self.bar = 0.55 / t
        self.rowed("coverage", self.wide("12.5/6", SMALL) + 0.06)
        weak = mix(look.paper, look.line, 0.62)
        open_: dict[str, Any] = {"facecolor": look.paper, "edgecolor": look.mark}
        looks: dict[str, dict[str, Any]] = {
            "grid": {"facecolor": look.tone, "alpha": 0.4, "zorder": 0.5},
            "prime": {"facecolor": look.line, "zorder": 3},
            "helper": {"facecolor": weak, "zorder": 3},
            "open": {**open_, "lw": 0.8 * look.stroke, "zorder": 2},
            "met": {"facecolor": look.line, "zorder": 3},
        }
        self.shapes = {
            name: self.track(f"coverage-{name}", self.shape(**given))
            for name, given in looks.items()
        }
        self.sums = {
            muscle: self.track(
                f"coverage-sum-{muscle}", self.word(column.right, y, "", SMALL, ha="right")
            )
            for muscle, (column, y) in self.rows.items()
        }
        self.heads = []
        self.letters = []
        for side, column in enumerate(self.columns):
            y = column.top + 0.04 * t
            head = self.word(column.right, y, "", SMALL, ha="right", color=look.quiet)
            self.heads.append(self.track(f"coverage-head-{side}", head))
            self.letters.append(
                [
                    self.track(
                        f"coverage-letter-{side}-{n}",
                        self.word(0, y, "", SMALL, ha="center"),
                    )
                    for n in range(MOST)
                ]
            )
        self._key(weak)
        column = self.columns[0]
        self.names = []
        for n in range(MOST):
            y = column.floor - (0.12 + 0.158 * n) * t
            both = [self.word(column.start + shift * t, y, "", SMALL) for shift in (0, 0.2)]
            self.names.append(
                [self.track(f"coverage-name-{n}-{place}", word) for place, word in enumerate(both)]
            )

    def _key(self, weak: str) -> None:
        """Say below the title what the signs mean."""
        look, t = self.look, self.look.type
        half, x, y = self.band() * 0.8, 0.3, self.height(look) - 0.5 * t
        for said, colour, top in (
            ("prime mover: a set counts 1", look.line, y + half),
            ("helper: a set counts 0.5", weak, y),
        ):
            self.shape(boxes([(x, y - half, x + 0.14 * t, top)]), facecolor=colour)
            self.word(x + 0.2 * t, y, said, SMALL)
            x += 0.45 * t + self.wide(said, SMALL)
        sign = self.shape(
            boxes([(x, y - half * 0.7, x + 0.3 * t, y + half * 0.7)]),
            facecolor="none", edgecolor=look.mark, lw=0.8 * look.stroke,
        )  # fmt: skip
        word = self.word(x + 0.36 * t, y, "short of the need", SMALL)
        self.short_key = [
            self.track("coverage-key-open", sign),
            self.track("coverage-key-short", word),
        ]

    def show(self, model: Coverage) -> None:
        shown = _columns(model)
        xs = [self._xs(side, len(shown)) for side in (0, 1)]
        found = self._cells(shown, xs)
        self._sum_up(model, found)
        for name, shape in self.shapes.items():
            reshape(shape, boxes(found[name]))
        for column, letters, at in zip(self.columns, self.letters, xs, strict=True):
            for n, letter in enumerate(letters):
                there = n < len(at)
                # where letters stand close, every second one is a line higher
                lift = 0.13 * self.look.type if n % 2 and self._close(at) else 0.0
                letter.set(
                    text=ascii_uppercase[n] if there else "",
                    x=at[n] if there else 0,
                    y=column.top + 0.04 * self.look.type + lift,
                )
        for n, (letter, word) in enumerate(self.names):
            name, _, sets = shown[n] if n < len(shown) else ("", (), 0)
            letter.set_text(ascii_uppercase[n] if name else "")
            word.set_text(f"{name}, {sets:g} ×" if name else "")
        for sign in self.short_key:
            sign.set_visible(bool(model.needs))
        self.title.set_text(self.fitting((model.title,), 8.4, LARGE, "bold") or "Coverage")
        self.figure.sentence = model.describe()

    def _cells(
        self, shown: list[tuple[str, tuple[Exercise, ...], float]], xs: list[list[float]]
    ) -> dict[str, list[Box]]:
        found: dict[str, list[Box]] = {name: [] for name in self.shapes}
        band = self.band()
        for muscle, (column, y) in self.rows.items():
            side = self.columns.index(column)
            wide = self._pitch(side, len(shown)) * 0.42
            for x, (_, exercises, _) in zip(xs[side], shown, strict=True):
                found["grid"].append((x - wide, y - band, x + wide, y + band))
                cell = x - wide, y - band * 0.8, x + wide
                if any(muscle in e.primary for e in exercises):
                    found["prime"].append((*cell, y + band * 0.8))
                elif any(muscle in e.secondary for e in exercises):
                    found["helper"].append((*cell, y))
        return found

    def _sum_up(self, model: Coverage, found: dict[str, list[Box]]) -> None:
        total, needs = model.total(), dict(model.needs)
        most = max(total.max(), 1.0)
        high = self.band() * 0.55
        for muscle, (column, y) in self.rows.items():
            got, need = float(total[muscle]), needs.get(muscle, 0.0)
            start = column.end - _OVER * self.bar
            long = min(got / need, _OVER) if need else (0.0 if needs else got / most)
            if long:
                found["met"].append((start, y - high, start + long * self.bar, y + high))
            if long < 1 and need:
                found["open"].append((start, y - high, start + self.bar, y + high))
            said = f"{got:g}/{need:g}" if need else (f"{got:g}" if got else "–")
            colour = self.look.mark if got < need else self.look.quiet
            self.sums[muscle].set(text=said, color=colour)
        for head in self.heads:
            head.set_text("sets/need" if needs else "sets")

    def _close(self, at: list[float]) -> bool:
        return len(at) > 1 and at[1] - at[0] < self.wide("M", SMALL)

    def _pitch(self, side: int, count: int) -> float:
        column = self.columns[side]
        room = column.end - _OVER * self.bar - 0.08 - column.left
        return min(_PITCH, room / max(count, 1))

    def _xs(self, side: int, count: int) -> list[float]:
        pitch = self._pitch(side, count)
        return [self.columns[side].left + (n + 0.5) * pitch for n in range(count)]


def _columns(model: Coverage) -> list[tuple[str, tuple[Exercise, ...], float]]:
    """Return name, exercises and sets of each column; what is beyond the room is the last one."""
    work = list(model.work)
    if len(work) <= MOST:
        return [(e.name, (e,), sets) for e, sets in work]
    rest = work[MOST - 1 :]
    last = (f"{len(rest)} others", tuple(e for e, _ in rest), sum(sets for _, sets in rest))
    return [*((e.name, (e,), sets) for e, sets in work[: MOST - 1]), last]
