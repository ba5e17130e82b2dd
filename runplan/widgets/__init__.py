"""The tools of the lessons: each is an ipywidgets VBox that edits one model."""

from runplan.widgets.bodymap import BodyMap
from runplan.widgets.evidence import EvidenceExplorer
from runplan.widgets.exercises import ExerciseExplorer
from runplan.widgets.load import LoadExplorer
from runplan.widgets.plan import PlanBuilder
from runplan.widgets.season import SeasonPlanner
from runplan.widgets.stride import StrideExplorer
from runplan.widgets.supersets import SupersetDesigner

__all__ = [
    "BodyMap",
    "EvidenceExplorer",
    "ExerciseExplorer",
    "LoadExplorer",
    "PlanBuilder",
    "SeasonPlanner",
    "StrideExplorer",
    "SupersetDesigner",
]
