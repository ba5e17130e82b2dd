"""How a season says its numbers."""

from datetime import date

# phase ids as people say them
TITLES = {
    "base": "base",
    "transition_spring": "spring transition",
    "competition": "competition",
    "recovery": "recovery",
    "re_entry": "re-entry",
}


def day(value: date) -> str:
    """Return a date as people write it.

    >>> day(date(2027, 5, 9))
    '9 May 2027'
    """
    return f"{value.day} {value:%B %Y}"


def percent(part: float) -> str:
    """Return a part of 1 in %.

    >>> percent(0.65)
    '65 %'
    """
    return f"{100 * part:.0f} %"


def count(number: int, what: str) -> str:
    """Return a number of things.

    >>> count(1, "week"), count(2, "day")
    ('1 week', '2 days')
    """
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def span(ends: tuple[float, float]) -> str:
    """Return a range.

    >>> span((2, 3)), span((1, 1))
    ('2–3', '1')
    """
    low, high = ends
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"
