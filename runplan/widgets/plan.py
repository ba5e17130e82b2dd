"""PlanBuilder: from nothing to a dated year, and home with it."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import traitlets
from ipywidgets import link

from runplan.errors import PlanError
from runplan.exports.desk import Desk
from runplan.plan import Plan, PlanYear, Runner
from runplan.plan.checks import checks, tally
from runplan.reasons import Reason
from runplan.season import Season
from runplan.widgets.live import LiveFigure
from runplan.widgets.model_tool import ModelTool, Parameter
from runplan.widgets.panel import Block, Button, Contents, Steps, Words
from runplan.widgets.plan_home import WISHES, HomeStep
from runplan.widgets.plan_open import OpenStep
from runplan.widgets.plan_runner import RunnerStep
from runplan.widgets.plan_step import checked, heading
from runplan.widgets.plan_week import WeekStep
from runplan.widgets.season import CONTROLS as YEAR_CONTROLS
from runplan.widgets.season import SeasonPlanner

_YEAR = "2 · The year"
CONTROLS = (
    Steps(
        name="steps",
        label="Steps",
        options=[RunnerStep.TITLE, _YEAR, WeekStep.TITLE, HomeStep.TITLE, OpenStep.TITLE],
    ),
    Words(name="kept", label="Your plan", noted=2),
    Button(name="new", label="Start a new plan"),
)
_GONE = "No answer from the planner: what you do now is not kept. Start runplan planner again."


class _Year(SeasonPlanner):
    """The season's tool with its finer controls folded: races and whole years come first.

    The runner's level is asked for in the first step.
    """

    CONTROLS = tuple(control for control in YEAR_CONTROLS if control.name != "level")
    FOLDED = tuple(dict.fromkeys(control.group for control in YEAR_CONTROLS))[1:-1]


def new_plan() -> Plan:
    """Return where a trainer begins, from next Monday on; who it is for is our choice (U)."""
    runner = Runner("A runner", 1, "home", ["mon", "thu"], ["tue", "wed", "sat", "sun"], "wed")
    today = datetime.now().astimezone().date()
    return Plan(runner, Season(start_date=today + timedelta(days=-today.weekday() % 7)))


class PlanBuilder(ModelTool):
    """Build a dated year: runner, season, sessions week by week, checks, files to take home.

    Parameters
    ----------
    plan
        Where to start; None is what was kept in `folder`, or else a new plan.
    folder
        Where files are kept. With one, each change is kept there at once, in planner.json; with
        None nothing is written until the files are asked for, and then into the folder that the
        kernel runs in.
    **parameters
        Parameters of `Plan` that differ from it.

    Attributes
    ----------
    value
        The `Plan`. Setting it moves all controls.
    runner, season, exercises, changes
        The plan's own; setting one makes a new plan.
    week
        The week that is shown, 1 to 52.

    Raises
    ------
    PlanError
        A value that is not legal, or a plan that cannot be worked out; the tool stays as it was.

    Examples
    --------
    >>> builder = PlanBuilder()
    >>> builder.season = Season("2027-09-05", start_date="2026-11-30")
    >>> len(builder.value.sessions())
    83
    """

    PARAMETERS = ("runner", "season", "exercises", "changes")
    runner = Parameter(None)
    season = Parameter(None)
    exercises = Parameter(None)
    changes = Parameter(())
    week = Parameter(1)

    def __init__(
        self, plan: Plan | None = None, folder: str | Path | None = None, **parameters: Any
    ) -> None:
        self.desk = Desk(Path.cwd() if folder is None else folder)
        self._keeps = folder is not None
        self._kept: Reason | None = None
        if plan is None and self._keeps:
            plan, said = self.desk.back()
            self._kept = Reason("kept", "pass", said)
        start = plan or new_plan()
        if parameters:
            start = start.replace(**parameters)
        checked(start)
        self.runner_step = RunnerStep(start)
        self.season_step = _Year(start.season)
        self.week_step = WeekStep(start)
        self.home_step = HomeStep(start, self.desk)
        self.open_step = OpenStep(start)
        if not self._keeps:
            self.home_step.folder = "plans"  # not among whatever else lies where the kernel runs
        super().__init__(start, CONTROLS)
        steps = self.runner_step, self.week_step, self.home_step, self.open_step
        for step in steps:
            link((self, "value"), (step, "value"))
        link((self, "week"), (self.week_step, "week"))
        link((self, "week"), (self.open_step, "week"))
        self.home_step.unsettled = self._unsettled
        self.open_step.leave = self._leave
        self.open_step.place = lambda: self.desk.place(self.home_step.folder)
        if self._keeps:
            for part in (self, self.season_step, *steps):
                part.panel.unanswered = _GONE
            self.home_step.wish(self.desk.wishes())
            self.home_step.observe(self._wished, list(WISHES))
        for step in (self.runner_step, self.season_step, self.week_step):
            step.panel.observe(self._told_elsewhere, "notes")
        self.season_step.level = start.runner.level
        self.season_step.observe(self._another_year, "value")
        self.season_step.observe(self._another_level, "level")

    @property
    def view(self) -> PlanYear:
        """The year as a calendar, which stands for the tool where no kernel runs."""
        return PlanYear(self.value)

    _check_parameter = traitlets.validate(*PARAMETERS)(ModelTool._check)
    _follow_parameter = traitlets.observe(*PARAMETERS)(ModelTool._follow)

    @traitlets.validate("value")
    def _a_plan(self, proposal: Any) -> Plan:
        return checked(proposal["value"])

    @traitlets.validate("week")
    def _a_week(self, proposal: Any) -> int:
        self.value.week(proposal["value"])
        return int(proposal["value"])

    def _changed(self, name: str, value: Any) -> Plan:
        return checked(self.value.replace(**{name: value}))

    def _figures(self) -> list[LiveFigure]:
        return []

    def _views(self) -> list[Any]:
        return []

    def _arranged(self) -> list[Any]:
        return [
            self.panel,
            self.runner_step,
            heading(_YEAR),
            self.season_step,
            self.week_step,
            self.home_step,
            self.open_step,
        ]

    def _another_year(self, _change: object) -> None:
        """Follow the season's tool; a year that no plan can be made for changes nothing here."""
        season = self.season_step.value
        if season == self.value.season:
            return
        try:
            self.season = season
        except PlanError as wrong:
            self._wrong["kept"] = PlanError(
                *(
                    f"This year cannot be planned, so the plan stays as it was. {fault}"
                    for fault in wrong.faults
                )
            )
            self._refresh()

    def _another_level(self, _change: object) -> None:
        level = self.season_step.level
        if level != self.value.runner.level:
            self.runner = self.value.runner.replace(level=level)

    @traitlets.observe("value")
    def _year_and_level(self, _change: object) -> None:
        self.season_step.value = self.value.season
        self.season_step.level = self.value.runner.level

    def _refresh(self, change: object = None) -> None:
        if change is not None:
            self._wrong = {}
            self._keep()
        super()._refresh(change)

    def _keep(self) -> None:
        """Keep the plan as it is now, where it is to be kept."""
        if not self._keeps:
            return
        try:
            self._kept = Reason("kept", "pass", self.desk.keep(self.value))
        except PlanError as failed:
            self._kept = Reason("kept", "fail", f"This change is not kept. {failed.faults[0]}")

    def _shown(self) -> dict[str, Any]:
        return {"new": True}

    def _notes(self) -> Mapping[str, Sequence[Reason]]:
        return {}

    def _contents(self) -> Contents:
        asked = int(self.value.season.weeks().sessions.sum())
        planned = len(self.value.sessions())
        blocks = [Block(self.value.describe())]
        if asked != planned:
            blocks.append(
                Block(f"The curve of the year asks for {asked} sessions; {planned} find a day.")
            )
        blocks.append(Block(f"Checks, in step 4: {tally(checks(self.value))}"))
        unsettled = [fault for fault in self._unsettled() if fault not in self._faults()]
        if unsettled:
            said = f"{unsettled[0]} What stands above is the last plan that could be worked out."
            blocks.append(Block(said, level="fail"))
        for fault in self._faults():
            blocks.append(Block(fault, level="fail"))
        if self._kept:
            blocks.append(Block(self._kept.text, level=self._kept.level))
        return {"kept": blocks}

    def _faults(self) -> list[str]:
        return [fault for error in self._wrong.values() for fault in error.faults]

    def _told_elsewhere(self, _change: object) -> None:
        """Say at the top, too, what a step could not take."""
        super()._refresh()

    def _wished(self, _change: object) -> None:
        self.desk.wish({name: getattr(self.home_step, name) for name in WISHES})

    def _unsettled(self) -> list[str]:
        """Return what was typed and could not be taken, in any step."""
        steps = (self, self.runner_step, self.season_step, self.week_step)
        return [fault for step in steps for wrong in step._wrong.values() for fault in wrong.faults]

    def _leave(self) -> Path | None:
        return self.desk.leave(self.value) if self._keeps else None

    def _press(self, _name: str) -> None:
        """Start anew; what was kept of this plan stays in a file of its own."""
        aside = self._leave()
        self.value = new_plan()
        if aside and self._kept:
            self._kept = Reason("kept", "pass", f"{self._kept.text} The other plan is in {aside}.")
            super()._refresh()
