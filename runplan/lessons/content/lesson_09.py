"""Lesson 09, case studies: its tasks and its quiz."""

from collections.abc import Callable
from random import Random
from typing import Any

from runplan.lessons.briefs import BRIEFS, brief
from runplan.lessons.cases import SPOILS, spoiled
from runplan.lessons.tasks import Choice, Feedback, Guess, Option, SetTool, Task
from runplan.plan import Plan

OBJECTIVES = (
    "read a runner's wishes as criteria that a plan can be held against",
    "make a plan for a beginner without equipment",
    "make a plan for a spring marathon in the southern hemisphere",
    "make a plan with two A races",
    "say which criterion a plan misses, and what to look at",
)


def tasks() -> list[Task]:
    """Return the lesson's guess and its four tasks."""
    return [
        Guess(
            id="09.guess",
            objective=1,
            prompt="One of the three runners has read that weights should be light in the months "
            "of racing. A guess before you begin: what do trials support?",
            hints=(),
            options=[
                Option("light weights, as he has read", False, ""),
                Option("fewer sets, the weight kept", True, ""),
                Option("no strength at all until the race is over", False, ""),
                Option("more of everything, the race is near", False, ""),
            ],
            after="Kept. The second brief is about it.",
        ),
        Choice(
            id="09.read",
            objective=1,
            prompt="Read Tane's words once more. Which of these are criteria that a plan can be "
            "held against? Choose all.",
            several=True,
            hints=(
                "A criterion can be looked up in the plan: it holds or it does not.",
                "One of them is an opinion that the evidence does not carry.",
            ),
            options=[
                Option(
                    "the race is on 10 October 2027", True, "the season has this race or has not."
                ),
                Option(
                    "strength on Monday and Friday only", True, "the plan's days can be read off."
                ),
                Option(
                    "nothing heavy on the day before Wednesday and Sunday",
                    True,
                    "the hard runs are known, so the days before them are too.",
                ),
                Option(
                    "light weights in the months of racing",
                    False,
                    "that is what he has read; trials support fewer sets with the weight kept. A "
                    "coach tells him so, and the rubric holds the opposite.",
                ),
                Option(
                    "he should enjoy it",
                    False,
                    "true, and worth asking each week; but no plan can be looked up for it.",
                ),
            ],
        ),
        *map(_made, BRIEFS, range(2, 5)),
    ]


def _made(one: Any, objective: int) -> SetTool:
    return SetTool(
        id=f"09.{one.id}",
        objective=objective,
        prompt=f"{one.title}: make the plan.",
        story=one.story,
        hints=(
            "Go through the words one by one: runner and days first, then the year.",
            "Check says what to look at first, and below it which criteria hold. Mend one thing, "
            "and check again.",
        ),
        judge=_judge(one.id),
        goal="A good plan " + "; ".join(criterion.wants for criterion in one.criteria) + ".",
    )


def _judge(name: str) -> Callable[[Any], Feedback]:
    return lambda plan: brief(name).judge(plan).feedback()


def quiz(chance: Random) -> list[Choice]:
    """Return five questions on plans that miss one criterion; the same chance, the same paper."""
    pool = [(name, how) for name, several in SPOILS.items() for how in several]
    return [_missed(number, *pair, chance) for number, pair in enumerate(chance.sample(pool, 5), 1)]


def _missed(number: int, name: str, how: str, chance: Random) -> Choice:
    """Ask which criterion a plan misses."""
    one = brief(name)
    plan = spoiled(name, how)
    (missed,) = one.judge(plan).unmet
    others = [criterion for criterion in one.criteria if criterion.id != missed]
    right = next(criterion for criterion in one.criteria if criterion.id == missed)
    options = [Option(right.wants, True, right.fault(plan))]
    options += [
        Option(criterion.wants, False, "this one holds in the plan that is described.")
        for criterion in chance.sample(others, 3)
    ]
    return Choice(
        id=f"09.quiz{number}",
        objective=5,
        prompt=f"{one.title}, and a plan for it. {_told(plan)} Which criterion is missed: a good "
        "plan …",
        hints=("Hold each of the four against the description.",),
        options=options,
    )


def _told(plan: Plan) -> str:
    """Describe a plan by all that a rubric looks at."""
    season, runner = plan.season, plan.runner
    race = season.phase("competition")
    moved = " ".join(f"{change}." for change in plan.changes)
    return (
        f"{runner.describe()} {season.describe()} Seasons as in the {season.hemisphere}; in "
        f"competition {race.intensity_pct_1rm[0]:g}–{race.intensity_pct_1rm[1]:g} % 1RM. {moved}"
    ).strip()
