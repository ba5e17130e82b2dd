"""What pictures of a stride show: a moment of it, several in a row, when each muscle works."""

from functools import cache
from typing import Any

from attrs import field, frozen

from runplan.stride import Stride, cycle
from runplan.tables import load_activation
from runplan.words import listed

# how a burst is known, strongest first, and as people say it
BASES = {
    "measured-envelope": "measured",
    "literature": "literature",
    "schematic": "schematic",
}


def _stride(value: Any) -> Stride:
    return value if isinstance(value, Stride) else Stride(value)


def _moment(value: Any) -> float | None:
    return None if value is None else cycle(value)


@frozen
class Moment:
    """A moment of a stride: the runner's pose and the muscles that are active.

    Parameters
    ----------
    stride
        A `Stride`, or its stance in %.
    pct
        Where in the stride, 0 to 100 %; 105 is 5.

    Examples
    --------
    >>> Moment(30, 40).describe()[:67]
    'The right side at 40 % of a stride with 30 % stance, first flight: '
    """

    stride: Stride = field(factory=Stride, converter=_stride)
    pct: float = field(default=0.0, converter=cycle)

    def describe(self) -> str:
        """Say which phase it is and which muscles are active, strongest first."""
        return self.stride.describe(self.pct)


@frozen
class Strip:
    """Ten moments of a stride in a row, 10 % apart, from the right foot's contact on.

    Parameters
    ----------
    stride
        A `Stride`, or its stance in %.

    Examples
    --------
    >>> print(Strip(36).describe())
    Ten moments of a stride with 36 % stance, 10 % apart: both feet are off the ground at 40 % \
and 90 %; most muscles of the right side, 25, are active at 10 %. Schematic: the muscles' \
timing of about 2.8 m/s, fitted to 36 % stance, not recorded at it; level ground.
    """

    stride: Stride = field(factory=Stride, converter=_stride)

    def moments(self) -> list[Moment]:
        """Return the moments, first to last."""
        return [Moment(self.stride, pct) for pct in range(0, 100, 10)]

    def describe(self) -> str:
        """Say at which of the moments no foot is on the ground, and where most muscles work."""
        moments = self.moments()
        flying = [f"{m.pct:g} %" for m in moments if self.stride.flight(m.pct)]
        flight = f"both feet are off the ground at {listed(flying)}" if flying else "none in flight"
        counts = [len(self.stride.lit(moment.pct)) for moment in moments]
        most = max(counts)
        return (
            f"Ten moments of a stride with {self.stride.stance_pct:g} % stance, 10 % apart: "
            f"{flight}; most muscles of the right side, {most}, are active at "
            f"{moments[counts.index(most)].pct:g} %. {self.stride.note}."
        )


@frozen
class Timeline:
    """When each muscle of the right side is active in a stride, and how that is known.

    Parameters
    ----------
    stride
        A `Stride`, or its stance in %.
    pct
        A moment to mark, or None.

    Examples
    --------
    >>> print(Timeline(30).describe())
    When 33 muscles of the right side work in a stride with 30 % stance: 12 measured, 7 from \
literature, 14 schematic. Schematic: the muscles' timing of about 2.8 m/s, fitted to 30 % stance, \
not recorded at it; level ground.
    """

    stride: Stride = field(factory=Stride, converter=_stride)
    pct: float | None = field(default=None, converter=_moment)

    def muscles(self) -> dict[str, list[str]]:
        """Return the muscles by how their activity is known, each group from hip to foot to arm.

        >>> Timeline().muscles()["measured"][:2]
        ['gluteus_maximus', 'gluteus_medius']
        """
        return {words: list(muscles) for words, muscles in _by_basis().items()}

    def describe(self) -> str:
        """Say how many muscles are measured or not, and what is active at the marked moment."""
        known = {words: len(muscles) for words, muscles in _by_basis().items()}
        said = (
            f"When {sum(known.values())} muscles of the right side work in a stride with "
            f"{self.stride.stance_pct:g} % stance: {known['measured']} measured, "
            f"{known['literature']} from literature, {known['schematic']} schematic."
        )
        if self.pct is None:
            return f"{said} {self.stride.note}."
        active = self.stride.lit(self.pct)
        high = [muscle for muscle, level, _ in active if level == 1]
        strongest = f", at a high level {listed(high)}" if high else ", none at a high level"
        return (
            f"{said} At {self.pct:g} %, {self.stride.phase(self.pct)}, {len(active)} are "
            f"active{strongest}. {self.stride.note}."
        )


@cache
def _by_basis() -> dict[str, tuple[str, ...]]:
    bursts = load_activation().drop_duplicates("muscle")
    return {words: tuple(bursts.muscle[bursts.basis == basis]) for basis, words in BASES.items()}
