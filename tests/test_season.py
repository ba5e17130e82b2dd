"""The season: where the phases lie, how the volume moves, and what a coach is told."""

import pickle
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise
from math import inf, isclose

import numpy as np
import pandas as pd
import pytest
from cattrs.preconf.json import make_converter
from hypothesis import given, settings
from hypothesis import strategies as st

from runplan import Comparison, Phase, PlanError, Season, load_claims, load_phases, load_references
from runplan.season.layout import SEASONS

MONDAY = date(2026, 11, 30)
NAMES = ("base", "transition_spring", "competition", "recovery", "re_entry")
NUMBERS = {
    "sessions", "intensity_pct_1rm", "reps", "sets", "volume_index", "contacts", "mobility_min",
    "minutes", "session_rpe", "load_au",
}  # fmt: skip
AMOUNTS = ("volume_index", "minutes", "load_au")
WEEK = timedelta(weeks=1)


def race_in(week: int, weekday: int = 6, start: date = MONDAY) -> date:
    """The date of a race in a week of the season, counted from 1."""
    return start + (week - 1) * WEEK + timedelta(days=weekday)


def runs(names):
    """Each run of equal names, with its length."""
    return [(name, len(list(run))) for name, run in groupby(names)]


def layout(season):
    return runs(season.weeks().phase)


def about(season, rule, level=3):
    """The texts of the warnings with that rule."""
    return [w.text for w in season.warnings(level) if w.rule == rule]


# — strategies: any legal season ————————————————————————————————————————————————————————————

mondays = st.integers(0, 2600).map(lambda week: date(2000, 1, 3) + week * WEEK)


def ends(low, high):
    number = st.integers(low, high)
    return st.tuples(number, number).map(lambda pair: tuple(sorted(pair)))


def hundredths(low, high):
    return st.integers(low, high).map(lambda number: number / 100)


# what changes the curve; the rest of a phase stays as shipped
phases = st.fixed_dictionaries(
    {
        "name": st.sampled_from(NAMES),
        "weeks": st.integers(1, 52),
        "sessions": ends(0, 5),
        "intensity_pct_1rm": ends(0, 100),
        "sets": ends(1, 10),
        "contacts": ends(0, 200),
        "volume_index": hundredths(100, 20000),
    }
).map(lambda changes: Phase.shipped(changes["name"]).replace(**changes))
shapes = st.fixed_dictionaries(
    {
        "deload_every": st.sampled_from([0, *range(2, 9)]),
        "deload_volume": hundredths(30, 95),
        "blend_weeks": st.integers(0, 4),
        "taper_days": st.integers(0, 28),
        "taper_cut": hundredths(0, 80),
    }
)
race_places = st.lists(
    st.tuples(st.integers(1, 52), st.integers(0, 6)), max_size=4, unique_by=lambda place: place[0]
)
changed_phases = st.lists(phases, max_size=2, unique_by=lambda phase: phase.name)


@st.composite
def seasons(draw, races=race_places):
    start = draw(mondays)
    return Season(
        races=[race_in(week, weekday, start) for week, weekday in draw(races)],
        hemisphere=draw(st.sampled_from(["north", "south"])),
        start_date=start,
        phases=draw(changed_phases),
        **draw(shapes),
    )


# — any legal season ————————————————————————————————————————————————————————————————————————


@settings(max_examples=2000, deadline=None)
@given(seasons())
def test_any_legal_season_keeps_its_promises(season):
    table = season.weeks()
    weeks = table.to_dict("records")

    assert [w["week"] for w in weeks] == list(range(1, 53))
    assert [w["monday"].date() for w in weeks] == [season.start_date + n * WEEK for n in range(52)]
    assert all(0 <= value < inf for w in weeks for name, value in w.items() if name in NUMBERS)

    races = {(race - season.start_date).days // 7 for race in season.races}
    assert {n for n, w in enumerate(weeks) if w["race"]} == races
    assert all(weeks[n]["phase"] == "competition" for n in races)

    tapers = {
        (race - timedelta(days=back) - season.start_date).days // 7
        for race in season.races
        for back in range(season.taper_days + 1)
        if season.taper_days and race - timedelta(days=back) >= season.start_date
    }
    assert {n for n, w in enumerate(weeks) if w["taper"]} == tapers

    first = 0
    for place, (name, length) in enumerate(runs(w["phase"] for w in weeks)):
        phase = season.phase(name)
        for n in range(first, first + length):
            week = weeks[n]
            turn = n - first
            every = season.deload_every
            assert week["deload"] == (every > 0 and turn % every == every - 1 and n not in tapers)
            blended = place > 0 and turn < season.blend_weeks
            assert_formulas(week, phase)
            if not (week["deload"] or week["taper"] or blended):
                assert_bounds(week, phase)
        first += length

    ordinary = [not w["deload"] and not w["taper"] for w in weeks]
    for n, week in enumerate(weeks):
        near = [
            weeks[m]
            for m in (n - 1, n + 1)
            if 0 <= m < 52 and ordinary[m] and weeks[m]["phase"] == week["phase"]
        ]
        if week["deload"]:
            assert all(week[a] <= 0.95 * other[a] for a in AMOUNTS for other in near)
        if week["race"] and week["taper"]:
            usual = [w for m, w in enumerate(weeks) if ordinary[m] and w["phase"] == "competition"]
            assert all(week["volume_index"] < w["volume_index"] for w in usual)
            assert all(week["load_au"] < w["load_au"] for w in usual if w["load_au"])


def assert_bounds(week, phase):
    least, most = phase.sessions
    assert week["sessions"] == 0 if week["minutes"] == 0 else least <= week["sessions"] <= most
    assert phase.sets[0] <= week["sets"] <= phase.sets[1]
    step = week["volume_index"] / phase.volume_index
    assert 0.9 - 1e-9 <= step <= 1.1 + 1e-9
    low, high = phase.contacts
    assert low * week["sessions"] <= week["contacts"] <= high * week["sessions"]


def assert_formulas(week, phase):
    """What holds in every week, easy or not."""
    low, high = phase.intensity_pct_1rm
    assert low <= week["intensity_pct_1rm"] <= high
    assert phase.reps[0] <= week["reps"] <= phase.reps[1]
    usual = sum(phase.sessions) / 2 * phase.minutes
    assert isclose(week["minutes"], usual * week["volume_index"] / phase.volume_index)
    assert isclose(week["load_au"], week["minutes"] * phase.session_rpe)
    assert week["mobility_min"] <= week["minutes"]
    assert (week["sessions"] > 0) == (week["minutes"] > 0)


@settings(max_examples=150, deadline=None)
@given(seasons(race_places.filter(bool)), st.integers(-60, 60))
def test_moving_race_and_start_moves_the_curve(season, k):
    moved = season.replace(
        races=[race + k * WEEK for race in season.races], start_date=season.start_date + k * WEEK
    )
    there, here = moved.weeks(), season.weeks()
    assert (there.pop("monday") - here.pop("monday") == k * pd.Timedelta(weeks=1)).all()
    pd.testing.assert_frame_equal(there, here)


@settings(max_examples=200, deadline=None)
@given(seasons(race_places.filter(bool)))
def test_with_a_race_the_hemisphere_changes_names_only(season):
    other = season.replace(hemisphere="south" if season.hemisphere == "north" else "north")
    pd.testing.assert_frame_equal(other.weeks(), season.weeks())
    assert other.describe() != season.describe()


@settings(max_examples=150, deadline=None)
@given(seasons(), seasons(), st.data())
def test_replace_and_replace_back_is_the_same_season(season, other, data):
    names = ["phases", "deload_every", "deload_volume", "blend_weeks", "taper_days", "taper_cut"]
    name = data.draw(st.sampled_from(names))
    changed = season.replace(**{name: getattr(other, name)})
    assert getattr(changed, name) == getattr(other, name)
    back = changed.replace(**{name: getattr(season, name)})
    assert back == season
    assert hash(back) == hash(season)


@settings(max_examples=150, deadline=None)
@given(seasons(), st.sampled_from([1, 2, 3]))
def test_every_warning_speaks_and_cites(season, level):
    keys = set(load_references()["key"])
    for warning in season.warnings(level):
        assert warning.level == "warn"
        assert warning.text.endswith(".")
        assert "nan" not in warning.text
        assert warning.reference is None or warning.reference in keys


# — where the phases lie ————————————————————————————————————————————————————————————————————


def test_a_race_in_week_40_leaves_every_phase_its_full_length():
    season = Season("2027-09-05", start_date="2026-11-30")
    assert layout(season) == [
        ("base", 16), ("transition_spring", 12), ("competition", 12), ("recovery", 4),
        ("re_entry", 8),
    ]  # fmt: skip
    assert about(season, "start_date") == []


@pytest.mark.parametrize(
    "race", ["2028-02-29", "2027-01-01", "2027-05-10", "2027-05-09", "2028-12-31"]
)
@pytest.mark.parametrize("hemisphere", ["north", "south"])
def test_the_last_race_is_in_week_40_by_default(race, hemisphere):
    weeks = Season(race, hemisphere).weeks()
    monday = weeks.monday[39].date()
    assert monday <= date.fromisoformat(race) <= monday + timedelta(days=6)
    assert weeks.week[weeks.race].tolist() == [40]


@pytest.mark.parametrize(
    ("week", "before"),
    [
        (52, {"base": 28, "transition_spring": 12, "competition": 12}),
        (41, {"base": 17, "transition_spring": 12, "competition": 12}),
        (25, {"base": 1, "transition_spring": 12, "competition": 12}),
        (24, {"transition_spring": 12, "competition": 12}),
        (13, {"transition_spring": 1, "competition": 12}),
        (12, {"competition": 12}),
        (1, {"competition": 1}),
    ],
)
def test_base_shrinks_first_then_spring_then_competition(week, before):
    assert dict(layout(Season(race_in(week), start_date=MONDAY))[: len(before)]) == before


@pytest.mark.parametrize(
    ("week", "after"),
    [
        (20, [("recovery", 4), ("re_entry", 8), ("base", 20)]),
        (40, [("recovery", 4), ("re_entry", 8)]),
        (45, [("recovery", 4), ("re_entry", 3)]),
        (50, [("recovery", 2)]),
    ],
)
def test_after_the_last_race_recovery_re_entry_and_base_again(week, after):
    assert layout(Season(race_in(week), start_date=MONDAY))[-len(after) :] == after


@pytest.mark.parametrize("distance", range(1, 52))
def test_two_races_at_every_distance(distance):
    season = Season([race_in(1), race_in(1 + distance)], start_date=MONDAY)
    between = season.weeks().phase[1 : 1 + distance].tolist()
    recovery = 0 if distance < 3 else 1 if distance < 8 else 2
    lead = distance - recovery
    competition = min(12, lead)
    spring = min(12, lead - competition)
    base = lead - competition - spring
    assert between == (
        ["recovery"] * recovery
        + ["base"] * base
        + ["transition_spring"] * spring
        + ["competition"] * competition
    )
    assert len(about(season, "races")) == (1 if distance < 42 else 0)


@pytest.mark.parametrize("weekday", range(7))
def test_two_races_in_neighbouring_weeks_down_to_one_day_apart(weekday):
    season = Season([race_in(20, 6), race_in(21, weekday)], start_date=MONDAY)
    weeks = season.weeks()
    assert weeks.week[weeks.race].tolist() == [20, 21]
    assert any("reaches back to the race" in text for text in about(season, "taper_days"))


@settings(max_examples=300, deadline=None)
@given(mondays, st.sampled_from(["north", "south"]))
def test_without_races_the_seasons_of_the_year_decide(start, hemisphere):
    weeks = Season(hemisphere=hemisphere, start_date=start).weeks()
    north = dict(zip(range(1, 13), "wwsssuuuaaaw", strict=True))
    shift = 0 if hemisphere == "north" else 6
    letters = {"base": "w", "transition_spring": "s", "competition": "u"}
    for monday, phase in zip(weeks.monday, weeks.phase, strict=True):
        sunday = monday + pd.Timedelta(days=6)
        assert letters.get(phase, "a") == north[(sunday.month + shift - 1) % 12 + 1]
    recoveries = [length for name, length in runs(weeks.phase) if name == "recovery"]
    assert all(length <= 4 for length in recoveries)
    assert sum(recoveries) <= 8


@pytest.mark.parametrize(("hemisphere", "month"), [("north", 12), ("south", 6)])
def test_a_year_from_winter_has_four_seasons_and_re_entry(hemisphere, month):
    start = date(2026, month, 1)
    season = Season(hemisphere=hemisphere, start_date=start)
    assert season.start_date == start - timedelta(days=start.weekday())
    names = [name for name, _ in layout(season)]
    assert names == list(NAMES)
    assert season.weeks().phase.value_counts()["recovery"] == 4


def test_the_seasons_are_those_of_the_table():
    table = load_phases().set_index("phase")
    months = [date(2026, month, 1).strftime("%b") for month in range(1, 13)]
    for phase, (name, first) in SEASONS.items():
        third = (first + 1) % 12 + 1
        assert name in table.season_north[phase]
        assert f"{months[first - 1]}-{months[third - 1]}" in table.season_north[phase]
        south = f"{months[(first + 5) % 12]}-{months[(third + 5) % 12]}"
        assert table.season_south[phase] == south


def test_without_races_the_default_start_is_the_last_winter():
    today = datetime.now().astimezone().date()
    for hemisphere, month in (("north", 12), ("south", 6)):
        start = Season(hemisphere=hemisphere).start_date
        winter = next(
            start + timedelta(days=n) for n in range(7) if (start + timedelta(n)).day == 1
        )
        assert start.weekday() == 0
        assert winter.month == month
        assert timedelta(0) <= today - winter < timedelta(days=366)


def test_a_start_in_midweek_is_the_monday_before():
    assert Season(start_date="2026-12-03").start_date == MONDAY
    assert Season(start_date=datetime(2026, 12, 6, 23)) == Season(start_date=MONDAY)  # noqa: DTZ001
    assert Season(start_date=np.datetime64("2026-12-01")) == Season(start_date=MONDAY)


def test_a_start_left_to_us_moves_with_the_race_and_a_given_one_stays():
    ours = Season("2027-09-05")
    assert ours.replace(races="2027-10-03").start_date == ours.start_date + 4 * WEEK
    given_one = Season("2027-09-05", start_date=ours.start_date)
    assert given_one == ours
    assert given_one.replace(races="2027-10-03").start_date == ours.start_date


# — volume, deload, taper ———————————————————————————————————————————————————————————————————


def test_the_worked_weekly_loads():
    season = Season(start_date=MONDAY, deload_every=0, blend_weeks=0)
    loads = season.weeks().groupby("phase").load_au.first()
    assert loads[["base", "transition_spring", "competition", "recovery"]].tolist() == [
        875, 472.5, 150, 90,
    ]  # fmt: skip


def test_three_weeks_rise_and_one_is_easier():
    weeks = Season(start_date=MONDAY).weeks()
    assert weeks.volume_index[:8].tolist() == pytest.approx([90, 100, 110, 65] * 2)
    assert weeks.intensity_pct_1rm[:4].tolist() == [80, 85, 90, 90]
    assert weeks.reps[:4].tolist() == [6, 5, 3, 3]


@pytest.mark.parametrize(
    ("every", "steps"),
    [(0, [1, 1, 1]), (2, [1, 0.65, 1]), (3, [0.9, 1.1, 0.65]), (6, [0.9, 0.95, 1, 1.05, 1.1])],
)
def test_steps_rise_from_90_to_110_percent(every, steps):
    weeks = Season(start_date=MONDAY, deload_every=every).weeks()
    assert weeks.volume_index[: len(steps)].tolist() == pytest.approx([100 * s for s in steps])


def test_volume_alone_blends_over_the_border():
    season = Season(race_in(40), start_date=MONDAY, deload_every=0)
    weeks = season.weeks()
    assert weeks.volume_index[15:19].tolist() == pytest.approx([100, 88 + 1 / 3, 76 + 2 / 3, 65])
    assert weeks.intensity_pct_1rm[15:19].tolist() == [85, 82.5, 82.5, 82.5]
    assert weeks.contacts[15:19].nunique() == 2
    hard = season.replace(blend_weeks=0).weeks()
    assert hard.volume_index[15:17].tolist() == [100, 65]


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 6), st.integers(1, 28), st.floats(0.1, 0.8))
def test_the_mean_cut_over_the_taper_is_taper_cut(weekday, days, cut):
    season = Season(
        race_in(40, weekday), start_date=MONDAY, taper_days=days, taper_cut=cut, deload_every=0
    )
    weeks = season.weeks()
    touched = weeks[weeks.taper]
    trained = touched.volume_index.sum() * 7 / season.phase("competition").volume_index
    untouched = len(touched) * 7 - days - (7 - weekday)  # before the taper, and from the race on
    assert trained - untouched == pytest.approx(days * (1 - cut))
    assert touched.volume_index.is_monotonic_decreasing


def test_a_taper_of_two_weeks_before_a_monday_race():
    weeks = Season(race_in(40, weekday=0), start_date=MONDAY).weeks()
    assert weeks.week[weeks.taper].tolist() == [38, 39, 40]
    assert weeks.volume_index[37:39].mean() == pytest.approx(15)
    assert weeks.loc[39, ["volume_index", "minutes", "sessions", "contacts"]].tolist() == [0] * 4
    # the load on the bar stays, and so does the number of sessions
    assert weeks.intensity_pct_1rm[36:40].nunique() == 1
    assert weeks.sessions[37:39].tolist() == [1, 1]


def test_a_taper_keeps_the_number_of_sessions():
    often = Phase.shipped("competition").replace(sessions=(2, 4))
    weeks = Season(race_in(40), start_date=MONDAY, phases=often).weeks()
    assert weeks.sessions[weeks.taper].tolist() == [3, 3, 3]
    assert weeks.volume_index[weeks.taper].is_monotonic_decreasing


def test_a_race_week_has_no_more_sessions_than_days_before_the_race():
    often = Phase.shipped("competition").replace(sessions=4)
    for weekday, sessions in ((0, 0), (1, 1), (3, 3), (6, 4)):
        season = Season(race_in(40, weekday), start_date=MONDAY, phases=often)
        assert season.weeks().sessions[39] == sessions


def test_a_taper_that_hardly_cuts_hardly_cuts():
    season = Season(race_in(40, weekday=0), start_date=MONDAY, taper_cut=1e-13, deload_every=0)
    assert season.weeks().volume_index[37:39].tolist() == pytest.approx([30, 30])


def test_where_tapers_overlap_the_lower_day_counts():
    apart = Season([race_in(30, 6), race_in(40, 6)], start_date=MONDAY).weeks().volume_index
    close = Season([race_in(39, 6), race_in(40, 6)], start_date=MONDAY).weeks().volume_index
    assert close[38] == pytest.approx(apart[39])  # the first race's own taper is the deeper one
    assert close[39] == pytest.approx(apart[39])


def test_a_shallow_taper_still_leaves_the_race_week_the_lightest():
    weeks = Season(race_in(40), start_date=MONDAY, taper_days=1, taper_cut=0).weeks()
    usual = weeks[(weeks.phase == "competition") & ~weeks.deload & ~weeks.taper]
    assert weeks.volume_index[39] < usual.volume_index.min()


def test_without_a_taper_the_race_week_is_a_week_like_others():
    weeks = Season(race_in(40), start_date=MONDAY, taper_days=0).weeks()
    assert not weeks.taper.any()
    assert weeks.deload[39]  # every fourth week of the twelve


# — what is legal, what is warned, what is refused —————————————————————————————————————————


@pytest.mark.parametrize(
    ("name", "legal", "warned", "refused"),
    [
        ("deload_every", [3, 4, 5, 6], [0, 2, 7, 8], [-1, 1, 9, 2.5, "4", None, True]),
        ("deload_volume", [0.5, 0.65, 0.8], [0.3, 0.49, 0.81, 0.95], [0.29, 0.96, float("nan")]),
        ("blend_weeks", [1, 2, 3, 4], [0], [-1, 5, 1.5]),
        ("taper_days", [1, 14, 21], [0, 22, 28], [-1, 29, 7.5, float("inf")]),
        ("taper_cut", [0.41, 0.5, 0.60], [0, 0.4, 0.61, 0.8], [-0.1, 0.81, "half"]),
    ],
)
def test_the_table_of_season_parameters(name, legal, warned, refused):
    for value in legal:
        assert about(Season(start_date=MONDAY, **{name: value}), name) == []
    for value in warned:
        assert len(about(Season(start_date=MONDAY, **{name: value}), name)) == 1
    for value in refused:
        with pytest.raises(PlanError, match=rf"^{name} is .*; allowed: .* unsure"):
            Season(start_date=MONDAY, **{name: value})


@pytest.mark.parametrize(
    ("phase", "name", "legal", "warned", "refused"),
    [
        ("base", "sessions", [(1, 3), 2], [(1, 4), (0, 3), (5, 5)], [(0, 6), (-1, 2), (1, 2.5)]),
        ("recovery", "sessions", [(0, 2), (0, 0)], [(0, 4)], [6]),
        ("base", "intensity_pct_1rm", [(70, 95)], [(69, 90), (80, 96)], [(70, 101), (-1, 90)]),
        ("competition", "intensity_pct_1rm", [(70, 95)], [(50, 65), (90, 100)], [(70, 101)]),
        ("transition_spring", "intensity_pct_1rm", [(0, 60)], [(80, 96)], [(70, 101)]),
        ("base", "contacts", [(0, 60)], [(0, 61), (0, 200)], [(0, 201), (-1, 3)]),
    ],
)
def test_the_table_of_phase_parameters(phase, name, legal, warned, refused):
    # the spring's own contacts are warned about; out of the way here
    calm = Season(start_date=MONDAY, phases=Phase.shipped("transition_spring").replace(contacts=60))

    def changed(value):
        return calm.replace(phases=calm.phase(phase).replace(**{name: value}))

    for value in legal:
        assert about(changed(value), name) == []
    for value in warned:
        assert len(about(changed(value), name)) == 1
    for value in refused:
        with pytest.raises(PlanError, match=f"^{name} of {phase} is .*; allowed: "):
            changed(value)


@pytest.mark.parametrize(("level", "ceiling"), [(1, 100), (2, 120), (3, 140)])
def test_contacts_above_the_ceiling_of_the_level(level, ceiling):
    season = Season(start_date=MONDAY)

    def text(contacts):
        phase = season.phase("base").replace(contacts=contacts)
        return about(season.replace(phases=phase), "contacts", level)[0]

    assert "start with 60 or fewer" in text(ceiling)
    assert f"more than {ceiling}, the ceiling for level {level}" in text(ceiling + 1)


@pytest.mark.parametrize("level", [0, 4, 1.5, "1", True])
def test_a_level_that_does_not_exist(level):
    with pytest.raises(PlanError, match="level is"):
        Season(start_date=MONDAY).warnings(level)


@pytest.mark.parametrize(
    ("season", "rule", "words"),
    [
        (Season(race_in(23), start_date=MONDAY), "start_date",
         "is in week 23 of the season: no base (16 weeks lost) and spring transition 11 of 12"),
        (Season(race_in(5), start_date=MONDAY), "start_date", "competition 5 of 12 weeks"),
        (Season(race_in(45), start_date=MONDAY), "start_date",
         "7 weeks left after the race on 10 October 2027: re-entry 3 of 8 weeks"),
        (Season([race_in(30), race_in(40)], start_date=MONDAY), "races",
         "10 weeks apart: 2 weeks of recovery between them, no base (16 weeks lost), no spring "
         "transition (12 weeks lost) and competition 8 of 12 weeks"),
        (Season([race_in(39), race_in(40)], start_date=MONDAY), "races",
         "1 week apart: no recovery between them"),
        (Season(race_in(1, 3), start_date=MONDAY), "taper_days",
         "only 3 of the 14 days of taper fit"),
    ],
)  # fmt: skip
def test_every_shrinking_says_what_was_lost(season, rule, words):
    assert any(words in text for text in about(season, rule))


def test_races_outside_the_season_or_two_in_a_week_are_refused_all_at_once():
    with pytest.raises(PlanError) as caught:
        Season(["2020-01-01", race_in(3, 1), race_in(3, 5)], start_date=MONDAY)
    outside, double = caught.value.faults
    assert "2020-01-01 is outside the season, which goes from 2026-11-30 to 2027-11-28" in outside
    assert "2026-12-15 and 2026-12-19 are in one week" in double
    for week in (0, 53):
        with pytest.raises(PlanError, match="outside the season"):
            Season(race_in(week), start_date=MONDAY)
    for race in (MONDAY, race_in(52, 6)):
        Season(race, start_date=MONDAY)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"races": "soon"}, "The date of a race is 'soon'.*year-month-day"),
        ({"races": "2027-02-29"}, "2027-02-29"),
        ({"races": 20270509}, "The date of a race"),
        ({"races": pd.NaT}, "The date of a race"),
        ({"races": "1066-10-14"}, "1900 to 2200"),
        ({"start_date": "1 December"}, "The start of the season is '1 December'"),
        ({"hemisphere": "nort"}, "Did you mean north"),
        ({"phases": "base"}, "give one Phase or several"),
        ({"phases": 3}, "give one Phase or several"),
        ({"phases": [Phase.shipped("base")] * 2}, "base is given 2 times"),
        ({"deload": 3}, "Did you mean deload_every"),
    ],
)
def test_what_a_season_cannot_be(changes, words):
    with pytest.raises(PlanError, match=words):
        Season(start_date=MONDAY).replace(**changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "bse"}, "Did you mean base"),
        ({"sessions": (3, 2)}, r"the lower number comes first: \(2, 3\)"),
        ({"reps": (1, 2, 3)}, "lowest and highest"),
        ({"reps": None}, "lowest and highest"),
        ({"emphasis": {"max_strength": 60}}, "adds up to 60 %"),
        ({"emphasis": {"strength": 100}}, "Did you mean max_strength"),
        ({"emphasis": 100}, "four shares"),
        ({"volume_index": 0}, "1 to 200"),
        ({"rest": 60}, "Did you mean rest_s"),
    ],
)
def test_what_a_phase_cannot_be(changes, words):
    with pytest.raises(PlanError, match=words):
        Phase.shipped("base").replace(**changes)


# — phases, presets, and how a season shows itself —————————————————————————————————————————


def test_the_shipped_phases_are_those_of_the_table():
    rows = load_phases().set_index("phase")
    for phase in Season(start_date=MONDAY).phases:
        row = rows.loc[phase.name]
        assert phase.weeks == row.weeks_full
        assert phase.sessions == (row.sessions_min, row.sessions_max)
        assert phase.contacts == (row.contacts_per_session_min, row.contacts_per_session_max)
        assert phase.emphasis["max_strength"] == row.emph_max_strength
        assert sum(phase.emphasis.values()) == 100
        assert phase.minutes == row.session_min
        assert f"{phase.weeks} weeks" in repr(phase)


def test_a_phase_given_replaces_the_one_of_its_name():
    gentle = Phase.shipped("base").replace(sessions=2)
    season = Season(start_date=MONDAY, phases=gentle)
    assert season.phase("base") == gentle
    assert season.phase("recovery") == Phase.shipped("recovery")
    again = season.replace(phases=[season.phase("recovery").replace(weeks=3)])
    assert again.phase("base") == gentle
    with pytest.raises(PlanError, match="Did you mean recovery"):
        season.phase("recovry")


def test_weeks_are_a_fresh_copy():
    season = Season(start_date=MONDAY)
    table = season.weeks()
    table.loc[0, "phase"] = "holiday"
    assert season.weeks().phase[0] == "base"


@pytest.mark.parametrize("hemisphere", ["north", "south"])
@pytest.mark.parametrize("year", range(2024, 2032))
def test_the_articles_year(hemisphere, year):
    article = Season.from_article(hemisphere=hemisphere, start_date=date(year, 12, 1))
    weeks = article.weeks()
    assert "re_entry" not in weeks.phase.tolist()
    assert not weeks.deload.any()
    assert weeks.phase.value_counts()["recovery"] in (12, 13, 14)
    assert len(layout(article)) == 4
    summer = weeks[weeks.phase == "competition"]
    assert summer.intensity_pct_1rm.between(50, 65).all()
    assert {w.rule for w in article.warnings(3)} >= {"deload_every", "taper_days"}
    assert "keeps strength only if the load stays high" in about(article, "intensity_pct_1rm")[0]


def test_article_and_evidence_differ_where_claims_speak():
    article = Season.from_article(start_date=MONDAY)
    evidence = Season.from_evidence(start_date=MONDAY)
    table = article.compare(evidence)
    claims = {claim for claim in table.claim if claim.startswith("C")}
    assert claims == {"C45", "C46", "C47"}
    assert claims <= set(load_claims().id)
    differing = table[~table.index.str.contains("year|weeks$") | (table.index == "recovery: weeks")]
    assert (differing.claim != "").all()
    assert table.claim["taper_days"] == "bosquet2007; wang2023"
    assert table.loc["recovery: weeks"].tolist() == [14, 3, "C47"]
    assert evidence.deload_every > 0
    assert evidence.taper_days > 0
    assert about(evidence, "intensity_pct_1rm") == []


def test_compare_shows_only_what_differs():
    season = Season(race_in(40), start_date=MONDAY)
    table = season.compare(season.replace(taper_days=21), season.replace(races=()))
    assert table.columns.tolist() == ["season 1", "season 2", "season 3", "claim"]
    assert table.loc["taper_days"].tolist()[:3] == [14, 21, 14]
    assert table.loc["races"].tolist()[:3] == ["2027-09-05", "2027-09-05", "none"]
    assert "deload_every" not in table.index
    assert table.loc["taper weeks"].tolist()[:3] == [3, 4, 0]


def test_a_season_shows_itself():
    season = Season(race_in(40), start_date=MONDAY, hemisphere="south")
    assert repr(season) == (
        "Season(2026-11-30 to 2027-11-22, race 2027-09-05, deload every 4 weeks, taper 14 days)"
    )
    assert "week 40, spring in the south" in season.describe()
    assert "only its name: here it falls in autumn and winter" in season.describe()
    html = season._repr_html_()
    for words in ("spring transition", "30 November 2026", "load, % 1RM", "80–90"):
        assert words in html
    plain = season.replace(races=(), deload_every=0, taper_days=0)
    assert "by the seasons of the south" in plain.describe()
    assert "only its name" not in plain.describe()
    assert "no easier weeks, and no taper" in plain.describe()
    assert "no deload, no taper" in repr(plain)


def test_the_next_base_is_not_added_to_the_one_before_the_race():
    season = Season(race_in(36), start_date=MONDAY)
    assert "base 12 of 16 weeks" in season.warnings()[0].text
    said = season.describe()
    assert ": base 12 weeks, " in said
    assert "re-entry 8, next base 4;" in said


def test_a_season_survives_json_and_pickle():
    converter = make_converter()
    gentle = Phase.shipped("base").replace(sessions=2, intensity_pct_1rm=(72.5, 80))
    season = Season([race_in(20), race_in(40)], start_date=MONDAY, phases=gentle)
    for again in (
        converter.loads(converter.dumps(season), Season),
        pickle.loads(pickle.dumps(season)),
    ):
        assert again == season
        pd.testing.assert_frame_equal(again.weeks(), season.weeks())


def test_several_races_stand_in_order():
    season = Season([race_in(40), race_in(20).isoformat()], start_date=MONDAY)
    assert season.races == (race_in(20), race_in(40))
    assert all(one < two for one, two in pairwise(season.races))
    assert " and " in season.describe()


def test_a_comparison_is_told_in_words():
    article = Season.from_article(race_in(40), start_date=MONDAY)
    trials = Season.from_evidence(race_in(40), start_date=MONDAY)
    both = Comparison(trials, article)
    table = both.table(("trials", "article")).set_index("what")
    assert table.columns.tolist() == ["trials", "article", "who speaks about it"]
    assert table.loc["rhythm of easier weeks"].tolist() == ["every 4 weeks", "none", "practice"]
    assert table.loc["competition: intensity, % 1RM"].tolist() == ["75–85", "50–65", "C46"]
    assert table.article["load a year, AU"] == "23,024"
    assert "_" not in "".join([*table.index, *table.to_numpy().ravel()])
    assert "spring transition: share of explosive work, competition: intensity" in both.describe()
    assert "rhythm of easier weeks" in both._repr_html_()
