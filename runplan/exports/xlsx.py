"""A plan as a workbook: the year with its chart, a sheet a phase, all sessions, what and why.

Dates are dates and numbers are numbers; whatever a person has typed is a string, never a formula
or a link.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from runplan.exports.parts import DISCLAIMER, Part, cited, parts, race_days, sign_of, why
from runplan.exports.text import clean
from runplan.figures.theme import theme
from runplan.plan import Plan
from runplan.plan.calendar import short
from runplan.plan.checks import checks
from runplan.season.wording import TITLES

_MOST = 32_000  # characters of a cell; Excel holds 32 767
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  the same plan gives the same bytes
_LANDSCAPE = 6  # from so many columns on

Column = tuple[str, float, str]  # heading, width in characters, kind of cell


def write(plan: Plan) -> bytes:
    """Return the workbook."""
    made = BytesIO()
    with Workbook(made, {"in_memory": True, **_PLAIN}) as workbook:
        workbook.set_properties({"title": "Strength plan", "created": _MADE})
        book = _Book(workbook)
        cut = parts(plan)
        _year(book, plan)
        for part in cut:
            _phase(book, part)
        _sessions(book, plan)
        _exercises(book, plan)
        _why(book, plan)
    return made.getvalue()


class _Book:
    """The workbook with its formats."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        look = theme("light")
        top: dict[str, Any] = {"valign": "top"}
        begins = top | {"align": "left", "indent": 1}  # room between a number and a word
        wrapped = begins | {"text_wrap": True}
        head = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"}
        kinds: dict[str, dict[str, Any]] = {
            "title": begins | {"bold": True, "font_size": 16},
            "said": wrapped | {"font_color": look.quiet},
            "head": head | {"align": "left", "indent": 1},
            "head-right": head | {"align": "right"},
            "text": begins,
            "wrapped": wrapped,
            "bold": begins | {"bold": True, "font_size": 12},
            "date": begins | {"num_format": "ddd d mmm yyyy"},
            "number": top | {"num_format": "0"},
            "decimal": top | {"num_format": "0.0"},
        }
        self.kinds: dict[str, Any] = {n: workbook.add_format(how) for n, how in kinds.items()}
        for name, colour in zip(TITLES, look.phases, strict=True):
            self.kinds[name] = workbook.add_format(begins | {"bg_color": colour})

    def sheet(self, name: str, title: str, said: str, columns: Sequence[Column]) -> "_Sheet":
        """Begin a sheet with its title, a sentence, and the headings of its table."""
        sheet = _Sheet(self, self.workbook.add_worksheet(name), columns)
        sheet.begin(title, said)
        return sheet


class _Sheet:
    """One sheet: a title, a sentence, then tables of one set of columns."""

    def __init__(self, book: _Book, sheet: Worksheet, columns: Sequence[Column]) -> None:
        self.book, self.sheet, self.columns = book, sheet, columns
        self.row = 0
        for place, (_, width, _) in enumerate(columns):
            sheet.set_column(place, place, width)
        sheet.set_paper(9)  # A4
        if len(columns) >= _LANDSCAPE:
            sheet.set_landscape()
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        sheet.set_footer("&L&A&R&P / &N")

    def begin(self, title: str, said: str) -> None:
        """Write the title and a sentence over the whole width."""
        self.cell(0, title, "title")
        self.sheet.set_row(self.row, 24)
        self.row += 1
        last = len(self.columns) - 1
        width = sum(width for _, width, _ in self.columns)
        kind = self.book.kinds["said"]
        self.sheet.merge_range(self.row, 0, self.row, last, "", kind)
        self.cell(0, said, "said")
        self.sheet.set_row(self.row, 15 * _lines(said, width))
        self.row += 2

    def heading(self, text: str) -> None:
        """Write a heading of a table."""
        self.row += 1
        self.cell(0, text, "bold")
        self.row += 1

    def table(self, rows: Iterable[Sequence[Any]], columns: Sequence[Column] = ()) -> int:
        """Write headings and rows; return the row of the headings."""
        columns = columns or self.columns
        first = self.row
        for place, (name, _, kind) in enumerate(columns):
            right = "head-right" if kind in ("number", "decimal") else "head"
            self.cell(place, name, right)
        self.row += 1
        for row in rows:
            for place, (value, (_, _, kind)) in enumerate(zip(row, columns, strict=True)):
                self.cell(place, value, kind)
            high = max(
                _lines(value, width) if kind == "wrapped" else 1
                for value, (_, width, kind) in zip(row, columns, strict=True)
            )
            self.sheet.set_row(self.row, min(15 * high, 409))
            self.row += 1
        return first

    def one_page(self) -> None:
        """Print the whole sheet on one page."""
        self.sheet.set_portrait()
        self.sheet.fit_to_pages(1, 1)

    def cell(self, place: int, value: Any, kind: str) -> None:
        """Write one value as what it is."""
        look = self.book.kinds[kind]
        if pd.isna(value) or value == "":
            self.sheet.write_blank(self.row, place, None, look)
        elif isinstance(value, date):
            self.sheet.write_datetime(self.row, place, value, look)
        elif isinstance(value, str):
            self.sheet.write_string(self.row, place, clean(value)[:_MOST], look)
        else:
            self.sheet.write_number(self.row, place, float(value), look)


def _lines(value: Any, width: float) -> int:
    """Return about how many lines a text takes in a column."""
    if not isinstance(value, str):
        return 1
    return sum(1 + int(len(line) * 0.95 // (width - 2)) for line in value.split("\n"))


_YEAR: Sequence[Column] = (
    ("week", 6, "number"),
    ("Monday", 16, "date"),
    ("phase", 17, "text"),
    ("sessions", 9, "number"),
    ("volume, base = 100", 10, "decimal"),
    ("intensity, % 1RM", 10, "number"),
    ("repetitions", 11, "number"),
    ("sets", 6, "number"),
    ("landings a week", 9, "number"),
    ("min a week", 8, "number"),
    ("load, AU", 8, "number"),
    ("what is different", 20, "text"),
)


def _year(book: _Book, plan: Plan) -> None:
    weeks: list[Any] = list(plan.season.weeks().itertuples())
    title = f"{plan.runner.name}: the year"
    said = f"{plan.describe()} {race_days(plan)}. {DISCLAIMER}"
    sheet = book.sheet("Year", title, said, _YEAR)
    chart_at = sheet.row
    sheet.row += 18
    head = sheet.table(
        [
            row.week,
            row.monday.date(),
            TITLES[row.phase],
            row.sessions,
            row.volume_index,
            row.intensity_pct_1rm,
            row.reps,
            row.sets,
            row.contacts,
            row.minutes,
            row.load_au,
            sign_of(row),
        ]
        for row in weeks
    )
    for number, row in enumerate(weeks, head + 1):
        sheet.sheet.write_string(number, 2, TITLES[row.phase], book.kinds[row.phase])
    sheet.sheet.insert_chart(chart_at, 0, _chart(book, head, len(weeks)), {"object_position": 1})
    sheet.one_page()


def _chart(book: _Book, head: int, count: int) -> Any:
    """Return the year's volume as columns and its intensity as a line on the other axis."""
    look = theme("light")
    first, last = head + 1, head + count
    chart: Any = book.workbook.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": "volume, base = 100",
            "categories": ["Year", first, 0, last, 0],
            "values": ["Year", first, 4, last, 4],
            "fill": {"color": look.kinds[0]},
            "gap": 20,
        }
    )
    line: Any = book.workbook.add_chart({"type": "line"})
    line.add_series(
        {
            "name": "intensity, % 1RM",
            "categories": ["Year", first, 0, last, 0],
            "values": ["Year", first, 5, last, 5],
            "line": {"color": look.mark, "width": 2.25},
            "y2_axis": True,
        }
    )
    chart.combine(line)
    chart.set_title({"name": "Volume and intensity, week by week", "name_font": {"size": 12}})
    chart.set_x_axis({"name": "week of the season", "interval_unit": 4, "interval_tick": 4})
    chart.set_y_axis(
        {"name": "volume, base = 100", "min": 0, "major_gridlines": {"visible": False}}
    )
    line.set_y2_axis({"name": "intensity, % 1RM", "min": 0, "max": 100})
    chart.set_legend({"position": "top"})
    chart.set_size({"width": 1000, "height": 340})
    return chart


_PHASE: Sequence[Column] = (
    ("", 7, "text"),
    ("exercise", 30, "wrapped"),
    ("sets × repetitions, load", 46, "wrapped"),
    ("rest after, s", 9, "number"),
    ("think of", 36, "wrapped"),
    ("when that is easy", 40, "wrapped"),
)
_WEEKS: Sequence[Column] = (
    ("week", 7, "number"),
    ("Monday", 30, "date"),
    ("sessions", 46, "wrapped"),
    ("min", 9, "number"),
    ("what is different", 36, "text"),
    ("done, and how it went", 40, "text"),
)


def _phase(book: _Book, part: Part) -> None:
    asks = "; ".join(f"{name} {value}" for name, value in part.asks().items())
    sheet = book.sheet(
        part.title, part.title, f"{_capital(part.when())}. {_capital(asks)}.", _PHASE
    )
    for name, lines in part.turns.items():
        sheet.heading(name)
        sheet.table([x.place, x.exercise, x.dose, x.rest_s, x.cue, x.then] for x in lines)
    sheet.heading("Weeks")
    sheet.table(
        (
            [row.week, row.monday.date(), _days(part, row.week), row.minutes, sign_of(row), ""]
            for row in part.rows
        ),
        _WEEKS,
    )
    sheet.one_page()
    if part.remarks:
        sheet.heading("Notes and changes")
        for remark in part.remarks:
            last = len(_PHASE) - 1
            width = sum(width for _, width, _ in _PHASE)
            sheet.sheet.merge_range(sheet.row, 0, sheet.row, last, "", book.kinds["wrapped"])
            sheet.cell(0, remark, "wrapped")
            sheet.sheet.set_row(sheet.row, min(15 * _lines(remark, width), 409))
            sheet.row += 1


def _days(part: Part, week: int) -> str:
    return " · ".join(f"{short(one.slot.date)} {one.slot.letter}" for one in part.of_week(week))


_SESSIONS: Sequence[Column] = (
    ("date", 17, "date"),
    ("week", 6, "number"),
    ("phase", 16, "text"),
    ("session", 20, "text"),
    ("min", 7, "decimal"),
    ("effort, of 10", 8, "number"),
    ("load, AU", 8, "decimal"),
    ("landings", 9, "number"),
    ("exercises", 60, "wrapped"),
    ("note", 40, "wrapped"),
)


def _sessions(book: _Book, plan: Plan) -> None:
    sheet = book.sheet("Sessions", "All sessions", "In the order of their dates.", _SESSIONS)
    head = sheet.table(
        [
            row["date"].date(),
            row["week"],
            TITLES[row["phase"]],
            row["name"],
            row["minutes"],
            row["session_rpe"],
            row["load_au"],
            row["contacts"],
            "\n".join(row["exercises"]),
            row["note"],
        ]
        for row in plan.sessions().to_dict("records")
    )
    _readable(sheet, head)


_EXERCISES: Sequence[Column] = (
    ("date", 17, "date"),
    ("week", 6, "number"),
    ("session", 20, "text"),
    ("place", 6, "text"),
    ("exercise", 32, "text"),
    ("sets", 6, "number"),
    ("repetitions", 11, "number"),
    ("unit", 9, "text"),
    ("load", 32, "text"),
    ("% 1RM", 7, "number"),
    ("kg", 8, "decimal"),
    ("in reserve", 8, "number"),
    ("rest after, s", 8, "number"),
    ("landings", 9, "number"),
)


def _exercises(book: _Book, plan: Plan) -> None:
    sheet = book.sheet(
        "Exercises",
        "All exercises",
        "A row an exercise of a session, to filter and sum.",
        _EXERCISES,
    )
    head = sheet.table(
        [
            row["date"].date(),
            row["week"],
            row["session"],
            f"{row['superset']}{row['place']}",
            row["exercise_name"],
            row["sets"],
            row["reps"],
            f"{row['unit']}{' a side' if row['per_side'] else ''}",
            row["load"],
            row["pct_1rm"],
            row["load_kg"],
            row["in_reserve"],
            row["rest_s"] if row["place"] == "b" else None,
            row["contacts"],
        ]
        for row in plan.entries().to_dict("records")
    )
    _readable(sheet, head)


def _readable(sheet: _Sheet, head: int) -> None:
    """Let a long table be scrolled, filtered and printed with its headings."""
    sheet.sheet.freeze_panes(head + 1, 0)
    sheet.sheet.repeat_rows(head)
    if sheet.row > head + 1:
        sheet.sheet.autofilter(head, 0, sheet.row - 1, len(sheet.columns) - 1)


_CHECKS: Sequence[Column] = (
    ("about", 24, "wrapped"),
    ("verdict", 9, "text"),
    ("what, and what to do", 95, "wrapped"),
    ("source", 22, "wrapped"),
)
_GROUNDS: Sequence[Column] = (
    ("phase", 24, "wrapped"),
    ("grade", 9, "text"),
    ("where its numbers come from", 95, "wrapped"),
    ("source", 22, "wrapped"),
)
_SOURCES: Sequence[Column] = (
    ("source", 24, "wrapped"),
    ("", 9, "text"),
    ("citation", 95, "wrapped"),
    ("", 22, "text"),
)


def _why(book: _Book, plan: Plan) -> None:
    found, grounds = checks(plan), why()
    said = (
        "What the plan was checked for, and where its numbers come from. Grade V: verified in "
        f"the source; K: general knowledge; U: our choice, for teaching. {DISCLAIMER}"
    )
    sheet = book.sheet("What and why", "What and why", said, _CHECKS)
    sheet.sheet.set_landscape()
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
