"""`runplan quiz` and `runplan progress`: the paper to hand out, and the record in words."""

from html import unescape
from pathlib import Path

import pytest
from typer.testing import CliRunner

from runplan import PlanError, Season, lessons
from runplan.cli import app
from runplan.lessons import editions, record
from runplan.lessons.paper import key, paper
from runplan.lessons.progress import progress
from runplan.lessons.tasks import Choice, Guess

LESSONS = [path.name[:2] for path in editions.lessons()]


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_paper_asks_what_the_screen_asks_and_keeps_the_answers(lesson: str) -> None:
    printed = paper(lesson, 7) + "\n"
    for item in lessons.quiz_items(lesson, 7):
        assert item.prompt in printed
        at = [printed.index(f") {word}\n", printed.index(item.prompt)) for word in item.shown()]
        assert at == sorted(at)
        assert not any(option.why in printed for option in item.options)


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_key_names_the_letter_of_the_right_answer(lesson: str) -> None:
    printed, items = paper(lesson, 7), lessons.quiz_items(lesson, 7)
    _, lines = key(lesson, 7).split("\n\n")
    for number, line in enumerate(lines.splitlines(), 1):
        item: Choice = items[number - 1]
        letter = line.removeprefix(f"{number}. ")[0]
        (right,) = (option.text for option in item.options if option.right)
        block = printed.partition(f"\n{number}. ")[2].partition("\n\n")[0]
        assert f"{letter}) {right}" in block


def test_the_key_is_printed_on_demand_only() -> None:
    with_key = CliRunner().invoke(app, ["quiz", "1", "--seed", "7", "--key"])
    assert with_key.output.strip() == key("01", 7)
    assert ", key" not in CliRunner().invoke(app, ["quiz", "1", "--seed", "7"]).output


@pytest.mark.parametrize("lesson", LESSONS)
def test_pages_to_print_hold_the_paper_and_on_another_its_key(lesson: str, tmp_path: Path) -> None:
    CliRunner().invoke(app, ["quiz", lesson, "--seed", "7", "--pages", str(tmp_path / "a b")])
    folder, number = tmp_path / "a b", int(lesson)
    asked, right = (folder / f"quiz-{number}-paper-7{end}.html" for end in ("", "-key"))
    page, answers = (unescape(file.read_text(encoding="utf-8")) for file in (asked, right))
    for item in lessons.quiz_items(lesson, 7):
        assert item.prompt in page
        assert all(f"<li>{word}</li>" in page for word in item.shown())
        assert not any(option.why in page for option in item.options)
        assert item.solution() in answers
    assert "<script" not in page + answers


def test_a_lesson_that_is_not_there_is_told() -> None:
    ran = CliRunner().invoke(app, ["quiz", "44"])
    assert ran.exit_code == 2
    assert "There is no lesson 44" in ran.output


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    editions.start(tmp_path / "course")
    monkeypatch.chdir(tmp_path / "course")
    return tmp_path / "course"


def said(course: Path, objective: int, lesson: str = "Lesson 2, The stride") -> str:
    """Return what is said of a lesson's objective."""
    block = progress(course).partition(f"{lesson}\n")[2]
    return block.partition(f"  {objective}. ")[2].partition("\n")[0].rpartition(": ")[2]


def test_a_new_course_has_nothing_done(course: Path) -> None:
    told = progress(course)
    assert told.count(": not begun") == len(LESSONS)
    assert "Choose one in lesson 0" in told


def test_each_objective_is_told_by_its_tasks(course: Path) -> None:
    lessons.task("02.soleus").check("24")
    assert said(course, 4) == "not right yet (1 try)"
    lessons.task("02.soleus").hint()
    lessons.task("02.soleus").check("8")
    assert said(course, 4) == "done (2 tries, 1 hint)"
    assert said(course, 1) == "open"
    lessons.task("03.guess").check("fewer injuries")
    assert said(course, 3, "Lesson 3, Why strength") == "open"  # a guess proves nothing


def test_an_objective_without_a_task_is_told_by_the_quiz(course: Path) -> None:
    (item,) = (item for item in lessons.quiz_items("04", 7) if item.id == "04.quiz6")
    box = lessons.quiz("04", 7).children[5]
    right = next(option.text for option in item.options if option.right)
    box.check(next(word for word in item.shown() if word != right))
    four = "Lesson 4, Choosing exercises"
    assert said(course, 5, four) == "not right yet (1 try)"
    box.check(right)
    assert said(course, 5, four) == "done (2 tries)"
    assert "Quiz, paper 7: 1 of 6 right, 0 at the first try" in progress(course)


def test_what_is_missing_of_an_objective_is_named(course: Path) -> None:
    for number in range(1, 6):
        (item,) = (one for one in lessons.quiz_items("09", 7) if one.id == f"09.quiz{number}")
        box = lessons.quiz("09", 7).children[number - 1]
        box.check(next(option.text for option in item.options if option.right is (number < 5)))
    nine = "Lesson 9, Case studies"
    assert said(course, 5, nine).endswith("question 5 of quiz paper 7")
    assert "4 of 5 done (5 tries); still missing: " in progress(course)


def test_what_is_kept_and_what_was_set_aside_is_told(course: Path) -> None:
    lessons.keep("season", Season("2027-09-05"))
    assert "Noor (goes through the course): kept season" in progress(course)
    (course / record.FILE).write_text("{")
    assert "was damaged" in progress(course)
    assert "Set aside earlier" in progress(course)


def test_questions_of_another_version_do_not_stop_it(course: Path) -> None:
    for name in ("02.gone", "02.quiz99@7", "02.quiz1@x", "77.what"):
        record.keep_answer(name, lambda before: before.judged(("a",), True))
    assert "Lesson 2, The stride" in progress(course)


def test_a_folder_without_a_course_is_told(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["progress", str(tmp_path)])
    assert isinstance(ran.exception, PlanError)
    assert "No course was started" in str(ran.exception)


def test_a_class_has_a_row_a_learner_and_says_where_it_is_stuck(course: Path) -> None:
    room = course.parent / "a class"
    (room / "Cem" / ".runplan").mkdir(parents=True)
    lessons.task("02.soleus").check("8")
    (room / "Anna.json").write_bytes((course / record.FILE).read_bytes())
    (course / record.FILE).unlink()
    for _ in range(3):
        lessons.task("02.soleus").check("24")
    (room / "Bo.json").write_bytes((course / record.FILE).read_bytes())
    (room / "Cem" / ".runplan" / "record.json").write_bytes((course / record.FILE).read_bytes())
    (room / "Dee.json").write_text("{")
    editions.start(room / "Eva")
    told = progress(room)
    rows = {line.split()[0]: line.split()[1:] for line in told.splitlines() if line}
    tasks = sum(not isinstance(one, Guess) for one in lessons.lesson_tasks("02").values())
    assert rows["Anna"][2] == f"1/{tasks}"
    assert rows["Bo"][2] == rows["Cem"][2] == f"0/{tasks}"
    assert rows["Anna"][3] == "–"
    assert "4 learners" in told
    assert set(rows["Eva"]) == {"–"}
    (stuck,) = (line for line in told.splitlines() if line.startswith("  lesson 2, task"))
    assert stuck.endswith(": Bo (3 tries) and Cem (3 tries)")
    assert "Dee.json is damaged, or is no learner's record." in told
    assert (room / "Dee.json").read_text() == "{"  # a student's file is only read
    assert "Lesson 2, The stride" in progress(room / "Anna.json")


def test_a_record_is_copied_to_where_it_is_found(course: Path, tmp_path: Path) -> None:
    lessons.task("02.soleus").check("8")
    words = ["progress", str(course), "--send", str(tmp_path / "anna.json")]
    ran = CliRunner().invoke(app, words)
    assert str(tmp_path / "anna.json") in ran.output
    assert record.load(tmp_path / "anna.json").answers["02.soleus"].solved
    again = CliRunner().invoke(
        app, ["progress", str(course), "--send", str(tmp_path / "anna.json")]
    )
    assert "is there already" in str(again.exception)
    nothing = CliRunner().invoke(app, ["progress", str(tmp_path), "--send", "x.json"])
    assert "Nothing was answered in" in str(nothing.exception)
