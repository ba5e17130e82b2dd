"""Colours: told apart with every kind of colour vision, text easy to read on its ground."""

from itertools import combinations

import matplotlib as mpl
import numpy as np
import pytest

from runplan.figures.theme import HATCHES, THEMES, Theme, style

# linear RGB → what somebody without one kind of cone sees (Machado et al. 2009, severity 1)
VISION = {
    "full": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
LOOKS = pytest.mark.parametrize("look", THEMES.values(), ids=THEMES)


def linear(colour: str) -> np.ndarray:
    rgb = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    share = XYZ @ np.clip(rgb, 0, 1) / (XYZ @ np.ones(3))
    x, y, z = np.where(share > (6 / 29) ** 3, np.cbrt(share), share * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def nearest(colours: tuple[str, ...]) -> tuple[float, str, str, str]:
    """The two colours nearest to each other for any vision, as CIE Lab distance."""
    return min(
        (float(np.linalg.norm(lab(seen @ linear(one)) - lab(seen @ linear(two)))), name, one, two)
        for name, seen in VISION.items()
        for one, two in combinations(colours, 2)
    )


def contrast(one: str, two: str) -> float:
    low, high = sorted(float(XYZ[1] @ linear(colour)) + 0.05 for colour in (one, two))
    return high / low


def test_the_measures_agree_with_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    np.testing.assert_allclose(lab(linear("#ff0000")), [53.24, 80.09, 67.20], atol=0.05)
    red, green = "#c00000", "#6b5a00"
    assert nearest((red, green))[1] in ("protanopia", "deuteranopia")


@LOOKS
def test_colours_are_told_apart_with_any_vision(look: Theme) -> None:
    assert nearest(look.kinds)[0] > 20, nearest(look.kinds)
    assert nearest(look.levels)[0] > 18, nearest(look.levels)
    lines = (look.line, look.kept, look.mark)
    assert nearest(lines)[0] > 20, nearest(lines)
    # wide grounds with their names on them: a calm difference is enough
    assert nearest(look.phases)[0] > 8, nearest(look.phases)


@LOOKS
def test_text_is_easy_to_read_on_every_ground_it_stands_on(look: Theme) -> None:
    for ground in (look.paper, *look.phases):
        for text in (look.ink, look.quiet, look.mark, look.line):
            assert contrast(text, ground) >= 4.5, (text, ground)
        assert contrast(look.kept, ground) >= 4.5, ground


@LOOKS
def test_what_is_no_text_can_be_seen(look: Theme) -> None:
    assert contrast(look.levels[-1], look.body) >= 3
    assert contrast(look.edge, look.tone) >= 3


def test_from_the_back_of_a_room_type_is_larger_and_contrast_higher() -> None:
    light, far = THEMES["light"], THEMES["projector"]
    assert far.type >= 1.3
    assert far.stroke > 1
    assert contrast(far.quiet, far.paper) > contrast(light.quiet, light.paper)


@LOOKS
def test_matplotlib_takes_the_style(look: Theme) -> None:
    with mpl.rc_context(style(look)):
        assert mpl.rcParams["text.color"] == look.ink


def test_each_kind_has_its_own_hatch() -> None:
    for look in THEMES.values():
        assert len(set(HATCHES)) == len(HATCHES) == len(look.kinds)
