"""Best pairs against brute force, the article's standing, and sessions built for a phase."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runplan import (
    Exercise,
    Phase,
    PlanError,
    Session,
    Superset,
    article_session,
    best_pairs,
    build_session,
    coverage,
    load_exercises,
    pairings,
    standing,
)
from runplan.library import at_hand
from runplan.supersets.choosing import _chosen
from runplan.supersets.rules import contacts_ceiling, is_filler, is_heavy

LIBRARY = Exercise.every()
TEN = [exercise for exercise in LIBRARY if exercise.article_dose]
Pairs = tuple[tuple[str, str], ...]


def marks(ids: Sequence[str], **dose: object) -> dict[tuple[str, str], tuple[int, int]]:
    found = {}
    for one, other in combinations(sorted(ids), 2):
        levels = [r.level for r in Superset(one, other, **dose).review().reasons]
        found[one, other] = levels.count("fail"), levels.count("warn")
    return found


def ids_of(session: Session) -> Pairs:
    pairs = [sorted((pair.first.id, pair.second.id)) for pair in session.supersets]
    return tuple(sorted((one, other) for one, other in pairs))


@pytest.fixture(scope="module")
def brute() -> list[tuple[int, int, Pairs]]:
    """All pairings of the article's ten at its dose, judged pair by pair, best first."""
    ids = [exercise.id for exercise in TEN]
    mark = marks(ids)
    return sorted(
        (sum(mark[pair][0] for pair in pairing), sum(mark[pair][1] for pair in pairing), pairing)
        for pairing in perfect(tuple(sorted(ids)))
    )


def perfect(ids: tuple[str, ...]) -> Iterator[Pairs]:
    """Every pairing, by dealing out permutations of positions: (2k − 1)!! choices."""
    choices = [range(n) for n in range(len(ids) - 1, 0, -2)]
    for choice in product(*choices):
        left, pairs = list(ids), []
        for place in choice:
            pairs.append((left.pop(0), left.pop(place)))
        yield tuple(pairs)


def test_best_pairs_is_the_best_of_all_945(brute: list[tuple[int, int, Pairs]]) -> None:
    assert len(brute) == len({pairing for _, _, pairing in brute}) == 945
    assert ids_of(best_pairs(TEN)) == brute[0][2]
    # whatever order they are given in
    assert ids_of(best_pairs(TEN[::-1])) == brute[0][2]


def test_pairings_lists_them_all_with_rank_and_ties(brute: list[tuple[int, int, Pairs]]) -> None:
    table = pairings(TEN)
    assert list(table[["fails", "warns", "pairs"]].itertuples(index=False, name=None)) == brute
    scores = [(fails, warns) for fails, warns, _ in brute]
    assert table["rank"].tolist() == [1 + sum(s < own for s in scores) for own in scores]


def test_the_articles_place_is_computed(brute: list[tuple[int, int, Pairs]]) -> None:
    own = next(score for score in brute if score[2] == ids_of(article_session()))
    better = sum(score[:2] < own[:2] for score in brute)
    same = sum(score[:2] == own[:2] for score in brute)
    place = standing(article_session())
    assert (place.rank, place.last, place.of) == (better + 1, better + same, 945)
    assert (place.fails, place.warns) == own[:2]
    assert (place.best_fails, place.best_warns) == brute[0][:2]
    # no pairing mends the jumps: a fail stays in the best
    assert place.best_fails > 0


def test_a_poor_pairing_stands_far_behind() -> None:
    poor = Session([Superset("goblet_squat", "split_squat"), Superset("push_up", "overhead_press")])
    place = standing(poor)
    assert (place.rank, place.last, place.of) == (3, 3, 3)
    assert place.describe().startswith("Place 3 of 3 pairings: 2 fails")


def test_standing_keeps_each_exercises_own_dose() -> None:
    pairs = [
        Superset("drop_jump", "clamshell", reps=((3, 5), (12, 15)), rest_s=150),
        Superset("side_plank", "push_up", sets=2),
    ]
    place = standing(Session(pairs))
    assert (place.fails, place.warns) == (
        sum(pair.review().fails for pair in pairs),
        sum(pair.review().warns for pair in pairs),
    )


def test_in_another_pair_a_jump_keeps_its_long_rest() -> None:
    drops = Superset("drop_jump", "side_plank", reps=((3, 5), (20, 30)), rest_s=150)
    place = standing(Session([drops, Superset("clamshell", "push_up", rest_s=45)]))
    # side planks wobble like the landings; both other pairings are clean, with 150 s for the drops
    assert (place.rank, place.fails, place.warns) == (3, 0, 1)
    assert (place.best_fails, place.best_warns) == (0, 0)


some = st.lists(st.sampled_from(LIBRARY), min_size=4, max_size=8, unique_by=lambda e: e.id).filter(
    lambda chosen: len(chosen) % 2 == 0
)


@given(some, st.sampled_from([(3, 5), (8, 12), (12, 15)]), st.sampled_from([30, 90, 150]))
@settings(deadline=None, max_examples=40)
def test_best_pairs_equals_brute_force(
    chosen: list[Exercise], reps: tuple[int, int], rest_s: int
) -> None:
    mark = marks([exercise.id for exercise in chosen], reps=reps, rest_s=rest_s)
    best = min(
        (sum(mark[p][0] for p in pairing), sum(mark[p][1] for p in pairing), pairing)
        for pairing in perfect(tuple(sorted(exercise.id for exercise in chosen)))
    )
    session = best_pairs(chosen, reps=reps, rest_s=rest_s)
    assert ids_of(session) == best[2]
    assert sum(pair.review().fails for pair in session.supersets) == best[0]
    # jumps come first, in the session and in their pair
    jumps = [exercise.plyometric for exercise in session.exercises()]
    pairs = [any(two) for two in zip(jumps[::2], jumps[1::2], strict=True)]
    assert pairs == sorted(pairs, reverse=True)
    assert all(jumps[2 * n] for n, jump in enumerate(pairs) if jump)


def test_of_two_jumps_the_one_that_would_follow_work_for_its_joints_goes_first() -> None:
    # deadlifts, the only partner that leaves hops fresh here, would tire the hip for the drops
    session = best_pairs(["pogo_jump", "romanian_deadlift", "drop_jump", "push_up"], rest_s=150)
    assert [(pair.first.id, pair.second.id) for pair in session.supersets] == [
        ("drop_jump", "push_up"),
        ("pogo_jump", "romanian_deadlift"),
    ]
    levels = {reason.rule: reason.level for reason in session.review(3).reasons}
    assert levels["joint_rested"] == levels["jumps_early"] == "pass"


def test_sixteen_exercises_are_paired_and_seventeen_refused() -> None:
    assert len(best_pairs(LIBRARY[:16]).supersets) == 8
    with pytest.raises(PlanError, match="even number from 2 to 16"):
        best_pairs(LIBRARY[:18])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"exercises": TEN[:9]}, "9 exercises"),
        ({"exercises": []}, "0 exercises"),
        ({"exercises": [TEN[0], TEN[0].name]}, "bulgarian_split_squat twice"),
        ({"exercises": LIBRARY[:14]}, "too many pairings to list"),
        ({"exercises": TEN, "reps": [(8, 12)] * 9}, "9 ranges"),
        ({"exercises": TEN, "level": 4}, "Level 4"),
    ],
)
def test_what_cannot_be_paired_is_refused_in_words(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(PlanError) as error:
        pairings(**wrong)
    assert said in str(error.value)


# ---------------------------------------------------------------- sessions for a phase

PHASES = ["base", "transition_spring", "competition", "recovery", "re_entry"]


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize(("equipment", "level"), [("none", 1), ("home", 2), ("gym", 3)])
def test_a_built_session_keeps_to_all_wishes(phase: str, equipment: str, level: int) -> None:
    numbers = Phase.shipped(phase)
    session = build_session(phase, equipment=equipment, level=level)
    chosen = session.exercises()
    assert len(set(chosen)) == len(chosen) >= 4
    assert session.duration_s() <= numbers.minutes * 60
    assert session.contacts()[1] <= min(numbers.contacts[1], contacts_ceiling(level))
    assert all(exercise.level <= level for exercise in chosen)
    assert all(at_hand(equipment).issuperset(exercise.equipment) for exercise in chosen)
    assert session.review(level).fails == 0
    for pair in session.supersets:
        assert numbers.sets[0] <= pair.sets <= numbers.sets[1]
        assert pair.rest_s == numbers.rest_s[0]
        for exercise, reps in zip((pair.first, pair.second), pair.each_reps(), strict=True):
            assert exercise.reps_min <= reps[0] <= reps[1] <= exercise.reps_max
            if "max_strength" in exercise.emphasis and exercise.reps_min <= numbers.reps[1]:
                assert reps[1] <= max(numbers.reps[1], exercise.reps_min)


def test_three_sets_or_as_near_as_the_phase_allows() -> None:
    sets = {phase: build_session(phase).supersets[0].sets for phase in PHASES}
    assert list(sets.values()) == [3, 3, 2, 2, 3]
    long = Phase.shipped("base").replace(sets=(4, 5))
    assert {pair.sets for pair in build_session(long, minutes=60).supersets} == {4}


def test_the_same_wishes_give_the_same_session() -> None:
    first = build_session("competition", equipment="home", level=2)
    _chosen.cache_clear()
    assert build_session("competition", equipment="home", level=2) == first


def dose(exercise: Exercise, phase: Phase) -> tuple[int, int]:
    """The repetitions of the row that the phase asks for, or those of the row nearest to them."""
    row = range(exercise.reps_min, exercise.reps_max + 1)
    if "max_strength" not in exercise.emphasis:
        return row[0], row[-1]
    both = [reps for reps in row if phase.reps[0] <= reps <= phase.reps[1]]
    nearest = row[0] if row[0] > phase.reps[1] else row[-1]
    return (both[0], both[-1]) if both else (nearest, nearest)


def badness(chosen: Sequence[Exercise], phase: Phase, sets: int, short: dict[str, float]) -> float:
    """How bad a choice is, by the words of the documentation rather than by the programme."""
    tags = {
        "max_strength": {"max_strength"},
        "explosive": {"explosive"},
        "mobility_prevention": {"mobility", "prevention"},
        "corrective": {"corrective"},
    }
    heavy = sum(is_heavy(exercise, dose(exercise, phase)) for exercise in chosen)
    jumps = sum(e.plyometric for e in chosen)
    idle = max(0, heavy - sum(map(is_filler, chosen)), heavy + jumps - len(chosen) // 2)
    done = coverage([(exercise, sets) for exercise in chosen])
    lacks = sum(max(0, ceil(2 * (s - done[m]) / sets - 1e-9)) for m, s in short.items())
    ways = product(*([t for t, w in tags.items() if w & set(e.emphasis)] for e in chosen))
    off = min(
        sum(
            max(0, floor(part) - way.count(tag), way.count(tag) - ceil(part))
            for tag in tags
            for part in [phase.emphasis[tag] / 100 * len(chosen)]
        )
        for way in ways
    )
    landings = sum(sets * e.set_contacts(e.reps_max) for e in chosen)
    missing = landings < phase.contacts[0]
    return 30 * idle + 7 * off + lacks + 7 * missing


POOLS = {
    "all-round": [
        "goblet_squat", "push_up", "clamshell", "pogo_jump", "calf_raise", "dead_bug",
        "romanian_deadlift", "tibialis_raise", "one_arm_row", "short_foot",
    ],
    "heavy and high": [
        "back_squat", "trap_bar_deadlift", "overhead_press", "squat_jump", "line_hop", "a_skip",
        "drop_jump", "front_plank", "hip_flexor_stretch", "calf_raise", "toe_yoga",
    ],
    "too many jumps": [
        "squat_jump", "line_hop", "a_skip", "box_jump", "kettlebell_swing", "push_up",
        "dumbbell_curl", "band_hip_adduction",
    ],
}  # fmt: skip


@pytest.mark.parametrize("pool", POOLS.values(), ids=POOLS)
@pytest.mark.parametrize(
    ("phase", "minutes"),
    [("base", 34), ("transition_spring", 45), ("competition", 30), ("re_entry", 28)],
)
def test_the_choice_is_the_best_of_all(phase: str, minutes: float, pool: list[str]) -> None:
    numbers = Phase.shipped(phase)
    known = [Exercise.find(name) for name in pool]
    short = {"soleus": 3.0, "gluteus_maximus": 3, "tibialis_anterior": 3, "deltoid": 1.5}
    session = build_session(phase, level=3, minutes=minutes, exercises=pool, short=short)
    sets = session.supersets[0].sets
    usual = [e for e in known if e.rest_s <= numbers.rest_s[0] or not e.plyometric]
    usual = [e for e in usual if e.sets_max >= sets]
    scores = []
    for number in range(2, len(usual) + 1, 2):
        for chosen in combinations(usual, number):
            time_s = 0.0
            for exercise in chosen:
                low, high = dose(exercise, numbers)
                time_s += sets * (exercise.set_s((low + high) / 2) + (10 + numbers.rest_s[0]) / 2)
            landings = sum(sets * e.set_contacts(e.reps_max) for e in chosen)
            if time_s <= (minutes - 8) * 60 and landings <= numbers.contacts[1]:
                scores.append(badness(chosen, numbers, sets, short))
    assert len(scores) > 5
    assert set(session.exercises()) <= set(usual)
    assert badness(session.exercises(), numbers, sets, short) == min(scores)


@pytest.mark.parametrize("muscle", ["tibialis_anterior", "soleus", "psoas_major", "gluteus_medius"])
def test_what_is_short_is_covered(muscle: str) -> None:
    session = build_session("base", equipment="home", level=2, short={muscle: 3})
    assert session.coverage()[muscle] >= 3


def test_a_second_session_takes_what_the_first_left_short() -> None:
    first = build_session("base", equipment="gym", level=3)
    needs = dict.fromkeys(first.coverage().index, 4.0)
    left = {m: max(0, sets - first.coverage()[m]) for m, sets in needs.items()}
    second = build_session("base", equipment="gym", level=3, short=left)

    def lacking(session: Session) -> float:
        return float(sum(max(0, left[m] - sets) for m, sets in session.coverage().items()))

    assert lacking(second) < lacking(first)


def test_what_must_be_there_is_there() -> None:
    # 150 s rest and its own 2 sets would keep these out of a base session
    session = build_session("base", level=3, include=["drop jump", "hip_flexor_stretch"])
    assert {"drop_jump", "hip_flexor_stretch"} <= {e.id for e in session.exercises()}


def test_a_library_of_ones_own_is_chosen_from() -> None:
    own = load_exercises()
    own = own[own.pattern.isin(["squat", "push", "pull", "anti_extension", "calf"])]
    session = build_session("base", level=3, exercises=own)
    assert {e.id for e in session.exercises()} <= set(own.id)


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({"minutes": 11}, ["without the 11 min (it takes "]),
        (
            {"equipment": "none", "level": 3, "include": ["back_squat"]},
            ["without the limit on equipment", "or without what must be there"],
        ),
        ({"equipment": "gym", "level": 1, "include": ["back_squat"]}, ["without level 1"]),
        (
            {"level": 3, "include": ["pogo_jump"], "phase": "recovery"},
            ["without the limit of 0 landings"],
        ),
        (
            {"equipment": "none", "level": 1, "include": ["back_squat"], "minutes": 40},
            ["fit without what must be there (barbell back squat)."],
        ),
        (
            {"exercises": ["back_squat"]},
            ["without the exercises to choose from"],
        ),
        (
            {"equipment": "none", "exercises": ["back_squat", "hip_thrust"], "level": 3},
            ["without the limit on equipment, or without the exercises to choose from"],
        ),
    ],
)
def test_an_infeasible_wish_is_answered_with_what_to_drop(
    wishes: dict[str, object], said: list[str]
) -> None:
    with pytest.raises(PlanError) as error:
        build_session(**{"phase": "base", **wishes})
    for words in said:
        assert words in str(error.value)


def test_the_shortest_length_that_is_named_is_enough_and_a_minute_less_is_not() -> None:
    with pytest.raises(PlanError) as error:
        build_session("base", equipment="home", level=2, minutes=10)
    least = int(str(error.value).split("it takes ")[1].split(" min")[0])
    assert len(build_session("base", equipment="home", level=2, minutes=least).supersets) == 1
    with pytest.raises(PlanError):
        build_session("base", equipment="home", level=2, minutes=least - 1)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"minutes": 8}, "no longer than the warm-up of 8 min"),
        ({"minutes": 1000}, "up to 240 min"),
        ({"minutes": "long"}, "long"),
        ({"level": 0}, "Level 0"),
        ({"equipment": "dumbels"}, "dumbbells"),
        ({"short": {"soleas": 2}}, "soleus"),
        ({"short": {"soleus": float("nan")}}, "give a number of sets"),
        ({"phase": "bass"}, "base"),
    ],
)
def test_wrong_words_are_refused_with_the_nearest(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(PlanError) as error:
        build_session(**{"phase": "base", **wrong})
    assert said in str(error.value)
