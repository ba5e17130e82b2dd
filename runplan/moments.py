"""What pictures of a stride show: a moment of it, several in a row, when each muscle works."""

from typing import Any

from attrs import field, frozen

from runplan.errors import PlanError
from runplan.stride import NOTE, Stride, cycle
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
    """Moments of a stride in a row, evenly spaced from the right foot's contact on.

    Parameters
    ----------
    stride
        A `Stride`, or its stance in %.
    count
        How many moments: an even number from 2 to 10, so that both steps show the same ones.

    Examples
    --------
    >>> [moment.pct for moment in Strip(count=4).moments()]
    [0.0, 25.0, 50.0, 75.0]
    """

    stride: Stride = field(factory=Stride, converter=_stride)
    count: int = 10

    def __attrs_post_init__(self) -> None:
        if self.count not in (2, 4, 6, 8, 10):
            raise PlanError(
                f"count is {self.count!r}; allowed: 2, 4, 6, 8 or 10 moments, half in each step."
            )

    def moments(self) -> list[Moment]:
        """Return the moments, first to last."""
        return [Moment(self.stride, 100 * place / self.count) for place in range(self.count)]

    def describe(self) -> str:
        """Say how far apart the moments are, in which a foot is on the ground or none."""
        moments = self.moments()
        flying = [f"{m.pct:g} %" for m in moments if self.stride.flight(m.pct)]
        flight = f"both feet are off the ground at {listed(flying)}" if flying else "none in flight"
        most = max(moments, key=lambda m: (len(m.stride.active(m.pct)), -m.pct))
        return (
            f"{self.count} moments of a stride with {self.stride.stance_pct:g} % stance, "
            f"{100 / self.count:g} % apart: {flight}; at {most.pct:g} % "
            f"{len(self.stride.active(most.pct))} muscles of the right side are active, more than "
            f"at any other. {NOTE}."
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
literature, 14 schematic. Schematic synthesis, about 2.8 m/s, level ground.
    """

    stride: Stride = field(factory=Stride, converter=_stride)
    pct: float | None = field(default=None, converter=_moment)

    def muscles(self) -> dict[str, list[str]]:
        """Return the muscles by how their activity is known, each group from hip to foot to arm.

        >>> Timeline().muscles()["measured"][:2]
        ['gluteus_maximus', 'gluteus_medius']
        """
        bursts = self.stride.bursts().drop_duplicates("muscle")
        return {
            words: bursts.muscle[bursts.basis == basis].tolist() for basis, words in BASES.items()
        }

    def describe(self) -> str:
        """Say how many muscles are measured or not, and what is active at the marked moment."""
        known = {words: len(muscles) for words, muscles in self.muscles().items()}
        said = (
            f"When {sum(known.values())} muscles of the right side work in a stride with "
            f"{self.stride.stance_pct:g} % stance: {known['measured']} measured, "
            f"{known['literature']} from literature, {known['schematic']} schematic."
        )
        if self.pct is None:
            return f"{said} {NOTE}."
        active = self.stride.active(self.pct)
        high = active.muscle[active.level == 1].tolist()
        strongest = f", at a high level {listed(high)}" if high else ", none at a high level"
        return (
            f"{said} At {self.pct:g} %, {self.stride.phase(self.pct)}, {len(active)} are "
            f"active{strongest}. {NOTE}."
        )
