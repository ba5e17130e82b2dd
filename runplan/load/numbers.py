"""Numbers that people give for a load, checked."""

from collections.abc import Iterable, Sequence
from math import isfinite
from numbers import Real
from typing import Any

from runplan.errors import PlanError


def number(name: str, value: Any, low: float, high: float, unit: str) -> float:
    """Return a number within its range, or raise PlanError."""
    usable = isinstance(value, Real) and not isinstance(value, bool) and isfinite(value)
    if not usable or not low <= value <= high:
        allowed = f"{low:g} to {high:g} {unit}".rstrip()
        raise PlanError(f"{name} is {value!r}; allowed: a number from {allowed}.")
    return float(value)


def loads(values: Any, what: str = "daily loads", count: int | None = None) -> list[float]:
    """Return loads as a list: finite and not negative, and as many as asked for.

    Raises
    ------
    PlanError
        Every bad value at once, with its place counted from 1.
    """
    given: Sequence[Any] = list(values) if isinstance(values, Iterable) else [values]
    if (count is not None and len(given) != count) or not given:
        wanted = f"{count} numbers" if count else "at least one number"
        raise PlanError(
            f"{len(given)} {what} given; {wanted} needed. Write 0 for a day without training."
        )
    faults = [
        f"Number {place} of the {what} is {value!r}; a load is a number of 0 or more. "
        "Write 0 for a day without training."
        for place, value in enumerate(given, start=1)
        if not isinstance(value, Real) or not isfinite(value) or value < 0
    ]
    if faults:
        raise PlanError(*faults)
    return [float(value) for value in given]
