"""What tests of pictures share: whether words meet each other or leave the sheet."""

from collections.abc import Callable
from typing import Any

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from runplan.figures.sheet import Sheet

SLACK = 1.5  # a box has room above and below its letters, in pixels


def _overlaps(picture: Sheet) -> list[tuple[str, str]]:
    """Return pairs of words whose boxes meet, and words that leave the sheet."""
    renderer = FigureCanvasAgg(picture.figure).get_renderer()
    shown = [text for text in picture.ax.texts if text.get_visible() and text.get_text()]
    found = [(text.get_text(), text.get_window_extent(renderer)) for text in shown]
    sheet = picture.figure.bbox
    bad = [
        (text, "leaves the sheet")
        for text, box in found
        if box.x0 < sheet.x0 or box.x1 > sheet.x1 or box.y0 < sheet.y0 or box.y1 > sheet.y1
    ]
    for place, (one, box) in enumerate(found):
        bad += [(one, two) for two, other in found[place + 1 :] if _meet(box, other)]
    return bad


@pytest.fixture(scope="session")
def overlaps() -> Callable[[Sheet], list[tuple[str, str]]]:
    """Give a function that tells which words meet or leave the sheet."""
    return _overlaps


def _meet(one: Any, two: Any) -> bool:
    across = min(one.x1, two.x1) - max(one.x0, two.x0)
    up = min(one.y1, two.y1) - max(one.y0, two.y0)
    return bool(across > 0 and up > SLACK)
