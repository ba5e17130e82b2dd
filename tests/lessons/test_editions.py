"""`runplan start`: nothing of the instructor's reaches a student, nobody's work is lost."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from typer.testing import CliRunner

from runplan import PlanError, lessons
from runplan.cli import app
from runplan.lessons import editions
from runplan.lessons.tasks import Choice

FIRST = editions.lessons()[0].name


def source(path: Path) -> str:
    return "\n".join(cell.source for cell in editions.read(path).cells)


def edit(path: Path, words: str = "my own words") -> str:
    notebook = editions.read(path)
    notebook.cells[0].source += f"\n{words}"
    nbformat.write(notebook, path)
    return path.read_text()


@pytest.mark.parametrize("lesson", editions.lessons(), ids=lambda path: path.stem)
def test_a_student_s_edition_holds_no_solution_and_no_notes(lesson: Path) -> None:
    whole, student = editions.read(lesson), editions.student_edition(editions.read(lesson))
    tags = {tag for cell in student.cells for tag in cell.metadata.get("tags", [])}
    assert not tags & editions.FOR_INSTRUCTORS
    left_out = [c for c in whole.cells if c not in student.cells and c.cell_type == "markdown"]
    text = "\n".join(cell.source for cell in student.cells)
    assert left_out
    assert "Instructor" not in text
    assert "solution" not in text
    assert not any(cell.source in text for cell in left_out)
    assert not any(cell.get("outputs") for cell in student.cells)
    for task in lessons.lesson_tasks(lesson.name[:2]).values():
        assert task.solution() not in text
        if isinstance(task, Choice):
            assert not any(option.why and option.why in text for option in task.options)


def test_an_instructor_gets_everything(tmp_path: Path) -> None:
    editions.start(tmp_path, instructor=True)
    assert source(tmp_path / FIRST) == source(editions.NOTEBOOKS / FIRST)


def test_a_second_start_is_harmless(tmp_path: Path) -> None:
    editions.start(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.glob("*") if path.is_file()}
    assert {delivery.done for delivery in editions.start(tmp_path)} == {"same"}
    assert {path: path.read_bytes() for path in tmp_path.glob("*") if path.is_file()} == before


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lessons of which a test may bring out a new version."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / FIRST).write_bytes((editions.NOTEBOOKS / FIRST).read_bytes())
    monkeypatch.setattr(editions, "NOTEBOOKS", folder)
    return folder


def test_a_lesson_one_has_worked_in_stays_alone_until_there_is_a_newer_one(
    tmp_path: Path, shelf: Path
) -> None:
    course = tmp_path / "course"
    editions.start(course)
    mine = edit(course / FIRST)
    (delivery,) = editions.start(course)
    assert delivery.done == "kept"
    assert [path.name for path in course.glob("*.ipynb")] == [FIRST]

    edit(shelf / FIRST, "new words")
    (delivery,) = editions.start(course)
    assert delivery.done == "beside"
    assert "your own, changed lesson stays" in str(delivery)
    assert "new words" in source(delivery.path)
    assert (course / FIRST).read_text() == mine

    assert [delivery.done for delivery in editions.start(course)] == ["kept"]
    assert len(list(course.glob("*.ipynb"))) == 2


def test_a_new_version_never_replaces_work_in_an_earlier_new_version(
    tmp_path: Path, shelf: Path
) -> None:
    course = tmp_path / "course"
    editions.start(course)
    edit(course / FIRST)
    edit(shelf / FIRST, "new words")
    (first,) = editions.start(course)
    mine = edit(first.path)
    edit(shelf / FIRST, "new words")
    (second,) = editions.start(course)
    assert second.path != first.path
    assert first.path.read_text() == mine


def test_an_untouched_lesson_is_brought_up_to_date(tmp_path: Path, shelf: Path) -> None:
    course = tmp_path / "course"
    editions.start(course)
    edit(shelf / FIRST, "new words")
    assert [delivery.done for delivery in editions.start(course)] == ["updated"]
    assert "new words" in source(course / FIRST)


def test_a_damaged_list_of_what_was_shipped_loses_nothing(tmp_path: Path) -> None:
    editions.start(tmp_path)
    mine = edit(tmp_path / FIRST)
    (tmp_path / ".runplan" / "shipped.json").write_text("{")
    editions.start(tmp_path)
    assert (tmp_path / FIRST).read_text() == mine


@pytest.mark.parametrize("name", ["with spaces", "Łódź – курс", "跑步", "a'b\"c"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    ran = CliRunner().invoke(app, ["start", str(tmp_path / name)])
    assert ran.exit_code == 0, ran.output
    assert (tmp_path / name / FIRST).exists()


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "course").write_text("a file")
    with pytest.raises(PlanError, match="Choose another folder"):
        editions.start(tmp_path / "course")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """As root a read-only folder is writable; the system's own one is not."""
    course = tmp_path / "course"
    course.mkdir()
    course.chmod(stat.S_IRUSR | stat.S_IXUSR)
    if os.geteuid() == 0:
        course = Path("/proc/course")
    with pytest.raises(PlanError, match="cannot be written"):
        editions.start(course)


def test_the_course_s_own_folder_is_no_workspace() -> None:
    with pytest.raises(PlanError, match="Choose another folder"):
        editions.start(editions.NOTEBOOKS, instructor=True)
    assert not (editions.NOTEBOOKS / ".runplan").exists()


# no file may grow beyond the given bytes: what a full disk is to a program
FULL = """
import resource, signal, sys
from runplan.cli import run
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
run()
"""


def start_on_a_full_disk(course: Path, room: int) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", FULL, str(room), "start", str(course), "--instructor"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="needs limits of the size of files")
def test_a_full_disk_leaves_the_old_files_whole(tmp_path: Path) -> None:
    editions.start(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.glob("*.ipynb")}
    ran = start_on_a_full_disk(tmp_path, room=20_000)
    assert ran.returncode == 2
    assert "cannot be written" in ran.stderr
    assert "make room there" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert {path: path.read_bytes() for path in tmp_path.glob("*.ipynb")} == before
    assert not list(tmp_path.rglob(".*.part"))

    done = {delivery.done for delivery in editions.start(tmp_path, instructor=True)}
    assert done == {"updated"}  # with room again, it goes on where it stopped


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="needs limits of the size of files")
def test_a_disk_that_fills_up_on_the_way_is_gone_on_with(tmp_path: Path) -> None:
    course = tmp_path / "course"
    sizes = [path.stat().st_size for path in editions.lessons()]
    ran = start_on_a_full_disk(course, room=max(sizes) - 1)
    assert ran.returncode == 2
    whole = {path.name for path in course.glob("*.ipynb")}
    assert all(source(course / name) for name in whole)
    editions.start(course, instructor=True)
    assert len(list(course.glob("*.ipynb"))) == len(sizes)


def test_two_starts_at_once_do_not_meet(tmp_path: Path) -> None:
    course = tmp_path / "course"
    command = [sys.executable, "-m", "runplan.cli", "start", str(course)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted(text.count(": here\n") for text in said) == [0, len(editions.lessons())]
    assert len(list(course.glob("*.ipynb"))) == len(editions.lessons())


def test_a_lesson_saved_yesterday_shows_pictures_not_dead_widgets(tmp_path: Path) -> None:
    editions.start(tmp_path)
    path = tmp_path / FIRST
    notebook = editions.read(path)
    dead = {"application/vnd.jupyter.widget-view+json": {"model_id": "gone"}}
    told = "a map " * 30
    shown = nbformat.v4.new_output("execute_result", {"text/plain": told, **dead})
    cell = next(cell for cell in notebook.cells if cell.cell_type == "code")
    cell.outputs = [shown]
    cell.source += "  # mine"
    nbformat.write(notebook, path)
    editions.rest(tmp_path)
    said, output = next(c for c in editions.read(path).cells if c.cell_type == "code").outputs
    assert said.data["text/plain"] == editions.ASLEEP
    assert set(output.data) == {"text/plain"}
    lines = output.data["text/plain"].splitlines()
    assert " ".join(lines).split() == told.split()  # no word is broken in two
    assert max(map(len, lines)) < 90
    assert "# mine" in source(path)
    before = path.stat().st_mtime_ns
    editions.rest(tmp_path)  # nothing to do: the file is not touched
    assert path.stat().st_mtime_ns == before


def test_opening_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["lab", str(tmp_path)])
    assert isinstance(ran.exception, PlanError)
    assert "runplan start" in str(ran.exception)


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(app, ["--version"]).output.startswith("runplan 0.")
