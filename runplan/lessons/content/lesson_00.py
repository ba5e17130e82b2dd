"""Lesson 00, start here: its tasks and its quiz are about the course itself."""

from collections.abc import Callable, Sequence
from random import Random

from runplan.lessons.layers import Case
from runplan.lessons.story import CASES
from runplan.lessons.tasks import Choice, Feedback, Guess, Number, Option, SetTool, Task
from runplan.moments import Moment
from runplan.season.wording import day
from runplan.stride import Stride
from runplan.tables import load_claims
from runplan.words import listed

OBJECTIVES = (
    "run a lesson, and wake it up again on another day",
    "move a control and read the sentence below a picture",
    "answer a question, with a hint where you need one",
    "choose the runner who goes through the course with you",
    "say which of the three ways into the course is yours",
)

_EASY = Stride()

# what people want → the command that does it; the question's reasons come from here
_WAYS = {
    "start": "it copies the lessons into a folder of your own and never overwrites your work",
    "lab": "it opens the lessons of a folder",
    "planner": "it opens the planning tool alone, without any code",
    "present": "it shows a lesson as slides with live controls",
    "quiz": "it prints a quiz on paper, with its key if you ask for it",
    "progress": "it says in words what was answered so far",
    "doctor": "it checks the installation and says what to do",
}
_WISHES = {
    "A student wants a folder of lessons to work in": "start",
    "A student wants to open the lessons again the next day": "lab",
    "A trainer wants to plan a runner's year and see no code": "planner",
    "An instructor wants to show lesson 5 to a class": "present",
    "An instructor wants to hand out the questions on paper": "quiz",
    "A student wants to know which objectives are still open": "progress",
    "Somebody's pictures do not show, and it is not clear why": "doctor",
}
# what to do in a lesson: question → the right thing
_DOING = {
    "You come back on another day, and no picture answers when you press its controls. "
    "What do you do?": "choose Run → Run All Cells",
    "You want to run one grey cell and go on to the next. What do you press?": "Shift + Enter",
    "You want to move a slider without a mouse. What do you press?": "Tab to it, then arrow keys",
    "You changed a number inside a grey cell. What makes it count?": "run that cell again",
}
_DOES = {
    "choose Run → Run All Cells": "it starts everything in the lesson anew, from top to bottom",
    "Shift + Enter": "it runs the cell where you are, and goes on to the next",
    "Tab to it, then arrow keys": "Tab goes from control to control, arrows move it",
    "run that cell again": "a cell counts as it was when it was last run",
}
_GRADES = {
    "V": "checked in published material",
    "K": "firmly known, but not looked up again",
    "U": "our own teaching choice",
}


def tasks() -> list[Task]:
    """Return the lesson's guess and its four tasks."""
    return [
        Guess(
            id="00.guess",
            objective=3,
            prompt="The course grew out of an article that makes "
            f"{len(load_claims())} claims about strength for runners. A guess: how many of them "
            "hold as they stand?",
            hints=(),
            options=_counted(),
            after="Kept. In lesson 3 you count them yourself.",
        ),
        SetTool(
            id="00.air",
            objective=2,
            prompt="With the slider above, stop the runner while both feet are in the air.",
            hints=(
                "Run on the spot: right foot, air, left foot, air. There are two such times.",
                "The sentence below the picture says where you are. Look for the word flight.",
            ),
            judge=_in_the_air,
            goal=f"just after {_EASY.stance_pct:g} % or just before 100 %: a flight",
        ),
        Number(
            id="00.leaves",
            objective=3,
            prompt="Now find the moment at which the right foot leaves the ground. The right leg "
            "is the one in colour. At how many percent of the stride is that?",
            hints=(
                "Start at 0 and go on until the foot of the coloured leg lifts off.",
                "The sentence below the picture changes from propulsion to first flight there.",
            ),
            answer=_EASY.stance_pct,
            tolerance=1,
            unit="% of the stride",
            low="There the right foot is still on the ground. Go on a little.",
            high="There it has left the ground already. Go back a little.",
            why=f"From there on the sentence says {_EASY.phase(_EASY.stance_pct + 1)}. Reading "
            "off by one would have counted too.",
        ),
        SetTool(
            id="00.runner",
            objective=4,
            prompt="In the tool above, show the runner who trains with nothing but a wall and a "
            "mat, and move the race to 10 October 2027: write the date beside the calendar "
            "and press Enter.",
            hints=(
                "Choose another runner in the list, and read what is said about each.",
                "The field is called Race date. Write 10 October 2027 there, then press Enter.",
            ),
            judge=_the_runner,
            goal="Emil, with the race on 2027-10-10",
        ),
        Choice(
            id="00.way",
            objective=5,
            prompt="A trainer has half an hour and wants a year for one runner, no lesson and no "
            "code. Which way in?",
            hints=("There are three ways in, and three kinds of people.",),
            options=[
                Option(f"runplan {name}", name == "planner", f"{_WAYS[name]}.")
                for name in ("start", "planner", "present")
            ],
        ),
    ]


def quiz(chance: Random) -> list[Choice]:
    """Return five questions; the same chance gives the same paper."""
    makers = (_doing, _sentence, _grade, _case, _way)
    return [make(number, chance) for number, make in enumerate(makers, 1)]


def _counted() -> list[Option]:
    """Return how many claims may hold, from most to fewest, the true one marked."""
    claims = load_claims()
    held = int((claims.verdict_class == "supported").sum())
    floors = {"nearly all": 0.85, "about two in three": 0.55, "fewer than half": 0.15}
    true = next((words for words, floor in floors.items() if held / len(claims) >= floor), "")
    why = f"{held} of {len(claims)} are supported as they stand."
    return [
        Option(words, words == (true or "hardly any"), why) for words in (*floors, "hardly any")
    ]


def _in_the_air(moment: Moment) -> Feedback:
    phase = moment.stride.phase(moment.pct)
    if moment.stride.flight(moment.pct):
        return Feedback(True, f"At {moment.pct:g} % the sentence says {phase}.")
    return Feedback(
        False, f"At {moment.pct:g} % the sentence says {phase}: one foot is on the ground. Go on."
    )


def _the_runner(case: Case) -> Feedback:
    name, races = case.runner.name, [str(race) for race in case.races]
    if case.runner.equipment != ("none",):
        return Feedback(
            False, f"{name} has more than that: {listed(case.runner.equipment)}. Choose another."
        )
    if races != ["2027-10-10"]:
        shown = listed([day(race) for race in case.races]) if races else "missing"
        return Feedback(
            False,
            f"{name} is right. The race is {shown} yet: write 10 October 2027, then press Enter.",
        )
    return Feedback(True, f"{name} has a new race, and the whole year moved with it.")


def _question(
    number: int, objective: int, prompt: str, options: Sequence[Option], hint: str
) -> Choice:
    return Choice(
        id=f"00.quiz{number}", objective=objective, prompt=prompt, hints=(hint,), options=options
    )


def _doing(number: int, chance: Random) -> Choice:
    prompt = chance.choice(list(_DOING))
    return _question(
        number,
        1,
        prompt,
        [Option(does, does == _DOING[prompt], f"{why}.") for does, why in _DOES.items()],
        "The box at the top of the lesson says it.",
    )


def _sentence(number: int, chance: Random) -> Choice:
    spoken = {_EASY.phase(pct): pct for pct in range(4, 100)}
    phase = chance.choice(list(spoken))
    wrong = chance.sample([other for other in spoken if other != phase], 3)
    moments = [pct for pct in range(3, 98) if {_EASY.phase(pct + d) for d in (-2, 2)} == {phase}]
    pct = chance.choice(moments or [spoken[phase]])
    return _question(
        number,
        2,
        f"The slider stands at {pct} %. What does the sentence below the picture say?",
        [
            Option(phase, True, f"at {pct} % it says so."),
            *(Option(other, False, f"it says so at {spoken[other]} %.") for other in wrong),
        ],
        "Move the slider there and read.",
    )


def _grade(number: int, chance: Random) -> Choice:
    letter = chance.choice(list(_GRADES))
    wrong = {f"{other}: {words}": words for other, words in _GRADES.items() if other != letter}
    return _question(
        number,
        2,
        f"A row of a table carries the letter {letter}. What does it say about the row?",
        [
            Option(f"it is {_GRADES[letter]}", True, f"that is what {letter} stands for."),
            *(Option(f"it is {words}", False, f"that is {told}.") for told, words in wrong.items()),
            Option("it is wrong", False, "a letter says how sure we are, not that a row is wrong."),
        ],
        "The three letters stand under Explain.",
    )


def _case(number: int, chance: Random) -> Choice:
    asked: dict[str, Callable[[Case], bool]] = {
        "has no equipment": lambda case: case.runner.equipment == ("none",),
        "is on the highest level": lambda case: case.runner.level == 3,
        "lives in the south": lambda case: case.hemisphere == "south",
        "has two races": lambda case: len(case.races) == 2,
        "trains in a gym": lambda case: case.runner.equipment == ("gym",),
        "has a race on 5 September 2027": lambda case: "2027-09-05" in map(str, case.races),
    }
    words = chance.choice(list(asked))
    return _question(
        number,
        4,
        f"Which runner of the course {words}?",
        [
            *(Option(case.runner.name, asked[words](case), _who(case)) for case in CASES),
            Option("none of them", False, "look at each of the three in the tool once more."),
        ],
        "Choose each of them in the tool and read.",
    )


def _who(case: Case) -> str:
    races = listed([day(race) for race in case.races])
    return (
        f"level {case.runner.level}, equipment: {listed(case.runner.equipment)}, "
        f"{case.hemisphere}, races on {races}."
    )


def _way(number: int, chance: Random) -> Choice:
    wish = chance.choice(list(_WISHES))
    right = _WISHES[wish]
    wrong = chance.sample([name for name in _WAYS if name != right], 3)
    return _question(
        number,
        5,
        f"{wish}. Which command?",
        [Option(f"runplan {name}", name == right, f"{_WAYS[name]}.") for name in (right, *wrong)],
        "Their names say what they do.",
    )
