"""Questions that answer back: what is asked, what is right, and what to look at again.

Nothing here draws anything; `runplan.lessons.boxes` shows these in a notebook.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Any

from attrs import field, frozen

from runplan.errors import PlanError

# a number as people write it or copy it from a page, then its unit or nothing
_NUMBER = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)) *(%|[^\W\d].*)?")
# 2,017 is 2.017 in one country and two thousand in another
_GROUPED = re.compile(r"([+-]?\d{1,3}(?:[., ']\d{3})+)(?!\d)")
_SIGNS = str.maketrans(",\N{MINUS SIGN}\N{EN DASH}\N{NO-BREAK SPACE}", ".-- ")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


@frozen
class Feedback:
    """What a student hears after an answer; `right` is None where nothing is judged.

    `parts` are single things that were looked at: whether each holds, and what it is.

    >>> print(Feedback(False, "soleus: it lies below."))
    ✗ Not yet. Soleus: it lies below.
    """

    right: bool | None
    text: str = field(converter=_sentence)
    parts: Sequence[tuple[bool, str]] = ()

    @property
    def verdict(self) -> str:
        """The verdict in a sign and a word."""
        return {True: "✓ Right.", False: "✗ Not yet.", None: ""}[self.right]

    def __str__(self) -> str:
        return f"{self.verdict} {self.text}".strip()


@frozen
class Option:
    """One possible answer: its words, whether it is right, and why or why not."""

    text: str
    right: bool
    why: str


def _texts(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


def _options(given: Iterable[Option]) -> tuple[Option, ...]:
    return tuple(given)


@frozen(kw_only=True)
class Task:
    """One question of a lesson.

    Parameters
    ----------
    id
        Lesson and name, for example "01.widest".
    objective
        Number of the lesson's objective that it tests.
    prompt
        The question.
    hints
        A ladder: each says a little more than the one before.
    """

    id: str
    objective: int
    prompt: str
    hints: tuple[str, ...] = field(converter=_texts)

    def check(self, answer: Any) -> Feedback:
        """Judge an answer."""
        raise NotImplementedError

    def solution(self) -> str:
        """Say the right answer, for the instructor."""
        raise NotImplementedError


@frozen(kw_only=True)
class Choice(Task):
    """Choose one option, or all that are right.

    Examples
    --------
    >>> task = Choice(
    ...     id="x", objective=1, prompt="Which lies at the back?", hints=[],
    ...     options=[Option("soleus", True, "It is calf."), Option("deltoid", False, "Shoulder.")],
    ... )
    >>> print(task.check("deltoid"))
    ✗ Not yet. Deltoid: Shoulder.
    """

    options: tuple[Option, ...] = field(converter=_options)
    several: bool = False

    def shown(self) -> list[str]:
        """Return the options' words in an order that does not give the answer away."""
        words = [option.text for option in self.options]
        Random(self.id).shuffle(words)
        return words

    def check(self, answer: str | Sequence[str]) -> Feedback:
        """Judge the chosen words."""
        chosen = {answer} if isinstance(answer, str) else set(answer)
        known = {option.text: option for option in self.options}
        for word in chosen:
            if word not in known:
                raise PlanError(f'"{word}" is not one of the options: {", ".join(known)}.')
        if not chosen:
            return Feedback(None, "Choose an answer first.")
        wrong = [known[word] for word in chosen if not known[word].right]
        missing = sum(option.right for option in self.options) - (len(chosen) - len(wrong))
        if wrong:
            told = [f"{one.text}: {one.why}" for one in sorted(wrong, key=self.options.index)]
            told += ["And something right is missing."] * (self.several and missing > 0)
            return Feedback(False, " ".join(told))
        if missing:
            return Feedback(False, "What you chose is right, and there is more to find.")
        return Feedback(True, self.solution())

    def solution(self) -> str:
        """Return the right options with their reasons."""
        return " ".join(f"{option.text}: {option.why}" for option in self.options if option.right)


@frozen(kw_only=True)
class Guess(Choice):
    """A guess before the picture: it is kept, not judged."""

    after: str

    def check(self, answer: str | Sequence[str]) -> Feedback:
        """Accept any option."""
        judged = super().check(answer)
        return judged if judged.right is None else Feedback(None, self.after)


@frozen(kw_only=True)
class Number(Task):
    """Give a number.

    Parameters
    ----------
    answer
        The right number, from the model.
    tolerance
        How far off still counts as right, in the same unit.
    unit
        What is counted or measured.
    low, high
        What to look at again when the answer is too low or too high.
    why
        What is said when it is right.
    slips
        Wrong numbers that people arrive at, each with what went wrong.
    """

    answer: float
    unit: str
    why: str
    low: str
    high: str
    tolerance: float = 0.0
    slips: Sequence[tuple[float, str]] = ()

    def check(self, answer: float | str) -> Feedback:
        """Judge a number; a decimal comma, a long minus and a unit after it are understood.

        So is a mark between thousands: of 2,017's two readings the nearer one counts.
        """
        text = str(answer).translate(_SIGNS).strip()
        if not text:
            return Feedback(None, f"Write a number first: how many {self.unit}?")
        whole = _GROUPED.sub(lambda found: re.sub("[., ']", "", found[1]), text, count=1)
        found = [_NUMBER.fullmatch(reading) for reading in (text, whole)]
        readings = [float(number[1]) for number in found if number]
        if not readings:
            return Feedback(False, f'"{answer}" is not a number. Write one, in {self.unit}.')
        given = min(readings, key=lambda reading: abs(reading - self.answer))
        if abs(given - self.answer) <= self.tolerance:
            return Feedback(True, self.why)
        slip = (said for wrong, said in self.slips if abs(given - wrong) <= self.tolerance)
        return Feedback(False, next(slip, self.low if given < self.answer else self.high))

    def solution(self) -> str:
        """Return the number with its unit."""
        return f"{self.answer:g} {self.unit} ({self.why})"


@frozen(kw_only=True)
class SetTool(Task):
    """Set a tool so that something holds.

    Parameters
    ----------
    judge
        Takes the tool's `value` and returns the feedback.
    goal
        The right setting in words.
    story
        What somebody says, to be read again at any time; "" is nothing.
    """

    judge: Callable[[Any], Feedback]
    goal: str
    story: str = ""

    def check(self, answer: Any) -> Feedback:
        """Judge the tool's model."""
        return self.judge(answer)

    def solution(self) -> str:
        """Return the right setting in words."""
        return self.goal
