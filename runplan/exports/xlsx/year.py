"""The sheet of the year: its chart, and a row a week."""

from collections.abc import Sequence
from typing import Any

from runplan.exports.parts import DISCLAIMER, race_days
from runplan.exports.xlsx.book import Book, Column
from runplan.figures.theme import theme
from runplan.plan import Plan
from runplan.plan.weeks import weeks
from runplan.season.wording import TITLES

_YEAR: Sequence[Column] = (
    ("week", 6, "number"),
    ("Monday", 16, "date"),
    ("phase", 17, "text"),
    ("sessions", 9, "number"),
    ("volume asked, base = 100", 10, "decimal"),
    ("intensity asked, % 1RM", 10, "number"),
    ("landings a week", 10, "number"),
    ("min a week", 8, "number"),
    ("load, AU", 8, "number"),
    ("what is different", 30, "text"),
)


def year(book: Book, plan: Plan) -> None:
    rows: list[Any] = list(weeks(plan).itertuples())
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
            row.contacts,
            row.minutes,
            row.load_au,
            row.different,
        ]
        for row in rows
    )
    for number, row in enumerate(rows, head + 1):
        sheet.sheet.write_string(number, 2, TITLES[row.phase], book.kinds[row.phase])
    sheet.sheet.insert_chart(chart_at, 0, _chart(book, head, len(rows)), {"object_position": 1})
    sheet.one_page()


def _chart(book: Book, head: int, count: int) -> Any:
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
    chart.set_size({"width": 900, "height": 340})
    return chart
