"""RunnerChooser: who goes through the course, and a first calendar of that runner's year."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import traitlets
from attrs import evolve

from runplan.errors import PlanError
from runplan.lessons.layers import Case
from runplan.lessons.story import CASES, OUTSIDE, choose, my_case
from runplan.load.foster import DAYS
from runplan.plan import Plan, PlanYear, Runner
from runplan.reasons import Reason
from runplan.season.given import typed
from runplan.widgets.model_tool import ModelTool, Parameter
from runplan.widgets.panel import Block, Button, Choice, Control, Entry, Several, Words

# how hard a year is for who has no weights: our choice (U)
NO_WEIGHTS = (
    "Without weights, a harder version of an exercise takes the place of a heavier one (lesson 4), "
    "and how hard it was is told by the repetitions that would still have been possible."
)
_PHASES = (
    "Base is the first phase of a year, in which strength is built; lesson 6 explains all five."
)
_KNOWN = {case.runner.name: case for case in CASES}
_OWN = "own"
# where describing somebody begins: our choice (U)
_SOMEBODY = Case(
    Runner("My runner", 1, "none", ["tue", "fri"], ["mon", "wed", "sat"], ()), "2027-09-05"
)

_WHO, _ABOUT = "Who it is", "More about this runner"
_DAYS = [(day, day) for day in DAYS]
_OF_RUNNER = ("name", "level", "equipment", "strength_days", "run_days", "hard_run_days")

CONTROLS: tuple[Control, ...] = (
    Choice(
        name="who",
        label="Runner",
        group=_WHO,
        noted=0,
        options=[
            ("Noor", "Noor: a half marathon, a gym"),
            ("Emil", "Emil: the first 10 km, nothing but a wall"),
            ("Kiri", "Kiri: two mountain races, weights at home"),
            (_OWN, "somebody else: me, or a runner I coach"),
        ],
    ),
    Words(name="told", label="About this runner", group=_WHO, wide=False, noted=9),
    Entry(name="races", label="Race date, then Enter", group=_WHO, hint="10 October 2027", noted=0),
    Button(name="take", label="Go through the course with this runner", group=_WHO),
    Entry(name="name", label="Name", group=_ABOUT),
    Choice(
        name="level",
        label="Level",
        group=_ABOUT,
        noted=0,
        options=[("1", "1 beginner"), ("2", "2 intermediate"), ("3", "3 advanced")],
    ),
    Choice(
        name="equipment",
        label="Equipment",
        group=_ABOUT,
        noted=0,
        options=[
            ("none", "none: a wall and a mat"),
            ("home", "at home: bands, dumbbells, a step"),
            ("gym", "a gym"),
        ],
    ),
    Choice(
        name="hemisphere",
        label="Hemisphere",
        group=_ABOUT,
        noted=0,
        options=[("north", "north"), ("south", "south")],
    ),
    Several(name="strength_days", label="Strength on", group=_ABOUT, options=_DAYS),
    Several(name="run_days", label="Runs on", group=_ABOUT, options=_DAYS, noted=0),
    Several(name="hard_run_days", label="Hard runs on", group=_ABOUT, options=_DAYS, noted=0),
)


class RunnerChooser(ModelTool):
    """Choose one of three worked cases, or describe a runner; the year follows at once.

    Parameters
    ----------
    case
        Where to start; None is the runner of the workspace, else Noor.

    Attributes
    ----------
    value
        The `Case`: runner, races and hemisphere. Setting it moves all controls.

    Examples
    --------
    >>> chooser = RunnerChooser()
    >>> chooser.races = "2027-05-09"
    >>> chooser.value.runner.name, str(chooser.value.races[0])
    ('Noor', '2027-05-09')
    """

    PARAMETERS = ("runner", "races", "hemisphere")
    FOLDED = (_ABOUT,)
    runner = Parameter(None)
    races = Parameter(None)
    hemisphere = Parameter(None)
    said = traitlets.Unicode()  # after the choice

    def __init__(self, case: Case | None = None) -> None:
        super().__init__(case or my_case(), CONTROLS)

    @property
    def view(self) -> PlanYear:
        """The year that the picture shows, with this runner's own days."""
        return _year(self.value)

    def take(self) -> str:
        """Let this runner go through the course, and return what is said."""
        try:
            kept = choose(self.value)
            name = self.value.runner.name
            self.said = f"{name} goes through the course with you." if kept else OUTSIDE
        except PlanError as failed:
            self.said = str(failed)
        return self.said

    _check_parameter = traitlets.validate(*PARAMETERS)(ModelTool._check)
    _follow_parameter = traitlets.observe(*PARAMETERS)(ModelTool._follow)

    @traitlets.validate("value")
    def _a_case(self, proposal: Any) -> Case:
        case = proposal["value"]
        if not isinstance(case, Case):
            raise PlanError(f"value is {case!r}; give a Case, with a Runner and races.")
        return case

    @traitlets.observe("value")
    def _unsaid(self, _change: object) -> None:
        self.said = ""

    def _watched(self) -> list[str]:
        return ["value", "said"]

    def _changed(self, name: str, value: Any) -> Case:
        case: Case = evolve(self.value, **{name: value})
        return case

    def _shown(self) -> dict[str, Any]:
        case, runner = self.value, self.value.runner
        sets = [word for word in ("gym", "home", "none") if word in runner.equipment]
        return {
            "who": runner.name if runner.name in _KNOWN else _OWN,
            "name": runner.name,
            "level": str(runner.level),
            "equipment": sets[0] if sets else "gym",
            "races": ", ".join(map(str, case.races)),
            "hemisphere": case.hemisphere,
            "take": True,
            **{name: list(getattr(runner, name)) for name in _OF_RUNNER if name.endswith("days")},
        }

    def _contents(self) -> dict[str, Sequence[Block | tuple[str, str]]]:
        case = self.value
        own = "" if case.runner.name in _KNOWN else "Describe the runner below."
        told = (
            Block(case.told or own),
            Block("" if {"home", "gym"} & set(case.runner.equipment) else NO_WEIGHTS),
            Block(case.runner.describe()),
            Block(self.said, level="pass" if self.said else ""),
        )
        return {"told": [block for block in told if block.text]}

    def _notes(self) -> Mapping[str, Sequence[Reason]]:
        races = [
            reason
            for reason in self.value.season.warnings(self.value.runner.level)
            if reason.rule in ("races", "start_date")
        ]
        if any("base" in reason.text for reason in races):
            races.append(Reason("races", "pass", _PHASES))
        return {"races": races}

    def _move(self, name: str, value: Any) -> None:
        if name == "who":
            self.value = _KNOWN.get(value, _SOMEBODY)
        elif name == "races":
            self.races = typed(value)
        elif name == "level":
            self.runner = self.value.runner.replace(level=int(value))
        elif name == "run_days":
            hard = [day for day in self.value.runner.hard_run_days if day in value]
            self.runner = self.value.runner.replace(run_days=value, hard_run_days=hard)
        elif name in _OF_RUNNER:
            self.runner = self.value.runner.replace(**{name: value})
        else:
            super()._move(name, value)

    def _press(self, _name: str) -> None:
        self.take()


@lru_cache(maxsize=8)  # its sessions take longer to build than a press should wait
def _year(case: Case) -> PlanYear:
    return PlanYear(Plan(case.runner, case.season))
