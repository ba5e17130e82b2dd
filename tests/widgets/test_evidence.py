"""EvidenceExplorer without a browser: every control, two-way, and a long walk."""

import contextlib
import re
from typing import Any

import pytest
from hands import ToolWalk, move, panel_of, walks
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from runplan import Forest, PlanError, Puzzle, Verdicts, load_claims, reference
from runplan.evidence.forest import QUESTIONS
from runplan.widgets import EvidenceExplorer

OTHERS = ("section", "verdict", "claim", "case", "guess")


@pytest.fixture(scope="module")
def tool() -> EvidenceExplorer:
    """A tool that no test changes."""
    return EvidenceExplorer(claim="C02")


def options(tool: Any, name: str) -> list[str]:
    """Return what a choice offers now."""
    panel = panel_of(tool, name)
    control = next(c for c in panel.controls if c["name"] == name)
    return [value for value, _ in panel.contents.get(name) or control["options"]]


def choices(tool: Any) -> list[str]:
    return [c["name"] for p in tool.panels for c in p.controls if c["kind"] == "choice"]


def said(tool: Any, name: str) -> str:
    """Return the words of a text."""
    blocks = panel_of(tool, name).contents[name]
    return " ".join(word for b in blocks for word in (b["heading"], b["text"], *b["items"]) if word)


def agrees(tool: EvidenceExplorer) -> None:
    """Pictures, sentences, controls, texts and value say the same."""
    forest, claims, puzzle = tool.figures
    assert forest.sentence == tool.value.describe()
    assert claims.sentence == tool.claims.describe()
    assert puzzle.sentence == tool.puzzle.describe()
    for name in tool.PARAMETERS:
        assert getattr(tool, name) == getattr(tool.value, name)
    for name in choices(tool):
        shown = panel_of(tool, name).values[name]
        assert shown == getattr(tool, name)
        assert shown in options(tool, name)
    for panel in tool.panels:
        assert panel.notes == {}
        assert "nan" not in str(panel.contents).lower().split()
    for figure in tool.figures:
        assert not re.search(r"\bnan\b", str(figure.patch), re.IGNORECASE)
    marked = [one for one in tool.value.effects() if one.id == tool.marked]
    assert all(f"Marked: {one.study}," in forest.sentence for one in marked)
    assert len(marked) == bool(tool.marked)
    assert (tool.claim in said(tool, "why")) or not tool.claim


def test_every_option_of_every_control() -> None:
    tool = EvidenceExplorer()
    for outcome in QUESTIONS:
        move(tool, outcome=outcome)
        for name in ("metric", "population", "marked"):
            for option in options(tool, name):
                move(tool, **{name: option})
                assert getattr(tool, name) == option
                agrees(tool)
    for name in ("section", "verdict", "case", "guess"):
        for option in options(tool, name):
            move(tool, **{name: option})
            assert getattr(tool, name) == option
            agrees(tool)


def test_every_claim_is_told_with_verdict_reason_and_source() -> None:
    tool = EvidenceExplorer()
    for row in load_claims().itertuples():
        move(tool, claim=row.id)
        words = said(tool, "why")
        assert str(row.claim) in words
        assert str(row.reason)[1:] in words
        assert str(row.verdict) in words
        assert f"Grade {row.confidence}" in words
        for key in row.refs:
            assert reference(key) in words


def test_an_effect_is_read_aloud_with_its_source() -> None:
    tool = EvidenceExplorer("injury")
    assert "Choose one above" in said(tool, "reading")
    move(tool, marked="E29")
    words = said(tool, "reading")
    assert "The interval includes 1: no effect is still possible" in words
    assert "https://doi.org/" in words
    assert "unsupervised" in words
    move(tool, population="others")
    assert tool.marked == ""
    agrees(tool)


def test_another_outcome_brings_its_metric() -> None:
    tool = EvidenceExplorer()
    tool.outcome = "injury"
    assert tool.value == Forest("injury", "RR")
    assert options(tool, "metric") == Forest.metrics("injury")
    tool.metric = "HR"
    tool.population = "runners"
    assert tool.value == Forest("injury", "HR", "runners")
    agrees(tool)


def test_setting_the_value_moves_everything() -> None:
    tool = EvidenceExplorer()
    tool.value = Forest("time trial", "g", marked="E13")
    assert (tool.outcome, tool.marked) == ("time trial", "E13")
    assert "do not use it" in said(tool, "reading")
    agrees(tool)


def test_what_a_section_does_not_have_is_let_go() -> None:
    tool = EvidenceExplorer(section="05", verdict="supported", claim="C34")
    assert tool.claims == Verdicts("05", "supported", "C34")
    tool.section = "07"
    assert tool.claims == Verdicts("07")
    assert options(tool, "verdict") == ["", "insufficient"]
    agrees(tool)


def test_the_puzzle_tells_nothing_before_the_guess() -> None:
    tool = EvidenceExplorer(part="puzzle")
    for case in "ABCDEF":
        move(tool, case=case)
        assert tool.guess == ""
        one = tool.puzzle.effect
        told = said(tool, "solved") + tool.figures[2].sentence
        assert one.study not in told
        assert "middle of the interval (" not in told
        for guess in ("fits", "misfit"):
            move(tool, guess=guess)
            words = said(tool, "solved")
            assert words.startswith("You saw it" if tool.puzzle.right else "Look again")
            assert one.study in words
            agrees(tool)
    assert [Puzzle(case, "misfit").right for case in "ABCDEF"].count(True) == 3


def pick(tool: EvidenceExplorer, name: str) -> None:
    """Do what the browser does when someone clicks a tile, or presses Enter on it."""
    tool.figures[1]._handle_custom_msg({"pick": name}, [])


def test_a_tile_that_is_picked_is_told() -> None:
    tool = EvidenceExplorer(section="05", verdict="supported")
    values = [value for _, value, _ in tool.figures[1].picks]
    assert sorted(values) == sorted(load_claims().id)
    assert tool.figures[0].picks == tool.figures[2].picks == []
    pick(tool, "C38")
    assert tool.claims == Verdicts("05", "supported", "C38")
    assert "heavy loading stiffens tendon" in said(tool, "why").lower()
    agrees(tool)
    pick(tool, "C09")  # one that is filtered out: the filters give way
    assert tool.claims == Verdicts(claim="C09")
    agrees(tool)
    pick(tool, "C09")
    assert tool.claim == ""
    agrees(tool)


def test_the_puzzle_counts_first_guesses() -> None:
    tool = EvidenceExplorer(part="puzzle")
    assert "Misprints found: 0 of 3. Wrong guesses: 0." in said(tool, "solved")
    move(tool, case="B", guess="misfit")
    assert "Misprints found: 1 of 3. Wrong guesses: 0." in said(tool, "solved")
    move(tool, case="D", guess="fits")
    move(tool, guess="misfit")  # by now it is told
    assert "Misprints found: 1 of 3. Wrong guesses: 1. Cases judged: 2 of 6." in said(
        tool, "solved"
    )
    assert "not kept" in said(tool, "solved")


def test_a_panel_that_has_not_heard_of_another_yet_undoes_nothing() -> None:
    tool = EvidenceExplorer()
    late = dict(tool.panels[2].values)  # what the browser still holds
    move(tool, section="05", claim="C33", marked="E06")
    tool.panels[2].set_state({"values": late | {"case": "B"}})
    assert (tool.section, tool.claim, tool.marked, tool.case) == ("05", "C33", "E06", "B")
    agrees(tool)


def test_one_part_alone() -> None:
    tool = EvidenceExplorer()
    assert len(tool.children) == 3
    assert tool.view == tool.value
    tool.part = "claims"
    assert len(tool.children) == 1
    assert tool.view == Verdicts()
    tool.part = "puzzle"
    assert tool.view == Puzzle()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("outcome", "speed"),
        ("outcome", None),
        ("metric", "RR"),
        ("metric", "smd"),
        ("metric", ["g"]),
        ("population", "cats"),
        ("marked", "E99"),
        ("section", "08"),
        ("verdict", "true"),
        ("claim", "C49"),
        ("case", "G"),
        ("guess", "perhaps"),
        ("part", "most"),
        ("value", None),
    ],
)
def test_what_is_not_legal_changes_nothing(tool: EvidenceExplorer, name: str, value: Any) -> None:
    before = tool.value, tool.claims, tool.puzzle, tool.part
    with pytest.raises(PlanError):
        setattr(tool, name, value)
    assert (tool.value, tool.claims, tool.puzzle, tool.part) == before
    agrees(tool)


def test_a_metric_that_was_not_used_says_which_were() -> None:
    with pytest.raises(PlanError, match="It was measured as g, percent, ES"):
        EvidenceExplorer(metric="RR")
    with pytest.raises(PlanError, match="no option of EvidenceExplorer"):
        EvidenceExplorer(metrics="RR")


def test_two_explorers_are_independent() -> None:
    one, two = EvidenceExplorer(), EvidenceExplorer()
    one.outcome, one.claim, one.case = "injury", "C02", "C"
    assert (two.outcome, two.claim, two.case) == ("running economy", "", "A")
    assert all(figure.patch == {} for figure in two.figures)


@pytest.mark.parametrize("part", ["all", "effects", "claims", "puzzle"])
def test_without_a_kernel_its_picture_and_sentence_stand_there(part: str) -> None:
    tool = EvidenceExplorer(part=part)
    bundle = tool._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert bundle["text/plain"] == tool.view.describe()


class Walk(ToolWalk):
    """Anything anyone may do, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.tool = EvidenceExplorer()

    @rule(data=st.data())
    def choose(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(choices(self.tool)))
        move(self.tool, **{name: data.draw(st.sampled_from(options(self.tool, name)))})

    @rule(
        name=st.sampled_from([*EvidenceExplorer.PARAMETERS, *OTHERS]),
        value=st.one_of(
            st.none(),
            st.text(max_size=2),
            st.integers(),
            st.sampled_from(["RR", "g", "injury", "E13", "C20", "05", "partly", "B", "misfit"]),
        ),
    )
    def set_a_trait(self, name: str, value: Any) -> None:
        before = self.tool.value, self.tool.claims, self.tool.puzzle
        with contextlib.suppress(PlanError):
            setattr(self.tool, name, value)
            return
        assert (self.tool.value, self.tool.claims, self.tool.puzzle) == before

    @rule(look=st.sampled_from(["light", "dark"]))
    def dim(self, look: str) -> None:
        self.tool.figures[0].set_state({"look": look})

    @invariant()
    def agrees(self) -> None:
        agrees(self.tool)


TestWalk = walks(Walk, examples=8)
