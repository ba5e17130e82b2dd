"""Pictures: `draw(model)` finds the picture of a model; only this package knows Matplotlib."""

from __future__ import annotations

from importlib import import_module
from os import environ
from typing import TYPE_CHECKING, Any, cast

from runplan.errors import PlanError
from runplan.figures.theme import Name, larger, theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from runplan.figures.picture import Picture
    from runplan.figures.scene import Scene

# a model's class → the module here that knows its `size` and can `paint` it, or module:Scene
_PICTURES = {
    "Muscle": "bodymap",
    "BodyView": "bodymap",
    "BodyMoment": "bodymoment:BodyPicture",
    "Coverage": "covering:CoveragePicture",
    "CoveredYear": "coveredyear:CoveredYearPicture",
    "Listings": "listings",
    "Moment": "stride:MomentPicture",
    "Strip": "stride:StripPicture",
    "Stride": "timeline:TimelinePicture",
    "Timeline": "timeline:TimelinePicture",
    "Plan": "planyear:YearPicture",
    "PlanYear": "planyear:YearPicture",
    "PlanWeek": "planweek:WeekPicture",
    "Log": "done:DonePicture",
    "Forest": "forest:ForestPicture",
    "Verdicts": "verdicts:VerdictsPicture",
    "Puzzle": "puzzle:PuzzlePicture",
    "Ranking": "pairings:RankingPicture",
    "Session": "session:SessionPicture",
    "SessionView": "session:SessionPicture",
    "TrainingWeek": "trainingweek:LoadPicture",
    "FitnessFatigue": "response:ResponsePicture",
    "Response": "response:ResponsePicture",
    "RatioTale": "ratiotale:TalePicture",
    "Season": "season:SeasonPicture",
    "Comparison": "season:SeasonPicture",
}


def draw(model: object, ax: Axes | None = None, look: Name | None = None) -> Figure:
    """Draw a model's picture.

    Parameters
    ----------
    model
        Any model of runplan that has a picture.
    ax
        Axes to draw into; None makes a figure of its own. A picture of several axes comes
        into it as an image.
    look
        "light", "dark" or "projector" (larger, for the back of a room); None is the variable
        RUNPLAN_LOOK, which slides set, or "light".

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
    look = look or cast("Name", environ.get("RUNPLAN_LOOK") or "light")
    if ax is None:
        return still(model, look)
    figure = ax.get_figure(root=True)
    assert figure is not None
    if _kind(model)[1]:
        still(model, look).into(ax)
    else:
        _painter(model).paint(model, ax, theme(look))
    return figure


def still(model: Any, look: Name = "light") -> Picture:
    """Draw a model's picture as a figure of its own, with its sentence."""
    if _kind(model)[1]:
        return moving(model, look).figure
    from runplan.figures.picture import Picture

    painter, colours = _painter(model), theme(look)
    figure = Picture(figsize=painter.size(model), facecolor=colours.paper)
    figure.sentence = model.describe()
    painter.paint(model, figure.add_axes((0, 0, 1, 1)), colours)
    return figure


def moving(model: Any, look: Name = "light", *, large: bool = False) -> Scene:
    """Draw a model's picture as a scene, which can go on to show other models of its kind.

    `large` is larger type, for a picture that is shown small.
    """
    _, name = _kind(model)
    colours = larger(theme(look)) if large else theme(look)
    made: Scene = getattr(_painter(model), name)(model, colours)
    return made


def same_picture(one: Any, two: Any) -> bool:
    """Tell whether the scene of one model can show the other."""
    return _kind(one) == _kind(two)


def _painter(model: object) -> Any:
    return import_module(f"runplan.figures.{_kind(model)[0]}")


def _kind(model: object) -> tuple[str, str]:
    """Return the module that draws a model, and the name of its scene, if it has one."""
    for kind in type(model).__mro__:
        if kind.__name__ in _PICTURES and kind.__module__.startswith("runplan."):
            module, _, name = _PICTURES[kind.__name__].partition(":")
            return module, name
    raise PlanError(
        f"There is no picture of {type(model).__name__}. "
        f"runplan draws: {', '.join(sorted(_PICTURES))}."
    )
