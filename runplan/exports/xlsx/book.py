"""How a sheet looks and prints: titles, tables, kinds of cells, pages of A4."""

from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import wrap
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from runplan.exports.text import clean
from runplan.figures.theme import theme
from runplan.season.wording import TITLES

_MOST = 32_000  # characters of a cell; Excel holds 32 767
_LINE = 15  # points
_HIGHEST = 409  # points of a row

Column = tuple[str, float, str]  # heading, width in characters, kind of cell


class Book:
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
            "head-days": head | {"align": "left", "indent": 1, "bold": False, "font_size": 9},
            "text": begins,
            "wrapped": wrapped,
            "pair": wrapped | {"top": 1, "top_color": "#BBBBBB"},
            "strong": {"bold": True},
            "quiet": {"font_color": look.quiet},
            "bold": begins | {"bold": True, "font_size": 12},
            "date": begins | {"num_format": "ddd d mmm yyyy"},
            "number": top | {"num_format": "0"},
            "decimal": top | {"num_format": "0.0"},
        }
        self.kinds: dict[str, Any] = {n: workbook.add_format(how) for n, how in kinds.items()}
        for name, colour in zip(TITLES, look.phases, strict=True):
            self.kinds[name] = workbook.add_format(begins | {"bg_color": colour})

    def sheet(self, name: str, title: str, said: str, columns: Sequence[Column]) -> "Sheet":
        """Begin a sheet with its title, a sentence, and the headings of its table."""
        sheet = Sheet(self, self.workbook.add_worksheet(name), columns)
        sheet.begin(title, said)
        return sheet


class Sheet:
    """One sheet: a title, a sentence, then tables of one set of columns."""

    def __init__(self, book: Book, sheet: Worksheet, columns: Sequence[Column]) -> None:
        self.book, self.sheet, self.columns = book, sheet, columns
        self.row = 0
        for place, (_, width, _) in enumerate(columns):
            sheet.set_column(place, place, width)
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        sheet.set_footer("&L&A&R&P / &N")

    def begin(self, title: str, said: str) -> None:
        """Write the title and a sentence over the whole width."""
        self.cell(0, title, "title")
        self.sheet.set_row(self.row, 24)
        self.row += 1
        self.wide(said, "said")
        self.row += 1

    def heading(self, text: str) -> None:
        """Write a heading of a table."""
        self.row += 1
        self.cell(0, text, "bold")
        self.row += 1

    def wide(self, text: str, kind: str = "wrapped") -> None:
        """Write a text over the whole width."""
        width = sum(width for _, width, _ in self.columns)
        self.over(0, len(self.columns) - 1, text, kind)
        self.high(lines(text, width))
        self.row += 1

    def over(self, first: int, last: int, value: Any, kind: str) -> None:
        """Write a value over several columns."""
        if last > first:
            self.sheet.merge_range(self.row, first, self.row, last, "", self.book.kinds[kind])
        self.cell(first, value, kind)

    def high(self, lines: int) -> None:
        """Make the row high enough for so many lines."""
        self.sheet.set_row(self.row, min(_LINE * lines, _HIGHEST))

    def table(self, rows: Iterable[Sequence[Any]], columns: Sequence[Column] = ()) -> int:
        """Write headings and rows; return the row of the headings."""
        columns = columns or self.columns
        first = self.row
        for place, (name, _, kind) in enumerate(columns):
            right = "head-right" if kind in ("number", "decimal") else "head"
            self.cell(place, name, right)
        self.high(max(lines(name, width + 1) for name, width, _ in columns))
        self.row += 1
        for row in rows:
            for place, (value, (_, _, kind)) in enumerate(zip(row, columns, strict=True)):
                self.cell(place, value, kind)
            high = max(
                lines(value, width) if kind == "wrapped" else 1
                for value, (_, width, kind) in zip(row, columns, strict=True)
            )
            self.high(high)
            self.row += 1
        return first

    def one_page(self) -> None:
        """Print the whole sheet on one page."""
        self.sheet.fit_to_pages(1, 1)

    def readable(self, head: int) -> None:
        """Let a long table be scrolled, filtered and printed with its headings."""
        self.sheet.freeze_panes(head + 1, 0)
        self.sheet.repeat_rows(head)
        if self.row > head + 1:
            self.sheet.autofilter(head, 0, self.row - 1, len(self.columns) - 1)

    def named(self, place: int, name: str, more: str, kind: str) -> None:
        """Write a name in bold, and more about it in a line of its own."""
        name, more = clean(name)[: _MOST // 2], clean(more)[: _MOST // 2]
        look = self.book.kinds[kind]
        if name.strip() and more.strip():
            bold, quiet = self.book.kinds["strong"], self.book.kinds["quiet"]
            self.sheet.write_rich_string(self.row, place, bold, name, quiet, f"\n{more}", look)
        else:
            self.cell(place, name, kind)

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


def lines(text: Any, width: float) -> int:
    """Return about how many lines a text takes in a column, broken between words."""
    if not isinstance(text, str):
        return 1
    return sum(max(1, len(wrap(line, max(1, int(width * 1.15 - 1))))) for line in text.split("\n"))
