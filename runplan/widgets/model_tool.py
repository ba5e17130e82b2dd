"""What the live tools share: traits that are a model's parameters, and one way to change them."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets
from ipywidgets import Box, VBox

from runplan.errors import PlanError
from runplan.reasons import Reason
from runplan.widgets.live import LiveFigure, show
from runplan.widgets.panel import Contents, Control, Panel
from runplan.widgets.tool import Tool


def beside(pictures: Sequence[Any], side: Sequence[Any]) -> Box:
    """Put pictures and, at their right, the controls, with what else is to stand below these.

    In a narrow tool the order is: first picture, controls, other pictures, the rest. The first
    picture stays in sight while the controls are scrolled.
    """
    columns = VBox(pictures), VBox(side)
    for column, name in zip(columns, ("runplan-pictures", "runplan-side"), strict=True):
        column.add_class(name)
    return Box(columns).add_class("runplan-stage")


# a trait that is checked whatever it is given, None too
Parameter: Any = traitlets.TraitType


class ModelTool(Tool):
    """A tool around one frozen model, `value`.

    Every change goes one way: a new value is made and checked, and then traits, controls,
    picture and notes follow it. What is not legal raises PlanError and changes nothing.

    A subclass names its parameters in `PARAMETERS`, declares a trait for each, and gives
    `_changed` (a value with one parameter changed), `view`, `_shown` and `_notes`. Groups of
    controls that are seldom needed stand in `FOLDED`.
    """

    PARAMETERS: tuple[str, ...] = ()
    FOLDED: tuple[str, ...] = ()
    value = Parameter(None)
    _following = False

    def __init__(self, value: Any, controls: Sequence[Control]) -> None:
        self.panel = Panel(controls, self._by_hand, self._press, self.FOLDED)
        self._typed: dict[str, Any] = {}
        self._wrong: dict[str, PlanError] = {}
        super().__init__()
        self.add_class("runplan-tool")
        self.value = value
        self.figures = self._figures()
        self.children = self._arranged()
        self.observe(self._refresh, self._watched())
        self._refresh()

    def _figures(self) -> list[LiveFigure]:
        return [LiveFigure(self.view)]

    def _arranged(self) -> list[Any]:
        """Return what the tool shows, from top to bottom: pictures with controls at their side."""
        return [beside(self.figures, [self.panel])]

    def _views(self) -> list[Any]:
        """Return what each figure shows."""
        return [self.view]

    def _watched(self) -> list[str]:
        """Return the traits that picture and notes depend on."""
        return ["value"]

    def _changed(self, name: str, value: Any) -> Any:
        """Return the value with one parameter changed, or raise PlanError."""
        raise NotImplementedError

    def _shown(self) -> dict[str, Any]:
        """Return where the controls stand, by name."""
        raise NotImplementedError

    def _notes(self) -> Mapping[str, Sequence[Reason]]:
        """Return what is to be said beside the controls, by name."""
        raise NotImplementedError

    def _contents(self) -> Contents:
        """Return the texts of the panel, and options that change, by name."""
        return {}

    def _move(self, name: str, value: Any) -> None:
        """Do what moving a control means; by default it sets the trait of its name."""
        setattr(self, name, value)

    def _press(self, name: str) -> None:
        """Do what a button says."""
        raise NotImplementedError

    def _check(self, proposal: Any) -> Any:
        """Make the next value from one parameter's proposal, and return it as the model has it."""
        name, value = proposal["trait"].name, proposal["value"]
        if self._following:
            return value
        self._next = self._changed(name, value)
        return getattr(self._next, name)

    def _follow(self, _change: object) -> None:
        if not self._following:
            self.value = self._next

    @traitlets.observe("value")
    def _spread(self, _change: object) -> None:
        self._following = True
        try:
            for name in self.PARAMETERS:
                self.set_trait(name, getattr(self.value, name))
        finally:
            self._following = False

    def _refresh(self, _change: object = None) -> None:
        if self.figures:
            show(self.figures, self._views())
        notes = {name: list(reasons) for name, reasons in self._notes().items()}
        for name, error in self._wrong.items():
            notes[name] = [Reason(name, "fail", fault) for fault in error.faults]
        self.panel.show(self._shown() | self._typed, notes, self._contents())

    def _by_hand(self, moved: dict[str, Any]) -> None:
        # what is not legal stays where it was typed, with what is wrong, until it is mended
        self._typed, self._wrong = {}, {}
        before = self.panel.values
        for name, value in moved.items():
            try:
                self._move(name, value)
            except PlanError as wrong:
                self._typed[name], self._wrong[name] = value, wrong
        if self._wrong or self.panel.values is before:
            self._refresh()
