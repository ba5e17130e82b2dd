"""A tool without code ends with the command that opened it."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT], ids=["TERM", "Ctrl+C"])
def test_the_server_ends_with_its_command(tmp_path: Path, ending: signal.Signals) -> None:
    command = [sys.executable, "-m", "runplan.cli", "planner", str(tmp_path)]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    running = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    found = next(filter(None, (re.search(r"127\.0\.0\.1:(\d+)", line) for line in running.stdout)))
    port = int(found[1])
    socket.create_connection(("127.0.0.1", port)).close()
    running.send_signal(ending)
    running.wait(timeout=60)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
