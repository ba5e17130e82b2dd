"""`runplan lab` as somebody starts it: each folder of lessons has its own open tabs."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from runplan.lessons import editions


@contextmanager
def opened(browser: Browser, folder: Path, home: Path) -> Iterator[Page]:
    """Start the command for a folder, open the address that it prints, and end it again."""
    with subprocess.Popen(
        [sys.executable, "-m", "runplan.cli", "lab", str(folder)],
        env=os.environ | {"HOME": str(home), "DISPLAY": "", "WAYLAND_DISPLAY": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as running:
        assert running.stdout is not None
        said = [next(running.stdout)]
        while not said[-1].strip().startswith("http"):
            said.append(next(running.stdout))
        address = said[-1].strip()
        context = browser.new_context()
        try:
            page = context.new_page()
            page.goto(address)
            yield page
        finally:
            context.close()
            running.terminate()  # its server and kernels end with it
            said += running.stdout
    # what a kernel says when it begins frightens who sees a terminal for the first time
    assert "without encryption" not in "".join(said)


def tabs(page: Page) -> list[str]:
    return page.locator("#jp-main-dock-panel").get_by_role("tab").all_inner_texts()


def test_another_folder_does_not_bring_back_what_was_open_here(
    browser: Browser, tmp_path: Path
) -> None:
    first, second = tmp_path / "course", tmp_path / "my class"
    for folder in (first, second):
        editions.start(folder)
    one, two = "00_start_here.ipynb", "01_muscles_that_run.ipynb"
    with opened(browser, first, tmp_path) as page:
        dock = page.locator("#jp-main-dock-panel")
        expect(dock.get_by_role("tab", name=one)).to_be_visible(timeout=60_000)
        with page.expect_response(
            lambda got: "/api/workspaces/" in got.url and got.request.method == "PUT"
        ):
            page.get_by_role("listitem", name=two).dblclick()
        expect(dock.get_by_role("tab", name=two)).to_be_visible()
    with opened(browser, second, tmp_path) as page:
        dock = page.locator("#jp-main-dock-panel")
        expect(dock.get_by_role("tab", name=one)).to_be_visible(timeout=60_000)
        assert tabs(page) == [one]
    with opened(browser, first, tmp_path) as page:
        dock = page.locator("#jp-main-dock-panel")
        expect(dock.get_by_role("tab", name=two)).to_be_visible(timeout=60_000)
