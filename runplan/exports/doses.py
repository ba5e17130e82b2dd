"""What is done on each day: a session's exercises against its different doses, as a sheet shows it.

A session that comes 16 times has few different doses, for the weeks go in steps. Each dose is a
block with its days, so that one small table says what to do on any of them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import ceil

from attrs import evolve, frozen

from runplan.exercises import Exercise
from runplan.plan import Plan, Swap
from runplan.plan.dated import Dated, Work

_UNITS = {"reps": "", "seconds": "", "steps": "steps"}


@frozen
class Dose:
    """One exercise on the days of a block; all blank where it is not done."""

    sets: str = ""  # "3 × 10"
    load: str = ""  # "2 in reserve", or kilograms
    instead: str = ""  # the exercise that a trainer put in its place


@frozen
class Line:
    """One exercise of a session, with its dose in each block."""

    place: str  # "1a"
    exercise: str
    how: str  # "each side", "steps", the tempo
    rest_s: int | None  # after both exercises of the superset
    cue: str
    then: str  # how to go on when that is easy
    doses: tuple[Dose, ...]


@frozen
class Block:
    """The days on which a session is done with one dose."""

    days: tuple[Dated, ...]
    sign: str  # "deload" or "taper" where all of its weeks are one

    @property
    def minutes(self) -> float:
        """Length of the session, warm-up included."""
        return self.days[0].minutes

    @property
    def landings(self) -> int:
        """The landings of its jumps."""
        return round(self.days[0].session.contacts()[1])


@frozen
class Turn:
    """A session that comes again and again ("Base A"): its exercises by its blocks."""

    name: str
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]

    def cut(self, most: int) -> "list[Turn]":
        """Return it as tables of at most so many blocks, each about as wide as the others."""
        wide = ceil(len(self.blocks) / ceil(len(self.blocks) / most))
        return [
            evolve(
                self,
                blocks=self.blocks[first : first + wide],
                lines=tuple(
                    evolve(line, doses=line.doses[first : first + wide]) for line in self.lines
                ),
            )
            for first in range(0, len(self.blocks), wide)
        ]


def turn(
    plan: Plan, sessions: Sequence[Dated], signs: Mapping[int, str], then: Mapping[str, str]
) -> Turn:
    """Return the sessions of one name as one table.

    Parameters
    ----------
    sessions
        In the order of their dates.
    signs
        Week → "deload", "taper" or nothing.
    then
        Exercise id → how to go on when that is easy.
    """
    blocks: dict[tuple[Work, ...], list[Dated]] = {}
    for one in sessions:
        blocks.setdefault(one.work, []).append(one)
    places = [
        {_place(plan, days[0], work): work for work in work_of} for work_of, days in blocks.items()
    ]
    return Turn(
        name=sessions[0].session.name,
        blocks=tuple(_block(days, signs) for days in blocks.values()),
        lines=tuple(
            _line(number, [held.get(key) for held in places], then)
            for number, key in _numbered(places)
        ),
    )


def _place(plan: Plan, one: Dated, work: Work) -> str:
    """Return the exercise whose place it has: its own, or that of the one it was swapped for."""
    id_ = work.exercise.id
    for change in reversed(plan.changes):
        at = (change.week, change.slot) == (one.slot.week, one.slot.slot)
        if at and isinstance(change, Swap) and change.new == id_:
            id_ = change.old
    return id_


def _numbered(places: Sequence[Mapping[str, Work]]) -> list[tuple[str, str]]:
    """Return each place, as "1a", with its exercise; a short day leaves whole pairs out."""
    order: list[str] = []
    for held in sorted(places, key=len, reverse=True):
        at = 0
        for key in held:
            if key not in order:
                order.insert(at, key)
            at = order.index(key) + 1
    return [(f"{n // 2 + 1}{'ab'[n % 2]}", key) for n, key in enumerate(order)]


def _line(place: str, held: Sequence[Work | None], then: Mapping[str, str]) -> Line:
    done = [work for work in held if work]
    (exercise, _), *_ = Counter(work.exercise for work in done).most_common()
    own = [work for work in done if work.exercise == exercise]
    tempo = own[0].load.tempo
    how = [
        "each side" if exercise.unilateral else "",
        _UNITS[exercise.unit],
        f"tempo {tempo}" if tempo else "",
    ]
    return Line(
        place=place,
        exercise=exercise.name,
        how=", ".join(filter(None, how)),
        rest_s=max(work.rest_s for work in done) if place.endswith("b") else None,
        cue=exercise.cue,
        then=then.get(exercise.id, ""),
        doses=tuple(_dose(work, exercise, tempo) for work in held),
    )


def _dose(work: Work | None, usual: Exercise, tempo: str) -> Dose:
    if work is None:
        return Dose()
    unit = " s" if work.exercise.unit == "seconds" else ""
    return Dose(
        sets=f"{work.sets} × {work.reps}{unit}",
        load=work.load.said.removesuffix(f", tempo {tempo}"),
        instead="" if work.exercise == usual else work.exercise.name,
    )


def _block(days: Sequence[Dated], signs: Mapping[int, str]) -> Block:
    all_of_them = {signs[one.slot.week] for one in days}
    return Block(tuple(days), all_of_them.pop() if len(all_of_them) == 1 else "")
