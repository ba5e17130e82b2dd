"""Voilà for as long as whoever started it is there, however that one ends.

Its standard input is a pipe from there: it closes when the other end is gone, killed or not.
"""

import os
import signal
import sys
from threading import Thread


def main() -> None:
    """Run Voilà with the arguments of this command."""
    from voila.app import main as voila

    Thread(target=_end_with_input, daemon=True).start()
    voila()


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
