"""A plan's year as a calendar: a row a week, a cell a day; it fits on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.transforms import Affine2D

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
from runplan.figures.sheet import LARGE, SMALL, Sheet, boxes, joined, reshape
from runplan.load.foster import DAYS
from runplan.plan import Plan, PlanYear, Runner
from runplan.season.layout import WEEKS
from runplan.season.phase import NAMES
from runplan.season.wording import TITLES, day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.path import Path

    from runplan.figures.theme import Theme
    from runplan.plan.calendar import Day

_ROWS = WEEKS // 2
_SHORT = {"transition_spring": ("spring",), "competition": ("comp.",), "recovery": ("rec.",)}


class YearPicture(Sheet):
    """Two columns of 26 weeks each: session A and B, races, easier weeks, days away.

    It shows a `Plan` or a `PlanYear`.
    """

    ROW = 0.225  # inches

    def height(self, look: Theme) -> float:
        return _ROWS * self.ROW + 1.36 * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        high = self.height(look)
        self.title = self.track(
            "year-title", self.word(0.3, high - 0.22 * t, "", LARGE, fontweight="bold")
        )
        self.top = high - 0.80 * t
        self.starts = (0.3, 4.62)
        self.lead, self.said = 0.54 * t, 0.88 * t
        self.cell = (4.18 - self.lead - self.said) / 7
        self.grounds = {
            name: self.track(f"year-phase-{name}", self.shape(facecolor=colour, zorder=0.5))
            for name, colour in zip(NAMES, look.phases, strict=True)
        }
        self.away = self.track("year-away", self.shape(**away_look(look), zorder=0.8))
        months: dict[str, Any] = {"color": look.quiet, "zorder": 1.5, "solid_capstyle": "butt"}
        self.months = self.track("year-months", self.line((), 0.9, **months))
        self.chips = {
            letter: self.track(
                f"year-session-{letter}",
                self.shape(facecolor=session_colour(letter, look), zorder=2),
            )
            for letter in SESSIONS
        }
        self.flags = self.track("year-races", self.shape(facecolor=look.mark, zorder=2.2))
        sign: dict[str, Any] = {"facecolor": look.paper, "edgecolor": look.ink, "lw": 0.7}
        self.deloads = self.track("year-deloads", self.shape(**sign, zorder=2))
        self.tapers = self.track("year-tapers", self.shape(facecolor=look.mark, zorder=2))
        self._columns()
        self._weeks()
        self._key(0.24 * t)

    def _columns(self) -> None:
        """Write the names of the days, and below them which are days of runs."""
        look, t = self.look, self.look.type
        self.runs = {
            run: self.track(
                f"year-{run.replace(' ', '-')}s", self.shape(facecolor=colour, zorder=2)
            )
            for run, colour in (("hard run", look.ink), ("run", look.quiet))
        }
        for start in self.starts:
            self.word(start + self.lead - 0.08, self.top + 0.28 * t, "week", SMALL, ha="right",
                      color=look.quiet)  # fmt: skip
            for number, name in enumerate(DAYS):
                x = start + self.lead + (number + 0.5) * self.cell
                names = (name.capitalize(), name[:2].capitalize())
                said = self.fitting(names, self.cell - 0.06, SMALL)
                self.word(x, self.top + 0.28 * t, said, SMALL, ha="center")

    def _weeks(self) -> None:
        look = self.look
        place: dict[str, Any] = {"ha": "center", "zorder": 3}
        self.numbers, self.remarks, self.names = [], [], []
        for week in range(WEEKS):
            x, y = self.at(week, 0)
            start = self.starts[week // _ROWS]
            self.word(x - self.cell / 2 - 0.08, y, f"{week + 1}", SMALL, ha="right",
                      color=look.quiet)  # fmt: skip
            self.names.append(
                self.track(f"year-month-{week + 1}", self.word(start, y, "", SMALL,
                                                               fontweight="bold"))
            )  # fmt: skip
            remark = self.word(x + 6.5 * self.cell + 0.08, y, "", SMALL)
            self.remarks.append(self.track(f"year-week-{week + 1}", remark))
            for number in range(7):
                x, y = self.at(week, number)
                text = self.word(x, y, "", SMALL, **place)
                self.numbers.append(self.track(f"year-day-{week + 1}-{number + 1}", text))

    def _key(self, y: float) -> None:
        """Say what the signs mean."""
        look, t = self.look, self.look.type
        x, wide, high = 0.3, 0.30 * t, 0.165 * t
        sign: dict[str, Any] = {"facecolor": look.paper, "edgecolor": look.ink, "lw": 0.7}
        entries: list[tuple[Path | None, dict[str, Any], str]] = [
            (session_chip(letter, 0, 0, wide, high), {"facecolor": session_colour(letter, look)},
             f"session {letter}")
            for letter in SESSIONS
        ]  # fmt: skip
        entries += [
            (flag(0, 0, wide, high), {"facecolor": look.mark}, "race"),
            (steps(0, 0, STRIDES["hard run"] * t), {"facecolor": look.ink}, "hard run"),
            (steps(0, 0, STRIDES["run"] * t), {"facecolor": look.quiet}, "run"),
            (triangles([(0, 0)], 0.05 * t), sign, "deload"),
            (boxes([(-0.02 * t, -high / 2, 0.02 * t, high / 2)]), {"facecolor": look.mark},
             "taper"),
            (boxes([(-wide / 2, -high / 2, wide / 2, high / 2)]), away_look(look), "away"),
        ]  # fmt: skip
        for path, looks, said in entries:
            assert path is not None
            half = path.get_extents().width / 2
            self.shape(path.transformed(Affine2D().translate(x + half, y)), **looks)
            self.word(x + 2 * half + 0.06 * t, y, said, SMALL)
            x += 2 * half + 0.20 * t + self.wide(said, SMALL)

    def at(self, week: int, number: int) -> tuple[float, float]:
        """Return the middle of a day's cell; week and number count from 0."""
        column, row = divmod(week, _ROWS)
        x = self.starts[column] + self.lead + (number + 0.5) * self.cell
        return x, self.top - (row + 0.5) * self.ROW

    def show(self, model: PlanYear | Plan) -> None:
        year = model if isinstance(model, PlanYear) else PlanYear(model)
        days = year.days()
        weeks = [days[at : at + 7] for at in range(0, len(days), 7)]
        self._ground(weeks)
        self._signs(days)
        self._remarks(weeks)
        self._months(days)
        first, runner = days[0], year.plan.runner
        span = f"{day(first.date)} to {day(days[-1].date)}"
        names = (f"{runner.name}: {span}", span, f"52 weeks from {day(first.date)}")
        self.title.set_text(self.fitting(names, 8.4, LARGE, "bold"))
        self._usual_runs(runner)
        self.figure.sentence = year.describe()

    def _usual_runs(self, runner: Runner) -> None:
        """Mark the days of runs below their names."""
        t = self.look.type
        hard = set(runner.hard_run_days)
        for run, held in (("hard run", hard), ("run", {*runner.run_days} - hard)):
            places = [
                start + self.lead + (number + 0.5) * self.cell
                for start in self.starts
                for number, name in enumerate(DAYS)
                if name in held
            ]
            signs = [steps(x, self.top + 0.11 * t, STRIDES[run] * t) for x in places]
            reshape(self.runs[run], joined(signs))

    def _ground(self, weeks: Sequence[Sequence[Day]]) -> None:
        for name, ground in self.grounds.items():
            reshape(ground, boxes(
                self._cells(number, 0, 7) for number, week in enumerate(weeks)
                if week[0].phase == name
            ))  # fmt: skip

    def _cells(self, week: int, first: int, after: int) -> tuple[float, float, float, float]:
        x, y = self.at(week, first)
        left = x - self.cell / 2
        return left, y - self.ROW / 2, left + (after - first) * self.cell, y + self.ROW / 2

    def _signs(self, days: Sequence[Day]) -> None:
        look, wide, high = self.look, self.cell * 0.88, self.ROW * 0.82
        chips: dict[str, list[Path]] = {letter: [] for letter in SESSIONS}
        flags, away = [], []
        for one, text in zip(days, self.numbers, strict=True):
            x, y = self.at(one.week - 1, one.number)
            said, colour, weight = f"{one.date.day}", look.quiet, "normal"
            if one.session:
                turn = one.session.slot.letter
                chips[turn].append(session_chip(turn, x, y, wide, high))
                said = self.fitting((f"{said} {turn}", said), wide - 0.04, SMALL, "bold")
                colour, weight = look.paper, "bold"
            elif one.race:
                flags.append(flag(x, y, wide, high))
                colour, weight = look.paper, "bold"
            if one.away:
                away.append(self._cells(one.week - 1, one.number, one.number + 1))
            text.set(text=said, color=colour, fontweight=weight)
        for letter, paths in chips.items():
            reshape(self.chips[letter], joined(paths))
        reshape(self.flags, joined(flags))
        reshape(self.away, boxes(away))

    def _remarks(self, weeks: Sequence[Sequence[Day]]) -> None:
        """Say at a week's end which phase begins, and what is special; signs say the rest."""
        look, t = self.look, self.look.type
        tips, bars = [], []
        for number, (week, text) in enumerate(zip(weeks, self.remarks, strict=True)):
            _, low, right, high = self._cells(number, 0, 7)
            left, first = right + 0.08, week[0]
            x = left
            if first.deload:
                tips.append((left + 0.05 * t, (low + high) / 2))
                x = left + 0.14 * t
            elif first.taper:
                bars.append((left, low, left + 0.04 * t, high))
                x = left + 0.12 * t
            if number in (0, _ROWS) or first.phase != weeks[number - 1][0].phase:
                names = (TITLES[first.phase], *_SHORT.get(first.phase, ()))
                said = self.fitting(names, self.said - 0.1 - (x - left), SMALL, "bold")
                text.set(text=said, x=x, color=look.ink, fontweight="bold")
                continue
            if any(one.race for one in week):
                said, colour = "race", look.mark
            elif first.taper:
                said, colour = "taper", look.mark
            else:
                said, colour = "deload" if first.deload else "", look.quiet
            text.set(text=said, x=x, color=colour, fontweight="normal")
        reshape(self.deloads, triangles(tips, 0.045 * t))
        reshape(self.tapers, boxes(bars))

    def _months(self, days: Sequence[Day]) -> None:
        """Name each month where it begins, and draw a step between it and the one before."""
        xs: list[float] = []
        ys: list[float] = []
        for week, text in enumerate(self.names):
            seven = days[7 * week : 7 * week + 7]
            new = [one for one in seven if one.date.day == 1]
            named = new or (seven[:1] if week in (0, _ROWS) else [])
            text.set_text(f"{named[-1].date:%b}" if named else "")
            if not new or week in (0, _ROWS):
                continue
            left, low, right, top = self._cells(week, 0, 7)
            x = left + new[0].number * self.cell
            points = [(left, low), (x, low), (x, top), (right, top)] if new[0].number else [
                (left, top), (right, top)]  # fmt: skip
            xs += [*(px for px, _ in points), float("nan")]
            ys += [*(py for _, py in points), float("nan")]
        self.months.set_data(xs, ys)
