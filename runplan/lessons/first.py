"""FirstSteps: the smallest live figure of the course, a runner and one slider."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets
from attrs import evolve

from runplan.errors import PlanError
from runplan.moments import Moment
from runplan.reasons import Reason
from runplan.widgets.model_tool import ModelTool, Parameter
from runplan.widgets.panel import Slider

CONTROLS = (
    Slider(
        name="pct",
        label="Moment of the stride",
        low=0,
        high=99,
        unit="%",
        play_s=5,
        wide=True,
        noted=0,
    ),
)


class FirstSteps(ModelTool):
    """Move a runner through one stride.

    Parameters
    ----------
    pct
        The moment shown, 0 to 99 % of the stride.

    Attributes
    ----------
    value
        The `Moment`.

    Examples
    --------
    >>> first = FirstSteps(pct=45)
    >>> first.value.stride.flight(first.pct)
    True
    """

    PARAMETERS = ("pct",)
    ANSWER = ("pct",)
    pct = Parameter(None)

    def __init__(self, pct: float = 10) -> None:
        super().__init__(Moment(pct=pct), CONTROLS)

    @property
    def view(self) -> Moment:
        """What the picture shows."""
        moment: Moment = self.value
        return moment

    _check_parameter = traitlets.validate(*PARAMETERS)(ModelTool._check)
    _follow_parameter = traitlets.observe(*PARAMETERS)(ModelTool._follow)

    @traitlets.validate("value")
    def _a_moment(self, proposal: Any) -> Moment:
        moment = proposal["value"]
        if not isinstance(moment, Moment):
            raise PlanError(f"value is {moment!r}; give a Moment, such as Moment(pct=45).")
        return moment

    def _arranged(self) -> list[Any]:
        return [self.panel, *self.figures]  # the slider first: both fit on one screen

    def _changed(self, name: str, value: Any) -> Moment:
        moment: Moment = evolve(self.value, **{name: value})
        return moment

    def _shown(self) -> dict[str, Any]:
        return {"pct": self.value.pct}

    def _notes(self) -> Mapping[str, Sequence[Reason]]:
        return {}
