"""Lesson 08 in a real JupyterLab: the plan is changed by hand, judged, and taken home."""

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from runplan import Plan

NAME = "08_build_a_plan.ipynb"
expect.set_options(timeout=20_000)  # a plan for another runner is solved anew


def verdict(page: Page, title: str) -> Locator:
    """Press Check in a task and return its box."""
    box = page.locator(".runplan-task", has_text=title)
    box.scroll_into_view_if_needed()
    box.get_by_role("button", name="Check").click()
    return box


def test_a_holiday_is_typed_and_judged(lesson: Page) -> None:
    away = lesson.get_by_label("Away (dates)", exact=True)
    away.scroll_into_view_if_needed()
    away.fill("2027-02-09 to 2027-02-14")
    away.press("Enter")
    year = lesson.locator(".runplan-picture svg[role=img]").last
    expect(year).to_have_attribute("aria-label", re.compile("away 9 to 14 February"))
    expect(verdict(lesson, "goes on holiday")).to_contain_text("away on 6 of 7 days")
    away.fill("2027-02-08 to 2027-02-14")
    away.press("Enter")
    expect(year).to_have_attribute("aria-label", re.compile("away 8 to 14 February"))
    expect(verdict(lesson, "goes on holiday")).to_contain_text("Right")


def test_the_plan_is_taken_home_into_the_workspace(lesson: Page, course: Path) -> None:
    lesson.get_by_role("button", name="Write the files").click()
    files = lesson.get_by_role("region", name="Your files")
    expect(files).to_contain_text(f"Written into {course / 'plans'}")
    assert Plan.load(course / "plans" / "plan-Noor.json").runner.away


def test_axe_finds_nothing_serious(lesson: Page) -> None:
    found = Axe().run(lesson, context=".runplan-tool").response["violations"]
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []
