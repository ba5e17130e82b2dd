"""What lessons are made of: tasks, quizzes, sources, and the editions that are handed out."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from runplan.errors import PlanError, unknown
from runplan.lessons.sources import Sources as sources  # noqa: N813  read as a verb in a lesson
from runplan.lessons.story import keep, kept, made_of, my_races, my_runner, recall

if TYPE_CHECKING:
    from types import ModuleType

    from runplan.lessons.boxes import QuizBox, TaskBox, ToolAndTask
    from runplan.lessons.tasks import Choice, Task
    from runplan.widgets.tool import Tool

__all__ = [
    "keep",
    "kept",
    "key",
    "made_of",
    "my_races",
    "my_runner",
    "objectives",
    "quiz",
    "recall",
    "solution",
    "sources",
    "task",
    "tool_with_task",
]


_CONTENT = Path(__file__).parent / "content"


def task(name: str, tool: Tool | None = None) -> TaskBox:
    """Show a task.

    Parameters
    ----------
    name
        Lesson and task, for example "01.widest".
    tool
        The tool that the task judges, where it does.

    Raises
    ------
    PlanError
        No such task, with the nearest names.
    """
    from runplan.lessons.boxes import TaskBox

    return TaskBox(find_task(name), tool)


def tool_with_task(name: str, tool: Tool) -> ToolAndTask:
    """Show a tool with a task below it, which stays in sight while the tool is scrolled."""
    from runplan.lessons.boxes import ToolAndTask

    return ToolAndTask(task(name, tool), tool)


def quiz(lesson: str, seed: int = 1) -> QuizBox:
    """Show a lesson's quiz; the same seed gives the same paper on every computer."""
    from runplan.lessons.boxes import QuizBox

    return QuizBox(quiz_items(lesson, seed), seed)


def solution(name: str) -> str:
    """Return a task's right answer, for the instructor."""
    return find_task(name).solution()


def key(lesson: str, seed: int = 1) -> str:
    """Return a quiz's right answers, for the instructor.

    >>> key("01", seed=1).splitlines()[0][:2]
    '1.'
    """
    items = enumerate(quiz_items(lesson, seed), 1)
    return "\n".join(f"{number}. {item.solution()}" for number, item in items)


def objectives(lesson: str) -> tuple[str, ...]:
    """Return what a student can do at the end of a lesson.

    >>> objectives("01")[1]
    'give the right anatomical term for a loose or mistranslated word'
    """
    return tuple(_content(lesson).OBJECTIVES)


def quiz_items(lesson: str, seed: int) -> list[Choice]:
    """Return a quiz's questions."""
    items: list[Choice] = _content(lesson).quiz(Random(seed))
    return items


@cache
def lesson_tasks(lesson: str) -> dict[str, Task]:
    """Return a lesson's tasks by name."""
    return {task.id: task for task in _content(lesson).tasks()}


def find_task(name: str) -> Task:
    """Return a task by name, or say which there are."""
    known = lesson_tasks(name.partition(".")[0])
    if name not in known:
        raise unknown("task", name, known)
    return known[name]


def _content(lesson: str) -> ModuleType:
    try:
        return import_module(f"runplan.lessons.content.lesson_{lesson}")
    except ModuleNotFoundError as missing:
        there = sorted(path.stem[-2:] for path in _CONTENT.glob("lesson_*.py"))
        raise PlanError(
            f'There is no lesson "{lesson}". Lessons are named by two digits: {", ".join(there)}.'
        ) from missing
