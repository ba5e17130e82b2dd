"""The planner as its user meets it: from nothing to files by real clicks, killed and reopened."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from ical.calendar_stream import IcsCalendarStream
from playwright.sync_api import Browser, Locator, Page, expect

from runplan import Plan, Runner, Season

NASTY: dict[str, str] = json.loads(
    (Path(__file__).parents[1] / "exports" / "nasty.json").read_text("utf-8")
)
WAIT_MS = 60_000  # a new machine builds its caches first
expect.set_options(timeout=30_000)  # a plan for another runner is solved anew


@contextmanager
def served(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `runplan planner` for a folder; give the process and its address."""
    command = [sys.executable, "-m", "runplan.cli", "planner", str(folder)]
    without = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=without, start_new_session=True
    ) as running:
        assert running.stdout is not None
        said = iter(running.stdout.readline, "")
        address = next(line.split()[-1] for line in said if "http" in line)
        try:
            yield running, address
        finally:
            if running.poll() is None:
                os.killpg(running.pid, signal.SIGKILL)


def opened(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address)
    expect(page.get_by_role("heading", name="4 · Check it, and take it home")).to_be_visible(
        timeout=WAIT_MS
    )
    return page


def step(page: Page, heading: str) -> Locator:
    return page.locator(".runplan-tool", has=page.get_by_role("heading", name=heading)).last


def type_in(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Enter")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("my plans") / "2027"


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    with served(home) as running:
        yield running


@pytest.fixture(scope="module")
def planner(browser: Browser, server: tuple[subprocess.Popen[str], str]) -> Iterator[Page]:
    page = opened(browser, server[1])
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.context.close()
    assert errors == []


def test_it_listens_on_this_computer_only(server: tuple[subprocess.Popen[str], str]) -> None:
    assert server[1].startswith("http://127.0.0.1:")
    assert "token=" in server[1]
    port = int(server[1].split(":")[2].split("/")[0])
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), port)} - {"127.0.0.1"}
    for address in others:
        with socket.socket() as knock:
            assert knock.connect_ex((address, port)) != 0


def test_a_stranger_without_the_secret_sees_nothing(
    browser: Browser, server: tuple[subprocess.Popen[str], str], planner: Page
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(server[1].partition("?")[0])
    assert "/login" in page.url
    expect(page.locator(".runplan-tool")).to_have_count(0)
    context.close()


def test_from_nothing_to_files_by_clicks(planner: Page, home: Path) -> None:
    type_in(planner, "Name", "Noor")
    planner.get_by_label("Level", exact=True).select_option("2")
    planner.get_by_label("Equipment", exact=True).select_option("gym")
    days = planner.get_by_role("group", name="Days for strength")
    days.get_by_role("checkbox", name="Fri").check()
    type_in(planner, "Start (a date)", "2026-11-30")
    type_in(planner, "Races (dates)", "2027-09-05")
    planner.get_by_role("button", name="The year as trials support it").click()

    kept = planner.get_by_role("region", name="Your plan")
    expect(kept).to_contain_text("Noor: 8")
    expect(planner.get_by_text("the race on 5 September 2027").first).to_be_visible()
    week = step(planner, "3 · Week by week")
    words = week.get_by_role("region", name="This week in words")
    expect(words).to_contain_text("banded monster walk")
    week.get_by_role("slider", name="Week", exact=True).press("ArrowRight")
    expect(words).to_contain_text("7 Dec")
    week.get_by_role("button", name="Swap the exercise").click()
    week.get_by_label("A note to the runner").fill("Bring a band.")
    week.get_by_label("A note to the runner").press("Enter")
    week.get_by_role("button", name="Add the note").click()
    expect(words).to_contain_text("Bring a band.")
    expect(week.get_by_role("region", name="So far")).to_contain_text("instead of")

    take = step(planner, "4 · Check it, and take it home")
    expect(take.get_by_role("region", name="Checks")).to_contain_text("Days")
    take.get_by_label("Sessions begin at").fill("18:00")
    take.get_by_label("Sessions begin at").press("Enter")
    take.get_by_label("in the time zone").fill("Europe/Vienna")
    take.get_by_label("in the time zone").press("Enter")
    take.get_by_role("button", name="Write the files").click()
    files = take.get_by_role("region", name="Your files")
    expect(files).to_contain_text(f"Written into {home}")

    plan = Plan.load(home / "plan-Noor.json")
    assert plan.season == Season.from_evidence("2027-09-05", start_date="2026-11-30")
    assert plan.runner == Runner(
        "Noor", 2, "gym", ["mon", "thu", "fri"], ["tue", "wed", "sat", "sun"], ["wed"]
    )
    assert [type(change).__name__ for change in plan.changes] == ["Swap", "Note"]
    calendar = IcsCalendarStream.calendar_from_ics((home / "plan-Noor.ics").read_text("utf-8"))
    training = [event for event in calendar.events if "strength" in event.categories]
    assert len(training) == len(plan.sessions())
    assert any("Bring a band." in event.description for event in calendar.events)
    book = openpyxl.load_workbook(home / "plan-Noor.xlsx")
    assert book["Year"]["A1"].value == "Noor: the year"
    assert "Noor" in (home / "plan-Noor.html").read_text("utf-8")


def test_days_are_kept_by_the_box_that_the_warning_names(planner: Page) -> None:
    said = step(planner, "4 · Check it, and take it home").get_by_role("region", name="Checks")
    hard = planner.get_by_role("group", name="Hard runs on").get_by_role("checkbox", name="Tue")
    days = planner.get_by_role("group", name="Days for strength")
    keep = days.get_by_role("checkbox", name="Keep these days, even before a hard run")
    expect(keep).not_to_be_checked()
    hard.check()
    expect(said).to_contain_text('tick "Keep these days, even before a hard run"')
    days.get_by_role("checkbox", name="Sun").focus()
    planner.keyboard.press("Tab")
    expect(keep).to_be_focused()
    planner.keyboard.press("Space")
    expect(said).to_contain_text('untick "Keep these days, even before a hard run"')
    expect(keep).to_be_checked()
    planner.keyboard.press("Space")
    hard.uncheck()
    expect(said).not_to_contain_text("Keep these days")


def test_axe_finds_nothing_serious(planner: Page) -> None:
    found = Axe().run(planner, context=".runplan-tool").response["violations"]
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []


def test_what_people_type_runs_no_script(planner: Page) -> None:
    week = step(planner, "3 · Week by week")
    for nasty in ("script", "closing", "html", "rtl"):
        type_in(planner, "Name", NASTY[nasty])
        kept = planner.get_by_role("region", name="Your plan")
        expect(kept).to_contain_text(NASTY[nasty].split()[0])
        week.get_by_label("A note to the runner").fill(NASTY[nasty])
        week.get_by_label("A note to the runner").press("Enter")
        week.get_by_role("button", name="Add the note").click()
        words = week.get_by_role("region", name="This week in words")
        expect(words).to_contain_text(NASTY[nasty])
    assert planner.title() != "ran"
    assert (
        planner.locator("img[src='x'], svg[onload], .runplan-tool b, .runplan-tool script").count()
        == 0
    )
    type_in(planner, "Name", "Noor")


def test_a_plan_file_is_opened_by_the_browser(planner: Page, tmp_path: Path) -> None:
    ada = Plan(Runner("Ada", 1, "none", ["tue"], ["sun"], ()), Season(start_date="2027-01-04"))
    path = ada.save(tmp_path / "Ada's plan.json")
    planner.get_by_label("A plan (.json)").set_input_files(path)
    expect(planner.get_by_label("Name", exact=True)).to_have_value("Ada")
    (tmp_path / "bad.json").write_text("{")
    planner.get_by_label("A plan (.json)").set_input_files(tmp_path / "bad.json")
    expect(planner.get_by_text("bad.json: damaged or cut short").first).to_be_visible()
    expect(planner.get_by_label("Name", exact=True)).to_have_value("Ada")


def test_killed_and_opened_again(
    browser: Browser, planner: Page, server: tuple[subprocess.Popen[str], str], home: Path
) -> None:
    type_in(planner, "Name", "Noor the second")
    kept = planner.get_by_role("region", name="Your plan")
    expect(kept).to_contain_text("Noor the second:")
    before = Plan.load(home / "planner.json")
    assert before.runner.name == "Noor the second"
    # the page alone
    again = opened(browser, server[1])
    expect(again.get_by_role("region", name="Your plan")).to_contain_text("Welcome back")
    expect(again.get_by_label("Name", exact=True)).to_have_value("Noor the second")
    again.context.close()
    # the planner, and all that belongs to it, at once
    os.killpg(server[0].pid, signal.SIGKILL)
    server[0].wait()
    with served(home) as (_, address):
        back = opened(browser, address)
        expect(back.get_by_role("region", name="Your plan")).to_contain_text("Welcome back")
        expect(back.get_by_label("Name", exact=True)).to_have_value("Noor the second")
        back.context.close()
    assert Plan.load(home / "planner.json") == before


def test_a_planner_that_is_gone_is_told_at_once(browser: Browser, tmp_path: Path) -> None:
    with served(tmp_path) as (running, address):
        page = opened(browser, address)
        alert = page.get_by_role("alert").filter(has_text="No answer from the planner")
        type_in(page, "Name", "Ada")
        expect(page.get_by_role("region", name="Your plan")).to_contain_text("Ada:")
        expect(alert).to_have_count(0)
        # wherever on the page one works
        steps = page.get_by_role("navigation", name="Steps")
        steps.get_by_role("button", name="Check it, and take it home").click()
        head = page.get_by_role("heading", name="4 · Check it, and take it home")
        expect(head).to_be_focused()
        expect(head).to_be_in_viewport()
        os.killpg(running.pid, signal.SIGKILL)
        expect(alert).to_be_in_viewport(ratio=1)
        clear = "rgba(0, 0, 0, 0)"
        expect(alert).not_to_have_css("background-color", clear)
        expect(alert).to_contain_text("what you do now is not kept. Start runplan planner again.")
        page.context.close()
