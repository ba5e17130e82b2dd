"""The controls of a tool: labelled, with units, and with what is to be said beside each."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

import anywidget
import traitlets
from attrs import asdict, field, frozen, has

from runplan.evidence.references import cited
from runplan.reasons import Reason
from runplan.widgets.tool import asset, assets, colours


@frozen(kw_only=True)
class Control:
    """One control of a panel.

    Parameters
    ----------
    name
        Of the value it moves.
    label
        What people read, and its accessible name.
    group
        Heading under which it stands.
    wide
        Whether it has a row of its own.
    noted
        Lines of a note for which room is kept below it.
    """

    kind: ClassVar[str]
    name: str
    label: str
    group: str = ""
    wide: bool = False
    noted: int = 3

    def spec(self) -> dict[str, Any]:
        """Return what the browser needs to make it."""
        return {"kind": self.kind} | asdict(self)


@frozen(kw_only=True)
class Slider(Control):
    """A number.

    Parameters
    ----------
    low, high, step
        Its range; `skip` holds numbers in it that are not legal.
    unit
        Said after the number; `factor` 100 shows a part of 1 as a percentage.
    words
        Said in place of a number, such as "none" for 0.
    play_s
        Seconds that a play button takes from end to end, over and over; 0 is no button.
    """

    kind = "slider"
    low: float
    high: float
    step: float = 1
    unit: str = ""
    factor: float = 1
    skip: tuple[float, ...] = ()
    words: Mapping[str, str] = field(factory=dict)
    play_s: float = 0


@frozen(kw_only=True)
class Choice(Control):
    """One of several words; options are pairs of a value and what people read.

    Options that change with what is chosen elsewhere come as the panel's contents.
    """

    kind = "choice"
    options: Sequence[tuple[str, str]] = ()


@frozen(kw_only=True)
class Several(Control):
    """Any number of several words, its value a list of those chosen, in the options' order."""

    kind = "several"
    options: Sequence[tuple[str, str]]


@frozen(kw_only=True)
class Tick(Control):
    """A yes or no about the control before it, in whose box it stands."""

    kind = "tick"


@frozen(kw_only=True)
class Entry(Control):
    """A text to type, with a hint on what it should look like."""

    kind = "entry"
    hint: str = ""


@frozen(kw_only=True)
class File(Control):
    """A file to open, its value a name and its bytes as base64; `accept` names its endings."""

    kind = "file"
    accept: str = ""


@frozen(kw_only=True)
class Steps(Control):
    """Ways to the headings of a tool's steps, in their order."""

    kind = "steps"
    options: Sequence[str]


@frozen(kw_only=True)
class Button(Control):
    """Something to do."""

    kind = "button"


@frozen(kw_only=True)
class Words(Control):
    """A text to read, its blocks the panel's contents; `noted` lines of room are kept for it."""

    kind = "words"
    wide: bool = True
    noted: int = 6


@frozen(kw_only=True)
class Table(Control):
    """Words in rows and columns, its rows the panel's contents; `heads` name the columns."""

    kind = "table"
    heads: Sequence[str]
    wide: bool = True


@frozen
class Block:
    """A piece of a text: plain words, never HTML.

    Parameters
    ----------
    text, heading, items
        A paragraph, what stands above it, and a list below it; each may be left out.
    level
        "pass", "warn" or "fail" where it is a verdict: it gets that sign.
    """

    text: str = ""
    heading: str = ""
    items: Sequence[str] = ()
    level: str = ""


# by name: the blocks of a text, the options of a choice that change, or what a control of a
# tool's own takes (an attrs class or a tuple each)
Contents = Mapping[str, Sequence[Any]]


class Panel(anywidget.AnyWidget):
    """Controls in groups, each with room for a note below it.

    Parameters
    ----------
    controls
        In the order of their groups.
    moved
        Called with the names and values that someone moved in the browser.
    pressed
        Called with the name of a button.
    folded
        Headings of groups that stand folded until someone opens them.

    Attributes
    ----------
    unanswered
        What the page says once no kernel answers it any more; blank is the usual words.
    """

    _esm = asset("keys.js") + asset("unanswered.js") + asset("panel.js") + assets("controls", ".js")
    _css = (
        colours()
        + asset("unanswered.css")
        + asset("panel.css")
        + asset("layout.css")
        + assets("controls", ".css")
    )
    controls = traitlets.List(traitlets.Dict()).tag(sync=True)
    folded = traitlets.List(traitlets.Unicode()).tag(sync=True)
    unanswered = traitlets.Unicode().tag(sync=True)
    values = traitlets.Dict().tag(sync=True, echo_update=False)  # one message less a step
    # how often each control was moved, by the browser's count and as far as is answered: a late
    # word from either side then undoes nothing
    turns = traitlets.Dict().tag(sync=True, echo_update=False)
    answered = traitlets.Dict().tag(sync=True)
    notes = traitlets.Dict().tag(sync=True)
    contents = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        controls: Sequence[Control],
        moved: Callable[[dict[str, Any]], None],
        pressed: Callable[[str], None] = lambda _name: None,
        folded: Sequence[str] = (),
    ) -> None:
        self._shown: dict[str, Any] = {}
        self._taken: dict[str, int] = {}
        self._moved = moved
        super().__init__(controls=[control.spec() for control in controls], folded=list(folded))
        self._pressed = pressed
        self.on_msg(self._press)

    def show(
        self,
        values: Mapping[str, Any],
        notes: Mapping[str, Sequence[Reason]],
        contents: Contents | None = None,
    ) -> None:
        """Move the controls, say what is to be said beside them, and fill texts and choices."""
        self._shown = dict(values)
        with self.hold_sync():
            self.contents = {
                name: [asdict(part) if has(type(part)) else list(part) for part in parts]
                for name, parts in (contents or {}).items()
            }
            if self.values != self._shown:
                self.answered = dict(self._taken)
            self.values = self._shown
            self.notes = {
                name: [{"level": r.level, "text": said(r)} for r in reasons]
                for name, reasons in notes.items()
                if reasons
            }

    def _press(self, _panel: object, said: Mapping[str, Any], _buffers: object) -> None:
        if said.get("values"):
            self._take(said["values"], said["turns"])
        self._pressed(said["press"])

    @traitlets.observe("values", "turns")
    def _by_hand(self, _change: object) -> None:
        self._take(self.values, self.turns)

    def _take(self, values: Mapping[str, Any], turns: Mapping[str, int]) -> None:
        """Take the values of controls that were moved since; without turns, those that differ."""
        taken, self._taken = self._taken, dict(turns)
        moved = {
            name: value
            for name, value in values.items()
            if self._shown.get(name) != value and (not turns or turns.get(name) != taken.get(name))
        }
        if moved:
            self._shown = self._shown | moved
            self._moved(moved)


def said(reason: Reason) -> str:
    """Return a reason with its sources as one names them in a text."""
    keys = [key.strip() for key in (reason.reference or "").split(";")]
    sources = "; ".join(cited(key) for key in keys if key)
    return f"{reason.text.removesuffix('.')} ({sources})." if sources else reason.text
