"""The stick runner with its muscles: the artists of one runner, at a place on a sheet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.path import Path

from runplan.figures.sheet import Sheet, reshape, smooth
from runplan.figures.theme import mix
from runplan.moments import BASES
from runplan.stride import Stride

if TYPE_CHECKING:
    from matplotlib.patches import PathPatch

    from runplan.figures.theme import Theme
    from runplan.moments import Moment

# Outlines of the parts, by eye (U): along the segment (0 to 1), and forward of it in body heights
_TRUNK = (
    (-0.14, 0.004), (-0.06, 0.043), (0.18, 0.050), (0.48, 0.060), (0.76, 0.068), (0.97, 0.034),
    (1.08, 0.012), (1.05, -0.022), (0.93, -0.050), (0.70, -0.064), (0.38, -0.044), (0.10, -0.064),
    (-0.08, -0.060),
)  # fmt: skip
_THIGH = (
    (-0.10, 0.006), (0.04, 0.044), (0.30, 0.053), (0.65, 0.046), (0.93, 0.038), (1.07, 0.020),
    (1.05, -0.020), (0.88, -0.031), (0.55, -0.042), (0.25, -0.055), (0.02, -0.054),
)  # fmt: skip
_SHANK = (
    (-0.07, 0.008), (0.03, 0.031), (0.30, 0.026), (0.65, 0.020), (0.95, 0.018), (1.06, 0.002),
    (0.96, -0.020), (0.75, -0.022), (0.52, -0.036), (0.30, -0.048), (0.10, -0.036), (-0.05, -0.018),
)  # fmt: skip
_UPPER_ARM = (
    (-0.12, 0.004), (0.00, 0.026), (0.30, 0.029), (0.65, 0.025), (0.98, 0.017), (1.05, -0.002),
    (0.95, -0.018), (0.60, -0.027), (0.25, -0.028), (0.00, -0.022),
)  # fmt: skip
_FOREARM = (
    (-0.10, 0.000), (0.04, 0.018), (0.30, 0.021), (0.70, 0.015), (1.00, 0.012), (1.00, -0.011),
    (0.70, -0.014), (0.30, -0.019), (0.02, -0.017),
)  # fmt: skip
_NECK = ((-0.1, 0.026), (0.5, 0.024), (1.5, 0.026), (1.5, -0.026), (0.5, -0.026), (-0.2, -0.034))
_HEAD_H, _FIST_H, _BELLY_H = 0.062, 0.021, 0.0165
# where a leader ends, of 8 steps along the line: apart where muscles lie on each other
_POINTED = {
    "biceps_femoris": 5, "semitendinosus": 3, "adductor_magnus": 2, "gastrocnemius": 3,
    "soleus": 4, "tibialis_posterior": 5, "fibularis_longus": 4, "tensor_fasciae_latae": 3,
    "vastus_lateralis": 5, "deltoid": 2, "pectoralis_major": 2, "external_oblique": 3,
}  # fmt: skip
_ARMS = ("deltoid", "biceps_brachii", "triceps_brachii")


def worn(basis: str, colour: str, look: Theme) -> dict[str, Any]:
    """Return how a muscle of a level's colour looks, by how its activity is known.

    Measured is full, literature is striped, schematic is pale with a broken outline.
    """
    if basis == "measured":
        return {"facecolor": colour, "edgecolor": look.paper, "linestyle": "-", "hatch": None}
    if basis == "literature":
        stripes = {"hatch": "//////", "hatchcolor": colour}
        return {"facecolor": look.paper, "edgecolor": colour, "linestyle": "-"} | stripes
    pale = mix(colour, look.paper, 0.5)
    return {"facecolor": pale, "edgecolor": look.ink, "linestyle": (0, (2.4, 1.6)), "hatch": None}


class Runner:
    """The artists of one runner.

    Parameters
    ----------
    sheet
        The scene to draw on.
    name
        Begins the id of every artist.
    place
        Inches: the spot on the floor under the hip, and a body height.
    """

    def __init__(self, sheet: Sheet, name: str, place: tuple[float, float], high: float) -> None:
        self.sheet, self.high = sheet, high
        self.origin = np.array(place)
        self.fine = min(1.0, 0.3 + 0.2 * high)  # a small runner has finer, yet fuller muscles
        look = sheet.look
        thin: dict[str, Any] = {
            "edgecolor": look.paper,
            "lw": 0.7 * self.fine,
            "joinstyle": "round",
        }

        def part(what: str, colour: str, level: float) -> PathPatch:
            drawn = sheet.shape(facecolor=colour, zorder=level, **thin)
            made: PathPatch = sheet.track(f"{name}-{what}", drawn)
            return made

        self.parts, self.balls = {}, {}
        for side, colour, arm, leg in (("l", look.body, 2.0, 2.2), ("r", look.tone, 6.0, 4.0)):
            word = "left" if side == "l" else "right"
            self.balls[f"wrist_{side}"] = part(f"fist-{word}", colour, arm), _FIST_H * high
            for what, level in (
                ("forearm", arm),
                ("upper-arm", arm + 0.1),
                ("foot", leg),
                ("shank", leg + 0.1),
                ("thigh", leg + 0.2),
            ):
                self.parts[f"{what}_{side}"] = part(f"{what}-{word}", colour, level)
        self.parts["neck"] = part("neck", look.tone, 2.9)
        self.balls["head"] = part("head", look.tone, 3.1), _HEAD_H * high
        self.parts["trunk"] = part("trunk", look.tone, 3.0)
        self.muscles = {}
        for muscle in Stride().muscle_lines(0):
            level = 7.0 if muscle in _ARMS else 5.0
            drawn = sheet.shape(zorder=level, lw=0.8 * look.stroke * self.fine)
            self.muscles[muscle] = sheet.track(f"{name}-muscle-{muscle}", drawn)
        self._levels: dict[str, float] = {}

    def at(self, point: Any) -> Any:
        """Return points of the runner, in body heights, as inches on the sheet."""
        return self.origin + np.asarray(point) * self.high

    def show(self, moment: Moment) -> dict[str, tuple[float, str, Any]]:
        """Move to a moment.

        Returns
        -------
        dict
            By muscle id: its level, how that is known, and where its middle is in inches
            (None where it is not on the stick runner).
        """
        joints = moment.stride.joints(moment.pct)
        for name, outline in _outlines(joints).items():
            reshape(self.parts[name], smooth(self.at(outline)))
        for name, (ball, radius) in self.balls.items():
            middle = (
                joints[name] if name == "head" else (joints[name] + joints[f"fist_{name[-1]}"]) / 2
            )
            reshape(ball, Path.circle(self.at(middle), radius))
        return self._light(moment)

    def _light(self, moment: Moment) -> dict[str, tuple[float, str, Any]]:
        known: dict[str, tuple[float, str, Any]] = {
            muscle: (level, BASES[basis], None)
            for muscle, level, basis in reversed(moment.stride.lit(moment.pct))
        }
        for muscle, points in moment.stride.muscle_lines(moment.pct).items():
            drawn = self.muscles[muscle]
            level, basis, _ = known.get(muscle, (0.0, "", None))
            drawn.set_visible(bool(level))
            if not level:
                continue
            line = _even(self.at(points))
            width = _BELLY_H / self.fine * self.high * (0.40 + 0.60 * level)
            drawn.set_path(_belly(line, width))
            known[muscle] = (level, basis, line[_POINTED.get(muscle, 4)])
            if self._levels.get(muscle) != level:
                self._levels[muscle] = level
                drawn.set(**worn(basis, shade(level, self.sheet.look), self.sheet.look))
        return known


def shade(level: float, look: Theme) -> str:
    """Return the colour of a level of activity."""
    low, moderate, high = look.levels
    return high if level > 0.8 else moderate if level > 0.45 else low


def _outlines(at: dict[str, Any]) -> dict[str, Any]:
    parts = {
        "trunk": _around(at["hip"], at["shoulder"], _TRUNK, -1),
        "neck": _around(at["shoulder"], at["neck"], _NECK, -1),
    }
    for side in "rl":
        knee, ankle, elbow = at[f"knee_{side}"], at[f"ankle_{side}"], at[f"elbow_{side}"]
        parts |= {
            f"thigh_{side}": _around(at["hip"], knee, _THIGH),
            f"shank_{side}": _around(knee, ankle, _SHANK),
            f"foot_{side}": _foot(
                *(at[f"{joint}_{side}"] for joint in ("ankle", "heel", "ball", "toe"))
            ),
            f"upper-arm_{side}": _around(at["shoulder"], elbow, _UPPER_ARM),
            f"forearm_{side}": _around(elbow, at[f"wrist_{side}"], _FOREARM),
        }
    return parts


def _around(first: Any, last: Any, outline: Any, forward: int = 1) -> Any:
    along = last - first
    unit = along / math.hypot(*along)
    front = np.array([-unit[1], unit[0]]) * forward
    table = np.asarray(outline)
    return first + table[:, :1] * along + table[:, 1:] * front


def _foot(ankle: Any, heel: Any, ball: Any, toe: Any) -> Any:
    ahead = (ball - heel) / math.dist(heel, ball)
    up = np.array([-ahead[1], ahead[0]])
    tip = (toe - ball) / math.dist(ball, toe)
    over = np.array([-tip[1], tip[0]])
    return np.array(
        [
            heel + 0.004 * up,
            (heel + ball) / 2,
            ball,
            toe,
            toe + 0.004 * tip + 0.010 * over,
            toe + 0.018 * over - 0.006 * tip,
            ball + 0.026 * up,
            ankle + 0.018 * ahead + 0.008 * up,
            ankle + 0.014 * up,
            ankle - 0.019 * ahead + 0.004 * up,
            heel - 0.006 * ahead + 0.016 * up,
        ]
    )


def _even(points: Any) -> Any:
    """Return nine points evenly spaced along a line."""
    steps = np.hypot(*(points[1:] - points[:-1]).T)
    way = np.concatenate([[0], np.cumsum(steps)])
    at = way[-1] * _NINE
    line = np.stack([np.interp(at, way, points[:, 0]), np.interp(at, way, points[:, 1])], axis=1)
    # a bend is round where a muscle runs over a joint
    line[1:-1] = (line[:-2] + 2 * line[1:-1] + line[2:]) / 4
    return line


def _belly(line: Any, width: float) -> Path:
    """Return a muscle as a spindle along its line."""
    along = np.empty_like(line)
    along[1:-1] = line[2:] - line[:-2]
    along[0], along[-1] = line[1] - line[0], line[-1] - line[-2]
    square = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.hypot(*along.T)[:, None]
    swell = width * _SWELL * square
    return smooth(np.concatenate([line + swell, (line - swell)[::-1]]))


_NINE = np.linspace(0, 1, 9)
_SWELL = (0.22 + 0.78 * np.sin(np.pi * _NINE) ** 0.8)[:, None]
