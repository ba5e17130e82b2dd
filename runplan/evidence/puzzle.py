"""A puzzle: can a published estimate and its interval both be right?"""

from typing import Any

from attrs import evolve, field, frozen

from runplan.evidence.effects import Effect, effect
from runplan.evidence.rows import one_of

# the three intervals that cannot be right, among three that look odd and can
CASES = {"A": "E06", "B": "E13", "C": "E27", "D": "E35", "E": "E09", "F": "E28"}
GUESSES = {
    "": "not guessed yet",
    "fits": "both can be right",
    "misfit": "they cannot both be right",
}


def _case(word: Any) -> str:
    return one_of("case", word, CASES)


def _guess(word: Any) -> str:
    return one_of("guess", word, GUESSES)


@frozen
class Puzzle:
    """One case of the puzzle, closed until somebody guesses.

    Parameters
    ----------
    case
        A letter, "A" to "F".
    guess
        "fits", "misfit", or "" before the guess.

    Examples
    --------
    >>> Puzzle("B", "misfit").right
    True
    """

    case: str = field(default="A", converter=_case)
    guess: str = field(default="", converter=_guess)

    def replace(self, **changes: Any) -> "Puzzle":
        """Return a copy with some parameters changed; another case is closed again."""
        if changes.get("case", self.case) != self.case:
            changes = {"guess": ""} | changes
        return evolve(self, **changes)

    @property
    def effect(self) -> Effect:
        """The effect that it is about."""
        return effect(CASES[self.case])

    @property
    def right(self) -> bool | None:
        """Whether the guess is right; None before it."""
        return (self.guess == "fits") == self.effect.fits if self.guess else None

    def describe(self) -> str:
        """Say the numbers; after a guess also the middle, and what follows."""
        one = self.effect
        low, high = one.interval
        said = (
            f"Case {self.case}: {one.metric}, estimate {one.effect:g}, interval {low:g} to "
            f"{high:g}."
        )
        return f"{said} {self.reason()}" if self.guess else said

    def reason(self) -> str:
        """Say where the middle lies, and what that means."""
        one = self.effect
        by = "as many times the lower end as it goes into the upper" if one.ratio else "half-way"
        middle = f"The middle of the interval ({by}) is {one.middle:.3g}"
        if one.fits:
            return f"{middle}: the estimate {one.effect:g} stands there, as far as rounding tells."
        low, high = one.interval
        inside = "" if low <= one.effect <= high else " and lies outside the interval"
        return f"{middle}; the estimate {one.effect:g} does not stand there{inside}."
