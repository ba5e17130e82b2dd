"""Every picture in every look on one page, to look at in a minute: `make gallery`."""

import sys
from base64 import b64encode
from html import escape
from pathlib import Path
from typing import Any

from runplan.bodymoment import BodyMoment
from runplan.covering import Coverage
from runplan.databases import Listings
from runplan.evidence import Forest, Puzzle, Verdicts
from runplan.figures import still
from runplan.figures.theme import THEMES
from runplan.load import Block, FitnessFatigue, RatioTale, Response, TrainingWeek, Workout
from runplan.load.foster import DAYS
from runplan.moments import Moment, Strip, Timeline
from runplan.muscles import BodyView
from runplan.plan import CoveredYear, Plan, PlanWeek, Runner
from runplan.plan.log import Done, Log
from runplan.season import Comparison, Season
from runplan.stride import Stride
from runplan.supersets import Ranking, SessionView, article_session

# dots per inch: a picture 9 inches wide fills a notebook's cell, or a projector's 1920 pixels
SIZES = {"screen": 100.0, "projector": 1920 / 9}

_STYLE = """
body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 1000px; padding: 0 1rem;
  color: #1d232b; background: #f1f0ee; }
section { margin: 3rem 0; }
figure { margin: 1rem 0; }
img { max-width: 100%; display: block; box-shadow: 0 0 0 1px #0002; }
details img { max-width: none; }
figcaption, summary { color: #4f5863; font-size: 14px; padding: 0.3rem 0; }
"""


_NOOR = Runner(
    "Noor",
    2,
    "gym",
    strength_days=["mon", "wed", "fri"],
    run_days=["tue", "thu", "sat", "sun"],
    hard_run_days=["tue", "sat"],
    away=[("2027-02-08", "2027-02-14"), ("2027-06-21", "2027-06-23")],
)


_WEEK = (
    Workout("mon", "strength", 50, 7, "18:00"),
    Workout("tue", "running", 60, 8, "07:00"),
    Workout("wed", "running", 45, 3),
    Workout("thu", "running", 60, 7, "07:00"),
    Workout("thu", "strength", 50, 7, "18:00"),
    Workout("sat", "running", 40, 3),
    Workout("sun", "running", 110, 4),
)


def _log(plan: Plan) -> Log:
    """Return a log of twelve weeks: every fifth session left out, and the last exercise often."""
    entries = [
        Done(one.slot.date, one.slot.week, work.exercise, work.sets)
        for number, one in enumerate(plan.dated())
        if one.slot.week <= 12 and number % 5
        for work in one.work[: -1 - number % 3]
    ]
    return Log(plan, tuple(entries))


def shown() -> dict[str, Any]:
    """Return what the gallery shows: models by name, the same ones every day.

    >>> "season" in shown()
    True
    """
    season = Season("2027-09-05", start_date="2026-11-30")
    races = ["2027-05-09", "2027-06-13", "2027-09-05"]
    plan, week = Plan(_NOOR, season), TrainingWeek(_WEEK)
    covered = Coverage(article_session(), _NOOR.needs, "The article's session, a week's needs")
    return {
        "bodymap": BodyView("soleus"),
        "bodymap-role": BodyView(shade="role"),
        "body-moment": BodyMoment(40, 10),
        "coverage": covered,
        "coverage-body": covered.body(),
        "covered-year": CoveredYear(plan),
        "listings": Listings("Romanian deadlift"),
        "moment-stance": Moment(40, 10),
        "moment-flight": Moment(36, 92),
        "strip": Strip(36),
        "timeline": Stride(30),
        "timeline-moment": Timeline(40, 85),
        "plan-year": plan,
        "plan-year-races": plan.replace(season=season.replace(races=races)),
        "plan-week": PlanWeek(plan, 3),
        "plan-done": _log(plan),
        "plan-week-race": PlanWeek(plan, 40),
        "forest-economy": Forest(marked="E07"),
        "forest-injury": Forest("injury", "RR"),
        "forest-misfit": Forest("strength beside endurance work"),
        "forest-blank": Forest("jump or sprint after a heavy set"),
        "verdicts": Verdicts(),
        "verdicts-picked": Verdicts("05", claim="C27"),
        "puzzle": Puzzle("A"),
        "puzzle-solved": Puzzle("F", "misfit"),
        "session": SessionView(article_session()),
        "pairings": Ranking(article_session()),
        "load-week": week,
        "load-week-alike": TrainingWeek([Workout(day, "running", 60, 5) for day in DAYS]),
        "load-response": Response(FitnessFatigue(), Block(week, "taper").daily()),
        "load-once": FitnessFatigue(),
        "load-ratios": RatioTale(Block(week, "jump").daily()),
        "season": season,
        "season-races": season.replace(races=races),
        "season-south": Season(hemisphere="south", start_date="2026-06-01"),
        "seasons": Comparison(
            Season.from_evidence("2027-09-05", start_date="2026-11-30"),
            Season.from_article("2027-09-05", start_date="2026-11-30"),
        ),
    }


def page() -> str:
    """Return the gallery as one HTML page that needs nothing else."""
    sections = "".join(_section(name, model) for name, model in shown().items())
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>The pictures of runplan'
        f"</title><style>{_STYLE}</style><h1>The pictures of runplan</h1>{sections}</html>\n"
    )


def _section(name: str, model: Any) -> str:
    parts = [f"<section><h2>{escape(name)}</h2><p>{escape(model.describe())}</p>"]
    for look in THEMES:
        picture = still(model, look)  # type: ignore[arg-type]
        screen, large = (_image(picture, dpi) for dpi in SIZES.values())
        parts.append(
            f"<figure>{screen}<figcaption>{escape(look)}</figcaption>"
            f"<details><summary>at projector size</summary>{large}</details></figure>"
        )
    return "".join([*parts, "</section>"])


def _image(picture: Any, dpi: float) -> str:
    data = b64encode(picture.png(dpi)).decode()
    return f'<img alt="{escape(picture.sentence)}" src="data:image/png;base64,{data}">'


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"Every picture is in {target}.\n")
