"""The annual curve: phases, and the season of 52 weeks that they make."""

from runplan.season.compare import Comparison
from runplan.season.phase import Emphasis, Phase
from runplan.season.season import Season

__all__ = ["Comparison", "Emphasis", "Phase", "Season"]
