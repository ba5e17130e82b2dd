"""LoadExplorer: a week of strength and running, weeks in a row, and a ratio not to steer by."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import traitlets
from attrs import evolve

from runplan import tables
from runplan.errors import PlanError, unknown
from runplan.load import (
    Block,
    FitnessFatigue,
    RatioTale,
    Response,
    TrainingWeek,
    Workout,
    acwr,
    clashes,
)
from runplan.load.block import PATTERNS
from runplan.load.foster import known_day
from runplan.load.week import KINDS
from runplan.reasons import Reason
from runplan.widgets import panel as text
from runplan.widgets.live import LiveFigure
from runplan.widgets.model_tool import ModelTool, Parameter, beside
from runplan.widgets.panel import Button, Choice, Contents, Control, Panel, Slider, Words

PARTS = {"week": "the week", "curve": "fitness and fatigue", "ratio": "the ratio"}
_LONG = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
_UNSAID_H = 4.5  # the slider's left end: nobody said when the session starts
_RPE = {"strength": 7.0, "running": 4.0}  # where a new session begins (U)
_CURVE = ("tau1_d", "tau2_d", "k1", "k2")


def _day_controls(kind: str, longest: int) -> tuple[Control, ...]:
    hours = [_UNSAID_H + half / 2 for half in range(36)]
    clock = {f"{hour:g}": _clock(hour) or "not said" for hour in hours}
    group = f"{kind.capitalize()} on this day"
    return (
        Slider(name=f"{kind}_min", label="Length", group=group, low=0, high=longest, step=5,
               unit="min", words={"0": "none"}, noted=0),
        Slider(name=f"{kind}_rpe", label="Effort, RPE", group=group, low=0, high=10, step=0.5,
               unit="of 10", noted=0),
        Slider(name=f"{kind}_at", label="Start", group=group, low=hours[0], high=hours[-1],
               step=0.5, words=clock, noted=0),
    )  # fmt: skip


def _clock(hour: float) -> str:
    """Return a slider's hour as a time of day, "" for its left end."""
    return "" if hour == _UNSAID_H else f"{int(hour):02}:{round(hour % 1 * 60):02}"


WEEK: tuple[Control, ...] = (
    Choice(name="day", label="Day", options=list(_LONG.items()), wide=True, noted=0),
    *_day_controls("strength", 120),
    *_day_controls("running", 240),
    Words(name="coach", label="What a coach would say", noted=5),
)
IN_A_ROW: tuple[Control, ...] = (
    Choice(name="pattern", label="Weeks in a row", options=list(PATTERNS.items()), noted=0),
    Slider(name="weeks", label="How many", low=8, high=26, unit="weeks", noted=0),
)
CURVE: tuple[Control, ...] = (
    *IN_A_ROW,
    Slider(name="tau1_d", label="Fitness fades in", low=20, high=60, unit="days", noted=0),
    Slider(name="tau2_d", label="Fatigue fades in", low=3, high=15, unit="days", noted=0),
    Slider(name="k1", label="Fitness counts", low=0, high=3, step=0.25, unit="×", noted=0),
    Slider(name="k2", label="Fatigue counts", low=0, high=4, step=0.25, unit="×", noted=0),
    Button(name="usual", label="The usual starting values"),
    Words(name="once", label="What that means", noted=8),
)
RATIO: tuple[Control, ...] = (*IN_A_ROW, Words(name="why", label="Why not", noted=9))


class LoadExplorer(ModelTool):
    """See what a week of strength and running adds up to, and what weeks in a row may do.

    Parameters
    ----------
    week
        The `TrainingWeek` to start with; None is an empty one.
    part
        "all", or only "week", "curve" (fitness and fatigue) or "ratio".
    **traits
        Any of the traits below.

    Attributes
    ----------
    value
        The `TrainingWeek`. Setting it moves all controls.
    day
        The day whose sessions the controls show.
    strength_min, strength_rpe, strength_at, running_min, running_rpe, running_at
        Length, effort and start ("18:00", or "") of the first session of a kind on that day.
    pattern, weeks
        How the week is repeated, as in `Block`.
    model
        The `FitnessFatigue`; its tau1_d, tau2_d, k1 and k2 are traits, too.
    block, response, tale
        What the second and the third picture show.

    Raises
    ------
    PlanError
        A value that is not legal, minutes that would count twice among them; the tool stays as
        it was.

    Examples
    --------
    >>> explorer = LoadExplorer(day="tue")
    >>> explorer.running_min = 60
    >>> explorer.running_rpe = 8
    >>> explorer.value.load_au
    480.0
    """

    PARAMETERS = ("workouts",)
    workouts = Parameter(None)
    day = Parameter("mon")
    strength_min = Parameter(0.0)
    strength_rpe = Parameter(_RPE["strength"])
    strength_at = Parameter("")
    running_min = Parameter(0.0)
    running_rpe = Parameter(_RPE["running"])
    running_at = Parameter("")
    pattern = Parameter("steady")
    weeks = Parameter(12)
    model = Parameter(FitnessFatigue())
    tau1_d = Parameter(42)
    tau2_d = Parameter(7)
    k1 = Parameter(1)
    k2 = Parameter(2)
    part = Parameter("all")

    def __init__(self, week: TrainingWeek | None = None, part: str = "all", **traits: Any) -> None:
        for name in traits:
            if name not in _SETTABLE:
                raise unknown("option of LoadExplorer", name, _SETTABLE)
        self._curve = Panel(CURVE, self._by_hand, self._press)
        self._ratio = Panel(RATIO, self._by_hand, self._press)
        self._spreading = False
        self.part = part
        super().__init__(TrainingWeek([]) if week is None else week, WEEK)
        for name in _SETTABLE:
            if name in traits:
                self.set_trait(name, traits[name])

    @property
    def view(self) -> TrainingWeek | Response | RatioTale:
        """What is seen first."""
        views = dict(zip(PARTS, self._views(), strict=True))
        shown: TrainingWeek | Response | RatioTale = views.get(self.part, self.value)
        return shown

    @property
    def block(self) -> Block:
        """The weeks in a row."""
        return Block(self.value, self.pattern, self.weeks)

    @property
    def response(self) -> Response:
        """What they do to fitness, fatigue and performance."""
        return Response(self.model, self.block.daily())

    @property
    def tale(self) -> RatioTale:
        """What the ratio would make of them."""
        return RatioTale(self.block.daily())

    @property
    def panels(self) -> list[Panel]:
        """The controls of week, curve and ratio."""
        return [self.panel, self._curve, self._ratio]

    _check_parameter = traitlets.validate(*PARAMETERS)(ModelTool._check)
    _follow_parameter = traitlets.observe(*PARAMETERS)(ModelTool._follow)

    @traitlets.validate("value")
    def _a_week(self, proposal: Any) -> TrainingWeek:
        week = proposal["value"]
        if not isinstance(week, TrainingWeek):
            raise PlanError(f"value is {week!r}; give a TrainingWeek.")
        return week

    @traitlets.validate("day")
    def _a_day(self, proposal: Any) -> str:
        return known_day(proposal["value"])

    @traitlets.validate("pattern", "weeks")
    def _a_block(self, proposal: Any) -> Any:
        name = proposal["trait"].name
        return getattr(Block(TrainingWeek([]), **{name: proposal["value"]}), name)

    @traitlets.validate("model")
    def _a_model(self, proposal: Any) -> FitnessFatigue:
        if not isinstance(proposal["value"], FitnessFatigue):
            raise PlanError(f"model is {proposal['value']!r}; give a FitnessFatigue.")
        return proposal["value"]

    @traitlets.validate("part")
    def _a_part(self, proposal: Any) -> str:
        if proposal["value"] not in ("all", *PARTS):
            raise unknown("part", proposal["value"], ("all", *PARTS))
        return str(proposal["value"])

    @traitlets.validate(*_CURVE)
    def _check_curve(self, proposal: Any) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        return value if self._spreading else getattr(self.model.replace(**{name: value}), name)

    @traitlets.observe(*_CURVE)
    def _follow_curve(self, change: Any) -> None:
        if not self._spreading:
            self.model = self.model.replace(**{change["name"]: change["new"]})

    @traitlets.validate(*[f"{kind}_{what}" for kind in KINDS for what in ("min", "rpe", "at")])
    def _check_session(self, proposal: Any) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        if self._spreading:
            return value
        kind, what = name.split("_")
        own, others = self._session(kind)
        changed = evolve(own, **{_FIELDS[what]: value})
        self._edited = TrainingWeek([changed, *others])
        return getattr(changed, _FIELDS[what])

    @traitlets.observe(*[f"{kind}_{what}" for kind in KINDS for what in ("min", "rpe", "at")])
    def _follow_session(self, _change: object) -> None:
        if not self._spreading:
            self.value = self._edited

    @traitlets.observe("value", "day", "model")
    def _show_parts(self, _change: object) -> None:
        """Move the traits of the day's sessions and of the curve to where value and model are."""
        self._spreading = True
        try:
            for kind in KINDS:
                own, _ = self._session(kind)
                for what, name in _FIELDS.items():
                    self.set_trait(f"{kind}_{what}", getattr(own, name))
            for name in _CURVE:
                self.set_trait(name, getattr(self.model, name))
        finally:
            self._spreading = False

    @traitlets.observe("part")
    def _rearrange(self, _change: object) -> None:
        if self.children:
            self.children = self._arranged()

    def _session(self, kind: str) -> tuple[Workout, list[Workout]]:
        """Return the first session of a kind on the day shown, or an empty one, and the others."""
        own = [w for w in self.value.workouts if (w.day, w.kind) == (self.day, kind)]
        first = own[0] if own else Workout(self.day, kind, 0, _RPE[kind])
        return first, [w for w in self.value.workouts if w is not first]

    def _figures(self) -> list[LiveFigure]:
        return [LiveFigure(view) for view in self._views()]

    def _arranged(self) -> list[Any]:
        stages = zip(PARTS, self.figures, self.panels, strict=True)
        return [
            beside([figure], [panel])
            for part, figure, panel in stages
            if self.part in ("all", part)
        ]

    def _views(self) -> list[Any]:
        return [self.value, self.response, self.tale]

    def _watched(self) -> list[str]:
        return ["value", "day", "pattern", "weeks", "model"]

    def _changed(self, name: str, value: Any) -> TrainingWeek:
        return TrainingWeek(**{name: value})

    def _shown(self) -> dict[str, Any]:
        shown: dict[str, Any] = {"day": self.day}
        for kind in KINDS:
            at = getattr(self, f"{kind}_at")
            shown |= {f"{kind}_{what}": getattr(self, f"{kind}_{what}") for what in ("min", "rpe")}
            shown[f"{kind}_at"] = _hour(at)
        return shown

    def _notes(self) -> Mapping[str, Sequence[Reason]]:
        return {}

    def _contents(self) -> Contents:
        return {"coach": _advice(self.value)}

    def _refresh(self, change: object = None) -> None:
        super()._refresh(change)
        # each panel knows its own controls only, or it would send back what another has moved
        row = {"pattern": self.pattern, "weeks": self.weeks}
        own = {name: getattr(self.model, name) for name in _CURVE}
        usual = {"usual": self.model != FitnessFatigue()}
        self._curve.show(row | own | usual, {}, {"once": _meaning(self.model)})
        self._ratio.show(row, {}, {"why": _against(self.block)})

    def _by_hand(self, moved: dict[str, Any]) -> None:
        # quick hands move a slider and turn to another day in one message: the day comes last
        super()._by_hand(dict(sorted(moved.items(), key=lambda move: move[0] == "day")))

    def _move(self, name: str, value: Any) -> None:
        super()._move(name, _clock(value) if name.endswith("_at") else value)

    def _press(self, _name: str) -> None:
        self.model = FitnessFatigue()


_FIELDS = {"min": "minutes", "rpe": "rpe", "at": "start"}
_SETTABLE = (
    "day",
    *(f"{kind}_{what}" for kind in KINDS for what in _FIELDS),
    "pattern",
    "weeks",
    "model",
    *_CURVE,
)


def _hour(start: str) -> float:
    """Return where a start lies on its slider, to the nearest half hour."""
    if not start:
        return _UNSAID_H
    hours, minutes = start.split(":")
    return max(_UNSAID_H + 0.5, min(22.0, int(hours) + round(int(minutes) / 30) / 2))


def _advice(week: TrainingWeek) -> list[text.Block]:
    reasons = [*(clash.reason for clash in clashes(week)), *week.warnings()]
    if not reasons:
        return [text.Block("Strength stands well beside running, and the days differ.")]
    return [text.Block(text.said(reason), level=reason.level) for reason in reasons]


def _meaning(model: FitnessFatigue) -> list[text.Block]:
    gain, best = model.days_to_gain, model.days_to_best
    if gain == float("inf"):
        once = "a load never does more good than harm."
    else:
        once = f"one load does more good than harm from day {gain:.1f} on, most on day {best:.1f}."
    return [
        text.Block(f"By these values {once}"),
        text.Block(
            f"Fades in {model.tau1_d:g} days means: about a third is left by then, about a "
            f"seventh after {2 * model.tau1_d:g}."
        ),
        text.Block("Not a plan: they must be fitted to a person.", level="warn"),
        text.Block(items=[_fact("F45"), _fact("F46")]),
    ]


def _against(block: Block) -> list[text.Block]:
    reasons = acwr(block.daily()).reasons
    return [
        *(text.Block(text.said(reason), level=reason.level) for reason in reasons),
        text.Block(items=[_fact("F42")]),
    ]


@cache
def _fact(row: str) -> str:
    """Return a row of findings.csv with its source."""
    found = tables.load("findings").set_index("id").loc[row]
    return f"{found.fact[0].upper()}{found.fact[1:]} ({found.source})."
