"""Does a control really come up in a browser, and does it reach its kernel?"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat

from runplan.doctor.finding import Finding
from runplan.errors import PlanError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")

# once the control is on the page it tells its kernel, and the kernel tells the doctor
_CELL = """
import os
import socket

import anywidget
import runplan.widgets

class Witness(anywidget.AnyWidget):
    _esm = "export default { render({ model, el }) { model.send('here'); } }"

def tell(*_said):
    socket.create_connection(("127.0.0.1", int(os.environ["RUNPLAN_DOCTOR"]))).close()

witness = Witness()
witness.on_msg(tell)
witness
"""


def drawing(wait_s: float = 60) -> Iterator[Finding]:
    """Open a page with a control in a browser without a window, and wait for its word."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        yield Finding(
            "note",
            "Not looked whether controls come up: no Chromium or Chrome found.",
            "Open a lesson and run its first cells; controls must appear.",
        )
        return
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            seen = _comes_up(browser, Path(folder), wait_s)
    except PlanError:  # a table that tools are made of is missing: said above
        seen = False
    if seen:
        yield Finding("well", f"A control came up in {Path(browser).name} and reached its kernel")
    else:
        yield Finding(
            "fault",
            f"No control came up in {browser} within {wait_s:g} seconds.",
            "Mend first what stands above. If nothing does: `jupyter kernelspec list` must name "
            "python3, and this browser must open pages of this computer.",
        )


def _comes_up(browser: str, folder: Path, wait_s: float) -> bool:
    from runplan.lessons import serving

    cell = nbformat.v4.new_code_cell(_CELL)  # type: ignore[no-untyped-call]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    page = nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": kernel})  # type: ignore[no-untyped-call]
    nbformat.write(page, folder / "page.ipynb")  # type: ignore[no-untyped-call]
    command = serving.voila(folder / "page.ipynb", "runplan")
    with socket.create_server(("127.0.0.1", 0)) as ear:
        ear.settimeout(wait_s)
        port = str(ear.getsockname()[1])
        with serving.server(command, RUNPLAN_DOCTOR=port) as (_, address):
            if not address:
                return False
            looking = _headless(browser, address, folder)
            try:
                ear.accept()[0].close()
            except TimeoutError:
                return False
            finally:
                looking.kill()
                looking.wait()
    return True


def _headless(browser: str, address: str, folder: Path) -> subprocess.Popen[bytes]:
    command = [
        *(browser, "--headless", "--disable-gpu", "--no-first-run", "--disable-sync"),
        *("--disable-background-networking", "--disable-component-update"),
        *(f"--user-data-dir={folder / 'browser'}", "--remote-debugging-port=0"),
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--no-sandbox")
    return subprocess.Popen(
        [*command, address], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
