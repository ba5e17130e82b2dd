"""LoadExplorer without a browser: every control, two-way, and a long walk."""

import contextlib
import math
import re
from typing import Any

import pytest
from hands import ToolWalk, move, panel_of, walks
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from runplan import FitnessFatigue, PlanError, TrainingWeek, Workout
from runplan.load.block import PATTERNS
from runplan.load.foster import DAYS
from runplan.widgets import LoadExplorer

WEEK = TrainingWeek(
    [
        Workout("mon", "strength", 50, 7, "18:00"),
        Workout("tue", "running", 60, 8, "07:00"),
        Workout("thu", "strength", 50, 7, "18:00"),
        Workout("sun", "running", 110, 4),
    ]
)
SESSION = [f"{kind}_{what}" for kind in ("strength", "running") for what in ("min", "rpe", "at")]
CURVE = ("tau1_d", "tau2_d", "k1", "k2")


def said(tool: Any, name: str) -> str:
    blocks = panel_of(tool, name).contents[name]
    return " ".join(word for b in blocks for word in (b["text"], *b["items"]) if word)


def agrees(tool: LoadExplorer) -> None:
    """Pictures, sentences, controls, texts and value say the same."""
    week, curve, ratio = tool.figures
    assert week.sentence == tool.value.describe()
    assert curve.sentence == tool.response.describe()
    assert ratio.sentence == tool.tale.describe()
    assert tool.workouts == tool.value.workouts
    assert tool.panel.values["day"] == tool.day
    for kind in ("strength", "running"):
        own = [w for w in tool.value.workouts if (w.day, w.kind) == (tool.day, kind)]
        assert getattr(tool, f"{kind}_min") == (own[0].minutes if own else 0)
        assert tool.panel.values[f"{kind}_min"] == getattr(tool, f"{kind}_min")
        assert tool.panel.values[f"{kind}_rpe"] == getattr(tool, f"{kind}_rpe")
    curve_panel, ratio_panel = tool.panels[1:]
    for panel in (curve_panel, ratio_panel):
        assert panel.values["pattern"] == tool.pattern
        assert panel.values["weeks"] == tool.weeks
    for name in CURVE:
        assert curve_panel.values[name] == getattr(tool, name) == getattr(tool.model, name)
    for panel in tool.panels:
        assert not re.search(r"\bnan\b", str(panel.contents), re.IGNORECASE)
    for figure in tool.figures:
        assert not re.search(r"\bnan\b", f"{figure.patch} {figure.sentence}", re.IGNORECASE)


def test_every_control_at_its_ends_and_options() -> None:
    tool = LoadExplorer(WEEK)
    for panel in tool.panels:
        for control in panel.controls:
            tool.value, tool.day, tool.model = WEEK, "mon", FitnessFatigue()
            name = control["name"]
            ends = [value for value, _ in control.get("options", ())]
            if control["kind"] == "slider":
                ends = [control["low"], control["high"]]
            for end in ends:
                panel.set_state({"values": panel.values | {name: end}})
                assert panel.values[name] == end
                assert tool.panel.notes == {}
                agrees(tool)


def test_a_session_is_made_on_the_day_shown() -> None:
    tool = LoadExplorer()
    move(tool, day="tue")
    move(tool, running_min=60, running_rpe=8, running_at=7)
    assert tool.value == TrainingWeek([Workout("tue", "running", 60, 8, "07:00")])
    move(tool, day="wed")
    assert tool.running_min == 0
    move(tool, day="tue")
    assert (tool.running_min, tool.running_rpe, tool.running_at) == (60, 8, "07:00")
    move(tool, running_at=4.5)
    assert tool.running_at == ""
    move(tool, running_min=0)
    assert tool.value.load_au == 0
    agrees(tool)


def test_quick_hands_change_the_day_that_they_saw() -> None:
    tool = LoadExplorer(WEEK, day="tue")
    tool.panel.set_state({"values": tool.panel.values | {"running_min": 30, "day": "thu"}})
    assert tool.day == "thu"
    assert [w.minutes for w in tool.value.workouts if w.day == "tue"] == [30]
    assert [w.minutes for w in tool.value.workouts if w.day == "thu"] == [50]
    agrees(tool)


def test_only_the_first_session_of_a_kind_is_moved() -> None:
    two = [Workout("tue", "running", 30, 4, "07:00"), Workout("tue", "running", 60, 8, "18:00")]
    tool = LoadExplorer(TrainingWeek(two), day="tue")
    tool.running_min = 40
    assert [w.minutes for w in tool.value.workouts] == [40, 60]
    agrees(tool)


def test_minutes_that_would_count_twice_stay_typed_with_what_is_wrong() -> None:
    tool = LoadExplorer(WEEK, day="tue")
    move(tool, strength_min=50)
    before = tool.value
    move(tool, strength_at=7.5)
    assert tool.value == before
    assert tool.panel.values["strength_at"] == 7.5
    (note,) = tool.panel.notes["strength_at"]
    assert note["level"] == "fail"
    assert "overlap" in note["text"]
    move(tool, strength_at=18)
    assert tool.panel.notes == {}
    agrees(tool)


def test_what_a_coach_would_say_follows_the_week() -> None:
    tool = LoadExplorer(WEEK)
    assert "strength on the day before the hard run on Tue" in said(tool, "coach")
    tool.strength_min = 0
    assert "stands well beside running" in said(tool, "coach")
    tool.value = TrainingWeek([Workout(day, "running", 40, 5) for day in DAYS])
    assert "rule of thumb" in said(tool, "coach")


def test_the_model_can_be_moved_and_comes_back() -> None:
    tool = LoadExplorer(WEEK, part="curve")
    before = tool.figures[1].sentence
    move(tool, tau2_d=14, k2=3)
    assert tool.model == FitnessFatigue(tau2_d=14, k2=3)
    assert "chosen, not fitted" in tool.figures[1].sentence
    move(tool, k1=0)
    assert "never does more good" in said(tool, "once")
    tool.panels[1]._handle_custom_msg({"press": "usual"}, [])
    assert tool.model == FitnessFatigue()
    assert tool.figures[1].sentence == before
    assert "day 5.8 on, most on day 20.9" in said(tool, "once")
    assert "Fades in 42 days means: about a third is left by then" in said(tool, "once")
    tool.model = FitnessFatigue(tau1_d=50)
    assert tool.tau1_d == 50
    agrees(tool)


def test_the_ratio_stands_beside_why_not_to_steer_by_it() -> None:
    tool = LoadExplorer(WEEK, part="ratio", pattern="holiday")
    assert "No evidence supports steering" in said(tool, "why")
    assert "c = 0.574" in said(tool, "why")
    assert "nothing to steer by" in tool.view.describe()
    agrees(tool)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("day", "noday"),
        ("strength_min", -5),
        ("strength_min", math.nan),
        ("running_rpe", 11),
        ("running_at", "25:00"),
        ("pattern", "chaos"),
        ("weeks", 40),
        ("weeks", None),
        ("tau2_d", 42),
        ("k1", -1),
        ("model", 42),
        ("part", "half"),
        ("value", []),
        ("workouts", [60]),
    ],
)
def test_what_is_not_legal_changes_nothing(name: str, value: Any) -> None:
    tool = LoadExplorer(WEEK)
    with pytest.raises(PlanError):
        setattr(tool, name, value)
    assert (tool.value, tool.model, tool.day) == (WEEK, FitnessFatigue(), "mon")
    assert (tool.pattern, tool.weeks, tool.part) == ("steady", 12, "all")
    agrees(tool)


def test_an_unknown_option_is_named() -> None:
    with pytest.raises(PlanError, match="pattern"):
        LoadExplorer(patern="steady")


def test_two_explorers_are_independent() -> None:
    one, two = LoadExplorer(WEEK), LoadExplorer(WEEK)
    one.strength_min = 0
    one.k2 = 3
    assert two.value == WEEK
    assert two.model == FitnessFatigue()


@pytest.mark.parametrize("part", ["all", "week", "curve", "ratio"])
def test_without_a_kernel_its_picture_and_sentence_stand_there(part: str) -> None:
    tool = LoadExplorer(WEEK, part)
    assert len(tool.children) == (3 if part == "all" else 1)
    bundle = tool._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert bundle["text/plain"] == tool.view.describe()


class Walk(ToolWalk):
    """Anything anyone may do, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.tool = LoadExplorer(WEEK)

    @rule(day=st.sampled_from(DAYS))
    def turn_to(self, day: str) -> None:
        move(self.tool, day=day)
        assert self.tool.day == day

    @rule(name=st.sampled_from(SESSION), share=st.floats(0, 1))
    def move_a_session(self, name: str, share: float) -> None:
        panel = self.tool.panel
        control = next(c for c in panel.controls if c["name"] == name)
        steps = round(share * (control["high"] - control["low"]) / control["step"])
        move(self.tool, **{name: control["low"] + steps * control["step"]})

    @rule(
        name=st.sampled_from([*SESSION, *CURVE, "weeks", "pattern", "day"]),
        value=st.one_of(st.floats(), st.integers(-5, 300), st.text(max_size=3), st.none()),
    )
    def anything(self, name: str, value: Any) -> None:
        with contextlib.suppress(PlanError):
            setattr(self.tool, name, value)

    @rule(pattern=st.sampled_from(list(PATTERNS)), weeks=st.integers(8, 26))
    def in_a_row(self, pattern: str, weeks: int) -> None:
        move(self.tool, pattern=pattern, weeks=weeks)
        assert (self.tool.pattern, self.tool.weeks) == (pattern, weeks)

    @rule(tau=st.integers(20, 60), k2=st.sampled_from([0, 0.5, 2, 4]))
    def fade(self, tau: int, k2: float) -> None:
        move(self.tool, tau1_d=tau, k2=k2)

    @rule(look=st.sampled_from(["light", "dark"]))
    def dim(self, look: str) -> None:
        self.tool.figures[0].set_state({"look": look})

    @invariant()
    def agrees(self) -> None:
        if not self.tool.panel.notes:
            agrees(self.tool)


TestWalk = walks(Walk, examples=8, steps=40)
