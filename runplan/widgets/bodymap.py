"""BodyMap: pick a muscle on a map of the body and read about it."""

from typing import Any

import anywidget
import traitlets
from ipywidgets import Checkbox, Dropdown, HBox, link

from runplan import tables
from runplan.figures.bodymap import bodies
from runplan.muscles import SHADES, BodyView, Muscle, all_muscles, kinds
from runplan.widgets.tool import LABELLED, Tool, asset, colours


class _Map(anywidget.AnyWidget):
    """The drawing with its panel in the browser."""

    _esm = asset("bodymap.js")
    _css = colours() + asset("bodymap.css")
    svg = traitlets.Unicode().tag(sync=True)
    crop = traitlets.Unicode().tag(sync=True)
    muscles = traitlets.List(traitlets.Dict()).tag(sync=True)
    muscle = traitlets.Unicode().tag(sync=True)
    labels = traitlets.Bool(default_value=False).tag(sync=True)
    kinds = traitlets.Dict().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)


class BodyMap(Tool):
    """A map of the body, front and back: click, hover or keyboard picks a muscle.

    Parameters
    ----------
    muscle
        The picked muscle: id, English or Latin name; "" is none. Setting it moves the map.
    shade
        "none", "group" (the article's) or "role" (ours).
    labels
        Whether every name is shown.

    Raises
    ------
    PlanError
        An unknown muscle or shading; the map stays as it was.

    Examples
    --------
    >>> body = BodyMap(shade="group")
    >>> body.muscle = "Musculus soleus"
    >>> body.value
    Muscle(soleus: legs, calf, deep)
    """

    muscle = traitlets.Unicode()
    shade = traitlets.Unicode("none")
    labels = traitlets.Bool(default_value=False)

    def __init__(self, muscle: str = "", shade: str = "none", *, labels: bool = False) -> None:
        self._map = _Map(
            svg=tables.bodymap_svg(),
            crop=" ".join(f"{number:g}" for number in bodies()),
            muscles=[
                {
                    "id": m.id,
                    "name": m.name_en,
                    "short": m.short,
                    "where": m.region,
                    "facts": m.facts(),
                }
                for m in all_muscles()
            ],
        )
        chooser = Dropdown(
            options=[("none", ""), *((m.name_en, m.id) for m in all_muscles())],
            description="Muscle",
            **LABELLED,
        )
        shader = Dropdown(options=SHADES, description="Shade by", **LABELLED)
        names = Checkbox(description="All names", indent=False)
        super().__init__([HBox([chooser, shader, names]), self._map])
        link((self, "muscle"), (chooser, "value"))
        link((self, "muscle"), (self._map, "muscle"))
        link((self, "shade"), (shader, "value"))
        link((self, "labels"), (names, "value"))
        link((self, "labels"), (self._map, "labels"))
        self.observe(self._show, ["muscle", "shade"])
        self.set_trait("muscle", muscle)
        self.set_trait("shade", shade)
        self.set_trait("labels", labels)
        self._show()

    @property
    def value(self) -> Muscle | None:
        """The picked muscle, or None."""
        return self.view.muscle

    @property
    def view(self) -> BodyView:
        """What the map shows, as a model that `draw` can draw."""
        return BodyView(self.muscle or None, self.shade)

    @traitlets.validate("muscle")
    def _known_muscle(self, proposal: dict[str, Any]) -> str:
        return Muscle.find(proposal["value"]).id if proposal["value"] else ""

    @traitlets.validate("shade")
    def _known_shade(self, proposal: dict[str, Any]) -> str:
        return BodyView(shade=proposal["value"]).shade

    def _show(self, _change: object = None) -> None:
        words = kinds(self.shade)
        of = {muscle: words.index(word) for muscle, word in self.view.kinds().items()}
        self._map.kinds = {"words": words, "of": of}
        self._map.sentence = self.view.describe()
