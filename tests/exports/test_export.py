"""Any format: picked by suffix, whole at any moment, the same bytes for the same plan."""

from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from ical.calendar_stream import IcsCalendarStream

from runplan import Plan, PlanError, Season, export
from runplan.exports import FORMATS


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_plan_gives_the_same_bytes(plan: Plan, suffix: str, tmp_path: Path) -> None:
    again = Plan.load(plan.save(tmp_path / "kept.json"))
    one, two = (export(p, tmp_path / f"{n}{suffix}") for n, p in enumerate((plan, again)))
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_people_typed_goes_through_every_format(
    nasty_plan: Plan, suffix: str, tmp_path: Path
) -> None:
    assert export(nasty_plan, tmp_path / f"plan{suffix.upper()}").stat().st_size > 1000


def test_the_plan_s_own_file_is_lossless(nasty_plan: Plan, tmp_path: Path) -> None:
    assert Plan.load(export(nasty_plan, tmp_path / "plan.json")) == nasty_plan


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_year_without_a_race_or_a_session(plan: Plan, suffix: str, tmp_path: Path) -> None:
    season = Season(start_date="2026-11-30", hemisphere="south")
    away = plan.runner.replace(away=[("2026-11-01", "2028-01-01")])
    assert export(plan.replace(season=season), tmp_path / f"south{suffix}").exists()
    assert export(plan.replace(runner=away), tmp_path / f"away{suffix}").exists()


@pytest.mark.parametrize("name", ["plan", "plan.pdf", "plan.", ".ics", "plan.xls"])
def test_a_suffix_without_a_format_is_refused_with_those_there_are(
    plan: Plan, name: str, tmp_path: Path
) -> None:
    with pytest.raises(PlanError, match=r"\.ics \(a calendar\).*\.xlsx"):
        export(plan, tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_place_that_cannot_be_written_is_told_and_nothing_is_lost(
    plan: Plan, suffix: str, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / f"folder{suffix}" / "full").mkdir(parents=True)
    for place in (f"file/plan{suffix}", f"folder{suffix}", f"a\0b{suffix}"):
        with pytest.raises(PlanError, match="cannot be written"):
            export(plan, tmp_path / place)
    assert (tmp_path / "file").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", f"folder{suffix}"]


def test_what_is_no_plan_is_refused(tmp_path: Path) -> None:
    not_a_plan: Any = Season(start_date="2026-11-30")
    with pytest.raises(PlanError, match="is no plan"):
        export(not_a_plan, tmp_path / "plan.ics")


def test_a_time_is_for_calendars_only(plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="for a calendar"):
        export(plan, tmp_path / "plan.csv", at="18:00", zone="Europe/Vienna")


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_own_library_s_words_are_text_too(own_plan: Plan, suffix: str, tmp_path: Path) -> None:
    path = export(own_plan, tmp_path / f"plan{suffix}")
    if suffix == ".html":
        page = path.read_text(encoding="utf-8").lower()
        assert not any(tag in page for tag in ("<script", "<svg", "<b>bold", "<img src=x"))
    if suffix == ".xlsx":
        cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    if suffix == ".csv":
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        assert not table.exercise_name.str.match(r"\s*[=+\-@]").any()
    if suffix == ".ics":
        made = IcsCalendarStream.calendar_from_ics(path.read_bytes().decode())
        training = [event for event in made.events if "strength" in event.categories]
        assert len(training) == len(own_plan.sessions())
    if suffix == ".json":
        assert Plan.load(path) == own_plan
