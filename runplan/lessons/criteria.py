"""What a rubric can hold a plan against, one small function a criterion."""

from collections.abc import Iterable, Sequence
from datetime import date

from runplan.lessons.rubric import Criterion
from runplan.library import at_hand
from runplan.load.foster import DAYS
from runplan.muscles import Muscle
from runplan.plan import Plan
from runplan.season.limits import LIMITS
from runplan.season.wording import count, day
from runplan.words import listed

# what trials and textbooks support (LIMITS' warnings say the same)
TAPER_CUT, TAPER_DAYS, KEPT_PCT_1RM = (0.41, 0.60), (7, 21), 70
_NAMES = dict(
    zip(
        DAYS,
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)


def races(*days: str) -> Criterion:
    """Want exactly these races."""
    wanted = tuple(map(date.fromisoformat, days))

    def fault(plan: Plan) -> str:
        missing = [one for one in wanted if one not in plan.season.races]
        if missing:
            return f"The race on {listed([day(one) for one in missing])} is not in the season."
        more = [one for one in plan.season.races if one not in wanted]
        return f"{listed([day(one) for one in more])}: nobody asked for this race." if more else ""

    return Criterion("races", f"is made for {listed([day(one) for one in wanted])}", fault)


def hemisphere(word: str) -> Criterion:
    """Want the seasons of one half of the earth."""

    def fault(plan: Plan) -> str:
        if plan.season.hemisphere == word:
            return ""
        return f"The runner lives in the {word}: in the season's first group."

    return Criterion("hemisphere", f"names the seasons as the {word} has them", fault)


def equipment(word: str, said: str) -> Criterion:
    """Want nothing that is not at hand."""

    held = at_hand(word)

    def fault(plan: Plan) -> str:
        if plan.runner.equipment != (word,):
            return f"The runner has {said}; the plan counts on {listed(plan.runner.equipment)}."
        done = {work.exercise for one in plan.dated() for work in one.work}
        beyond = sorted(one.name for one in done if not held.issuperset(one.equipment))
        return f"The runner has {said}; that is not enough for {listed(beyond)}." if beyond else ""

    return Criterion("equipment", f"asks for no more than {said}", fault)


def level(number: int, said: str) -> Criterion:
    """Want the runner's level."""

    def fault(plan: Plan) -> str:
        there = plan.runner.level
        return "" if there == number else f"Level {there} is set; the brief speaks of {said}."

    return Criterion("level", f"is made for level {number}, {said}", fault)


def days(*strength: str) -> Criterion:
    """Want strength on these days at most."""

    def fault(plan: Plan) -> str:
        beyond = [one for one in plan.runner.strength_days if one not in strength]
        return f"There is no time for strength on {_said(beyond)}." if beyond else ""

    return Criterion("days", f"has strength on {_said(strength)} only", fault)


def runs(*each: str, hard: Sequence[str] = ()) -> Criterion:
    """Want the runs as they are, and the hard ones among them."""

    def fault(plan: Plan) -> str:
        for known, wanted, what in (
            (plan.runner.run_days, each, "runs on"),
            (plan.runner.hard_run_days, hard, "runs hard on"),
        ):
            if set(known) != set(wanted):
                return f"The runner {what} {_said(wanted)}; the plan has {_said(known)}."
        return ""

    often = f"hard on {_said(hard)}" if hard else "never hard"
    return Criterion("runs", f"knows the runs: {_said(each)}, {often}", fault)


def _said(days: Iterable[str]) -> str:
    """Return days in the order of the week, in full."""
    return listed([_NAMES[one] for one in DAYS if one in set(days)]) or "no day"


def away(first: str, last: str) -> Criterion:
    """Want a holiday kept free."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    whole = [date.fromordinal(n) for n in range(start.toordinal(), end.toordinal() + 1)]

    def fault(plan: Plan) -> str:
        if all(map(plan.runner.is_away, whole)):
            return ""
        return f"From {day(start)} to {day(end)} the runner is away: Away, first step."

    return Criterion("away", f"keeps {day(start)} to {day(end)} free", fault)


def eve_of_hard_runs() -> Criterion:
    """Want no session on the day before a hard run."""

    def fault(plan: Plan) -> str:
        said = [r.text for r in plan.warnings() if r.rule == "day_before_hard_run"]
        return said[0] if said else ""

    wants = "has no session on the day before a hard run"
    return Criterion("hard_runs", wants, fault)


def taper() -> Criterion:
    """Want a taper as trials support it."""

    def fault(plan: Plan) -> str:
        season = plan.season
        low, high = TAPER_DAYS
        if not low <= season.taper_days <= high:
            return f"A taper of {count(season.taper_days, 'day')}: take {low} to {high}."
        if not TAPER_CUT[0] <= season.taper_cut <= TAPER_CUT[1]:
            return f"The taper cuts {season.taper_cut:.0%} of the volume: take 41 to 60 %."
        return ""

    wants = "has a taper of about two weeks that cuts 41 to 60 % of the volume"
    return Criterion("taper", wants, fault, "bosquet2007")


def heavy_kept() -> Criterion:
    """Want the weights kept through the weeks of racing."""

    def fault(plan: Plan) -> str:
        racing = plan.season.phase("competition")
        if not racing.sessions[0]:
            return "In competition weeks without strength are possible: Sessions, at least 1."
        low = racing.intensity_pct_1rm[0]
        if low >= KEPT_PCT_1RM:
            return ""
        return (
            f"In competition the weights fall to {low:g} % 1RM. Cut sets, not weight: "
            f"{KEPT_PCT_1RM} % or more keeps what was built."
        )

    wants = "keeps heavy weights in the weeks of racing"
    return Criterion("heavy", wants, fault, "spiering2021")


def easier_weeks() -> Criterion:
    """Want deload weeks as coaches place them."""

    def fault(plan: Plan) -> str:
        every = plan.season.deload_every
        if every in (3, 4, 5, 6):
            return ""
        limit = LIMITS["deload_every"]
        return (
            f"An easier week every {every} weeks. {limit.advice}"
            if every
            else ("There are no easier weeks. " + limit.advice)
        )

    return Criterion("deload", "has an easier week every 3 to 6 weeks", fault)


def enough(muscle: str, why: str) -> Criterion:
    """Want at least three quarters of a muscle's weekly need in the base phase (U)."""
    name = Muscle.find(muscle).short

    def fault(plan: Plan) -> str:
        table = plan.coverage()
        row = table[(table.phase == "base") & (table.muscle == muscle)].iloc[0]
        if row.sets >= 0.75 * row.need:
            return ""
        return f"{name.capitalize()} gets {row.sets:.1f} of {row.need:g} sets a week in base. {why}"

    return Criterion(muscle, f"trains the {name} in base", fault)
