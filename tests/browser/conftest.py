"""A real JupyterLab in a real browser, with a student's workspace."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

import matplotlib
import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from runplan.lessons import editions

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

PANEL = "window.jupyterapp?.shell.currentWidget"
CODE = f"({PANEL}.content.widgets.filter(cell => cell.model.type === 'code'))"
# JupyterLab opens what was open before, too: in front must stand the lesson that was asked for
READY = f"""name => {{
  const context = {PANEL}?.sessionContext;
  return context?.isReady && {PANEL}.context.isReady && {PANEL}.context.path === name
    && context.session?.kernel?.status === "idle";
}}"""
# an error stops the run, so then the last cell never gets its number
OUTPUTS = "cell => cell.model.outputs.toJSON()"
ERRORS = (
    f"() => {CODE}.flatMap({OUTPUTS}).filter(o => o.output_type === 'error').map(o => o.evalue)"
)
ALL_RUN = f"""() =>
  {CODE}.every(cell => cell.model.executionCount) || ({ERRORS})().length > 0"""

# from now on: is the picture there in every frame, and does anything but its insides move?
_WATCH = """tool => {
  const svg = tool.querySelector(".runplan-picture svg");
  const stands = () =>
    [...tool.querySelectorAll(".runplan-picture, input, select, button")].map((node) => {
      const box = node.getBoundingClientRect(), all = tool.getBoundingClientRect();
      // the shorter column stays in sight, wherever the page is scrolled to
      const y = node.closest(".runplan-pictures") ? 0 : box.y - all.y;
      return [box.width, box.height, box.x - all.x, y];
    });
  const start = stands();
  const moved = () => stands().flatMap((box, place) =>
    box.some((side, at) => Math.abs(side - start[place][at]) > 1) ? [[start[place], box]] : []);
  const seen = window.seen = { frames: 0, missing: 0, jumps: [] };
  (function frame() {
    seen.frames += 1;
    const now = tool.querySelector(".runplan-picture svg");
    const there = now === svg && svg.querySelector("path") && svg.getBoundingClientRect().height;
    if (!there) seen.missing += 1;
    if (moved().length) seen.jumps = moved();
    if (window.seen === seen) requestAnimationFrame(frame);
  })();
}"""


@pytest.fixture(scope="module")  # no longer: while it lives, no other event loop can run
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("needs Chromium: sudo apt-get install chromium")
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A student's new workspace."""
    folder = tmp_path_factory.mktemp("a student's course")
    editions.start(folder)
    return folder


@pytest.fixture(scope="session")
def lab(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a JupyterLab in that workspace; its token is in it."""
    home = tmp_path_factory.mktemp("home")
    more = ("--LabApp.extension_manager=readonly", "--LabApp.expose_app_in_browser=True")
    with _jupyter("jupyterlab", course, home, *more) as (url, token):
        yield urljoin(url, f"lab?token={token}")


@pytest.fixture(scope="session")
def notebook_7(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Notebook 7 in that workspace, with `NAME` where a notebook's name goes."""
    home = tmp_path_factory.mktemp("home")
    more = ("--JupyterNotebookApp.expose_app_in_browser=True",)
    with _jupyter("notebook", course, home, *more) as (url, token):
        yield urljoin(url, f"notebooks/NAME?token={token}")


@contextmanager
def _jupyter(program: str, root: Path, home: Path, *more: str) -> Iterator[tuple[str, str]]:
    """Run a Jupyter program; give its address and token."""
    command = [
        *(sys.executable, "-m", program, "--no-browser", "--ServerApp.port=0", "--allow-root"),
        *(f"--ServerApp.root_dir={root}", *more),
    ]
    environment = os.environ | {
        "HOME": str(home),
        "MPLCONFIGDIR": matplotlib.get_configdir(),  # the list of fonts takes long to make
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
    }
    server = subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    assert server.stderr is not None
    for line in server.stderr:  # blocks until the server says that it listens
        if "To access the server" in line:
            break
    else:
        pytest.fail(f"{program} did not start")
    (facts,) = (home / "runtime").glob("jpserver-*.json")
    known = json.loads(facts.read_text())
    # read on, or the server would wait for its full pipe
    subprocess.Popen(["cat"], stdin=server.stderr, stdout=subprocess.DEVNULL)
    yield known["url"], known["token"]
    server.terminate()
    server.wait()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page, shared by the tests of a file; an error in its console fails the last of them."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    shown = context.new_page()
    errors: list[str] = []
    shown.on("pageerror", lambda error: errors.append(str(error)))
    shown.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    yield shown
    context.close()
    assert errors == []


@pytest.fixture(scope="module")
def lesson(request: pytest.FixtureRequest, page: Page, lab: str) -> Page:
    """The lesson that the test file names in NAME, opened in JupyterLab, all its cells run."""
    name = request.module.NAME
    page.goto(lab.replace("/lab?", f"/lab/tree/{name}?"))
    # before that, running asks which kernel to take
    page.wait_for_function(READY, arg=name, timeout=120_000)
    page.evaluate("() => void window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_function(ALL_RUN, timeout=120_000)  # a new machine builds its caches first
    assert page.evaluate(ERRORS) == []
    return page


@pytest.fixture
def watch() -> str:
    """Script that watches a tool from now on: `window.seen` counts missing pictures and jumps."""
    return _WATCH


@pytest.fixture
def settled() -> Callable[[Locator], Locator]:
    """Give a function that waits until a tool's pictures know their size and theme."""

    def wait(tool: Locator) -> Locator:
        for picture in tool.locator(".runplan-picture").all():
            expect(picture).to_be_visible()
        return tool

    return wait
