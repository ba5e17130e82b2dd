"""Supersets: pairing rules, time, sessions, the best pairs and the best session."""

from runplan.supersets.building import build_session
from runplan.supersets.matching import best_pairs, pairings
from runplan.supersets.ranking import Ranking, Standing, standing
from runplan.supersets.review import Review
from runplan.supersets.session import Session, article_session
from runplan.supersets.superset import Superset
from runplan.supersets.view import SessionView

__all__ = [
    "Ranking",
    "Review",
    "Session",
    "SessionView",
    "Standing",
    "Superset",
    "article_session",
    "best_pairs",
    "build_session",
    "pairings",
    "standing",
]
