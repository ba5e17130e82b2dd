"""A plan as a JSON file, written whole and read with suspicion.

The file says its `schema_version`. It embeds the exercises: a trainer's own library whole, of
the shipped one those the plan uses, so that a plan still opens as it was where the shipped
library has changed since.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

import pandas as pd
from attrs import asdict, fields, frozen, has

from runplan.errors import PlanError
from runplan.exercises import Exercise
from runplan.files import write_whole
from runplan.plan.changes import Change, Drop, Move, Note, Swap
from runplan.plan.library import as_table
from runplan.plan.plan import Plan
from runplan.plan.runner import Runner
from runplan.season import Season
from runplan.tables import load as load_table

SCHEMA_VERSION = 1
T = TypeVar("T")


@frozen
class _File:
    """What stands in a file, in this order."""

    schema_version: int
    uid: str
    revision: int
    runner: Runner
    season: Season
    library: Literal["shipped", "own"]
    changes: tuple[Change, ...]
    exercises: tuple[Exercise, ...]


def save(plan: Plan, path: str | Path) -> Path:
    """Write a plan; see `Plan.save`."""
    path = Path(path).expanduser()
    text = json.dumps(to_tree(plan), indent=1, ensure_ascii=False, allow_nan=False)
    try:
        write_whole(path, text + "\n")
    except (OSError, ValueError) as failed:
        reason = getattr(failed, "strerror", None) or failed
        raise PlanError(
            f"The plan cannot be written to {path}: {reason}. "
            "Choose another place, or make room there."
        ) from failed
    return path


def load(path: str | Path) -> Plan:
    """Read a plan; see `Plan.load`."""
    path = Path(path).expanduser()
    return from_tree(_tree(path), path)


def to_tree(plan: Plan) -> dict[str, Any]:
    """Return what stands in a plan's file, as JSON has it."""
    own = plan.exercises is not None
    held = _File(
        schema_version=SCHEMA_VERSION,
        uid=plan.uid,
        revision=plan.revision,
        runner=plan.runner,
        season=plan.season,
        library="own" if own else "shipped",
        changes=plan.changes,
        exercises=plan.exercises or plan.used(),
    )
    tree: dict[str, Any] = converter().unstructure(held)
    return tree


def from_tree(tree: Mapping[str, Any], source: str | Path) -> Plan:
    """Make a plan of what stood in `source`, or say where it is wrong."""
    version = tree.get("schema_version")
    if type(version) is not int or version != SCHEMA_VERSION:
        raise PlanError(
            f"{source}: schema_version is {version!r}; this runplan reads {SCHEMA_VERSION}. "
            "Open the file with the runplan that wrote it, or a newer one."
        )
    held = structure(tree, _File, source)
    _check_exercises(source, held.exercises)
    try:
        return Plan(
            runner=held.runner,
            season=held.season,
            exercises=_library(held),
            changes=held.changes,
            uid=held.uid,
            revision=held.revision,
        )
    except PlanError as bad:
        raise PlanError(*(f"{source}: {fault}" for fault in bad.faults)) from bad


def structure(tree: Any, kind: type[T], source: str | Path) -> T:
    """Make a model of what stood in `source`; PlanError names each field that is wrong."""
    from cattrs import transform_error
    from cattrs.errors import BaseValidationError

    try:
        made: T = converter().structure(tree, kind)
    except BaseValidationError as bad:
        found = [fault.rpartition(" @ ") for fault in transform_error(bad, "", _said)]
        raise PlanError(
            *(f"{source}: {where.lstrip('.') or 'plan'}: {what}." for what, _, where in found)
        ) from bad
    except PlanError as bad:
        raise PlanError(*(f"{source}: {fault}" for fault in bad.faults)) from bad
    return made


def _tree(path: Path) -> Mapping[str, Any]:
    """Return the JSON object in a file, or say what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as missing:
        raise PlanError(f"{path}: there is no such file. Check the name and folder.") from missing
    except OSError as closed:
        raise PlanError(f"{path}: this cannot be read ({closed.strerror}).") from closed
    except UnicodeDecodeError as bad:
        raise PlanError(f"{path}: damaged, or no plan (not UTF-8 text). {_AGAIN}") from bad
    try:
        tree = json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as bad:
        raise PlanError(
            f"{path}: damaged or cut short in line {bad.lineno} ({bad.msg}). {_AGAIN}"
        ) from bad
    except (ValueError, RecursionError) as bad:
        raise PlanError(f"{path}: damaged, or no plan ({bad}). {_AGAIN}") from bad
    if not isinstance(tree, dict):
        raise PlanError(f"{path}: this is no plan, but a {type(tree).__name__}. {_AGAIN}")
    return tree


_AGAIN = "Take a copy from before, or save the plan again."


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number")


def _said(fault: BaseException, _: Any = None) -> str:
    """Say one fault without the words of a programmer."""
    extra = getattr(fault, "extra_fields", None)
    if extra:
        return f"unknown field {', '.join(sorted(extra))}"
    return str(fault).rstrip(".") if isinstance(fault, PlanError) else "this does not belong here"


def _library(held: _File) -> pd.DataFrame | None:
    """Return the library: None where it is the shipped one, as it ships today."""
    if held.library == "own":
        return as_table(held.exercises)
    shipped = {exercise.id: exercise for exercise in Exercise.every()}
    if all(shipped.get(exercise.id) == exercise for exercise in held.exercises):
        return None
    return as_table((shipped | {exercise.id: exercise for exercise in held.exercises}).values())


def _check_exercises(path: str | Path, exercises: Sequence[Exercise]) -> None:
    """Refuse words that no table knows: what follows would stumble over them."""
    muscles, patterns = set(load_table("muscles").id), set(load_table("patterns").pattern)
    items = set(load_table("equipment").equipment)
    ids = [exercise.id for exercise in exercises]
    faults = [f'exercises: "{id_}" stands there twice' for id_ in set(ids) if ids.count(id_) > 1]
    for number, exercise in enumerate(exercises):
        checks: list[tuple[str, Sequence[str], set[str]]] = [
            ("primary", exercise.primary, muscles),
            ("secondary", exercise.secondary, muscles),
            ("pattern", (exercise.pattern,), patterns),
            ("equipment", exercise.equipment, items),
        ]
        faults += [
            f'exercises[{number}].{name}: "{word}" is not known'
            for name, words, known in checks
            for word in words
            if word not in known
        ]
        numbers = (exercise.sets_min, exercise.reps_min, exercise.seconds_per_rep)
        if exercise.level not in (1, 2, 3) or min(numbers) <= 0:
            faults.append(f"exercises[{number}]: level, sets, reps or seconds out of bounds")
    if faults:
        raise PlanError(*(f"{path}: {fault}." for fault in faults))


@cache
def converter() -> Any:
    """Return the converter; it takes no value for another of a similar type."""
    from cattrs import Converter
    from cattrs.cols import homogenous_tuple_structure_factory
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

    converter = Converter()

    def own(kind: type) -> dict[str, Any]:
        """Return what the fields of a class need besides their types."""
        if kind is Exercise:
            return {"library": override(omit=True)}
        return {"start_date": override(struct_hook=_start)} if kind is Season else {}

    def to_model(kind: type, _: Any) -> Any:
        plain: Any = make_dict_structure_fn(
            kind, converter, _cattrs_use_alias=True, _cattrs_forbid_extra_keys=True, **own(kind)
        )
        wanted = [f.alias for f in fields(kind) if f.init and f.name not in _LEFT_OUT]

        def structure(value: Any, _: Any) -> Any:
            if not isinstance(value, dict):
                raise PlanError(f"{value!r} where fields should stand")
            missing = [name for name in wanted if name not in value]
            if missing:
                raise PlanError(f"{', '.join(missing)} missing")
            return plain(value, kind)

        return structure

    def to_tuple(kind: Any, _: Any) -> Any:
        plain = homogenous_tuple_structure_factory(kind, converter)

        def structure(value: Any, _: Any) -> Any:
            if not isinstance(value, list):
                raise PlanError(f"{value!r} where a list should stand")
            return plain(value, kind)

        return structure

    def to_change(value: Any, _: Any) -> Any:
        word = value.get("change") if isinstance(value, dict) else None
        if not isinstance(word, str) or word not in _CHANGES:
            raise PlanError(f"change is {word!r}; known: {', '.join(_CHANGES)}")
        rest = {name: part for name, part in value.items() if name != "change"}
        return converter.structure(rest, _CHANGES[word])

    def from_change(change: Change) -> dict[str, Any]:
        return {"change": type(change).__name__.lower(), **asdict(change)}

    def from_season(season: Season) -> dict[str, Any]:
        held = dict(plain_season(season))
        if season.races and season._start_is_ours:
            held["start_date"] = None  # it goes on moving with the last race
        return held

    converter.register_structure_hook_factory(has, to_model)
    converter.register_structure_hook_factory(_is_tuple, to_tuple)
    converter.register_structure_hook(Change, to_change)
    for kind, name in _KINDS.items():
        converter.register_structure_hook(kind, _strictly(kind, name))
    converter.register_structure_hook(date, _date)
    converter.register_structure_hook_func(_is_mapping, _shares)
    converter.register_unstructure_hook(date, date.isoformat)
    for kind in _CHANGES.values():
        converter.register_unstructure_hook(kind, from_change)
    plain_season = make_dict_unstructure_fn(Season, converter)
    converter.register_unstructure_hook(Season, from_season)
    converter.register_unstructure_hook(
        Exercise,
        make_dict_unstructure_fn(Exercise, converter, _cattrs_use_alias=True, **own(Exercise)),
    )
    return converter


_CHANGES: dict[str, type] = {"swap": Swap, "move": Move, "drop": Drop, "note": Note}
_LEFT_OUT = ("library", "keep_days")  # the second is missing in older files
_KINDS: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
}


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)


def _is_mapping(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is Mapping


def _strictly(kind: type, name: str) -> Any:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is kind or (kind is float and type(value) is int):
            return value
        raise PlanError(f"{value!r} is not {name}")

    return structure


def _date(value: Any, _: Any = None) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise PlanError(f'{value!r} is no date such as "2027-05-09"') from None


def _start(value: Any, _: Any) -> date | None:
    return None if value is None else _date(value)


def _shares(value: Any, _: Any) -> dict[str, float]:
    if not isinstance(value, dict):
        raise PlanError(f"{value!r} where fields should stand")
    number = _strictly(float, "a number")
    return {name: number(share, None) for name, share in value.items()}
