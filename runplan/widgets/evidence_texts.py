"""What EvidenceExplorer says beside its pictures."""

from collections.abc import Mapping

from runplan.evidence import Forest, Puzzle, claim, effect, reference
from runplan.evidence.claims import GRADES, SECTIONS, VERDICTS
from runplan.evidence.forest import METRICS
from runplan.evidence.puzzle import CASES
from runplan.widgets.panel import Block
from runplan.words import plain


def metric_words(word: str) -> str:
    return f"{METRICS[word]} ({word})"


def line(name: str) -> str:
    """Return how an effect is called in a list of options."""
    one = effect(name)
    return f"{one.study}: {one.outcome}"


def read_aloud(forest: Forest) -> list[Block]:
    if not forest.marked:
        good = f"{'above' if forest.good_above else 'below'} {forest.none}"
        return [
            Block("Choose one above. Each line of the plot is one effect."),
            Block(
                "The square is the estimate, the bar its 95 % interval. A filled square: the "
                f"interval leaves out {forest.none}, so no effect is ruled out. A hollow one: no "
                "effect is still possible. A diamond lies on the wrong side. A dotted bar "
                f"contradicts its own estimate. Good is {good}."
            ),
        ]
    one = effect(forest.marked)
    return [
        Block(one.told()),
        Block(heading="Who and what", text=f"{one.intervention}; {one.population}."),
        Block(heading="Source", text=reference(one.ref)),
        Block(heading=f"Grade {one.confidence}", text=f"{GRADES[one.confidence]}."),
    ]


def claim_told(name: str) -> list[Block]:
    if not name:
        return [
            Block(
                "Pick a claim: click its tile, or go there with Tab and the arrow keys and press "
                "Enter, or choose it in the list. What the verdicts mean:"
            ),
            Block(items=[f"{plain(word)}: {meaning}" for word, meaning in VERDICTS.items()]),
        ]
    one = claim(name)
    return [
        Block(heading=f"{one.id}, section {SECTIONS[one.section]}", text=f"{one.claim}."),
        Block(
            heading="Verdict",
            text=f"{plain(one.verdict_class)} ({one.verdict})."
            if one.verdict != plain(one.verdict_class)
            else f"{one.verdict}.",
        ),
        Block(heading="Reason", text=f"{one.reason[0].upper()}{one.reason[1:]}."),
        Block(heading="Source", items=one.sources()),
        Block(heading=f"Grade {one.confidence}", text=f"{GRADES[one.confidence]}."),
    ]


def solved(puzzle: Puzzle) -> list[Block]:
    if puzzle.right is None:
        return [
            Block(
                "An estimate stands in the middle of its interval. Here some do not: a misprint "
                "somewhere. Look, then say what you think."
            )
        ]
    one = puzzle.effect
    said = "You saw it." if puzzle.right else "Look again."
    return [
        Block(f"{said} {puzzle.reason()}", level="pass" if puzzle.right else "fail"),
        Block(heading=f"It is {one.study}, {one.outcome}", text=reference(one.ref)),
    ]


def score(guesses: Mapping[str, str]) -> Block:
    """Say how many misprints were found at first sight, and that this is not kept."""
    found = sum(Puzzle(*one).right is True and one[1] == "misfit" for one in guesses.items())
    missed = sum(Puzzle(*one).right is False for one in guesses.items())
    misprints = sum(Puzzle(case, "misfit").right is True for case in CASES)
    return Block(
        heading="Your first guesses",
        text=f"Misprints found: {found} of {misprints}. Wrong guesses: {missed}. Cases judged: "
        f"{len(guesses)} of {len(CASES)}. This count is not kept when the tool is run again.",
    )
