"""What may stand for an exercise of a session: at hand, within the level, the most alike first."""

from runplan.errors import PlanError
from runplan.exercises import Exercise
from runplan.library import at_hand
from runplan.plan.dated import Dated
from runplan.plan.plan import Plan
from runplan.plan.rotation import kind
from runplan.plan.runner import Runner
from runplan.words import listed

_SHARED = 2.0  # a shared prime mover against a shared helper (U)


def session_of(plan: Plan, week: int, slot: int) -> Dated | None:
    """Return the session of a week by its number, or None where there is none."""
    for one in plan.dated():
        if (one.slot.week, one.slot.slot) == (week, slot):
            return one
    return None


def alternatives(plan: Plan, week: int, slot: int, old: str) -> tuple[Exercise, ...]:
    """Return exercises that may stand for one of a session, the most alike first.

    First come those of the same kind (strength, jump, drill …) and region, among them those that
    train the same muscles. How that is weighed is a teaching choice (U).

    Raises
    ------
    PlanError
        No such session, or no such exercise in it.

    Examples
    --------
    >>> from runplan import Runner, Season
    >>> ada = Runner("Ada", 2, "gym", ["mon", "wed"], ["tue", "sat"], "sat")
    >>> plan = Plan(ada, Season("2027-09-05", start_date="2026-11-30"))
    >>> [one.name for one in alternatives(plan, 1, 1, "bulgarian_split_squat")[:2]]
    ['step-up', 'split squat']
    """
    session = session_of(plan, week, slot)
    if session is None:
        raise PlanError(f"Week {week} has no session {slot}.")
    here = {work.exercise.id: work.exercise for work in session.work}
    # what was dosed away for want of time is there all the same
    here |= {exercise.id: exercise for exercise in session.session.exercises()}
    if old not in here:
        raise PlanError(f"{session.session.name} has no {old}; it has {', '.join(sorted(here))}.")
    every = Exercise.every() if plan.exercises is None else plan.exercises
    fit = [one for one in every if one.id not in here and not why_not(plan.runner, one)]

    def apart(one: Exercise) -> tuple[bool, float, str]:
        return kind(one) != kind(here[old]), -_alike(one, here[old]), one.id

    return tuple(sorted(fit, key=apart))


def why_not(runner: Runner, exercise: Exercise) -> str:
    """Say why a runner is not given an exercise; nothing where there is no reason."""
    held = at_hand(runner.equipment)
    missing = [item for item in exercise.equipment if item not in held]
    said = [f"needs {listed(missing)}, not at hand"] if missing else []
    if exercise.level > runner.level:
        said.append(f"is for level {exercise.level}, above the runner's {runner.level}")
    return " and ".join(said)


def _alike(one: Exercise, two: Exercise) -> float:
    """Return how much two exercises share: muscles, and the way of moving."""
    same = one.pattern == two.pattern
    prime = len(set(one.primary) & set(two.primary))
    helper = len({*one.primary, *one.secondary} & {*two.primary, *two.secondary})
    return _SHARED * (same + prime) + helper
