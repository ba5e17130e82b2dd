"""EvidenceExplorer: forest plots, the article's claims with their verdicts, and a puzzle."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets
from attrs import asdict

from runplan.errors import PlanError
from runplan.evidence import Forest, Puzzle, Verdicts
from runplan.evidence.claims import SECTIONS
from runplan.evidence.forest import PEOPLE, QUESTIONS
from runplan.evidence.puzzle import CASES, GUESSES
from runplan.evidence.rows import one_of
from runplan.reasons import Reason
from runplan.tables import load_claims
from runplan.widgets.evidence_texts import (
    claim_told,
    line,
    metric_words,
    read_aloud,
    score,
    solved,
)
from runplan.widgets.live import LiveFigure
from runplan.widgets.model_tool import ModelTool, Parameter, beside
from runplan.widgets.panel import Choice, Contents, Control, Panel, Words
from runplan.words import plain

PARTS = ("all", "effects", "claims", "puzzle")
_EVERY = "all"  # what "" is called in a list of options

EFFECTS: tuple[Control, ...] = (
    Choice(
        name="outcome",
        label="Outcome: what was asked",
        options=[(word, word) for word in QUESTIONS],
        noted=0,
    ),
    Choice(name="metric", label="Metric: how it was measured", noted=0),
    Choice(
        name="population",
        label="Population: who was studied",
        options=list(PEOPLE.items()),
        noted=0,
    ),
    Choice(name="marked", label="Read one effect aloud", noted=0),
    Words(name="reading", label="The effect, read aloud", noted=12),
)
CLAIMS: tuple[Control, ...] = (
    Choice(
        name="section",
        label="Section of the article",
        options=[("", _EVERY), *SECTIONS.items()],
        noted=0,
    ),
    Choice(name="verdict", label="Verdict", noted=0),
    Choice(name="claim", label="Claim", noted=0),
    Words(name="why", label="What the evidence says", noted=14),
)
PUZZLE: tuple[Control, ...] = (
    Choice(name="case", label="Case", options=[(word, f"Case {word}") for word in CASES], noted=0),
    Choice(name="guess", label="Estimate and interval", options=list(GUESSES.items()), noted=0),
    Words(name="solved", label="What follows", noted=7),
)


class EvidenceExplorer(ModelTool):
    """Read the evidence: effects in forest plots, the article's claims, and a puzzle.

    Parameters
    ----------
    outcome, metric, population, marked
        What the forest plot shows, as in `Forest`; `marked` is the effect that is read aloud.
    section, verdict, claim
        Which of the article's claims are picked out, and which one is told, as in `Verdicts`.
    case, guess
        A case of the puzzle, and whether its numbers can be right, as in `Puzzle`.
    part
        "all", or only the "effects", the "claims" or the "puzzle".

    Attributes
    ----------
    value
        The `Forest`. Setting it moves its controls.
    claims, puzzle
        The `Verdicts` and the `Puzzle` that are shown.

    Raises
    ------
    PlanError
        A value that is not legal; the tool stays as it was.

    Examples
    --------
    >>> explorer = EvidenceExplorer(outcome="injury")
    >>> explorer.population = "runners"
    >>> [effect.id for effect in explorer.value.effects()]
    ['E29']
    >>> explorer.outcome = "time trial"
    >>> explorer.metric
    'g'
    """

    PARAMETERS = ("outcome", "metric", "population", "marked")
    ANSWER = PARAMETERS
    outcome = Parameter(None)
    metric = Parameter(None)
    population = Parameter(None)
    marked = Parameter(None)
    section = Parameter("")
    verdict = Parameter("")
    claim = Parameter("")
    case = Parameter("A")
    guess = Parameter("")
    part = Parameter("all")

    def __init__(self, outcome: str = "running economy", part: str = "all", **traits: Any) -> None:
        own = {name: traits.pop(name) for name in self.PARAMETERS if name in traits}
        for name in traits:
            one_of("option of EvidenceExplorer", name, [*self.PARAMETERS, *_OTHERS])
        self._claims = Panel(CLAIMS, self._by_hand, self._press)
        self._puzzle = Panel(PUZZLE, self._by_hand, self._press)
        self._guesses: dict[str, str] = {}  # the first of each case: a second one is no guess
        self.part = part
        super().__init__(Forest(outcome=outcome, **own), EFFECTS)
        for name in _OTHERS:
            if name in traits:
                self.set_trait(name, traits[name])

    @property
    def view(self) -> Forest | Verdicts | Puzzle:
        """What is seen first."""
        views = dict(zip(PARTS[1:], self._views(), strict=True))
        shown: Forest | Verdicts | Puzzle = views.get(self.part, self.value)
        return shown

    @property
    def claims(self) -> Verdicts:
        """The article's claims as they are shown."""
        return Verdicts(self.section, self.verdict, self.claim)

    @property
    def puzzle(self) -> Puzzle:
        """The case of the puzzle as it is shown."""
        return Puzzle(self.case, self.guess)

    @property
    def panels(self) -> list[Panel]:
        """The controls of effects, claims and puzzle."""
        return [self.panel, self._claims, self._puzzle]

    _check_parameter = traitlets.validate(*PARAMETERS)(ModelTool._check)
    _follow_parameter = traitlets.observe(*PARAMETERS)(ModelTool._follow)

    @traitlets.validate("value")
    def _a_forest(self, proposal: Any) -> Forest:
        forest = proposal["value"]
        if not isinstance(forest, Forest):
            raise PlanError(f'value is {forest!r}; give a Forest, such as Forest("injury", "RR").')
        return forest

    @traitlets.validate("section", "verdict", "claim")
    def _a_claim(self, proposal: Any) -> str:
        name = proposal["trait"].name
        return str(getattr(Verdicts(**{name: proposal["value"]}), name))

    @traitlets.validate("case", "guess")
    def _a_case(self, proposal: Any) -> str:
        name = proposal["trait"].name
        return str(getattr(Puzzle(**{name: proposal["value"]}), name))

    @traitlets.validate("part")
    def _a_part(self, proposal: Any) -> str:
        return one_of("part", proposal["value"], PARTS)

    @traitlets.observe("section", "verdict")
    def _keep_to_what_is_picked(self, change: Any) -> None:
        """Let go of a verdict that the section does not have, and of a claim not picked."""
        if change["name"] == "section" and self.verdict not in ("", *self._verdicts()):
            self.verdict = ""
        if self.claim and self.claim not in self.claims.picked():
            self.claim = ""

    @traitlets.observe("guess")
    def _count_the_guess(self, _change: object) -> None:
        if self.guess:
            self._guesses.setdefault(self.case, self.guess)

    @traitlets.observe("case")
    def _close_the_case(self, _change: object) -> None:
        self.guess = ""

    @traitlets.observe("part")
    def _rearrange(self, _change: object) -> None:
        if self.children:
            self.children = self._arranged()

    def _verdicts(self) -> list[str]:
        """Return the verdicts that the section's claims have."""
        picked = set(Verdicts(self.section).picked())
        return [word for word, ids in Verdicts().ids().items() if picked & set(ids)]

    def _figures(self) -> list[LiveFigure]:
        forest, claims, puzzle = self._views()
        return [
            LiveFigure(forest),
            LiveFigure(claims, picked=self._pick),
            LiveFigure(puzzle),
        ]

    def _pick(self, name: str) -> None:
        """Tell the claim of a tile, or let go of it; a filter that leaves it out gives way."""
        if name not in self.claims.picked():
            self.section = self.verdict = ""
        self.claim = "" if name == self.claim else name

    def _arranged(self) -> list[Any]:
        stages = zip(PARTS[1:], self.figures, self.panels, strict=True)
        return [
            beside([figure], [panel])
            for part, figure, panel in stages
            if self.part in ("all", part)
        ]

    def _views(self) -> list[Any]:
        return [self.value, self.claims, self.puzzle]

    def _watched(self) -> list[str]:
        return ["value", *_OTHERS]

    def _changed(self, name: str, value: Any) -> Forest:
        changed: Forest = self.value.replace(**{name: value})
        return changed

    def _shown(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.PARAMETERS}

    def _notes(self) -> Mapping[str, Sequence[Reason]]:
        return {}

    def _contents(self) -> Contents:
        texts = load_claims().set_index("id").claim
        return {
            "metric": [(word, metric_words(word)) for word in Forest.metrics(self.outcome)],
            "marked": [("", "none"), *((e.id, line(e.id)) for e in self.value.effects())],
            "verdict": [("", _EVERY), *((word, plain(word)) for word in self._verdicts())],
            "claim": [("", "choose one"), *((i, f"{i} {texts[i]}") for i in self.claims.picked())],
            "reading": read_aloud(self.value),
            "why": claim_told(self.claim),
            "solved": [*solved(self.puzzle), score(self._guesses)],
        }

    def _refresh(self, change: object = None) -> None:
        super()._refresh(change)
        # each panel knows its own controls only, or it would send back what another has moved
        contents = self._contents()
        self.figures[1].chosen = self.claim
        self._claims.show(asdict(self.claims), {}, contents)
        self._puzzle.show(asdict(self.puzzle), {}, contents)


_OTHERS = ("section", "verdict", "claim", "case", "guess")
