"""A plan's week: its days in a row, and below them each session with its exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runplan.figures.daysigns import (
    SESSIONS,
    STRIDES,
    away_look,
    flag,
    session_chip,
    session_colour,
    steps,
    triangles,
)
from runplan.figures.sheet import BASE, LARGE, SMALL, Sheet, boxes, joined, reshape
from runplan.plan.calendar import PlanWeek, short
from runplan.season.phase import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.path import Path
    from matplotlib.text import Text

    from runplan.figures.theme import Theme
    from runplan.plan.calendar import Day
    from runplan.plan.dated import Dated

_CARDS = 7  # a season asks for five sessions at most, and a week has seven days
_NOTES = 3  # lines below a card
_LINES = 10  # exercises on a card, five supersets
_LEFT, _RIGHT = 0.3, 8.7


class WeekPicture(Sheet):
    """Seven days, and a card a session: exercises by superset, sets, load, minutes."""

    def height(self, look: Theme) -> float:
        return 5.35 * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        high = self.height(look)
        self.title = self.track(
            "week-title", self.word(_LEFT, high - 0.22 * t, "", LARGE, fontweight="bold")
        )
        sign: dict[str, Any] = {"facecolor": look.paper, "edgecolor": look.ink, "lw": 0.7}
        self.deload = self.track("week-deload", self.shape(**sign, zorder=2))
        self.taper = self.track("week-taper", self.shape(facecolor=look.mark, zorder=2))
        self.top = high - 0.44 * t
        self.low = self.top - 0.80 * t
        self.cell = (_RIGHT - _LEFT) / 7
        self._strip()
        self.cards_top = self.low - 0.26 * t
        self.cards = [_Card(self, number) for number in range(_CARDS)]
        self.nothing = self.track(
            "week-nothing", self.word(_LEFT, self.cards_top - 0.2 * t, "", color=look.quiet)
        )

    def _strip(self) -> None:
        look = self.look
        self.ground = self.track("week-ground", self.shape(zorder=0.5))
        self.away = self.track("week-away", self.shape(**away_look(look), zorder=0.8))
        for number in range(1, 7):
            x = _LEFT + number * self.cell
            self.line([(x, self.low), (x, self.top)], 1.2, color=look.paper, zorder=1)
        self.chips = {
            letter: self.track(
                f"week-session-{letter}",
                self.shape(facecolor=session_colour(letter, look), zorder=2),
            )
            for letter in SESSIONS
        }
        self.flags = self.track("week-races", self.shape(facecolor=look.mark, zorder=2))
        self.runs = {
            run: self.track(f"week-{run.replace(' ', '-')}s", self.shape(facecolor=c, zorder=2))
            for run, c in (("hard run", look.ink), ("run", look.quiet))
        }
        self.days, self.plans, self.more = (
            [
                self.track(f"week-{name}-{number + 1}", self._said(number, below, side))
                for number in range(7)
            ]
            for name, below, side in (
                ("day", 0.15, "left"),
                ("plan", 0.40, "center"),
                ("run", 0.64, "left"),
            )
        )

    def _said(self, number: int, below: float, side: str) -> Text:
        x = self._left(number) + (0.08 if side == "left" else self.cell / 2)
        return self.word(x, self.top - below * self.look.type, "", SMALL, ha=side, zorder=3)

    def _left(self, number: int) -> float:
        return _LEFT + number * self.cell

    def show(self, model: PlanWeek) -> None:
        days = model.days()
        titles = (model.title, model.title.partition(",")[0])
        self.title.set_text(self.fitting(titles, 8.1, LARGE, "bold"))
        self._sign(days[0])
        reshape(self.ground, boxes([(_LEFT, self.low, _RIGHT, self.top)]))
        self.ground.set_facecolor(self.look.phases[NAMES.index(days[0].phase)])
        gone = [self._left(one.number) for one in days if one.away]
        reshape(self.away, boxes((x, self.low, x + self.cell, self.top) for x in gone))
        self._planned(days)
        self._runs(days)
        self._deal(model.sessions())
        self.figure.sentence = model.describe()

    def _planned(self, days: Sequence[Day]) -> None:
        """Show sessions, races and days away in the row of days."""
        wide, high = self.cell - 0.16, 0.21 * self.look.type
        chips: dict[str, list[Path]] = {letter: [] for letter in SESSIONS}
        flags = []
        for one, text, plan in zip(days, self.days, self.plans, strict=True):
            text.set(text=short(one.date), fontweight="bold" if one.session else "normal")
            (x, y), said, colour, weight = plan.get_position(), "", self.look.paper, "bold"
            if one.session:
                turn = one.session.slot.letter
                chips[turn].append(session_chip(turn, x, y, wide, high))
                named = (f"{turn} · {one.session.minutes:.0f} min", turn)
                said = self.fitting(named, wide - 0.1, SMALL, "bold")
            elif one.race:
                flags.append(flag(x, y, wide, high))
                said = "race"
            elif one.away:
                said, colour, weight = "away", self.look.quiet, "normal"
            plan.set(text=said, color=colour, fontweight=weight)
        for letter, paths in chips.items():
            reshape(self.chips[letter], joined(paths))
        reshape(self.flags, joined(flags))

    def _runs(self, days: Sequence[Day]) -> None:
        t = self.look.type
        runs: dict[str, list[Path]] = {run: [] for run in self.runs}
        for one, text in zip(days, self.more, strict=True):
            text.set_text(one.run)
            if one.run:
                half, left = STRIDES[one.run] * t, self._left(one.number) + 0.08
                runs[one.run].append(steps(left + half, self.top - 0.64 * t, half))
                text.set_x(left + 2.6 * half + 0.05)
        for run, paths in runs.items():
            reshape(self.runs[run], joined(paths))

    def _sign(self, day: Day) -> None:
        """Mark an easier week beside the title, as the year does."""
        t = self.look.type
        x = _LEFT + self.wide(self.title.get_text(), LARGE, "bold") + 0.16 * t
        y = self.height(self.look) - 0.22 * t
        reshape(self.deload, triangles([(x, y)] if day.deload else [], 0.06 * t))
        bar = (x - 0.02 * t, y - 0.1 * t, x + 0.02 * t, y + 0.1 * t)
        reshape(self.taper, boxes([bar] if day.taper else []))

    def _deal(self, sessions: Sequence[Dated]) -> None:
        number = max(len(sessions), 1)
        gap = 0.2
        # two sessions leave each the width of a third: long lines read badly
        wide = (_RIGHT - _LEFT - gap * (max(number, 3) - 1)) / max(number, 3)
        t = self.look.type
        said = [_wrapped(self, " ".join(one.notes), wide - 0.12 * t) for one in sessions]
        # all cards begin and end alike
        floor = (0.20 + 0.16 * max(map(len, said), default=0)) * t
        for place, card in enumerate(self.cards):
            one, notes = (sessions[place], said[place]) if place < len(sessions) else (None, [])
            card.show(one, _LEFT + place * (wide + gap), wide, notes, floor)
        self.nothing.set_text("" if sessions else "No strength session this week.")


class _Card:
    """One session: its day and name, its exercises in pairs, and what to heed."""

    def __init__(self, sheet: WeekPicture, number: int) -> None:
        self.sheet = sheet
        look, t = sheet.look, sheet.look.type
        name = f"week-card-{number + 1}"
        self.top = sheet.cards_top
        self.rule = sheet.track(f"{name}-rule", sheet.shape(facecolor=look.line, zorder=2))
        self.pairs = sheet.track(f"{name}-pairs", sheet.shape(facecolor=look.quiet, zorder=2))
        self.bar = sheet.track(f"{name}-heed", sheet.shape(facecolor=look.mark, zorder=2))
        self.head = sheet.track(
            f"{name}-head", sheet.word(0, self.top - 0.16 * t, "", BASE, fontweight="bold")
        )
        self.facts = sheet.track(
            f"{name}-facts", sheet.word(0, self.top - 0.35 * t, "", SMALL, color=look.quiet)
        )
        self.lines = []
        for line in range(_LINES):
            words = sheet.word(0, 0, "", SMALL)
            dose = sheet.word(0, 0, "", SMALL, color=look.quiet)
            self.lines.append(
                (
                    sheet.track(f"{name}-exercise-{line + 1}", words),
                    sheet.track(f"{name}-dose-{line + 1}", dose),
                )
            )
        self.notes = [
            sheet.track(f"{name}-note-{n + 1}", sheet.word(0, 0, "", SMALL, color=look.mark))
            for n in range(_NOTES)
        ]

    def show(
        self, one: Dated | None, left: float, wide: float, said: Sequence[str], floor: float
    ) -> None:
        sheet, t = self.sheet, self.sheet.look.type
        texts = [self.head, self.facts, *self.notes, *(w for pair in self.lines for w in pair)]
        if one is None:
            for text in texts:
                text.set_text("")
            reshape(self.rule, None)
            reshape(self.pairs, None)
            reshape(self.bar, None)
            return
        letter = one.slot.letter
        self.rule.set_facecolor(session_colour(letter, sheet.look))
        reshape(self.rule, boxes([(left, self.top, left + wide, self.top + 0.04 * t)]))
        when = short(one.slot.date)
        heads = (f"{when} · {one.session.name}", f"{when} · {letter}", when)
        self.head.set(text=sheet.fitting(heads, wide, BASE, "bold"), x=left)
        landings = one.session.contacts()[1]
        facts = [f"{one.minutes:.0f} min", f"effort {one.session_rpe:g} of 10"]
        facts += [f"{landings:.0f} landings"] if landings else []
        options = [" · ".join(facts[:n]) for n in (3, 2, 1)]
        self.facts.set(text=sheet.fitting(options, wide, SMALL), x=left)
        self._heed(said, left)
        self._work(one, left, wide, floor)

    def _heed(self, said: Sequence[str], left: float) -> None:
        """Write the notes at the foot of the card."""
        t = self.sheet.look.type
        bottom = 0.16 * t
        for place, text in enumerate(self.notes):
            line = said[place] if place < len(said) else ""
            y = bottom + 0.16 * t * (len(said) - 1 - place) if line else 0
            text.set(text=line, x=left + 0.12 * t, y=y)
        bar = (left, bottom - 0.07 * t, left + 0.03 * t, bottom + (0.16 * len(said) - 0.09) * t)
        reshape(self.bar, boxes([bar] if said else []))

    def _work(self, one: Dated, left: float, wide: float, floor: float) -> None:
        """Write the exercises, those of a superset held together by a bar."""
        sheet, t = self.sheet, self.sheet.look.type
        work = one.work[: len(self.lines)]
        y = self.top - 0.50 * t
        pitch = min(0.34 * t, (y - floor) / len(work) - 0.02 * t)
        x, room = left + 0.12 * t, wide - 0.12 * t
        spans: dict[int, list[float]] = {}
        for place, (words, dose) in enumerate(self.lines):
            if place >= len(work):
                words.set_text("")
                dose.set_text("")
                continue
            entry = work[place]
            if entry.superset not in spans:
                y -= 0.05 * t
                spans[entry.superset] = [y, y]
            words.set(text=_cut(sheet, entry.exercise.name, room), x=x, y=y - 0.09 * t)
            said = f"{entry.sets} × {entry.dose}"
            load = f"{said}, {entry.load.said}" if entry.load.said else said
            text = sheet.fitting((load, said), room, SMALL)
            dose.set(text=text, x=x, y=y - 0.09 * t - 0.45 * pitch)
            y -= pitch
            spans[entry.superset][1] = y
        bars = [
            (left, low + 0.05 * t, left + 0.03 * t, top - 0.02 * t) for top, low in spans.values()
        ]
        reshape(self.pairs, boxes(bars))


def _cut(sheet: Sheet, words: str, room: float) -> str:
    """Return as much of the words as fits."""
    return sheet.fitting(
        [words, *(f"{words[:n].rstrip()}…" for n in range(len(words) - 1, 0, -1))], room, SMALL
    )


def _wrapped(sheet: Sheet, words: str, room: float, most: int = _NOTES) -> list[str]:
    """Return words in lines that fit; what is left over after the last is cut."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (len(lines) == most or sheet.wide(longer, SMALL) <= room):
            lines[-1] = longer
        else:
            lines.append(word)
    return [_cut(sheet, line, room) for line in lines]
