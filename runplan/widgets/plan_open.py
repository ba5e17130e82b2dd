"""PlanBuilder: open a plan again, an own exercise library, or a log of done sessions."""

from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar, TypeVar

import traitlets

from runplan.errors import PlanError
from runplan.plan import Plan
from runplan.plan.log import Log, read_log
from runplan.plan.own import Own, read_own
from runplan.season.wording import count
from runplan.widgets.model_tool import Parameter
from runplan.widgets.panel import Block, Choice, Contents, Control, File, Words
from runplan.widgets.plan_step import Step, checked

T = TypeVar("T")
_MOST_BYTES = 5_000_000
_MOST_BEHIND = 6  # muscles listed
_OPEN = "Open a file of yours"
_LIBRARIES = {"beside": "beside ours", "only": "instead of ours", "ours": "not at all: ours"}


class OpenStep(Step):
    """Open what was made before; nothing is written over, and the good part of a file is kept.

    Attributes
    ----------
    log
        What was done of the plan: a `Log`, or None.
    own
        The trainer's own exercises, or None.
    week
        The week whose muscles are told.
    """

    TITLE = "Open again"
    FOLDED = (_OPEN,)
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
        Words(name="opened", label="What was opened", group=_OPEN, noted=3),
    )
    week = Parameter(1)
    own = Parameter(None)
    use = traitlets.Unicode("beside")
    log = Parameter(None)
    faults: Any = traitlets.Dict()
    aside = Parameter(None)
    # keeps the plan at hand before another takes its place, and returns where
    leave: Callable[[], Path | None] = staticmethod(lambda: None)
    _done: tuple[str, bytes] | None = None

    def open_plan(self, name: str, data: bytes) -> None:
        """Take a plan from its file; the plan at hand stays where the file is none."""
        plan = _from_file(name, data, lambda path: checked(Plan.load(path)))
        self.aside = self.leave()
        self.value = plan

    def open_library(self, name: str, data: bytes) -> None:
        """Take the good rows of an own library, and tell every fault of the others."""
        own: Own = _from_file(name, data, read_own)
        self.faults = self.faults | {"library": own.faults}
        if own.library is None:
            raise PlanError(f"{name} holds no exercise that can be read; nothing was changed.")
        self._take(own, "beside" if self.use == "ours" else self.use)

    def open_log(self, name: str, data: bytes) -> None:
        """Take the good rows of a log, and tell every fault of the others."""
        self.log = _from_file(name, data, lambda path: read_log(path, self.value))
        self._done = name, data
        self.faults = self.faults | {"done": self.log.faults}

    def _take(self, own: Own, use: str) -> None:
        library = {"beside": own.beside_ours(), "only": own.library, "ours": None}[use]
        self.value = self.value.replace(exercises=library)
        self.own, self.use = own, use

    @traitlets.observe("value")
    def _same_log(self, _change: object) -> None:
        """Hold the log against the plan as it is now."""
        if self._done:
            name, data = self._done
            self.log = _from_file(name, data, lambda path: read_log(path, self.value))
            self.faults = self.faults | {"done": self.log.faults}

    def _views(self) -> list[Any]:
        return [self.log] if self.log is not None else []

    def _refresh(self, change: object = None) -> None:
        if self.log is not None and not self.figures:
            self.figures = self._figures()  # a picture once there is something to show
            self.panel.folded = []  # shown anew, it stays open
            self.children = self._arranged()
        super()._refresh(change)

    def _watched(self) -> list[str]:
        return ["value", "week", "own", "use", "log", "faults", "aside"]

    def _shown(self) -> dict[str, Any]:
        return {"use": self.use, "plan": None, "library": None, "done": None}

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

    def _contents(self) -> Contents:
        blocks = []
        if self.aside:
            blocks.append(Block(f"The plan that was here before is in {self.aside}.", level="pass"))
        for name, what in (("library", "Your exercises"), ("done", "Sessions done")):
            if self.faults.get(name):
                head = f"{what}: what is wrong; rows not named here are in"
                blocks.append(Block(heading=head, items=self.faults[name], level="warn"))
        if self.own is not None and self.own.library is not None:
            number = len(self.own.library)
            blocks.append(
                Block(
                    f"{count(number, 'exercise')} of your own, {_LIBRARIES[self.use]}.",
                    level="pass",
                )
            )
        if self.log is not None:
            blocks += _done(self.log, self.week)
        return {"opened": blocks or [Block("Nothing yet.")]}


def _from_file(name: str, data: bytes, read: Callable[[Path], T]) -> T:
    """Read a file that the browser sent; faults speak of it by its name."""
    if len(data) > _MOST_BYTES:
        raise PlanError(
            f"{name} is larger than {_MOST_BYTES // 1_000_000} MB; is it the right one?"
        )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        try:
            return read(path)
        except PlanError as wrong:
            said = (fault.replace(str(path), name) for fault in wrong.faults)
            raise PlanError(*said) from wrong


def _done(log: Log, week: int) -> list[Block]:
    """Tell plan against done: in all, week by week, and muscle by muscle in one week."""
    blocks = [Block(log.describe(), heading="Done of the plan")]
    if not log.done:
        return blocks
    weeks = [
        f"Week {row.week:g}: {row.done_sessions:g} of {row.planned_sessions:g} sessions, "
        f"{row.done_sets:g} of {row.planned_sets:g} sets"
        for row in log.weeks().itertuples()
    ]
    muscles = [
        f"{str(row.muscle).replace('_', ' ')}: {row.done:g} of {row.planned:g} sets"
        for row in log.muscles(week).head(_MOST_BEHIND).itertuples()
    ]
    return [
        *blocks,
        Block(heading="Week by week", items=weeks),
        Block(heading=f"Muscles in week {week}, furthest behind first", items=muscles),
    ]
