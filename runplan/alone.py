"""One at a time: a lock that goes with its holder, however that one ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _lock(held: IO[str]) -> None:
        held.seek(1 << 30)  # far behind the text, which others are to read
        msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
        held.seek(0)
else:
    import fcntl

    def _lock(held: IO[str]) -> None:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alone(path: Path) -> Iterator[IO[str] | None]:
    """Hold a file as the only one, for as long as it is used.

    Gives the file, emptied, to say something in that others may read; None where somebody else
    holds it. The system gives the lock back when its holder ends, so none is ever stale.

    Parameters
    ----------
    path
        Of no other use; it stays. Nobody but this user can read it.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)
    with path.open("r+", encoding="utf-8") as held:
        try:
            _lock(held)
        except OSError:
            yield None
            return
        held.truncate(0)
        yield held
