"""Lesson 06, the year as a curve: its tasks and its quiz."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from random import Random

from attrs import evolve

from runplan import tables
from runplan.evidence import claim
from runplan.lessons.tasks import Choice, Feedback, Guess, Number, Option, SetTool, Task
from runplan.season import Phase, Season
from runplan.season.phase import NAMES
from runplan.season.wording import TITLES, count, day, span

OBJECTIVES = (
    "explain what each phase of the year is for, and read its numbers",
    "move a race, a hemisphere or a phase and predict what the curve does",
    "place easier weeks and a taper, and say how well each is known",
    "say where the article's year parts from what trials support",
    "show where the winter plan and supersets of 8 to 12 repetitions contradict each other",
)

# a season with all phases at full length, and a race that comes earlier: our example (U)
_START, _RACE, _EARLIER = "2026-11-30", "2027-09-05", "2027-07-25"
_YEARLY = ("C44", "C45", "C46", "C47")  # the article's four instructions for the year
_MENDED = ("deload_every", "deload_volume", "taper_days", "taper_cut")


def tasks() -> list[Task]:
    """Return the lesson's guess and its four tasks."""
    return [
        Guess(
            id="06.guess",
            objective=4,
            prompt="A guess before you look: the goal race is in summer. How heavy should the "
            "weights be in the weeks before it, beside those of winter?",
            hints=(),
            options=[
                Option("nearly as heavy, in far fewer sets", True, f"{claim('C46').reason}."),
                Option("about half as heavy, in as many sets", False, ""),
                Option("no weights at all, running is enough", False, ""),
                Option("heavier than ever", False, ""),
            ],
            after="Kept. Further down you are told what trials say.",
        ),
        Number(
            id="06.base",
            objective=2,
            prompt=f"A season begins on {_told(_START)} and leads to a race on {_told(_RACE)}, "
            f"with all phases at full length. The race is moved to {_told(_EARLIER)}; the first "
            "Monday stays. How many weeks of base are left? Predict, then try it in the tool.",
            hints=(
                "Count the weeks by which the race comes earlier. One phase pays for all of them.",
                f"Spring and competition keep their length. With the later race base has "
                f"{_base(_RACE)} weeks.",
            ),
            answer=_base(_EARLIER),
            unit="weeks",
            low="More than that are left: spring and competition give nothing away, but base pays "
            "only for the weeks that are missing.",
            high="Fewer than that are left: the race comes earlier by whole weeks, and base pays "
            "for each of them.",
            why="Base shrinks first, then spring, then competition: what is nearest to the race "
            "is kept longest.",
        ),
        SetTool(
            id="06.mend",
            objective=3,
            prompt="The year above has no easier week and no taper. Mend both, until the planner "
            "has nothing more to say about either.",
            hints=(
                "Under Easier weeks and taper: start with An easier week every, and with Taper.",
                "Read the notes below the sliders. Each names what is usual, or what trials "
                "support.",
            ),
            judge=_mended,
            goal="an easier week every 3 to 6 weeks at 50 to 80 % of the volume; a taper of 1 to "
            "21 days that cuts the volume by 41 to 60 % on average",
        ),
        SetTool(
            id="06.summer",
            objective=4,
            prompt="The year above is the article's. In its summer, the phase called competition, "
            "change what must be changed for strength to be kept, and nothing else.",
            hints=(
                f"The verdict on the article's summer: {claim('C46').reason}.",
                "One session may stay, and so may its length. Under One phase, look at the two "
                "sliders of the intensity.",
            ),
            judge=_keeps_strength,
            goal=f"competition at {span(_evidence().intensity_pct_1rm)} % 1RM, all else as it was",
        ),
        Choice(
            id="06.clash",
            objective=5,
            prompt="In winter the article asks for heavy weights and low repetitions; its first "
            "plan is made of supersets. Put that plan into the winter phase of this lesson: what "
            "does not fit? Choose all.",
            several=True,
            hints=(
                "Compare the two columns of the first table under Winter against the superset.",
                "A range fits when it lies inside the other one. There are three that do not.",
            ),
            options=_clash(),
        ),
    ]


def quiz(chance: Random) -> list[Choice]:
    """Return six questions made from the tables; the same chance gives the same paper."""
    makers = (_phase, _room, _south, _step, _verdict, _load)
    return [make(number, chance) for number, make in enumerate(makers, 1)]


def _told(iso: str) -> str:
    return day(date.fromisoformat(iso))


@cache
def _base(race: str) -> int:
    """Return the weeks of base before a race, with the example's start."""
    before, *_ = Season(race, start_date=_START).rooms()
    return before.lengths["base"]


def _evidence() -> Phase:
    return Season.from_evidence(start_date=_START).phase("competition")


def _mended(season: Season) -> Feedback:
    left = [reason for reason in season.warnings() if reason.rule in _MENDED]
    if left:
        return Feedback(False, left[0].text)
    row = tables.load("dose_other").set_index("item")
    return Feedback(
        True,
        f"The taper rests on trials ({row.value['taper']}), the easier weeks on practice "
        f"({row.value['deload']}).",
    )


def _keeps_strength(season: Season) -> Feedback:
    now, article = season.phase("competition"), Season.from_article(start_date=_START)
    before = article.phase("competition")
    if evolve(now, intensity_pct_1rm=before.intensity_pct_1rm) != before:
        return Feedback(
            False,
            "You changed more than must be changed: for keeping strength one session a week may "
            "stay as it is. Press Reset and look at the weights alone.",
        )
    said = span(now.intensity_pct_1rm)
    told = [
        reason.text
        for reason in season.warnings()
        if reason.rule == "intensity_pct_1rm" and reason.text.startswith("Competition")
    ]
    if told:
        return Feedback(False, told[0])
    return Feedback(True, f"At {said} % 1RM: {claim('C46').reason}.")


def _clash() -> list[Option]:
    """Return what the article's supersets and the winter phase have, side by side."""
    plan = tables.load("article_session").iloc[0]
    winter = Season(start_date=_START).phase("base")
    chart = tables.load("dose_load").set_index("reps").nsca_pct_1rm
    many, few = plan.reps_max, plan.reps_min

    def fits(name: str, low: float, high: float, ends: tuple[float, float], unit: str) -> Option:
        inside = ends[0] <= low and high <= ends[1]
        there = f"the supersets have {span((low, high))}{unit}, the winter phase {span(ends)}{unit}"
        return Option(name, not inside, f"{there}: {'that fits' if inside else 'they part'}.")

    return [
        fits("the repetitions of a set", few, many, winter.reps, ""),
        fits("the rest", plan.rest_s_min, plan.rest_s_max, winter.rest_s, " s"),
        fits(
            "the weight that so many repetitions allow",
            chart[many],
            chart[few],
            winter.intensity_pct_1rm,
            " % 1RM",
        ),
        fits("the number of sets", plan.sets, plan.sets, winter.sets, ""),
        Option(
            "that two exercises take turns",
            False,
            f"taking turns is not the trouble. The verdict on supersets is {claim('C40').verdict}.",
        ),
    ]


def _question(
    number: int, objective: int, prompt: str, options: Sequence[Option], hint: str
) -> Choice:
    return Choice(
        id=f"06.quiz{number}", objective=objective, prompt=prompt, hints=(hint,), options=options
    )


def _phase(number: int, chance: Random) -> Choice:
    phases = {phase.name: phase for phase in Season(start_date=_START).phases}
    numbers = {
        name: f"{_sessions(p)} a week of {p.minutes:g} min, "
        f"{span(p.intensity_pct_1rm)} % 1RM, {span(p.reps)} repetitions, volume "
        f"{p.volume_index:g} (base = 100)"
        for name, p in phases.items()
    }
    rows = tables.load_phases()
    books = dict(zip(rows.phase, rows.classical_name, strict=True))
    right = chance.choice(NAMES)
    asked, told = chance.choice([("has these numbers", numbers), ("is this in the books", books)])
    return _question(
        number,
        1,
        f"Which phase {asked}: {told[right]}?",
        [
            Option(TITLES[right], True, f"it has {numbers[right]}."),
            *(
                Option(TITLES[name], False, f"that one is {told[name]}.")
                for name in chance.sample([name for name in NAMES if name != right], 3)
            ),
        ],
        "The tables of the phases stand under Explain.",
    )


def _sessions(phase: Phase) -> str:
    return count(1, "session") if phase.sessions == (1, 1) else f"{span(phase.sessions)} sessions"


def _room(number: int, chance: Random) -> Choice:
    first = date.fromisoformat(_START)
    week = {_base(str(first + timedelta(weeks=place, days=-1))): place for place in range(27, 46)}
    right = chance.choice(list(week))
    near = [weeks for weeks in week if 1 < abs(weeks - right) < 7]
    return _question(
        number,
        2,
        f"A season has its race in week {week[right]}. Spring and competition keep their full "
        "length. How many weeks of base stand before them?",
        [
            Option(f"{right} weeks", True, "base takes what spring and competition leave."),
            *(
                Option(
                    f"{weeks} weeks", False, f"so many it has with the race in week {week[weeks]}."
                )
                for weeks in chance.sample(near, 3)
            ),
        ],
        "Set the race in the tool, and count from the race backwards.",
    )


def _south(number: int, chance: Random) -> Choice:
    rows = tables.load_phases().set_index("phase").drop(index="re_entry")
    right = chance.choice(list(rows.index))
    return _question(
        number,
        2,
        "Without a race the seasons decide. South of the equator, which phase falls into "
        f"{rows.season_south[right]}?",
        [
            Option(
                TITLES[name],
                name == right,
                f"in the north it falls into {rows.season_north[name]}, in the south into "
                f"{rows.season_south[name]}.",
            )
            for name in rows.index
        ],
        "Empty the field of the races and change the hemisphere.",
    )


def _step(number: int, chance: Random) -> Choice:
    every, volume = chance.choice([4, 5]), chance.choice([0.55, 0.6, 0.65, 0.7])
    season = Season(start_date=_START, deload_every=every, deload_volume=volume)
    block = [f"{index:.0f}" for index in season.weeks().volume_index[:every]]
    right = chance.randrange(every)
    places = [right, *chance.sample([place for place in range(every) if place != right], 3)]
    return _question(
        number,
        3,
        f"Base has a volume of 100, and every {every} weeks an easier week keeps "
        f"{volume:.0%}. What is the volume of week {right + 1}?".replace("%", " %"),
        [
            Option(
                block[place], place == right, f"that is week {place + 1}: {_kind(place, every)}."
            )
            for place in places
        ],
        "Loading weeks rise in equal steps; then comes the easier one.",
    )


def _kind(place: int, every: int) -> str:
    if place == every - 1:
        return "the easier one"
    return f"loading week {place + 1} of {every - 1}"


def _verdict(number: int, chance: Random) -> Choice:
    claims = {key: claim(key) for key in _YEARLY}
    right = chance.choice(_YEARLY)
    return _question(
        number,
        4,
        f'What is the verdict on this claim of the article: "{claims[right].claim}"?',
        [
            Option(
                told.verdict,
                key == right,
                f"{told.reason}." if key == right else f"that one is about: {told.claim}.",
            )
            for key, told in claims.items()
        ],
        "The table of the four claims stands under Explain.",
    )


def _load(number: int, chance: Random) -> Choice:
    chart = tables.load("dose_load").set_index("reps").nsca_pct_1rm
    right = chance.choice(list(chart.index))
    wrong = chance.sample([reps for reps in chart.index if abs(reps - right) > 1], 3)
    return _question(
        number,
        5,
        f"How many repetitions can be lifted at about {chart[right]:g} % 1RM, by the usual chart?",
        [
            Option(f"{reps}", reps == right, f"with {chart[reps]:g} % 1RM it is about {reps}.")
            for reps in (right, *wrong)
        ],
        "The lighter the weight, the more repetitions: find both ends of the chart first.",
    )
