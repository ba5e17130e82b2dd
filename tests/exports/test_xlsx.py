"""The workbook, read back by openpyxl and by LibreOffice."""

import shutil
import subprocess
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from pypdf import PdfReader

from runplan import Drop, Plan, export
from runplan.exports.text import clean
from runplan.plan.calendar import short
from runplan.plan.weeks import weeks
from runplan.season.wording import TITLES

SOFFICE = shutil.which("soffice")


def book(plan: Plan, folder: Path) -> Any:
    return openpyxl.load_workbook(export(plan, folder / "plan.xlsx"))


def rows(sheet: Any, first: str) -> list[tuple[Any, ...]]:
    """Return the rows below the headings that begin with this word."""
    every = list(sheet.iter_rows(values_only=True))
    start = next(number for number, row in enumerate(every) if row[0] == first)
    return every[start + 1 :]


def to_pdf(path: Path, folder: Path) -> PdfReader:
    if not SOFFICE:
        pytest.skip("needs LibreOffice: sudo apt-get install libreoffice-calc")
    command = [SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", folder, path], check=True, timeout=180
    )
    return PdfReader(folder / f"{path.stem}.pdf")


def test_sheets_dates_and_numbers(plan: Plan, tmp_path: Path) -> None:
    made = book(plan, tmp_path)
    phases = ["Base", "Spring transition", "Competition", "Recovery", "Re-entry"]
    assert made.sheetnames == ["Year", *phases, "Sessions", "What and why"]
    weeks = plan.season.weeks()
    year = rows(made["Year"], "week")
    assert [row[0] for row in year] == weeks.week.tolist()
    assert [row[1] for row in year] == [when.to_pydatetime() for when in weeks.monday]
    assert [row[4] for row in year] == pytest.approx(weeks.volume_index.tolist())
    sessions = rows(made["Sessions"], "date")
    assert [row[0] for row in sessions] == [when.to_pydatetime() for when in plan.sessions().date]
    assert [row[3] for row in sessions] == plan.sessions().minutes.tolist()
    assert all(isinstance(row[0], datetime) for row in sessions)
    why = " ".join(str(row) for row in made["What and why"].iter_rows(values_only=True))
    assert all(reason.text in why for reason in plan.warnings())
    assert "https://doi.org/" in why


def test_every_sheet_counts_what_is_really_planned(plan: Plan, tmp_path: Path) -> None:
    plan = plan.replace(changes=[*plan.changes, Drop(8, 1)])
    made, table = book(plan, tmp_path), weeks(plan)
    year = {row[0]: row for row in rows(made["Year"], "week")}
    assert year[11][3] == year[11][7] == year[11][8] == 0
    assert (year[11][9], year[8][9]) == ("away", "deload, 1 session left out")
    sessions = plan.sessions()
    assert sum(row[3] for row in year.values()) == len(sessions)
    assert sum(row[7] for row in year.values()) == pytest.approx(sessions.minutes.sum())
    assert sum(row[8] for row in year.values()) == pytest.approx(sessions.load_au.sum())
    phase_minutes = 0.0
    for phase in made.sheetnames[1:6]:
        for week, days, minutes, different, *_ in rows(made[phase], "week"):
            if not isinstance(week, int):
                break
            assert days.count("·") == max(0, year[week][3] - 1)
            assert (minutes, different or "") == (year[week][7], year[week][9] or "")
            phase_minutes += minutes
    assert phase_minutes == pytest.approx(sessions.minutes.sum())
    assert table.different.tolist() == [row[9] or "" for row in year.values()]


def test_a_phase_s_sheet_says_the_dose_of_every_day(plan: Plan, tmp_path: Path) -> None:
    made = book(plan, tmp_path)
    for one in plan.dated():
        sheet = made[TITLES[one.slot.phase].capitalize()]
        every = list(sheet.iter_rows(values_only=True))
        head = next(n for n, row in enumerate(every) if str(row[0]).startswith(one.session.name))
        column = next(n for n, c in enumerate(every[head]) if c and short(one.slot.date) in str(c))
        below = takewhile(lambda row: row[1], every[head + 1 :])
        told = {str(row[1]).split("\n")[0]: str(row[column]) for row in below}
        for work in one.work:
            swapped = [dose for dose in told.values() if dose.startswith(work.exercise.name)]
            dose = swapped[0] if swapped else told[work.exercise.name]
            assert f"{work.sets} × {work.reps}" in dose
            assert work.load.said.split(", tempo")[0] in dose


def test_the_chart_shows_the_year(plan: Plan, tmp_path: Path) -> None:
    (chart,) = book(plan, tmp_path)["Year"]._charts
    volume, intensity = (chart.series[0], chart._charts[1].series[0])
    for series, column in ((volume, "E"), (intensity, "F")):
        first, last = series.val.numRef.f.replace("$", "").split("!")[1].split(":")
        assert (first[0], last[0]) == (column, column)
        assert int(last[1:]) - int(first[1:]) == 51


def test_what_people_typed_is_text_and_no_formula(
    nasty: str, nasty_plan: Plan, tmp_path: Path
) -> None:
    made = book(nasty_plan, tmp_path)
    found = False
    for sheet in made:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
                found |= isinstance(cell.value, str) and clean(nasty) in cell.value
    assert found
    with ZipFile(tmp_path / "plan.xlsx") as parts:
        for name in parts.namelist():
            if "/worksheets/" in name:
                assert b"<f>" not in parts.read(name)


def test_libreoffice_opens_and_prints_it(plan: Plan, tmp_path: Path) -> None:
    printed = to_pdf(export(plan, tmp_path / "plan.xlsx"), tmp_path)
    texts = [page.extract_text() for page in printed.pages]
    assert "Noor: the year" in texts[0]
    assert "Volume and intensity" in texts[0]
    assert len(texts) <= 16
    # the year and each phase on a page of its own
    for number, phase in enumerate(["Base", "Spring transition", "Competition", "Recovery"], 1):
        assert texts[number].lstrip().startswith(phase)
