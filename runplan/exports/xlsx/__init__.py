"""A plan as a workbook: the year with its chart, a sheet a phase, all sessions, what and why.

Dates are dates and numbers are numbers; whatever a person has typed is a string, never a formula
or a link. Each sheet prints on A4, the year and each phase on one page.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from itertools import groupby

from xlsxwriter import Workbook

from runplan.exports.parts import DISCLAIMER, cited, parts, why
from runplan.exports.xlsx.book import Book, Column
from runplan.exports.xlsx.phase import phase
from runplan.exports.xlsx.year import year
from runplan.plan import Plan
from runplan.plan.checks import checks
from runplan.plan.dated import Dated

_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  the same plan gives the same bytes


def write(plan: Plan) -> bytes:
    """Return the workbook."""
    made = BytesIO()
    with Workbook(made, {"in_memory": True, **_PLAIN}) as workbook:
        workbook.set_properties({"title": "Strength plan", "created": _MADE})
        book = Book(workbook)
        year(book, plan)
        for part in parts(plan):
            phase(book, part)
        _sessions(book, plan)
        _why(book, plan)
    return made.getvalue()


_SESSIONS: Sequence[Column] = (
    ("date", 17, "date"),
    ("week", 6, "number"),
    ("session", 15, "wrapped"),
    ("min", 6, "decimal"),
    ("effort, of 10", 7, "number"),
    ("load, AU", 7, "decimal"),
    ("landings", 9, "number"),
    ("exercises, a line a pair", 98, "wrapped"),
    ("note", 20, "wrapped"),
)


def _sessions(book: Book, plan: Plan) -> None:
    said = "In the order of their dates. The .csv has a row an exercise, to filter and to sum."
    sheet = book.sheet("Sessions", "All sessions", said, _SESSIONS)
    sheet.sheet.set_landscape()
    table = plan.sessions().to_dict("records")
    head = sheet.table(
        [
            row["date"].date(),
            row["week"],
            row["name"],
            row["minutes"],
            row["session_rpe"],
            row["load_au"],
            row["contacts"],
            _pairs(one),
            row["note"],
        ]
        for row, one in zip(table, plan.dated(), strict=True)
    )
    sheet.readable(head)


def _pairs(one: Dated) -> str:
    """Return the exercises of a session, a line a superset."""
    pairs = groupby(one.work, key=lambda work: work.superset)
    return "\n".join("; ".join(map(str, pair)) for _, pair in pairs)


_CHECKS: Sequence[Column] = (
    ("about", 24, "wrapped"),
    ("verdict", 9, "text"),
    ("what, and what to do", 84, "wrapped"),
    ("source", 22, "wrapped"),
)
_GROUNDS: Sequence[Column] = (
    ("phase", 24, "wrapped"),
    ("grade", 9, "text"),
    ("where its numbers come from", 84, "wrapped"),
    ("source", 22, "wrapped"),
)
_SOURCES: Sequence[Column] = (
    ("source", 24, "wrapped"),
    ("", 9, "text"),
    ("citation", 84, "wrapped"),
    ("", 22, "text"),
)


def _why(book: Book, plan: Plan) -> None:
    found, grounds = checks(plan), why()
    said = (
        "What the plan was checked for, and where its numbers come from. Grade V: verified in "
        f"the source; K: general knowledge; U: our choice, for teaching. {DISCLAIMER}"
    )
    sheet = book.sheet("What and why", "What and why", said, _CHECKS)
    sheet.table(
        [_capital(one.about), one.reason.level, one.reason.text, one.reason.reference]
        for one in found
    )
    sheet.heading("Where the numbers come from")
    sheet.table(
        (
            [_capital(one.phase), one.grade, _capital(one.why), ", ".join(one.sources)]
            for one in grounds
        ),
        _GROUNDS,
    )
    sheet.heading("Sources")
    sheet.table(([key, "", text, ""] for key, text in cited(found, grounds).items()), _SOURCES)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
