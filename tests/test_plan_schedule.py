"""The days of a plan: each rule, what gives way for it, and that no better days were there."""

from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from runplan import Runner
from runplan.load.foster import DAYS
from runplan.plan.schedule import Asked, given_way, reasons, schedule, span_weeks, weekday

MONDAY = date(2026, 11, 30)
DAY = timedelta(days=1)
HARD = {
    ("base", "A"): True,
    ("base", "B"): True,
    ("recovery", "A"): False,
    ("recovery", "B"): False,
}


def runner(strength, hard=(), runs=(), away=(), *, keep=False):
    return Runner("Ada", 2, "gym", strength, runs, hard, away, keep_days=keep)


def weeks(*sessions, phase="base"):
    return [
        Asked(n, MONDAY + 7 * (n - 1) * DAY, phase, asked) for n, asked in enumerate(sessions, 1)
    ]


def days(slots, week=1):
    return [weekday(slot.date) for slot in slots if slot.week == week]


def said(given):
    return [(one.rule, one.week) for one in given]


# — a rule each, and what gives way ————————————————————————————————————————————————————————


def test_wished_days_are_taken_where_nothing_speaks_against_them():
    slots, gave = schedule(runner(["mon", "thu"], "sat"), [], weeks(2, 2), HARD)
    assert [days(slots, 1), days(slots, 2)] == [["mon", "thu"], ["mon", "thu"]]
    assert gave == []


def test_of_many_wished_days_those_furthest_apart_are_taken():
    slots, gave = schedule(runner(["mon", "tue", "wed", "thu", "fri"]), [], weeks(2), HARD)
    assert days(slots) == ["mon", "thu"]
    assert gave == []


def test_the_day_before_a_hard_run_is_left_for_a_day_not_wished():
    slots, gave = schedule(runner(["mon", "thu"], "tue"), [], weeks(2), HARD)
    assert "mon" not in days(slots)
    assert "thu" in days(slots)
    assert [one.rule for one in gave] == ["strength_days"]
    assert "instead of mon (the day before a hard run)" in gave[0].text


def test_a_wished_day_with_a_hard_run_is_kept_and_another_comes_first():
    kept, gave = schedule(runner(["tue"], "tue"), [], weeks(1), HARD)
    assert days(kept) == ["tue"]
    assert gave == []
    spared, _ = schedule(runner(["tue", "thu"], "tue"), [], weeks(1), HARD)
    assert days(spared) == ["thu"]


def test_the_day_before_a_hard_run_is_taken_when_every_day_is_one_and_said():
    slots, gave = schedule(runner(["wed"], DAYS), [], weeks(1), HARD)
    assert days(slots) == ["wed"]
    assert said(gave) == [("day_before_hard_run", 1)]


def test_heavy_sessions_stay_48_h_apart_also_across_sunday():
    slots, gave = schedule(runner(["mon", "tue"]), [], weeks(2), HARD)
    assert days(slots)[0] == "mon" or days(slots)[-1] == "tue"
    assert abs((slots[1].date - slots[0].date).days) >= 2
    assert "within 48 h of another session" in gave[0].text
    slots, gave = schedule(runner(["mon", "sun"]), [], weeks(2, 1), HARD)
    assert days(slots, 1) == ["mon", "sun"]
    assert days(slots, 2) == ["sun"]
    assert gave == []


def test_light_sessions_may_follow_each_other():
    slots, gave = schedule(runner(["mon", "tue"]), [], weeks(2, phase="recovery"), HARD)
    assert days(slots) == ["mon", "tue"]
    assert gave == []


def test_heavy_sessions_that_do_not_fit_48_h_apart_are_left_out_and_said():
    slots, gave = schedule(runner(DAYS), [], weeks(5), HARD)
    assert days(slots) == ["mon", "wed", "fri", "sun"]
    assert gave[0].rule == "two_days_apart"
    assert "1 of 5 sessions left out" in gave[0].text


def test_nothing_while_away_and_the_week_moves_to_the_days_left():
    away = [(MONDAY, MONDAY + 2 * DAY), (MONDAY + 7 * DAY, MONDAY + 13 * DAY)]
    slots, gave = schedule(runner(["mon", "thu"], away=away), [], weeks(2, 2, 2), HARD)
    assert days(slots, 1) == ["thu", "sat"] or days(slots, 1) == ["thu", "sun"]
    assert days(slots, 2) == []
    assert days(slots, 3) == ["mon", "thu"]
    assert said(gave) == [("strength_days", 1), ("away", 2)]
    assert "mon (away)" in gave[0].text
    assert "2 of 2 sessions left out" in gave[1].text


def test_race_day_the_day_before_it_and_the_rest_of_its_week_are_free():
    race = MONDAY + 3 * DAY
    slots, gave = schedule(runner(["wed", "thu", "fri"]), [race], weeks(2), HARD)
    assert days(slots) == ["tue"] or days(slots) == ["mon"]
    assert {"race", "strength_days"} == {one.rule for one in gave}
    # a race on a Monday keeps the Sunday before it free
    slots, _ = schedule(runner(["sun"]), [MONDAY + 7 * DAY], weeks(1, 0), HARD)
    assert days(slots) != ["sun"]


def test_no_more_sessions_than_days_named():
    slots, gave = schedule(runner(["mon", "thu"]), [], weeks(3, 2), HARD)
    assert len(days(slots, 1)) == 2
    assert said(gave) == [("sessions", 1)]
    assert "3 sessions" in gave[0].text


def test_sessions_take_turns_through_a_phase_and_begin_anew_with_the_next():
    asked = [*weeks(3, 3, 1), Asked(4, MONDAY + 21 * DAY, "recovery", 1)]
    slots, _ = schedule(runner(["mon", "wed", "fri"]), [], asked, HARD)
    assert "".join(slot.letter for slot in slots) == "ABABABA" + "A"
    assert [slot.slot for slot in slots] == [1, 2, 3, 1, 2, 3, 1, 1]


def test_weeks_of_one_rule_and_text_are_said_together():
    _, gave = schedule(runner(["mon", "thu"]), [], weeks(3, 3, 2, 3), HARD)
    found = reasons(gave)
    assert len(found) == 1
    assert found[0].text.startswith("Weeks 1–2 and 4: the season asks for 3 sessions")
    assert span_weeks([5]) == "Week 5"


def test_what_gives_way_longest_is_said_first_and_how_to_keep_it():
    who = runner(["mon", "thu"], ["tue", "sat"], away=[(MONDAY, MONDAY + 6 * DAY)])
    _, gave = schedule(who, [], weeks(2, 2, 3, 2), HARD)
    first, *others = reasons(gave)
    assert first.text == (
        "Weeks 2–4: on sun instead of mon (the day before a hard run). "
        'To keep the day you named, tick "Keep these days, even before a hard run" (keep_days), '
        "move the hard run, or move the session by hand."
    )
    assert [one.rule for one in others] == ["away", "sessions"]
    assert given_way(gave).startswith("In 3 weeks a session is not on the strength day you named")
    assert given_way([one for one in gave if one.rule == "away"]) == ""


def test_days_that_are_kept_stay_before_a_hard_run_and_it_is_said_in_one_line():
    who = runner(["mon", "fri"], ["tue", "sat"], away=[(MONDAY, MONDAY + 4 * DAY)], keep=True)
    slots, gave = schedule(who, [], weeks(2, 2, 1, 2), HARD)
    assert [days(slots, week) for week in (2, 3, 4)] == [["mon", "fri"], ["mon"], ["mon", "fri"]]
    kept = [one for one in reasons(gave) if one.rule == "day_before_hard_run"]
    assert [one.text for one in kept] == [
        "In 3 weeks a session is on the day before a hard run, for the strength days are kept. "
        'Go easy on the legs then. For another day, untick "Keep these days, even before a hard '
        'run" (keep_days).'
    ]
    assert given_way(gave) == (
        "In 3 weeks a session is on the day before a hard run, for the strength days are kept."
    )
    # what comes before the wish holds all the same; Sunday would close Monday
    assert days(slots, 1) == ["sat"]


def test_a_kept_day_that_48_h_forbid_gives_way_to_them():
    slots, gave = schedule(runner(["mon", "tue"], ["tue"], keep=True), [], weeks(2), HARD)
    assert days(slots) == ["tue", "fri"]
    assert "instead of mon (within 48 h of another session)" in gave[0].text


# — any runner —————————————————————————————————————————————————————————————————————————————

some_days = st.sets(st.sampled_from(DAYS), max_size=7)
in_season = st.integers(0, 41).map(lambda n: MONDAY + n * DAY)
holidays = st.lists(st.tuples(in_season, st.integers(0, 9)), max_size=2).map(
    lambda ranges: [(first, first + length * DAY) for first, length in ranges]
)


@given(
    strength=some_days.filter(bool),
    runs=some_days,
    hard=some_days,
    keep=st.booleans(),
    away=holidays,
    races=st.sets(in_season, max_size=2),
    asked=st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from(["base", "recovery"])), min_size=6, max_size=6
    ),
)
@settings(max_examples=400, deadline=None)
def test_rules_hold_for_any_runner_and_what_gives_way_is_said(
    *, strength, runs, hard, keep, away, races, asked
):
    who = runner(strength, hard, runs, away, keep=keep)
    asked = [
        Asked(n, MONDAY + 7 * (n - 1) * DAY, phase, k) for n, (k, phase) in enumerate(asked, 1)
    ]
    slots, gave = schedule(who, sorted(races), asked, HARD)
    why = {(one.rule, one.week) for one in gave}

    def free(when):
        race_week = any(
            race - DAY == when or race <= when <= race + (6 - race.weekday()) * DAY
            for race in races
        )
        return not race_week and not any(first <= when <= last for first, last in who.away)

    def before_hard(when):
        return weekday(when + DAY) in hard

    heavy = [slot.date for slot in slots if slot.phase == "base"]
    assert all((two - one).days >= 2 for one, two in pairwise(heavy))
    for week in asked:
        taken = [slot.date for slot in slots if slot.week == week.week]
        assert taken == sorted(set(taken))
        assert all(free(when) and 0 <= (when - week.monday).days < 7 for when in taken)
        assert len(taken) <= min(week.sessions, len(strength))
        if len(taken) < week.sessions:
            rules = ("sessions", "away", "race", "two_days_apart")
            assert any((rule, week.week) in why for rule in rules)
        assert any(map(before_hard, taken)) == (("day_before_hard_run", week.week) in why)
        unwished = any(weekday(when) not in strength for when in taken)
        assert unwished == (("strength_days", week.week) in why)
    assert len(set(gave)) == len(gave)


two_weeks = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["base", "recovery"])), min_size=2, max_size=2
)
demands = st.fixed_dictionaries(
    {(phase, letter): st.booleans() for phase in ("base", "recovery") for letter in "AB"}
)


@given(
    strength=some_days.filter(bool),
    hard=some_days,
    keep=st.booleans(),
    away=holidays,
    asked=two_weeks,
    demanding=demands,
)
@settings(max_examples=300, deadline=None)
def test_no_other_days_of_two_weeks_are_better(*, strength, hard, keep, away, asked, demanding):
    who = runner(strength, hard, (), away, keep=keep)
    both = [Asked(n, MONDAY + 7 * n * DAY, phase, k) for n, (k, phase) in enumerate(asked)]
    slots, _ = schedule(who, [], both, demanding)

    def open_days(week):
        there = [week.monday + n * DAY for n in range(7)]
        return [d for d in there if not any(a <= d <= b for a, b in who.away)]

    def ways(week):
        most = min(week.sessions, len(strength))
        return [way for n in range(most + 1) for way in combinations(open_days(week), n)]

    def allowed(one, two):
        start = len(one) if both[0].phase == both[1].phase else 0
        turns = [*enumerate(one), *enumerate(two, start)]
        phases = [both[0].phase] * len(one) + [both[1].phase] * len(two)
        heavy = [
            when
            for (turn, when), phase in zip(turns, phases, strict=True)
            if demanding[phase, "AB"[turn % 2]]
        ]
        return all((b - a).days >= 2 for a, b in pairwise(heavy))

    def cost(days):
        eves = sum(weekday(when + DAY) in hard for when in days)
        unwished = sum(weekday(when) not in strength for when in days)
        return (
            -len(days),
            *((unwished, eves) if keep else (eves, unwished)),
            sum(weekday(when) in hard for when in days),
        )

    best = min(
        cost(one + two) for one in ways(both[0]) for two in ways(both[1]) if allowed(one, two)
    )
    assert cost([slot.date for slot in slots]) == best
