"""What all tools share: the model they edit, its picture where no kernel runs, the colours."""

from pathlib import Path
from typing import Any

import ipywidgets

from runplan.figures import still
from runplan.figures.theme import THEMES, Theme


class Tool(ipywidgets.VBox):
    """A box of controls around one model.

    A tool gives `value`, the model it edits, and `view`, the model whose picture it
    shows. Where no kernel runs (a repository's web page, an exported file) that picture
    stands in its place, with the view's sentence as its text.
    """

    value: Any
    view: Any
    # traits of numbers and words in which an answer to a task is kept for another day
    ANSWER: tuple[str, ...] = ()

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = super()._repr_mimebundle_(**kwargs)
        return bundle | still(self.view).bundle()


# how every control looks: its label in full before it
LABELLED: dict[str, Any] = {
    "style": {"description_width": "initial"},
    "layout": {"width": "auto", "max_width": "24rem"},
}


def asset(name: str, folder: Path = Path(__file__).parent) -> str:
    """Return a front-end file: of this package, or of another folder."""
    return (folder / name).read_text(encoding="utf-8")


def assets(folder: str, ending: str) -> str:
    """Return all front-end files of a folder of this package that end so, as one."""
    found = sorted((Path(__file__).parent / folder).glob(f"*{ending}"))
    return "\n".join(path.read_text(encoding="utf-8") for path in found)


def colours() -> str:
    """Return the theme's colours as CSS variables, light and dark."""
    light, dark = (_variables(THEMES[name]) for name in ("light", "dark"))
    return f'.runplan {{ {light} }}\n[data-jp-theme-light="false"] .runplan {{ {dark} }}\n'


def _variables(look: Theme) -> str:
    named = {
        key: getattr(look, key)
        for key in ("paper", "ink", "quiet", "body", "tone", "muscle", "mark", "edge")
    }
    named["high"] = look.levels[2]
    named |= {f"kind-{index}": colour for index, colour in enumerate(look.kinds)}
    return " ".join(f"--{key}: {colour};" for key, colour in named.items())
