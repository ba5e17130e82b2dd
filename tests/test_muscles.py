"""Muscles: found by any of their names, described, and shown on a map."""

import pytest

from runplan import Muscle, PlanError
from runplan.muscles import BodyView, all_muscles, kinds


@pytest.mark.parametrize("muscle", all_muscles(), ids=lambda muscle: muscle.id)
def test_every_name_leads_to_its_muscle(muscle: Muscle) -> None:
    for name in (muscle.id, muscle.name_en, muscle.name_la, muscle.name_la.upper()):
        assert Muscle.find(name) is muscle


def test_an_unknown_muscle_names_the_nearest() -> None:
    with pytest.raises(PlanError, match="Did you mean soleus"):
        Muscle.find("soleas")


def test_the_panel_says_what_trains_a_muscle() -> None:
    facts = dict(Muscle.find("tibialis_anterior").facts())
    assert facts["Prime mover in"].startswith("wall tibialis raise")
    assert facts["Latin"] == "Musculus tibialis anterior"
    assert "ankle dorsiflexion; inversion" in facts["Joint actions"]


def test_every_muscle_has_a_role_and_something_that_trains_it() -> None:
    for muscle in all_muscles():
        assert muscle.role in kinds("role")
        assert muscle.exercises() or muscle.exercises("helper")


def test_a_muscle_shows_its_text_escaped() -> None:
    assert "<dt>" not in Muscle.find("soleus")._repr_html_()
    assert "Musculus soleus" in Muscle.find("soleus")._repr_html_()


def test_an_unknown_shading_names_the_nearest() -> None:
    with pytest.raises(PlanError, match="Did you mean role"):
        BodyView(shade="rolle")


def test_a_view_gives_every_muscle_a_kind() -> None:
    for shade in ("group", "role"):
        of = BodyView(shade=shade).kinds()
        assert set(of) == {muscle.id for muscle in all_muscles()}
        assert set(of.values()) == set(kinds(shade))
    assert BodyView().kinds() == {}
