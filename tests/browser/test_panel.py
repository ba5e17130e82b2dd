"""A panel's controls by real keys: a group of boxes, a choice that changes, a text in blocks."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

NAME = "panel.ipynb"
PANEL = """
from runplan.widgets.panel import Block, Choice, Panel, Several, Words

KIT = [("barbell", "barbell"), ("box", "box"), ("band", "band")]
CONTROLS = [
    Several(name="kit", label="At hand", options=KIT, noted=1),
    Choice(name="first", label="First", noted=0),
    Words(name="said", label="What that means", noted=2),
]

def show(kit):
    blocks = [
        Block("<b>bold</b> & plain", heading="Things", items=kit),
        Block("Nothing to lift.", level="warn"),
    ]
    panel.show(
        {"kit": kit, "first": kit[0] if kit else ""},
        {},
        {"said": blocks[: 1 if kit else 2], "first": [(k, k.upper()) for k in kit]},
    )

panel = Panel(CONTROLS, lambda moved: show(moved["kit"]) if "kit" in moved else None)
show(["box"])
panel
"""


@pytest.fixture(scope="module", autouse=True)
def notebook(course: Path) -> None:
    cell = {
        "cell_type": "code",
        "id": "panel",
        "source": PANEL,
        "metadata": {},
        "outputs": [],
        "execution_count": None,
    }
    known = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    made = {"cells": [cell], "metadata": known, "nbformat": 4, "nbformat_minor": 5}
    (course / NAME).write_text(json.dumps(made))


def test_boxes_are_named_and_ticked_by_key(lesson: Page) -> None:
    group = lesson.get_by_role("group", name="At hand")
    box, band = (group.get_by_role("checkbox", name=name, exact=True) for name in ("box", "band"))
    expect(box).to_be_checked()
    expect(band).not_to_be_checked()
    group.get_by_role("checkbox", name="barbell").focus()
    lesson.keyboard.press("Space")
    expect(lesson.get_by_role("listitem").filter(has_text="barbell")).to_be_visible()
    first = lesson.get_by_role("combobox", name="First")
    expect(first.locator("option")).to_have_text(["BARBELL", "BOX"])
    expect(first).to_have_value("barbell")
    lesson.keyboard.press("Tab")
    expect(box).to_be_focused()


def test_a_text_is_a_named_region_of_plain_words_and_keeps_its_room(lesson: Page) -> None:
    region = lesson.get_by_role("region", name="What that means")
    expect(region.get_by_role("heading", name="Things")).to_be_visible()
    expect(region).to_contain_text("<b>bold</b> & plain")
    before = region.bounding_box()
    for name in ("barbell", "box"):
        lesson.get_by_role("checkbox", name=name, exact=True).press("Space")
    expect(region.get_by_role("img", name="warn")).to_have_text("⚠")
    full = region.bounding_box()
    lesson.get_by_role("checkbox", name="band").press("Space")
    expect(region.get_by_role("img")).to_have_count(0)
    after = region.bounding_box()
    assert before
    assert full
    assert after
    assert after["height"] == full["height"] >= before["height"]


def test_axe_finds_nothing_serious(lesson: Page) -> None:
    found = Axe().run(lesson, context=".runplan-panel-of-controls").response["violations"]
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []
