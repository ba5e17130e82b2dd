"""What a session is built for, and what is wished of it."""

from typing import Any

from attrs import evolve, frozen

from runplan.exercises import Exercise
from runplan.season import Phase
from runplan.supersets.rules import Range, is_heavy
from runplan.supersets.superset import MOVE_S


@frozen
class Task:
    """What a session is built for: it holds whatever is wished.

    Parameters
    ----------
    phase
        The phase of the year.
    sets, rest_s
        Of every pair.
    warmup_min
        Minutes before the first pair.
    library
        All exercises there are.
    short
        Sets still wanted of each muscle, in the order of `coverage`.
    """

    phase: Phase
    sets: int
    rest_s: int
    warmup_min: float
    library: tuple[Exercise, ...]
    short: tuple[float, ...]

    def reps(self, exercise: Exercise) -> Range:
        """Return its repetitions: for strength the phase's, as far as its row goes."""
        low, high = exercise.reps_min, exercise.reps_max
        if "max_strength" not in exercise.emphasis:
            return low, high
        least, most = self.phase.reps
        return min(max(low, least), high), max(min(high, most), low)

    def time_s(self, exercise: Exercise) -> float:
        """Return its part of the session; all pairs rest alike, so it has one."""
        set_s = exercise.set_s(sum(self.reps(exercise)) / 2)
        return self.sets * (set_s + (MOVE_S + self.rest_s) / 2)

    def work_s(self, minutes: float) -> float:
        """Return the seconds that a session's minutes leave after the warm-up."""
        return (minutes - self.warmup_min) * 60

    def contacts(self, exercise: Exercise) -> float:
        """Return the most landings it adds."""
        return self.sets * exercise.set_contacts(self.reps(exercise)[1])

    def heavy(self, exercise: Exercise) -> bool:
        """Whether it is heavy in this phase."""
        return is_heavy(exercise, self.reps(exercise))


@frozen
class Wishes:
    """What a session is asked for; a wish that is dropped is None or empty."""

    equipment: frozenset[str] | None
    level: int | None
    minutes: float | None
    contacts: int | None
    exercises: tuple[Exercise, ...] | None
    include: tuple[Exercise, ...]

    def without(self, *names: str) -> "Wishes":
        """Return the wishes less some."""
        changes: dict[str, Any] = {name: () if name == "include" else None for name in names}
        return evolve(self, **changes)
