"""Pictures of the stride: what lights up, what moves, what the words say."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.colors import to_rgba

from runplan import Moment, Stride, Strip, Timeline
from runplan.figures.runner import shade
from runplan.figures.sheet import Sheet
from runplan.figures.stride import MomentPicture, StripPicture
from runplan.figures.theme import THEMES, theme
from runplan.figures.timeline import TimelinePicture

MOMENTS = st.builds(Moment, st.floats(22, 48), st.floats(0, 100))
LOOKS = pytest.mark.parametrize("look", THEMES)


def words(picture: Sheet) -> list[str]:
    return [text.get_text() for text in picture.ax.texts if text.get_visible()]


@LOOKS
def test_no_words_meet(look: str, overlaps: Any) -> None:
    colours = theme(look)
    moment, timeline = MomentPicture(Moment(), colours), TimelinePicture(Moment(), colours)
    for stance, pct in [(22, 100), (22, 36.6), (40, 10), (40, 88.8), (48, 33.3), (48, 99)]:
        for picture in (moment, timeline):
            picture.show(Moment(stance, pct))
            assert overlaps(picture) == [], (stance, pct)
    timeline.show(Timeline())
    assert overlaps(timeline) == []
    assert overlaps(StripPicture(Strip(), colours)) == []


@LOOKS
def test_every_picture_says_schematic(look: str) -> None:
    for picture in (
        MomentPicture(Moment(), theme(look)),
        StripPicture(Strip(), theme(look)),
        TimelinePicture(Timeline(), theme(look)),
    ):
        assert any("schematic" in word for word in words(picture))
        assert "schematic" in picture.figure.sentence.lower()


@pytest.fixture(scope="module")
def picture() -> MomentPicture:
    return MomentPicture(Moment(), theme())


@settings(deadline=None, max_examples=60)
@given(MOMENTS)
def test_what_is_lit_is_what_is_active(picture: MomentPicture, moment: Moment) -> None:
    picture.show(moment)
    active = moment.stride.active(moment.pct).set_index("muscle")
    lit = {name for name, shape in picture.runner.muscles.items() if shape.get_visible()}
    assert lit == set(active.index) & set(picture.runner.muscles)
    for name in lit:
        level, basis = active.loc[[name], ["level", "basis"]].iloc[0]
        meter = picture.rows[name][1]
        for shape in (picture.runner.muscles[name], meter):
            assert bool(shape.get_hatch()) == (basis == "literature")
            assert (shape.get_linestyle() != "-") == (basis == "schematic")
            if basis == "measured-envelope":
                assert shape.get_facecolor() == to_rgba(shade(level, picture.look))
        long = np.ptp(meter.get_path().vertices[:, 0])
        assert long / (0.42 * picture.look.type) == pytest.approx(level)
    assert picture.figure.sentence == moment.describe()


@settings(deadline=None, max_examples=30)
@given(MOMENTS)
def test_the_runner_stays_on_the_sheet_and_on_the_floor(
    picture: MomentPicture, moment: Moment
) -> None:
    picture.show(moment)
    points = np.concatenate([part.get_path().vertices for part in picture.runner.parts.values()])
    assert np.isfinite(points).all()
    assert points[:, 0].min() > 2.6
    assert points[:, 0].max() < 6.4
    assert points[:, 1].min() > picture.floor - 0.03 * picture.body
    assert points[:, 1].max() < picture.height(picture.look)


def test_marks_go_back_with_a_foot_that_stands(picture: MomentPicture) -> None:
    def mark_and_toe(pct: float) -> tuple[float, float]:
        picture.show(Moment(36, pct))
        toe = picture.runner.at(Stride(36).pose(pct).loc["ball_r"])[0]
        return float(picture.ground.marks.get_xdata()[0]), float(toe)

    every = 0.25 * picture.body
    (mark, toe), (later, moved) = mark_and_toe(14), mark_and_toe(18)
    assert (later - mark) % every == pytest.approx((moved - toe) % every, abs=0.12 * every)


@settings(deadline=None, max_examples=40)
@given(st.floats(22, 48), st.none() | st.floats(0, 100))
def test_the_timeline_draws_every_burst_where_it_is(stance: float, pct: float | None) -> None:
    picture = TIMELINE
    picture.show(Timeline(stance, pct))
    for burst in Stride(stance).bursts().itertuples():
        _, spans, _, (left, right) = picture.rows[burst.muscle]
        x = spans[burst.burst - 1].get_path().vertices[:, 0]
        share = (x - left) / (right - left) * 100
        if burst.onset_pct <= burst.offset_pct:
            assert (share.min(), share.max()) == pytest.approx((burst.onset_pct, burst.offset_pct))
        else:
            assert sorted({round(s, 6) for s in share}) == pytest.approx(
                [0, burst.offset_pct, burst.onset_pct, 100]
            )
    assert picture.figure.sentence == Timeline(stance, pct).describe()


TIMELINE = TimelinePicture(Timeline(), theme())


def test_every_way_of_knowing_looks_its_own_way() -> None:
    kinds = Timeline().muscles()
    looks = set()
    for basis, muscles in kinds.items():
        shapes = [TIMELINE.rows[muscle][1][0] for muscle in muscles]
        own = {(bool(s.get_hatch()), s.get_linestyle() == "-") for s in shapes}
        assert len(own) == 1, basis
        looks |= own
    assert len(looks) == 3


def test_the_same_strip_gives_the_same_bytes() -> None:
    one, two = (StripPicture(Strip(30), theme("dark")).figure.png() for _ in range(2))
    assert one == two
