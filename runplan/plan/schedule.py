"""Which days a week's sessions fall on, and which rule gives way where not all can hold.

The rules in their order of importance (ours, U; science: Concurrent training):

1. nothing while away;
2. race day, the day before it and the rest of the race week are free;
3. two heavy or jumping sessions are 48 h apart, so at least two days;
4. as many sessions as the season asks for, though no more than strength days are named;
5. none on the day before a hard run;
6. on the days wished.

The first three always hold: a session that finds no day is left out. Among equal ways, those
with fewer hard-run days, the widest gaps and days without a run come first.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

from attrs import frozen

from runplan.load.foster import DAYS
from runplan.plan.runner import Runner
from runplan.reasons import Reason
from runplan.season.layout import monday
from runplan.season.wording import count
from runplan.words import listed

Letter = Literal["A", "B"]
LETTERS: tuple[Letter, Letter] = ("A", "B")
_DAY = timedelta(days=1)
APART = 2  # days between two demanding sessions

_REFERENCES = {"two_days_apart": "haff2016"}


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
    slots: list[Slot] = []
    given: list[Given] = []
    last = date.min  # the last demanding session
    phase, turn = "", 0
    for week in asked:
        if week.phase != phase:
            phase, turn = week.phase, 0
        letters = [LETTERS[(turn + n) % 2] for n in range(7)]
        hard = [demanding.get((phase, letter), False) for letter in letters]
        days, said = _Week(runner, free, week, hard, last).days()
        given += said
        for number, when in enumerate(days):
            slots.append(Slot(week.week, number + 1, when, phase, letters[number]))
            last = when if hard[number] else last
        turn += len(days)
    return slots, given


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
    """One week while its days are found."""

    def __init__(
        self, runner: Runner, free: Free, asked: Asked, hard: Sequence[bool], last: date
    ) -> None:
        self.runner, self.free, self.asked, self.hard, self.last = runner, free, asked, hard, last
        self.all = _days(asked.monday, asked.monday + 6 * _DAY)
        self.room = min(asked.sessions, len(runner.strength_days))

    def days(self) -> tuple[tuple[date, ...], list[Given]]:
        """Return the best days, and what gave way for them."""
        blocked = {when: self.free.why_not(when) for when in self.all}
        chosen = self._best([when for when in self.all if not blocked[when]])
        said = []
        if self.room < self.asked.sessions:
            named = count(len(self.runner.strength_days), "strength day")
            said.append(
                self._said(
                    "sessions",
                    f"the season asks for {self.asked.sessions} sessions, you named {named}. "
                    "Name another day, or ask the season for fewer.",
                )
            )
        said += self._left_out(len(chosen), blocked)
        said += [
            self._said(
                "day_before_hard_run",
                f"{weekday(when)} is the day before a hard run, for want of another day. "
                "Move the hard run, or go easy on the legs.",
            )
            for when in chosen
            if before_hard_run(self.runner, when)
        ]
        return chosen, said + self._unwished(chosen, blocked)

    def _said(self, rule: str, text: str) -> Given:
        return Given(rule, self.asked.week, text)

    def _best(self, days: Sequence[date]) -> tuple[date, ...]:
        for number in range(min(self.room, len(days)), 0, -1):
            ways = [way for way in combinations(days, number) if self._apart(way)]
            if ways:
                return min(ways, key=self._cost)
        return ()

    def _apart(self, way: Sequence[date]) -> bool:
        last = self.last
        for when, hard in zip(way, self.hard, strict=False):
            if hard and last > date.min and (when - last).days < APART:
                return False
            last = when if hard else last
        return True

    def _cost(self, way: tuple[date, ...]) -> tuple[object, ...]:
        runner = self.runner
        names = [weekday(when) for when in way]
        gaps = [
            (two - one).days for one, two in zip(way, [*way[1:], way[0] + 7 * _DAY], strict=True)
        ]
        return (
            sum(before_hard_run(runner, when) for when in way),
            sum(name not in runner.strength_days for name in names),
            sum(name in runner.hard_run_days for name in names),
            -min(gaps),
            sum(name in runner.run_days for name in names),
            way,
        )

    def _left_out(self, placed: int, blocked: Mapping[date, str]) -> list[Given]:
        """Say how many sessions found no day, each to the rule that took it."""
        steps = [
            ("two_days_apart", len(self._best(self.all))),
            ("race", len(self._best([d for d in self.all if blocked[d] != "race"]))),
            ("away", placed),
        ]
        texts = {
            "two_days_apart": "heavy or jumping sessions are 48 h apart",
            "race": "race day, the day before it and the rest of the race week are free",
            "away": "away",
        }
        said, room = [], self.room
        for rule, number in steps:
            if number < room:
                what = f"{room - number} of {count(self.room, 'session')} left out"
                said.append(self._said(rule, f"{texts[rule]}, so {what}."))
            room = min(room, number)
        return said

    def _unwished(self, chosen: Sequence[date], blocked: Mapping[date, str]) -> list[Given]:
        """Say which days stand in for which wished ones, and why."""
        wished = [when for when in self.all if weekday(when) in self.runner.strength_days]
        instead = [when for when in chosen if when not in wished]
        if not instead:
            return []
        missed = [when for when in wished if when not in chosen]
        why = [f"{weekday(when)} ({self._against(when, blocked[when])})" for when in missed]
        new = listed([weekday(when) for when in instead])
        return [self._said("strength_days", f"on {new} instead of {listed(why)}.")]

    def _against(self, when: date, blocked: str) -> str:
        if blocked:
            return {"away": "away", "race": "kept free for the race"}[blocked]
        if before_hard_run(self.runner, when):
            return "the day before a hard run"
        return "within 48 h of another session"


def reasons(given: Iterable[Given]) -> list[Reason]:
    """Return one warning for each rule and text, with the weeks it holds in."""
    weeks: dict[tuple[str, str], list[int]] = {}
    for one in given:
        weeks.setdefault((one.rule, one.text), []).append(one.week)
    return [
        Reason(rule, "warn", f"{span_weeks(held)}: {text}", _REFERENCES.get(rule))
        for (rule, text), held in weeks.items()
    ]


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
