"""Tasks: judged from the model, kind and specific, and nothing gives the answer away."""

import json
from typing import Any

import pytest
from attrs import evolve

from runplan import PlanError, lessons
from runplan.lessons import editions
from runplan.lessons.boxes import QuizBox, TaskBox
from runplan.lessons.tasks import Choice, Feedback, Guess, Number, Option, SetTool, Task
from runplan.widgets import BodyMap

LESSONS = [path.name[:2] for path in editions.lessons()]
NUMBER = Number(
    id="x",
    objective=1,
    prompt="How long?",
    hints=(),
    answer=2.5,
    unit="s",
    why="so it is",
    low="count again",
    high="too many",
)


def tasks() -> list[Task]:
    return [task for number in LESSONS for task in lessons.lesson_tasks(number).values()]


def test_each_wrong_tick_is_told() -> None:
    asked = lessons.find_task("01.core")
    assert isinstance(asked, Choice)
    judged = asked.check([one.text for one in asked.options])
    for one in asked.options:
        assert (one.why in judged.text) is not one.right


def test_every_task_has_an_answer_tried(answers: Any) -> None:
    asked = {task.id for task in tasks() if not isinstance(task, Guess)}
    assert asked - set(answers.tried) == set(), "add them to tests/lessons/answers/"
    assert set(answers.tried) - asked == set()


def test_a_wrong_answer_fails_and_says_what_to_look_at(answered: str, answers: Any) -> None:
    wrong, words, _ = answers.tried[answered]
    box = answers.give(answered, wrong)
    assert box.feedback["right"] is False
    assert words in box.feedback["text"]


def test_a_right_answer_passes(answered: str, answers: Any) -> None:
    right = answers.tried[answered][2]
    assert answers.give(answered, right).feedback["right"] is True


@pytest.mark.parametrize("name", [task.id for task in tasks()])
def test_nothing_the_browser_gets_gives_the_answer_away(name: str, answers: Any) -> None:
    box, _ = answers.box(name)
    task = box.task
    sent = {key: value for key, value in box.get_state().items() if not key.startswith("_")}
    sent.pop("layout")
    told = json.dumps(sent) + box._repr_mimebundle_()[0]["text/plain"]
    if isinstance(task, Choice):
        for option in task.options:
            assert not option.why or option.why not in told
        assert sent["options"] == task.shown()
        assert set(sent["options"]) == {option.text for option in task.options}
    elif isinstance(task, Number):
        assert f"{task.answer:g}" not in told
    elif isinstance(task, SetTool):
        assert task.goal not in told
    assert not any(hint in told for hint in task.hints)


def test_hints_come_one_by_one() -> None:
    box = lessons.task("01.core")
    assert box.more_hints
    ladder = [box.hint(), box.hint()]
    assert tuple(ladder) == box.task.hints
    assert not box.more_hints
    assert box.hint() == ladder[-1]
    assert box.hints == ladder


def test_the_same_verdict_twice_is_news() -> None:
    box = lessons.task("01.widest")
    box.check(["trapezius"])
    first = box.feedback
    box.check(["trapezius"])
    assert box.feedback != first


def test_no_answer_is_kindly_refused() -> None:
    box = lessons.task("01.widest")
    assert box.check([]) == Feedback(None, "Choose an answer first.")
    number = TaskBox(NUMBER)
    assert number.check("").text == "Write a number first: how many s?"
    assert "Write one, in s" in number.check("many").text


def test_part_of_the_answer_says_how_many_are_missing() -> None:
    box = lessons.task("01.core")
    assert (
        box.check(["external oblique"]).text
        == "What you chose is right, and there is more to find."
    )
    told = box.check(["external oblique", "psoas major"]).text
    assert told.startswith("Psoas major: ")
    assert told.endswith("And something right is missing.")


def test_a_number_says_where_to_look_when_too_low_or_too_high() -> None:
    assert NUMBER.check("2,5").right  # a decimal comma is understood
    assert NUMBER.check("2.5 s").right
    assert NUMBER.check("2.5\N{NO-BREAK SPACE}%").right  # a unit is no reason to be wrong
    assert NUMBER.check("\N{MINUS SIGN}2.5").text == "Count again"  # as copied from a page
    assert "is not a number" in NUMBER.check("2.5 3").text
    assert NUMBER.check("2,500").right
    assert NUMBER.check(1).text == "Count again"
    assert NUMBER.check(3).text == "Too many"


@pytest.mark.parametrize("mark", [*",.' ", "\N{NO-BREAK SPACE}", ""])
def test_a_mark_between_thousands_is_understood(mark: str) -> None:
    load = evolve(NUMBER, answer=2017, tolerance=25, unit="AU")
    assert load.check(f"2{mark}017").right
    assert load.check(f"2{mark}024 AU").right
    assert load.check(f"1{mark}755").text == "Count again"
    assert load.check(f"2{mark}178").text == "Too many"


def test_an_answer_stays_when_the_page_comes_back() -> None:
    box = lessons.task("01.widest")
    box.set_state({"given": ["trapezius"]})
    assert box.get_state("given") == {"given": ["trapezius"]}


def test_a_verdict_on_a_tool_goes_when_the_tool_moves() -> None:
    body = BodyMap(muscle="gluteus_medius")
    box = lessons.task("01.level", body)
    assert box.check().right
    body.muscle = "soleus"
    assert box.feedback == {}


def test_a_guess_is_noted_not_judged() -> None:
    box = lessons.task("01.guess")
    assert box.check(["gluteus maximus"]).right is None
    assert box.feedback["text"].startswith("Kept.")
    assert box.kind == "guess"
    assert not box.more_hints


def test_an_unknown_task_names_the_nearest() -> None:
    with pytest.raises(PlanError, match=r"Did you mean 01\.widest"):
        lessons.task("01.widst")
    with pytest.raises(PlanError, match='There is no lesson "77"'):
        lessons.task("77.x")


def test_a_task_about_a_tool_asks_for_it() -> None:
    with pytest.raises(PlanError, match="judges a tool"):
        lessons.task("01.level")


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_quiz_has_one_right_answer_and_a_reason_for_every_wrong_one(
    lesson: str, seed: int
) -> None:
    for item in lessons.quiz_items(lesson, seed):
        texts = [option.text for option in item.options]
        assert len(set(texts)) == len(texts) >= 4
        (right,) = (option for option in item.options if option.right)
        assert item.check(right.text).right
        for option in item.options:
            assert len(option.why) > 10
            if not option.right:
                said = item.check(option.text)
                assert not said.right
                assert said.text.startswith(option.text[:1].upper() + option.text[1:])


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_same_seed_gives_the_same_paper_and_another_seed_another(lesson: str) -> None:
    assert lessons.quiz_items(lesson, 7) == lessons.quiz_items(lesson, 7)
    papers = {tuple(item.prompt for item in lessons.quiz_items(lesson, n)) for n in range(20)}
    assert len(papers) > 10


def test_a_quiz_is_shown_whole() -> None:
    items = lessons.quiz_items("01", 3)
    shown = QuizBox(items)._repr_mimebundle_()["text/plain"]
    assert all(item.prompt in shown for item in items)


def test_options_do_not_stand_in_the_order_written() -> None:
    """Right answers written first must not stay first."""
    firsts = [
        Choice(
            id=f"t{number}",
            objective=1,
            prompt="",
            hints=(),
            options=[Option(word, word == "a", "") for word in "abcd"],
        ).shown()[0]
        for number in range(40)
    ]
    assert set(firsts) == set("abcd")
