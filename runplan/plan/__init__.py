"""The dated plan: a runner, a season, the trainer's changes; saved and loaded whole."""

from runplan.plan.calendar import PlanWeek, PlanYear
from runplan.plan.changes import Drop, Move, Note, Swap
from runplan.plan.covered_year import CoveredYear
from runplan.plan.plan import Plan
from runplan.plan.runner import Runner

__all__ = ["CoveredYear", "Drop", "Move", "Note", "Plan", "PlanWeek", "PlanYear", "Runner", "Swap"]
