"""How everything looks: the same few colours for Matplotlib and for the browser.

No Matplotlib here, so that a widget can ask for a colour without its cost; `style` returns its
settings as a plain dict, for `matplotlib.rc_context`.
"""

from typing import Any, Literal

from attrs import evolve, frozen

from runplan.errors import unknown

Name = Literal["light", "dark", "projector"]


@frozen
class Theme:
    """Colours as hex words, and how large type and lines are.

    Parameters
    ----------
    paper, ink, quiet
        Ground, text, and second-rank text; ink and quiet reach 4.5:1 on paper and on phases.
    body, tone, muscle, mark, edge
        Silhouette, what is on it but has no name here, a muscle at rest, the marked
        muscle, and its outline.
    kinds
        Up to six kinds told apart; each has a hatch too, so that colour is never
        the only sign.
    levels
        Low, moderate and high activity.
    line, kept
        What is shown, and the copy that it is compared with.
    phases
        Grounds of base, spring transition, competition, recovery and re-entry.
    type, stroke
        Factors of type and of lines; 1 on a screen, more from the back of a room.
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
    levels: tuple[str, str, str]
    line: str
    kept: str
    phases: tuple[str, str, str, str, str]
    type: float = 1.0
    stroke: float = 1.0


_LIGHT = Theme(
    paper="#ffffff",
    ink="#1d232b",
    quiet="#4f5863",
    body="#e4ded5",
    tone="#d3c9bd",
    muscle="#c08f78",
    mark="#a31515",
    edge="#1d232b",
    kinds=("#4177d2", "#dd9a2b", "#4cba8f", "#803c87", "#c4513c", "#746c76"),
    levels=("#e8b23e", "#d4622a", "#8c1430"),
    line="#164a7c",
    kept="#555555",
    phases=("#c6ddf7", "#e3efd9", "#fae0b8", "#fef3f5", "#d2cfdc"),
)

THEMES: dict[str, Theme] = {
    "light": _LIGHT,
    "dark": Theme(
        paper="#16191d",
        ink="#eceff3",
        quiet="#b4bdc8",
        body="#363b42",
        tone="#474d55",
        muscle="#a87a66",
        mark="#ff8a7a",
        edge="#ffffff",
        kinds=("#6492e1", "#e7b558", "#7fecbb", "#e0baf0", "#db7a6b", "#8b869d"),
        levels=("#a9661c", "#f0913c", "#ffe9a8"),
        line="#8cc4f0",
        kept="#c9c9c9",
        phases=("#1f3a55", "#283e2c", "#4d3a1c", "#1e2227", "#3a3440"),
    ),
    # a beamer washes colours out: more ink, larger type, thicker lines
    "projector": evolve(_LIGHT, ink="#000000", quiet="#353d46", type=1.4, stroke=1.6),
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


def larger(look: Theme) -> Theme:
    """Return a theme with larger type, for a picture that is shown small.

    >>> larger(theme()).type
    1.4
    """
    return evolve(look, type=1.4, stroke=1.2)


def mix(low: str, high: str, amount: float) -> str:
    """Return the colour that lies `amount` (0 to 1) of the way from one to the other.

    >>> mix("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = ((int(low[i : i + 2], 16), int(high[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(one + (two - one) * amount):02x}" for one, two in pairs)


def style(look: Theme) -> dict[str, Any]:
    """Return Matplotlib's settings for a theme.

    >>> style(theme())["font.size"], style(theme("projector"))["font.size"]
    (9.0, 12.6)
    """
    return {
        "font.family": "sans-serif",
        # Verdana is as wide as DejaVu Sans, where a browser has no DejaVu
        "font.sans-serif": ["DejaVu Sans", "Verdana", "sans-serif"],
        "font.size": round(9.0 * look.type, 2),
        "text.color": look.ink,
        "text.parse_math": False,  # a name with two dollar signs is a name
        "figure.facecolor": look.paper,
        "axes.facecolor": look.paper,
        "axes.edgecolor": look.quiet,
        "axes.labelcolor": look.ink,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.linewidth": 0.8 * look.stroke,
        "xtick.color": look.quiet,
        "ytick.color": look.quiet,
        "lines.linewidth": 1.8 * look.stroke,
        "lines.solid_capstyle": "round",
        "lines.dash_capstyle": "butt",
        "patch.linewidth": 0.8 * look.stroke,
        "hatch.linewidth": 0.7 * look.stroke,
        "legend.frameon": False,
    }
