"""Plans to export, and the texts that people may have typed into them."""

import json
from pathlib import Path
from typing import Any

import pytest

from runplan import Move, Note, Plan, Runner, Season, Swap, load_exercises

NASTY: dict[str, str] = json.loads(Path(__file__).with_name("nasty.json").read_text("utf-8"))
NASTY |= {"long": "ten thousand " * 800, "one-word": "x" * 10_000, "control": "a\x00b\x07c\r\nd"}


def noor(name: str = "Noor", note: str = "Bring a band.", **runner: Any) -> Plan:
    """Return a plan for a runner of that name, with that note on one of its sessions."""
    days: Any = {
        "strength_days": ["mon", "wed", "fri"],
        "run_days": ["tue", "thu", "sat", "sun"],
        "hard_run_days": ["tue", "sat"],
        "away": [("2027-02-08", "2027-02-14")],
        "one_rm_kg": {"romanian_deadlift": 90},
    }
    changes = [Note(3, 1, note), Swap(3, 1, "pogo_jump", "step_up"), Move(4, 1, "mon")]
    season = Season("2027-09-05", start_date="2026-11-30")
    return Plan(Runner(name, 2, "gym", **(days | runner)), season, changes=changes)


@pytest.fixture(scope="session")
def plan() -> Plan:
    return noor()


@pytest.fixture(params=NASTY, scope="session")
def nasty(request: pytest.FixtureRequest) -> str:
    """A text, as the runner's name and as a note."""
    return NASTY[request.param]


@pytest.fixture(scope="session")
def nasty_plan(nasty: str) -> Plan:
    return noor(nasty, nasty)


@pytest.fixture(scope="session")
def own_plan() -> Plan:
    """A plan from an own library, whose names and cues are such texts."""
    table = load_exercises().assign(easier=None, harder=None)
    texts = [text for text in NASTY.values() if len(text) < 1000]
    table["name"] = [f"{texts[n % len(texts)]} {n}" for n in range(len(table))]
    table["cue"] = [texts[n % len(texts)] for n in range(len(table))]
    return Plan(noor().runner.replace(one_rm_kg={}), noor().season, exercises=table)
