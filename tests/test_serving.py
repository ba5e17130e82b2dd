"""A tool without code ends with the command that opened it, and stands open once for a folder."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from runplan.alone import alone


@contextmanager
def planner(folder: Path, runtime: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the planner for a folder; give the process and what it says up to its address."""
    command = [sys.executable, "-m", "runplan.cli", "planner", str(folder)]
    known = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    known |= {"PYTHONUNBUFFERED": "1", "JUPYTER_RUNTIME_DIR": str(runtime)}
    with subprocess.Popen(command, env=known, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        said = ""
        for line in running.stdout:
            said += line
            if "http" in line:
                break
        try:
            yield running, said
        finally:
            running.kill()


def port(said: str) -> int:
    found = re.search(r"127\.0\.0\.1:(\d+)", said)
    assert found, said
    return int(found[1])


@pytest.mark.parametrize(
    "ending", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL], ids=["TERM", "Ctrl+C", "KILL"]
)
def test_the_server_ends_with_its_command(tmp_path: Path, ending: signal.Signals) -> None:
    with planner(tmp_path / "plans", tmp_path / "run") as (running, said):
        socket.create_connection(("127.0.0.1", port(said))).close()
        running.send_signal(ending)
        running.wait(timeout=60)
        assert running.stdout is not None
        running.stdout.read()  # until all that began with it have ended
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port(said)))


def test_a_second_planner_for_a_folder_leads_to_the_first(tmp_path: Path) -> None:
    plans, runtime = tmp_path / "plans", tmp_path / "run"
    with planner(plans, runtime) as (first, said):
        address = said.split()[said.split().index("at") + 1]
        with planner(tmp_path / "other", runtime) as (_, elsewhere):
            assert port(elsewhere) != port(said)
        with planner(tmp_path / "other" / ".." / "plans", runtime) as (second, again):
            assert f"open already, at {address}" in again
            assert second.wait(timeout=60) == 0
        assert first.poll() is None
        socket.create_connection(("127.0.0.1", port(said))).close()
        first.kill()
        first.wait(timeout=60)
    # killed, it left no lock
    with planner(plans, runtime) as (third, anew):
        assert "The planner is at" in anew
        assert third.poll() is None


def test_a_lock_goes_with_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "run" / "note"
    for text in ("one", ""):
        with alone(path) as mine:
            assert mine is not None
            assert path.read_text() == ""
            mine.write(text)
            mine.flush()
            with alone(path) as another:
                assert another is None
            assert path.read_text() == text
    assert path.stat().st_mode & 0o077 == 0
