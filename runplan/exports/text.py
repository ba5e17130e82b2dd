"""What people type, as the formats take it."""

import re

# control characters have no place in a calendar or a page; tab and line feed have
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
# what spreadsheets take for the start of a formula, wide forms included
_FORMULA = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")


def clean(text: str) -> str:
    r"""Return a text without control characters, its lines ended by line feeds.

    >>> clean("one\r\ntwo\x00")
    'one\ntwo'
    """
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet would read a formula.

    >>> guarded("=1+1"), guarded("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{text}" if _FORMULA.match(text) else text
