"""A plan as a tidy table: a row an exercise of a dated session."""

from runplan.exports.text import guarded
from runplan.plan import Plan

_OF_SESSION = ["week", "slot", "minutes", "session_rpe", "note", "uid"]


def write(plan: Plan) -> str:
    """Return the table of `Plan.entries`, with what belongs to the whole session.

    With the sets that were really done it reads as a log: see `runplan.plan.log`.
    """
    table = plan.entries().merge(plan.sessions()[_OF_SESSION], on=["week", "slot"], how="left")
    table.insert(0, "runner", plan.runner.name)
    words: list[str] = list(table.select_dtypes("str").columns)
    table[words] = table[words].map(guarded)
    return str(table.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\r\n"))
