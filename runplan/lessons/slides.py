"""A lesson as slides: what stands on which, and what only the speaker sees."""

import re
import tempfile
from collections.abc import Callable
from math import ceil
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from runplan.lessons import editions, serving

# lines of text that a slide holds at full size; what is more is set smaller
FULL = 16
# a picture or a tool fills what a heading and a sentence leave
_SHOWN = 11
# what is announced by a colon may need so many lines more
_ANNOUNCES = 4
_CHARS = 62
_OPENS = ("slide", "subslide")
_TITLED = re.compile(r"#|\*\*(Task \d|(And|For) your runner)")
# a question about a tool, and a quiz, which asks one question at a time
_STAYS = re.compile(r'^(task\("[\w.]+", |quiz\()', re.MULTILINE)


def deck(lesson: NotebookNode) -> NotebookNode:
    """Return a lesson cut into slides, with its solutions among the speaker's notes.

    A cell whose metadata opens a slide opens one, a subslide only where it has a heading or does
    not fit below. What no longer fits goes on on another slide; a picture or a tool takes what a
    heading and a sentence leave, and keeps the question about it. What is to be skipped is for
    somebody who reads alone.

    Parameters
    ----------
    lesson
        As stored: how much room a cell takes is read from its outputs.
    """
    made: NotebookNode = nbformat.from_dict(lesson)  # type: ignore[no-untyped-call]
    cells = []
    taken = announced = 0
    for cell in made.cells:
        tags = cell.metadata.get("tags", [])
        kind = cell.metadata.setdefault("slideshow", {}).get("slide_type")
        if kind == "skip":  # for somebody who reads alone
            continue
        if "solution" in tags:
            answer = _answer(cell)
            if answer:
                cells.append(answer)
            continue
        if "notes" not in tags:
            room = lines(cell)
            opens = _opens(cell, kind, taken - announced, room)
            announced = _ANNOUNCES * cell.source.endswith(":")
            opened = kind if kind in _OPENS else "subslide"
            cell.metadata["slideshow"] = {"slide_type": opened if opens else "-"}
            taken = room if opens else taken + room
        cells.append(cell)
    made.cells = cells
    return made


def _opens(cell: NotebookNode, kind: str | None, taken: int, room: int) -> bool:
    """Say whether a cell opens a slide."""
    if kind == "slide":
        return True
    if _STAYS.search(cell.source):
        return False
    full = taken > 2 and taken + room > FULL
    titled = cell.cell_type == "markdown" and _TITLED.match(cell.source)
    return full or (kind == "subslide" and bool(titled))


def lines(cell: NotebookNode) -> int:
    """Return about how many lines of a slide a cell takes.

    >>> lines(nbformat.v4.new_markdown_cell("## Two lines, of which one is empty"))
    2
    """
    if cell.cell_type == "markdown":
        rows = (row for row in cell.source.splitlines() if row.strip())
        return sum(ceil(len(row) / _CHARS) + row.startswith("#") for row in rows)
    outputs: list[NotebookNode] = cell.get("outputs", [])
    return sum(map(_of_output, outputs))


def _of_output(output: NotebookNode) -> int:
    data: dict[str, str] = output.get("data", {})
    if "image/png" in data:
        return _SHOWN
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
    path = editions.lesson(number)
    with tempfile.TemporaryDirectory() as folder:
        shown = Path(folder) / path.name
        nbformat.write(deck(editions.read(path)), shown)  # type: ignore[no-untyped-call]
        command = serving.voila(shown, "runplan-slides", "--VoilaConfiguration.strip_sources=False")

        def here(address: str) -> str:
            ready(f"{address}#{slide}")
            return f"{address}#{slide}"

        return serving.serve(command, here, RUNPLAN_LOOK="projector")
