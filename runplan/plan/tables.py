"""A plan's sessions as tables: dated sessions, their exercises, coverage, progression."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import pandas as pd

from runplan.exercises import coverage
from runplan.plan.dated import Dated, Work
from runplan.plan.runner import Amounts
from runplan.season import Season
from runplan.season.phase import NAMES
from runplan.season.wording import TITLES, count, span


def sessions(dated: Sequence[Dated], uid: str) -> pd.DataFrame:
    """Return a row a dated session; `Plan.sessions` says the columns."""
    rows = [
        {
            "date": pd.Timestamp(one.slot.date),
            "week": one.slot.week,
            "slot": one.slot.slot,
            "phase": one.slot.phase,
            "name": one.session.name,
            "minutes": one.minutes,
            "exercises": tuple(map(str, one.work)),
            "contacts": one.session.contacts()[1],
            "session_rpe": one.session_rpe,
            "load_au": round(one.minutes * one.session_rpe, 1),
            "note": " ".join(one.notes),
            "uid": f"{uid}-w{one.slot.week:02}-s{one.slot.slot}",
        }
        for one in dated
    ]
    return pd.DataFrame(rows, columns=list(_SESSIONS)).astype(_SESSIONS)


_SESSIONS = {
    "date": "datetime64[us]",
    "week": "int64",
    "slot": "int64",
    "phase": "str",
    "name": "str",
    "minutes": "float64",
    "exercises": "object",
    "contacts": "int64",
    "session_rpe": "float64",
    "load_au": "float64",
    "note": "str",
    "uid": "str",
}


def entries(dated: Iterable[Dated]) -> pd.DataFrame:
    """Return a row an exercise of a dated session; `Plan.entries` says the columns."""
    rows = [
        {
            "date": pd.Timestamp(one.slot.date),
            "week": one.slot.week,
            "slot": one.slot.slot,
            "phase": one.slot.phase,
            "session": one.session.name,
            "superset": work.superset,
            "place": work.place,
            "exercise": work.exercise.id,
            "exercise_name": work.exercise.name,
            "sets": work.sets,
            "reps": work.reps,
            "unit": work.exercise.unit,
            "per_side": work.exercise.unilateral,
            "dose": f"{work.sets} × {work.dose}",
            "rest_s": work.rest_s,
            "load": work.load.said,
            "pct_1rm": work.load.pct_1rm,
            "load_kg": work.load.kg,
            "in_reserve": work.load.in_reserve,
            "tempo": work.load.tempo,
            "contacts": int(work.sets * work.exercise.set_contacts(work.reps)),
        }
        for one in dated
        for work in one.work
    ]
    return pd.DataFrame(rows, columns=list(_ENTRIES)).astype(_ENTRIES)


_ENTRIES = {
    "date": "datetime64[us]",
    "week": "int64",
    "slot": "int64",
    "phase": "str",
    "session": "str",
    "superset": "int64",
    "place": "str",
    "exercise": "str",
    "exercise_name": "str",
    "sets": "int64",
    "reps": "int64",
    "unit": "str",
    "per_side": "bool",
    "dose": "str",
    "rest_s": "int64",
    "load": "str",
    "pct_1rm": "float64",
    "load_kg": "float64",
    "in_reserve": "Int64",
    "tempo": "str",
    "contacts": "int64",
}


def covered(
    dated: Sequence[Dated], season: Season, needs: Amounts, week: int | None
) -> pd.DataFrame:
    """Return sets by muscle against needs; `Plan.coverage` says the columns."""
    weeks = season.weeks()
    held = weeks if week is None else weeks[weeks.week == week]
    parts = []
    for name in NAMES:
        own = held[held.phase == name]
        ordinary = own[~(own.deload | own.taper)]
        counted = set((ordinary if len(ordinary) else own).week)
        if not counted:
            continue
        work = [
            (entry.exercise, entry.sets)
            for one in dated
            if one.slot.week in counted
            for entry in one.work
        ]
        part = season.phase(name).volume_index / 100
        table = pd.DataFrame({"sets": (coverage(work) / len(counted)).round(2)})
        table["need"] = (pd.Series(dict(needs)) * part).round(2)
        table["short"] = (table.need - table.sets).clip(lower=0).round(2)
        parts.append(table.reset_index().assign(phase=name))
    return pd.concat(parts, ignore_index=True)[["phase", "muscle", "sets", "need", "short"]]


def progression(dated: Sequence[Dated]) -> pd.DataFrame:
    """Return how each exercise goes on, a row an exercise and phase; see `Plan.progression`."""
    blocks = [
        (phase, _by_exercise(list(block)))
        for phase, block in groupby(dated, key=lambda one: one.slot.phase)
    ]
    rows = []
    for number, (phase, block) in enumerate(blocks):
        later = blocks[number + 1 :]
        for id_, work in block.items():
            rows.append(
                {
                    "exercise": id_,
                    "exercise_name": work[0].exercise.name,
                    "phase": phase,
                    "inside": _inside(work),
                    "across": _across(id_, later),
                }
            )
    return pd.DataFrame(rows, columns=["exercise", "exercise_name", "phase", "inside", "across"])


def _by_exercise(block: Sequence[Dated]) -> Mapping[str, list[Work]]:
    """Return each exercise's work in the ordinary weeks, the least effort first."""
    ordinary = [one for one in block if one.ordinary] or block
    found: dict[str, list[Work]] = {}
    for one in sorted(ordinary, key=lambda one: (one.effort, one.slot.week)):
        for work in one.work:
            found.setdefault(work.exercise.id, []).append(work)
    return found


def _inside(work: Sequence[Work]) -> str:
    first, last = work[0], work[-1]
    sets = span((min(one.sets for one in work), max(one.sets for one in work)))
    way = _said(first) if _said(first) == _said(last) else f"{_said(first)} → {_said(last)}"
    return f"{sets} × {way}; {_when_easy(last)}"


def _when_easy(work: Work) -> str:
    exercise, load = work.exercise, work.load
    if exercise.plyometric:
        return "more landings only while they stay quiet"
    if load.pct_1rm is not None or (load.in_reserve is not None and not load.tempo):
        return "2–10 % more weight or a stronger band when 1–2 repetitions more are possible"
    harder = exercise.harder()
    return f"when that is easy, go on to {harder.name}" if harder else "when that is easy, slower"


def _across(id_: str, later: Sequence[tuple[str, Mapping[str, list[Work]]]]) -> str:
    for phase, block in later:
        if id_ in block:
            return f"{TITLES[phase]}: {_said(block[id_][0])}"
    return f"not in {TITLES[later[0][0]]}" if later else "the season ends"


def _said(work: Work) -> str:
    load = f", {work.load.said}" if work.load.said else ""
    return f"{work.dose}{load}"


def sum_up(dated: Sequence[Dated]) -> str:
    """Say how many sessions and hours there are."""
    hours = sum(one.minutes for one in dated) / 60
    return f"{count(len(dated), 'session')} in {hours:.0f} h"
