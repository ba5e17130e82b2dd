"""The runner who goes through the course, and what each lesson adds to it.

Outside a started workspace it is always Noor, and nothing is kept.
"""

from typing import Any

from runplan.errors import PlanError
from runplan.lessons import record
from runplan.lessons.layers import Case, layer
from runplan.plan import Runner
from runplan.plan.file import converter, structure
from runplan.widgets.tool import Tool

# days, dates, levels and names are our choice (U)
CASES = (
    Case(
        Runner("Noor", 2, "gym", ["mon", "thu"], ["tue", "wed", "sat", "sun"], ["wed", "sun"]),
        "2027-09-05",
        told="Two years of running and a gym round the corner; a half marathon in September.",
    ),
    Case(
        Runner("Emil", 1, "none", ["tue", "fri"], ["mon", "thu", "sun"], "sun"),
        "2027-09-26",
        told="Began to run last year and trains at home with nothing but a wall and a mat; "
        "the first 10 km race in September.",
    ),
    Case(
        Runner(
            "Kiri",
            3,
            "home",
            ["mon", "wed", "fri"],
            ["tue", "thu", "sat", "sun"],
            ["tue", "sat"],
        ),
        ["2027-10-17", "2027-12-19"],
        "south",
        told="Ten years of hills, and dumbbells and bands at home, south of the equator; two "
        "mountain races, in October and in December.",
    ),
)
_CASE = "case"


def my_case() -> Case:
    """Return the runner with the year's goal: who was chosen, else Noor."""
    held = record.read()
    tree = held.runners.get(held.runner, {}).get(_CASE)
    if tree is None:
        return CASES[0]
    try:
        return structure(tree, Case, "record")
    except PlanError as bad:
        print(f"Your runner cannot be read, so {CASES[0].runner.name} stands in. ({bad})")  # noqa: T201
        return CASES[0]


def my_runner() -> Runner:
    """Return the runner who goes through the course.

    >>> my_runner()
    Runner(Noor: level 2, gym, strength mon and thu, hard run wed and sun)
    """
    return my_case().runner


def my_races() -> tuple[Any, ...]:
    """Return the dates of the runner's races.

    >>> [str(race) for race in my_races()]
    ['2027-09-05']
    """
    return my_case().races


def choose(case: Case) -> bool:
    """Let another runner go through the course; False outside a workspace.

    Each runner keeps what lessons added to it: choosing one again brings it back.
    """
    name = case.runner.name
    tree = converter().unstructure(case)

    def change(held: record.Record) -> None:
        mine = held.runners.setdefault(name, {})
        if mine.get(_CASE, {}).get("races") != tree["races"]:
            mine.pop("season", None)  # it led to other races
        held.runner, mine[_CASE] = name, tree

    return record.update(change)


def _layers() -> dict[str, Any]:
    """Return what is kept of the runner, as JSON has it."""
    held = record.read()
    return held.runners.get(held.runner or CASES[0].runner.name, {})


def kept(name: str) -> Any:
    """Return a layer of the runner as it was kept, or a sensible one.

    Parameters
    ----------
    name
        "muscles" (ids of the weak links), "exercises" (ids), "session" (`Session`), "season"
        (`Season`), "week" (`TrainingWeek`) or "plan" (`Plan`).

    Raises
    ------
    PlanError
        No such layer.

    Examples
    --------
    >>> kept("muscles")
    ('soleus', 'gluteus_medius')
    """
    wanted = layer(name)
    tree = _layers().get(name)
    if tree is not None:
        try:
            return wanted.from_tree(tree)
        except (PlanError, LookupError, TypeError) as bad:
            print(f"What was kept as {name} cannot be read, so a usual one stands in. ({bad})")  # noqa: T201
    return wanted.default(my_case(), kept)


def recall(name: str) -> "Line":
    """Say what is kept of a layer, or what is taken as long as nothing is.

    >>> recall("muscles")
    Nothing kept yet, so we take the usual. Weak links: soleus, gluteus medius
    """
    there = name in _layers()
    said = layer(name).said(kept(name))
    head = f"Kept for {my_runner().name}." if there else "Nothing kept yet, so we take the usual."
    return Line(f"{head} {said[:1].upper()}{said[1:]}")


def made_of(name: str) -> str:
    """Say what of the layers before is in a layer of the runner, what is not, and why.

    Raises
    ------
    PlanError
        No such layer.

    Examples
    --------
    >>> print(made_of("session"))
    All 8 exercises of the list from lesson 4 are in it, and no other.
    """
    return layer(name).made_of(my_case(), kept, kept(name))


def keep(name: str, given: Any) -> Any:
    """Keep a layer of the runner in the workspace, and show a line that says so.

    Parameters
    ----------
    name
        As for `kept`.
    given
        The value; or the tool that holds it: then a button keeps it again after a change, and
        one that shows what is kept already has nothing to do.

    Raises
    ------
    PlanError
        No such layer, or this is none.

    Examples
    --------
    >>> keep("muscles", ["soleus"])
    Kept inside a course folder only (runplan start makes one); here nothing is stored.
    """
    from runplan.lessons.keepbox import KeepBox

    if isinstance(given, Tool):
        return KeepBox(name, given)
    return Line(store(name, given))


OUTSIDE = "Kept inside a course folder only (runplan start makes one); here nothing is stored."


def store(name: str, given: Any) -> str:
    """Keep a layer, and return what is to be said."""
    wanted = layer(name)
    value = wanted.take(given)
    tree = wanted.to_tree(value)
    runner = my_case()

    def change(held: record.Record) -> None:
        held.runner = held.runner or runner.runner.name
        mine = held.runners.setdefault(held.runner, {_CASE: converter().unstructure(runner)})
        mine[name] = tree

    try:
        if not record.update(change):
            return OUTSIDE
    except PlanError as failed:
        return str(failed)
    return f"Kept for {runner.runner.name}: {wanted.said(value)}"


class Line(str):
    """A line that a cell shows without quotes."""

    __slots__ = ()
    __repr__ = str.__str__
