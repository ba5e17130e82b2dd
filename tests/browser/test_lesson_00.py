"""Lesson 00 in a real JupyterLab, by keyboard: choose a runner; what was answered comes back."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from runplan.lessons import record

NAME = "00_start_here.ipynb"


@pytest.fixture(scope="module", autouse=True)
def forgotten(course: Path) -> Iterator[None]:
    """Other tests share the workspace: whom this one chose does not go on with them."""
    yield
    (course / record.FILE).unlink(missing_ok=True)


def task(page: Page, number: int) -> Locator:
    return page.locator(".runplan-task").nth(number)


def test_the_first_slider_moves_and_is_judged(lesson: Page) -> None:
    slider = lesson.get_by_role("slider", name="Moment of the stride").nth(1)
    slider.focus()
    for _ in range(3):
        lesson.keyboard.press("PageUp")
    for _ in range(5):
        lesson.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "45 %")
    sentence = lesson.locator("figcaption", has_text="The right side at").nth(1)
    expect(sentence).to_contain_text("at 45 %")  # a verdict goes when its setting moves
    task(lesson, 1).get_by_role("button", name="Check").press("Enter")
    expect(task(lesson, 1).get_by_role("status").first).to_contain_text("✓ Right.")


def test_a_runner_is_chosen_described_and_taken_along(lesson: Page, course: Path) -> None:
    page = lesson
    who = page.get_by_role("combobox", name="Runner", exact=True)
    who.select_option("Kiri")
    year = page.locator("figcaption", has_text="'s year from")
    expect(year).to_contain_text("19 December 2027")

    who.select_option("own")
    more = page.locator("summary", has_text="More about this runner")
    more.focus()
    page.keyboard.press("Enter")
    races = page.get_by_role("textbox", name="Race date, then Enter")
    races.fill("2027-13-09")
    races.press("Enter")
    expect(races).to_have_attribute("aria-invalid", "true")
    races.fill("2027-05-09")
    races.press("Enter")
    expect(races).to_have_attribute("aria-invalid", "false")
    expect(year).to_contain_text("race on 9 May 2027")
    name = page.get_by_role("textbox", name="Name")
    name.fill("Åsa")
    name.press("Enter")
    page.get_by_role("group", name="Hard runs on").get_by_label("wed").check()
    expect(page.get_by_text("Åsa, level 1")).to_contain_text("hard on wed")
    page.get_by_role("button", name="Go through the course with this runner").press("Enter")
    expect(page.get_by_text("Åsa goes through the course with you.")).to_be_visible()
    kept = json.loads((course / record.FILE).read_text())
    assert kept["runner"] == "Åsa"
    assert kept["runners"]["Åsa"]["case"]["races"] == ["2027-05-09"]


def test_answers_are_there_again_after_the_kernel_is_restarted(lesson: Page, course: Path) -> None:
    page = lesson
    way = task(page, 4)
    way.get_by_label("runplan start").check()
    way.get_by_role("button", name="Hint").click()
    way.get_by_role("button", name="Check").click()
    expect(way.get_by_role("status").first).to_contain_text("✗ Not yet.")

    page.evaluate(
        """async () => {
          const panel = window.jupyterapp.shell.currentWidget;
          panel.content.widgets.forEach((cell) => cell.model.clearExecution?.());
          await panel.sessionContext.restartKernel();
          await window.jupyterapp.commands.execute("notebook:run-all-cells");
        }"""
    )
    expect(way.get_by_label("runplan start")).to_be_checked()
    expect(way.get_by_role("status").first).to_contain_text("✗ Not yet.")
    expect(way.get_by_role("listitem")).to_have_count(1)
    expect(task(page, 1)).to_contain_text("You have solved this before; the tool shows how.")
    expect(page.get_by_role("combobox", name="Runner", exact=True)).to_have_value("own")


def test_axe_finds_nothing_serious_in_the_chooser(lesson: Page) -> None:
    lesson.get_by_role("combobox", name="Runner", exact=True).scroll_into_view_if_needed()
    found = Axe().run(lesson, context=".runplan-panel-of-controls").response["violations"]
    assert [fault for fault in found if fault["impact"] in ("serious", "critical")] == []
