"""BodyMap: pick a muscle on a map of the body and read about it."""

from typing import Any

import anywidget
import traitlets
from ipywidgets import Checkbox, Dropdown, HBox, link

from runplan import tables
from runplan.errors import unknown
from runplan.figures.bodymap import bodies, captions
from runplan.muscles import SHADES, BodyView, Muscle, all_muscles, kinds
from runplan.widgets.tool import LABELLED, Tool, asset, colours

# what the list offers while there is nothing to shade by amount
_KINDS = tuple(shade for shade in SHADES if shade != "amount")


class _Map(anywidget.AnyWidget):
    """The drawing with its panel in the browser."""

    _esm = asset("keys.js") + asset("bodymap.js")
    _css = colours() + asset("bodymap.css")
    svg = traitlets.Unicode().tag(sync=True)
    crop = traitlets.Unicode().tag(sync=True)
    views = traitlets.Dict().tag(sync=True)
    muscles = traitlets.List(traitlets.Dict()).tag(sync=True)
    muscle = traitlets.Unicode().tag(sync=True)
    labels = traitlets.Bool(default_value=False).tag(sync=True)
    compact = traitlets.Bool(default_value=False).tag(sync=True)
    kinds = traitlets.Dict().tag(sync=True)
    amounts: Any = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    scale = traitlets.Unicode().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)


class BodyMap(Tool):
    """A map of the body, front and back: click, hover or keyboard picks a muscle.

    Parameters
    ----------
    muscle
        The picked muscle: id, English or Latin name; "" is none. Setting it moves the map.
    shade
        "none", "group" (the article's), "role" (ours) or "amount".
    labels
        Whether every name is shown.
    amounts, scale
        Muscle → 0 to 1 (a Series or a mapping), and what 1 is, in words.
    compact
        True is the map alone, for use beside another picture.

    Raises
    ------
    PlanError
        An unknown muscle or shading, an amount outside 0 to 1; the map stays as it was.

    Examples
    --------
    >>> body = BodyMap(shade="group")
    >>> body.muscle = "Musculus soleus"
    >>> body.value
    Muscle(soleus: legs, calf, deep)
    >>> body.amounts = {"soleus": 1.0, "gastrocnemius": 0.5}
    >>> body.shade
    'amount'
    """

    muscle = traitlets.Unicode()
    shade = traitlets.Unicode("none")
    labels = traitlets.Bool(default_value=False)
    amounts = traitlets.Any()
    scale = traitlets.Unicode("amount")
    compact = traitlets.Bool(default_value=False)

    def __init__(self, muscle: str = "", shade: str = "none", **traits: Any) -> None:
        self._map = _Map(
            svg=tables.bodymap_svg(),
            crop=" ".join(f"{number:g}" for number in bodies()),
            views=captions(),
            muscles=[_told(muscle) for muscle in all_muscles()],
        )
        chooser = Dropdown(
            options=[("none", ""), *((m.name_en, m.id) for m in all_muscles())],
            description="Muscle",
            **LABELLED,
        )
        shader = self._shader = Dropdown(options=_KINDS, description="Shade by", **LABELLED)
        names = Checkbox(description="All names", indent=False)
        self._controls = HBox([chooser, shader, names], layout={"flex_flow": "row wrap"})
        super().__init__([self._controls, self._map])
        for trait, control in (("muscle", chooser), ("shade", shader), ("labels", names)):
            link((self, trait), (control, "value"))
        for trait in ("muscle", "labels", "compact", "scale"):
            link((self, trait), (self._map, trait))
        self.observe(self._show, ["muscle", "shade", "amounts", "scale"])
        self.observe(self._fold, "compact")
        for trait, given in {"muscle": muscle, "shade": shade, **traits}.items():
            if not self.has_trait(trait):
                raise unknown("option of BodyMap", trait, ["muscle", "shade", "labels", "amounts"])
            self.set_trait(trait, given)
        self._show()

    @property
    def value(self) -> Muscle | None:
        """The picked muscle, or None."""
        return self.view.muscle

    @property
    def view(self) -> BodyView:
        """What the map shows, as a model that `draw` can draw."""
        return BodyView(self.muscle or None, self.shade, self.amounts, self.scale)

    @traitlets.default("amounts")
    def _no_amounts(self) -> dict[str, float]:
        return {}

    @traitlets.validate("muscle")
    def _known_muscle(self, proposal: dict[str, Any]) -> str:
        return Muscle.find(proposal["value"]).id if proposal["value"] else ""

    @traitlets.validate("shade")
    def _known_shade(self, proposal: dict[str, Any]) -> str:
        shade = BodyView(shade=proposal["value"]).shade
        if shade not in self._shader.options:
            self._shader.options = SHADES
        return shade

    @traitlets.validate("amounts")
    def _sound_amounts(self, proposal: dict[str, Any]) -> dict[str, float]:
        return dict(BodyView(amounts=proposal["value"]).amounts)

    @traitlets.observe("amounts")
    def _shade_by_amount(self, _change: object) -> None:
        self.shade = "amount"

    def _fold(self, _change: object) -> None:
        self.children = [self._map] if self.compact else [self._controls, self._map]

    def _show(self, _change: object = None) -> None:
        words = kinds(self.shade)
        of = {muscle: words.index(word) for muscle, word in self.view.kinds().items()}
        self._map.kinds = {"words": words, "of": of}
        self._map.amounts = self.amounts if self.shade == "amount" else None
        self._map.sentence = self.view.describe()


def _told(muscle: Muscle) -> dict[str, Any]:
    """Return what the browser tells about a muscle."""
    return {
        "id": muscle.id,
        "name": muscle.name_en,
        "short": muscle.short,
        "where": muscle.region,
        "facts": muscle.facts(),
    }
