"""Where a session's pairing stands among all there are, and the bands of equally good ones."""

from functools import lru_cache
from typing import Any

import pandas as pd
from attrs import field, frozen

from runplan.show import card
from runplan.supersets.matching import all_pairings
from runplan.supersets.session import Session
from runplan.supersets.view import session_or_error


@frozen(repr=False)
class Standing:
    """Where a session's pairing stands among all pairings of its exercises.

    Parameters
    ----------
    rank
        1 + the number of pairings strictly better.
    last
        The last place of its band: the pairings from `rank` to `last` are equally good.
    of
        How many pairings there are.
    fails, warns
        Verdicts of the pair rules on this pairing.
    best_fails, best_warns
        The same for the best pairing.
    """

    rank: int
    last: int
    of: int
    fails: int
    warns: int
    best_fails: int
    best_warns: int

    def describe(self) -> str:
        """Say the place, the band, and what the best pairing would mend.

        >>> print(Standing(3, 5, 15, 1, 2, 1, 0).describe())
        Place 3 to 5 of 15 pairings: 1 fail, 2 warnings; the best: 1 fail, 0 warnings.
        >>> print(Standing(1, 5, 15, 1, 0, 1, 0).describe())
        Place 1 to 5 of 15 pairings: 1 fail, 0 warnings; none is better.
        """
        place = f"{self.rank}" if self.rank == self.last else f"{self.rank} to {self.last}"
        best = f"the best: {verdict(self.best_fails, self.best_warns)}"
        return (
            f"Place {place} of {self.of} pairings: {verdict(self.fails, self.warns)}; "
            f"{'none is better' if self.rank == 1 else best}."
        )

    def __repr__(self) -> str:
        return f"Standing({self.rank} to {self.last} of {self.of})"


def verdict(fails: int, warns: int) -> str:
    """Say how many fails and warnings.

    >>> verdict(1, 2)
    '1 fail, 2 warnings'
    """
    return f"{fails} fail{'' if fails == 1 else 's'}, {warns} warning{'' if warns == 1 else 's'}"


def standing(session: Session, level: int = 1) -> Standing:
    """Return rank and band of a session's pairs among all pairings of its exercises.

    Each exercise keeps its own repetitions; a pair takes the greater sets and rest of its two.

    Raises
    ------
    PlanError
        More than six supersets, or an exercise twice.
    """
    table = all_pairings(session, level)
    pairs = tuple(sorted((*sorted((p.first.id, p.second.id)),) for p in session.supersets))
    row = table[table.pairs == pairs].iloc[0]
    best = table.iloc[0]
    return Standing(
        rank=int(row["rank"]),
        last=int((table["rank"] <= row["rank"]).sum()),
        of=len(table),
        fails=int(row.fails),
        warns=int(row.warns),
        best_fails=int(best.fails),
        best_warns=int(best.warns),
    )


@frozen(repr=False)
class Ranking:
    """Every way to pair a session's exercises, counted by what the pair rules say.

    Each exercise keeps its own repetitions; a pair takes the greater sets and rest of its two.

    Parameters
    ----------
    session
        The session, of up to six supersets.
    level
        The runner's level, 1 to 3.

    Raises
    ------
    PlanError
        What is given is no session, an exercise twice, more than six supersets.

    Examples
    --------
    >>> from runplan import article_session
    >>> ranking = Ranking(article_session())
    >>> ranking
    Ranking(945 pairings in 24 bands; the session in places 1 to 50)
    >>> ranking.bands().head(2).values.tolist()
    [[1, 2, 50, 1, 50], [1, 3, 50, 51, 100]]
    """

    session: Session = field(converter=session_or_error)
    level: int = 1

    def __attrs_post_init__(self) -> None:
        _counted(self.session, self.level)

    def bands(self) -> pd.DataFrame:
        """Return a row a band, best first: fails, warns, pairings, and its places first to last."""
        return _counted(self.session, self.level)[0].copy()

    def standing(self) -> Standing:
        """Return where the session's own pairing stands."""
        return _counted(self.session, self.level)[1]

    def describe(self) -> str:
        """Say how many pairings there are, what the best and worst get, and where this one is."""
        bands, own = self.bands(), self.standing()
        best, worst = bands.iloc[0], bands.iloc[-1]
        name = self.session.name or "The session"
        place = "in the best band, " if own.rank == 1 else ""
        return (
            f"{own.of} ways to pair {2 * len(self.session.supersets)} exercises, from "
            f"{verdict(best.fails, best.warns)} to {verdict(worst.fails, worst.warns)} by the "
            "rules for pairs. "
            f"{name} stands {place}places {own.rank} to {own.last}, with "
            f"{verdict(own.fails, own.warns)}."
        )

    def __repr__(self) -> str:
        own = self.standing()
        return (
            f"Ranking({own.of} pairings in {len(self.bands())} bands; "
            f"the session in places {own.rank} to {own.last})"
        )

    def _repr_html_(self) -> str:
        return card("All pairings", self.describe(), self.bands().set_index(["fails", "warns"]))


@lru_cache(maxsize=32)
def _counted(session: Session, level: int) -> tuple[pd.DataFrame, Standing]:
    own = standing(session, level)
    counts: Any = all_pairings(session, level).groupby(["fails", "warns"]).size()
    table = counts.rename("pairings").reset_index()
    table["last"] = table.pairings.cumsum()
    table.insert(3, "first", table["last"] - table.pairings + 1)
    return table, own
