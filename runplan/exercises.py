"""One exercise: found by name, easier and harder, explained; and what a set of work covers."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import pandas as pd
from attrs import evolve, field, fields, frozen

from runplan.errors import PlanError
from runplan.library import id_like, whole
from runplan.show import card
from runplan.tables import load
from runplan.words import listed, plain

# these patterns name the muscles they aim at, not muscles that move a load
_NO_SETS = ("mobility", "self_massage")


def coverage(
    work: Iterable[tuple["Exercise | str", float]], library: pd.DataFrame | None = None
) -> "pd.Series[float]":
    """Count the sets each muscle gets: 1 a set as prime mover, 0.5 as helper.

    Stretching and self-massage (patterns mobility, self_massage) count nothing: their rows
    name the muscles aimed at, and a stretch is no set. No muscle is folded into a group.

    Parameters
    ----------
    work
        Pairs of an exercise (or its name or id) and its number of sets.
    library
        Where names are looked up; None is the shipped one.

    Returns
    -------
    Series
        Sets by muscle id, all muscles of muscles.csv in its order, 0 where nothing counts.

    Raises
    ------
    PlanError
        Names that lead nowhere, sets below 0; all at once.

    Examples
    --------
    >>> coverage([("calf raise", 3), ("front plank", 2)])[["soleus", "deltoid"]].tolist()
    [3.0, 1.0]
    """
    sets = dict.fromkeys(_muscles(), 0.0)
    faults: list[str] = []
    for what, number in work:
        try:
            exercise = what if isinstance(what, Exercise) else Exercise.find(what, library)
        except PlanError as bad:
            faults += bad.faults
            continue
        if not 0 <= number < float("inf"):
            faults.append(f"{exercise.name}: {number} sets. Give a number of sets, 0 or more.")
        elif exercise.pattern not in _NO_SETS:
            for muscle in exercise.primary:
                sets[muscle] += number
            for muscle in exercise.secondary:
                sets[muscle] += number / 2
    if faults:
        raise PlanError(*faults)
    return pd.Series(list(sets.values()), index=_muscles(), name="sets")


@cache
def _muscles() -> "pd.Index[str]":
    index: pd.Index[str] = pd.Index(load("muscles").id, name="muscle")
    return index


def _blank(cell: object) -> str | None:
    return cell if isinstance(cell, str) else None


@frozen(repr=False, kw_only=True, cache_hash=True)
class Exercise:
    """One row of a library; every column is an attribute, a list a tuple, a blank None.

    Made by `find` and `every`, from a table that was checked when it was loaded. Only the
    columns easier and harder are called `easier_id` and `harder_id`, because `easier()` and
    `harder()` give the exercises themselves. `library` is the table the row came from, and
    where they look (None: the shipped one); it does not count when two are compared.

    Units: `seconds_per_rep` and `rest_s` in seconds; repetitions in `unit`, per side when
    `unilateral`. Names, patterns and muscles are standard coaching knowledge; doses are
    teaching choices (U) unless `confidence` says K.

    Examples
    --------
    >>> thrust = Exercise.find("hip thurst")
    >>> thrust
    Exercise(hip_thrust: bridge, level 2)
    >>> thrust.equipment, thrust.harder()
    (('bench',), Exercise(single_leg_hip_thrust: bridge, level 3))
    """

    id: str
    name: str
    also_called: tuple[str, ...] = field(converter=tuple)
    pattern: str
    emphasis: tuple[str, ...] = field(converter=tuple)
    region: str
    joints: tuple[str, ...] = field(converter=tuple)
    primary: tuple[str, ...] = field(converter=tuple)
    secondary: tuple[str, ...] = field(converter=tuple)
    equipment: tuple[str, ...] = field(converter=tuple)
    equipment_optional: tuple[str, ...] = field(converter=tuple)
    level: int
    unilateral: bool
    plyometric: bool
    contacts_per_rep: int
    impact: str
    axial_load: str
    grip_limited: bool
    balance_demand: str
    unit: str
    sets_min: int
    sets_max: int
    reps_min: int
    reps_max: int
    seconds_per_rep: float
    tempo: str | None = field(default=None, converter=_blank)
    rest_s: int
    easier_id: str | None = field(default=None, converter=_blank, alias="easier")
    harder_id: str | None = field(default=None, converter=_blank, alias="harder")
    purpose: str
    how_to: str
    cue: str
    caution: str
    free_exercise_db: str | None = field(default=None, converter=_blank)
    wger: str | None = field(default=None, converter=_blank)
    source: str
    confidence: str
    article_dose: str | None = field(default=None, converter=_blank)
    refs: tuple[str, ...] = field(default=(), converter=tuple)
    library: pd.DataFrame | None = field(default=None, eq=False)

    @classmethod
    def every(cls, library: pd.DataFrame | None = None) -> tuple["Exercise", ...]:
        """Return all exercises of a library, or of a selection from one, in its order.

        >>> len(Exercise.every())
        100
        """
        return tuple(_by_id(library).values())

    @classmethod
    def find(cls, name: str, library: pd.DataFrame | None = None) -> "Exercise":
        """Return the exercise with this id, name or other name; typing errors are forgiven.

        Raises
        ------
        PlanError
            Nothing is near enough, or several are as near; with the nearest names.

        Examples
        --------
        >>> Exercise.find("RDL").name
        'Romanian deadlift'
        """
        known = _by_id(library)
        return known[name if name in known else id_like(str(name), whole(library))]

    def easier(self) -> "Exercise | None":
        """Return the next easier exercise; None where its library has no such rung."""
        return _by_id(self.library).get(self.easier_id or "")

    def harder(self) -> "Exercise | None":
        """Return the next harder exercise; None where its library has no such rung."""
        return _by_id(self.library).get(self.harder_id or "")

    def ladder(self) -> tuple["Exercise", ...]:
        """Return the ladder through this exercise, easiest first.

        Raises
        ------
        PlanError
            The ladder runs in a circle (only in a table that `load_exercises` did not check).

        Examples
        --------
        >>> [rung.id for rung in Exercise.find("side plank").ladder()]
        ['side_plank_knees', 'side_plank', 'side_plank_clamshell']
        """
        rungs = [self]
        for down in (True, False):
            while rung := rungs[0].easier() if down else rungs[-1].harder():
                if any(rung.id == known.id for known in rungs):
                    raise PlanError(
                        f'The ladder of "{self.id}" runs in a circle: "{rung.id}" comes twice. '
                        "Leave its easier or harder blank."
                    )
                rungs.insert(0 if down else len(rungs), rung)
        return tuple(rungs)

    def set_s(self, reps: float) -> float:
        """Return how long a set takes, in seconds; both sides of a one-sided exercise.

        >>> Exercise.find("calf raise").set_s(10), Exercise.find("side plank").set_s(30)
        (40.0, 60.0)
        """
        return reps * self.seconds_per_rep * (2 if self.unilateral else 1)

    def set_contacts(self, reps: float) -> float:
        """Return the landings of a set; both sides of a one-sided exercise.

        >>> Exercise.find("drop jump").set_contacts(5)
        10
        """
        return reps * self.contacts_per_rep * (2 if self.unilateral else 1)

    def dose(self) -> str:
        """Return the range in which the exercise makes sense, as a coach writes it.

        >>> Exercise.find("side plank").dose()
        '2–3 × 20–40 s a side'
        """
        reps = _range(self.reps_min, self.reps_max)
        unit = {"reps": "", "seconds": " s", "steps": " steps"}[self.unit]
        side = " a side" if self.unilateral else ""
        return f"{_range(self.sets_min, self.sets_max)} × {reps}{unit}{side}"

    def describe(self) -> str:
        """Say in a sentence what the exercise is, with its dose and what it needs.

        >>> print(Exercise.find("toe climb").describe())  # doctest: +NORMALIZE_WHITESPACE
        Standing calf raise (calf, level 1): 2–4 × 8–25, 60 s rest,
        for gastrocnemius and soleus; needs no equipment.
        """
        needs = listed([item for item in self.equipment if item != "none"])
        return (
            f"{self.name[:1].upper()}{self.name[1:]} ({plain(self.pattern)}, level {self.level}): "
            f"{self.dose()}, {self.rest_s} s rest, for {listed(self.primary)}; "
            f"needs {needs or 'no equipment'}."
        )

    def explain(self) -> str:
        """Explain the exercise to the person who does it, a line a subject; ends with sources."""
        ladder = " → ".join(
            rung.name if rung.id != self.id else f"[{rung.name}]" for rung in self.ladder()
        )
        helpers = listed(self.secondary)
        lines = {
            "": self.describe(),
            "Why": self.purpose,
            "How": self.how_to,
            "Cue": self.cue,
            "Take care": self.caution,
            "Helpers": helpers,
            "Easier to harder": ladder,
            "Also called": ", ".join(self.also_called),
            "Also useful": listed(self.equipment_optional),
            "Source": f"{self.source}; dose {self.confidence}",
        }
        return "\n".join(
            f"{head}: {text}" if head else text for head, text in lines.items() if text
        )

    def __repr__(self) -> str:
        return f"Exercise({self.id}: {plain(self.pattern)}, level {self.level})"

    def _repr_html_(self) -> str:
        first, *lines = self.explain().split("\n")
        pairs = [line.split(": ", 1) for line in lines]
        return card(self.name, first, pd.DataFrame(dict(pairs), index=[""]).T)


_COLUMNS = [column.alias or column.name for column in fields(Exercise) if column.name != "library"]


def _by_id(library: pd.DataFrame | None) -> dict[str, Exercise]:
    return _shipped() if library is None else _read(whole(library))


@cache
def _shipped() -> dict[str, Exercise]:
    return {id_: evolve(row, library=None) for id_, row in _read(whole(None)).items()}


def _read(library: pd.DataFrame) -> dict[str, Exercise]:
    # shares its data until somebody writes: a later change in the table changes no exercise
    snapshot = library.copy(deep=False)
    columns: list[list[Any]] = [library[column].tolist() for column in _COLUMNS]
    rows = (dict(zip(_COLUMNS, row, strict=True)) for row in zip(*columns, strict=True))
    return {row["id"]: Exercise(**row, library=snapshot) for row in rows}


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
