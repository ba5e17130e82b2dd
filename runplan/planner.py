"""The PlanBuilder as an app without code: a page on this computer only, its files in one folder."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat

from runplan.errors import PlanError
from runplan.lessons import serving


def serve_planner(folder: Path, ready: Callable[[str], None]) -> int:
    """Show the planner in the browser until it is ended; return the exit code.

    Parameters
    ----------
    folder
        Where plans are kept; made if it does not exist.
    ready
        Called with the address, once it listens.

    Raises
    ------
    PlanError
        The folder cannot be written.
    """

    def here(address: str) -> str:
        ready(address)
        return address

    with planner(folder) as command:
        return serving.serve(command, here)


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
