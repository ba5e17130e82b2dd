"""The article's claims by verdict: a tile a claim, a row a verdict, from yes to no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runplan.evidence.claims import SECTIONS, VERDICTS, Verdicts, claim
from runplan.figures.sheet import BASE, LARGE, SMALL, Sheet, boxes
from runplan.figures.theme import mix
from runplan.words import plain

if TYPE_CHECKING:
    from runplan.figures.theme import Theme

_ACROSS = 10  # tiles
_TALL = 0.36  # inches
_GAP = 0.28
# what a verdict's tiles are filled with: how much of the line's colour, or the mark's
_FULL = {"supported": 1.0, "partly": 0.85, "simplified": 0.3, "insufficient": 0.12}


class VerdictsPicture(Sheet):
    """All claims in five rows; those picked out are filled, the marked one has a thick edge."""

    def height(self, look: Theme) -> float:
        lines = sum(-(-len(ids) // _ACROSS) for ids in Verdicts().ids().values())
        return (lines * _TALL + len(VERDICTS) * _GAP + 0.84) * look.type

    def build(self) -> None:
        look, t = self.look, self.look.type
        top = self.height(look)
        self.word(0.3, top - 0.24 * t, "The article's claims by verdict", LARGE, fontweight="bold")
        said = self.word(0.3, top - 0.48 * t, "", SMALL, color=look.quiet)
        self.said = self.track("verdicts-said", said)
        self.left = 0.3 + 2.55 * t
        self.tiles: dict[str, tuple[Any, Any, str]] = {}
        y = top - 0.78 * t
        for verdict, ids in Verdicts().ids().items():
            title = f"{len(ids)} {plain(verdict)}"
            self.word(0.3, y - 0.13 * t, title, BASE, fontweight="bold")
            for line, words in enumerate(self._lines(VERDICTS[verdict])):
                self.word(0.3, y - (0.29 + 0.14 * line) * t, words, SMALL, color=look.quiet)
            for place, name in enumerate(ids):
                self._tile(name, verdict, place, y)
            y -= (-(-len(ids) // _ACROSS) * _TALL + _GAP) * t

    def _lines(self, text: str) -> list[str]:
        """Return a text in as few lines as its column asks for."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if self.wide(longer, SMALL) < self.left - 0.45:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _tile(self, name: str, verdict: str, place: int, top: float) -> None:
        t = self.look.type
        wide = (8.75 - self.left) / _ACROSS
        left = self.left + place % _ACROSS * wide
        high = top - place // _ACROSS * _TALL * t
        gap = 0.025 * t
        box = boxes([(left + gap, high - _TALL * t + gap, left + wide - gap, high - gap)])
        shape = self.track(f"verdicts-{name}", self.shape(box, zorder=2))
        middle = left + wide / 2, high - _TALL * t / 2
        word = self.word(*middle, name, SMALL, ha="center", zorder=3)
        self.tiles[name] = shape, self.track(f"verdicts-{name}-id", word), self._fill(verdict)

    def _fill(self, verdict: str) -> str:
        look = self.look
        return mix(look.paper, look.line, _FULL[verdict]) if verdict in _FULL else look.mark

    def show(self, model: Verdicts) -> None:
        look = self.look
        picked = set(model.picked())
        for name, (shape, word, fill) in self.tiles.items():
            marked, inside = name == model.claim, name in picked
            shape.set_facecolor(fill if inside else look.paper)
            shape.set_edgecolor(look.edge if marked else look.tone)
            shape.set_linewidth((2.6 if marked else 0.8) * look.stroke)
            shape.set_zorder(2.5 if marked else 2)
            light = fill in (look.mark, self._fill("supported"), self._fill("partly"))
            word.set_color(look.quiet if not inside else look.paper if light else look.ink)
            word.set_fontweight("bold" if marked else "normal")
        self.said.set_text(self._subtitle(model))
        self.figure.sentence = model.describe()

    def picks(self) -> dict[str, tuple[str, str]]:
        """Return every tile with its claim."""
        return {f"verdicts-{name}": (name, f"{name}: {claim(name).claim}") for name in self.tiles}

    def _subtitle(self, model: Verdicts) -> str:
        if model.claim:
            one = claim(model.claim)
            said = f"{one.id}: {one.claim}"
            return self.fitting((f"{said} – {plain(one.verdict_class)}", said), 8.4, SMALL)
        if model.section or model.verdict:
            what = filter(None, (SECTIONS.get(model.section), plain(model.verdict)))
            return f"filled: {', '.join(what)}"
        return "a tile is a claim"
