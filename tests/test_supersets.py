"""Supersets and sessions: time, landings, each rule's verdicts, the article's own session."""

import math

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from runplan import Exercise, PlanError, Review, Session, Superset, article_session
from runplan.supersets.order import SESSION_RULES
from runplan.supersets.rules import RULES
from runplan.tables import load, load_references

LIBRARY = Exercise.every()
exercises = st.sampled_from(LIBRARY)
ranges = st.tuples(st.integers(1, 40), st.integers(0, 20)).map(lambda r: (r[0], r[0] + r[1]))
levels = st.integers(1, 3)


@st.composite
def supersets(draw: st.DrawFn) -> Superset:
    first, second = draw(st.lists(exercises, min_size=2, max_size=2, unique_by=lambda e: e.id))
    return Superset(
        first,
        second,
        sets=draw(st.integers(1, 6)),
        reps=(draw(ranges), draw(ranges)),
        rest_s=draw(st.integers(0, 240)),
    )


def verdict(rule: str, review: Review) -> str:
    (reason,) = (reason for reason in review.reasons if reason.rule == rule)
    return reason.level


# ---------------------------------------------------------------- time and landings


@pytest.fixture
def ten() -> list[Exercise]:
    """Ten exercises for both sides at once, 3.5 s a repetition."""
    squat = Exercise.find("back_squat")
    assert squat.seconds_per_rep == 3.5
    return [evolve(squat, id=f"squat_{number}") for number in range(10)]


def test_five_pairs_take_31_min_15_s_and_straight_sets_40_min(ten: list[Exercise]) -> None:
    def of(rest_s: int) -> Session:
        pairs = zip(ten[::2], ten[1::2], strict=True)
        return Session([Superset(*p, sets=3, reps=10, rest_s=rest_s) for p in pairs], warmup_min=0)

    assert of(45).duration_s() == 31 * 60 + 15
    assert of(45).time_saved_s() == 8 * 60 + 45
    assert of(45).duration_s() + of(45).time_saved_s() == 40 * 60
    assert of(120).duration_s() + of(120).time_saved_s() == 77.5 * 60
    assert of(45).supersets[0].same_lift_rest_s() == (90, 90)
    assert evolve(of(45), warmup_min=8).duration_s() == of(45).duration_s() + 8 * 60


def test_a_set_counts_both_sides_a_hold_its_own_seconds_a_hop_half_a_second() -> None:
    pair = Superset("side_plank", "split_squat", reps=(8, 12))
    assert pair.each_reps() == ((20, 40), (8, 12))
    assert pair.set_s() == (2 * 30, 2 * 10 * 3.5)
    assert Superset("pogo_jump", "push_up", reps=10).set_s() == (5, 30)
    # given one each, a hold lasts what was given
    assert Superset("side_plank", "push_up", reps=((10, 10), (8, 12))).set_s()[0] == 20


def test_landings_count_sets_repetitions_contacts_and_sides() -> None:
    assert Superset("drop_jump", "push_up", reps=(3, 5)).contacts() == (3 * 3 * 2, 3 * 5 * 2)
    assert Superset("single_leg_pogo", "push_up", sets=2, reps=(6, 8)).contacts() == (24, 32)


@given(supersets())
@settings(deadline=None)
def test_saved_time_is_the_second_rest_less_the_move(pair: Superset) -> None:
    saved = pair.straight_duration_s() - pair.duration_s()
    assert math.isclose(saved, pair.sets * (pair.rest_s - 10), abs_tol=1e-6)
    assert math.isclose(
        sum(pair.same_lift_rest_s()), sum(pair.set_s()) + 2 * (10 + pair.rest_s), abs_tol=1e-6
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"second": "hip_thrust"}, "two different exercises"),
        ({"second": "xyzzy"}, "xyzzy"),
        ({"second": 7}, "7"),
        ({"sets": 0}, "from 1 to 10"),
        ({"sets": True}, "from 1 to 10"),
        ({"sets": 2.5}, "2.5"),
        ({"rest_s": -1}, "from 0 to 600"),
        ({"reps": (12, 8)}, "(12, 8)"),
        ({"reps": (0, 8)}, "(low, high)"),
        ({"reps": ((8, 12),)}, "(low, high)"),
        ({"reps": ((8, 12), (8, "x"))}, "(low, high)"),
        ({"reps": "many"}, "many"),
    ],
)
def test_a_wrong_superset_is_refused_in_words(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(PlanError) as error:
        Superset(**{"first": "hip_thrust", "second": "push_up", **wrong})
    assert said in str(error.value)


def test_names_come_from_the_library_that_is_handed_on() -> None:
    from runplan import load_exercises

    own = load_exercises()
    own.loc[own.id == "push_up", "name"] = "floor press"
    assert Superset("floor press", "hip thrust", library=own).first.id == "push_up"
    with pytest.raises(PlanError):
        Superset("floor press", "hip thrust")


def test_changing_a_superset_checks_it_again() -> None:
    pair = Superset("hip_thrust", "push_up")
    assert evolve(pair, rest_s=60) == Superset("hip_thrust", "push_up", rest_s=60)
    with pytest.raises(PlanError):
        evolve(pair, sets=11)


# ---------------------------------------------------------------- the pair rules

HEAVY, LIGHT = (3, 5), (8, 12)
PAIRS = [
    # opposing is a preference, same_place an "if possible": neither fails
    ("opposing", "pass", Superset("bulgarian_split_squat", "push_up")),
    ("opposing", "pass", Superset("goblet_squat", "slider_leg_curl")),
    ("opposing", "pass", Superset("goblet_squat", "clamshell")),
    ("opposing", "warn", Superset("goblet_squat", "romanian_deadlift")),
    ("shared_mover", "pass", Superset("hip_thrust", "russian_twist")),
    ("shared_mover", "pass", Superset("calf_raise", "calf_stretch")),
    ("shared_mover", "warn", Superset("goblet_squat", "split_squat", reps=(12, 15))),
    ("shared_mover", "fail", Superset("goblet_squat", "split_squat")),
    # never straight after a hard set for the same joint: nothing between pass and fail
    ("jumps_fresh", "pass", Superset("goblet_squat", "push_up")),
    ("jumps_fresh", "pass", Superset("drop_jump", "banded_monster_walk")),
    ("jumps_fresh", "pass", Superset("romanian_deadlift", "pogo_jump")),
    ("jumps_fresh", "fail", Superset("squat_jump", "hip_thrust", reps=HEAVY, rest_s=180)),
    ("jumps_fresh", "fail", Superset("pogo_jump", "squat_jump", reps=HEAVY, rest_s=180)),
    ("jumps_dosed", "pass", Superset("drop_jump", "push_up", reps=(HEAVY, LIGHT), rest_s=150)),
    ("jumps_dosed", "pass", Superset("pogo_jump", "push_up", rest_s=90)),
    ("jumps_dosed", "warn", Superset("pogo_jump", "push_up", rest_s=89)),
    ("jumps_dosed", "warn", Superset("pogo_jump", "push_up", reps=(8, 13), rest_s=90)),
    ("jumps_dosed", "fail", Superset("drop_jump", "push_up", reps=HEAVY, rest_s=149)),
    ("jumps_dosed", "fail", Superset("drop_jump", "push_up", reps=(3, 6), rest_s=150)),
    ("jumps_dosed", "fail", Superset("pogo_jump", "push_up", sets=10, reps=11, rest_s=90)),
    ("grip_and_back", "pass", Superset("goblet_squat", "overhead_press")),
    ("grip_and_back", "pass", Superset("romanian_deadlift", "push_up")),
    ("grip_and_back", "warn", Superset("bulgarian_split_squat", "romanian_deadlift")),
    ("grip_and_back", "fail", Superset("back_squat", "romanian_deadlift")),
    ("grip_and_back", "fail", Superset("kettlebell_deadlift", "dumbbell_curl")),
    ("balance", "pass", Superset("skater_squat", "push_up")),
    ("balance", "warn", Superset("skater_squat", "side_plank")),
    ("balance", "fail", Superset("skater_squat", "single_leg_rdl")),
    ("filler", "pass", Superset("goblet_squat", "push_up")),
    ("filler", "pass", Superset("calf_raise", "side_plank_clamshell")),
    ("filler", "pass", Superset("front_plank", "clamshell")),
    ("filler", "warn", Superset("hip_thrust", "bird_dog")),
    ("filler", "fail", Superset("hip_thrust", "bird_dog", reps=(4, 6))),
    ("filler", "fail", Superset("split_jump", "clamshell", reps=(3, 5))),
    ("same_place", "pass", Superset("back_squat", "push_up")),
    ("same_place", "pass", Superset("bulgarian_split_squat", "banded_monster_walk")),
    ("same_place", "warn", Superset("back_squat", "hip_thrust")),
    ("heavy_day", "pass", Superset("back_squat", "front_plank")),
    ("heavy_day", "pass", Superset("back_squat", "push_up", reps=((5, 7), LIGHT), rest_s=30)),
    ("heavy_day", "pass", Superset("back_squat", "clamshell", reps=(HEAVY, LIGHT), rest_s=120)),
    ("heavy_day", "warn", Superset("back_squat", "push_up", reps=(HEAVY, LIGHT), rest_s=120)),
    ("heavy_day", "fail", Superset("back_squat", "clamshell", reps=(HEAVY, LIGHT), rest_s=30)),
    ("heavy_day", "fail", Superset("back_squat", "push_up", reps=HEAVY, rest_s=180)),
]


@pytest.mark.parametrize(("rule", "level", "pair"), PAIRS, ids=str)
def test_each_pair_rule(rule: str, level: str, pair: Superset) -> None:
    assert verdict(rule, pair.review()) == level


@pytest.mark.parametrize(("rest_s", "level"), [(52, "fail"), (53, "pass")])
def test_a_heavy_lift_comes_again_after_two_minutes(rest_s: int, level: str) -> None:
    # 11.5 clamshells of 2.5 s on both sides and 10 s to move count as rest from squatting
    pair = Superset("back_squat", "clamshell", reps=(HEAVY, (11, 12)), rest_s=rest_s)
    assert pair.same_lift_rest_s()[0] == 57.5 + 10 + rest_s
    assert verdict("heavy_day", pair.review()) == level


def test_the_level_decides_how_many_landings_are_too_many() -> None:
    pair = Superset("pogo_jump", "push_up", sets=10, reps=11, rest_s=90)
    assert pair.contacts() == (110, 110)
    assert [verdict("jumps_dosed", pair.review(level)) for level in (1, 2, 3)] == [
        "fail",
        "pass",
        "pass",
    ]
    with pytest.raises(PlanError, match="give 1"):
        pair.review(level=4)


def test_the_rules_are_those_of_the_table_and_all_sources_exist() -> None:
    names = [rule.__name__ for rule in RULES]
    assert [name for name in names if name != "jumps_dosed"] == load("pairing_rules").rule.tolist()
    keys = set(load_references().key)
    for pair in (pair for _, _, pair in PAIRS):
        review = pair.review()
        assert [reason.rule for reason in review.reasons] == names
        assert {reason.reference for reason in review.reasons} - {None} <= keys
        for reason in review.reasons:
            assert not reason.text[0].islower()
            assert reason.text.endswith(".")


@given(supersets(), levels)
@settings(deadline=None)
def test_pair_rules_do_not_ask_who_comes_first(pair: Superset, level: int) -> None:
    one, other = pair.each_reps()
    swapped = Superset(pair.second, pair.first, pair.sets, (other, one), pair.rest_s)
    there, back = pair.review(level), swapped.review(level)
    assert [(r.rule, r.level) for r in there.reasons] == [(r.rule, r.level) for r in back.reasons]
    assert (there.level, there.fails, there.warns) == (back.level, back.fails, back.warns)


@given(supersets())
@settings(deadline=None)
def test_more_rest_and_fewer_jumps_never_make_a_pair_worse(pair: Superset) -> None:
    rested = evolve(pair, rest_s=pair.rest_s + 120)
    for rule in ("jumps_dosed", "heavy_day"):
        order = ["pass", "warn", "fail"]
        less, more = verdict(rule, pair.review()), verdict(rule, rested.review())
        assert order.index(more) <= order.index(less)


# ---------------------------------------------------------------- sessions

HOPS = Superset("pogo_jump", "push_up", rest_s=90)
DROPS = Superset("drop_jump", "banded_monster_walk", reps=((3, 5), (8, 12)), rest_s=150)
SQUATS = Superset("split_squat", "front_plank")
TRUNK = Superset("dead_bug", "band_row")

SESSIONS = [
    ("jumps_early", "pass", [HOPS, DROPS, SQUATS], 1),
    ("jumps_early", "warn", [SQUATS, HOPS], 1),
    ("jumps_early", "warn", [Superset("romanian_deadlift", "pogo_jump", rest_s=90)], 1),
    ("jumps_early", "fail", [SQUATS, DROPS], 1),
    ("joint_rested", "pass", [SQUATS, TRUNK, DROPS], 1),
    ("joint_rested", "pass", [Superset("romanian_deadlift", "pogo_jump", rest_s=90)], 1),
    ("joint_rested", "warn", [SQUATS, HOPS], 1),
    ("joint_rested", "fail", [SQUATS, DROPS], 1),
    ("contacts", "pass", [HOPS], 1),
    ("contacts", "warn", [HOPS, DROPS], 1),
    ("contacts", "fail", [HOPS, HOPS, HOPS], 1),
    ("contacts", "warn", [HOPS, HOPS, HOPS], 2),
    # above the level is unwise, not forbidden: it never fails
    ("level", "pass", [SQUATS], 1),
    ("level", "warn", [DROPS], 1),
    ("level", "pass", [DROPS], 3),
    ("heavy_day", "pass", [SQUATS, TRUNK], 1),
    ("heavy_day", "fail", [TRUNK, Superset("split_squat", "front_plank", reps=5, rest_s=30)], 1),
]


@pytest.mark.parametrize(("rule", "level", "pairs", "runner"), SESSIONS)
def test_each_session_rule(rule: str, level: str, pairs: list[Superset], runner: int) -> None:
    assert verdict(rule, Session(pairs).review(runner)) == level


@given(st.lists(supersets(), min_size=1, max_size=5), levels)
@settings(deadline=None, max_examples=50)
def test_a_session_review_is_the_worst_of_its_pairs_and_its_own_rules(
    pairs: list[Superset], level: int
) -> None:
    session = Session(pairs)
    review = session.review(level)
    order = ["pass", "warn", "fail"]
    for place, rule in enumerate(RULES):
        worst = max((p.review(level).reasons[place].level for p in pairs), key=order.index)
        assert verdict(rule.__name__, review) == worst
    assert len(review.reasons) == len(RULES) + len(SESSION_RULES)
    assert review.level == max((r.level for r in review.reasons), key=order.index)
    low, high = session.contacts()
    assert 0 <= low <= high
    assert session.duration_s() == 8 * 60 + sum(pair.duration_s() for pair in pairs)


def test_a_session_covers_what_its_sets_cover() -> None:
    covered = Session([Superset("calf_raise", "side_plank", sets=2)]).coverage()
    assert covered[["soleus", "external_oblique", "fibularis_longus", "deltoid"]].tolist() == [
        2,
        2,
        1,
        0,
    ]


def test_a_session_shows_itself_with_units_and_escaped() -> None:
    session = Session([HOPS, SQUATS], "<b>Tuesday</b>")
    assert "&lt;b&gt;" in session._repr_html_()
    assert "<b>Tuesday" not in session._repr_html_()
    assert session.table().loc[2, "second_reps"] == "20–40 s"
    assert "24–36 foot contacts" in session.describe()
    assert repr(session).startswith("Session(<b>Tuesday</b>: 2 supersets, ")
    assert "Every rule holds." in Superset("hip_thrust", "push_up")._repr_html_()


@pytest.mark.parametrize("wrong", [[], "ab", [1], None])
def test_a_session_takes_supersets(wrong: object) -> None:
    with pytest.raises(PlanError, match="at least one superset"):
        Session(wrong)
    with pytest.raises(PlanError, match="Warm-up -1"):
        Session([HOPS], warmup_min=-1)


# ---------------------------------------------------------------- the article


def test_the_articles_pairs_are_judged_as_the_science_says() -> None:
    said = {"good": "pass", "format wrong for jumps": "fail"}
    found = [pair.review().level for pair in article_session().supersets]
    table = load("article_session").verdict
    assert found == [said.get(verdict, "warn") for verdict in table]
    assert table[4].startswith("acceptable if light")


def test_the_articles_session_jumps_late_after_fatigue_and_too_often() -> None:
    session = article_session()
    assert session.contacts() == (72, 108)
    reasons = {reason.rule: reason for reason in session.review(1).reasons}
    early, joint = reasons["jumps_early"].text, reasons["joint_rested"].text
    assert "Drop jump comes in superset 3 of 5" in early
    assert "Pogo jump comes in superset 5 of 5" in early
    assert "Standing calf raise tires the ankle just before pogo jump" in joint
    assert "Hip thrust tires the hip just before drop jump" in joint
    assert "72–108" in reasons["contacts"].text
    # up to and over the ceiling for beginners (100), above the 60 to start with for all
    assert [verdict("contacts", session.review(level)) for level in (1, 2, 3)] == [
        "fail",
        "warn",
        "warn",
    ]


def test_order_and_dose_mend_the_article() -> None:
    one, two, _, four, five = article_session().supersets
    pogo_first = Superset(five.second, five.first, rest_s=90)
    mended = Session([DROPS, pogo_first, one, two, four]).review(3)
    for rule in ("jumps_dosed", "jumps_fresh", "jumps_early", "joint_rested"):
        assert verdict(rule, mended) == "pass"
    assert mended.fails == 0


@pytest.mark.parametrize(
    ("pair", "level"),
    [
        (Superset("hip thrust", "push-up", rest_s=0), "warn"),
        (Superset("hip thrust", "push-up", rest_s=29), "warn"),
        (Superset("hip thrust", "push-up", rest_s=30), "pass"),
        # endurance rests less, and a drill is rest for its partner
        (Superset("hip thrust", "push-up", reps=(15, 20), rest_s=0), "pass"),
        (Superset("hip thrust", "bird dog", rest_s=0), "pass"),
    ],
)
def test_rounds_without_rest_are_warned_by_the_table_of_doses(pair: Superset, level: str) -> None:
    session = Session([Superset("calf raise", "band row"), pair])
    calm, here = (
        {reason.rule: reason for reason in review.reasons}["rounds_rested"]
        for review in session.reviews()
    )
    whole = {reason.rule: reason for reason in session.review().reasons}["rounds_rested"]
    assert (calm.level, here.level, whole.level) == ("pass", level, level)
    if level == "warn":
        assert here.text.startswith(f"{pair.rest_s} s rest: the table")
        assert here.text.endswith("30–90 s for sets of 6–12.")
        assert whole.text.startswith(f"{pair.rest_s} s rest in superset 2: ")
        assert here.reference == "haff2016"
