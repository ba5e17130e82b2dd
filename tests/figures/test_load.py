"""The pictures of load: bars and curves as the numbers are, and no words that meet."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runplan import Block, FitnessFatigue, RatioTale, Response, TrainingWeek, Workout, draw
from runplan.figures.ratiotale import TalePicture
from runplan.figures.response import ResponsePicture
from runplan.figures.scale import Scale
from runplan.figures.theme import THEMES, theme
from runplan.figures.trainingweek import LoadPicture
from runplan.load.block import PATTERNS
from runplan.load.foster import DAYS
from runplan.load.ratio import FORMS

LOOKS = pytest.mark.parametrize("look", THEMES)
WEEK = TrainingWeek(
    [
        Workout("mon", "strength", 50, 7, "18:00"),
        Workout("tue", "running", 60, 8, "07:00"),
        Workout("tue", "strength", 50, 7, "18:00"),
        Workout("sun", "running", 110, 4),
    ]
)
EVEN = TrainingWeek([Workout(day, "running", 40, 5) for day in DAYS])
MUCH = TrainingWeek(
    [Workout(day, kind, 240, 10) for day in DAYS for kind in ("strength", "running")]
)
WEEKS = st.lists(
    st.builds(
        Workout,
        st.sampled_from(DAYS),
        st.sampled_from(["strength", "running"]),
        st.integers(0, 300),
        st.integers(0, 10),
    ),
    max_size=9,
).map(TrainingWeek)
BLOCKS = st.builds(Block, WEEKS, st.sampled_from(list(PATTERNS)), st.integers(8, 26))
MODELS = st.builds(
    FitnessFatigue,
    tau1_d=st.integers(20, 60),
    tau2_d=st.integers(3, 19),
    k1=st.floats(0, 3),
    k2=st.floats(0, 6),
    load_added=st.sampled_from(["before decay", "after decay"]),
)


@pytest.fixture(scope="module")
def load() -> LoadPicture:
    return LoadPicture(WEEK, theme())


@pytest.fixture(scope="module")
def response() -> ResponsePicture:
    return ResponsePicture(FitnessFatigue(), theme())


@pytest.fixture(scope="module")
def tale() -> TalePicture:
    return TalePicture(RatioTale(Block(WEEK).daily()), theme())


def height(patch: Any) -> float:
    if not patch.get_visible():
        return 0.0
    return sum(float(np.ptp(b[:, 1])) for b in patch.get_path().vertices.reshape(-1, 5, 2))


@settings(deadline=None, max_examples=40)
@given(WEEKS)
def test_bars_of_a_week_are_as_high_as_its_loads(load: LoadPicture, week: TrainingWeek) -> None:
    load.show(week)
    inch = load.scale.y(1) - load.scale.y(0)
    for kind, bars in load.bars.items():
        assert height(bars) == pytest.approx(inch * week.daily()[f"{kind}_au"].sum(), abs=1e-6)
    said = [text.get_text().replace(",", "") for text in load.tops]
    assert said == [f"{au:.0f}" if au else "" for au in week.daily().load_au]
    assert load.numbers["week"][0].get_text() == f"{week.load_au:,.0f} AU"
    assert load.figure.sentence == week.describe()
    for text in load.ax.texts:
        assert "nan" not in text.get_text()


def test_what_clashes_and_what_is_hard_is_marked(load: LoadPicture) -> None:
    load.show(WEEK)
    marks = load.clash.get_path().vertices.reshape(-1, 4, 2)
    assert len(marks) == 2  # before a hard run, and hard strength a day later
    bold = [t.get_text() for texts in load.feet.values() for t in texts
            if t.get_fontweight() == "bold" and t.get_text()]  # fmt: skip
    assert bold == ["50 × 7", "50 × 7", "60 × 8"]
    load.show(EVEN)
    assert not load.clash.get_visible()
    assert load.numbers["monotony"][0].get_text() == "undefined"


@settings(deadline=None, max_examples=40)
@given(BLOCKS, MODELS, st.integers(0, 60))
def test_curves_are_the_models(
    response: ResponsePicture, block: Block, model: FitnessFatigue, rest: int
) -> None:
    shown = Response(model, block.daily(), rest)
    response.show(shown)
    table = shown.table()
    for name, line in response.curves.items():
        drawn = np.asarray(line.get_data()[1], dtype=float)
        assert drawn == pytest.approx(response.scale.y(table[name].to_numpy()))
        assert (drawn > response.scale.low - 1e-6).all()
        assert (drawn < response.scale.high + 1e-6).all()
    assert response.figure.sentence == shown.describe()
    assert "nan" not in shown.describe()


@settings(deadline=None, max_examples=40)
@given(BLOCKS)
def test_the_three_ratios_are_those_of_the_weeks(tale: TalePicture, block: Block) -> None:
    model = RatioTale(block.daily())
    tale.show(model)
    for form in FORMS:
        drawn = np.asarray(tale.lines[form].get_data()[1], dtype=float)
        wanted = tale.scale.y(model.table()[form].to_numpy())
        assert drawn == pytest.approx(wanted, nan_ok=True)
    assert tale.figure.sentence == model.describe()
    assert "nan" not in " ".join(text.get_text() for text in tale.ax.texts)


@LOOKS
def test_no_words_meet(look: str, overlaps: Any) -> None:
    week, curve, tale = (
        LoadPicture(WEEK, theme(look)),
        ResponsePicture(FitnessFatigue(), theme(look)),
        TalePicture(RatioTale(Block(WEEK).daily()), theme(look)),
    )
    odd = FitnessFatigue(tau1_d=60, tau2_d=3, k1=0.5, k2=5)
    for one in (WEEK, EVEN, MUCH, TrainingWeek([])):
        week.show(one)
        assert overlaps(week) == []
        for pattern in PATTERNS:
            for weeks in (8, 12, 26):
                daily = Block(one, pattern, weeks).daily()
                for model in (FitnessFatigue(), odd):
                    curve.show(Response(model, daily))
                    assert overlaps(curve) == [], (pattern, weeks, model)
                tale.show(RatioTale(daily))
                assert overlaps(tale) == [], (pattern, weeks)


def test_going_back_gives_the_same_bytes(
    load: LoadPicture, response: ResponsePicture, tale: TalePicture
) -> None:
    daily = Block(MUCH, "taper", 20).daily()
    for picture, other, first in (
        (load, MUCH, WEEK),
        (response, Response(FitnessFatigue(k2=4), daily), FitnessFatigue()),
        (tale, RatioTale(daily), RatioTale(Block(WEEK, "jump").daily())),
    ):
        picture.show(other)
        picture.show(first)
        assert picture.figure.png() == draw(first).png()


@settings(deadline=None, max_examples=200)
@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.integers(1, 4))
def test_a_scale_holds_its_values_in_few_round_steps(
    load: LoadPicture, low: float, more: float, steps: int
) -> None:
    scale: Scale = load.scale
    scale.steps = steps
    scale.fit(low, low + more)
    slack = 1e-6 * (1 + abs(low) + more)
    assert scale.bottom <= min(low, 0) + slack
    assert scale.top >= max(low + more, 0) - slack
    assert 1 < sum(bool(text.get_text()) for text in scale.ticks) <= 7
