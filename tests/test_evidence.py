"""Claims, effects and references; misprinted intervals found by rule."""

import pytest

from runplan import (
    PlanError,
    claim,
    contradictions,
    effects,
    load_claims,
    load_evidence,
    load_references,
    reading,
    reference,
)

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
        ("E06", "Below 0 is good. The interval lies wholly on the good side of 0."),
        ("E07", "The interval includes 0"),
        ("E25", "Below 1 is good. The interval lies wholly on the good side of 1."),
        ("E27", "Below 1 is good. The interval lies wholly on the wrong side of 1."),
        ("E29", "The interval includes 1"),
        ("E34", "Above 0 is good. The interval lies wholly on the wrong side of 0."),
        ("E36", "Above 0 is good. The interval lies wholly on the good side of 0."),
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
        assert said.endswith(f"[{row.ref}]")
        assert " is good." in said
        assert f"({row.design})" in said


def test_every_claim_shows_itself_with_its_sources() -> None:
    for id_ in load_claims().id:
        one = claim(id_)
        assert one.id == id_
        assert one.describe().startswith(one.claim)
        assert one.reason in one.describe()
        assert all(key in one._repr_html_() for key in one.refs)
    assert repr(claim("C01")) == "Claim(C01: insufficient)"


def test_every_reference_reads_as_a_citation() -> None:
    table = load_references().set_index("key")
    for key, row in table.iterrows():
        said = reference(str(key))
        assert said.startswith(row.authors)
        assert row.title in said
        assert said.endswith((".", str(row.doi)))
        assert "(nan)" not in said
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
