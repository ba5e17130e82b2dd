"""Lesson 09 in a real JupyterLab: a plan for somebody's words, held against a rubric."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

PANEL = "window.jupyterapp.shell.currentWidget"
NAME = "09_case_studies.ipynb"
expect.set_options(timeout=20_000)  # a plan for another runner is solved anew


def desk(page: Page, title: str) -> tuple[Locator, Locator]:
    """Return a brief's tool and its task."""
    box = page.locator(".runplan-task-in-sight", has_text=title)
    return box.locator("xpath=.."), box


def test_a_brief_stays_in_sight_while_its_tool_is_scrolled(lesson: Page) -> None:
    tool, box = desk(lesson, "Ida's first 10 km")
    tool.get_by_label("Races (dates)", exact=True).scroll_into_view_if_needed()
    expect(box.get_by_text("owns nothing but a wall and a mat")).to_be_in_viewport()
    expect(box.get_by_role("button", name="Check")).to_be_in_viewport()


def test_each_criterion_is_held_against_the_plan(lesson: Page) -> None:
    tool, box = desk(lesson, "Ida's first 10 km")
    lines = box.locator(".parts li")
    box.get_by_role("button", name="Check").click()
    missed = lines.filter(has_text="is made for 29 August 2027")
    expect(missed).to_contain_text("✗")
    expect(box.locator(".feedback")).to_contain_text("29 August 2027 is not in the season")
    races = tool.get_by_label("Races (dates)", exact=True)
    races.fill("2027-08-29")
    races.press("Enter")
    expect(lines).to_have_count(0)  # a verdict on another plan would mislead
    box.get_by_role("button", name="Check").click()
    expect(missed).to_contain_text("✓")


def test_another_brief_has_a_plan_of_its_own(lesson: Page) -> None:
    tool, box = desk(lesson, "Reto's two mountains")
    expect(tool.get_by_label("Races (dates)", exact=True)).to_have_value("")
    box.get_by_role("button", name="Check").click()
    expect(box.locator(".feedback")).to_contain_text("11 July 2027 and 12 September 2027")


def test_axe_finds_nothing_serious(lesson: Page) -> None:
    found = Axe().run(lesson, context=".runplan-task-in-sight").response["violations"]
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []


def test_what_nobody_answers_says_so(lesson: Page) -> None:
    tool, box = desk(lesson, "Ida's first 10 km")
    told = "No answer from Python any more. Run this cell again"
    expect(box.get_by_role("alert")).to_have_count(0)
    lesson.evaluate(f"() => {PANEL}.sessionContext.session.kernel.restart()")
    expect(box.get_by_role("alert")).to_contain_text(told)
    expect(tool.locator(".runplan-panel-of-controls [role=alert]").first).to_contain_text(told)
