"""Supersets: pairing rules, time, sessions, the best pairs and the best session."""

from runplan.supersets.building import build_session
from runplan.supersets.matching import Standing, best_pairs, pairings, standing
from runplan.supersets.review import Review
from runplan.supersets.session import Session, article_session
from runplan.supersets.superset import Superset

__all__ = [
    "Review",
    "Session",
    "Standing",
    "Superset",
    "article_session",
    "best_pairs",
    "build_session",
    "pairings",
    "standing",
]
