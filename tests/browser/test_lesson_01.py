"""Lesson 01 in a real JupyterLab: run it, pick muscles, answer tasks."""

from conftest import open_lesson
from playwright.sync_api import Locator, Page, expect

ANCHOR = """path => {
  const [x, y] = path.dataset.anchor.split(",").map(Number);
  const at = new DOMPoint(x, y).matrixTransform(path.ownerSVGElement.getScreenCTM());
  return [at.x, at.y];
}"""


def shape(body: Locator, muscle: str) -> Locator:
    return body.locator(f"[role=button][data-muscle={muscle}]")


def click(page: Page, body: Locator, muscle: str) -> None:
    """Click inside a muscle; the middle of its box may lie between left and right."""
    shape(body, muscle).scroll_into_view_if_needed()
    page.mouse.click(*shape(body, muscle).evaluate(ANCHOR))


def test_a_student_goes_through_the_lesson(page: Page, lab: str) -> None:
    open_lesson(page, lab, "01_muscles_that_run.ipynb")
    map_ = page.locator(".runplan-bodymap").first
    shape(map_,"soleus").wait_for()
    map_.scroll_into_view_if_needed()
    page.screenshot(path="/tmp/s1.png")
    click(page, map_, "gluteus_maximus")
    page.screenshot(path="/tmp/s2.png")
    page.keyboard.press("ArrowDown")
    page.screenshot(path="/tmp/s3.png")
    t=page.locator(".runplan-task").nth(1)
    t.scroll_into_view_if_needed()
    t.get_by_text("lumbar multifidus").click()
    t.get_by_text("Check").click()
    t.get_by_text("Hint").click()
    page.wait_for_timeout(500)
    page.screenshot(path="/tmp/s4.png")
    page.locator(".runplan-task").last.scroll_into_view_if_needed()
    page.screenshot(path="/tmp/s5.png")
    map_.scroll_into_view_if_needed()
    page.get_by_label("All names").first.click()
    page.wait_for_timeout(500)
    page.screenshot(path="/tmp/s6.png")
