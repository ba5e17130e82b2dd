"""A plan's sessions on their days: scheduled, edited by the trainer, dosed for their week."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from runplan.exercises import Exercise
from runplan.plan.changes import Change
from runplan.plan.dose import Load, Week, dosed, load_of
from runplan.plan.edits import Edits
from runplan.plan.rotation import Rotation, is_demanding, rotation
from runplan.plan.runner import Runner
from runplan.plan.schedule import (
    LETTERS,
    Asked,
    Free,
    Given,
    Slot,
    schedule,
    weekday,
)
from runplan.reasons import Reason
from runplan.season import Season
from runplan.supersets import Session
from runplan.supersets.rules import contacts_most

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
    edits = Edits(slots, season, rotations, Free(runner, season.races), known)
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
            contacts_most(runner.level),
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
