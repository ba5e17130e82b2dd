"""The pictures of a session and of all its pairings: true to the model, nothing meets."""

from typing import Any

import numpy as np
import pytest
from hypothesis import Phase as Part
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.patches import PathPatch

from runplan import Exercise, Ranking, Session, SessionView, Superset, article_session, draw
from runplan.figures import moving
from runplan.figures.pairings import RankingPicture
from runplan.figures.session import SessionPicture
from runplan.figures.theme import THEMES, larger, theme
from runplan.supersets.superset import clock

ARTICLE = article_session()
# a picture takes long to draw, so what fails is not made smaller
WALK = settings(deadline=None, phases=(Part.explicit, Part.generate))
LOOKS = pytest.mark.parametrize("look", [*THEMES, "large"])
NAMES = [exercise.id for exercise in Exercise.every()]
RANGES = st.tuples(st.integers(1, 30), st.integers(0, 20)).map(lambda r: (r[0], r[0] + r[1]))


@st.composite
def sessions(draw_: Any, low: int = 1, high: int = 8) -> Session:
    """Any session of the library's exercises, with any dose one may set."""
    count = draw_(st.integers(low, high))
    size = {"min_size": 2 * count, "max_size": 2 * count}
    chosen = draw_(st.lists(st.sampled_from(NAMES), unique=True, **size))
    pairs = [
        Superset(
            one,
            other,
            sets=draw_(st.integers(1, 6)),
            reps=(draw_(RANGES), draw_(RANGES)),
            rest_s=draw_(st.integers(0, 300)),
        )
        for one, other in zip(chosen[::2], chosen[1::2], strict=True)
    ]
    return Session(pairs, "", draw_(st.integers(0, 30)))


def widths(patch: PathPatch) -> list[float]:
    if not patch.get_visible():
        return []
    corners: Any = patch.get_path().vertices
    return [float(np.ptp(box[:, 0])) for box in corners.reshape(-1, 5, 2)]


def dressed(look: str) -> Any:
    return larger(theme()) if look == "large" else theme(look)  # type: ignore[arg-type]


@settings(WALK, max_examples=25)
@given(sessions(), st.integers(1, 3))
def test_blocks_are_as_long_as_the_time_they_stand_for(session: Session, level: int) -> None:
    picture = SessionPicture(SessionView(session, level), theme())
    pairs, straight = (
        [width for fill in whole.fills for width in widths(fill)] for whole in picture.whole
    )
    room = picture.right - picture.left
    inch = sum(pairs) / session.duration_s()
    assert sum(straight) == pytest.approx((session.duration_s() + session.time_saved_s()) * inch)
    assert max(sum(pairs), sum(straight)) <= room + 1e-6
    inches = []
    for row, pair in zip(picture.rows, session.supersets, strict=True):
        for work, seconds in zip(row.works, pair.set_s(), strict=True):
            assert len(widths(work)) == pair.sets
            inches.append(widths(work)[0] / seconds)
        assert len(widths(row.rest)) == (pair.sets if pair.rest_s else 0)
        assert row.facts[0].get_text() == clock(pair.duration_s())
        assert row.saved.get_visible() == (pair.straight_duration_s() > pair.duration_s())
    assert max(inches) == pytest.approx(min(inches))  # one scale for all rows
    assert picture.figure.sentence == SessionView(session, level).describe()


@LOOKS
@settings(WALK, max_examples=8)
@given(session=sessions())
def test_no_words_meet_in_any_session(look: str, overlaps: Any, session: Session) -> None:
    assert overlaps(SessionPicture(session, dressed(look))) == []


@LOOKS
def test_no_words_meet_in_the_article_s_session(look: str, overlaps: Any) -> None:
    picture = SessionPicture(ARTICLE, dressed(look))
    assert overlaps(picture) == []
    assert overlaps(RankingPicture(Ranking(ARTICLE), dressed(look))) == []
    signs = [row.sign.get_text() for row in picture.rows]
    assert signs == ["✓ 1", "✓ 2", "✗ 3", "✓ 4", "⚠ 5"]


def test_a_scene_holds_sessions_of_as_many_pairs_and_comes_back_to_the_same_bytes() -> None:
    scene: Any = moving(ARTICLE)
    fewer = Session(ARTICLE.supersets[1:])
    assert not scene.holds(fewer)
    other = Session(ARTICLE.supersets[::-1], "Turned", 0)
    assert scene.holds(other)
    scene.show(other)
    assert scene.rows[0].sign.get_text() == "⚠ 1"
    scene.show(ARTICLE)
    assert scene.figure.png() == draw(ARTICLE).png()


@settings(WALK, max_examples=15)
@given(sessions(1, 4))
def test_squares_count_the_pairings(session: Session) -> None:
    ranking = Ranking(session)
    picture = RankingPicture(ranking, theme())
    for band in ranking.bands().itertuples():
        squares, count, _ = picture.fields[band.fails, band.warns]
        assert len(widths(squares)) == band.pairings
        assert count.get_text() == str(band.pairings)
    own = ranking.standing()
    assert str(own.rank) in picture.here.get_text()
    assert picture.figure.sentence == ranking.describe()


def test_many_pairings_share_a_square(overlaps: Any) -> None:
    more = [Superset("front plank", "squat jump"), *ARTICLE.supersets]
    picture = RankingPicture(Ranking(Session(more)), theme())
    assert "10395 ways" in picture.title.get_text()
    assert " pairings." in picture.said.get_text()
    assert overlaps(picture) == []
