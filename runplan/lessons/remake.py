"""Run lessons on fresh kernels and store them so that no change gives no difference.

`python -m runplan.lessons.remake notebooks/*.ipynb` needs the test requirements.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from runplan.lessons.editions import without_views


def normalise(lesson: NotebookNode) -> NotebookNode:
    """Drop what differs between two runs: widget ids and state, versions, timings.

    What stays is what a reader sees without a kernel: text, tables, and each tool's
    picture with its sentence.
    """
    lesson.metadata.pop("widgets", None)
    lesson.metadata["language_info"] = {"name": "python"}
    for number, cell in enumerate(lesson.cells, 1):
        cell["id"] = f"c{number:02d}"
        cell.metadata.pop("execution", None)
    return without_views(lesson)


def remake(path: Path) -> None:
    """Execute one lesson in its own folder and write it back."""
    lesson = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(
        lesson,
        coalesce_streams=True,  # a print may come in two pieces
        resources={"metadata": {"path": path.parent}},
    ).execute()
    nbformat.write(normalise(lesson), path)  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    for name in sys.argv[1:]:
        remake(Path(name))
        sys.stdout.write(f"{name}\n")
