"""The trainer's folder: nothing is written outside of it, nothing is lost, nothing written over."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from runplan import Drop, Plan, PlanError
from runplan.exports import FORMATS
from runplan.exports.desk import NOW, Desk, file_name


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_the_plan_comes_back_as_it_was_left(plan: Plan, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "new")
    nothing, said = desk.back()
    assert nothing is None
    assert "New here" in said
    for revision in range(3):
        assert str(tmp_path / "new" / NOW) in desk.keep(plan.replace(revision=revision))
    kept, said = Desk(tmp_path / "new").back()
    assert kept == plan.replace(revision=2)
    assert "Welcome back" in said
    assert "Noor" in said
    assert files(tmp_path / "new") == [NOW]


def test_a_killed_process_leaves_the_last_whole_plan(plan: Plan, tmp_path: Path) -> None:
    plan.save(tmp_path / "start.json")
    code = (
        "import itertools, sys\n"
        "from pathlib import Path\n"
        "from runplan import Plan\n"
        "from runplan.exports.desk import Desk\n"
        "home = Path(sys.argv[1])\n"
        "plan, desk = Plan.load(home / 'start.json'), Desk(home)\n"
        "for revision in itertools.count(1):\n"
        "    desk.keep(plan.replace(revision=revision))\n"
        "    print(revision, flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as working:
        assert working.stdout is not None
        said = [working.stdout.readline() for _ in range(20)]
        os.kill(working.pid, signal.SIGKILL)
        said += working.stdout.readlines()
    kept, _ = Desk(tmp_path).back()
    assert kept is not None
    last = max(int(line) for line in said if line.endswith("\n"))
    assert kept.revision in (last, last + 1)


def test_what_cannot_be_read_is_put_aside_not_written_over(plan: Plan, tmp_path: Path) -> None:
    for damage in ('{"schema_version": 1', "", '{"schema_version": 99}'):
        (tmp_path / NOW).write_text(damage)
        desk = Desk(tmp_path)
        nothing, said = desk.back()
        assert nothing is None
        assert "cannot be read" in said
        desk.keep(plan)
    assert {path.read_text() for path in tmp_path.glob("*damaged*")} == {
        '{"schema_version": 1',
        "",
        '{"schema_version": 99}',
    }
    assert Desk(tmp_path).back()[0] == plan


def test_two_windows_never_write_over_each_other(plan: Plan, tmp_path: Path) -> None:
    Desk(tmp_path).keep(plan)
    one, two = Desk(tmp_path), Desk(tmp_path)
    one.back()
    two.back()
    one.keep(plan.replace(revision=10))
    assert "Another window" in two.keep(plan.replace(revision=20))
    assert "Another window" not in two.keep(plan.replace(revision=21))
    one.keep(plan.replace(revision=11))
    kept = {path.name: Plan.load(path).revision for path in tmp_path.glob("*.json")}
    assert kept == {"planner.json": 11, "planner-2.json": 21}


def test_exports_of_a_later_plan_replace_those_of_the_same_and_no_others(
    plan: Plan, tmp_path: Path
) -> None:
    desk = Desk(tmp_path)
    other = Plan(plan.runner, plan.season, uid="another")
    first = desk.write(plan, FORMATS)
    assert [path.name for path in first] == [f"plan-Noor{suffix}" for suffix in FORMATS]
    assert desk.write(plan.replace(revision=7), [".ics"])[0] == first[0]
    assert desk.write(other, [".ics"])[0].name == "plan-Noor-2.ics"
    assert b"SEQUENCE:7" in first[0].read_bytes()
    (tmp_path / "plan-Ada.xlsx").write_bytes(b"mine")
    ada = plan.replace(runner=plan.runner.replace(name="Ada"))
    assert desk.write(ada, [])[0].name == "plan-Ada-2.json"
    assert (tmp_path / "plan-Ada.xlsx").read_bytes() == b"mine"


def test_nothing_leaves_the_folder(
    plan: Plan, nasty: str, nasty_plan: Plan, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    desk = Desk(home)
    for path in desk.write(nasty_plan, [".csv"]):
        assert path.parent == home
        assert path.name == file_name(nasty) + path.suffix
    for leading_out in ("..", "../other", "/etc", "a/../../b", "\0"):
        with pytest.raises(PlanError, match=r"leads out of|names no folder"):
            desk.write(plan, [".ics"], leading_out)
    assert (
        desk.write(plan, [".ics"], "spring/2027")[0] == home / "spring" / "2027" / "plan-Noor.ics"
    )
    assert files(tmp_path)[0] == "home"
    assert all(name.startswith("home") for name in files(tmp_path))


def test_starting_anew_puts_the_old_plan_aside(plan: Plan, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert desk.leave(plan) is None
    desk.keep(plan)
    aside = desk.leave(plan)
    assert aside is not None
    assert Plan.load(aside) == plan
    assert json.loads(aside.read_text(encoding="utf-8"))["uid"] == plan.uid


def test_a_folder_that_cannot_be_written_is_told(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(PlanError, match="cannot be written"):
        Desk(tmp_path / "file").keep(plan)
    with pytest.raises(PlanError, match="cannot be written"):
        Desk(tmp_path / "file").write(plan, [".ics"])


def test_what_a_calendar_would_keep_is_named(plan: Plan, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write(plan, [".ics"])
    assert desk.gone == ()
    first = plan.dated()[0]
    fewer = plan.replace(changes=[Drop(first.slot.week, first.slot.slot)])
    desk.write(fewer, [".ics"])
    (said,) = desk.gone
    assert said.startswith(f"{first.session.name} on {first.slot.date.day} ")
    desk.write(fewer, [".ics"])
    assert desk.gone == ()
    desk.write(plan, [".html"])  # no calendar was written over
    assert desk.gone == ()
