"""The runner's chooser and the first figure, moved in every way, with no browser."""

import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from runplan import Plan, PlanError, Runner, lessons
from runplan.lessons import editions, story
from runplan.lessons.chooser import CONTROLS, RunnerChooser
from runplan.lessons.first import FirstSteps
from runplan.lessons.layers import Case
from runplan.plan import PlanYear
from runplan.widgets.panel import Choice, Several


def by_hand(tool: RunnerChooser, **moved: Any) -> None:
    """Move controls as the browser does."""
    tool.panel.values = tool.panel.values | moved


def last_said(tool: RunnerChooser) -> str:
    return str(tool.panel.contents["told"][-1]["text"])


def test_every_option_of_every_choice_is_taken() -> None:
    for control in CONTROLS:
        if isinstance(control, Choice):
            for value, _ in control.options:
                chooser = RunnerChooser()
                by_hand(chooser, **{control.name: value})
                assert chooser.panel.values[control.name] == value
                assert not any(
                    n["level"] == "fail" for ns in chooser.panel.notes.values() for n in ns
                )


def test_a_case_brings_its_runner_its_words_and_its_year() -> None:
    chooser = RunnerChooser()
    by_hand(chooser, who="Kiri")
    assert chooser.value is story.CASES[2]
    assert "south of the equator" in chooser.panel.contents["told"][0]["text"]
    assert "two races" in chooser.figures[0].sentence or "races on" in chooser.figures[0].sentence
    assert "19 December 2027" in chooser.figures[0].sentence


def test_the_year_is_that_of_the_runner() -> None:
    chooser = RunnerChooser(story.CASES[1])
    planned = Plan(chooser.value.runner, chooser.value.season)
    assert f"{len(planned.sessions())} strength sessions" in chooser.figures[0].sentence
    assert "1RM" not in chooser.figures[0].sentence  # no weights, so no part of a weight
    assert {day.date.weekday() for day in chooser.view.days() if day.session is not None} == {1, 4}
    by_hand(chooser, strength_days=["wed"])
    assert {day.date.weekday() for day in chooser.view.days() if day.session is not None} == {2}


def test_a_phase_that_is_lost_is_explained() -> None:
    chooser = RunnerChooser()
    assert chooser.panel.notes.get("races", []) == []
    by_hand(chooser, races="2027-05-09 2027-06-09")
    assert "no base (16 weeks lost)" in chooser.panel.notes["races"][1]["text"]
    assert "Base is the first phase" in chooser.panel.notes["races"][-1]["text"]


def test_somebody_else_is_described() -> None:
    chooser = RunnerChooser()
    by_hand(chooser, who="own")
    by_hand(chooser, name="Łucja", level="2", equipment="home", races="2027-10-10")
    by_hand(chooser, strength_days=["mon", "fri"], run_days=["tue", "sun"])
    by_hand(chooser, hard_run_days=["tue"])
    assert chooser.value.runner == Runner("Łucja", 2, "home", ["mon", "fri"], ["tue", "sun"], "tue")
    assert chooser.panel.values["who"] == "own"
    by_hand(chooser, run_days=["sun"])  # what is no run any more is no hard run either
    assert chooser.value.runner.hard_run_days == ()


@pytest.mark.parametrize(
    "written", ["10 October 2027", "10.10.2027", "10. oct 2027", "2027-10-10", " 2027-10-10,"]
)
def test_a_date_is_read_as_people_write_it(written: str) -> None:
    chooser = RunnerChooser()
    by_hand(chooser, races=written)
    assert chooser.value.races == (date(2027, 10, 10),)
    by_hand(chooser, races=f"{written} and 9 May 2027")
    assert chooser.value.races == (date(2027, 5, 9), date(2027, 10, 10))


@pytest.mark.parametrize(
    ("control", "typed", "words"),
    [
        ("races", "2027-13-05", "Write it like"),
        ("races", "31 February 2027", "that is no date"),
        ("races", "2027-09-05 2027-09-04", "in one week"),
        ("name", " ", "give a text"),
        ("strength_days", [], "name at least one"),
    ],
)
def test_a_slip_is_told_where_it_is_and_changes_nothing(
    control: str, typed: Any, words: str
) -> None:
    chooser = RunnerChooser()
    before = chooser.value
    by_hand(chooser, **{control: typed})
    assert words in chooser.panel.notes[control][0]["text"]
    assert chooser.panel.values[control] == typed  # it stays to be mended
    assert chooser.value == before


def test_the_button_lets_a_runner_go_through_the_course(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chooser = RunnerChooser()
    chooser.panel._handle_custom_msg({"press": "take"}, [])
    assert last_said(chooser) == story.OUTSIDE
    editions.start(tmp_path)
    monkeypatch.chdir(tmp_path)
    by_hand(chooser, who="Emil")
    assert last_said(chooser).startswith("Emil, level 1")  # that was said of another runner
    chooser.panel._handle_custom_msg({"press": "take"}, [])
    assert last_said(chooser) == "Emil goes through the course with you."
    assert lessons.my_runner().name == "Emil"
    assert RunnerChooser().value == story.CASES[1]  # it is there again after a restart


def test_from_code_it_takes_a_case_only() -> None:
    chooser = RunnerChooser(story.CASES[1])
    chooser.value = Case(story.CASES[0].runner)
    assert chooser.races == ()
    with pytest.raises(PlanError, match="give a Case"):
        chooser.value = "Noor"
    with pytest.raises(PlanError, match="that is no date"):
        chooser.races = "soon"
    assert chooser.value.races == ()


class Walk(RuleBasedStateMachine):
    """Anything may be moved in any order: words, picture and value agree, nothing raises."""

    def __init__(self) -> None:
        super().__init__()
        self.chooser = RunnerChooser(story.CASES[0])

    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        control = data.draw(st.sampled_from(CONTROLS))
        if isinstance(control, Choice):
            value: Any = data.draw(st.sampled_from([option for option, _ in control.options]))
        elif isinstance(control, Several):
            words = [option for option, _ in control.options]
            value = data.draw(st.lists(st.sampled_from(words), unique=True))
        elif control.name == "races":
            dates = st.dates(date(2026, 1, 1), date(2028, 12, 31))
            value = ", ".join(map(str, data.draw(st.lists(dates, max_size=2))))
        elif control.name == "name":
            value = data.draw(st.text(max_size=5))
        else:
            return
        by_hand(self.chooser, **{control.name: value})
        case, values = self.chooser.value, self.chooser.panel.values
        year = PlanYear(Plan(case.runner, case.season))
        assert self.chooser.figures[0].sentence == year.describe()
        assert values["level"] == str(case.runner.level)
        assert case.runner.describe() == last_said(self.chooser)
        assert math.isfinite(case.season.weeks().load_au.sum())


Walk.TestCase.settings = settings(max_examples=5, stateful_step_count=15, deadline=None)
TestWalk = Walk.TestCase


@pytest.mark.parametrize("pct", [0, 39, 40, 45, 50, 89, 90, 99])
def test_the_first_figure_moves_with_its_slider(pct: int) -> None:
    first = FirstSteps()
    first.panel.values = {"pct": pct}
    assert first.value.pct == first.pct == pct
    assert first.figures[0].sentence.startswith(f"The right side at {pct} %")
    assert first._repr_mimebundle_()["text/plain"] == first.figures[0].sentence


def test_the_first_figure_refuses_what_is_no_moment() -> None:
    first = FirstSteps()
    with pytest.raises(PlanError):
        first.pct = "soon"
    with pytest.raises(PlanError, match="give a Moment"):
        first.value = 5
    assert first.value.pct == 10
