"""ExerciseExplorer: find exercises, read one, go a step easier or harder, and build a list."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import traitlets
from ipywidgets import link

from runplan.covering import Coverage
from runplan.errors import PlanError, unknown
from runplan.exercises import Exercise, coverage
from runplan.library import EMPHASES, at_hand, select, whole
from runplan.muscles import BodyView, Muscle
from runplan.plan.runner import Runner, known_level, usual_needs
from runplan.reasons import Reason
from runplan.widgets.bodymap import BodyMap
from runplan.widgets.exercise_panel import CONTROLS, MAPS, SETS, about, items, kit_of
from runplan.widgets.live import LiveFigure
from runplan.widgets.model_tool import ModelTool, Parameter, beside
from runplan.widgets.panel import Contents
from runplan.words import Words as Ids
from runplan.words import listed, plain


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
        The `Exercise` that is read. Setting it, or its name, moves the tool.
    muscle, emphasis, level, equipment
        What is looked for, as in `select`; "" is any.
    chosen
        The exercises of the list, a tuple.
    sets
        Sets of each exercise of the list, a week: 1 to 12.
    shown
        What the body shows: the "exercise", what the "list" covers, or what is "missing".
    coverage
        What the list covers against the needs: a `Coverage`.

    Raises
    ------
    PlanError
        A value that is not legal; the tool stays as it was.

    Examples
    --------
    >>> explorer = ExerciseExplorer(muscle="tibialis_anterior", equipment="none")
    >>> explorer.value
    Exercise(tibialis_raise: shin, level 1)
    >>> explorer.chosen = ["hip thrust", "calf raise"]
    >>> explorer.coverage.total()["soleus"]
    np.float64(6.0)
    """

    value = Parameter(None)
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
        self.needs = dict(runner.needs) if runner else usual_needs()
        if runner:
            traits = {"level": runner.level, "equipment": runner.equipment} | traits
        for name in ("muscle", "emphasis", "level", "equipment"):
            if name in traits:
                self.set_trait(name, traits.pop(name))
        self.chosen = chosen
        self.map = BodyMap(compact=True)
        found = self._found()
        first = traits.pop("value", next(iter(found), Exercise.every(library)[0]))
        super().__init__(first, CONTROLS)
        link((self, "muscle"), (self.map, "muscle"))
        for name, given in traits.items():
            self.set_trait(name, given)

    @property
    def coverage(self) -> Coverage:
        """What the list covers in a week, against the needs."""
        work = [(exercise, self.sets) for exercise in self.chosen]
        return Coverage(work, self.needs, "The list, a week")

    @property
    def view(self) -> Coverage:
        """What the list covers."""
        return self.coverage

    @property
    def body(self) -> BodyView:
        """What the map of the body shows."""
        if self.shown == "missing":
            return self.coverage.missing()
        if self.shown == "list":
            return self.coverage.body()
        amounts = coverage([(self.value, 1)])
        scale = "prime mover (helper 0.5)"
        return BodyView(shade="amount", amounts=amounts, scale=scale)

    @traitlets.validate("value")
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

    @traitlets.observe("muscle", "emphasis", "level", "equipment")
    def _look_again(self, _change: object) -> None:
        """Show the first exercise that fits, where the one shown does not."""
        found = self._found()
        if self.value is not None and found and self.value not in found:
            self.value = found[0]

    def _found(self, **other: Any) -> tuple[Exercise, ...]:
        """Return the exercises that fit, prime movers first."""
        wishes: dict[str, Any] = {
            "muscle": self.muscle or None,
            "emphasis": self.emphasis or None,
            "level": self.level,
            "equipment": self.equipment,
        }
        rows = select(self.library, **(wishes | other))
        known = {exercise.id: exercise for exercise in Exercise.every(self.library)}
        return tuple(known[id_] for id_ in rows.id)

    def _figures(self) -> list[LiveFigure]:
        return [LiveFigure(self.coverage)]

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
        held = at_hand(self.equipment)
        listed_already = self.value in self.chosen
        return {
            "muscle": self.muscle,
            "emphasis": self.emphasis,
            "level": self.level,
            "kit": kit_of(held),
            "items": [item for item, _ in items() if item in held],
            "exercise": self.value.id,
            "sets": self.sets,
            "shown": self.shown,
            "easier": self.value.easier() is not None,
            "harder": self.value.harder() is not None,
            "add": not listed_already,
            "drop": listed_already,
            "clear": bool(self.chosen),
        }

    def _move(self, name: str, value: Any) -> None:
        if name == "kit":
            self.equipment = value
        elif name == "items":
            kit = kit_of(at_hand(["none", *value]))
            self.equipment = (kit, *(item for item in value if item not in at_hand(kit)))
        elif name == "exercise":
            self.value = value
        else:
            super()._move(name, value)

    def _press(self, name: str) -> None:
        if name in ("easier", "harder"):
            self.value = getattr(self.value, name)() or self.value
        elif name == "add":
            self.chosen = (*self.chosen, self.value)
        elif name == "drop":
            self.chosen = tuple(one for one in self.chosen if one != self.value)
        else:
            self.chosen = ()

    def _notes(self) -> Mapping[str, Sequence[Reason]]:
        found = self._found()
        notes = [Reason("exercise", "pass", f"{len(found)} of {len(whole(self.library))} fit.")]
        if not found:
            notes = [Reason("exercise", "warn", self._nothing())]
        elif self.value not in found:
            notes.append(Reason("exercise", "warn", self._outside()))
        return {"exercise": notes}

    def _nothing(self) -> str:
        """Say which wish to let go of where nothing fits."""
        without: dict[str, dict[str, Any]] = {
            "for any muscle": {"muscle": None},
            "with any emphasis": {"emphasis": None},
            "up to level 3": {"level": 3},
            "with a gym": {"equipment": "gym"},
        }
        counts = {said: len(self._found(**wish)) for said, wish in without.items()}
        ways = [f"{said} {count}" for said, count in counts.items() if count]
        return f"Nothing fits. {'; '.join(ways).capitalize() or 'Let go of two wishes'}."

    def _outside(self) -> str:
        """Say why the exercise shown is not among those that fit."""
        one = self.value
        lacking = [item for item in one.equipment if item not in at_hand(self.equipment)]
        why = [
            f"is level {one.level}" if one.level > self.level else "",
            f"needs {listed(lacking)}" if lacking else "",
            "has another emphasis" if self.emphasis not in ("", *one.emphasis) else "",
            f"does not work {plain(self.muscle)}"
            if self.muscle not in ("", *one.primary, *one.secondary)
            else "",
        ]
        return f"{one.name} {' and '.join(filter(None, why))}."

    def _contents(self) -> Contents:
        found = self._found()
        shown = found if self.value in found else (self.value, *found)
        return {
            "exercise": [(one.id, self._option(one)) for one in shown],
            "about": about(self.value),
        }

    def _option(self, one: Exercise) -> str:
        helper = ", helper" if self.muscle and self.muscle not in one.primary else ""
        taken = "✓ " if one in self.chosen else ""
        return f"{taken}{one.name} (level {one.level}{helper})"


_TRAITS = ("value", "muscle", "emphasis", "level", "equipment", "chosen", "sets", "shown")


def _exercise(given: Any, library: pd.DataFrame | None) -> Exercise:
    if not isinstance(given, (str, Exercise)):
        raise PlanError(f"{given!r} is no exercise; give one, or its name.")
    return given if isinstance(given, Exercise) else Exercise.find(given, library)


def _one_of(kind: str, word: Any, known: Ids) -> str:
    if not isinstance(word, str) or word not in known:
        raise unknown(kind, str(word), known)
    return word
