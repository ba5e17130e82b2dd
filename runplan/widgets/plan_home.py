"""PlanBuilder, the last step: what the plan is checked for, and taking it home."""

from collections.abc import Callable, Mapping, Sequence
from datetime import time
from itertools import groupby
from pathlib import Path
from typing import Any, ClassVar

import traitlets

from runplan.errors import PlanError
from runplan.exports import FORMATS
from runplan.exports.desk import Desk
from runplan.plan import Plan, PlanYear
from runplan.plan.checks import checks, tally
from runplan.supersets.review import worst
from runplan.widgets.panel import Block, Button, Contents, Control, Entry, Several, Words, said
from runplan.widgets.plan_step import Step
from runplan.words import listed

_TAKE = "Take it home"
WISHES = ("formats", "folder", "at", "zone")  # kept over a restart


class HomeStep(Step):
    """The year as a calendar, the checks with their reasons, and the files.

    Attributes
    ----------
    formats
        Suffixes of the files to write.
    folder
        Inside the desk's folder.
    at, zone
        When sessions begin in the calendar, and on whose clock; blank is all day.
    written
        The files that were written last.
    """

    TITLE = "4 · Check it, and take it home"
    CONTROLS: ClassVar[Sequence[Control]] = (
        Several(
            name="formats",
            label="Write",
            group=_TAKE,
            options=[(suffix, f"{what} ({suffix})") for suffix, what in FORMATS.items()],
            wide=True,
            noted=0,
        ),
        Entry(name="at", label="Sessions begin at", group=_TAKE, hint="all day", noted=0),
        Entry(
            name="zone",
            label="in the time zone",
            group=_TAKE,
            hint="such as Europe/Vienna",
            noted=0,
        ),
        Entry(
            name="folder",
            label="In a folder of its own",
            group=_TAKE,
            hint="no: beside the others",
            wide=True,
            noted=0,
        ),
        Button(name="write", label="Write the files", group=_TAKE),
        Words(name="written", label="Your files", noted=3),
    )
    TOLD = (Words(name="checks", label="Checks: what a coach would say", noted=12),)
    formats = traitlets.Tuple((".ics", ".xlsx", ".html"))
    folder = traitlets.Unicode()
    at = traitlets.Unicode()
    zone = traitlets.Unicode()
    written = traitlets.Tuple(())
    # what stands in other steps and is not settled yet
    unsettled: Callable[[], list[str]] = staticmethod(list)
    _fault_at = "folder"

    def __init__(self, plan: Plan, desk: Desk) -> None:
        self.desk = desk
        super().__init__(plan)

    @property
    def view(self) -> PlanYear:
        """The year as a calendar."""
        return PlanYear(self.value)

    def _views(self) -> list[Any]:
        return [self.view]

    def _watched(self) -> list[str]:
        return ["value", "formats", "folder", "at", "zone", "written"]

    def write(self) -> tuple[Path, ...]:
        """Write the files and return them.

        Raises
        ------
        PlanError
            No such time zone, a folder that cannot be written; nothing is written over.
        """
        calendar = {"at": self.at.strip() or None, "zone": self.zone.strip() or None}
        files = self.desk.write(self.value, self.formats, self.folder, **calendar)
        self.written = tuple(files)
        return tuple(files)

    def wish(self, wishes: Mapping[str, Any]) -> None:
        """Take what was wished for before, as far as it still can be."""
        for name in WISHES:
            value = wishes.get(name)
            if name == "formats" and isinstance(value, list):
                self.formats = tuple(suffix for suffix in FORMATS if suffix in value)
            elif name != "formats" and isinstance(value, str):
                self.set_trait(name, value)

    @traitlets.observe("value")
    def _older(self, _change: object) -> None:
        self.written = ()  # what was written is of an older plan now

    def _shown(self) -> dict[str, Any]:
        return {
            "formats": list(self.formats),
            "at": self.at,
            "zone": self.zone,
            "folder": self.folder,
            "write": True,
        }

    def _move(self, name: str, value: Any) -> None:
        if name == "at" and value.strip():
            value = _time(value)
        super()._move(name, tuple(value) if name == "formats" else value)

    def _contents(self) -> Contents:
        return {"written": self._files()}

    def _texts(self) -> Contents:
        return {"checks": _blocks(self.value)}

    def _files(self) -> list[Block]:
        if self.written:
            again = "Import the calendar again after a change: its events are brought up to date."
            names = [file.name for file in self.written]
            into = f"Written into {self.written[0].parent}:"
            blocks = [Block(heading=into, items=names, level="pass"), Block(again)]
            if self.desk.replaced:
                older = listed([file.name for file in self.desk.replaced])
                blocks.insert(1, Block(f"An older state of this plan was replaced: {older}."))
            if self.desk.gone:
                stay = "No longer in the plan, and no calendar deletes by itself. Delete there:"
                blocks.append(Block(stay, items=self.desk.gone, level="warn"))
            return blocks
        try:
            place = self.desk.place(self.folder)
        except PlanError:
            place = self.desk.home
        return [Block(f"They go into {place}, with the plan itself as .json to open again.")]

    def _press(self, name: str) -> None:
        if self._typed:
            # what is not legal stays, and nothing is written without it
            self._wrong["folder"] = PlanError("Nothing is written: mend what is marked above.")
            self._refresh()
        else:
            super()._press(name)

    def _about(self, _name: str) -> str:
        return self._fault_at

    def _pressed(self, _name: str) -> None:
        self._fault_at = "folder"
        self.written = ()
        unsettled = self.unsettled()
        if unsettled:
            raise PlanError(
                f"Nothing is written: mend this first. {unsettled[0]} What stands on this page is "
                "the last plan that could be worked out."
            )
        self.desk.place(self.folder)
        if self.at.strip() or self.zone.strip():
            self._fault_at = "zone"
        self.write()


def _time(text: str) -> str:
    """Return a time of day, as 18:00, or raise PlanError."""
    try:
        return f"{time.fromisoformat(text.strip().zfill(5)):%H:%M}"
    except ValueError:
        raise PlanError(
            f'"{text}" is no time of day; write it with 24 hours, as 07:30 or 18:00, or leave it '
            "blank for all day."
        ) from None


def _blocks(plan: Plan) -> list[Block]:
    """Return the checks, those of one subject together."""
    found = checks(plan)
    blocks, well = [Block(tally(found))], []
    for about, group in groupby(found, key=lambda one: one.about):
        head = about[:1].upper() + about[1:]
        reasons = [one.reason for one in group]
        level = worst(reason.level for reason in reasons)
        if level == "pass":
            well += [f"{head}: {reason.text}" for reason in reasons]
        else:
            blocks.append(Block(heading=head, items=[said(r) for r in reasons], level=level))
    if well:
        blocks.append(Block(heading="As it should be", items=well, level="pass"))
    return blocks
