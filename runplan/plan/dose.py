"""A week's numbers put on a session: sets, repetitions, landings, and the load of each exercise.

Minutes lead: sets are given out, the phase's main work first, until the session is as long
as the season's week makes it. Repetitions rise or fall with the week's intensity. How that is
done is a teaching choice (U).
"""

from collections.abc import Mapping
from functools import cache
from itertools import product
from typing import Any

import numpy as np
from attrs import evolve, frozen

from runplan.exercises import Exercise
from runplan.library import at_hand
from runplan.plan.runner import Runner
from runplan.season import Phase
from runplan.supersets import Session, Superset
from runplan.supersets.rules import HEAVY_REPS, Range
from runplan.tables import load

# what can be loaded heavier or lighter (ours, U)
WEIGHTS = frozenset({"dumbbells", "kettlebell", "barbell", "trap_bar", "cable", "backpack"})
_TEMPO = "3-1-1-0"  # where an exercise has none of its own (dose_other.csv: tempo notation)
# no effort to keep in reserve: stretched, breathed, balanced
_NO_RESERVE = ("mobility", "self_massage", "breathing", "balance")


@frozen
class Week:
    """The numbers of a season's week that a session takes."""

    phase: Phase
    intensity_pct_1rm: float
    reps: int
    minutes: float  # of one session
    contacts: float  # of one session
    contacts_most: int  # of one session, for the runner's level

    @property
    def effort(self) -> float:
        """Where the week stands in its phase's range of intensity, 0 to 1."""
        low, high = self.phase.intensity_pct_1rm
        return (self.intensity_pct_1rm - low) / (high - low) if high > low else 0.5

    @property
    def in_reserve(self) -> int:
        """Repetitions left over at the end of a set, within the phase's range (phases.csv)."""
        low, high = _reserve()[self.phase.name]
        return int(min(high, max(low, round(most_reps(self.intensity_pct_1rm)) - self.reps)))


@frozen
class Load:
    """How hard one exercise is done: % 1RM and kg, or repetitions in reserve, and tempo."""

    pct_1rm: float | None = None
    kg: float | None = None
    in_reserve: int | None = None
    tempo: str = ""
    said: str = ""


def reps_range(exercise: Exercise, phase: Phase) -> Range:
    """Return its repetitions: for strength the phase's, as far as its own range goes."""
    low, high = exercise.reps_min, exercise.reps_max
    if "max_strength" not in exercise.emphasis:
        return low, high
    least, most = phase.reps
    return min(max(low, least), high), max(min(high, most), low)


def dosed(session: Session, week: Week, runner: Runner) -> Session:
    """Return the session as it is done in that week."""
    pairs = [_with_reps(pair, week, runner, 0.0) for pair in session.supersets]
    sets = _sets(pairs, week, session.warmup_min * 60)
    kept = [(pair, n) for pair, n in zip(session.supersets, sets, strict=True) if n]

    def at(jumps: float) -> Session:
        return evolve(
            session,
            supersets=[_with_reps(pair, week, runner, jumps, sets=n) for pair, n in kept],
        )

    fewest = at(0)
    low, high = fewest.contacts()[1], at(1).contacts()[1]
    if high <= low:
        return fewest
    part = min(1, max(0, (week.contacts - low) / (high - low)))
    # whole repetitions may land a little above
    ways = (at(part * less / 10) for less in range(10, 0, -1))
    return next((way for way in ways if way.contacts()[1] <= week.contacts_most), fewest)


def evolved(pair: Superset, **changes: Any) -> Superset:
    """Return a superset with some values changed, checked anew."""
    values = {name: getattr(pair, name) for name in ("first", "second", "sets", "reps", "rest_s")}
    return Superset(**values | changes)


def load_of(
    exercise: Exercise, reps: int, week: Week, runner: Runner, one_rm: Mapping[str, float]
) -> Load:
    """Return how hard the exercise is done for so many repetitions.

    Kilograms only for strength work whose maximum is known; else repetitions in reserve, and a
    tempo where there is no weight to change.
    """
    if exercise.plyometric or exercise.pattern in _NO_RESERVE or exercise.unit == "seconds":
        return Load()
    strength = "max_strength" in exercise.emphasis
    if strength and exercise.id in one_rm and week.intensity_pct_1rm:
        pct = week.intensity_pct_1rm
        if reps > week.reps:
            pct = min(pct, pct_for(reps + week.in_reserve))
        kg = one_rm[exercise.id] * pct / 100
        return Load(pct, kg, said=f"{runner.weight(kg)} ({pct:.0f} % 1RM)")
    reserve = week.in_reserve if strength else _reserve()[week.phase.name][1]
    said = f"{reserve} in reserve"
    if not strength or is_weighted(exercise, runner):
        return Load(in_reserve=reserve, said=said)
    tempo = exercise.tempo or _TEMPO
    return Load(in_reserve=reserve, tempo=tempo, said=f"{said}, tempo {tempo}")


def is_weighted(exercise: Exercise, runner: Runner) -> bool:
    """Whether the runner has a weight for the exercise."""
    usable = WEIGHTS.intersection((*exercise.equipment, *exercise.equipment_optional))
    return not usable.isdisjoint(_held(runner.equipment))


def most_reps(pct_1rm: float) -> float:
    """Return the most repetitions with a load (NSCA chart, between its rows linear).

    >>> most_reps(85), most_reps(90)
    (6.0, 4.0)
    """
    reps, pct = _chart()
    return float(np.interp(-pct_1rm, [-p for p in pct], reps))


def pct_for(reps: float) -> float:
    """Return the load in % 1RM that so many repetitions exhaust.

    >>> pct_for(8), pct_for(20)
    (80.0, 65.0)
    """
    known, pct = _chart()
    return float(np.interp(reps, known, pct))


def _with_reps(
    pair: Superset, week: Week, runner: Runner, jumps: float, **changes: int
) -> Superset:
    first, second = (
        _reps(exercise, reps, week, runner, jumps)
        for exercise, reps in zip((pair.first, pair.second), pair.each_reps(), strict=True)
    )
    return evolved(pair, reps=((first, first), (second, second)), **changes)


def _reps(exercise: Exercise, reps: Range, week: Week, runner: Runner, jumps: float) -> int:
    low, high = reps
    if exercise.plyometric:
        return round(low + jumps * (high - low))
    if "max_strength" in exercise.emphasis:
        if is_weighted(exercise, runner):
            return max(low, min(high, week.reps))
        # with nothing but the body, more repetitions are what makes a week harder
        light = high > HEAVY_REPS
        low, high = exercise.reps_min, exercise.reps_max
        if light:  # few repetitions would make light work heavy, and its rest too short
            low = min(max(low, HEAVY_REPS + 1), high)
    return round(low + week.effort * (high - low))


def _sets(pairs: list[Superset], week: Week, warmup_s: float) -> list[int]:
    """Return the sets of each pair that bring the session nearest to the week's minutes.

    A further set that would land more often than the week asks for goes to another pair; a
    first one is left out only where the runner's level would be exceeded.
    """
    round_s = [pair.duration_s() / pair.sets for pair in pairs]
    first_places = sorted(
        range(len(pairs)), key=lambda n: _share(pairs[n], week.phase), reverse=True
    )
    sets = [0] * len(pairs)
    left_s = week.minutes * 60 - warmup_s
    landings = [pair.contacts()[1] / pair.sets for pair in pairs]
    landed = 0.0
    for turn, place in product(range(week.phase.sets[1]), first_places):
        if any(sets) and left_s < round_s[place] / 2:
            break
        most = min(week.contacts, week.contacts_most) if turn else week.contacts_most
        if landings[place] and landed + landings[place] > most:
            continue
        landed += landings[place]
        sets[place] += 1
        left_s -= round_s[place]
    return sets


def _share(pair: Superset, phase: Phase) -> tuple[float, bool]:
    """Return how much the pair is what the phase is about; of equals, strength comes first."""
    words = {*pair.first.emphasis, *pair.second.emphasis}
    main = [word for word in ("max_strength", "explosive") if word in words]
    return max((phase.emphasis[word] for word in main), default=0), "max_strength" in words


@cache
def _held(equipment: tuple[str, ...]) -> frozenset[str]:
    return at_hand(equipment)


@cache
def _chart() -> tuple[list[float], list[float]]:
    table = load("dose_load", ["reps", "nsca_pct_1rm"])
    return table.reps.astype(float).tolist(), table.nsca_pct_1rm.astype(float).tolist()


@cache
def _reserve() -> dict[str, Range]:
    table = load("phases", ["phase", "rir_min", "rir_max"])
    return {
        row["phase"]: (int(row["rir_min"]), int(row["rir_max"])) for row in table.to_dict("records")
    }
