"""What a student looks at stays in sight: running a cell, turning the wheel, coming to the end."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

NAME = "02_the_stride.ipynb"
READY = """path => {
  const { context, sessionContext } = window.jupyterapp.shell.currentWidget;
  return context?.path === path && context.isReady
    && sessionContext.session?.kernel?.status === "idle";
}"""
PANEL = "window.jupyterapp.shell.currentWidget"
SCROLLED = f"{PANEL}.content.node.querySelector('.jp-WindowedPanel-outer')"
# place in the notebook's view: its own height is 1
PLACE = f"""node => {{
  const view = {SCROLLED}.getBoundingClientRect(), box = node.getBoundingClientRect();
  return [(box.top - view.top) / view.height, (box.bottom - view.top) / view.height];
}}"""


def test_the_settings_that_come_with_the_course_hold(lesson: Page) -> None:
    held = lesson.evaluate(f"() => {PANEL}.content.notebookConfig")
    assert held["windowingMode"] == "none"
    assert held["scrollPastEnd"] is False


def test_the_end_of_a_lesson_is_no_empty_page(
    lesson: Page, settled: Callable[[Locator], Locator]
) -> None:
    page = lesson
    settled(page.locator(".jp-Notebook"))  # until then it grows
    last = page.locator(".jp-Cell").last
    for _ in range(2):
        page.evaluate(f"() => {{ const all = {SCROLLED}; all.scrollTop = all.scrollHeight; }}")
        expect(last).to_be_in_viewport()
        _, end = last.evaluate(PLACE)
        assert 0.8 < end < 1.01
        # away to another tab, and back
        page.evaluate("() => void window.jupyterapp.commands.execute('launcher:create')")
        expect(last).not_to_be_visible()
        page.get_by_role("tab", name=NAME).click()
        expect(last).to_be_in_viewport()


def test_the_wheel_over_a_picture_turns_the_page(lesson: Page) -> None:
    page = lesson
    page.evaluate(f"() => {{ {SCROLLED}.scrollTop = 0; }}")
    picture = page.locator(".runplan-picture").first
    picture.scroll_into_view_if_needed()
    boxes = picture.evaluate(
        """node => {
          const found = [];
          for (let box = node.parentElement; box; box = box.parentElement)
            if (/auto|scroll/.test(getComputedStyle(box).overflowY)) found.push(box.className);
          return found;
        }"""
    )
    assert ["jp-WindowedPanel-outer" in name for name in boxes] == [True]


@pytest.mark.parametrize("start", ["explorer", "body"])
def test_what_a_cell_shows_does_not_jump_out_of_sight(lesson: Page, start: str) -> None:
    page = lesson
    name = {"explorer": NAME, "body": "01_muscles_that_run.ipynb"}[start]
    page.evaluate(
        "path => void window.jupyterapp.commands.execute('docmanager:open', { path })", name
    )
    page.wait_for_function(READY, arg=name)
    page.evaluate(
        f"""start => {{
          const lesson = {PANEL}.content;
          lesson.widgets.forEach((cell) => cell.model.clearExecution?.());
          const cells = lesson.widgets.map((cell) => cell.model.sharedModel.getSource());
          lesson.activeCellIndex = cells.findIndex((text) => text.includes(`\\n${{start}} = `));
          lesson.mode = "command";
          lesson.node.focus();
          return lesson.scrollToItem(lesson.activeCellIndex);
        }}""",
        start,
    )
    page.keyboard.press("Shift+Enter")
    tool = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)").locator(
        ".runplan-tool, .runplan-bodymap"
    )
    expect(tool).to_have_count(1)
    expect(tool.locator("svg").first).to_be_visible()
    begin, _ = tool.evaluate(PLACE)
    assert 0 <= begin < 1
