"""Muscles: the article's groups, the main roles, the right names, and what trains them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Literal

import pandas as pd
from attrs import field, frozen

from runplan import tables
from runplan.errors import PlanError, unknown
from runplan.show import card

Pairs = tuple[tuple[str, float], ...]

SHADES = ("none", "group", "role", "amount")


@frozen(slots=False)
class Muscle:
    """One muscle of the course.

    `Muscle.find` makes one from an id, an English or a Latin name.

    Parameters
    ----------
    id
        As in `load_muscles()`, for example "gluteus_medius".
    name_en, name_la
        Terminologia Anatomica, in English and Latin.
    group, article_item, article_term
        Where the article files it, and in which words.
    region, joint_actions, role_in_running
        Where it lies, what it does at the joints, what it does in a stride.
    confidence
        The row's grade: V checked, K known, U ours.
    refs
        Keys of the references table.

    Examples
    --------
    >>> Muscle.find("Musculus soleus")
    Muscle(soleus: legs, calf, deep)
    >>> Muscle.find("soleus").role
    'push-off'
    """

    id: str
    name_en: str
    name_la: str
    group: str
    article_item: str
    article_term: str
    region: str
    joint_actions: tuple[str, ...]
    role_in_running: str
    confidence: str
    refs: tuple[str, ...] = ()
    basis: str = ""

    @classmethod
    def find(cls, name: str | Muscle) -> Muscle:
        """Return the muscle with this id, English or Latin name.

        Raises
        ------
        PlanError
            No such muscle; the message gives the nearest names.
        """
        if isinstance(name, Muscle):
            return name
        wanted = str(name).strip().lower().replace(" ", "_").removeprefix("musculus_")
        for muscle in all_muscles():
            latin = muscle.name_la.lower().replace(" ", "_").removeprefix("musculus_")
            if wanted in (muscle.id, muscle.name_en.replace(" ", "_"), latin):
                return muscle
        raise unknown("muscle", name, [muscle.id for muscle in all_muscles()])

    @property
    def short(self) -> str:
        """The English name without what stands in brackets, for labels."""
        return self.name_en.partition(" (")[0]

    @property
    def group_name(self) -> str:
        """The article's group in words."""
        return _words("groups")[self.group]

    @property
    def role(self) -> str:
        """The main role in running, in words (our grouping, U)."""
        roles = tables.load("muscle_roles").set_index("muscle").role
        return _words("roles")[roles[self.id]]

    @property
    def role_told(self) -> str:
        """The role in running, spelled out where the table says "as" another muscle.

        >>> Muscle.find("semitendinosus").role_told[:40]
        'as biceps femoris: brakes the swinging s'
        """
        like = self.role_in_running.removeprefix("as ").partition(" (")[0].partition(";")[0]
        other = {m.name_en: m for m in all_muscles()}.get(like)
        return f"{self.role_in_running}: {other.role_in_running}" if other else self.role_in_running

    @property
    def item(self) -> str:
        """The article's item without its number, for example "hamstrings"."""
        return self.article_item.partition(" ")[2]

    @cached_property
    def _training(self) -> dict[str, list[str]]:
        library = tables.load("exercises", ["name", "pattern", "primary", "secondary"])
        # stretching and massage aim at a muscle, they do not train it
        library = library[~library.pattern.isin(["mobility", "self_massage"])]
        return {
            share: [
                name
                for name, muscles in zip(library["name"], library[column], strict=True)
                if self.id in muscles
            ]
            for share, column in [("prime mover", "primary"), ("helper", "secondary")]
        }

    def exercises(self, share: Literal["prime mover", "helper"] = "prime mover") -> list[str]:
        """Return the names of the library's exercises that train it as prime mover or helper.

        >>> len(Muscle.find("tibialis_anterior").exercises())
        2
        """
        return list(self._training[share])

    def describe(self) -> str:
        """Say in one sentence where it lies and what it does.

        >>> Muscle.find("deltoid").describe()
        'Deltoid (Musculus deltoideus): shoulder cap; drives and, mainly, damps the arm pendulum.'
        """
        name = self.name_en[0].upper() + self.name_en[1:]
        return f"{name} ({self.name_la}): {self.region}; {self.role_in_running}."

    def facts(self) -> list[tuple[str, str]]:
        """Return what a panel shows: pairs of a label and a text."""
        trains, helps = self.exercises(), self.exercises("helper")
        listed = ", ".join(trains[:6]) + (f" and {len(trains) - 6} more" if trains[6:] else "")
        return [
            ("Latin", self.name_la),
            ("Group in the article", f"{self.group_name}: {self.item}"),
            ("Where", self.region),
            ("Joint actions", "; ".join(self.joint_actions)),
            ("Role in running", self.role_told),
            ("Main role (our grouping)", self.role),
            ("The article's wording", self.article_term),
            ("Prime mover in", listed or "no exercise of the library"),
            ("Helper in", f"{len(helps)} exercise{'s' * (len(helps) != 1)}"),
        ]

    def __repr__(self) -> str:
        return f"Muscle({self.id}: {self.group}, {self.region})"

    def _repr_html_(self) -> str:
        table = pd.DataFrame(self.facts(), columns=["", " "]).set_index("")
        return card(self.name_en, self.role_in_running, table)


def _amounts(given: Mapping[str, float] | pd.Series | Pairs) -> Pairs:
    """Return pairs of muscle id and amount, in the order of the muscles."""
    pairs = given if isinstance(given, tuple) else given.items()
    amounts = {Muscle.find(str(name)).id: float(amount) for name, amount in pairs}
    for name, amount in amounts.items():
        if not 0 <= amount <= 1:
            raise PlanError(
                f"The amount of {Muscle.find(name).name_en} is {amount:g}; allowed: 0 to 1. "
                "Divide by the largest, or by what is needed."
            )
    return tuple((m.id, amounts[m.id]) for m in all_muscles() if m.id in amounts)


def _muscle_or_none(given: str | Muscle | None) -> Muscle | None:
    return Muscle.find(given) if given else None


@frozen
class BodyView:
    """What a map of the body shows: at most one muscle marked, all shaded by a property.

    Parameters
    ----------
    muscle
        A `Muscle`, its id or name, or None.
    shade
        "none", "group" (the article's), "role" (ours) or "amount".
    amounts
        Muscle → 0 to 1: a Series or a mapping; muscles left out count 0.
    scale
        What an amount of 1 is, in words.

    Raises
    ------
    PlanError
        An unknown muscle or shading, with the nearest names; an amount outside 0 to 1.

    Examples
    --------
    >>> BodyView("soleus", "group").describe()
    'Body map, front and back, shaded by group. Marked: soleus, calf, deep (legs).'
    >>> BodyView(shade="amount", amounts={"soleus": 1, "deltoid": 0.5}, scale="sets done").most()
    [('soleus', 1.0), ('deltoid', 0.5)]
    """

    muscle: Muscle | None = field(default=None, converter=_muscle_or_none)
    shade: str = "none"
    amounts: Pairs = field(default=(), converter=_amounts)
    scale: str = "amount"

    def __attrs_post_init__(self) -> None:
        if self.shade not in SHADES:
            raise unknown("shading", self.shade, SHADES)

    def kinds(self) -> dict[str, str]:
        """Return muscle id → its group or role in words; empty when nothing is shaded."""
        if self.shade not in ("group", "role"):
            return {}
        by_role = self.shade == "role"
        return {m.id: m.role if by_role else m.group_name for m in all_muscles()}

    def most(self, count: int = 5) -> list[tuple[str, float]]:
        """Return the muscles with the largest amounts above 0, largest first."""
        some = [(muscle, amount) for muscle, amount in self.amounts if amount > 0]
        return sorted(some, key=lambda pair: -pair[1])[:count]

    def describe(self) -> str:
        """Say in one or two sentences what the map shows."""
        shaded = "" if self.shade == "none" else f", shaded by {self.shade}"
        if self.shade == "amount":
            most = ", ".join(f"{Muscle.find(m).short} {amount:.2f}" for m, amount in self.most(3))
            shaded = f", shaded by {self.scale}, 0 to 1: {f'most in {most}' if most else 'all 0'}"
        marked = "No muscle is marked."
        if self.muscle:
            m = self.muscle
            marked = f"Marked: {m.name_en}, {m.region} ({m.group_name})."
        return f"Body map, front and back{shaded}. {marked}"


@cache
def all_muscles() -> tuple[Muscle, ...]:
    """Return every muscle, in the order of the article's groups.

    >>> len(all_muscles())
    35
    """
    rows = tables.load("muscles").to_dict("records")
    return tuple(Muscle(**{str(name): value for name, value in row.items()}) for row in rows)


def kinds(shade: str) -> list[str]:
    """Return the words of a shading, in the order a legend shows them.

    >>> kinds("group")
    ['legs', 'core', 'arms and upper body', 'additional muscles']
    """
    return list(_words(f"{shade}s").values()) if shade in ("group", "role") else []


@cache
def _words(table: str) -> dict[str, str]:
    words = tables.load(table)
    return dict(zip(words.iloc[:, 0], words["name"], strict=True))


@cache
def head_to_foot() -> dict[str, tuple[str, ...]]:
    """Return the muscles by part of the body, from head to foot (body_parts.csv, ours: U).

    >>> head_to_foot()["foot"]
    ('abductor_hallucis', 'flexor_digitorum_brevis')
    """
    table = tables.load("body_parts")
    return {str(part): tuple(rows.muscle) for part, rows in table.groupby("part", sort=False)}
