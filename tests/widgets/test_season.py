"""SeasonPlanner without a browser: every control, two-way, and a long walk."""

import contextlib
from datetime import date
from typing import Any

import pytest
from hands import ToolWalk, move, press, walks
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from runplan import Phase, PlanError, Season
from runplan.widgets import SeasonPlanner

GIVEN: Any = {"races": "2027-09-05", "start_date": "2026-11-30"}


def agrees(tool: SeasonPlanner) -> None:
    """Picture, sentence, controls, notes and value say the same."""
    (figure,) = tool.figures
    assert figure.sentence == tool.view.describe()
    shown = tool.panel.values
    for name in tool.PARAMETERS:
        assert getattr(tool, name) == getattr(tool.value, name)
    for name in ("deload_every", "deload_volume", "blend_weeks", "taper_days", "taper_cut"):
        assert shown[name] == getattr(tool.value, name)
    phase = tool.value.phase(tool.phase)
    assert (shown["sessions_low"], shown["sessions_high"]) == phase.sessions
    assert (shown["volume_index"], shown["minutes"]) == (phase.volume_index, phase.minutes)
    assert shown["drop"] == (tool.kept is not None)
    said = sum(len(notes) for notes in tool.panel.notes.values())
    wrong = sum(note["level"] == "fail" for notes in tool.panel.notes.values() for note in notes)
    assert said - wrong == len(tool.value.warnings(tool.level)) or wrong
    for text in (str(figure.patch), figure.sentence, str(shown)):
        assert "nan" not in text.lower()


def test_every_control_at_its_ends_and_options() -> None:
    tool = SeasonPlanner(**GIVEN)
    for phase in ("base", "transition_spring", "competition", "recovery", "re_entry"):
        move(tool, phase=phase)
        for control in tool.panel.controls:
            name = control["name"]
            ends = [value for value, _ in control.get("options", ())]
            if control["kind"] == "slider":
                ends = [control["low"], control["high"], tool.panel.values[name]]
            for end in ends:
                move(tool, **{name: end})
                assert tool.panel.values[name] == end
                assert "'fail'" not in str(tool.panel.notes), (name, end)
                agrees(tool)
        move(tool, phase=phase)


def test_buttons() -> None:
    tool = SeasonPlanner(**GIVEN)
    start = tool.value
    press(tool, "article")
    assert tool.value == Season.from_article(**GIVEN)
    press(tool, "keep")
    press(tool, "evidence")
    assert tool.value == Season.from_evidence(**GIVEN)
    assert tool.kept == Season.from_article(**GIVEN)
    assert tool.figures[0].sentence.startswith("Beside the kept copy")
    agrees(tool)
    press(tool, "drop")
    assert tool.kept is None
    press(tool, "reset")
    assert tool.value == start
    agrees(tool)


def test_a_copy_changes_the_picture_and_makes_no_new_one() -> None:
    tool = SeasonPlanner(**GIVEN)
    drawn = tool.figures[0].svg
    tool.keep()
    tool.taper_days = 7
    assert tool.figures[0].svg == drawn
    assert tool.figures[0].patch
    agrees(tool)


def test_setting_a_trait_moves_control_picture_and_value() -> None:
    tool = SeasonPlanner(**GIVEN)
    tool.deload_every = 3
    tool.races = ["2027-05-09", date(2027, 9, 5)]
    tool.phases = [Phase.shipped("base").replace(sessions=2)]
    assert tool.value == Season(
        ["2027-05-09", "2027-09-05"],
        start_date="2026-11-30",
        deload_every=3,
        phases=[Phase.shipped("base").replace(sessions=2)],
    )
    assert tool.panel.values["races"] == "2027-05-09, 2027-09-05"
    assert tool.panel.values["sessions_high"] == 2
    tool.taper_days = 7
    assert tool.figures[0].patch
    agrees(tool)


def test_setting_the_value_moves_everything() -> None:
    tool = SeasonPlanner()
    tool.value = Season(hemisphere="south", start_date="2027-05-31", taper_days=7)
    assert (tool.hemisphere, tool.taper_days) == ("south", 7)
    agrees(tool)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("deload_every", 1),
        ("taper_cut", None),
        ("races", "2027-13-01"),
        ("races", "2029-01-01"),
        ("hemisphere", "west"),
        ("phases", 3),
        ("phase", "winter"),
        ("level", 4),
        ("value", None),
        ("kept", "it"),
    ],
)
def test_what_is_not_legal_changes_nothing(name: str, value: Any) -> None:
    tool = SeasonPlanner(**GIVEN)
    before, shown = tool.value, tool.panel.values
    with pytest.raises(PlanError):
        setattr(tool, name, value)
    assert (tool.value, tool.panel.values) == (before, shown)
    agrees(tool)


def test_a_typing_error_is_told_beside_its_field_and_stays_there_to_be_mended() -> None:
    tool = SeasonPlanner(**GIVEN)
    before = tool.value
    move(tool, races="2027-13-05")
    assert tool.value == before
    assert tool.panel.values["races"] == "2027-13-05"
    (note,) = tool.panel.notes["races"]
    assert note["level"] == "fail"
    assert "2027-13-05" in note["text"]
    move(tool, races="2027-09-12")
    assert "races" not in tool.panel.notes
    assert tool.value.races == (date(2027, 9, 12),)
    move(tool, races="")
    assert tool.value.races == ()


def test_warnings_stand_beside_what_caused_them() -> None:
    tool = SeasonPlanner(**GIVEN, taper_days=25, deload_every=0)
    assert "25 days is longer" in tool.panel.notes["taper_days"][0]["text"]
    assert "(Wang et al. 2023)" in tool.panel.notes["taper_days"][0]["text"]
    assert "No easier weeks" in tool.panel.notes["deload_every"][0]["text"]
    move(tool, sessions_high=5)
    assert "Base asks for up to 5" in tool.panel.notes["sessions_high"][0]["text"]
    move(tool, phase="competition")
    assert "sessions_high" not in tool.panel.notes
    assert any("Base asks" in note["text"] for note in tool.panel.notes["phase"])
    move(tool, intensity_pct_1rm_low=50)
    assert "Competition starts at 50" in tool.panel.notes["intensity_pct_1rm_low"][0]["text"]


def test_one_end_of_a_range_takes_the_other_along() -> None:
    tool = SeasonPlanner(**GIVEN)
    move(tool, sessions_low=5)
    assert tool.value.phase("base").sessions == (5, 5)
    move(tool, sessions_high=1)
    assert tool.value.phase("base").sessions == (1, 1)
    agrees(tool)


def test_two_planners_are_independent() -> None:
    one, two = SeasonPlanner(**GIVEN), SeasonPlanner(**GIVEN)
    one.taper_days = 7
    assert two.taper_days == 14
    assert two.figures[0].patch == {}


def test_without_a_kernel_its_picture_and_sentence_stand_there() -> None:
    bundle = SeasonPlanner(**GIVEN)._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert bundle["text/plain"] == Season(**GIVEN).describe()


class Walk(ToolWalk):
    """Anything anyone may do, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.tool = SeasonPlanner(**GIVEN)
        self.controls = self.tool.panel.controls

    @rule(data=st.data())
    def move_a_control(self, data: st.DataObject) -> None:
        control = data.draw(st.sampled_from([c for c in self.controls if c["kind"] != "button"]))
        values: Any = st.sampled_from([value for value, _ in control.get("options", ())] or [""])
        if control["kind"] == "slider":
            steps = round((control["high"] - control["low"]) / control["step"])
            legal = (control["low"] + control["step"] * step for step in range(steps + 1))
            values = st.sampled_from([v for v in legal if v not in control["skip"]])
        elif control["name"] == "races":
            values = st.sampled_from(
                ["", "2027-05-09", "2027-05-09 2027-09-05", "soon", "2030-01-01"]
            )
        move(self.tool, **{control["name"]: data.draw(values)})

    @rule(name=st.sampled_from(["article", "evidence", "reset", "keep", "drop"]))
    def press_a_button(self, name: str) -> None:
        press(self.tool, name)

    @rule(
        data=st.data(),
        value=st.one_of(st.integers(-1, 30), st.floats(), st.none(), st.text(max_size=2)),
    )
    def set_a_trait(self, data: st.DataObject, value: Any) -> None:
        name = data.draw(st.sampled_from([n for n in self.tool.PARAMETERS if n != "start_date"]))
        before = self.tool.value
        with contextlib.suppress(PlanError):
            setattr(self.tool, name, value)
            return
        assert self.tool.value == before

    @invariant()
    def agrees(self) -> None:
        agrees(self.tool)


TestWalk = walks(Walk)
