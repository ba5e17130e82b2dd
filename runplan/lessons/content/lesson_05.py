"""Lesson 05, designing supersets: its tasks and its quiz."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from random import Random

from runplan import tables
from runplan.exercises import Exercise
from runplan.lessons.tasks import Choice, Feedback, Guess, Number, Option, SetTool, Task
from runplan.reasons import Reason
from runplan.supersets import Ranking, Session, Superset, article_session
from runplan.supersets.rules import contacts_start
from runplan.supersets.superset import MOVE_S, clock, span
from runplan.words import listed

OBJECTIVES = (
    "defend a pair by rule",
    "compute how long a superset takes, and what it saves against straight sets",
    "say where the article's five pairs stand among all that are possible",
    "mend a session's jumps by order and dose",
    "say what supersets are good for, and what they are wrong for",
)

# the runner of tasks and quiz: ours (U)
_LEVEL = 2
_TIMED = Superset("hip thrust", "push-up", sets=3, reps=10, rest_s=60)
_ASKED = (
    ("goblet squat", "band row"),
    ("standing calf raise", "side plank"),
    ("hip thrust", "Romanian deadlift"),
    ("Romanian deadlift", "one-arm dumbbell row"),
    ("standing calf raise", "pogo jump"),
    ("hip thrust", "push-up"),
)
# rules about jumps and landings: all must hold where jumps are mended
_JUMPS = ("jumps_early", "joint_rested", "jumps_fresh", "jumps_dosed")
_RULES = {
    "shared_mover": "they share a main mover",
    "jumps_fresh": "the jump would take turns with work for the same joint",
    "jumps_dosed": "the jump gets too many repetitions or too little rest",
    "grip_and_back": "the hands, or the back, tire in both",
    "balance": "both demand balance",
    "heavy_day": "a heavy lift rests too briefly",
    "same_place": "they are done in two places",
}


def tasks() -> list[Task]:
    """Return the lesson's guess and its four tasks."""
    article = article_session()
    ranking = Ranking(article, _LEVEL)
    best = ranking.bands().iloc[0]
    return [
        Guess(
            id="05.guess",
            objective=3,
            prompt=f"A guess before you look. You may pair the article's ten exercises anew, in "
            f"all {ranking.standing().of} ways, but order, repetitions and rest stay. How many "
            "of these pairings break no rule about pairs?",
            hints=(),
            options=[
                Option("none", True, ""),
                Option("fewer than ten", False, ""),
                Option("about a hundred", False, ""),
                Option("most of them", False, ""),
            ],
            after="Kept. Further down every one of them is a small square in a picture.",
        ),
        Choice(
            id="05.defend",
            objective=1,
            several=True,
            prompt="Three sets of 8–12, 45 s rest (a hold keeps its seconds). Which of these "
            "pairs can you defend, because no rule speaks against them? Choose all.",
            hints=(
                "Ask of each pair: does one rest while the other works? Hands and back too?",
                "Build a pair in the tool: choose its two exercises, and read what is said.",
            ),
            options=[_option(Superset(*pair)) for pair in _ASKED],
        ),
        Number(
            id="05.minutes",
            objective=2,
            prompt=f"A set of the {_TIMED.first.name} takes {_TIMED.set_s()[0]:g} s, one of the "
            f"{_TIMED.second.name} {_TIMED.set_s()[1]:g} s. You do {_TIMED.sets} rounds; changing "
            f"over takes {MOVE_S} s, the rest after each round {_TIMED.rest_s} s. How many "
            "minutes does the superset take?",
            hints=(
                "First one round: a set, the change-over, the other set, the rest.",
                f"One round takes {_TIMED.duration_s() / _TIMED.sets:g} s.",
            ),
            answer=_TIMED.duration_s() / 60,
            tolerance=0.05,
            unit="minutes",
            low="It is longer. Count the change-over and the rest in each of the rounds.",
            high="It is shorter. One round is a set of each, one change-over and one rest.",
            slips=_slips(),
            why=f"{_TIMED.sets} rounds of {_TIMED.duration_s() / _TIMED.sets:g} s. Straight sets "
            f"with the same rest take {clock(_TIMED.straight_duration_s())}, so you save "
            f"{clock(_TIMED.straight_duration_s() - _TIMED.duration_s())}.",
        ),
        Choice(
            id="05.why",
            objective=3,
            prompt="With the article's dose, every pairing of the ten keeps at least "
            f"{_fails(int(best.fails))} by the rules for pairs. Why does no other partner mend it?",
            hints=(
                "Find the superset with ✗ in the tool and read what fails. Then give the drop "
                "jump another partner and read it again.",
                "Which words in it are about the partner?",
            ),
            options=[
                Option(
                    "the drop jump fails by its own repetitions and rest",
                    True,
                    f"{_of(article.supersets[2], 'jumps_dosed').text} A partner changes neither.",
                ),
                Option(
                    "the right partner is not among the ten exercises",
                    False,
                    f"not even an easy drill helps: {_fail(_with_drill())}",
                ),
                Option(
                    "nobody has tried all the pairings",
                    False,
                    f"the picture shows all {ranking.standing().of}; the computer went through "
                    "each of them.",
                ),
                Option(
                    "the drop jump and the pogo jump always end in one pair",
                    False,
                    "in the article's pairs they are apart, and the fail is there all the same.",
                ),
            ],
        ),
        SetTool(
            id="05.mend",
            objective=4,
            prompt=f"The article's session for a runner of level {_LEVEL}. Keep all ten "
            "exercises, and change order, repetitions, sets and rest until every rule about "
            f"jumps holds, nothing fails, and there are no more than {contacts_start()} landings.",
            hints=(
                "Order first: where do jumps belong? Move those supersets; turn one of them if "
                "its jump comes second.",
                "Then the dose: ⚠ and ✗ say how many repetitions and how much rest a jump gets.",
                "Too many landings are left? Take repetitions or a set from one of the jumps.",
            ),
            judge=_mended,
            goal="jumps in supersets 1 and 2, each first in its own; "
            + "; ".join(f"{jump.name} {jump.dose()}, {jump.rest_s} s rest" for jump in _jumps())
            + f"; pogo jumps or drop jumps cut down to {contacts_start()} landings in all",
        ),
    ]


def quiz(chance: Random) -> list[Choice]:
    """Return six questions made from library and rules; the same chance gives the same paper."""
    makers = (_defended, _rule, _time, _place, _first, _rest)
    return [make(number, chance) for number, make in enumerate(makers, 1)]


def _slips() -> list[tuple[float, str]]:
    """Return the times that one arrives at by a known mistake, in minutes."""
    right, sets = _TIMED.duration_s(), _TIMED.sets
    return [
        (right, "That is in seconds. Give minutes."),
        (
            _TIMED.straight_duration_s() / 60,
            "So long do straight sets take, with a rest after each exercise. In a superset there "
            "is one rest a round.",
        ),
        ((right + sets * _TIMED.rest_s) / 60, "That has two rests a round; there is one."),
        ((right - sets * MOVE_S) / 60, "The change-over is missing in each round."),
        (
            (right - _TIMED.rest_s) / 60,
            "One rest is missing: the formula counts one after the last round, too.",
        ),
        (right / sets / 60, "That is one round."),
    ]


def _jumps() -> list[Exercise]:
    return [one for one in article_session().exercises() if one.plyometric]


def _with_drill() -> Superset:
    return Superset("drop jump", "bird dog")


def _fails(count: int) -> str:
    return f"{count} fail{'' if count == 1 else 's'}"


def _of(pair: Superset, rule: str) -> Reason:
    return next(reason for reason in pair.review(_LEVEL).reasons if reason.rule == rule)


def _fail(pair: Superset) -> str:
    return next(reason.text for reason in pair.review(_LEVEL).reasons if reason.level == "fail")


def _option(pair: Superset) -> Option:
    """Return a pair as an option: right where every rule holds, with the worst reason where not."""
    review = pair.review(_LEVEL)
    why = review.describe() if review.level != "pass" else _of(pair, "opposing").text
    return Option(f"{pair.first.name} + {pair.second.name}", review.level == "pass", why)


def _mended(session: Session) -> Feedback:
    """Judge a session whose jumps were to be mended: first the place, then the dose, then all."""
    missing = [one.name for one in article_session().exercises() if one not in session.exercises()]
    if missing:
        return Feedback(False, f"Keep all ten exercises: {listed(missing)} is gone.")
    found = {reason.rule: reason for reason in session.review(_LEVEL).reasons}
    for rule in (*_JUMPS, *found):
        if (rule in _JUMPS and found[rule].level != "pass") or found[rule].level == "fail":
            return Feedback(False, found[rule].text)
    if found["contacts"].level != "pass":
        return Feedback(False, found["contacts"].text)
    longer = session.duration_s() - article_session().duration_s()
    way = f"{clock(abs(longer))} {'longer' if longer >= 0 else 'shorter'} than the article's"
    return Feedback(
        True,
        f"Jumps come fresh, few and rested: {span(session.contacts())} landings. The session "
        f"takes {clock(session.duration_s())}, {way}.",
    )


def _question(number: int, objective: int, prompt: str, options: list[Option], hint: str) -> Choice:
    return Choice(
        id=f"05.quiz{number}", objective=objective, prompt=prompt, hints=(hint,), options=options
    )


@cache
def _reviewed() -> dict[str, list[Superset]]:
    """Return pairs of the library by the one rule that fails; under "" those where all hold."""
    lifts = [
        one
        for one in Exercise.every()
        if one.level <= _LEVEL
        and one.unit == "reps"
        and one.pattern not in ("breathing", "mobility", "self_massage")
    ]
    found: dict[str, list[Superset]] = {}
    for pair in _pairs(lifts):
        levels = [(reason.rule, reason.level) for reason in pair.review(_LEVEL).reasons]
        fails = [rule for rule, level in levels if level == "fail"]
        if all(level == "pass" for _, level in levels):
            found.setdefault("", []).append(pair)
        elif len(fails) == 1:
            found.setdefault(fails[0], []).append(pair)
    return found


def _pairs(lifts: list[Exercise]) -> Iterator[Superset]:
    """Yield every pair at the article's dose, and heavy lifts at theirs beside push-ups."""
    for one, other in combinations(lifts, 2):
        yield Superset(one, other)
    heavy = [one for one in lifts if "max_strength" in one.emphasis and one.reps_min <= 5]
    for one in heavy:
        yield Superset(one, "push-up", reps=((4, 6), (8, 12)))


def _defended(number: int, chance: Random) -> Choice:
    pairs = _reviewed()
    wrong = chance.sample([*pairs["shared_mover"], *pairs["grip_and_back"]], 3)
    return _question(
        number,
        1,
        "Which of these pairs can you defend? Three sets of 8–12, 45 s rest.",
        [_option(chance.choice(pairs[""])), *map(_option, wrong)],
        "In the other three the second exercise meets muscles or hands that are tired already.",
    )


def _rule(number: int, chance: Random) -> Choice:
    rules = [rule for rule in _RULES if _reviewed().get(rule)]
    rule = chance.choice(rules)
    pair = chance.choice(_reviewed()[rule])
    jumps = pair.first.plyometric or pair.second.plyometric
    held = [
        other
        for other in _RULES
        if other != rule
        and _of(pair, other).level == "pass"
        and (jumps or not other.startswith("jumps"))
    ]
    return _question(
        number,
        1,
        f"Why does this pair fail? {pair.describe().partition(':')[0]}.",
        [
            Option(_RULES[rule], True, _of(pair, rule).text),
            *(
                Option(_RULES[other], False, f"no: {_lower(_of(pair, other).text)}")
                for other in chance.sample(held, 3)
            ),
        ],
        "Build it in the tool and read what stands below it.",
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _time(number: int, chance: Random) -> Choice:
    pair = chance.choice(_reviewed()[""])
    dosed = Superset(
        pair.first,
        pair.second,
        sets=chance.choice((2, 3, 4)),
        reps=10,
        rest_s=chance.choice((45, 60, 90, 120)),
    )
    one, other = dosed.set_s()
    rounds, rest, right = dosed.sets, dosed.rest_s, dosed.duration_s()
    return _question(
        number,
        2,
        f"A set of one exercise takes {one:g} s, of the other {other:g} s; {rounds} rounds, "
        f"{MOVE_S} s to change over, {rest} s rest. How long does the superset take?",
        [
            Option(clock(right), True, f"{rounds} × ({one:g} + {MOVE_S} + {other:g} + {rest}) s."),
            Option(
                clock(right - rounds * MOVE_S), False, "the change-over is missing in each round."
            ),
            Option(
                clock(dosed.straight_duration_s()),
                False,
                "so long do straight sets take: a rest after every set.",
            ),
            Option(
                clock(right + rounds * rest),
                False,
                "that has two rests a round. While one exercise works the other rests already.",
            ),
        ],
        "One round first, then times the rounds.",
    )


def _place(number: int, chance: Random) -> Choice:
    """Ask which exchange of partners makes more rules fail; by most nothing fails anew."""
    article = article_session()
    before = _failing(article.supersets)
    worse: list[tuple[Superset, ...]] = []
    alike: list[tuple[Superset, ...]] = []
    for one, other in combinations(article.supersets, 2):
        for new in (
            (Superset(one.first, other.second), Superset(other.first, one.second)),
            (Superset(one.first, other.first), Superset(one.second, other.second)),
        ):
            more = _failing(new) - _failing((one, other))
            if more >= 0:
                (worse if more else alike).append(new)
    right, wrong = chance.choice(worse), chance.sample(alike, 3)
    anew = [
        reason.text
        for pair in right
        for reason in pair.review(_LEVEL).reasons
        if reason.level == "fail" and reason.rule != "jumps_dosed"
    ]
    stays = f"it stays at {_fails(before)}, which is the drop jump's own dose."
    return _question(
        number,
        3,
        f"By the rules for pairs, the article's five pairs have {_fails(before)}. You exchange "
        "partners between two of them and change nothing else. After which exchange are there "
        "more fails?",
        [
            Option(_titles(right), True, " ".join(anew)),
            *(Option(_titles(pairs), False, stays) for pairs in wrong),
        ],
        "Ask of each new pair: who rests while the other works? And is a jump beside hard work?",
    )


def _failing(pairs: Iterable[Superset]) -> int:
    return sum(pair.review(_LEVEL).fails for pair in pairs)


def _titles(pairs: Iterable[Superset]) -> str:
    return " and ".join(map(_title, pairs))


def _first(number: int, chance: Random) -> Choice:
    """Ask what comes first of a jump and two hard supersets for the legs."""
    jumps = [
        one
        for one in Exercise.every()
        if one.plyometric and one.level <= _LEVEL and one.unit == "reps"
    ]
    jump = chance.choice(jumps)
    uppers = chance.sample(["push-up", "band row", "dumbbell overhead press"], 3)
    legs = chance.sample(["hip thrust", "goblet squat", "Romanian deadlift", "split squat"], 2)
    reps = ((jump.reps_min, jump.reps_max), (8, 12))
    leaping = Superset(jump, uppers[0], reps=reps, rest_s=max(45, jump.rest_s))
    hard = [Superset(leg, upper) for leg, upper in zip(legs, uppers[1:], strict=True)]
    late = Session([*hard, leaping]).reviews(_LEVEL)[2]
    said = next(reason.text for reason in late.reasons if reason.rule == "jumps_early")
    options = [
        Option(
            _title(pair),
            False,
            "then the jump comes on tired legs. "
            + next(
                reason.text
                for reason in Session([pair, leaping]).reviews(_LEVEL)[1].reasons
                if reason.rule == "jumps_early"
            ),
        )
        for pair in hard
    ]
    return _question(
        number,
        4,
        "Three supersets make a session. Which comes first?",
        [
            Option(_title(leaping), True, "jumps come fresh, before hard work for the legs."),
            *options,
            Option("the order does not matter", False, f"it does. At the end: {said}"),
        ],
        "Which exercise loses most when the legs are tired?",
    )


def _title(pair: Superset) -> str:
    return f"{pair.first.name} + {pair.second.name}"


def _rest(number: int, chance: Random) -> Choice:
    """Ask for the rest that a goal needs, by the table of doses."""
    goals = tables.load("dose_goals").dropna(subset=["rest_s_min"])
    rests = {
        str(goal): f"{low / 60:g} to {high / 60:g} min" if low >= 60 else f"{low:g} to {high:g} s"
        for goal, low, high in zip(goals.goal, goals.rest_s_min, goals.rest_s_max, strict=True)
    }
    article = article_session().supersets[0].rest_s
    asked = ("maximal strength", "hypertrophy", "novice, any", "power, light end")
    goal = chance.choice(asked)
    # what is given for strength by another book would be right, too
    wrong = [
        other
        for other in rests
        if rests[other] != rests[goal] and ("strength" not in other or "strength" not in goal)
    ]
    options = {rests[other]: other for other in wrong}
    good = goal == "hypertrophy"
    return _question(
        number,
        5,
        f"A runner trains for {_GOALS[goal]}. How long a rest between sets does the table of "
        "doses give?",
        [
            Option(
                rests[goal],
                True,
                f"a superset with {article} s rest is {'well made' if good else 'not made'} "
                "for that.",
            ),
            *(
                Option(rest, False, f"that is the rest for {_GOALS.get(other, other)}.")
                for rest, other in chance.sample(sorted(options.items()), 3)
            ),
        ],
        "The heavier or the faster, the longer.",
    )


_GOALS = {
    "maximal strength": "maximal strength",
    "hypertrophy": "bigger muscles (hypertrophy)",
    "novice, any": "any goal, as a beginner",
    "power, light end": "power with light weights",
}
