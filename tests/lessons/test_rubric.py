"""The rubrics: a good plan for each brief, and three bad ones that fail for the right reason."""

from typing import Any

import pytest

from runplan import Plan, PlanError, Runner, Season, Swap
from runplan.lessons.briefs import BRIEFS, brief
from runplan.lessons.cases import GOOD, SPOILS, good, spoiled

BAD: dict[str, dict[str, tuple[str, str]]] = {
    "first": {
        "a race a week too early": ("races", "29 August 2027 is not in the season"),
        "a gym": ("equipment", "counts on gym"),
        "a taper of three days": ("taper", "A taper of 3 days"),
    },
    "south": {
        "the article's light summer": ("heavy", "Cut sets, not weight"),
        "no taper": ("taper", "A taper of 0 days"),
        "strength before the hard run": ("hard_runs", "day before a hard run"),
    },
    "mountain": {
        "one race forgotten": ("races", "12 September 2027 is not in the season"),
        "no holiday": ("away", "2 August 2027"),
        "no easier weeks": ("deload", "There are no easier weeks"),
    },
}


@pytest.mark.parametrize("name", GOOD)
def test_a_good_plan_fulfils_all(name: str) -> None:
    found = brief(name).judge(good(name))
    assert found.unmet == ()
    assert found.feedback().right
    assert (found.table()["holds"] == "✓").all()


@pytest.mark.parametrize(
    ("name", "how"), [(name, how) for name, several in BAD.items() for how in several]
)
def test_a_bad_plan_fails_for_its_reason_alone(name: str, how: str) -> None:
    criterion, words = BAD[name][how]
    found = brief(name).judge(spoiled(name, how))
    assert found.unmet == (criterion,)
    judged = found.feedback()
    assert judged.right is False
    assert words in judged.text
    total = len(found.brief.criteria)
    assert f"{total - 1} of {total} criteria hold" in judged.text


@pytest.mark.parametrize(
    ("name", "how"), [(n, how) for n, several in SPOILS.items() for how in several]
)
def test_each_way_to_spoil_a_plan_misses_one_criterion(name: str, how: str) -> None:
    assert len(brief(name).judge(spoiled(name, how)).unmet) == 1


@pytest.mark.parametrize(
    ("changes", "missed"),
    [
        ({"run_days": ()}, "runs"),
        ({"hard_run_days": ["sun"]}, "runs"),
        ({"away": ["2027-04-05", "2027-04-05"]}, "away"),
    ],
)
def test_what_a_runner_said_in_passing_counts(changes: dict[str, Any], missed: str) -> None:
    plan = good("first")
    found = brief("first").judge(plan.replace(runner=plan.runner.replace(**changes)))
    assert found.unmet == (missed,)


def test_a_swap_cannot_bring_in_what_is_not_at_hand() -> None:
    plan = good("first")
    old = plan.dated()[0].work[0].exercise.id
    swapped = plan.replace(changes=[Swap(1, plan.dated()[0].slot.slot, old, "back_squat")])
    found = brief("first").judge(swapped)
    assert "equipment" in found.unmet
    assert "back squat" in found.feedback().text


def test_weights_are_kept_only_where_there_is_a_session() -> None:
    plan = good("south")
    phases = [
        phase.replace(sessions=(0, 1)) if phase.name == "competition" else phase
        for phase in plan.season.phases
    ]
    found = brief("south").judge(plan.replace(season=plan.season.replace(phases=phases)))
    assert found.unmet == ("heavy",)


def test_another_runners_plan_fails_in_many_ways() -> None:
    noor = Runner("Noor", 2, "gym", ["mon", "thu"], ["tue", "wed"], ["wed"])
    found = brief("first").judge(Plan(noor, Season("2027-09-05", start_date="2026-11-30")))
    assert {"races", "equipment", "level", "days", "away"} <= set(found.unmet)


@pytest.mark.parametrize("nothing", [None, "a plan"])
def test_before_there_is_a_plan_it_is_said_kindly(nothing: Any) -> None:
    judged = BRIEFS[0].judge(nothing).feedback()
    assert judged.right is False
    assert "There is no plan yet" in judged.text


def test_an_unknown_brief_is_told() -> None:
    with pytest.raises(PlanError, match="mountain"):
        brief("moutain")


def test_references_are_known() -> None:
    from runplan import reference

    for one in BRIEFS:
        for criterion in one.criteria:
            assert not criterion.reference or reference(criterion.reference)
