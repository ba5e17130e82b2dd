"""Weeks in a row: one week again and again, in steps, with a taper, a holiday or a jump."""

from typing import Any

from attrs import evolve, field, frozen

from runplan.errors import PlanError, unknown
from runplan.load.week import TrainingWeek

# how the weeks follow each other, as people read it; the numbers are ours (U), the steps and the
# taper as in the season's defaults
PATTERNS = {
    "steady": "the same week every week",
    "steps": "three weeks rising, then an easier one",
    "taper": "in steps, the last two weeks a taper",
    "holiday": "the same week, once a week off",
    "jump": "the same week, once twice as much",
}
_STEPS = (0.90, 1.00, 1.10, 0.65)
_TAPER = (0.60, 0.40)  # a mean cut of one half
_ONCE = {"holiday": 0.0, "jump": 2.0}


def _weeks(value: Any) -> int:
    if isinstance(value, bool) or value != value or value not in range(8, 27):  # noqa: PLR0124
        raise PlanError(f"weeks is {value!r}; allowed: whole weeks from 8 to 26.")
    return int(value)


def _pattern(value: Any) -> str:
    if value not in PATTERNS:
        raise unknown("pattern of weeks", value, PATTERNS)
    return str(value)


def _week(value: Any) -> TrainingWeek:
    if not isinstance(value, TrainingWeek):
        raise PlanError(f"week is {value!r}; give a TrainingWeek.")
    return value


@frozen
class Block:
    """Several weeks made from one.

    Parameters
    ----------
    week
        The ordinary week.
    pattern
        "steady"; "steps": 90, 100 and 110 % and then an easier week of 65 %; "taper": in steps,
        but 60 and 40 % in the last two weeks; "holiday" and "jump": one week of nothing or of
        200 % just after the middle.
    weeks
        How many, 8 to 26.

    Examples
    --------
    >>> from runplan import Workout
    >>> week = TrainingWeek([Workout("tue", "running", 60, 5)])
    >>> Block(week, "taper", 8).weekly()
    [270.0, 300.0, 330.0, 195.0, 270.0, 300.0, 180.0, 120.0]
    """

    week: TrainingWeek = field(converter=_week)
    pattern: str = field(default="steady", converter=_pattern)
    weeks: int = field(default=12, converter=_weeks)

    def shares(self) -> list[float]:
        """Return each week's part of the ordinary week."""
        if self.pattern in ("steps", "taper"):
            steps = [_STEPS[week % len(_STEPS)] for week in range(self.weeks)]
            return steps if self.pattern == "steps" else [*steps[: -len(_TAPER)], *_TAPER]
        shares = [1.0] * self.weeks
        if self.pattern in _ONCE:
            shares[self.special - 1] = _ONCE[self.pattern]
        return shares

    @property
    def special(self) -> int:
        """The week, from 1, of the holiday or the jump."""
        return self.weeks // 2 + 1

    def daily(self) -> tuple[float, ...]:
        """Return the load of each day in AU."""
        ordinary = self.week.daily().load_au.tolist()
        return tuple(share * load for share in self.shares() for load in ordinary)

    def weekly(self) -> list[float]:
        """Return the load of each week in AU."""
        return [share * self.week.load_au for share in self.shares()]

    def replace(self, **changes: Any) -> "Block":
        """Return a new, re-checked block with some values changed."""
        return evolve(self, **changes)
