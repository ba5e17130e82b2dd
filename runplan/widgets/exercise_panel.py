"""What the ExerciseExplorer's panel holds: its controls, and what it tells about an exercise."""

from functools import cache

from runplan.covering import Coverage
from runplan.databases import Listings
from runplan.exercises import Exercise
from runplan.library import EMPHASES, at_hand
from runplan.muscles import Muscle, head_to_foot
from runplan.tables import load
from runplan.widgets.panel import Block, Button, Choice, Control, Several, Slider, Words
from runplan.words import listed, plain

SETS = (1, 12)  # a week, of each exercise in the list
MAPS = {
    "exercise": "what the exercise works",
    "list": "what the list covers",
    "missing": "what is still missing",
}
_FIND, _ONE, _LIST, _READ = "Find", "One exercise", "The list", "Read about it"


@cache
def items() -> list[tuple[str, str]]:
    """Return what one may have besides a set: every item that some exercise cannot do without."""
    needed = {item for row in load("exercises", ["equipment"]).equipment for item in row}
    own = [item for item in load("equipment").equipment if item in needed]
    return [(item, plain(item)) for item in own if item not in at_hand("none")]


_AT_HOME = [plain(item) for item, _ in items() if item in at_hand("home")]
KITS = {
    "none": "none: the body, a wall, a mat",
    "home": f"home: {', '.join(_AT_HOME)}",
    "gym": "gym: everything",
}
OWN = "own"
CONTROLS: tuple[Control, ...] = (
    Choice(
        name="muscle",
        label="Muscle",
        group=_FIND,
        noted=0,
        options=[
            ("", "any"),
            *((m, Muscle.find(m).short) for part in head_to_foot().values() for m in part),
        ],
    ),
    Choice(
        name="emphasis",
        label="Emphasis",
        group=_FIND,
        noted=0,
        options=[("", "any"), *((word, plain(word)) for word in EMPHASES)],
    ),
    Slider(name="level", label="Level, at most", group=_FIND, low=1, high=3, noted=0),
    Choice(
        name="kit",
        label="Equipment",
        group=_FIND,
        noted=0,
        options=[*KITS.items(), (OWN, "own choice: what is ticked below")],
    ),
    Several(name="items", label="At hand", group=_FIND, options=items(), wide=True, noted=0),
    Choice(name="exercise", label="Exercise", group=_ONE, wide=True, noted=2),
    Button(name="easier", label="Easier", group=_ONE),
    Button(name="harder", label="Harder", group=_ONE),
    Button(name="add", label="Add to the list", group=_ONE),
    Button(name="drop", label="Take from the list", group=_ONE),
    Slider(
        name="sets", label="Sets of each, a week", group=_LIST, low=SETS[0], high=SETS[1], noted=2
    ),
    Choice(name="shown", label="On the body", group=_LIST, noted=0, options=list(MAPS.items())),
    Button(name="clear", label="Empty the list", group=_LIST),
    Words(name="about", label="The exercise", group=_READ, noted=24),
)


def ticked(equipment: tuple[str, ...]) -> list[str]:
    """Return the items that are at hand, among those that some exercise cannot do without."""
    held = at_hand(equipment)
    return [item for item, _ in items() if item in held]


def kit_of(equipment: tuple[str, ...]) -> str:
    """Return the set that the equipment is, or that it is an own choice.

    >>> kit_of(("home",)), kit_of(("none", "band"))
    ('home', 'own')
    """
    return equipment[0] if len(equipment) == 1 and equipment[0] in KITS else OWN


def kit_with(boxes: list[str]) -> tuple[str, ...]:
    """Return the equipment with just these items: one of the sets where they are just its.

    >>> kit_with([]), kit_with(["band"])
    (('none',), ('none', 'band'))
    """
    same = [kit for kit in KITS if set(ticked((kit,))) == set(boxes)]
    return (same[0],) if same else ("none", *boxes)


def met(covered: Coverage) -> str:
    """Say how many needs a list meets, and how many more of the same cannot meet.

    >>> met(Coverage([("calf raise", 6)], {"soleus": 6, "deltoid": 2}))
    'Needs of 1 of 2 muscles are met. 1 without any set.'
    """
    shares = covered.shares()
    none = int((shares == 0).sum())
    said = f"Needs of {(shares >= 1).sum()} of {len(shares)} muscles are met."
    return f"{said} {none} without any set." if none and covered.work else said


def about(one: Exercise) -> list[Block]:
    """Tell how an exercise is done, what it works, and what others say that it works."""
    rungs = [rung.name + (" (this one)" if rung.id == one.id else "") for rung in one.ladder()]
    listings = Listings(one)
    prime, helping = ([Muscle.find(m).short for m in ids] for ids in (one.primary, one.secondary))
    helpers = f"; 0.5 for {listed(helping)}" if helping else ""
    blocks = [
        Block(one.describe()),
        Block(one.purpose, "Why"),
        Block(one.how_to, "How"),
        Block(one.cue, "Cue"),
        Block(one.caution, "Take care"),
        Block(f"1 for {listed(prime)}{helpers}.", "What a set counts"),
    ]
    if len(rungs) > 1:
        blocks.append(Block(heading="From easier to harder", items=rungs))
    if listings.rows:
        rows = [row.describe() for row in listings.rows]
        said = f"{listings.describe()} The number or name beside a database is the record's there."
        blocks.append(Block(said, "What databases list", rows))
    return blocks
