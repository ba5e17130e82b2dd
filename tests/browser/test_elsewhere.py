"""The tools outside JupyterLab: a real Notebook 7, and a real Voilà, by real keys."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from runplan.lessons import serving

CELLS = [
    "from runplan.widgets import SeasonPlanner, StrideExplorer",
    "SeasonPlanner(races='2027-09-05', start_date='2026-11-30')",
    "StrideExplorer(pct=12)",
]
# JupyterLab's own keyboard shortcuts ask for settings that are not there yet: so it is on any
# page of Notebook 7, an empty one without runplan too
NOT_OURS = {"Cannot read properties of undefined (reading 'schema')"}
READY = """() => {
  const panel = window.jupyterapp?.shell.currentWidget;
  const context = panel?.sessionContext;
  return context?.isReady && panel.context.isReady && context.session?.kernel?.status === "idle";
}"""


@pytest.fixture(scope="module")
def file(course: Path) -> Path:
    """A notebook with the tools."""
    empty = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    cells = [empty | {"id": f"c{at}", "source": source} for at, source in enumerate(CELLS)]
    known = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    made = {"cells": cells, "metadata": known, "nbformat": 4, "nbformat_minor": 5}
    written = course / "elsewhere.ipynb"
    written.write_text(json.dumps(made))
    return written


@pytest.fixture(scope="module")
def voila(file: Path) -> Iterator[str]:
    """The address of that notebook in Voilà."""
    with serving.server(serving.voila(file, "runplan", "--Voila.port=8960")) as (_, address):
        yield address


@pytest.fixture(scope="module", params=["notebook_7", "voila"])
def elsewhere(request: pytest.FixtureRequest, browser: Browser, file: Path) -> Iterator[Page]:
    """A page with both tools; an error in its console, or a request to elsewhere, fails it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    shown = context.new_page()
    errors: list[str] = []
    asked: set[str | None] = set()
    shown.on("pageerror", lambda error: errors.append(str(error)))
    shown.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    shown.on("request", lambda request: asked.add(urlsplit(request.url).hostname))
    address = request.getfixturevalue(request.param)
    shown.goto(address.replace("NAME", file.name), timeout=120_000)
    if request.param == "notebook_7":
        shown.wait_for_function(READY, timeout=120_000)
        shown.evaluate("() => void window.jupyterapp.commands.execute('notebook:run-all-cells')")
    expect(shown.locator(".runplan-tool")).to_have_count(2, timeout=120_000)
    yield shown
    context.close()
    assert set(errors) <= NOT_OURS
    assert asked <= {"localhost", "127.0.0.1", None}


@pytest.mark.parametrize(
    "move",
    [
        ("Taper", "End", "a taper of 28 days"),
        ("Moment of the stride", "ArrowRight", "The right side at 13 %"),
    ],
    ids=["SeasonPlanner", "StrideExplorer"],
)
def test_a_key_moves_the_pictures_and_their_sentence(
    elsewhere: Page, settled: Callable[[Locator], Locator], watch: str, move: tuple[str, str, str]
) -> None:
    label, key, says = move
    slider = elsewhere.get_by_role("slider", name=label, exact=True)
    tool = elsewhere.locator(".runplan-tool").filter(has=slider)
    tool.scroll_into_view_if_needed()
    settled(tool)
    slider.focus()
    before = [picture.inner_html() for picture in tool.locator(".runplan-picture").all()]
    tool.evaluate(watch)
    slider.press(key)
    expect(tool.locator("figcaption span").first).to_contain_text(says)
    after = [picture.inner_html() for picture in tool.locator(".runplan-picture").all()]
    assert all(one != two for one, two in zip(before, after, strict=True))
    seen = elsewhere.evaluate("window.seen")
    assert (seen["missing"], seen["jumps"]) == (0, [])
