"""What the lessons add to the runner, layer by layer: what each takes, its file form, its default.

The defaults are teaching choices (U).
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import Any

from attrs import evolve, field, frozen

from runplan.covering import Coverage
from runplan.errors import PlanError, unknown
from runplan.exercises import Exercise
from runplan.lessons import chosen
from runplan.load import TrainingWeek, Workout
from runplan.load.placing import HARD_RPE
from runplan.muscles import Muscle
from runplan.plan import Plan, Runner
from runplan.plan.file import converter, from_tree, structure, to_tree
from runplan.season import Season
from runplan.season.given import races
from runplan.season.wording import count, day
from runplan.supersets import Session, Superset
from runplan.words import listed

_EASY, _HARD = (45, 4), (60, 7)  # minutes and RPE of a run on an easy and on a hard day


@frozen
class Case:
    """A runner with the year's goal.

    Parameters
    ----------
    runner
        Who it is.
    races
        Dates, the year's goal.
    hemisphere
        "north" or "south".
    told
        One sentence on who this is.
    """

    runner: Runner
    races: tuple[date, ...] = field(default=(), converter=races)
    hemisphere: str = "north"
    told: str = ""

    def __attrs_post_init__(self) -> None:
        self.season  # noqa: B018, races that make no season are refused here

    @cached_property
    def season(self) -> Season:
        """The year that leads to the races."""
        return Season(self.races, self.hemisphere)


@frozen
class Layer:
    """One layer.

    Parameters
    ----------
    take
        Makes the layer of what a lesson gives, or raises PlanError.
    said
        Says the layer in a few words.
    default
        Makes it for a case and the layers kept so far (a function of their names).
    to_tree, from_tree
        To JSON and back.
    made_of
        Says what of an earlier layer is in one.
    """

    take: Callable[[Any], Any]
    said: Callable[[Any], str]
    default: Callable[[Case, Callable[[str], Any]], Any]
    to_tree: Callable[[Any], Any]
    from_tree: Callable[[Any], Any]
    made_of: Callable[[Case, Callable[[str], Any], Any], str] = lambda _case, _kept, _layer: ""


def layer(name: str) -> Layer:
    """Return a layer by name, or say which there are."""
    if name not in LAYERS:
        raise unknown("layer", name, LAYERS)
    return LAYERS[name]


def _muscles(given: Any) -> tuple[str, ...]:
    if given is None:
        raise PlanError("No muscle is picked yet: pick one first.")
    several = [given] if isinstance(given, (str, Muscle)) else list(given)
    found = (one if isinstance(one, Muscle) else Muscle.find(one) for one in several)
    return tuple(dict.fromkeys(muscle.id for muscle in found))


def _exercises(given: Any) -> tuple[str, ...]:
    if isinstance(given, (Session, Coverage)):
        given = given.exercises()
    if given is None:
        raise PlanError("No exercise is chosen yet: choose one first.")
    several = [given] if isinstance(given, (str, Exercise)) else list(given)
    found = (one if isinstance(one, Exercise) else Exercise.find(one) for one in several)
    return tuple(dict.fromkeys(exercise.id for exercise in found))


def _is(kind: type, how: str) -> Callable[[Any], Any]:
    def take(given: Any) -> Any:
        if not isinstance(given, kind):
            raise PlanError(f"{given!r} is no {kind.__name__}; give {how}.")
        return given

    return take


def _names(ids: Iterable[str], find: Callable[[str], str]) -> str:
    return ", ".join(map(find, ids)) or "none"


def _season_said(season: Season) -> str:
    if season.races:
        return f"the season to {listed([day(race) for race in season.races])}"
    return f"the season from {day(season.start_date)}"


def _plan_said(plan: Plan) -> str:
    return f"the plan from {day(plan.season.start_date)}, {count(len(plan.changes), 'change')}"


def _session_tree(session: Session) -> dict[str, Any]:
    pairs = [
        {
            "first": pair.first.id,
            "second": pair.second.id,
            "sets": pair.sets,
            "reps": pair.reps,
            "rest_s": pair.rest_s,
        }
        for pair in session.supersets
    ]
    return {"supersets": pairs, "name": session.name, "warmup_min": session.warmup_min}


def _session(tree: Any) -> Session:
    return Session(
        [Superset(**pair) for pair in tree["supersets"]], tree["name"], tree["warmup_min"]
    )


def _default_session(case: Case, kept: Callable[[str], Any]) -> Session:
    return chosen.session_of(case.runner, kept("season").phase("base"), kept("exercises"))


def _session_made_of(case: Case, kept: Callable[[str], Any], session: Session) -> str:
    return chosen.told(case.runner, kept("season").phase("base"), kept("exercises"), session)


def _default_week(case: Case, kept: Callable[[str], Any]) -> TrainingWeek:
    runner, base = case.runner, kept("season").phase("base")
    days = runner.strength_days[: max(1, base.sessions[0])]
    strength = [Workout(day, "strength", base.minutes, base.session_rpe) for day in days]
    runs = [
        Workout(day, "running", *(_HARD if day in runner.hard_run_days else _EASY))
        for day in runner.run_days
    ]
    return TrainingWeek([*strength, *runs])


def _default_plan(case: Case, kept: Callable[[str], Any]) -> Plan:
    """Plan the year on the days of the kept week; a week that nobody changed is the runner's."""
    week, runner = kept("week"), case.runner
    lifts, runs = (
        {w.day: w for w in week.workouts if w.kind == kind} for kind in ("strength", "running")
    )
    if lifts and week != _default_week(case, kept):
        hard = [day for day, run in runs.items() if run.rpe >= HARD_RPE]
        runner = evolve(
            runner, strength_days=tuple(lifts), run_days=tuple(runs), hard_run_days=hard
        )
    return Plan(runner, kept("season"))


def _model(
    kind: type,
    how: str,
    said: Callable[[Any], str],
    default: Callable[[Case, Callable[[str], Any]], Any],
) -> Layer:
    return Layer(
        take=_is(kind, how),
        said=said,
        default=default,
        to_tree=lambda model: converter().unstructure(model),
        from_tree=lambda tree: structure(tree, kind, "record"),
    )


LAYERS: dict[str, Layer] = {
    "muscles": Layer(
        take=_muscles,
        said=lambda ids: f"weak links: {_names(ids, lambda one: Muscle.find(one).short)}",
        default=lambda _case, _kept: ("soleus", "gluteus_medius"),
        to_tree=list,
        from_tree=_muscles,
    ),
    "exercises": Layer(
        take=_exercises,
        said=lambda ids: f"exercises: {_names(ids, lambda one: Exercise.find(one).name)}",
        default=lambda case, kept: _exercises(
            chosen.built(case.runner, kept("season").phase("base"))
        ),
        to_tree=list,
        from_tree=_exercises,
    ),
    "session": Layer(
        take=_is(Session, "a Session, or the tool that holds one"),
        said=lambda session: (
            f"a session of {count(len(session.supersets), 'superset')}, "
            f"{session.duration_s() / 60:.0f} min"
        ),
        default=_default_session,
        to_tree=_session_tree,
        from_tree=_session,
        made_of=_session_made_of,
    ),
    "season": _model(
        Season,
        "a Season, or the tool that holds one",
        _season_said,
        lambda case, _kept: case.season,
    ),
    "week": _model(
        TrainingWeek,
        "a TrainingWeek, or the tool that holds one",
        lambda week: f"a week of {week.daily().minutes.sum():.0f} min, {week.load_au:.0f} AU",
        _default_week,
    ),
    "plan": Layer(
        take=_is(Plan, "a Plan, or the tool that holds one"),
        said=_plan_said,
        default=_default_plan,
        to_tree=to_tree,
        from_tree=lambda tree: from_tree(tree, "record"),
    ),
}
