"""Lesson 03, why strength: its tasks and its quiz."""

from collections.abc import Sequence
from random import Random

from attrs import evolve

from runplan.evidence import Effect, Forest, claim, effect
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

# a result that we made, in the metric of a published one: its numbers cannot both be right
_MADE = evolve(effect("E11"), effect=-0.15, ci_low=-0.94, ci_high=0.22)
# what an interval allows, as an answer
_ALLOWS = {
    "good": "a benefit: no effect is ruled out",
    "open": "neither: no effect is still possible",
    "wrong": "a harm: no effect is ruled out, on the wrong side",
    "misfit": "nothing: the estimate does not fit its interval",
}
# all that is known of a sentence that is graded in a task, and its grade
_ISOMETRIC = effect("E05")
_GRADE = "insufficient"
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
            prompt="A magazine writes: pushing against something that does not move (isometric "
            "training) makes running cheaper. All that our table has on it is "
            f"{_numbers(_ISOMETRIC)}, a change in %, in {_ISOMETRIC.population}. "
            "Grade the sentence of the magazine.",
            hints=(
                "Which side is good, when running is to get cheaper? Then look where the interval "
                "ends, on both sides.",
                "Has anybody shown it? Has anybody shown the opposite?",
            ),
            options=[
                Option(plain(word), word == _GRADE, f"{why}.")
                for word, why in _graded_why().items()
            ],
        ),
        Choice(
            id="03.newsletter",
            objective=3,
            prompt="A coach writes six sentences for the club's newsletter. Which does the "
            "evidence carry? Choose all.",
            several=True,
            hints=(
                "Three of the six are about injuries: read those studies first.",
                "A sentence about runners needs a study of runners, and an interval that does not "
                "hold no effect.",
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
            prompt=f"We made this result: g {_signed(_MADE.effect)}, interval "
            f"{_signed(_MADE.ci_low)} to {_signed(_MADE.ci_high)}. The two cannot both be right. "
            "If the interval is, what is the estimate?",
            hints=(
                "In the middle, as far from one end as from the other.",
                "Add the two ends, and halve the sum. Mind the minus.",
            ),
            answer=round(_MADE.middle, 3),
            tolerance=0.006,
            unit="g",
            low="Your number is too far down. Take the two ends, add them, and halve the sum.",
            high="Your number is too far up, or has lost its minus. Add the two ends, and halve "
            "the sum.",
            why=f"Half-way between {_signed(_MADE.ci_low)} and {_signed(_MADE.ci_high)}. So "
            f"{_signed(_MADE.effect)} cannot stand there, although it lies inside the interval.",
        ),
    ]


def quiz(chance: Random) -> list[Choice]:
    """Return five questions made from the tables; the same chance gives the same paper."""
    makers = (_allows, _runners, _graded, _shown, _misfit)
    return [make(number, chance) for number, make in enumerate(makers, 1)]


def _signed(number: float) -> str:
    return f"{number:g}".replace("-", "−")


def _read(name: str) -> str:
    """Return an effect, read aloud, as a reason."""
    one = effect(name)
    return one.told()


def _because(name: str) -> str:
    one = claim(name)
    return f"{one.reason} ({one.id}: {plain(one.verdict_class)})."


def _goal() -> str:
    found = [one for one in every_effect() if one.finding == "wrong"]
    return " or ".join(f"{one.study}, {one.outcome} ({one.metric})" for one in found)


def _on_the_wrong_side(forest: Forest) -> Feedback:
    if not forest.marked:
        return Feedback(None, 'Nothing is chosen yet under "Read one effect aloud".')
    one = effect(forest.marked)
    if one.finding == "wrong":
        return Feedback(True, _read(one.id))
    looks = {
        "good": "it lies on the good side. Look for a diamond.",
        "open": f"its interval holds {one.none}, so no effect is still possible. Look for a "
        "diamond.",
        "misfit": "its interval contradicts its own estimate, so it tells nothing.",
        "no interval": "it has no interval, so it lies on no side.",
        "no number": "it has no number, so it lies on no side.",
    }
    return Feedback(False, f"You chose {one.study}: {looks[one.finding]}")


def _graded_why() -> dict[str, str]:
    """Return for each verdict why it is, or is not, the grade of the sentence."""
    _, low, high = _ISOMETRIC.numbers()
    return {
        "supported": f"the interval reaches from {low} to {high}: no effect is still possible",
        "partly": "that needs a part, or some people, for whom it was shown; there is one result, "
        "and it shows nothing",
        "simplified": "that needs a true core; this could be a gain, nothing, or a loss",
        _GRADE: "the estimate lies on the good side, and the interval still allows nothing or a "
        "loss. Plausible, weakly tested: not the same as wrong",
        "not_supported": "then the evidence would speak against it; here the estimate even lies on "
        "the good side",
    }


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
    """Ask which of some published results we have changed, all of them ratios or none."""
    sound = _with_interval("good", "wrong", "open")
    ratio = chance.choice((True, False, False))
    few = chance.sample([one for one in sound if one.ratio == ratio], 4)
    changed = chance.choice(few)
    wrong = chance.choice(_misprints(changed))
    by = " of a ratio" if ratio else ""
    return _question(
        number,
        4,
        f"Four results{by} from our table; in one of them we have changed the estimate. Which one "
        "cannot be right?",
        [
            Option(_bare(wrong), True, f"{_middle(one)}; {_estimate(wrong)} does not stand there.")
            if one is changed
            else Option(_bare(one), False, f"{_middle(one)}: the estimate fits.")
            for one in few
        ],
        "The middle of a ratio's interval: multiply the ends and take the root."
        if ratio
        else "The middle of an interval: add the ends and halve the sum.",
    )


def _misprints(one: Effect) -> list[Effect]:
    """Return an effect with misprints that its interval betrays: on the other side, off middle."""
    places = len(one.numbers()[0].partition(".")[2])
    other = 1 / one.effect if one.ratio else -one.effect
    halves = evolve(one, ci_high=one.middle), evolve(one, ci_low=one.middle)
    numbers = other, *(half.middle for half in halves)
    made = [evolve(one, effect=round(number, places)) for number in numbers]
    return [wrong for wrong in made if not wrong.fits]


def _bare(one: Effect) -> str:
    number, low, high = one.numbers()
    return f"{one.metric} {number} ({low} to {high})"


def _estimate(one: Effect) -> str:
    return one.numbers()[0]


def _middle(one: Effect) -> str:
    return f"the middle of this interval is {_signed(float(f'{one.middle:.3g}'))}"
