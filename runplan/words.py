"""Words that people give, and ids as people read them."""

from collections.abc import Iterable, Sequence

from runplan.errors import PlanError, unknown

Words = str | Iterable[str]


def chosen(kind: str, words: Words, known: Iterable[str]) -> tuple[str, ...]:
    """Return one word or several as a tuple, or say at once which do not exist.

    Raises
    ------
    PlanError
        A fault for each unknown word, with the nearest known ones.

    Examples
    --------
    >>> chosen("pattern", "squat", ["squat", "hinge"])
    ('squat',)
    """
    known = list(known)
    given = (words,) if isinstance(words, str) else tuple(words)
    wrong = [unknown(kind, word, known) for word in given if word not in known]
    if wrong:
        raise PlanError(*(fault for error in wrong for fault in error.faults))
    return given


def plain(word: str) -> str:
    """Return an id as a person says it.

    >>> plain("gluteus_medius")
    'gluteus medius'
    """
    return word.replace("_", " ")


def listed(words: Sequence[str]) -> str:
    """Return ids as a list in a sentence.

    >>> listed(["step", "bench", "mini_band"])
    'step, bench and mini band'
    """
    *most, last = map(plain, words or [""])
    return " and ".join(filter(None, [", ".join(most), last]))
