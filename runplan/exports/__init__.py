"""Plans in the formats of other programs: `export(plan, path)` picks one by suffix.

Whatever a person has typed is data: escaped in a page, a string in a sheet, folded and escaped in
a calendar, and with an apostrophe before it in CSV where a spreadsheet would read a formula.
The same plan gives the same bytes.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

from runplan.errors import PlanError
from runplan.files import write_whole
from runplan.plan import Plan

# suffix → the module here that can `write` it, and what it is for
FORMATS = {
    ".ics": "a calendar",
    ".xlsx": "a workbook",
    ".html": "pages to print",
    ".csv": "a table for other programs",
    ".json": "the plan itself, to open again",
}


def export(plan: Plan, path: str | Path, *, at: Any = None, zone: str | None = None) -> Path:
    """Write a plan for another program; the suffix says which.

    Parameters
    ----------
    plan
        The plan.
    path
        .ics (a calendar: an event a session, races and days away as whole days; a later revision
        updates them when it is imported), .xlsx
        (year, phases, sessions, reasons), .html (pages of A4: the year, then each phase),
        .csv (a row an exercise of a dated session) or .json (as `Plan.save`).
    at
        For a calendar: when sessions begin, such as "07:30"; None is all day.
    zone
        For a calendar: where that clock hangs, such as "Europe/Vienna".

    Returns
    -------
    Path
        The file. It is whole at any moment: an older one stays until the new one is complete.

    Raises
    ------
    PlanError
        A suffix without a format, a folder that cannot be written, a time without a zone or
        one that does not exist.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> from runplan import Runner, Season
    >>> ada = Runner("Ada", 2, "gym", ["mon", "wed"], ["tue", "sat"], "sat")
    >>> plan = Plan(ada, Season("2027-09-05", start_date="2026-11-30"))
    >>> export(plan, Path(mkdtemp()) / "Ada.ics", at="18:00", zone="Europe/Vienna").name
    'Ada.ics'
    """
    if not isinstance(plan, Plan):
        raise PlanError(f"{plan!r} is no plan; make one: Plan(runner, season).")
    path = Path(path).expanduser()
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join(f"{name} ({what})" for name, what in FORMATS.items())
        raise PlanError(f'"{path.name}" names no format; end it in one of these: {known}.')
    if suffix != ".ics" and (at is not None or zone is not None):
        raise PlanError(f"at and zone are for a calendar, and {path.name} is none; leave them out.")
    if suffix == ".json":
        return plan.save(path)
    options = {"at": at, "zone": zone} if suffix == ".ics" else {}
    content: str | bytes = import_module(f"{__name__}.{suffix[1:]}").write(plan, **options)
    try:
        write_whole(path, content)
    except (OSError, ValueError) as failed:
        reason = getattr(failed, "strerror", None) or failed
        raise PlanError(
            f"{path} cannot be written: {reason}. Choose another folder or name, or make room."
        ) from failed
    return path
