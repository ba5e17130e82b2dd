"""What a forest plot shows: the effects of one question, in one metric, on some people."""

from collections import Counter
from typing import Any

from attrs import evolve, field, frozen

from runplan.errors import PlanError
from runplan.evidence.effects import Effect, Finding, effect, every_effect
from runplan.evidence.rows import one_of
from runplan.words import listed

# what was asked → the outcomes of the table that answer it (our grouping)
QUESTIONS = {
    "running economy": (
        "running economy",
        "economy after 90 min run",
        "economy and velocity at VO2max",
    ),
    "time trial": ("time trial", "time trial 2-5 km"),
    "injury": (
        "sports injury",
        "lower-limb injury",
        "acute lower-limb injury",
        "running injury",
        "running injury (control vs trained)",
        "running injury (cumulative incidence)",
        "injury preventing marathon",
        "injury risk and rate",
    ),
    "strength beside endurance work": ("maximal strength", "explosive strength", "hypertrophy"),
    "jump or sprint after a heavy set": ("jump height", "acute power"),
    "performance after a taper": ("performance",),
    "supersets instead of straight sets": (
        "session time",
        "pull-down 1RM gain (kg, superset minus straight)",
    ),
    "running without arm swing": ("net metabolic power",),
    "core training": ("VO2 at stage 4 (ml/kg/min)",),
}
# a metric of the table → what its number is
METRICS = {
    "g": "difference in standard deviations",
    "SMD": "difference in standard deviations",
    "ES": "difference in standard deviations",
    "g (improvement positive)": "difference in standard deviations, more is better",
    "ES (improvement positive)": "difference in standard deviations, more is better",
    "percent": "change in %",
    "percent (group change)": "change in % of the trained group",
    "percent points": "difference in % of the runners",
    "RR": "risk ratio, 1 is the same risk",
    "HR": "hazard ratio, 1 is the same risk",
    "rate ratio": "ratio of two rates, 1 is the same rate",
    "kg": "difference in kg",
    "within-group change": "change in ml/kg/min of the trained group",
    "eta-squared 12 / 14 km/h": "share of the variance that training explains",
    "qualitative": "in words, without a number",
}
PEOPLE = {
    "everyone": "everyone",
    "runners": "runners",
    "others": "others (no runners)",
}


def _question(word: Any) -> str:
    return one_of("question", word, QUESTIONS)


def _or_none(word: Any) -> Any:
    return word or ""


def _people(word: Any) -> str:
    return one_of("population", word, PEOPLE)


@frozen
class Forest:
    """A forest plot: one line an effect, all of one metric, with the good side marked.

    Parameters
    ----------
    outcome
        What was asked: a key of `QUESTIONS`.
    metric
        One metric of that question; "" is the one with most effects.
    population
        "everyone", "runners", or "others": athletes of other sports and adults in general.
    marked
        The id of an effect to mark, or "". One that is not shown is dropped.

    Raises
    ------
    PlanError
        No such question, metric or population; a metric in which this was not measured.

    Notes
    -----
    Two metrics never share an axis, not even g and SMD: each has its own way of pooling.

    Examples
    --------
    >>> forest = Forest("injury", "RR")
    >>> [effect.id for effect in forest.effects()]
    ['E23', 'E24', 'E25', 'E29']
    >>> [effect.id for effect in Forest("injury", "RR", "runners").effects()]
    ['E29']
    """

    outcome: str = field(default="running economy", converter=_question)
    metric: str = field(default="", converter=_or_none)
    population: str = field(default="everyone", converter=_people)
    marked: str = field(default="", converter=_or_none)

    def __attrs_post_init__(self) -> None:
        # frozen: what follows from the other fields is set once, here
        known = self.metrics(self.outcome)
        if not self.metric:
            object.__setattr__(self, "metric", known[0])
        elif self.metric not in known:
            one_of("metric", self.metric, METRICS)
            raise PlanError(
                f"There is no {self.metric} of {self.outcome}. It was measured as "
                f"{listed(known)}: choose one of these, or another outcome first."
            )
        if self.marked:
            effect(self.marked)
            if self.marked not in [effect.id for effect in self.effects()]:
                object.__setattr__(self, "marked", "")

    @staticmethod
    def metrics(outcome: str) -> list[str]:
        """Return the metrics in which a question was measured, that with most effects first.

        >>> Forest.metrics("time trial")
        ['g', 'g (improvement positive)']
        """
        asked = QUESTIONS[_question(outcome)]
        counts = Counter(one.metric for one in every_effect() if one.outcome in asked)
        return [metric for metric, _ in counts.most_common()]

    @property
    def ratio(self) -> bool:
        """Whether the axis is logarithmic."""
        return self._any.ratio

    @property
    def none(self) -> int:
        """Where no effect lies."""
        return self._any.none

    @property
    def good_above(self) -> bool:
        """Whether more than no effect is good."""
        return self._any.good_above

    @property
    def numbers(self) -> bool:
        """Whether there is any number to draw; otherwise there is no axis."""
        return any(one.finding != "no number" for one in self._all())

    def replace(self, **changes: Any) -> "Forest":
        """Return a copy with some parameters changed; another outcome may bring its metric."""
        outcome = changes.get("outcome", self.outcome)
        if "metric" not in changes and outcome in list(QUESTIONS):
            changes["metric"] = self.metric if self.metric in self.metrics(outcome) else ""
        return evolve(self, **changes)

    def effects(self) -> list[Effect]:
        """Return the effects, as they stand in the table; there may be none."""
        wish = {"everyone": (True, False), "runners": (True,), "others": (False,)}
        return [one for one in self._all() if of_runners(one) in wish[self.population]]

    def describe(self) -> str:
        """Say what is shown, which way is good, and how many effects allow which conclusion."""
        people = {
            "everyone": "",
            "runners": " in runners",
            "others": " in people other than runners",
        }
        found = self.effects()
        what = f"{self.outcome}{people[self.population]}, {self.metric}"
        if not found:
            return f"Forest plot of {what}: no study known."
        counts = Counter(one.finding for one in found)
        tally = [
            f"{counts[key]} {words.format(none=self.none)}"
            for key, words in _SAID.items()
            if counts[key]
        ]
        number = "1 effect" if len(found) == 1 else f"{len(found)} effects"
        good = f", good is {'above' if self.good_above else 'below'} {self.none}"
        text = (
            f"Forest plot of {what} ({METRICS[self.metric]}): {number}"
            f"{good if self.numbers else ''}; {listed(tally)}."
        )
        if self.marked:
            one = next(one for one in found if one.id == self.marked)
            number, low, high = one.numbers()
            interval = f" ({low} to {high})" if low else ""
            text += f" Marked: {one.study}, {number or 'no number'}{interval}."
        return text

    @property
    def _any(self) -> Effect:
        return self._all()[0]

    def _all(self) -> list[Effect]:
        asked = QUESTIONS[self.outcome]
        return [one for one in every_effect() if one.outcome in asked and one.metric == self.metric]


_SAID: dict[Finding, str] = {
    "good": "with the interval wholly on the good side (no effect is ruled out)",
    "open": "with an interval that includes {none} (no effect is still possible)",
    "wrong": "with the interval wholly on the wrong side",
    "misfit": "with an interval that contradicts its own estimate",
    "no interval": "without an interval",
    "no number": "without a number",
}


def of_runners(one: Effect) -> bool:
    """Tell whether the people of a study were runners.

    >>> from runplan.evidence import effect
    >>> of_runners(effect("E29")), of_runners(effect("E45"))
    (True, False)
    """
    people = one.population
    return ("runner" in people and "not runner" not in people) or "marathon" in people
