"""A picture that moves: drawn once, then only what changed is told.

`Scene` is what the live figure shows. Matplotlib writes the picture once as SVG; for each new
state it writes the few artists that changed, and `patch` says what differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any, ClassVar
from xml.etree import ElementTree

import matplotlib as mpl
from matplotlib import _path
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from runplan.figures.picture import Picture

if TYPE_CHECKING:
    from matplotlib.artist import Artist

    from runplan.figures.theme import Theme

Patch = dict[str, dict[str, str]]

# text stays text, and the same input gives the same ids
_AS_TEXT: Any = {"svg.fonttype": "none", "svg.hashsalt": "runplan"}
_BARE: dict[str, Any] = {"metadata": dict.fromkeys(["Date", "Creator", "Format", "Type"])}
_Renderer: Any = RendererSVG
_written: Any = _path.convert_to_string  # type: ignore[attr-defined]
# what someone may have typed and XML does not hold
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_SVG = "{http://www.w3.org/2000/svg}"
_LETTERS = [b"M", b"L", b"Q", b"C", b"z"]
_ATTRIBUTES = ("d", "x", "y", "transform")


class Scene:
    """A picture whose artists stay and change.

    A subclass takes `(model, look)`. It calls `super().__init__(size, look)`, makes all
    artists once with a fixed layout, calls `track` on each that may change, and then
    `self.show(model)`. Its `show` only changes tracked artists (`set_data`, `set_xy`,
    `set_text`, `set_visible`, colours …) and sets `self.figure.sentence`.

    Parameters
    ----------
    size
        Width and height in inches.
    look
        The theme.

    Attributes
    ----------
    figure
        The picture, with its sentence.

    Notes
    -----
    An artist is looked at again when one of its setters was called; so move artists by these,
    and never by the axes' limits.
    """

    # at 72 a point is a pixel is a unit of the SVG, and no transform changes while drawing
    DPI: ClassVar[int] = 72

    def __init__(self, size: tuple[float, float], look: Theme) -> None:
        self.look = look
        self.figure = Picture(figsize=size, dpi=self.DPI, facecolor=look.paper)
        self._tracked: dict[str, Artist] = {}
        self._stale: set[str] = set()
        self._known: dict[str, dict[str, str]] = {}
        self._seen: dict[str, Any] = {}
        self._defined: set[str] = set()

    def show(self, model: Any) -> None:
        """Change the picture to this model, and its sentence."""
        raise NotImplementedError

    def holds(self, _model: Any) -> bool:
        """Tell whether it can show this model of its kind without being made anew."""
        return True

    def track(self, gid: str, artist: Artist) -> Any:
        """Name an artist that may change, and return it.

        Parameters
        ----------
        gid
            Its id in the SVG: unique, readable, always the same, such as "season-volume".
        artist
            A line, a patch or a text.
        """
        if gid in self._tracked:
            raise KeyError(f"two artists are called {gid}")
        artist.set_gid(gid)
        artist.stale_callback = lambda _artist, _stale: self._stale.add(gid)
        self._tracked[gid] = artist
        return artist

    def svg(self) -> str:
        """Return the whole picture as it is now; later patches count from here."""
        hidden = [gid for gid, artist in self._tracked.items() if not _drawn(artist)]
        with _all_drawn([self._tracked[gid] for gid in hidden]), _as_text():
            drawn = StringIO()
            self.figure.savefig(drawn, format="svg", **_BARE)
        self._settled()

        root = ElementTree.fromstring(_CONTROL.sub("", drawn.getvalue()))
        for name in ("width", "height"):  # the page decides; the viewBox keeps the proportions
            del root.attrib[name]
        groups = _groups(root)
        self._known = {gid: _state(groups[gid]) for gid in self._tracked}
        self._defined = {node.attrib["id"] for node in _definitions(root)}
        for gid in hidden:
            groups[gid].set("style", "display: none")
            self._known[gid]["visible"] = ""
        return _source(root)

    def patch(self) -> Patch:
        """Return what changed since the last `svg` or `patch`.

        Returns
        -------
        dict
            For each changed artist's gid its changed attributes (d, x, y, transform), style
            (fill, stroke, opacity …; "" takes it away), `text`, and `visible` ("yes" or "").
            Where an artist's drawing has other parts than before, its whole content as `svg`.
            What these need and the picture does not define yet stands under "defs".
        """
        moved, stale = self._settled()
        if not moved and not stale:
            return {}
        root = self._drawn_anew(stale)
        groups = _groups(root)

        changes: Patch = {}
        for gid in moved:
            d = _outline(self._tracked[gid], self._height)
            if self._known[gid]["d"] != d:
                self._known[gid]["d"] = d
                changes[gid] = {"d": d}
        for gid in stale:
            before = self._known[gid]
            now = _state(groups[gid]) if gid in groups else before | {"visible": ""}
            if "svg" in before and "svg" not in now:
                now = _whole(groups[gid])
            change = {key: value for key, value in now.items() if before.get(key) != value}
            if "svg" not in now:
                change |= dict.fromkeys(before.keys() - now.keys(), "")
            if change:
                changes[gid] = change
                self._known[gid] = now
        fresh = [node for node in _definitions(root) if node.attrib["id"] not in self._defined]
        if fresh:
            self._defined |= {node.attrib["id"] for node in fresh}
            changes["defs"] = {"svg": "".join(map(_source, fresh))}
        return changes

    @property
    def _height(self) -> float:
        return float(self.figure.get_figheight() * self.DPI)

    def _drawn_anew(self, gids: list[str]) -> ElementTree.Element:
        """Return the drawing of some artists alone."""
        drawn = StringIO()
        with _as_text():
            width = self.figure.get_figwidth() * self.DPI
            renderer: Any = _Renderer(width, self._height, drawn, image_dpi=self.DPI, **_BARE)
            for gid in gids:
                self._tracked[gid].draw(renderer)
            renderer.finalize()
        return ElementTree.fromstring(_CONTROL.sub("", drawn.getvalue()))

    def _settled(self) -> tuple[list[str], list[str]]:
        """Return the shapes with nothing new but their outline, and what else may have changed."""
        stale, self._stale = self._stale, set()
        moved: list[str] = []
        other: list[str] = []
        for gid, artist in self._tracked.items():
            looks, path = _looks(artist)
            before = self._seen.get(gid, (None, None))
            if (looks, path) == before and (looks is not None or gid not in stale):
                continue
            self._seen[gid] = looks, path
            same = path is not None and looks == before[0] and looks[0] and bool(looks[1][3])
            (moved if same else other).append(gid)
        return moved, other


def _looks(artist: Artist) -> tuple[Any, Path | None]:
    """Return all that a text or a filled path patch shows, and the patch's path; else nothing.

    Matplotlib says `stale` too often of a text (drawing one takes as long as 20 lines), and
    never of a path patch that gets another path.
    """
    if isinstance(artist, Text):
        text = (
            artist.get_visible(),
            artist.get_text(),
            artist.get_position(),
            artist.get_color(),
            artist.get_alpha(),
            artist.get_rotation(),
            artist.get_horizontalalignment(),
            artist.get_verticalalignment(),
            hash(artist.get_fontproperties()),
        )
        return text, None
    if isinstance(artist, PathPatch):
        looks = (
            artist.get_visible(),
            artist.get_facecolor(),
            artist.get_edgecolor(),
            artist.get_linewidth(),
            artist.get_linestyle(),
            artist.get_hatch(),
        )
        return looks, artist.get_path()
    return None, None


def _outline(patch: Artist, height: float) -> str:
    """Return a filled path patch's outline as the SVG renderer would write it, in 0.01 px."""
    path = patch.get_path()  # type: ignore[attr-defined]
    flipped = patch.get_transform() + Affine2D().scale(1, -1).translate(0, height)
    words: bytes = _written(path, flipped, None, False, None, 2, _LETTERS, False)
    return words.decode("ascii")


@contextmanager
def _as_text() -> Iterator[None]:
    """Let Matplotlib write text as text; `rc_context` copies all settings, 20 times as slow."""
    settings: Any = mpl.rcParams
    before = {name: settings[name] for name in _AS_TEXT}
    settings.update(_AS_TEXT)
    try:
        yield
    finally:
        settings.update(before)


def _drawn(artist: Artist) -> bool:
    """Tell whether an artist leaves anything in the SVG."""
    return artist.get_visible() and not (isinstance(artist, Text) and artist.get_text() == "")


@contextmanager
def _all_drawn(artists: list[Artist]) -> Iterator[None]:
    """Let hidden artists be drawn, or they would have no place in the SVG to appear in later."""
    was = [(artist, artist.get_visible()) for artist in artists]
    mute = [artist for artist in artists if isinstance(artist, Text) and artist.get_text() == ""]
    for artist in artists:
        artist.set_visible(True)
    for text in mute:
        text.set_text(" ")
    yield
    for text in mute:
        text.set_text("")
    for artist, visible in was:
        artist.set_visible(visible)


def _groups(root: ElementTree.Element) -> dict[str | None, ElementTree.Element]:
    return {node.get("id"): node for node in root.iter(f"{_SVG}g")}


def _definitions(root: ElementTree.Element) -> list[ElementTree.Element]:
    """Return clip paths, hatches and markers: what others refer to by id."""
    return [node for defs in root.iter(f"{_SVG}defs") for node in defs if "id" in node.attrib]


def _state(group: ElementTree.Element) -> dict[str, str]:
    """Return what an artist's group draws: flat where it is one element, else as a whole."""
    if len(group) != 1 or len(group[0]):
        return _whole(group)
    part = group[0]
    state = {"visible": "yes"} | {k: v for k, v in part.attrib.items() if k in _ATTRIBUTES}
    for rule in part.get("style", "").split("; "):
        name, _, value = rule.partition(": ")
        state[name] = value
    if part.tag == f"{_SVG}text":
        state["text"] = part.text or ""
    return state


def _whole(group: ElementTree.Element) -> dict[str, str]:
    return {"visible": "yes", "svg": "".join(map(_source, group))}


def _source(node: ElementTree.Element) -> str:
    return ElementTree.tostring(node, encoding="unicode")


ElementTree.register_namespace("", _SVG[1:-1])
ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
