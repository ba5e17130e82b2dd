"""The planner command, without a browser; with one it is tried in tests/browser."""

from pathlib import Path

import nbformat
import pytest

from runplan import PlanError
from runplan.planner import planner


def test_its_page_holds_the_folder_as_text_and_goes_when_it_ends(tmp_path: Path) -> None:
    home = tmp_path / 'it\'s "mine"; import os'
    with planner(home) as command:
        assert home.is_dir()
        assert not list(home.iterdir())
        assert "--Voila.ip=127.0.0.1" in command
        assert "--Voila.auto_token=True" in command
        (page,) = (Path(word) for word in command if word.endswith(".ipynb"))
        assert home not in page.parents
        (cell,) = nbformat.read(page, as_version=4).cells
        assert cell.source.endswith(f"PlanBuilder(folder={str(home)!r})")
        compile(cell.source, "cell", "exec")
    assert not page.exists()


def test_a_folder_that_cannot_be_written_is_told_before_anything_starts(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(PlanError, match="cannot be kept"), planner(tmp_path / "file" / "plans"):
        pass
    assert (tmp_path / "file").read_text() == "mine"
