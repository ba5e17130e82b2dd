"""A session: its time in pairs and in straight sets, and set by set what each superset does."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from runplan.figures.sheet import BASE, LARGE, SMALL, Box, Sheet, boxes, reshape
from runplan.supersets import Session, SessionView
from runplan.supersets.rules import contacts_start
from runplan.supersets.superset import MOVE_S, Superset, clock, span
from runplan.words import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from runplan.exercises import Exercise
    from runplan.figures.theme import Theme
    from runplan.supersets import Review

# minutes at which a scale may end, and how far apart its ticks are
_ENDS = (
    *((5, 1), (8, 2), (10, 2), (12, 2), (16, 4), (20, 5), (30, 5)),
    *((45, 15), (60, 15), (75, 15), (90, 15), (120, 30)),
)
_SIGNS = {"pass": "✓", "warn": "⚠", "fail": "✗"}
_ROW, _LANE = 0.60, 0.19  # inches
_TICKS = 9


class SessionPicture(Sheet):
    """A session, or a view of one: its whole time above, below a row a superset, then landings."""

    def __init__(self, model: SessionView | Session, look: Theme) -> None:
        self.count = len(_view(model).session.supersets)
        super().__init__(model, look)

    def holds(self, model: SessionView | Session) -> bool:
        return len(_view(model).session.supersets) == self.count

    def height(self, look: Theme) -> float:
        return (2.44 + self.count * _ROW) * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        top = self.height(look)
        self.left, self.right = min(0.3 + 2.95 * t, 3.85), 8.72 - 1.12 * t
        self.title = self.track(
            "session-title", self.word(0.3, top - 0.22 * t, "", LARGE, fontweight="bold")
        )
        self.whole = [
            Whole(self, name, words, top - at * t)
            for name, words, at in (
                ("pairs", "in pairs", 0.55),
                ("straight", "in straight sets, same rests", 0.82),
            )
        ]
        self.axis = Axis(self, "whole", top - 0.97 * t, "min, warm-up first")
        y = top - 1.30 * t
        self.word(0.3, y, "Superset by superset", BASE, fontweight="bold")
        self._key(y)
        rows = top - 1.46 * t
        self.rows = [Row(self, n, rows - n * _ROW * t) for n in range(self.count)]
        low = rows - self.count * _ROW * t
        self.pair_axis = Axis(self, "pair", low, "min from its start")
        self.landings = Landings(self, low - 0.54 * t)

    def _key(self, y: float) -> None:
        """Say what the signs are, beside the heading, from the right."""
        look, t = self.look, self.look.type
        x, low, high = self.left, y - 0.055 * t, y + 0.055 * t
        worn = {
            "first": {"facecolor": look.line},
            "second": {"facecolor": look.kinds[3]},
            "rest": _rest(look),
        }
        short = {"first": "1st", "second": "2nd"} if t > 1 else {}
        for sign in ("first", "second", "move", "rest"):
            if sign == "move":
                self.line([(x, high), (x + 0.10 * t, low)], 1.4, color=look.ink)
            else:
                self.shape(boxes([(x, low, x + 0.2 * t, high)]), **worn[sign])
            x += (0.16 if sign == "move" else 0.26) * t
            words = {"move": f"move {MOVE_S} s", **short}.get(sign, sign)
            self.word(x, y, words, SMALL, color=look.quiet)
            x += self.wide(words, SMALL) + 0.16 * t
        self.line([(x, y), (x + 0.3 * t, y)], 1.2, color=look.mark, linestyle=(0, (3, 1.5)))
        x += 0.36 * t
        said = ("saved against straight sets", "saved")
        self.word(x, y, self.fitting(said, 8.9 - x, SMALL), SMALL, color=look.quiet)

    def show(self, model: SessionView | Session) -> None:
        view = _view(model)
        session = view.session
        pairs = session.supersets
        warmup_s = session.warmup_min * 60
        times = ([p.duration_s() for p in pairs], [p.straight_duration_s() for p in pairs])
        end, step = _scale(max(map(sum, times)) + warmup_s)
        for whole, each in zip(self.whole, times, strict=True):
            whole.show(warmup_s, each, self._x(end))
        self.axis.show(end, step)
        end, step = _scale(max(map(max, times)))
        self.pair_axis.show(end, step)
        for row, pair, review in zip(self.rows, pairs, view.reviews(), strict=True):
            row.show(pair, review, self._x(end))
        self.landings.show(view)
        self.title.set_text(self._heading(session))
        self.figure.sentence = view.describe()

    def _x(self, end: float) -> Callable[[Any], Any]:
        """Return where a time in seconds lies, on a scale that ends after so many minutes."""
        inch = (self.right - self.left) / (60 * end)
        return lambda seconds: self.left + seconds * inch

    def _heading(self, session: Session) -> str:
        name = session.name or "A session"
        ends = (f": {clock(session.duration_s())} with {self.count} supersets", "")
        found = self.fitting([name + end for end in ends], 8.4, LARGE, "bold")
        return found or self.short(name, 8.4, LARGE, "bold")

    def short(self, text: str, room: float, size: float = SMALL, weight: str = "normal") -> str:
        """Return as much of a text as fits."""
        ends = (text, *(text[:n].rstrip() + "…" for n in range(len(text) - 1, 0, -1)))
        return self.fitting(ends, room, size, weight)


class Axis:
    """Minutes below a strip; `unit` stands at their left."""

    def __init__(self, sheet: SessionPicture, name: str, y: float, unit: str = "min") -> None:
        self.sheet = sheet
        look, t = sheet.look, sheet.look.type
        sheet.line([(sheet.left, y), (sheet.right, y)], 0.8, color=look.quiet)
        y -= 0.13 * t
        place: dict[str, Any] = {"ha": "center", "color": look.quiet}
        self.ticks = [
            sheet.track(f"session-{name}-tick-{n}", sheet.word(0, y, "", SMALL, **place))
            for n in range(_TICKS)
        ]
        sheet.word(sheet.left - 0.14 * t, y, unit, SMALL, ha="right", color=look.quiet)

    def show(self, end: float, step: float) -> None:
        inch = (self.sheet.right - self.sheet.left) / end
        for number, tick in enumerate(self.ticks):
            at = number * step
            tick.set_text(f"{at:g}" if at <= end else "")
            tick.set_x(self.sheet.left + at * inch)


class Whole:
    """The whole session on one line: warm-up, then a block a superset, with its number."""

    def __init__(self, sheet: SessionPicture, name: str, words: str, y: float) -> None:
        self.sheet, self.y = sheet, y
        look, t = sheet.look, sheet.look.type
        sheet.word(sheet.left - 0.14 * t, y, words, SMALL, ha="right")
        name = f"session-{name}"
        self.fills = [
            sheet.track(f"{name}-{kind}", sheet.shape(facecolor=fill, edgecolor=look.paper, lw=2))
            for kind, fill in (("warm-up", look.tone), ("supersets", look.phases[0]))
        ]
        place: dict[str, Any] = {"ha": "center", "zorder": 4}
        self.words = [
            sheet.track(f"{name}-word-{n}", sheet.word(0, y, "", SMALL, **place))
            for n in range(sheet.count + 1)
        ]
        end = sheet.word(0, y, "", SMALL, fontweight="bold")
        self.end = sheet.track(f"{name}-end", end)

    def show(self, warmup_s: float, each_s: list[float], x: Callable[[Any], Any]) -> None:
        t = self.sheet.look.type
        low, high = self.y - 0.10 * t, self.y + 0.10 * t
        ends = np.cumsum([0, warmup_s, *each_s])
        blocks: list[Box] = [(x(a), low, x(b), high) for a, b in pairwise(ends)]
        for fill, these in zip(self.fills, (blocks[:1], blocks[1:]), strict=True):
            reshape(fill, boxes(these))
        for number, (word, (left, _, right, _)) in enumerate(zip(self.words, blocks, strict=True)):
            said = ("warm-up", "") if number == 0 else (str(number),)
            word.set_text(self.sheet.fitting(said, right - left - 0.04, SMALL))
            word.set_x((left + right) / 2)
        self.end.set_text(clock(ends[-1]))
        self.end.set_x(x(ends[-1]) + 0.08 * t)


class Row:
    """One superset: two lanes set by set, what they are, and what they take."""

    def __init__(self, sheet: SessionPicture, number: int, top: float) -> None:
        self.sheet, self.number = sheet, number
        look, t = sheet.look, sheet.look.type
        middle = top - _ROW * t / 2
        self.lanes = middle + (_LANE / 2 + 0.012) * t, middle - (_LANE / 2 + 0.012) * t
        if number:
            sheet.line([(0.3, top), (8.72, top)], 0.4, color=look.tone)
        name = f"session-{number + 1}"
        sign = sheet.word(0.3, middle, "", BASE, fontweight="bold")
        self.sign = sheet.track(f"{name}-sign", sign)
        self.names_at = 0.3 + 0.36 * t
        self.names, self.doses, self.works = [], [], []
        for lane, (y, fill) in enumerate(
            zip(self.lanes, (look.line, look.kinds[3]), strict=True), 1
        ):
            self.names.append(
                sheet.track(f"{name}-name-{lane}", sheet.word(self.names_at, y, "", SMALL))
            )
            dose: dict[str, Any] = {"ha": "right", "color": look.quiet}
            self.doses.append(
                sheet.track(
                    f"{name}-dose-{lane}",
                    sheet.word(sheet.left - 0.14 * t, y, "", SMALL, **dose),
                )
            )
            work = sheet.shape(facecolor=fill, zorder=3)
            self.works.append(sheet.track(f"{name}-work-{lane}", work))
        self.rest = sheet.track(f"{name}-rest", sheet.shape(**_rest(look), zorder=1.5))
        move = sheet.line((), 1.4, color=look.ink, zorder=4)
        self.move = sheet.track(f"{name}-move", move)
        saved = sheet.line((), 1.2, color=look.mark, linestyle=(0, (3, 1.5)), zorder=2)
        self.saved = sheet.track(f"{name}-saved", saved)
        self.facts = [
            sheet.track(f"{name}-{fact}", sheet.word(8.72, y, "", SMALL, ha="right", color=colour))
            for fact, y, colour in zip(
                ("time", "less"), self.lanes, (look.ink, look.quiet), strict=True
            )
        ]

    def show(self, pair: Superset, review: Review, x: Callable[[Any], Any]) -> None:
        look, t = self.sheet.look, self.sheet.look.type
        self.sign.set_text(f"{_SIGNS[review.level]} {self.number + 1}")
        self.sign.set_color(look.quiet if review.level == "pass" else look.mark)
        exercises = (pair.first, pair.second)
        for exercise, dose, name, said in zip(
            exercises, pair.doses(), self.names, self.doses, strict=True
        ):
            self._name(exercise, dose, name, said)
        one, other = pair.set_s()
        round_s = one + MOVE_S + other + pair.rest_s
        starts = [n * round_s for n in range(pair.sets)]
        half = _LANE * t / 2
        begins = (0.0, one + MOVE_S)
        for work, y, begin, long in zip(self.works, self.lanes, begins, (one, other), strict=True):
            blocks = ((x(s + begin), y - half, x(s + begin + long), y + half) for s in starts)
            reshape(work, boxes(blocks))
        high, low = self.lanes[0] + half, self.lanes[1] - half
        rests = ((x(s + round_s - pair.rest_s), low, x(s + round_s), high) for s in starts)
        reshape(self.rest, boxes(rests) if pair.rest_s else None)
        self.move.set_data(
            [part for s in starts for part in (x(s + one), x(s + one + MOVE_S), np.nan)],
            [self.lanes[0], self.lanes[1], np.nan] * pair.sets,
        )
        done, straight = pair.duration_s(), pair.straight_duration_s()
        middle = sum(self.lanes) / 2
        self.saved.set_visible(straight > done)
        self.saved.set_data([x(done), x(straight)], [middle, middle])
        self.facts[0].set_text(clock(done))
        less = f"{clock(abs(straight - done))} {'saved' if straight >= done else 'more'}"
        self.facts[1].set_text(less)

    def _name(self, exercise: Exercise, dose: str, name: Any, said: Any) -> None:
        room = self.sheet.left - 0.14 * self.sheet.look.type - self.names_at
        whole = self.sheet.short(exercise.name, room)
        left = room - self.sheet.wide(whole, SMALL) - 0.1
        name.set_text(whole)
        said.set_text(self.sheet.fitting((dose, dose.removesuffix(" a side")), left, SMALL))


class Landings:
    """Foot contacts from least to most, on a scale with our advice and the level's ceiling."""

    def __init__(self, sheet: SessionPicture, y: float) -> None:
        self.sheet, self.y = sheet, y
        look, t = sheet.look, sheet.look.type
        right = sheet.left - 0.14 * t
        self.said = sheet.track("session-landings", sheet.word(right, y, "", SMALL, ha="right"))
        sheet.word(0.3, y, "Landings", BASE, fontweight="bold")
        where = sheet.word(0.3, y - 0.25 * t, "", SMALL, color=look.quiet)
        self.where = sheet.track("session-landings-where", where)
        base = boxes([(sheet.left, y - 0.07 * t, sheet.right, y + 0.07 * t)])
        sheet.shape(base, facecolor=look.body, zorder=0.5)
        self.least = sheet.track("session-landings-least", sheet.shape(facecolor=look.line))
        most: dict[str, Any] = {"facecolor": look.phases[0], "hatch": "////"}
        self.most = sheet.track("session-landings-most", sheet.shape(**most, hatchcolor=look.line))
        self.marks = [
            (
                sheet.track(f"session-{name}", sheet.line((), 1.6, color=look.mark, zorder=5)),
                sheet.track(
                    f"session-{name}-word", sheet.word(0, y - 0.25 * t, "", SMALL, color=look.mark)
                ),
            )
            for name in ("advice", "ceiling")
        ]

    def show(self, view: SessionView) -> None:
        sheet, t = self.sheet, self.sheet.look.type
        low, high = view.session.contacts()
        _, ceiling, _ = view.landings()
        end = max(150, 1.15 * high)

        def x(landings: float) -> float:
            return sheet.left + (sheet.right - sheet.left) * landings / end

        floor, top = self.y - 0.07 * t, self.y + 0.07 * t
        reshape(self.least, boxes([(x(0), floor, x(low), top)]) if low else None)
        reshape(self.most, boxes([(x(low), floor, x(high), top)]) if high > low else None)
        self.said.set_text(span((low, high)) if high else "none")
        said = (f"{contacts_start()} our advice", f"{ceiling} at most, level {view.level}")
        for (mark, word), at, words, side in zip(
            self.marks, (contacts_start(), ceiling), said, ("right", "left"), strict=True
        ):
            mark.set_data([x(at)] * 2, [floor - 0.06 * t, top + 0.06 * t])
            word.set(text=words, x=x(at) + (0.04 if side == "right" else -0.04), ha=side)
        jumps = [str(n) for n, pair in enumerate(view.session.supersets, 1) if pair.contacts()[1]]
        where = f"in superset{'s' * (len(jumps) > 1)} {listed(jumps)}"
        room = x(contacts_start()) - sheet.wide(said[0], SMALL) - 0.4
        self.where.set_text(sheet.fitting([where], room, SMALL) if jumps else "")


def _view(model: SessionView | Session) -> SessionView:
    return model if isinstance(model, SessionView) else SessionView(model)


def _rest(look: Theme) -> dict[str, Any]:
    return {"facecolor": look.body, "hatch": "///", "hatchcolor": look.paper}


def _scale(seconds: float) -> tuple[float, float]:
    """Return the minutes at which a scale ends that holds so many seconds, and its steps."""
    minutes = seconds / 60
    for end, step in _ENDS:
        if minutes <= end:
            return end, step
    step = 60 * np.ceil(minutes / 60 / (_TICKS - 1))
    return float(step * np.ceil(minutes / step)), float(step)
