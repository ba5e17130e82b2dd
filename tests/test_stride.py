"""The stride: one map moves everything, bursts wrap, feet stay on the floor, arms oppose legs."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runplan import PlanError, Stride, load_activation, load_kinematics, stick
from runplan.stick import Side
from runplan.stride import LEVELS

stances = st.floats(22, 48)
moments = st.floats(0, 100)
many = settings(deadline=None, max_examples=200)

FEET = [f"{part}_{side}" for side in "rl" for part in ("heel", "ball", "toe")]


# --- time


def test_legal_stances() -> None:
    assert Stride().stance_pct == 40
    assert Stride("30") == Stride(30.0)  # type: ignore[arg-type]
    for legal in (22, 48):
        assert Stride(legal).stance_pct == legal


@pytest.mark.parametrize("wrong", [21.9, 48.1, 50, 0, -40, math.nan, math.inf, None, "long", [40]])
def test_illegal_stances_are_refused_in_words(wrong: object) -> None:
    with pytest.raises(PlanError, match=r"give 22 .a sprint. to 48"):
        Stride(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [math.nan, math.inf, None, "now"])
def test_moments_are_numbers(wrong: float) -> None:
    for ask in (Stride().phase, Stride().active, Stride().pose, Stride().flight, Stride().ground_h):
        with pytest.raises(PlanError, match="is a percentage, 0 to 100"):
            ask(wrong)


@pytest.mark.parametrize(
    ("pct", "phase"),
    [
        (0, "loading, braking half of stance"),
        (14.9, "loading, braking half of stance"),
        (15, "propulsion half of stance"),
        (30, "propulsion half of stance"),
        (30.1, "first flight"),
        (49.9, "first flight"),
        (50, "mid-swing (other foot on the ground)"),
        (80, "mid-swing (other foot on the ground)"),
        (80.1, "second flight"),
        (100, "loading, braking half of stance"),
        (-5, "second flight"),
    ],
)
def test_phases_at_30_pct_stance(pct: float, phase: str) -> None:
    assert Stride(30).phase(pct) == phase


@many
@given(stances, moments)
def test_phase_and_feet_agree(stance: float, pct: float) -> None:
    stride = Stride(stance)
    phase, (right, left) = stride.phase(pct), stride.on_ground(pct)
    assert right == ("half of stance" in phase)
    assert left == ("mid-swing" in phase)
    assert stride.flight(pct) == ("flight" in phase) == (not right and not left)
    assert not (right and left)


@many
@given(stances)
def test_phases_tile_the_cycle(stance: float) -> None:
    phases = Stride(stance).phases()
    assert phases.start_pct.tolist() == [0, *phases.end_pct[:-1]]
    assert phases.end_pct.iloc[-1] == 100
    ends = phases.set_index("id").end_pct
    assert ends["braking"] == pytest.approx(stance / 2)
    assert ends["propulsion"] == pytest.approx(stance)
    assert (phases.end_pct > phases.start_pct).all()


@many
@given(stances)
def test_two_flights_at_every_stance(stance: float) -> None:
    stride = Stride(stance)
    first, second = (stance + 50) / 2, (stance + 150) / 2
    for middle in (first, second):
        assert stride.flight(middle)
        assert stride.pose(middle).y_h[FEET].min() > 0.005  # 9 mm of 1.83 m


@many
@given(stances, moments, st.integers(-3, 3))
def test_percentages_run_on(stance: float, pct: float, strides: int) -> None:
    # whole quarters, so that the shifted number is the same moment to the last bit
    pct = round(pct * 4) / 4
    stride, later = Stride(stance), pct + 100 * strides
    assert stride.active(later).equals(stride.active(pct))
    assert stride.pose(later).equals(stride.pose(pct))
    assert stride.phase(later) == stride.phase(pct)
    assert stride.ground_h(later) == pytest.approx(stride.ground_h(pct) + 1.5 * strides)


# --- activity


def test_at_40_the_table_is_as_measured() -> None:
    table, bursts = load_activation(), Stride(40).bursts()
    for column in ("onset_pct", "offset_pct", "peak_pct"):
        np.testing.assert_allclose(bursts[column], table[column], atol=1e-12)
    levels = {"low": 0.3, "moderate": 0.6, "high": 1.0}
    assert bursts.level.tolist() == [levels[word] for word in table.level]
    same = ["muscle", "burst", "contraction", "phase", "basis", "source", "confidence", "refs"]
    assert bursts[same].equals(table[same])


@pytest.mark.parametrize(
    ("stance", "muscle", "onset", "offset", "peak"),
    [
        (30, "soleus", 2 * 30 / 40, 32 * 30 / 40, 16 * 30 / 40),  # all within stance
        (48, "iliacus", 34 * 48 / 40, 50 + 12 * 48 / 40, 48 + 8 * 2 / 10),  # through flight
        (22, "gluteus_medius", 72 + 4 * 28 / 10, 18 * 22 / 40, 8 * 22 / 40),  # through 0 %
    ],
)
def test_moved_bursts_by_hand(
    stance: float, muscle: str, onset: float, offset: float, peak: float
) -> None:
    row = Stride(stance).bursts().set_index("muscle").loc[muscle]
    moved = [row[name] for name in ("onset_pct", "offset_pct", "peak_pct")]
    assert moved == pytest.approx([onset, offset, peak])


def test_a_burst_that_wraps() -> None:
    """Gluteus maximus, 92 → 20: on through 0 %, then again in mid-swing, 60 → 70."""
    on = [pct for pct in range(101) if "gluteus_maximus" in set(Stride().active(pct).muscle)]
    assert on == [*range(21), *range(60, 71), *range(92, 101)]


def test_the_whole_cycle() -> None:
    for stance in (22, 40, 48):
        rows = Stride(stance).bursts().set_index("muscle")
        for muscle in ("trapezius", "transversus_abdominis"):
            assert rows.loc[muscle, ["onset_pct", "offset_pct"]].tolist() == [0, 100]
            assert all(muscle in set(Stride(stance).active(p).muscle) for p in range(0, 100, 7))


def reach(pct: float, stance: float) -> float:
    """Return where activation's own 40 % cycle stands: the map of DESIGN, written out."""
    pct %= 100
    half = 50 if pct >= 50 else 0
    into = pct - half
    if into <= stance:
        return half + into * 40 / stance
    return half + 40 + (into - stance) * 10 / (50 - stance)


@many
@given(stances, moments)
def test_active_is_the_table_at_the_moved_moment(stance: float, pct: float) -> None:
    at = reach(pct, stance)
    table = load_activation()
    ends = pd.concat([table.onset_pct, table.offset_pct])
    if (ends - at).abs().min() < 1e-6:  # on an edge rounding decides
        return
    on = {
        row.muscle
        for row in table.itertuples()
        if (
            row.onset_pct <= at <= row.offset_pct
            if row.onset_pct <= row.offset_pct
            else at >= row.onset_pct or at <= row.offset_pct
        )
    }
    active = Stride(stance).active(pct)
    assert set(active.muscle) == on
    assert active.muscle.is_unique
    assert active.level.is_monotonic_decreasing
    assert list(active) == ["muscle", "level", "basis"]
    assert set(active.level) <= {0.3, 0.6, 1.0}
    assert set(active.basis) <= {"measured-envelope", "literature", "schematic"}


@many
@given(stances)
def test_order_of_events_is_kept(stance: float) -> None:
    """Stretching the cycle never reorders two events of the table."""
    table, moved = load_activation(), Stride(stance).bursts()
    for column in ("onset_pct", "offset_pct", "peak_pct"):
        was, now = table[column].dropna(), moved[column].dropna()
        assert now.between(0, 100).all()
        assert (was.rank(method="dense") == now.rank(method="dense")).all()


def test_given_tables_are_copies() -> None:
    stride = Stride()
    bursts, phases = stride.bursts(), stride.phases()
    bursts["level"] = 0.0
    phases["name"] = "x"
    assert stride.bursts().level.min() == 0.3
    assert stride.phase(10) != "x"


# --- the stick runner


@many
@given(stances, moments)
def test_no_foot_below_the_floor(stance: float, pct: float) -> None:
    assert Stride(stance).pose(pct).y_h[FEET].min() > -0.01


@many
@given(stances, st.floats(0, 1))
def test_the_standing_foot_is_on_the_floor(stance: float, share: float) -> None:
    stride = Stride(stance)
    for side, contact in (("r", 0), ("l", 50)):
        y = stride.pose(contact + share * stance).y_h[[f for f in FEET if f.endswith(side)]]
        assert abs(y.min()) < 0.01


@many
@given(stances, st.floats(0.1, 0.75))
def test_the_standing_foot_does_not_slide(stance: float, share: float) -> None:
    """While the sole is flat, the ball keeps its place on the ground."""
    stride = Stride(stance)
    places = [
        stride.pose(pct).x_h["ball_r"] + stride.ground_h(pct)
        for pct in (0.1 * stance, share * stance)
    ]
    assert abs(places[1] - places[0]) < 0.03


@many
@given(stances, moments)
def test_left_is_right_half_a_cycle_later(stance: float, pct: float) -> None:
    now, later = Stride(stance).pose(pct), Stride(stance).pose(pct + 50)
    right = now.filter(like="_r", axis=0)
    left = later.filter(like="_l", axis=0)
    np.testing.assert_allclose(right, left, atol=1e-9)


@many
@given(stances, moments)
def test_segments_keep_their_lengths(stance: float, pct: float) -> None:
    pose = Stride(stance).pose(pct)
    lengths = {
        ("hip", "shoulder"): 0.288,
        ("hip", "knee"): 0.245,
        ("knee", "ankle"): 0.246,
        ("heel", "ball"): 0.105,
        ("ball", "toe"): 0.045,
        ("shoulder", "elbow"): 0.186,
        ("elbow", "wrist"): 0.146,
        ("wrist", "fist"): 0.06,
        ("shoulder", "neck"): 0.052,
        ("neck", "head"): 0.065,
    }
    for ends, length in lengths.items():
        for side in ("_r", "_l"):
            first, second = (pose.loc[e if e in pose.index else e + side] for e in ends)
            assert math.dist(first, second) == pytest.approx(length)


@many
@given(stances, moments)
def test_the_pose_is_continuous_and_periodic(stance: float, pct: float) -> None:
    """No joint jumps: in 0.01 % of a cycle none moves more than 1 % of body height."""
    stride = Stride(stance)
    step = (stride.pose(pct + 0.01) - stride.pose(pct)).abs()
    assert step.to_numpy().max() < 0.01


@pytest.mark.parametrize("stance", [22, 31.7, 36, 40, 48])
def test_arms_oppose_legs(stance: float) -> None:
    poses = [Stride(stance).pose(pct).x_h for pct in range(0, 100, 2)]
    table = pd.DataFrame(poses)
    for side, other in ("rl", "lr"):
        arm = table[f"fist_{side}"] - table.shoulder
        assert np.corrcoef(arm, table[f"ankle_{side}"])[0, 1] < -0.9
        assert np.corrcoef(arm, table[f"ankle_{other}"])[0, 1] > 0.9
    contact = Stride(stance).pose(0).x_h  # own side's arm is back when its foot lands
    assert contact["elbow_r"] < contact["shoulder"] < contact["ankle_r"]


def test_at_36_the_angles_are_the_measured_rows() -> None:
    """Worked back from the joints with plain trigonometry."""
    for row in load_kinematics().to_dict("records"):
        pose = Stride(36).pose(row["pct"])
        up = pose.loc["shoulder"] - pose.loc["hip"]
        lean = math.degrees(math.atan2(up.x_h, up.y_h))
        assert lean == pytest.approx(row["trunk_lean_deg"])
        assert pose.y_h["hip"] == pytest.approx(0.4975 + row["pelvis_height_m"] / 1.83)

        def angle(first: str, second: str, pose: pd.DataFrame = pose) -> float:
            along = pose.loc[second] - pose.loc[first]
            return math.degrees(math.atan2(along.x_h, -along.y_h))

        for side in "rl":
            thigh, shank = angle("hip", f"knee_{side}"), angle(f"knee_{side}", f"ankle_{side}")
            upper = angle("shoulder", f"elbow_{side}")
            fore = angle(f"elbow_{side}", f"wrist_{side}")
            sole = pose.loc[f"ball_{side}"] - pose.loc[f"heel_{side}"]
            pitch = math.degrees(math.atan2(sole.y_h, sole.x_h))
            found = {
                "hip_flexion": thigh + lean,
                "knee_flexion": thigh - shank,
                "ankle_dorsiflexion": pitch - shank,
                "shoulder_flexion": upper + lean,
                "elbow_flexion": fore - upper,
            }
            for name, degrees in found.items():
                gap = (degrees - row[f"{name}_{side}_deg"] + 180) % 360 - 180
                assert gap == pytest.approx(0, abs=1e-6)


def test_feet_flags_are_those_of_the_table() -> None:
    for row in load_kinematics()[:-1].itertuples():
        flags = (bool(row.foot_r_on_ground), bool(row.foot_l_on_ground))
        assert Stride(36).on_ground(row.pct) == flags


@many
@given(stances, moments)
def test_toes_do_not_dig(stance: float, pct: float) -> None:
    pose = Stride(stance).pose(pct)
    for side in "rl":
        heel, ball, toe = (pose.loc[f"{part}_{side}"] for part in ("heel", "ball", "toe"))
        assert toe.y_h >= min(ball.y_h, 0) - 1e-9
        along, toes = ball - heel, toe - ball
        sole_deg, toes_deg = (math.degrees(math.atan2(v.y_h, v.x_h)) for v in (along, toes))
        # in line with the sole, or bent up towards the floor's level while the heel rises
        assert toes_deg >= sole_deg - 1e-6
        assert toes_deg == pytest.approx(sole_deg) or toes_deg < 1e-6
        if heel.y_h > ball.y_h:  # sole toe-down: toes bent up against it, never below level
            assert toe.y_h <= ball.y_h + 1e-9


# --- muscle lines

NO_LINE = {
    "vastus_medialis",
    "vastus_intermedius",
    "semimembranosus",
    "abductor_hallucis",
    "flexor_digitorum_brevis",
    "iliacus",
    "gluteus_minimus",
    "internal_oblique",
    "transversus_abdominis",
    "multifidus",
    "trapezius",
}


def test_which_muscles_have_a_line() -> None:
    lines = Stride().muscle_lines(0)
    assert len(lines) == 22
    assert set(load_activation().muscle) - set(lines) == NO_LINE


@many
@given(stances, moments, st.sampled_from(["right", "left"]))
def test_lines_lie_on_the_runner(stance: float, pct: float, side: Side) -> None:
    stride = Stride(stance)
    pose = stride.pose(pct)
    own = pose[~pose.index.str.endswith("_l" if side == "right" else "_r")].to_numpy()
    for points in stride.muscle_lines(pct, side).values():
        assert points.shape[0] >= 2
        assert points.shape[1] == 2
        gaps = np.linalg.norm(points[:, None] - own[None], axis=2).min(axis=1)
        assert gaps.max() < 0.17  # no point further from a joint than half a long segment


def length(points: np.ndarray) -> float:
    return float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())


@pytest.mark.parametrize(
    ("muscle", "joint", "sign"),
    [
        ("soleus", "ankle_dorsiflexion_r_deg", 1),  # plantarflexors stretch in dorsiflexion
        ("gastrocnemius", "ankle_dorsiflexion_r_deg", 1),
        ("tibialis_anterior", "ankle_dorsiflexion_r_deg", -1),
        ("vastus_lateralis", "knee_flexion_r_deg", 1),
        ("rectus_femoris", "knee_flexion_r_deg", 1),
        ("biceps_femoris", "knee_flexion_r_deg", -1),
        ("gastrocnemius", "knee_flexion_r_deg", -1),
        ("gluteus_maximus", "hip_flexion_r_deg", 1),
        ("semitendinosus", "hip_flexion_r_deg", 1),
        ("psoas_major", "hip_flexion_r_deg", -1),
        ("triceps_brachii", "elbow_flexion_r_deg", 1),
        ("biceps_brachii", "elbow_flexion_r_deg", -1),
    ],
)
def test_lines_lengthen_and_shorten_as_anatomy_says(muscle: str, joint: str, sign: int) -> None:
    change = []
    for pct in range(0, 100, 5):
        now = stick.angles(pct)
        less, more = (
            length(stick.muscle_lines(stick.joints(now | {joint: now[joint] + turn}))[muscle])
            for turn in (-2, 2)
        )
        change.append(sign * (more - less))
    # the gastrocnemius stands still at the deepest knee bend, about 100 degrees
    assert min(change) > -2e-5
    assert np.median(change) > 1e-4


def test_soleus_at_contact_by_hand() -> None:
    """Origin: shank 0.14 from the knee, 0.012 of body height behind it."""
    pose, line = Stride().pose(0), Stride().muscle_lines(0)["soleus"]
    knee, ankle = pose.loc["knee_r"].to_numpy(), pose.loc["ankle_r"].to_numpy()
    down = (ankle - knee) / 0.246
    front = np.array([-down[1], down[0]])
    assert front[0] > 0
    np.testing.assert_allclose(line[0], knee + 0.14 * 0.246 * down - 0.012 * front)


def test_sides() -> None:
    right, left = Stride().muscle_lines(10), Stride().muscle_lines(60, "left")
    for muscle, points in right.items():
        np.testing.assert_allclose(points, left[muscle], atol=1e-9)
    with pytest.raises(PlanError, match='no side "port"'):
        Stride().muscle_lines(0, "port")  # type: ignore[arg-type]


# --- words


def test_words() -> None:
    stride = Stride(30)
    assert repr(stride) == "Stride(stance_pct=30.0)"
    assert stride.describe() == (
        "A stride with 30 % stance and 20 % flight after each of its two steps."
    )
    said = stride.describe(20)
    assert "at 20 % of a stride with 30 % stance, propulsion half of stance" in said
    assert "at a high level" in said
    assert "fitted to 30 % stance, not recorded at it" in said  # 2.8 m/s is not its speed
    assert Stride().describe(30).endswith("Schematic synthesis, about 2.8 m/s, level ground.")
    assert ": at a high level soleus; " in Stride().describe(30)
    shown = stride._repr_html_()
    assert "from (%)" in shown
    assert "first flight" in shown


@many
@given(stances, moments)
def test_the_sentence_counts_the_active_muscles_and_names_five(stance: float, pct: float) -> None:
    said = Stride(stance).describe(pct)
    active = Stride(stance).active(pct)
    strongest = active[active.level == active.level.max()]
    named = [muscle for muscle in strongest.muscle if muscle.replace("_", " ") in said]
    assert len(named) == min(5, len(strongest))
    for word, level in LEVELS.items():
        number = (active.level == level).sum()
        if level < active.level.max():
            assert (f"; {number} at a {word} level" in said) == (number > 0)
        elif number > 5:
            assert f"at a {word} level {number} muscles, among them" in said
