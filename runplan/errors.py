"""What runplan says when it cannot go on, in the words of the person who asked."""

from collections.abc import Iterable


class PlanError(ValueError):
    """Bad input: what was given, what is allowed, and what to do.

    Parameters
    ----------
    *faults
        One sentence a fault. All faults found are reported at once.

    Examples
    --------
    >>> raise PlanError("A week has 7 days; you gave 8.")
    Traceback (most recent call last):
    runplan.errors.PlanError: A week has 7 days; you gave 8.
    """

    def __init__(self, *faults: str) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


def nearest(word: object, known: Iterable[str], most: int = 3) -> list[str]:
    """Return the known words most like a mistyped one, best first.

    >>> nearest("soleas", ["soleus", "deltoid", "gluteus_medius"])
    ['soleus']
    """
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        str(word), list(known), scorer=fuzz.WRatio, processor=utils.default_process, limit=most
    )
    return [match for match, score, _ in found if score >= 60]


def unknown(kind: str, word: object, known: Iterable[str]) -> PlanError:
    """Make the error for a name that does not exist, with the nearest that do.

    >>> print(unknown("muscle", "soleas", ["soleus", "deltoid"]))
    There is no muscle "soleas". Did you mean soleus?
    """
    known = list(known)
    close = nearest(word, known)
    advice = f"Did you mean {' or '.join(close)}?" if close else f"Known: {', '.join(known)}."
    return PlanError(f'There is no {kind} "{word}". {advice}')
