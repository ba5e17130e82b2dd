"""The rules of a good pair (pairing_rules.csv), each a small function with one verdict.

A rule reads columns of the library and of patterns.csv (which patterns oppose each other, and
which drills may fill a rest: ours, U) and asks nothing about the order of the two exercises:
in a superset each set follows the other's. Order is the session's business.
"""

from collections.abc import Callable
from functools import cache
from typing import Protocol

from runplan.errors import PlanError
from runplan.exercises import Exercise
from runplan.reasons import Level, Reason
from runplan.supersets.review import worst
from runplan.tables import load
from runplan.words import listed

Range = tuple[int, int]

# heavy: a max_strength exercise at so many repetitions at most (haff2016: 6 is about 85 %),
# and the least rest before the same lift again
HEAVY_REPS, HEAVY_REST_S = 6, 120
# from so many repetitions on it is endurance work (dose_goals.csv)
_ENDURANCE_REPS = 12
# these patterns name the muscles they aim at; nothing is tired by them
_PASSIVE = ("mobility", "self_massage")


class Pair(Protocol):
    """What a rule looks at: two exercises and their dose."""

    @property
    def first(self) -> Exercise: ...
    @property
    def second(self) -> Exercise: ...
    @property
    def rest_s(self) -> int: ...
    def each_reps(self) -> tuple[Range, Range]: ...
    def same_lift_rest_s(self) -> tuple[float, float]: ...
    def contacts(self) -> Range: ...


Rule = Callable[[Pair, int], Reason]


def is_filler(exercise: Exercise) -> bool:
    """Whether the exercise may fill the rest of a heavy lift without tiring it (patterns.csv).

    >>> is_filler(Exercise.find("bird dog")), is_filler(Exercise.find("push-up"))
    (True, False)
    """
    return _patterns()[exercise.pattern][1]


def is_hard(exercise: Exercise) -> bool:
    """Whether a set of it tires its joints' muscles before a jump: neither filler nor jump."""
    return not exercise.plyometric and not is_filler(exercise)


def is_heavy(exercise: Exercise, reps: Range) -> bool:
    """Whether it is heavy: a max_strength exercise at 6 repetitions or fewer.

    >>> is_heavy(Exercise.find("back squat"), (3, 6)), is_heavy(Exercise.find("bird dog"), (3, 6))
    (True, False)
    """
    return "max_strength" in exercise.emphasis and reps[1] <= HEAVY_REPS


def shared_joints(one: Exercise, other: Exercise) -> list[str]:
    """Return the joints that both load.

    >>> shared_joints(Exercise.find("pogo jump"), Exercise.find("calf raise"))
    ['ankle']
    """
    return [joint for joint in one.joints if joint in other.joints]


def contacts_start() -> int:
    """Return the landings a session that a runner starts with should not exceed (U)."""
    return _contacts()[0]


def contacts_ceiling(level: int) -> int:
    """Return the most landings a session for a level (dose_contacts.csv).

    >>> contacts_ceiling(1)
    100

    Raises
    ------
    PlanError
        The level is not 1, 2 or 3.
    """
    if level not in (1, 2, 3):
        raise PlanError(f"Level {level!r}: give 1 (entry), 2 (intermediate) or 3 (advanced).")
    return _contacts()[level]


def contacts_most(level: int) -> int:
    """Return the most landings of a session that is planned for a level.

    Level 1 is held to what runners start with (ours, U), the others to their ceiling; both are
    rows of dose_contacts.csv.

    >>> contacts_most(1), contacts_most(2)
    (60, 120)

    Raises
    ------
    PlanError
        The level is not 1, 2 or 3.
    """
    ceiling = contacts_ceiling(level)
    return min(contacts_start(), ceiling) if level == 1 else ceiling


@cache
def _contacts() -> dict[int, int]:
    table = load("dose_contacts", ["level", "contacts_max"])
    return dict(zip(table.level.fillna(0).astype(int), table.contacts_max.astype(int), strict=True))


@cache
def _patterns() -> dict[str, tuple[frozenset[str], bool]]:
    """Return, by pattern, the patterns that oppose it and whether it is a filler."""
    table = load("patterns", ["pattern", "opposing", "filler"])
    return {
        pattern: (frozenset(opposing), bool(filler))
        for pattern, opposing, filler in zip(*(table[c] for c in table), strict=True)
    }


def _movers(exercise: Exercise) -> tuple[str, ...]:
    return () if exercise.pattern in _PASSIVE else exercise.primary


def _both(pair: Pair) -> str:
    return f"{pair.first.name} and {pair.second.name}"


def _verdict(rule: str, level: Level, text: str, reference: str | None = None) -> Reason:
    return Reason(rule, level, _sentence(text), reference)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def opposing(pair: Pair, _level: int) -> Reason:
    """Rule 1: upper and lower body, or opposing muscles. A preference: it never fails."""

    def verdict(level: Level, text: str) -> Reason:
        return _verdict(
            "opposing", level, text, "robbins2010" if level == "pass" else "iversen2021"
        )

    one, other = pair.first, pair.second
    if one.region != other.region:
        return verdict("pass", f"{one.region} and {other.region} in turn: one rests, one works.")
    if other.pattern in _patterns()[one.pattern][0]:
        return verdict("pass", f"Opposing muscles in turn: {_both(pair)}.")
    if is_filler(one) or is_filler(other):
        return verdict("pass", f"A low-fatigue drill fills the rest: {_both(pair)}.")
    return verdict(
        "warn",
        f"{_both(pair)} both work the {one.region} body and do not oppose each other. "
        "Pair upper with lower body, or opposing muscles.",
    )


def shared_mover(pair: Pair, _level: int) -> Reason:
    """Rule 2: no main mover in common; for endurance (12 and more repetitions) a warning."""
    shared = [mover for mover in _movers(pair.first) if mover in _movers(pair.second)]
    if not shared:
        return _verdict("shared_mover", "pass", "No main mover in common.", "iversen2021")
    text = f"{_both(pair)} share a main mover: {listed(shared)}."
    if min(low for low, _ in pair.each_reps()) >= _ENDURANCE_REPS:
        text += " Fair only if endurance is the goal."
        return _verdict("shared_mover", "warn", text, "iversen2021")
    return _verdict("shared_mover", "fail", f"{text} The second set suffers.", "kadota2024")


def jumps_fresh(pair: Pair, _level: int) -> Reason:
    """Rule 3, first half: no jump beside a hard set, or another jump, for the same joint.

    Alternating sets put each jump less than 3 min after the partner, whichever comes first, and
    that costs height (dobbs2019). It never warns: fillers and other joints pass.
    """
    one, other = pair.first, pair.second
    jumps = [exercise for exercise in (one, other) if exercise.plyometric]
    if not jumps:
        return _verdict("jumps_fresh", "pass", "No jumps in this pair.", "dobbs2019")
    joints = shared_joints(one, other)
    if not joints or is_filler(one) or is_filler(other):
        return _verdict("jumps_fresh", "pass", "The partner leaves the jump fresh.", "dobbs2019")
    jump = jumps[0]
    partner = other if jump is one else one
    text = f"{jump.name} alternates with {partner.name}: both load the {listed(joints)}."
    return _verdict("jumps_fresh", "fail", text, "dobbs2019")


def jumps_dosed(pair: Pair, level: int) -> Reason:
    """Rule 3, second half: few repetitions, full rest, landings within the session's ceiling.

    More repetitions or less rest than the jump's own row allows fails at high impact and
    warns at low. The partner's work does not count as rest (U).
    """
    faults: list[tuple[Level, str]] = []
    exercises = (pair.first, pair.second)
    for jump, reps in zip(exercises, pair.each_reps(), strict=True):
        grade: Level = "fail" if jump.impact == "high" else "warn"
        if jump.plyometric and reps[1] > jump.reps_max:
            text = f"{jump.name}: {reps[1]} repetitions a set; no more than {jump.reps_max}."
            faults.append((grade, text))
        if jump.plyometric and pair.rest_s < jump.rest_s:
            faults.append((grade, f"{jump.name}: {pair.rest_s} s rest; give it {jump.rest_s} s."))
    most = contacts_ceiling(level)
    if pair.contacts()[1] > most:
        text = f"{pair.contacts()[1]} landings in one pair; level {level} allows {most} a session."
        faults.append(("fail", text))
    if not faults:
        jumps = any(exercise.plyometric for exercise in exercises)
        said = "Few jumps, with full rest." if jumps else "No jumps in this pair."
        return _verdict("jumps_dosed", "pass", said, "haff2016")
    text = " ".join(_sentence(text) for _, text in faults)
    return _verdict("jumps_dosed", worst(grade for grade, _ in faults), text, "haff2016")


def grip_and_back(pair: Pair, _level: int) -> Reason:
    """Rule 4: not two lifts that the hands limit, nor two that load the back."""
    loads = {pair.first.axial_load, pair.second.axial_load}
    if pair.first.grip_limited and pair.second.grip_limited:
        text = f"{_both(pair)}: the hands tire in both. Keep one of them hands-free."
        return _verdict("grip_and_back", "fail", text)
    if loads == {"high"}:
        text = f"{_both(pair)} both load the back heavily. Give it one of them to rest."
        return _verdict("grip_and_back", "fail", text)
    if loads == {"high", "low"}:
        text = f"{_both(pair)} both load the back, one heavily."
        return _verdict("grip_and_back", "warn", text)
    return _verdict("grip_and_back", "pass", "Hands and back are not loaded twice.")


def balance(pair: Pair, _level: int) -> Reason:
    """Rule 5: not two exercises that demand balance: fails at high and high, else warns."""
    demands = {pair.first.balance_demand, pair.second.balance_demand}
    if "low" in demands:
        return _verdict("balance", "pass", "Balance is demanded once at most.")
    text = f"{_both(pair)} both demand balance; make one of them a steady one."
    return _verdict("balance", "fail" if demands == {"high"} else "warn", text)


def filler(pair: Pair, _level: int) -> Reason:
    """Rule 6: a drill may fill a rest, but must not tire the main lift's stabilisers.

    Tiring them fails where the main work is heavy or of high impact, and warns elsewhere.
    """
    drills = [exercise for exercise in (pair.first, pair.second) if is_filler(exercise)]
    if len(drills) != 1:
        said = "Two drills: no main lift to tire." if drills else "No filler in this pair."
        return _verdict("filler", "pass", said)
    drill = drills[0]
    main, reps = (
        (pair.second, pair.each_reps()[1])
        if drill is pair.first
        else (pair.first, pair.each_reps()[0])
    )
    tired = [muscle for muscle in _movers(drill) if muscle in main.secondary]
    if not tired:
        return _verdict("filler", "pass", f"{drill.name} leaves {main.name}'s stabilisers fresh.")
    serious = is_heavy(main, reps) or main.impact == "high"
    text = f"{drill.name} tires what steadies {main.name}: {listed(tired)}."
    return _verdict("filler", "fail" if serious else "warn", text)


def same_place(pair: Pair, _level: int) -> Reason:
    """Rule 7: one place. What equipment.csv counts to home fits anywhere. It never fails."""
    needs = [_stations().intersection(e.equipment) for e in (pair.first, pair.second)]
    if all(needs) and needs[0] != needs[1]:
        text = f"{_both(pair)} need two places: {listed(sorted(needs[0] ^ needs[1]))}."
        return _verdict("same_place", "warn", text)
    return _verdict("same_place", "pass", "Both fit into one place.")


@cache
def _stations() -> frozenset[str]:
    table = load("equipment", ["equipment", "set"])
    return frozenset(table.equipment[table.set == "gym"])


def heavy_day(pair: Pair, _level: int) -> Reason:
    """Rule 8: a heavy lift goes with a filler only, and 2 min or more before the same lift.

    Two heavy lifts or a shorter rest fail; another light exercise as partner warns.
    """
    exercises = (pair.first, pair.second)
    heavy = [is_heavy(e, reps) for e, reps in zip(exercises, pair.each_reps(), strict=True)]
    if not any(heavy):
        return _verdict("heavy_day", "pass", "No heavy lift in this pair.")
    if all(heavy):
        text = f"{_both(pair)} are both heavy. Fill the rest of a heavy lift with a light drill."
        return _verdict("heavy_day", "fail", text)
    lift, partner = exercises if heavy[0] else exercises[::-1]
    rest_s = pair.same_lift_rest_s()[heavy.index(True)]
    if rest_s < HEAVY_REST_S:
        text = f"{lift.name} is heavy and comes again after {rest_s:.0f} s. Give it 2–4 min."
        return _verdict("heavy_day", "fail", text, "grgic2018")
    if not is_filler(partner):
        text = f"{lift.name} is heavy; {partner.name} is no light drill to fill its rest."
        return _verdict("heavy_day", "warn", text)
    return _verdict("heavy_day", "pass", f"{lift.name} is heavy and rests {rest_s:.0f} s.")


# in the order of pairing_rules.csv, whose third rule is two here: whom with, and how much
RULES: tuple[Rule, ...] = (
    opposing,
    shared_mover,
    jumps_fresh,
    jumps_dosed,
    grip_and_back,
    balance,
    filler,
    same_place,
    heavy_day,
)
