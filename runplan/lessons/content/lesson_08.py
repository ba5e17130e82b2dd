"""Lesson 08, build a plan: its tasks and its quiz."""

from collections.abc import Sequence
from functools import cache
from random import Random

from runplan.exports import FORMATS
from runplan.lessons.story import CASES
from runplan.lessons.tasks import Choice, Feedback, Guess, Option, SetTool, Task
from runplan.load.foster import DAYS
from runplan.plan import Drop, Move, Note, Plan
from runplan.plan.changes import Change
from runplan.plan.schedule import before_hard_run, weekday
from runplan.season import Season
from runplan.season.layout import WEEKS
from runplan.season.wording import TITLES
from runplan.words import listed, plain

OBJECTIVES = (
    "make a dated year for a runner",
    "read the checks: which rule gave way, and why",
    "change a session, and say where a change fits and where not",
    "choose the file that a runner needs, and bring it up to date",
)

# what each file is for, as a runner would ask
_PURPOSES = {
    ".ics": "shows each session on its day, in the telephone",
    ".html": "is printed and hung on the wall",
    ".xlsx": "lets a trainer sum and sort, with a chart of the year",
    ".csv": "is read by other programs, and filled in as a log",
    ".json": "opens the plan again, with all that can still be changed",
}
# what gives way first: the rules of `runplan.plan.schedule`, the most important first
_RULES = (
    "nothing while the runner is away",
    "race day, the day before it and the rest of its week stay free",
    "48 h between two heavy or jumping sessions",
    "as many sessions as the season asks for, on no more days than named",
    "no session on the day before a hard run",
    "the days that were wished for",
)


@cache
def example() -> Plan:
    """Return the plan that questions are about: always the same, whoever takes the course.

    >>> example().runner.name
    'Noor'
    """
    return Plan(CASES[0].runner, Season(CASES[0].races, start_date="2026-11-30"))


def tasks() -> list[Task]:
    """Return the lesson's guess and its four tasks."""
    number = len(example().sessions())
    runner = example().runner
    return [
        Guess(
            id="08.guess",
            objective=1,
            prompt=f"{runner.name} has two days for strength, {listed(runner.strength_days)}, and "
            "a race in September. How many strength sessions will the year hold?",
            hints=(),
            options=[
                Option(f"{2 * WEEKS}: two in each week", False, ""),
                Option(f"about {number}: in some weeks two, in others one", True, ""),
                Option(f"{WEEKS}: one in each week", False, ""),
                Option("about 30: strength is for the winter", False, ""),
            ],
            after="Kept. The first sentence of the tool tells how many.",
        ),
        SetTool(
            id="08.away",
            objective=1,
            prompt="Your runner goes on holiday for one whole week of the base phase, Monday to "
            "Sunday. Put it into the plan, and look at that week.",
            hints=(
                "It stands under the runner, in Away: two dates with to between them, written "
                "as in the hint there.",
                "Which weeks are base, and which day is a Monday? The calendar of the year tells.",
            ),
            judge=_away,
            goal="away from a Monday to the Sunday after it, in a base week; its sessions are "
            "left out",
        ),
        Choice(
            id="08.rules",
            objective=2,
            prompt="The rules for the days cannot always all hold. In the second week the season "
            f"asks {runner.name} for three sessions, but only two days were named. What gives way?",
            hints=(
                "Read the check about days, in the tool.",
                "The rules stand in an order. Which of them is about the number of sessions?",
            ),
            options=[
                Option("the third session is left out", True, _said("sessions")),
                Option(
                    "it is put on any free day",
                    False,
                    "no more days are used than were named; a runner who names two has two.",
                ),
                Option(
                    "two sessions are done on one day",
                    False,
                    f"that would break a rule that always holds: {_RULES[2]}.",
                ),
                Option(
                    "the sessions become longer",
                    False,
                    "the season's minutes are shared among the sessions it asks for; a session "
                    "that finds no day is lost.",
                ),
            ],
        ),
        SetTool(
            id="08.move",
            objective=3,
            prompt="In week 3, move one session to another day, and add a note to the same "
            "session that tells the runner why.",
            hints=(
                "Set the week first, then the session; choose a day and press Move the session.",
                "Then write the note, and press Add the note. Your changes are listed below.",
            ),
            judge=_move,
            goal="a session of week 3 on another free day, and a note to the same session",
        ),
        Choice(
            id="08.update",
            objective=4,
            prompt="The runner has your calendar in the telephone. Then you change the plan: one "
            "session moves to another day, another is left out. You write the files again and "
            "send them. What must be done? Choose all.",
            several=True,
            hints=(
                "Every event has a name that nobody sees: plan, week and session, not the date.",
                "The new file does not speak of what is not in it.",
            ),
            options=[
                Option(
                    "import the new calendar",
                    True,
                    "the same session is known by its name, so it is moved and not doubled.",
                ),
                Option(
                    "delete the session that was left out",
                    True,
                    "a calendar takes nothing away that a file does not mention.",
                ),
                Option(
                    "delete all events first",
                    False,
                    "no need: each event keeps its name, so the import brings it up to date.",
                ),
                Option(
                    "nothing, it follows by itself",
                    False,
                    "the calendar holds a copy; nothing of the plan is on the internet.",
                ),
            ],
        ),
    ]


def quiz(chance: Random) -> list[Choice]:
    """Return six questions made from plans; the same chance gives the same paper."""
    makers = (_days, _count, _short, _gave, _fits, _file)
    return [make(number, chance) for number, make in enumerate(makers, 1)]


def _said(rule: str) -> str:
    """Return the example's warning about a rule."""
    return next(reason.text for reason in example().warnings() if reason.rule == rule)


def _away(plan: Plan) -> Feedback:
    if not plan.runner.away:
        return Feedback(False, "Nothing stands in Away yet.")
    said = ""
    for row in plan.season.weeks().to_dict("records"):
        monday = row["monday"].date()
        days = [monday.fromordinal(monday.toordinal() + n) for n in range(7)]
        gone = [day for day in days if plan.runner.is_away(day)]
        week, phase = row["week"], TITLES[row["phase"]]
        if gone and row["phase"] != "base":
            said = said or f"Week {week} belongs to {phase}; look for a week of base."
        elif len(gone) == 7:
            lost = [reason.text for reason in plan.warnings() if reason.rule == "away"]
            return Feedback(True, f"{lost[0] if lost else f'Week {week} is free.'}")
        elif gone:
            said = (
                f"In week {week} your runner is away on {len(gone)} of 7 days. Take Monday to "
                "Sunday."
            )
    return Feedback(False, said or "These dates are not within the season.")


def _move(plan: Plan) -> Feedback:
    left = {id(change): reason for change, reason in plan.unfitting()}
    ours = [change for change in plan.changes if change.week == 3]
    moves = [change for change in ours if isinstance(change, Move)]
    if not moves:
        return Feedback(False, "No session of week 3 is moved yet.")
    fits = [change for change in moves if id(change) not in left]
    if not fits:
        return Feedback(False, left[id(moves[-1])].text)
    slots = {change.slot for change in fits}
    noted = [change for change in ours if isinstance(change, Note) and change.slot in slots]
    if not noted:
        return Feedback(False, "It is moved. Now add the note, to the same session.")
    broken = [r.text for r in plan.warnings() if "you moved" in r.text]
    more = f" What a coach would say: {broken[0]}" if broken else " No rule for the days is broken."
    return Feedback(True, f"{fits[-1]}, and the note goes with it.".capitalize() + more)


def _question(
    number: int, objective: int, prompt: str, options: Sequence[Option], hint: str
) -> Choice:
    return Choice(
        id=f"08.quiz{number}", objective=objective, prompt=prompt, hints=(hint,), options=options
    )


# — days ———————————————————————————————————————————————————————————————————————————————————————


def _days(number: int, chance: Random) -> Choice:
    """Ask on which days the two sessions of a week stand, for some other runner's days."""
    while True:
        hard = sorted(chance.sample(DAYS, 2), key=DAYS.index)
        wished = sorted(chance.sample(DAYS, 2), key=DAYS.index)
        runner = example().runner.replace(
            strength_days=wished, run_days=hard, hard_run_days=hard, name="Sam"
        )
        plan = Plan(runner, example().season)
        right = tuple(weekday(when.date()) for when in plan.week(1).date)
        wrong = {why: days for days, why in _other_days(plan, right).items()}
        if len(right) == 2 and len(wrong) >= 3:
            break
    return _question(
        number,
        1,
        f"Sam runs hard on {listed(hard)} and wishes for strength on {listed(wished)}. Two heavy "
        "sessions are to be placed. On which days does the plan put them?",
        [
            Option(listed(right), True, "no more important rule is broken, and most wishes hold."),
            *(Option(listed(days), False, why) for why, days in list(wrong.items())[:3]),
        ],
        "The days before hard runs are closed, and two days lie between the sessions, or one.",
    )


def _other_days(plan: Plan, right: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """Return pairs of days that are no answer, each with the rule that speaks against it."""
    found: dict[tuple[str, str], str] = {}
    monday = plan.season.start_date
    dates = {day: monday.fromordinal(monday.toordinal() + n) for n, day in enumerate(DAYS)}
    for one in DAYS:
        for two in DAYS[DAYS.index(one) + 1 :]:
            before = [day for day in (one, two) if before_hard_run(plan.runner, dates[day])]
            if (one, two) == right:
                continue
            if DAYS.index(two) - DAYS.index(one) < 2:
                found[one, two] = f"{one} and {two} are less than 48 h apart."
            elif before:
                found[one, two] = f"{before[0]} is the day before a hard run."
    return found


# — numbers ————————————————————————————————————————————————————————————————————————————————————


def _count(number: int, chance: Random) -> Choice:
    """Ask in which phase so many sessions a week stand."""
    table = example().sessions()
    weeks = example().season.weeks()
    each = {
        phase: len(table[table.phase == phase]) / int((weeks.phase == phase).sum())
        for phase in dict.fromkeys(weeks.phase)
    }
    most, least = max(each, key=lambda p: each[p]), min(each, key=lambda p: each[p])
    asked, right = chance.choice([("most", most), ("fewest", least)])
    same = [phase for phase in each if abs(each[phase] - each[right]) < 0.05]
    others = [phase for phase in each if phase not in same]
    chance.shuffle(others)
    return _question(
        number,
        1,
        f"Look at the year of {example().runner.name} as a calendar. Which phase has the {asked} "
        "strength sessions a week?",
        [
            Option(TITLES[chance.choice(same)], True, f"{each[right]:.1f} a week."),
            *(Option(TITLES[phase], False, f"{each[phase]:.1f} a week.") for phase in others[:3]),
        ],
        "Count the boxes in a few weeks of each phase.",
    )


def _short(number: int, chance: Random) -> Choice:
    """Ask which muscle a phase leaves furthest behind."""
    table = example().coverage()
    phases = [p for p in dict.fromkeys(table.phase) if (table[table.phase == p].short > 0).any()]
    phase = chance.choice(phases)
    part = table[table.phase == phase].sort_values("short", ascending=False)
    right = part.iloc[0]
    met = part[(part.short == 0) & (part.need > 0)]
    wrong = met.iloc[chance.sample(range(len(met)), 3)]
    rows = [(right, True), *((row, False) for _, row in wrong.iterrows())]
    return _question(
        number,
        2,
        f"Which muscle does {TITLES[phase]} leave furthest behind its weekly need?",
        [
            Option(plain(str(row.muscle)), ok, f"{row.sets:.1f} of {row.need:.1f} sets a week.")
            for row, ok in rows
        ],
        "The checks name the muscles of each phase, the shortest first.",
    )


# — rules and changes ——————————————————————————————————————————————————————————————————————————


def _gave(number: int, chance: Random) -> Choice:
    """Ask which of two rules gives way to the other."""
    places = sorted(chance.sample(range(len(_RULES)), 4))
    right = places[-1]
    return _question(
        number,
        2,
        "The rules for the days cannot all hold. Which of these gives way first?",
        [
            Option(
                _RULES[place],
                place == right,
                f"it stands at place {place + 1} of {len(_RULES)} in the order of importance"
                + ("; the order is our choice." if place == right else "."),
            )
            for place in places
        ],
        "Wishes are weaker than recovery, and recovery is weaker than being there at all.",
    )


def _fits(number: int, chance: Random) -> Choice:
    """Ask which change does not fit into the example's plan."""
    plan = example()
    table = plan.sessions()
    counts = table.groupby("week").size()
    twice = [int(week) for week in counts.index[counts == 2]]
    once = [int(week) for week in counts.index[counts == 1]]
    week, other = chance.choice(twice), chance.choice(once)
    first, second = (weekday(when.date()) for when in plan.week(week).date)
    misfits: list[Change] = [Move(week, 1, second), Drop(other, 2), Note(other, 2, "Stay low.")]
    free = [day for day in DAYS if day not in (first, second)]
    good: list[Change] = [
        Move(week, 1, chance.choice(free)),
        Drop(other, 1),
        Note(week, 2, "Bring a band."),
    ]
    options = []
    for change in (chance.choice(misfits), *good):
        left = plan.replace(changes=[change]).unfitting()
        why = left[0][1].text if left else "it fits: the session is there, and the day is free."
        options.append(Option(_told(change), bool(left), why))
    return _question(
        number,
        3,
        f"In week {week} {plan.runner.name} has sessions on {first} and {second}, in week {other} "
        "one session. Which of these changes does not fit?",
        options,
        "A day holds one session, and a session has to be there to be changed.",
    )


def _told(change: Change) -> str:
    words = {"Move": "moved", "Drop": "left out", "Note": "gets a note"}[type(change).__name__]
    to = f" to {change.day}" if isinstance(change, Move) else ""
    return f"week {change.week}, session {change.slot} {words}{to}"


def _file(number: int, chance: Random) -> Choice:
    suffixes = chance.sample(list(_PURPOSES), 4)
    right = suffixes[0]
    return _question(
        number,
        4,
        f"Which of these files {_PURPOSES[right]}?",
        [
            Option(
                suffix,
                suffix == right,
                f"{FORMATS[suffix]}: it {_PURPOSES[suffix]}.",
            )
            for suffix in suffixes
        ],
        "Each is for another program. Which one would the runner open?",
    )
