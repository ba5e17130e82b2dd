"""The doctor finds each fault it knows; every fault here is a real one."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from runplan import tables
from runplan.cli import app
from runplan.doctor import Finding
from runplan.doctor.browser import drawing
from runplan.doctor.installed import data, front_ends, packages, python
from runplan.doctor.place import network, room


def faults(findings: Iterator[Finding]) -> list[Finding]:
    return [one for one in findings if one.level == "fault"]


def shadow(folder: Path, name: str, version: str, *more: str) -> None:
    """Put a package's description where Python looks first."""
    place = folder / f"{name}-{version}.dist-info"
    place.mkdir(parents=True)
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *more, ""]
    (place / "METADATA").write_text("\n".join(lines))


def test_this_installation_is_well(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["doctor", str(tmp_path)])
    assert ran.exit_code == 0, ran.output
    assert "✗" not in ran.output
    assert ran.output.endswith("All is well.\n")


def test_a_python_too_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shadow(tmp_path, "runplan", "9.0", "Requires-Python: >=3.99")
    monkeypatch.syspath_prepend(str(tmp_path))
    (fault,) = faults(python())
    assert ">=3.99" in fault.text


def test_a_package_too_old_and_one_that_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shadow(tmp_path, "attrs", "1.0")
    shadow(tmp_path, "runplan", "9.0", "Requires-Dist: attrs>=25.1", "Requires-Dist: not-there>=2")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert [fault.text for fault in faults(packages())] == [
        "attrs is 1.0; needed is attrs>=25.1.",
        "not-there is missing; needed is not-there>=2.",
    ]


def test_an_old_front_end_in_front(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "labextensions" / "anywidget"
    old.mkdir(parents=True)
    (old / "package.json").write_text(json.dumps({"name": "anywidget", "version": "0.2.1"}))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    (fault,) = faults(front_ends())
    assert "anywidget 0.2.1" in fault.text
    assert str(old) in fault.advice
    shutil.rmtree(old)
    assert faults(front_ends()) == []


def test_a_front_end_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path))
    lab = [sys.executable, "-m", "jupyterlab.labextensions"]
    subprocess.run([*lab, "disable", "--level=user", "anywidget"], check=True, capture_output=True)
    (fault,) = faults(front_ends())
    assert fault.text == "anywidget is switched off in JupyterLab."
    subprocess.run([*lab, "enable", "--level=user", "anywidget"], check=True, capture_output=True)
    assert faults(front_ends()) == []


def test_damaged_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "data"
    shutil.copytree(tables.DATA, copy)
    monkeypatch.setattr(tables, "DATA", copy)
    assert faults(data()) == []
    with (copy / "phases.csv").open("a") as table:
        table.write("\n")
    (copy / "bodymap.svg").unlink()
    said = " ".join(fault.text for fault in faults(data()))
    assert "phases.csv is not as it was written" in said
    assert "bodymap.svg is missing" in said


def test_a_table_that_tools_are_made_of_does_not_stop_the_doctor(tmp_path: Path) -> None:
    shutil.copytree(tables.DATA, tmp_path / "data")
    (tmp_path / "data" / "exercises.csv").unlink()
    asked = (
        "import sys, pathlib; from runplan import tables; tables.DATA = pathlib.Path(sys.argv[1]); "
        "sys.argv[1:] = ['doctor']; from runplan import cli; cli.run()"
    )
    command = [sys.executable, "-c", asked, str(tmp_path / "data")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "exercises.csv is missing" in done.stdout
    assert "Mend first what stands above" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_folder_that_cannot_be_written() -> None:
    (fault,) = faults(room(Path("/proc/course")))
    assert fault.text.startswith("Nothing can be written to /proc")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("needs root, to make a small disk")
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", tmp_path], check=True)
    yield tmp_path
    subprocess.run(["umount", tmp_path], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    (fault,) = faults(room(small_disk / "course"))
    assert fault.text.startswith("2 MB are free")


def test_no_way_within_the_computer() -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("needs root, to take the network away")
    look = "from runplan.doctor.place import network; print(*network())"
    ran = subprocess.run(
        ["unshare", "--net", sys.executable, "-c", look], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("✗ No connection within this computer")


def test_a_port_in_use_is_only_a_note() -> None:
    try:
        server = socket.create_server(("127.0.0.1", 8888))
    except OSError:  # somebody else uses it
        server = None
    (finding,) = network()
    assert finding.level == "note"
    if server:
        server.close()


def test_no_browser_is_only_a_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (finding,) = drawing()
    assert finding.level == "note"


def test_a_browser_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    (fault,) = faults(drawing(wait_s=2))
    assert str(broken) in fault.text


def test_a_kernel_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = tmp_path / "kernels" / "python3"
    spec.mkdir(parents=True)
    argv = ["/nowhere/python", "-f", "{connection_file}"]
    kernel = {"argv": argv, "display_name": "Python 3", "language": "python"}
    (spec / "kernel.json").write_text(json.dumps(kernel))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    (fault,) = faults(drawing(wait_s=15))
    assert fault.text.startswith("No control came up")


def test_a_fault_ends_with_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no browser: that takes its time
    ran = CliRunner().invoke(app, ["doctor", "/proc/course"])
    assert ran.exit_code == 1
    assert "✗ Nothing can be written to /proc" in ran.output
