"""Lesson 01, the muscles that run: its tasks and its quiz."""

import re
from collections.abc import Sequence
from random import Random

from runplan import tables
from runplan.exercises import Exercise
from runplan.figures.bodymap import shapes
from runplan.lessons.tasks import Choice, Feedback, Guess, Option, SetTool, Task
from runplan.muscles import Muscle, all_muscles

OBJECTIVES = (
    "name the muscles of the article's four groups on a map of the body",
    "give the right anatomical term for a loose or mistranslated word",
    "say what a muscle does in running",
    "find out which exercises train a muscle",
)


def tasks() -> list[Task]:
    """Return the lesson's guess and its four tasks."""
    medius = Muscle.find("gluteus_medius")
    return [
        Guess(
            id="01.guess",
            objective=3,
            prompt="A guess before you look: which muscle contributes most to holding a runner up "
            "at endurance speed?",
            hints=(),
            options=[
                Option(Muscle.find(name).name_en, name == "soleus", "")
                for name in ("soleus", "gluteus_maximus", "rectus_femoris", "erector_spinae")
            ],
            after="Kept. Look for the answer on the map; further down you are told.",
        ),
        Choice(
            id="01.core",
            objective=1,
            prompt="Which of these hold the trunk while you run? Choose all.",
            several=True,
            hints=(
                "Shade the map by role and look at the belly and the lower back.",
                "One that begins at the spine moves the leg, not the trunk: read its panel.",
            ),
            options=[
                _holds(name)
                for name in (
                    "transversus_abdominis",
                    "external_oblique",
                    "multifidus",
                    "erector_spinae",
                    "psoas_major",
                    "gluteus_medius",
                )
            ],
        ),
        Choice(
            id="01.widest",
            objective=2,
            prompt='The article writes "dorsal widest". Which muscle is meant?',
            hints=(
                "The words are a literal translation from Latin.",
                'In Latin, "latissimus" is "widest", and "dorsi" is "of the back".',
            ),
            options=[
                Option("latissimus dorsi", True, "its Latin name was translated word for word."),
                Option("trapezius", False, "it is wide and at the back, but it has another name."),
                Option(
                    "deltoid", False, 'that is the cap of the shoulder; "widest" is about the back.'
                ),
                Option(
                    "erector spinae", False, 'these are the "extensors" of the article, long ones.'
                ),
            ],
        ),
        SetTool(
            id="01.level",
            objective=3,
            prompt="Your left foot carries you, and the right side of the pelvis wants to drop. On "
            "the map above, pick the muscle that does most to hold it up.",
            hints=(
                "Stand on one leg with a hand on each hip: it lies under the hand of that side.",
                "Its group is the article's additional muscles; look at the back view, above the "
                "largest muscle of the buttock.",
            ),
            judge=_keeps_the_pelvis_level,
            goal=f"{medius.name_en}: {medius.role_in_running}",
        ),
        Choice(
            id="01.trains",
            objective=4,
            prompt="Which exercises have the tibialis anterior as their prime mover? Choose all.",
            several=True,
            hints=(
                "Pick the tibialis anterior on a map and read the panel.",
                'The line is called "Prime mover in".',
            ),
            options=[
                _prime(name, "tibialis_anterior")
                for name in (
                    "tibialis_raise",
                    "banded_dorsiflexion",
                    "calf_raise",
                    "short_foot",
                    "banded_inversion",
                )
            ],
        ),
    ]


def quiz(chance: Random) -> list[Choice]:
    """Return six questions made from the tables; the same chance gives the same paper."""
    makers = (_where, _action, _job, _role, _deep, _trains)
    return [make(number, chance) for number, make in enumerate(makers, 1)]


def _holds(name: str) -> Option:
    muscle = Muscle.find(name)
    return Option(
        muscle.name_en,
        muscle.role == "hold the trunk",
        f"in running: {muscle.role_told} (we mark it: {muscle.role}).",
    )


def _prime(name: str, muscle: str) -> Option:
    exercise = Exercise.find(name)
    why = f"its prime movers: {_names(exercise.primary)}."
    return Option(exercise.name, muscle in exercise.primary, why)


def _keeps_the_pelvis_level(muscle: Muscle | None) -> Feedback:
    if muscle is None:
        return Feedback(None, "No muscle is picked on the map yet.")
    if muscle.id == "gluteus_medius":
        return Feedback(True, f"The {muscle.name_en} {muscle.role_in_running}.")
    if muscle.id == "gluteus_minimus":
        return Feedback(False, "Close: it helps from underneath. Pick the larger one above it.")
    return Feedback(
        False,
        f"You picked the {muscle.name_en}, {muscle.region}. In running: {muscle.role_told}. "
        "That is another job.",
    )


def _question(
    number: int, objective: int, prompt: str, options: Sequence[Option], hint: str
) -> Choice:
    return Choice(
        id=f"01.quiz{number}", objective=objective, prompt=prompt, hints=(hint,), options=options
    )


def _others(chance: Random, right: Muscle, pool: Sequence[Muscle], count: int = 3) -> list[Muscle]:
    return chance.sample([muscle for muscle in pool if muscle != right], count)


def _where(number: int, chance: Random) -> Choice:
    """Ask where a muscle lies; the other places are in other parts of the body."""
    right = chance.choice(all_muscles())
    elsewhere = [m for m in all_muscles() if not _place(m) & _place(right)]
    return _question(
        number,
        1,
        f"Where does the {right.name_en} lie?",
        [
            Option(right.region, True, f"and in running: {right.role_told}."),
            *(
                Option(m.region, False, f"there lies the {m.name_en}.")
                for m in _others(chance, right, elsewhere)
            ),
        ],
        "Choose it in the list above the map, and see where it lights up.",
    )


def _action(number: int, chance: Random) -> Choice:
    alone = [
        m
        for m in all_muscles()
        if [other.joint_actions for other in all_muscles()].count(m.joint_actions) == 1
    ]
    right = chance.choice(alone)
    return _question(
        number,
        1,
        f"Which muscle does this: {'; '.join(right.joint_actions)}?",
        [
            Option(right.name_en, True, f"that is what it does. It lies here: {right.region}."),
            *(
                Option(m.name_en, False, f"it does this: {'; '.join(m.joint_actions)}.")
                for m in _others(chance, right, [m for m in alone if m.group != right.group])
            ),
        ],
        "The panel of the map says what a muscle does at the joints.",
    )


def _place(muscle: Muscle) -> set[str]:
    return set(re.findall("[a-z]+", muscle.region)) - {"deep", "lateral", "of", "the", "to"}


def _job(number: int, chance: Random) -> Choice:
    """Ask who shares a muscle's main job in running."""
    pool = [m for m in all_muscles() if m.role_told == m.role_in_running]
    asked, right = chance.choice(
        [(one, two) for one in pool for two in pool if one != two and one.role == two.role]
    )
    other = [m for m in pool if m.role != right.role]
    return _question(
        number,
        3,
        f"The {asked.name_en} belongs to the muscles that we mark so: {asked.role}. Which of "
        "these does too?",
        [
            Option(m.name_en, m == right, f"its job: {m.role_in_running} (we mark it: {m.role}).")
            for m in (right, *_others(chance, right, other))
        ],
        "Shade the map by role.",
    )


def _role(number: int, chance: Random) -> Choice:
    pool = [m for m in all_muscles() if not m.role_in_running.startswith("as ")]
    right = chance.choice(pool)
    other = [m for m in pool if m.role != right.role]
    return _question(
        number,
        3,
        f"Which muscle does this in running: {right.role_in_running}?",
        [
            Option(right.name_en, True, f"that is its job. It lies here: {right.region}."),
            *(
                Option(m.name_en, False, f"its job in running is another: {m.role_in_running}.")
                for m in _others(chance, right, other)
            ),
        ],
        "Shade the map by role, and point at the candidates.",
    )


def _deep(number: int, chance: Random) -> Choice:
    deep = [m for m in all_muscles() if "deep" in m.region]
    drawn = {shape.id for shape in shapes()[1] if shape.layer == "surface"}
    hidden = [m for m in deep if m.id not in drawn]
    right = chance.choice(hidden)
    surface = [m for m in all_muscles() if m.id in drawn and m not in deep]
    return _question(
        number,
        1,
        "Which of these lies deep, under other muscles?",
        [
            Option(right.name_en, True, f"it lies here: {right.region}."),
            *(
                Option(m.name_en, False, f"it lies under the skin: {m.region}.")
                for m in _others(chance, right, surface)
            ),
        ],
        "Deep muscles are the dashed ones on the map.",
    )


def _trains(number: int, chance: Random) -> Choice:
    library = tables.load_exercises()
    strength = library[~library.pattern.isin(["mobility", "self_massage", "breathing"])]
    row = strength.iloc[chance.randrange(len(strength))]
    right = Muscle.find(chance.choice(row.primary))
    off = strength[
        [
            right.id not in {*p, *s}
            for p, s in zip(strength.primary, strength.secondary, strict=True)
        ]
    ]
    near = off[off.region == row.region]  # so that the name alone does not give it away
    off = near if len(near) >= 3 else off
    wrong = off.iloc[chance.sample(range(len(off)), 3)]
    return _question(
        number,
        4,
        f"Which exercise has the {right.name_en} as a prime mover?",
        [
            Option(row["name"], True, f"its prime movers: {_names(row.primary)}."),
            *(
                Option(name, False, f"its prime movers: {_names(primary)}.")
                for name, primary in zip(wrong["name"], wrong.primary, strict=True)
            ),
        ],
        f"Pick the {right.name_en} on the map and read what trains it.",
    )


def _names(muscles: Sequence[str]) -> str:
    return ", ".join(Muscle.find(muscle).name_en for muscle in muscles)
