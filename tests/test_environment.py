"""One lock for every way in: make, conda, Binder; and a package that carries its lessons."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


def lock(name: str) -> list[Requirement]:
    text = (ROOT / name).read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert all("--hash=sha256:" in line for line in lines)
    return [Requirement(line.partition("--hash")[0]) for line in lines]


def pins(requirements: list[Requirement], python: str) -> dict[str, str]:
    environment = {**default_environment(), "python_version": python}
    environment["python_full_version"] = f"{python}.0"
    return {
        canonicalize_name(requirement.name): str(requirement.specifier)
        for requirement in requirements
        if requirement.marker is None or requirement.marker.evaluate(environment)
    }


@pytest.mark.parametrize("python", PYTHONS)
def test_the_lock_holds_what_the_package_asks_for(python: str) -> None:
    assert python in SpecifierSet(PROJECT["project"]["requires-python"])
    wanted = {"requirements.txt": PROJECT["project"]["dependencies"]}
    wanted["requirements-test.txt"] = PROJECT["project"]["optional-dependencies"]["test"]
    for name, asked in wanted.items():
        held = pins(lock(name), python)
        for requirement in map(Requirement, asked):
            pinned = held[canonicalize_name(requirement.name)].removeprefix("==")
            assert pinned in requirement.specifier, requirement


@pytest.mark.parametrize("python", PYTHONS)
def test_the_tests_run_on_what_people_get(python: str) -> None:
    people, tests = (pins(lock(f"requirements{name}.txt"), python) for name in ("", "-test"))
    assert people.items() <= tests.items()


def test_no_lock_names_an_address() -> None:
    for name in ("requirements.txt", "requirements-test.txt"):
        assert not re.search(
            r"://|--index|--find-links|^-", (ROOT / name).read_text(), re.MULTILINE
        )


def test_the_package_has_lower_bounds_only() -> None:
    groups = [PROJECT["project"]["dependencies"]]
    groups += PROJECT["project"]["optional-dependencies"].values()
    for requirement in (Requirement(line) for group in groups for line in group):
        assert [part.operator for part in requirement.specifier] == [">="], requirement


def test_every_dependency_says_why() -> None:
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    for line in lines:
        if re.match(r'    "[\w-]+>=', line):
            assert re.search(r"# .{8,}", line), line


def test_conda_and_binder_install_the_same_lock() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    names = {re.split(r"[=<>]", part)[0] for part in environment["dependencies"]}
    assert names == {"python", "pip"}  # everything else comes from the lock
    (python,) = (part for part in environment["dependencies"] if part.startswith("python"))
    assert python.partition("=")[2] in PYTHONS
    makefile, post_build = (ROOT / "Makefile").read_text(), (ROOT / "postBuild").read_text()
    for step in ("--require-hashes -r requirements.txt", "--no-deps --no-build-isolation -e ."):
        assert step in makefile
        assert step in post_build
    assert os.access(ROOT / "postBuild", os.X_OK)


class Settings(dict[str, object]):
    """Stands for JupyterHub's settings: takes what is set on any part of them."""

    def __getattr__(self, name: str) -> "Settings":
        return self.setdefault(name, Settings())  # type: ignore[return-value]

    def __setattr__(self, name: str, value: object) -> None:
        self[name] = value


def test_both_kinds_of_hub_start_students_alike() -> None:
    settings = Settings()
    source = (ROOT / "deploy/hub/runplan_hub.py").read_text()
    exec(source, {"get_config": lambda: settings})
    spawner = settings.Spawner
    values = yaml.safe_load((ROOT / "deploy/hub/zero-to-jupyterhub.yaml").read_text())["singleuser"]
    assert values["cmd"] == spawner["cmd"]
    assert values["defaultUrl"] == spawner["default_url"]
    assert values["memory"]["limit"] == spawner["mem_limit"]
    first = str(spawner["default_url"]).removeprefix("/lab/tree/course/")
    assert (ROOT / "notebooks" / first).exists()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds nothing but the wheel."""
    work = tmp_path_factory.mktemp("wheel")
    build = [*(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps")]
    subprocess.run([*build, "--no-build-isolation", "-w", work, ROOT], check=True)
    (wheel,) = work.glob("runplan-*.whl")
    venv.create(work / "env", with_pip=True)
    python = work / "env" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", wheel], check=True)
    return python


def run(python: Path, folder: Path, *command: str) -> str:
    # what runplan depends on is read from this environment; its own editable runplan is not,
    # because the links in .pth files count only in an environment's own folder
    environment = os.environ | {"PYTHONPATH": sysconfig.get_path("purelib")}
    ran = subprocess.run(
        [python, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_wheel_shows_data_and_lessons_outside_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    says = "import runplan; print(runplan.__file__, len(runplan.load_exercises()))"
    where, rows = run(installed, tmp_path, "-c", says).split()
    assert Path(where).is_relative_to(installed.parent.parent)
    assert int(rows) == 100
    draws = "from runplan import *; print(draw(Muscle.find('soleus')).sentence)"
    assert "soleus" in run(installed, tmp_path, "-c", draws).lower()
    run(installed, tmp_path, "-m", "runplan.cli", "start", "my-course")
    lessons = sorted(path.name for path in (tmp_path / "my-course").glob("*.ipynb"))
    assert lessons == sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


def test_the_wheel_carries_what_the_checkout_has(installed: Path) -> None:
    (package,) = (installed.parent.parent / "lib").glob("python*/site-packages/runplan")
    for folder in ("data", "notebooks"):
        shipped = {path.name for path in (package / folder).iterdir() if path.is_file()}
        tracked = {path.name for path in (ROOT / folder).iterdir() if path.is_file()}
        assert shipped == tracked
    assert (package / "py.typed").exists()
    assert list(package.rglob("*.js"))
    settings = installed.parent.parent / "share/jupyter/lab/settings/overrides.d/runplan.json"
    assert settings.exists()


@pytest.mark.parametrize(
    ("python", "said"),
    [("no-such-python", "there is no no-such-python here"), ("old", "is too old")],
)
def test_a_machine_that_lacks_python_is_told_what_to_install(
    tmp_path: Path, python: str, said: str
) -> None:
    old = tmp_path / "old"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2"\nexit 1\n')
    old.chmod(0o755)
    command = python if python != "old" else str(old)
    ran = subprocess.run(
        ["sh", ROOT / "deploy" / "make-venv", command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert said in ran.stderr
    assert not (tmp_path / ".venv").exists()


def test_a_machine_without_venv_is_told_what_to_install(tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    bare.write_text(
        f'#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\nexec {sys.executable} "$@"\n'
    )
    bare.chmod(0o755)
    ran = subprocess.run(
        ["sh", ROOT / "deploy" / "make-venv", bare],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "sudo apt-get install python3-venv" in ran.stderr


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git: sudo apt-get install git")
def test_no_file_names_a_machine_s_path() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.suffix in {".py", ".ipynb", ".md", ".toml", ".txt", ".json", ".csv", ".js", ".css"}:
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"/(?:home|Users)/\w+/", text), name
