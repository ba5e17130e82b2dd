"""A plan as a calendar (RFC 5545): one event a session, the whole session in its text.

Races and stretches of days away stand there, too, as events of whole days. The categories tell
them apart: "strength" for a session (as many as `Plan.sessions` has rows), "race", "away".

An event keeps its UID (plan, week and session; the how many-th race or stretch away) whatever day
it moves to, and SEQUENCE counts the plan's revisions, so that importing a later plan updates the
events that are there. A calendar never takes away what the file no longer holds: a session that
was left out is deleted by hand.
"""

from datetime import UTC, date, datetime, time, timedelta
from math import ceil
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Event, vDatetime, vText

from runplan import __version__
from runplan.errors import PlanError, nearest
from runplan.exports.text import clean
from runplan.plan import Plan
from runplan.plan.dated import Dated
from runplan.season.layout import WEEKS
from runplan.season.wording import count

# a stamp that is later for each revision and the same on every computer
_FIRST_STAMP = datetime(2000, 1, 1, tzinfo=UTC)


def write(plan: Plan, at: Any = None, zone: str | None = None) -> bytes:
    """Return the calendar; `export` says the parameters."""
    starts = _clock(at, zone)
    title = vText(" ".join(clean(f"Strength: {plan.runner.name}").split()))
    calendar = Calendar()
    calendar.add("prodid", f"-//runplan//runplan {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar["name"] = calendar["x-wr-calname"] = title
    uids = plan.sessions().set_index(["week", "slot"]).uid
    for one in plan.dated():
        event = _event(one, plan, starts)
        event.add("uid", uids[one.slot.week, one.slot.slot])
        calendar.add_component(event)
    for event in _whole_days(plan):
        calendar.add_component(event)
    if starts:
        first = plan.season.start_date
        calendar.add_missing_timezones(first_date=first, last_date=first + timedelta(weeks=53))
    return bytes(calendar.to_ical())


def _event(one: Dated, plan: Plan, starts: time | None) -> Event:
    day = one.slot.date
    event = Event()
    if starts:
        begin = datetime.combine(day, starts)
        event.add("dtstart", begin)
        event.add("duration", timedelta(minutes=ceil(one.minutes)))
    else:
        _all_day(event, day, day)
    event.add(
        "summary", _line(f"{one.session.name}, {one.minutes:.0f} min strength: {plan.runner.name}")
    )
    event.add("description", clean(told(one, plan)))
    event.add("categories", ["strength", one.session.name])
    _stamp(event, plan)
    return event


def _whole_days(plan: Plan) -> list[Event]:
    """Return the races and the stretches of days away that touch the season."""
    first = plan.season.start_date
    last = first + timedelta(weeks=WEEKS, days=-1)
    spans = [("race", day, day) for day in plan.season.races]
    spans += [
        ("away", begins, ends)
        for begins, ends in plan.runner.away
        if begins <= last and ends >= first
    ]
    numbers = dict.fromkeys(("race", "away"), 0)
    found = []
    for what, begins, ends in spans:
        numbers[what] += 1
        event = Event()
        _all_day(event, begins, ends)
        event.add("summary", _line(f"{what.capitalize()}: {plan.runner.name}"))
        event.add("categories", [what])
        event.add("uid", f"{plan.uid}-{what}-{numbers[what]}")
        _stamp(event, plan)
        found.append(event)
    return found


def _line(text: str) -> str:
    return clean(text).replace("\n", " ")


def _all_day(event: Event, first: date, last: date) -> None:
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")


def _stamp(event: Event, plan: Plan) -> None:
    event.add("sequence", plan.revision)
    stamp = _FIRST_STAMP + timedelta(seconds=plan.revision)
    event.add("dtstamp", stamp)
    event["last-modified"] = vDatetime(stamp)


def told(one: Dated, plan: Plan) -> str:
    """Return a whole session as text."""
    landings = one.session.contacts()[1]
    facts = [
        f"{one.minutes:.0f} min with {one.session.warmup_min:g} min of warm-up",
        f"effort {one.session_rpe:g} of 10",
        *([count(round(landings), "landing")] if landings else []),
    ]
    lines = [f"{one.session.name}: {', '.join(facts)}", ""]
    superset = 0
    for work in one.work:
        if superset and work.superset != superset:
            lines.append("")
        superset = work.superset
        lines.append(str(work))
    for note in one.notes:
        lines += ["", note]
    return "\n".join([*lines, "", f"Week {one.slot.week} of the plan for {plan.runner.name}."])


def _clock(at: Any, zone: str | None) -> time | None:
    """Return when sessions begin, with its zone; None is all day."""
    if at is None:
        if zone is not None:
            raise PlanError(f'A zone ({zone}) needs a time: give at="07:30", or no zone.')
        return None
    if zone is None:
        raise PlanError(f'At {at} on whose clock? Give a zone too, such as "Europe/Vienna".')
    try:
        known = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise PlanError(_no_zone(zone)) from unknown
    try:
        starts = at if isinstance(at, time) else time.fromisoformat(str(at).zfill(5))
    except ValueError as wrong:
        raise PlanError(f'{at!r} is no time of day; write it as "07:30" or "18:00".') from wrong
    return starts.replace(tzinfo=known)


def _no_zone(zone: str) -> str:
    from zoneinfo import available_timezones

    close = nearest(zone, sorted(available_timezones()))
    advice = f"Did you mean {' or '.join(close)}?" if close else 'Write it as "Europe/Vienna".'
    return f'There is no time zone "{zone}". {advice}'
