"""The library as a table: choosing rows, names meant, and a trainer's own CSV."""

import csv
import io
import random
import string
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runplan import PlanError, at_hand, load_exercises, select
from runplan.library import id_like
from runplan.tables import load

LIBRARY = load_exercises()
Row = dict[str, str]
IDS = ("calf_raise", "single_leg_calf_raise", "isometric_calf_hold")


# --- choosing


def test_equipment_sets_hold_the_one_before() -> None:
    assert at_hand("none") == {"none", "wall", "mat"}
    assert at_hand("none") < at_hand("home") < at_hand("gym") == set(load("equipment").equipment)


def test_own_items_join_what_everybody_has() -> None:
    assert at_hand(["dumbbells"]) == at_hand("none") | {"dumbbells"}
    assert at_hand(["home", "barbell"]) == at_hand("home") | {"barbell"}
    assert at_hand([]) == at_hand("none")


# exercises.md counts these
@pytest.mark.parametrize(
    ("wish", "rows"),
    [
        ({"emphasis": "max_strength"}, (9, 18, 25)),
        ({"emphasis": "explosive"}, (12, 15, 18)),
        ({"emphasis": ("mobility", "prevention")}, (49, 72, 81)),
        ({"emphasis": "corrective"}, (32, 39, 41)),
        ({"pattern": ("mobility", "self_massage")}, (7, 7, 9)),
    ],
)
def test_numbers_of_the_data_dictionary(wish: dict[str, str], rows: tuple[int, ...]) -> None:
    assert tuple(len(select(equipment=e, **wish)) for e in ("none", "home", "gym")) == rows


def test_every_item_is_needed() -> None:
    own = LIBRARY.copy()
    own.at[own.index[own.id == "hip_thrust"][0], "equipment"] = ("bench", "barbell")
    assert "hip_thrust" not in select(own, equipment="bench").id.tolist()
    assert "hip_thrust" in select(own, equipment=["bench", "barbell"]).id.tolist()


def test_prime_movers_come_first() -> None:
    rows = select(muscle="gluteus_medius")
    prime = ["gluteus_medius" in row for row in rows.primary]
    helps = ["gluteus_medius" in row for row in rows.secondary]
    assert all(a or b for a, b in zip(prime, helps, strict=True))
    assert prime == sorted(prime, reverse=True)
    assert 0 < sum(prime) < len(rows)
    assert rows.index.tolist() == list(range(len(rows)))


words = {
    "muscle": st.sampled_from(load("muscles").id.tolist()),
    "pattern": st.sampled_from(load("patterns").pattern.tolist()),
    "emphasis": st.sampled_from(["max_strength", "explosive", "prevention", "mobility"]),
    "equipment": st.sampled_from(["none", "home", "gym", "barbell"]),
    "level": st.integers(1, 3),
}


@settings(deadline=None, max_examples=100)
@given(st.fixed_dictionaries({}, optional=words))
def test_wishes_together_are_the_wishes_one_by_one(wish: dict[str, str]) -> None:
    together = set(select(**wish).id)
    alone = [set(select(**{name: word}).id) for name, word in wish.items()]
    assert together == set(LIBRARY.id).intersection(*alone)


def test_unknown_words_are_all_named() -> None:
    with pytest.raises(PlanError) as said:
        select(muscle=["soleas", "soleus", "gluteous_medius"])
    assert len(said.value.faults) == 2
    assert "Did you mean soleus" in said.value.faults[0]
    assert "gluteus_medius" in said.value.faults[1]


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"pattern": "squats"}, "Did you mean squat"),
        ({"emphasis": "strength"}, "Did you mean max_strength"),
        ({"equipment": "barbel"}, "Did you mean barbell"),
        ({"level": 4}, "Level 4: give 1"),
        ({"library": "my.csv"}, r"load_exercises\(path\); you gave a str"),
        ({"library": LIBRARY.drop(columns=["cue", "level"])}, "no column level, cue"),
        ({"library": pd.concat([LIBRARY, LIBRARY.head(1)])}, "bulgarian_split_squat twice"),
    ],
)
def test_what_does_not_exist_is_said(wish: dict[str, object], words: str) -> None:
    with pytest.raises(PlanError, match=words):
        select(**wish)  # type: ignore[arg-type]


def test_own_library_is_a_value() -> None:
    own = select(LIBRARY, pattern="calf")
    assert len(select(own, equipment="gym")) == len(own) == 6
    assert len(select()) == 100


# --- names


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hip_thrust", "hip_thrust"),
        ("Hip Thrust", "hip_thrust"),
        ("HIP-THRUST ", "hip_thrust"),
        ("hip thurst", "hip_thrust"),
        ("bulgarian split sqat", "bulgarian_split_squat"),
        ("split squat bulgarian", "bulgarian_split_squat"),
        ("RDL", "romanian_deadlift"),
        ("pogos", "pogo_jump"),
        ("toe climb", "calf_raise"),
        ("kettlebel swings", "kettlebell_swing"),
        ("copenhagen", "copenhagen_plank"),
    ],
)
def test_names_as_people_type_them(typed: str, meant: str) -> None:
    assert id_like(typed, LIBRARY) == meant


@pytest.mark.parametrize("typed", ["single leg", "banded nversion", "nordic", "leg press", "row"])
def test_a_guess_is_not_made_where_several_fit(typed: str) -> None:
    with pytest.raises(PlanError, match=r"Did you mean .* or "):
        id_like(typed, LIBRARY)


@pytest.mark.parametrize("typed", ["", "   ", "burpee", "?!", "\N{RUNNER}"])
def test_what_is_like_nothing(typed: str) -> None:
    with pytest.raises(PlanError, match=r"select\(\) lists"):
        id_like(typed, LIBRARY)


def test_two_exercises_with_one_name() -> None:
    own = LIBRARY.copy()
    own.loc[own.id == "push_up", "name"] = "hip thrust"
    with pytest.raises(PlanError, match=r"hip thrust \(push_up\) or hip thrust \(hip_thrust\)"):
        id_like("Hip thrust", own)


NAMES = [
    (id_, text)
    for id_, name, others in zip(LIBRARY.id, LIBRARY.name, LIBRARY.also_called, strict=True)
    for text in (id_, name, *others)
    if len(text) > 5
]


def slip(text: str, chance: random.Random) -> str:
    """Return the text with one typing error."""
    at = chance.randrange(len(text))
    letter = chance.choice(string.ascii_lowercase)
    head, this, tail = text[:at], text[at], text[at + 1 :]
    return chance.choice(
        [
            head + tail,
            head + letter + tail,
            head + letter + this + tail,
            head + tail[:1] + this + tail[1:],
        ]
    )


@settings(deadline=None, max_examples=400)
@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_one_typing_error_never_finds_another_exercise(
    name: tuple[str, str], chance: random.Random
) -> None:
    meant, text = name
    try:
        found = id_like(slip(text, chance), LIBRARY)
    except PlanError as several:  # where a letter makes the difference: inversion, eversion
        found = str(several)
    assert found == meant or f"({meant})" in found


# --- a trainer's own CSV


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., Path]:
    """Write three exercises as a CSV; `change` edits its rows, `columns` chooses its columns."""

    def save(
        change: Callable[[list[Row]], object] = bool,
        columns: list[str] | None = None,
        text: Callable[[str], str | bytes] = str,
        **style: str,
    ) -> Path:
        with (Path(__file__).parents[1] / "data" / "exercises.csv").open(newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["id"] in IDS]
        for row in rows:
            row.update({rung: "" for rung in ("easier", "harder") if row[rung] not in IDS})
        change(rows)
        out = io.StringIO(newline="")
        names = columns or list(rows[0])
        writer = csv.DictWriter(out, names, extrasaction="ignore", **style)
        writer.writeheader()
        writer.writerows(rows)
        path = tmp_path / "mine.csv"
        made = text(out.getvalue())
        path.write_bytes(made if isinstance(made, bytes) else made.encode())
        return path

    return save


Save = Callable[..., Path]


def faults(path: Path) -> tuple[str, ...]:
    with pytest.raises(PlanError) as said:
        load_exercises(path)
    return said.value.faults


def test_own_rows_are_as_in_the_shipped_library(save: Save) -> None:
    own = load_exercises(save()).set_index("id")
    shipped = LIBRARY.set_index("id").loc[own.index]
    shipped.loc["single_leg_calf_raise", "harder"] = None  # a rung that is not in the file
    pd.testing.assert_frame_equal(own, shipped)


def test_columns_that_may_be_blank_may_be_missing(save: Save) -> None:
    lean = ["also_called", "equipment_optional", "tempo", "easier", "harder", "wger", "refs"]
    columns = [name for name in LIBRARY if name not in {*lean, "source", "confidence"}]
    own = load_exercises(save(columns=columns[::-1])).set_index("id")
    assert own.also_called["calf_raise"] == ()
    assert pd.isna(own.easier["single_leg_calf_raise"])
    assert own.source["calf_raise"] == "own library"
    assert own.confidence["calf_raise"] == "U"


def with_blank_cells(text: str) -> str:
    return text.replace("\r\n", ",,\r\n") + "," * 40 + "\r\n"


@pytest.mark.parametrize(
    "text",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\r\n", "\n"),
        lambda text: text.replace("\r\n", "\r"),
        lambda text: text.replace("\r\n", "\r\n\r\n"),
        lambda text: text.replace("true", "TRUE").replace("false", "FALSE"),
        lambda text: text.replace(",lower,", ", lower ,").replace("s;soleus", "s ; soleus"),
        with_blank_cells,
        lambda text: text.replace("\r\n", ",\r\n").replace(",\r\n", "\r\n", 1),
    ],
    ids=["BOM", "LF", "CR", "blank rows", "Excel's TRUE", "spaces", "blank cells", "longer rows"],
)
def test_what_spreadsheets_do_is_taken(save: Save, text: Callable[[str], str]) -> None:
    pd.testing.assert_frame_equal(load_exercises(save(text=text)), load_exercises(save()))


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("id", "", "blank, but needed"),
        ("name", "  ", "blank, but needed"),
        ("pattern", "calff", '"calff" is not known. Did you mean calf'),
        ("emphasis", "max strength", "Did you mean max_strength"),
        ("emphasis", "", "blank, but needed"),
        ("region", "Lower", "Did you mean lower? Allowed: lower, upper, trunk"),
        ("joints", "knee;anckle", "Did you mean ankle"),
        ("primary", "soleas;gastrocnemius", '"soleas" is not known. Did you mean soleus'),
        ("primary", "soleus,gastrocnemius", "Split a list by semicolons"),
        ("secondary", "tibialis posterior", "Did you mean tibialis_posterior"),
        ("equipment", "barbel", "Did you mean barbell"),
        ("equipment_optional", "dumbbell", "Did you mean dumbbells"),
        ("level", "4", '"4" is not allowed. Allowed: 1, 2, 3'),
        ("level", "Level 1", '"Level 1" is not a whole number'),
        ("unilateral", "WAHR", '"WAHR" is not true or false'),
        ("contacts_per_rep", "-1", "-1 is outside 0 to 10"),
        ("impact", "lo", "Did you mean low"),
        ("balance_demand", "", "blank, but needed"),
        ("unit", "rep", "Did you mean reps"),
        ("sets_min", "9", "9 is more than sets_max (4)"),
        ("reps_min", "8-12", '"8-12" is not a whole number'),
        ("reps_max", "12. Aug", '"12. Aug" is not a whole number'),
        ("seconds_per_rep", "3,5", '"3,5" is not a number, like 3.5'),
        ("seconds_per_rep", "0", "0 is outside 0.1 to 60.0"),
        ("seconds_per_rep", "nan", "nan is outside"),
        ("rest_s", "60 s", '"60 s" is not a whole number'),
        ("easier", "isometric_calf_hld", "Did you mean isometric_calf_hold"),
        ("harder", "push_up", '"push_up" is not known'),
        ("caution", "", "blank, but needed"),
        ("refs", "hammer2010", "Did you mean hamner2010"),
    ],
)
def test_a_typing_error_is_named_where_it_stands(
    save: Save, column: str, value: str, said: str
) -> None:
    path = save(lambda rows: rows[1].update({column: value}))
    mine = [fault for fault in faults(path) if f'row 3, column "{column}": ' in fault]
    assert len(mine) == 1
    assert mine[0].startswith(str(path))
    assert said in mine[0]


def test_all_faults_are_said_at_once(save: Save) -> None:
    def change(rows: list[Row]) -> None:
        rows[0].update(level="7", primary="soleas", rest_s="soon")
        rows[1].update(equipment="barbel", sets_min="9")
        rows[2].update(cue="")

    said = faults(save(change))
    where = {fault.split("mine.csv, ")[1].split(":")[0] for fault in said}
    assert where == {
        'row 2, column "level"',
        'row 2, column "primary"',
        'row 2, column "rest_s"',
        'row 3, column "equipment"',
        'row 3, column "sets_min"',
        'row 4, column "cue"',
    }


def test_rows_are_counted_as_the_spreadsheet_counts_them(save: Save) -> None:
    def change(rows: list[Row]) -> None:
        rows[0]["how_to"] = "Stand.\nRise.\nLower."
        rows[1]["level"] = "9"

    [fault] = faults(save(change))
    assert "row 3" in fault


def test_an_id_twice(save: Save) -> None:
    said = faults(save(lambda rows: rows[2].update(id="calf_raise", harder="")))
    assert any('row 4, column "id": "calf_raise" already stands in row 2.' in f for f in said)


def test_ladders_in_a_circle(save: Save) -> None:
    [own, single, hold] = range(3)

    def change(rows: list[Row]) -> None:
        rows[own].update(easier="single_leg_calf_raise", harder="single_leg_calf_raise")
        rows[single].update(easier="calf_raise", harder="")
        rows[hold].update(harder="isometric_calf_hold", level="0")

    said = faults(save(change))
    circles = [fault for fault in said if "in a circle" in fault]
    assert len(said) == 3
    assert len(circles) == 2
    assert '"calf_raise" → "single_leg_calf_raise" → "calf_raise"' in " ".join(circles) or (
        '"single_leg_calf_raise" → "calf_raise" → "single_leg_calf_raise"' in " ".join(circles)
    )
    assert any('row 4, column "harder"' in fault for fault in circles)


def test_a_shared_rung_is_no_circle(save: Save) -> None:
    def change(rows: list[Row]) -> None:
        for row in rows:
            row.update(easier="", harder="")
        rows[0]["harder"] = rows[2]["harder"] = "single_leg_calf_raise"

    assert load_exercises(save(change)).harder.notna().sum() == 2


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ({"delimiter": "\t"}, "row 1 should name the columns, with commas"),
        ({"text": lambda text: "sep=,\r\n" + text}, "row 1 should name the columns"),
        ({"text": lambda text: ""}, "row 1 should name the columns"),
        ({"text": lambda text: text.encode("utf-16")}, "row 1: not UTF-8"),
        ({"text": lambda text: text.replace("calf", "c\xe4lf", 9).encode("cp1252")}, "not UTF-8"),
        ({"text": lambda text: b"PK\x03\x04\x14\x00\xff\xfe"}, "save it as CSV UTF-8"),
        ({"text": lambda text: text + 'a,"b\r\n'}, "Check the quotes"),
        ({"text": lambda text: text.replace("id,", "Id,", 1)}, 'unknown column "Id". Did you'),
        ({"text": lambda text: text.replace(",name,", ",id,", 1)}, '"id" stands there 2 times'),
        ({"text": lambda text: text.replace("cue,", "queue,", 1)}, 'column "cue" is missing'),
        ({"text": lambda text: text + "a,b,c\r\n"}, "row 5: 3 cells where the header has 39"),
        ({"text": lambda text: text.replace('"', "")}, "Put quotes around a text with commas"),
    ],
)
def test_a_file_of_another_shape(save: Save, style: dict[str, str], said: str) -> None:
    assert any(said in fault for fault in faults(save(**style)))


def test_where_the_decimal_sign_is_a_comma_semicolons_split(save: Save) -> None:
    pd.testing.assert_frame_equal(
        load_exercises(save(delimiter=";")), load_exercises(save()), check_like=True
    )


def test_no_file(tmp_path: Path) -> None:
    assert "Check the name and the folder" in faults(tmp_path / "none.csv")[0]
    assert "cannot be read as a file" in faults(tmp_path)[0]
