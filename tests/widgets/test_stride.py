"""StrideExplorer without a browser: every control, two-way, and a long walk."""

import contextlib
import math
from typing import Any

import pytest
from hands import ToolWalk, move, walks
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from runplan import PlanError, Stride
from runplan.widgets import StrideExplorer
from runplan.widgets.live import LiveFigure


def agrees(tool: StrideExplorer) -> None:
    """Picture, sentence, controls and value say the same."""
    runner, body, timeline = tool.figures
    assert runner.sentence == tool.view.describe()
    assert f"at {tool.view.pct:g} % of the stride" in body.sentence
    assert f"{tool.value.stance_pct:g} % stance" in timeline.sentence
    assert tool.stance_pct == tool.value.stance_pct == tool.panel.values["stance_pct"]
    shown = {name: tool.panel.values[name] for name in ("pct", "hill", "arms")}
    assert shown == {name: getattr(tool, name) for name in shown}
    for figure in tool.figures:
        assert "nan" not in str(figure.patch).lower()
        assert "nan" not in figure.sentence


def test_every_control_at_its_ends_and_options() -> None:
    tool = StrideExplorer()
    for control in tool.panel.controls:
        name = control["name"]
        ends = [value for value, _ in control.get("options", ())] or [
            control["low"],
            control["high"],
        ]
        for end in ends:
            move(tool, **{name: end})
            assert getattr(tool, name) == end
            assert "fail" not in str(tool.panel.notes)
            agrees(tool)


def test_setting_a_trait_moves_control_picture_and_value() -> None:
    tool = StrideExplorer()
    before = tool.figures[0].sentence
    tool.pct = 35
    tool.stance_pct = 30
    assert tool.value == Stride(30)
    assert tool.panel.values["pct"] == 35
    assert tool.figures[0].sentence != before
    assert "runner-thigh-right" in tool.figures[0].patch
    agrees(tool)


def test_setting_the_value_moves_the_traits() -> None:
    tool = StrideExplorer()
    tool.value = Stride(25)
    assert tool.stance_pct == 25
    agrees(tool)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("stance_pct", 60),
        ("stance_pct", math.nan),
        ("stance_pct", None),
        ("pct", "soon"),
        ("pct", None),
        ("hill", "up"),
        ("arms", "legs"),
        ("value", 30),
    ],
)
def test_what_is_not_legal_changes_nothing(name: str, value: Any) -> None:
    tool = StrideExplorer(30, 20)
    patch = tool.figures[0].patch
    with pytest.raises(PlanError):
        setattr(tool, name, value)
    assert (tool.value, tool.pct, tool.stance_pct) == (Stride(30), 20, 30)
    assert tool.figures[0].patch == patch
    agrees(tool)


def test_the_end_of_the_slider_is_no_start() -> None:
    tool = StrideExplorer(pct=100)
    assert tool.panel.values["pct"] == 100
    tool.pct = 105
    assert tool.panel.values["pct"] == 5


def test_what_is_known_stands_beside_an_option_with_its_source() -> None:
    tool = StrideExplorer(hill="uphill", arms="head")
    notes = {name: " ".join(n["text"] for n in notes) for name, notes in tool.panel.notes.items()}
    assert "On a slope of 12° the hip does nearly all the extra work" in notes["hill"]
    assert "73 % against 67 % on level ground" in notes["hill"]
    assert "Roberts" in notes["hill"]
    assert "The picture stays on level ground" in notes["hill"]
    assert "13 % on the head" in notes["arms"]
    assert "Dorn 2012" in notes["stance_pct"]
    assert "Do not read from them" not in notes["stance_pct"]
    tool.stance_pct = 24
    assert "Do not read from them" in tool.panel.notes["stance_pct"][0]["text"]
    assert "not recorded at it" in tool.figures[0].sentence


def test_two_explorers_are_independent() -> None:
    one, two = StrideExplorer(), StrideExplorer()
    one.pct = 50
    assert two.pct == 0
    assert two.figures[0].patch == {}


def test_without_a_kernel_its_picture_and_sentence_stand_there() -> None:
    tool = StrideExplorer(pct=20)
    bundle = tool._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert bundle["text/plain"] == tool.view.describe()


def test_a_page_that_comes_anew_gets_the_picture_as_it_is_by_now() -> None:
    tool = StrideExplorer()
    tool.pct = 60
    state = tool.figures[0].get_state()
    assert state["patch"] == {}
    assert "60 %" in state["svg"]
    tool.pct = 61
    assert tool.figures[0].patch


def test_the_pages_theme_decides_how_it_looks() -> None:
    tool = StrideExplorer()
    figure = tool.figures[0]
    light = figure.svg
    figure.set_state({"look": "dark"})
    assert figure.svg != light
    tool.pct = 10
    assert figure.patch
    agrees(tool)


def test_a_picture_shown_small_gets_larger_type() -> None:
    figure = StrideExplorer().figures[0]
    small = figure.svg
    figure.set_state({"large": True})
    assert "font-size: 12.6px" in figure.svg
    figure.set_state({"large": False})
    assert figure.svg == small


def test_a_step_of_three_pictures_is_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = StrideExplorer(pct=11)
    runner, body, timeline = tool.figures
    sent: list[tuple[Any, Any]] = []
    monkeypatch.setattr(
        LiveFigure, "_send", lambda figure, message, buffers=None: sent.append((figure, message))
    )
    move(tool, pct=12)
    ((figure, message),) = sent
    assert figure is runner
    told = message["state"]
    assert set(told) == {"patch", "sentence", "others"}
    assert told["patch"] == runner.patch
    assert told["others"] == {
        other.model_id: {"patch": other.patch, "sentence": other.sentence}
        for other in (body, timeline)
    }


class Walk(ToolWalk):
    """Anything anyone may do, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.tool = StrideExplorer()

    @rule(pct=st.integers(0, 100))
    def go(self, pct: int) -> None:
        move(self.tool, pct=pct)
        assert self.tool.pct == pct

    @rule(pct=st.one_of(st.floats(), st.text(max_size=3), st.none()))
    def anywhere(self, pct: Any) -> None:
        with contextlib.suppress(PlanError):
            self.tool.pct = pct

    @rule(stance_pct=st.one_of(st.integers(22, 48), st.floats(22, 48)))
    def stand(self, stance_pct: float) -> None:
        move(self.tool, stance_pct=stance_pct)

    @rule(stance_pct=st.floats())
    def stand_somehow(self, stance_pct: float) -> None:
        before = self.tool.value
        try:
            self.tool.stance_pct = stance_pct
        except PlanError:
            assert self.tool.value == before

    @rule(hill=st.sampled_from(["level", "uphill", "downhill"]))
    def climb(self, hill: str) -> None:
        move(self.tool, hill=hill)

    @rule(look=st.sampled_from(["light", "dark"]))
    def dim(self, look: str) -> None:
        self.tool.figures[0].set_state({"look": look})

    @invariant()
    def agrees(self) -> None:
        agrees(self.tool)


TestWalk = walks(Walk, examples=8)
