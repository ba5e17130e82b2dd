"""The data package: valid, graded, linked; and what is said when a file is not."""

import hashlib
import shutil
from pathlib import Path

import frictionless
import pandas as pd
import pytest

from runplan import PlanError, tables


def test_frictionless_finds_the_package_valid() -> None:
    report = frictionless.validate(str(tables.DATA / "datapackage.json"))
    assert report.valid, report.flatten(["path", "rowNumber", "fieldName", "message"])


def test_every_table_of_the_folder_is_described() -> None:
    described = {tables._schemas()[name]["path"] for name in tables.names()}
    assert described == {path.name for path in tables.DATA.glob("*.csv")}


def test_nothing_of_the_science_is_lost() -> None:
    rows = {name: len(tables.load(name)) for name in tables.names()}
    assert (
        rows
        | {
            "muscles": 35,
            "activation": 44,
            "emg_onoff_measured30": 39,
            "stride_kinematics": 51,
            "exercises": 100,
            "patterns": 24,
            "databases": 51,
            "claims": 48,
            "evidence": 45,
            "references": 107,
            "glossary": 48,
            "article_wording": 17,
            "article_session": 5,
            "pairing_rules": 8,
        }
        == rows
    )


@pytest.mark.parametrize("name", tables.names())
def test_every_row_has_a_grade_and_a_reference_or_a_basis(name: str) -> None:
    table = tables.load(name)
    assert table.confidence.isin(["V", "K", "U"]).all()
    if name == "references":
        return
    cited = pd.Series(data=False, index=table.index)
    for column in {"ref", "refs"} & set(table):
        cited |= table[column].str.len() > 0
    for column in {"basis", "source", "how_known"} & set(table):
        cited |= table[column].notna()
    assert cited.all(), table[~cited]


def test_every_key_resolves() -> None:
    keys = set(tables.load_references().key)
    for name in tables.names():
        table = tables.load(name)
        for column in {"ref", "refs"} & set(table):
            for cell in table[column]:
                assert {cell} if isinstance(cell, str) else set(cell) <= keys


def test_the_article_s_groups_are_all_there() -> None:
    muscles = tables.load_muscles()
    items = muscles.groupby("group").article_item.nunique()
    assert items.to_dict() == {"legs": 5, "core": 3, "upper": 3, "additional": 2}
    assert tables.load("groups").set_index("group")["items"].to_dict() == items.to_dict()


def test_a_contradictory_interval_is_kept_apart() -> None:
    row = tables.load_evidence().set_index("id").loc["E13"]
    assert pd.isna(row.ci_low)
    assert pd.isna(row.ci_high)
    assert not row.published_ci_low <= row.effect <= row.published_ci_high


def test_columns_are_typed() -> None:
    exercises = tables.load_exercises()
    assert exercises.unilateral.dtype == bool
    assert exercises.level.dtype == "int64"
    assert all(isinstance(cell, tuple) for cell in exercises.primary)
    evidence = tables.load_evidence()
    assert evidence.n.dtype == "Int64"
    assert evidence.effect.dtype == "float64"


def test_a_table_handed_out_is_a_copy() -> None:
    mine = tables.load_muscles()
    mine["group"] = "mine"
    assert "mine" not in set(tables.load_muscles().group)


def test_an_unknown_table_or_column_names_the_nearest() -> None:
    with pytest.raises(PlanError, match="Did you mean muscles"):
        tables.load("musscles")
    with pytest.raises(PlanError, match="Did you mean name_en"):
        tables.load("muscles", ["nam_en"])


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data that a test may damage."""
    copy = tmp_path / "data"
    shutil.copytree(tables.DATA, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setattr(tables, "DATA", copy)
    caches = (tables._checked, tables._package, tables._schemas)
    for cache in caches:
        cache.cache_clear()
    yield copy
    monkeypatch.undo()
    for cache in caches:
        cache.cache_clear()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("soleus,1,2,32", "soleas,1,2,32", ['column "muscle"', '"soleas" is not known', "soleus"]),
        ("soleus,1,2,32", "soleus,1,two,32", ['column "onset_pct"', '"two" is not a number']),
        ("16,high,muscle-tendon", "16,hihg,muscle-tendon", ['"hihg" is not allowed', "high"]),
        ("soleus,1,2,32", "soleus,,2,32", ['column "burst"', "blank, but needed"]),
        ("soleus,1,2,32", "soleus,1,2", ["cells where the header has"]),
        ("soleus,1,2,32", 'soleus,1,2,"32', ["Check the quotes"]),
    ],
)
def test_a_damaged_table_names_file_row_and_column(
    data: Path, old: str, new: str, said: list[str]
) -> None:
    path = data / "activation.csv"
    text = path.read_text()
    row = text[: text.index(old)].count("\n") + 1
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(PlanError) as wrong:
        tables.load_activation()
    for words in ["activation.csv", *said]:
        assert words in str(wrong.value)
    if "quotes" not in said[0]:  # an open quote is found at the end of the file
        assert f"row {row}" in str(wrong.value)


def test_a_key_that_repeats_is_named(data: Path) -> None:
    path = data / "groups.csv"
    path.write_text(path.read_text() + "legs,legs,5,article,again,K\n")
    with pytest.raises(PlanError, match=r'row 6, column "group": "legs" already stands in row 2'):
        tables.load("groups")


@pytest.mark.parametrize("name", ["muscles.csv", "datapackage.json", "bodymap.svg"])
def test_a_missing_file_is_named(data: Path, name: str) -> None:
    (data / name).unlink()
    read = tables.bodymap_svg if name.endswith("svg") else tables.load_muscles
    with pytest.raises(PlanError, match=rf"{name}: this file is missing"):
        read()


def test_a_damaged_description_is_named(data: Path) -> None:
    path = data / "datapackage.json"
    path.write_text(path.read_text()[:-100])
    with pytest.raises(PlanError, match=r"datapackage\.json: not valid JSON, line"):
        tables.load_muscles()


def test_each_file_is_sealed() -> None:
    """Renew with `python data/seal.py`."""
    for path, known in tables.checksums().items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == known, path.name
