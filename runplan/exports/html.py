"""A plan as pages to print: one of A4 for the year, one for each phase; no scripts.

The pictures are runplan's own, as SVG inside the page, so that the file needs nothing else. A text
too long for its place is cut on paper only; the file holds all of it.
"""

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from runplan.exports.parts import DISCLAIMER, Part, parts, race_days, sign_of
from runplan.exports.text import clean
from runplan.figures import moving
from runplan.figures.theme import theme
from runplan.plan import Plan, PlanYear
from runplan.plan.calendar import short


def write(plan: Plan) -> str:
    """Return the page."""
    look = theme("light")
    cut = parts(plan)
    return str(
        _template().render(
            name=plan.runner.name,
            about=plan.runner.describe(),
            races=race_days(plan),
            year=_picture(PlanYear(plan)),
            season=_picture(plan.season),
            phases=[_page(part) for part in cut],
            ink=look.ink,
            quiet=look.quiet,
            colours=dict(
                zip((phase.name for phase in plan.season.phases), look.phases, strict=True)
            ),
            disclaimer=DISCLAIMER,
        )
    )


def _page(part: Part) -> dict[str, Any]:
    """Return what the page of one phase shows."""
    then: dict[str, list[str]] = {}
    for lines in part.turns.values():
        for line in lines:
            names = then.setdefault(line.then, []) if line.then else []
            if line.exercise not in names:
                names.append(line.exercise)
    return {
        "part": part,
        "weeks": [
            {
                "row": row,
                "sessions": [
                    (short(one.slot.date), one.slot.letter) for one in part.of_week(row.week)
                ],
                "sign": sign_of(row),
            }
            for row in part.rows
        ],
        "then": then,
    }


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
