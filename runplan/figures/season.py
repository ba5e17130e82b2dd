"""The season: phases as ground, and on it volume, intensity, sessions, contacts and mobility."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.path import Path

from runplan.figures.daysigns import triangles
from runplan.figures.panels import QUANTITIES, WEEKS, Panel
from runplan.figures.sheet import LARGE, SMALL, Box, Sheet, boxes, joined, reshape
from runplan.season import Comparison, Season
from runplan.season.curve import blocks
from runplan.season.phase import NAMES
from runplan.season.wording import TITLES, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.text import Text

    from runplan.figures.theme import Theme

_SHORT = {
    "base": (),
    "transition_spring": ("spring", "spr."),
    "competition": ("comp.",),
    "recovery": ("rec.",),
    "re_entry": ("re-e.",),
}


class SeasonPicture(Sheet):
    """A season, or two side by side: the copy as broken lines, its phases in a strip below."""

    _GAP = 0.15

    def height(self, look: Theme) -> float:
        return sum(quantity.high + self._GAP for quantity in QUANTITIES) + 1.80 * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        self.left, self.right = 0.3 + 1.28 * t, 8.75
        top = self.height(look)
        self.title = self.track(
            "season-title", self.word(0.3, top - 0.22 * t, "", LARGE, fontweight="bold")
        )
        self.flags_at = top - 0.50 * t
        self.names_at = (top - 0.92 * t, top - 0.75 * t)
        self.top = top - 0.64 * t
        self.low = 0.68 * t
        self.grounds = {
            name: self.track(f"season-phase-{name}", self.shape(facecolor=colour, zorder=0.6))
            for name, colour in zip(NAMES, look.phases, strict=True)
        }
        # full colour behind the names, and a calmer one behind the weeks
        self.weeks_top = top - 1.04 * t
        veil = boxes([(self.left, self.low, self.right, self.weeks_top)])
        self.shape(veil, facecolor=look.paper, alpha=0.5, zorder=0.7)
        self.names = [
            self.track(f"season-name-{n}", self.word(0, 0, "", SMALL, ha="center", zorder=6))
            for n in range(16)
        ]
        y = self.weeks_top - 0.08
        self.panels = {}
        for quantity in QUANTITIES:
            y -= quantity.high
            self.panels[quantity.name] = Panel(self, quantity, y, self.x)
            y -= self._GAP
        self._signs_of_weeks()
        self._races()
        self._axis()

    def _signs_of_weeks(self) -> None:
        """Make what marks deloads and tapers; both stand on the volume."""
        look, t = self.look, self.look.type
        top = self.panels["volume"].top
        sign: dict[str, Any] = {"facecolor": look.paper, "edgecolor": look.ink, "lw": 0.7}
        self.deloads = self.track("season-deload", self.shape(**sign, zorder=6))
        y = top - 0.42 * t
        self.shape(triangles([(0.3 + 0.06 * t, y)], 0.05 * t), **sign)
        self.word(0.3 + 0.18 * t, y, "deload week", SMALL, color=look.quiet)
        hatch: dict[str, Any] = {"hatch": "////", "hatchcolor": look.mark, "facecolor": "none"}
        self.taper = self.track("season-taper", self.shape(zorder=1.5, **hatch))
        place: dict[str, Any] = {"ha": "right", "color": look.mark, "zorder": 6}
        self.tapers = [
            self.track(f"season-taper-{n}", self.word(0, top - 0.09 * t, "", SMALL, **place))
            for n in range(8)
        ]

    def _races(self) -> None:
        look = self.look
        self.flags = self.track("season-races", self.shape(facecolor=look.mark, zorder=5.5))
        kept = self.shape(facecolor=look.kept, zorder=5.4)
        self.kept_flags = self.track("season-kept-races", kept)
        self.races = [
            self.track(
                f"season-race-{n}",
                self.word(0, self.flags_at, "", SMALL, ha="center", color=look.mark),
            )
            for n in range(8)
        ]

    def _axis(self) -> None:
        look, t = self.look, self.look.type
        self.months = [
            self.track(
                f"season-month-{n}",
                self.word(0, self.low - 0.27 * t, "", SMALL, ha="center", color=look.ink),
            )
            for n in range(13)
        ]
        lines = self.line((), 0.5, color=look.paper, zorder=1)
        self.month_lines = self.track("season-month-lines", lines)
        y = self.low - 0.47 * t
        self.word(0.3, y, "week of the season", SMALL, color=look.quiet)
        for week in (1, 10, 20, 30, 40, 52):
            self.word(self.x(week - 0.5), y, f"{week}", SMALL, ha="center", color=look.quiet)
        self.strip = {
            name: self.track(f"season-kept-{name}", self.shape(facecolor=colour, zorder=4.5))
            for name, colour in zip(NAMES, look.phases, strict=True)
        }
        self.kept_word = self.track(
            "season-kept-word", self.word(0.3, self.low - 0.09 * t, "", SMALL, color=look.kept)
        )

    def x(self, week: Any) -> Any:
        """Return where a time lies, in weeks from the season's start, in inches."""
        return self.left + (self.right - self.left) * week / WEEKS

    def show(self, model: Season | Comparison) -> None:
        season = model.season if isinstance(model, Comparison) else model
        kept = model.kept if isinstance(model, Comparison) else None
        weeks = season.weeks()
        past = kept.weeks() if kept else None
        shift = _shift(season, kept) if kept else 0.0

        self._phases(weeks.phase.tolist(), self.grounds, self.low, self.top)
        self._name_phases(weeks.phase.tolist())
        for panel in self.panels.values():
            column = panel.quantity.column
            before = None if past is None else past[column].to_numpy(float)
            panel.show(weeks[column].to_numpy(float), before, shift)
        self._signs(season, weeks)
        reshape(self.kept_flags, self._poles(kept, shift) if kept else None)
        y, t = self.low - 0.09 * self.look.type, self.look.type
        names = [] if past is None else past.phase.tolist()
        self._phases(names, self.strip, y - 0.05 * t, y + 0.05 * t, shift)
        said = ("kept copy, broken lines", "kept copy")
        self.kept_word.set_text(self.fitting(said, self.left - 0.35, SMALL) if kept else "")
        self._name_months(season.start_date)
        self.title.set_text(self._heading(season, model))
        self.figure.sentence = model.describe()

    def _heading(self, season: Season, model: Season | Comparison) -> str:
        start = f"52 weeks from {day(season.start_date)}"
        ends = [f" by the seasons of the {season.hemisphere}"]
        if isinstance(model, Comparison):
            ends = [" beside the kept copy", " beside a copy"]
        elif season.races:
            last, number = season.races[-1], len(season.races)
            ends = [f" to the race on {day(last)}", f", race on {last.day} {last:%B}", ", a race"]
            if number > 1:
                ends = [f" with {number} races, the last on {day(last)}", f" with {number} races"]
        return self.fitting([start + end for end in ends], 8.4, LARGE, "bold") or start

    def _phases(
        self, names: list[str], grounds: Any, low: float, high: float, shift: float = 0
    ) -> None:
        spans: dict[str, list[Box]] = {name: [] for name in NAMES}
        for name, first, last in _runs(names):
            left, right = (min(max(at + shift, 0), WEEKS) for at in (first, last))
            if left < right:
                spans[name].append((self.x(left), low, self.x(right), high))
        for name, ground in grounds.items():
            reshape(ground, boxes(spans[name]))

    def _name_phases(self, names: list[str]) -> None:
        """Write each phase's name on its ground; where it has no room, half a row higher."""
        low, high = self.names_at
        taken = 0.0
        free = iter(self.names)
        for name, first, last in _runs(names):
            room = self.x(last) - self.x(first) - 0.04
            said = self.fitting((TITLES[name], *_SHORT[name]), room, SMALL)
            y = low
            x = (self.x(first) + self.x(last)) / 2
            if not said:
                said, y = (*_SHORT[name], TITLES[name])[0], high
                half = self.wide(said, SMALL) / 2
                x = min(max(x, self.x(first) + half + 0.04), self.right - half)
                if x - half < max(taken, self.left - 0.1) or x + half > 9:
                    continue
                taken = x + half + 0.05
            text = next(free, None)
            if text is None:
                return
            text.set(text=said, x=x, y=y)
        for text in free:
            text.set_text("")

    def _signs(self, season: Season, weeks: Any) -> None:
        """Mark deload weeks, tapers and races, by a sign and a word."""
        t, volume = self.look.type, self.panels["volume"]
        tips = [
            (self.x(week + 0.5), volume.floor + weeks.volume_index[week] * volume.inch + 0.08 * t)
            for week in np.flatnonzero(weeks.deload)
        ]
        reshape(self.deloads, triangles(tips, 0.045 * t))
        spans = [(first, last) for taper, first, last in _runs(weeks.taper.tolist()) if taper]
        low, high = volume.floor, volume.top - 0.18 * t
        reshape(self.taper, boxes((self.x(a), low, self.x(b), high) for a, b in spans))
        self._name_tapers(season)
        reshape(self.flags, self._poles(season, 0))
        self._name_races(season)

    def _name_tapers(self, season: Season) -> None:
        said, end = [], self.left - 0.3
        for race in season.races if season.taper_days else ():
            right = self.x((race - season.start_date).days / 7) - 0.04
            if right - self.wide("taper", SMALL) > end:
                said.append(("taper", right))
                end = right + 0.05
        _write(self.tapers, said)

    def _poles(self, season: Season, shift: float) -> Path | None:
        """Return the races as poles with a flag at the top."""
        t = self.look.type
        half, high = 0.008 * self.look.stroke, self.flags_at - 0.11 * t
        paths = []
        for race in season.races:
            week = (race - season.start_date).days / 7 + 0.5 / 7 + shift
            if not 0 <= week <= WEEKS:
                continue
            x = self.x(week)
            points = [
                (x - half, self.low), (x - half, high), (x + 0.15 * t, high - 0.05 * t),
                (x + half, high - 0.10 * t), (x + half, self.low), (x - half, self.low),
            ]  # fmt: skip
            paths.append(Path(points, closed=True))
        return joined(paths)

    def _name_races(self, season: Season) -> None:
        places = [self.x((race - season.start_date).days / 7) for race in season.races]
        said = []
        end = self.left - 0.6
        for race, x in zip(season.races, places, strict=True):
            short = f"{race.day} {race:%b}"
            for words in (f"race {short}", short):
                half = self.wide(words, SMALL) / 2
                # beside its flag where the one before leaves no room above it
                middle = min(max(x, end + 0.15 + half), 8.95 - half)
                if middle - half > end + 0.14 and middle < x + half:
                    said.append((words, middle))
                    end = middle + half
                    break
        _write(self.races, said)

    def _name_months(self, start: date) -> None:
        said: list[tuple[str, float]] = []
        xs: list[float] = []
        ys: list[float] = []
        last = start + timedelta(weeks=WEEKS)
        month = start.replace(day=1)
        while month < last:
            after = (month + timedelta(days=32)).replace(day=1)
            left, right = ((at - start).days / 7 for at in (max(month, start), min(after, last)))
            if left > 0.5:
                xs += [self.x(left)] * 2 + [np.nan]
                ys += [self.low, self.top, np.nan]
            names = (f"{month:%b %Y}",) if month.month == 1 or not said else ()
            words = self.fitting((*names, f"{month:%b}"), self.x(right) - self.x(left), SMALL)
            if words:
                said.append((words, self.x((left + right) / 2)))
            month = after
        self.month_lines.set_data(xs, ys)
        _write(self.months, said)


def _runs(items: list[Any]) -> Iterator[tuple[Any, int, int]]:
    """Return each run of equal items, with its first week and the one after its last."""
    at = 0
    for item, length in blocks(items):
        yield item, at, at + length
        at += length


def _shift(season: Season, kept: Season) -> float:
    """Return how many weeks later the copy starts; another year is laid on this one."""
    weeks = (kept.start_date - season.start_date).days / 7
    return weeks if abs(weeks) < WEEKS / 2 else 0.0


def _write(texts: list[Text], said: list[tuple[str, float]]) -> None:
    """Set words at places, as far as there are texts, and empty the others."""
    for number, text in enumerate(texts):
        words, x = said[number] if number < len(said) else ("", 0)
        text.set_text(words)
        text.set_x(x)
