"""Pictures: `draw(model)` finds the picture of a model; only this package knows Matplotlib."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from runplan.errors import PlanError
from runplan.figures.theme import Name, theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from runplan.figures.picture import Picture

# a model's class → the module here that knows its `size` and can `paint` it
_PICTURES = {"Muscle": "bodymap", "BodyView": "bodymap"}


def draw(model: object, ax: Axes | None = None, look: Name = "light") -> Figure:
    """Draw a model's picture.

    Parameters
    ----------
    model
        Any model of runplan that has a picture: today a `Muscle` or a `BodyView`.
    ax
        Axes to draw into; None makes a figure of its own.
    look
        "light" or "dark".

    Returns
    -------
    Figure
        In a notebook it shows as a picture; `.sentence` says in words what it shows.

    Raises
    ------
    PlanError
        The model has no picture.

    Examples
    --------
    >>> from runplan.muscles import Muscle
    >>> draw(Muscle.find("deltoid")).sentence
    'Deltoid (Musculus deltoideus): shoulder cap; drives and, mainly, damps the arm pendulum.'
    """
    if ax is None:
        return still(model, look)
    _painter(model).paint(model, ax, theme(look))
    figure = ax.get_figure(root=True)
    assert figure is not None
    return figure


def still(model: Any, look: Name = "light") -> Picture:
    """Draw a model's picture as a figure of its own, with its sentence."""
    from runplan.figures.picture import Picture

    painter, colours = _painter(model), theme(look)
    figure = Picture(figsize=painter.size(model), facecolor=colours.paper)
    figure.sentence = model.describe()
    painter.paint(model, figure.add_axes((0, 0, 1, 1)), colours)
    return figure


def _painter(model: object) -> Any:
    for kind in type(model).__mro__:
        if kind.__name__ in _PICTURES and kind.__module__.startswith("runplan."):
            return import_module(f"runplan.figures.{_PICTURES[kind.__name__]}")
    raise PlanError(
        f"There is no picture of {type(model).__name__}. "
        f"runplan draws: {', '.join(sorted(_PICTURES))}."
    )
