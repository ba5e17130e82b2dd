"""What an artist shows by now, told without drawing it: word for word what a drawing would say.

Drawing a text takes Matplotlib as long as 20 lines; most steps of a slider only move outlines and
change words.
"""

from __future__ import annotations

from string import ascii_letters, digits
from typing import TYPE_CHECKING, Any

from matplotlib.artist import Artist
from matplotlib.colors import to_hex, to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from runplan.figures.vector import outline, short

if TYPE_CHECKING:
    from runplan.figures.vector import State

# letters no higher and no lower than the font says: such texts all have the same baseline
LEVEL = frozenset(ascii_letters + digits + " .,:;+-–×·%=()/'&<>≥≤~!?")


class Told:
    """What was last told of an artist.

    Parameters
    ----------
    artist
        A text, a path patch or a line; others are always drawn anew.
    state
        What its group draws.
    size
        Of the sheet, in pixels.
    """

    def __init__(self, artist: Artist, state: State, size: tuple[float, float]) -> None:
        self.artist, self.state, self.size = artist, state, size
        self._looks = _looks(artist)
        flip = Affine2D().scale(1, -1).translate(0, size[1])
        self._place: Any = (artist.get_transform() + flip).frozen()
        self._path = artist.get_path() if isinstance(artist, PathPatch) else None
        self._said: Any = None

    def moved(self) -> bool:
        """Tell whether it has another path, which Matplotlib does not call stale."""
        artist = self.artist
        return isinstance(artist, PathPatch) and artist.get_path() is not self._path

    def now(self) -> State | None:
        """Return what it draws by now, or None where only a drawing tells."""
        if not shown(self.artist):
            return self.state | {"visible": ""}
        if "svg" in self.state or self._looks is None or _looks(self.artist) != self._looks:
            return None
        if isinstance(self.artist, Text):
            return self._words(self.artist)
        return self._outline(self.artist)

    def _words(self, text: Text) -> State | None:
        words, colour = said = text.get_text(), text.get_color()
        x, _ = text.get_position()
        if self._said == (x, *said):  # Matplotlib calls a text stale too often
            return self.state | {"visible": "yes"}
        *_, alpha = to_rgba(colour)
        if alpha < 1 or not LEVEL.issuperset(words + self.state["text"]):
            return None
        fill, black = to_hex(colour), "#000000"
        self._said = x, *said
        left, _ = self._place.transform(text.get_position())
        now = self.state | {"visible": "yes", "text": words, "x": short(left)}
        if fill != black or "fill" in now:
            now["fill"] = "" if fill == black else fill
        return now

    def _outline(self, artist: Any) -> State | None:
        path = artist.get_path()
        if not len(path.vertices):
            return None
        filled = False
        if isinstance(artist, PathPatch):
            self._path = path
            face: Any = artist.get_facecolor()
            filled = face[3] > 0 or artist.get_hatch() is not None
        simplify = not filled and path.should_simplify
        clip = None if filled else (0.0, 0.0, *self.size)
        d = outline(path, self._place, clip, simplify=simplify)
        return self.state | {"visible": "yes", "d": d}


def shown(artist: Artist) -> bool:
    """Tell whether an artist leaves anything in the SVG."""
    return artist.get_visible() and not (isinstance(artist, Text) and artist.get_text() == "")


def _looks(artist: Artist) -> Any:
    """Return all that a drawing depends on, but for what is told; None where that is unknown."""
    place = id(Artist.get_transform(artist))
    if type(artist) is Text:
        return (
            place,
            artist.get_position()[1],
            artist.get_alpha(),
            artist.get_rotation(),
            artist.get_horizontalalignment(),
            artist.get_verticalalignment(),
            hash(artist.get_fontproperties()),
        )
    if type(artist) is PathPatch:
        return (
            place,
            artist.get_facecolor(),
            artist.get_edgecolor(),
            artist.get_linewidth(),
            artist.get_linestyle(),
            artist.get_hatch(),
            artist.get_hatchcolor(),
        )
    if type(artist) is Line2D and artist.get_marker() in ("None", None, "", " "):
        return (
            place,
            artist.get_color(),
            artist.get_alpha(),
            artist.get_linewidth(),
            artist.get_linestyle(),
            artist.get_drawstyle(),
        )
    return None
