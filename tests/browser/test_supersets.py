"""SupersetDesigner in a real JupyterLab: supersets moved by mouse and by keys, and what is said."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

NAME = "supersets.ipynb"
CELLS = [
    "from runplan.widgets import SupersetDesigner",
    "one = SupersetDesigner(); one",
    "two = SupersetDesigner(); two",
]


@pytest.fixture(scope="module", autouse=True)
def notebook(course: Path) -> None:
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    cells = [cell | {"id": f"c{at}", "source": source} for at, source in enumerate(CELLS)]
    known = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    made = {"cells": cells, "metadata": known, "nbformat": 4, "nbformat_minor": 5}
    (course / NAME).write_text(json.dumps(made))


@pytest.fixture
def tool(lesson: Page, settled: Callable[[Locator], Locator]) -> Locator:
    """The first designer, as it was at the start."""
    found = settled(lesson.locator(".runplan-tool").first)
    found.get_by_role("button", name="Reset").click()
    expect(exercise(found, 1)).to_have_value("bulgarian_split_squat")
    expect(exercise(found, 3)).to_have_value("drop_jump")
    expect(said(found)).to_contain_text("The article's session: 5 supersets in 42 min 30 s")
    return found


def exercise(tool: Locator, superset: int, place: str = "First") -> Locator:
    return tool.get_by_role("combobox", name=f"{place} exercise, superset {superset}")


def said(tool: Locator) -> Locator:
    return tool.locator("figcaption span").first


def spoken(tool: Locator) -> Locator:
    return tool.locator(".runplan-panel-of-controls .runplan-spoken")


def verdict(tool: Locator, superset: int) -> Locator:
    return tool.locator(".runplan-pairs > li").nth(superset - 1)


def test_arrow_keys_on_a_handle_move_a_superset_and_say_so(tool: Locator) -> None:
    tool.get_by_role("button", name="Move superset 3", exact=True).focus()
    keys = tool.page.keyboard
    keys.press("ArrowUp")
    expect(exercise(tool, 2)).to_have_value("drop_jump")
    keys.press("ArrowUp")
    expect(exercise(tool, 1)).to_have_value("drop_jump")
    handle = tool.get_by_role("button", name="Move superset 1", exact=True)
    expect(handle).to_be_focused()
    expect(spoken(tool)).to_have_text("drop jump and banded monster walk: superset 1 of 5.")
    expect(said(tool)).to_contain_text("superset 1 fails")
    keys.press("ArrowUp")  # it is first already
    expect(handle).to_be_focused()
    expect(exercise(tool, 1)).to_have_value("drop_jump")
    expect(verdict(tool, 1)).not_to_contain_text("jump first")


def test_buttons_move_turn_and_take_away(tool: Locator) -> None:
    tool.get_by_role("button", name="Move superset 2 up").press("Enter")
    expect(exercise(tool, 1)).to_have_value("hip_thrust")
    expect(tool.get_by_role("button", name="Move superset 1 up")).to_be_disabled()
    tool.get_by_role("button", name="Turn superset 1").press("Enter")
    expect(exercise(tool, 1)).to_have_value("russian_twist")
    expect(exercise(tool, 1, "Second")).to_have_value("hip_thrust")
    tool.get_by_role("button", name="Take away superset 5").press("Enter")
    expect(tool.locator(".runplan-pairs > li")).to_have_count(4)
    expect(said(tool)).to_contain_text("The article's session, changed: 4 supersets")


def test_arrow_keys_on_an_exercise_trade_it_through_the_supersets(tool: Locator) -> None:
    tool.get_by_role("button", name="Move hip thrust").focus()
    tool.page.keyboard.press("ArrowUp")
    expect(exercise(tool, 1, "Second")).to_have_value("hip_thrust")
    expect(exercise(tool, 2)).to_have_value("push_up")
    expect(spoken(tool)).to_have_text("hip thrust is now in superset 1, push-up in superset 2.")
    expect(tool.get_by_role("button", name="Move hip thrust")).to_be_focused()


def test_a_chosen_exercise_comes_with_its_own_repetitions_or_trades_places(tool: Locator) -> None:
    exercise(tool, 1, "Second").select_option("front_plank")
    least = tool.get_by_role("spinbutton", name="front plank: s, at least")
    expect(least).to_have_value("20")
    exercise(tool, 1).select_option("calf_raise")
    expect(exercise(tool, 4)).to_have_value("bulgarian_split_squat")
    expect(exercise(tool, 1)).to_have_value("calf_raise")
    expect(said(tool)).to_contain_text("5 supersets")


def test_a_superset_is_dragged(tool: Locator) -> None:
    drag(tool, "Move superset 3", tool.get_by_role("button", name="Move superset 1", exact=True))
    expect(exercise(tool, 1)).to_have_value("drop_jump")
    expect(exercise(tool, 2)).to_have_value("bulgarian_split_squat")
    expect(said(tool)).to_contain_text("superset 1 fails")


def test_an_exercise_is_dragged_onto_another(tool: Locator) -> None:
    drag(tool, "Move push-up", tool.get_by_role("button", name="Move Russian twist"))
    expect(exercise(tool, 2, "Second")).to_have_value("push_up")
    expect(exercise(tool, 1, "Second")).to_have_value("russian_twist")


def drag(tool: Locator, name: str, onto: Locator) -> None:
    handle = tool.get_by_role("button", name=name, exact=True)
    handle.scroll_into_view_if_needed()
    start, end = handle.bounding_box(), onto.bounding_box()
    assert start
    assert end
    mouse = tool.page.mouse
    mouse.move(start["x"] + 8, start["y"] + 8)
    mouse.down()
    mouse.move(end["x"] + 8, end["y"] + 8, steps=8)
    expect(tool.locator(".runplan-over")).to_have_count(1)
    mouse.up()
    expect(tool.locator(".runplan-over")).to_have_count(0)


def test_doses_are_typed_and_mend_the_verdict(tool: Locator) -> None:
    expect(verdict(tool, 3)).to_contain_text("Fails: Drop jump: 12 repetitions a set")
    most = tool.get_by_role("spinbutton", name="drop jump: reps, at most")
    most.fill("5")
    most.press("Tab")
    # the least is taken along
    expect(tool.get_by_role("spinbutton", name="drop jump: reps, at least")).to_have_value("5")
    rest = tool.get_by_role("spinbutton", name="Rest in seconds, superset 3")
    rest.fill("150")
    rest.press("Enter")
    expect(verdict(tool, 3)).not_to_contain_text("45 s rest")
    expect(verdict(tool, 3)).to_contain_text("Every other rule holds")
    rest.fill("9000")
    rest.press("Tab")
    expect(rest).to_have_value("150")


def test_the_rest_moves_the_picture_and_nothing_jumps(tool: Locator, watch: str) -> None:
    slider = tool.get_by_role("slider", name="Rest")
    slider.focus()
    tool.evaluate(watch)
    for _ in range(4):
        tool.page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "105 s")
    expect(said(tool)).to_contain_text("The article's session, changed: 5 supersets in 57 min 30 s")
    seen = tool.page.evaluate("window.seen")
    assert seen["frames"] > 5
    assert (seen["missing"], seen["jumps"]) == (0, [])


def test_better_pairs_are_looked_for_and_told(tool: Locator) -> None:
    tool.get_by_role("button", name="Suggest better pairs").press("Enter")
    region = tool.get_by_role("region", name="What pairing can do")
    expect(region).to_contain_text("places 1 to 50 of 945")
    expect(region.get_by_role("img", name="fail")).to_be_visible()
    tool.get_by_role("button", name="Best order").press("Enter")
    expect(exercise(tool, 1)).to_have_value("drop_jump")
    expect(region).to_contain_text("Press Suggest better pairs")


def test_two_on_a_page_are_independent(tool: Locator) -> None:
    other = tool.page.locator(".runplan-tool").nth(1)
    tool.get_by_role("button", name="Move superset 2 up").press("Enter")
    expect(exercise(tool, 1)).to_have_value("hip_thrust")
    expect(exercise(other, 1)).to_have_value("bulgarian_split_squat")


def test_axe_finds_nothing_serious(tool: Locator) -> None:
    found = Axe().run(tool.page, context=".runplan-tool").response["violations"]
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []
