"""The stick runner: joints and muscle lines at a moment of the measured kinematics.

Angles are those of one runner (OpenSim test data, opensim-core, Apache-2.0); segment lengths
and muscle lines are schematic.
"""

import math
from functools import cache
from typing import Any, Literal

import numpy as np

from runplan.errors import unknown
from runplan.tables import load, load_kinematics

Point = np.ndarray[tuple[int], np.dtype[np.float64]]
Points = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Side = Literal["right", "left"]

_STATURE_M = 1.83  # of the measured runner; assumed (U)

_ENDS = {
    "trunk": ("hip", "shoulder"),
    "thigh": ("hip", "knee"),
    "shank": ("knee", "ankle"),
    "foot": ("heel", "ball"),
    "uarm": ("shoulder", "elbow"),
    "farm": ("elbow", "wrist"),
}


def angles(measured_pct: float) -> dict[str, float]:
    """Return the columns of the kinematics table at a moment of the measured cycle, 0 to 100.

    >>> angles(3)["trunk_lean_deg"]
    3.35
    """
    curves = _curves()
    return {name: float(np.interp(measured_pct, curves["pct"], curves[name])) for name in curves}


def joints(now: dict[str, float]) -> dict[str, Point]:
    """Return where the joints are at these angles: x and y in body heights.

    >>> joints(angles(20))["hip"].round(2).tolist()
    [0.0, 0.48]
    """
    long = _segments()
    lean = now["trunk_lean_deg"]
    up = -_down(-lean)
    hip = np.array([0.0, long["hip_height"] + now["pelvis_height_m"] / _STATURE_M])
    shoulder = hip + long["trunk"] * up
    neck = shoulder + long["neck"] * up
    head = neck + long["head_centre"] * up
    found = {"hip": hip, "shoulder": shoulder, "neck": neck, "head": head}
    for side in "rl":
        thigh = now[f"hip_flexion_{side}_deg"] - lean
        shank = thigh - now[f"knee_flexion_{side}_deg"]
        sole = shank + now[f"ankle_dorsiflexion_{side}_deg"]
        upper = now[f"shoulder_flexion_{side}_deg"] - lean
        fore = upper + now[f"elbow_flexion_{side}_deg"]

        knee = hip + long["thigh"] * _down(thigh)
        ankle = knee + long["shank"] * _down(shank)
        under = ankle + long["ankle_height"] * _down(sole)
        ahead = _down(sole + 90)
        ball = under + long["ball"] * ahead
        toes = _toes_deg(sole, ball[1] / long["toe"])
        elbow = shoulder + long["upper_arm"] * _down(upper)
        wrist = elbow + long["forearm"] * _down(fore)
        limb = {
            "knee": knee,
            "ankle": ankle,
            "heel": under - long["heel"] * ahead,
            "ball": ball,
            "toe": ball + long["toe"] * _down(toes + 90),
            "elbow": elbow,
            "wrist": wrist,
            "fist": wrist + long["fist"] * _down(fore),
        }
        found |= {f"{joint}_{side}": point for joint, point in limb.items()}
    return found


def muscle_lines(at: dict[str, Point], side: Side = "right") -> dict[str, Points]:
    """Return the muscles as lines on the joints, from origin to insertion, by muscle id.

    >>> len(muscle_lines(joints(angles(0))))
    22
    """
    if side not in ("right", "left"):
        raise unknown("side", side, ("right", "left"))
    here = at | {name[:-2]: point for name, point in at.items() if name.endswith(f"_{side[0]}")}
    lines: dict[str, list[Any]] = {}
    for muscle, segment, fraction, offset_h in _line_points():
        first, second = (here[end] for end in _ENDS[segment])
        along = (second - first) / math.dist(first, second)
        # square to the segment: forward, and up from the foot
        front = np.array([-along[1], along[0]]) * (-1 if segment == "trunk" else 1)
        point = first + fraction * (second - first) + offset_h * front
        lines.setdefault(muscle, []).append(point)
    return {muscle: np.array(points) for muscle, points in lines.items()}


def _down(angle_deg: float) -> Point:
    """Return the unit vector at an angle from straight down, + forward."""
    angle = math.radians(angle_deg)
    return np.array([math.sin(angle), -math.cos(angle)])


def _toes_deg(sole_deg: float, height: float) -> float:
    """Return the pitch of the toes: in line with the sole, or on the floor while the heel rises.

    `height` is that of the ball, in lengths of the toes.
    """
    if sole_deg >= 0:
        return sole_deg
    to_floor = -math.degrees(math.asin(max(0.0, min(1.0, height))))
    return max(sole_deg, to_floor)


@cache
def _line_points() -> list[tuple[str, str, float, float]]:
    table = load("stick_muscles").sort_values(["muscle", "point"], kind="stable")
    columns = (table[name].tolist() for name in ("muscle", "segment", "fraction", "offset_h"))
    return list(zip(*columns, strict=True))


@cache
def _segments() -> dict[str, float]:
    table = load("stick_segments")
    return dict(zip(table.segment, table.length_h, strict=True))


@cache
def _curves() -> dict[str, Point]:
    """Return the measured curves as arrays, a value every 2 % of the cycle, 0 to 100."""
    table = load_kinematics().select_dtypes("number")
    return {str(name): values.to_numpy(float) for name, values in table.items()}
