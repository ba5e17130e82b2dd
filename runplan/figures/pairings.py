"""All pairings of some exercises by fails and warnings, with the band where a session's lies."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from runplan.figures.sheet import BASE, LARGE, SMALL, Box, Sheet, boxes, reshape

if TYPE_CHECKING:
    from runplan.figures.theme import Theme
    from runplan.supersets import Ranking

_ROW = 0.44  # inches, of a row of fields
_STEP, _SIDE = 0.052, 0.040  # inches from square to square, and of a square
_UNITS = (1, 2, 5, 10, 20, 50, 100)  # pairings that a square may stand for


class RankingPicture(Sheet):
    """A row a number of fails, a column a number of warnings; a small square is a pairing."""

    def __init__(self, model: Ranking, look: Theme) -> None:
        self.fails, self.warns = _spans(model)
        super().__init__(model, look)

    def holds(self, model: Ranking) -> bool:
        return _spans(model) == (self.fails, self.warns)

    def height(self, look: Theme) -> float:
        return (1.62 + len(self.fails) * _ROW) * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        top = self.height(look)
        self.left, self.top = 0.3 + 0.75 * t, top - 1.08 * t
        self.deep = int(0.86 * _ROW * t / _STEP)  # squares in a column
        self.long = (8.72 - self.left) / len(self.warns)
        self.title = self.track(
            "pairings-title", self.word(0.3, top - 0.22 * t, "", LARGE, fontweight="bold")
        )
        y = top - 0.51 * t
        self.shape(
            boxes([(0.32, y - 0.06 * t, 0.3 + 0.18 * t, y + 0.06 * t)]),
            facecolor="none",
            edgecolor=look.mark,
            lw=2 * look.stroke,
        )
        here = self.word(0.3 + 0.27 * t, y, "", BASE, color=look.mark)
        self.here = self.track("pairings-here", here)
        y = self.top + 0.14 * t
        self.word(0.3, y, "fails", SMALL, color=look.quiet)
        for place, warns in enumerate(self.warns):
            words = f"{warns} warning{'' if warns == 1 else 's'}"
            words = self.fitting((words, str(warns)), self.long - 0.1, SMALL)
            self.word(self.left + place * self.long + 0.06, y, words, SMALL, color=look.quiet)
        for row, fails in enumerate(self.fails):
            y = self.top - row * _ROW * t
            self.line([(0.3, y), (8.72, y)], 0.5, color=look.tone, zorder=0.5)
            self.word(0.3 + 0.1 * t, y - _ROW * t / 2, str(fails), BASE, fontweight="bold")
        self.fields = {
            (fails, warns): self._field(fails, warns, row, place)
            for row, fails in enumerate(self.fails)
            for place, warns in enumerate(self.warns)
        }
        frame: dict[str, Any] = {"facecolor": "none", "edgecolor": look.mark, "lw": 2 * look.stroke}
        self.frame = self.track("pairings-own", self.shape(**frame, zorder=5))
        said = self.word(0.3, 0.3 * t, "", SMALL, color=look.quiet)
        self.said = self.track("pairings-key", said)

    def _field(self, fails: int, warns: int, row: int, place: int) -> tuple[Any, Any, Box]:
        t = self.look.type
        left = self.left + place * self.long
        high = self.top - row * _ROW * t
        name = f"{fails}-{warns}"
        squares = self.track(f"pairings-{name}", self.shape(zorder=2))
        middle = high - _ROW * t / 2
        count = self.word(left + 0.34 * t, middle, "", SMALL, ha="right", zorder=3)
        box = (left, high - _ROW * t + 0.02 * t, left + self.long - 0.05, high - 0.02 * t)
        return squares, self.track(f"pairings-count-{name}", count), box

    def show(self, model: Ranking) -> None:
        look, t = self.look, self.look.type
        bands, own = model.bands(), model.standing()
        counts = {(f, w): n for f, w, n in bands[["fails", "warns", "pairings"]].values.tolist()}
        room = self.long - 0.05 - 0.44 * t
        # a square stands for more than one pairing where the largest field has no room for all
        most = max(counts.values())
        room_for = int(room / _STEP) * self.deep
        unit = next((u for u in _UNITS if ceil(most / u) <= room_for), _UNITS[-1])
        for key, (squares, count, box) in self.fields.items():
            number = counts.get(key, 0)
            mine = key == (own.fails, own.warns)
            reshape(squares, boxes(self._squares(ceil(number / unit), box)))
            squares.set_facecolor(look.mark if mine else look.line)
            count.set_text(str(number) if number else "")
            count.set_color(look.mark if mine else look.ink)
        reshape(self.frame, boxes([self.fields[own.fails, own.warns][2]]))
        title = f"{own.of} ways to pair {2 * len(model.session.supersets)} exercises"
        self.title.set_text(
            self.fitting((f"{title}, by the rules for pairs", title), 8.4, LARGE, "bold")
        )
        self.here.set_text(self._place(model))
        said = "one pairing" if unit == 1 else f"{unit} pairings"
        texts = [
            f"A square is {said}. Fewer fails count before fewer warnings, so places are counted "
            "from the upper left, row by row.",
            f"A square is {said}. Fewer fails count before fewer warnings.",
            f"A square is {said}.",
        ]
        self.said.set_text(self.fitting(texts, 8.4, SMALL))
        self.figure.sentence = model.describe()

    def _place(self, model: Ranking) -> str:
        own = model.standing()
        tie = f"places {own.rank} to {own.last}, all equally good"
        place = tie if own.rank < own.last else f"place {own.rank}"
        said = [f"{name}: {place}" for name in (model.session.name, "this session") if name]
        return self.fitting(said, 8.1, BASE) or said[-1]

    def _squares(self, number: int, box: Box) -> list[Box]:
        """Return so many squares, column by column from the left, about the field's middle."""
        left, low, _, high = box
        left += 0.42 * self.look.type
        top = (low + high) / 2 + min(number, self.deep) * _STEP / 2
        corners = (
            (left + n // self.deep * _STEP, top - n % self.deep * _STEP) for n in range(number)
        )
        return [(x, y - _SIDE, x + _SIDE, y) for x, y in corners]


def _spans(model: Ranking) -> tuple[list[int], list[int]]:
    """Return the numbers of fails and of warnings that occur, from least to most."""
    bands = model.bands()
    fails, warns = (
        list(range(int(bands[column].min()), int(bands[column].max()) + 1))
        for column in ("fails", "warns")
    )
    return fails, warns
