"""Tasks: judged from the model, kind and specific, and nothing gives the answer away."""

import json
from typing import Any

import pytest

from runplan import Muscle, PlanError, Stride, lessons
from runplan.lessons import editions
from runplan.lessons.boxes import QuizBox, TaskBox
from runplan.lessons.tasks import Choice, Feedback, Guess, Number, Option, SetTool, Task
from runplan.muscles import all_muscles
from runplan.widgets import BodyMap, StrideExplorer
from runplan.widgets.tool import Tool

LESSONS = [path.name[:2] for path in editions.lessons()]
# the tool that a lesson's tasks judge
TOOLS: dict[str, type[Tool]] = {"01": BodyMap, "02": StrideExplorer}
# task → (a wrong answer, words of its feedback, a right answer); a tool's answer is its traits
ANSWERS = {
    "01.core": (
        ["lumbar multifidus", "erector spinae"],
        "arms and upper body, as back",
        ["transversus abdominis", "external oblique", "lumbar multifidus"],
    ),
    "01.widest": (["trapezius"], "another name", ["latissimus dorsi"]),
    "01.level": (
        {"muscle": "gluteus_maximus"},
        "You picked the gluteus maximus",
        {"muscle": "gluteus_medius"},
    ),
    "01.trains": (
        ["standing calf raise"],
        "its prime movers: gastrocnemius",
        ["wall tibialis raise", "banded ankle dorsiflexion"],
    ),
    "02.alone": (["gastrocnemius"], "from 2 to 28 % (high)", ["soleus"]),
    "02.soleus": (["24"], "not its middle", ["8"]),
    "02.known": (
        ["tibialis anterior", "psoas major"],
        "numbers schematic",
        ["tibialis anterior", "gluteus medius"],
    ),
    "02.air": ({"stance_pct": 40}, "the two together 20 %", {"stance_pct": 30}),
}

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


def box_of(name: str) -> tuple[TaskBox, Tool]:
    tool = TOOLS[name[:2]]()
    judged = isinstance(lessons.find_task(name), SetTool)
    return lessons.task(name, tool if judged else None), tool


def answer(name: str, given: Any) -> TaskBox:
    """Answer as the browser does."""
    box, tool = box_of(name)
    if isinstance(box.task, SetTool):
        for trait, setting in given.items():
            setattr(tool, trait, setting)
    box._handle_custom_msg({"do": "check", "answer": given}, [])
    return box


def tasks() -> list[Task]:
    return [task for number in LESSONS for task in lessons.lesson_tasks(number).values()]


def test_every_task_has_an_answer_tried_here() -> None:
    assert set(ANSWERS) == {task.id for task in tasks() if not isinstance(task, Guess)}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_wrong_answer_fails_and_says_what_to_look_at(name: str) -> None:
    wrong, words, _ = ANSWERS[name]
    box = answer(name, wrong)
    assert box.feedback["right"] is False
    assert words in box.feedback["text"]


@pytest.mark.parametrize("name", ANSWERS)
def test_a_right_answer_passes(name: str) -> None:
    assert answer(name, ANSWERS[name][2]).feedback["right"] is True


@pytest.mark.parametrize("name", [task.id for task in tasks()])
def test_nothing_the_browser_gets_gives_the_answer_away(name: str) -> None:
    box, _ = box_of(name)
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
    box, _ = box_of("01.core")
    assert box.more_hints
    ladder = [box.hint(), box.hint()]
    assert tuple(ladder) == box.task.hints
    assert not box.more_hints
    assert box.hint() == ladder[-1]
    assert box.hints == ladder


def test_the_same_verdict_twice_is_news() -> None:
    box, _ = box_of("01.widest")
    box.check(["trapezius"])
    first = box.feedback
    box.check(["trapezius"])
    assert box.feedback != first


def test_no_answer_is_kindly_refused() -> None:
    box, _ = box_of("01.widest")
    assert box.check([]) == Feedback(None, "Choose an answer first.")
    number = TaskBox(NUMBER)
    assert number.check("").text == "Write a number first: how many s?"
    assert "Write one, in s" in number.check("many").text


def test_part_of_the_answer_says_how_many_are_missing() -> None:
    box, _ = box_of("01.core")
    assert box.check(["external oblique"]).text == "What you chose is right; 2 more to find."


def test_a_number_says_where_to_look_when_too_low_or_too_high() -> None:
    assert NUMBER.check("2,5").right  # a decimal comma is understood
    assert NUMBER.check(1).text == "count again"
    assert NUMBER.check(3).text == "too many"


def test_an_answer_stays_when_the_page_comes_back() -> None:
    box, _ = box_of("01.widest")
    box.set_state({"given": ["trapezius"]})
    assert box.get_state("given") == {"given": ["trapezius"]}


def test_a_verdict_on_a_tool_goes_when_the_tool_moves() -> None:
    box = answer("01.level", {"muscle": "gluteus_medius"})
    assert box.feedback["right"]
    box._tool.muscle = "soleus"
    assert box.feedback == {}


def test_a_guess_is_noted_not_judged() -> None:
    box, _ = box_of("01.guess")
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
                assert said.text.startswith(option.text)


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


def test_the_level_task_answers_every_muscle() -> None:
    task = lessons.find_task("01.level")
    for muscle in all_muscles():
        assert task.check(muscle).right is (muscle.id == "gluteus_medius")
    assert not task.check(None).right
    assert "Close" in task.check(Muscle.find("gluteus_minimus")).text


@pytest.mark.parametrize(("stance_pct", "way"), [(48, "shorter"), (31, "shorter"), (22, "longer")])
def test_the_air_task_says_which_way(stance_pct: float, way: str) -> None:
    judged = lessons.find_task("02.air").check(Stride(stance_pct))
    assert not judged.right
    assert f"Make the stance {way}" in judged.text


@pytest.mark.parametrize("seed", range(40))
def test_only_one_muscle_of_the_stride_quiz_works_at_its_moment(seed: int) -> None:
    """Many muscles work at once: the others are quiet then, and just before and after."""
    moment, bar, *_ = lessons.quiz_items("02", seed)
    pct = float(moment.prompt.partition(" % ")[0].rpartition(" ")[2])
    for around in (pct - 4, pct, pct + 4):
        works = {Muscle.find(muscle).short for muscle, _, _ in Stride().lit(around)}
        assert not works & {option.text for option in moment.options if not option.right}
    bars = {option.why.partition("works ")[2].partition(" (")[0] for option in bar.options}
    assert sum(span in bar.prompt for span in bars) == 1
