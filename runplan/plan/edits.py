"""A trainer's changes applied: what fits is done, what does not is kept with its reason."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from attrs import evolve

from runplan.exercises import Exercise
from runplan.load.foster import DAYS
from runplan.plan.changes import Change, Drop, Move, Note, Swap
from runplan.plan.days import APART
from runplan.plan.dose import evolved, reps_range
from runplan.plan.rotation import Rotation
from runplan.plan.runner import Runner
from runplan.plan.schedule import Free, Given, Letter, Slot, before_hard_run, weekday
from runplan.reasons import Reason
from runplan.season import Season
from runplan.season.layout import monday
from runplan.season.wording import day


class Edits:
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
            if not number:
                return f"week {change.week} has no session"
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
