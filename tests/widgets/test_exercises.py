"""ExerciseExplorer without a browser: every control, two-way, and a long walk."""

import contextlib
from typing import Any

import pytest
from hands import ToolWalk, move, press, walks
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from runplan import Coverage, Exercise, PlanError, Runner, load_exercises, select
from runplan.muscles import all_muscles
from runplan.widgets import ExerciseExplorer
from runplan.words import listed


def agrees(tool: ExerciseExplorer) -> None:
    """Map, picture, sentence, controls, text and value say the same."""
    (figure,) = tool.figures
    shown, contents = tool.panel.values, tool.panel.contents
    assert figure.sentence == tool.view.describe() == tool.value.describe()
    assert dict(tool.map.amounts) == dict(tool.body.amounts)
    assert (tool.map.muscle, tool.map.scale) == (tool.muscle, tool.body.scale)
    for name in ("muscle", "emphasis", "level", "sets", "shown"):
        assert shown[name] == getattr(tool, name)
    assert shown["exercise"] == tool.exercise.id
    assert shown["exercise"] in [option for option, _ in contents["exercise"]]
    assert contents["about"][0]["text"] == tool.exercise.describe()
    assert (shown["add"], shown["drop"]) == (tool.exercise not in tool.chosen, not shown["add"])
    fits = set(tool._search.found())
    assert {option for option, _ in contents["exercise"]} == {one.id for one in fits} | {
        tool.exercise.id
    }
    assert (tool.exercise in fits) == ("warn" not in str(tool.panel.notes["exercise"]))
    for text in (str(figure.patch), figure.sentence, str(shown), str(contents)):
        assert "nan" not in text.lower().replace("finan", "")


def test_every_control_at_its_ends_and_options() -> None:
    tool = ExerciseExplorer()
    for control in tool.panel.controls:
        name = control["name"]
        if control["kind"] == "slider":
            ends: list[Any] = [control["low"], control["high"]]
        elif control["kind"] == "several":
            every = [value for value, _ in control["options"]]
            ends = [[], *([one] for one in every), every]
        elif name == "exercise":
            ends = [one for one, _ in tool.panel.contents["exercise"]]
        else:
            ends = [value for value, _ in control.get("options", ())]
        for end in ends:
            move(tool, **{name: end})
            assert tool.panel.values[name] == end
            assert "'fail'" not in str(tool.panel.notes)
        agrees(tool)
        move(tool, muscle="", emphasis="", level=3, kit="gym")


def test_what_is_found_is_what_the_library_selects() -> None:
    tool = ExerciseExplorer(muscle="soleus", emphasis="max_strength", level=2, equipment="home")
    found = select(muscle="soleus", emphasis="max_strength", level=2, equipment="home")
    assert [one for one, _ in tool.panel.contents["exercise"]] == found.id.tolist()
    assert tool.exercise.id == found.id[0]
    assert f"{len(found)} of {len(load_exercises())} fit." in str(tool.panel.notes)


def test_the_ladder_is_climbed_and_may_lead_out_of_the_wishes() -> None:
    tool = ExerciseExplorer(exercise="standing calf raise", muscle="soleus", level=1)
    press(tool, "harder")
    assert tool.exercise == Exercise.find("standing calf raise").harder()
    assert "is level" in str(tool.panel.notes["exercise"])
    agrees(tool)
    press(tool, "easier")
    press(tool, "easier")
    assert tool.exercise == Exercise.find("isometric calf raise hold")
    press(tool, "easier")
    assert tool.exercise == Exercise.find("isometric calf raise hold")
    assert not tool.panel.values["easier"]
    agrees(tool)


def test_a_list_is_made_counted_and_emptied() -> None:
    tool = ExerciseExplorer()
    tool.exercise = "hip thrust"
    press(tool, "add")
    press(tool, "add")
    tool.exercise = "calf raise"
    press(tool, "add")
    assert [one.id for one in tool.chosen] == ["hip_thrust", "calf_raise"]
    move(tool, sets=4)
    assert tool.value.total()["soleus"] == 4
    assert tool.value.total()["erector_spinae"] == 2
    assert dict(tool.value.needs)["soleus"] == 6
    move(tool, shown="missing")
    assert dict(tool.map.amounts)["soleus"] == pytest.approx(1 - 4 / 6)
    press(tool, "drop")
    assert [one.id for one in tool.chosen] == ["hip_thrust"]
    press(tool, "clear")
    assert tool.chosen == ()
    agrees(tool)


def test_setting_the_value_moves_the_list() -> None:
    tool = ExerciseExplorer()
    tool.value = Coverage([("hip thrust", 4), ("calf raise", 9)], {"soleus": 3}, "My week")
    assert [one.id for one in tool.chosen] == ["hip_thrust", "calf_raise"]
    assert tool.sets == 4
    assert "My week: 2 exercises, 13 sets" in tool.figures[0].sentence
    tool.chosen = [*tool.chosen, "push-up"]
    assert [sets for _, sets in tool.value.work] == [4, 9, 4]
    tool.sets = 2
    assert [sets for _, sets in tool.value.work] == [2, 2, 2]
    agrees(tool)


def test_boxes_and_kit_say_what_is_at_hand() -> None:
    tool = ExerciseExplorer(equipment="home")
    assert tool.panel.values["kit"] == "home"
    assert "mini_band" in tool.panel.values["items"]
    move(tool, items=[*tool.panel.values["items"], "bench"])
    assert tool.panel.values["kit"] == "own"
    assert "bench" in tool.panel.values["items"]
    move(tool, items=["bench", "mini_band"])
    assert tool.panel.values["kit"] == "own"
    assert set(tool.equipment) == {"none", "bench", "mini_band"}
    move(tool, kit="gym")
    assert tool.equipment == ("gym",)
    assert "barbell" in tool.panel.values["items"]
    move(tool, kit="own")
    assert (tool.panel.values["kit"], "barbell" in tool.panel.values["items"]) == ("own", True)
    home = ExerciseExplorer(equipment="home").panel.values["items"]
    move(tool, items=home)
    assert (tool.panel.values["kit"], tool.equipment) == ("home", ("home",))
    move(tool, items=[])
    assert tool.panel.values["kit"] == "none"
    agrees(tool)


def test_the_easiest_comes_first_prime_movers_before_helpers() -> None:
    for muscle in ("soleus", ""):
        found = ExerciseExplorer(muscle=muscle, level=3)._search.found()
        order = [(muscle not in ("", *one.primary), one.level) for one in found]
        assert order == sorted(order)
    assert ExerciseExplorer(muscle="soleus", level=3).exercise.id == "calf_raise"


def test_a_step_harder_says_what_it_needs_beyond_what_is_at_hand() -> None:
    tool = ExerciseExplorer(exercise="single-leg calf raise", level=3, equipment="none")
    press(tool, "harder")
    need = listed(tool.exercise.equipment)
    note = tool.panel.notes["exercise"][-1]
    assert (note["level"], note["text"]) == (
        "warn",
        f"Loaded single-leg calf raise needs {need}, which is not at hand.",
    )
    assert f"needs {need})" in str(tool.panel.contents["exercise"])


def test_more_sets_are_answered_beside_the_slider_and_on_the_body() -> None:
    tool = ExerciseExplorer(chosen=["calf raise"], exercise="hip thrust")
    before = dict(tool.map.amounts)
    move(tool, sets=12)
    assert tool.shown == "list"
    assert dict(tool.map.amounts) != before
    (note,) = tool.panel.notes["sets"]
    met, of = int((tool.value.shares() >= 1).sum()), len(tool.value.shares())
    none = int((tool.value.shares() == 0).sum())
    assert note["text"] == f"Needs of {met} of {of} muscles are met. {none} without any set."
    tool.shown = "missing"
    move(tool, sets=2)
    assert tool.shown == "missing"


def test_the_map_picks_a_muscle_and_shows_the_exercise() -> None:
    tool = ExerciseExplorer()
    tool.map.muscle = "tibialis_anterior"
    assert tool.muscle == "tibialis_anterior"
    assert "tibialis_anterior" in tool.exercise.primary
    assert dict(tool.map.amounts)["tibialis_anterior"] == 1
    agrees(tool)


def test_where_nothing_fits_it_says_what_to_let_go_of() -> None:
    tool = ExerciseExplorer(muscle="diaphragm")
    before = tool.exercise
    tool.emphasis = "max_strength"
    (note,) = tool.panel.notes["exercise"]
    assert note["level"] == "warn"
    assert "Nothing fits." in note["text"]
    assert "any emphasis 2" in note["text"]
    assert tool.exercise == before
    agrees(tool)


def test_what_others_list_stands_beside() -> None:
    tool = ExerciseExplorer(exercise="Romanian deadlift", level=2)
    (block,) = [b for b in tool.panel.contents["about"] if b["heading"] == "What databases list"]
    assert "4 different sets of prime movers" in block["text"]
    assert "wger 1700: Latissimus dorsi" in block["items"]


def test_a_runner_brings_level_equipment_and_needs() -> None:
    runner = Runner("Ada", 3, "home", ["mon"], ["tue"], "tue", needs={"soleus": 9})
    tool = ExerciseExplorer(runner, ["calf raise"])
    assert (tool.level, tool.equipment) == (3, ("home",))
    assert dict(tool.value.needs)["soleus"] == 9


def test_a_trainers_own_library() -> None:
    own = load_exercises()
    own = own[own.pattern == "calf"].reset_index(drop=True)
    tool = ExerciseExplorer(library=own)
    assert {one for one, _ in tool.panel.contents["exercise"]} <= set(own.id)
    with pytest.raises(PlanError, match="hip thrust"):
        tool.exercise = "hip thrust"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("value", None),
        ("value", ["hip thrust"]),
        ("exercise", "no such thing at all"),
        ("exercise", None),
        ("exercise", 3),
        ("muscle", "calves"),
        ("emphasis", "speed"),
        ("level", 4),
        ("level", None),
        ("equipment", "palace"),
        ("equipment", None),
        ("chosen", ["hip thrust", "nothing like it"]),
        ("chosen", 3),
        ("sets", 0),
        ("sets", 2.5),
        ("sets", True),
        ("shown", "soul"),
    ],
)
def test_what_is_not_legal_changes_nothing(name: str, value: Any) -> None:
    tool = ExerciseExplorer(muscle="soleus", chosen=["hip thrust"])
    before, shown = getattr(tool, name), tool.panel.values
    with pytest.raises(PlanError):
        setattr(tool, name, value)
    assert (getattr(tool, name), tool.panel.values) == (before, shown)
    agrees(tool)


def test_an_unknown_option_is_told() -> None:
    with pytest.raises(PlanError, match="museum"):
        ExerciseExplorer(museum="soleus")


def test_two_explorers_are_independent() -> None:
    one, two = ExerciseExplorer(), ExerciseExplorer()
    one.muscle = "soleus"
    one.chosen = ["calf raise"]
    assert (two.muscle, two.chosen, two.map.muscle) == ("", (), "")
    assert two.figures[0].patch == {}


def test_without_a_kernel_its_picture_and_sentence_stand_there() -> None:
    bundle = ExerciseExplorer(chosen=["hip thrust"])._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert bundle["text/plain"].startswith("The list, a week: 1 exercise, 6 sets.")


class Walk(ToolWalk):
    """Anything anyone may do, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.tool = ExerciseExplorer()

    @rule(data=st.data())
    def move_a_control(self, data: st.DataObject) -> None:
        kinds = ("choice", "several", "slider")
        controls = [one for one in self.tool.panel.controls if one["kind"] in kinds]
        control = data.draw(st.sampled_from(controls))
        name = control["name"]
        options = control.get("options") or self.tool.panel.contents.get(name, ())
        values = [value for value, _ in options]
        if control["kind"] == "slider":
            drawn = data.draw(st.integers(control["low"], control["high"]))
        elif control["kind"] == "several":
            picked = data.draw(st.sets(st.sampled_from(values)))
            drawn = [value for value in values if value in picked]
        else:
            drawn = data.draw(st.sampled_from(values))
        move(self.tool, **{name: drawn})
        assert self.tool.panel.values[name] == drawn

    @rule(name=st.sampled_from(["easier", "harder", "add", "drop", "clear"]))
    def press_a_button(self, name: str) -> None:
        press(self.tool, name)

    @rule(muscle=st.sampled_from(["", *(m.id for m in all_muscles())]))
    def pick_on_the_map(self, muscle: str) -> None:
        self.tool.map.muscle = muscle

    @rule(
        name=st.sampled_from(
            ["value", "exercise", "muscle", "level", "equipment", "chosen", "sets", "shown"]
        ),
        value=st.one_of(st.none(), st.integers(-1, 13), st.text(max_size=3), st.just(["box"])),
    )
    def set_anything(self, name: str, value: Any) -> None:
        before = getattr(self.tool, name)
        with contextlib.suppress(PlanError):
            setattr(self.tool, name, value)
            return
        assert getattr(self.tool, name) == before

    @invariant()
    def agrees(self) -> None:
        agrees(self.tool)


TestWalk = walks(Walk)
