"""The body, front and back, from data/bodymap.svg: the Matplotlib twin of the widget's map."""

from functools import cache
from typing import Any
from xml.etree import ElementTree

from attrs import frozen
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import Normal, Stroke
from matplotlib.transforms import Bbox

from runplan import tables
from runplan.errors import PlanError
from runplan.figures.theme import HATCHES, Theme, mix
from runplan.muscles import BodyView, Muscle, kinds

WIDTH = 9.0  # inches
_CODES = {"M": [Path.MOVETO], "L": [Path.LINETO], "C": [Path.CURVE4] * 3, "Z": [Path.CLOSEPOLY]}


@frozen
class Shape:
    """One path of the drawing, with where its name goes (all in the drawing's units)."""

    id: str
    layer: str
    path: Path
    anchor: tuple[float, float] | None = None
    label: tuple[float, float] | None = None
    side: str = "right"
    kind: str = ""


@cache
def shapes() -> tuple[tuple[float, ...], tuple[Shape, ...]]:
    """Return the drawing's viewBox and its shapes, back to front."""
    try:
        root = ElementTree.fromstring(tables.bodymap_svg())
    except ElementTree.ParseError as bad:
        raise PlanError(f"bodymap.svg is damaged: {bad}. Install runplan again.") from bad
    found = []
    for layer in root.iter("{http://www.w3.org/2000/svg}g"):
        for path in layer.iter("{http://www.w3.org/2000/svg}path"):
            found.append(_shape(layer.attrib["id"], path.attrib))
    return _numbers(root.attrib["viewBox"].replace(" ", ",")), tuple(found)


def _shape(layer: str, attributes: dict[str, str]) -> Shape:
    points: list[tuple[float, ...]] = []
    codes: list[Any] = []
    words = iter(attributes["d"].split())
    for word in words:
        for code in _CODES[word]:
            here = (0.0, 0.0) if word == "Z" else (float(next(words)), float(next(words)))
            points.append(here)
            codes.append(code)
    at = {
        key: _numbers(attributes[f"data-{key}"])
        for key in ("anchor", "label")
        if f"data-{key}" in attributes
    }
    return Shape(
        id=attributes.get("id", ""),
        layer=layer,
        path=Path(points, codes),
        side=attributes.get("data-side", "right"),
        kind=attributes.get("class", ""),
        **at,
    )


def _numbers(text: str) -> Any:
    return tuple(float(number) for number in text.split(","))


def views() -> dict[str, Bbox]:
    """Return the box of each view of the body: "front", "back" and "sole"."""
    outlines = [shape for shape in shapes()[1] if shape.layer == "silhouette"]
    return {shape.id.removeprefix("body-"): shape.path.get_extents() for shape in outlines}


def bodies() -> tuple[float, float, float, float]:
    """Return the viewBox of the views alone, without the names in the margins."""
    around = Bbox.union([*views().values()])
    left, _, width, height = around.padded(12).bounds
    return left, 8.0, width, height + around.y0 - 20  # with the words above


def captions() -> dict[str, tuple[float, float]]:
    """Return where the word of each view stands: its middle, above it."""
    return {view: ((box.x0 + box.x1) / 2, box.y0 - 24) for view, box in views().items()}


def size(model: Muscle | BodyView) -> tuple[float, float]:
    """Return the picture's width and height in inches."""
    (_, _, width, height), _ = shapes()
    return WIDTH, WIDTH * (height + _legend_room(model)) / width


def paint(model: Muscle | BodyView, ax: Axes, look: Theme) -> None:
    """Draw the map with its marked muscle and shading."""
    view = BodyView(model) if isinstance(model, Muscle) else model
    (left, top, width, height), parts = shapes()
    words = kinds(view.shade)
    bottom = top + height + _legend_room(view)
    margin = 520 * (look.type - 1)  # larger names need more room
    ax.set(xlim=(left - margin, left + width + margin), ylim=(bottom, top), aspect="equal")
    ax.axis("off")

    for word, (x, y) in captions().items():
        ax.text(x, y, word, color=look.quiet, fontsize=9 * look.type, ha="center", va="center")

    of = view.kinds()
    amounts = dict(view.amounts) if view.shade == "amount" else {}
    high = amounts.keys() & {muscle for muscle, _ in view.most()}
    marked = view.muscle.id if view.muscle else ""
    for shape in parts:
        if shape.layer == "silhouette":
            ax.add_patch(PathPatch(shape.path, facecolor=look.body, edgecolor="none"))
        elif shape.layer == "detail":
            ax.add_patch(PathPatch(shape.path, **_detail(shape.kind, look, view.shade)))
        else:
            kind = words.index(of[shape.id]) if shape.id in of else None
            colour = look.muscle if kind is None else look.kinds[kind]
            if view.shade == "amount":
                colour = mix(look.tone, look.levels[2], amounts.get(shape.id, 0.0))
            _muscle(
                ax, shape, look, colour, kind,
                marked=shape.id == marked, amount=amounts.get(shape.id, 0.0),
            )  # fmt: skip
    for shape in parts:
        named = shape.id in high if view.shade == "amount" else shape.layer == "deep"
        if shape.label and (shape.id == marked or named):
            _name(ax, shape, look, amounts.get(shape.id), bold=shape.id == marked)
    if words:
        _legend(ax, words, look)
    elif view.shade == "amount":
        _scale(ax, view.scale, look)


def _legend_room(model: Muscle | BodyView) -> float:
    return 70.0 if isinstance(model, BodyView) and model.shade != "none" else 0.0


def _muscle(
    ax: Axes,
    shape: Shape,
    look: Theme,
    colour: str,
    kind: int | None,
    *,
    marked: bool,
    amount: float,
) -> None:
    deep = shape.layer == "deep"
    fill = look.mark if marked else colour
    # a deep muscle shows through what lies over it, and more so where there is an amount
    strength = 0.75 if marked or amount else 0.35 if kind is not None else 0.1
    ax.add_patch(
        PathPatch(
            shape.path,
            facecolor=(fill, strength) if deep else fill,
            edgecolor=look.edge
            if marked
            else ((look.ink, 0.8 if amount else 0.4) if deep else "none"),
            hatch=None if kind is None or marked or deep else HATCHES[kind] or None,
            hatchcolor=look.body,
            hatch_linewidth=0.5,
            linestyle=(0, (4, 3)) if deep and not marked else "-",
            lw=1.0 if marked else 0.6 if amount else 0.5,
            zorder=3 if marked else 2,
        )
    )


def _detail(kind: str, look: Theme, shade: str) -> dict[str, Any]:
    """Return how what has no name here is drawn: calm tones, fibres over muscles, lines."""
    if kind == "area":  # flesh, but neutral where colours mean something
        flesh = mix(look.body, look.muscle, 0.4) if shade == "none" else unnamed(look)
        return {"facecolor": flesh, "edgecolor": "none"}
    if kind == "hair":
        return {"facecolor": hair(look), "edgecolor": "none"}
    if kind == "bone":  # bone and tendon, lighter than the body
        return {"facecolor": (look.paper, 0.45), "edgecolor": "none"}
    if kind == "fibre":
        return {"facecolor": "none", "edgecolor": look.body, "lw": 0.5, "alpha": 0.5, "zorder": 2.5}
    return {"facecolor": "none", "edgecolor": look.quiet, "lw": 0.5, "alpha": 0.55}


def unnamed(look: Theme) -> str:
    """Return the colour of muscles that the course does not name, where others are shaded."""
    return mix(look.body, look.tone, 0.5)


def hair(look: Theme) -> str:
    """Return the colour of the hair: darker than the skin on any paper."""
    return mix(look.body, "#000000", 0.4)


def _name(ax: Axes, shape: Shape, look: Theme, amount: float | None, *, bold: bool) -> None:
    """Write a muscle's name in its column, with a line that ends in a dot in the muscle."""
    number = "" if amount is None else f" {amount:.2f}"
    name = Muscle.find(shape.id).short
    assert shape.label is not None
    assert shape.anchor is not None
    left = shape.side == "left"
    x, y = shape.label
    ax.text(
        x + (-8 if left else 8),
        y,
        (name.replace(" ", "\n") if shape.side == "middle" else name) + number,
        ha="right" if left else "left",
        va="center",
        color=look.ink if bold else look.quiet,
        fontsize=(9.5 if bold else 8) * look.type,
        fontweight="bold" if bold else "normal",
        zorder=4,
    )
    (line,) = ax.plot(
        *zip(shape.label, shape.anchor, strict=True),
        color=look.ink,
        lw=(1.2 if bold else 0.6) * look.stroke,
        marker="o",
        markevery=[1],
        markersize=(3.5 if bold else 2.5) * look.stroke,
        zorder=4,
    )
    # a line is seen on paper and on muscle alike
    line.set_path_effects([Stroke(linewidth=3 * look.stroke, foreground=look.paper), Normal()])


def _legend(ax: Axes, words: list[str], look: Theme) -> None:
    swatches = [
        Patch(facecolor=colour, hatch=hatch, hatchcolor=look.body, hatch_linewidth=0.5)
        for colour, hatch in zip(look.kinds, HATCHES, strict=True)
    ]
    ax.legend(
        swatches[: len(words)],
        words,
        loc="upper center",
        bbox_to_anchor=(0.5, 0.065),
        # larger words take two rows
        ncols=len(words) if look.type == 1 else (len(words) + 1) // 2,
        frameon=False,
        fontsize=9 * look.type,
        labelcolor=look.ink,
        handlelength=2.2,
        handleheight=1.4,
    )


def _scale(ax: Axes, words: str, look: Theme) -> None:
    """Draw the scale of amounts below the bodies: from none to 1, with what 1 is."""
    bar = ax.inset_axes((0.34, 0.035, 0.32, 0.022))
    steps = [mix(look.tone, look.levels[2], step / 100) for step in range(101)]
    bar.imshow([range(101)], cmap=ListedColormap(steps), aspect="auto", extent=(0, 1, 0, 1))
    bar.set_yticks([])
    bar.set_xticks([0, 0.5, 1], ["0", "0.5", "1"])
    bar.tick_params(colors=look.ink, labelsize=8 * look.type, length=3)
    bar.set_title(words, fontsize=9 * look.type, color=look.ink, pad=4)
    bar.spines[:].set_visible(False)
