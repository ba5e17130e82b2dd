"""Lesson 06 in a real JupyterLab, by keys: a year is mended, judged and kept for the runner."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from runplan.lessons import record

NAME = "06_the_year_as_a_curve.ipynb"


@pytest.fixture(scope="module", autouse=True)
def forgotten(course: Path) -> Iterator[None]:
    """Other tests share the workspace: what this one keeps does not go on with them."""
    yield
    (course / record.FILE).unlink(missing_ok=True)


def tool(page: Page, place: int) -> Locator:
    found = page.locator(".runplan-tool").nth(place)
    found.scroll_into_view_if_needed()
    expect(found.locator(".runplan-picture").last).to_be_visible()
    return found


def task(page: Page, words: str) -> Locator:
    return page.locator(".runplan-task", has_text=words)


def verdict(asked: Locator) -> Locator:
    asked.get_by_role("button", name="Check").press("Enter")
    return asked.get_by_role("status").first


def test_base_pays_for_an_earlier_race(lesson: Page) -> None:
    year = tool(lesson, 0)
    races = year.get_by_role("textbox", name="Races (dates)")
    races.fill("2027-08-08")
    races.press("Enter")
    expect(year.locator("figcaption")).to_contain_text("from 30 November 2026")
    expect(year.locator("figcaption")).to_contain_text("base 12 weeks")
    expect(year.get_by_text("base 12 of 16 weeks")).to_be_visible()
    year.get_by_role("button", name="Reset").press("Enter")
    expect(year.locator("figcaption")).to_contain_text("base 16 weeks")


def test_a_bare_year_is_mended(lesson: Page) -> None:
    bare, mend = tool(lesson, 1), task(lesson, "no easier week and no taper")
    expect(verdict(mend)).to_contain_text("No easier weeks")
    bare.get_by_role("slider", name="An easier week every").focus()
    for _ in range(3):  # never, 2, 3, 4: a block of one week is skipped
        lesson.keyboard.press("ArrowRight")
    expect(bare.locator("figcaption")).to_contain_text("every 4 weeks")
    expect(verdict(mend)).to_contain_text("No taper")
    taper = bare.get_by_role("slider", name="Taper", exact=True)
    taper.press("End")
    expect(bare.locator("figcaption")).to_contain_text("a taper of 28 days")
    expect(verdict(mend)).to_contain_text("longer than trials support")
    for _ in range(14):
        taper.press("ArrowLeft")
    expect(bare.locator("figcaption")).to_contain_text("a taper of 14 days")
    expect(verdict(mend)).to_contain_text("✓ Right.")


def test_the_article_s_summer_is_mended_by_its_weights(lesson: Page) -> None:
    summer, asked = tool(lesson, 2), task(lesson, "The year above is the article's")
    summer.locator("summary", has_text="One phase").focus()
    lesson.keyboard.press("Enter")
    least = summer.get_by_role("slider", name="Intensity, at least")
    for _ in range(5):
        least.press("ArrowRight")
    expect(least).to_have_attribute("aria-valuetext", "75 % 1RM")
    expect(summer.get_by_text("Competition starts at")).to_have_count(0)
    expect(verdict(asked)).to_contain_text("✓ Right. At 75 % 1RM")


def test_a_year_is_kept_by_its_button(lesson: Page, course: Path) -> None:
    keep = lesson.locator(".runplan-keep")
    keep.scroll_into_view_if_needed()
    expect(keep.get_by_role("status")).to_have_text(
        "This is what is kept; the button keeps what you change."
    )
    year = tool(lesson, 0)
    taper = year.get_by_role("slider", name="Taper", exact=True)
    taper.press("ArrowLeft")
    expect(year.locator("figcaption")).to_contain_text("a taper of 13 days")
    keep.get_by_role("button", name="Keep for Noor").press("Enter")
    expect(keep.get_by_role("status")).to_have_text("Kept for Noor: the season to 5 September 2027")
    held = json.loads((course / record.FILE).read_text())
    assert held["runners"]["Noor"]["season"]["taper_days"] == 13


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_axe_finds_nothing_serious(lesson: Page, theme: str) -> None:
    lesson.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
    )
    light = str(theme.endswith("Light")).lower()
    lesson.locator(f"body[data-jp-theme-light={light}]").wait_for(state="attached")
    for part in (".runplan-keep", ".runplan-task"):
        lesson.locator(part).first.scroll_into_view_if_needed()
        found = Axe().run(lesson, context=part).response["violations"]
        assert [fault for fault in found if fault["impact"] in ("serious", "critical")] == []
