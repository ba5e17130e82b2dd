"""Lesson 04, choosing exercises: its tasks and its quiz."""

from collections.abc import Sequence
from functools import cache
from random import Random

from runplan.covering import Coverage
from runplan.databases import Listings
from runplan.evidence import claim
from runplan.exercises import Exercise, coverage
from runplan.lessons.tasks import Choice, Feedback, Guess, Number, Option, SetTool, Task
from runplan.library import at_hand, select
from runplan.muscles import Muscle, head_to_foot
from runplan.plan.runner import usual_needs
from runplan.supersets import article_session
from runplan.tables import load
from runplan.words import listed

OBJECTIVES = (
    "choose exercises for a runner's weak links with what is at hand",
    "go a step easier or harder",
    "read what a list of exercises covers, and what it leaves out",
    "say why databases disagree on the same exercise",
    "say where the article promises more than an exercise gives",
)

# the task on the road: so much at most, for these muscles (U)
_MOST, _SETS, _LEVEL = 3, 6, 2
_LINKS = ("soleus", "gluteus_medius", "tibialis_anterior")
_STEP = "romanian_deadlift"
_GAP = "tibialis_posterior"
_CLAIMS = ("C29", "C31", "C32", "C42", "C43")
_VERDICTS = ("supported", "partly", "simplified", "not shown")


def tasks() -> list[Task]:
    """Return the lesson's guess and its four tasks."""
    return [
        Guess(
            id="04.guess",
            objective=3,
            prompt="The article's session holds ten exercises with three sets of each. One of "
            "these muscles gets not a single set from it, not even as a helper. Which?",
            hints=(),
            options=[
                Option(_short(name), not _article()[name], "")
                for name in ("tibialis_anterior", "soleus", "gluteus_medius", "latissimus_dorsi")
            ],
            after="Kept. Further down the session is counted, muscle by muscle.",
        ),
        SetTool(
            id="04.road",
            objective=1,
            prompt="Your runner is away for a week, with a wall and a mat and nothing else. Make "
            f"a list of at most {_MOST} exercises up to level {_LEVEL}, with at most {_SETS} sets "
            f"of each, that gives {listed(_LINKS)} all the sets they need.",
            hints=(
                "Choose the muscles one after the other, on the map or in the list, and look "
                "what is left with this equipment.",
                "The tibialis anterior leaves you no choice. So begin with it.",
                "A helper gets half a set only: take prime movers for the other two.",
            ),
            judge=_on_the_road,
            goal=f"for example {_road_list()}, {_SETS} sets of each",
        ),
        Choice(
            id="04.step",
            objective=2,
            prompt=f"The {_exercise(_STEP).name} has become easy, and there is no more weight. "
            "Which exercise is the next step harder?",
            hints=(
                "Choose it in the tool and press Harder once.",
                "The text about the exercise shows its ladder, easiest first. One step, not two.",
            ),
            options=[
                _step(name)
                for name in (
                    "kickstand_rdl",
                    "single_leg_rdl",
                    "hip_hinge_dowel",
                    "kettlebell_deadlift",
                    "hip_thrust",
                )
            ],
        ),
        Number(
            id="04.gap",
            objective=3,
            prompt="Look at the picture above, the article's session again. You want to close the "
            f"gap of the {_short(_GAP)} with an exercise in which it is a helper. How many sets of "
            "that exercise does it take?",
            hints=(
                "The number at the end of its row says what it gets, of what it needs.",
                "Take the difference. Then remember what a set counts for a helper.",
            ),
            answer=(_needs()[_GAP] - _article()[_GAP]) / 0.5,
            unit="sets",
            low="That closes only a part. A set counts half for a helper.",
            high="That is more than it takes. What is missing is the need less what it gets.",
            why=f"It gets {_article()[_GAP]:g} of {_needs()[_GAP]:g}, and each set of a helper "
            "counts 0.5.",
        ),
        Choice(
            id="04.records",
            objective=4,
            prompt="What can be seen in this picture of the Romanian deadlift? Choose all.",
            several=True,
            hints=(
                "Each column is a record. Go down one column after the other.",
                "A tall block is one word for several muscles. An empty column is a record that "
                "lists nothing.",
            ),
            options=_seen(),
        ),
    ]


def quiz(chance: Random) -> list[Choice]:
    """Return six questions made from the tables; the same chance gives the same paper."""
    makers = (_trains, _can_do, _rung, _count, _lumps, _corrected)
    return [make(number, chance) for number, make in enumerate(makers, 1)]


def _short(muscle: str) -> str:
    return Muscle.find(muscle).short


def _named(muscles: Sequence[str]) -> str:
    return listed([_short(muscle) for muscle in muscles])


@cache
def _exercise(name: str) -> Exercise:
    return Exercise.find(name)


@cache
def _article() -> dict[str, float]:
    """Return the sets that the article's session gives, by muscle."""
    return {str(muscle): float(sets) for muscle, sets in article_session().coverage().items()}


@cache
def _needs() -> dict[str, float]:
    return usual_needs()


@cache
def _road_list() -> str:
    """Return the first list that solves the task on the road, found by trying."""
    found: list[Exercise] = []
    for muscle in reversed(_LINKS):
        rows = select(muscle=muscle, equipment="none", level=_LEVEL)
        fitting = [_exercise(name) for name in rows.id]
        found.append(
            next(e for e in fitting if muscle in e.primary and not e.plyometric and _counts(e))
        )
    assert _on_the_road(Coverage([(e, _SETS) for e in found], _needs())).right
    return ", ".join(exercise.name for exercise in found)


def _on_the_road(value: Coverage) -> Feedback:
    if not value.work:
        return Feedback(None, "The list is still empty: choose an exercise and add it.")
    for exercise, sets in value.work:
        lacking = [item for item in exercise.equipment if item not in at_hand("none")]
        if lacking:
            return Feedback(False, f"{exercise.name} needs {listed(lacking)}: that stayed at home.")
        if exercise.level > _LEVEL:
            return Feedback(False, f"{exercise.name} is level {exercise.level}: a step too hard.")
        if sets > _SETS:
            return Feedback(False, f"{sets:g} sets of each are more than the {_SETS} agreed on.")
    total = value.total()
    short = [
        f"{_short(muscle)} {total[muscle]:g} of {_needs()[muscle]:g}"
        for muscle in _LINKS
        if total[muscle] < _needs()[muscle]
    ]
    if short:
        return Feedback(False, f"Still short: {', '.join(short)}.")
    number = len(value.work)
    if number > _MOST:
        return Feedback(False, f"All three are covered, but with {number} exercises. {_MOST} do.")
    return Feedback(
        True,
        f"All three get what they need. Of the other muscles {len(value.furthest(99))} still fall "
        "short: a week on the road may do that.",
    )


def _step(name: str) -> Option:
    one, ladder = _exercise(name), [rung.id for rung in _exercise(_STEP).ladder()]
    if name not in ladder:
        return Option(one.name, False, f"it is not on this ladder; its {_works(one)}.")
    steps = ladder.index(name) - ladder.index(_STEP)
    way = f"{abs(steps)} step{'s' * (abs(steps) > 1)} {'harder' if steps > 0 else 'easier'}"
    return Option(one.name, steps == 1, f"it is {way}, at level {one.level}.")


@cache
def _seen() -> tuple[Option, ...]:
    """Return statements on the records of the Romanian deadlift, true and false."""
    rows = Listings("romanian_deadlift").rows
    prime = {row.name: {m for _, muscles in row.prime() for m in muscles} for row in rows}

    def naming(muscle: str) -> int:
        return sum(muscle in muscles for muscles in prime.values())

    mute = sum(not muscles for muscles in prime.values())
    glutes = dict(rows[1].helping())["glutes"]
    lats = naming("latissimus_dorsi")
    maximus = naming("gluteus_maximus")
    one_head = sum({"biceps_femoris"} == m & {"biceps_femoris", "semitendinosus"}
                   for m in prime.values())  # fmt: skip
    return (
        Option(
            "a record names the latissimus dorsi as prime mover",
            lats > 0,
            f"{lats} of {len(rows)} does; here it counts as a helper.",
        ),
        Option("a record lists no muscle at all", mute > 0, f"{mute} of {len(rows)} is empty."),
        Option(
            "a record names one hamstring and leaves its neighbours out",
            one_head > 0,
            f"{one_head} of {len(rows)} does; the three work together here.",
        ),
        Option(
            "all records name the gluteus maximus as prime mover",
            maximus == len(rows),
            f"{maximus} of {len(rows)} do.",
        ),
        Option(
            "the word glutes stands for the gluteus maximus alone",
            False,
            f"its block is tall: it covers {_named(glutes)}.",
        ),
    )


def _question(
    number: int, objective: int, prompt: str, options: Sequence[Option], hint: str
) -> Choice:
    return Choice(
        id=f"04.quiz{number}", objective=objective, prompt=prompt, hints=(hint,), options=options
    )


def _counts(exercise: Exercise) -> bool:
    """Tell whether sets of an exercise count: a stretch is none."""
    return bool(coverage([(exercise, 1)]).sum())


@cache
def _every() -> tuple[Exercise, ...]:
    return tuple(exercise for exercise in Exercise.every() if _counts(exercise))


def _works(one: Exercise) -> str:
    helpers = f", helpers {_named(one.secondary)}" if one.secondary else ""
    return f"prime movers are {_named(one.primary)}{helpers}"


def _needed(one: Exercise) -> str:
    items = [item for item in one.equipment if item != "none"]
    return f"it needs this: {listed(items)}" if items else "it needs nothing"


def _trains(number: int, chance: Random) -> Choice:
    """Ask for an exercise by muscle, with nothing but the body at hand."""
    free = [one for one in _every() if set(one.equipment) <= at_hand("none")]
    muscle = chance.choice(
        ["gluteus_medius", "tibialis_anterior", "soleus", "psoas_major", "abductor_hallucis"]
    )
    right = chance.choice([one for one in free if muscle in one.primary])
    wrong = chance.sample([e for e in free if muscle not in (*e.primary, *e.secondary)], 3)
    return _question(
        number,
        1,
        f"A runner trains at home with a wall and a mat. Which exercise has the {_short(muscle)} "
        "as a prime mover?",
        [
            Option(right.name, True, f"its {_works(right)}."),
            *(Option(one.name, False, f"its {_works(one)}.") for one in wrong),
        ],
        "Choose the muscle in the tool, and set the equipment to none.",
    )


def _can_do(number: int, chance: Random) -> Choice:
    """Ask what can be done at home; the others need more."""
    home = at_hand("home")
    can = [e for e in _every() if set(e.equipment) <= home and set(e.equipment) - at_hand("none")]
    cannot = [one for one in _every() if not set(one.equipment) <= home]
    right = chance.choice(can)
    return _question(
        number,
        1,
        "At hand are bands, dumbbells, a step and a backpack, and no more. Which exercise works?",
        [
            Option(right.name, True, f"{_needed(right)}."),
            *(Option(one.name, False, f"{_needed(one)}.") for one in chance.sample(cannot, 3)),
        ],
        "Set the equipment to home. What is in the list can be done.",
    )


def _rung(number: int, chance: Random) -> Choice:
    """Ask for the next easier step."""
    start = chance.choice([e for e in _every() if e.easier() and e.harder()])
    right, harder = start.easier(), start.harder()
    assert right
    assert harder
    near = {rung.id for rung in start.ladder()} | {right.id, harder.id}
    others = [e for e in _every() if e.pattern == start.pattern and e.id not in near]
    others += [e for e in _every() if e.pattern != start.pattern and e.id not in near]
    return _question(
        number,
        2,
        f"This is still too hard for a runner: {start.name}. What is the next step easier?",
        [
            Option(right.name, True, f"it is level {right.level}; {_needed(right)}."),
            Option(harder.name, False, "that is the next step harder."),
            *(
                Option(one.name, False, "it is not on this ladder.")
                for one in chance.sample(others[:8], 2)
            ),
        ],
        "Choose it in the tool and press Easier.",
    )


def _count(number: int, chance: Random) -> Choice:
    """Ask for a sum of sets, as prime mover and as helper."""
    pairs = [
        (one, other, muscle)
        for one in _every()
        for muscle in one.primary
        for other in _every()
        if muscle in other.secondary and one.level < 3 and other.level < 3
    ]
    one, other, muscle = chance.choice(pairs)
    sets, more = chance.sample([2, 3, 4, 5, 6], 2)
    right = sets + more / 2
    mistakes = (
        (sets + more, "that counts both full; in the second it is a helper."),
        (sets, "that leaves the second out; a helper counts half."),
        (sets / 2 + more, "that takes the helper for the prime mover, and the other way round."),
        ((sets + more) / 2, "that counts both half."),
        (right + 1, "that is one too many; count again."),
    )
    wrong: dict[float, str] = {}
    for sum_, why in mistakes:
        if sum_ != right:
            wrong.setdefault(sum_, why)
    return _question(
        number,
        3,
        f"A week holds {sets} sets of {one.name} and {more} sets of {other.name}. How many sets "
        f"does the {_short(muscle)} get? It is a prime mover of the first and a helper of the "
        "second.",
        [
            Option(f"{right:g}", True, f"{sets} × 1 and {more} × 0.5."),
            *(Option(f"{n:g}", False, why) for n, why in list(wrong.items())[:3]),
        ],
        "A set counts 1 for a prime mover and 0.5 for a helper.",
    )


def _lumps(number: int, chance: Random) -> Choice:
    """Ask which muscles a word of the databases means, as we read it."""
    table = load("database_words")
    words = {str(word): tuple(muscles) for word, muscles in zip(table.word, table.muscles,
                                                                strict=True)}  # fmt: skip
    word = chance.choice([word for word, muscles in words.items() if len(muscles) > 1])
    means = words[word]
    part = next(part for part in head_to_foot().values() if means[-1] in part)
    more = chance.choice([muscle for muscle in part if muscle not in means])
    return _question(
        number,
        4,
        f'A record says "{word}", and no more. Which muscles may that be, as we read the word?',
        [
            Option(_named(means), True, f"one word lumps these {len(means)} together."),
            Option(_named(means[:-1]), False, f"that leaves out: {_short(means[-1])}."),
            Option(_named(means[-1:]), False, f"that leaves out: {_named(means[:-1])}."),
            Option(
                _named([*means, more]), False, f"the word does not reach as far as {_short(more)}."
            ),
        ],
        "In the picture of the records such a word stands in a tall block.",
    )


def _corrected(number: int, chance: Random) -> Choice:
    """Ask for the verdict on a claim of the article."""
    one = claim(chance.choice(_CLAIMS))
    return _question(
        number,
        5,
        f"The article says: {one.claim}. What is the verdict on it?",
        [
            Option(
                verdict,
                verdict == one.verdict,
                f"{one.reason}."
                if verdict == one.verdict
                else f"our verdict is {one.verdict}, because {one.reason}.",
            )
            for verdict in _VERDICTS
        ],
        "The claims stand in a table in the lesson, each with its verdict and the reason.",
    )
