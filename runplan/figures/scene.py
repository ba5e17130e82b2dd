"""A picture that moves: drawn once, then only what changed is told.

`Scene` is what the live figure shows. Matplotlib writes the picture once as SVG; for each new
state it writes the few artists that changed, and `patch` says what differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar

from matplotlib.text import Text

from runplan.figures.picture import Picture
from runplan.figures.told import Told, shown
from runplan.figures.vector import definitions, drawn, groups, source, state, whole

if TYPE_CHECKING:
    from matplotlib.artist import Artist

    from runplan.figures.theme import Theme
    from runplan.figures.vector import State

Patch = dict[str, dict[str, str]]


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
        self._told: dict[str, Told] = {}
        self._defined: set[str] = set()

    def show(self, model: Any) -> None:
        """Change the picture to this model, and its sentence."""
        raise NotImplementedError

    def holds(self, _model: Any) -> bool:
        """Tell whether it can show this model of its kind without being made anew."""
        return True

    def picks(self) -> dict[str, tuple[str, str]]:
        """Return what can be picked in it: an artist's gid, the value, and its name in words."""
        return {}

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
        hidden = [gid for gid, artist in self._tracked.items() if not shown(artist)]
        with _all_drawn([self._tracked[gid] for gid in hidden]):
            root = drawn(*self._size, self.figure.draw)
            found = groups(root)
            for gid, artist in self._tracked.items():
                self._told[gid] = Told(artist, state(found[gid]), self._size)
        self._stale.clear()
        self._defined = {node.attrib["id"] for node in definitions(root)}

        for name in ("width", "height"):  # the page decides; the viewBox keeps the proportions
            del root.attrib[name]
        for gid in hidden:
            found[gid].set("style", "display: none")
            self._told[gid].state["visible"] = ""
        return source(root)

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
        changes: Patch = {}
        anew = []
        stale, self._stale = self._stale, set()
        for gid, told in self._told.items():
            if gid in stale or told.moved():
                now = told.now()
                if now is None:
                    anew.append(gid)
                else:
                    _note(changes, gid, told.state, now)
                    told.state = now
        if anew:
            self._draw_anew(anew, changes)
        return changes

    def _draw_anew(self, gids: list[str], changes: Patch) -> None:
        """Draw some artists, and add what changed of them."""

        def draw(renderer: Any) -> None:
            for gid in gids:
                self._tracked[gid].draw(renderer)

        root = drawn(*self._size, draw)
        found = groups(root)
        for gid in gids:
            before, now = self._told[gid].state, state(found[gid])
            if "svg" in before and "svg" not in now:
                now = whole(found[gid])
            _note(changes, gid, before, now)
            self._told[gid] = Told(self._tracked[gid], now, self._size)
        fresh = [node for node in definitions(root) if node.attrib["id"] not in self._defined]
        if fresh:
            self._defined |= {node.attrib["id"] for node in fresh}
            changes["defs"] = {"svg": "".join(map(source, fresh))}

    @property
    def _size(self) -> tuple[float, float]:
        width, height = self.figure.get_size_inches()
        return float(width * self.DPI), float(height * self.DPI)


def _note(changes: Patch, gid: str, before: State, now: State) -> None:
    change = {key: value for key, value in now.items() if before.get(key) != value}
    if "svg" not in now:
        change |= dict.fromkeys(before.keys() - now.keys(), "")
    if change:
        changes[gid] = change


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
