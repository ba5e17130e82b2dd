"""What studies found: claims with verdicts, effects read aloud, references as citations."""

from runplan.evidence.claims import Claim, Verdicts, claim
from runplan.evidence.effects import Effect, contradictions, effect, effects, reading
from runplan.evidence.forest import Forest
from runplan.evidence.puzzle import Puzzle
from runplan.evidence.references import reference

__all__ = [
    "Claim",
    "Effect",
    "Forest",
    "Puzzle",
    "Verdicts",
    "claim",
    "contradictions",
    "effect",
    "effects",
    "reading",
    "reference",
]
