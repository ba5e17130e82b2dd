"""The live figure: a scene in the browser, patched when its model changes."""

from collections.abc import Callable, Sequence
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
    picked
        Called with the value of the part that someone picked, by mouse or keys; `picks` of its
        scene says which parts there are. Without it the picture is only looked at.

    Notes
    -----
    The page decides between light and dark, and asks for larger type where the picture stands
    small: the browser tells `look` and `large`.
    """

    _esm = asset("keys.js") + asset("live.js")
    _css = colours() + asset("live.css")
    svg = traitlets.Unicode().tag(sync=True)
    patch = traitlets.Dict().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    look: Any = traitlets.Enum(["light", "dark"], "light").tag(sync=True)
    large = traitlets.Bool(default_value=False).tag(sync=True)
    caption = traitlets.Bool(default_value=True).tag(sync=True)
    picks: Any = traitlets.List().tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)  # of the parts to pick
    others = traitlets.Dict().tag(sync=True)
    _led = False

    def __init__(
        self, model: Any, *, caption: bool = True, picked: Callable[[str], None] | None = None
    ) -> None:
        self._model, self._picked = model, picked
        self._scene = moving(model)
        drawn, said = self._scene.svg(), self._scene.figure.sentence
        picks = [[gid, *part] for gid, part in self._scene.picks().items()] if picked else []
        super().__init__(svg=drawn, sentence=said, caption=caption, picks=picks)
        self.on_msg(self._hear)

    def _hear(self, _figure: object, said: Any, _buffers: object) -> None:
        if "pick" not in said:
            self._repaint()
        elif self._picked:
            self._picked(said["pick"])

    def show(self, model: Any) -> None:
        """Change the picture to another model; one of another kind gets a new picture."""
        with self.hold_sync():
            self._step(model)

    def _step(self, model: Any) -> dict[str, Any]:
        """Change to another model; return what is to be told of it, or nothing."""
        if model == self._model:
            return {}
        same = same_picture(model, self._model) and self._scene.holds(model)
        self._model = model
        if not same:
            self._repaint()
        else:
            self._scene.show(model)
            self.patch = self._scene.patch()
            self.sentence = self._scene.figure.sentence
        return {"patch": self.patch, "sentence": self.sentence}

    def _should_send_property(self, key: str, value: Any) -> Any:
        if self._led and key in ("patch", "sentence"):
            return False
        return super()._should_send_property(key, value)

    def get_state(self, key: Any = None, drop_defaults: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Return what a browser needs; one that comes anew gets the picture as it is by now."""
        state = super().get_state(key, drop_defaults)
        if key is None:
            state |= {"svg": self._scene.svg(), "patch": {}, "others": {}}
        return state

    @traitlets.observe("look", "large")
    def _repaint(self, _change: object = None) -> None:
        self._scene = moving(self._model, self.look, large=self.large)
        with self.hold_sync():
            self.patch = {}
            self.svg = self._scene.svg()
            self.sentence = self._scene.figure.sentence


def show(figures: Sequence[LiveFigure], models: Sequence[Any]) -> None:
    """Change pictures that stand together in one message, which the first of them gets."""
    first, *others = figures
    told = {}
    for figure, model in zip(others, models[1:], strict=True):
        figure._led = True
        try:
            change = figure._step(model)
        finally:
            figure._led = False
        if change:
            told[figure.model_id] = change
    with first.hold_sync():
        first.others = told
        first._step(models[0])
