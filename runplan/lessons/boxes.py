"""Tasks in a notebook: a question with its controls, hints and feedback."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets
import traitlets
from attrs import evolve

from runplan.errors import PlanError
from runplan.lessons.record import Answer, keep_answer, kept_answer
from runplan.lessons.tasks import Choice, Feedback, Guess, Number, SetTool, Task
from runplan.widgets.tool import Tool, asset, colours


class TaskBox(anywidget.AnyWidget):
    """One task, answered and judged in place; nothing that gives the answer leaves Python.

    Parameters
    ----------
    task
        What is asked.
    tool
        The tool whose setting is judged, for a `SetTool` task.
    name
        Under which the answer is kept in a workspace; by default the task's own.

    Notes
    -----
    In a started workspace answers and hints are kept, and are there again after a restart.

    Examples
    --------
    >>> from runplan.lessons import task
    >>> print(task("01.widest").check("deltoid"))
    ✗ Not yet. Deltoid: that is the cap of the shoulder; "widest" is about the back.
    """

    _esm = asset("keys.js") + asset("unanswered.js") + asset("task.js", Path(__file__).parent)
    _css = colours() + asset("unanswered.css") + asset("task.css", Path(__file__).parent)
    title = traitlets.Unicode().tag(sync=True)
    prompt = traitlets.Unicode().tag(sync=True)
    kind = traitlets.Unicode().tag(sync=True)
    options = traitlets.List(traitlets.Unicode()).tag(sync=True)
    unit = traitlets.Unicode().tag(sync=True)
    story = traitlets.Unicode().tag(sync=True)
    given = traitlets.List(traitlets.Unicode()).tag(sync=True)  # kept, so that it shows again
    hints = traitlets.List(traitlets.Unicode()).tag(sync=True)
    more_hints = traitlets.Bool().tag(sync=True)
    feedback = traitlets.Dict().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)  # of an earlier day, or of what cannot be kept

    def __init__(self, task: Task, tool: Tool | None = None, name: str = "") -> None:
        if isinstance(task, SetTool) and tool is None:
            raise PlanError(
                f'Task {task.id} judges a tool: give it, as in task("{task.id}", tool).'
            )
        self.task, self._tool, self._tries = task, tool, 0
        self._name = name or task.id
        super().__init__(prompt=task.prompt, kind=_kind(task), more_hints=bool(task.hints))
        if isinstance(task, Choice):
            self.options = task.shown()
        if isinstance(task, Number):
            self.unit = task.unit
        if isinstance(task, SetTool):
            self.story = task.story
        self.on_msg(self._receive)
        self._restore()
        if tool is not None:
            # a verdict on a setting that has changed since would mislead
            tool.observe(lambda _change: setattr(self, "feedback", {}))

    def check(self, answer: Any = None) -> Feedback:
        """Judge an answer (for a tool's task: the tool as it stands) and show the verdict."""
        if isinstance(self.task, SetTool):
            assert self._tool is not None
            answer = self._tool.value
        judged = self.task.check(answer)
        self._show(judged)
        if judged.right is not None or (answer and isinstance(self.task, Guess)):
            given = self._setting() if isinstance(self.task, SetTool) else _words(answer)
            self._keep(lambda before: before.judged(given, judged.right))
        return judged

    def hint(self) -> str:
        """Show the next hint and return it."""
        self._show_hints(len(self.hints) + 1)
        self._keep(lambda before: evolve(before, hints=max(before.hints, len(self.hints))))
        return self.hints[-1] if self.hints else ""

    def _show(self, judged: Feedback) -> None:
        # counted, so that the same verdict twice is still news to the browser
        self._tries += 1
        parts = [list(part) for part in judged.parts]
        shown = {"right": judged.right, "text": str(judged), "parts": parts, "try": self._tries}
        self.feedback = shown

    def _show_hints(self, number: int) -> None:
        self.hints = list(self.task.hints[:number])
        self.more_hints = len(self.hints) < len(self.task.hints)

    def _say(self, text: str) -> None:
        self.note = text

    def _keep(self, change: Callable[[Answer], Answer]) -> None:
        try:
            keep_answer(self._name, change, self._say)
        except PlanError as failed:
            self.note = str(failed)

    def _restore(self) -> None:
        """Show what was answered before; what was set in a tool only if it was right."""
        try:
            before = kept_answer(self._name, self._say)
        except PlanError as failed:
            self.note = str(failed)
            return
        self._show_hints(before.hints)
        if isinstance(self.task, SetTool):
            if before.solved:
                shown = before.right and self._set(before.given)
                then = "the tool shows how" if shown else "the tool begins anew"
                self.note = f"You have solved this before; {then}."
        elif before.given and set(before.given) <= set(self.options or before.given):
            self.given = list(before.given)
            self._show(self.task.check(_answer(self.kind, before.given)))
            if before.solved and not before.right:
                self.note = "You have solved this before."

    def _setting(self) -> tuple[str, ...]:
        """Return how the tool stands, if it is told in numbers and words."""
        names = self._tool.ANSWER if self._tool is not None else ()
        return tuple(json.dumps([name, getattr(self._tool, name)]) for name in names)

    def _set(self, given: Sequence[str]) -> bool:
        """Let the tool stand as it was kept; False if it cannot."""
        try:
            assert self._tool is not None
            for name, value in map(json.loads, given):
                self._tool.set_trait(name, value)
        except (PlanError, traitlets.TraitError, ValueError, TypeError):
            return False
        return bool(given)

    def describe(self) -> str:
        """Return the question with its options, as text."""
        box = "[ ]" if self.kind == "several" else "( )"
        told = f"{self.story}\n\n" if self.story else ""
        return "".join([told, self.prompt, *(f"\n  {box} {word}" for word in self.options)])

    def _receive(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("do") == "hint":
            self.hint()
        elif content.get("do") == "check":
            given = list(content.get("answer", []))
            self.check(_answer(self.kind, given))

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle: Any = super()._repr_mimebundle_(**kwargs)
        return bundle[0] | {"text/plain": self.describe()}, bundle[1]


def _answer(kind: str, given: Sequence[str]) -> str | list[str]:
    return "".join(given) if kind == "number" else list(given)


def _words(answer: Any) -> tuple[str, ...]:
    return tuple(answer) if isinstance(answer, (list, tuple, set)) else (str(answer),)


def _kind(task: Task) -> str:
    if isinstance(task, Choice):
        if isinstance(task, Guess):
            return "guess"
        return "several" if task.several else "one"
    return "number" if isinstance(task, Number) else "tool"


class ToolAndTask(ipywidgets.VBox):
    """A tool with its task below, which stays in sight while a tall tool is scrolled.

    Parameters
    ----------
    box
        The task.
    tool
        The tool that it judges.
    """

    def __init__(self, box: TaskBox, tool: Tool) -> None:
        self.box, self.tool = box, tool
        super().__init__([tool, box])
        box.add_class("runplan-task-in-sight")

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        # where no kernel runs, the words are enough: the tool holds nothing yet
        bundle: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        return bundle | {"text/plain": self.box.describe()}


class QuizBox(ipywidgets.VBox):
    """A lesson's quiz: its questions one below the other.

    Parameters
    ----------
    items
        The questions.
    seed
        Number of the paper: answers are kept for each paper.
    """

    def __init__(self, items: Sequence[Choice], seed: int = 1) -> None:
        boxes = [TaskBox(item, name=f"{item.id}@{seed}") for item in items]
        for number, box in enumerate(boxes, 1):
            box.title = f"Question {number} of {len(boxes)}"
        super().__init__(boxes)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        questions = "\n".join(box.describe() for box in self.children)
        return bundle | {"text/plain": questions}
