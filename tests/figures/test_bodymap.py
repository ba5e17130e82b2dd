"""The drawing of the body and its Matplotlib twin."""

import io
import re
from itertools import combinations
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.text import Text
from PIL import Image

from runplan import Muscle, PlanError, draw, tables
from runplan.figures import bodymap, still
from runplan.figures.theme import THEMES
from runplan.muscles import BodyView, all_muscles

SHAPES = {shape.id: shape for shape in bodymap.shapes()[1] if shape.label}


def test_every_muscle_has_one_shape() -> None:
    assert set(SHAPES) == {muscle.id for muscle in all_muscles()}
    ids = re.findall(r'id="([a-z_]+)"', tables.bodymap_svg())
    assert len(ids) == len(set(ids))


def test_the_drawing_keeps_to_what_both_readers_know() -> None:
    svg = tables.bodymap_svg()
    assert "transform" not in svg
    root = ElementTree.fromstring(svg)
    for path in root.iter("{http://www.w3.org/2000/svg}path"):
        assert set(re.sub(r"[-\d. ]", "", path.attrib["d"])) <= set("MLCZ")


def test_every_muscle_lies_in_a_body_and_its_line_ends_in_it() -> None:
    bodies = [shape.path for shape in bodymap.shapes()[1] if shape.layer == "silhouette"]
    for shape in SHAPES.values():
        line = np.concatenate(shape.path.to_polygons(closed_only=False))
        inside = np.logical_or.reduce([body.contains_points(line) for body in bodies])
        assert inside.mean() > 0.98, shape.id
        assert shape.path.contains_point(shape.anchor), shape.id


def test_a_line_ends_well_inside_its_muscle() -> None:
    """A dot of two units round never touches a neighbour."""
    turn = np.linspace(0, 2 * np.pi, 16)
    for shape in SHAPES.values():
        ring = np.array(shape.anchor) + 2 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
        assert shape.path.contains_points(ring).all(), shape.id


def test_left_and_right_mirror_each_other_and_the_deep_keep_to_one_side() -> None:
    (_, top, _, height), shapes = bodymap.shapes()
    sole = bodymap.views()["sole"]
    for view in ("front", "back"):
        box = bodymap.views()[view]
        xs, ys = np.linspace(box.x0, box.x1, 121), np.linspace(top, top + height, 80)
        grid = np.array([(x, y) for y in ys for x in xs])
        other = [sole.contains(x, y) or sole.contains(box.x0 + box.x1 - x, y) for x, y in grid]
        for shape in shapes:
            inside = (shape.path.contains_points(grid) & ~np.array(other)).reshape(80, 121)
            mirrored = (inside != inside[:, ::-1]).mean() < 0.002
            on_one_side = not inside[:, :60].any() or not inside[:, 61:].any()
            assert mirrored or (shape.layer == "deep" and on_one_side), shape.id


def test_no_names_overlap_and_no_lines_cross() -> None:
    for one, two in combinations(SHAPES.values(), 2):
        if one.side == two.side:
            assert abs(one.label[1] - two.label[1]) >= 40, (one.id, two.id)
        line, other = (Path([shape.anchor, shape.label]) for shape in (one, two))
        assert not line.intersects_path(other), (one.id, two.id)


def picture(model: object, look: str = "light") -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(still(model, look).png())).convert("RGB")).astype(int)


LONG = ("flexor_digitorum_brevis", "transversus_abdominis", "tensor_fasciae_latae", "soleus")


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize(
    "view",
    [
        BodyView("vastus_intermedius", "role"),
        BodyView(shade="amount", amounts=dict.fromkeys(LONG, 1.0), scale="of the sets needed"),
    ],
)
def test_all_words_keep_apart_and_on_the_sheet(view: BodyView, look: str) -> None:
    figure = still(view, look)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    words = [word for word in figure.findobj(Text) if word.get_visible() and word.get_text()]
    boxes = [word.get_window_extent(canvas.get_renderer()) for word in words]
    for word, box in zip(words, boxes, strict=True):
        assert figure.bbox.count_contains(box.corners()) == 4, word.get_text()
    for (one, box), (two, other) in combinations(zip(words, boxes, strict=True), 2):
        assert not box.overlaps(other), (one.get_text(), two.get_text())


def test_the_same_view_gives_the_same_bytes() -> None:
    view = BodyView("soleus", "group")
    assert still(view).png() == still(view).png()


def test_picking_a_muscle_changes_the_picture_where_it_lies() -> None:
    plain, marked = picture(BodyView()), picture(BodyView("gluteus_maximus"))
    assert plain.shape == marked.shape
    (left, top, width, height), _ = bodymap.shapes()
    rows, columns, _ = plain.shape
    x, y = SHAPES["gluteus_maximus"].anchor
    here = int((y - top) / height * rows), int((x - left) / width * columns)
    assert np.abs(plain[here] - marked[here]).sum() > 60
    head = int((90 - top) / height * rows), int((560 - left) / width * columns)
    assert (plain[head] == marked[head]).all()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_each_kind_is_seen(look: str) -> None:
    assert len(np.unique(picture(BodyView(shade="role"), look).reshape(-1, 3), axis=0)) > 20


def test_a_picture_says_what_it_shows() -> None:
    shown = still(BodyView("soleus")).bundle()
    assert shown["text/plain"] == "Body map, front and back. Marked: soleus, calf, deep (legs)."
    assert shown["image/png"].startswith(b"\x89PNG")


def test_it_draws_into_given_axes() -> None:
    figure = Figure()
    axes = figure.add_subplot()
    assert draw(Muscle.find("soleus"), axes) is figure
    assert len(axes.patches) > 35


def test_what_has_no_picture_is_said() -> None:
    with pytest.raises(PlanError, match="no picture of int"):
        draw(5)
    with pytest.raises(PlanError, match="Did you mean dark"):
        draw(BodyView(), look="darkk")
