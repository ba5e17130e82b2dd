"""The `runplan` command as somebody types it: what it says, and how it ends."""

import contextlib
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest


def run(*words: str, folder: Path) -> tuple[int, str]:
    """Return the exit code, and all that was said, in one line."""
    command = [sys.executable, "-m", "runplan.cli", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    said = (done.stdout + done.stderr).replace("│", " ")
    assert "Traceback" not in said
    return done.returncode, " ".join(said.split())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["present", "77"], "There is no lesson 77. The lessons are: 0, 1, 2"),
        (["present", "five"], '"five" is not a number. Give one, such as 5.'),
        (["present"], "Missing argument 'LESSON'"),
        (["present", "5", "--slide", "0"], "'--slide'"),
        (["quiz", "77"], "There is no lesson 77. The lessons are: 0, 1, 2"),
        (["quiz", "5", "--seed", "-3"], "'--seed'"),
        (["quiz", "5", "--seed", "x"], "'--seed'"),
        (["start"], "Missing argument 'FOLDER'"),
        (["lab"], "runplan start my-course, then runplan lab my-course"),
        (["lab", "nowhere"], "There are no lessons in"),
        (["progress"], "No course was started in"),
        (["prezent", "5"], "No such command 'prezent'"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else "",
)
def test_a_slip_is_told_in_words_and_ends_with_2(
    words: list[str], told: str, tmp_path: Path
) -> None:
    code, said = run(*words, folder=tmp_path)
    assert told in said
    assert code == 2


def test_where_is_said_in_full(tmp_path: Path) -> None:
    """A dot at the end of a sentence reads as the folder above."""
    for command in ("lab", "progress"):
        assert str(tmp_path) in run(command, folder=tmp_path)[1]


@pytest.mark.parametrize(
    "command", ["start", "lab", "present", "planner", "progress", "quiz", "doctor", "site"]
)
def test_each_command_explains_itself(command: str, tmp_path: Path) -> None:
    code, said = run(command, "--help", folder=tmp_path)
    assert code == 0
    assert f"runplan {command}" in said or f"cli {command}" in said
    assert "[OPTIONS]" in said
    assert command in run("--help", folder=tmp_path)[1]


def test_the_lab_is_calm_and_one_ctrl_c_ends_it(tmp_path: Path) -> None:
    """In a real terminal: nothing there reads as a fault, and what ends it is what it says."""
    run("start", "course", folder=tmp_path)
    process, terminal = pty.fork()
    if not process:
        os.chdir(tmp_path)
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            os.environ.pop(name, None)
        os.environ["JUPYTER_RUNTIME_DIR"] = str(tmp_path / "run")
        os.execv(sys.executable, [sys.executable, "-m", "runplan.cli", "lab", "course"])
    said = ""
    while "http://127.0.0.1" not in said:
        said += os.read(terminal, 4096).decode()
    os.write(terminal, b"\x03")
    with contextlib.suppress(OSError):  # read on: until nobody has the terminal any more
        while os.read(terminal, 4096):
            pass
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    assert "To end: press Ctrl+C here." in said
    assert "warning" not in said.lower()
    assert "http://localhost" in said
    assert not list((tmp_path / "run").glob("jpserver-*.json"))
