"""The two sessions of a phase, A and B, which take turns.

A is built for what the runner needs in a week. B has other exercises for the same purpose,
chosen for what A leaves short, one for one, so that both are alike in kind and length.
"""

from functools import lru_cache

from attrs import frozen

from runplan.exercises import Exercise, coverage
from runplan.library import at_hand
from runplan.plan.dose import reps_range
from runplan.plan.runner import Amounts
from runplan.season import Phase
from runplan.supersets import Session, best_pairs, build_session
from runplan.supersets.rules import HEAVY_REPS, contacts_ceiling, is_filler, is_heavy


@frozen
class Rotation:
    """The sessions that take turns in a phase; B is A where there is no second."""

    a: Session
    b: Session

    def __getitem__(self, letter: str) -> Session:
        return self.a if letter == "A" else self.b


# a trainer tries many races, days and holidays for one runner: the sessions stay
@lru_cache(maxsize=64)
def rotation(
    phase: Phase,
    equipment: tuple[str, ...],
    level: int,
    needs: Amounts,
    exercises: tuple[Exercise, ...] | None,
) -> Rotation:
    """Return A and B of a phase for one kind of runner.

    Raises
    ------
    PlanError
        No session fits the phase, the equipment and the level.
    """
    held = at_hand(equipment)
    every = Exercise.every() if exercises is None else exercises
    fit = [
        e
        for e in every
        if e.level <= level and held.issuperset(e.equipment) and not _too_heavy(e, phase)
    ]
    # sets by muscle in a session, if the phase's sessions share the week's alike
    sessions = max(1, sum(phase.sessions) / 2)
    each = {muscle: sets * phase.volume_index / 100 / sessions for muscle, sets in needs}
    first = build_session(
        phase,
        equipment=equipment,
        level=level,
        exercises=_hardest(fit) or fit,
        short=each,
        name=_name(phase, "A"),
    )
    done = first.coverage()
    short = {muscle: max(0.0, 2 * sets - done[muscle]) for muscle, sets in each.items()}
    return Rotation(first, _second(first, phase, level, fit, short))


def _too_heavy(exercise: Exercise, phase: Phase) -> bool:
    """Whether a light phase, which rests briefly, gets a lift that is only done heavy."""
    return phase.reps[0] > HEAVY_REPS and is_heavy(exercise, reps_range(exercise, phase))


def _hardest(fit: list[Exercise]) -> list[Exercise]:
    """Return the hardest rung of each ladder: what the runner has grown into (U)."""
    ids = {exercise.id for exercise in fit}
    return [exercise for exercise in fit if exercise.harder_id not in ids]


def _name(phase: Phase, letter: str) -> str:
    return f"{phase.title.capitalize()} {letter}"


def _second(
    first: Session, phase: Phase, level: int, fit: list[Exercise], short: dict[str, float]
) -> Session:
    """Return a session of relatives of the first one's exercises, best for what is short."""
    sets, rest_s = first.supersets[0].sets, first.supersets[0].rest_s
    left_s = phase.minutes * 60 - first.duration_s()
    landings: float = min(contacts_ceiling(level), phase.contacts[1]) - first.contacts()[1]
    own = list(first.exercises())
    pool = {
        e.id: e
        for e in fit
        if e.sets_max >= sets and not (e.plyometric and e.rest_s > rest_s) and e not in own
    }
    chosen = []
    for old in own:
        spare_s = left_s + sets * _set_s(old, phase)
        spare = landings + sets * _landings(old, phase)
        best = max(
            (
                new
                for new in pool.values()
                if kind(new) == kind(old)
                and sets * _set_s(new, phase) <= spare_s
                and sets * _landings(new, phase) <= spare
            ),
            key=lambda new: sum(min(sets * part, short[m]) for m, part in _covers(new)),
            default=old,
        )
        pool.pop(best.id, None)
        chosen.append(best)
        left_s = spare_s - sets * _set_s(best, phase)
        landings = spare - sets * _landings(best, phase)
        for muscle, part in _covers(best):
            short[muscle] = max(0.0, short[muscle] - sets * part)
    fails = first.review(level).fails
    # what makes a worse session than the first goes back, the last chosen first
    for number in range(len(own), 0, -1):
        mixed = chosen[:number] + own[number:]
        if mixed == own:
            break
        second = best_pairs(
            mixed,
            sets=sets,
            reps=[reps_range(exercise, phase) for exercise in mixed],
            rest_s=rest_s,
            level=level,
            name=_name(phase, "B"),
            warmup_min=first.warmup_min,
        )
        if second.review(level).fails <= fails:
            return second
    return first


def kind(exercise: Exercise) -> tuple[object, ...]:
    """Return what two exercises share that can stand for each other (U)."""
    words = exercise.emphasis
    return (
        exercise.plyometric,
        is_filler(exercise),
        "max_strength" in words,
        "explosive" in words,
        exercise.region,
    )


def _set_s(exercise: Exercise, phase: Phase) -> float:
    return exercise.set_s(sum(reps_range(exercise, phase)) / 2)


def _landings(exercise: Exercise, phase: Phase) -> float:
    return exercise.set_contacts(reps_range(exercise, phase)[1])


@lru_cache(maxsize=1024)
def _covers(exercise: Exercise) -> tuple[tuple[str, float], ...]:
    """Return what one set gives to each muscle that gets something."""
    given = coverage([(exercise, 1)])
    return tuple((str(muscle), part) for muscle, part in given.items() if part > 0)


def is_demanding(session: Session) -> bool:
    """Whether a session holds jumps or heavy lifts, which ask for 48 h before the next."""
    return session.contacts()[1] > 0 or any(
        is_heavy(exercise, reps)
        for pair in session.supersets
        for exercise, reps in zip((pair.first, pair.second), pair.each_reps(), strict=True)
    )
