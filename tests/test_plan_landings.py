"""Landings of a plan: held to what is advised for the runner's level, in every week."""

import pytest

from runplan import Plan, Runner, Season
from runplan.plan.checks import checks
from runplan.plan.weeks import weeks
from runplan.supersets.rules import contacts_ceiling, contacts_start

SEASONS = [
    Season("2027-09-05", start_date="2026-11-30"),
    Season("2027-05-09", start_date="2026-11-30"),
    Season(start_date="2026-11-30", deload_every=0, hemisphere="south"),
    Season.from_article(start_date="2026-11-30"),
    Season.from_evidence("2027-05-09", start_date="2026-11-30"),
]


def plan(level: int, equipment: str, season: Season) -> Plan:
    return Plan(Runner("Ada", level, equipment, ["mon", "wed", "fri"], [], []), season)


@pytest.mark.parametrize("season", SEASONS)
@pytest.mark.parametrize("equipment", ["none", "home", "gym"])
def test_a_beginner_never_lands_more_often_than_the_checks_advise(
    equipment: str, season: Season
) -> None:
    made = plan(1, equipment, season)
    assert made.sessions().contacts.max() <= contacts_start() == 60
    assert not [
        one for one in checks(made) if one.reason.rule == "contacts" and one.reason.level != "pass"
    ]


@pytest.mark.parametrize("level", [2, 3])
def test_nobody_lands_more_often_than_the_level_s_ceiling(level: int) -> None:
    spring = SEASONS[0].phase("transition_spring").replace(contacts=(60, 200))
    phases = [spring if p.name == spring.name else p for p in SEASONS[0].phases]
    made = plan(level, "gym", SEASONS[0].replace(phases=phases))
    assert made.sessions().contacts.max() <= contacts_ceiling(level)
    assert made.asked.phase("transition_spring").contacts[1] == contacts_ceiling(level)


def test_the_season_as_it_is_asked_agrees_with_the_plan_and_says_what_it_is_held_to() -> None:
    made = plan(1, "gym", SEASONS[0])
    table = weeks(made).set_index("week")
    asked = made.asked.weeks().set_index("week")
    assert (asked.contacts <= 60 * asked.sessions).all()
    spring = asked.index[asked.phase == "transition_spring"]
    # a jump has whole repetitions, so a week is near what is asked
    assert (table.contacts[spring] - asked.contacts[spring]).abs().max() <= 4
    same = asked.columns.drop("contacts")
    assert asked[same].equals(made.season.weeks().set_index("week")[same])
    said = [str(one) for one in checks(made) if one.reason.rule == "contacts"]
    assert (
        "Season: Spring transition allows up to 120 landings a session; level 1 is held to 60."
        in said
    )
    assert plan(2, "gym", SEASONS[0]).asked is SEASONS[0]
