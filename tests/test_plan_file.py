"""A plan's file: it comes back equal, is whole at any moment, and no damage goes unnoticed."""

import json
import subprocess
import sys
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runplan import (
    Drop,
    Move,
    Note,
    Phase,
    Plan,
    PlanError,
    Runner,
    Season,
    Swap,
    load_exercises,
)
from runplan.load.foster import DAYS

FEW = ("goblet_squat", "bird_dog", "push_up", "calf_raise", "one_arm_row", "front_plank")


@cache
def own_library():
    return load_exercises().set_index("id", drop=False).loc[list(FEW)].reset_index(drop=True)


def small(**runner):
    """A plan that needs no solver to be saved."""
    ada = Runner("Ada", 1, "home", ["mon", "thu"], "tue", "tue").replace(**runner)
    return Plan(ada, Season("2027-09-05", start_date="2026-11-30"), own_library())


# — it comes back equal ————————————————————————————————————————————————————————————————————

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)
some_days = st.sets(st.sampled_from(DAYS), max_size=7)
some_dates = st.dates(date(2000, 1, 1), date(2190, 12, 31))
holidays = st.lists(
    st.tuples(some_dates, st.integers(0, 30)).map(lambda r: (r[0], r[0] + timedelta(days=r[1]))),
    max_size=3,
)
runners = st.builds(
    Runner,
    words,
    st.integers(1, 3),
    st.sets(st.sampled_from(["none", "home", "gym", "barbell", "band"]), min_size=1).map(sorted),
    some_days.filter(bool),
    some_days,
    some_days,
    holidays,
    st.dictionaries(st.sampled_from(["soleus", "deltoid"]), st.floats(0, 50), max_size=2),
    st.dictionaries(st.sampled_from(FEW), st.floats(1, 500), max_size=3),
    st.sampled_from(["kg", "lb"]),
    st.booleans(),
)
weeks, slots = st.integers(1, 52), st.integers(1, 7)
exercises = st.sampled_from(FEW)
changes = st.lists(
    st.one_of(
        st.builds(Swap, weeks, slots, exercises, exercises),
        st.builds(Move, weeks, slots, st.sampled_from(DAYS)),
        st.builds(Drop, weeks, slots),
        st.builds(Note, weeks, slots, words),
    ),
    max_size=4,
)


@st.composite
def seasons(draw):
    start = draw(some_dates)
    races = draw(st.lists(st.integers(0, 51), max_size=3, unique=True))
    monday = start - timedelta(days=start.weekday())
    shipped = Phase.shipped(draw(st.sampled_from(["base", "recovery"])))
    given_start = draw(st.booleans()) or not races
    return Season(
        [monday + timedelta(weeks=n, days=draw(st.integers(0, 6))) for n in races]
        if given_start
        else [monday],
        draw(st.sampled_from(["north", "south"])),
        start if given_start else None,
        shipped.replace(
            volume_index=draw(st.floats(1, 200)), minutes=draw(st.floats(0, 180)), sessions=(0, 2)
        ),
        deload_every=draw(st.sampled_from([0, 2, 4, 8])),
        taper_days=draw(st.integers(0, 28)),
        taper_cut=draw(st.floats(0, 0.8)),
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("plans") / "plan.json"


@given(runner=runners, season=seasons(), edits=changes, revision=st.integers(0, 10**6))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_saved_plan_comes_back_equal(place, *, runner, season, edits, revision):
    plan = Plan(runner, season, own_library(), edits, revision=revision)
    assert plan.save(place) == place
    loaded = Plan.load(place)
    assert loaded == plan
    assert loaded.season._start_is_ours == (season._start_is_ours and bool(season.races))
    first = place.read_bytes()
    loaded.save(place)
    assert place.read_bytes() == first


@pytest.mark.parametrize("exercises", [None, "own"])
def test_a_loaded_plan_shows_the_same_sessions_and_goes_on(place, exercises):
    library = load_exercises().query("level < 3").reset_index(drop=True) if exercises else None
    ada = Runner("Ada", 2, "home", ["mon", "thu"], "tue", "tue", one_rm_kg={"goblet squat": 40})
    plan = Plan(ada, Season("2027-09-05"), library, Note(1, 1, "Hello"))
    plan.save(place)
    loaded = Plan.load(place)
    assert loaded == plan
    assert (loaded.exercises is None) == (exercises is None)
    pd.testing.assert_frame_equal(loaded.sessions(), plan.sessions())
    pd.testing.assert_frame_equal(loaded.entries(), plan.entries())
    later = loaded.replace(season=loaded.season.replace(races="2027-09-12"))
    assert later.season.start_date == plan.season.start_date + timedelta(weeks=1)
    assert (later.uid, later.revision) == (plan.uid, 1)


def test_a_file_from_before_days_could_be_kept_still_opens():
    """Stored as it was written then."""
    old = Plan.load(Path(__file__).parent / "plan_before_keep_days.json")
    assert old == small()
    assert not old.runner.keep_days


def test_the_file_holds_the_exercises_it_uses(place):
    plan = small().replace(exercises=None, runner=small().runner)
    plan.save(place)
    held = json.loads(place.read_text(encoding="utf-8"))
    assert {row["id"] for row in held["exercises"]} == {e.id for e in plan.used()}
    assert set(held["exercises"][0]) == set(load_exercises().columns)
    assert held["schema_version"] == 1
    # an exercise that ships otherwise today stays as the file has it
    held["exercises"][0]["name"] = "as it was"
    place.write_text(json.dumps(held), encoding="utf-8")
    assert "as it was" in [e.name for e in Plan.load(place).exercises]


# — damage —————————————————————————————————————————————————————————————————————————————————


def test_every_proper_prefix_of_a_file_is_refused(place):
    small(name="Ada 🏃").save(place)
    whole = place.read_bytes()
    assert whole.endswith(b"}\n")
    place.write_bytes(whole[:-1])
    assert Plan.load(place) == small(name="Ada 🏃")  # only the final newline is missing
    with place.open("r+b") as file:
        for length in range(len(whole) - 2, -1, -1):
            file.truncate(length)
            with pytest.raises(PlanError):
                Plan.load(place)


def deep(tree, path, value):
    """Return the tree with one value changed; "-" takes the field out."""
    tree = json.loads(json.dumps(tree))
    *most, last = path
    inner = tree
    for key in most:
        inner = inner[key]
    if value == "-":
        del inner[last]
    else:
        inner[last] = value
    return tree


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (["schema_version"], 2, "schema_version is 2"),
        (["schema_version"], "1", "schema_version is '1'"),
        (["schema_version"], True, "schema_version is True"),
        (["schema_version"], "-", "schema_version is None"),
        (["uid"], 3, "uid: 3 is not a text"),
        (["uid"], "a b", "uid is 'a b'"),
        (["revision"], 1.0, "revision: 1.0 is not a whole number"),
        (["revision"], False, "revision: False is not a whole number"),
        (["runner"], "-", "runner missing"),
        (["runner"], [], "runner: [] where fields should stand"),
        (["runner", "level"], "2", "runner.level: '2' is not a whole number"),
        (["runner", "level"], 9, "runner: Level 9"),
        (["runner", "name"], "", "runner: The runner's name is ''"),
        (["runner", "away"], "-", "runner: away missing"),
        (["runner", "away"], [["2027-01-01"]], "runner.away[0]"),
        (["runner", "away"], [["2027-01-01", "2027-02-30"]], "runner.away[0]"),
        (
            ["runner", "strength_days"],
            "mon",
            "runner.strength_days: 'mon' where a list should stand",
        ),
        (["runner", "needs", 0, 1], "6", "runner.needs[0][1]: '6' is not a number"),
        (["runner", "needs", 0, 0], "sole", 'no muscle "sole"'),
        (["runner", "shoe"], 43, "unknown field shoe"),
        (["season", "races", 0], "2027-02-30", "season.races[0]: '2027-02-30' is no date"),
        (["season", "races", 0], "2037-02-28", "outside the season"),
        (["season", "deload_every"], 1, "deload_every is 1"),
        (["season", "phases", 1, "sessions", 0], None, "season.phases[1].sessions"),
        (["season", "phases", 1, "emphasis", "explosive"], "a", "season.phases[1].emphasis"),
        (["season", "phases", 1, "emphasis"], 3, "season.phases[1].emphasis"),
        (["changes", 0, "change"], "spin", "changes[0]: change is 'spin'"),
        (["changes", 0, "week"], 53, "changes[0]: week is 53"),
        (["changes", 0, "new"], "xyzzy", "xyzzy"),
        (["changes"], {}, "changes: {} where a list should stand"),
        (["library"], "mine", "library"),
        (["exercises"], [], "library is empty"),
        (["exercises", 0, "primary"], ["sole"], 'exercises[0].primary: "sole" is not known'),
        (["exercises", 0, "pattern"], "jig", 'exercises[0].pattern: "jig" is not known'),
        (["exercises", 0, "level"], 7, "exercises[0]: level"),
        (["exercises", 0, "unilateral"], 1, "exercises[0].unilateral: 1 is not true or false"),
        (["exercises", 0, "cue"], "-", "exercises[0]: cue missing"),
        (["exercises", 0, "id"], "bird_dog", "stands there twice"),
        (["surprise"], 1, "unknown field surprise"),
    ],
)
def test_a_wrong_value_is_refused_by_its_field_and_the_file_stays(place, path, value, said):
    plan = small().replace(changes=Swap(1, 1, "push_up", "front_plank"), revision=0)
    plan.save(place)
    text = json.dumps(deep(json.loads(place.read_text(encoding="utf-8")), path, value))
    place.write_text(text, encoding="utf-8")
    with pytest.raises(PlanError) as refused:
        Plan.load(place)
    assert said in str(refused.value)
    assert str(place) in str(refused.value)
    assert place.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "damaged or cut short in line 1"),
        (b"[1, 2]", "no plan, but a list"),
        (b"\xff\xfe{}", "not UTF-8"),
        (b"[" * 200_000, "damaged"),
        (b'{"schema_version": NaN}', "NaN is no number"),
        (b'{"schema_version": ' + b"9" * 5000 + b"}", "damaged"),
        (b'{"schema_version": 1} {}', "damaged"),
    ],
)
def test_other_files_are_no_plans(place, content, said):
    place.write_bytes(content)
    with pytest.raises(PlanError) as refused:
        Plan.load(place)
    assert said in str(refused.value)


def test_what_cannot_be_read_or_written_is_said(tmp_path):
    with pytest.raises(PlanError, match="no such file"):
        Plan.load(tmp_path / "none.json")
    with pytest.raises(PlanError, match="cannot be read"):
        Plan.load(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(PlanError, match="cannot be written"):
        small().save(tmp_path / "file" / "plan.json")
    with pytest.raises(PlanError, match="cannot be written"):
        small().save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


# — killed while writing ———————————————————————————————————————————————————————————————————

_KILLER = """
import os, random, signal, sys
from pathlib import Path
from time import perf_counter
from runplan import Plan

place = Path(sys.argv[1])
plans = [Plan.load(sys.argv[2]), Plan.load(sys.argv[3])]
chance = random.Random(0)
plans[0].save(place)
for _ in range(250):
    child = os.fork()
    if not child:
        while True:
            plans[1].save(place)
            plans[0].save(place)
    end = perf_counter() + chance.uniform(0, 0.03)
    while perf_counter() < end:
        pass
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert Plan.load(place) in plans
print(len(list(place.parent.glob(".*.part"))))
"""


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="needs fork and SIGKILL")
def test_a_killed_writer_leaves_a_whole_file(tmp_path):
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    small().save(one)
    small(name="Bo").replace(changes=[Note(n, 1, "x" * 500) for n in range(1, 53)]).save(two)
    place = tmp_path / "there" / "plan.json"
    command = [sys.executable, "-c", _KILLER, *map(str, (place, one, two))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 5  # so many were killed between opening and renaming


def test_a_failed_save_keeps_the_old_file(tmp_path):
    place = Path(tmp_path / "plan.json")
    small().save(place)
    before = place.read_bytes()
    with pytest.raises(PlanError):
        small(name="Bo").save(place / "below.json")
    assert place.read_bytes() == before
