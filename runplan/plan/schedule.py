"""Which days a week's sessions fall on, and which rule gives way where not all can hold.

The rules in their order of importance (ours, U; science: Concurrent training):

1. nothing while away;
2. race day, the day before it and the rest of the race week are free;
3. two heavy or jumping sessions are 48 h apart, so at least two days;
4. as many sessions as the season asks for, though no more than strength days are named;
5. none on the day before a hard run;
6. on the days wished; a runner with `keep_days` has this before the fifth.

The first three always hold: a session that finds no day is left out. Among equal ways, those
with fewer hard-run days, the widest gaps and days without a run come first.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from attrs import frozen

from runplan.load.foster import DAYS
from runplan.plan.days import Open, Wish, best_days, most
from runplan.plan.runner import Runner
from runplan.reasons import Reason
from runplan.season.layout import monday
from runplan.season.wording import count
from runplan.words import listed

Letter = Literal["A", "B"]
LETTERS: tuple[Letter, Letter] = ("A", "B")
_DAY = timedelta(days=1)

_REFERENCES = {"two_days_apart": "haff2016"}
_EVE = "the day before a hard run"
KEEP = "Keep these days, even before a hard run"  # what people tick for `keep_days`
_KEPT = (
    f"a session is on {_EVE}, for the strength days are kept. Go easy on the legs then. "
    f'For another day, untick "{KEEP}" (keep_days).'
)


@frozen
class Asked:
    """What the season asks of one week."""

    week: int
    monday: date
    phase: str
    sessions: int


@frozen
class Slot:
    """One session on its day: the n-th of its week, A or B of its phase."""

    week: int
    slot: int
    date: date
    phase: str
    letter: Letter


@frozen
class Given:
    """A rule that gave way, or a session left out, in one week."""

    rule: str
    week: int
    text: str


def schedule(
    runner: Runner,
    races: Sequence[date],
    asked: Iterable[Asked],
    demanding: Mapping[tuple[str, Letter], bool],
) -> tuple[list[Slot], list[Given]]:
    """Return the dated sessions and what gave way.

    Parameters
    ----------
    demanding
        Whether session A or B of a phase is heavy or holds jumps.
    """
    free = Free(runner, races)
    weeks = [_Week(runner, free, one, demanding) for one in asked]
    slots: list[Slot] = []
    given: list[Given] = []
    phase, turn = "", 0
    for week, days in zip(weeks, best_days([w.open for w in weeks], _wish(runner)), strict=True):
        one = week.asked
        if one.phase != phase:
            phase, turn = one.phase, 0
        chosen = [week.all[day] for day in days]
        for number, when in enumerate(chosen, 1):
            slots.append(Slot(one.week, number, when, phase, LETTERS[turn % 2]))
            turn += 1
        given += week.gave(chosen)
    return slots, given


def _wish(runner: Runner) -> Wish:
    def numbers(days: Iterable[str]) -> frozenset[int]:
        return frozenset(map(DAYS.index, days))

    return Wish(
        numbers(runner.strength_days),
        numbers(runner.hard_run_days),
        numbers(runner.run_days),
        runner.keep_days,
    )


class Free:
    """Which days are not free, and why."""

    def __init__(self, runner: Runner, races: Sequence[date]) -> None:
        self.runner = runner
        self.race_days = set()
        for race in races:
            sunday = monday(race) + 6 * _DAY
            self.race_days |= {race - _DAY, *_days(race, sunday)}

    def why_not(self, when: date) -> str:
        """Return "away", "race" or nothing."""
        if self.runner.is_away(when):
            return "away"
        return "race" if when in self.race_days else ""


def before_hard_run(runner: Runner, when: date) -> bool:
    """Whether the next day is one of a hard run."""
    return weekday(when + _DAY) in runner.hard_run_days


def weekday(when: date) -> str:
    """Return "mon" to "sun".

    >>> weekday(date(2027, 5, 9))
    'sun'
    """
    return DAYS[when.weekday()]


def _days(first: date, last: date) -> list[date]:
    return [first + n * _DAY for n in range((last - first).days + 1)]


class _Week:
    """One week: what it leaves open, and what gave way on the days that were found."""

    def __init__(
        self,
        runner: Runner,
        free: Free,
        asked: Asked,
        demanding: Mapping[tuple[str, Letter], bool],
    ) -> None:
        self.runner, self.asked = runner, asked
        self.all = _days(asked.monday, asked.monday + 6 * _DAY)
        self.blocked = [free.why_not(when) for when in self.all]
        self.open = Open(
            stretch=asked.phase,
            free=self._free("away", "race"),
            room=min(asked.sessions, len(runner.strength_days)),
            hard=(
                demanding.get((asked.phase, "A"), False),
                demanding.get((asked.phase, "B"), False),
            ),
        )

    def _free(self, *closed: str) -> tuple[int, ...]:
        return tuple(n for n, why in enumerate(self.blocked) if why not in closed)

    def gave(self, chosen: Sequence[date]) -> list[Given]:
        """Return what gave way for these days."""
        said = []
        if self.open.room < self.asked.sessions:
            named = count(len(self.runner.strength_days), "strength day")
            said.append(
                self._said(
                    "sessions",
                    f"the season asks for {self.asked.sessions} sessions, you named {named}. "
                    "Name another day, or ask the season for fewer.",
                )
            )
        said += self._left_out(len(chosen))
        said += dict.fromkeys(
            self._said("day_before_hard_run", self._why_before(when))
            for when in chosen
            if before_hard_run(self.runner, when)
        )
        return said + self._unwished(chosen)

    def _why_before(self, when: date) -> str:
        if self.runner.keep_days and weekday(when) in self.runner.strength_days:
            return _KEPT
        return (
            f"{weekday(when)} is {_EVE}, for want of another day. "
            "Move the hard run, or go easy on the legs."
        )

    def _said(self, rule: str, text: str) -> Given:
        return Given(rule, self.asked.week, text)

    def _left_out(self, placed: int) -> list[Given]:
        """Say how many sessions found no day, each to the rule that took it."""
        room, hard = self.open.room, self.open.hard
        apart = "heavy or jumping sessions are 48 h apart"
        around = "race day, the day before it and the rest of the race week are free"
        steps = [
            ("two_days_apart", apart, most(self._free(), room, hard)),
            ("race", around, most(self._free("race"), room, hard)),
            ("away", "away", most(self._free("race", "away"), room, hard)),
            ("two_days_apart", f"{apart}, also across Sunday", placed),
        ]
        said, left = [], room
        for rule, text, number in steps:
            if number < left:
                what = f"{left - number} of {count(room, 'session')} left out"
                said.append(self._said(rule, f"{text}, so {what}."))
            left = min(left, number)
        return said

    def _unwished(self, chosen: Sequence[date]) -> list[Given]:
        """Say which days stand in for which wished ones, and why."""
        wished = [when for when in self.all if weekday(when) in self.runner.strength_days]
        instead = [weekday(when) for when in chosen if when not in wished]
        if not instead:
            return []
        missed = [
            f"{weekday(when)} ({self._against(when)})" for when in wished if when not in chosen
        ]
        text = f"on {listed(instead)} instead of {listed(missed)}."
        if _EVE in text:
            text += (
                f' To keep the day you named, tick "{KEEP}" (keep_days), move the hard run, or '
                "move the session by hand."
            )
        return [self._said("strength_days", text)]

    def _against(self, when: date) -> str:
        blocked = self.blocked[when.weekday()]
        if blocked:
            return {"away": "away", "race": "kept free for the race"}[blocked]
        if before_hard_run(self.runner, when) and not self.runner.keep_days:
            return _EVE
        return "within 48 h of another session"


def reasons(given: Iterable[Given]) -> list[Reason]:
    """Return one warning for each rule and text, with its weeks; what holds longest comes first."""
    weeks: dict[tuple[str, str], list[int]] = {}
    for one in given:
        weeks.setdefault((one.rule, one.text), []).append(one.week)
    return [
        Reason(rule, "warn", f"{_when(held, text)} {text}", _REFERENCES.get(rule))
        for (rule, text), held in sorted(weeks.items(), key=lambda one: -len(one[1]))
    ]


def _when(weeks: Sequence[int], text: str) -> str:
    # wished for, and in most weeks: their number says more than a list
    return f"In {count(len(weeks), 'week')}" if text == _KEPT else f"{span_weeks(weeks)}:"


def given_way(given: Sequence[Given]) -> str:
    """Say in how many weeks a strength day gives way to a hard run, or is kept before one."""
    gone = {one.week for one in given if one.rule == "strength_days" and _EVE in one.text}
    kept = {one.week for one in given if one.text == _KEPT}
    if gone:
        said = f"a session is not on the strength day you named, for that is {_EVE}."
        return f"In {count(len(gone), 'week')} {said}"
    if kept:
        said = f"a session is on {_EVE}, for the strength days are kept."
        return f"In {count(len(kept), 'week')} {said}"
    return ""


def span_weeks(weeks: Sequence[int]) -> str:
    """Return weeks as a person lists them.

    >>> span_weeks([2, 3, 4, 7])
    'Weeks 2–4 and 7'
    """
    runs: list[list[int]] = []
    for week in weeks:
        if runs and week == runs[-1][-1] + 1:
            runs[-1].append(week)
        else:
            runs.append([week])
    words = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return f"Week{'s' if len(weeks) > 1 else ''} {listed(words)}"
