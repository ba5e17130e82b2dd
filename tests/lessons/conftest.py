"""The answers that each lesson's tasks are tried with, one file a lesson in answers/."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from runplan import lessons
from runplan.lessons.boxes import TaskBox
from runplan.lessons.tasks import SetTool
from runplan.widgets.tool import Tool

FOLDER = Path(__file__).parent / "answers"


def _read(path: Path) -> ModuleType:
    spec = spec_from_file_location(f"answers_{path.stem}", path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Answers:
    """What is tried: task → (wrong, words of the feedback, right), and the tools judged."""

    def __init__(self) -> None:
        files = [_read(path) for path in sorted(FOLDER.glob("lesson_*.py"))]
        self.tried: dict[str, Any] = {k: v for file in files for k, v in file.ANSWERS.items()}
        self._tools: dict[str, Any] = {k: v for file in files for k, v in file.TOOLS.items()}

    def box(self, name: str) -> tuple[TaskBox, Tool | None]:
        """Return a task as a lesson shows it, with its tool where it judges one."""
        judged = isinstance(lessons.find_task(name), SetTool)
        tool = self._tools[name]() if judged else None
        return lessons.task(name, tool), tool

    def give(self, name: str, given: Any) -> TaskBox:
        """Answer as the browser does; for a tool's task, `given` is its traits or moves it."""
        box, tool = self.box(name)
        if callable(given):
            given(tool)
        elif tool is not None:
            for trait, setting in given.items():
                setattr(tool, trait, setting)
        box._handle_custom_msg({"do": "check", "answer": [] if tool else given}, [])
        return box


_ANSWERS = Answers()


@pytest.fixture(scope="session")
def answers() -> Answers:
    return _ANSWERS


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try a test that asks for an `answered` task with each of them."""
    if "answered" in metafunc.fixturenames:
        metafunc.parametrize("answered", list(_ANSWERS.tried))
