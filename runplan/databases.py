"""What public databases list for the library's exercises: the same movement, other muscles."""

from functools import cache
from typing import Any

import pandas as pd
from attrs import field, frozen

from runplan.exercises import Exercise
from runplan.muscles import head_to_foot
from runplan.show import card
from runplan.tables import load
from runplan.words import listed

Parts = tuple[tuple[str, tuple[str, ...]], ...]  # a word, and the muscles that it means


@frozen
class Listing:
    """What one record lists for an exercise, in its own words.

    Parameters
    ----------
    database, record
        Which one, and its key there; blank where there is none.
    primary, secondary
        Its prime movers and helpers.
    """

    database: str
    record: str
    primary: tuple[str, ...]
    secondary: tuple[str, ...]

    @property
    def name(self) -> str:
        """Database and record."""
        return f"{self.database} {self.record}".strip()

    def prime(self) -> Parts:
        """Return its prime movers, each word with the muscles that it means (our reading, U)."""
        return tuple((word, _muscles()[word]) for word in self.primary)

    def helping(self) -> Parts:
        """Return its helpers, as `prime` does."""
        return tuple((word, _muscles()[word]) for word in self.secondary)

    def describe(self) -> str:
        """Say what it lists.

        >>> Listings("Nordic hamstring curl").rows[1].describe()
        'wger 910: Biceps femoris; helping: Gluteus maximus'
        """
        helping = f"; helping: {listed(self.secondary)}" if self.secondary else ""
        return f"{self.name}: {listed(self.primary) or 'no muscle'}{helping}"


def _exercise(given: Exercise | str) -> Exercise:
    return given if isinstance(given, Exercise) else Exercise.find(given)


@frozen
class Listings:
    """All that is stored of what databases list for one exercise.

    Parameters
    ----------
    exercise
        An `Exercise`, its name or id.

    Raises
    ------
    PlanError
        A name that leads nowhere.

    Examples
    --------
    >>> print(Listings("Romanian deadlift").describe())
    Romanian deadlift: 6 records in 3 databases, 1 of them without a muscle. Read as muscles, \
the other 5 name 4 different sets of prime movers.
    """

    exercise: Exercise = field(converter=_exercise)

    @property
    def rows(self) -> tuple[Listing, ...]:
        """The records, database by database."""
        table = load("databases")
        own = table[table.exercise == self.exercise.id].sort_values("database", kind="stable")
        return tuple(_listing(row) for row in own.to_dict("records"))

    @property
    def ours(self) -> Listing:
        """What this course's library lists."""
        return Listing("this course", "", self.exercise.primary, self.exercise.secondary)

    def readings(self) -> int:
        """Return how many different sets of prime movers the records name, read as muscles."""
        return len({_meant(row.prime()) for row in self.rows if row.primary})

    def muscles(self) -> tuple[str, ...]:
        """Return all muscles that anybody names, from head to foot."""
        named = {
            muscle
            for row in (self.ours, *self.rows)
            for _, muscles in (*row.prime(), *row.helping())
            for muscle in muscles
        }
        return tuple(m for part in head_to_foot().values() for m in part if m in named)

    def table(self) -> pd.DataFrame:
        """Return our row and theirs, a row a record: prime movers and helpers in their words."""
        rows = [(r.name, listed(r.primary), listed(r.secondary)) for r in (self.ours, *self.rows)]
        return pd.DataFrame(rows, columns=["record", "prime movers", "helpers"])

    def describe(self) -> str:
        """Say how many records there are, and in how many ways they answer."""
        name = self.exercise.name[:1].upper() + self.exercise.name[1:]
        rows = self.rows
        if not rows:
            return f"{name}: no record of a database is stored."
        telling = sum(bool(row.primary) for row in rows)
        mute = len(rows) - telling
        bare = f", {mute} of them without a muscle" if mute else ""
        held = _count(len({row.database for row in rows}), "database")
        head = f"{name}: {_count(len(rows), 'record')} in {held}{bare}."
        if telling < 2:
            return head
        who = f"the other {telling}" if mute else "they"
        ways = self.readings()
        said = f"{ways} different sets of prime movers" if ways > 1 else "the same prime movers"
        return f"{head} Read as muscles, {who} name {said}."

    def _repr_html_(self) -> str:
        return card(self.exercise.name, self.describe(), self.table().set_index("record"))


def _listing(row: Any) -> Listing:
    record = row["record"] if isinstance(row["record"], str) else ""
    return Listing(row["database"], record, row["primary"], row["secondary"])


def _meant(parts: Parts) -> frozenset[str]:
    return frozenset(muscle for _, muscles in parts for muscle in muscles)


@cache
def _muscles() -> dict[str, tuple[str, ...]]:
    """Return the muscles that a word means; a muscle's id means itself."""
    table = load("database_words")
    own: dict[str, tuple[str, ...]] = {muscle: (muscle,) for muscle in load("muscles").id}
    return own | dict(zip(table.word, table.muscles, strict=True))


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
