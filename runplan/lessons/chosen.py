"""A session made of the exercises that were chosen: as many as fit, and why not the others."""

from collections.abc import Iterable, Sequence
from functools import partial

from runplan.errors import PlanError
from runplan.exercises import Exercise
from runplan.library import at_hand
from runplan.plan import Runner
from runplan.season import Phase
from runplan.supersets import Session, build_session
from runplan.supersets.rules import contacts_ceiling
from runplan.supersets.superset import clock
from runplan.supersets.task import Task
from runplan.words import listed

# minutes that a list of one's own may take above a phase's (U)
_MORE_MIN = 5


def built(runner: Runner, phase: Phase, include: Sequence[str] = ()) -> Session:
    """Build the runner's session of a phase, with these exercises in it; a little longer at need.

    Raises
    ------
    PlanError
        They do not fit.
    """
    build = partial(
        build_session,
        phase,
        equipment=runner.equipment,
        level=runner.level,
        include=include,
        name=f"{runner.name}, {phase.name}",
    )
    try:
        return build()
    except PlanError:
        return build(minutes=phase.minutes + _MORE_MIN)


def session_of(runner: Runner, phase: Phase, chosen: Sequence[str]) -> Session:
    """Build the session that takes all that were chosen; or as many as fit, the first first."""
    try:
        return built(runner, phase, chosen)
    except PlanError:
        pass
    session, taken = built(runner, phase), list[str]()
    for one in chosen:
        try:
            session = built(runner, phase, [*taken, one])
        except PlanError:
            continue
        taken.append(one)
    return session


def told(runner: Runner, phase: Phase, chosen: Sequence[str], session: Session) -> str:
    """Say which of the chosen exercises are in a session, which are not, and why."""
    asked = [Exercise.find(one) for one in chosen]
    held = session.exercises()
    out = [one for one in asked if one not in held]
    more = [one.name for one in held if one not in asked]
    if not out and not more:
        lines = [f"All {len(asked)} exercises of the list from lesson 4 are in it, and no other."]
        if session.duration_s() > phase.minutes * 60:
            lines.append(f"They take a little more than the {phase.minutes:g} min of this phase.")
        return "\n".join(lines)
    head = (
        f"{len(asked) - len(out)} of the {len(asked)} exercises of the list from lesson 4 "
        "are in it."
    )
    if session != session_of(runner, phase, chosen):
        parts = [
            f"You changed and kept it. {head}",
            f"Not in it: {listed([one.name for one in out])}." if out else "",
            f"In it besides: {listed(more)}." if more else "",
            "In the tool you can choose others.",
        ]
        return "\n".join(filter(None, parts))
    lines = [
        head,
        *(f"Left out: {one.name} ({_why(one, asked, session, runner, phase)})." for one in out),
    ]
    if more:
        even = len(more) == 1 and len(held) % 2 == 0
        time = f"there was still time in the {phase.minutes:g} min"
        why = "a superset takes two" if even else time
        lines.append(f"Added: {listed(more)} ({why}).")
    return "\n".join(lines)


def _why(
    one: Exercise, asked: Iterable[Exercise], session: Session, runner: Runner, phase: Phase
) -> str:
    """Say what keeps an exercise out of a session."""
    if one.level > runner.level:
        return f"it is level {one.level}, and {runner.name} level {runner.level}"
    missing = sorted(set(one.equipment) - at_hand(runner.equipment))
    if missing:
        return f"it needs {listed(missing)}"
    pair = session.supersets[0]
    task = Task(phase, pair.sets, pair.rest_s, session.warmup_min, (), ())
    with_it = [one, *(other for other in session.exercises() if other in asked)]
    allowed = min(contacts_ceiling(runner.level), int(phase.contacts[1]))
    landings = sum(task.contacts(each) for each in with_it)
    if landings > allowed:
        return f"with it there are {landings:g} landings, of {allowed} at most"
    takes_s = task.warmup_min * 60 + sum(task.time_s(each) for each in with_it)
    most = phase.minutes + _MORE_MIN
    if takes_s <= most * 60:
        return f"it needs a partner, too, and {most:g} min have no room for two more"
    return f"with it your exercises take {clock(takes_s)}, of {most:g} min at most"
