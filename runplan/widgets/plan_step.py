"""What the steps of the PlanBuilder share: each edits the same plan, with a part of its own."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import traitlets
from ipywidgets import HTML

from runplan.errors import PlanError
from runplan.plan import Plan
from runplan.reasons import Reason
from runplan.widgets.live import LiveFigure
from runplan.widgets.model_tool import ModelTool, beside
from runplan.widgets.panel import Contents, Control, Panel


def checked(plan: Any) -> Plan:
    """Return a plan that can be worked out, or raise PlanError."""
    if not isinstance(plan, Plan):
        raise PlanError(f"value is {plan!r}; give a Plan, such as Plan(runner, season).")
    plan.sessions()
    return plan


class Step(ModelTool):
    """One step: a heading, and controls that change the plan."""

    TITLE: ClassVar[str]
    CONTROLS: ClassVar[Sequence[Control]]
    TOLD: ClassVar[Sequence[Control]] = ()  # texts that stand below the picture

    def __init__(self, plan: Plan) -> None:
        self.told = Panel(self.TOLD, lambda _moved: None, folded=self.FOLDED)
        super().__init__(plan, self.CONTROLS)

    @traitlets.validate("value")
    def _a_plan(self, proposal: Any) -> Plan:
        return checked(proposal["value"])

    @property
    def view(self) -> Any:
        """What the picture shows."""
        return self.value

    def _figures(self) -> list[LiveFigure]:
        return [LiveFigure(view) for view in self._views()]

    def _views(self) -> list[Any]:
        return []

    def _arranged(self) -> list[Any]:
        pictures = [*self.figures, *([self.told] if self.TOLD else [])]
        body = beside(pictures, [self.panel]) if pictures else self.panel
        return [heading(self.TITLE), body]

    def _refresh(self, change: object = None) -> None:
        super()._refresh(change)
        self.told.show({}, {}, self._texts())

    def _texts(self) -> Contents:
        """Return the texts below the picture, by name."""
        return {}

    def _notes(self) -> Mapping[str, Sequence[Reason]]:
        return {}

    def _press(self, name: str) -> None:
        """Do what a button says; what goes wrong is told beside the control it is about."""
        self._typed, self._wrong = {}, {}
        try:
            self._pressed(name)
        except PlanError as wrong:
            self._wrong[self._about(name)] = wrong
        self._refresh()

    def _pressed(self, name: str) -> None:
        """Do what a button says, or raise PlanError."""
        raise NotImplementedError

    def _about(self, name: str) -> str:
        """Return the control that a button's fault is told at."""
        raise NotImplementedError


def heading(text: str) -> HTML:
    """Return a heading of our own words."""
    return HTML(f'<h2 class="runplan-step">{text}</h2>')
