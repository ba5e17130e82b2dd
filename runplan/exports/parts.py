"""What workbook and pages have in common: a plan cut into its phases, and its reasons."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any

from attrs import frozen

from runplan.evidence import reference
from runplan.exports.doses import Turn, turn
from runplan.plan import Plan, Swap
from runplan.plan.calendar import short
from runplan.plan.checks import Check
from runplan.plan.dated import Dated
from runplan.plan.schedule import span_weeks
from runplan.plan.weeks import weeks
from runplan.season import Phase
from runplan.season.wording import TITLES, day, span
from runplan.tables import load_phases

DISCLAIMER = (
    "Teaching material for adults without known disease; not medical advice. "
    "Numbers are starting points, not prescriptions."
)


@frozen
class Part:
    """One phase of a plan: what it asks, its two sessions, its weeks.

    Parameters
    ----------
    rows
        Of `runplan.plan.weeks`.
    sessions
        Its dated sessions.
    turns
        Its sessions, such as "Base A", each with its exercises and their doses.
    remarks
        What a trainer noted or changed, in the order of the weeks.
    """

    phase: Phase
    rows: Sequence[Any]
    sessions: Sequence[Dated]
    turns: Sequence[Turn]
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
        """Return what its sessions ask for, in words: only what applies."""
        work = [work for one in self.sessions for work in one.work]
        strength = [w.load for w in work if "max_strength" in w.exercise.emphasis]
        lifted = [load.pct_1rm for load in strength if load.pct_1rm is not None]
        spared = [load.in_reserve for load in strength if load.in_reserve is not None]
        found: dict[str, list[float]] = {
            "sessions": [len(self.sessions)],
            "minutes each": [round(one.minutes) for one in self.sessions],
            "strength, % 1RM": [round(pct) for pct in lifted],
            "strength, in reserve": [*spared],
            "rest after a pair, s": [w.rest_s for w in work],
            "landings each": [round(one.session.contacts()[1]) for one in self.sessions],
            "effort, of 10": [one.session_rpe for one in self.sessions],
        }
        return {what: span((min(n), max(n))) for what, n in found.items() if n}

    def differs(self) -> list[str]:
        """Say which weeks are different, and how."""
        weeks: dict[str, list[int]] = {}
        for row in self.rows:
            if row.different:
                weeks.setdefault(row.different, []).append(row.week)
        return [f"{span_weeks(held)}: {what}" for what, held in weeks.items()]


def parts(plan: Plan) -> list[Part]:
    """Return the phases of a plan, in the order in which they first come."""
    rows: list[Any] = list(weeks(plan).itertuples())
    signs = {row.week: sign_of(row) for row in rows}
    progression = plan.progression()
    found = []
    for name in dict.fromkeys(row.phase for row in rows):
        inside = progression[progression.phase == name].set_index("exercise").inside
        then = {str(id_): way.partition("; ")[2] for id_, way in inside.items()}
        sessions = [one for one in plan.dated() if one.slot.phase == name]
        names = sorted({one.session.name for one in sessions})
        turns = [
            turn(plan, [one for one in sessions if one.session.name == name], signs, then)
            for name in names
        ]
        own = [row for row in rows if row.phase == name]
        remarks = _remarks(plan, {row.week for row in own}, sessions)
        found.append(Part(plan.season.phase(name), own, sessions, turns, remarks))
    return found


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


def sign_of(row: Any) -> str:
    """Say whether a week is an easier one."""
    return "deload" if row.deload else "taper" if row.taper else ""


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
