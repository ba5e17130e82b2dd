"""The plan: a runner's season on dates."""

from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from re import fullmatch
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pandas as pd
from attrs import Attribute, evolve, field, fields, frozen

from runplan.errors import PlanError
from runplan.exercises import Exercise
from runplan.plan import tables
from runplan.plan.changes import Change, Swap
from runplan.plan.changes import changes as known_changes
from runplan.plan.dated import Dated, Made, make
from runplan.plan.landings import held
from runplan.plan.library import from_library
from runplan.plan.runner import Runner
from runplan.plan.schedule import given_way, reasons
from runplan.reasons import Reason
from runplan.season import Season
from runplan.season.given import known_date
from runplan.season.layout import WEEKS
from runplan.season.phase import check_names
from runplan.season.wording import TITLES, count, day
from runplan.show import card
from runplan.words import listed


def _is(kind: type, example: str) -> Any:
    def check(_: Any, attribute: "Attribute[Any]", value: Any) -> None:
        if not isinstance(value, kind):
            raise PlanError(f"{attribute.name} is {value!r}; give a {kind.__name__}: {example}.")

    return check


def _uid(value: Any) -> Any:
    if value is not None and not (
        isinstance(value, str) and fullmatch(r"[A-Za-z0-9._@-]{1,100}", value)
    ):
        raise PlanError(
            f"uid is {value!r}; use up to 100 letters, digits, and . _ @ -, or leave it to us."
        )
    return value


def _revision(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise PlanError(f"revision is {value!r}; it counts changes: a whole number from 0 on.")
    return value


@frozen(repr=False)
class Plan:
    """A year of dated strength sessions for one runner.

    Parameters
    ----------
    runner
        `Runner`: days, equipment, level, holidays, known maxima.
    season
        `Season`: what each week asks for.
    exercises
        A library from `load_exercises`, or exercises; None is the shipped library.
    changes
        A trainer's own edits, `Swap`, `Move`, `Drop` and `Note`, in their order. Those that
        do not fit stay listed in `unfitting()`.
    uid
        Names the plan in calendars. By default made of the runner's name and the season's
        first day, and kept by `replace`. Give your own where two plans would share it.
    revision
        How often the plan was changed: `replace` counts it up.

    Raises
    ------
    PlanError
        An unknown exercise, a uid that no calendar takes; and from the first use on, a phase
        for which no session fits.

    Notes
    -----
    Days are found by rules in an order of importance (`runplan.plan.schedule`): nothing while
    away or around a race; 48 h between heavy or jumping sessions [haff2016]_; as many sessions
    as the season asks for; none on the day before a hard run; on the days wished, or these two
    the other way round for a runner with `keep_days`. A hard run on the same day needs 6 h in
    between [robineau2016]_. What gives way is said by `warnings`. The order, and how a week's
    numbers become sets and repetitions, are teaching choices (U).

    Examples
    --------
    >>> from runplan import Runner, Season
    >>> ada = Runner("Ada", 2, "gym", ["mon", "wed", "fri"], ["tue", "sat"], "sat")
    >>> plan = Plan(ada, Season("2027-09-05", start_date="2026-11-30"))
    >>> plan.week(1)[["date", "name"]].values.tolist()[0]
    [Timestamp('2026-11-30 00:00:00'), 'Base A']
    """

    runner: Runner = field(validator=_is(Runner, 'Runner("Ada", 2, "gym", …)'))
    season: Season = field(validator=_is(Season, 'Season("2027-09-05")'))
    exercises: tuple[Exercise, ...] | None = field(default=None, converter=from_library)
    changes: tuple[Change, ...] = field(default=(), converter=known_changes)
    uid: str = field(default=None, converter=_uid)
    revision: int = field(default=0, converter=_revision)

    def __attrs_post_init__(self) -> None:
        if self.uid is None:
            who = f"runplan:{self.runner.name}:{self.season.start_date}"
            object.__setattr__(self, "uid", str(uuid5(NAMESPACE_URL, who)))
        # names become ids of the library
        named = tuple(
            evolve(change, old=self.exercise(change.old).id, new=self.exercise(change.new).id)
            if isinstance(change, Swap)
            else change
            for change in self.changes
        )
        object.__setattr__(self, "changes", named)
        self._one_rm()

    def exercise(self, name: str) -> Exercise:
        """Return an exercise of the plan's library, by id or name.

        Raises
        ------
        PlanError
            Nothing is near enough, or several are; with the nearest names.
        """
        return Exercise.find(name, self.exercises[0].library if self.exercises else None)

    def _one_rm(self) -> dict[str, float]:
        """Return the known maxima, exercise id → kg."""
        return {self._known(name).id: kg for name, kg in self.runner.one_rm_kg}

    def _known(self, name: str) -> Exercise:
        """Return an exercise of the library, or a shipped one whose maximum is of no use here."""
        try:
            return self.exercise(name)
        except PlanError:
            return Exercise.find(name)

    def replace(self, **changes: Any) -> "Plan":
        """Return a new, re-checked plan with some values changed; its revision counts up.

        The uid stays, so that a calendar updates the same events. Changes stay, too: those
        that fit no longer are listed by `unfitting`.
        """
        check_names("a plan", changes, fields(Plan))
        changes.setdefault("revision", self.revision + 1)
        return evolve(self, **changes)

    @cached_property
    def asked(self) -> Season:
        """The season as the runner's level takes it: landings held to what is advised for it."""
        return held(self.season, self.runner.level)

    @cached_property
    def _made(self) -> Made:
        named = {
            name: self.exercise(name)
            for change in self.changes
            if isinstance(change, Swap)
            for name in (change.old, change.new)
        }
        return make(
            self.runner,
            self.asked,
            exercises=self.exercises,
            known=named,
            changes=self.changes,
            one_rm=self._one_rm(),
        )

    @cached_property
    def _sessions(self) -> pd.DataFrame:
        return tables.sessions(self._made.sessions, self.uid)

    def sessions(self) -> pd.DataFrame:
        """Return the dated sessions, a row each, by date.

        Returns
        -------
        DataFrame
            date; week (1–52); slot (which session of the week); phase; name; minutes, warm-up
            included; exercises: texts in the order they are done, "1a" and "1b" in turn, with
            sets × repetitions, load and rest; contacts: landings; session_rpe; load_au
            (minutes × RPE); note; uid (plan, week and slot: it outlives a moved date).
        """
        return self._sessions.copy()

    def dated(self) -> tuple[Dated, ...]:
        """Return the dated sessions as models, by date: each with its exercises and loads."""
        return self._made.sessions

    def entries(self) -> pd.DataFrame:
        """Return the exercises of all dated sessions, a row each, in the order they are done.

        Returns
        -------
        DataFrame
            date, week, slot, phase, session; superset (1, 2, …) and place ("a", "b");
            exercise (id), exercise_name; sets; reps in `unit` (reps, steps, seconds), a side if
            `per_side`; dose: the same as text; rest_s after the superset; load as text;
            pct_1rm and load_kg where the maximum is known, else in_reserve (repetitions), with
            a tempo where there is no weight; contacts: landings.
        """
        return tables.entries(self._made.sessions)

    def week(self, number: int) -> pd.DataFrame:
        """Return the sessions of one week, 1–52, as `sessions` does."""
        if isinstance(number, bool) or number not in range(1, WEEKS + 1):
            raise PlanError(f"Week {number!r}: a season has the weeks 1 to {WEEKS}.")
        table = self._sessions
        return table[table.week == number].reset_index(drop=True)

    def today(self, when: date | str | None = None) -> pd.DataFrame:
        """Return the session of a day, as `sessions` does; no row on a day without.

        Raises
        ------
        PlanError
            The day is outside the season.
        """
        there = datetime.now().astimezone().date() if when is None else known_date(when, "The day")
        first = self.season.start_date
        last = first + timedelta(weeks=WEEKS, days=-1)
        if not first <= there <= last:
            raise PlanError(f"{day(there)} is outside the plan: {day(first)} to {day(last)}.")
        table = self._sessions
        return table[table.date == pd.Timestamp(there)].reset_index(drop=True)

    def coverage(self, week: int | None = None) -> pd.DataFrame:
        """Compare the sets each muscle gets in a week with the runner's needs.

        Parameters
        ----------
        week
            1–52; None is the mean of each phase's ordinary weeks (neither deload nor taper).

        Returns
        -------
        DataFrame
            A row a phase and muscle: sets (1 a set as prime mover, 0.5 as helper), need (the
            runner's × the phase's volume / 100), short (what is missing, or 0). No muscle is
            folded into a group. One or two sessions a week cannot cover everything.
        """
        if week is not None:
            self.week(week)
        return tables.covered(self._made.sessions, self.season, self.runner.needs, week)

    def progression(self) -> pd.DataFrame:
        """Return how each exercise goes on, a row an exercise and stretch of a phase.

        Returns
        -------
        DataFrame
            exercise, exercise_name, phase; inside: from the lightest to the hardest ordinary
            week, and what comes when that is easy (2–10 % more weight [acsm2009]_, or the next
            harder exercise); across: how it comes again in a later phase.
        """
        return tables.progression(self._made.sessions)

    def warnings(self) -> list[Reason]:
        """Return which rules gave way, in which weeks, and the changes that do not fit.

        `rule` is sessions, away, race, two_days_apart, day_before_hard_run, strength_days,
        rotation or changes.
        """
        found = reasons(self._made.given)
        for name, turns in self._made.rotations.items():
            if turns.a is turns.b:
                text = (
                    f"{TITLES[name].capitalize()}: too few exercises at hand for a second "
                    "session; A is done every time. More equipment would help."
                )
                found.append(Reason("rotation", "warn", text))
        return found + [reason for _, reason in self._made.unfitting]

    def unfitting(self) -> list[tuple[Change, Reason]]:
        """Return the changes that do not fit, each with its reason; they are kept, not done."""
        return list(self._made.unfitting)

    def used(self) -> tuple[Exercise, ...]:
        """Return the exercises that the plan uses, sorted by id."""
        found = {w.exercise.id: w.exercise for one in self._made.sessions for w in one.work}
        for turns in self._made.rotations.values():
            found |= {e.id: e for s in (turns.a, turns.b) for e in s.exercises()}
        for change in self.changes:
            if isinstance(change, Swap):
                found |= {name: self.exercise(name) for name in (change.old, change.new)}
        return tuple(found[id_] for id_ in sorted(found))

    def save(self, path: str | Path) -> Path:
        """Write the plan to a JSON file; see `runplan.plan.file`.

        A process killed at any moment leaves the old file or the new one whole.

        Raises
        ------
        PlanError
            The file cannot be written; an older one stays as it is.
        """
        from runplan.plan.file import save

        return save(self, path)

    @classmethod
    def load(cls, path: str | Path) -> "Plan":
        """Return the plan from a file written by `save`.

        Raises
        ------
        PlanError
            No such file, a damaged one, an unknown version, or a value of the wrong type; it
            names the field.
        """
        from runplan.plan.file import load

        return load(path)

    def describe(self) -> str:
        """Say the plan in a sentence or two."""
        dated, gone = self._made.sessions, self._made.unfitting
        if not dated:
            return f"{self.runner.name}: no session finds a day."
        first, last = dated[0].slot.date, dated[-1].slot.date
        per_phase: dict[str, int] = {}
        for one in dated:
            per_phase[one.slot.phase] = per_phase.get(one.slot.phase, 0) + 1
        phases = listed([f"{TITLES[name]} {number}" for name, number in per_phase.items()])
        table = self.coverage()
        short = table[table.short > 0].groupby("muscle").short.sum().nlargest(3)
        said = f" Most sets are missing for {listed(list(short.index))}." if len(short) else ""
        own = (
            f" {count(len(self.changes), 'change')}, {len(gone)} of them not fitting."
            if self.changes
            else ""
        )
        way = given_way(self._made.given)
        days = f" {way}" if way else ""
        return (
            f"{self.runner.name}: {tables.sum_up(dated)} from {day(first)} to {day(last)} "
            f"({phases}).{days}{own}{said}"
        )

    def __repr__(self) -> str:
        races = ", ".join(map(str, self.season.races))
        goal = f", race{'s' if len(self.season.races) > 1 else ''} {races}" if races else ""
        return (
            f"Plan({self.runner.name}: from {self.season.start_date}{goal}, "
            f"{count(len(self.changes), 'change')}, revision {self.revision})"
        )

    def _repr_html_(self) -> str:
        table = self._sessions
        shown = table.groupby("phase", sort=False).agg(
            first=("date", "min"),
            last=("date", "max"),
            sessions=("date", "size"),
            minutes=("minutes", "mean"),
            contacts=("contacts", "max"),
            load=("load_au", "mean"),
        )
        shown["first"] = [day(when) for when in shown["first"]]
        shown["last"] = [day(when) for when in shown["last"]]
        shown = shown.round({"minutes": 0, "load": 0}).rename(
            index=TITLES,
            columns={
                "minutes": "min a session",
                "contacts": "most landings a session",
                "load": "load, AU a session",
            },
        )
        return card(f"Plan for {self.runner.name}", self.describe(), shown)
