"""A lesson as slides: what stands on which, and what only the speaker sees."""

import re
import tempfile
from collections.abc import Callable
from math import ceil
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from runplan.errors import PlanError
from runplan.lessons import serving
from runplan.lessons.editions import lessons, read

# lines of text that a slide holds at full size; what is more is set smaller
FULL = 15
_PICTURE, _TOOL = 12, FULL  # below a picture goes a line that explains it, below a tool nothing
_CHARS = 62
_OPENS = ("slide", "subslide")


def lesson_file(number: int) -> Path:
    """Return a lesson's file by its number.

    >>> lesson_file(1).name
    '01_muscles_that_run.ipynb'
    """
    known = {int(path.name[:2]): path for path in lessons()}
    if number not in known:
        there = ", ".join(map(str, known))
        raise PlanError(f"There is no lesson {number}. The lessons are: {there}.")
    return known[number]


def deck(lesson: NotebookNode) -> NotebookNode:
    """Return a lesson cut into slides, with its solutions among the speaker's notes.

    A cell whose metadata opens a slide opens one. What no longer fits below goes on on another;
    a picture or a tool that follows prose gets one of its own.

    Parameters
    ----------
    lesson
        As stored: how much room a cell takes is read from its outputs.
    """
    made: NotebookNode = nbformat.from_dict(lesson)  # type: ignore[no-untyped-call]
    cells = []
    taken = 0
    for cell in made.cells:
        tags = cell.metadata.get("tags", [])
        if "solution" in tags:
            answer = _answer(cell)
            if answer:
                cells.append(answer)
            continue
        if "notes" not in tags:
            room = lines(cell)
            opens = cell.metadata.get("slideshow", {}).get("slide_type") in _OPENS
            if not opens and taken > 2 and taken + room > FULL:
                cell.metadata["slideshow"] = {"slide_type": "subslide"}
                opens = True
            taken = room if opens else taken + room
        cell.metadata.setdefault("slideshow", {})
        cells.append(cell)
    made.cells = cells
    return made


def lines(cell: NotebookNode) -> int:
    """Return about how many lines of a slide a cell takes.

    >>> lines(nbformat.v4.new_markdown_cell("## Two lines, of which one is empty"))
    2
    """
    if cell.cell_type == "markdown":
        rows = (row for row in cell.source.splitlines() if row.strip())
        return sum(ceil(len(row) / _CHARS) + row.startswith("#") for row in rows)
    outputs: list[NotebookNode] = cell.get("outputs", [])
    drawn = cell.source.rpartition("\n")[2].startswith("draw(")
    return sum(_of_output(output, _PICTURE if drawn else _TOOL) for output in outputs)


def _of_output(output: NotebookNode, picture: int) -> int:
    data: dict[str, str] = output.get("data", {})
    if "image/png" in data:
        return picture
    if "text/html" in data:
        return ceil(0.8 * data["text/html"].count("<tr>")) + 1
    text: str = data.get("text/plain", output.get("text", ""))
    return len(text.splitlines())


def _answer(cell: NotebookNode) -> NotebookNode | None:
    text = "".join(output.get("text", "") for output in cell.get("outputs", []))
    if not text.strip():
        return None
    quoted = re.sub(r"^", "> ", text.strip(), flags=re.MULTILINE)
    note: NotebookNode = nbformat.v4.new_markdown_cell(  # type: ignore[no-untyped-call]
        f"**Answer**\n\n{quoted}", metadata={"tags": ["notes"], "slideshow": {}}
    )
    return note


def present(number: int, ready: Callable[[str], None], slide: int = 1) -> int:
    """Show a lesson as slides in the browser until it is ended; return the exit code.

    Parameters
    ----------
    number
        Of the lesson.
    ready
        Called with the address, once the slides are there.
    slide
        Where to begin.

    Raises
    ------
    PlanError
        No such lesson.
    """
    path = lesson_file(number)
    with tempfile.TemporaryDirectory() as folder:
        shown = Path(folder) / path.name
        nbformat.write(deck(read(path)), shown)  # type: ignore[no-untyped-call]
        command = serving.voila(shown, "runplan-slides", "--VoilaConfiguration.strip_sources=False")

        def here(address: str) -> str:
            ready(f"{address}#{slide}")
            return f"{address}#{slide}"

        return serving.serve(command, here, RUNPLAN_LOOK="projector")
