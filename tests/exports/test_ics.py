"""The calendar, read back by a parser that other people wrote."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from ical.calendar_stream import IcsCalendarStream

from runplan import Drop, Move, Plan, PlanError, Runner, export
from runplan.exports.ics import told
from runplan.exports.text import clean


def read(path: Path) -> Any:
    written = path.read_bytes()
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))  # octets, folded
    assert b"\n" not in written.replace(b"\r\n", b"")
    return IcsCalendarStream.calendar_from_ics(written.decode())


def events(plan: Plan, folder: Path, **when: Any) -> list[Any]:
    """Return the events of training."""
    found = read(export(plan, folder / "plan.ics", **when)).events
    return sorted(
        (event for event in found if "strength" in event.categories), key=lambda event: event.uid
    )


def test_one_event_a_session_on_its_day_with_the_whole_session(plan: Plan, tmp_path: Path) -> None:
    table = plan.sessions().sort_values("uid")
    found = events(plan, tmp_path)
    assert [event.uid for event in found] == table.uid.tolist()
    for event, row in zip(found, table.itertuples(), strict=True):
        assert event.dtstart == row.date.date()
        assert event.dtend == event.dtstart + timedelta(days=1)
        assert event.summary.startswith(row.name if isinstance(row.name, str) else row._5)
        assert event.summary.endswith(f"min strength: {plan.runner.name}")  # whose, among several
        for line in row.exercises:
            assert line in event.description
        assert row.note in " ".join(event.description.split("\n\n"))


def test_timed_in_the_runner_s_zone_with_its_rules(plan: Plan, tmp_path: Path) -> None:
    path = export(plan, tmp_path / "plan.ics", at="18:00", zone="Europe/Vienna")
    assert "BEGIN:VTIMEZONE" in path.read_text()
    vienna = ZoneInfo("Europe/Vienna")
    for event in events(plan, tmp_path, at="18:00", zone="Europe/Vienna"):
        assert event.dtstart.tzinfo.key == "Europe/Vienna"
        assert event.dtstart.time().hour == 18
        wall = datetime.combine(event.dtstart.date(), event.dtstart.time(), vienna)
        assert event.dtstart.utcoffset() == wall.utcoffset()  # summer and winter
        assert timedelta(0) < event.duration < timedelta(hours=2)


@pytest.mark.parametrize(
    "zone", ["America/Sao_Paulo", "Australia/Adelaide", "Asia/Kathmandu", "UTC"]
)
def test_zones_all_over_the_world(plan: Plan, zone: str, tmp_path: Path) -> None:
    found = events(plan, tmp_path, at="6:30", zone=zone)
    assert {event.dtstart.time().isoformat() for event in found} == {"06:30:00"}


def test_a_later_revision_updates_the_same_events(plan: Plan, tmp_path: Path) -> None:
    before = {event.uid: event for event in events(plan, tmp_path)}
    later = plan.replace(changes=[*plan.changes, Move(1, 1, "fri"), Drop(2, 1)])
    after = {event.uid: event for event in events(later, tmp_path)}
    moved, dropped = f"{plan.uid}-w01-s1", f"{plan.uid}-w02-s1"
    assert before.keys() - after.keys() == {dropped}
    assert after.keys() <= before.keys()
    assert after[moved].dtstart == date(2026, 12, 4) != before[moved].dtstart
    for uid, event in after.items():
        assert event.sequence == before[uid].sequence + 1
        assert event.dtstamp > before[uid].dtstamp


def test_races_and_days_away_are_whole_days_of_their_own(plan: Plan, tmp_path: Path) -> None:
    def days(plan: Plan, **when: Any) -> dict[str, tuple[date, date, str]]:
        return {
            event.uid.removeprefix(f"{plan.uid}-"): (event.dtstart, event.dtend, event.summary)
            for event in read(export(plan, tmp_path / "plan.ics", **when)).events
            if "strength" not in event.categories
        }

    race = date(2027, 9, 5), date(2027, 9, 6), "Race: Noor"
    away = date(2027, 2, 8), date(2027, 2, 15), "Away: Noor"
    assert days(plan) == {"race-1": race, "away-1": away}
    assert days(plan, at="18:00", zone="Europe/Vienna") == days(plan)
    # a moved race is the same event; what is outside the season is left out
    later = plan.replace(
        season=plan.season.replace(races=["2027-05-09", "2027-09-12"]),
        runner=plan.runner.replace(
            away=[("2026-01-01", "2026-01-02"), ("2027-02-08", "2027-02-08")]
        ),
    )
    assert days(later) == {
        "race-1": (date(2027, 5, 9), date(2027, 5, 10), "Race: Noor"),
        "race-2": (date(2027, 9, 12), date(2027, 9, 13), "Race: Noor"),
        "away-1": (date(2027, 2, 8), date(2027, 2, 9), "Away: Noor"),
    }


def test_two_plans_share_no_event(plan: Plan, tmp_path: Path) -> None:
    other = Plan(plan.runner.replace(name="Ada"), plan.season)
    mine = {event.uid for event in events(plan, tmp_path)}
    assert mine.isdisjoint(event.uid for event in events(other, tmp_path))


def test_what_people_typed_comes_back_as_text(nasty: str, nasty_plan: Plan, tmp_path: Path) -> None:
    found = events(nasty_plan, tmp_path)
    (noted,) = [event for event in found if event.uid.endswith("-w03-s1")]
    assert clean(nasty) in noted.description
    assert len(found) == len(nasty_plan.sessions())
    for event, one in zip(
        found,
        sorted(nasty_plan.dated(), key=lambda one: (one.slot.week, one.slot.slot)),
        strict=True,
    ):
        assert event.description == clean(told(one, nasty_plan))


@pytest.mark.parametrize(
    ("at", "zone", "said"),
    [
        ("18:00", None, "whose clock"),
        (None, "Europe/Vienna", "needs a time"),
        ("25:00", "Europe/Vienna", "no time of day"),
        ("evening", "Europe/Vienna", "no time of day"),
        ("18:00", "Europe/Viena", "Did you mean Europe/Vienna"),
        ("18:00", "../../etc/passwd", "no time zone"),
    ],
)
def test_a_time_that_does_not_exist_is_refused(
    plan: Plan, at: Any, zone: Any, said: str, tmp_path: Path
) -> None:
    with pytest.raises(PlanError, match=said):
        export(plan, tmp_path / "plan.ics", at=at, zone=zone)
    assert not list(tmp_path.iterdir())


def test_a_plan_without_sessions_is_an_empty_calendar(plan: Plan, tmp_path: Path) -> None:
    away = plan.runner.replace(away=[("2026-11-01", "2028-01-01")])
    assert isinstance(away, Runner)
    assert events(plan.replace(runner=away), tmp_path) == []
