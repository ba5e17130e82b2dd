"""The printable pages, printed by Chromium; no script ever runs in them."""

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader

from runplan import Plan, Season, Swap, export
from runplan.exports.text import clean
from runplan.figures import still
from runplan.plan.calendar import short

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
A4_POINTS = (595, 842)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    if not CHROMIUM:
        pytest.skip("needs Chromium: sudo apt-get install chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield browser.new_page()
        browser.close()


def printed(page: Page, path: Path) -> PdfReader:
    page.goto(path.as_uri())
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


class Reader(HTMLParser):
    """What a page is made of: its tags, attributes and texts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read(path: Path) -> Reader:
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


def test_a_page_for_the_year_and_one_for_each_phase(page: Page, plan: Plan, tmp_path: Path) -> None:
    sheets = printed(page, export(plan, tmp_path / "plan.html")).pages
    assert [re.sub(r"\s+", " ", sheet.extract_text())[:9] for sheet in sheets] == [
        "Noor Noor",
        "Base week",
        "Spring tr",
        "Competiti",
        "Recovery ",
        "Re-entry ",
    ]
    for sheet in sheets:
        size = (float(sheet.mediabox.width), float(sheet.mediabox.height))
        assert size == pytest.approx(A4_POINTS, abs=1)
    text = " ".join(sheet.extract_text() for sheet in sheets)
    # each session stands there with its day, to be ticked
    for one in plan.dated():
        assert short(one.slot.date) in text


def test_each_day_has_its_dose_below_it(page: Page, plan: Plan, tmp_path: Path) -> None:
    page.goto(export(plan, tmp_path / "plan.html").as_uri())
    tables = page.evaluate(
        """() => [...document.querySelectorAll("table")].map((table) => [
        table.querySelector("h2").textContent,
        ...[...table.rows].map((row) => [...row.cells].map((cell) =>
        cell.querySelector("th b")?.textContent ?? cell.innerText))])"""
    )
    for one in plan.dated():
        ((column, body),) = [
            (column, body)
            for name, head, *body in tables
            for column, days in enumerate(head)
            if name == one.session.name and short(one.slot.date) in days
        ]
        told = {row[0]: row[column] for row in body}
        for work in one.work:
            swapped = [dose for dose in told.values() if dose.startswith(work.exercise.name)]
            dose = swapped[0] if swapped else told[work.exercise.name]
            assert f"{work.sets} × {work.reps}" in dose
            assert work.load.said.split(", tempo")[0] in dose


def test_many_different_doses_go_on_over_another_page(
    page: Page, plan: Plan, tmp_path: Path
) -> None:
    swaps = [Swap(week, 1, "tibialis_raise", "calf_raise") for week in range(1, 17)]
    swaps += [Swap(week, 1, "push_up", "plank_shoulder_tap") for week in range(2, 17, 2)]
    path = export(plan.replace(changes=swaps), tmp_path / "plan.html")
    assert any("continued" in sheet.extract_text() for sheet in printed(page, path).pages)
    assert cut_off(page) == []


def cut_off(page: Page) -> list[str]:
    """Return what does not fit into its place."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(".page, .fill, .cut, h1, th, td")]
        .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
        .map(({ className }) => className)"""
    )
    return found


def test_nothing_is_cut_where_texts_are_of_usual_length(
    page: Page, plan: Plan, tmp_path: Path
) -> None:
    page.goto(export(plan, tmp_path / "plan.html").as_uri())
    assert cut_off(page) == []


def test_a_long_base_and_no_race_still_fit(page: Page, plan: Plan, tmp_path: Path) -> None:
    # 37 weeks of base take two pages, for each day has its box
    for given, more in (
        (Season("2027-11-21", start_date="2026-11-30"), 2),
        (Season(start_date="2026-11-30"), 1),
    ):
        path = export(plan.replace(season=given), tmp_path / "plan.html")
        assert len(printed(page, path).pages) <= more + given.weeks().phase.nunique()
        assert cut_off(page) == []


def test_nothing_is_asked_that_does_not_apply(plan: Plan, tmp_path: Path) -> None:
    unknown = plan.replace(runner=plan.runner.replace(one_rm_kg={}))
    without = "".join(read(export(unknown, tmp_path / "plan.html")).texts)
    assert "% 1RM" not in without
    assert "strength, in reserve" in without
    assert "strength, % 1RM" in "".join(read(export(plan, tmp_path / "plan.html")).texts)


def test_pictures_are_in_the_file_and_have_their_sentence(plan: Plan, tmp_path: Path) -> None:
    reader = read(export(plan, tmp_path / "plan.html"))
    addresses = [value for name, value in reader.attributes if name in ("src", "href")]
    assert len(addresses) == 2
    assert all(value and value.startswith("data:image/svg+xml;base64,") for value in addresses)
    said = [value for name, value in reader.attributes if name == "alt"]
    assert plan.season.describe() in said


def test_what_people_typed_is_text_and_no_script(
    page: Page, nasty: str, nasty_plan: Plan, tmp_path: Path
) -> None:
    path = export(nasty_plan, tmp_path / "plan.html")
    plain = read(path)
    allowed = {"script", "svg", "iframe", "object", "link", "base", "form", "input"}
    assert allowed.isdisjoint(plain.tags)
    assert not any(name.startswith("on") for name, _ in plain.attributes)
    assert clean(nasty) in "".join(plain.texts)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    assert len(printed(page, path).pages) == 6
    assert page.title() != "ran"
    shown = page.locator("h1").first.text_content()
    assert shown == clean(nasty)


def test_a_name_of_several_lines_stands_on_one_in_a_picture(nasty_plan: Plan) -> None:
    title = still(nasty_plan).axes[0].texts[0].get_text()
    assert "\n" not in title
