"""The tidy table, read back by pandas and by a spreadsheet program."""

import csv
from pathlib import Path

import pandas as pd

from runplan import Plan, export
from runplan.exports.text import guarded


def test_a_row_an_exercise_with_numbers_and_dates(plan: Plan, tmp_path: Path) -> None:
    table = pd.read_csv(export(plan, tmp_path / "plan.csv"), parse_dates=["date"])
    entries = plan.entries()
    assert table.date.tolist() == entries.date.tolist()
    for name in ("week", "slot", "sets", "reps", "rest_s", "contacts"):
        assert table[name].tolist() == entries[name].tolist()
    assert table.load_kg.notna().sum() == entries.load_kg.notna().sum() > 0
    per_session = table.drop_duplicates("uid")
    assert per_session.minutes.tolist() == plan.sessions().minutes.tolist()
    assert set(table.runner) == {"Noor"}


def test_what_people_typed_is_text_and_no_formula(
    nasty: str, nasty_plan: Plan, tmp_path: Path
) -> None:
    path = export(nasty_plan, tmp_path / "plan.csv")
    with path.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    noted = [row for row in rows if row["week"] == "3" and row["slot"] == "1"]
    assert len(rows) == len(nasty_plan.entries())
    for row in noted:
        assert row["runner"] == guarded(nasty)
        assert nasty in row["note"]
    for row in rows:
        for name in ("runner", "note", "session", "exercise_name", "load"):
            assert not row[name].lstrip().startswith(("=", "+", "-", "@"))
