"""SupersetDesigner: pairs answer at once with their verdicts, their time and their landings."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd
import traitlets
from attrs import evolve

from runplan.covering import Coverage
from runplan.errors import PlanError
from runplan.exercises import Exercise
from runplan.reasons import Reason
from runplan.supersets import Ranking, Session, SessionView, Superset, article_session
from runplan.supersets.matching import best_of, in_order
from runplan.supersets.ranking import verdict
from runplan.widgets.bodymap import BodyMap
from runplan.widgets.model_tool import ModelTool, Parameter, beside
from runplan.widgets.pairs import Pairs, PairTold, by_pattern, from_row, to_row
from runplan.widgets.panel import Block, Button, Choice, Contents, Control, Slider, Words

# as many as best_pairs takes, and as many as Ranking lists in the time of a key
_MOST, _RANKED = 8, 6

_ALL, _PAIRS = "The whole session", "Supersets"
# what the article's session is called once it is changed
_CHANGED = "The article's session, changed"
_ASK = "Press Suggest better pairs: the same exercises and doses, in the best pairs there are."


def _controls(exercises: Sequence[Exercise]) -> tuple[Control, ...]:
    return (
        Slider(
            name="rest_s", label="Rest", group=_ALL, low=0, high=300, step=15, unit="s", noted=2
        ),
        Slider(name="sets", label="Sets", group=_ALL, low=1, high=6, noted=1),
        Slider(name="reps_low", label="Repetitions, from", group=_ALL, low=1, high=30, noted=1),
        Slider(name="reps_high", label="Repetitions, to", group=_ALL, low=1, high=30, noted=1),
        Slider(name="warmup_min", label="Warm-up", group=_ALL, low=0, high=30, unit="min", noted=0),
        Choice(
            name="level",
            label="Runner's level",
            group=_ALL,
            options=[("1", "1 entry"), ("2", "2 intermediate"), ("3", "3 advanced")],
            noted=3,
        ),
        Button(name="suggest", label="Suggest better pairs", group=_PAIRS),
        Button(name="order", label="Best order", group=_PAIRS),
        Button(name="add", label="Add a superset", group=_PAIRS),
        Button(name="article", label="The article's session", group=_PAIRS),
        Button(name="reset", label="Reset", group=_PAIRS),
        Words(name="told", label="What pairing can do", group=_PAIRS, noted=3),
        Pairs(
            name="supersets",
            label="Supersets in order",
            group=_PAIRS,
            options=by_pattern(exercises),
        ),
    )


class SupersetDesigner(ModelTool):
    """Design a session of supersets: choose, pair, order and dose, with what a coach would say.

    Parameters
    ----------
    session
        Where to start; None is `article_session()`.
    level
        The runner's level, 1 to 3.
    library
        A table from `load_exercises`, to choose from; None is the shipped one.

    Attributes
    ----------
    value
        The `Session`. Setting it moves everything.
    supersets, warmup_min, name
        Its parameters, each a trait.
    level
        The runner's, 1 to 3: it sets the ceiling of landings.
    view
        The `SessionView` that the picture shows.

    Raises
    ------
    PlanError
        A value that is not legal; the tool stays as it was.

    Examples
    --------
    >>> designer = SupersetDesigner()
    >>> designer.value
    Session(The article's session: 5 supersets, 42 min, 72–108 contacts)
    >>> designer.supersets = designer.supersets[:2]
    >>> designer.view.verdict()
    'For level 1: every superset passes; no landings.'
    """

    PARAMETERS = ("supersets", "warmup_min", "name")
    supersets = Parameter(None)
    warmup_min = Parameter(None)
    name = Parameter(None)
    level = Parameter(1)

    def __init__(
        self,
        session: Session | None = None,
        level: int = 1,
        library: pd.DataFrame | None = None,
    ) -> None:
        start = _article() if session is None else session
        self._start = start
        self._told: tuple[Any, list[Block]] = None, []
        self._mapped: list[Any] = []
        self._view: SessionView | None = None
        self.level = level
        given = start.exercises() if isinstance(start, Session) else ()
        self._known = {one.id: one for one in (*Exercise.every(library), *given)}
        self.map = BodyMap(compact=True)
        super().__init__(start, _controls(tuple(self._known.values())))

    @property
    def view(self) -> SessionView:
        """What the picture shows."""
        if self._view is None or (self._view.session, self._view.level) != self._what():
            self._view = SessionView(self.value, self.level)
        return self._view

    @property
    def coverage(self) -> Coverage:
        """The sets that each muscle gets in the session."""
        return Coverage(self.value, title=self.value.name or "The session")

    def suggest(self) -> None:
        """Take better pairs of the same exercises, if there are any, in their best order."""
        before, better = self.value, best_of(self.value, self.level)
        was, now = (_counted(session, self.level) for session in (before, better))
        if now < was:
            self.value = better
        self._told = self._what(), [_compared(before, self.level, was, now)]
        self._refresh()

    def put_in_order(self) -> None:
        """Keep the pairs and put them in the order in which they are best done."""
        self.value = in_order(self.value)

    def add(self) -> None:
        """Add two exercises of the level that go well together."""
        used = {exercise.id for exercise in self.value.exercises()}
        free = [
            one
            for one in self._known.values()
            if one.id not in used and one.level <= self.level and not one.plyometric
        ]
        for place, one in enumerate(free):
            for other in free[place + 1 :]:
                pair = Superset(one, other, reps=[(e.reps_min, e.reps_max) for e in (one, other)])
                if pair.review(self.level).level == "pass":
                    self.supersets = (*self.value.supersets, pair)
                    return

    def reset(self) -> None:
        """Return to the session at the start."""
        self.value = self._start

    _check_parameter = traitlets.validate(*PARAMETERS)(ModelTool._check)
    _follow_parameter = traitlets.observe(*PARAMETERS)(ModelTool._follow)

    @traitlets.validate("value")
    def _a_session(self, proposal: Any) -> Session:
        session = _few(SessionView(proposal["value"], self.level).session)
        self._known |= {one.id: one for one in session.exercises() if one.id not in self._known}
        return session

    @traitlets.validate("level")
    def _a_level(self, proposal: Any) -> int:
        return SessionView(self.value or _article(), proposal["value"]).level

    def _arranged(self) -> list[Any]:
        return [beside([*self.figures, self.map], [self.panel])]

    def _watched(self) -> list[str]:
        return ["value", "level"]

    def _changed(self, name: str, value: Any) -> Session:
        changed = _few(evolve(self.value, **{name: value}))
        if name == "supersets" and changed.name in (_article().name, _CHANGED):
            same = changed.supersets == _article().supersets
            return evolve(changed, name=_article().name if same else _CHANGED)
        return changed

    def _refresh(self, change: object = None) -> None:
        super()._refresh(change)
        work = [one for pair in self.value.supersets for one in pair.work()]
        if work != self._mapped:
            self._mapped, coverage = work, self.coverage
            self.map.scale = f"= {coverage.total().max():g} sets"
            self.map.amounts = coverage.body().amounts

    def _what(self) -> tuple[Session, int]:
        return self.value, self.level

    def _doses(self) -> dict[str, list[int]]:
        """Return each dose that a slider moves, over all supersets; holds keep their seconds."""
        pairs = self.value.supersets
        reps = [
            reps
            for pair in pairs
            for one, reps in zip((pair.first, pair.second), pair.each_reps(), strict=True)
            if one.unit != "seconds"
        ]
        return {
            "rest_s": [pair.rest_s for pair in pairs],
            "sets": [pair.sets for pair in pairs],
            "reps_low": [low for low, _ in reps],
            "reps_high": [high for _, high in reps],
        }

    def _shown(self) -> dict[str, Any]:
        doses = self._doses()
        # where supersets differ, the slider stands where most do; both ends of the same range
        ranges = list(zip(doses["reps_low"], doses["reps_high"], strict=True))
        low, high = max(ranges, key=ranges.count) if ranges else (1, 1)
        common = {name: max(d, key=d.count) if d else 1 for name, d in doses.items()}
        common |= {"reps_low": low, "reps_high": high}
        return common | {
            "warmup_min": self.value.warmup_min,
            "level": str(self.level),
            "supersets": [to_row(pair) for pair in self.value.supersets],
            "add": len(self.value.supersets) < _MOST,
            **dict.fromkeys(("suggest", "order", "article", "reset"), True),
        }

    def _notes(self) -> Mapping[str, Sequence[Reason]]:
        units = {"rest_s": " s"}
        notes = {
            name: [
                Reason(
                    name,
                    "pass",
                    f"Below: {min(d)} to {max(d)}{units.get(name, '')}. Moving it sets all.",
                )
            ]
            for name, d in self._doses().items()
            if d and min(d) < max(d)
        }
        hurried = [
            reason
            for review in self.view.reviews()
            for reason in review.reasons
            if reason.rule == "rounds_rested" and reason.level != "pass"
        ]
        if hurried:
            notes["rest_s"] = [*notes.get("rest_s", []), hurried[0]]
        whole = {reason.rule: reason for reason in self.value.review(self.level).reasons}
        notes["level"] = [whole["contacts"], whole["level"]]
        return notes

    def _contents(self) -> Contents:
        what, blocks = self._told
        return {
            "supersets": [PairTold.of(review) for review in self.view.reviews()],
            "told": blocks if what == self._what() else [Block(_ASK)],
        }

    def _move(self, name: str, value: Any) -> None:
        if name == "supersets":
            self.supersets = [from_row(row, self._known) for row in value]
        elif name in ("rest_s", "sets"):
            self.supersets = [evolve(pair, **{name: value}) for pair in self.value.supersets]
        elif name in ("reps_low", "reps_high"):
            self.supersets = [_repeated(pair, name, value) for pair in self.value.supersets]
        elif name == "level":
            self.level = int(value)
        else:
            super()._move(name, value)

    def _press(self, name: str) -> None:
        does = {
            "suggest": self.suggest,
            "order": self.put_in_order,
            "add": self.add,
            "article": lambda: self.set_trait("value", _article()),
            "reset": self.reset,
        }
        try:
            does[name]()
        except PlanError as wrong:
            self._told = self._what(), [Block(str(wrong), level="fail")]
            self._refresh()


@cache
def _article() -> Session:
    return article_session()


def _few(session: Session) -> Session:
    """Return the session, or refuse one with more supersets than the designer takes."""
    if len(session.supersets) > _MOST:
        raise PlanError(f"{len(session.supersets)} supersets: the designer takes up to {_MOST}.")
    return session


def _repeated(pair: Superset, name: str, value: int) -> Superset:
    """Move one end of both ranges; it takes the other end along. Holds keep their seconds."""
    reps = []
    for exercise, (low, high) in zip((pair.first, pair.second), pair.each_reps(), strict=True):
        if exercise.unit == "seconds":
            reps.append((low, high))
        elif name == "reps_low":
            reps.append((value, max(value, high)))
        else:
            reps.append((min(low, value), value))
    return evolve(pair, reps=reps)


def _counted(session: Session, level: int) -> tuple[int, int]:
    """Return fails and warnings of the pair rules, by which pairings are compared."""
    reviews = [pair.review(level) for pair in session.supersets]
    return sum(review.fails for review in reviews), sum(review.warns for review in reviews)


def _compared(session: Session, level: int, was: tuple[int, int], now: tuple[int, int]) -> Block:
    """Say what the best pairs change, and what they cannot."""
    if now < was:
        text = f"By the rules for pairs, before: {verdict(*was)}. In the best: {verdict(*now)}."
    else:
        text = (
            f"No pairing is better than this one, with {verdict(*was)} by the rules for pairs; "
            "order and landings are not counted."
        )
    if len(session.supersets) <= _RANKED:
        own = Ranking(session, level).standing()
        places = f"place {own.rank}" if own.rank == own.last else f"places {own.rank} to {own.last}"
        text += f" It {'was' if now < was else 'shares'} {places} of {own.of}."
    if now[0]:
        text += " What still fails, no pairing mends: change repetitions, rest or exercises."
    return Block(text, level="fail" if now[0] else "warn" if now[1] else "pass")
