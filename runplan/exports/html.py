"""A plan as pages to print: one of A4 for the year, one for each phase; no scripts.

The pictures are runplan's own, as SVG inside the page, so that the file needs nothing else. A text
too long for its place is cut on paper only; the file holds all of it.
"""

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from runplan.exports.doses import Turn
from runplan.exports.parts import DISCLAIMER, Part, parts, race_days
from runplan.exports.text import clean
from runplan.figures import moving
from runplan.figures.theme import theme
from runplan.plan import Plan, PlanYear
from runplan.plan.calendar import short

_MOST_BLOCKS = 6  # beside each other on a page
_ROOM_MM = 228  # for the tables of a page
_LINE_MM = 3.2
_ROOMY_MM = 165  # tables below that are printed larger
_EASY = "when that is easy, "


def write(plan: Plan) -> str:
    """Return the page."""
    look = theme("light")
    return str(
        _template().render(
            name=plan.runner.name,
            about=plan.runner.describe(),
            races=race_days(plan),
            said=plan.describe(),
            held=len(plan.dated()),
            asked=int(plan.season.weeks().sessions.sum()),
            year=_picture(PlanYear(plan)),
            season=_picture(plan.asked),
            pages=[page for part in parts(plan) for page in _pages(part)],
            ink=look.ink,
            quiet=look.quiet,
            colours=dict(
                zip((phase.name for phase in plan.season.phases), look.phases, strict=True)
            ),
            disclaimer=DISCLAIMER,
        )
    )


def _pages(part: Part) -> list[dict[str, Any]]:
    """Return what the pages of one phase show: one, or more where there are many doses."""
    sheets: list[list[Turn]] = [[]]
    left = _ROOM_MM - sum(_LINE_MM * min(4, 2 + len(remark) // 110) for remark in part.remarks[:5])
    for table in [table for turn in part.turns for table in turn.cut(_MOST_BLOCKS)]:
        if sheets[-1] and sum(map(_high_mm, [*sheets[-1], table])) > left:
            sheets.append([])
        sheets[-1].append(table)
    last = len(sheets) - 1
    return [
        {
            "part": part,
            "tables": [(table, _days(table)) for table in sheet],
            "roomy": sum(map(_high_mm, sheet)) < _ROOMY_MM,
            "first": number == 0,
            "last": number == last,
            "then": _then(part) if number == last else {},
        }
        for number, sheet in enumerate(sheets)
    ]


def _high_mm(table: Turn) -> float:
    """Return about how high a table is: its days, then two lines an exercise or more."""
    wide = (56, 56, 56, 56, 56, 49, 41)[len(table.blocks)]  # characters of a cue
    cues = sum(len(line.cue) // wide for line in table.lines)
    days = max(len(block.days) for block in table.blocks)
    return 11 + _LINE_MM * (days + cues) + 7.9 * len(table.lines)


def _days(table: Turn) -> list[list[tuple[int, str]]]:
    """Return the days of each block, with their weeks."""
    return [[(one.slot.week, short(one.slot.date)) for one in block.days] for block in table.blocks]


def _then(part: Part) -> dict[str, list[str]]:
    """Return how to go on, each with the exercises that go on so."""
    then: dict[str, list[str]] = {}
    for turn in part.turns:
        for line in turn.lines:
            names = then.setdefault(line.then.removeprefix(_EASY), []) if line.then else []
            if line.exercise not in names:
                names.append(line.exercise)
    usual = max(then, key=lambda way: len(then[way]), default="")
    return {way: names for way, names in then.items() if way != usual} | (
        {usual: ["the others"] if len(then) > 1 else ["all"]} if usual else {}
    )


def _picture(model: Any) -> dict[str, str]:
    """Return a picture as an address that holds it, and its sentence."""
    scene = moving(model, "light", large=True)
    data = b64encode(scene.svg().encode()).decode()
    return {"src": f"data:image/svg+xml;base64,{data}", "alt": scene.figure.sentence}


@cache
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: (
            clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value
        ),
    )
    source = Path(__file__).with_suffix(".jinja").read_text(encoding="utf-8")
    return environment.from_string(source)
