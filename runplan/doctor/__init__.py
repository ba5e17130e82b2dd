"""The doctor: is this installation well, and if not, what is to be done about it."""

from collections.abc import Iterator
from pathlib import Path

from runplan.doctor.browser import drawing
from runplan.doctor.finding import Finding
from runplan.doctor.installed import data, front_ends, packages, python
from runplan.doctor.place import network, room

__all__ = ["Finding", "examine"]


def examine(folder: Path) -> Iterator[Finding]:
    """Look at everything that lessons need, from the cheap to the slow.

    Parameters
    ----------
    folder
        Where the lessons are, or are to be.
    """
    yield from python()
    yield from packages()
    yield from front_ends()
    yield from data()
    yield from room(folder)
    yield from network()
    yield from drawing()
