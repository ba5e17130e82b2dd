"""The learner's record: whole at any moment, shared by several lessons, never in the way."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from runplan import Plan, PlanError, Season, TrainingWeek, Workout, lessons
from runplan.lessons import editions, record, story
from runplan.lessons.boxes import TaskBox
from runplan.lessons.first import FirstSteps
from runplan.lessons.layers import LAYERS, Case
from runplan.lessons.record import Answer
from runplan.widgets import BodyMap, SeasonPlanner, StrideExplorer

# a lesson in another kernel: answers one question after the other and says so
WRITER = """
import sys
from runplan.lessons import record
who, most = sys.argv[1], int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for number in range(most):
    record.keep_answer(f"{who}.{number}", lambda before: before.judged(("a",), True))
    print(number, flush=True)
"""


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A started workspace, with the lesson's kernel in it."""
    folder = tmp_path / "my course"
    editions.start(folder)
    monkeypatch.chdir(folder)
    return folder


def writer(course: Path, who: str, most: int) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, who, str(most)],
        cwd=course,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def go(process: "subprocess.Popen[str]") -> None:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


def test_lessons_open_at_once_lose_nothing_of_each_other(course: Path) -> None:
    writers = [writer(course, who, 25) for who in ("one", "two", "three")]
    for process in writers:
        go(process)
    assert [process.wait() for process in writers] == [0, 0, 0]
    for process in writers:
        process.communicate()
    expected = {f"{who}.{number}" for who in ("one", "two", "three") for number in range(25)}
    assert set(record.read().answers) == expected


def test_a_killed_lesson_leaves_the_record_whole_and_free(course: Path) -> None:
    kept: set[str] = set()
    for round_ in range(4):
        process = writer(course, f"round{round_}", 10_000)
        go(process)
        assert process.stdout
        for _ in range(3 + 4 * round_):
            kept.add(f"round{round_}.{process.stdout.readline().strip()}")
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert kept <= set(json.loads((course / record.FILE).read_text())["answers"])
        assert record.keep_answer("mine", lambda before: before.judged(("a",), False))
    assert record.read().answers["mine"].tries == 4
    assert sorted(path.name for path in (course / record.FOLDER).iterdir()) == [
        "lock",
        "record.json",
        "shipped.json",
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"schema_version": "1"}',
        b'{"schema_version": 1, "answers": []}',
        b'{"schema_version": 1, "answers": {"01.core": {"tries": "many"}}}',
        b'{"schema_version": 1, "runners": {"Noor": 5}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_set_aside_and_nothing_stops(course: Path, content: bytes) -> None:
    (course / record.FILE).write_bytes(content)
    said: list[str] = []
    assert record.read(say=said.append) == record.Record()
    assert len(said) == 1
    assert "record (damaged 1).json" in said[0]
    assert (course / record.FOLDER / "record (damaged 1).json").read_bytes() == content
    assert lessons.my_runner().name == "Noor"

    (course / record.FILE).write_bytes(content)
    assert record.keep_answer("01.core", lambda before: before.judged(("a",), False), said.append)
    assert (course / record.FOLDER / "record (damaged 2).json").read_bytes() == content
    assert record.read().answers["01.core"].tries == 1


def test_a_newer_record_stays_as_it_is(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newer = '{"schema_version": 2, "more": "things"}'
    (course / record.FILE).write_text(newer)
    assert lessons.my_runner().name == "Noor"
    assert "newer runplan" in capsys.readouterr().out
    box = lessons.task("01.widest")
    assert "newer runplan" in box.note
    assert not box.check("trapezius").right
    assert "newer runplan" in str(lessons.keep("muscles", ["soleus"]))
    assert (course / record.FILE).read_text() == newer


def test_a_record_that_cannot_be_written_stops_nothing(course: Path) -> None:
    """A folder in its place is refused whoever one is, root too."""
    (course / record.FOLDER / "lock").unlink()
    (course / record.FOLDER / "lock").mkdir()
    box = lessons.task("01.widest")
    assert box.check("latissimus dorsi").right
    assert "cannot be kept" in box.note
    assert "cannot be kept" in str(lessons.keep("season", Season("2027-05-09")))
    assert lessons.kept("season") == Season(lessons.my_races())


def test_outside_a_workspace_nothing_is_read_or_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".runplan").mkdir()
    (tmp_path / record.FILE).write_text("{")  # a record alone makes no workspace
    assert lessons.my_runner().name == "Noor"
    assert lessons.task("01.widest").check("latissimus dorsi").right
    planner = SeasonPlanner(lessons.kept("season"), taper_days=10)
    assert str(lessons.keep("season", planner)) == story.OUTSIDE
    assert repr(lessons.keep("season", planner.value)) == story.OUTSIDE
    assert lessons.kept("season").taper_days == 14
    assert [path.name for path in tmp_path.rglob("*")] == [".runplan", "record.json"]


# answers


def test_an_answer_is_there_again_after_a_restart(course: Path) -> None:
    box = lessons.task("01.widest")
    box.hint()
    box._handle_custom_msg({"do": "check", "answer": ["trapezius"]}, [])
    again = lessons.task("01.widest")
    assert again.given == ["trapezius"]
    assert again.feedback == box.feedback
    assert again.hints == box.hints
    again.check("latissimus dorsi")
    assert record.read().answers["01.widest"] == Answer(
        ("latissimus dorsi",), tries=2, right=True, solved=True, hints=1
    )
    lessons.task("01.widest").check("trapezius")
    assert record.read().answers["01.widest"].solved  # once right, for good


def test_a_guess_a_number_and_a_tool_s_task_come_back_too(course: Path) -> None:
    lessons.task("01.guess").check(["soleus"])
    assert lessons.task("01.guess").given == ["soleus"]
    assert record.read().answers["01.guess"].tries == 0
    lessons.task("02.soleus").check("24")
    assert lessons.task("02.soleus").given == ["24"]
    assert lessons.task("02.soleus").feedback["right"] is False
    lessons.task("01.level", BodyMap(muscle="gluteus_medius")).check()
    again = lessons.task("01.level", BodyMap())
    # the map goes on to say which muscle is to be kept, so it is left alone
    told = "You have solved this before; the tool begins anew."
    assert (again.feedback, again.note) == ({}, told)


def test_a_tool_stands_as_it_was_when_its_task_was_solved(course: Path) -> None:
    lessons.task("00.air", FirstSteps(pct=45)).check()
    first = FirstSteps(pct=10)
    assert lessons.task("00.air", first).note == "You have solved this before; the tool shows how."
    assert (first.pct, first.value.pct, first.panel.values["pct"]) == (45, 45, 45)
    box = lessons.task("00.air", first)
    first.pct = 20
    box.check()  # wrong: nobody wants that back
    first = FirstSteps(pct=10)
    assert "begins anew" in lessons.task("00.air", first).note
    assert first.pct == 10


def test_a_setting_that_is_no_longer_legal_is_let_go(course: Path) -> None:
    lessons.task("02.air", StrideExplorer(stance_pct=30)).check()
    kept = course / record.FILE
    kept.write_text(kept.read_text().replace("30.0", "300"))
    flyer = StrideExplorer(pct=45)
    assert "begins anew" in lessons.task("02.air", flyer).note
    assert flyer.stance_pct == 40


def test_an_empty_answer_is_no_try(course: Path) -> None:
    lessons.task("01.widest").check([])
    lessons.task("02.soleus").check("")
    lessons.task("01.level", BodyMap()).check()
    assert record.read().answers == {}


def test_each_paper_of_a_quiz_has_its_own_answers(course: Path) -> None:
    first = lessons.quiz("01", seed=7).children[0]
    first.check(first.options[0])
    assert lessons.quiz("01", seed=7).children[0].given == [first.options[0]]
    assert lessons.quiz("01", seed=8).children[0].given == []


def test_an_answer_that_is_no_option_any_more_is_left(course: Path) -> None:
    record.keep_answer("01.widest", lambda before: before.judged(("gone",), False))
    assert lessons.task("01.widest").given == []


def test_any_text_can_be_kept(course: Path) -> None:
    half_a_character = "\ud83d"
    TaskBox(lessons.find_task("02.soleus")).check(half_a_character)
    assert record.read().answers["02.soleus"].given == (half_a_character,)


# the runner's layers


@pytest.mark.parametrize("case", story.CASES, ids=lambda case: case.runner.name)
@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_comes_back_as_it_was_kept(course: Path, case: Case, layer: str) -> None:
    story.choose(case)
    value = lessons.kept(layer)
    assert str(lessons.keep(layer, value)).startswith(f"Kept for {case.runner.name}: ")
    assert lessons.kept(layer) == value
    assert record.read().runners[case.runner.name][layer]


@pytest.mark.parametrize("case", story.CASES, ids=lambda case: case.runner.name)
def test_a_worked_case_can_be_planned(case: Case) -> None:
    season = Season(case.races, case.hemisphere)
    assert len(Plan(case.runner, season).sessions()) > 50


def test_each_runner_keeps_layers_of_its_own(course: Path) -> None:
    lessons.keep("muscles", "gluteus medius")
    noor, emil, _ = story.CASES
    story.choose(emil)
    assert (lessons.my_runner().name, lessons.my_races()) == ("Emil", emil.races)
    assert lessons.kept("muscles") == ("soleus", "gluteus_medius")
    story.choose(noor)
    assert lessons.kept("muscles") == ("gluteus_medius",)


def test_another_race_lets_the_kept_season_go(course: Path) -> None:
    noor = story.CASES[0]
    story.choose(noor)
    lessons.keep("season", Season(noor.races, taper_days=10))
    story.choose(noor)
    assert lessons.kept("season").taper_days == 10
    story.choose(Case(noor.runner, "2027-05-09"))
    assert lessons.kept("season") == Season("2027-05-09")


@pytest.mark.parametrize(
    ("layer", "tree"),
    [("season", {"races": 5}), ("session", {"pairs": []}), ("muscles", ["no such"]), ("plan", {})],
)
def test_a_layer_that_cannot_be_read_gives_way_to_a_usual_one(
    course: Path, layer: str, tree: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    story.choose(story.CASES[0])
    record.update(lambda held: held.runners["Noor"].update({layer: tree}))
    assert lessons.kept(layer) == LAYERS[layer].default(story.CASES[0], lessons.kept)
    assert f"What was kept as {layer} cannot be read" in capsys.readouterr().out
    assert record.read().runners["Noor"][layer] == tree


def test_what_is_kept_is_told_and_what_stands_in_is_told_apart(course: Path) -> None:
    assert lessons.recall("muscles").startswith("Nothing kept yet, so we take the usual. Weak")
    lessons.keep("muscles", ["deltoid"])
    assert lessons.recall("muscles") == "Kept for Noor. Weak links: deltoid"


def test_a_tool_is_kept_by_its_button_and_a_second_run_keeps_nothing(course: Path) -> None:
    planner = SeasonPlanner(lessons.kept("season"))
    box = lessons.keep("season", planner)
    assert box.line.startswith("This is what is kept;")
    assert "season" not in record.read().runners.get("Noor", {})
    planner.taper_days = 10
    box._handle_custom_msg({"do": "keep"}, [])
    assert box.line == "Kept for Noor: the season to 5 September 2027"
    again = lessons.keep("season", SeasonPlanner(lessons.kept("season")))
    assert again.line.startswith("This is what is kept;")
    assert lessons.kept("season").taper_days == 10


def test_a_tool_with_nothing_in_it_says_so(course: Path) -> None:
    body = BodyMap()
    box = lessons.keep("muscles", body)
    assert box.line == "No muscle is picked yet: pick one first."
    assert box.keep() == "No muscle is picked yet: pick one first."
    body.muscle = "soleus"
    assert box.keep() == "Kept for Noor: weak links: soleus"


def test_an_unknown_layer_or_a_wrong_value_is_told() -> None:
    with pytest.raises(PlanError, match="Did you mean season"):
        lessons.kept("seson")
    with pytest.raises(PlanError, match="is no Season; give a Season"):
        lessons.keep("season", 5)


def test_a_lesson_in_a_folder_below_the_workspace_is_outside(course: Path) -> None:
    (course / "copies").mkdir()
    os.chdir(course / "copies")
    assert record.workspace() is None


def test_the_plan_starts_from_the_kept_week(course: Path) -> None:
    lessons.keep("plan", lessons.kept("plan"))  # as it is with nothing kept
    assert lessons.kept("plan").runner == lessons.my_runner()
    (course / record.FILE).unlink()
    week = TrainingWeek(
        [
            Workout("tue", "strength", 45, 7),
            Workout("fri", "strength", 45, 7),
            Workout("wed", "running", 50, 8),
            Workout("sun", "running", 90, 4),
        ]
    )
    lessons.keep("week", week)
    runner = lessons.kept("plan").runner
    assert runner.name == lessons.my_runner().name
    assert (runner.strength_days, runner.run_days) == (("tue", "fri"), ("wed", "sun"))
    assert runner.hard_run_days == ("wed",)


def test_a_kept_week_without_strength_leaves_the_runners_days(course: Path) -> None:
    lessons.keep("week", TrainingWeek([Workout("sun", "running", 90, 4)]))
    assert lessons.kept("plan").runner.strength_days == lessons.my_runner().strength_days


def test_what_is_tried_after_it_was_right_takes_nothing_back(course: Path) -> None:
    box = lessons.task("02.soleus")
    box.check("8")
    for other in ("24", "99"):
        box.check(other)
    kept = record.read().answers["02.soleus"]
    assert (kept.tries, kept.solved, kept.right) == (1, True, False)
    again = lessons.task("02.soleus")
    assert again.feedback["right"] is False
    assert again.note == "You have solved this before."
