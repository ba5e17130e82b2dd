"""SupersetDesigner without a browser: every control, two-way, and a long walk."""

import contextlib
from typing import Any

import pytest
from hands import ToolWalk, move, press, walks
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from runplan import Exercise, PlanError, Ranking, Session, Superset, article_session, load_exercises
from runplan.supersets import standing
from runplan.widgets import SupersetDesigner
from runplan.widgets.pairs import from_row, to_row
from runplan.widgets.panel import said

SLIDERS = ("rest_s", "sets", "reps_low", "reps_high", "warmup_min")
BUTTONS = ("suggest", "order", "add", "article", "reset")
CALM = Session([Superset("hip thrust", "push-up"), Superset("calf raise", "side plank")], "Calm")


def rows(tool: Any) -> list[dict[str, Any]]:
    return [
        dict(row, reps=[list(r) for r in row["reps"]]) for row in tool.panel.values["supersets"]
    ]


def agrees(tool: SupersetDesigner) -> None:
    """Picture, sentence, controls, verdicts, body and value say the same."""
    (figure,) = tool.figures
    session, panel = tool.value, tool.panel
    assert figure.sentence == tool.view.describe()
    for name in tool.PARAMETERS:
        assert getattr(tool, name) == getattr(session, name)
    assert panel.values["supersets"] == [to_row(pair) for pair in session.supersets]
    known = {one.id: one for one in Exercise.every()}
    assert [from_row(row, known).review() for row in rows(tool)] == [
        pair.review() for pair in session.supersets
    ]
    told = panel.contents["supersets"]
    reviews = session.reviews(tool.level)
    assert [one["level"] for one in told] == [review.level for review in reviews]
    for one, review in zip(told, reviews, strict=True):
        assert sorted(r["text"] for r in one["reasons"]) == sorted(map(said, review.reasons))
    whole = {reason.rule: said(reason) for reason in session.review(tool.level).reasons}
    notes = [note["text"] for note in panel.notes["level"]]
    assert notes == [whole["contacts"], whole["level"]]
    assert dict(tool.map.amounts) == dict(tool.coverage.body().amounts)
    for text in (str(figure.patch), figure.sentence, str(panel.values)):
        assert "nan" not in text.lower()


def test_every_control_at_its_ends_and_options() -> None:
    tool = SupersetDesigner()
    for control in tool.panel.controls:
        name = control["name"]
        ends = [value for value, _ in control.get("options", ())] if name == "level" else []
        if control["kind"] == "slider":
            ends = [control["low"], control["high"]]
        for end in ends:
            move(tool, **{name: end})
            assert tool.panel.values[name] == end
            agrees(tool)


def test_a_slider_moves_all_supersets_and_holds_keep_their_seconds() -> None:
    tool = SupersetDesigner(CALM)
    move(tool, reps_low=15)
    assert tool.value.supersets[0].each_reps() == ((15, 15), (15, 15))
    assert tool.value.supersets[1].each_reps() == ((15, 15), (20, 40))
    move(tool, reps_high=6)
    assert tool.value.supersets[1].each_reps() == ((6, 6), (20, 40))
    move(tool, rest_s=150)
    assert {pair.rest_s for pair in tool.value.supersets} == {150}
    agrees(tool)


def test_what_a_slider_moves_is_said_where_supersets_differ() -> None:
    tool = SupersetDesigner()
    mine = rows(tool)
    mine[2] |= {"rest_s": 150}
    move(tool, supersets=mine)
    assert tool.panel.values["rest_s"] == 45
    (note,) = tool.panel.notes["rest_s"]
    assert note["text"] == "Below: 45 to 150 s. Moving it sets all."
    move(tool, rest_s=60)
    assert "rest_s" not in tool.panel.notes


def test_least_is_never_above_most_where_supersets_differ() -> None:
    doses = [(4, 6), (8, 15), (5, 6), (8, 20), (4, 6)]
    names = ("hip thrust", "goblet squat", "split squat", "back squat", "lateral lunge")
    pairs = [Superset(one, "push-up", reps=dose) for one, dose in zip(names, doses, strict=True)]
    shown = SupersetDesigner(Session(pairs)).panel.values
    assert (shown["reps_low"], shown["reps_high"]) == (4, 6)


def test_the_article_s_name_says_that_it_is_changed_until_it_is_not() -> None:
    tool = SupersetDesigner()
    move(tool, rest_s=60)
    assert tool.value.name == "The article's session, changed"
    move(tool, rest_s=45)
    assert tool.value == article_session()
    mine = SupersetDesigner(CALM)
    move(mine, rest_s=60)
    assert mine.value.name == "Calm"


def test_hardly_any_rest_is_warned_at_the_slider_and_at_each_superset() -> None:
    tool = SupersetDesigner(CALM)
    move(tool, rest_s=0)
    (note,) = tool.panel.notes["rest_s"]
    assert note["level"] == "warn"
    assert note["text"].startswith("0 s rest: the table of doses")
    assert "(Haff and Triplett 2016)" in note["text"]
    assert tool.panel.contents["supersets"][0]["level"] == "warn"
    agrees(tool)
    move(tool, rest_s=30)
    assert "rest_s" not in tool.panel.notes


def test_the_browser_s_list_is_the_session() -> None:
    tool = SupersetDesigner(level=2)
    mine = rows(tool)
    mine.insert(0, mine.pop(2))
    mine[0] |= {"reps": [[3, 5], [16, 24]], "rest_s": 150, "sets": 2}
    move(tool, supersets=mine)
    first = tool.value.supersets[0]
    assert (first.first.id, first.each_reps()[0], first.rest_s) == ("drop_jump", (3, 5), 150)
    assert tool.panel.contents["supersets"][0]["level"] == "pass"
    assert tool.value.name == "The article's session, changed"
    agrees(tool)
    move(tool, supersets=mine[:1])
    assert len(tool.value.supersets) == 1
    agrees(tool)


def test_verdicts_stand_with_the_superset_that_caused_them() -> None:
    tool = SupersetDesigner()
    told = tool.panel.contents["supersets"]
    assert [one["level"] for one in told] == ["pass", "pass", "fail", "pass", "warn"]
    worst = told[2]["reasons"][0]
    assert worst["level"] == "fail"
    assert "no more than 5" in worst["text"]
    assert worst["text"].endswith("(Haff and Triplett 2016).")


def test_suggest_changes_only_what_gets_better_and_says_what_is_left() -> None:
    tool = SupersetDesigner()
    before = tool.value
    press(tool, "suggest")
    assert tool.value == before
    (told,) = tool.panel.contents["told"]
    assert "with 1 fail, 2 warnings by the rules for pairs; order" in told["text"]
    assert "places 1 to 50 of 945" in told["text"]
    assert "no pairing mends" in told["text"]
    assert told["level"] == "fail"

    worse = rows(tool)
    worse[0]["second"], worse[4]["second"] = worse[4]["second"], worse[0]["second"]
    move(tool, supersets=worse)
    assert "Press Suggest" in tool.panel.contents["told"][0]["text"]
    own = standing(tool.value)
    assert own.rank > 1
    press(tool, "suggest")
    assert Ranking(tool.value).standing().rank == 1
    assert f"It was places {own.rank} to {own.last}" in tool.panel.contents["told"][0]["text"]
    agrees(tool)


def test_buttons() -> None:
    tool = SupersetDesigner(CALM)
    press(tool, "article")
    assert tool.value == article_session()
    press(tool, "order")
    assert tool.value.supersets[0].first.id == "drop_jump"
    for count in (6, 7, 8):
        press(tool, "add")
        assert len(tool.value.supersets) == count
        assert tool.value.supersets[-1].review().level == "pass"
        agrees(tool)
    assert tool.panel.values["add"] is False
    press(tool, "add")  # nothing more, and nothing lost
    assert len(tool.value.supersets) == 8
    press(tool, "reset")
    assert tool.value == CALM
    agrees(tool)


def test_an_exercise_twice_is_legal_but_has_no_best_pairs() -> None:
    tool = SupersetDesigner()
    tool.supersets = [Superset("hip thrust", "push-up"), Superset("calf raise", "push-up")]
    press(tool, "suggest")
    (told,) = tool.panel.contents["told"]
    assert told["level"] == "fail"
    assert "push_up twice" in told["text"]
    agrees(tool)


def test_setting_traits_and_value_moves_everything() -> None:
    tool = SupersetDesigner()
    tool.warmup_min = 12
    tool.name = "Monday"
    tool.level = 3
    assert tool.panel.values["warmup_min"] == 12
    assert tool.panel.values["level"] == "3"
    agrees(tool)
    tool.value = CALM
    assert (tool.name, len(tool.supersets)) == ("Calm", 2)
    agrees(tool)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("value", None),
        ("value", "article"),
        ("value", Session(CALM.supersets * 5)),
        ("supersets", CALM.supersets * 5),
        ("supersets", []),
        ("supersets", ["hip thrust"]),
        ("supersets", None),
        ("warmup_min", 90),
        ("level", 4),
        ("level", None),
    ],
)
def test_what_is_not_legal_changes_nothing(name: str, value: Any) -> None:
    tool = SupersetDesigner()
    before, shown = tool.value, tool.panel.values
    with pytest.raises(PlanError):
        setattr(tool, name, value)
    assert (tool.value, tool.panel.values, tool.level) == (before, shown, 1)
    agrees(tool)


def test_a_dose_out_of_bounds_from_the_browser_is_told_and_changes_nothing() -> None:
    tool = SupersetDesigner()
    before = tool.value
    mine = rows(tool)
    mine[0]["rest_s"] = 900
    move(tool, supersets=mine)
    assert tool.value == before
    (note,) = tool.panel.notes["supersets"]
    assert "0 to 600" in note["text"]


def test_a_trainer_s_own_exercises_can_be_chosen() -> None:
    library = load_exercises()
    library.loc[0, ["id", "name"]] = ["hill_lunge", "hill lunge"]
    library = library[~library.easier.eq("bulgarian_split_squat")]
    tool = SupersetDesigner(CALM, library=library)
    (control,) = [c for c in tool.panel.controls if c["name"] == "supersets"]
    names = {option[1] for _, options in control["options"] for option in options}
    assert {"hill lunge", "hip thrust"} <= names


def test_a_late_word_from_the_browser_undoes_nothing() -> None:
    """Keys come faster than answers, so a slider's message still holds the list as it was."""
    tool = SupersetDesigner()
    stale = tool.panel.values
    for turn, rest_s in enumerate((60, 75), 1):
        late = {"values": stale | {"rest_s": rest_s}, "turns": {"rest_s": turn}}
        tool.panel.set_state(late)
        assert {pair.rest_s for pair in tool.value.supersets} == {rest_s}
        assert tool.panel.answered == {"rest_s": turn}
        agrees(tool)


def test_two_designers_are_independent() -> None:
    one, two = SupersetDesigner(), SupersetDesigner()
    move(one, rest_s=90)
    assert two.value == article_session()
    assert two.figures[0].patch == {}


def test_without_a_kernel_its_picture_and_sentence_stand_there() -> None:
    tool = SupersetDesigner()
    bundle = tool._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert bundle["text/plain"] == tool.view.describe()


class Walk(ToolWalk):
    """Anything anyone may do, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.tool = SupersetDesigner()
        self.sliders = {c["name"]: c for c in self.tool.panel.controls if c["kind"] == "slider"}

    @rule(data=st.data(), name=st.sampled_from(SLIDERS))
    def move_a_slider(self, data: st.DataObject, name: str) -> None:
        slider = self.sliders[name]
        values = range(slider["low"], slider["high"] + 1, slider["step"])
        move(self.tool, **{name: data.draw(st.sampled_from(values))})

    @rule(level=st.sampled_from(["1", "2", "3"]))
    def choose_a_level(self, level: str) -> None:
        move(self.tool, level=level)

    @rule(name=st.sampled_from(BUTTONS))
    def press_a_button(self, name: str) -> None:
        press(self.tool, name)

    @rule(data=st.data())
    def edit_the_list(self, data: st.DataObject) -> None:
        """Do what the list's own buttons, selects and fields do."""
        mine = rows(self.tool)
        at = data.draw(st.integers(0, len(mine) - 1))
        what = data.draw(st.sampled_from(["move", "drop", "turn", "choose", "reps", "rest"]))
        row = mine[at]
        if what == "move":
            mine.insert(data.draw(st.integers(0, len(mine) - 1)), mine.pop(at))
        elif what == "drop" and len(mine) > 1:
            mine.pop(at)
        elif what == "turn":
            row["first"], row["second"], row["reps"] = (
                row["second"],
                row["first"],
                row["reps"][::-1],
            )
        elif what == "choose":
            used = {pair[key] for pair in mine for key in ("first", "second")}
            free = [one for one in Exercise.every() if one.id not in used]
            one = data.draw(st.sampled_from(free))
            row |= {"second": one.id, "reps": [row["reps"][0], [one.reps_min, one.reps_max]]}
        elif what == "reps":
            row["reps"][0] = [1, data.draw(st.integers(1, 300))]
        elif what == "rest":
            row["rest_s"] = data.draw(st.integers(0, 600))
        move(self.tool, supersets=mine)
        assert "supersets" not in self.tool.panel.notes

    @rule(
        name=st.sampled_from(["supersets", "warmup_min", "level", "value"]),
        value=st.one_of(st.integers(-1, 30), st.floats(), st.none(), st.text(max_size=2)),
    )
    def set_a_trait(self, name: str, value: Any) -> None:
        before = self.tool.value
        with contextlib.suppress(PlanError):
            setattr(self.tool, name, value)
            return
        assert self.tool.value == before

    @invariant()
    def agrees(self) -> None:
        agrees(self.tool)


TestWalk = walks(Walk)
