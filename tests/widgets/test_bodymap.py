"""BodyMap without a browser: two-way, checked, independent, with its still picture."""

import pandas as pd
import pytest
from ipywidgets import Checkbox, Dropdown

from runplan import Muscle, PlanError
from runplan.widgets import BodyMap


def controls(body: BodyMap) -> tuple[Dropdown, Dropdown, Checkbox]:
    return body.children[0].children


def test_setting_the_muscle_moves_control_map_and_value() -> None:
    body = BodyMap()
    body.muscle = "Musculus soleus"
    assert body.muscle == "soleus"
    assert body.value == Muscle.find("soleus")
    assert controls(body)[0].value == "soleus"
    assert body.children[1].muscle == "soleus"
    assert "soleus" in body.children[1].sentence


def test_a_pick_in_the_browser_reaches_python() -> None:
    body = BodyMap()
    body.children[1].set_state({"muscle": "deltoid"})
    assert body.value == Muscle.find("deltoid")
    assert controls(body)[0].value == "deltoid"


def test_every_option_of_every_control_works() -> None:
    body = BodyMap()
    muscle, shade, names = controls(body)
    for _, option in muscle.options:
        muscle.value = option
        assert (body.value.id if body.value else "") == option
    for option in shade.options:
        shade.value = option
        assert body.view.shade == option
        assert set(body.children[1].kinds["of"]) == set(body.view.kinds())
    names.value = True
    assert body.labels
    assert body.children[1].labels


def test_a_wrong_name_changes_nothing() -> None:
    body = BodyMap("soleus", "group")
    with pytest.raises(PlanError, match="Did you mean soleus"):
        body.muscle = "soleas"
    with pytest.raises(PlanError, match="Did you mean group"):
        body.shade = "grup"
    assert (body.muscle, body.shade) == ("soleus", "group")
    assert controls(body)[0].value == "soleus"


def test_amounts_shade_the_map_with_a_scale() -> None:
    body = BodyMap(amounts=pd.Series({"soleus": 1.0, "deltoid": 0.25}), scale="sets a week")
    assert body.shade == "amount"
    assert body.children[1].amounts == {"soleus": 1.0, "deltoid": 0.25}
    assert body.children[1].sentence == (
        "Body map, front and back, shaded by sets a week, 0 to 1: most in soleus 1.00, "
        "deltoid 0.25. No muscle is marked."
    )
    body.shade = "group"
    assert body.children[1].amounts is None


def test_amount_is_offered_only_where_amounts_were_given() -> None:
    body = BodyMap()
    assert "amount" not in controls(body)[1].options
    body.amounts = {"soleus": 1.0}
    assert controls(body)[1].value == body.shade == "amount"
    controls(body)[1].value = "none"
    assert body.shade == "none"
    assert "amount" in controls(body)[1].options


def test_a_wrong_amount_changes_nothing() -> None:
    body = BodyMap(amounts={"soleus": 1.0})
    with pytest.raises(PlanError, match="The amount of deltoid is 3; allowed: 0 to 1"):
        body.amounts = {"deltoid": 3}
    with pytest.raises(PlanError, match="Did you mean soleus"):
        body.amounts = {"soleas": 0.5}
    assert body.amounts == {"soleus": 1.0}


def test_compact_is_the_map_alone() -> None:
    body = BodyMap("soleus", compact=True)
    assert len(body.children) == 1
    body.compact = False
    assert len(body.children) == 2


def test_an_unknown_option_is_said() -> None:
    with pytest.raises(PlanError, match="Did you mean labels"):
        BodyMap(lables=True)


def test_two_maps_are_independent() -> None:
    one, two = BodyMap("soleus"), BodyMap()
    one.muscle = "deltoid"
    assert two.value is None


def test_no_muscle_is_a_value_too() -> None:
    body = BodyMap("soleus")
    body.muscle = ""
    assert body.value is None


def test_without_a_kernel_its_picture_and_sentence_stand_there() -> None:
    bundle = BodyMap("soleus", "group")._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert bundle["text/plain"].endswith("Marked: soleus, calf, deep (legs).")
    assert "application/vnd.jupyter.widget-view+json" in bundle
