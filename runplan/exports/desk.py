"""A folder for a trainer's files: the plan as it is worked on, and what is exported."""

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from runplan.errors import PlanError
from runplan.exports import FORMATS, export
from runplan.plan import Plan
from runplan.season.wording import day

NOW = "planner.json"  # the plan as it is worked on
WISHES = "planner-wishes.json"  # which files to write, and how
_MOST = 60  # characters of a name; files take 255 bytes


class Desk:
    """A folder that nothing is written outside of.

    Parameters
    ----------
    home
        The folder; it is made when something is first written.
    """

    def __init__(self, home: str | Path) -> None:
        self.home = Path(home).expanduser().resolve()
        self.now = self.home / NOW
        self.replaced: tuple[Path, ...] = ()  # files that the last `write` wrote over
        self.gone: tuple[str, ...] = ()  # sessions of the calendar among them that are no more
        self._last: str | None = None

    def place(self, name: str) -> Path:
        """Return a folder inside this one by its name; a blank one is this one.

        Raises
        ------
        PlanError
            The name leads out of it, or is none.
        """
        try:
            place = (self.home / name.strip()).resolve()
        except (OSError, ValueError) as bad:
            raise PlanError(f'"{name}" names no folder ({bad}).') from bad
        if not place.is_relative_to(self.home):
            raise PlanError(
                f'"{name}" leads out of {self.home}. Files stay in there; give a name, such as '
                "plans, or leave it blank."
            )
        return place

    def write(
        self, plan: Plan, suffixes: Iterable[str], folder: str = "", **calendar: Any
    ) -> list[Path]:
        """Write a plan in some formats, and always as a plan file, and return the files.

        Another plan's files are never written over: a plan of the same name gets a number.

        Parameters
        ----------
        suffixes
            Of `FORMATS`.
        folder
            Inside this one.
        **calendar
            `at` and `zone`, as in `export`.
        """
        wanted = {*suffixes, ".json"}
        stem = self._stem(plan, self.place(folder))
        files = {
            suffix: stem.with_name(f"{stem.name}{suffix}") for suffix in FORMATS if suffix in wanted
        }
        self.replaced = tuple(file for file in files.values() if file.exists())
        self.gone = _gone(files[".json"], plan) if files.get(".ics") in self.replaced else ()
        return [export(plan, file, **_for(suffix, calendar)) for suffix, file in files.items()]

    def wishes(self) -> dict[str, Any]:
        """Return what was wished for last time; nothing where it cannot be read."""
        try:
            found = json.loads((self.home / WISHES).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def wish(self, wishes: Mapping[str, Any]) -> None:
        """Keep what is wished for; a folder that cannot be written says so with the plan."""
        with suppress(OSError):
            self.home.mkdir(parents=True, exist_ok=True)
            (self.home / WISHES).write_text(json.dumps(wishes, indent=1), "utf-8")

    def _stem(self, plan: Plan, folder: Path) -> Path:
        name = file_name(plan.runner.name)
        for number in count(1):
            stem = folder / (name if number == 1 else f"{name}-{number}")
            files = [stem.with_name(f"{stem.name}{suffix}") for suffix in FORMATS]
            if not any(path.exists() for path in files) or _is_of(files[-1], plan):
                return stem
        raise AssertionError

    def back(self) -> tuple[Plan | None, str]:
        """Return the plan as it was left here, or None; and what is to be said about it."""
        if not self.now.exists():
            return None, f"New here: what you do is kept as you go, in {self.now}."
        when = datetime.fromtimestamp(self.now.stat().st_mtime).astimezone()
        try:
            plan = Plan.load(self.now)
            plan.sessions()
        except PlanError as bad:
            aside = self._free(" (damaged)")
            try:
                self.now.rename(aside)
            except OSError:
                self.now = aside = self._free("")
            return None, (
                f"What was kept here cannot be read, so this is a new plan. The file is now "
                f"{aside.name}. {bad.faults[0]}"
            )
        self._last = _hash(self.now.read_bytes())
        return plan, (
            f"Welcome back. This is the plan for {plan.runner.name} as you left it on "
            f"{when.day} {when:%B %Y} at {when:%H:%M}, with every change but perhaps the very "
            f"last one. It is kept in {self.now}."
        )

    def keep(self, plan: Plan) -> str:
        """Keep the plan as it is now, and return what is to be said.

        Where another window has written the file meanwhile, this one takes a file of its own.

        Raises
        ------
        PlanError
            The folder cannot be written; what was kept before stays.
        """
        said = ""
        if self.now.exists() and _hash(self.now.read_bytes()) != self._last:
            self.now = self._free("")
            said = "Another window has changed the plan that was kept here, and keeps its own. "
        plan.save(self.now)
        self._last = _hash(self.now.read_bytes())
        return f"{said}Kept in {self.now}."

    def leave(self, plan: Plan) -> Path | None:
        """Put what is kept of a plan aside, before another one is begun; return where it is."""
        if not self.now.exists():
            return None
        aside = self._free(f" ({file_name(plan.runner.name)})")
        plan.save(aside)
        return aside

    def _free(self, ending: str) -> Path:
        """Return a name that no file has yet."""
        stem = Path(NOW).stem
        names = (f"{stem}{ending}{'' if n == 1 else f'-{n}'}.json" for n in count(1))
        return next(self.home / name for name in names if not (self.home / name).exists())


def file_name(name: str) -> str:
    """Return a file's name for a runner: letters, digits and hyphens.

    >>> file_name("Noor"), file_name("../../etc"), file_name("<b>")
    ('plan-Noor', 'plan-etc', 'plan-b')
    """
    words = re.sub(r"[^\w]+", "-", name)[:_MOST].strip("-_")
    return f"plan-{words}" if words else "plan"


def _for(suffix: str, calendar: dict[str, Any]) -> dict[str, Any]:
    return calendar if suffix == ".ics" else {}


def _is_of(path: Path, plan: Plan) -> bool:
    """Tell whether a plan file holds this very plan, in whatever revision."""
    try:
        return Plan.load(path).uid == plan.uid
    except PlanError:
        return False


def _gone(before: Path, plan: Plan) -> tuple[str, ...]:
    """Return the sessions of an earlier state that no longer are, as their calendar names them."""
    here = set(zip(plan.sessions().week, plan.sessions().slot, strict=True))
    return tuple(
        f"{one.session.name} on {day(one.slot.date)}"
        for one in Plan.load(before).dated()
        if (one.slot.week, one.slot.slot) not in here
    )


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
