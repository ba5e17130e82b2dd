"""Legal but unwise: what a coach would say about a season's parameters."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from runplan import tables
from runplan.errors import PlanError
from runplan.reasons import Reason
from runplan.season import layout
from runplan.season.phase import Phase
from runplan.season.wording import TITLES, count, day, percent
from runplan.words import listed

if TYPE_CHECKING:
    from runplan.season.season import Season


def warnings(season: "Season", level: int) -> list[Reason]:
    """Return all warnings, by parameter; `level` 1 to 3 sets the ceiling of contacts."""
    if isinstance(level, bool) or level not in (1, 2, 3):
        raise PlanError(f"level is {level!r}; allowed: 1 beginner, 2 intermediate, 3 advanced.")
    found = [*_races(season), *_deload(season), *_blend(season), *_taper(season)]
    for phase in season.phases:
        found += [*_sessions(phase), *_intensity(phase), *_contacts(phase, level)]
    return found


def _warn(rule: str, text: str, reference: str | None = None) -> Reason:
    return Reason(rule, "warn", text, reference)


def _races(season: "Season") -> Iterator[Reason]:
    for room in season.rooms():
        if not room.lost:
            continue
        lost = listed([_loss(name, room) for name in room.full if name in room.lost])
        if room.place == "before":
            yield _warn(
                "start_date",
                f"The race on {day(season.races[0])} is in week {room.weeks} of the season: "
                f"{lost}. Start earlier, or choose a later race.",
            )
        elif room.place == "after":
            yield _warn(
                "start_date",
                f"{count(room.weeks, 'week')} left after the race on "
                f"{day(season.races[-1])}: {lost}. Finish it in the next season, or start "
                "this one later.",
            )
        else:
            one, two = season.races_around(room)
            pause = room.lengths.get("recovery", 0)
            rest = f"{count(pause, 'week')} of recovery" if pause else "no recovery"
            yield _warn(
                "races",
                f"The races on {day(one)} and {day(two)} are {count(room.weeks, 'week')} apart: "
                f"{rest} between them, {lost}. Let the more important race decide, and run "
                "the other one from training.",
            )


def _loss(name: str, room: layout.Room) -> str:
    has, full = room.lengths.get(name, 0), room.full[name]
    if not has:
        return f"no {TITLES[name]} ({count(full, 'week')} lost)"
    return f"{TITLES[name]} {has} of {count(full, 'week')}"


def _deload(season: "Season") -> Iterator[Reason]:
    every, volume = season.deload_every, season.deload_volume
    usual = "Usual is one in 3 to 5 weeks."
    if every == 0:
        yield _warn(
            "deload_every", f"No easier weeks: tiredness adds up without a planned rest. {usual}"
        )
    elif every == 2:
        yield _warn(
            "deload_every",
            f"Every second week is an easier one: half of the year builds nothing up. {usual}",
        )
    elif every > 6:
        yield _warn(
            "deload_every",
            f"Only one week in {every} is easier: {every - 1} weeks of loading in a row are "
            f"many. {usual}",
        )
    usual = "Usual is a cut by 30 to 50 %, with the weights kept."
    if volume < 0.5:
        yield _warn(
            "deload_volume",
            f"An easier week keeps only {percent(volume)} of the volume: more rest than most need, "
            f"at the cost of training. {usual}",
        )
    elif volume > 0.8:
        yield _warn(
            "deload_volume",
            f"An easier week still has {percent(volume)} of the volume: hardly easier. {usual}",
        )


def _blend(season: "Season") -> Iterator[Reason]:
    if season.blend_weeks == 0:
        yield _warn(
            "blend_weeks",
            "The volume jumps from one phase to the next overnight. Two weeks of blending let "
            "body and calendar get used to it.",
        )


def _taper(season: "Season") -> Iterator[Reason]:
    days, cut = season.taper_days, season.taper_cut
    if days == 0:
        yield _warn(
            "taper_days",
            "No taper: the runner starts the race with a full week of strength work in the "
            "legs. Trials support about two weeks of less volume.",
            "bosquet2007",
        )
    elif days > 21:
        yield _warn(
            "taper_days",
            f"A taper of {days} days is longer than trials support: up to 21 days.",
            "wang2023",
        )
    support = "trials support 41 to 60 %"
    if cut < 0.41:
        yield _warn(
            "taper_cut",
            f"The taper cuts the volume by {percent(cut)} on average: {support}. With less, the "
            "legs may not be fresh on race day.",
            "bosquet2007",
        )
    elif cut > 0.60:
        yield _warn(
            "taper_cut",
            f"The taper cuts the volume by {percent(cut)} on average: {support}. More is "
            "not better.",
            "bosquet2007",
        )
    if days:
        yield from _short_tapers(season)


def _short_tapers(season: "Season") -> Iterator[Reason]:
    days = season.taper_days
    for race in season.races[:1]:
        room = (race - season.start_date).days
        if room < days:
            yield _warn(
                "taper_days",
                f"The race on {day(race)} comes {count(room, 'day')} after the season's start: "
                f"only {room} of the {count(days, 'day')} of taper fit.",
            )
    for one, two in pairwise(season.races):
        room = (two - one).days
        if room <= days:
            yield _warn(
                "taper_days",
                f"The taper of {count(days, 'day')} for the race on {day(two)} reaches back to "
                f"the race on {day(one)}, {count(room, 'day')} earlier: there is no full "
                "training in between.",
            )


def _sessions(phase: Phase) -> Iterator[Reason]:
    low, high = phase.sessions
    if high > 3:
        yield _warn(
            "sessions",
            f"{_the(phase)} asks for up to {high} strength sessions a week. Runners gained with "
            "2 or 3; more takes strength from the running.",
            "balsalobre2016",
        )
    if low == 0 and phase.name != "recovery":
        yield _warn(
            "sessions",
            f"{_the(phase)} allows weeks without a strength session: maximal force falls from "
            "about the third week without. One session a week keeps it.",
            "bosquet2013",
        )


def _intensity(phase: Phase) -> Iterator[Reason]:
    low, high = phase.intensity_pct_1rm
    if high > 95:
        yield _warn(
            "intensity_pct_1rm",
            f"{_the(phase)} goes up to {high:g} % 1RM: above 95 % a weight can be lifted about "
            "once, a test rather than training.",
            "haff2016",
        )
    if low < 70 and phase.name == "base":
        yield _warn(
            "intensity_pct_1rm",
            f"{_the(phase)} starts at {low:g} % 1RM: the gains of runners in trials came with "
            "heavy loads. Stay at 70 % or more.",
            "eihara2022",
        )
    if low < 70 and phase.name == "competition":
        yield _warn(
            "intensity_pct_1rm",
            f"{_the(phase)} starts at {low:g} % 1RM: one short session a week keeps strength "
            "only if the load stays high. Cut sets, not weight; stay at 70 % or more.",
            "spiering2021",
        )


def _contacts(phase: Phase, level: int) -> Iterator[Reason]:
    most = phase.contacts[1]
    name, ceiling, reference = _ceilings()[level]
    if most > ceiling:
        yield _warn(
            "contacts",
            f"{_the(phase)} allows up to {most} contacts a session: more than {ceiling}, the "
            f"ceiling for level {level} ({name}).",
            reference,
        )
    elif most > _start():
        yield _warn(
            "contacts",
            f"{_the(phase)} allows up to {most} contacts a session: runners land thousands of "
            f"times an hour anyway and start with {_start()} or fewer. Raise them slowly.",
        )


@cache
def _ceilings() -> dict[int, tuple[str, int, str]]:
    rows = tables.load("dose_contacts").dropna(subset="level")
    return {
        int(row["level"]): (row["name"], int(row["contacts_max"]), row["refs"][0])
        for row in rows.to_dict("records")
    }


@cache
def _start() -> int:
    rows = tables.load("dose_contacts")
    return int(rows.loc[rows.level.isna(), "contacts_max"].iloc[0])


def _the(phase: Phase) -> str:
    return phase.title.capitalize()
