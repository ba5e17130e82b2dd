"""PlanBuilder: open a plan again, an own exercise library, or a log of done sessions."""

import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar, TypeVar

import traitlets

from runplan.errors import PlanError
from runplan.files import write_whole
from runplan.plan import Plan
from runplan.plan.log import columns, read_log
from runplan.plan.own import Own, read_own
from runplan.widgets.model_tool import Parameter
from runplan.widgets.panel import Block, Button, Choice, Contents, Control, File, Table, Words
from runplan.widgets.plan_examples import log_example, own_columns, own_example
from runplan.widgets.plan_opened import table, told_done, told_own
from runplan.widgets.plan_step import Step, checked

T = TypeVar("T")
_NAME = "file"  # of what was sent, while it is read
_MOST_BYTES = 5_000_000
_OPEN = "Open a file of yours"
_OWN, _LOG = "Columns of a file of your exercises", "Columns of a file of sessions done"
_HEADS = ("column", "what it is", "allowed", "example")
# button → the file that it writes, and the control at which its fault is told
_EXAMPLES = {
    "own_example": ("own-exercises-example.csv", "library"),
    "log_example": ("log-example.csv", "done"),
}
_LIBRARIES = {"beside": "beside ours", "only": "instead of ours", "ours": "not at all: ours"}


class OpenStep(Step):
    """Open what was made before; nothing is written over, and the good part of a file is kept.

    Attributes
    ----------
    log
        What was done of the plan: a `Log`, or None.
    own
        The trainer's own exercises, or None.
    faults
        A file's name → whether some of it is taken, and what is wrong with the rest.
    aside, example
        Where the plan before this one lies; the example that was written last.
    week
        The week whose muscles are told.
    """

    TITLE = "Open again"
    FOLDED = (_OWN, _LOG)
    CONTROLS: ClassVar[Sequence[Control]] = (
        File(name="plan", label="A plan (.json)", group=_OPEN, accept=".json", noted=2),
        File(name="library", label="Your exercises (.csv)", group=_OPEN, accept=".csv", noted=2),
        Choice(
            name="use",
            label="Take your exercises",
            group=_OPEN,
            options=list(_LIBRARIES.items()),
            noted=1,
        ),
        File(name="done", label="Sessions done (.csv)", group=_OPEN, accept=".csv", noted=2),
        Button(name="own_example", label="Write an example of your exercises", group=_OPEN),
        Button(name="log_example", label="Write an example of sessions done", group=_OPEN),
    )
    TOLD = (
        Words(name="opened", label="What was opened", noted=3),
        Table(name="own_columns", label=_OWN, group=_OWN, heads=_HEADS, noted=0),
        Table(name="log_columns", label=_LOG, group=_LOG, heads=_HEADS, noted=0),
    )
    week = Parameter(1)
    own = Parameter(None)
    use = traitlets.Unicode("beside")
    log = Parameter(None)
    faults: Any = traitlets.Dict()
    aside = Parameter(None)
    example = Parameter(None)
    # keeps the plan at hand before another takes its place, and returns where
    leave: Callable[[], Path | None] = staticmethod(lambda: None)
    # where examples go
    place: Callable[[], Path] = staticmethod(Path)
    _done: tuple[str, bytes] | None = None

    def open_plan(self, name: str, data: bytes) -> None:
        """Take a plan from its file; the plan at hand stays where the file is none."""
        plan = _from_file(name, data, lambda path: checked(Plan.load(path)))
        self.aside = self.leave()
        self.own, self.use, self.faults = None, "beside", {}
        self.value = plan

    def open_library(self, name: str, data: bytes) -> None:
        """Take the good rows of an own library, and tell every fault of the others."""
        own: Own = _from_file(name, data, read_own)
        # the name is said above them
        faults = tuple(re.sub(rf"^{_NAME}[,:] ", "", fault) for fault in own.faults)
        self.faults = {name: (own.library is not None, faults)}
        if own.library is None:
            raise PlanError(f"{name} holds no exercise that can be read; nothing was changed.")
        self._take(own, "beside" if self.use == "ours" else self.use)

    def open_log(self, name: str, data: bytes) -> None:
        """Take the good rows of a log, and tell every fault of the others."""
        self.log = _from_file(name, data, lambda path: read_log(path, self.value))
        self._done = name, data
        self.faults = {name: (True, self.log.faults)}

    def write_example(self, name: str) -> Path:
        """Write an example, "own_example" or "log_example", and return it.

        A file that is there already is left as it is; the new one gets a number.

        Raises
        ------
        PlanError
            The folder cannot be written.
        """
        made = {"own_example": own_example, "log_example": log_example}[name](self.value)
        data = made.encode("utf-8-sig")  # by that mark spreadsheets know the letters
        first = self.place() / _EXAMPLES[name][0]
        try:
            path = next(
                path for path in _numbered(first) if not path.exists() or path.read_bytes() == data
            )
            write_whole(path, data)
        except OSError as failed:
            said = failed.strerror or failed
            raise PlanError(f"The example cannot be written to {first.parent}: {said}.") from failed
        self.example = path
        return path

    def _take(self, own: Own, use: str) -> None:
        library = {"beside": own.beside_ours(), "only": own.library, "ours": None}[use]
        self.value = self.value.replace(exercises=library)
        self.own, self.use = own, use

    @traitlets.observe("value")
    def _same_log(self, _change: object) -> None:
        """Hold the log against the plan as it is now."""
        if self._done:
            name, data = self._done
            before = self.log.faults
            self.log = _from_file(name, data, lambda path: read_log(path, self.value))
            if self.log.faults != before:
                self.faults = self.faults | {name: (True, self.log.faults)}

    def _views(self) -> list[Any]:
        return [self.log] if self.log is not None else []

    def _refresh(self, change: object = None) -> None:
        if self.log is not None and not self.figures:
            self.figures = self._figures()  # a picture once there is something to show
            self.children = self._arranged()
        super()._refresh(change)

    def _watched(self) -> list[str]:
        return ["value", "week", "own", "use", "log", "faults", "aside", "example"]

    def _shown(self) -> dict[str, Any]:
        files = dict.fromkeys(("plan", "library", "done"))
        return {"use": self.use, **files, **dict.fromkeys(_EXAMPLES, True)}

    def _about(self, name: str) -> str:
        return _EXAMPLES[name][1]

    def _pressed(self, name: str) -> None:
        self.write_example(name)

    def _move(self, name: str, value: Any) -> None:
        if name == "use":
            if self.own is None:
                raise PlanError("Open a file with your exercises first.")
            self._take(self.own, value)
        elif value:
            opened: Mapping[str, Callable[[str, bytes], None]] = {
                "plan": self.open_plan,
                "library": self.open_library,
                "done": self.open_log,
            }
            opened[name](value["name"], b64decode(value["data"]))

    def _by_hand(self, moved: dict[str, Any]) -> None:
        super()._by_hand(moved)
        # what was sent is not kept in the panel
        self._typed = {name: None for name in self._typed if name != "use"}
        self._refresh()

    def _texts(self) -> Contents:
        blocks = []
        if self.example:
            said = "Change its rows in a spreadsheet, save it as CSV, and open it here."
            blocks.append(Block(f"{self.example} is written. {said}", level="pass"))
        if self.aside:
            blocks.append(Block(f"The plan that was here before is in {self.aside}.", level="pass"))
        for name, (taken, faults) in self.faults.items():
            if faults:
                head = f"{name}: {'rows not named here are in' if taken else 'nothing is taken'}"
                blocks.append(Block(heading=head, items=faults, level="warn"))
        if self.own is not None:
            blocks.append(told_own(self.value, self.own.library.id, _LIBRARIES[self.use]))
        if self.log is not None:
            blocks += told_done(self.log, self.week)
        nothing = "Nothing yet. An example shows what a file looks like; you need only change it."
        return {
            "opened": blocks or [Block(nothing)],
            "own_columns": table(own_columns(), own_example(self.value)),
            "log_columns": table(columns(self.value), log_example(self.value)),
        }


def _numbered(path: Path) -> Iterator[Path]:
    """Yield a path, and then others of its name with a number."""
    yield path
    for number in count(2):
        yield path.with_stem(f"{path.stem}-{number}")


def _from_file(name: str, data: bytes, read: Callable[[Path], T]) -> T:
    """Read a file that the browser sent; faults speak of it by its name."""
    if len(data) > _MOST_BYTES:
        raise PlanError(
            f"{name} is larger than {_MOST_BYTES // 1_000_000} MB; is it the right one?"
        )
    with TemporaryDirectory() as folder:
        path = Path(folder) / _NAME
        path.write_bytes(data)
        try:
            return read(path)
        except PlanError as wrong:
            said = (fault.replace(str(path), name) for fault in wrong.faults)
            raise PlanError(*said) from wrong
