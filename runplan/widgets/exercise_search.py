"""What the ExerciseExplorer looks for: wishes, what fits them, and what to let go of."""

from typing import Any

import pandas as pd
from attrs import field, frozen

from runplan.exercises import Exercise
from runplan.library import at_hand, select
from runplan.words import listed, plain


@frozen
class Search:
    """Wishes as in `select`; "" is any.

    >>> Search("diaphragm", "max_strength", 2, ("gym",)).nothing()
    'Nothing fits. For any muscle 19; with any emphasis 2.'
    """

    muscle: str
    emphasis: str
    level: int
    equipment: tuple[str, ...]
    library: pd.DataFrame | None = field(default=None, eq=False)

    def found(self, **other: Any) -> tuple[Exercise, ...]:
        """Return what fits, prime movers first, then the easiest; with some wishes changed."""
        wishes: dict[str, Any] = {
            "muscle": self.muscle or None,
            "emphasis": self.emphasis or None,
            "level": self.level,
            "equipment": self.equipment,
        }
        rows = select(self.library, **(wishes | other))
        known = {exercise.id: exercise for exercise in Exercise.every(self.library)}
        fitting = [known[id_] for id_ in rows.id]
        # with a muscle they come so; without one every exercise is as good as a prime mover
        return tuple(fitting if self.muscle else sorted(fitting, key=lambda one: one.level))

    def nothing(self) -> str:
        """Say which wish to let go of where nothing fits."""
        without: dict[str, dict[str, Any]] = {
            "for any muscle": {"muscle": None},
            "with any emphasis": {"emphasis": None},
            "up to level 3": {"level": 3},
            "with a gym": {"equipment": "gym"},
        }
        counts = {said: len(self.found(**wish)) for said, wish in without.items()}
        ways = [f"{said} {count}" for said, count in counts.items() if count]
        return f"Nothing fits. {'; '.join(ways).capitalize() or 'Let go of two wishes'}."

    def outside(self, one: Exercise) -> str:
        """Say why an exercise is not among those that fit."""
        lacking = self.lacking(one)
        why = [
            f"is level {one.level}" if one.level > self.level else "",
            f"needs {listed(lacking)}, which is not at hand," if lacking else "",
            "has another emphasis" if self.emphasis not in ("", *one.emphasis) else "",
            f"does not work {plain(self.muscle)}"
            if self.muscle not in ("", *one.primary, *one.secondary)
            else "",
        ]
        said = f"{one.name} {' and '.join(filter(None, why)).removesuffix(',')}."
        return said[:1].upper() + said[1:]

    def lacking(self, one: Exercise) -> list[str]:
        """Return what an exercise needs and is not at hand."""
        return [item for item in one.equipment if item not in at_hand(self.equipment)]
