"""PlanBuilder, the third step: the sessions week by week, and the trainer's own edits."""

from collections.abc import Sequence
from typing import Any, ClassVar

import traitlets
from attrs import evolve

from runplan.errors import PlanError
from runplan.exercises import Exercise
from runplan.load.foster import DAYS
from runplan.plan import Drop, Move, Note, Plan, PlanWeek, Swap
from runplan.plan.alternatives import alternatives
from runplan.plan.calendar import short
from runplan.plan.changes import Change
from runplan.plan.dated import Dated
from runplan.season.layout import WEEKS
from runplan.widgets.model_tool import Parameter
from runplan.widgets.panel import Block, Button, Choice, Contents, Control, Entry, Slider, Words
from runplan.widgets.plan_step import Step

_EDIT, _YOURS = "Change a session", "Your changes"
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# button → the control at which its fault is told
_ABOUT = {
    "swap": "new",
    "move": "day",
    "drop": "slot",
    "add": "note",
    "undo": "change",
    "put": "change",
}


class WeekStep(Step):
    """Look at a week, and swap an exercise, move a session, leave it out, or add a note.

    Attributes
    ----------
    week
        1 to 52.
    slot, old, new, day, note, change
        What the controls have chosen: the session of the week, the exercises to swap, the day
        to move to, the note's text, and which change to take back or put elsewhere.
    """

    TITLE = "3 · Week by week"
    CONTROLS: ClassVar[Sequence[Control]] = (
        Slider(name="week", label="Week", low=1, high=WEEKS, wide=True, noted=0),
        Choice(name="slot", label="Session", group=_EDIT, wide=True, noted=0),
        Choice(name="old", label="Instead of", group=_EDIT, wide=True, noted=0),
        Choice(name="new", label="Do", group=_EDIT, wide=True, noted=0),
        Button(name="swap", label="Swap the exercise", group=_EDIT),
        Choice(
            name="day",
            label="On another day",
            group=_EDIT,
            wide=True,
            options=list(zip(DAYS, _DAY_NAMES, strict=True)),
            noted=0,
        ),
        Button(name="move", label="Move the session", group=_EDIT),
        Button(name="drop", label="Leave it out", group=_EDIT),
        Entry(name="note", label="A note to the runner", group=_EDIT, wide=True, noted=0),
        Button(name="add", label="Add the note", group=_EDIT),
        Words(name="changes", label="So far", group=_YOURS, noted=2),
        Choice(name="change", label="Change", group=_YOURS, wide=True, noted=0),
        Button(name="undo", label="Take it back", group=_YOURS),
        Button(name="put", label="Put it on the session chosen above", group=_YOURS),
    )
    TOLD = (Words(name="said", label="This week in words", noted=8),)
    week = Parameter(1)
    slot = traitlets.Int(1)
    old = traitlets.Unicode()
    new = traitlets.Unicode()
    day = traitlets.Unicode("mon")
    note = traitlets.Unicode()
    change = traitlets.Int(0)

    @traitlets.validate("week")
    def _a_week(self, proposal: Any) -> int:
        self.value.week(proposal["value"])
        return int(proposal["value"])

    @property
    def view(self) -> PlanWeek:
        """The week that is shown."""
        return PlanWeek(self.value, self.week)

    def _views(self) -> list[Any]:
        return [self.view]

    def _watched(self) -> list[str]:
        return ["value", "week", "slot", "old", "new", "day", "note", "change"]

    def sessions(self) -> dict[int, Dated]:
        """Return the week's sessions by number, in the order of their days."""
        return {one.slot.slot: one for one in self.view.sessions()}

    def session(self) -> Dated | None:
        """Return the session that is chosen: the first where there is no such one."""
        here = self.sessions()
        return here.get(self.slot) or next(iter(here.values()), None)

    def _swap(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return what may be swapped in the session, and for what, id → name."""
        one = self.session()
        if one is None:
            return {}, {}
        here = {work.exercise.id: work.exercise.name for work in one.work}
        old = self.old if self.old in here else next(iter(here), "")
        if not old:
            return {}, {}
        others = alternatives(self.value, self.week, one.slot.slot, old)
        ours = {exercise.id for exercise in Exercise.every()}
        return here, {
            one.id: one.name if one.id in ours else f"{one.name} (yours)" for one in others
        }

    def _contents(self) -> Contents:
        here, others = self._swap()
        sessions = [
            (str(slot), f"{short(one.slot.date)}, {one.session.name}")
            for slot, one in self.sessions().items()
        ]
        return {
            "slot": sessions or [("", "no session this week")],
            "old": list(here.items()) or [("", "–")],
            "new": list(others.items()) or [("", "–")],
            "change": self._options() or [("", "none yet")],
            "changes": self._changes(),
        }

    def _texts(self) -> Contents:
        told = [_told(one) for one in self.sessions().values()]
        return {"said": told or [Block("No strength session this week.")]}

    def _options(self) -> list[tuple[str, str]]:
        """Return the changes to choose from; those that do not fit say so."""
        plan: Plan = self.value
        left = {id(change) for change, _ in plan.unfitting()}
        return [
            (str(n), f"{'does not fit · ' if id(one) in left else ''}{_said(plan, one)}")
            for n, one in enumerate(plan.changes)
        ]

    def _changes(self) -> list[Block]:
        plan: Plan = self.value
        if not plan.changes:
            return [Block("Nothing yet. What you change stays where it still fits.")]
        left = {id(change): reason for change, reason in plan.unfitting()}
        fits = [_said(plan, one) for one in plan.changes if id(one) not in left]
        blocks = [Block(heading="In the plan", items=fits, level="pass")] if fits else []
        if left:
            todo = (
                "Choose it below. Take it back, or choose a week and a session above and put it "
                "there."
            )
            items = [reason.text for reason in left.values()]
            head = "Kept, but not in the plan"
            blocks += [Block(heading=head, items=items, level="warn"), Block(todo)]
        return blocks

    def _shown(self) -> dict[str, Any]:
        here, others = self._swap()
        one = self.session()
        number = min(self.change, max(0, len(self.value.changes) - 1))
        return {
            "week": self.week,
            "slot": str(one.slot.slot) if one else "",
            "old": self.old if self.old in here else next(iter(here), ""),
            "new": self.new if self.new in others else next(iter(others), ""),
            "day": self.day,
            "note": self.note,
            "change": str(number) if self.value.changes else "",
            "swap": bool(here and others),
            "move": one is not None,
            "drop": one is not None,
            "add": one is not None,
            "undo": bool(self.value.changes),
            "put": bool(self.value.changes) and one is not None,
        }

    def _move(self, name: str, value: Any) -> None:
        if name in ("slot", "change"):
            value = int(value or 0)
        super()._move(name, value)

    def _about(self, name: str) -> str:
        return _ABOUT[name]

    def _pressed(self, name: str) -> None:
        chosen = self._shown()
        kept = list(self.value.changes)
        if name == "undo":
            if kept:
                del kept[int(chosen["change"])]
                self.value = self.value.replace(changes=kept)
            return
        if not chosen["slot"]:
            raise PlanError("There is no session in this week.")
        at = self.week, int(chosen["slot"])
        if name == "put" and kept:
            number = int(chosen["change"])
            kept[number] = evolve(kept[number], week=at[0], slot=at[1])
            self._take(kept, number)
        elif name == "swap":
            self._add(Swap(*at, chosen["old"], chosen["new"]))
        elif name == "move":
            self._add(Move(*at, self.day))
        elif name == "drop":
            self._add(Drop(*at))
        elif name == "add":
            self._add(Note(*at, self.note))
            self.note = ""

    def _add(self, change: Change) -> None:
        self._take([*self.value.changes, change], len(self.value.changes))

    def _take(self, changes: list[Change], number: int) -> None:
        """Take changes, one of them new; if that does not fit, none, and it is said why."""
        changed = self.value.replace(changes=changes)
        for left, reason in changed.unfitting():
            if left is changed.changes[number]:
                raise PlanError(reason.text)
        self.value = changed
        self.change = number


def _told(one: Dated) -> Block:
    head = f"{short(one.slot.date)}: {one.session.name}, {one.minutes:.0f} min"
    return Block(" ".join(one.notes), heading=head, items=[str(work) for work in one.work])


def _said(plan: Plan, change: Change) -> str:
    """Return a change in words, exercises by their names."""
    at = f"Week {change.week}, session {change.slot}"
    match change:
        case Swap():
            old, new = plan.exercise(change.old), plan.exercise(change.new)
            return f"{at}: {new.name} instead of {old.name}"
        case Move():
            return f"{at}: on {_DAY_NAMES[DAYS.index(change.day)]}"
        case Drop():
            return f"{at}: left out"
    return f"{at}: “{change.text}”"
