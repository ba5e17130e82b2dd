"""A rubric: what a plan for a brief must hold, and what of it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
from attrs import field, frozen

from runplan.evidence.references import cited
from runplan.lessons.tasks import Feedback
from runplan.plan import Plan
from runplan.show import card


@frozen
class Criterion:
    """One line of a rubric.

    Parameters
    ----------
    id
        A word.
    wants
        What a good plan holds, in a coach's words.
    fault
        Takes a plan and returns what to look at again; "" is fulfilled.
    reference
        Key of the references table; "" is coaching practice or our choice.
    """

    id: str
    wants: str
    fault: Callable[[Plan], str]
    reference: str = ""

    @property
    def known(self) -> str:
        """Where it is known from, in words."""
        return cited(self.reference) if self.reference else "the runner, or our choice"


def _criteria(given: Iterable[Criterion]) -> tuple[Criterion, ...]:
    return tuple(given)


@frozen(repr=False)
class Brief:
    """A runner's wish, and the rubric for the plan.

    Parameters
    ----------
    id, title
        A word, and a heading.
    story
        What the runner says.
    criteria
        In the order in which they are looked at.
    """

    id: str
    title: str
    story: str
    criteria: tuple[Criterion, ...] = field(converter=_criteria)

    def table(self) -> pd.DataFrame:
        """Return a row a criterion: what a good plan holds, and where that is known from."""
        return pd.DataFrame(
            [(criterion.wants, criterion.known) for criterion in self.criteria],
            columns=["a good plan", "known from"],
        )

    def __repr__(self) -> str:
        return f"{self.title}. {self.story}"

    def _repr_html_(self) -> str:
        return card(self.title, self.story)

    def judge(self, plan: Any) -> Rubric:
        """Hold a plan against the rubric."""
        if not isinstance(plan, Plan):
            missing = "There is no plan yet: fill in the runner and the race."
            return Rubric(self, (missing,) * len(self.criteria))
        return Rubric(self, tuple(criterion.fault(plan) for criterion in self.criteria))


@frozen(repr=False)
class Rubric:
    """A brief's criteria with what was found, "" where one is fulfilled."""

    brief: Brief
    faults: tuple[str, ...]

    @property
    def unmet(self) -> tuple[str, ...]:
        """The ids of the criteria that are not fulfilled."""
        pairs = zip(self.brief.criteria, self.faults, strict=True)
        return tuple(criterion.id for criterion, fault in pairs if fault)

    def feedback(self) -> Feedback:
        """Say how many criteria hold, and what to look at first."""
        first = next(filter(None, self.faults), "")
        pairs = list(zip(self.brief.criteria, self.faults, strict=True))
        parts = [(not fault, criterion.wants) for criterion, fault in pairs]
        if not first:
            return Feedback(True, f"All {len(parts)} criteria of this brief hold.", parts)
        held = self.faults.count("")
        return Feedback(False, f"{held} of {len(parts)} criteria hold. {first}", parts)

    def describe(self) -> str:
        """Say it in one sentence."""
        return f"{self.brief.title}: {self.feedback()}"

    def table(self) -> pd.DataFrame:
        """Return a row a criterion: whether it holds, what is wanted, what to look at again."""
        wanted = self.brief.table()
        return wanted.assign(
            holds=["✗ not yet" if fault else "✓" for fault in self.faults],
            look_at=list(self.faults),
        )[["holds", "a good plan", "look_at", "known from"]]

    def __repr__(self) -> str:
        return self.describe()
