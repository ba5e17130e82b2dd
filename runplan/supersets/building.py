"""A session built for a phase and a runner: the exercises are chosen, then paired."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations
from math import ceil, isfinite

import pandas as pd

from runplan.errors import PlanError, unknown
from runplan.exercises import Exercise
from runplan.library import at_hand
from runplan.season import Phase
from runplan.supersets.choosing import choose, shortest_s
from runplan.supersets.matching import best_pairs
from runplan.supersets.rules import contacts_ceiling
from runplan.supersets.session import Session
from runplan.supersets.superset import found
from runplan.supersets.task import Task, Wishes
from runplan.tables import load
from runplan.words import Words, listed

# more is longer than most drills' own range; fewer or more where the phase says so (U)
_SETS = 3


def build_session(
    phase: Phase | str,
    *,
    equipment: Words = "gym",
    level: int = 1,
    minutes: float | None = None,
    exercises: pd.DataFrame | Iterable[Exercise | str] | None = None,
    include: Iterable[Exercise | str] = (),
    short: Mapping[str, float] | None = None,
    name: str = "",
    warmup_min: float = 8,
) -> Session:
    """Build the session that suits a phase and a runner best.

    Exact in two steps: an integer programme chooses an even number of exercises, as near as
    can be to the phase's emphasis and to the sets still short, within time, equipment, level
    and landings; then `best_pairs` pairs them. Both at once would be a little better and far
    slower. Every pair has the same sets (3, or as near as the phase allows) and rests as
    briefly as the phase allows, so the pairing does not change the length. Jumps that need a
    longer rest, and exercises meant for fewer sets, are left out unless they are in `include`.
    The weights between emphasis, coverage and fillers are teaching choices (U).

    Parameters
    ----------
    phase
        `Phase`, or the name of a shipped one.
    equipment
        What is at hand: "none", "home", "gym", items, or a mix, as in `at_hand`.
    level
        The runner's level, 1 to 3: no harder exercise, and that level's ceiling of landings.
    minutes
        The whole length at most, warm-up included; None takes the phase's.
    exercises
        To choose from: a library from `load_exercises`, or exercises, ids, names; None is the
        shipped library.
    include
        Exercises that must be there; at most 16.
    short
        Sets still wanted by muscle, such as weekly needs less what is done. None: a set of
        work for each muscle of hip and leg, half of that for trunk and arms (U).
    name, warmup_min
        As for `Session`.

    Raises
    ------
    PlanError
        An unknown word; or no session fits all wishes: the message says which to drop.

    Examples
    --------
    >>> session = build_session("base", equipment="home", level=2)
    >>> session.duration_s() <= 50 * 60, session.review(2).fails
    (True, 0)
    """
    phase = Phase.shipped(phase) if isinstance(phase, str) else phase
    minutes = _minutes(phase.minutes if minutes is None else minutes, warmup_min)
    if exercises is None or isinstance(exercises, pd.DataFrame):
        table, own = exercises, None
    else:
        table, own = None, tuple(found(exercise) for exercise in exercises)
    most = contacts_ceiling(level)
    sets = max(1, min(max(_SETS, phase.sets[0]), phase.sets[1]))
    task = Task(
        phase=phase,
        sets=sets,
        rest_s=round(phase.rest_s[0]),
        warmup_min=warmup_min,
        library=Exercise.every(table),
        short=_short(short, sets),
    )
    wishes = Wishes(
        equipment=at_hand(equipment),
        level=level,
        minutes=minutes,
        contacts=min(most, int(phase.contacts[1])),
        exercises=own,
        include=tuple(dict.fromkeys(found(exercise, table) for exercise in include)),
    )
    chosen = choose(task, wishes)
    if chosen is None:
        raise _too_much(task, wishes)
    return best_pairs(
        chosen,
        sets=task.sets,
        reps=[task.reps(exercise) for exercise in chosen],
        rest_s=task.rest_s,
        level=level,
        name=name,
        warmup_min=warmup_min,
    )


def _minutes(minutes: float, warmup_min: float) -> float:
    if isinstance(minutes, bool) or not isinstance(minutes, (int, float)) or not 0 < minutes <= 240:
        raise PlanError(f"Minutes {minutes!r}: give the session's length, up to 240 min.")
    if not minutes > warmup_min:
        raise PlanError(
            f"{minutes:g} min are no longer than the warm-up of {warmup_min:g} min. "
            "Give the session more minutes, or a shorter warm-up."
        )
    return minutes


def _short(short: Mapping[str, float] | None, sets: int) -> tuple[float, ...]:
    role = _role()
    if short is None:
        short = {m: sets / 2 if role[m] in ("trunk", "arms") else sets for m in role}
    for muscle, wanted in dict(short).items():
        if muscle not in role:
            raise unknown("muscle", muscle, role)
        if not isfinite(wanted):
            raise PlanError(f"{wanted} sets short of {muscle}: give a number of sets.")
    return tuple(float(dict(short).get(muscle, 0)) for muscle in role)


@cache
def _role() -> dict[str, str]:
    """Return the role of each muscle, in the order of muscles.csv."""
    roles = load("muscle_roles", ["muscle", "role"]).set_index("muscle").role
    return {muscle: roles[muscle] for muscle in load("muscles").id}


def _too_much(task: Task, wishes: Wishes) -> PlanError:
    """Find the fewest wishes to drop, by solving again without them."""
    said = {
        "minutes": f"the {wishes.minutes:g} min",
        "equipment": "the limit on equipment",
        "level": f"level {wishes.level}",
        "contacts": f"the limit of {wishes.contacts} landings",
        "exercises": "the exercises to choose from",
        "include": f"what must be there ({listed([e.name for e in wishes.include])})",
    }
    given = [wish for wish in said if getattr(wishes, wish) not in (None, ())]
    for number in range(1, len(given) + 1):
        ways = []
        for dropped in combinations(given, number):
            if choose(task, wishes.without(*dropped)) is not None:
                way = " and ".join(said[wish] for wish in dropped)
                if dropped == ("minutes",):
                    way += f" (it takes {ceil(shortest_s(task, wishes) / 60)} min)"
                ways.append(way)
        if ways:
            return PlanError(
                f"No session of phase {task.phase.name} fits all wishes. "
                f"It would fit without {', or without '.join(ways)}."
            )
    return PlanError("No session fits, whatever is dropped: there are too few exercises.")
