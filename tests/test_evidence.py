"""Claims, effects and references; misprinted intervals found by rule."""

import re

import pytest

from runplan import (
    Forest,
    PlanError,
    Puzzle,
    Verdicts,
    claim,
    contradictions,
    effect,
    effects,
    load_claims,
    load_evidence,
    load_references,
    reading,
    reference,
)
from runplan.evidence.claims import GRADES, SECTIONS, VERDICTS
from runplan.evidence.effects import every_effect
from runplan.evidence.forest import METRICS, PEOPLE, QUESTIONS, of_runners
from runplan.evidence.puzzle import CASES
from runplan.evidence.references import cited

EVIDENCE = load_evidence()


def test_exactly_the_known_misprints_are_found() -> None:
    """Science section 5 names these three intervals, for three different reasons."""
    found = contradictions().set_index("id")
    assert found.index.tolist() == ["E13", "E28", "E35"]
    assert found.inside.tolist() == [False, True, True]
    assert found.middle["E35"] == pytest.approx(0.01)  # the estimate says -0.01
    assert found.middle["E28"] == pytest.approx(2.677)  # of a ratio: √(1.98 × 3.62)
    for id_ in found.index:
        assert "do not use it" in reading(id_)


@pytest.mark.parametrize(
    ("wish", "ids"),
    [
        # the charts that science section 5 suggests
        ((("SMD", "g", "ES"), "running economy"), "E01 E06 E07 E08 E09 E10 E11 E14 E15 E16"),
        (("percent", "running economy"), "E02 E03 E04 E05"),
        ((("RR", "HR", "rate ratio"), None), "E23 E24 E25 E26 E27 E28 E29 E31"),
        (("ES", "jump height"), "E39 E40 E41"),
        (("SMD", "performance"), "E36 E37"),
    ],
)
def test_effects_of_a_chart(wish: tuple[str, str], ids: str) -> None:
    assert effects(*wish).id.tolist() == ids.split()


def test_all_effects() -> None:
    assert effects().equals(EVIDENCE)
    assert effects("kg", "running economy").empty


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("E06", "Below 0 is good. The interval lies wholly on the good side of 0: no effect is"),
        ("E25", "no effect is ruled out."),
        ("E27", "no effect is ruled out, and so is a benefit."),
        ("E07", "The interval includes 0: no effect is still possible."),
        ("E25", "Below 1 is good. The interval lies wholly on the good side of 1: no effect is"),
        ("E27", "Below 1 is good. The interval lies wholly on the wrong side of 1: no effect is"),
        ("E29", "The interval includes 1"),
        ("E34", "Above 0 is good. The interval lies wholly on the wrong side of 0: no effect is"),
        ("E36", "Above 0 is good. The interval lies wholly on the good side of 0: no effect is"),
        ("E43", "No interval is known (p = 0.033)"),
        ("E20", "No interval is known (control +0.6, p = 0.04)"),
        ("E21", "no single number"),
        ("E31", "prone to bias"),
    ],
)
def test_an_effect_read_aloud(id_: str, words: str) -> None:
    assert words in reading(id_)


def test_every_effect_reads() -> None:
    for row in EVIDENCE.itertuples():
        said = reading(str(row.id))
        assert " nan" not in said
        assert said.endswith(f"[{cited(str(row.ref))}]")
        assert "as above" not in said
        assert not re.search(r"/wk|\d wk\b", said)
        assert " is good." in said
        assert f"({row.design})" in said


def test_every_claim_shows_itself_with_its_sources() -> None:
    for id_ in load_claims().id:
        one = claim(id_)
        assert one.id == id_
        assert one.describe().startswith(one.claim)
        assert one.reason in one.describe()
        said = one.describe() + one._repr_html_()
        assert all(cited(key) in said for key in one.refs)
        assert not any(f"[{key}" in said or f">{key}<" in said for key in one.refs)
    assert repr(claim("C01")) == "Claim(C01: insufficient)"


def test_what_stands_above_is_said_again() -> None:
    assert effect("E31").intervention.startswith("general strength + rolling, 18 weeks, most")
    assert effect("E16").note.startswith("numbers from memory of the abstract")


def test_every_reference_reads_as_a_citation() -> None:
    table = load_references().set_index("key")
    for key, row in table.iterrows():
        said = reference(str(key))
        assert said.startswith(row.authors)
        assert row.title in said
        assert said.endswith((".", str(row.doi)))
        assert "(nan)" not in said
        assert cited(str(key)).endswith(f" {row.year}")
        assert " nan" not in said
        assert ".." not in said
        assert ("https://doi.org/" in said) == isinstance(row.doi, str)


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda: claim("C99"), 'no claim "C99"'),
        (lambda: reading("E1"), 'no effect "E1". Did you mean E'),
        (lambda: reference("hamner2001"), "Did you mean hamner2010"),
        (lambda: effects("smd"), "Did you mean SMD"),
        (lambda: effects("g", "running econ"), "Did you mean running economy"),
    ],
)
def test_what_does_not_exist(ask: "type[str]", words: str) -> None:
    with pytest.raises(PlanError, match=words):
        ask()


def test_every_effect_belongs_to_one_question_and_each_metric_has_words() -> None:
    asked = [outcome for outcomes in QUESTIONS.values() for outcome in outcomes]
    assert sorted(asked) == sorted(EVIDENCE.outcome.unique())
    assert set(METRICS) == set(EVIDENCE.metric)
    shown = [
        one.id
        for outcome in QUESTIONS
        for metric in Forest.metrics(outcome)
        for one in Forest(outcome, metric).effects()
    ]
    assert sorted(shown) == sorted(EVIDENCE.id)


def test_a_forest_has_one_metric_and_one_good_side() -> None:
    for outcome in QUESTIONS:
        assert Forest(outcome).metric == Forest.metrics(outcome)[0]
        for metric in Forest.metrics(outcome):
            forest = Forest(outcome, metric)
            assert {one.metric for one in forest.effects()} == {metric}
            assert len({one.benefit_direction for one in forest.effects()}) == 1
            parts = [Forest(outcome, metric, people).effects() for people in PEOPLE]
            assert sorted(parts[1] + parts[2], key=lambda one: one.id) == parts[0]


def test_who_is_a_runner() -> None:
    """Two populations name runners only to say that they are none."""
    others = {one.population for one in every_effect() if not of_runners(one)}
    assert {people for people in others if "runner" in people} == {
        "mixed sports (not runner-specific)",
        "male college athletes (not runners)",
    }
    assert of_runners(effect("E29"))  # first-time marathoners


def test_a_forest_says_what_its_effects_allow() -> None:
    said = Forest("injury", "HR").describe()
    assert "3 effects, good is below 1" in said
    assert "2 with the interval wholly on the good side" in said
    assert "1 with the interval wholly on the wrong side" in said
    assert "no study known" in Forest("injury", "HR", "others").describe()
    assert "good is" not in Forest("injury", "qualitative").describe()
    assert Forest(marked="E07").describe().endswith("plyometric, −0.13 (−0.47 to 0.21).")


def test_findings_of_all_effects() -> None:
    """By eye from the intervals of science section 5."""
    found = {one.id: one.finding for one in every_effect()}
    assert [id_ for id_, finding in found.items() if finding == "wrong"] == ["E27", "E34"]
    assert [id_ for id_, finding in found.items() if finding == "no number"] == [
        "E21",
        "E22",
        "E32",
    ]
    assert found["E30"] == "no interval"
    assert [id_ for id_, finding in found.items() if finding == "misfit"] == ["E13", "E28", "E35"]


def test_a_mark_stays_only_on_what_is_shown() -> None:
    forest = Forest("injury", "RR", marked="E25")
    assert forest.replace(population="others").marked == "E25"
    assert forest.replace(population="runners").marked == ""
    assert forest.replace(outcome="time trial") == Forest("time trial", "g")


def test_claims_by_verdict_are_the_table() -> None:
    claims = load_claims()
    counts = {word: len(ids) for word, ids in Verdicts().ids().items()}
    assert counts == dict(claims.verdict_class.value_counts())
    assert list(counts.values()) == [13, 18, 6, 9, 2]  # science section 4
    assert set(claims.section) == set(SECTIONS)
    assert set(claims.confidence) <= set(GRADES)
    for section in SECTIONS:
        assert sum(len(Verdicts(section, v).picked()) for v in VERDICTS) == len(
            Verdicts(section).picked()
        )
    assert "Marked: C09" in Verdicts(claim="C09").describe()


def test_the_puzzle_holds_every_misfit_and_as_many_sound_ones() -> None:
    cases = [Puzzle(case).effect for case in CASES]
    assert sorted(one.id for one in cases if not one.fits) == contradictions().id.tolist()
    assert sum(one.fits for one in cases) == 3
    for case in CASES:
        closed = Puzzle(case)
        assert closed.right is None
        assert "middle" not in closed.describe()
        assert Puzzle(case, "fits").right != Puzzle(case, "misfit").right
        assert Puzzle(case, "fits").replace(case=case).guess == "fits"
    assert Puzzle("A", "fits").replace(case="B").guess == ""


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda: Forest("economy"), "Did you mean running economy"),
        (lambda: Forest("injury", "g"), "no g of injury. It was measured as RR, HR"),
        (lambda: Forest(metric="hr"), 'no metric "hr". Did you mean HR'),
        (lambda: Forest(population="everybody"), 'no population "everybody"'),
        (lambda: Forest(marked="E46"), 'no effect "E46"'),
        (lambda: Verdicts(section="08"), 'no section "08"'),
        (lambda: Verdicts(verdict="suported"), "Did you mean supported"),
        (lambda: Puzzle("Z"), 'no case "Z"'),
    ],
)
def test_what_cannot_be_shown(ask: "type[str]", words: str) -> None:
    with pytest.raises(PlanError, match=words):
        ask()
