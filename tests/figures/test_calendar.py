"""The calendars of a plan: every session in its cell, and no words meet or leave the sheet."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runplan import Note, Plan, PlanWeek, PlanYear, Runner, Season, draw
from runplan.figures.daysigns import session_chip
from runplan.figures.planweek import WeekPicture
from runplan.figures.planyear import YearPicture
from runplan.figures.theme import THEMES, theme
from runplan.load.foster import DAYS

START = date(2026, 11, 30)
LOOKS = pytest.mark.parametrize("look", THEMES)
NOOR = Runner(
    "Noor", 2, "gym", ["mon", "wed", "fri"], ["tue", "thu", "sat", "sun"], ["tue", "sat"],
    away=[("2027-02-08", "2027-02-14"), ("2027-06-21", "2027-06-23")],
)  # fmt: skip
SEASON = Season("2027-09-05", start_date=START)
PLAN = Plan(NOOR, SEASON)
LONG = "Bring the long band, and ask the physiotherapist about the left knee before you begin. "
FULL = PLAN.replace(
    runner=NOOR.replace(
        name="Wolfeschlegelsteinhausenbergerdorff the Elder of the Northern Harriers",
        strength_days=DAYS,
        hard_run_days=DAYS,
    ),
    season=SEASON.replace(
        phases=[SEASON.phase(name).replace(sessions=(5, 5)) for name in ("base", "re_entry")]
    ),
    changes=[Note(1, 1, LONG * 9)],
)
SEVERAL = PLAN.replace(
    season=SEASON.replace(races=[START + timedelta(21 * n + 6) for n in range(12)])
)
CHIP = session_chip("A", 0, 0, 1, 1)
NOBODY = PLAN.replace(runner=NOOR.replace(away=("2026-11-30", "2027-11-28")))


@pytest.fixture(scope="module")
def year() -> YearPicture:
    return YearPicture(PLAN, theme())


@pytest.fixture(scope="module")
def week() -> WeekPicture:
    return WeekPicture(PlanWeek(PLAN, 1), theme())


def parts(patch: Any, corners: int) -> int:
    return len(patch.get_path().vertices) // corners if patch.get_visible() else 0


@pytest.mark.parametrize("plan", [PLAN, FULL, SEVERAL, NOBODY], ids=["noor", "5", "races", "away"])
def test_every_day_of_the_year_shows_what_the_plan_says(year: YearPicture, plan: Plan) -> None:
    year.show(plan)
    table = plan.sessions()
    dates = [START + timedelta(days=n) for n in range(364)]
    said = {when: text.get_text() for when, text in zip(dates, year.numbers, strict=True)}
    for when, text in said.items():
        assert text.split()[0] == f"{when.day}"
    with_letter = {when for when, text in said.items() if text[-1] in "AB"}
    assert with_letter == {stamp.date() for stamp in table.date}
    letters = [said[stamp.date()][-1] for stamp in table.date]
    assert letters == [name[-1] for name in table.name]
    chips = sum(parts(chip, len(CHIP.vertices)) for chip in year.chips.values())
    assert chips == len(table)
    assert parts(year.flags, 6) == len(plan.season.races)
    weeks = plan.season.weeks()
    assert parts(year.deloads, 4) == weeks.deload.sum()
    assert parts(year.tapers, 5) == weeks.taper.sum()
    assert parts(year.away, 5) == sum(plan.runner.is_away(when) for when in dates)
    assert f"{len(table)} strength session" in year.figure.sentence


@LOOKS
def test_no_words_meet_in_any_year(look: str, overlaps: Any) -> None:
    picture = YearPicture(PLAN, theme(look))
    for plan in (PLAN, FULL, SEVERAL, NOBODY):
        picture.show(plan)
        assert overlaps(picture) == []


@LOOKS
def test_no_words_meet_in_any_week(look: str, overlaps: Any) -> None:
    picture = WeekPicture(PlanWeek(PLAN, 1), theme(look))
    for plan in (PLAN, FULL, NOBODY):
        for number in (1, 3, 11, 12, 20, 30, 40, 41, 50):
            picture.show(PlanWeek(plan, number))
            assert overlaps(picture) == [], (plan.runner.name, number)


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 52))
def test_a_week_shows_each_session_with_its_exercises_and_minutes(
    week: WeekPicture, number: int
) -> None:
    model = PlanWeek(PLAN, number)
    week.show(model)
    shown = [text.get_text() for text in week.ax.texts if text.get_text()]
    for session in model.sessions():
        assert sum(f"{session.minutes:.0f} min" in text for text in shown) >= 2
        for work in session.work:
            assert work.exercise.name in shown
            assert any(f"{work.sets} × {work.dose}" in text for text in shown)
    heads = [card.head.get_text() for card in week.cards if card.head.get_text()]
    assert len(heads) == len(model.sessions())
    assert week.figure.sentence == model.describe()


def test_going_back_gives_the_same_bytes(year: YearPicture, week: WeekPicture) -> None:
    year.show(SEVERAL)
    year.show(PLAN)
    assert year.figure.png() == draw(PLAN).png()
    week.show(PlanWeek(FULL, 1))
    week.show(PlanWeek(PLAN, 3))
    assert week.figure.png() == draw(PlanWeek(PLAN, 3)).png()


def test_another_day_of_the_week_costs_the_browser_little(year: YearPicture) -> None:
    year.show(PLAN)
    year.svg()
    year.show(PLAN.replace(runner=NOOR.replace(hard_run_days=["wed", "sat"])))
    changed = {name for name in year.patch() if name.startswith("year-day")}
    assert 0 < len(changed) < 364
    year.show(PlanYear(PLAN))
    year.patch()
    assert year.patch() == {}
