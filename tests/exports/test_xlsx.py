"""The workbook, read back by openpyxl and by LibreOffice."""

import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from pypdf import PdfReader

from runplan import Plan, export
from runplan.exports.text import clean

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
    assert made.sheetnames == ["Year", *phases, "Sessions", "Exercises", "What and why"]
    weeks = plan.season.weeks()
    year = rows(made["Year"], "week")
    assert [row[0] for row in year] == weeks.week.tolist()
    assert [row[1] for row in year] == [when.to_pydatetime() for when in weeks.monday]
    assert [row[4] for row in year] == pytest.approx(weeks.volume_index.tolist())
    sessions = rows(made["Sessions"], "date")
    assert [row[0] for row in sessions] == [when.to_pydatetime() for when in plan.sessions().date]
    assert [row[4] for row in sessions] == plan.sessions().minutes.tolist()
    assert len(rows(made["Exercises"], "date")) == len(plan.entries())
    assert all(isinstance(row[0], datetime) for row in rows(made["Exercises"], "date"))
    why = " ".join(str(row) for row in made["What and why"].iter_rows(values_only=True))
    assert all(reason.text in why for reason in plan.warnings())
    assert "https://doi.org/" in why


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
    # the year and each phase on a page of its own
    for number, phase in enumerate(["Base", "Spring transition", "Competition", "Recovery"], 1):
        assert texts[number].lstrip().startswith(phase)
