"""What a picture shows of a session: its time, and each superset's verdict for a runner's level."""

from functools import cached_property
from typing import Any

from attrs import field, frozen

from runplan.errors import PlanError
from runplan.reasons import Level
from runplan.supersets.review import Review
from runplan.supersets.rules import contacts_ceiling, contacts_start
from runplan.supersets.session import Session

_SAID = {"warn": "warnings", "fail": "fails"}


def session_or_error(given: Any) -> Session:
    """Return a session, or refuse what is none."""
    if not isinstance(given, Session):
        raise PlanError(f"{given!r} is no session; give a Session, such as article_session().")
    return given


@frozen
class SessionView:
    """A session as it is judged for a level.

    Parameters
    ----------
    session
        The session.
    level
        The runner's level, 1 to 3.

    Raises
    ------
    PlanError
        What is given is no session; the level does not exist.

    Examples
    --------
    >>> from runplan import article_session
    >>> print(SessionView(article_session(), 2).verdict())
    For level 2: superset 3 fails, superset 5 has warnings; up to 108 landings of 120 allowed.
    """

    session: Session = field(converter=session_or_error)
    level: int = 1

    def __attrs_post_init__(self) -> None:
        contacts_ceiling(self.level)

    def reviews(self) -> tuple[Review, ...]:
        """Return the verdict on each superset where it stands."""
        return self._reviews

    @cached_property
    def _reviews(self) -> tuple[Review, ...]:
        return self.session.reviews(self.level)

    def landings(self) -> tuple[int, int, Level]:
        """Return the most landings, the level's ceiling, and the verdict on them."""
        most, ceiling = self.session.contacts()[1], contacts_ceiling(self.level)
        verdict: Level = "fail" if most > ceiling else "warn" if most > contacts_start() else "pass"
        return most, ceiling, verdict

    def verdict(self) -> str:
        """Say which supersets do not hold, and how the landings stand to the level's ceiling."""
        found = [
            f"superset {number} {'has ' if review.level == 'warn' else ''}{_SAID[review.level]}"
            for number, review in enumerate(self.reviews(), 1)
            if review.level != "pass"
        ]
        most, ceiling, _ = self.landings()
        landings = f"up to {most} landings of {ceiling} allowed" if most else "no landings"
        pairs = ", ".join(found) or "every superset passes"
        return f"For level {self.level}: {pairs}; {landings}."

    def describe(self) -> str:
        """Say what the session holds, how long it takes, and what does not hold."""
        return f"{self.session.describe()} {self.verdict()}"
