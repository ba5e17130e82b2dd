"""The tools of the lessons: each is an ipywidgets VBox that edits one model."""

from runplan.widgets.bodymap import BodyMap

__all__ = ["BodyMap"]
