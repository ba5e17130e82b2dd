"""One running stride: its phases, the muscles active in it, and the stick runner's joints.

0 % is the right foot's contact, 100 % its next one; the left leg does the same 50 % later, so
the left side at 10 % is the right side at 60 %. A percentage outside 0–100 runs on in the next
stride or the one before: 105 is 5.
"""

import math
from functools import cached_property

import numpy as np
import pandas as pd
from attrs import field, frozen

from runplan import stick
from runplan.errors import PlanError
from runplan.show import card
from runplan.tables import load, load_activation
from runplan.words import listed

_MEASURED = "measured-envelope"
_NAMED = 5  # muscles that a sentence names: more are not read (U)

LEVELS = {"low": 0.3, "moderate": 0.6, "high": 1.0}  # of the muscle's own maximum; ours (U)

# where toe-off was when each table was made
_ACTIVATION_AT, _KINEMATICS_AT = 40.0, 36.0

_STRIDE_H = 1.5  # ground covered in a stride, body heights: 4.0 m/s × 0.689 s, rounded

NOTE = "Schematic synthesis, about 2.8 m/s, level ground"


def _stance(value: object) -> float:
    try:
        stance = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        stance = math.nan
    if not 22 <= stance <= 48:
        raise PlanError(
            f"stance_pct is {value}; give 22 (a sprint) to 48 (a slow jog) % of the stride. "
            "From 50 on both feet would touch at once, and that is walking."
        )
    return stance


def cycle(pct: float) -> float:
    """Return a moment as 0 to 100 % of its own stride."""
    try:
        at = float(pct)
    except (TypeError, ValueError):
        at = math.nan
    if not math.isfinite(at):
        raise PlanError(f"A moment of the stride is a percentage, 0 to 100; you gave {pct}.")
    return at % 100


@frozen
class Stride:
    """A stride with its stance phase as long as you like.

    One piecewise-linear map moves everything, with knots at 0, stance, 50, 50 + stance and
    100 %: each contact stays where it is, each toe-off moves, what lies between is stretched.
    So a shorter stance shows the same poses, sooner; that real joint angles change with speed
    too, and that a short flight is a low one, this picture leaves out (U).

    Parameters
    ----------
    stance_pct
        How long a foot stays on the ground, 22 to 48 % of the stride. About 40 in easy
        running (2.8 m/s), less when faster.

    Raises
    ------
    PlanError
        A stance outside 22–48 %.

    Notes
    -----
    Activation was measured, or set from literature, for 40 % stance (mileti2020 and the
    references in its rows); kinematics in one runner at 36 %, from OpenSim test data
    (opensim-core, Apache-2.0). The stick runner's segments and muscle lines are schematic.

    Examples
    --------
    >>> stride = Stride(30)
    >>> stride.phase(35), stride.flight(35)
    ('first flight', True)
    """

    stance_pct: float = field(default=40.0, converter=_stance)

    def _knots(self, stance_pct: float) -> list[float]:
        return [0, stance_pct, 50, 50 + stance_pct, 100]

    def _moved(self, pct: "pd.Series[float]") -> "pd.Series[float]":
        """Move percentages of the activation tables to this stride."""
        moved = np.interp(pct, self._knots(_ACTIVATION_AT), self._knots(self.stance_pct))
        return pd.Series(moved, index=pct.index, name=pct.name)

    def _measured(self, pct: float) -> float:
        """Return the moment of the measured kinematics that this moment shows."""
        knots = self._knots(self.stance_pct), self._knots(_KINEMATICS_AT)
        return float(np.interp(cycle(pct), *knots))

    def joints(self, pct: float) -> dict[str, stick.Point]:
        """Return what `pose` does as a plain dict of arrays (x, y), for what has to be fast."""
        return stick.joints(stick.angles(self._measured(pct)))

    def phases(self) -> pd.DataFrame:
        """Return the phases of the right leg's cycle, one a row.

        Returns
        -------
        DataFrame
            id, name, start_pct, end_pct (% of the cycle).

        Examples
        --------
        >>> Stride(30).phases().set_index("id").loc["first_flight", "start_pct"]
        np.float64(30.0)
        """
        return self._phases.copy()

    @cached_property
    def _phases(self) -> pd.DataFrame:
        events = load("stride_events", ["id", "name", "start_pct", "end_pct"])
        phases = events[events.start_pct < events.end_pct].reset_index(drop=True)
        return phases.assign(
            start_pct=self._moved(phases.start_pct), end_pct=self._moved(phases.end_pct)
        )

    def phase(self, pct: float) -> str:
        """Return the name of the phase at a moment; a foot's contact and toe-off belong to stance.

        >>> Stride().phase(10), Stride().phase(95)
        ('loading, braking half of stance', 'second flight')
        """
        at = cycle(pct)
        right, left = self.on_ground(at)
        if right:
            id_ = "braking" if at < self.stance_pct / 2 else "propulsion"
        elif left:
            id_ = "mid_swing"
        else:
            id_ = "first_flight" if at < 50 else "second_flight"
        return self._phase_names[id_]

    @cached_property
    def _phase_names(self) -> dict[str, str]:
        return dict(zip(self._phases.id, self._phases.name, strict=True))

    def on_ground(self, pct: float) -> tuple[bool, bool]:
        """Tell whether the right and the left foot are on the ground.

        >>> Stride(30).on_ground(60)
        (False, True)
        """
        at = cycle(pct)
        return at <= self.stance_pct, 50 <= at <= 50 + self.stance_pct

    def flight(self, pct: float) -> bool:
        """Tell whether both feet are off the ground.

        >>> Stride(22).flight(25), Stride(48).flight(25)
        (True, False)
        """
        return not any(self.on_ground(pct))

    def bursts(self) -> pd.DataFrame:
        """Return the bursts of activity of the right side, moved to this stride.

        Returns
        -------
        DataFrame
            The columns of `load_activation`, with level as a share of the muscle's own maximum
            (0.3 low, 0.6 moderate, 1.0 high; ours). An onset after its offset means that the
            burst runs through 0 %; 0 to 100 is the whole cycle.

        Examples
        --------
        >>> Stride(30).bursts().set_index("muscle").offset_pct["soleus"]
        np.float64(24.0)
        """
        return self._bursts.copy()

    @cached_property
    def _bursts(self) -> pd.DataFrame:
        table = load_activation()
        moved = {name: self._moved(table[name]) for name in ("onset_pct", "offset_pct", "peak_pct")}
        return table.assign(**moved, level=table.level.map(LEVELS))

    def active(self, pct: float) -> pd.DataFrame:
        """Return the muscles of the right side that are active at a moment, strongest first.

        A burst holds from its onset to its offset, both included.

        Returns
        -------
        DataFrame
            muscle, level (0.3 low, 0.6 moderate, 1.0 high: of the muscle's own maximum in the
            cycle, never to be compared between muscles), basis (measured-envelope, literature
            or schematic).

        Examples
        --------
        >>> Stride().active(85).iloc[:2].values.tolist()
        [['biceps_femoris', 1.0, 'measured-envelope'], ['semitendinosus', 1.0, 'measured-envelope']]
        """
        return pd.DataFrame(self.lit(pct), columns=["muscle", "level", "basis"])

    def lit(self, pct: float) -> list[tuple[str, float, str]]:
        """Return what `active` does as a plain list, for what has to be fast.

        >>> Stride().lit(85)[0]
        ('biceps_femoris', 1.0, 'measured-envelope')
        """
        at = cycle(pct)
        return [
            (muscle, level, basis)
            for muscle, onset, offset, level, basis in self._by_level
            if (onset <= at <= offset if onset <= offset else onset <= at or at <= offset)
        ]

    @cached_property
    def _by_level(self) -> list[tuple[str, float, float, float, str]]:
        rows = self._bursts.sort_values("level", ascending=False, kind="stable")
        columns = ("muscle", "onset_pct", "offset_pct", "level", "basis")
        return list(zip(*(rows[name].tolist() for name in columns), strict=True))

    def pose(self, pct: float) -> pd.DataFrame:
        """Return where the stick runner's joints are, seen from the right.

        Returns
        -------
        DataFrame
            Index joint (hip, shoulder, neck, head, and for _r and _l knee, ankle, heel, ball,
            toe, elbow, wrist, fist), columns x_h and y_h in body heights: x forward from the
            hip, y up from the floor. head is the centre of the head.

        Notes
        -----
        Angles of one runner at 4 m/s: a picture of running, not a norm. Segments are schematic.

        Examples
        --------
        >>> Stride().pose(20).y_h[["hip", "shoulder"]].round(2).tolist()
        [0.48, 0.77]
        """
        table = pd.DataFrame.from_dict(self.joints(pct), orient="index", columns=["x_h", "y_h"])
        return table.rename_axis("joint")

    def muscle_lines(self, pct: float, side: stick.Side = "right") -> dict[str, stick.Points]:
        """Return the muscles as lines on the stick runner; schematic.

        Muscles without a line (the deep ones, the foot's) show on body map and timeline only.
        The lines are for lighting up, never for lengths or lever arms.

        Parameters
        ----------
        pct
            Moment of the stride.
        side
            The limbs they lie on. The left side's activity is `active(pct + 50)`.

        Returns
        -------
        dict
            By muscle id, points from origin to insertion: arrays (n, 2) of x_h, y_h as in
            `pose`.

        Examples
        --------
        >>> Stride().muscle_lines(20)["soleus"].shape
        (3, 2)
        """
        return stick.muscle_lines(self.joints(pct), side)

    def ground_h(self, pct: float) -> float:
        """Return how far the ground has moved back under the runner since 0 %, in body heights.

        It follows the same map, so a foot does not slide in stance; 1.5 a stride (4 m/s).

        >>> Stride(36).ground_h(150)
        2.25
        """
        strides = (pct - cycle(pct)) / 100
        return (strides + self._measured(pct) / 100) * _STRIDE_H

    def describe(self, pct: float | None = None) -> str:
        """Say in a sentence what happens at a moment, or without one what this stride is.

        >>> print(Stride(30).describe())
        A stride with 30 % stance and 20 % flight after each of its two steps.
        """
        if pct is None:
            return (
                f"A stride with {self.stance_pct:g} % stance and {50 - self.stance_pct:g} % flight "
                "after each of its two steps."
            )
        return (
            f"The right side at {cycle(pct):g} % of a stride with {self.stance_pct:g} % stance, "
            f"{self.phase(pct)}: {self._working(pct)}. {self.note}."
        )

    def _working(self, pct: float) -> str:
        """Count the active muscles level by level, and name some of the strongest."""
        active = sorted(self.lit(pct), key=lambda burst: (-burst[1], burst[2] != _MEASURED))
        strongest = active[0][1]
        names = [muscle for muscle, level, _ in active if level == strongest]
        said = []
        for word, level in reversed(LEVELS.items()):
            number = sum(its_level == level for _, its_level, _ in active)
            if level == strongest:
                some = f"{number} muscles, among them " if number > _NAMED else ""
                said.append(f"at a {word} level {some}{listed(names[:_NAMED])}")
            elif number:
                said.append(f"{number} at a {word} level")
        return "; ".join(said)

    @property
    def note(self) -> str:
        """How far this stride may be trusted, for a picture of it.

        >>> print(Stride(24).note)
        Schematic: the muscles' timing of about 2.8 m/s, fitted to 24 % stance, not recorded at \
it; level ground
        """
        if self.stance_pct == _ACTIVATION_AT:
            return NOTE
        return (
            "Schematic: the muscles' timing of about 2.8 m/s, fitted to "
            f"{self.stance_pct:g} % stance, not recorded at it; level ground"
        )

    def _repr_html_(self) -> str:
        phases = self.phases()[["name", "start_pct", "end_pct"]]
        named = phases.set_axis(["phase", "from (%)", "to (%)"], axis=1).round(1)
        return card("Stride", self.describe(), named.set_index("phase"))
