"""A trainer's own edits: swap an exercise, move or drop a session, add a note."""

from collections.abc import Iterable
from typing import Any

from attrs import Attribute, field, frozen

from runplan.errors import PlanError
from runplan.load.foster import known_day
from runplan.plan.runner import text
from runplan.season.layout import WEEKS


def _within(_: Any, attribute: "Attribute[Any]", value: Any) -> None:
    most, what = (WEEKS, "week of the season") if attribute.name == "week" else (7, "session")
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
        raise PlanError(
            f"{attribute.name} is {value!r}; give the number of the {what}, 1 to {most}."
        )


def _exercise(value: Any) -> str:
    return str(getattr(value, "id", None) or text(value, "The exercise"))


def _note(value: Any) -> str:
    return text(value, "The note")


@frozen
class Swap:
    """Another exercise in one session, with the sets and rest of the old one's superset.

    Parameters
    ----------
    week, slot
        Week of the season (1–52), session of the week (1 is the first).
    old, new
        Exercise, or its id or name in the plan's library.

    Examples
    --------
    >>> Swap(3, 1, "push_up", "incline_push_up")
    Swap(week=3, slot=1, old='push_up', new='incline_push_up')
    """

    week: int = field(validator=_within)
    slot: int = field(validator=_within)
    old: str = field(converter=_exercise)
    new: str = field(converter=_exercise)

    def __str__(self) -> str:
        return f"week {self.week}, session {self.slot}: {self.new} for {self.old}"


@frozen
class Move:
    """One session on another day of its week, "mon" to "sun"."""

    week: int = field(validator=_within)
    slot: int = field(validator=_within)
    day: str = field(converter=known_day)

    def __str__(self) -> str:
        return f"week {self.week}, session {self.slot}: on {self.day}"


@frozen
class Drop:
    """One session left out."""

    week: int = field(validator=_within)
    slot: int = field(validator=_within)

    def __str__(self) -> str:
        return f"week {self.week}, session {self.slot}: left out"


@frozen
class Note:
    """A note to one session, in the trainer's words."""

    week: int = field(validator=_within)
    slot: int = field(validator=_within)
    text: str = field(converter=_note)

    def __str__(self) -> str:
        return f"week {self.week}, session {self.slot}: note"


Change = Swap | Move | Drop | Note


def changes(value: Any) -> tuple[Change, ...]:
    """Return one change or several as a tuple, in the order given."""
    given = () if value is None else value
    several = tuple(given) if isinstance(given, Iterable) else (given,)
    for one in several:
        if not isinstance(one, Change):
            raise PlanError(
                f'{one!r} is no change; write Swap(3, 1, "push_up", "incline_push_up"), '
                'Move(3, 1, "wed"), Drop(3, 1) or Note(3, 1, "bring a band").'
            )
    return several
