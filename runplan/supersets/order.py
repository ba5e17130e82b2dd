"""The session's own rules: the order of its jumps, the rest between rounds, landings, level.

A rule gives one verdict on a session; what is wrong with a jump is found superset by superset,
so that it can be said beside the one that it is about.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Protocol

from runplan.exercises import Exercise
from runplan.reasons import Level, Reason
from runplan.supersets.review import worst
from runplan.supersets.rules import (
    Pair,
    Range,
    contacts_ceiling,
    contacts_start,
    is_hard,
    shared_joints,
)
from runplan.supersets.superset import span
from runplan.tables import load
from runplan.words import listed

# a jump, and what is wrong with its place
_Fault = tuple[Exercise, str]


class Ordered(Protocol):
    """What a rule looks at: supersets in the order they are done."""

    @property
    def supersets(self) -> Sequence[Pair]: ...
    def contacts(self) -> Range: ...
    def exercises(self) -> tuple[Exercise, ...]: ...


def jumps_early(session: Ordered, _level: int) -> Reason:
    """Jumps come before hard work of their region; after it high impact fails, low warns."""
    return _early(fault for faults in _late(session) for fault in faults)


def joint_rested(session: Ordered, _level: int) -> Reason:
    """No hard set for the same joint just before a jump: in its superset or the one before.

    High impact fails, low impact warns.
    """
    return _rested(fault for faults in _tired(session) for fault in faults)


def rounds_rested(session: Ordered, _level: int) -> Reason:
    """Rest between rounds: a warning below what the table of doses gives for 6–12 repetitions.

    Nothing is said where 12 or more are done, for endurance rests less, nor where a jump, which
    has a rule of its own, or a drill, which is rest for its partner, is in the pair.
    """
    hurried = [(n, p.rest_s) for n, p in enumerate(session.supersets, 1) if _hurried(p)]
    if not hurried:
        return _round_of(None)
    numbers = [str(number) for number, _ in hurried]
    where = f" in superset{'s' * (len(hurried) > 1)} {listed(numbers)}"
    return _round_of(min(rest_s for _, rest_s in hurried), where)


def contacts(session: Ordered, level: int) -> Reason:
    """Landings: above 60 a warning (U, for runners), above the level's ceiling a fail."""
    most, start, ceiling = session.contacts()[1], contacts_start(), contacts_ceiling(level)
    said = f"{span(session.contacts())} foot contacts"
    if most > ceiling:
        text = f"{said}: level {level} lands {ceiling} times at most; runners start with {start}."
        return Reason("contacts", "fail", text, "haff2016")
    if most > start:
        text = f"{said}: more than the {start} we advise runners to start with."
        return Reason("contacts", "warn", text)
    return Reason("contacts", "pass", f"{said}.", "haff2016")


def level_fits(session: Ordered, level: int) -> Reason:
    """Exercises above the runner's level: a warning with the easier rung. It never fails."""
    above = []
    for exercise in session.exercises():
        if exercise.level > level:
            easier = exercise.easier()
            above.append(
                f"{exercise.name} ({exercise.level}"
                + (f"; easier: {easier.name})" if easier else ")")
            )
    if above:
        text = f"Above level {level}: {', '.join(above)}."
        return Reason("level", "warn", text)
    return Reason("level", "pass", f"No exercise is above level {level}.")


SESSION_RULES: tuple[Callable[[Ordered, int], Reason], ...] = (
    jumps_early,
    joint_rested,
    rounds_rested,
    contacts,
    level_fits,
)


def of_each(session: Ordered) -> list[tuple[Reason, Reason, Reason]]:
    """Return `jumps_early`, `joint_rested` and `rounds_rested` superset by superset."""
    return [
        (_early(late), _rested(tired), _round_of(pair.rest_s if _hurried(pair) else None))
        for pair, late, tired in zip(
            session.supersets, _late(session), _tired(session), strict=True
        )
    ]


@cache
def _dose() -> tuple[Range, Range]:
    """Return repetitions and rest of the row for bigger muscles (dose_goals.csv)."""
    rows = load("dose_goals", ["goal", "reps_min", "reps_max", "rest_s_min", "rest_s_max"])
    row = rows.set_index("goal").loc[["hypertrophy"]].astype(int).to_dict("records")[0]
    return (row["reps_min"], row["reps_max"]), (row["rest_s_min"], row["rest_s_max"])


def _hurried(pair: Pair) -> bool:
    (_, most), (least_s, _) = _dose()
    hard = is_hard(pair.first) and is_hard(pair.second)
    return hard and pair.rest_s < least_s and min(low for low, _ in pair.each_reps()) < most


def _round_of(rest_s: int | None, where: str = "") -> Reason:
    if rest_s is None:
        return Reason("rounds_rested", "pass", "No round is hurried.", "haff2016")
    reps, rests = _dose()
    text = (
        f"{rest_s} s rest{where}: the table of doses gives {span(rests)} s for sets of "
        f"{span(reps)}."
    )
    return Reason("rounds_rested", "warn", text, "haff2016")


def _late(session: Ordered) -> list[list[_Fault]]:
    """Return, superset by superset, the jumps that come after hard work of their region."""
    faults: list[list[_Fault]] = []
    done: list[Exercise] = []
    for number, pair in enumerate(session.supersets, 1):
        faults.append([])
        for exercise in (pair.first, pair.second):
            tired = [e.name for e in done if is_hard(e) and e.region == exercise.region]
            if exercise.plyometric and tired:
                where = f"in superset {number} of {len(session.supersets)}"
                after = listed(tired) if len(tired) < 3 else f"{len(tired)} hard exercises"
                text = f"{exercise.name} comes {where}, after {after}: jump first."
                faults[-1].append((exercise, text))
            done.append(exercise)
    return faults


def _tired(session: Ordered) -> list[list[_Fault]]:
    """Return, superset by superset, the jumps just after hard work for their joints."""
    faults: list[list[_Fault]] = []
    before: tuple[Exercise, ...] = ()
    for pair in session.supersets:
        faults.append([])
        for jump, just_done in ((pair.first, before), (pair.second, (*before, pair.first))):
            for other in just_done:
                joints = shared_joints(jump, other)
                if jump.plyometric and is_hard(other) and joints:
                    text = f"{other.name} tires the {listed(joints)} just before {jump.name}."
                    faults[-1].append((jump, text))
        before = (pair.first, pair.second)
    return faults


def _early(faults: Iterable[_Fault]) -> Reason:
    return _over_jumps("jumps_early", faults, "No jump comes after hard work.")


def _rested(faults: Iterable[_Fault]) -> Reason:
    return _over_jumps("joint_rested", faults, "No jump straight after hard work for its joints.")


def _over_jumps(rule: str, faults: Iterable[_Fault], said: str) -> Reason:
    faults = list(faults)
    if not faults:
        return Reason(rule, "pass", said, "haff2016")
    text = " ".join(text[:1].upper() + text[1:] for _, text in faults)
    return Reason(rule, worst(_grade(jump) for jump, _ in faults), text, "haff2016")


def _grade(jump: Exercise) -> Level:
    return "fail" if jump.impact == "high" else "warn"
