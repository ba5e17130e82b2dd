"""A lesson as slides: nothing lost, nothing of the speaker's on them, and room for each part."""

import re

import nbformat
import pytest

from runplan import PlanError
from runplan.lessons.editions import lesson, lessons, read
from runplan.lessons.slides import FULL, deck, lines


def cell(source: str, *tags: str, opens: str = "-", said: str = "") -> nbformat.NotebookNode:
    metadata = {"tags": list(tags), "slideshow": {"slide_type": opens}}
    if not said:
        return nbformat.v4.new_markdown_cell(source, metadata=metadata)
    output = nbformat.v4.new_output("stream", text=said)
    return nbformat.v4.new_code_cell(source, metadata=metadata, outputs=[output])


def opens(made: nbformat.NotebookNode) -> list[str]:
    return [
        part.source
        for part in made.cells
        if part.metadata.slideshow.get("slide_type") in ("slide", "subslide")
    ]


def test_what_no_longer_fits_goes_on_on_another_slide() -> None:
    long = "\n".join(f"Line {number}" for number in range(12))
    made = deck(
        nbformat.v4.new_notebook(cells=[cell("# One", opens="slide"), cell(long), cell(long)])
    )
    assert opens(made) == ["# One", long]


def pictured(source: str) -> nbformat.NotebookNode:
    picture = nbformat.v4.new_output(
        "display_data", data={"image/png": "AA==", "text/plain": "A picture."}
    )
    metadata = {"slideshow": {"slide_type": "subslide"}}
    return nbformat.v4.new_code_cell(source, metadata=metadata, outputs=[picture])


@pytest.mark.parametrize("before", ["## Look", "## Look\n\nAt the pairs, in a sentence:"])
def test_a_picture_stands_with_what_announces_it(before: str) -> None:
    made = deck(nbformat.v4.new_notebook(cells=[cell(before, opens="slide"), pictured("draw(x)")]))
    assert opens(made) == [before]


def test_a_picture_gets_a_slide_of_its_own_after_more_than_a_sentence() -> None:
    long = "\n".join(f"Line {number}" for number in range(6))
    made = deck(nbformat.v4.new_notebook(cells=[cell(long, opens="slide"), pictured("draw(x)")]))
    assert opens(made) == [long, "draw(x)"]


def test_what_a_colon_announces_stands_with_it() -> None:
    said = "\n".join(f"Line {number}" for number in range(7))
    for end, slides in ((":", 1), (".", 2)):
        cells = [cell(said + end, opens="slide"), pictured("draw(x)")]
        assert len(opens(deck(nbformat.v4.new_notebook(cells=cells)))) == slides


def test_a_question_about_a_tool_stands_with_it() -> None:
    asked = cell('task("05.mend", mine)', said="Mend it.\n" * 9)
    free = cell('task("05.count")', said="How many?\n" * 9)
    first = cell("**Task 4**", opens="slide")
    made = deck(nbformat.v4.new_notebook(cells=[first, pictured("mine"), asked, free]))
    assert opens(made) == ["**Task 4**", 'task("05.count")']


def test_what_is_for_somebody_alone_is_not_on_a_slide() -> None:
    made = deck(
        nbformat.v4.new_notebook(
            cells=[cell("# One", opens="slide"), cell("Press Shift + Enter.", opens="skip")]
        )
    )
    assert [part.source for part in made.cells] == ["# One"]


@pytest.mark.parametrize("path", lessons()[1:], ids=lambda path: path.stem)
def test_a_class_is_not_told_how_to_run_cells(path) -> None:
    """The first lesson teaches it; the others remind only somebody who reads alone."""
    shown = deck(read(path)).cells
    said = [part.source for part in shown if part.cell_type == "markdown"]
    said = [text for text in said if "Instructor" not in text and "## In one minute" not in text]
    told = r"Without a mouse|Run All Cells|seed=|run this cell"
    assert [text[:60] for text in said if re.search(told, text)] == []


def test_solutions_become_notes_and_notes_take_no_room() -> None:
    note = cell("> **Instructor · 3 min.** Ask.\n" * 20, "notes", opens="notes")
    made = deck(
        nbformat.v4.new_notebook(
            cells=[
                cell("# One", opens="slide"),
                cell("print(solution('x'))", "solution", said="42 <b>\nreally"),
                note,
                cell("Text."),
            ]
        )
    )
    assert opens(made) == ["# One"]
    assert [part.source for part in made.cells if "notes" in part.metadata.tags] == [
        "**Answer**\n\n> 42 <b>\n> really",
        note.source,
    ]


@pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)
def test_every_cell_of_a_lesson_is_on_a_slide_or_a_note(path) -> None:
    lesson = read(path)
    made = deck(lesson)
    wanted = [
        part.source
        for part in lesson.cells
        if "solution" not in part.metadata.get("tags", [])
        and part.metadata.slideshow.slide_type != "skip"
    ]
    kept = [part.source for part in made.cells if not part.source.startswith("**Answer**")]
    assert kept == wanted
    assert made.cells[0].metadata.slideshow.slide_type == "slide"


@pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)
def test_no_prose_needs_type_too_small_to_read(path) -> None:
    """A cell is not divided; one longer than this would be set below two thirds of full size."""
    for part in read(path).cells:
        tags = set(part.metadata.get("tags", []))
        if part.cell_type == "markdown" and not tags & {"notes", "solution"}:
            assert lines(part) <= 1.6 * FULL, part.source[:60]


def test_an_unknown_lesson_is_told() -> None:
    assert lesson(2).name == "02_the_stride.ipynb"
    with pytest.raises(PlanError, match="There is no lesson 77"):
        lesson(77)
