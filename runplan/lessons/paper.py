"""A lesson's quiz on paper, and its key: the same questions as on the screen with that seed."""

from pathlib import Path

from runplan.files import write_whole
from runplan.lessons import editions, quiz_items
from runplan.lessons.tasks import Choice

_TEMPLATE = Path(__file__).parent / "pages" / "paper.html.j2"


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


def write(lesson: str, seed: int, folder: Path) -> list[Path]:
    """Write the paper and its key as pages of A4 that any browser prints; return their files."""
    from jinja2 import Environment

    template = Environment(autoescape=True).from_string(_TEMPLATE.read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    asked = quiz_items(lesson, seed)
    pages = {"": (False, asked), "-key": (True, [_right(item) for item in asked])}
    files = []
    for ending, (is_key, items) in pages.items():
        files.append(folder / f"quiz-{int(lesson)}-paper-{seed}{ending}.html")
        title = editions.title(editions.lesson(int(lesson)))
        write_whole(files[-1], template.render(title=title, seed=seed, key=is_key, items=items))
    return files


def _head(lesson: str, seed: int) -> str:
    return f"{editions.title(editions.lesson(int(lesson)))}\nPaper {seed}"


def _asked(number: int, item: Choice) -> str:
    return "\n".join([f"{number}. {item.prompt}", *(f"   {line}" for line in _lettered(item))])


def _lettered(item: Choice) -> list[str]:
    return [f"{letter}) {word}" for letter, word in zip("abcdefgh", item.shown(), strict=False)]


def _right(item: Choice) -> str:
    (right,) = (option.text for option in item.options if option.right)
    return f"{'abcdefgh'[item.shown().index(right)]}) {item.solution()}"
