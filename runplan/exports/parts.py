"""What workbook and pages have in common: a plan cut into its phases, and its reasons."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from attrs import frozen

from runplan.evidence import reference
from runplan.plan import Plan, Swap
from runplan.plan.calendar import short
from runplan.plan.checks import Check, fullest
from runplan.plan.dated import Dated
from runplan.season import Phase
from runplan.season.wording import TITLES, day, span
from runplan.tables import load_phases

DISCLAIMER = (
    "Teaching material for adults without known disease; not medical advice. "
    "Numbers are starting points, not prescriptions."
)


@frozen
class Line:
    """One exercise of a session as it goes through its phase."""

    place: str  # "1a"
    exercise: str
    dose: str  # from the lightest to the hardest week
    then: str  # how to go on when that is easy
    rest_s: int | None  # after both exercises of the superset
    cue: str


@frozen
class Part:
    """One phase of a plan: what it asks, its two sessions, its weeks.

    Parameters
    ----------
    rows
        Of `Season.weeks`.
    sessions
        Its dated sessions.
    turns
        Its sessions by name ("Base A"), each with its exercises as it is done most fully.
    remarks
        What a trainer noted or changed, in the order of the weeks.
    """

    phase: Phase
    rows: Sequence[Any]
    sessions: Sequence[Dated]
    turns: Mapping[str, Sequence[Line]]
    remarks: Sequence[str]

    @property
    def title(self) -> str:
        """The phase's name as a heading."""
        return self.phase.title.capitalize()

    def of_week(self, week: int) -> list[Dated]:
        """Return the sessions of one of its weeks."""
        return [one for one in self.sessions if one.slot.week == week]

    def when(self) -> str:
        """Say when it is: one stretch of weeks, or several."""
        numbered = enumerate(self.rows)
        runs = [
            [row for _, row in run]
            for _, run in groupby(numbered, lambda pair: pair[1].week - pair[0])
        ]
        return " and ".join(_stretch(run[0], run[-1]) for run in runs)

    def asks(self) -> dict[str, str]:
        """Return what the phase asks for, in words."""
        phase = self.phase
        return {
            "sessions a week": span(phase.sessions),
            "minutes a session": f"{phase.minutes:g}",
            "load, % 1RM": span(phase.intensity_pct_1rm),
            "repetitions": span(phase.reps),
            "sets": span(phase.sets),
            "rest, s": span(phase.rest_s),
            "landings a session": span(phase.contacts),
            "effort, of 10": f"{phase.session_rpe:g}",
        }


def parts(plan: Plan) -> list[Part]:
    """Return the phases of a plan, in the order in which they first come."""
    weeks: list[Any] = list(plan.season.weeks().itertuples())
    table = plan.progression().drop_duplicates(["phase", "exercise"])
    inside: dict[Any, str] = table.set_index(["phase", "exercise"]).inside.to_dict()
    most = sorted(fullest(plan).values(), key=lambda one: one.session.name)
    found = []
    for name in dict.fromkeys(row.phase for row in weeks):
        sessions = [one for one in plan.dated() if one.slot.phase == name]
        rows = [row for row in weeks if row.phase == name]
        turns = {one.session.name: _lines(one, inside) for one in most if one.slot.phase == name}
        remarks = _remarks(plan, {row.week for row in rows}, sessions)
        found.append(Part(plan.season.phase(name), rows, sessions, turns, remarks))
    return found


def _lines(one: Dated, inside: Mapping[Any, str]) -> list[Line]:
    lines = []
    for work in one.work:
        dose, _, then = inside.get((one.slot.phase, work.exercise.id), work.dose).partition("; ")
        rest_s = work.rest_s if work.place == "b" else None
        place = f"{work.superset}{work.place}"
        lines.append(Line(place, work.exercise.name, dose, then, rest_s, work.exercise.cue))
    return lines


def _remarks(plan: Plan, weeks: set[int], sessions: Iterable[Dated]) -> list[str]:
    """Return notes, the same one only once with all its days, and swaps."""
    days: dict[str, list[str]] = {}
    for one in sessions:
        for note in one.notes:
            days.setdefault(note, []).append(short(one.slot.date))
    left = [change for change, _ in plan.unfitting()]
    return [f"{', '.join(when)}: {note}" for note, when in days.items()] + [
        f"Week {change.week}, session {change.slot}: {_swap(plan, change)}."
        for change in plan.changes
        if isinstance(change, Swap) and change.week in weeks and change not in left
    ]


def _swap(plan: Plan, change: Swap) -> str:
    old, new = plan.exercise(change.old), plan.exercise(change.new)
    return f"{new.name} instead of {old.name}"


def _stretch(first: Any, last: Any) -> str:
    begins, ends = first.monday.date(), last.monday.date() + timedelta(days=6)
    weeks = f"week {first.week}" if first is last else f"weeks {first.week}–{last.week}"
    return f"{weeks}, {day(begins)} to {day(ends)}"


def race_days(plan: Plan) -> str:
    """Say when the races are."""
    races = plan.season.races
    return f"Race{'s' if races[1:] else ''}: {', '.join(map(day, races))}" if races else "No race"


def week_ends(row: Any) -> tuple[date, date]:
    """Return the first and the last day of a row of `Season.weeks`."""
    begins = row.monday.date()
    return begins, begins + timedelta(days=6)


def sign_of(row: Any) -> str:
    """Say what makes a week different: an easier one, a taper, a race."""
    words = [word for word in ("deload", "taper", "race") if getattr(row, word)]
    return ", ".join(words)


@frozen
class Why:
    """Where the numbers of a phase come from."""

    phase: str
    why: str
    grade: str
    sources: tuple[str, ...]


def why() -> list[Why]:
    """Return the basis of each phase's numbers, with its grade and sources."""
    return [
        Why(TITLES[row["phase"]], row["basis"], row["confidence"], tuple(row["refs"]))
        for row in load_phases().to_dict("records")
    ]


def cited(found: Iterable[Check], grounds: Iterable[Why]) -> dict[str, str]:
    """Return each source that is named, key → citation, in the order of the keys."""
    keys = {key for one in found for key in _keys(one.reason.reference)}
    keys |= {key for one in grounds for key in one.sources}
    return {key: reference(key) for key in sorted(keys)}


def _keys(said: str | None) -> list[str]:
    return [key.strip() for key in (said or "").split(";") if key.strip()]
