"""How everything looks: the same few colours for Matplotlib and for the browser.

No Matplotlib here, so that a widget can ask for a colour without its cost.
"""

from typing import Literal

from attrs import frozen

from runplan.errors import unknown

Name = Literal["light", "dark"]


@frozen
class Theme:
    """Colours as hex words.

    Parameters
    ----------
    paper, ink, quiet
        Ground, text, and second-rank text; ink and quiet reach 4.5:1 on paper.
    body, tone, muscle, mark, edge
        Silhouette, what is on it but has no name here, a muscle at rest, the marked
        muscle, and its outline.
    kinds
        Up to six kinds told apart; each has a hatch too, so that colour is never
        the only sign.
    """

    paper: str
    ink: str
    quiet: str
    body: str
    tone: str
    muscle: str
    mark: str
    edge: str
    kinds: tuple[str, ...]


THEMES: dict[str, Theme] = {
    "light": Theme(
        paper="#ffffff",
        ink="#1d232b",
        quiet="#59626d",
        body="#e4ded5",
        tone="#d3c9bd",
        muscle="#c08f78",
        mark="#b3261e",
        edge="#1d232b",
        kinds=("#3f74b5", "#dd9a2b", "#2f9a80", "#a4558f", "#c9603f", "#76808c"),
    ),
    "dark": Theme(
        paper="#16191d",
        ink="#eceff3",
        quiet="#a9b2bd",
        body="#363b42",
        tone="#474d55",
        muscle="#a87a66",
        mark="#ff8a7a",
        edge="#ffffff",
        kinds=("#6fa3e0", "#e8b45a", "#55c2a6", "#cf86bb", "#e58a6c", "#9aa5b1"),
    ),
}

# the same order for hatches in Matplotlib and patterns in the browser
HATCHES = ("", "///", "...", "\\\\\\", "xxx", "---")


def theme(name: Name = "light") -> Theme:
    """Return a theme by name.

    >>> theme("dark").paper
    '#16191d'
    """
    if name not in THEMES:
        raise unknown("theme", name, THEMES)
    return THEMES[name]
