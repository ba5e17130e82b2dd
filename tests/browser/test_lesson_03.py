"""Lesson 03 in a real JupyterLab: read forest plots, claims and the puzzle by real keys."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

NAME = "03_why_strength.ipynb"
OUTCOME, METRIC = "Outcome: what was asked", "Metric: how it was measured"
PEOPLE, ALOUD = "Population: who was studied", "Read one effect aloud"


def control(page: Page, label: str, number: int = 0) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True).nth(number)


def picture(page: Page, start: str) -> Locator:
    return page.locator(f"svg[role=img][aria-label^='{start}']")


def test_one_outcome_after_another_by_keys(lesson: Page) -> None:
    page = lesson
    first = control(page, OUTCOME)
    before = picture(page, "Forest plot of running economy, g").count()
    first.focus()
    page.keyboard.press("ArrowDown")
    expect(first).to_have_value("time trial")
    expect(picture(page, "Forest plot of time trial, g (")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(picture(page, "Forest plot of injury, RR")).to_have_count(1)
    expect(control(page, METRIC)).to_have_value("RR")
    # the second tool, further down, stays as it was
    expect(control(page, OUTCOME, 1)).to_have_value("running economy")
    expect(picture(page, "Forest plot of running economy, g")).to_have_count(before - 1)

    control(page, PEOPLE).focus()
    page.keyboard.press("ArrowDown")
    expect(
        picture(
            page, "Forest plot of injury in runners, RR (risk ratio, 1 is the same risk): 1 effect"
        )
    ).to_have_count(1)
    control(page, METRIC).focus()
    page.keyboard.press("ArrowDown")
    expect(picture(page, "Forest plot of injury in runners, HR")).to_have_count(1)
    control(page, ALOUD).select_option("E27")
    aloud = page.get_by_role("region", name="The effect, read aloud").first
    expect(aloud).to_contain_text("wholly on the wrong side of 1")
    expect(aloud).to_contain_text("https://doi.org/")


def test_a_task_judges_its_own_plots(lesson: Page) -> None:
    page = lesson
    task = page.locator(".runplan-task").nth(1)
    task.get_by_role("button", name="Check").click()
    expect(task.get_by_role("status")).to_contain_text("Nothing is chosen yet")
    control(page, OUTCOME, 1).select_option("strength beside endurance work")
    control(page, ALOUD, 1).select_option("E34")
    expect(picture(page, "Forest plot of strength beside")).to_have_count(1)
    task.get_by_role("button", name="Check").click()
    expect(task.get_by_role("status")).to_contain_text("✓ Right.")


def test_a_claim_is_told_with_its_source(lesson: Page) -> None:
    page = lesson
    said = page.get_by_role("region", name="What the evidence says")
    expect(said).to_contain_text("Pick a claim")
    control(page, "Claim").select_option("C33")
    expect(said).to_contain_text("gains were made with 2-3 sessions")
    expect(said).to_contain_text("Grade V")
    expect(said.get_by_role("listitem")).to_have_count(3)
    links = said.get_by_role("link").evaluate_all("all => all.map(one => one.href)")
    assert links[-1] == "https://doi.org/10.1111/sms.14313"
    assert len(links) == 3
    control(page, "Section of the article").select_option("07")
    expect(control(page, "Claim")).to_have_value("")
    expect(control(page, "Verdict").locator("option")).to_have_count(2)


def test_a_tile_is_picked_by_click_and_by_keys(lesson: Page) -> None:
    page = lesson
    said = page.get_by_role("region", name="What the evidence says")
    tiles = page.locator(".runplan-pick")
    expect(tiles).to_have_count(48)
    page.get_by_role("button", name="C09: Gluteals work mainly in the flight phase").click()
    expect(said).to_contain_text("Only about 15 %")
    expect(control(page, "Claim")).to_have_value("C09")
    # the tiles are one stop for Tab, and the arrows go from each to the next
    expect(page.locator(".runplan-pick[tabindex='0']")).to_have_count(1)
    tiles.first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    second = str(tiles.nth(1).get_attribute("aria-label"))
    expect(control(page, "Claim")).to_have_value(second.partition(":")[0])
    expect(tiles.nth(1)).to_be_focused()
    expect(page.locator(".runplan-pick[aria-pressed=true]")).to_have_count(1)
    expect(tiles.nth(1)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press(" ")
    expect(control(page, "Claim")).to_have_value("")


def test_the_puzzle_opens_after_the_guess(lesson: Page) -> None:
    page = lesson
    solved = page.get_by_role("region", name="What follows")
    control(page, "Case").select_option("B")
    expect(picture(page, "Case B: g, estimate -0.24, interval -1.04 to -0.55.")).to_have_count(1)
    expect(solved).not_to_contain_text("Eihara")
    control(page, "Estimate and interval").select_option("misfit")
    expect(solved).to_contain_text("You saw it.")
    expect(solved).to_contain_text("Eihara 2022")
    expect(solved).to_contain_text("Misprints found: 1 of 3.")
    control(page, "Case").select_option("A")
    expect(control(page, "Estimate and interval")).to_have_value("")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_nothing_serious_in_what_we_render(lesson: Page, theme: str) -> None:
    page = lesson
    page.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
    )
    light = str(theme.endswith("Light")).lower()
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", light)
    expect(page.locator(".runplan-picture svg").first).to_be_visible()
    found = Axe().run(page, context=".runplan", options={"resultTypes": ["violations"]})
    serious = [
        v["id"] for v in found.response["violations"] if v["impact"] in ("serious", "critical")
    ]
    assert serious == []
