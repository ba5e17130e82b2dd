"""The live figure: a scene in the browser, patched when its model changes."""

from typing import Any

import anywidget
import traitlets

from runplan.figures import moving, same_picture
from runplan.widgets.tool import asset, colours


class LiveFigure(anywidget.AnyWidget):
    """A picture that follows its model.

    The browser gets the picture once as SVG and then only what changes, about 1 to 5 KB a
    step. Its sentence stands below it and is its accessible name.

    Parameters
    ----------
    model
        Any model whose picture is a scene.
    caption
        Whether the sentence is shown below; it is the accessible name in any case.

    Notes
    -----
    The page decides between light and dark, and asks for larger type where the picture stands
    small: the browser tells `look` and `large`.
    """

    _esm = asset("live.js")
    _css = colours() + asset("live.css")
    svg = traitlets.Unicode().tag(sync=True)
    patch = traitlets.Dict().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    look: Any = traitlets.Enum(["light", "dark"], "light").tag(sync=True)
    large = traitlets.Bool(default_value=False).tag(sync=True)
    caption = traitlets.Bool(default_value=True).tag(sync=True)

    def __init__(self, model: Any, *, caption: bool = True) -> None:
        self._model = model
        self._scene = moving(model)
        drawn, said = self._scene.svg(), self._scene.figure.sentence
        super().__init__(svg=drawn, sentence=said, caption=caption)

    def show(self, model: Any) -> None:
        """Change the picture to another model; one of another kind gets a new picture."""
        if model == self._model:
            return
        same = same_picture(model, self._model) and self._scene.holds(model)
        self._model = model
        if not same:
            self._repaint()
            return
        self._scene.show(model)
        with self.hold_sync():
            self.patch = self._scene.patch()
            self.sentence = self._scene.figure.sentence

    def get_state(self, key: Any = None, drop_defaults: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Return what a browser needs; one that comes anew gets the picture as it is by now."""
        state = super().get_state(key, drop_defaults)
        if key is None:
            state |= {"svg": self._scene.svg(), "patch": {}}
        return state

    @traitlets.observe("look", "large")
    def _repaint(self, _change: object = None) -> None:
        self._scene = moving(self._model, self.look, large=self.large)
        with self.hold_sync():
            self.patch = {}
            self.svg = self._scene.svg()
            self.sentence = self._scene.figure.sentence
