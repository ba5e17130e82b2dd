"""A scene: what its patches say is what a new drawing would show."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.patches import PathPatch, Polygon
from matplotlib.path import Path

from runplan.figures.scene import Patch, Scene
from runplan.figures.theme import Theme, theme
from runplan.figures.told import LEVEL

SVG = "{http://www.w3.org/2000/svg}"


class Toy(Scene):
    """A line, a hatched triangle that comes and goes, a shape, a text of no, one or two lines."""

    def __init__(self, model: int, look: Theme) -> None:
        super().__init__((4, 3), look)
        ax = self.figure.add_axes((0.1, 0.1, 0.8, 0.8))
        ax.set(xlim=(0, 10), ylim=(0, 10))
        self.line = self.track("toy-line", ax.plot([], [], marker="o", markevery=[])[0])
        box = Polygon([(1, 1), (2, 2), (3, 1)], hatch="//")
        self.box = self.track("toy-box", ax.add_patch(box))
        self.shape = self.track("toy-shape", ax.add_patch(PathPatch(Path([(0, 0), (1, 1)]))))
        self.text = self.track("toy-text", ax.text(5, 5, "", ha="center"))
        self.show(model)

    def show(self, model: int) -> None:
        self.line.set_data([0, model], [model, 3])
        self.box.set_xy([(1, model), (2, 2), (3, 1)])
        self.box.set_visible(model % 2 == 0)
        self.box.set_facecolor(f"C{model}")
        self.box.set_alpha(0.5 if model == 4 else None)
        self.shape.set_path(Path([(model, 1), (2, 3.7), (3, model)], closed=False))
        self.shape.set_facecolor("C1" if model < 5 else "C2")
        self.shape.set_linewidth(2 if model < 3 else 1)
        self.text.set_text(["", "one", "two\nlines"][model % 3])
        self.text.set_x(model)
        self.figure.sentence = f"The toy shows {model}."


def apply(svg: str, patch: Patch) -> str:
    """Do what the browser does."""
    root = ElementTree.fromstring(svg)
    groups = {node.get("id"): node for node in root.iter(f"{SVG}g")}
    for gid, changes in patch.items():
        if gid == "defs":
            continue
        group, change = groups[gid], dict(changes)
        if "visible" in change:
            group.attrib.pop("style", None)
            if not change.pop("visible"):
                group.set("style", "display: none")
        if "svg" in change:
            group[:] = list(ElementTree.fromstring(f"<g>{change.pop('svg')}</g>"))
        for key, value in change.items():
            (part,) = group
            if key == "text":
                part.text = value
            elif key in ("d", "x", "y", "transform"):
                part.set(key, value)
            else:
                rules = dict(rule.split(": ") for rule in part.attrib["style"].split("; "))
                rules[key] = value
                kept = "; ".join(f"{k}: {v}" for k, v in rules.items() if v)
                part.set("style", kept)
    return ElementTree.tostring(root, encoding="unicode")


def drawn(svg: str) -> dict[str | None, object]:
    """What can be seen of each tracked artist, in no order."""
    seen: dict[str | None, object] = {}
    for node in ElementTree.fromstring(svg).iter(f"{SVG}g"):
        if str(node.get("id")).startswith("toy-"):
            hidden = node.get("style") == "display: none"
            parts = [
                (
                    part.tag,
                    (part.text or "").strip(),
                    {k: v.split() for k, v in part.attrib.items() if k != "style"},
                    sorted(part.get("style", "").split("; ")),
                )
                for part in node.iter()
                if part is not node
            ]
            seen[node.get("id")] = None if hidden else parts
    return seen


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=8))
def test_patches_lead_to_what_a_new_drawing_shows(models: list[int]) -> None:
    toy = Toy(models[0], theme())
    svg = toy.svg()
    for model in models[1:]:
        toy.show(model)
        svg = apply(svg, toy.patch())
    assert drawn(svg) == drawn(Toy(models[-1], theme()).svg())
    assert toy.patch() == {}


def test_a_patch_holds_only_what_changed() -> None:
    toy = Toy(1, theme())
    toy.svg()
    toy.show(7)  # another end of the line, the same text elsewhere, the triangle still hidden
    patch = toy.patch()
    assert set(patch) == {"toy-line", "toy-shape", "toy-text"}
    assert set(patch["toy-text"]) == {"x"}


@pytest.mark.parametrize("letter", sorted(LEVEL))
def test_a_word_is_told_as_it_would_be_drawn(letter: str) -> None:
    toy = Toy(1, theme())
    svg = toy.svg()
    toy.text.set_text(f"1{letter}1")
    patch = toy.patch()
    assert set(patch["toy-text"]) == {"text"}
    again = Toy(1, theme())
    again.text.set_text(f"1{letter}1")
    assert drawn(apply(svg, patch)) == drawn(again.svg())


def test_coordinates_are_short() -> None:
    places = re.findall(r' (?:d|x|y)="([^"]*)"', Toy(5, theme()).svg())
    assert {len(digits) for digits in re.findall(r"\.(\d+)", " ".join(places))} == {1}


def test_a_picture_as_png_in_between_loses_no_change() -> None:
    toy = Toy(1, theme())
    toy.svg()
    toy.show(3)
    toy.figure.png()
    assert "toy-line" in toy.patch()


def test_a_new_hatch_brings_its_definition() -> None:
    toy = Toy(0, theme())
    svg = toy.svg()
    toy.show(2)
    patch = toy.patch()
    name = patch["toy-box"]["fill"].removeprefix("url(#").removesuffix(")")
    assert name not in svg
    assert f'id="{name}"' in patch["defs"]["svg"]
    toy.show(0)
    assert "defs" not in toy.patch()


def test_the_same_state_gives_the_same_bytes() -> None:
    assert Toy(4, theme()).svg() == Toy(4, theme()).svg()


def test_one_name_for_two_artists_is_refused() -> None:
    toy = Toy(4, theme())
    with pytest.raises(KeyError, match="toy-line"):
        toy.track("toy-line", toy.text)
