"""ExerciseExplorer in a real JupyterLab, by real keys and on the map."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

NAME = "exercises.ipynb"
CELLS = [
    "from runplan.widgets import ExerciseExplorer",
    "explorer = ExerciseExplorer(muscle='soleus', level=2, equipment='home'); explorer",
    "other = ExerciseExplorer(); other",
]


@pytest.fixture(scope="module", autouse=True)
def notebook(course: Path) -> None:
    cells = [
        {
            "cell_type": "code",
            "id": f"c{place}",
            "source": source,
            "metadata": {},
            "outputs": [],
            "execution_count": None,
        }
        for place, source in enumerate(CELLS)
    ]
    known = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    made = {"cells": cells, "metadata": known, "nbformat": 4, "nbformat_minor": 5}
    (course / NAME).write_text(json.dumps(made))


@pytest.fixture
def tool(lesson: Page) -> Locator:
    return lesson.locator(".runplan-tool").first


def test_a_step_harder_is_told_and_drawn(tool: Locator) -> None:
    exercise = tool.get_by_role("combobox", name="Exercise")
    expect(exercise).to_have_value("calf_raise")
    about = tool.get_by_role("region", name="The exercise")
    expect(about).to_contain_text("Standing calf raise")
    tool.get_by_role("button", name="Harder").press("Enter")
    expect(exercise).to_have_value("single_leg_calf_raise")
    expect(about).to_contain_text("Single-leg calf raise")
    expect(about.get_by_role("heading", name="Take care")).to_be_visible()


def test_a_list_grows_by_key_and_its_coverage_follows(tool: Locator) -> None:
    sentence = tool.locator("figcaption span").first
    expect(sentence).to_contain_text("0 exercises")
    tool.get_by_role("button", name="Add to the list").press("Enter")
    expect(sentence).to_contain_text("1 exercise, 6 sets")
    sets = tool.get_by_role("slider", name="Sets of each, a week")
    sets.press("ArrowRight")
    expect(sentence).to_contain_text("1 exercise, 7 sets")
    expect(tool.get_by_role("button", name="Add to the list")).to_be_disabled()


def test_boxes_open_more_exercises(tool: Locator) -> None:
    fits = tool.get_by_role("status").filter(has_text="fit.")
    before = fits.text_content()
    box = tool.get_by_role("group", name="At hand").get_by_role("checkbox", name="barbell")
    box.press("Space")
    expect(box).to_be_checked()
    tool.get_by_role("combobox", name="Muscle").select_option("")
    expect(fits).not_to_have_text(str(before))


def test_a_muscle_is_picked_on_the_map(tool: Locator) -> None:
    shin = tool.locator(".muscle[data-muscle=tibialis_anterior]").first
    shin.press("Enter")
    expect(tool.get_by_role("combobox", name="Muscle")).to_have_value("tibialis_anterior")
    expect(tool.get_by_role("combobox", name="Exercise")).to_have_value("tibialis_raise")
    expect(tool.locator(".runplan-named")).to_have_text("tibialis anterior")


def test_the_other_explorer_stays(tool: Locator, lesson: Page) -> None:
    other = lesson.locator(".runplan-tool").nth(1)
    expect(other.get_by_role("combobox", name="Muscle")).to_have_value("")
    expect(other.locator("figcaption span").first).to_contain_text("0 exercises")


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_axe_finds_nothing_serious(theme: str, tool: Locator, lesson: Page) -> None:
    lesson.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
    )
    light = str(theme.endswith("Light")).lower()
    lesson.locator(f"body[data-jp-theme-light={light}]").wait_for(state="attached")
    found = Axe().run(lesson, context=".runplan-tool").response["violations"]
    serious = [fault for fault in found if fault["impact"] in ("serious", "critical")]
    assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in serious] == []
