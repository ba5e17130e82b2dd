"""Lesson 02, the stride: its tasks and its quiz."""

from collections.abc import Sequence
from random import Random

from runplan import tables
from runplan.evidence import claim
from runplan.lessons.tasks import Choice, Feedback, Guess, Number, Option, SetTool, Task
from runplan.moments import BASES
from runplan.muscles import Muscle
from runplan.stride import LEVELS, Stride

OBJECTIVES = (
    "say which muscles work hard at a moment of the stride, and read an activation timeline",
    "tell measured from literature and schematic",
    "say what changes uphill, faster and with still arms",
    "check a claim of the article against the numbers",
)

_EASY = Stride()
_ALONE_PCT = 30.0  # late in stance, where one muscle is left at a high level
_AIR_PCT = 40.0  # of the stride, both flights together: the task's wish (U)

# row of findings.csv → what it is about, and what it says in short; the row itself is the reason
_CHANGES = {
    "F05": ("speeding up, {topic}", "longer strides, through the support of the calf"),
    "F06": ("speeding up, {topic}", "quicker strides, the swing driven by hip and hamstrings"),
    "F09": ("running uphill", "more work at the hip, knee and ankle about the same"),
    "F11": ("running downhill", "the knee absorbs more, the impact peak is higher"),
    "F17": ("holding the arms still", "shoulders and pelvis turn more, and running costs more"),
}


def tasks() -> list[Task]:
    """Return the lesson's guess and its four tasks."""
    return [
        Guess(
            id="02.guess",
            objective=4,
            prompt="A guess before you look: when does the gluteus maximus, in the buttock, reach "
            "its peak in most runners?",
            hints=(),
            options=[
                Option("while its own foot is on the ground", True, ""),
                Option("in flight, both feet off the ground", False, ""),
                Option("while its leg swings forward and the other foot is down", False, ""),
                Option("never: it works evenly all the time", False, ""),
            ],
            after="Kept. Look for its bursts on the timeline; further down runners are counted.",
        ),
        Choice(
            id="02.alone",
            objective=1,
            prompt=f"Move to {_ALONE_PCT:g} % of a stride with {_EASY.stance_pct:g} % stance, "
            "late on the ground. Only one muscle still works at a high level. Which?",
            hints=(
                "Look at the bars beside the runner: only one is left that is marked high.",
                "It lies low in the leg. Its neighbour has just gone quiet.",
            ),
            options=[
                _at_the_moment(name)
                for name in (
                    "soleus",
                    "gastrocnemius",
                    "gluteus_maximus",
                    "vastus_lateralis",
                    "abductor_hallucis",
                )
            ],
        ),
        Number(
            id="02.soleus",
            objective=4,
            prompt="The article puts the maximum of the soleus just before push-off. In the "
            "timeline its burst ends earlier. How much earlier than the foot leaves the ground? "
            "Give the difference of the two moments.",
            hints=(
                f"With {_EASY.stance_pct:g} % stance the foot leaves the ground there: where the "
                "first blue field ends.",
                "Move the slider until the soleus goes out. Subtract that moment from the stance.",
            ),
            answer=_EASY.stance_pct - _burst("soleus")[1],
            tolerance=2,
            unit="% of the stride (a difference)",
            low="It is longer. Find the right end of the bar, and the right end of the blue field.",
            high="It is shorter. Take the end of the bar, not its middle; then subtract it from "
            "the moment at which the foot leaves the ground.",
            why=f"The burst ends at {_burst('soleus')[1]:g} %. The verdict on the claim is "
            f"{claim('C13').verdict}: {claim('C13').reason}.",
        ),
        Choice(
            id="02.known",
            objective=2,
            prompt="Which of these rows rest on a measured signal? Choose all.",
            several=True,
            hints=(
                "Look at how a bar is drawn: filled, hatched, or pale with a dashed edge.",
                "The timeline keeps what was measured, what is literature and what is schematic "
                "under three headings.",
            ),
            options=[
                _known(name)
                for name in (
                    "tibialis_anterior",
                    "gluteus_medius",
                    "vastus_intermedius",
                    "psoas_major",
                    "multifidus",
                    "deltoid",
                )
            ],
        ),
        SetTool(
            id="02.air",
            objective=3,
            prompt="Fast runners spend more of the stride in the air. Set the stance so that the "
            f"two flights together fill {_AIR_PCT:g} % of the stride.",
            hints=(
                "A flight lasts from one foot's push-off to the other foot's landing.",
                "The other foot always lands at 50 %. Take half of what is asked from that: "
                "so much is left for the stance.",
            ),
            judge=_in_the_air,
            goal=f"{50 - _AIR_PCT / 2:g} % stance",
        ),
    ]


def quiz(chance: Random) -> list[Choice]:
    """Return six questions made from the tables; the same chance gives the same paper."""
    makers = (_moment, _bar, _row, _change, _contradicted, _share)
    return [make(number, chance) for number, make in enumerate(makers, 1)]


def _measured() -> list[str]:
    bursts = tables.load_activation()
    return list(bursts.muscle[bursts.basis == "measured-envelope"].unique())


def _bursts(muscle: str) -> list[tuple[float, float, float]]:
    """Return onset, offset and level of each burst of a muscle in the easy stride."""
    rows = _EASY.bursts()
    own = rows[rows.muscle == muscle]
    return list(zip(own.onset_pct, own.offset_pct, own.level, strict=True))


def _burst(muscle: str) -> tuple[float, float, float]:
    """Return a muscle's strongest burst."""
    return max(_bursts(muscle), key=lambda burst: burst[2])


def _works(muscle: str) -> str:
    """Say when a muscle works."""
    words = {level: word for word, level in LEVELS.items()}
    said = [f"{_span(on, off)} ({words[level]})" for on, off, level in _bursts(muscle)]
    return f"it works {' and '.join(said)}."


def _span(on: float, off: float) -> str:
    through = " through 0" if on > off else ""
    return f"from {on:g}{through} to {off:g} %"


def _known(muscle: str) -> Option:
    rows = tables.load_activation()
    row = rows[rows.muscle == muscle].iloc[0]
    return Option(
        Muscle.find(muscle).short,
        row.basis == "measured-envelope",
        f"its row is marked as {BASES[row.basis]}: {row.source}.",
    )


def _at_the_moment(muscle: str) -> Option:
    now = {name: level for name, level, _ in _EASY.lit(_ALONE_PCT)}
    right = now.get(muscle) == 1
    if right:
        then = "After it no muscle of this side reaches a high level before late swing."
    else:
        level = {value: word for word, value in LEVELS.items()}
        then = f"At {_ALONE_PCT:g} % it is {level[now[muscle]] if muscle in now else 'quiet'}."
    return Option(Muscle.find(muscle).short, right, f"{_works(muscle)} {then}")


def _in_the_air(stride: Stride) -> Feedback:
    flight = 50 - stride.stance_pct
    now = (
        f"With {stride.stance_pct:g} % stance each flight lasts {flight:g} %, "
        f"the two together {2 * flight:g} %."
    )
    if abs(2 * flight - _AIR_PCT) < 1:
        rows = tables.load("stride_quantities").set_index("condition")
        run, sprint = rows.loc["normal running"], rows.loc["sprint"]
        ours = tables.load("stride_quantities").query("condition == 'running 2.8 m/s'").iloc[0]
        return Feedback(
            True,
            f"{now} Published stances: {run.low:g} to {run.high:g} % in normal running, about "
            f"{sprint['value']:g} % in a sprint. Our pictures begin at {_EASY.stance_pct:g} %: "
            f"the runners whose signals they show had {ours['value']:g} % at 2.8 m/s.",
        )
    way = "shorter" if 2 * flight < _AIR_PCT else "longer"
    return Feedback(False, f"{now} Make the stance {way}, and watch the two fields of flight.")


def _question(
    number: int, objective: int, prompt: str, options: Sequence[Option], hint: str
) -> Choice:
    return Choice(
        id=f"02.quiz{number}", objective=objective, prompt=prompt, hints=(hint,), options=options
    )


def _moment(number: int, chance: Random) -> Choice:
    """Ask who works at a moment: nobody else may, or may be about to or have just stopped."""
    bursts = tables.load_activation()
    pool = list(bursts.muscle[bursts.basis != "schematic"].unique())
    asked = []
    for pct in range(5, 100, 5):
        hard = [m for m in _measured() if _hard(m, pct - 3) and _hard(m, pct + 3)]
        near = {name for step in range(-4, 5) for name, _, _ in _EASY.lit(pct + step)}
        quiet = [m for m in pool if m not in near]
        if hard and len(quiet) >= 3:
            asked.append((pct, hard, quiet))
    pct, hard, quiet = chance.choice(asked)
    right = chance.choice(hard)
    return _question(
        number,
        1,
        f"Which of these works at {pct} % of a stride with {_EASY.stance_pct:g} % stance "
        f"({_EASY.phase(pct)})?",
        [
            Option(Muscle.find(right).short, True, _works(right)),
            *(Option(Muscle.find(m).short, False, _works(m)) for m in chance.sample(quiet, 3)),
        ],
        "Move the slider there and look at what is lit.",
    )


def _hard(muscle: str, pct: float) -> bool:
    return any(name == muscle and level == 1 for name, level, _ in _EASY.lit(pct))


def _bar(number: int, chance: Random) -> Choice:
    """Ask whose bar it is; the other muscles' bars lie well off it."""
    clear = {m: [other for other in _measured() if _clear(m, other)] for m in _measured()}
    right = chance.choice([m for m, others in clear.items() if len(others) >= 3])
    on, off, _ = _burst(right)
    return _question(
        number,
        1,
        f"Whose strongest bar runs {_span(on, off)} on the timeline of a stride with "
        f"{_EASY.stance_pct:g} % stance?",
        [
            Option(Muscle.find(right).short, True, _works(right)),
            *(
                Option(Muscle.find(m).short, False, _works(m))
                for m in chance.sample(clear[right], 3)
            ),
        ],
        "A bar that runs through 0 % stands in two pieces, at the right and at the left end.",
    )


def _clear(muscle: str, other: str) -> bool:
    """Tell whether all bars of the other muscle begin or end well off the strongest of this."""
    on, off, _ = _burst(muscle)
    bars = [(start, end) for start, end, _ in _bursts(other)]
    return all(max(_apart(on, start), _apart(off, end)) >= 10 for start, end in bars)


def _apart(one: float, other: float) -> float:
    """Return how far two moments are apart, either way round the stride."""
    gap = abs(one - other) % 100
    return min(gap, 100 - gap)


def _row(number: int, chance: Random) -> Choice:
    rows = tables.load_activation().drop_duplicates("muscle").set_index("muscle")
    basis = chance.choice(list(BASES))
    right = chance.choice(list(rows.index[rows.basis == basis]))
    wrong = chance.sample(list(rows.index[rows.basis != basis]), 3)
    return _question(
        number,
        2,
        f"Whose row on the timeline is marked as {BASES[basis]}?",
        [
            Option(Muscle.find(right).short, True, f"its row is marked so: {rows.source[right]}."),
            *(
                Option(
                    Muscle.find(m).short,
                    False,
                    f"its row is marked as {BASES[rows.basis[m]]}: {rows.source[m]}.",
                )
                for m in wrong
            ),
        ],
        "The timeline has three headings.",
    )


def _change(number: int, chance: Random) -> Choice:
    found = tables.load("findings").set_index("id")
    told = {
        row: (when.format(topic=found.topic[row]), short) for row, (when, short) in _CHANGES.items()
    }
    right, *wrong = chance.sample(list(told), 4)
    return _question(
        number,
        3,
        f"Which of these findings is about {told[right][0]}?",
        [
            Option(
                told[right][1],
                True,
                f"in full: {found.fact[right]}. Source: {found.source[right]}.",
            ),
            *(Option(told[row][1], False, f"that one is about {told[row][0]}.") for row in wrong),
        ],
        "Set hill and arms in the tool and read the notes beside them, or read "
        "what Explain says about uphill, faster and still arms.",
    )


def _contradicted(number: int, chance: Random) -> Choice:
    claims = tables.load_claims()
    ours = claims[claims.section.isin(["01", "02", "03"])]
    wrong = ours[ours.verdict_class == "not_supported"]
    right = wrong.iloc[chance.randrange(len(wrong))]
    held = ours[ours.verdict_class == "supported"]
    others = held.iloc[chance.sample(range(len(held)), 3)]
    return _question(
        number,
        4,
        "Which of these claims of the article is not supported?",
        [
            Option(right.claim, True, f"{right.reason}."),
            *(
                Option(told, False, f"this one is supported: {reason}.")
                for told, reason in zip(others.claim, others.reason, strict=True)
            ),
        ],
        "Look at the table of claims, and at what fills the flights on the timeline.",
    )


def _share(number: int, chance: Random) -> Choice:
    found = tables.load("envelope_findings")
    rows = found[(found.measure == "share of envelope area") & (found.window == "stance")]
    share = {str(m): float(value) for m, value in zip(rows.muscle, rows["value"], strict=True)}
    most = [m for m in share if share[m] > 70]
    right = chance.choice(most)
    wrong = chance.sample([m for m in share if m not in most], 3)
    return _question(
        number,
        4,
        "Which of these has the largest share of its signal while its own foot is on the ground?",
        [
            Option(Muscle.find(right).short, True, f"{share[right]:g} % of its signal."),
            *(Option(Muscle.find(m).short, False, f"{share[m]:g} % of its signal.") for m in wrong),
        ],
        "Compare the shares in the table of signals.",
    )
