"""Every picture as it was when somebody last looked at it.

After a wanted change look at `make gallery`, then renew what is compared with:

    .venv/bin/python tests/figures/test_gallery.py

or, after it, the names of those that changed.
"""

import io
import re
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter, ImageOps

from runplan import Moment
from runplan.figures import gallery, still
from runplan.figures.theme import THEMES

BASELINE = Path(__file__).parent / "baseline"
WIDTH = 240  # pixels
TOLERANCE = 2.5  # root mean square of 0 to 255: other letter shapes give 1.6, 3 % of a stride 4


def small(model: object, look: str) -> Image.Image:
    drawn = Image.open(io.BytesIO(still(model, look).png(100))).convert("RGB")
    size = WIDTH, round(WIDTH * drawn.height / drawn.width)
    # sixteen shades a colour are enough to compare, and small in the repository
    return ImageOps.posterize(drawn.resize(size, Image.Resampling.BOX), 4)


def apart(one: Image.Image, two: Image.Image) -> float:
    soft = [image.convert("RGB").filter(ImageFilter.BoxBlur(2)) for image in (one, two)]
    pixels = [np.asarray(image).astype(float) for image in soft]
    return float(np.sqrt(np.mean((pixels[0] - pixels[1]) ** 2)))


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("name", gallery.shown())
def test_a_picture_is_as_it_was(name: str, look: str) -> None:
    now = small(gallery.shown()[name], look)
    was = Image.open(BASELINE / f"{name}-{look}.png")
    assert now.size == was.size
    assert apart(now, was) < TOLERANCE


def test_the_measure_sees_a_moment_later() -> None:
    assert apart(small(Moment(40, 10), "light"), small(Moment(40, 13), "light")) > TOLERANCE


def test_nothing_is_compared_with_what_no_longer_exists() -> None:
    known = {f"{name}-{look}.png" for name in gallery.shown() for look in THEMES}
    assert {path.name for path in BASELINE.iterdir()} == known


def test_the_page_holds_every_picture_in_every_look_and_nothing_from_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some = {name: gallery.shown()[name] for name in ("season",)}
    monkeypatch.setattr(gallery, "shown", lambda: some)
    page = gallery.page()
    assert page == gallery.page()
    assert page.count("<img ") == len(some) * len(THEMES) * len(gallery.SIZES)
    for model in some.values():
        assert model.describe() in page
    assert not re.search(r"https?://|<script|<link", re.sub(r"base64,[^\"]*", "", page))


def renew(only: list[str]) -> None:
    shown = gallery.shown()
    known = {f"{name}-{look}.png" for name in shown for look in THEMES}
    for old in {path.name for path in BASELINE.iterdir()} - known:
        (BASELINE / old).unlink()
    for name in only or shown:
        for look in THEMES:
            small(shown[name], look).save(BASELINE / f"{name}-{look}.png", optimize=True)


if __name__ == "__main__":
    renew(sys.argv[1:])
