"""The sheet of a phase: what to do on each day, and its weeks to tick."""

from runplan.exports.doses import Block, Dose, Line, Turn
from runplan.exports.parts import Part
from runplan.exports.xlsx.book import Book, Column, Sheet, lines
from runplan.plan.calendar import short

_WHAT: tuple[Column, ...] = (("", 5, "text"), ("exercise", 42, "wrapped"))
_FEWEST = 4  # blocks; the weeks need as many columns
_LEAST, _ALL = 13, 80  # characters of a block, and of all where they are few


def phase(book: Book, part: Part) -> None:
    """Write the sheet; it prints on one page."""
    asks = "; ".join(f"{name}: {value}" for name, value in part.asks().items())
    number = max([_FEWEST, *(len(turn.blocks) for turn in part.turns)])
    columns = (*_WHAT, *(("", max(_LEAST, _ALL // number), "wrapped"),) * number)
    said = f"{_capital(part.when())}. {_capital(asks)}."
    sheet = book.sheet(part.title, part.title, said, columns)
    for turn in part.turns:
        _turn(sheet, turn)
    _weeks(sheet, part)
    if part.remarks:
        sheet.heading("Notes and changes")
        for remark in part.remarks:
            sheet.wide(remark)
    sheet.one_page()


def _turn(sheet: Sheet, turn: Turn) -> None:
    """Write a session: an exercise a row, its doses with their days above them."""
    heads = list(map(_days, turn.blocks))
    sheet.over(0, 1, f"{turn.name}: sets × repetitions", "head")
    for place, head in enumerate(heads, len(_WHAT)):
        sheet.cell(place, head, "head-days")
    sheet.high(max(head.count("\n") + 1 for head in heads))
    sheet.row += 1
    for line in turn.lines:
        doses = [_dose(dose) for dose in line.doses]
        more = _more(line)
        kind = "pair" if line.place.endswith("a") else "wrapped"
        sheet.cell(0, line.place, kind)
        sheet.named(1, line.exercise, more, kind)
        for place, dose in enumerate(doses, len(_WHAT)):
            sheet.cell(place, dose, kind)
        named = lines(line.exercise, _WHAT[1][1]) + (lines(more, _WHAT[1][1]) if more else 0)
        sheet.high(max([named, *(lines(dose, sheet.columns[-1][1] + 2) for dose in doses)]))
        sheet.row += 1
    sheet.row += 1


def _days(block: Block) -> str:
    days = [f"{one.slot.week}  {short(one.slot.date)}" for one in block.days]
    sign = f", {block.sign}" if block.sign else ""
    return "\n".join([*days, f"{block.minutes:.0f} min{sign}"])


def _dose(dose: Dose) -> str:
    return "\n".join(filter(None, (dose.instead, dose.sets or "–", dose.load)))


def _more(line: Line) -> str:
    rest = f"then rest {line.rest_s} s" if line.rest_s else ""
    how = ", ".join(filter(None, (line.how, rest)))
    return ". ".join(filter(None, (_capital(how), line.cue)))


def _weeks(sheet: Sheet, part: Part) -> None:
    """Write the weeks, with room for what was done."""
    last = len(sheet.columns) - 1
    heads = ("week", "sessions", "min", "what is different", "how it went")
    places = ((0, 0), (1, 1), (2, 2), (3, 4), (5, last))
    kinds = ("number", "wrapped", "number", "wrapped", "wrapped")
    sheet.heading("Weeks")
    for (first, end), head, kind in zip(places, heads, kinds, strict=True):
        sheet.over(first, end, head, "head-right" if kind == "number" else "head")
    sheet.row += 1
    for row in part.rows:
        days = [f"{short(one.slot.date)} {one.slot.letter}" for one in part.of_week(row.week)]
        values = (row.week, " · ".join(days) or "no session", row.minutes, row.different, "")
        for (first, end), value, kind in zip(places, values, kinds, strict=True):
            sheet.over(first, end, value, kind)
        sheet.high(
            max(lines(values[1], _WHAT[1][1]), lines(row.different, 2 * sheet.columns[-1][1]))
        )
        sheet.row += 1


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
