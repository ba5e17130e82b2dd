"""Lesson 07, load and recovery: its tasks and its quiz."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from random import Random
from typing import Any

from runplan.evidence import claim
from runplan.lessons.tasks import Choice, Feedback, Guess, Number, Option, SetTool, Task
from runplan.load import (
    Block,
    FitnessFatigue,
    RatioTale,
    TrainingWeek,
    Workout,
    clashes,
    monotony,
    session_load,
    strain,
    week_load,
)
from runplan.load.foster import DAYS
from runplan.words import listed

OBJECTIVES = (
    "compute session load, monotony and strain",
    "place strength beside running in a week",
    "read a fitness–fatigue curve",
    "say why the acute:chronic ratio is not to be steered by",
    "correct what the article says about load and recovery",
)

# loads of seven days in AU whose monotony and strain the equations' table works out
EXAMPLE = (420, 0, 315, 240, 0, 600, 180)
# and those of the week that the task asks for: ours (U)
ASKED = (350, 0, 480, 210, 0, 320, 640)
# the same running with strength badly placed: ours (U)
_RUNS = (
    Workout("tue", "running", 45, 4, "18:00"),
    Workout("wed", "running", 60, 7, "07:00"),
    Workout("sat", "running", 45, 4),
    Workout("sun", "running", 60, 7),
)
_LIFT = (50.0, 7.0)  # minutes and RPE
CROWDED = TrainingWeek(
    [
        *_RUNS,
        Workout("tue", "strength", *_LIFT, "09:00"),
        Workout("wed", "strength", *_LIFT, "10:00"),
    ]
)
_USUAL = FitnessFatigue()
_ARTICLE = ("C33", "C37", "C40", "C46", "C47")


def tasks() -> list[Task]:
    """Return the lesson's guess and its four tasks."""
    spread = week_load(ASKED) / 7 / monotony(ASKED)
    return [
        Guess(
            id="07.guess",
            objective=1,
            prompt="A guess before you look. Two weeks add up to the same load. In one of them "
            "six days are all alike and one is free; in the other hard and easy days take turns, "
            "and two are free. Which has the greater strain, as coaches compute it?",
            hints=(),
            options=[
                Option("the one with six days alike", True, ""),
                Option("the one with hard and easy days", False, ""),
                Option("the same, for the load is the same", False, ""),
                Option("that depends on the runner alone", False, ""),
            ],
            after="Kept. In the tool below make the days of a week alike, and watch the strain.",
        ),
        Number(
            id="07.strain",
            objective=1,
            prompt=f"The days of a week have these loads: {_loads(ASKED)} AU. Their mean is "
            f"{week_load(ASKED) / 7:.1f}, their spread (sample standard deviation) "
            f"{spread:.1f}. What is the strain of the week?",
            hints=(
                "Monotony first: the mean over the spread. Strain: the load of the week times it.",
                f"The week adds up to {week_load(ASKED):.0f} AU.",
            ),
            answer=strain(ASKED),
            tolerance=25,
            unit="AU",
            low="It is more. The monotony is above 1 here, so the strain is above the load of the "
            "week.",
            high="It is less. Divide the mean by the spread, then multiply by the load of the "
            "week. With the population's deviation you would get "
            f"{strain(ASKED, 'population'):.0f}, so always say which one you use.",
            why=f"Monotony {monotony(ASKED):.2f}, times {week_load(ASKED):.0f} AU.",
        ),
        SetTool(
            id="07.place",
            objective=2,
            prompt="The week above holds two strength sessions in bad places. Leave the runs as "
            f"they are, and let two sessions of {_LIFT[0]:g} min at RPE {_LIFT[1]:g} stand where "
            "no coach would object.",
            hints=(
                "A red triangle marks a day that is too close to another. Set the length of that "
                "day's strength to none, and give another day its length and effort.",
                "Which days come before a hard run? Which are free, or easy?",
            ),
            judge=_placed,
            goal=f"strength on {listed(_good_pairs()[0])} (also {_also(_good_pairs()[1:])}), or on "
            "Wednesday six hours or more after the run",
        ),
        Choice(
            id="07.curve",
            objective=3,
            prompt="The last training is done, and nobody trains any more. In the picture the "
            "thick line still rises for some days. Why?",
            hints=(
                "Follow the two thin lines on from the last bar. Which one falls faster?",
                "The thick line is the distance between them.",
            ),
            options=[
                Option(
                    "fatigue fades faster than fitness",
                    True,
                    f"with the usual values in {_USUAL.tau2_d:g} days instead of "
                    f"{_USUAL.tau1_d:g}: the gap between them widens first and closes later.",
                ),
                Option(
                    "fitness goes on growing by itself",
                    False,
                    "look at its line: it falls from the first day without training.",
                ),
                Option(
                    "in the model rest counts as training",
                    False,
                    "a day of rest has the load 0 and adds nothing to either line.",
                ),
                Option(
                    "the body makes up for the last weeks at the end",
                    False,
                    "the model knows no such thing. It only subtracts one line from the other.",
                ),
            ],
        ),
        Choice(
            id="07.ratio",
            objective=4,
            several=True,
            prompt="A runner trains the same week again and again, takes one week off, and comes "
            "back to the same week. Choose all that is true.",
            hints=(
                "Set the weeks of the last tool to a week off, and look at the first week back.",
                "Then look at the right side: what were the odds with random numbers as the past?",
            ),
            options=_ratio_options(),
        ),
    ]


def quiz(chance: Random) -> list[Choice]:
    """Return six questions made from tables and models; the same chance gives the same paper."""
    makers: tuple[Callable[[int, Random], Choice], ...] = (
        _session,
        _alike,
        _stand,
        _fade,
        _past,
        _article,
    )
    return [make(number, chance) for number, make in enumerate(makers, 1)]


def _loads(daily: Iterable[float]) -> str:
    return ", ".join(f"{load:.0f}" for load in daily)


def _placed(week: TrainingWeek) -> Feedback:
    done = [w for w in week.workouts if w.minutes]
    runs = sorted((w.day, w.minutes, w.rpe) for w in done if w.kind == "running")
    if runs != sorted((w.day, w.minutes, w.rpe) for w in _RUNS):
        return Feedback(False, "Leave the runs as they were: only strength is to move.")
    lifts = [w for w in done if w.kind == "strength"]
    if sorted((w.minutes, w.rpe) for w in lifts) != [_LIFT, _LIFT]:
        now = listed([f"{w.day.capitalize()} {w.minutes:.0f} × {w.rpe:g}" for w in lifts])
        return Feedback(
            False,
            f"Wanted are two sessions of {_LIFT[0]:g} min at RPE {_LIFT[1]:g}. Now: "
            f"{now or 'none'}.",
        )
    bad = clashes(week)
    if bad:
        return Feedback(False, bad[0].reason.text)
    days = listed([w.day.capitalize() for w in lifts])
    said = (
        f"Strength on {days}: not before a hard run, away from it on its own day, and apart from "
        f"each other. Monotony {week.monotony():.2f}; it was {CROWDED.monotony():.2f}."
    )
    if week.monotony() > CROWDED.monotony():
        said += (
            " So the days are more alike now: that is the price of days of its own. In the "
            "evening of a hard run strength leaves more days easy."
        )
    return Feedback(True, said)


def _with_strength(runs: Iterable[Workout], days: Iterable[str]) -> TrainingWeek:
    return TrainingWeek([*runs, *(Workout(day, "strength", *_LIFT) for day in days)])


def _pairs() -> list[tuple[str, str]]:
    return [(one, two) for at, one in enumerate(DAYS) for two in DAYS[at + 1 :]]


def _good_pairs() -> list[list[str]]:
    """Return the pairs of days on which two sessions stand well in the task's week."""
    good = [pair for pair in _pairs() if not clashes(_with_strength(_RUNS, pair))]
    return [[day.capitalize() for day in pair] for pair in good]


def _also(pairs: Sequence[Sequence[str]]) -> str:
    return ", ".join(listed(pair) for pair in pairs) or "no other pair"


def _ratio_options() -> list[Option]:
    block = Block(CROWDED, "holiday")
    table = RatioTale(block.daily()).table().set_index("week")
    back = table.loc[block.special + 1]
    odds = RatioTale.odds().set_index("past")
    real, drawn = odds.loc["the real past load"], odds.loc["random numbers"]
    return [
        Option(
            "the ratio of the first week back is above 1, though it is an ordinary week",
            True,
            f"it is {back.uncoupled:.2f} uncoupled: the week off stands below the line.",
        ),
        Option(
            "with random numbers for the past the odds of injury were of much the same size",
            True,
            f"{drawn.low:g}–{drawn.high:g}; with the real past {real.odds_ratio:g}, "
            f"{real.low:g}–{real.high:g}.",
        ),
        Option(
            "the exponential form says something else than the coupled one, of the same training",
            True,
            f"{back.exponential:.2f} instead of {back.coupled:.2f}.",
        ),
        Option(
            f"the runner's risk of injury has gone up by {100 * (back.uncoupled - 1):.0f} %",
            False,
            "the ratio is no risk. Its prediction of injuries was no better than chance-like.",
        ),
        Option(
            "the coupled form is the right one, for it holds the week itself",
            False,
            "that is its fault: the week stands on both sides of the line, and the two move "
            "together by arithmetic.",
        ),
    ]


def _question(
    number: int, objective: int, prompt: str, options: Sequence[Option], hint: str
) -> Choice:
    return Choice(
        id=f"07.quiz{number}", objective=objective, prompt=prompt, hints=(hint,), options=options
    )


def _session(number: int, chance: Random) -> Choice:
    kind = chance.choice(["strength session", "run", "session of supersets"])
    minutes, rpe = chance.choice([35, 45, 50, 65, 75, 90]), chance.choice([3, 4, 6, 7, 8])
    return _question(
        number,
        1,
        f"A {kind} lasts {minutes} min. Half an hour later the runner calls it {rpe} out of 10. "
        "What is its load?",
        [
            Option(f"{session_load(rpe, minutes):.0f} AU", True, f"{rpe} × {minutes} min."),
            Option(f"{minutes + rpe} AU", False, "that adds effort and minutes; multiply them."),
            Option(f"{10 * minutes} AU", False, "that is the load at the greatest effort, 10."),
            Option(f"{minutes} AU", False, "that is its length alone; effort has to count."),
        ],
        "Effort times minutes.",
    )


def _alike(number: int, chance: Random) -> Choice:
    """Ask for the highest monotony among weeks of one load."""
    total = chance.choice([1800, 2100, 2400, 2700])
    shapes = {
        "six alike": (1, 1, 1, 1, 1, 1, 0),
        "hard and easy": (3, 1, 3, 1, 3, 1, 0),
        "three days": (1, 0, 1, 0, 1, 0, 0),
        "one long day": (1, 0, 1, 0, 0, 0, 3),
    }
    weeks = {name: [total * d / sum(days) for d in days] for name, days in shapes.items()}
    for days in weeks.values():
        chance.shuffle(days)
    ranked = sorted(weeks.values(), key=monotony)
    *others, most = ranked
    return _question(
        number,
        1,
        f"Four weeks of {total} AU each, Monday to Sunday. Which has the highest monotony?",
        [
            Option(_loads(most), True, f"{monotony(most):.2f}: its days are the most alike."),
            *(
                Option(_loads(days), False, f"its monotony is {monotony(days):.2f}.")
                for days in others
            ),
        ],
        "No need to compute: in which week are the days most alike?",
    )


def _stand(number: int, chance: Random) -> Choice:
    """Ask where two hard strength sessions stand well beside two hard runs."""
    hard = chance.choice([("tue", "sat"), ("wed", "sun"), ("tue", "fri"), ("thu", "sun")])
    runs = [Workout(day, "running", 60, 8) for day in hard]
    judged = {pair: clashes(_with_strength(runs, pair)) for pair in _pairs()}
    good = chance.choice([pair for pair, bad in judged.items() if not bad])
    wrong = chance.sample([pair for pair, bad in judged.items() if bad], 3)
    return _question(
        number,
        2,
        f"Hard runs stand on {_named(hard)}. On which days do two hard strength sessions stand "
        "well, when nobody knows the hours?",
        [
            Option(_named(good), True, "neither before a hard run, nor on its day, and apart."),
            *(Option(_named(pair), False, judged[pair][0].reason.text) for pair in wrong),
        ],
        "Look at the day before each hard run, at its own day, and at the days between.",
    )


def _named(days: Iterable[str]) -> str:
    return listed([day.capitalize() for day in days])


def _fade(number: int, chance: Random) -> Choice:
    """Ask which change of the model lets one load pay later."""
    slower = chance.choice([10, 12, 14])
    changes: dict[str, dict[str, float]] = {
        f"fatigue fades in {slower} days": {"tau2_d": slower},
        "fatigue fades in 5 days": {"tau2_d": 5},
        "fitness counts 1.5": {"k1": 1.5},
        "fatigue counts 1.5": {"k2": 1.5},
    }
    days = {said: _USUAL.replace(**change).days_to_gain for said, change in changes.items()}
    usual = _USUAL.days_to_gain
    return _question(
        number,
        3,
        f"By the usual values ({_USUAL.tau1_d:g} and {_USUAL.tau2_d:g} days, {_USUAL.k1:g} and "
        f"{_USUAL.k2:g}) one load does more good than harm from day {usual:.1f} on. Which change "
        "makes that day come later?",
        [
            Option(said, day > usual, f"it then comes on day {day:.1f}.")
            for said, day in days.items()
        ],
        "What keeps fatigue there for longer?",
    )


def _past(number: int, chance: Random) -> Choice:
    """Ask what stood for the past when the odds were these."""
    rows = RatioTale.odds().to_dict("records")
    asked = chance.choice(rows)
    why = {row["past"]: f"with it they were {_odds(row)}." for row in rows}
    return _question(
        number,
        4,
        f"In one study the odds ratio of injury was {_odds(asked)}. What had been put below the "
        "line of the ratio, as the past?",
        [
            *(Option(past, past == asked["past"], said) for past, said in why.items()),
            Option("next week's load", False, "nobody has looked at that one there."),
        ],
        "The right side of the picture of the ratio.",
    )


def _odds(row: Mapping[Any, Any]) -> str:
    known = row["odds_ratio"] == row["odds_ratio"]
    span = f"{row['low']:g}–{row['high']:g}" if row["low"] == row["low"] else ""
    value = f"{row['odds_ratio']:g}" if known else ""
    return f"{value} ({span})" if value and span else value or f"in the range {span}"


def _article(number: int, chance: Random) -> Choice:
    """Ask for the verdict's reason on a claim of the article."""
    right, *wrong = chance.sample(_ARTICLE, 4)
    asked = claim(right)
    return _question(
        number,
        5,
        f'The article says in short: "{asked.claim}". What do trials say about that?',
        [
            Option(f"{asked.reason}", True, f"the verdict is: {asked.verdict}."),
            *(
                Option(f"{claim(one).reason}", False, f"that is about: {claim(one).claim}.")
                for one in wrong
            ),
        ],
        "The table of the article's claims in this lesson, and in lesson 3.",
    )
