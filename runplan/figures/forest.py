"""The forest plot: an effect a line, one metric an axis, the good side marked."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from runplan.evidence.forest import METRICS, Forest
from runplan.figures.sheet import BASE, LARGE, SMALL, Sheet, boxes, reshape
from runplan.figures.theme import mix

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runplan.evidence import Effect
    from runplan.figures.theme import Theme

_ROWS = 2  # no fewer, or a picture of one effect would be all words
_PITCH = 0.56  # inches
_STEPS = (0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 50)
_FACTORS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20)
_MOST_TICKS = 6
# sign and words of each finding; never told by the sign or its colour alone
_FINDINGS = {
    "good": ("s", "good side"),
    "open": ("s", "may be no effect"),
    "wrong": ("D", "wrong side"),
    "misfit": ("x", "contradicts itself"),
    "no interval": ("o", "no interval known"),
    "no number": ("", "in words only"),
}


class ForestPicture(Sheet):
    """Lines of a forest plot, each with study, people, kind of study, number and finding."""

    def __init__(self, model: Forest, look: Theme) -> None:
        # whoever is picked out, a question's plot keeps its height
        self.count = _count(model)
        super().__init__(model, look)

    def height(self, look: Theme) -> float:
        return (max(self.count, _ROWS) * _PITCH + 1.30) * look.type

    def holds(self, model: Forest) -> bool:
        return _count(model) == self.count

    def build(self) -> None:
        look, t = self.look, self.look.type
        top = self.height(look)
        self.left, self.right = 0.3 + 2.68 * t, 8.75 - 1.36 * t
        self.floor, self.top = 0.42 * t, top - 0.86 * t
        title = self.word(0.3, top - 0.24 * t, "", LARGE, fontweight="bold")
        self.title = self.track("forest-title", title)
        said = self.word(0.3, top - 0.46 * t, "", SMALL, color=look.quiet)
        self.unit = self.track("forest-unit", said)
        self.good = self.track(
            "forest-good", self.shape(facecolor=mix(look.paper, look.phases[1], 0.9), zorder=0.5)
        )
        self.sides = [
            self.track(f"forest-side-{name}", self.word(0, self.top + 0.12 * t, "", SMALL, ha=side))
            for name, side in (("below", "right"), ("above", "left"))
        ]
        self.zero = self.track("forest-none", self.line((), 1.2, color=look.ink, zorder=1.5))
        self.axis = self.track("forest-axis", self.line((), 0.8))
        self.grid = self.track("forest-grid", self.line((), 0.5, color=look.tone, zorder=1))
        place: dict[str, Any] = {"ha": "center", "color": look.quiet}
        y = self.floor - 0.16 * t
        self.ticks = [
            self.track(f"forest-tick-{n}", self.word(0, y, "", SMALL, **place))
            for n in range(2 * _MOST_TICKS)
        ]
        nothing = self.word(0.3, self.top - 0.3 * t, "", BASE, color=look.quiet)
        self.nothing = self.track("forest-nothing", nothing)
        self.rows = [_Row(self, number) for number in range(self.count)]

    def show(self, model: Forest) -> None:
        effects = model.effects()
        t = self.look.type
        drawn = [one for one in effects if one.finding != "no number"]
        self._axes(model, drawn)
        room, count = self.top - self.floor, max(len(effects), 1)
        pitch = min(room / count, 2 * _PITCH * t)
        first = self.top - (room - (count - 1) * pitch) / 2
        for number, row in enumerate(self.rows):
            one = effects[number] if number < len(effects) else None
            row.show(model, one, first - number * pitch)
        title = f"{model.outcome[0].upper()}{model.outcome[1:]}"
        people = {
            "everyone": "",
            "runners": ", in runners",
            "others": ", in people other than runners",
        }
        said = (f"{title}{people[model.population]}", title)
        self.title.set_text(self.fitting(said, 8.4, LARGE, "bold"))
        unit = f"{model.metric}: {METRICS[model.metric]}"
        log = f"{unit}; each step of the axis is a factor"
        self.unit.set_text(log if model.ratio and drawn else unit)
        self.nothing.set_text("" if effects else "No study of these people in our table.")
        self.figure.sentence = model.describe()

    def _axes(self, model: Forest, drawn: list[Effect]) -> None:
        """Lay the axis so that it holds all intervals and no effect."""
        t, look = self.look.type, self.look
        numbers = [number for one in drawn for number in (one.effect, *one.interval)]
        ticks = _ticks([number for number in numbers if not math.isnan(number)], model)
        self._scale = math.log if model.ratio else float
        self._low, self._high = self._scale(ticks[0]), self._scale(ticks[-1])
        none = self.x(model.none)
        there = bool(drawn)
        good = (none, self.right) if model.good_above else (self.left, none)
        reshape(self.good, boxes([(good[0], self.floor, good[1], self.top)]) if there else None)
        for line, x in ((self.zero, [none, none]), (self.axis, [self.left, self.right])):
            line.set_visible(there)
            line.set_data(x, [self.floor, self.top] if line is self.zero else [self.floor] * 2)
        xs = [x for tick in ticks for x in (self.x(tick), self.x(tick), math.nan)]
        self.grid.set_visible(there)
        self.grid.set_data(xs, [self.floor, self.top, math.nan] * len(ticks))
        self._numbers(ticks if there else [], model.none)
        for text, way, gap in zip(self.sides, (False, True), (-0.06, 0.06), strict=True):
            is_good = model.good_above == way
            room = self.right - none if way else none - self.left
            words = ("better", "good") if is_good else ("worse",)
            arrows = [f"{word} →" if way else f"← {word}" for word in words]
            text.set_text(self.fitting(arrows, room, SMALL, "bold") if there else "")
            text.set(x=none + gap * t, color=look.ink if is_good else look.quiet,
                     fontweight="bold" if is_good else "normal")  # fmt: skip

    def _numbers(self, ticks: list[float], none: float) -> None:
        """Write the numbers below the axis, from no effect outwards, where there is room."""
        said: list[tuple[str, float, float]] = []
        for tick in sorted(ticks, key=lambda tick: abs(self._scale(tick) - self._scale(none))):
            text, x = f"{tick:g}".replace("-", "−"), self.x(tick)
            half = self.wide(text, SMALL) / 2 + 0.05
            if all(abs(x - other) > half + room for _, other, room in said):
                said.append((text, x, half))
        for number, text in enumerate(self.ticks):
            words, x, _ = said[number] if number < len(said) else ("", 0.0, 0.0)
            text.set(text=words, x=x)

    def x(self, number: float) -> float:
        """Return where a number lies, in inches."""
        share = (self._scale(number) - self._low) / (self._high - self._low)
        return self.left + (self.right - self.left) * share


class _Row:
    """The artists of one effect."""

    def __init__(self, sheet: ForestPicture, number: int) -> None:
        self.sheet = sheet
        look = sheet.look
        name = f"forest-{number}"
        self.band = sheet.track(
            f"{name}-band", sheet.shape(facecolor=look.phases[0], alpha=0.6, zorder=0.6)
        )
        self.pointer = sheet.track(
            f"{name}-pointer", sheet.word(0.1, 0, "", SMALL, color=look.mark)
        )
        self.study = sheet.track(f"{name}-study", sheet.word(0.3, 0, fontweight="bold"))
        self.people = sheet.track(f"{name}-people", sheet.word(0.3, 0, "", SMALL))
        self.kind = sheet.track(f"{name}-kind", sheet.word(0.3, 0, "", SMALL, color=look.quiet))
        self.interval = sheet.track(f"{name}-interval", sheet.line((), 1.8, zorder=3))
        place: dict[str, Any] = {"va": "center", "linespacing": 1.4}
        told = sheet.word(sheet.left + 0.12, 0, "", SMALL, **place)
        self.told = sheet.track(f"{name}-told", told)
        self.point = sheet.track(f"{name}-point", sheet.line((), 0, zorder=4, markersize=7))
        x = sheet.right + 0.12
        self.number = sheet.track(f"{name}-number", sheet.word(x, 0, fontweight="bold"))
        self.limits = sheet.track(f"{name}-limits", sheet.word(x, 0, "", SMALL))
        self.finding = sheet.track(f"{name}-finding", sheet.word(x, 0, "", SMALL))

    def show(self, model: Forest, one: Effect | None, y: float) -> None:
        """Show an effect at this height, or nothing."""
        t = self.sheet.look.type
        texts = (self.study, self.people, self.kind, self.number, self.limits, self.finding)
        for text, up in zip(texts, (0.16, 0, -0.15) * 2, strict=True):
            text.set_y(y + up * t)
        marked = one is not None and one.id == model.marked
        half = 0.275 * t
        reshape(self.band, boxes([(0.08, y - half, 8.92, y + half)]) if marked else None)
        self.pointer.set(y=y + 0.16 * t, text="▶" if marked else "")
        for line in (self.interval, self.point):
            line.set_visible(one is not None and one.finding != "no number")
        if one is None:
            for text in (*texts, self.told):
                text.set_text("")
            return
        self.told.set(y=y, text=self._note(one) if one.finding == "no number" else "")
        self._words(model, one)
        if one.finding != "no number":
            self._signs(one, y)

    def _words(self, model: Forest, one: Effect) -> None:
        sheet = self.sheet
        room = sheet.left - 0.4
        study, _, part = one.study.partition(", ")
        whole = self._fits((one.study, study), room, "bold")
        self.study.set_text(whole)
        about = [one.population] if part else [f"{one.intervention}, {one.population}"]
        if part and whole == study:
            about = [f"{part}, {one.population}", part]
        self.people.set_text(self._fits((*about, one.population), room))
        self.kind.set_text(self._fits(_kinds(one, model.outcome), room))
        number, low, high = one.numbers()
        self.number.set_text(number or "–")
        self.limits.set_text(f"{low} to {high}" if low else "")
        self.finding.set_text(_FINDINGS[one.finding][1])
        alarm = one.finding in ("wrong", "misfit")
        self.finding.set_color(sheet.look.mark if alarm else sheet.look.ink)

    def _fits(self, texts: Iterable[str], room: float, weight: str = "normal") -> str:
        size = BASE if weight == "bold" else SMALL
        return self.sheet.fitting(filter(None, texts), room, size, weight)

    def _note(self, one: Effect) -> str:
        """Return what is told instead of a number, in lines that fit into the plot."""
        lines = [""]
        for word in "; ".join(filter(None, (one.instead(), one.note))).split():
            longer = f"{lines[-1]} {word}".strip()
            if self._fits((longer,), self.sheet.right - self.sheet.left - 0.2):
                lines[-1] = longer
            else:
                lines.append(word)
        return "\n".join(lines)

    def _signs(self, one: Effect, y: float) -> None:
        sheet, look = self.sheet, self.sheet.look
        low, high = one.interval
        sign = _FINDINGS[one.finding][0]
        alarm = one.finding in ("wrong", "misfit")
        colour = look.mark if alarm else look.line
        self.interval.set_visible(not math.isnan(low))
        if not math.isnan(low):
            self.interval.set_data([sheet.x(low), sheet.x(high)], [y, y])
        self.interval.set(color=colour, linestyle=(0, (2, 1.5)) if one.finding == "misfit" else "-")
        hollow = one.finding in ("open", "no interval")
        self.point.set_data([sheet.x(one.effect)], [y])
        self.point.set(marker=sign, color=colour, markeredgewidth=1.6 * look.stroke,
                       markersize=6.5 * look.type,
                       markerfacecolor=look.paper if hollow else colour)  # fmt: skip


def _count(model: Forest) -> int:
    return len(model.replace(population="everyone").effects())


def _kinds(one: Effect, question: str) -> list[str]:
    """Return what kind of study it is, of how many, and what it measured, from long to short."""
    kind = one.design.replace("meta-analysis", "review")
    outcome = "" if one.outcome == question else one.outcome
    said = [(kind, one.size, outcome), (kind, outcome), (outcome,), (kind, one.size), (kind,)]
    return [", ".join(filter(None, parts)) for parts in said]


def _ticks(numbers: list[float], model: Forest) -> list[float]:
    """Return the fewest round numbers that hold all numbers and no effect between them."""
    numbers = [*numbers, model.none]
    low, high = min(numbers), max(numbers)
    if model.ratio:
        first = max(tick for tick in _FACTORS if tick <= min(low, 0.5))
        last = min(tick for tick in _FACTORS if tick >= max(high, 2))
        return [tick for tick in _FACTORS if first <= tick <= last]
    if low == high:
        low, high = -1, 1
    for step in _STEPS:
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if first == 0:
            first = -1
        if last == 0:
            last = 1
        if last - first < _MOST_TICKS:
            return [round(n * step, 2) for n in range(first, last + 1)]
    raise AssertionError(numbers)
