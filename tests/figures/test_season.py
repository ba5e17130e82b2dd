"""The picture of the season: what stands where, and that nothing meets or leaves the sheet."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runplan import Comparison, Season, draw
from runplan.figures.season import SeasonPicture
from runplan.figures.theme import THEMES, theme
from runplan.season.phase import NAMES

START = date(2026, 11, 30)
LOOKS = pytest.mark.parametrize("look", THEMES)
DAYS = st.integers(0, 6)
RACES = st.dictionaries(st.integers(0, 51), DAYS, max_size=9).map(
    lambda races: [START + timedelta(7 * week + day) for week, day in races.items()]
)
SEASONS = st.builds(
    Season,
    races=RACES,
    hemisphere=st.sampled_from(["north", "south"]),
    start_date=st.just(START),
    deload_every=st.sampled_from([0, 2, 4, 8]),
    taper_days=st.integers(0, 28),
    blend_weeks=st.integers(0, 4),
)


@pytest.fixture(scope="module")
def picture() -> SeasonPicture:
    return SeasonPicture(Season(start_date=START), theme())


def heights(picture: SeasonPicture, name: str) -> dict[int, float]:
    """Heights of the bars of a panel in inches, by week."""
    path = picture.panels[name].fill.get_path().vertices
    width = (picture.right - picture.left) / 52
    found: dict[int, float] = {}
    for corners in path.reshape(-1, 5, 2):
        week = int((corners[:, 0].mean() - picture.left) / width)
        found[week] = max(found.get(week, 0), corners[:, 1].max() - picture.panels[name].floor)
    return found


@settings(deadline=None, max_examples=40)
@given(SEASONS)
def test_bars_are_as_high_as_the_numbers(picture: SeasonPicture, season: Season) -> None:
    picture.show(season)
    weeks = season.weeks()
    for name, column in [("volume", "volume_index"), ("contacts", "contacts")]:
        bars = heights(picture, name)
        values = {week: value for week, value in enumerate(weeks[column]) if value > 0}
        assert bars.keys() == values.keys()
        share = {bars[week] / value for week, value in values.items()}
        assert max(share) == pytest.approx(min(share))
    blocks = picture.panels["sessions"].fill.get_path().vertices.reshape(-1, 5, 2)
    assert len(blocks) == weeks.sessions.sum()
    assert f"{weeks.sessions.sum()} a year" in picture.panels["sessions"].unit.get_text()
    assert picture.figure.sentence == season.describe()


@settings(deadline=None, max_examples=40)
@given(SEASONS)
def test_phases_cover_the_year_and_signs_mark_their_weeks(
    picture: SeasonPicture, season: Season
) -> None:
    picture.show(season)
    weeks = season.weeks()
    covered = 0.0
    for name in NAMES:
        ground = picture.grounds[name]
        assert ground.get_visible() == (name in set(weeks.phase))
        if ground.get_visible():
            for box in ground.get_path().vertices.reshape(-1, 5, 2):
                covered += float(np.ptp(box[:, 0]))
    assert covered == pytest.approx(picture.right - picture.left)
    assert count(picture.deloads, 4) == weeks.deload.sum()
    assert picture.taper.get_visible() == weeks.taper.any()
    assert count(picture.flags, 6) == len(season.races)


def count(patch: Any, corners: int) -> int:
    return len(patch.get_path().vertices) // corners if patch.get_visible() else 0


@LOOKS
def test_no_words_meet_in_any_season(look: str, overlaps: Any) -> None:
    season = Season("2027-09-05", start_date=START)
    several = season.replace(races=["2027-05-09", "2027-06-13", "2027-06-20", "2027-09-05"])
    picture = SeasonPicture(season, theme(look))
    for model in (
        season,
        several,
        season.replace(races=()),
        season.replace(races=[START, START + timedelta(7 * 51 + 6)]),
        season.replace(races=[START + timedelta(21 * n + 6) for n in range(17)]),
        Season(hemisphere="south", start_date="2026-06-01"),
        Comparison(season, several),
    ):
        picture.show(model)
        assert overlaps(picture) == [], model


@LOOKS
def test_every_phase_long_enough_says_its_name(look: str) -> None:
    picture = SeasonPicture(Season("2027-09-05", start_date=START), theme(look))
    said = [text.get_text() for text in picture.names if text.get_text()]
    assert len(said) == 5
    assert said[:3] == ["base", "spring transition", "competition"]


def test_two_seasons_lie_on_each_other(picture: SeasonPicture) -> None:
    season = Season("2027-09-05", start_date=START)
    later = season.replace(start_date=START + timedelta(weeks=4))
    picture.show(Comparison(season, later))
    x, y = picture.panels["volume"].kept[1].get_data()
    assert x[0] == pytest.approx(picture.x(4))
    assert x[-1] <= picture.right + 1e-9
    tops = heights(picture, "volume")
    inch = tops[0] / season.weeks().volume_index[0]
    assert y[0] - picture.panels["volume"].floor == pytest.approx(
        inch * later.weeks().volume_index[0]
    )
    assert picture.kept_word.get_text().startswith("kept copy")
    assert "instead of" in picture.figure.sentence
    picture.show(season)
    assert not any(line.get_visible() for p in picture.panels.values() for line in p.kept)
    assert picture.kept_word.get_text() == ""


def test_going_back_gives_the_same_bytes(picture: SeasonPicture) -> None:
    season = Season("2027-09-05", start_date=START)
    picture.show(Comparison(season, Season(start_date=START)))
    picture.show(season)
    assert picture.figure.png() == draw(season).png()
