"""Lesson 07 in a real JupyterLab: the week is changed by keys, and everything follows."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

NAME = "07_load_and_recovery.ipynb"


def tool(page: Page, place: int) -> Locator:
    found = page.locator(".runplan-tool").nth(place)
    found.scroll_into_view_if_needed()
    expect(found.locator(".runplan-picture").last).to_be_visible()
    return found


def turn(week: Locator, day: str, run: str) -> None:
    """Turn to a day, and wait until its run stands at the controls."""
    week.get_by_role("combobox", name="Day").select_option(day)
    group = week.get_by_role("group", name="Running on this day")
    slider = group.get_by_role("slider", name="Length")
    expect(slider).to_have_attribute("aria-valuetext", run)


def lift(week: Locator, value: str, key: str) -> None:
    """Press a key on the length of strength until it says a value."""
    group = week.get_by_role("group", name="Strength on this day")
    slider = group.get_by_role("slider", name="Length")
    for _ in range(60):
        if slider.get_attribute("aria-valuetext") == value:
            return
        slider.press(key)
    raise AssertionError(slider.get_attribute("aria-valuetext"))


def test_a_week_is_changed_by_keys(lesson: Page) -> None:
    week = tool(lesson, 0)
    coach = week.get_by_role("region", name="What a coach would say")
    expect(coach).to_contain_text("stands well beside running")
    turn(week, "Tuesday", "45 min")
    sliders = week.get_by_role("group", name="Running on this day")
    place = sliders.bounding_box()
    lift(week, "30 min", "ArrowRight")
    expect(coach).to_contain_text("Tue: strength on the day before the hard run on Wed")
    told = coach.bounding_box()
    assert place
    assert told
    assert sliders.bounding_box() == place  # what is said stands below and pushes nothing
    assert told["y"] > place["y"] + place["height"]
    expect(week.get_by_role("img").first).to_have_attribute(
        "aria-label", "2110 AU in 340 min: strength 910 AU in 130 min, running 1200 AU in 210 min; "
        "monotony 1.93 (sample standard deviation), strain 4073; too close to another session: "
        "Tue."
    )  # fmt: skip
    lift(week, "none", "ArrowLeft")
    expect(coach).to_contain_text("stands well beside running")


def test_the_curve_and_the_ratio_follow_their_controls(lesson: Page) -> None:
    curve = tool(lesson, 1)
    curve.get_by_role("combobox", name="Weeks in a row").select_option(
        "in steps, the last two weeks a taper"
    )
    expect(curve.get_by_text("best 3 days later").first).to_be_visible()
    slider = curve.get_by_role("slider", name="Fatigue fades in")
    slider.press("ArrowRight")
    expect(curve.get_by_text("fatigue in 8").first).to_be_visible()
    curve.get_by_role("button", name="The usual starting values").press("Enter")
    expect(slider).to_have_attribute("aria-valuetext", "7 days")
    ratio = tool(lesson, 2)
    ratio.get_by_role("combobox", name="Weeks in a row").select_option(
        "the same week, once twice as much"
    )
    expect(ratio.get_by_text("uncoupled 2.00").first).to_be_visible()


def test_the_task_with_the_week_is_judged_and_mended(lesson: Page) -> None:
    week = tool(lesson, 3)
    task = lesson.locator(".runplan-task", has_text="Leave the runs as they are")
    task.get_by_role("button", name="Check").click()
    expect(task).to_contain_text("Tue: strength on the day before the hard run")
    for day, run, value, key in (
        ("Tuesday", "45 min", "none", "ArrowLeft"),
        ("Monday", "none", "50 min", "ArrowRight"),
        ("Wednesday", "60 min", "none", "ArrowLeft"),
        ("Thursday", "none", "50 min", "ArrowRight"),
    ):
        turn(week, day, run)
        lift(week, value, key)
    mended = re.compile("strength 700 AU in 100 min.*strain 3296[.]$")
    expect(week.get_by_role("img").first).to_have_attribute("aria-label", mended)
    task.get_by_role("button", name="Check").click()
    expect(task).to_contain_text("Right. Strength on Mon and Thu")


def test_axe_finds_nothing_serious(lesson: Page) -> None:
    found = Axe().run(lesson, context=".runplan-tool").response["violations"]
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []
