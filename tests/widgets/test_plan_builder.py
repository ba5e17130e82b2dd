"""PlanBuilder without a browser: every control, two-way, files opened and written, a long walk."""

import contextlib
import json
from base64 import b64encode
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase as Part
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from runplan import (
    Drop,
    Move,
    Note,
    Plan,
    PlanError,
    Runner,
    Season,
    Swap,
    export,
    load_exercises,
)
from runplan.exports import FORMATS
from runplan.exports.desk import NOW
from runplan.plan.alternatives import alternatives
from runplan.plan.calendar import PlanWeek, PlanYear
from runplan.plan.checks import checks
from runplan.widgets import PlanBuilder

SEASON = Season("2027-09-05", start_date="2026-11-30")
NOOR = Runner("Noor", 2, "gym", ["mon", "thu"], ["tue", "wed", "sat", "sun"], ["wed", "sun"])
NASTY: dict[str, str] = json.loads(
    (Path(__file__).parents[1] / "exports" / "nasty.json").read_text("utf-8")
)


def built(**parameters: Any) -> PlanBuilder:
    return PlanBuilder(Plan(NOOR, SEASON), **parameters)


def move(tool: Any, **values: Any) -> None:
    """Do what the browser does when someone moves a control."""
    tool.panel.set_state({"values": tool.panel.values | values})


def press(tool: Any, name: str) -> None:
    tool.panel._handle_custom_msg({"press": name}, [])


def sent(name: str, data: bytes) -> dict[str, str]:
    return {"name": name, "data": b64encode(data).decode()}


def steps(tool: PlanBuilder) -> list[Any]:
    return [tool.runner_step, tool.season_step, tool.week_step, tool.home_step, tool.open_step]


def notes(tool: Any) -> str:
    return str(tool.panel.notes)


def told(tool: Any) -> str:
    """Return the texts of a step."""
    return str(tool.panel.contents) + str(tool.told.contents)


def agrees(tool: PlanBuilder) -> None:
    """Pictures, sentences, controls, texts and value say the same."""
    plan = tool.value
    for name in tool.PARAMETERS:
        assert getattr(tool, name) == getattr(plan, name)
    assert tool.runner_step.value == tool.week_step.value == tool.home_step.value == plan
    assert tool.season_step.level == plan.runner.level
    assert tool.week_step.week == tool.week == tool.open_step.week
    (week,), (year,) = tool.week_step.figures, tool.home_step.figures
    assert week.sentence == PlanWeek(plan, tool.week).describe()
    assert year.sentence == PlanYear(plan).describe()
    assert tool.panel.contents["kept"][0]["text"] == plan.describe()
    shown = tool.runner_step.panel.values
    wrong = tool.runner_step._wrong
    for name in ("strength_days", "run_days", "hard_run_days"):
        assert name in wrong or shown[name] == list(getattr(plan.runner, name))
    assert shown["keep_days"] == plan.runner.keep_days
    for one in plan.dated():
        if one.slot.week == tool.week:
            assert one.session.name in str(tool.week_step.told.contents)
    for number in range(len(plan.changes)):
        assert str(number) in [value for value, _ in tool.week_step.panel.contents["change"]]
    for step in steps(tool):
        for control in step.panel.controls:
            if control["kind"] == "choice":
                options = step.panel.contents.get(control["name"], control["options"])
                assert step.panel.values[control["name"]] in [value for value, _ in options]
        for text in (str(step.panel.values), str(step.panel.contents)):
            assert "nan" not in text.lower().replace("banan", "")


def test_every_control_at_its_ends_and_options(tmp_path: Path) -> None:
    tool = built(folder=tmp_path)
    for step in (tool.runner_step, tool.week_step, tool.home_step):
        for control in step.panel.controls:
            name, kind = control["name"], control["kind"]
            ends: list[Any] = []
            if kind == "slider":
                ends = [control["low"], control["high"], 3]
            elif kind == "choice":
                shown = step.panel.contents.get(name, control["options"])
                ends = [value for value, _ in shown][-4:]
            elif kind == "several":
                every = [value for value, _ in control["options"]]
                ends = [every, every[:1], step.panel.values[name]]
            elif kind == "tick":
                ends = [True, False]
            for end in ends:
                move(step, **{name: end})
                assert step.panel.values[name] == end, (name, end)
                assert "'fail'" not in notes(step), (name, end)
                agrees(tool)
    assert tool.desk.back()[0] == tool.value


def test_the_runner_by_hand() -> None:
    tool = built()
    step = tool.runner_step
    move(step, name="Ada", level="3", units="lb")
    move(step, kit="home", items=["barbell"])
    move(step, away="2027-02-08 to 2027-02-14, 2027-06-21")
    move(step, maxima="hip thrust 220, goblet squat: 100")
    runner = tool.value.runner
    assert (runner.name, runner.level, runner.units) == ("Ada", 3, "lb")
    assert runner.equipment == ("home", "barbell")
    assert runner.away == (
        (date(2027, 2, 8), date(2027, 2, 14)),
        (date(2027, 6, 21), date(2027, 6, 21)),
    )
    assert dict(runner.one_rm_kg)["hip_thrust"] == pytest.approx(99.79, abs=0.01)
    assert step.panel.values["away"] == "2027-02-08 to 2027-02-14, 2027-06-21"
    move(step, away="8–14 February 2027, 21 June 2027")
    assert tool.value.runner == runner
    assert step.panel.values["maxima"] == "goblet squat 100, hip thrust 220"
    # a day that is no day of running any more is no day of a hard run
    move(step, run_days=["tue", "sun"])
    assert tool.value.runner.hard_run_days == ("sun",)
    agrees(tool)


def test_days_are_kept_and_let_go_by_the_tick_that_the_warning_names() -> None:
    tool = built()
    move(tool.runner_step, strength_days=["sat", "tue"])
    names = [control["name"] for control in tool.runner_step.panel.controls]
    label = tool.runner_step.panel.controls[names.index("strength_days") + 1]["label"]
    assert f'tick "{label}"' in told(tool.home_step)
    move(tool.runner_step, keep_days=True)
    assert {one.slot.date.strftime("%a") for one in tool.value.dated()} == {"Tue", "Sat"}
    assert f'untick "{label}"' in told(tool.home_step)
    agrees(tool)
    tool.runner_step.value = tool.value.replace(runner=NOOR)
    assert tool.runner_step.panel.values["keep_days"] is False


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("name", "  ", "give a text"),
        ("strength_days", [], "at least one"),
        ("away", "in February", "in February"),
        ("away", "2027-02-14 to 2027-02-08", "the first day comes first"),
        ("away", "2027-02-01 to 2027-02-08 to 2027-02-10", "no day or stretch of days"),
        ("away", "1 to 14 Feb", '"1 to 14 February 2027"'),
        ("maxima", "hip thrust", "write an exercise and its weight"),
        ("maxima", "hip thurst of doom 90", "hip thrust"),
        ("maxima", "hip thrust 90000", "allowed"),
    ],
)
def test_a_typing_error_is_told_beside_its_field(name: str, value: Any, said: str) -> None:
    tool = built()
    before = tool.value
    move(tool.runner_step, **{name: value})
    assert tool.value == before
    (note,) = tool.runner_step.panel.notes[name]
    assert note["level"] == "fail"
    assert said in note["text"]
    assert tool.runner_step.panel.values[name] == value


def test_the_year_follows_its_own_tool_and_level_goes_both_ways() -> None:
    tool = built()
    tool.season_step.races = ["2027-05-09"]
    assert tool.value.season.races == (date(2027, 5, 9),)
    press(tool.season_step, "article")
    assert tool.season == Season.from_article("2027-05-09", start_date="2026-11-30")
    move(tool.season_step, level="3")
    assert tool.value.runner.level == 3
    move(tool.runner_step, level="1")
    assert tool.season_step.level == 1
    tool.season = SEASON
    assert tool.season_step.value == SEASON
    agrees(tool)


def test_a_year_that_cannot_be_planned_changes_nothing_and_says_so() -> None:
    tool = built()
    before = tool.value
    tool.season_step.phases = [SEASON.phase("base").replace(minutes=0)]
    if tool.value == before:
        assert "cannot be planned" in str(tool.panel.contents)
        tool.season_step.value = SEASON
    tool.season_step.taper_days = 7
    assert tool.value.season.taper_days == 7
    assert "cannot be planned" not in str(tool.panel.contents)


def test_edits_stay_where_they_fit_and_are_listed_where_not() -> None:
    tool = built()
    step = tool.week_step
    move(step, week=3)
    first, second = (one.slot.slot for one in step.sessions().values())
    one = step.sessions()[first]
    old = one.work[0].exercise.id
    move(step, old=old)
    new = step.panel.values["new"]
    press(step, "swap")
    move(step, slot=str(second), day="fri")
    press(step, "move")
    move(step, note="Bring a band.")
    press(step, "add")
    move(step, week=4, slot="2")
    press(step, "drop")
    assert tool.value.changes == (
        Swap(3, first, old, new),
        Move(3, second, "fri"),
        Note(3, second, "Bring a band."),
        Drop(4, 2),
    )
    assert tool.value.unfitting() == []
    assert "Kept, but not in the plan" not in told(step)
    assert step.panel.values["note"] == ""
    move(step, week=3)
    assert "Bring a band." in told(step)
    # another runner: what no longer fits is kept and listed with its reason
    move(tool.runner_step, away="2026-12-14 to 2026-12-20")
    assert len(tool.value.changes) == 4
    assert "Kept, but not in the plan" in told(step)
    assert "week 3 has no session" in told(step)
    move(tool.runner_step, away="")
    assert tool.value.unfitting() == []
    move(step, change="0")
    press(step, "undo")
    assert [type(change) for change in tool.value.changes] == [Move, Note, Drop]
    agrees(tool)


def test_an_edit_that_fits_no_longer_is_put_on_another_session() -> None:
    tool = built()
    step = tool.week_step
    move(step, week=3, note="Bring a band.")
    press(step, "add")
    move(step, week=4, slot="2")
    press(step, "drop")
    move(tool.runner_step, away="2026-12-14 to 2026-12-20")
    (left, _reason) = tool.value.unfitting()[0]
    assert isinstance(left, Note)
    assert "does not fit · Week 3" in str(step.panel.contents["change"])
    assert "put it there" in told(step)
    move(step, change="0", week=5)
    assert step.panel.values["put"]
    press(step, "put")
    slot = int(step.panel.values["slot"])
    assert tool.value.changes == (Note(5, slot, "Bring a band."), Drop(4, 2))
    assert tool.value.unfitting() == []
    assert "Bring a band." in str(step.told.contents)
    # what does not fit there either stays as it was, and it is said why
    one, two = step.sessions().values()
    there = [work.exercise for work in two.work]
    old = next(work.exercise.id for work in one.work if work.exercise not in there)
    move(step, slot=str(one.slot.slot), old=old)
    press(step, "swap")
    before = tool.value
    move(step, slot=str(two.slot.slot), change="2")
    press(step, "put")
    assert "This does not fit" in notes(step)
    assert tool.value == before
    move(step, week=3)
    assert not step.panel.values["put"]
    press(step, "put")
    assert "no session in this week" in notes(step)
    agrees(tool)


def test_an_edit_that_does_not_fit_at_once_is_refused_with_its_reason() -> None:
    tool = built()
    step = tool.week_step
    first, second = step.sessions().values()
    move(step, slot=str(first.slot.slot), day=f"{second.slot.date:%a}".lower())
    press(step, "move")
    assert "there is another session" in notes(step)
    move(step, note=" ")
    press(step, "add")
    assert "give a text" in step.panel.notes["note"][0]["text"]
    assert tool.value.changes == ()
    tool.runner = NOOR.replace(away=[("2026-11-30", "2026-12-06")])
    press(step, "drop")
    assert "no session" in notes(step)
    agrees(tool)


def test_files_are_written_and_it_is_said_where(tmp_path: Path) -> None:
    tool = built(folder=tmp_path)
    step = tool.home_step
    move(step, formats=list(FORMATS), at="7:30", zone="Europe/Vienna", folder="spring")
    press(step, "write")
    names = [f"plan-Noor{suffix}" for suffix in FORMATS]
    assert [path.name for path in step.written] == names
    assert all(path.parent == tmp_path / "spring" for path in step.written)
    assert f"Written into {tmp_path / 'spring'}" in told(step)
    assert b"TZID=Europe/Vienna:20261130T073000" in step.written[0].read_bytes()
    assert Plan.load(tmp_path / "spring" / "plan-Noor.json") == tool.value
    # what was written is of an older plan after a change
    move(tool.runner_step, level="1")
    assert step.written == ()


@pytest.mark.parametrize(
    ("values", "at", "said"),
    [
        ({"zone": "Europe/Viena", "at": "7:30"}, "zone", "Did you mean Europe/Vienna"),
        ({"at": "7:30"}, "zone", "whose clock"),
        ({"folder": "../elsewhere"}, "folder", "leads out of"),
    ],
)
def test_what_keeps_files_from_being_written_is_told(
    values: dict[str, str], at: str, said: str, tmp_path: Path
) -> None:
    tool = built(folder=tmp_path)
    move(tool.home_step, **values)
    press(tool.home_step, "write")
    assert said in tool.home_step.panel.notes[at][0]["text"]
    assert tool.home_step.written == ()
    assert not list(tmp_path.glob("*.ics"))


def test_each_change_is_kept_and_comes_back(tmp_path: Path) -> None:
    tool = PlanBuilder(folder=tmp_path)
    assert "New here" in str(tool.panel.contents)
    assert not (tmp_path / NOW).exists()
    move(tool.runner_step, name="Noor")
    assert Plan.load(tmp_path / NOW) == tool.value
    tool.season = SEASON
    assert Plan.load(tmp_path / NOW) == tool.value
    again = PlanBuilder(folder=tmp_path)
    assert again.value == tool.value
    assert "Welcome back" in str(again.panel.contents)
    press(again, "new")
    assert again.value.runner.name == "A runner"
    assert Plan.load(tmp_path / "planner (plan-Noor).json") == tool.value
    agrees(again)


def test_without_a_folder_nothing_is_written(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    tool = built()
    move(tool.runner_step, level="1")
    press(tool, "new")
    assert not list(tmp_path.iterdir())


def test_a_plan_file_is_opened_and_a_bad_one_changes_nothing(tmp_path: Path) -> None:
    tool = built()
    other = Plan(NOOR.replace(name="Ada", level=1), SEASON, changes=[Note(3, 1, "hello")])
    data = other.save(tmp_path / "ada.json").read_bytes()
    move(tool.open_step, plan=sent("ada.json", data))
    assert tool.value == other
    assert tool.open_step.panel.values["plan"] is None
    for bad, said in ((data[:500], "cut short"), (b"{}", "schema_version"), (b"\xff", "UTF-8")):
        move(tool.open_step, plan=sent("bad.json", bad))
        assert tool.value == other
        assert said in notes(tool.open_step)
        assert "bad.json" in notes(tool.open_step)
        assert "/tmp" not in notes(tool.open_step)
    agrees(tool)


def own_csv(**cells: str) -> bytes:
    table = load_exercises().head(3).assign(easier=None, harder=None, equipment="none", level=1)
    table["id"] = ["own_one", "own_two", "own_three"]
    table["name"] = ["own one", "own two", "own three"]
    table = table.map(lambda cell: ";".join(cell) if isinstance(cell, tuple) else cell)
    table = table.astype("object")
    for column, value in cells.items():
        table.loc[1, column] = value
    return table.to_csv(index=False).encode()


def test_opening_a_plan_keeps_the_one_at_hand(tmp_path: Path) -> None:
    other = PlanBuilder().value.replace(changes=[Note(3, 1, "of the file")])
    other.save(tmp_path / "other.json")
    tool = PlanBuilder(folder=tmp_path / "desk")
    tool.changes = [Note(5, 1, "at hand")]
    before = tool.value
    tool.open_step.open_plan("other.json", (tmp_path / "other.json").read_bytes())
    assert tool.value == other
    assert Plan.load(tool.open_step.aside) == before
    assert str(tool.open_step.aside) in told(tool.open_step)


def test_nothing_is_written_while_something_is_not_settled(tmp_path: Path) -> None:
    tool = PlanBuilder(folder=tmp_path)
    press(tool.home_step, "write")
    files = {path: path.read_bytes() for path in tool.home_step.written}
    assert files
    move(tool.runner_step, strength_days=[])
    press(tool.home_step, "write")
    assert tool.home_step.written == ()
    said = str(tool.home_step.panel.notes)
    assert "Nothing is written" in said
    assert "No strength day" in said
    assert {path: path.read_bytes() for path in files} == files
    move(tool.runner_step, strength_days=["mon", "thu"])
    press(tool.home_step, "write")
    assert tool.home_step.written


def test_the_top_says_that_something_is_not_settled(tmp_path: Path) -> None:
    tool = PlanBuilder(folder=tmp_path)
    for step, bad, good in (
        (tool.runner_step, {"strength_days": []}, {"strength_days": ["mon"]}),
        (tool.season_step, {"races": "some day"}, {"races": ""}),
    ):
        move(step, **bad)
        assert "the last plan that could be worked out" in str(tool.panel.contents)
        move(step, **good)
        assert "the last plan that could be worked out" not in str(tool.panel.contents)


def test_what_is_wished_for_is_there_after_a_restart(tmp_path: Path) -> None:
    tool = PlanBuilder(folder=tmp_path)
    wishes = {"formats": [".csv"], "at": "18:00", "zone": "Europe/Vienna", "folder": "mine"}
    move(tool.home_step, **wishes)
    again = PlanBuilder(folder=tmp_path).home_step
    assert again.panel.values == again.panel.values | wishes
    for damaged in ("{", "[]", '{"at": 5, "formats": ["exe", 3]}'):
        (tmp_path / "planner-wishes.json").write_text(damaged)
        PlanBuilder(folder=tmp_path)


def test_a_bad_time_is_told_where_it_is_typed_and_a_file_replaced_is_named(tmp_path: Path) -> None:
    tool = PlanBuilder(folder=tmp_path)
    home = tool.home_step
    press(home, "write")
    assert "replaced" not in told(home)
    press(home, "write")
    assert "replaced: plan-A-runner.ics" in told(home)
    move(home, at="6:30 pm")
    assert "24 hours" in str(home.panel.notes["at"])
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    press(home, "write")
    assert "24 hours" in str(home.panel.notes["at"])
    assert home.panel.values["at"] == "6:30 pm"
    assert "Nothing is written" in str(home.panel.notes)
    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    move(home, at="18:30")
    press(home, "write")
    assert "zone" in str(home.panel.notes)
    assert "Written into" not in told(home)


def test_an_own_library_beside_ours_keeps_its_good_rows() -> None:
    tool = built()
    move(tool.open_step, library=sent("own.csv", own_csv(level="9")))
    ids = {exercise.id for exercise in tool.value.exercises}
    assert {"own_one", "own_three", "push_up"} <= ids
    assert "own_two" not in ids
    assert 'row 3, column "level"' in told(tool.open_step)
    assert "2 exercises of your own" in told(tool.open_step)
    # they can be swapped in
    swapped = {
        exercise.id
        for one in tool.value.dated()
        if one.slot.week == 1
        for work in one.work
        for exercise in alternatives(tool.value, 1, one.slot.slot, work.exercise.id)
    }
    assert {"own_one", "own_three"} <= swapped | {e.id for e in tool.value.used()}
    move(tool.open_step, use="ours")
    assert tool.value.exercises is None
    move(tool.open_step, use="only")
    assert tool.value.exercises is None or len(tool.value.exercises) == 2
    agrees(tool)


def test_a_rung_may_lead_to_an_exercise_of_ours() -> None:
    tool = built()
    move(tool.open_step, library=sent("own.csv", own_csv(easier="push_up", harder="no_such_one")))
    own = next(one for one in tool.value.exercises if one.id == "own_two")
    assert own.easier().id == "push_up"
    assert own.harder() is None
    assert "push_up" not in told(tool.open_step)
    assert "no_such_one" in told(tool.open_step)
    move(tool.open_step, library=sent("own.csv", own_csv(easier="push_up")))
    assert "rows not named" not in told(tool.open_step)
    assert "3 exercises of your own" in told(tool.open_step)
    move(tool.open_step, use="only")


def test_examples_are_written_and_can_be_opened(tmp_path: Path) -> None:
    for runner in (NOOR, NOOR.replace(level=1, equipment="none"), NOOR.replace(level=3)):
        home = tmp_path / f"{runner.level}"
        tool = PlanBuilder(Plan(runner, SEASON), folder=home)
        step = tool.open_step
        press(step, "own_example")
        path = home / "own-exercises-example.csv"
        assert str(path) in told(step)
        move(step, library=sent(path.name, path.read_bytes()))
        assert "warn" not in told(step)
        assert "of your own, beside ours" in told(step)
        assert "not offered" not in told(step)
        press(step, "log_example")
        log = home / "log-example.csv"
        move(step, done=sent(log.name, log.read_bytes()))
        assert step.log.faults == ()
        assert step.log.done
        assert "no muscle is behind" in step.log.describe()
        agrees(tool)


def test_an_example_that_was_filled_in_is_not_written_over(tmp_path: Path) -> None:
    tool = built(folder=tmp_path)
    step = tool.open_step
    press(step, "log_example")
    path = tmp_path / "log-example.csv"
    press(step, "log_example")  # the same once more is the same file
    assert step.example == path
    path.write_text("mine")
    press(step, "log_example")
    assert path.read_text() == "mine"
    assert step.example == tmp_path / "log-example-2.csv"
    (tmp_path / "file").touch()
    move(tool.home_step, folder="file")
    press(step, "own_example")
    assert "cannot be written" in str(step.panel.notes["library"])


def test_the_columns_stand_there_in_words() -> None:
    step = built().open_step
    rows = {name: cells for name, *cells in step.told.contents["own_columns"]}
    what, allowed, example = rows["level"]
    assert "entry" in what
    assert allowed == "one of: 1, 2, 3"
    assert example in {"1", "2", "3"}
    assert "soleus" in rows["primary"][1]
    assert rows["easier"][1] == "an id; may be blank"
    assert "source" not in rows
    assert [row[0] for row in step.told.contents["log_columns"]] == ["date", "exercise", "sets"]


def test_an_own_exercise_is_offered_or_it_is_said_why_not() -> None:
    tool = PlanBuilder(Plan(NOOR.replace(level=1, equipment="home"), SEASON))
    step = tool.open_step
    move(step, library=sent("own.csv", own_csv(level="3", equipment="barbell")))
    assert "own one: in" in told(step) or "own one: offered under “Do”" in told(step)
    assert (
        "own two: not offered, it needs barbell, not at hand and is for level 3, above the "
        "runner's 1" in told(step)
    )
    offered = dict(tool.week_step.panel.contents["new"])
    names = set(offered.values()) | set(dict(tool.week_step.panel.contents["old"]).values())
    assert {"own one (yours)", "own three (yours)"} <= names | {f"{n} (yours)" for n in names}
    assert "own two" not in str(names)


def test_what_an_earlier_file_had_wrong_is_gone_with_the_next(tmp_path: Path) -> None:
    tool = built()
    step = tool.open_step
    move(step, library=sent("first.csv", own_csv(level="9")))
    assert "first.csv: rows not named here are in" in told(step)
    assert "nothing is taken" not in told(step)
    log = b"date,exercise,sets\n2026-12-08,push-up,3\n2026-12-09,nonsense,2\n"
    move(step, done=sent("log.csv", log))
    assert "first.csv" not in told(step)
    assert "log.csv: rows not named here are in" in told(step)
    move(step, library=sent("bad.csv", own_csv().splitlines()[0] + b"\n,,,\nx\n"))
    assert "bad.csv: nothing is taken" in told(step)
    assert "rows not named" not in told(step)
    other = Plan(NOOR.replace(name="Ada"), SEASON).save(tmp_path / "ada.json")
    move(step, plan=sent("ada.json", other.read_bytes()))
    assert "bad.csv" not in told(step)
    assert "of your own" not in told(step)


def test_what_is_counted_at_the_top_is_counted_below_and_once() -> None:
    for plan in (Plan(NOOR, SEASON), PlanBuilder().value):
        tool = PlanBuilder(plan)
        levels = [check.reason.level for check in checks(plan)]
        top = " ".join(block["text"] for block in tool.panel.contents["kept"])
        first, *groups = tool.home_step.told.contents["checks"]
        fails, warns = levels.count("fail"), levels.count("warn")
        assert f"{warns} warnings (⚠)" in first["text"]
        assert ("to mend" in first["text"]) == bool(fails)
        assert first["text"] in top
        assert plan.describe().count("warning") == 0
        said = [item for group in groups if group["level"] != "pass" for item in group["items"]]
        assert len(said) == fails + warns
        # sources as one names them, not as the table keys them
        assert "[" not in "".join(said)
    assert any(f"{year})" in "".join(said) for year in range(2000, 2027))
    asked = int(plan.season.weeks().sessions.sum())
    assert f"curve of the year asks for {asked} sessions" in top


def test_a_race_out_of_reach_is_told_without_words_of_the_race_before() -> None:
    tool = built()
    step = tool.season_step
    move(step, races="2027-02-07")
    assert "week 10" in notes(step)
    move(step, races="2029-05-09")
    assert "start on another day" in notes(step)
    assert "start_date" not in str(step.panel.notes.values())
    assert "week 10" not in notes(step)


def test_a_library_without_a_good_row_changes_nothing() -> None:
    tool = built()
    before = tool.value
    move(tool.open_step, library=sent("own.csv", b"hello,there\n1,2\n"))
    assert tool.value == before
    assert "nothing was changed" in notes(tool.open_step)
    move(tool.open_step, use="only")
    assert "Open a file with your exercises first" in notes(tool.open_step)


def test_a_log_is_held_against_the_plan_by_week_and_muscle(tmp_path: Path) -> None:
    tool = built()
    perfect = export(tool.value, tmp_path / "log.csv").read_bytes()
    assert tool.open_step.figures == []
    move(tool.open_step, done=sent("log.csv", perfect))
    (picture,) = tool.open_step.figures
    assert "no muscle is behind" in told(tool.open_step)
    log = b"date,exercise,sets\n2026-12-08,push-up,3\n2026-12-09,nonsense,2\n"
    move(tool.open_step, done=sent("log.csv", log))
    assert 'row 3, column "exercise"' in told(tool.open_step)
    assert "Week 2: 1 of" in told(tool.open_step)
    tool.week = 2
    assert "Muscles in week 2" in told(tool.open_step)
    # the plan changes: the log is held against the new one
    tool.season = SEASON.replace(start_date="2026-12-07")
    assert "Week 1: 1 of" in told(tool.open_step)
    assert picture.sentence == tool.open_step.log.describe()
    assert "1 of" in picture.sentence
    agrees(tool)


# every such text goes through every export in tests/exports
@pytest.mark.parametrize("nasty", [NASTY[n] for n in ("script", "lines", "rtl", "path", "math")])
def test_what_people_type_stays_text(nasty: str, tmp_path: Path) -> None:
    tool = built(folder=tmp_path)
    move(tool.runner_step, name=nasty)
    move(tool.week_step, note=nasty)
    press(tool.week_step, "add")
    press(tool.home_step, "write")
    assert tool.value.runner.name == nasty
    assert tool.value.changes[-1] == Note(1, int(tool.week_step.panel.values["slot"]), nasty)
    assert all(path.parent == tmp_path for path in tool.home_step.written)
    assert PlanBuilder(folder=tmp_path).value == tool.value
    agrees(tool)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("value", None),
        ("runner", "Noor"),
        ("season", 3),
        ("changes", ["swap"]),
        ("exercises", []),
        ("week", 53),
        ("week", None),
    ],
)
def test_what_is_not_legal_changes_nothing(name: str, value: Any) -> None:
    tool = built()
    before = tool.value, tool.week
    with pytest.raises(PlanError):
        setattr(tool, name, value)
    assert (tool.value, tool.week) == before
    agrees(tool)


def test_two_builders_are_independent() -> None:
    one, two = built(), built()
    one.week = 9
    one.runner = NOOR.replace(level=1)
    assert (two.week, two.value.runner.level) == (1, 2)
    agrees(two)


def test_without_a_kernel_its_picture_and_sentence_stand_there() -> None:
    bundle = built()._repr_mimebundle_()
    assert bundle["image/png"].startswith(b"\x89PNG")
    assert bundle["text/plain"] == PlanYear(Plan(NOOR, SEASON)).describe()


class Walk(RuleBasedStateMachine):
    """Anything anyone may do, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.tool = built()

    @rule(data=st.data())
    def move_a_control(self, data: st.DataObject) -> None:
        parts = [self.tool.runner_step, self.tool.week_step, self.tool.season_step]
        step = data.draw(st.sampled_from(parts))
        movable = [c for c in step.panel.controls if c["kind"] not in ("button", "words")]
        control = data.draw(st.sampled_from(movable))
        name, kind = control["name"], control["kind"]
        options = control.get("options", ())
        if kind == "choice":
            options = step.panel.contents.get(name, options)
        options = [value for value, _ in options]
        values: Any = st.sampled_from(["", "2027-05-09", "soon", "push-up 50", "Ada", "<b>"])
        if kind == "slider":
            steps = round((control["high"] - control["low"]) / control["step"])
            legal = [control["low"] + control["step"] * n for n in range(steps + 1)]
            values = st.sampled_from([v for v in legal if v not in control["skip"]])
        elif kind == "choice":
            values = st.sampled_from(options)
        elif kind == "several":
            values = st.lists(st.sampled_from(options), unique=True)
        elif kind == "tick":
            values = st.booleans()
        move(step, **{name: data.draw(values)})

    @rule(name=st.sampled_from(["swap", "move", "drop", "add", "undo", "put"]))
    def press_a_button(self, name: str) -> None:
        press(self.tool.week_step, name)

    @rule(name=st.sampled_from(["article", "evidence", "reset"]))
    def take_a_whole_year(self, name: str) -> None:
        press(self.tool.season_step, name)

    @rule(
        data=st.data(),
        value=st.one_of(st.integers(-1, 60), st.none(), st.just(NOOR), st.just(SEASON)),
    )
    def set_a_trait(self, data: st.DataObject, value: Any) -> None:
        name = data.draw(st.sampled_from([*self.tool.PARAMETERS, "week"]))
        with contextlib.suppress(PlanError):
            setattr(self.tool, name, value)

    @invariant()
    def agrees(self) -> None:
        agrees(self.tool)


TestWalk = Walk.TestCase
TestWalk.settings = settings(
    deadline=None,
    max_examples=8,
    stateful_step_count=25,
    phases=(Part.explicit, Part.generate),  # a step makes a plan: shrinking takes minutes
)
