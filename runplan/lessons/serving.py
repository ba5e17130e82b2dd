"""Notebooks as pages without code, served on this computer only."""

import os
import signal
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

# holds voila/templates; Jupyter programs look for their templates in each folder of JUPYTER_PATH
PAGES = Path(__file__).parent / "pages"

_FRONT_ENDS = (
    "anywidget",
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
)


def can_open_browser() -> bool:
    """Say whether this computer has a screen to open a browser on."""
    return sys.platform != "linux" or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def open_browser(address: str) -> None:
    """Open an address in the browser, where there is a screen for it."""
    if can_open_browser():
        webbrowser.open(address)


def voila(notebook: Path, template: str, *more: str) -> list[str]:
    """Return the command that serves a notebook with one of our templates.

    It listens on the loopback address only, and its address holds a secret.

    >>> voila(Path("a b.ipynb"), "runplan")[1:4]
    ['-m', 'runplan.attended', 'a b.ipynb']
    """
    return [
        *(sys.executable, "-m", "runplan.attended", str(notebook), f"--template={template}"),
        *("--Voila.ip=127.0.0.1", "--Voila.auto_token=True", "--VoilaConfiguration.theme=light"),
        "--Voila.kernel_websocket_connection_class=runplan.nodelay.PromptConnection",
        # other extensions expect a JupyterLab around them, and say so in the console
        *(f"--VoilaConfiguration.extension_allowlist={name}" for name in _FRONT_ENDS),
        *more,
        "--no-browser",  # `serve` opens it, at the right place
    ]


@contextmanager
def server(command: list[str], **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run a command of `voila` for a while; gives the process and its address.

    The address is empty when the server ended before it listened. What it says of errors
    is passed on.

    Parameters
    ----------
    command
        What `voila` returned.
    **environment
        Variables for the server and its kernels.
    """
    paths = [str(PAGES), *filter(None, [os.environ.get("JUPYTER_PATH")])]
    known = os.environ | {"JUPYTER_PATH": os.pathsep.join(paths)} | environment
    pipe = subprocess.PIPE  # it ends with its input, which closes when this process ends
    with subprocess.Popen(command, env=known, stdin=pipe, stderr=pipe, text=True) as running:
        assert running.stderr is not None
        said = iter(running.stderr)
        address = next((line.strip() for line in said if line.startswith("http")), "")
        # read on, or the server would wait for its full pipe
        reader = Thread(target=_pass_on, args=(said,))
        reader.start()
        try:
            yield running, address
        finally:
            running.terminate()
            reader.join()


def _pass_on(said: Iterator[str]) -> None:
    for line in said:
        if "ERROR" in line or "CRITICAL" in line:
            sys.stderr.write(line)


def serve(command: list[str], ready: Callable[[str], str], **environment: str) -> int:
    """Run a command of `voila` until it is ended, and return its exit code.

    Parameters
    ----------
    command, **environment
        As for `server`.
    ready
        Called with the address once the server listens; returns what a browser is to open.
    """
    # ended from outside, it ends its server too
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with server(command, **environment) as (running, address):
        if address:
            open_browser(ready(address))
        try:
            return running.wait()
        except KeyboardInterrupt:
            return 0
