"""Each lesson runs alone: a student's edition, in a folder of its own, with the network cut.

The lessons are stored, and compared, as they are for Noor; here they run for others.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from runplan.lessons import editions, record, story
from runplan.lessons.layers import Case
from runplan.plan import Runner

# at home with two races in the south; a beginner with nothing, neither equipment nor a race
WHO = (story.CASES[2], Case(Runner("Åsa", 1, "none", "tue", ["mon", "sat"], ())))
UNSHARE = ["unshare", "--map-root-user", "--net"]
# Only this computer is left to talk to: kernels need it, and in a new network it is down.
RUN = """
import fcntl, socket, struct, sys
from pathlib import Path
import nbformat
from nbclient import NotebookClient

with socket.socket() as any_:
    fcntl.ioctl(any_, 0x8914, struct.pack("16sh", b"lo", 1 | 64))  # SIOCSIFFLAGS: up, running
with socket.socket() as out:
    out.settimeout(2)
    assert out.connect_ex(("192.0.2.1", 80)) != 0
path = Path(sys.argv[1])
NotebookClient(
    nbformat.read(path, as_version=4), resources={"metadata": {"path": path.parent}}
).execute()
"""


@pytest.fixture(scope="module")
def cut() -> list[str]:
    if not shutil.which("unshare") or subprocess.run([*UNSHARE, "true"], check=False).returncode:
        pytest.skip("needs Linux with namespaces, to cut the network")
    return [*UNSHARE, sys.executable, "-c", RUN]


@pytest.mark.parametrize("lesson", editions.lessons(), ids=lambda path: path.stem)
def test_a_lesson_runs_alone_and_running_all_of_it_keeps_nothing(
    lesson: Path, cut: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = tmp_path / "Łódź course"
    editions.start(course)
    monkeypatch.chdir(course)
    story.choose(WHO[int(lesson.name[:2]) % len(WHO)])
    before = record.read()
    for other in course.glob("*.ipynb"):
        if other.name != lesson.name:
            other.unlink()
    ran = subprocess.run(
        [*cut, str(course / lesson.name)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    assert record.read() == before
