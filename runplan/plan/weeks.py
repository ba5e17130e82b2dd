"""A plan week by week: what the season asks for, what is really planned, what is different."""

from collections.abc import Collection
from typing import Any

import pandas as pd

from runplan.plan.changes import Drop
from runplan.plan.plan import Plan
from runplan.season.wording import count

_SUMS = ["sessions", "minutes", "load_au", "contacts"]


def weeks(plan: Plan) -> pd.DataFrame:
    """Return the 52 weeks of a plan.

    Returns
    -------
    DataFrame
        The columns of `Season.weeks`, but sessions, minutes, load_au and contacts are those of
        the dated sessions; asked: the sessions that the season asks for; away: days away; left_out:
        sessions that a trainer left out; different: all of that in words.

    Examples
    --------
    >>> from runplan import Drop, Runner, Season
    >>> ada = Runner("Ada", 2, "gym", ["mon", "wed"], ["tue", "sat"], "sat", "2026-12-07")
    >>> plan = Plan(ada, Season("2027-09-05", start_date="2026-11-30"), changes=Drop(4, 1))
    >>> weeks(plan).different[:4].tolist()
    ['', '1 day away, 2 of 3 sessions', '2 of 3 sessions', 'deload, 1 session left out']
    """
    table = plan.season.weeks()
    table["asked"] = table.sessions
    held = plan.sessions().assign(sessions=1).groupby("week")[_SUMS].sum()
    table[_SUMS] = held.reindex(table.week, fill_value=0).to_numpy()
    whole = ["sessions", "contacts"]
    table[whole] = table[whole].astype("int64")
    unfitting = [change for change, _ in plan.unfitting()]
    dropped = [c.week for c in plan.changes if isinstance(c, Drop) and c not in unfitting]
    table["left_out"] = [dropped.count(week) for week in table.week]
    table["away"] = [_away(plan, monday) for monday in table.monday]
    table["different"] = [_different(row) for row in table.itertuples()]
    return table


def _away(plan: Plan, monday: pd.Timestamp) -> int:
    return sum(plan.runner.is_away(day.date()) for day in pd.date_range(monday, periods=7))


def _different(row: Any, easier: Collection[str] = ("deload", "taper", "race")) -> str:
    words = [word for word in easier if getattr(row, word)]
    if row.away:
        words.append("away" if row.away == 7 else f"{count(row.away, 'day')} away")
    if row.left_out:
        words.append(f"{count(row.left_out, 'session')} left out")
    if row.sessions + row.left_out < row.asked and row.away < 7:
        words.append(f"{row.sessions} of {row.asked} sessions")
    return ", ".join(words)
