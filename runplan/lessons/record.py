"""The learner's record: one file in a started workspace, whole at any moment.

It holds the runner with the layers that the lessons add, and what was answered. Several
lessons may write it at once: each change reads the file, changes its own part and writes it
back under a lock. Outside a workspace nothing is read or written.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from attrs import define, evolve, field, frozen
from cattrs import Converter

from runplan.errors import PlanError
from runplan.files import write_whole

FOLDER = Path(".runplan")
SHIPPED = FOLDER / "shipped.json"  # `runplan start` leaves it: this folder is a workspace
FILE = FOLDER / "record.json"
SCHEMA_VERSION = 1

Say = Callable[[str], object]


@frozen
class Answer:
    """What was answered to one question.

    Parameters
    ----------
    given
        The last answer.
    tries
        How often it was judged until it was right.
    right
        The last verdict; None for a guess.
    solved
        Whether it was right once.
    hints
        How many hints were read.
    """

    given: tuple[str, ...] = ()
    tries: int = 0
    right: bool | None = None
    solved: bool = False
    hints: int = 0

    def judged(self, given: tuple[str, ...], right: bool | None) -> "Answer":  # noqa: FBT001
        """Return it after one more try; a guess is not counted."""
        return evolve(
            self,
            given=given,
            tries=self.tries + (right is not None and not self.solved),
            right=right,
            solved=self.solved or bool(right),
        )


@define
class Record:
    """What the file holds; a copy, changed inside `update` only.

    Parameters
    ----------
    runner
        Name of the runner who goes through the course, or empty.
    runners
        Name → layer → the layer as JSON has it.
    answers
        Question → answer; a quiz's are "05.quiz2@7", with the seed of the paper.
    """

    schema_version: int = SCHEMA_VERSION
    runner: str = ""
    runners: dict[str, dict[str, Any]] = field(factory=dict)
    answers: dict[str, Answer] = field(factory=dict)


def workspace() -> Path | None:
    """Return the started workspace that this lesson stands in, or None."""
    here = Path.cwd()
    return here if (here / SHIPPED).exists() else None


def read(folder: Path | None = None, say: Say = print) -> Record:
    """Return the record of a workspace (None: of this one); empty where there is none.

    It never raises: a lesson goes on without. `say` is told what is wrong; a damaged file is
    set aside under another name.
    """
    folder = folder or workspace()
    if folder is None:
        return Record()
    try:
        return _parsed(folder / FILE)
    except _DamagedError:
        try:
            with alone(folder):
                return _parsed_or_set_aside(folder / FILE, say)
        except OSError:
            say(f"{folder / FILE} is damaged, and the folder cannot be written.")
    except PlanError as closed:
        say(str(closed))
    return Record()


def load(path: Path) -> Record:
    """Return the record in a file that a student has sent; the file stays as it is.

    Raises
    ------
    PlanError
        There is none, or it cannot be read.
    """
    if not path.is_file():
        raise PlanError(f"There is no file {path}.")
    try:
        return _parsed(path)
    except _DamagedError as bad:
        raise PlanError(f"{path} is damaged, or is no learner's record.") from bad


def update(change: Callable[[Record], object], say: Say = print) -> bool:
    """Change the record of this workspace; False outside one.

    Raises
    ------
    PlanError
        The file cannot be written, and why. What it held stays.
    """
    folder = workspace()
    if folder is None:
        return False
    try:
        with alone(folder):
            record = _parsed_or_set_aside(folder / FILE, say)
            change(record)
            write(record, folder / FILE)
    except OSError as failed:
        raise PlanError(
            f"This cannot be kept in {folder / FILE}: {failed.strerror or failed}. "
            "The lesson goes on without."
        ) from failed
    return True


def write(record: Record, path: Path) -> None:
    """Write a record to a file, whole or not at all."""
    write_whole(path, json.dumps(_CONVERTER.unstructure(record), indent=1) + "\n")


def kept_answer(name: str, say: Say = print) -> Answer:
    """Return what was answered to a question of this workspace so far."""
    return read(say=say).answers.get(name, Answer())


def keep_answer(name: str, change: Callable[[Answer], Answer], say: Say = print) -> bool:
    """Change what was answered to a question; False outside a workspace."""

    def one(record: Record) -> None:
        record.answers[name] = change(record.answers.get(name, Answer()))

    return update(one, say)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Be the only one who writes a workspace; the lock goes with the process, however it ends.

    Raises
    ------
    OSError
        Nothing can be written there.
    """
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    with (folder / FOLDER / "lock").open("a") as lock:
        _lock(lock.fileno())
        for part in (folder / FOLDER).glob(".*.part"):  # of a writer that was killed
            part.unlink()
        yield


class _DamagedError(ValueError):
    pass


def _parsed(path: Path) -> Record:
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Record()
    except OSError as closed:
        raise PlanError(f"{path} cannot be read: {closed.strerror}.") from closed
    except (ValueError, RecursionError) as bad:
        raise _DamagedError from bad
    version = tree.get("schema_version") if isinstance(tree, dict) else None
    if type(version) is int and version > SCHEMA_VERSION:
        raise PlanError(
            f"{path} was written by a newer runplan (version {version} of the file, this one "
            f"reads {SCHEMA_VERSION}). It stays as it is; install the newer runplan to go on "
            "with it."
        )
    if version != SCHEMA_VERSION:
        raise _DamagedError
    try:
        return _CONVERTER.structure(tree, Record)
    except Exception as bad:  # cattrs raises what the wrong value happens to raise
        raise _DamagedError from bad


def _parsed_or_set_aside(path: Path, say: Say) -> Record:
    try:
        return _parsed(path)
    except _DamagedError:
        names = (path.with_name(f"record (damaged {number}).json") for number in count(1))
        aside = next(name for name in names if not name.exists())
        path.rename(aside)
        say(
            f"The record of what you did was damaged. It lies in {aside.name} in the folder "
            f"{aside.parent}, and a new one begins. Your lessons are not touched."
        )
        return Record()


if os.name == "nt":  # pragma: no cover
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)


def _exactly(value: Any, kind: type) -> Any:
    """Take nothing for something similar: 1 is not true, 1.0 is not 1."""
    if type(value) is not kind:
        raise TypeError
    return value


_CONVERTER = Converter()
for _kind in (str, int, bool):
    _CONVERTER.register_structure_hook(_kind, _exactly)
