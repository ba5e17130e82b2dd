"""The plan: its runner, sessions, loads, coverage, progression, and a trainer's changes."""

import os
import subprocess
import sys
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runplan import (
    Drop,
    Exercise,
    Move,
    Note,
    Phase,
    Plan,
    PlanError,
    Runner,
    Season,
    Swap,
    coverage,
    load_exercises,
)
from runplan.plan.dose import WEIGHTS, most_reps, pct_for
from runplan.plan.rotation import rotation
from runplan.plan.runner import usual_needs
from runplan.tables import load

SEASON = Season("2027-09-05", start_date="2026-11-30")
ADA = Runner("Ada", 2, "gym", ["mon", "wed", "fri"], ["tue", "sat"], "sat")
PLAN = Plan(ADA, SEASON)


def rules(plan):
    return {reason.rule for reason in plan.warnings()}


# — the runner —————————————————————————————————————————————————————————————————————————————


def test_a_runner_holds_what_was_given_in_one_order():
    one = Runner("Ada", 2, "gym", ["fri", "mon"], ["sat", "tue"], "sat", one_rm_kg={"b": 2, "a": 1})
    two = Runner(
        "Ada", 2, ["gym"], ("mon", "fri", "mon"), "tue", ["sat"], one_rm_kg=[("a", 1), ("b", 2)]
    )
    assert one == two
    assert hash(one) == hash(two)
    assert one.run_days == ("tue", "sat")


@pytest.mark.parametrize(
    ("given_away", "ranges"),
    [
        ((), ()),
        (None, ()),
        ("2027-02-01", [("2027-02-01", "2027-02-01")]),
        (("2027-02-01", "2027-02-07"), [("2027-02-01", "2027-02-07")]),
        (
            [("2027-03-01", "2027-03-02"), "2027-02-01"],
            [("2027-02-01",) * 2, ("2027-03-01", "2027-03-02")],
        ),
        ([(date(2028, 2, 29), "2028-03-01")], [("2028-02-29", "2028-03-01")]),
        (pd.Timestamp("2027-02-01"), [("2027-02-01", "2027-02-01")]),
        (
            ["1 to 14 February 2027", "3 May 2027"],
            [("2027-02-01", "2027-02-14"), ("2027-05-03",) * 2],
        ),
        ("1.-14.2.2027, 3 May 2027", [("2027-02-01", "2027-02-14"), ("2027-05-03",) * 2]),
    ],
)
def test_away_takes_ranges_days_and_one_range(given_away, ranges):
    expected = tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in ranges)
    assert ADA.replace(away=given_away).away == expected


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": " "}, ["name", "give a text"]),
        ({"name": "\ud800"}, ["half a character"]),
        ({"level": 4}, ["Level 4", "1 (entry)"]),
        ({"level": True}, ["Level True"]),
        ({"equipment": "gim"}, ["gim", "gym"]),
        ({"equipment": []}, ["No equipment"]),
        ({"strength_days": []}, ["at least one", "mon"]),
        ({"strength_days": ["monday"]}, ["monday", "mon"]),
        ({"hard_run_days": ["xxx"]}, ["xxx"]),
        ({"away": [("2027-02-07", "2027-02-01")]}, ["the first day comes first"]),
        ({"away": [("2027-02-01", "2027-02-03", "2027-02-05")]}, ["first and the last day"]),
        ({"away": "2027-02-30"}, ["2027-02-30", '"1 to 14 February 2027"']),
        ({"away": "28 to 2 March 2027"}, ["from 2027-03-28 back to 2027-03-02"]),
        ({"away": ("2027-02-01", "2027-02-30")}, ["2027-02-30", "year-month-day"]),
        ({"needs": {"soleas": 3}}, ["soleas", "soleus"]),
        ({"needs": {"soleus": -1}}, ["needs of soleus", "0 to 50"]),
        ({"needs": 3}, ["needs is 3"]),
        ({"one_rm_kg": {"back_squat": float("nan")}}, ["one_rm_kg of back_squat", "1 to 500"]),
        ({"one_rm_kg": {"back_squat": 0}}, ["lifted just once"]),
        ({"units": "stone"}, ["stone", "kg"]),
        ({"keep_days": "yes"}, ["keep_days is 'yes'", "True", "even before a hard run"]),
        ({"names": "Bo"}, ["names", "name"]),
    ],
)
def test_what_cannot_be_is_refused_in_words(change, words):
    with pytest.raises(PlanError) as refused:
        ADA.replace(**change)
    assert all(word in str(refused.value) for word in words)


def test_needs_are_ours_but_for_what_is_given():
    needs = dict(ADA.replace(needs={"soleus": 12, "deltoid": 0}).needs)
    assert needs == usual_needs() | {"soleus": 12, "deltoid": 0}
    assert list(usual_needs()) == list(load("muscles").id)


def test_weights_in_the_runners_units():
    assert ADA.weight(81.3) == "82.5 kg"
    assert ADA.replace(units="lb").weight(81.3) == "180 lb"
    assert ADA.weight(0.4) == "2.5 kg"


# — sessions ———————————————————————————————————————————————————————————————————————————————


def test_every_session_of_the_season_has_its_day():
    table = PLAN.sessions()
    weeks = SEASON.weeks().set_index("week")
    assert table.groupby("week").size().to_dict() == weeks.sessions.to_dict()
    assert table.date.is_monotonic_increasing
    assert table.uid.is_unique
    assert (table.date - weeks.monday[table.week].values).dt.days.between(0, 6).all()
    assert (table.phase.values == weeks.phase[table.week].values).all()
    assert PLAN.warnings() == [] or rules(PLAN) <= {"strength_days"}


def test_minutes_and_load_follow_the_season():
    table, weeks = PLAN.sessions(), SEASON.weeks().set_index("week")
    assert np.allclose(table.load_au, table.minutes * table.session_rpe, atol=0.06)
    base = weeks[weeks.phase == "base"]
    minutes = table.groupby("week").minutes.sum()[base.index]
    assert np.allclose(minutes, base.minutes, rtol=0.1)
    # the race week is the lightest before the race
    assert table.groupby("week").minutes.sum()[:40].idxmin() == 40


def test_deload_and_taper_cut_sets_and_keep_the_load():
    runner = ADA.replace(one_rm_kg={e.id: 100 for e in Exercise.every()})
    work = Plan(runner, SEASON).entries()
    loads = work.dropna(subset="load_kg").pivot_table(
        index="exercise", columns="week", values="pct_1rm"
    )
    weeks = SEASON.weeks().set_index("week")
    both = loads[[3, 4]].dropna()
    assert len(both) > 2
    assert (both[3] == both[4]).all()
    sets = work.groupby(["week", "slot"]).sets.sum().groupby("week").sum()
    assert sets[4] < 0.75 * sets[3]
    taper = weeks[weeks.taper].index
    assert (sets[taper].diff().dropna() < 0).all()
    assert weeks.intensity_pct_1rm[taper].nunique() == 1
    assert (loads[taper].nunique(axis=1) <= 1).all()


def test_landings_follow_the_season_as_far_as_the_jumps_allow():
    landings = PLAN.sessions().groupby("week").contacts.sum()
    wanted = SEASON.weeks().set_index("week").contacts
    base = wanted.index[:16]
    assert np.allclose(landings[base], wanted[base], atol=6)
    assert landings[41:44].sum() == 0


def test_a_session_of_the_table_is_the_one_of_its_exercises():
    table, work = PLAN.sessions(), PLAN.entries()
    for key, rows in work.groupby(["week", "slot"]):
        session = table[(table.week == key[0]) & (table.slot == key[1])].iloc[0]
        assert rows.contacts.sum() == session.contacts
        assert len(session.exercises) == len(rows)
        assert all(
            name in text and dose in text and load in text
            for text, name, dose, load in zip(
                session.exercises, rows.exercise_name, rows.dose, rows.load, strict=True
            )
        )
    assert (work.groupby(["week", "slot", "superset"]).sets.nunique() == 1).all()


def test_a_and_b_take_turns_and_differ():
    for phase, rows in PLAN.sessions().groupby("phase", sort=False):
        letters = [name[-1] for name in rows.name]
        assert letters == ["AB"[n % 2] for n in range(len(letters))], phase
    for name in SEASON.weeks().phase.unique():
        both = rotation(Phase.shipped(name), ("gym",), 2, ADA.needs, None)
        first, second = ({e.id for e in s.exercises()} for s in (both.a, both.b))
        assert len(first & second) <= len(first) / 2
        assert both.b.review(2).fails <= both.a.review(2).fails
        assert both.b.duration_s() <= Phase.shipped(name).minutes * 60
        covered = (both.a.coverage() > 0).sum()
        assert (both.a.coverage() + both.b.coverage() > 0).sum() > covered


@pytest.mark.parametrize(
    ("equipment", "level"), [("none", 1), ("home", 1), ("home", 2), ("gym", 3)]
)
def test_sessions_use_what_is_at_hand_at_the_runners_level(equipment, level):
    plan = Plan(ADA.replace(equipment=equipment, level=level), SEASON)
    from runplan import at_hand

    held = at_hand(equipment)
    for exercise in plan.used():
        assert exercise.level <= level
        assert held.issuperset(exercise.equipment)
    assert len(plan.sessions()) == SEASON.weeks().sessions.sum()


def test_mara_keeps_her_monday_before_a_hard_run_where_she_says_so():
    hard, runs = ["tue", "sat"], ["tue", "wed", "sat", "sun"]
    mara = Runner("Mara", 1, "home", ["mon", "thu"], runs, hard)
    by_rule, kept = Plan(mara, SEASON), Plan(mara.replace(keep_days=True), SEASON)
    for plan, first in ((by_rule, "Sunday"), (kept, "Monday")):
        table = plan.sessions()
        both = table[table.groupby("week").week.transform("size") == 2]
        assert both.week.nunique() == 31
        assert set(both.date.dt.day_name()) == {first, "Thursday"}
        assert "In 31 weeks a session is" in plan.describe()
    assert by_rule.season == kept.season
    assert "strength_days" in rules(by_rule) - rules(kept)
    assert "day_before_hard_run" in rules(kept) - rules(by_rule)
    assert "mon and thu, even before a hard run, runs on" in kept.runner.describe()


def test_a_hard_run_on_the_same_day_is_said_in_the_entry():
    plan = Plan(Runner("Bo", 2, "gym", "tue", "tue", "tue"), SEASON)
    first = plan.week(1)
    assert first.date.dt.day_name().tolist() == ["Tuesday"]
    assert "6 h" in first.note[0]
    table = PLAN.sessions()
    hard = table.date.dt.day_name() == "Saturday"
    assert hard.any()
    assert (table.note.str.contains("6 h") == hard).all()


def test_week_and_today():
    one = PLAN.week(1)
    assert one.week.tolist() == [1] * len(one)
    there = one.date[0].date()
    assert PLAN.today(there).uid.tolist() == [one.uid[0]]
    assert len(PLAN.today("2027-09-05")) == 0  # the race
    for bad in (0, 53, True, "1"):
        with pytest.raises(PlanError, match="1 to 52"):
            PLAN.week(bad)
    assert len(PLAN.today("2027-11-28")) in (0, 1)
    with pytest.raises(PlanError, match="outside the plan"):
        PLAN.today("2027-11-29")


def test_a_fresh_copy_each_time():
    table = PLAN.sessions()
    table["minutes"] = 0
    assert (PLAN.sessions().minutes > 0).all()


# — loads ——————————————————————————————————————————————————————————————————————————————————


def test_kilograms_only_where_a_maximum_is_known():
    work = Plan(ADA.replace(one_rm_kg={"one-arm dumbbell row": 40}), SEASON).entries()
    known = work[work.load_kg.notna()]
    assert set(known.exercise) == {"one_arm_row"}
    assert np.allclose(known.load_kg, 40 * known.pct_1rm / 100)
    assert (known.load.str.contains("kg") & known.load.str.contains("1RM")).all()
    strength = {e.id for e in Exercise.every() if "max_strength" in e.emphasis}
    rest = work[work.exercise.isin(strength) & work.load_kg.isna()]
    assert rest.in_reserve.notna().all()
    assert not PLAN.entries().load_kg.notna().any()


def test_loads_follow_the_weeks_intensity_and_repetitions():
    every = ADA.replace(one_rm_kg={e.id: 100 for e in Exercise.every()})
    work = Plan(every, SEASON).entries().dropna(subset="pct_1rm")
    weeks = SEASON.weeks().set_index("week")
    assert (work.pct_1rm <= weeks.intensity_pct_1rm[work.week].values + 1e-9).all()
    # nobody is asked for more repetitions than the load allows
    heavy = work[(work.pct_1rm >= 65) & ~work.per_side]
    assert (heavy.reps <= heavy.pct_1rm.map(most_reps) + 1e-9).all()


def test_without_weights_there_are_repetitions_in_reserve_and_a_tempo():
    work = Plan(ADA.replace(equipment="none"), SEASON).entries()
    strength = {e.id for e in Exercise.every() if "max_strength" in e.emphasis}
    own = work[work.exercise.isin(strength) & (work.unit != "seconds")]
    assert own.load.str.contains("in reserve, tempo").all()
    assert own.tempo.str.match(r"\d-\d-[\dX](-\d)?$").all()
    gym = PLAN.entries()
    weighted = gym[gym.exercise.isin(["goblet_squat", "one_arm_row", "romanian_deadlift"])]
    assert len(weighted)
    assert (weighted.tempo == "").all()


def test_repetitions_in_reserve_stay_in_the_phases_range():
    work = PLAN.entries().dropna(subset="in_reserve")
    bounds = load("phases").set_index("phase")
    assert (work.in_reserve >= bounds.rir_min[work.phase].values).all()
    assert (work.in_reserve <= bounds.rir_max[work.phase].values).all()
    base = work[(work.exercise == "push_up") & (work.phase == "base")]
    assert dict(zip(base.week, base.in_reserve, strict=True))[1] == 2  # 80 % is 8RM, 6 asked


def test_the_chart_both_ways():
    for reps, pct in [(1, 100), (6, 85), (10, 75), (15, 65)]:
        assert most_reps(pct) == reps
        assert pct_for(reps) == pct
    assert set(load("equipment").equipment) > WEIGHTS


# — coverage and progression —————————————————————————————————————————————————————————————


def test_coverage_counts_the_weeks_sets_against_scaled_needs():
    table = PLAN.coverage(2).set_index("muscle")
    work = PLAN.entries()
    own = work[work.week == 2]
    expected = coverage(zip(own.exercise, own.sets, strict=True))
    assert np.allclose(table.sets, expected[table.index], atol=0.01)
    assert len(table) == 35
    spring = PLAN.coverage()
    spring = spring[spring.phase == "transition_spring"].set_index("muscle")
    assert spring.need["soleus"] == pytest.approx(usual_needs()["soleus"] * 0.65)
    assert (spring.short == (spring.need - spring.sets).clip(lower=0).round(2)).all()


def test_a_need_that_nothing_covers_is_shown_short_and_is_no_error():
    plan = Plan(ADA.replace(needs={"soleus": 50}), SEASON)
    table = plan.coverage().set_index(["phase", "muscle"])
    assert table.short["competition", "soleus"] > 0
    assert "soleus" in plan.describe()


def test_progression_says_inside_and_across_phases():
    table = PLAN.progression().set_index(["phase", "exercise"])
    work = PLAN.entries()
    assert set(table.index) == set(zip(work.phase, work.exercise, strict=True))
    base = table.loc["base"]
    push = base.loc["push_up"]
    assert "→" in push.inside
    assert "2–10 % more weight" in push.inside
    assert table.across.str.len().gt(0).all()
    last = work[work.phase == "competition"].exercise
    again = [e for e in base.index if e in set(last)]
    assert again
    assert base.across[again].str.contains("competition|spring").all()


# — changes ————————————————————————————————————————————————————————————————————————————————


def exercise_of(plan, week, slot, place=0):
    work = plan.entries()
    return work[(work.week == week) & (work.slot == slot)].exercise.tolist()[place]


def test_each_change_does_what_it_says_and_nothing_else():
    before = PLAN.sessions()
    old = exercise_of(PLAN, 2, 1, 2)
    plan = PLAN.replace(
        changes=[
            Swap(2, 1, old, "Nordic hamstring"),
            Move(2, 2, "thu"),
            Drop(2, 3),
            Note(3, 1, "Bring a band."),
        ]
    )
    after = plan.sessions()
    assert plan.unfitting() == []
    assert "nordic_hamstring" in plan.entries().query("week == 2 and slot == 1").exercise.tolist()
    assert old not in plan.entries().query("week == 2 and slot == 1").exercise.tolist()
    assert plan.week(2).date.dt.day_name().tolist()[1] == "Thursday"
    assert plan.week(2).slot.tolist() == [1, 2]
    assert plan.week(3).note[0].endswith("Bring a band.")
    others = [
        not (w == 2 or (w, s) == (3, 1)) for w, s in zip(before.week, before.slot, strict=True)
    ]
    kept = before[others].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, after.merge(kept[["uid"]], on="uid")[kept.columns])


def test_a_move_that_breaks_a_rule_is_done_and_said():
    where = {row.slot: row.date.day_name() for row in PLAN.week(2).itertuples()}
    assert where[1] != "Friday"
    plan = PLAN.replace(changes=Move(2, 1, "fri")) if "Friday" not in where.values() else None
    plan = plan or PLAN.replace(changes=[Drop(2, 3), Move(2, 1, "fri")])
    assert "Friday" in plan.week(2).date.dt.day_name().tolist()
    assert "day_before_hard_run" in rules(plan)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Drop(1, 7), "has no session 7"),
        (Swap(1, 1, "back_squat", "front plank"), "has no"),
        (Move(40, 1, "sun"), "kept free for the race"),
        (Move(40, 1, "sat"), "kept free for the race"),
        (Move(2, 1, "wed"), "another session"),
    ],
)
def test_what_does_not_fit_is_kept_listed_and_not_done(change, why):
    plan = PLAN.replace(changes=[change])
    [(listed, reason)] = plan.unfitting()
    assert why in reason.text
    assert type(listed) is type(change)
    assert plan.changes == (listed,)
    assert reason in plan.warnings()
    pd.testing.assert_frame_equal(plan.sessions(), PLAN.sessions())


def test_a_change_after_the_session_is_left_out_does_not_fit():
    plan = PLAN.replace(changes=[Drop(2, 1), Note(2, 1, "late")])
    assert [type(change) for change, _ in plan.unfitting()] == [Note]


def test_changes_survive_a_moved_race_where_they_fit():
    season = Season("2027-09-05")
    away = ADA.replace(away=[("2027-01-04", "2027-01-10")])
    changes = [Note(4, 1, "first"), Drop(3, 3), Move(40, 1, "mon"), Note(6, 1, "home")]
    plan = Plan(away, season, changes=changes)
    # the race four weeks later: the season moves along, week 6 is no longer away
    later = plan.replace(season=season.replace(races="2027-10-03"))
    assert [change for change, _ in plan.unfitting()] == [changes[3]]
    assert [change for change, _ in later.unfitting()] == []
    assert later.week(4).note[0] == "first"
    assert later.week(4).date[0] - plan.week(4).date[0] == pd.Timedelta(weeks=4)
    assert later.uid == plan.uid
    assert later.revision == plan.revision + 1
    # a race on a Tuesday leaves no Monday for the last session
    tuesday = plan.replace(season=season.replace(races="2027-09-07"))
    assert changes[2] in [change for change, _ in tuesday.unfitting()]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Drop(0, 1), ["week is 0", "1 to 52"]),
        (lambda: Drop(1, 8), ["slot is 8", "1 to 7"]),
        (lambda: Move(1, 1, "monday"), ["monday", "mon"]),
        (lambda: Note(1, 1, ""), ["give a text"]),
        (lambda: Plan(ADA, SEASON, changes=["no"]), ["is no change", "Swap("]),
        (lambda: Plan(ADA, SEASON, changes=Swap(1, 1, "push up", "xyzzy")), ["xyzzy"]),
        (lambda: Plan("Ada", SEASON), ["runner is 'Ada'", "Runner("]),
        (lambda: Plan(ADA, None), ["season is None"]),
        (lambda: Plan(ADA, SEASON, uid="a b"), ["uid", "letters"]),
        (lambda: Plan(ADA, SEASON, revision=-1), ["revision", "from 0"]),
        (lambda: Plan(ADA, SEASON, exercises=[]), ["library is empty"]),
        (lambda: PLAN.replace(race=1), ["race"]),
        (lambda: Plan(ADA.replace(one_rm_kg={"xyzzy": 3}), SEASON), ["xyzzy"]),
    ],
)
def test_illegal_input_of_a_plan(make, words):
    with pytest.raises(PlanError) as refused:
        make()
    assert all(word in str(refused.value) for word in words)


# — a trainer's own library, identity, words —————————————————————————————————————————————


def test_an_own_library_is_the_only_one():
    own = load_exercises().query("level == 1").reset_index(drop=True)
    plan = Plan(ADA, SEASON, own)
    assert {e.id for e in plan.used()} <= set(own.id)
    with pytest.raises(PlanError):
        plan.replace(changes=Swap(1, 1, exercise_of(plan, 1, 1), "nordic_hamstring"))
    # a maximum for an exercise that the library lacks is no fault
    Plan(ADA.replace(one_rm_kg={"trap_bar_deadlift": 100}), SEASON, own).sessions()
    assert Plan(ADA, SEASON, ["push up", "bird dog"]).exercises[0].id == "push_up"


def test_one_exercise_of_each_kind_makes_a_the_only_session():
    few = load_exercises().set_index("id", drop=False)
    own = few.loc[["goblet_squat", "bird_dog", "push_up", "calf_raise"]].reset_index(drop=True)
    plan = Plan(ADA, SEASON, own)
    assert "rotation" in rules(plan)
    assert set(plan.sessions().name.str[-1]) == {"A"}


def test_the_uid_is_the_runners_and_the_first_days_and_stays():
    assert Plan(ADA, SEASON).uid == PLAN.uid
    assert Plan(ADA.replace(name="Bo"), SEASON).uid != PLAN.uid
    moved = PLAN.replace(runner=ADA.replace(strength_days=["tue", "thu"]))
    assert moved.uid == PLAN.uid
    assert moved.revision == 1
    assert set(moved.week(1).uid) <= {f"{PLAN.uid}-w01-s{n}" for n in (1, 2, 3)}


def test_the_same_input_gives_the_same_plan_byte_for_byte(tmp_path):
    code = (
        "import sys; from runplan import *\n"
        "plan = Plan(Runner('Ada', 1, 'home', ['mon', 'thu'], 'tue', 'tue'),"
        "            Season('2027-09-05', start_date='2026-11-30'))\n"
        "plan.save(sys.argv[1]); plan.sessions().to_csv(sys.argv[2])\n"
        "plan.entries().to_csv(sys.argv[3])"
    )
    made = []
    for seed in ("1", "2"):
        paths = [tmp_path / f"{seed}{name}" for name in "abc"]
        subprocess.run(
            [sys.executable, "-c", code, *map(str, paths)],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        made.append([path.read_bytes() for path in paths])
    assert made[0] == made[1]


def test_a_plan_shows_itself():
    plan = Plan(ADA.replace(name="<b>Ada</b>"), SEASON)
    assert "\n" not in repr(plan)
    assert "91 sessions" in plan.describe()
    html = plan._repr_html_()
    assert "&lt;b&gt;Ada" in html
    assert "<b>Ada" not in html
    assert "min a session" in html
    assert "<table" in plan.runner.replace(one_rm_kg={"back_squat": 100})._repr_html_()


# — any season —————————————————————————————————————————————————————————————————————————————


@given(
    start=st.integers(0, 800).map(
        lambda n: date(2026, 1, 5) + n * pd.Timedelta(days=1).to_pytimedelta()
    ),
    race=st.integers(0, 363),
    days=st.sets(st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), min_size=1),
    every=st.sampled_from([0, 2, 3, 4, 8]),
    taper=st.integers(0, 28),
)
@settings(max_examples=60, deadline=None)
def test_any_season_gives_whole_numbers_on_free_days(*, start, race, days, every, taper):
    from datetime import timedelta

    monday = start - timedelta(days=start.weekday())
    season = Season(
        monday + timedelta(days=race), start_date=start, deload_every=every, taper_days=taper
    )
    plan = Plan(Runner("Ada", 2, "home", days, "tue", "tue"), season)
    table, work = plan.sessions(), plan.entries()
    assert not work.drop(columns=["pct_1rm", "load_kg", "in_reserve"]).isna().any().any()
    assert not table.isna().any().any()
    assert (table.minutes > 8).all()
    assert work.sets.between(1, 5).all()
    dates = set(table.date.dt.date)
    assert not dates & {season.races[0], season.races[0] - timedelta(days=1)}
    assert len(dates) == len(table)
    wanted = season.weeks().set_index("week").sessions
    assert (table.groupby("week").size() <= wanted[table.week.unique()]).all()
