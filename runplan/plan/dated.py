"""A plan's sessions on their days: scheduled, edited by the trainer, dosed for their week."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any

from attrs import evolve, frozen

from runplan.exercises import Exercise
from runplan.load.foster import DAYS
from runplan.plan.changes import Change, Drop, Move, Note, Swap
from runplan.plan.days import APART
from runplan.plan.dose import Load, Week, dosed, evolved, load_of, reps_range
from runplan.plan.rotation import Rotation, is_demanding, rotation
from runplan.plan.runner import Runner
from runplan.plan.schedule import (
    LETTERS,
    Asked,
    Free,
    Given,
    Letter,
    Slot,
    before_hard_run,
    schedule,
    weekday,
)
from runplan.reasons import Reason
from runplan.season import Season
from runplan.season.layout import monday
from runplan.season.wording import day
from runplan.supersets import Session

SAME_DAY = "A hard run on this day: leave 6 h or more between it and this session."


@frozen
class Work:
    """One exercise of a dated session: where it stands, sets, repetitions, load."""

    superset: int
    place: str  # "a" or "b"
    exercise: Exercise
    sets: int
    reps: int
    dose: str
    rest_s: int  # after both exercises of the superset
    load: Load

    def __str__(self) -> str:
        load = f", {self.load.said}" if self.load.said else ""
        rest = f", then rest {self.rest_s} s" if self.place == "b" else ""
        return (
            f"{self.superset}{self.place} {self.exercise.name}: "
            f"{self.sets} × {self.dose}{load}{rest}"
        )


@frozen
class Dated:
    """One session as it is done on its day."""

    slot: Slot
    session: Session
    session_rpe: float
    ordinary: bool  # neither deload nor taper
    effort: float
    work: tuple[Work, ...]
    notes: tuple[str, ...]

    @property
    def minutes(self) -> float:
        """Length, warm-up included."""
        return round(self.session.duration_s() / 60, 1)


@frozen
class Made:
    """All that a plan works out."""

    sessions: tuple[Dated, ...]
    rotations: Mapping[str, Rotation]
    given: tuple[Given, ...]
    unfitting: tuple[tuple[Change, Reason], ...]


def make(
    runner: Runner,
    season: Season,
    *,
    exercises: tuple[Exercise, ...] | None,
    known: Mapping[str, Exercise],
    changes: Sequence[Change],
    one_rm: Mapping[str, float],
) -> Made:
    """Work out a plan: build the sessions, find their days, apply the changes, dose the work.

    Parameters
    ----------
    known
        The exercises that changes name, by id.
    one_rm
        Exercise id → kg.
    """
    weeks: list[Any] = list(season.weeks().itertuples())
    rows = {row.week: row for row in weeks}
    rotations = {
        name: rotation(season.phase(name), runner.equipment, runner.level, runner.needs, exercises)
        for name in dict.fromkeys(row.phase for row in weeks if row.sessions)
    }
    demanding = {
        (name, letter): is_demanding(turns[letter])
        for name, turns in rotations.items()
        for letter in LETTERS
    }
    asked = [Asked(row.week, row.monday.date(), row.phase, row.sessions) for row in weeks]
    slots, given = schedule(runner, season.races, asked, demanding)
    edits = _Edits(slots, season, rotations, Free(runner, season.races), known)
    edits.apply(changes)
    given += edits.unwise(runner, demanding)
    # weeks often ask for the same: each different session is dosed once
    done: dict[tuple[Session, Week], tuple[Session, tuple[Work, ...]]] = {}
    sessions = []
    for key in sorted(edits.slots, key=lambda key: edits.slots[key].date):
        slot, row = edits.slots[key], rows[key[0]]
        week = Week(
            season.phase(row.phase),
            row.intensity_pct_1rm,
            row.reps,
            row.minutes / row.sessions,
            row.contacts / row.sessions,
        )
        plain = edits.sessions[key]
        if (plain, week) not in done:
            session = dosed(plain, week, runner)
            done[plain, week] = session, _work(session, week, runner, one_rm)
        session, work = done[plain, week]
        same_day = (SAME_DAY,) if weekday(slot.date) in runner.hard_run_days else ()
        sessions.append(
            Dated(
                slot=slot,
                session=session,
                session_rpe=row.session_rpe,
                ordinary=not (row.deload or row.taper),
                effort=week.effort,
                work=work,
                notes=(*same_day, *edits.notes.get(key, ())),
            )
        )
    return Made(tuple(sessions), rotations, tuple(given), tuple(edits.unfitting))


class _Edits:
    """The trainer's changes, applied in their order to slots and sessions."""

    def __init__(
        self,
        slots: Sequence[Slot],
        season: Season,
        rotations: Mapping[str, Rotation],
        free: Free,
        known: Mapping[str, Exercise],
    ) -> None:
        self.season, self.free, self.known = season, free, known
        self.slots = {(slot.week, slot.slot): slot for slot in slots}
        self.sessions = {key: rotations[s.phase][s.letter] for key, s in self.slots.items()}
        self.notes: dict[tuple[int, int], tuple[str, ...]] = {}
        self.moved: set[tuple[int, int]] = set()
        self.dropped: set[tuple[int, int]] = set()
        self.unfitting: list[tuple[Change, Reason]] = []

    def apply(self, changes: Sequence[Change]) -> None:
        """Apply what fits, and remember what does not."""
        for change in changes:
            fault = self._fault(change)
            if fault:
                said = str(change)
                text = f"{said[:1].upper()}{said[1:]}. This does not fit: {fault}."
                self.unfitting.append((change, Reason("changes", "warn", text)))

    def _fault(self, change: Change) -> str:
        """Apply one change, or say why it does not fit."""
        key = change.week, change.slot
        if key not in self.slots:
            if key in self.dropped:
                return "the session is left out"
            number = sum(week == change.week for week, _ in self.slots)
            return f"week {change.week} has no session {change.slot}, it has {number}"
        match change:
            case Drop():
                self.dropped.add(key)
                del self.slots[key]
            case Note():
                self.notes[key] = (*self.notes.get(key, ()), change.text)
            case Move():
                return self._move(key, change.day)
            case Swap():
                return self._swap(key, self.known[change.old], self.known[change.new])
        return ""

    def _move(self, key: tuple[int, int], name: str) -> str:
        slot = self.slots[key]
        when = monday(slot.date) + timedelta(days=DAYS.index(name))
        blocked = self.free.why_not(when)
        if blocked:
            why = {"away": "the runner is away", "race": "it is kept free for the race"}[blocked]
            return f"on {day(when)} {why}"
        if any(other.date == when for there, other in self.slots.items() if there != key):
            return f"on {day(when)} there is another session"
        self.slots[key] = evolve(slot, date=when)
        self.moved.add(key)
        return ""

    def _swap(self, key: tuple[int, int], old: Exercise, new: Exercise) -> str:
        session, slot = self.sessions[key], self.slots[key]
        here = [exercise.id for exercise in session.exercises()]
        if old.id not in here:
            return f"{session.name} has no {old.name}"
        if new.id in here:
            return f"{session.name} has {new.name} already"
        pairs = list(session.supersets)
        number = here.index(old.id) // 2
        pair = pairs[number]
        first, second = pair.each_reps()
        reps = reps_range(new, self.season.phase(slot.phase))
        pairs[number] = (
            evolved(pair, first=new, reps=(reps, second))
            if pair.first.id == old.id
            else evolved(pair, second=new, reps=(first, reps))
        )
        self.sessions[key] = evolve(session, supersets=pairs)
        return ""

    def unwise(self, runner: Runner, demanding: Mapping[tuple[str, Letter], bool]) -> list[Given]:
        """Return which rules the changes break; they hold all the same."""
        moved = [self.slots[key] for key in sorted(self.moved & self.slots.keys())]
        given = [
            Given(
                "day_before_hard_run",
                slot.week,
                f"{weekday(slot.date)} is the day before a hard run; you moved the session there.",
            )
            for slot in moved
            if before_hard_run(runner, slot.date)
        ]
        hard = sorted(
            (s.date, key) for key, s in self.slots.items() if demanding[s.phase, s.letter]
        )
        for (one, first), (two, second) in pairwise(hard):
            if (two - one).days < APART and self.moved & {first, second}:
                text = f"{day(one)} and {day(two)} are less than 48 h apart; you moved one of them."
                given.append(Given("two_days_apart", second[0], text))
        return given


def _work(
    session: Session, week: Week, runner: Runner, one_rm: Mapping[str, float]
) -> tuple[Work, ...]:
    found = []
    for number, pair in enumerate(session.supersets, 1):
        exercises = (pair.first, pair.second)
        for place, exercise, dose, (reps, _) in zip(
            "ab", exercises, pair.doses(), pair.each_reps(), strict=True
        ):
            load = load_of(exercise, reps, week, runner, one_rm)
            found.append(Work(number, place, exercise, pair.sets, reps, dose, pair.rest_s, load))
    return tuple(found)
