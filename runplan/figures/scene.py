"""A picture that moves: drawn once, then only what changed is told.

`Scene` is what the live figure shows. Matplotlib writes the picture once as SVG; for each new
state it writes the few artists that changed, and `patch` says what differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any, ClassVar
from xml.etree import ElementTree

import matplotlib as mpl
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.text import Text

from runplan.figures.picture import Picture

if TYPE_CHECKING:
    from matplotlib.artist import Artist

    from runplan.figures.theme import Theme

Patch = dict[str, dict[str, str]]

# text stays text, and the same input gives the same ids
_AS_TEXT: Any = {"svg.fonttype": "none", "svg.hashsalt": "runplan"}
_BARE: dict[str, Any] = {"metadata": dict.fromkeys(["Date", "Creator", "Format", "Type"])}
_Renderer: Any = RendererSVG
_SVG = "{http://www.w3.org/2000/svg}"
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
    An artist counts as changed when Matplotlib marks it stale; so move an artist by its own
    setters, never by the axes' limits.
    """

    # at 72 a point is a pixel is a unit of the SVG, and no transform changes while drawing
    DPI: ClassVar[int] = 72

    def __init__(self, size: tuple[float, float], look: Theme) -> None:
        self.look = look
        self.figure = Picture(figsize=size, dpi=self.DPI, facecolor=look.paper)
        self._tracked: dict[str, Artist] = {}
        self._stale: set[str] = set()
        self._known: dict[str, dict[str, str]] = {}
        self._defined: set[str] = set()

    def show(self, model: Any) -> None:
        """Change the picture to this model, and its sentence."""
        raise NotImplementedError

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
        with _all_drawn([self._tracked[gid] for gid in hidden]), mpl.rc_context(_AS_TEXT):
            drawn = StringIO()
            self.figure.savefig(drawn, format="svg", **_BARE)
        self._stale.clear()

        root = ElementTree.fromstring(drawn.getvalue())
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
        stale, self._stale = sorted(self._stale), set()
        width, height = self.figure.get_size_inches() * self.DPI
        drawn = StringIO()
        with mpl.rc_context(_AS_TEXT):
            renderer: Any = _Renderer(width, height, drawn, image_dpi=self.DPI, **_BARE)
            for gid in stale:
                self._tracked[gid].draw(renderer)
            renderer.finalize()
        root = ElementTree.fromstring(drawn.getvalue())
        groups = _groups(root)

        changes: Patch = {}
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
