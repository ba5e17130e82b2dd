"""SeasonPlanner: the year answers at once to what is changed in it."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets

from runplan.errors import PlanError
from runplan.reasons import Reason
from runplan.season import Phase, Season
from runplan.season.compare import Comparison
from runplan.season.given import typed
from runplan.season.limits import LIMITS
from runplan.season.phase import NAMES
from runplan.season.wording import TITLES
from runplan.widgets.model_tool import ModelTool, Parameter
from runplan.widgets.panel import Button, Choice, Control, Entry, Slider

# controls of a phase that move one end of a range: their name → the range and the end
_ENDS = {
    f"{field}_{end}": (field, place)
    for field in ("sessions", "intensity_pct_1rm", "contacts")
    for place, end in enumerate(("low", "high"))
}
_OF_PHASE = (*_ENDS, "volume_index", "minutes", "session_rpe")


def _slider(name: str, label: str, group: str, **more: Any) -> Slider:
    """Make the slider of a parameter with its legal range."""
    limit = LIMITS[name if name in LIMITS else _ENDS[name][0]]
    low = 0 if limit.zero else limit.low
    return Slider(
        name=name,
        label=label,
        group=group,
        **({"low": low, "high": limit.high, "unit": limit.unit} | more),
    )


_YEAR, _EASIER, _PHASE, _COPY = "The year", "Easier weeks and taper", "One phase", "Whole years"

CONTROLS: tuple[Control, ...] = (
    Entry(name="races", label="Races (dates)", group=_YEAR, hint="2027-05-09, 2027-10-03"),
    Choice(
        name="hemisphere",
        label="Hemisphere",
        group=_YEAR,
        noted=0,
        options=[("north", "north"), ("south", "south")],
    ),
    Entry(name="start_date", label="Start (a date)", group=_YEAR, hint="as usual", noted=1),
    _slider(
        "deload_every",
        "An easier week every",
        _EASIER,
        skip=(1,),
        words={"0": "never"},
    ),
    _slider(
        "deload_volume",
        "Volume of an easier week",
        _EASIER,
        step=0.05,
        factor=100,
        unit="% of the phase's",
    ),
    _slider("blend_weeks", "Blend between phases over", _EASIER, words={"0": "nothing"}),
    _slider("taper_days", "Taper", _EASIER, words={"0": "none"}),
    _slider(
        "taper_cut",
        "Mean cut of the taper",
        _EASIER,
        step=0.05,
        factor=100,
        unit="% of the volume",
    ),
    Choice(
        name="phase", label="Phase", group=_PHASE, options=[(name, TITLES[name]) for name in NAMES]
    ),
    _slider("sessions_low", "Sessions, at least", _PHASE, unit="a week"),
    _slider("sessions_high", "Sessions, at most", _PHASE, unit="a week"),
    _slider("intensity_pct_1rm_low", "Intensity, at least", _PHASE, step=5),
    _slider("intensity_pct_1rm_high", "Intensity, at most", _PHASE, step=5),
    _slider("contacts_low", "Contacts, at least", _PHASE, step=10, unit="a session"),
    _slider("contacts_high", "Contacts, at most", _PHASE, step=10, unit="a session"),
    _slider("volume_index", "Volume", _PHASE, low=5, step=5, unit="(base = 100)", noted=0),
    _slider("minutes", "Length of a session", _PHASE, step=5, unit="min", noted=0),
    _slider("session_rpe", "Effort of a session", _PHASE, unit="RPE, of 10", noted=0),
    Choice(
        name="level",
        label="Runner's level",
        group=_COPY,
        noted=0,
        options=[("1", "1 beginner"), ("2", "2 intermediate"), ("3", "3 advanced")],
    ),
    Button(name="article", label="The article's year", group=_COPY),
    Button(name="evidence", label="The year as trials support it", group=_COPY),
    Button(name="reset", label="Reset", group=_COPY),
    Button(name="keep", label="Keep a copy to compare", group=_COPY),
    Button(name="drop", label="Drop the copy", group=_COPY),
)


class SeasonPlanner(ModelTool):
    """Plan a year: races, phases, easier weeks and taper, with what a coach would say.

    Parameters
    ----------
    season
        Where to start; None is `Season()`.
    **parameters
        Parameters of `Season` that differ from it. Each is a trait too.

    Attributes
    ----------
    value
        The season. Setting it moves all controls.
    phase
        The phase whose numbers the controls show.
    level
        The runner's, 1 to 3; it sets the ceiling of contacts.
    kept
        A copy to compare with, or None.

    Raises
    ------
    PlanError
        A value that is not legal; the tool stays as it was.

    Examples
    --------
    >>> planner = SeasonPlanner(races="2027-09-05", start_date="2026-11-30")
    >>> planner.deload_every = 3
    >>> planner.value
    Season(2026-11-30 to 2027-11-22, race 2027-09-05, deload every 3 weeks, taper 14 days)
    """

    PARAMETERS = (
        "races",
        "hemisphere",
        "start_date",
        "phases",
        "deload_every",
        "deload_volume",
        "blend_weeks",
        "taper_days",
        "taper_cut",
    )
    races = Parameter(None)
    hemisphere = Parameter(None)
    start_date = Parameter(None)
    phases = Parameter(None)
    deload_every = Parameter(None)
    deload_volume = Parameter(None)
    blend_weeks = Parameter(None)
    taper_days = Parameter(None)
    taper_cut = Parameter(None)
    CONTROLS: tuple[Control, ...] = CONTROLS
    FOLDED: tuple[str, ...] = (_PHASE,)
    phase = traitlets.Unicode("base")
    level = Parameter(1)
    kept = Parameter(None)

    def __init__(self, season: Season | None = None, **parameters: Any) -> None:
        start = (season or Season()).replace(**parameters)
        self._start = start
        super().__init__(start, self.CONTROLS)

    @property
    def view(self) -> Season | Comparison:
        """What the picture shows: the season, or both when a copy is kept."""
        return Comparison(self.value, self.kept) if self.kept else self.value

    def keep(self) -> None:
        """Keep a copy of the season as it is, to compare with."""
        self.kept = self.value

    def reset(self) -> None:
        """Return to the season at the start."""
        self.value = self._start

    def preset(self, name: str) -> None:
        """Take the "article" year or the "evidence" year, with the same races and start."""
        make = {"article": Season.from_article, "evidence": Season.from_evidence}[name]
        own = self.value
        self.value = make(own.races, own.hemisphere, own.start_date)

    _check_parameter = traitlets.validate(*PARAMETERS)(ModelTool._check)
    _follow_parameter = traitlets.observe(*PARAMETERS)(ModelTool._follow)

    @traitlets.validate("value", "kept")
    def _a_season(self, proposal: Any) -> Season | None:
        season, name = proposal["value"], proposal["trait"].name
        if not (isinstance(season, Season) or (name == "kept" and season is None)):
            raise PlanError(f"{name} is {season!r}; give a Season.")
        return season

    @traitlets.validate("phase")
    def _a_phase(self, proposal: Any) -> str:
        return str(Phase.shipped(proposal["value"]).name)

    @traitlets.validate("level")
    def _a_level(self, proposal: Any) -> Any:
        self.value.warnings(proposal["value"])
        return proposal["value"]

    def _watched(self) -> list[str]:
        return ["value", "phase", "level", "kept"]

    def _changed(self, name: str, value: Any) -> Season:
        changed: Season = self.value.replace(**{name: value})
        return changed

    def _shown(self) -> dict[str, Any]:
        season = self.value
        own = {name: getattr(season, name) for name in self.PARAMETERS if name != "phases"}
        phase = season.phase(self.phase)
        ends = {name: getattr(phase, field)[place] for name, (field, place) in _ENDS.items()}
        return (
            own
            | {name: getattr(phase, name) for name in _OF_PHASE if name not in _ENDS}
            | ends
            | {
                "races": ", ".join(map(str, season.races)),
                "start_date": str(season.start_date),
                "phase": self.phase,
                "level": str(self.level),
            }
            | dict.fromkeys(("article", "evidence", "reset", "keep"), True)
            | {"drop": self.kept is not None}
        )

    def _notes(self) -> Mapping[str, Sequence[Reason]]:
        notes: dict[str, list[Reason]] = {}
        if self._wrong:
            return notes  # they are about the year before what was typed now
        here = TITLES[self.phase].capitalize()
        for reason in self.value.warnings(self.level):
            name = reason.rule
            if name in ("sessions", "intensity_pct_1rm", "contacts"):
                if not reason.text.startswith(here + " "):
                    name = "phase"
                else:
                    name += (
                        "_low"
                        if "starts at" in reason.text or "allows weeks" in reason.text
                        else "_high"
                    )
            notes.setdefault(name, []).append(reason)
        return notes

    def _move(self, name: str, value: Any) -> None:
        if name in _OF_PHASE:
            self._move_phase(name, value)
        elif name == "races":
            self.races = typed(value)
        elif name == "start_date":
            self.start_date = value.strip() or None
        elif name == "level":
            self.level = int(value)
        else:
            super()._move(name, value)

    def _move_phase(self, name: str, value: float) -> None:
        """Move a number of the phase; one end of a range takes the other along."""
        phase = self.value.phase(self.phase)
        if name in _ENDS:
            name, place = _ENDS[name]
            low, high = getattr(phase, name)
            ends = (value, max(value, high)) if place == 0 else (min(low, value), value)
            self.phases = [phase.replace(**{name: ends})]
        else:
            self.phases = [phase.replace(**{name: value})]

    def _press(self, name: str) -> None:
        if name == "keep":
            self.keep()
        elif name == "drop":
            self.kept = None
        elif name == "reset":
            self.reset()
        else:
            self.preset(name)
