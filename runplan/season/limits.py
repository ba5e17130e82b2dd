"""What may be given for a season: units, legal ranges, and what to do instead."""

from collections.abc import Iterable
from math import isfinite
from numbers import Real
from typing import Any

from attrs import Attribute, frozen

from runplan.errors import PlanError

Span = tuple[float, float]


@frozen
class Limit:
    """The legal range of one parameter.

    Parameters
    ----------
    unit
        As a coach says it after a number.
    low, high
        The smallest and the greatest legal value.
    advice
        What to do instead of an illegal value.
    whole
        Whether only whole numbers make sense.
    zero
        What 0 means where it is legal although it lies below `low`.

    Examples
    --------
    >>> LIMITS["deload_every"].check("deload_every", 1)
    Traceback (most recent call last):
    runplan.errors.PlanError: deload_every is 1; allowed: 2 to 8 weeks, or 0 (no easier weeks). \
Take 4 when unsure: three weeks that rise, then an easier one.
    """

    unit: str
    low: float
    high: float
    advice: str
    whole: bool = True
    zero: str = ""

    @property
    def allowed(self) -> str:
        """The legal values in words."""
        kind = "whole numbers from " if self.whole and not self.unit else ""
        words = f"{kind}{self.low:g} to {self.high:g} {self.unit}".rstrip()
        return f"{words}, or 0 ({self.zero})" if self.zero else words

    def check(self, name: str, value: Any) -> None:
        """Raise PlanError for what is no number, or not a legal one."""
        number = isinstance(value, Real) and not isinstance(value, bool) and isfinite(value)
        if not number or (self.whole and value != exact(int(value))):
            kind = "whole number" if self.whole else "number"
            raise PlanError(
                f"{name} is {value!r}, which is no {kind}; allowed: {self.allowed}. {self.advice}"
            )
        if not self.low <= value <= self.high and not (self.zero and value == 0):
            raise PlanError(f"{name} is {value:g}; allowed: {self.allowed}. {self.advice}")

    def check_ends(self, name: str, value: Any) -> None:
        """Raise PlanError for what is no legal (low, high)."""
        if not isinstance(value, tuple) or len(value) != 2:
            raise PlanError(
                f"{name} is {value!r}; give its lowest and highest value, such as "
                f"({self.low:g}, {self.high:g})."
            )
        for end in value:
            self.check(name, end)
        low, high = value
        if low > high:
            raise PlanError(
                f"{name} goes from {low:g} to {high:g}; the lower number comes first: "
                f"({high:g}, {low:g})."
            )


# The season's rows and those of sessions, intensity and contacts are fixed by the design; the
# other rows of a phase are ours (U): wide enough for any plan, narrow enough for a slip of the key.
LIMITS = {
    "deload_every": Limit(
        "weeks",
        2,
        8,
        "Take 4 when unsure: three weeks that rise, then an easier one.",
        zero="no easier weeks",
    ),
    "deload_volume": Limit(
        "of the phase's volume",
        0.3,
        0.95,
        "Take 0.65 when unsure: about a third less.",
        whole=False,
    ),
    "blend_weeks": Limit(
        "weeks", 0, 4, "Take 2 when unsure: two weeks from one phase's volume to the next."
    ),
    "taper_days": Limit("days", 0, 28, "Take 14 when unsure: two weeks before the race."),
    "taper_cut": Limit(
        "of the volume",
        0,
        0.8,
        "Take 0.5 when unsure: on average half of the volume goes.",
        whole=False,
    ),
    "weeks": Limit("weeks", 1, 52, "A season has 52 weeks."),
    "sessions": Limit(
        "sessions a week", 0, 5, "Runners mostly need 1 to 3; put more work into the sessions."
    ),
    "intensity_pct_1rm": Limit(
        "% 1RM", 0, 100, "100 is the weight that can be lifted just once.", whole=False
    ),
    "reps": Limit("repetitions", 1, 50, "Count those of one set."),
    "sets": Limit("sets", 1, 10, "Count those of one exercise."),
    "rest_s": Limit("s", 0, 600, "Count in seconds: 2 minutes are 120.", whole=False),
    "contacts": Limit("contacts a session", 0, 200, "Count every landing of one session once."),
    "volume_index": Limit("", 1, 200, "100 is the volume of a usual base phase.", whole=False),
    "minutes": Limit("minutes", 0, 180, "Count those of one session.", whole=False),
    "session_rpe": Limit("on the RPE scale", 0, 10, "10 is as hard as can be.", whole=False),
} | {
    share: Limit("%", 0, 100, "The four shares of the emphasis add up to 100.", whole=False)
    for share in ("max_strength", "explosive", "mobility_prevention", "corrective")
}


def exact(value: Any) -> Any:
    """Turn any kind of number into Python's `int` where it is whole, else `float`.

    >>> exact(4.0), exact("4")
    (4, '4')
    """
    if not isinstance(value, Real) or isinstance(value, bool):
        return value
    number = float(value)
    return int(number) if number.is_integer() else number


def ends(value: Any) -> Any:
    """Turn one number, or two in any sequence, into (low, high).

    >>> ends(2), ends([2, 3])
    ((2, 2), (2, 3))
    """
    if isinstance(value, Real):
        return (exact(value), exact(value))
    return tuple(map(exact, value)) if isinstance(value, Iterable) else value


def legal(model: Any, field: "Attribute[Any]", value: Any) -> None:
    """Check a model's field that holds a number; its name finds the limit."""
    LIMITS[field.name].check(_label(model, field), value)


def legal_ends(model: Any, field: "Attribute[Any]", value: Any) -> None:
    """Check a model's field that holds (low, high); its name finds the limit."""
    LIMITS[field.name].check_ends(_label(model, field), value)


def _label(model: Any, field: "Attribute[Any]") -> str:
    name = getattr(model, "name", "")
    return f"{field.name} of {name}" if name else field.name
