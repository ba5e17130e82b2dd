"""Training load: sessions, weeks, fitness and fatigue, and a ratio not to steer by."""

from runplan.load.block import Block
from runplan.load.fitness import FitnessFatigue, stress_balance
from runplan.load.foster import monotony, session_load, spread_weeks, strain, week_load
from runplan.load.placing import clashes
from runplan.load.ratio import Acwr, acwr
from runplan.load.response import Response
from runplan.load.tale import RatioTale
from runplan.load.week import TrainingWeek, Workout

__all__ = [
    "Acwr",
    "Block",
    "FitnessFatigue",
    "RatioTale",
    "Response",
    "TrainingWeek",
    "Workout",
    "acwr",
    "clashes",
    "monotony",
    "session_load",
    "spread_weeks",
    "strain",
    "stress_balance",
    "week_load",
]
