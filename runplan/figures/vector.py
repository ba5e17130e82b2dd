"""Matplotlib's SVG, short: text stays text, coordinates in 0.1 px, the same ids every time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any
from xml.etree import ElementTree

import matplotlib as mpl
from matplotlib import _path
from matplotlib.backends import backend_svg

State = dict[str, str]

_AS_TEXT: Any = {"svg.fonttype": "none", "svg.hashsalt": "runplan"}
_BARE: dict[str, Any] = {"metadata": dict.fromkeys(["Date", "Creator", "Format", "Type"])}
_SVG = "{http://www.w3.org/2000/svg}"
_SHORTENED = {f"{_SVG}text", f"{_SVG}use"}
_LETTERS = [b"M", b"L", b"Q", b"C", b"z"]
_ATTRIBUTES = ("d", "x", "y", "transform")
# what someone may have typed and XML does not hold
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_NUMBER = re.compile(r"-?\d+\.\d+")
_Base: Any = backend_svg.RendererSVG
_written: Any = _path.convert_to_string  # type: ignore[attr-defined]


def outline(path: Any, transform: Any, clip: Any = None, *, simplify: Any = None) -> str:
    """Return a path as SVG writes it."""
    words: bytes = _written(path, transform, clip, simplify, None, 1, _LETTERS, False)
    return words.decode("ascii")


def short(number: float) -> str:
    """Return a coordinate in 0.1 px.

    >>> short(12.0499), short(-0.01)
    ('12', '0')
    """
    return f"{round(number, 1) + 0.0:g}"


class _Renderer(_Base):  # type: ignore[misc]
    def _convert_path(
        self,
        path: Any,
        transform: Any = None,
        clip: Any = None,
        simplify: Any = None,
        sketch: Any = None,  # noqa: ARG002
    ) -> str:
        bounds = (0.0, 0.0, self.width, self.height) if clip else None
        return outline(path, transform, bounds, simplify=simplify)


def drawn(width: float, height: float, draw: Callable[[Any], None]) -> ElementTree.Element:
    """Return what a function draws with a renderer, on a sheet of so many pixels."""
    sheet = StringIO()
    with _as_text():
        renderer = _Renderer(width, height, sheet, image_dpi=72, **_BARE)
        draw(renderer)
        renderer.finalize()
    root = ElementTree.fromstring(_CONTROL.sub("", sheet.getvalue()))
    for node in root.iter():
        if node.tag in _SHORTENED:
            _shorten(node)
    return root


def _shorten(node: ElementTree.Element) -> None:
    for name in ("x", "y", "transform"):
        said = node.get(name, "")
        if said.startswith("rotate(-0 "):  # by nothing
            del node.attrib[name]
        elif said:
            node.set(name, _NUMBER.sub(lambda number: short(float(number[0])), said))


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


def groups(root: ElementTree.Element) -> dict[str | None, ElementTree.Element]:
    """Return every group by its id."""
    return {node.get("id"): node for node in root.iter(f"{_SVG}g")}


def definitions(root: ElementTree.Element) -> list[ElementTree.Element]:
    """Return clip paths, hatches and markers: what others refer to by id."""
    return [node for defs in root.iter(f"{_SVG}defs") for node in defs if "id" in node.attrib]


def state(group: ElementTree.Element) -> State:
    """Return what an artist's group draws: flat where it is one element, else as a whole."""
    if len(group) != 1 or len(group[0]):
        return whole(group)
    part = group[0]
    found = {"visible": "yes"} | {k: v for k, v in part.attrib.items() if k in _ATTRIBUTES}
    for rule in part.get("style", "").split("; "):
        name, _, value = rule.partition(": ")
        found[name] = value
    if part.tag == f"{_SVG}text":
        found["text"] = part.text or ""
    return found


def whole(group: ElementTree.Element) -> State:
    """Return an artist's group as the source of what is in it."""
    return {"visible": "yes", "svg": "".join(map(source, group))}


def source(node: ElementTree.Element) -> str:
    """Return an element as text."""
    return ElementTree.tostring(node, encoding="unicode")


ElementTree.register_namespace("", _SVG[1:-1])
ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
