"""The live tools in a real JupyterLab, by real keys: what changes, and what stands still."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

NAME = "live.ipynb"
CELLS = [
    "from runplan.widgets import SeasonPlanner, StrideExplorer",
    "stride = StrideExplorer(); stride",
    "season = SeasonPlanner(races='2027-09-05', start_date='2026-11-30'); season",
    "other = SeasonPlanner(races='2027-09-05', start_date='2026-11-30'); other",
]


@pytest.fixture(scope="module", autouse=True)
def notebook(course: Path) -> None:
    cells = [
        {
            "cell_type": "code",
            "id": f"c{place}",
            "source": source,
            "metadata": {},
            "outputs": [],
            "execution_count": None,
        }
        for place, source in enumerate(CELLS)
    ]
    known = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    made = {"cells": cells, "metadata": known, "nbformat": 4, "nbformat_minor": 5}
    (course / NAME).write_text(json.dumps(made))


@pytest.fixture
def stride(lesson: Page, settled: Callable[[Locator], Locator]) -> Locator:
    return settled(lesson.locator(".runplan-tool", has=lesson.get_by_label("Stance")))


@pytest.fixture
def season(lesson: Page, settled: Callable[[Locator], Locator]) -> Locator:
    return settled(
        lesson.locator(".runplan-tool", has=lesson.get_by_label("Taper", exact=True)).first
    )


def pictures(tool: Locator) -> list[str]:
    return [picture.inner_html() for picture in tool.locator(".runplan-picture svg").all()]


def sentence(tool: Locator) -> str:
    return tool.locator(".runplan-picture svg").first.get_attribute("aria-label") or ""


def test_keys_move_the_stride(stride: Locator, watch: str) -> None:
    slider = stride.get_by_role("slider", name="Moment of the stride")
    slider.focus()
    before, said = pictures(stride), sentence(stride)
    stride.evaluate(watch)
    for _ in range(5):
        stride.page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "5 %")
    expect(stride.locator("figcaption span").first).to_contain_text("The right side at 5 %")
    stride.page.keyboard.press("PageUp")
    expect(stride.locator("figcaption span").first).to_contain_text("The right side at 15 %")
    after = pictures(stride)
    assert all(one != two for one, two in zip(before, after, strict=True))
    assert sentence(stride) != said
    seen = stride.page.evaluate("window.seen")
    assert seen["frames"] > 5
    assert (seen["missing"], seen["jumps"]) == (0, [])


def test_the_play_button_runs_in_the_browser_and_stops(stride: Locator) -> None:
    stride.get_by_role("button", name="Play: Moment of the stride").press("Enter")
    slider = stride.get_by_role("slider", name="Moment of the stride")
    expect(slider).to_have_attribute("aria-valuetext", re.compile(r"[3-9]\d %"))
    stride.get_by_role("button", name="Pause: Moment of the stride").press("Enter")
    at = slider.get_attribute("aria-valuetext")
    expect(stride.locator("figcaption span").first).to_contain_text(f"The right side at {at}")


def test_options_say_what_is_known(stride: Locator) -> None:
    stride.get_by_role("combobox", name="Hill").select_option("uphill")
    hill = stride.get_by_role("status").filter(has_text="On a slope of 12°")
    expect(hill).to_contain_text("the hip does nearly all the extra work")
    expect(hill).to_contain_text("The picture stays on level ground.")


def test_keys_move_the_season_and_warnings_come(season: Locator, watch: str) -> None:
    taper = season.get_by_role("slider", name="Taper", exact=True)
    taper.focus()
    before = pictures(season)
    season.evaluate(watch)
    taper.press("End")
    expect(season.locator("figcaption span").first).to_contain_text("a taper of 28 days")
    expect(season.get_by_text("28 days is longer than trials support")).to_be_visible()
    taper.press("ArrowLeft")
    expect(season.locator("figcaption span").first).to_contain_text("a taper of 27 days")
    assert pictures(season) != before
    seen = season.page.evaluate("window.seen")
    assert (seen["missing"], seen["jumps"]) == (0, [])


def test_one_week_is_skipped_for_easier_weeks(season: Locator) -> None:
    every = season.get_by_role("slider", name="An easier week every")
    every.press("Home")
    expect(every).to_have_attribute("aria-valuetext", "never")
    every.press("ArrowRight")
    expect(every).to_have_attribute("aria-valuetext", "2 weeks")
    every.press("ArrowLeft")
    expect(every).to_have_attribute("aria-valuetext", "never")


def test_a_typing_error_is_told_and_mended(season: Locator) -> None:
    races = season.get_by_role("textbox", name="Races (dates)")
    races.fill("2027-13-05")
    races.press("Enter")
    expect(races).to_have_attribute("aria-invalid", "true")
    expect(season.get_by_role("status").filter(has_text="2027-13-05")).to_be_visible()
    races.fill("2027-05-09, 2027-09-05")
    races.press("Enter")
    expect(races).to_have_attribute("aria-invalid", "false")
    expect(season.locator("figcaption span").first).to_contain_text("9 May 2027")


def test_a_copy_is_kept_and_the_other_planner_stays(season: Locator, lesson: Page) -> None:
    other = lesson.locator(".runplan-tool", has=lesson.get_by_label("Taper", exact=True)).nth(1)
    expect(other.locator("figcaption span").first).to_contain_text("a taper of 14 days")
    season.get_by_role("button", name="Keep a copy to compare").press("Enter")
    season.get_by_role("button", name="The article's year").press("Enter")
    expect(season.locator("figcaption span").first).to_contain_text("Beside the kept copy")
    season.get_by_role("button", name="Drop the copy").press("Enter")
    expect(season.locator("figcaption span").first).to_contain_text("no taper")
    expect(other.locator("figcaption span").first).to_contain_text("a taper of 14 days")


IN_SIGHT = """node => {
  const box = node.getBoundingClientRect();
  const page = node.closest(".jp-WindowedPanel-outer").getBoundingClientRect();
  return box.top > page.top - 2 && box.bottom < page.bottom + 2 && box.right < page.right + 2;
}"""


@pytest.fixture(params=[1280, 800])
def wide(request: pytest.FixtureRequest, lesson: Page) -> Iterator[int]:
    lesson.set_viewport_size({"width": request.param, "height": 900})
    yield request.param
    lesson.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("name", ["An easier week every", "Mean cut of the taper"])
def test_a_slider_and_its_picture_are_in_sight_together(
    wide: int, season: Locator, name: str
) -> None:
    slider = season.get_by_role("slider", name=name)
    slider.press("ArrowLeft")
    slider.press("ArrowRight")
    for node in (slider, season.locator(".runplan-picture")):
        season.page.wait_for_function(IN_SIGHT, arg=node.element_handle())


def test_a_second_view_shows_what_the_first_shows(season: Locator, lesson: Page) -> None:
    taper = season.get_by_role("slider", name="Taper", exact=True)
    taper.press("Home")
    expect(season.locator("figcaption span").first).to_contain_text("no taper")
    taper.press("ArrowRight")
    expect(season.locator("figcaption span").first).to_contain_text("a taper of 1 day")
    lesson.evaluate("() => void window.jupyterapp.commands.execute('notebook:create-output-view')")
    view = lesson.locator(".jp-LinkedOutputView .runplan-picture")
    expect(view.locator("svg")).to_have_attribute("aria-label", re.compile("a taper of 1 day"))
    lesson.wait_for_function(
        """([one, two]) => {
          const shapes = (picture) =>
            [...picture.querySelectorAll("g path")].map((path) => path.getAttribute("d")).join();
          return shapes(one) === shapes(two);
        }""",
        arg=[part.element_handle() for part in (season.locator(".runplan-picture"), view)],
    )


@pytest.fixture(params=["JupyterLab Dark", "JupyterLab Light"])
def theme(request: pytest.FixtureRequest, lesson: Page) -> str:
    lesson.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })",
        request.param,
    )
    light = str(request.param.endswith("Light")).lower()
    lesson.locator(f"body[data-jp-theme-light={light}]").wait_for(state="attached")
    return str(request.param)


def test_the_theme_is_followed_and_axe_finds_nothing_serious(
    theme: str, stride: Locator, season: Locator, lesson: Page
) -> None:
    paper = "rgb(22, 25, 29)" if theme.endswith("Dark") else "rgb(255, 255, 255)"
    for tool in (stride, season):
        ground = tool.locator(".runplan-picture svg path").first
        expect(ground).to_have_css("fill", paper)
    for part in (".runplan-live", ".runplan-panel-of-controls"):
        found = Axe().run(lesson, context=part).response["violations"]
        serious = [fault for fault in found if fault["impact"] in ("serious", "critical")]
        assert serious == []
