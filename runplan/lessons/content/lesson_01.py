"""Lesson 01, the muscles that run: its tasks and its quiz."""

from collections.abc import Sequence
from random import Random

from runplan import tables
from runplan.figures.bodymap import shapes
from runplan.lessons.tasks import Choice, Feedback, Guess, Number, Option, SetTool, Task
from runplan.muscles import Muscle, all_muscles, kinds

OBJECTIVES = (
    "name the muscles of the article's four groups on a map of the body",
    "give the right anatomical term for a loose or mistranslated word",
    "say what a muscle does in running",
    "find out which exercises train a muscle",
)


def tasks() -> list[Task]:
    """Return the lesson's guess and its four tasks."""
    soleus, medius = Muscle.find("soleus"), Muscle.find("gluteus_medius")
    return [
        Guess(
            id="01.guess",
            objective=3,
            prompt="A guess before you look: which muscle carries most of a runner's weight at "
            "endurance speed?",
            hints=(),
            options=[
                Option(Muscle.find(name).name_en, name == "soleus", "")
                for name in ("soleus", "gluteus_maximus", "rectus_femoris", "erector_spinae")
            ],
            after="Keep your guess in mind: the map below tells, muscle by muscle.",
        ),
        Choice(
            id="01.core",
            objective=1,
            prompt="Which of these does the article file under core? Choose all.",
            several=True,
            hints=(
                "Shade the map by group and look at the belly and the lower back.",
                "One of the two back muscles belongs to another group: point at both.",
            ),
            options=[
                _filed(name)
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
                Option("latissimus dorsi", True, "The Latin name was translated word for word."),
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
            prompt="Set the map to the muscle that keeps the pelvis level while you stand on one "
            "leg, and works hardest just after landing.",
            hints=(
                "It lies at the side of the hip.",
                "Its group is the article's additional muscles; look at the back view, above the "
                "largest muscle of the buttock.",
            ),
            judge=_keeps_the_pelvis_level,
            goal=f"{medius.name_en}: {medius.role_in_running}",
        ),
        Number(
            id="01.trains",
            objective=4,
            prompt="How many exercises of the library have the soleus as a prime mover?",
            hints=(
                "Pick the soleus on the map and read the last line of the panel.",
                "The panel lists six by name and counts the others: add the two.",
            ),
            answer=float(len(soleus.exercises())),
            unit="exercises",
            low='There are more. Count those named and those behind "others".',
            high="There are fewer. Those it only helps in do not count here.",
            why="A runner can choose: it is the "
            f"{soleus.role_in_running.partition(';')[0]}, and there is work for every level.",
        ),
    ]


def quiz(chance: Random) -> list[Choice]:
    """Return six questions made from the tables; the same chance gives the same paper."""
    makers = (_wording, _latin, _group, _role, _deep, _trains)
    return [make(number, chance) for number, make in enumerate(makers, 1)]


def _filed(name: str) -> Option:
    muscle = Muscle.find(name)
    return Option(
        muscle.name_en,
        muscle.group == "core",
        f"the article files it under {muscle.group_name}, as {muscle.item}.",
    )


def _keeps_the_pelvis_level(muscle: Muscle | None) -> Feedback:
    if muscle is None:
        return Feedback(False, "No muscle is picked on the map yet.")
    if muscle.id == "gluteus_medius":
        return Feedback(True, f"The {muscle.name_en} {muscle.role_in_running}.")
    if muscle.id == "gluteus_minimus":
        return Feedback(False, "Close: it helps from underneath. Pick the larger one above it.")
    return Feedback(
        False,
        f"The {muscle.name_en} ({muscle.region}): {muscle.role_in_running}. "
        "Look for a muscle at the side of the hip.",
    )


def _question(
    number: int, objective: int, prompt: str, options: Sequence[Option], hint: str
) -> Choice:
    return Choice(
        id=f"01.quiz{number}", objective=objective, prompt=prompt, hints=(hint,), options=options
    )


def _others(chance: Random, right: Muscle, pool: Sequence[Muscle], count: int = 3) -> list[Muscle]:
    return chance.sample([muscle for muscle in pool if muscle != right], count)


def _wording(number: int, chance: Random) -> Choice:
    words = tables.load("article_wording")
    known = words[(words.muscles.str.len() == 1) & (words.confidence == "K")]
    row = known.iloc[chance.randrange(len(known))]
    right = Muscle.find(row.muscles[0])
    note = f"{row.meant}: {row.note}."
    return _question(
        number,
        2,
        f'The article writes "{row.wording}". Which muscle is meant?',
        [
            Option(right.name_en, True, note),
            *(
                Option(m.name_en, False, f"that is the {m.region}; the words mean {row.meant}.")
                for m in _others(chance, right, all_muscles())
            ),
        ],
        "Look for the muscle whose panel gives the article's wording.",
    )


def _latin(number: int, chance: Random) -> Choice:
    pool = [m for m in all_muscles() if m.name_en not in m.name_la]
    right = chance.choice(pool)
    return _question(
        number,
        2,
        f"What is the Latin name of the {right.name_en}?",
        [
            Option(right.name_la, True, f"It lies here: {right.region}."),
            *(
                Option(m.name_la, False, f"that is the {m.name_en}.")
                for m in _others(chance, right, pool)
            ),
        ],
        "The panel of the map gives the Latin name first.",
    )


def _group(number: int, chance: Random) -> Choice:
    right = chance.choice(all_muscles())
    held = {
        word: sorted({m.item for m in all_muscles() if m.group_name == word})
        for word in kinds("group")
    }
    return _question(
        number,
        1,
        f"In which group does the article file the {right.name_en}?",
        [
            Option(
                word,
                word == right.group_name,
                f"The article files it there, as {right.item}."
                if word == right.group_name
                else f"it holds {', '.join(items)}.",
            )
            for word, items in held.items()
        ],
        "Shade the map by group.",
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
            Option(right.name_en, True, f"{right.region}: {'; '.join(right.joint_actions)}."),
            *(
                Option(m.name_en, False, f"in running: {m.role_in_running}.")
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
            Option(right.name_en, True, f"It lies here: {right.region}."),
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
    wrong = off.iloc[chance.sample(range(len(off)), 3)]
    return _question(
        number,
        4,
        f"Which exercise has the {right.name_en} as a prime mover?",
        [
            Option(row["name"], True, row.purpose),
            *(
                Option(name, False, f"its prime movers: {_names(primary)}.")
                for name, primary in zip(wrong["name"], wrong.primary, strict=True)
            ),
        ],
        f"Pick the {right.name_en} on the map and read what trains it.",
    )


def _names(muscles: Sequence[str]) -> str:
    return ", ".join(Muscle.find(muscle).name_en for muscle in muscles)
