"""Is there a place to work in, and a way from the browser to Python."""

import shutil
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

from runplan.doctor.finding import Finding

NEEDED_MB = 100  # lessons, a year's exports, and JupyterLab's own files
_USUAL = 8888


def room(folder: Path) -> Iterator[Finding]:
    """Look whether lessons can be written to a folder."""
    there = folder.expanduser().resolve()
    home = next(place for place in (there, *there.parents) if place.is_dir())
    try:
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as failed:
        yield Finding(
            "fault",
            f"Nothing can be written to {home}: {failed.strerror}.",
            "Choose another folder: runplan doctor FOLDER",
        )
        return
    free = shutil.disk_usage(home).free // 10**6
    if free < NEEDED_MB:
        yield Finding(
            "fault",
            f"{free} MB are free in {home}; lessons need about {NEEDED_MB}.",
            "Make room there, or choose another folder: runplan doctor FOLDER",
        )
    else:
        yield Finding("well", f"{free:,} MB free in {home}")


def network() -> Iterator[Finding]:
    """Look whether a browser on this computer can reach a program on it."""
    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            socket.create_connection(server.getsockname(), timeout=5).close()
    except OSError as failed:
        yield Finding(
            "fault",
            f"No connection within this computer (127.0.0.1): {failed.strerror}.",
            "A firewall or a security program is in the way; allow connections to 127.0.0.1.",
        )
        return
    try:
        socket.create_server(("127.0.0.1", _USUAL)).close()
    except OSError:
        yield Finding("note", f"Port {_USUAL} is in use; JupyterLab will take another by itself.")
    else:
        yield Finding("well", f"Connections within this computer, port {_USUAL} free")
