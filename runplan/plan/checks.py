"""What a plan is checked for: its days, its season, its sessions, the muscles it leaves short."""

from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve, frozen

from runplan.plan.dated import Dated
from runplan.plan.landings import said
from runplan.plan.plan import Plan
from runplan.reasons import Reason
from runplan.season.wording import TITLES, count
from runplan.supersets import Session
from runplan.supersets.matching import best_of
from runplan.supersets.rules import RULES
from runplan.words import listed

_SHORTEST = 3  # muscles named for each phase
_OF_PAIRS = {rule.__name__ for rule in RULES}


@frozen
class Check:
    """One verdict, and what it is about: "days", "season", "muscles" or a session's name."""

    about: str
    reason: Reason

    def __str__(self) -> str:
        return f"{self.about[:1].upper()}{self.about[1:]}: {self.reason.text}"


def checks(plan: Plan) -> tuple[Check, ...]:
    """Return everything that a coach would say about a plan.

    Where there is nothing to say about days, season or a session, that is said too, as a "pass".

    Examples
    --------
    >>> from runplan import Runner, Season
    >>> ada = Runner("Ada", 2, "gym", ["mon", "wed"], ["tue", "sat"], "sat")
    >>> plan = Plan(ada, Season("2027-09-05", start_date="2026-11-30"))
    >>> print(checks(plan)[1])  # doctest: +ELLIPSIS
    Season: Spring transition allows up to 120 contacts a session: ...
    """
    found = [
        *_all("days", plan.warnings(), "Every rule for the days holds."),
        *_all(
            "season",
            [*plan.asked.warnings(plan.runner.level), *said(plan.season, plan.runner.level)],
            "Every number is within what is usual.",
        ),
    ]
    for one in fullest(plan).values():
        faults = [r for r in one.session.review(plan.runner.level).reasons if r.level != "pass"]
        found += _all(
            one.session.name,
            _unavoidable(faults, one.session, plan.runner.level),
            "Every rule for pairs and landings holds.",
        )
    return (*found, *_short(plan))


def tally(found: Sequence[Check]) -> str:
    """Count what the checks have to say, each once, and say how it is meant.

    >>> tally([Check("days", Reason("days", "pass", "Every rule holds."))])
    'No check has anything to say against it.'
    """
    levels = [check.reason.level for check in found]
    fails, warns = levels.count("fail"), levels.count("warn")
    if not fails + warns:
        return "No check has anything to say against it."
    said = [
        f"{count(fails, 'fault')} (✗) to mend" if fails else "",
        f"{count(warns, 'warning')} (⚠): allowed, but see why a coach might do otherwise"
        if warns
        else "",
    ]
    return f"{', '.join(filter(None, said))}."


def _unavoidable(faults: list[Reason], session: Session, level: int) -> list[Reason]:
    """Say at the last warning about a pair where no other pairing has fewer of them."""
    last = max((n for n, one in enumerate(faults) if one.rule in _OF_PAIRS), default=None)
    if last is not None and is_best(session, level):
        text = f"{faults[last].text} No other pairing of these exercises does better."
        faults[last] = evolve(faults[last], text=text)
    return faults


@lru_cache(maxsize=256)
def is_best(session: Session, level: int) -> bool:
    """Tell whether no other pairing of a session's exercises has fewer fails and warnings."""

    def faults(of: Session) -> tuple[int, int]:
        reviews = [pair.review(level) for pair in of.supersets]
        return sum(one.fails for one in reviews), sum(one.warns for one in reviews)

    return faults(session) <= faults(best_of(session, level))


def fullest(plan: Plan) -> dict[str, Dated]:
    """Return for each name of a session the day on which it is done most fully, unchanged."""
    edited = {(change.week, change.slot) for change in plan.changes}
    found: dict[str, Dated] = {}

    def fuller(one: Dated) -> tuple[bool, bool, int]:
        plain = (one.slot.week, one.slot.slot) not in edited
        return plain, one.ordinary, len(one.work)

    for one in plan.dated():
        name = one.session.name
        if name not in found or fuller(one) > fuller(found[name]):
            found[name] = one
    return found


def _all(about: str, reasons: list[Reason], else_said: str) -> list[Check]:
    given = reasons or [Reason(about, "pass", else_said)]
    return [Check(about, reason) for reason in given]


def _short(plan: Plan) -> list[Check]:
    """Say for each phase which muscles miss the most sets."""
    found = []
    table = plan.coverage()
    for phase in dict.fromkeys(table.phase):
        short = table[(table.phase == phase) & (table.short > 0)].nlargest(_SHORTEST, "short")
        if len(short):
            sets = [
                f"{row.muscle} ({row.sets:.1f} of {row.need:.1f})" for row in short.itertuples()
            ]
            text = (
                f"{TITLES[phase].capitalize()} has too few sets a week for {listed(sets)}. "
                "One or two sessions cannot cover every muscle; swap an exercise if one matters."
            )
            found.append(Check("muscles", Reason("coverage", "warn", text)))
    return found
