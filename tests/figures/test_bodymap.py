"""The drawing of the body and its Matplotlib twin."""

import io
import re
from itertools import combinations
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.path import Path
from PIL import Image

from runplan import Muscle, PlanError, draw, tables
from runplan.figures import bodymap, still
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


def test_every_muscle_lies_in_a_body_and_its_line_starts_in_it() -> None:
    bodies = [shape.path for shape in bodymap.shapes()[1] if shape.layer == "silhouette"]
    for shape in SHAPES.values():
        inside = np.logical_or.reduce(
            [body.contains_points(shape.path.vertices, radius=1) for body in bodies]
        )
        corners = shape.path.codes != Path.CLOSEPOLY
        assert inside[corners].mean() > 0.99, shape.id
        assert shape.path.contains_point(shape.anchor), shape.id


def test_left_and_right_mirror_each_other() -> None:
    (_, top, _, height), shapes = bodymap.shapes()
    for body in (shape for shape in shapes if shape.layer == "silhouette"):
        box = body.path.get_extents()
        xs, ys = np.linspace(box.x0, box.x1, 121), np.linspace(top, top + height, 80)
        grid = np.array([(x, y) for y in ys for x in xs])
        for shape in shapes:
            inside = shape.path.contains_points(grid).reshape(len(ys), len(xs))
            assert (inside != inside[:, ::-1]).mean() < 0.002, shape.id


def test_no_names_overlap_and_no_lines_cross() -> None:
    for one, two in combinations(SHAPES.values(), 2):
        if one.side == two.side:
            assert abs(one.label[1] - two.label[1]) >= 22, (one.id, two.id)
        line, other = (Path([shape.anchor, shape.label]) for shape in (one, two))
        assert not line.intersects_path(other), (one.id, two.id)


def picture(model: object, look: str = "light") -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(still(model, look).png())).convert("RGB")).astype(int)


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
