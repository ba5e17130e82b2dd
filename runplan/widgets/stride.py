"""StrideExplorer: one slider through the stride; runner, body map and timeline follow."""

import re
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
# rows of findings.csv that say what is known about an option …
_KNOWN = {
    "stance_pct": ("F05", "F07"),
    "level": (),
    "uphill": ("F09", "F10"),
    "downhill": ("F11",),
    "swinging": ("F03",),
    "straight": ("F18",),
    "behind": ("F17",),
    "chest": ("F17",),
    "head": ("F17",),
}

# … and how a coach says each; {0}, {1} … are the row's own numbers
_PLAIN = {
    "F03": "The arms hardly push: less than {0} % of the body's speeding up comes from them.",
    "F05": "Up to about {0} m/s runners get faster mainly by longer strides, carried by the calf.",
    "F07": "The faster, the harder the recorded leg muscles work.",
    "F09": "On a slope of {1}° the hip does nearly all the extra work of each step; knee and ankle "
    "work about as before.",
    "F10": "More muscle takes part uphill, {0} % against {1} % on level ground: above all more of "
    "the vasti.",
    "F11": "The knee takes up more, and the landing is harder.",
    "F17": "Running costs more energy: {0} % more with the hands behind the back, {1} % on the "
    "chest, {2} % on the head. Shoulders and pelvis turn more.",
    "F18": "Bent or straight, the elbows change nothing about what running costs.",
}
_EASY = Stride()
_FITTED = Reason(
    "stance_pct",
    "warn",
    f"The bars were recorded at about {_EASY.stance_pct:g} % stance and are fitted to this one. "
    "Do not read from them what a faster or slower runner's muscles do.",
)

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
    Choice(name="hill", label="Hill", options=list(HILLS.items()), noted=6),
    Choice(name="arms", label="Arms", options=list(ARMS.items()), noted=5),
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
    ANSWER = ("stance_pct", "pct", "hill", "arms")
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
        if self.value != _EASY:
            notes["stance_pct"] = [_FITTED, *notes["stance_pct"]]
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
    """Return what is known about an option in plain words, each with its source."""
    rows = tables.load("findings").set_index("id").loc[list(_KNOWN[option])]
    return [
        Reason(option, "pass", f"{plain(str(row))} ({source.partition(' (')[0]})")
        for row, source in rows.source.items()
    ]


def plain(row: str) -> str:
    """Say a row of findings.csv as a coach would, with the row's numbers.

    >>> plain("F18")
    'Bent or straight, the elbows change nothing about what running costs.'
    """
    found = tables.load("findings").set_index("id").loc[row]
    numbers = re.findall(r"\d+(?:\.\d+)?", f"{found.topic} {found.fact}")
    return _PLAIN[row].format(*numbers)
