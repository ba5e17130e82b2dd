"""StrideExplorer: one slider through the stride; runner, body map and timeline follow."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import traitlets

from runplan import tables
from runplan.bodymoment import BodyMoment
from runplan.errors import PlanError, unknown
from runplan.moments import Moment, Timeline
from runplan.reasons import Reason
from runplan.stride import Stride, cycle
from runplan.widgets.live import LiveFigure
from runplan.widgets.model_tool import ModelTool, Parameter, beside
from runplan.widgets.panel import Choice, Control, Slider

HILLS = {"level": "level", "uphill": "uphill", "downhill": "downhill"}
ARMS = {
    "swinging": "swinging, elbows bent",
    "straight": "swinging, elbows straight",
    "behind": "held behind the back",
    "chest": "held on the chest",
    "head": "held on the head",
}
# rows of findings.csv that say what is known about an option
_KNOWN = {
    "stance_pct": ("F05", "F07"),
    "level": ("F19",),
    "uphill": ("F09", "F10"),
    "downhill": ("F11",),
    "swinging": ("F03",),
    "straight": ("F18",),
    "behind": ("F17",),
    "chest": ("F17",),
    "head": ("F17",),
}

_OTHERWISE = "Uphill, and with still arms"

CONTROLS: tuple[Control, ...] = (
    Slider(
        name="pct",
        label="Moment of the stride",
        low=0,
        high=100,
        unit="%",
        play_s=5,
        wide=True,
        noted=0,
    ),
    Slider(name="stance_pct", label="Stance", low=22, high=48, unit="% of the stride"),
    Choice(name="hill", label="Hill", group=_OTHERWISE, options=list(HILLS.items()), noted=6),
    Choice(name="arms", label="Arms", group=_OTHERWISE, options=list(ARMS.items()), noted=6),
)


class StrideExplorer(ModelTool):
    """Go through a stride: the runner, the map of the body and the timeline move together.

    Parameters
    ----------
    stance_pct
        How long a foot stays on the ground, 22 to 48 % of the stride.
    pct
        The moment shown, 0 to 100 % of the stride.
    hill
        "level", "uphill" or "downhill": the words beside it say what is known; the picture
        stays that of level ground.
    arms
        "swinging", "straight", "behind", "chest" or "head"; as with the hill.

    Attributes
    ----------
    value
        The `Stride`. Setting it moves the control.
    view
        The `Moment` that the runner shows.

    Raises
    ------
    PlanError
        A value that is not legal; the tool stays as it was.

    Examples
    --------
    >>> explorer = StrideExplorer(stance_pct=30)
    >>> explorer.pct = 35
    >>> explorer.value.flight(explorer.pct)
    True
    """

    PARAMETERS = ("stance_pct",)
    FOLDED = (_OTHERWISE,)
    stance_pct = Parameter(None)
    pct = Parameter(0.0)
    hill = Parameter("level")
    arms = Parameter("swinging")

    def __init__(
        self, stance_pct: float = 40, pct: float = 0, hill: str = "level", arms: str = "swinging"
    ) -> None:
        self.pct, self.hill, self.arms = pct, hill, arms
        super().__init__(Stride(stance_pct), CONTROLS)

    @property
    def view(self) -> Moment:
        """The moment that the runner shows."""
        return Moment(self.value, self.pct)

    _check_parameter = traitlets.validate(*PARAMETERS)(ModelTool._check)
    _follow_parameter = traitlets.observe(*PARAMETERS)(ModelTool._follow)

    @traitlets.validate("value")
    def _a_stride(self, proposal: Any) -> Stride:
        stride = proposal["value"]
        if not isinstance(stride, Stride):
            raise PlanError(f"value is {stride!r}; give a Stride, such as Stride(stance_pct=35).")
        return stride

    @traitlets.validate("pct")
    def _a_moment(self, proposal: Any) -> float:
        # the slider's right end is the end of the stride, not its start
        return 100.0 if proposal["value"] == 100 else cycle(proposal["value"])

    @traitlets.validate("hill")
    def _a_hill(self, proposal: Any) -> str:
        return _one_of("hill", proposal["value"], HILLS)

    @traitlets.validate("arms")
    def _arms(self, proposal: Any) -> str:
        return _one_of("way to hold the arms", proposal["value"], ARMS)

    def _figures(self) -> list[LiveFigure]:
        runner, *others = self._views()
        return [LiveFigure(runner), *(LiveFigure(view, caption=False) for view in others)]

    def _arranged(self) -> list[Any]:
        runner, body, timeline = self.figures
        return [beside([runner, timeline], [self.panel, body])]

    def _views(self) -> list[Any]:
        return [self.view, BodyMoment(self.value, self.pct), Timeline(self.value, self.pct)]

    def _watched(self) -> list[str]:
        return ["value", "pct", "hill", "arms"]

    def _changed(self, name: str, value: Any) -> Stride:
        return Stride(**{name: value})

    def _shown(self) -> dict[str, Any]:
        own = {name: getattr(self, name) for name in ("pct", "hill", "arms")}
        return own | {"stance_pct": self.value.stance_pct}

    def _notes(self) -> Mapping[str, Sequence[Reason]]:
        notes = {
            "stance_pct": _findings("stance_pct"),
            "hill": _findings(self.hill),
            "arms": _findings(self.arms),
        }
        if self.hill != "level":
            notes["hill"] = [
                Reason("hill", "warn", "The picture stays on level ground."),
                *notes["hill"],
            ]
        if self.arms not in ("swinging",):
            notes["arms"] = [
                Reason("arms", "warn", "The picture's arms go on swinging."),
                *notes["arms"],
            ]
        return notes


def _one_of(kind: str, word: Any, known: Mapping[str, str]) -> str:
    if word not in known:
        raise unknown(kind, word, known)
    return str(word)


@cache
def _findings(option: str) -> list[Reason]:
    """Return what is known about an option, each with its source."""
    rows = tables.load("findings").set_index("id").loc[list(_KNOWN[option])]
    return [
        Reason(option, "pass", f"{fact[0].upper()}{fact[1:]} ({source}).")
        for fact, source in zip(rows.fact, rows.source, strict=True)
    ]
