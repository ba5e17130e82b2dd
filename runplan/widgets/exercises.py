"""ExerciseExplorer: find exercises, read one, go a step easier or harder, and build a list."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import traitlets
from attrs import evolve
from ipywidgets import link

from runplan.covering import Coverage
from runplan.errors import PlanError, unknown
from runplan.exercises import Exercise, coverage
from runplan.library import EMPHASES, at_hand, whole
from runplan.muscles import BodyView, Muscle
from runplan.plan.runner import Runner, known_level, usual_needs
from runplan.reasons import Reason
from runplan.widgets.bodymap import BodyMap
from runplan.widgets.exercise_panel import (
    CONTROLS,
    MAPS,
    OWN,
    SETS,
    about,
    kit_of,
    kit_with,
    met,
    ticked,
)
from runplan.widgets.exercise_search import Search
from runplan.widgets.live import LiveFigure
from runplan.widgets.model_tool import ModelTool, Parameter, beside
from runplan.widgets.panel import Contents
from runplan.words import Words as Ids
from runplan.words import listed


class ExerciseExplorer(ModelTool):
    """Find exercises by muscle, emphasis, level and equipment; read one; build a list.

    Parameters
    ----------
    runner
        Whose level, equipment and weekly needs it starts with; None is level 1, a gym, and the
        usual needs of runners.
    chosen
        The list: exercises, ids or names.
    library
        A table from `load_exercises`; None is the shipped one.
    **traits
        Any of the traits below.

    Attributes
    ----------
    value
        The list, with its sets a week, against the needs: a `Coverage`. Setting it moves the tool.
    exercise
        The `Exercise` that is read; its name or id sets it, too.
    muscle, emphasis, level, equipment
        What is looked for, as in `select`; "" is any.
    chosen
        The exercises of the list, a tuple.
    sets
        Sets of each exercise of the list, a week: 1 to 12.
    shown
        What the body shows: the "exercise", what the "list" covers, or what is "missing".

    Raises
    ------
    PlanError
        A value that is not legal; the tool stays as it was.

    Examples
    --------
    >>> explorer = ExerciseExplorer(muscle="tibialis_anterior", equipment="none")
    >>> explorer.exercise
    Exercise(tibialis_raise: shin, level 1)
    >>> explorer.chosen = ["hip thrust", "calf raise"]
    >>> explorer.value.total()["soleus"]
    np.float64(6.0)
    """

    value = Parameter(None)
    exercise = Parameter(None)
    muscle = Parameter("")
    emphasis = Parameter("")
    level = Parameter(1)
    equipment = Parameter(("gym",))
    chosen = Parameter(())
    sets = Parameter(6)
    shown = Parameter("exercise")

    def __init__(
        self,
        runner: Runner | None = None,
        chosen: Iterable[Exercise | str] = (),
        library: pd.DataFrame | None = None,
        **traits: Any,
    ) -> None:
        for name in traits:
            if name not in _TRAITS:
                raise unknown("option of ExerciseExplorer", name, _TRAITS)
        self.library = library
        needs = dict(runner.needs) if runner else usual_needs()
        if runner:
            traits = {"level": runner.level, "equipment": runner.equipment} | traits
        self.value = Coverage([], needs, "The list, a week")
        self.sets = traits.pop("sets", self.sets)
        self.chosen = chosen
        for name, given in traits.items():
            self.set_trait(name, given)
        if self.exercise is None:
            self.exercise = next(iter(self._search.found()), Exercise.every(library)[0])
        self.map = BodyMap(compact=True)
        super().__init__(self.value, CONTROLS)
        link((self, "muscle"), (self.map, "muscle"))

    @property
    def view(self) -> Coverage:
        """What the list covers."""
        covered: Coverage = self.value
        return covered

    @property
    def body(self) -> BodyView:
        """What the map of the body shows."""
        if self.shown == "missing":
            return self.view.missing()
        if self.shown == "list":
            return self.view.body()
        amounts = coverage([(self.exercise, 1)])
        scale = "prime mover (helper 0.5)"
        return BodyView(shade="amount", amounts=amounts, scale=scale)

    @traitlets.validate("value")
    def _a_coverage(self, proposal: Any) -> Coverage:
        given = proposal["value"]
        if not isinstance(given, Coverage):
            raise PlanError(f'value is {given!r}; give a Coverage, as Coverage([("squat", 6)]).')
        return given

    @traitlets.validate("exercise")
    def _an_exercise(self, proposal: Any) -> Exercise:
        return _exercise(proposal["value"], self.library)

    @traitlets.validate("chosen")
    def _exercises(self, proposal: Any) -> tuple[Exercise, ...]:
        given = proposal["value"]
        several = [given] if isinstance(given, (str, Exercise)) else given
        if not isinstance(several, Iterable):
            raise PlanError(f"chosen is {given!r}; give exercises, or their names.")
        return tuple(dict.fromkeys(_exercise(one, self.library) for one in several))

    @traitlets.validate("muscle")
    def _a_muscle(self, proposal: Any) -> str:
        return Muscle.find(proposal["value"]).id if proposal["value"] else ""

    @traitlets.validate("emphasis")
    def _an_emphasis(self, proposal: Any) -> str:
        return _one_of("emphasis", proposal["value"] or "", ("", *EMPHASES))

    @traitlets.validate("level")
    def _a_level(self, proposal: Any) -> int:
        return known_level(proposal["value"])

    @traitlets.validate("equipment")
    def _at_hand(self, proposal: Any) -> tuple[str, ...]:
        given = proposal["value"]
        if not isinstance(given, (str, tuple, list, set, frozenset)):
            raise PlanError(f'equipment is {given!r}; write "none", "home", "gym", or items.')
        words = (given,) if isinstance(given, str) else tuple(dict.fromkeys(given)) or ("none",)
        at_hand(words)
        return words

    @traitlets.validate("sets")
    def _a_number_of_sets(self, proposal: Any) -> int:
        sets = proposal["value"]
        low, high = SETS
        if isinstance(sets, bool) or sets not in range(low, high + 1):
            raise PlanError(f"sets is {sets!r}; allowed: {low} to {high}, a whole number.")
        return int(sets)

    @traitlets.validate("shown")
    def _a_map(self, proposal: Any) -> str:
        return _one_of("map", proposal["value"], MAPS)

    @traitlets.observe("value")
    def _follow_the_list(self, _change: object) -> None:
        work = self.value.work
        self._following = True
        try:
            self.chosen = tuple(exercise for exercise, _ in work)
            if work:
                low, high = SETS
                self.sets = min(high, max(low, round(min(sets for _, sets in work))))
        finally:
            self._following = False

    @traitlets.observe("chosen", "sets")
    def _list_again(self, change: Any) -> None:
        if not self._following:
            before = dict(self.value.work) if change["name"] == "chosen" else {}
            work = [(one, before.get(one, self.sets)) for one in self.chosen]
            self.value = evolve(self.value, work=work)

    @traitlets.observe("muscle", "emphasis", "level", "equipment")
    def _look_again(self, _change: object) -> None:
        """Show the first exercise that fits, where the one shown does not."""
        found = self._search.found()
        if self.exercise is not None and found and self.exercise not in found:
            self.exercise = found[0]

    @property
    def _search(self) -> Search:
        return Search(self.muscle, self.emphasis, self.level, self.equipment, self.library)

    def _figures(self) -> list[LiveFigure]:
        return [LiveFigure(self.view)]

    def _arranged(self) -> list[Any]:
        return [beside([self.map, *self.figures], [self.panel])]

    def _watched(self) -> list[str]:
        return list(_TRAITS)

    def _refresh(self, change: object = None) -> None:
        super()._refresh(change)
        body = self.body
        self.map.scale = body.scale
        self.map.amounts = body.amounts

    def _shown(self) -> dict[str, Any]:
        listed_already = self.exercise in self.chosen
        return {
            "muscle": self.muscle,
            "emphasis": self.emphasis,
            "level": self.level,
            "kit": kit_of(self.equipment),
            "items": ticked(self.equipment),
            "exercise": self.exercise.id,
            "sets": self.sets,
            "shown": self.shown,
            "easier": self.exercise.easier() is not None,
            "harder": self.exercise.harder() is not None,
            "add": not listed_already,
            "drop": listed_already,
            "clear": bool(self.chosen),
        }

    def _move(self, name: str, value: Any) -> None:
        if name == "kit":
            self.equipment = ("none", *ticked(self.equipment)) if value == OWN else value
        elif name == "items":
            self.equipment = kit_with(value)
        else:
            super()._move(name, value)
            if name == "sets" and self.chosen and self.shown == "exercise":
                self.shown = "list"  # a slider that moves nothing in sight would seem broken

    def _press(self, name: str) -> None:
        if name in ("easier", "harder"):
            self.exercise = getattr(self.exercise, name)() or self.exercise
        elif name == "add":
            self.chosen = (*self.chosen, self.exercise)
        elif name == "drop":
            self.chosen = tuple(one for one in self.chosen if one != self.exercise)
        else:
            self.chosen = ()

    def _notes(self) -> Mapping[str, Sequence[Reason]]:
        found = self._search.found()
        notes = [Reason("exercise", "pass", f"{len(found)} of {len(whole(self.library))} fit.")]
        if not found:
            notes = [Reason("exercise", "warn", self._search.nothing())]
        elif self.exercise not in found:
            notes.append(Reason("exercise", "warn", self._search.outside(self.exercise)))
        return {"exercise": notes, "sets": [Reason("sets", "pass", met(self.view))]}

    def _contents(self) -> Contents:
        found = self._search.found()
        shown = found if self.exercise in found else (self.exercise, *found)
        return {
            "exercise": [(one.id, self._option(one)) for one in shown],
            "about": about(self.exercise),
        }

    def _option(self, one: Exercise) -> str:
        helper = ", helper" if self.muscle and self.muscle not in one.primary else ""
        taken = "✓ " if one in self.chosen else ""
        lacking = self._search.lacking(one)
        needs = f", needs {listed(lacking)}" if lacking else ""
        return f"{taken}{one.name} (level {one.level}{helper}{needs})"


_TRAITS = (
    "value",
    "exercise",
    "muscle",
    "emphasis",
    "level",
    "equipment",
    "chosen",
    "sets",
    "shown",
)


def _exercise(given: Any, library: pd.DataFrame | None) -> Exercise:
    if not isinstance(given, (str, Exercise)):
        raise PlanError(f"{given!r} is no exercise; give one, or its name.")
    return given if isinstance(given, Exercise) else Exercise.find(given, library)


def _one_of(kind: str, word: Any, known: Ids) -> str:
    if not isinstance(word, str) or word not in known:
        raise unknown(kind, str(word), known)
    return word
