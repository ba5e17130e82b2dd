"""What the map of the body shows of a stride: the muscles that are active at a moment."""

from attrs import frozen

from runplan.moments import BASES, Moment


@frozen
class BodyMoment(Moment):
    """A moment of a stride, seen on the map of the body; parameters as in `Moment`.

    Examples
    --------
    >>> BodyMoment(40, 10).describe()[:61]
    'Body map, front and back, at 10 % of the stride: 25 muscles a'
    """

    def levels(self) -> dict[str, tuple[float, str]]:
        """Return muscle id → level (0.3, 0.6 or 1.0) and how it is known.

        A muscle that is active in two ways at once counts with the higher level.
        """
        found: dict[str, tuple[float, str]] = {}
        for muscle, level, basis in self.stride.lit(self.pct):  # strongest first
            found.setdefault(muscle, (level, BASES[basis]))
        return found

    def describe(self) -> str:
        """Say how many muscles are lit, and how many at which level."""
        levels = [level for level, _ in self.levels().values()]
        counts = ", ".join(
            f"{levels.count(level)} {word}"
            for word, level in (("high", 1.0), ("moderate", 0.6), ("low", 0.3))
        )
        return (
            f"Body map, front and back, at {self.pct:g} % of the stride: {len(levels)} muscles "
            f"are active ({counts}), of the right side. What lies deep is drawn on one side only, "
            "the rest on both."
        )
