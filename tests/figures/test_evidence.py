"""The pictures of the evidence: forest plot, claims by verdict, and the puzzle."""

import math
from typing import Any

import numpy as np
import pytest

from runplan import Forest, Puzzle, Verdicts, claim, draw
from runplan.evidence.claims import SECTIONS, VERDICTS
from runplan.evidence.effects import every_effect
from runplan.evidence.forest import PEOPLE, QUESTIONS
from runplan.evidence.puzzle import CASES
from runplan.figures.forest import ForestPicture
from runplan.figures.puzzle import PuzzlePicture
from runplan.figures.theme import THEMES, theme
from runplan.figures.verdicts import VerdictsPicture

LOOKS = pytest.mark.parametrize("look", THEMES)
FORESTS = [
    Forest(outcome, metric, people)
    for outcome in QUESTIONS
    for metric in Forest.metrics(outcome)
    for people in PEOPLE
]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return float(np.dot([0.2126, 0.7152, 0.0722], linear))


@LOOKS
def test_no_words_meet_in_any_forest(look: str, overlaps: Any) -> None:
    people = Forest("injury", "RR", "runners"), Forest("injury", "HR", "others")
    for model in [*people, *(m for m in FORESTS if m.population == "everyone")]:
        picture = ForestPicture(model, theme(look))
        for effect in [None, *model.effects()[:1]]:
            picture.show(model.replace(marked=effect.id if effect else ""))
            assert overlaps(picture) == [], model


@LOOKS
def test_numbers_lie_where_the_axis_says(look: str) -> None:
    for model in FORESTS:
        picture = ForestPicture(model, theme(look))
        ticks = {
            float(text.get_text().replace("−", "-")): text.get_position()[0]
            for text in picture.ticks
            if text.get_text()
        }
        drawn = [one for one in model.effects() if one.finding != "no number"]
        assert bool(ticks) == bool(drawn)
        assert not ticks or model.none in ticks
        scale = math.log if model.ratio else float
        for number, x in ticks.items():
            share = (scale(number) - picture._low) / (picture._high - picture._low)
            assert x == pytest.approx(picture.left + share * (picture.right - picture.left))
        for one, row in zip(model.effects(), picture.rows, strict=False):
            if one not in drawn:
                continue
            assert row.point.get_xdata()[0] == pytest.approx(picture.x(one.effect))
            shown = row.interval.get_visible()
            assert shown != math.isnan(one.interval[0])
            for end, x in zip(
                one.interval, row.interval.get_xdata() if shown else (), strict=False
            ):
                assert picture.left - 1e-9 <= x <= picture.right + 1e-9
                assert x == pytest.approx(picture.x(end))


def test_the_good_side_is_marked_by_ground_and_word() -> None:
    for model in FORESTS:
        picture = ForestPicture(model, theme())
        if not picture.good.get_visible():
            continue
        middle = picture.good.get_path().vertices[:, 0].mean()
        assert (middle > picture.x(model.none)) == model.good_above
        below, above = (text.get_text() for text in picture.sides)
        said = above if model.good_above else below
        assert "better" in said or "good" in said


def test_what_an_effect_allows_is_told_by_word_and_sign() -> None:
    signs: dict[str, set[Any]] = {}
    for model in FORESTS:
        picture = ForestPicture(model, theme())
        for one, row in zip(model.effects(), picture.rows, strict=False):
            word = row.finding.get_text()
            hollow = row.point.get_markerfacecolor() == theme().paper
            sign = row.point.get_visible() and (row.point.get_marker(), hollow)
            signs.setdefault(one.finding, set()).add((word, sign))
    assert set(signs) == {one.finding for one in every_effect()}
    told = [sign for found in signs.values() for sign in {mark for _, mark in found}]
    assert len(told) == len(set(told)) == 6  # a sign of its own each
    assert {word for word, _ in signs["open"]} == {"may be no effect"}


def test_an_interval_that_contradicts_itself_is_broken_and_crossed() -> None:
    picture = ForestPicture(Forest("time trial", "g"), theme())
    _, row = picture.rows[:2]
    assert row.interval.get_linestyle() == "--" or row.interval.is_dashed()
    assert row.point.get_marker() == "x"
    assert row.finding.get_text() == "contradicts itself"


def test_few_effects_leave_no_empty_plot_and_people_do_not_change_its_height() -> None:
    few, many = (ForestPicture(model, theme()) for model in (Forest("core training"), Forest()))
    assert few.height(theme()) < 0.6 * many.height(theme())
    for model in FORESTS:
        picture = ForestPicture(model, theme())
        assert len(model.effects()) <= len(picture.rows)
        assert all(picture.holds(model.replace(population=people)) for people in PEOPLE)


@LOOKS
def test_no_words_meet_among_the_claims_and_all_can_be_read(look: str, overlaps: Any) -> None:
    picture = VerdictsPicture(Verdicts(), theme(look))
    for section in ("", *SECTIONS):
        for verdict in ("", *VERDICTS):
            picture.show(Verdicts(section, verdict))
            assert overlaps(picture) == []
            for shape, word, _ in picture.tiles.values():
                ground, ink = shape.get_facecolor(), word.get_color()
                hexed = "#" + "".join(f"{round(255 * part):02x}" for part in ground[:3])
                low, high = sorted((luminance(hexed), luminance(ink)))
                assert (high + 0.05) / (low + 0.05) >= 4.5
    for name in picture.tiles:
        picture.show(Verdicts(claim=name))
        assert overlaps(picture) == []
        assert claim(name).claim in picture.said.get_text()
        assert picture.picks()[f"verdicts-{name}"] == (name, f"{name}: {claim(name).claim}")


def test_what_is_picked_is_filled() -> None:
    picture = VerdictsPicture(Verdicts("05", "partly", "C33"), theme())
    filled = {
        name
        for name, (shape, _, _) in picture.tiles.items()
        if not np.allclose(shape.get_facecolor()[:3], 1)
    }
    assert filled == set(Verdicts("05", "partly").picked())
    widths = {name: shape.get_linewidth() for name, (shape, _, _) in picture.tiles.items()}
    assert max(widths, key=lambda name: widths[name]) == "C33"


@LOOKS
def test_no_words_meet_in_the_puzzle(look: str, overlaps: Any) -> None:
    picture = PuzzlePicture(Puzzle(), theme(look))
    for case in CASES:
        for guess in ("", "fits", "misfit"):
            picture.show(Puzzle(case, guess))
            assert overlaps(picture) == []
            assert picture.middle.get_visible() == bool(guess)


def test_going_back_gives_the_same_bytes() -> None:
    for model, other in (
        (Forest("injury", "RR"), Forest("running economy", "percent")),
        (Verdicts("05"), Verdicts("01", claim="C09")),
        (Puzzle("B"), Puzzle("F", "fits")),
    ):
        kind = {Forest: ForestPicture, Verdicts: VerdictsPicture, Puzzle: PuzzlePicture}[
            type(model)
        ]
        picture = kind(model, theme())
        picture.show(other)
        picture.show(model)
        assert picture.figure.png() == draw(model).png()  # type: ignore[attr-defined]
