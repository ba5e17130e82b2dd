"""A lesson as slides in a browser: keys, live controls, notes in a second window."""

import re
from collections.abc import Iterator

import nbformat
import pytest
from playwright.sync_api import Browser, Page, expect

from runplan.lessons import serving
from runplan.lessons.editions import lesson, read
from runplan.lessons.slides import deck


@pytest.fixture(scope="module")
def slides(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    notebook = tmp_path_factory.mktemp("deck") / "lesson.ipynb"
    nbformat.write(deck(read(lesson(2))), notebook)
    command = serving.voila(
        notebook, "runplan-slides", "--VoilaConfiguration.strip_sources=False", "--Voila.port=8950"
    )
    with serving.server(command, RUNPLAN_LOOK="projector") as (_, address):
        context = browser.new_context(viewport={"width": 1280, "height": 720})
        page = context.new_page()
        asked: list[str] = []
        errors: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.goto(address, timeout=120_000)
        page.locator(".slide .runplan-picture svg").first.wait_for(state="attached", timeout=60_000)
        page.locator(".slide .runplan-task").last.wait_for(state="attached", timeout=60_000)
        yield page
        context.close()
    assert errors == []
    assert [
        url for url in asked if not re.match(r"(http|ws)://127\.0\.0\.1|data:|blob:", url)
    ] == []


@pytest.fixture(autouse=True)
def first(slides: Page) -> None:
    slides.keyboard.press("Escape")
    slides.keyboard.press("Home")
    expect(slides.locator("#number")).to_have_text(re.compile(r"^1 /"))


def tool_slide(slides: Page) -> int:
    """Go to the first slide with a live tool and return its number."""
    return go(slides, "slide => slide.querySelector('input[type=range]')")


def go(slides: Page, wanted: str) -> int:
    """Go to the first slide for which a JavaScript function holds, and return its number."""
    place: int = 1 + slides.evaluate(
        f"[...document.querySelectorAll('.slide')].findIndex({wanted})"
    )
    slides.evaluate("number => (location.hash = number)", str(place))
    expect(slides.locator("#number")).to_have_text(re.compile(rf"^{place} /"))
    return place


def test_arrows_and_a_clicker_turn_the_slides(slides: Page) -> None:
    number = slides.locator("#number")
    slides.keyboard.press("ArrowRight")
    expect(number).to_have_text(re.compile(r"^2 /"))
    slides.keyboard.press("PageDown")
    expect(number).to_have_text(re.compile(r"^3 /"))
    slides.keyboard.press("PageUp")
    slides.keyboard.press("ArrowLeft")
    expect(number).to_have_text(re.compile(r"^1 /"))
    slides.get_by_role("button", name="Next slide").click()
    expect(number).to_have_text(re.compile(r"^2 /"))


def test_only_the_slide_in_front_is_seen_and_reached(slides: Page) -> None:
    assert slides.locator(".slide.now").count() == 1
    assert slides.locator(".slide:not(.now):not([inert])").count() == 0
    expect(slides.locator(".slide.now")).to_be_visible()
    expect(slides.locator(".slide:not(.now)").first).not_to_be_visible()


def test_a_slider_that_has_the_focus_keeps_its_keys(slides: Page) -> None:
    at = tool_slide(slides)
    slider = slides.locator(".slide.now").get_by_role("slider", name="Moment of the stride")
    picture = slides.locator(".slide.now .runplan-picture svg").first
    slider.focus()
    before = picture.get_attribute("aria-label")
    slides.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "11 %")
    expect(picture).not_to_have_attribute("aria-label", before or "")
    expect(slides.locator("#number")).to_have_text(re.compile(rf"^{at} /"))
    # a clicker still turns, and Escape gives the arrows back
    slides.keyboard.press("Escape")
    slides.keyboard.press("ArrowRight")
    expect(slides.locator("#number")).to_have_text(re.compile(rf"^{at + 1} /"))
    slides.keyboard.press("ArrowLeft")
    slider.focus()
    slides.keyboard.press("PageDown")
    expect(slides.locator("#number")).to_have_text(re.compile(rf"^{at + 1} /"))


def test_a_picture_fills_the_screen_and_goes_on_moving(slides: Page) -> None:
    tool_slide(slides)
    slide = slides.locator(".slide.now")
    pictures = slide.locator(".runplan-picture")
    slider = slide.get_by_role("slider", name="Moment of the stride")
    slider.focus()
    before = pictures.first.bounding_box()
    slides.keyboard.press("z")
    expect(pictures.first).to_have_class(re.compile("large"))
    after, size = pictures.first.bounding_box(), slides.viewport_size
    assert before
    assert after
    assert size
    assert after["width"] == size["width"] > 2 * before["width"]
    said = pictures.first.locator("svg").get_attribute("aria-label")
    slides.keyboard.press("ArrowRight")
    expect(pictures.first.locator("svg")).not_to_have_attribute("aria-label", said or "")
    for _ in range(pictures.count()):
        slides.keyboard.press("z")
    expect(slide.locator(".large")).to_have_count(0)
    slides.keyboard.press("z")
    slides.keyboard.press("Escape")
    expect(slide.locator(".large")).to_have_count(0)


def test_code_waits_for_its_key(slides: Page) -> None:
    tool_slide(slides)
    code = slides.locator(".slide.now .jp-CodeCell .jp-Cell-inputWrapper").first
    expect(code).to_be_hidden()
    slides.keyboard.press("c")
    expect(code).to_be_visible()
    slides.keyboard.press("c")
    expect(code).to_be_hidden()


def test_a_quiz_asks_one_question_at_a_time(slides: Page) -> None:
    go(slides, "slide => slide.querySelectorAll('.runplan-task').length > 2")
    shown = slides.locator(".slide.now .runplan-task:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("Question 1 of")
    slides.keyboard.press("ArrowRight")
    expect(shown).to_contain_text("Question 2 of")
    slides.keyboard.press("ArrowLeft")
    expect(shown).to_contain_text("Question 1 of")


def test_notes_and_minutes_stand_in_a_second_window(slides: Page) -> None:
    assert slides.locator(".slide.now .speaker:visible").count() == 0
    with slides.expect_popup() as opened:
        slides.keyboard.press("n")
    notes = opened.value
    slides.keyboard.press("ArrowRight")
    expect(notes.locator("body")).to_contain_text("Slide 2 of")
    expect(notes.locator("body")).to_contain_text("Instructor · 3 min.")
    expect(notes.locator("body")).to_contain_text("Next: Predict")
    expect(notes.locator("body")).to_contain_text("slides 1 to 2 together")
    expect(notes.locator("#clock")).to_contain_text("min since the start")
    notes.keyboard.press("ArrowRight")
    expect(slides.locator("#number")).to_have_text(re.compile(r"^3 /"))
    notes.close()


def test_the_slide_of_a_tool_has_its_lesson_s_heading_and_notes(slides: Page) -> None:
    at = tool_slide(slides)
    with slides.expect_popup() as opened:
        slides.keyboard.press("n")
    body = opened.value.locator("body")
    expect(body).to_contain_text(f"Slide {at} of")
    expect(body.locator("h1")).to_have_text("Explore")
    expect(body).to_contain_text("Try this")  # which the class saw on the slide before
    expect(body).to_contain_text("Instructor ·")
    opened.value.close()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=["720", "1080"])
def test_nothing_is_cut_off(slides: Page, size: tuple[int, int]) -> None:
    slides.set_viewport_size({"width": size[0], "height": size[1]})
    count = slides.locator(".slide").count()
    slides.keyboard.press("Home")
    for place in range(1, count + 1):
        slides.evaluate("number => (location.hash = number)", str(place))
        expect(slides.locator("#number")).to_have_text(f"{place} / {count}")
        slide = slides.locator(".slide.now")
        beyond = slide.evaluate(
            """slide => {
              const room = slide.getBoundingClientRect();
              return [...slide.querySelectorAll("p, li, td, svg, img, fieldset, button")]
                .filter((node) => node.checkVisibility({ visibilityProperty: true }))
                .map((node) => [node, node.getBoundingClientRect()])
                .filter(([, box]) => box.right > room.right + 1 || box.bottom > room.bottom + 1)
                .map(([node, box]) => [node.outerHTML.slice(0, 80), box.right, box.bottom]);
            }"""
        )
        assert beyond == [], place
        assert not slide.evaluate("slide => slide.classList.contains('long')"), place
    slides.set_viewport_size({"width": 1280, "height": 720})
