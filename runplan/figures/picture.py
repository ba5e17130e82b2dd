"""A Matplotlib figure that carries its sentence: what it shows, in words."""

import warnings
from io import BytesIO
from os import environ
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from PIL import Image

# a sign that the font lacks, in a runner's name, is drawn as a box; the sentence holds it
warnings.filterwarnings("ignore", r"(?s)Glyph \d+ .*missing from", UserWarning)


class Picture(Figure):
    """A figure with a sentence, shown in a notebook as PNG with the sentence as text."""

    sentence: str = ""

    def png(self, dpi: float = 110) -> bytes:
        """Return the picture as PNG; the same input gives the same bytes."""
        drawn, small = BytesIO(), BytesIO()
        self.savefig(drawn, format="png", dpi=dpi)
        # flat colours fit into a palette: a quarter of the size, and a lesson stays small
        Image.open(drawn).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(small, "png")
        return small.getvalue()

    def into(self, ax: Axes, dpi: float = 110) -> None:
        """Show the picture as an image in axes of another figure."""
        ax.imshow(Image.open(BytesIO(self.png(dpi))).convert("RGB"))
        ax.axis("off")

    def bundle(self) -> dict[str, Any]:
        """Return what a notebook stores: the picture, and the sentence as its text."""
        dpi = 220 if environ.get("RUNPLAN_LOOK") == "projector" else 110  # a slide is wider
        return {"image/png": self.png(dpi), "text/plain": self.sentence}

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return self.bundle()
