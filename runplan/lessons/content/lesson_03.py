"""Lesson 03, why strength: its tasks and its quiz."""

from collections.abc import Sequence
from random import Random

from runplan.evidence import Effect, Forest, claim, effect
from runplan.evidence.claims import VERDICTS
from runplan.evidence.effects import every_effect
from runplan.evidence.forest import of_runners
from runplan.lessons.tasks import Choice, Feedback, Guess, Number, Option, SetTool, Task
from runplan.tables import load_claims
from runplan.words import plain

OBJECTIVES = (
    "read a forest plot: which side is good, and what an interval allows",
    "grade a claim by its evidence",
    "say what strength training does and does not do for economy, speed and injuries",
    "see when published numbers cannot both be right",
)

_GRADED = "C37"  # the claim that is graded in a task
_MISPRINT = "E13"
# what an interval allows, as an answer
_ALLOWS = {
    "good": "a benefit: the interval leaves no effect out",
    "open": "neither: no effect stays possible",
    "wrong": "a harm: the interval leaves no effect out, on the wrong side",
    "misfit": "nothing: the estimate does not fit its interval",
}
# what can be heard about strength for runners → the claim or effect that decides it
_HOLDS = {
    "heavy weights make running a little cheaper": "E06",
    "time trials tend to get a little faster": "C02",
    "heavy loading makes tendons stiffer": "C38",
    "one session a week can keep strength that is there": "C33",
}
_DOES_NOT_HOLD = {
    "the VO2max rises": "C27",
    "the running technique gets better": "C01",
    "more power turns into as much speed": "C36",
    "a runner can then handle more kilometres": "C37",
    "a strong core makes running cheaper": "C16",
    "whoever does it gets hurt much less": "C03",
}


def tasks() -> list[Task]:
    """Return the lesson's guess and its four tasks."""
    return [
        Guess(
            id="03.guess",
            objective=3,
            prompt="A runner adds strength training for a few months. What is best supported by "
            "trials?",
            hints=(),
            options=[
                Option("running gets cheaper: a better economy", True, ""),
                Option("the heart gets stronger: a higher VO2max", False, ""),
                Option("fewer injuries", False, ""),
                Option("a better running technique", False, ""),
            ],
            after="Kept. Look for it among the forest plots, and later among the verdicts.",
        ),
        SetTool(
            id="03.wrong_side",
            objective=1,
            prompt="Somewhere in these plots is a result that every coach should know: its "
            "interval lies wholly on the wrong side. Find one, and choose it under "
            '"Read one effect aloud".',
            hints=(
                "It is drawn as a diamond. None is about running economy.",
                "Try injury, and look through its metrics one by one.",
            ),
            judge=_on_the_wrong_side,
            goal=_goal(),
        ),
        Choice(
            id="03.grade",
            objective=2,
            prompt=f"Grade this claim of the article: {claim(_GRADED).claim}. No trial has "
            "tested it; it sounds sensible. Which verdict does it get?",
            hints=(
                "Nobody has shown it, and nobody has shown the opposite.",
                "Which verdict says: not the same as wrong?",
            ),
            options=[_verdict(word) for word in VERDICTS],
        ),
        Choice(
            id="03.newsletter",
            objective=3,
            prompt="A coach writes six sentences for the club's newsletter. Which does the "
            "evidence carry? Choose all.",
            several=True,
            hints=(
                "Three of the six are about injuries: read those studies first.",
                "A sentence about runners needs a study of runners, and an interval that leaves "
                "no effect out.",
            ),
            options=[
                Option("Heavy weights make running a little cheaper.", True, _read("E06")),
                Option(
                    "Supervised hip and core work lowered injuries in novice runners.",
                    True,
                    _read("E26"),
                ),
                Option("Strength training raises the VO2max.", False, _because("C27")),
                Option("More power turns directly into speed.", False, _because("C36")),
                Option(
                    "Ten minutes of exercises, done alone, keep injuries away.", False, _read("E29")
                ),
                Option(
                    "Ankle and foot exercises cannot hurt a novice runner.", False, _read("E27")
                ),
            ],
        ),
        Number(
            id="03.middle",
            objective=4,
            prompt="A published interval of g runs from "
            f"{_signed(effect(_MISPRINT).interval[0])} to "
            f"{_signed(effect(_MISPRINT).interval[1])}. Where would its estimate have to stand?",
            hints=(
                "In the middle, as far from one end as from the other.",
                "Add the two ends, and halve the sum. Mind the minus.",
            ),
            answer=round(effect(_MISPRINT).middle, 3),
            tolerance=0.006,
            unit="g",
            low="Your number is too far down. Take the two ends, add them, and halve the sum.",
            high="Your number is too far up, or has lost its minus. Add the two ends, and halve "
            "the sum.",
            why=f"The paper prints {_signed(effect(_MISPRINT).effect)} beside it: outside the "
            "interval, and one of the two must be a misprint. So the interval is not used.",
        ),
    ]


def quiz(chance: Random) -> list[Choice]:
    """Return six questions made from the tables; the same chance gives the same paper."""
    makers = (_allows, _clear, _runners, _graded, _shown, _misfit)
    return [make(number, chance) for number, make in enumerate(makers, 1)]


def _signed(number: float) -> str:
    return f"{number:g}".replace("-", "−")


def _read(name: str) -> str:
    """Return an effect, read aloud, as a reason."""
    one = effect(name)
    return one.describe().removesuffix(f" [{one.ref}]")


def _because(name: str) -> str:
    one = claim(name)
    return f"{one.reason} ({one.id}: {plain(one.verdict_class)})."


def _goal() -> str:
    found = [one for one in every_effect() if one.finding == "wrong"]
    return " or ".join(f"{one.study}, {one.outcome} ({one.metric})" for one in found)


def _on_the_wrong_side(forest: Forest) -> Feedback:
    if not forest.marked:
        return Feedback(False, 'Nothing is chosen yet under "Read one effect aloud".')
    one = effect(forest.marked)
    if one.finding == "wrong":
        return Feedback(True, _read(one.id))
    looks = {
        "good": "it lies on the good side. Look for a diamond.",
        "open": f"it crosses the line of no effect, at {one.none}. Look for a diamond.",
        "misfit": "its interval contradicts its own estimate, so it tells nothing.",
        "no interval": "it has no interval, so it lies on no side.",
        "no number": "it has no number, so it lies on no side.",
    }
    return Feedback(False, f"You chose {one.study}: {looks[one.finding]}")


def _verdict(word: str) -> Option:
    one = claim(_GRADED)
    meaning = VERDICTS[word]
    if word == one.verdict_class:
        return Option(plain(word), True, f"{meaning}. {one.id}: {one.verdict}, {one.reason}.")
    return Option(
        plain(word), False, f"that would mean: {meaning}. Here the reason is: {one.reason}."
    )


def _question(
    number: int, objective: int, prompt: str, options: Sequence[Option], hint: str
) -> Choice:
    return Choice(
        id=f"03.quiz{number}", objective=objective, prompt=prompt, hints=(hint,), options=options
    )


def _numbers(one: Effect) -> str:
    number, low, high = one.numbers()
    return f"{one.study}: {one.metric} {number} ({low} to {high})"


def _with_interval(*findings: str) -> list[Effect]:
    return [one for one in every_effect() if one.finding in findings]


def _allows(number: int, chance: Random) -> Choice:
    """Ask what an effect's interval allows; each finding is as likely as the others."""
    finding = chance.choice(("good", "open", "wrong"))
    one = chance.choice(_with_interval(finding))
    side = f"{'above' if one.good_above else 'below'} {one.none}"
    return _question(
        number,
        1,
        f"{_numbers(one)}, about {one.outcome}; good is {side}. What does it allow us to say?",
        [
            Option(words, key == finding, one.verdict() if key == finding else _why_not(key, one))
            for key, words in _ALLOWS.items()
        ],
        f"Where does the interval lie, seen from {one.none}?",
    )


def _why_not(finding: str, one: Effect) -> str:
    _, low, high = one.numbers()
    if finding == "misfit":
        return "the estimate stands in the middle of its interval, as far as rounding tells."
    return f"the interval runs from {low} to {high}, and {one.none} means no effect."


def _clear(number: int, chance: Random) -> Choice:
    """Ask which interval leaves no effect out; all four are good on the same side."""
    way = chance.choice(("negative", "positive"))
    group = [one for one in _with_interval("good", "open") if one.benefit_direction == way]
    right = chance.choice([one for one in group if one.finding == "good"])
    wrong = chance.sample([one for one in group if one.finding == "open"], 3)
    side = f"{'above' if right.good_above else 'below'} {right.none}"
    return _question(
        number,
        1,
        f"Good is {side}. Which of these intervals leaves no effect out?",
        [
            Option(_numbers(right), True, right.verdict()),
            *(Option(_numbers(one), False, one.verdict()) for one in wrong),
        ],
        f"Which of them does not hold {right.none}?",
    )


def _runners(number: int, chance: Random) -> Choice:
    people = {one.population: one for one in every_effect()}
    runners = [one for one in people.values() if of_runners(one)]
    others = [one for one in people.values() if not of_runners(one)]
    right = chance.choice(runners)
    return _question(
        number,
        2,
        "You want to know what helps runners. Which of these studies looked at runners?",
        [
            Option(_done(right), True, f"it studied {right.population}."),
            *(
                Option(_done(one), False, f"it studied {one.population}.")
                for one in _unlike(chance, others, 3)
            ),
        ],
        "Look at the second line of each row in the forest plots.",
    )


def _done(one: Effect) -> str:
    return f"{one.study}: {one.intervention}"


def _unlike(chance: Random, effects: Sequence[Effect], count: int) -> list[Effect]:
    """Return some effects of different studies."""
    studies = {one.study: one for one in chance.sample(effects, len(effects))}
    return list(studies.values())[:count]


def _graded(number: int, chance: Random) -> Choice:
    """Ask for a claim with a verdict; the others are far from it."""
    claims = load_claims()
    ours = claims[claims.section.isin(["intro", "04", "05", "06", "07"])]
    ours = ours[~ours.reason.str.startswith("see ")]  # a reason must stand alone
    asked, far = chance.choice(
        [("supported", ("simplified", "insufficient")), ("insufficient", ("supported", "partly"))]
    )
    right = ours[ours.verdict_class == asked].sample(1, random_state=chance.randrange(10**6))
    wrong = ours[ours.verdict_class.isin(far)].sample(3, random_state=chance.randrange(10**6))
    return _question(
        number,
        2,
        f'Which of these claims of the article gets the verdict "{asked}"?',
        [
            Option(claim(name).claim, claim(name).verdict_class == asked, _because(name))
            for name in (*right.id, *wrong.id)
        ],
        "Find them in the tool, or ask of each: who has shown it, and in whom?",
    )


def _shown(number: int, chance: Random) -> Choice:
    right = chance.choice(list(_HOLDS))
    wrong = chance.sample(list(_DOES_NOT_HOLD), 3)
    return _question(
        number,
        3,
        "What may a coach say of strength training for runners?",
        [
            Option(right, True, _decides(_HOLDS[right])),
            *(Option(words, False, _decides(_DOES_NOT_HOLD[words])) for words in wrong),
        ],
        "Three of them are hopes.",
    )


def _decides(name: str) -> str:
    return _read(name) if name.startswith("E") else _because(name)


def _misfit(number: int, chance: Random) -> Choice:
    """Ask for the misprint among effects of its own kind, all of them ratios or none."""
    right = chance.choice(_with_interval("misfit"))
    sound = [one for one in _with_interval("good", "open") if one.ratio == right.ratio]
    middle = f"the middle of the interval is {_signed(float(f'{right.middle:.3g}'))}"
    by = " by factors" if right.ratio else ""
    return _question(
        number,
        4,
        f"Three of these published results are in order. Which one cannot be right? (The estimate "
        f"stands in the middle of its interval{by}.)",
        [
            Option(
                _numbers(right), True, f"{middle}{by}, the estimate is {_signed(right.effect)}."
            ),
            *(
                Option(
                    _numbers(one),
                    False,
                    f"the middle{by} is {_signed(float(f'{one.middle:.3g}'))}: the estimate fits.",
                )
                for one in chance.sample(sound, 3)
            ),
        ],
        "Find the middle of each interval: multiply the ends and take the root."
        if right.ratio
        else "Find the middle of each interval: add the ends and halve the sum.",
    )
