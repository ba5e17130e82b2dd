"""A button that keeps what a tool holds for the runner."""

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from runplan.errors import PlanError
from runplan.lessons import record, story
from runplan.lessons.layers import layer
from runplan.widgets.tool import Tool, asset, colours


class KeepBox(anywidget.AnyWidget):
    """Keeps a layer from a tool: at once where it differs from what is kept, then by its button.

    Parameters
    ----------
    name
        The layer.
    tool
        The tool that holds it as its `value`.
    """

    _esm = asset("keys.js") + asset("keepbox.js", Path(__file__).parent)
    _css = colours() + asset("task.css", Path(__file__).parent)
    label = traitlets.Unicode().tag(sync=True)
    line = traitlets.Unicode().tag(sync=True)
    can = traitlets.Bool().tag(sync=True)

    def __init__(self, name: str, tool: Tool) -> None:
        self._name, self._tool = name, tool
        self._layer = layer(name)
        inside = record.workspace() is not None
        super().__init__(
            label=f"Keep for {story.my_runner().name}",
            can=inside,
            line=story.OUTSIDE,
        )
        if inside:
            self._start()
        self.on_msg(lambda _box, _said, _buffers: self.keep())

    def keep(self) -> str:
        """Keep the tool's value as it is now, and return what is said."""
        try:
            self.line = story.store(self._name, self._tool.value)
        except PlanError as wrong:
            self.line = str(wrong)
        return self.line

    def _start(self) -> None:
        try:
            same = self._layer.take(self._tool.value) == story.kept(self._name)
        except PlanError as nothing_yet:
            self.line = str(nothing_yet)
            return
        if same:
            self.line = "This is what is kept; the button keeps what you change."
        else:
            self.keep()

    def __repr__(self) -> str:
        return self.line

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle: Any = super()._repr_mimebundle_(**kwargs)
        return bundle[0] | {"text/plain": self.line}, bundle[1]
