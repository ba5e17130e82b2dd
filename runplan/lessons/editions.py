"""The lessons as they are handed out: a student's edition, an instructor's, a workspace."""

import hashlib
import json
from copy import deepcopy
from itertools import chain, count
from pathlib import Path
from textwrap import fill

import nbformat
from attrs import frozen
from nbformat import NotebookNode

from runplan.errors import PlanError
from runplan.files import write_whole
from runplan.lessons.record import SHIPPED, alone
from runplan.tables import HOME

# beside the package in a checkout, inside it in an installed wheel
NOTEBOOKS = HOME / "notebooks" if (HOME / "notebooks").is_dir() else HOME.parent / "notebooks"
FOR_INSTRUCTORS = frozenset({"solution", "notes"})
ASLEEP = "Asleep since the last time: choose Run → Run All Cells, in the menu, to wake the lesson."
_VIEW = "application/vnd.jupyter.widget-view+json"
_WIDE = 84  # characters that JupyterLab shows in a line


@frozen
class Delivery:
    """What happened to one lesson: its file, and "new", "same", "kept", "updated" or "beside"."""

    path: Path
    done: str

    def __str__(self) -> str:
        said = {
            "new": f"{self.path.name}: here",
            "same": f"{self.path.name}: here already",
            "kept": f"{self.path.name}: here already, with what you did in it",
            "updated": f"{self.path.name}: brought up to date, you had not changed it",
            "beside": f"{self.path.name}: the new version; your own, changed lesson stays as it is",
        }
        return said[self.done]


def lessons() -> list[Path]:
    """Return the lessons' files, in order."""
    return sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))


def lesson(number: int) -> Path:
    """Return a lesson's file by its number, or say which there are.

    >>> lesson(1).name
    '01_muscles_that_run.ipynb'
    """
    known = {int(path.name[:2]): path for path in lessons()}
    if number not in known:
        there = ", ".join(map(str, known))
        raise PlanError(f"There is no lesson {number}. The lessons are: {there}.")
    return known[number]


def title(path: Path) -> str:
    """Return a lesson's title.

    >>> title(lesson(1))
    'Muscles that run'
    """
    return str(read(path).cells[0].source.partition("\n")[0].removeprefix("# "))


def read(path: Path) -> NotebookNode:
    """Return one lesson as a notebook."""
    notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return notebook


def without_instructor(lesson: NotebookNode) -> NotebookNode:
    """Return a lesson without solutions and instructor's notes."""
    copy = deepcopy(lesson)
    copy.cells = [
        cell for cell in copy.cells if not FOR_INSTRUCTORS & set(cell.metadata.get("tags", []))
    ]
    return copy


def student_edition(lesson: NotebookNode) -> NotebookNode:
    """Return a lesson without solutions, instructor's notes and outputs."""
    copy = without_instructor(lesson)
    for cell in copy.cells:
        if cell.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
    return copy


def without_views(lesson: NotebookNode) -> NotebookNode:
    """Drop the links to widgets of a kernel that is gone; their pictures and texts stay."""
    for cell in lesson.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(_VIEW, None)
    return lesson


def rest(folder: Path) -> None:
    """Prepare the lessons of a folder for being opened again, with no kernel running.

    Where a tool or a task stood, JupyterLab then shows its picture or its text until the
    cells are run, not an error, and a line above it says how to wake it.
    """
    for name in (lesson.name for lesson in lessons()):
        path = folder / name
        if path.exists() and _VIEW in path.read_text(encoding="utf-8"):
            rested: str = nbformat.writes(_asleep(read(path)))  # type: ignore[no-untyped-call]
            write_whole(path, rested + "\n")


def _asleep(lesson: NotebookNode) -> NotebookNode:
    """Say above each output of a kernel that is gone that it sleeps; its text keeps its words."""
    for cell in lesson.cells:
        outputs = []
        for output in cell.get("outputs", []):
            if _VIEW in output.get("data", {}):
                data = {"text/html": f"<p><em>{ASLEEP}</em></p>", "text/plain": ASLEEP}
                outputs.append(nbformat.v4.new_output("display_data", data))  # type: ignore[no-untyped-call]
                # JupyterLab would break a long line in the middle of a word
                lines = output.data.get("text/plain", "").splitlines()
                output.data["text/plain"] = "\n".join(fill(line, _WIDE) for line in lines)
            outputs.append(output)
        if cell.cell_type == "code":
            cell.outputs = outputs
    return without_views(lesson)


def start(folder: str | Path, *, instructor: bool = False) -> list[Delivery]:
    """Copy the lessons into a folder of one's own; nothing there is ever overwritten.

    A lesson that was changed stays, and the new version is put beside it.

    Parameters
    ----------
    folder
        Made if it does not exist.
    instructor
        True copies everything; False leaves out solutions and notes.

    Raises
    ------
    PlanError
        The folder cannot be written, or is that of the course itself; it says what to do.
    """
    folder = Path(folder).expanduser()
    if folder.resolve() == NOTEBOOKS.resolve():
        raise PlanError(
            f"{folder} holds the course itself. Choose another folder, such as my-course."
        )
    done = []
    try:
        with alone(folder):
            shipped = _shipped(folder)
            for lesson in lessons():
                notebook = read(lesson)
                edition = notebook if instructor else student_edition(notebook)
                text: str = nbformat.writes(edition) + "\n"  # type: ignore[no-untyped-call]
                done.append(_deliver(folder / lesson.name, text, shipped))
                write_whole(folder / SHIPPED, json.dumps(shipped, indent=1) + "\n")
    except OSError as failed:
        raise PlanError(
            f"The lessons cannot be written to {folder}: {failed.strerror or failed}. "
            "Choose another folder, or make room there."
        ) from failed
    return done


def _deliver(path: Path, text: str, shipped: dict[str, str]) -> Delivery:
    new, last = _hash(text), shipped.get(path.name)
    here = _hash(path.read_text(encoding="utf-8")) if path.exists() else None
    shipped[path.name] = new
    if here == new:
        return Delivery(path, "same")
    if here in (None, last):
        write_whole(path, text)
        return Delivery(path, "updated" if here else "new")
    if new == last:
        return Delivery(path, "kept")
    beside = _free(path)
    write_whole(beside, text)
    return Delivery(beside, "beside")


def _free(path: Path) -> Path:
    """Return a name beside a lesson that no file has yet."""
    numbers = chain([""], map(" {}".format, count(2)))
    names = (path.with_name(f"{path.stem} (new version{number}).ipynb") for number in numbers)
    return next(name for name in names if not name.exists())


def _shipped(folder: Path) -> dict[str, str]:
    """Return name → hash of what was put here earlier; a damaged list counts as none."""
    try:
        listed = json.loads((folder / SHIPPED).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return listed if isinstance(listed, dict) else {}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
