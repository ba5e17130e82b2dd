"""A plan against what was done of it: sets week by week, and muscle by muscle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runplan.figures.sheet import BASE, LARGE, SMALL, Sheet, boxes, reshape
from runplan.plan.log import done_of
from runplan.season.layout import WEEKS
from runplan.words import plain

if TYPE_CHECKING:
    from runplan.figures.theme import Theme
    from runplan.plan.log import Log

_MUSCLES = 12
_ROW = 0.26


def _sets(number: Any) -> str:
    return f"{number:g}" if number < 20 else f"{number:.0f}"


class DonePicture(Sheet):
    """Planned sets as outlines and done sets as fillings; it shows a `Log`."""

    def height(self, look: Theme) -> float:
        return (2.72 + _MUSCLES / 2 * _ROW) * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        top = self.height(look)
        self.left, self.right = 0.3 + 0.55 * t, 8.7
        self.title = self.track(
            "done-title", self.word(0.3, top - 0.22 * t, "", LARGE, fontweight="bold")
        )
        self._key(top - 0.50 * t)
        self.high = top - 0.75 * t
        self.low = top - 1.95 * t
        self.word(0.3, self.high - 0.08 * t, "Sets", BASE, fontweight="bold")
        self.word(0.3, self.high - 0.25 * t, "a week", SMALL, color=look.quiet)
        self.line([(self.left, self.low), (self.right, self.low)], 0.8, color=look.quiet, zorder=4)
        self.tick = self.track(
            "done-tick", self.word(self.left - 0.06, 0, "", SMALL, ha="right", color=look.quiet)
        )
        self.rule = self.track("done-rule", self.line((), 0.5, color=look.tone, zorder=0.5))
        self.planned = self.track("done-planned", self._outline())
        self.weeks = self.track("done-weeks", self.shape(facecolor=look.line, zorder=2))
        for week in (1, 10, 20, 30, 40, 52):
            x = self.x(week - 0.5)
            self.word(x, self.low - 0.12 * t, f"{week}", SMALL, ha="center", color=look.quiet)
        self.word(0.3, self.low - 0.12 * t, "week", SMALL, color=look.quiet)
        self._muscles(self.low - 0.50 * t)

    def _outline(self) -> Any:
        look = self.look
        return self.shape(facecolor="none", edgecolor=look.quiet, lw=0.9 * look.stroke, zorder=3)

    def _key(self, y: float) -> None:
        """Say what an outline and a filling are."""
        t = self.look.type
        box = (0.3, y - 0.06 * t, 0.3 + 0.22 * t, y + 0.06 * t)
        self._outline().set(path=boxes([box]), visible=True)
        self.word(0.3 + 0.30 * t, y, "planned", SMALL, color=self.look.quiet)
        x = 0.3 + 1.05 * t
        done = boxes([(x, y - 0.06 * t, x + 0.22 * t, y + 0.06 * t)])
        self.shape(done, facecolor=self.look.line)
        self.word(x + 0.30 * t, y, "done", SMALL, color=self.look.quiet)

    def _muscles(self, top: float) -> None:
        look, t = self.look, self.look.type
        self.head = self.track("done-head", self.word(0.3, top, "", BASE, fontweight="bold"))
        self.needs = self.track("done-muscles-planned", self._outline())
        self.gets = self.track("done-muscles", self.shape(facecolor=look.line, zorder=2))
        self.names, self.numbers, self.rows = [], [], []
        for place in range(_MUSCLES):
            column, row = divmod(place, _MUSCLES // 2)
            x, y = 0.3 + column * 4.3, top - (0.28 + row * _ROW) * t
            self.rows.append((x, y))
            name = self.track(f"done-name-{place}", self.word(x, y, "", SMALL))
            number = self.word(0, y, "", SMALL, color=look.quiet)
            self.names.append(name)
            self.numbers.append(self.track(f"done-number-{place}", number))

    def x(self, week: float) -> float:
        """Return where a time lies, in weeks from the season's start, in inches."""
        return self.left + (self.right - self.left) * week / WEEKS

    def show(self, model: Log) -> None:
        self._title(model)
        self._show_weeks(model)
        self._show_muscles(model)
        self.figure.sentence = model.describe()

    def _title(self, model: Log) -> None:
        weeks = model.weeks()
        done, planned = weeks.done_sessions.sum(), weeks.planned_sessions.sum()
        whole = f"{done_of(done, planned, 'session')} done up to week {model.last_week}"
        said = whole if model.done else "Nothing logged yet"
        self.title.set_text(
            self.fitting([f"{model.plan.runner.name}: {said}", said], 8.4, LARGE, "bold")
        )

    def _show_weeks(self, model: Log) -> None:
        planned = model.plan.entries().groupby("week").sets.sum()
        weeks = model.weeks()
        done = dict(zip(weeks.week, weeks.done_sets, strict=True))
        most = max([*planned, *done.values(), 1])
        inch = (self.high - self.low) / most
        tick = round(most / 2, -1) or round(most / 2)
        y = self.low + tick * inch
        self.tick.set(text=f"{tick:g}", y=y)
        self.rule.set_data((self.left, self.right), (y, y))

        def bars(sets: Any) -> Any:
            return boxes(
                (self.x(week - 0.88), self.low, self.x(week - 0.12), self.low + number * inch)
                for week, number in sets
                if number > 0
            )

        reshape(self.planned, bars(planned.items()))
        reshape(self.weeks, bars(done.items()))

    def _show_muscles(self, model: Log) -> None:
        t = self.look.type
        table = model.muscles()
        table = table[(table.planned > 0) | (table.done > 0)].head(_MUSCLES)
        rows: list[Any] = list(table.itertuples()) if model.done else []
        span = "week 1" if model.last_week == 1 else f"weeks 1–{model.last_week}"
        self.head.set_text(f"Sets by muscle in {span}, furthest behind first" if rows else "")
        most = max([1.0, *(max(row.planned, row.done) for row in rows)])
        lead, room = 1.5 * t, 0.75 * t
        inch = (4.0 - lead - room) / float(most)
        planned, done = [], []
        half = 0.07 * t
        for place, (x, y) in enumerate(self.rows):
            row = rows[place] if place < len(rows) else None
            self.names[place].set_text(plain(str(row.muscle)) if row else "")
            between = ", planned " if row and row.done > row.planned else " of "
            said = f"{_sets(row.done)}{between}{_sets(row.planned)}" if row else ""
            self.numbers[place].set(text=said)
            if row is None:
                continue
            start = x + lead
            planned.append((start, y - half, start + float(row.planned) * inch, y + half))
            done.append((start, y - half, start + float(row.done) * inch, y + half))
            self.numbers[place].set_x(start + max(row.planned, row.done) * inch + 0.08 * t)
        reshape(self.needs, boxes(planned))
        reshape(self.gets, boxes([box for box in done if box[2] > box[0]]))
