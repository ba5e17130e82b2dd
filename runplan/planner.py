"""The PlanBuilder as an app without code: a page on this computer only, its files in one folder."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO

import nbformat
from jupyter_core.paths import jupyter_runtime_dir

from runplan.alone import alone
from runplan.errors import PlanError
from runplan.lessons import serving


def serve_planner(folder: Path, ready: Callable[[str], None], again: Callable[[str], None]) -> int:
    """Show the planner in the browser until it is ended; return the exit code.

    Parameters
    ----------
    folder
        Where plans are kept; made if it does not exist.
    ready
        Called with the address, once it listens.
    again
        Called with the address instead where a planner for this folder is open already: that
        one is shown once more, and nothing is started.

    Raises
    ------
    PlanError
        The folder cannot be written, or another planner is being started for it.
    """
    note = _note(folder)
    with alone(note) as mine:
        if mine is None:
            address = note.read_text("utf-8")
            if not address:
                raise PlanError(
                    "A planner for this folder is being started just now. Wait for it, or end it "
                    "in its window with Ctrl+C and start again."
                )
            again(address)
            serving.open_browser(address)
            return 0
        return _serve(folder, ready, mine)


def _serve(folder: Path, ready: Callable[[str], None], note: IO[str]) -> int:
    def here(address: str) -> str:
        note.write(address)
        note.flush()
        ready(address)
        return address

    with planner(folder) as command:
        return serving.serve(command, here)


def _note(folder: Path) -> Path:
    """Return where a folder's open planner says its address, secret and all: for this user only."""
    home = str(folder.expanduser().resolve())
    name = f"runplan-planner-{sha256(home.encode()).hexdigest()[:16]}"
    return Path(jupyter_runtime_dir()) / name


@contextmanager
def planner(folder: Path) -> Iterator[list[str]]:
    """Give the command that serves the planner for a folder, for as long as it is used."""
    home = folder.expanduser().resolve()
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as failed:
        raise PlanError(
            f"Plans cannot be kept in {home}: {failed.strerror or failed}. Choose another folder."
        ) from failed
    with tempfile.TemporaryDirectory() as place:
        page = Path(place) / "runplan planner.ipynb"
        nbformat.write(_page(home), page)  # type: ignore[no-untyped-call]
        yield serving.voila(page, "runplan")


def _page(home: Path) -> nbformat.NotebookNode:
    code = f"from runplan.widgets import PlanBuilder\n\nPlanBuilder(folder={str(home)!r})"
    cell = nbformat.v4.new_code_cell(code)  # type: ignore[no-untyped-call]
    kernel = {"name": "python3", "display_name": "Python 3"}
    page: nbformat.NotebookNode = nbformat.v4.new_notebook(  # type: ignore[no-untyped-call]
        cells=[cell], metadata={"kernelspec": kernel}
    )
    return page
