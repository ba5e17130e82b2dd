"""Lesson 04 in a real JupyterLab: a list made by keys is judged, mended and kept."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

NAME = "04_choosing_exercises.ipynb"


def tool(page: Page, number: int) -> Locator:
    return page.locator(".runplan-tool").nth(number)


def add(explorer: Locator, muscle: str) -> None:
    """Add the first exercise for a muscle, by keys; the muscle is picked on the map."""
    explorer.locator(f".muscle[data-muscle={muscle}]").first.press("Enter")
    expect(explorer.get_by_role("combobox", name="Muscle")).to_have_value(muscle)
    explorer.get_by_role("button", name="Add to the list").press("Enter")
    expect(explorer.get_by_role("button", name="Take from the list")).to_be_enabled()


def test_it_begins_with_the_weak_link(lesson: Page) -> None:
    first = tool(lesson, 0)
    expect(first.get_by_role("combobox", name="Muscle")).to_have_value("soleus")
    expect(first.get_by_role("combobox", name="Equipment")).to_have_value("gym")


def test_the_list_for_the_road_is_judged_and_mended(lesson: Page) -> None:
    road, task = tool(lesson, 1), lesson.locator(".runplan-task").nth(1)
    check, verdict = task.get_by_role("button", name="Check"), task.get_by_role("status")
    check.press("Enter")
    expect(verdict).to_contain_text("The list is still empty")
    add(road, "tibialis_anterior")
    add(road, "soleus")
    check.press("Enter")
    expect(verdict).to_contain_text("Still short: gluteus medius")
    add(road, "gluteus_medius")
    expect(road.locator("figcaption span").first).to_contain_text("3 exercises, 18 sets")
    check.press("Enter")
    expect(verdict).to_contain_text("✓ Right.")
    road.get_by_role("slider", name="Sets of each, a week").press("Home")
    check.press("Enter")
    expect(verdict).to_contain_text("Still short")


def test_a_list_is_kept_for_the_runner(lesson: Page, course: Path) -> None:
    mine = tool(lesson, 2)
    add(mine, "tibialis_anterior")
    lesson.get_by_role("button", name="Keep for Noor").press("Enter")
    expect(lesson.get_by_text("Kept for Noor: exercises:")).to_be_visible()
    records = [json.loads(path.read_text()) for path in course.rglob("*.json")]
    kept = [r["runners"]["Noor"]["exercises"] for r in records if "runners" in r]
    assert any("tibialis_raise" in ids for ids in kept)
    # other lessons in this folder find the list as it was
    mine.get_by_role("button", name="Take from the list").press("Enter")
    expect(mine.get_by_role("button", name="Add to the list")).to_be_enabled()
    lesson.get_by_role("button", name="Keep for Noor").press("Enter")
    expect(lesson.get_by_text("Kept for Noor: exercises:")).not_to_contain_text("tibialis raise")


@pytest.mark.parametrize("width", [1280, 800])
def test_nothing_is_wider_than_the_page(width: int, lesson: Page) -> None:
    lesson.set_viewport_size({"width": width, "height": 900})
    for number in range(3):
        explorer = tool(lesson, number)
        assert explorer.evaluate("tool => tool.scrollWidth <= tool.clientWidth + 1")
    lesson.set_viewport_size({"width": 1280, "height": 900})


def test_axe_finds_nothing_serious(lesson: Page) -> None:
    found = Axe().run(lesson, context=".jp-Notebook").response["violations"]
    serious = [fault for fault in found if fault["impact"] in ("serious", "critical")]
    ours = [
        (fault["id"], node["html"][:160])
        for fault in serious
        for node in fault["nodes"]
        if "runplan" in node["html"]
    ]
    assert ours == []
