"""Lesson 01 in a real JupyterLab: run it, pick muscles by mouse and keyboard, answer tasks."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from runplan import Muscle

NAME = "01_muscles_that_run.ipynb"
# inside the muscle: the middle of its box may lie between left and right
INSIDE = """path => {
  const [x, y] = path.dataset.anchor.split(",").map(Number);
  const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM());
  const box = path.getBoundingClientRect();
  return { x: at.x - box.x, y: at.y - box.y };
}"""
ON_LINE = """path => {
  const at = path.getPointAtLength(path.getTotalLength() * 0.18);
  const here = at.matrixTransform(path.getScreenCTM());
  return [here.x, here.y];
}"""


def shape(body: Locator, muscle: str) -> Locator:
    return body.locator(f"[role=button][data-muscle={muscle}]")


def click(body: Locator, muscle: str) -> None:
    shape(body, muscle).click(position=shape(body, muscle).evaluate(INSIDE))


def pressed(body: Locator, muscle: str) -> None:
    expect(shape(body, muscle)).to_have_attribute("aria-pressed", "true")
    expect(body.locator("[aria-pressed=true]")).to_have_count(1)


def heading(body: Locator, words: str) -> None:
    expect(body.locator("h3")).to_have_text(words, ignore_case=True)


def test_a_student_goes_through_the_lesson(lesson: Page) -> None:
    page = lesson
    body = page.locator(".runplan-bodymap").first
    heading(body, "Pick a muscle")

    click(body, "gluteus_maximus")
    pressed(body, "gluteus_maximus")
    heading(body, "gluteus maximus")
    expect(body.get_by_text("Musculus gluteus maximus")).to_be_visible()
    expect(page.get_by_role("combobox", name="Muscle").first).to_have_value("gluteus maximus")

    # on by keyboard: one stop for Tab, arrows move on, the panel previews, Enter picks
    page.keyboard.press("ArrowDown")
    focused = body.locator("[role=button]:focus")
    expect(focused).not_to_have_attribute("data-muscle", "gluteus_maximus")
    onward = focused.get_attribute("data-muscle")
    heading(body, Muscle.find(onward).name_en)
    pressed(body, "gluteus_maximus")
    page.keyboard.press("Enter")
    pressed(body, onward)
    expect(body.locator("[role=button][tabindex='0']")).to_have_count(1)

    core = page.locator(".runplan-task").nth(1)
    core.get_by_label("psoas major").check()
    core.get_by_role("button", name="Check").click()
    expect(core.get_by_role("status")).to_contain_text("pulls the thigh forward")
    core.get_by_role("button", name="Hint").click()
    expect(core.get_by_role("listitem")).to_have_count(1)
    core.get_by_label("psoas major").uncheck()
    hold = ("transversus abdominis", "external oblique", "lumbar multifidus", "erector spinae")
    for muscle in hold:
        core.get_by_label(muscle).check()
    core.get_by_role("button", name="Check").click()
    expect(core.get_by_role("status")).to_contain_text("✓ Right.")

    level = page.locator(".runplan-task").nth(3)
    second = page.locator(".runplan-bodymap").nth(1)
    click(second, "gluteus_maximus")
    pressed(second, "gluteus_maximus")
    pressed(body, onward)  # the first map stays as it was
    level.get_by_role("button", name="Check").click()
    expect(level.get_by_role("status")).to_contain_text("✗ Not yet. You picked the gluteus maximus")
    chooser = page.get_by_role("combobox", name="Muscle").nth(1)
    chooser.select_option(label="gluteus medius")
    pressed(second, "gluteus_medius")
    level.get_by_role("button", name="Check").click()
    expect(level.get_by_role("status")).to_contain_text("✓ Right.")

    trains = page.locator(".runplan-task").nth(4)
    trains.get_by_label("wall tibialis raise").check()
    trains.get_by_label("banded ankle dorsiflexion").check()
    trains.get_by_label("banded ankle dorsiflexion").press("Enter")
    expect(trains.get_by_role("status")).to_contain_text("✓ Right.")


def test_keys_stay_in_the_task_but_shift_enter_goes_on(lesson: Page) -> None:
    page = lesson
    widest = page.locator(".runplan-task").nth(2)
    cells = page.locator(".jp-Cell").count()
    widest.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(widest.get_by_role("radio").nth(1)).to_be_checked()
    for key in "ddbax":
        page.keyboard.press(key)
    expect(page.locator(".jp-Cell")).to_have_count(cells)
    page.keyboard.press("Shift+Enter")
    expect(widest.get_by_role("radio").nth(1)).not_to_be_focused()
    expect(page.locator(".jp-Cell")).to_have_count(cells)


def test_a_deep_muscle_is_picked_by_its_outline_and_its_name(lesson: Page) -> None:
    page = lesson
    body = page.locator(".runplan-bodymap").first
    page.get_by_label("All names").first.check()
    body.locator("text", has_text="psoas major").click()
    pressed(body, "psoas_major")
    outline = body.locator(".outline[data-muscle=multifidus]")
    page.mouse.click(*outline.evaluate(ON_LINE))
    pressed(body, "multifidus")


def test_each_map_paints_with_patterns_of_its_own(lesson: Page) -> None:
    ids = lesson.locator(".runplan-bodymap pattern").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) >= 12  # two maps or more, six kinds each
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_nothing_serious_in_what_we_render(lesson: Page, theme: str) -> None:
    page = lesson
    page.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
    )
    light = str(theme.endswith("Light")).lower()
    page.locator(f"body[data-jp-theme-light={light}]").wait_for(state="attached")
    for part in (".runplan-bodymap", ".runplan-task"):
        page.locator(part).first.scroll_into_view_if_needed()
        found = Axe().run(page, context=part).response["violations"]
        serious = [fault for fault in found if fault["impact"] in ("serious", "critical")]
        assert serious == []
