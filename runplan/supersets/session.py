"""A session: supersets in order, its time, landings, coverage and review; the article's own."""

from collections.abc import Iterable, Sequence

import pandas as pd
from attrs import field, frozen

from runplan.errors import PlanError
from runplan.exercises import Exercise, coverage
from runplan.reasons import Reason
from runplan.show import card
from runplan.supersets.order import SESSION_RULES, of_each
from runplan.supersets.review import Review, worst
from runplan.supersets.rules import Range
from runplan.supersets.superset import Superset, clock, saved, span
from runplan.tables import load


def _supersets(what: Iterable[Superset]) -> tuple[Superset, ...]:
    supersets = tuple(what) if isinstance(what, Iterable) else ()
    if not supersets or not all(isinstance(pair, Superset) for pair in supersets):
        raise PlanError(
            "A session takes at least one superset: "
            'Session([Superset("hip thrust", "push-up"), …]).'
        )
    return supersets


def _minutes(what: float) -> float:
    if isinstance(what, bool) or not isinstance(what, (int, float)) or not 0 <= what <= 60:
        raise PlanError(f"Warm-up {what!r}: give minutes from 0 to 60. 5 to 10 are usual.")
    return what


@frozen(repr=False)
class Session:
    """Supersets in order, after a warm-up.

    Parameters
    ----------
    supersets
        One or more `Superset`, in the order they are done.
    name
        What the session is called.
    warmup_min
        Minutes of warm-up, counted in its length.

    Raises
    ------
    PlanError
        No superset, or a warm-up out of bounds.

    Examples
    --------
    >>> Session([Superset("hip thrust", "push-up"), Superset("calf raise", "bird dog")], "Short")
    Session(Short: 2 supersets, 24 min, 0 contacts)
    """

    supersets: tuple[Superset, ...] = field(converter=_supersets)
    name: str = field(default="", converter=str)
    warmup_min: float = field(default=8, converter=_minutes)

    def duration_s(self) -> float:
        """Return the whole length in seconds, warm-up included."""
        return self.warmup_min * 60 + sum(pair.duration_s() for pair in self.supersets)

    def time_saved_s(self) -> float:
        """Return the seconds saved against straight sets with the same rest."""
        return sum(pair.straight_duration_s() - pair.duration_s() for pair in self.supersets)

    def contacts(self) -> Range:
        """Return the landings of the session (low, high)."""
        low, high = zip(*(pair.contacts() for pair in self.supersets), strict=True)
        return sum(low), sum(high)

    def coverage(self) -> "pd.Series[float]":
        """Return the sets each muscle gets: 1 a set as prime mover, 0.5 as helper."""
        return coverage(work for pair in self.supersets for work in pair.work())

    def exercises(self) -> tuple[Exercise, ...]:
        """Return the exercises in the order they are done."""
        return tuple(e for pair in self.supersets for e in (pair.first, pair.second))

    def review(self, level: int = 1) -> Review:
        """Judge the session: the pairing rules over all pairs, then the session's own.

        The session's own are `jumps_early`, `joint_rested`, `rounds_rested`, `contacts` and
        `level`.

        Parameters
        ----------
        level
            The runner's level, 1 to 3.

        Raises
        ------
        PlanError
            The level does not exist.
        """
        reviews = [pair.review(level).reasons for pair in self.supersets]
        pairs = [_over_pairs(verdicts) for verdicts in zip(*reviews, strict=True)]
        return Review.of([*pairs, *(rule(self, level) for rule in SESSION_RULES)])

    def reviews(self, level: int = 1) -> tuple[Review, ...]:
        """Judge each superset where it stands: the pairing rules, its jumps' place, its rest.

        A review a superset, in their order; `jumps_early`, `joint_rested` and `rounds_rested`
        come last in each and are about it alone. Landings and level are the whole session's.

        Raises
        ------
        PlanError
            The level does not exist.

        Examples
        --------
        >>> [review.level for review in article_session().reviews()]
        ['pass', 'pass', 'fail', 'pass', 'warn']
        """
        orders = of_each(self)
        return tuple(
            Review.of([*pair.review(level).reasons, *order])
            for pair, order in zip(self.supersets, orders, strict=True)
        )

    def table(self) -> pd.DataFrame:
        """Return the session as a table, a row a superset; minutes without warm-up."""
        rows = []
        for number, pair in enumerate(self.supersets, 1):
            one, other = pair.doses()
            rows.append(
                {
                    "superset": number,
                    "first": pair.first.name,
                    "first_reps": one,
                    "second": pair.second.name,
                    "second_reps": other,
                    "sets": pair.sets,
                    "rest_s": pair.rest_s,
                    "minutes": round(pair.duration_s() / 60, 1),
                    "contacts": span(pair.contacts()),
                }
            )
        return pd.DataFrame(rows).set_index("superset")

    def describe(self) -> str:
        """Say in a sentence what the session holds, how long it takes and how often one lands."""
        title = self.name or "Session"
        return (
            f"{title}: {_plural(self.supersets)} in "
            f"{clock(self.duration_s())}, {self.warmup_min:g} min warm-up included, "
            f"{saved(self.time_saved_s())}, {span(self.contacts())} foot contacts."
        )

    def __repr__(self) -> str:
        name = f"{self.name}: " if self.name else ""
        minutes = f"{self.duration_s() / 60:.0f} min"
        held = f"{_plural(self.supersets)}, {minutes}, {span(self.contacts())} contacts"
        return f"Session({name}{held})"

    def _repr_html_(self) -> str:
        return card(self.name or "Session", self.describe(), self.table())


def _plural(supersets: Sequence[Superset]) -> str:
    return f"{len(supersets)} superset{'' if len(supersets) == 1 else 's'}"


def article_session() -> Session:
    """Return the article's five supersets, in its order and dose.

    The article rests 30–60 s; the session takes the middle (article_session.csv).

    Examples
    --------
    >>> print(article_session().describe())  # doctest: +NORMALIZE_WHITESPACE
    The article's session: 5 supersets in 42 min 30 s, 8 min warm-up included,
    8 min 45 s less than straight sets, 72–108 foot contacts.
    """
    rows = load("article_session").to_dict("records")
    pairs = [
        Superset(
            row["first"],
            row["second"],
            sets=row["sets"],
            reps=(row["reps_min"], row["reps_max"]),
            rest_s=(row["rest_s_min"] + row["rest_s_max"]) // 2,
        )
        for row in rows
    ]
    return Session(pairs, "The article's session")


def _over_pairs(verdicts: Sequence[Reason]) -> Reason:
    """Make one verdict of a rule's verdicts on all pairs: those that do not pass, by number."""
    found = worst(reason.level for reason in verdicts)
    if found == "pass":
        return Reason(verdicts[0].rule, "pass", "All pairs hold.", verdicts[0].reference)
    text = " ".join(
        f"Superset {number}: {reason.text}"
        for number, reason in enumerate(verdicts, 1)
        if reason.level != "pass"
    )
    reference = next(reason.reference for reason in verdicts if reason.level == found)
    return Reason(verdicts[0].rule, found, text, reference)
