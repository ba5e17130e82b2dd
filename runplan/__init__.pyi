from . import widgets as widgets
from .errors import PlanError as PlanError
from .evidence import Claim as Claim
from .evidence import claim as claim
from .evidence import contradictions as contradictions
from .evidence import effects as effects
from .evidence import reading as reading
from .evidence import reference as reference
from .exercises import Exercise as Exercise
from .exercises import coverage as coverage
from .figures import draw as draw
from .library import at_hand as at_hand
from .library import select as select
from .muscles import Muscle as Muscle
from .season import Phase as Phase
from .season import Season as Season
from .stride import Stride as Stride
from .tables import load_activation as load_activation
from .tables import load_claims as load_claims
from .tables import load_evidence as load_evidence
from .tables import load_exercises as load_exercises
from .tables import load_glossary as load_glossary
from .tables import load_kinematics as load_kinematics
from .tables import load_muscles as load_muscles
from .tables import load_phases as load_phases
from .tables import load_references as load_references

__version__: str
