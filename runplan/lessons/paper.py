"""A lesson's quiz on paper, and its key: the same questions as on the screen with that seed."""

from runplan.lessons import editions, quiz_items
from runplan.lessons.tasks import Choice


def paper(lesson: str, seed: int = 1) -> str:
    """Return the questions with lettered options, to print and hand out.

    >>> print(paper("01", seed=7)[:22])
    Muscles that run
    Paper
    """
    items = quiz_items(lesson, seed)
    asked = (_asked(number, item) for number, item in enumerate(items, 1))
    return f"{_head(lesson, seed)}\nName: ________________________\n\n" + "\n\n".join(asked)


def key(lesson: str, seed: int = 1) -> str:
    """Return the letters of the right answers, each with its reason."""
    items = quiz_items(lesson, seed)
    right = (f"{number}. {_right(item)}" for number, item in enumerate(items, 1))
    return f"{_head(lesson, seed)}, key\n\n" + "\n".join(right)


def _head(lesson: str, seed: int) -> str:
    return f"{editions.title(editions.lesson(int(lesson)))}\nPaper {seed}"


def _asked(number: int, item: Choice) -> str:
    return "\n".join([f"{number}. {item.prompt}", *(f"   {line}" for line in _lettered(item))])


def _lettered(item: Choice) -> list[str]:
    return [f"{letter}) {word}" for letter, word in zip("abcdefgh", item.shown(), strict=False)]


def _right(item: Choice) -> str:
    (right,) = (option.text for option in item.options if option.right)
    return f"{'abcdefgh'[item.shown().index(right)]}) {item.solution()}"
