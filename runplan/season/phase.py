"""A phase of the year: how often, how heavy, how much."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from attrs import evolve, field, fields, frozen

from runplan import tables
from runplan.errors import PlanError, unknown
from runplan.season.limits import Span, ends, exact, legal, legal_ends
from runplan.season.wording import TITLES, count, span
from runplan.show import card

NAMES = ("base", "transition_spring", "competition", "recovery", "re_entry")


@frozen(eq=False)
class Emphasis(Mapping[str, float]):
    """The shares of a phase's work in %, together 100; reads like a dict.

    Examples
    --------
    >>> Emphasis(60, 10, 20, 10)["explosive"]
    10.0
    """

    max_strength: float = field(converter=exact, validator=legal)
    explosive: float = field(converter=exact, validator=legal)
    mobility_prevention: float = field(converter=exact, validator=legal)
    corrective: float = field(converter=exact, validator=legal)

    def __attrs_post_init__(self) -> None:
        total = sum(self.values())
        if abs(total - 100) > 1e-6:
            raise PlanError(
                f"The emphasis adds up to {total:g} %: {_shares(self)}. "
                "The four shares must make 100 %; raise one or lower one."
            )

    def __getitem__(self, name: str) -> float:
        if name not in _SHARES:
            raise KeyError(name)
        return float(getattr(self, name))

    def __iter__(self) -> Iterator[str]:
        return iter(_SHARES)

    def __len__(self) -> int:
        return len(_SHARES)

    def __hash__(self) -> int:
        return hash(tuple(self.values()))


_SHARES = tuple(share.name for share in fields(Emphasis))


def _emphasis(value: Any) -> Emphasis:
    if isinstance(value, Emphasis):
        return value
    try:
        shares = dict(value)
    except (TypeError, ValueError):
        raise PlanError(
            f"emphasis is {value!r}; give the four shares in %, such as "
            "{'max_strength': 60, 'explosive': 10, 'mobility_prevention': 20, 'corrective': 10}."
        ) from None
    for name in shares:
        if name not in _SHARES:
            raise unknown("emphasis", name, _SHARES)
    return Emphasis(**{name: shares.get(name, 0) for name in _SHARES})


def _name(value: Any) -> str:
    if value not in NAMES:
        raise unknown("phase", value, NAMES)
    return str(value)


@frozen(repr=False)
class Phase:
    """One phase of the year; ranges are (low, high), and one number stands for both.

    Parameters
    ----------
    name
        base, transition_spring, competition, recovery or re_entry.
    weeks
        Full length; a season shortens it where a race leaves less room.
    sessions
        Strength sessions a week.
    intensity_pct_1rm
        Load in % of the weight that can be lifted once.
    reps, sets, rest_s
        Of one exercise; rest between sets in seconds.
    emphasis
        Shares of the work in %: an `Emphasis`, or a dict of its names; a share left out is 0.
    contacts
        Landings of jumps a session.
    volume_index
        Weekly volume, base = 100.
    minutes
        Length of one session.
    session_rpe
        Effort of a whole session, 0 to 10.

    Raises
    ------
    PlanError
        A value outside what is legal, with what is.

    Notes
    -----
    Sessions and emphasis come from the article; the numbers are teaching choices (U) fitted
    to the evidence, as `load_phases()` says row by row.

    Examples
    --------
    >>> Phase.shipped("base")
    Phase(base: 16 weeks, 2–3 a week, 80–90 % 1RM, volume 100)
    >>> Phase.shipped("base").replace(sessions=2).sessions
    (2, 2)
    """

    name: str = field(converter=_name)
    weeks: int = field(converter=exact, validator=legal)
    sessions: tuple[int, int] = field(converter=ends, validator=legal_ends)
    intensity_pct_1rm: Span = field(converter=ends, validator=legal_ends)
    reps: tuple[int, int] = field(converter=ends, validator=legal_ends)
    sets: tuple[int, int] = field(converter=ends, validator=legal_ends)
    rest_s: Span = field(converter=ends, validator=legal_ends)
    emphasis: Mapping[str, float] = field(converter=_emphasis)
    contacts: tuple[int, int] = field(converter=ends, validator=legal_ends)
    volume_index: float = field(converter=exact, validator=legal)
    minutes: float = field(converter=exact, validator=legal)
    session_rpe: float = field(converter=exact, validator=legal)

    @classmethod
    def shipped(cls, name: str) -> "Phase":
        """Return the phase of that name as `load_phases()` has it."""
        return shipped()[_name(name)]

    def replace(self, **changes: Any) -> "Phase":
        """Return a new, re-checked phase with some values changed."""
        check_names("a phase", changes, fields(Phase))
        return evolve(self, **changes)

    def describe(self) -> str:
        """Say the phase in one sentence."""
        return (
            f"{self.title.capitalize()}: up to {self.weeks} weeks with "
            f"{span(self.sessions)} sessions a week of {self.minutes:g} min, "
            f"{span(self.sets)} sets of {span(self.reps)} repetitions at "
            f"{span(self.intensity_pct_1rm)} % 1RM with {span(self.rest_s)} s rest, "
            f"{span(self.contacts)} contacts a session, at RPE {self.session_rpe:g}."
        )

    @property
    def title(self) -> str:
        """The name as people write it."""
        return TITLES[self.name]

    def __repr__(self) -> str:
        return (
            f"Phase({self.name}: {count(self.weeks, 'week')}, {span(self.sessions)} a week, "
            f"{span(self.intensity_pct_1rm)} % 1RM, volume {self.volume_index:g})"
        )

    def _repr_html_(self) -> str:
        import pandas as pd

        rows = {
            "sessions a week": span(self.sessions),
            "minutes a session": f"{self.minutes:g}",
            "load, % 1RM": span(self.intensity_pct_1rm),
            "repetitions": span(self.reps),
            "sets": span(self.sets),
            "rest, s": span(self.rest_s),
            "contacts a session": span(self.contacts),
            "emphasis, %": _shares(self.emphasis),
            "volume, base = 100": f"{self.volume_index:g}",
            "session RPE": f"{self.session_rpe:g}",
        }
        return card(self.title, self.describe(), pd.DataFrame({"value": rows}))


def _shares(emphasis: Mapping[str, float]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {share:g}" for name, share in emphasis.items())


def check_names(what: str, changes: Mapping[str, Any], known: Any) -> None:
    """Raise PlanError, with the nearest names, where a change names no parameter."""
    names = [name.alias for name in known if name.init]
    for name in changes:
        if name not in names:
            raise unknown(f"parameter of {what}", name, names)


@cache
def shipped() -> dict[str, Phase]:
    """Return the phases of `load_phases()` by name."""
    phases = {}
    for row in tables.load_phases().itertuples():
        phases[str(row.phase)] = Phase(
            name=row.phase,
            weeks=row.weeks_full,
            sessions=(row.sessions_min, row.sessions_max),
            intensity_pct_1rm=(row.intensity_min_pct1rm, row.intensity_max_pct1rm),
            reps=(row.reps_min, row.reps_max),
            sets=(row.sets_min, row.sets_max),
            rest_s=(row.rest_s_min, row.rest_s_max),
            emphasis={share: getattr(row, column) for share, column in _COLUMNS.items()},
            contacts=(row.contacts_per_session_min, row.contacts_per_session_max),
            volume_index=row.volume_index,
            minutes=row.session_min,
            session_rpe=row.session_rpe,
        )
    return phases


_COLUMNS = {
    "max_strength": "emph_max_strength",
    "explosive": "emph_explosive",
    "mobility_prevention": "emph_mobility_prevention",
    "corrective": "emph_corrective",
}
