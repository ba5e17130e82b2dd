"""The tools of the lessons: each is an ipywidgets VBox that edits one model."""

from runplan.widgets.bodymap import BodyMap
from runplan.widgets.evidence import EvidenceExplorer
from runplan.widgets.season import SeasonPlanner
from runplan.widgets.stride import StrideExplorer

__all__ = ["BodyMap", "EvidenceExplorer", "SeasonPlanner", "StrideExplorer"]
