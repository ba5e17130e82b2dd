"""The map of the body with the muscles lit that are active at a moment of the stride."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.patches import PathPatch

from runplan.figures import bodymap
from runplan.figures.runner import shade, worn
from runplan.figures.scene import Scene

if TYPE_CHECKING:
    from runplan.bodymoment import BodyMoment
    from runplan.figures.theme import Theme


class BodyPicture(Scene):
    """Front and back; every muscle keeps its place and changes its fill."""

    WIDTH = 5.0

    def __init__(self, model: BodyMoment, look: Theme) -> None:
        left, top, width, height = bodymap.bodies()
        super().__init__((self.WIDTH, self.WIDTH * height / width), look)
        ax = self.figure.add_axes((0, 0, 1, 1))
        ax.set(xlim=(left, left + width), ylim=(top + height, top))
        ax.axis("off")
        self.muscles: dict[str, tuple[PathPatch, bool]] = {}
        for shape in bodymap.shapes()[1]:
            if shape.layer == "silhouette":
                ax.add_patch(PathPatch(shape.path, facecolor=look.body, edgecolor="none"))
            elif shape.layer == "detail":
                if shape.kind in ("area", "hair"):
                    colour = bodymap.unnamed(look) if shape.kind == "area" else bodymap.hair(look)
                    ax.add_patch(PathPatch(shape.path, facecolor=colour, edgecolor="none"))
            else:
                deep = shape.layer == "deep"
                drawn = PathPatch(shape.path, lw=0.8, zorder=3 if deep else 2)
                ax.add_patch(drawn)
                self.muscles[shape.id] = self.track(f"body-{shape.id}", drawn), deep
        self._last: dict[str, Any] = {}
        self.show(model)

    def show(self, model: BodyMoment) -> None:
        levels = model.levels()
        for muscle, (drawn, deep) in self.muscles.items():
            now = levels.get(muscle)
            if self._last.get(muscle, "new") != now:
                self._last[muscle] = now
                drawn.set(**self._dress(now, deep=deep))
        self.figure.sentence = model.describe()

    def _dress(self, now: tuple[float, str] | None, *, deep: bool) -> dict[str, Any]:
        if now is not None:
            level, basis = now
            return {"visible": True, "alpha": 0.85 if deep else None} | worn(
                basis, shade(level, self.look), self.look
            )
        # a deep muscle at rest would only cover what lies over it
        return worn("measured", self.look.tone, self.look) | {"visible": not deep}
