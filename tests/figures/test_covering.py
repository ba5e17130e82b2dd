"""The pictures of what work covers: cells and bars as the numbers are, and no words that meet."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg

from runplan import (
    Coverage,
    CoveredYear,
    Exercise,
    Listings,
    Plan,
    Runner,
    Season,
    article_session,
    draw,
)
from runplan.figures.coveredyear import CoveredYearPicture
from runplan.figures.covering import MOST, CoveragePicture
from runplan.figures.theme import THEMES, theme
from runplan.muscles import all_muscles
from runplan.plan.runner import usual_needs
from runplan.tables import load

NAMES = [exercise.id for exercise in Exercise.every()]
WORK = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(1, 12)), max_size=MOST)
LOOKS = pytest.mark.parametrize("look", THEMES)
FULL = [(name, 12) for name in NAMES[:20]]
SEASON = Season("2027-09-05", start_date="2026-11-30")


@pytest.fixture(scope="module")
def picture() -> CoveragePicture:
    return CoveragePicture(Coverage([]), theme())


def count(shape: Any) -> int:
    return len(shape.get_path().vertices) // 5 if shape.get_visible() else 0


@settings(deadline=None, max_examples=30)
@given(WORK, st.booleans())
def test_cells_and_bars_are_as_the_numbers(
    picture: CoveragePicture,
    work: list[tuple[str, int]],
    compared: bool,  # noqa: FBT001
) -> None:
    model = Coverage(work, usual_needs() if compared else None)
    picture.show(model)
    exercises = [exercise for exercise, _ in model.work]
    assert count(picture.shapes["prime"]) == sum(len(set(e.primary)) for e in exercises)
    helpers = sum(len(set(e.secondary) - set(e.primary)) for e in exercises)
    assert count(picture.shapes["helper"]) == helpers
    total, needs = model.total(), dict(model.needs)
    short = {m for m, need in needs.items() if total[m] < need}
    assert count(picture.shapes["open"]) == len(short)
    for muscle, word in picture.sums.items():
        got = total[muscle]
        assert word.get_text().startswith(f"{got:g}") or (not got and word.get_text() == "–")
        assert (word.get_color() == picture.look.mark) == (muscle in short)
    assert picture.figure.sentence == model.describe()


def test_more_exercises_than_columns_share_the_last_one(picture: CoveragePicture) -> None:
    picture.show(Coverage(FULL))
    names = [word.get_text() for _, word in picture.names]
    assert names[-1] == "9 others, 108 ×"
    assert all(names)


@LOOKS
def test_no_words_meet(look: str, overlaps: Any) -> None:
    picture = CoveragePicture(Coverage([]), theme(look))
    needs = {muscle.id: 12.5 for muscle in all_muscles()}
    for model in (
        Coverage(FULL, needs, "A very long title that says much more than anybody will read"),
        Coverage(article_session(), usual_needs()),
        Coverage(FULL[:10]),
    ):
        picture.show(model)
        assert overlaps(picture) == []


def test_going_back_gives_the_same_bytes(picture: CoveragePicture) -> None:
    model = Coverage(article_session(), usual_needs())
    picture.show(Coverage(FULL))
    picture.show(model)
    assert picture.figure.png() == draw(model).png()


@pytest.fixture(scope="module")
def year() -> CoveredYear:
    return CoveredYear(Plan(Runner("Ada", 2, "gym", ["mon", "thu"], ["tue"], "tue"), SEASON))


@LOOKS
def test_a_year_has_a_bar_where_a_muscle_gets_something(
    look: str, year: CoveredYear, overlaps: Any
) -> None:
    picture = CoveredYearPicture(year, theme(look))
    shares = year.shares()
    assert count(picture.met) == (shares >= 1).sum().sum()
    assert count(picture.short) == ((shares > 0) & (shares < 1)).sum().sum()
    assert overlaps(picture) == []
    said = [text.get_text() for text in picture.phases[0] if text.get_text()]
    assert said[0] == "base"


@LOOKS
@pytest.mark.parametrize("name", sorted(set(load("databases").exercise)))
def test_listings_fit_on_their_sheet(name: str, look: str) -> None:
    figure = draw(Listings(name), look=look)  # type: ignore[arg-type]
    assert figure.sentence == Listings(name).describe()
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = [(t.get_text(), t.get_window_extent(renderer)) for t in figure.axes[0].texts]
    for place, (one, box) in enumerate(boxes):
        assert box.x1 <= figure.bbox.x1, one
        for two, other in boxes[place + 1 :]:
            across = min(box.x1, other.x1) - max(box.x0, other.x0)
            up = min(box.y1, other.y1) - max(box.y0, other.y0)
            assert not (across > 0 and up > 3), (one, two)
