"""Which phase each week of a season belongs to, and what a short room costs."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from attrs import frozen

WEEKS = 52
RACE_WEEK = 40  # of the last race, where the start is left to us: 16 + 12 + 12 weeks lead to it

# phase → name and first month of its season in the north; half a year later in the south
SEASONS = {
    "base": ("winter", 12),
    "transition_spring": ("spring", 3),
    "competition": ("summer", 6),
    "recovery": ("autumn", 9),
}


def monday(day: date) -> date:
    """Return the Monday on or before a day."""
    return day - timedelta(days=day.weekday())


def season_start(day: date, hemisphere: str) -> tuple[str, date]:
    """Return the phase whose season holds the day, and that season's first day."""
    shift = 6 if hemisphere == "south" else 0
    for phase, (_, month) in SEASONS.items():
        first = (month + shift - 1) % 12 + 1
        since = (day.month - first) % 12
        if since < 3:
            return phase, date(day.year - (first > day.month), first, 1)
    raise AssertionError(day)  # the four seasons fill the year


def season_name(day: date, hemisphere: str) -> str:
    """Return the name of the season that holds a day.

    >>> season_name(date(2027, 5, 9), "south")
    'autumn'
    """
    return SEASONS[season_start(day, hemisphere)[0]][0]


@frozen
class Room:
    """The weeks before, between or after races, and how the phases share them.

    `lengths` stand in their order in time; `full` are the lengths they would like.
    """

    place: str  # "before", "between" or "after"
    first_week: int
    lengths: Mapping[str, int]
    full: Mapping[str, int]

    @property
    def weeks(self) -> int:
        """All weeks of the room, the week of the race at its end included."""
        return sum(self.lengths.values())

    @property
    def lost(self) -> dict[str, int]:
        """Weeks that each phase lacks for its full length."""
        lacking = {name: full - self.lengths.get(name, 0) for name, full in self.full.items()}
        return {name: weeks for name, weeks in lacking.items() if weeks > 0}


def rooms(race_weeks: Sequence[int], full: Mapping[str, int]) -> list[Room]:
    """Return the rooms that races leave; weeks are counted from 0."""
    first, last = race_weeks[0], race_weeks[-1]
    lead = {name: full[name] for name in ("base", "transition_spring", "competition")}
    rest = {name: full[name] for name in ("recovery", "re_entry")}
    found = [Room("before", 0, _lead(first + 1, full), lead)]
    for one, two in pairwise(race_weeks):
        found.append(Room("between", one + 1, _between(two - one, full), lead))
    found.append(Room("after", last + 1, _after(WEEKS - 1 - last, full), rest))
    return found


def _lead(weeks: int, full: Mapping[str, int]) -> dict[str, int]:
    """Share the weeks up to a race: base gives way first and takes what is over."""
    competition = min(weeks, full["competition"])
    spring = min(weeks - competition, full["transition_spring"])
    base = weeks - competition - spring
    return {"base": base, "transition_spring": spring, "competition": competition}


def _between(weeks: int, full: Mapping[str, int]) -> dict[str, int]:
    if weeks < 3:
        return {"competition": weeks}
    recovery = min(1 if weeks < 8 else 2, full["recovery"])
    return {"recovery": recovery, **_lead(weeks - recovery, full)}


def _after(weeks: int, full: Mapping[str, int]) -> dict[str, int]:
    recovery = min(weeks, full["recovery"])
    re_entry = min(weeks - recovery, full["re_entry"])
    return {"recovery": recovery, "re_entry": re_entry, "base": weeks - recovery - re_entry}


def by_races(race_weeks: Sequence[int], full: Mapping[str, int]) -> list[str]:
    """Return the phase of each of the 52 weeks around the races."""
    return [
        name
        for room in rooms(race_weeks, full)
        for name, weeks in room.lengths.items()
        for _ in range(weeks)
    ]


def by_calendar(start: date, hemisphere: str, recovery_weeks: int) -> list[str]:
    """Return the phase of each of the 52 weeks by the seasons of the year.

    A season begins with the week that holds its first day, so a week's Sunday decides.
    """
    names = []
    for week in range(WEEKS):
        this_monday = start + timedelta(weeks=week)
        phase, first_day = season_start(this_monday + timedelta(days=6), hemisphere)
        if phase == "recovery" and (this_monday - monday(first_day)).days // 7 >= recovery_weeks:
            phase = "re_entry"
        names.append(phase)
    return names


def last_year_start(today: date, hemisphere: str) -> date:
    """Return the Monday on or before the last 1 December, in the south 1 June.

    >>> last_year_start(date(2027, 5, 9), "north")
    datetime.date(2026, 11, 30)
    """
    first = date(today.year, 6 if hemisphere == "south" else 12, 1)
    return monday(first if first <= today else first.replace(year=today.year - 1))
