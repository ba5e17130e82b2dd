"""How fast a picture follows a key, in a real JupyterLab in Chromium: ratios, never a test.

    python bench/browser.py

A row a tool: add one to `ROWS`. All stand in one notebook and are pressed in shuffled rounds, so
that what else the computer does hits them alike. A picture counts as painted in the frame after
the one that shows its last change.
"""

import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

PRESSES, HELD, EVERY_S = 40, 30, 1 / 30
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
QUIET += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
SHOW = """
import matplotlib.pyplot as plt
from attrs import evolve
from ipywidgets import interact, IntSlider, Label, VBox
from matplotlib._pylab_helpers import Gcf
from matplotlib.figure import Figure
import runplan
from runplan.moments import Moment
from runplan.supersets import SessionView
plt.ioff()
year = runplan.Season('2027-09-05', start_date='2026-11-30')
session = runplan.article_session()
def rested(rest_s):
    return evolve(session, supersets=[evolve(pair, rest_s=rest_s) for pair in session.supersets])
def shown(model):
    # the same picture, as pyplot would have made it: shown by the inline backend
    figure = runplan.draw(model)
    figure.__class__ = Figure
    Gcf.set_active(plt._get_backend_mod().new_figure_manager_given_figure(1, figure))
    plt.show()
"""
ECHO = """slider, label = IntSlider(50), Label('50')
slider.observe(lambda change: label.set_trait('value', str(change.new)), 'value')
VBox([slider, label])"""


@dataclass(frozen=True)
class Row:
    """A cell, what is pressed in it, what shows the answer, and what it is measured against."""

    cell: str
    slider: str
    answer: str
    against: str = ""


def everyone(slider: str, model: str) -> Row:
    """What everyone does: interact, with pyplot drawing the same picture."""
    name = slider.partition("=")[0]
    cell = f"interact(lambda {name}: shown({model}), {slider})"
    return Row(cell, ".noUi-handle", ".jp-OutputArea-child .jp-OutputArea")


def tool(made: str, moved: str, against: str) -> Row:
    """A tool of ours; `moved` is the name of its slider."""
    return Row(f"runplan.widgets.{made}", f"input[name={moved}]", ".runplan-picture", against)


ROWS = {
    "echo": Row(ECHO, ".noUi-handle", ".widget-label:last-child"),
    "interact, season": everyone(
        "taper_days=IntSlider(14, 0, 28)", "year.replace(taper_days=taper_days)"
    ),
    "interact, stride": everyone("pct=IntSlider(50)", "Moment(40, pct)"),
    "interact, session": everyone(
        "rest_s=IntSlider(150, 0, 300, 15)", "SessionView(rested(rest_s), 1)"
    ),
    "SeasonPlanner": tool("SeasonPlanner(year)", "taper_days", "interact, season"),
    "StrideExplorer": tool("StrideExplorer(pct=50)", "pct", "interact, stride"),
    "SupersetDesigner": tool("SupersetDesigner(rested(150))", "rest_s", "interact, session"),
}
WATCH = """([cell, answer]) => {
  const watched = window.watched ??= {};
  const tool = document.querySelectorAll(".jp-CodeCell")[cell];
  const all = [...tool.querySelectorAll(answer)];
  const mine = watched[cell] = { key: 0, painted: [] };
  tool.addEventListener("keydown", () => { mine.key = performance.now(); }, true);
  let waiting = false;
  const seen = new MutationObserver(async () => {
    const [root] = all;
    const image = root.querySelector("img");
    if (image && !image.complete) await image.decode().catch(() => 0);
    if (waiting || (root.matches(".jp-OutputArea") && !image)) return;
    waiting = true;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { waiting = false; mine.painted.push(performance.now()); };
      channel.port2.postMessage(0);
    });
  });
  for (const root of all) {
    seen.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  }
}"""


@contextmanager
def lab(folder: Path) -> Iterator[str]:
    """A JupyterLab, as runplan installs it."""
    environment = os.environ | {
        "HOME": str(folder),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ServerApp.port=0"]
    command += ["--allow-root", f"--ServerApp.root_dir={folder}"]
    command += ["--LabApp.extension_manager=readonly"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stderr=log, stdout=log)
    try:
        while not (found := re.search(r"http://\S+token=\w+", (folder / "log").read_text())):
            time.sleep(0.2)
        yield found[0].replace("/lab?", "/lab/tree/bench.ipynb?")
    finally:
        server.terminate()
        server.wait()


def notebook() -> str:
    """Return the notebook with all tools."""
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    sources = [SHOW, *(row.cell for row in ROWS.values())]
    cells = [cell | {"id": f"c{at}", "source": source} for at, source in enumerate(sources)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    return json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


def opened(page: Page, url: str) -> None:
    """Open the notebook, run it, and watch every answer."""
    with page.expect_websocket(lambda socket: "/channels" in socket.url) as kernel:
        page.goto(url)
    kernel.value.wait_for_event("framereceived")
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    cells = page.locator(".jp-CodeCell")
    for name, row in ROWS.items():
        image = " img" if row.answer.endswith("OutputArea") else ""
        answer = cells.nth(place(name)).locator(row.answer + image).first
        answer.wait_for(state="attached")
        answer.scroll_into_view_if_needed()  # a picture out of sight waits until it is seen
        answer.wait_for()
    time.sleep(2)
    for name, row in ROWS.items():
        page.evaluate(WATCH, [place(name), row.answer])


def place(name: str) -> int:
    """Which cell a row is; the first one is the set-up."""
    return 1 + list(ROWS).index(name)


def focus(page: Page, name: str) -> None:
    page.locator(".jp-CodeCell").nth(place(name)).locator(ROWS[name].slider).first.focus()
    # the kernel has done what the row before asked, and the browser has scrolled to this one
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
    page.evaluate("() => new Promise((done) => requestIdleCallback(done))")


def seen(page: Page, name: str) -> Any:
    return page.evaluate(f"window.watched[{place(name)}]")


def one_press(page: Page, name: str, key: str) -> float:
    """Return milliseconds from a key to its picture."""
    focus(page, name)
    time.sleep(0.4)  # what focus paints is over, and what the tool before still did
    before = len(seen(page, name)["painted"])
    page.keyboard.press(key)
    page.wait_for_function(f"window.watched[{place(name)}].painted.length > {before}")
    now = seen(page, name)
    return float(now["painted"][before] - now["key"])


def hold(page: Page, name: str) -> tuple[int, float]:
    """Hold a key at 30 a second; return pictures painted, and the lag after the last key."""
    focus(page, name)
    time.sleep(0.5)
    before = len(seen(page, name)["painted"])
    start = time.perf_counter()
    for step in range(HELD):
        page.keyboard.press("ArrowRight" if step % 16 < 8 else "ArrowLeft")
        time.sleep(max(0.0, start + (step + 1) * EVERY_S - time.perf_counter()))
    page.wait_for_function(f"window.watched[{place(name)}].painted.length > {before}")
    time.sleep(1.0)
    now = seen(page, name)
    painted = now["painted"][before:]
    return len(painted), painted[-1] - now["key"]


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        sys.exit("This needs Chromium: sudo apt-get install chromium")
    order = random.Random(1)
    times: dict[str, list[float]] = {name: [] for name in ROWS}
    held: dict[str, list[tuple[int, float]]] = {name: [] for name in ROWS}
    with tempfile.TemporaryDirectory() as made, sync_playwright() as play:
        folder = Path(made)
        (folder / "bench.ipynb").write_text(notebook())
        with lab(folder) as url:
            browser = play.chromium.launch(executable_path=chromium, args=QUIET)
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            opened(page, url)
            for turn in range(PRESSES + 2):
                for name in order.sample(list(ROWS), len(ROWS)):
                    took = one_press(page, name, "ArrowRight" if turn % 2 else "ArrowLeft")
                    if turn > 1:  # the first two warm up
                        times[name].append(took)
            for _ in range(3):
                for name in order.sample(list(ROWS), len(ROWS)):
                    held[name].append(hold(page, name))
            browser.close()
    report(times, held)


def report(times: dict[str, list[float]], held: dict[str, list[tuple[int, float]]]) -> None:
    """Print what was measured, and its ratios against the bars."""

    def p(name: str, part: int) -> float:
        return statistics.quantiles(times[name], n=20, method="inclusive")[part - 1]

    print(f"{'key → painted picture':<20} {'p50 ms':>8} {'p95 ms':>8}   held 30/s: painted, lag ms")
    for name in ROWS:
        pictures, lag = sorted(held[name])[1]
        print(
            f"{name:<20} {p(name, 10):>8.1f} {p(name, 19):>8.1f}   {pictures:>9} of 30 {lag:>8.0f}"
        )
    print()
    for name, row in ROWS.items():
        if not row.against:
            continue
        for part, word in ((10, "p50"), (19, "p95")):
            floor, less = p(name, part) / p("echo", part), p(row.against, part) / p(name, part)
            met = ""
            if part == 19:
                met = f": {_met(floor <= 1.25)} at most 1.25, {_met(less >= 3.5)} at least 3.5"
            print(f"{name}, {word}: {floor:.2f} × the echo's, interact's is {less:.1f} × it{met}")
        pictures, lag = sorted(held[name])[1]
        print(
            f"{name}, held: {pictures} of 30 pictures, the last after {lag:.0f} ms"
            f": {_met(pictures >= 25)} at least 25, {_met(lag <= 100)} within 100 ms"
        )


def _met(bar: bool) -> str:  # noqa: FBT001
    return "meets" if bar else "MISSES"


if __name__ == "__main__":
    main()
