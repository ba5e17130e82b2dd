"""Every lesson keeps the one form: a reader, a student and an instructor find the same things."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from nbformat import NotebookNode

from runplan import lessons, tables
from runplan.lessons import editions
from runplan.lessons.tasks import Guess, SetTool

LESSONS = editions.lessons()
SECTIONS = [
    "Predict",
    "Explore",
    "Explain",
    "Worked example",
    "Your turn",
    "Quiz",
    "In one minute",
    "Sources",
    "Next",
]
lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


def text(notebook: NotebookNode) -> str:
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_lessons() -> None:
    assert LESSONS


@lesson
def test_sections_stand_in_order(path: Path) -> None:
    notebook = editions.read(path)
    assert notebook.cells[0].source.startswith("# ")
    assert re.search(r"^After this lesson you can .*\.$", notebook.cells[0].source, re.MULTILINE)
    headings = re.findall(r"^## (.+)$", text(notebook), re.MULTILINE)
    assert headings == SECTIONS


@lesson
def test_objectives_are_those_of_the_tasks(path: Path) -> None:
    number = path.name[:2]
    listed = re.findall(r"^\d\. (.+)$", editions.read(path).cells[1].source, re.MULTILINE)
    assert tuple(listed) == lessons.objectives(number)
    assert 3 <= len(listed) <= 5
    tasks = lessons.lesson_tasks(number).values()
    tested = {task.objective for task in tasks if not isinstance(task, Guess)}
    tested |= {item.objective for item in lessons.quiz_items(number, seed=1)}
    assert tested == set(range(1, len(listed) + 1))


@lesson
def test_every_task_is_asked_and_solved(path: Path) -> None:
    cells = code(editions.read(path))
    asked = [
        name for cell in cells for name in re.findall(r'(?:\b|_)task\("([\d.\w]+)"', cell.source)
    ]
    solved = [
        name
        for cell in cells
        if "solution" in cell.metadata.get("tags", [])
        for name in re.findall(r'solution\("([\d.\w]+)"', cell.source)
    ]
    tasks = lessons.lesson_tasks(path.name[:2])
    assert asked == list(tasks)
    guess, *work = tasks
    assert isinstance(tasks[guess], Guess)
    assert solved == work
    assert 2 <= len(work) <= 4
    assert any(isinstance(tasks[name], SetTool) for name in work)  # one by moving controls
    assert 4 <= len(lessons.quiz_items(path.name[:2], seed=1)) <= 6


@lesson
def test_code_is_short_and_holds_no_wiring(path: Path) -> None:
    for cell in code(editions.read(path)):
        lines = cell.source.splitlines()
        assert len(lines) < 12
        for line in lines:
            if "import" in line.split():
                assert re.match(r"from runplan[\w.]* import ", line), line
        assert not re.search(r"observe|interact|Output\(|display\(|matplotlib", cell.source)


@lesson
def test_a_kept_tool_begins_with_what_was_kept(path: Path) -> None:
    """Or running all cells would put the tool's beginning over a student's own."""
    said = "\n".join(cell.source for cell in code(editions.read(path)))
    for layer, tool in re.findall(r'\bkeep\("(\w+)", (\w+)\)', said):
        made = re.search(rf"^{tool} = (.+)", said, re.MULTILINE)
        assert made
        assert made[1] == "BodyMap()" or f'kept("{layer}")' in made[1]


@lesson
def test_links_between_lessons_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)]+)\)", text(editions.read(path))):
        assert (path.parent / target).exists(), target


@lesson
def test_its_last_line_leads_back_to_its_top(path: Path) -> None:
    """Where JupyterLab may have left a student who ran all cells."""
    cells = editions.read(path).cells
    title = cells[0].source.partition("\n")[0].removeprefix("# ")
    assert cells[-1].source.endswith(f"[back to the top](#{title.replace(' ', '-')}).")


@lesson
def test_every_picture_has_its_sentence(path: Path) -> None:
    for cell in code(editions.read(path)):
        for output in cell.outputs:
            data = output.get("data", {})
            if "image/png" in data:
                assert re.match(r"[A-Z\d].{20,}\.$", data["text/plain"], re.DOTALL)


@lesson
def test_it_has_slides_and_speaker_s_notes_with_minutes(path: Path) -> None:
    notebook = editions.read(path)
    assert all("slide_type" in cell.metadata["slideshow"] for cell in notebook.cells)
    notes = [cell for cell in notebook.cells if "notes" in cell.metadata.get("tags", [])]
    minutes = [int(n) for cell in notes for n in re.findall(r"Instructor · (\d+) min", cell.source)]
    assert len(minutes) == len(notes) >= 5
    promised = re.search(r"\*\*Time\*\* (\d+) minutes", text(notebook))
    assert promised
    assert 20 <= int(promised[1]) <= 40
    assert abs(sum(minutes) - int(promised[1])) <= 5
    assert all(
        "expect" in cell.source.lower() or "say" in cell.source.lower() for cell in notes[:4]
    )


@lesson
def test_sources_are_ours(path: Path) -> None:
    keys = set(tables.load_references().key)
    (cited,) = (cell.source for cell in code(editions.read(path)) if "sources(" in cell.source)
    assert set(re.findall(r'"(\w+)"', cited)) <= keys


@lesson
def test_it_is_stored_small_and_without_what_differs(path: Path) -> None:
    assert path.stat().st_size < 400_000
    notebook = editions.read(path)
    assert "widgets" not in notebook.metadata
    raw = path.read_text(encoding="utf-8")
    assert "widget-view" not in raw
    assert not re.search(r"/home/|/root/|/tmp/|0x[0-9a-f]{6}", raw)
    counts = [cell.execution_count for cell in code(notebook)]
    assert counts[0] == 1
    assert all(after - before == 1 for before, after in pairwise(counts))
    assert [cell.id for cell in notebook.cells] == [
        f"c{number:02d}" for number in range(1, len(notebook.cells) + 1)
    ]
    assert not any(o.output_type == "error" for cell in code(notebook) for o in cell.outputs)
