"""The numbers of each week: volume by phase, step, deload and taper, and what follows from it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from math import exp, expm1, floor, inf
from typing import Any, TypeVar

from attrs import define, frozen

from runplan.season.phase import Phase

T = TypeVar("T")

FIRST_STEP, LAST_STEP = 0.90, 1.10  # of the phase's volume, over the loading weeks (U)
# A deload or race week lies clearly under its ordinary weeks (U); a hair under 0.95, so that
# rounding in minutes and load cannot lift it over.
CLEARLY_LESS = 0.95 - 1e-9


@frozen
class Shape:
    """How a season's volume moves; the parameters of `Season` of the same names."""

    deload_every: int
    deload_volume: float
    blend_weeks: int
    taper_days: int
    taper_cut: float


def steps(deload_every: int) -> tuple[float, ...]:
    """Return the loading weeks between two deloads, as parts of the phase's volume.

    >>> steps(4)
    (0.9, 1.0, 1.1)
    """
    loading = deload_every - 1
    if loading < 2:
        return (1.0,)
    rise = LAST_STEP - FIRST_STEP
    return tuple(round(FIRST_STEP + rise * week / (loading - 1), 12) for week in range(loading))


@cache
def taper_curve(taper_days: int, taper_cut: float) -> tuple[float, ...]:
    """Return what is left of the volume on each day of a taper, the mean of each day.

    V(t) = V0 exp(-t / T); T is the one at which the mean cut is `taper_cut`.

    >>> curve = taper_curve(14, 0.5)
    >>> round(sum(curve) / 14, 6), round(curve[0], 2), round(curve[-1], 2)
    (0.5, 0.95, 0.22)
    """
    if not taper_days or not taper_cut:
        return (1.0,) * taper_days
    low, high = 0.0, 10.0  # taper length in units of T; at 10 the mean cut is 0.9
    for _ in range(60):
        middle = (low + high) / 2
        if 1 + expm1(-middle) / middle < taper_cut:
            low = middle
        else:
            high = middle
    day = high / taper_days
    return tuple(-exp(-day * t) * expm1(-day) / day for t in range(taper_days))


def taper_weeks(race_days: Sequence[int], shape: Shape, weeks: int) -> dict[int, float]:
    """Return the weeks that taper, and the part of the volume left in each.

    `race_days` count from the season's first Monday. Where tapers overlap, the lower day counts.
    """
    if not shape.taper_days:
        return {}
    left = taper_curve(shape.taper_days, shape.taper_cut)
    daily = [1.0] * (7 * weeks)
    touched: set[int] = set()
    for race in race_days:
        first = max(0, race - shape.taper_days)
        for day in range(first, race):
            daily[day] = min(daily[day], left[day - race])
        end = race // 7 * 7 + 7
        daily[race:end] = [0.0] * (end - race)
        touched.update(range(first // 7, end // 7))
    return {week: sum(daily[7 * week : 7 * week + 7]) / 7 for week in sorted(touched)}


@define
class Week:
    """One week while its numbers are found."""

    phase: Phase
    level: float  # the phase's volume, blended at its border
    volume: float  # what is left of it by step, deload or taper
    effort: float  # 0 the lightest, 1 the heaviest end of the phase's intensity
    deload: bool
    taper: bool
    race: int | None  # its day of the week, 0 to 6

    @property
    def ordinary(self) -> bool:
        return not self.deload and not self.taper


def curve(phases: Sequence[Phase], shape: Shape, race_days: Sequence[int]) -> dict[str, list[Any]]:
    """Return the columns of `Season.weeks` from phase on.

    Parameters
    ----------
    phases
        The phase of each week.
    race_days
        Counted from the season's first Monday.
    """
    weeks = _weeks(phases, shape, race_days)
    _hold_down(weeks)
    rows = [_row(week) for week in weeks]
    return {name: [row[name] for row in rows] for name in rows[0]}


def blocks(items: Iterable[T]) -> Iterator[tuple[T, int]]:
    """Return each run of equal items, with its length.

    >>> list(blocks(["base", "base", "recovery"]))
    [('base', 2), ('recovery', 1)]
    """
    return ((item, len(list(run))) for item, run in groupby(items))


def _weeks(phases: Sequence[Phase], shape: Shape, race_days: Sequence[int]) -> list[Week]:
    loading = steps(shape.deload_every)
    tapers = taper_weeks(race_days, shape, len(phases))
    races = {day // 7: day % 7 for day in race_days}
    weeks: list[Week] = []
    for phase, length in blocks(phases):
        origin = weeks[-1].level if weeks else phase.volume_index
        effort = 0.5
        for place in range(length):
            number = len(weeks)
            blend = min(1, (place + 1) / (shape.blend_weeks + 1))
            level = origin + (phase.volume_index - origin) * blend
            turn = place % (shape.deload_every or 1)
            taper = number in tapers
            deload = turn == len(loading) and not taper
            if taper:
                part = tapers[number]
            elif deload:
                part = shape.deload_volume
            else:
                part = loading[turn]
                effort = turn / (len(loading) - 1) if loading[1:] else 0.5
            race = races.get(number)
            weeks.append(Week(phase, level, level * part, effort, deload, taper, race))
    return weeks


def _hold_down(weeks: Sequence[Week]) -> None:
    """Lower deload and race weeks that blending or a shallow cut left near ordinary ones."""
    for before, week, after in zip([None, *weeks], weeks, [*weeks[1:], None], strict=False):
        if week.deload:
            near = [
                other.volume
                for other in (before, after)
                if other and other.ordinary and other.phase is week.phase
            ]
            week.volume = min(week.volume, CLEARLY_LESS * min(near, default=inf))
    for week in weeks:
        if week.taper and week.race is not None:
            usual = [w.volume for w in weeks if w.ordinary and w.phase is week.phase]
            week.volume = min(week.volume, CLEARLY_LESS * min(usual, default=inf))


def _row(week: Week) -> dict[str, Any]:
    """Resolve the ranges of a week's phase to one value each (U).

    Sessions and sets follow the volume, contacts the volume without its blending; intensity
    rises over the loading weeks, repetitions fall, and deload and taper weeks keep both.
    """
    phase = week.phase
    share = week.volume / phase.volume_index
    usual_sessions = middle(phase.sessions)
    minutes = usual_sessions * phase.minutes * share
    sessions = 0  # no minutes, no session
    if minutes:
        # a taper keeps the frequency
        wanted = usual_sessions if week.taper else usual_sessions * share
        sessions = whole(wanted, (max(1, phase.sessions[0]), phase.sessions[1]))
    if week.taper and week.race is not None:
        sessions = min(sessions, week.race)  # no more than days before the race
    sets, contacts = phase.sets, (sessions * phase.contacts[0], sessions * phase.contacts[1])
    if not week.ordinary:
        sets, contacts = (1, sets[1]), (0, contacts[1])
    landings = usual_sessions * middle(phase.contacts) * week.volume / week.level
    low, high = phase.intensity_pct_1rm
    few, many = phase.reps
    return {
        "phase": phase.name,
        "sessions": sessions,
        "intensity_pct_1rm": min(high, low + week.effort * (high - low)),
        "reps": whole(many - week.effort * (many - few), phase.reps),
        "sets": whole(middle(phase.sets) * share, sets),
        "volume_index": week.volume,
        "contacts": whole(landings, contacts),
        "mobility_min": minutes * phase.emphasis["mobility_prevention"] / 100,
        "minutes": minutes,
        "session_rpe": float(phase.session_rpe),
        "load_au": minutes * phase.session_rpe,
        "deload": week.deload,
        "taper": week.taper,
        "race": week.race is not None,
    }


def middle(ends: tuple[float, float]) -> float:
    """Return the middle of a range."""
    return (ends[0] + ends[1]) / 2


def whole(value: float, ends: tuple[int, int]) -> int:
    """Round to a whole number, halves up, and keep it in its range.

    >>> whole(2.5, (2, 3)), whole(0.4, (1, 2))
    (3, 1)
    """
    return max(ends[0], min(ends[1], floor(value + 0.5 + 1e-9)))
