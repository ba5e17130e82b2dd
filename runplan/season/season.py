"""The season: 52 weeks around races or through the seasons of the year."""

from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
from attrs import evolve, field, fields, frozen

from runplan.errors import PlanError, unknown
from runplan.reasons import Reason
from runplan.season import advice, given, layout, presets
from runplan.season.compare import compare
from runplan.season.curve import Shape, blocks, curve
from runplan.season.limits import exact, legal
from runplan.season.phase import NAMES, Phase, check_names
from runplan.season.wording import TITLES, count, day, percent, span
from runplan.show import card
from runplan.words import listed


@frozen(repr=False)
class Season:
    """A year of strength training: 52 weeks from a Monday.

    Parameters
    ----------
    races
        A date, several, or none; a date or text such as "2027-05-09". At most one a week.
    hemisphere
        "north" or "south". Without races it says when winter is; with races it only names
        the seasons.
    start_date
        The season starts on the Monday of that week. By default the last race falls in
        week 40; without races the season starts with the last winter (1 December, in the
        south 1 June).
    phases
        The phases that differ from `load_phases()`; the others stay as they are.
    deload_every
        Every so many weeks is an easier one; 0 is never.
    deload_volume
        Volume of an easier week, as a part of its phase's.
    blend_weeks
        Weeks over which volume goes from one phase's to the next, from the border on.
    taper_days
        Days before a race in which volume falls; 0 is none.
    taper_cut
        Mean cut of the volume over these days, as a part of it.

    Raises
    ------
    PlanError
        A value outside what is legal, a race outside the season, two races in one week.

    Notes
    -----
    Numbers of the phases, steps, blending and deload are teaching choices (U); the taper's
    length and cut follow [bosquet2007]_ and [wang2023]_.

    Examples
    --------
    >>> season = Season("2027-09-05", start_date="2026-11-30")
    >>> season
    Season(2026-11-30 to 2027-11-22, race 2027-09-05, deload every 4 weeks, taper 14 days)
    >>> season.weeks().loc[[0, 3, 39], ["phase", "sessions", "volume_index", "deload", "taper"]]
              phase  sessions  volume_index  deload  taper
    0          base         2     90.000000   False  False
    3          base         2     65.000000    True  False
    39  competition         1      7.495287   False   True
    """

    races: tuple[date, ...] = field(default=(), converter=given.races)
    hemisphere: str = field(default="north", converter=given.hemisphere)
    start_date: date = field(default=None, converter=given.start)
    phases: tuple[Phase, ...] = field(default=(), converter=given.all_phases)
    deload_every: int = field(default=4, converter=exact, validator=legal)
    deload_volume: float = field(default=0.65, converter=exact, validator=legal)
    blend_weeks: int = field(default=2, converter=exact, validator=legal)
    taper_days: int = field(default=14, converter=exact, validator=legal)
    taper_cut: float = field(default=0.5, converter=exact, validator=legal)
    _start_is_ours: bool = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        # remembered, so that `replace(races=…)` moves the start along
        object.__setattr__(self, "_start_is_ours", self.start_date is None)
        if self._start_is_ours:
            object.__setattr__(self, "start_date", self._usual_start())
        last = self.start_date + timedelta(weeks=layout.WEEKS, days=-1)
        faults = [
            f"The race on {race} is outside the season, which goes from {self.start_date} to "
            f"{last}. Let the season start on another day, or keep this race for another season."
            for race in self.races
            if not self.start_date <= race <= last
        ]
        faults += [
            f"The races on {one} and {two} are in one week; a week holds one race. "
            "Leave one of them out."
            for one, two in pairwise(self.races)
            if layout.monday(one) == layout.monday(two)
        ]
        if faults:
            raise PlanError(*faults)

    def _usual_start(self) -> date:
        if self.races:
            return layout.monday(self.races[-1]) - timedelta(weeks=layout.RACE_WEEK - 1)
        return layout.last_year_start(datetime.now().astimezone().date(), self.hemisphere)

    @classmethod
    def from_article(
        cls, races: Any = (), hemisphere: str = "north", start_date: Any = None
    ) -> "Season":
        """Return the article's year, literally: whole seasons, no easier weeks, no taper.

        Loads of 50–65 % 1RM in competition are our reading (U) of its lighter loads.

        >>> Season.from_article(start_date="2026-11-30").weeks().phase.value_counts()["recovery"]
        np.int64(13)
        """
        return cls(races, hemisphere, start_date, **presets.parameters("article"))

    @classmethod
    def from_evidence(
        cls, races: Any = (), hemisphere: str = "north", start_date: Any = None
    ) -> "Season":
        """Return the year as trials support it; it differs where claims C45, C46 and C47 do.

        `compare` with the article's year shows each difference with its claim.

        >>> article = Season.from_article(start_date="2026-11-30")
        >>> evidence = Season.from_evidence(start_date="2026-11-30")
        >>> article.compare(evidence).claim["competition: intensity_pct_1rm"]
        'C46'
        """
        return cls(races, hemisphere, start_date, **presets.parameters("evidence"))

    def replace(self, **changes: Any) -> "Season":
        """Return a new, re-checked season with some parameters changed.

        `phases` takes only those that change. A start that was left to us moves with the race.

        >>> Season(start_date="2026-11-30").replace(deload_every=3).deload_every
        3
        """
        check_names("a season", changes, fields(Season))
        if "phases" in changes:
            changes["phases"] = given.all_phases(changes["phases"], self.phases)
        if self._start_is_ours:
            changes.setdefault("start_date", None)
        return evolve(self, **changes)

    def phase(self, name: str) -> Phase:
        """Return one of the season's phases by its name."""
        for phase in self.phases:
            if phase.name == name:
                return phase
        raise unknown("phase", name, NAMES)

    def weeks(self) -> pd.DataFrame:
        """Return the season, a row a week.

        Returns
        -------
        DataFrame
            52 rows. week 1–52; monday; phase; sessions a week; intensity_pct_1rm; reps and
            sets of one exercise; volume_index (base = 100); contacts a week; mobility_min,
            minutes and load_au (minutes × RPE) a week; session_rpe; deload, taper and race:
            true or false. Where a phase has a range, its week's step and volume decide.

        Examples
        --------
        >>> weeks = Season(start_date="2026-11-30").weeks()
        >>> weeks.loc[1, ["minutes", "load_au"]].tolist()
        [125.0, 875.0]
        """
        return self._weeks.copy()

    @cached_property
    def _weeks(self) -> pd.DataFrame:
        shape = Shape(
            self.deload_every,
            self.deload_volume,
            self.blend_weeks,
            self.taper_days,
            self.taper_cut,
        )
        phases = [self.phase(name) for name in self._names()]
        race_days = [(race - self.start_date).days for race in self.races]
        mondays = np.datetime64(self.start_date) + 7 * np.arange(layout.WEEKS)
        return pd.DataFrame(
            {"week": np.arange(1, layout.WEEKS + 1), "monday": mondays}
            | curve(phases, shape, race_days)
        )

    def rooms(self) -> list[layout.Room]:
        """Return the weeks before, between and after the races; none without a race."""
        return layout.rooms(self._race_weeks(), self._full()) if self.races else []

    def _race_weeks(self) -> list[int]:
        return [(race - self.start_date).days // 7 for race in self.races]

    def _full(self) -> dict[str, int]:
        return {phase.name: phase.weeks for phase in self.phases}

    def _names(self) -> list[str]:
        """Return the phase of each week."""
        if self.races:
            return layout.by_races(self._race_weeks(), self._full())
        return layout.by_calendar(self.start_date, self.hemisphere, self._full()["recovery"])

    def races_around(self, room: layout.Room) -> tuple[date, date]:
        """Return the races at both ends of a room between two races."""
        place = self._race_weeks().index(room.first_week - 1)
        return self.races[place], self.races[place + 1]

    def warnings(self, level: int = 1) -> list[Reason]:
        """Return what is legal but unwise, each with its reason and reference.

        Parameters
        ----------
        level
            The runner's, 1 to 3: it sets the ceiling of contacts.

        Examples
        --------
        >>> [w.rule for w in Season(start_date="2026-11-30", deload_every=0).warnings(level=3)]
        ['deload_every', 'contacts']
        """
        return advice.warnings(self, level)

    def compare(self, *others: "Season") -> pd.DataFrame:
        """Return what differs between this season and others, and what a year of each holds.

        Returns
        -------
        DataFrame
            One row a parameter that differs ("competition: intensity_pct_1rm"), then the sums
            of the year; one column a season ("season 1" is this one), and `claim`: the claim
            or reference that speaks about it, or an empty text.

        Examples
        --------
        >>> season = Season(start_date="2026-11-30")
        >>> season.compare(season.replace(deload_every=3)).loc["deload_every"].tolist()
        [4, 3, 'practice']
        """
        return compare((self, *others))

    def describe(self) -> str:
        """Say the season in one sentence.

        >>> print(Season("2027-09-05", start_date="2026-11-30").describe())
        52 weeks from 30 November 2026 to the race on 5 September 2027 \
(week 40, autumn in the north): base 16 weeks, \
spring transition 12, competition 12, recovery 4, re-entry 8; it asks for 91 sessions and 60 h \
of strength work, an easier week every 4 weeks at 65 % of the volume, and a taper of 14 days \
that cuts the volume by 50 % on average.
        """
        weeks = self._weeks
        phases = self._phases_said() + self._named_otherwise()
        easier = "no easier weeks"
        if self.deload_every:
            easier = (
                f"an easier week every {self.deload_every} weeks at "
                f"{percent(self.deload_volume)} of the volume"
            )
        taper = "no taper"
        if self.taper_days:
            taper = (
                f"a taper of {count(self.taper_days, 'day')} that cuts the volume by "
                f"{percent(self.taper_cut)} on average"
            )
        return (
            f"52 weeks from {day(self.start_date)}{self._goal()}: {phases}; "
            f"it asks for {weeks.sessions.sum()} sessions and {weeks.minutes.sum() / 60:.0f} h "
            f"of strength work, {easier}, and {taper}."
        )

    def _phases_said(self) -> str:
        """Count the weeks of each phase; base after the last race is the next year's."""
        last = self._race_weeks()[-1] if self.races else layout.WEEKS
        counts: dict[str, int] = {}
        for week, name in enumerate(self._names()):
            title = f"next {TITLES[name]}" if name == "base" and week > last else TITLES[name]
            counts[title] = counts.get(title, 0) + 1
        phases = ", ".join(f"{title} {number}" for title, number in counts.items())
        return phases.replace(",", " weeks,", 1)

    def _named_otherwise(self) -> str:
        """Say that a phase is only named after spring, where none of it falls there."""
        weeks = self._weeks
        mondays = weeks.monday[weeks.phase == "transition_spring"]
        seasons = {layout.season_name(monday, self.hemisphere): None for monday in mondays}
        if not seasons or "spring" in seasons:
            return ""
        return f" (spring transition is only its name: here it falls in {listed(list(seasons))})"

    def _goal(self) -> str:
        """Say where the races are, or where winter is."""
        if not self.races:
            return f" by the seasons of the {self.hemisphere}"
        when = [
            f"{day(race)} (week {week + 1}, "
            f"{layout.season_name(race, self.hemisphere)} in the {self.hemisphere})"
            for race, week in zip(self.races, self._race_weeks(), strict=True)
        ]
        return f" to the race{'s' if when[1:] else ''} on {listed(when)}"

    def __repr__(self) -> str:
        last = self.start_date + timedelta(weeks=layout.WEEKS, days=-7)
        races = ", ".join(map(str, self.races))
        goal = f"race{'s' if self.races[1:] else ''} {races}" if races else self.hemisphere
        every = f"deload every {self.deload_every} weeks" if self.deload_every else "no deload"
        taper = f"taper {self.taper_days} days" if self.taper_days else "no taper"
        return f"Season({self.start_date} to {last}, {goal}, {every}, {taper})"

    def _repr_html_(self) -> str:
        rows = []
        weeks = self._weeks
        first = 0
        for name, length in blocks(self._names()):
            part = weeks.iloc[first : first + length]
            phase = self.phase(name)
            rows.append(
                {
                    "phase": phase.title,
                    "from": day(part.monday.iloc[0]),
                    "weeks": length,
                    "sessions a week": span(phase.sessions),
                    "load, % 1RM": span(phase.intensity_pct_1rm),
                    "volume, base = 100": f"{part.volume_index.mean():.0f}",
                    "min a week": f"{part.minutes.mean():.0f}",
                    "load, AU a week": f"{part.load_au.mean():.0f}",
                }
            )
            first += length
        return card("Season", self.describe(), pd.DataFrame(rows).set_index("phase"))
