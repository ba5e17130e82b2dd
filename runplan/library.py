"""The exercise library as a table: what is at hand, which rows fit, which one a name means.

A library is a table from `load_exercises`. It is always handed on; None is the shipped one.
"""

import re
from functools import cache

import pandas as pd

from runplan.errors import PlanError, nearest
from runplan.tables import load, load_exercises
from runplan.words import Words, chosen

# teaching choices (U), on rapidfuzz's scale to 100: a mistyped name fits at least so well,
# and the next exercise worse by so much
_ALIKE, _APART = 76, 4

EMPHASES = ("max_strength", "explosive", "prevention", "mobility", "corrective")


def at_hand(equipment: Words) -> frozenset[str]:
    """Return the items a person has: a set ("none", "home", "gym"), single items, or a mix.

    Each set holds the one before; floor, mat and wall are always there. The sets are a
    teaching choice (U), in equipment.csv.

    Raises
    ------
    PlanError
        A word that is neither a set nor an item of equipment.csv.

    Examples
    --------
    >>> sorted(at_hand(["none", "barbell"]))
    ['barbell', 'mat', 'none', 'wall']
    """
    sets = ["none", "home", "gym"]
    words = chosen("equipment", equipment, [*sets, *_set_of()])
    most = max((sets.index(word) for word in words if word in sets), default=0)
    held = {item for item, its_set in _set_of().items() if its_set in sets[: most + 1]}
    return frozenset(held | {word for word in words if word not in sets})


@cache
def _set_of() -> dict[str, str]:
    table = load("equipment", ["equipment", "set"])
    return dict(zip(table.equipment, table.set, strict=True))


def select(
    library: pd.DataFrame | None = None,
    *,
    muscle: Words | None = None,
    pattern: Words | None = None,
    emphasis: Words | None = None,
    equipment: Words | None = None,
    level: int | None = None,
) -> pd.DataFrame:
    """Return the rows of a library that fit every wish; several words mean any of them.

    Parameters
    ----------
    library
        A table from `load_exercises`; None is the shipped one.
    muscle
        Ids of muscles.csv, as prime mover or helper; rows where one is a prime mover come first,
        and among these, as among the others, the lowest level.
    pattern, emphasis
        Words of patterns.csv; max_strength, explosive, prevention, mobility or corrective.
    equipment
        What is at hand, as in `at_hand`; every item an exercise needs must be there.
    level
        1 entry, 2 intermediate, 3 advanced: the highest wanted.

    Raises
    ------
    PlanError
        A word that does not exist, with the nearest that do.

    Examples
    --------
    >>> select(muscle="soleus", pattern="calf", equipment="none", level=1).name.tolist()
    ['standing calf raise', 'standing bent-knee calf raise', 'isometric calf raise hold']
    """
    rows = whole(library)
    fits = pd.Series(data=True, index=rows.index)
    prime = fits
    if muscle is not None:
        wanted = set(chosen("muscle", muscle, load("muscles").id))
        prime = rows.primary.map(lambda row: not wanted.isdisjoint(row))
        fits &= prime | rows.secondary.map(lambda row: not wanted.isdisjoint(row))
    if pattern is not None:
        fits &= rows.pattern.isin(chosen("pattern", pattern, load("patterns").pattern))
    if emphasis is not None:
        words = set(chosen("emphasis", emphasis, EMPHASES))
        fits &= rows.emphasis.map(lambda row: not words.isdisjoint(row))
    if equipment is not None:
        held = at_hand(equipment)
        fits &= rows.equipment.map(held.issuperset)
    if level is not None:
        if level not in (1, 2, 3):
            raise PlanError(f"Level {level!r}: give 1 (entry), 2 (intermediate) or 3 (advanced).")
        fits &= rows.level <= level
    if muscle is None:
        return rows[fits].reset_index(drop=True)
    parts = (rows[fits & prime], rows[fits & ~prime])
    return pd.concat(
        [part.sort_values("level", kind="stable") for part in parts], ignore_index=True
    )


def whole(library: pd.DataFrame | None) -> pd.DataFrame:
    """Return the library, or the shipped one; refuse what is not a whole library."""
    if library is None:
        return load_exercises()
    if not isinstance(library, pd.DataFrame):
        raise PlanError(
            f"A library is a table: load_exercises(path); you gave a {type(library).__name__}."
        )
    missing = [column for column in load_exercises().columns if column not in library]
    if missing:
        raise PlanError(
            f"The library has no column {', '.join(missing)}. Make it with load_exercises(path); "
            "then choose rows, not columns."
        )
    twice = library.id[library.id.duplicated()]
    if len(twice):
        raise PlanError(f"The library holds {', '.join(twice)} twice. Rename one of them.")
    return library


def id_like(name: str, library: pd.DataFrame) -> str:
    """Return the id of the one exercise whose id, name or other name is written so, or nearly so.

    Raises
    ------
    PlanError
        Nothing is near enough, or several are as near; with the nearest.

    Examples
    --------
    >>> id_like("Hip-thurst", load_exercises())
    'hip_thrust'
    """
    from rapidfuzz.fuzz import ratio, token_sort_ratio

    names: dict[str, list[str]] = {
        id_: [_bare(text) for text in (id_, own, *others)]
        for id_, own, others in zip(library.id, library.name, library.also_called, strict=True)
    }
    wanted = _bare(name)
    same = [id_ for id_, bare in names.items() if wanted in bare]
    if len(same) == 1:
        return same[0]
    if not same:
        scores = {
            id_: max(alike(wanted, text) for text in bare for alike in (ratio, token_sort_ratio))
            for id_, bare in names.items()
        }
        best = max(scores, key=scores.__getitem__, default="")
        rest = max((score for id_, score in scores.items() if id_ != best), default=0)
        if scores.get(best, 0) >= max(_ALIKE, rest + _APART):
            return best
        owner = {text: id_ for id_, bare in names.items() for text in bare}
        close_by = nearest(wanted, owner, most=12)
        same = list(dict.fromkeys(owner[text] for text in close_by))[:3]
    titles = dict(zip(library.id, library.name, strict=True))
    close = " or ".join(f"{titles[id_]} ({id_})" for id_ in same)
    raise PlanError(
        f'No exercise, or more than one, is called "{name}". '
        + (f"Did you mean {close}?" if close else "select() lists what there is.")
    )


def _bare(text: str) -> str:
    """Return a name without capitals, hyphens and underscores."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
