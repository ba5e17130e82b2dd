"""The lessons as a static site: pages that need no server, no scripts and no network."""

from __future__ import annotations

import re
from copy import copy
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen
from bs4 import BeautifulSoup
from bs4.element import NavigableString
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from nbconvert import HTMLExporter

from runplan import tables
from runplan.errors import PlanError
from runplan.files import write_whole
from runplan.lessons.editions import lessons, read, without_instructor
from runplan.lessons.serving import PAGES

if TYPE_CHECKING:
    from nbformat import NotebookNode

_TEMPLATES = PAGES / "site"
_OPTION = re.compile(r"^  (\( \)|\[ \]) (.*)$")
# no links inside these
_CLOSED = {"a", "code", "pre", "h1", "h2", "h3", "kbd", "summary"}


@frozen
class Page:
    """A lesson's place in the site."""

    number: int
    title: str
    promise: str
    href: str


def build(folder: str | Path) -> Path:
    """Write the site and return its first page.

    Parameters
    ----------
    folder
        Made if it does not exist; pages of the same name are written anew.

    Raises
    ------
    PlanError
        The folder cannot be written.
    """
    folder = Path(folder).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages().items():
            write_whole(folder / name, text)
    except OSError as failed:
        raise PlanError(
            f"The site cannot be written to {folder}: {failed.strerror or failed}. "
            "Choose another folder, or make room there."
        ) from failed
    return folder / "index.html"


def pages() -> dict[str, str]:
    """Return the site: each file's name and text."""
    notebooks = [without_instructor(read(path)) for path in lessons()]
    known = [_page(path, notebook) for path, notebook in zip(lessons(), notebooks, strict=True)]
    made = {
        "style.css": (_TEMPLATES / "style.css").read_text(encoding="utf-8"),
        "bodymap.svg": tables.bodymap_svg(),
        "index.html": _within(known, "index.html", "Strength training for runners", "home"),
        "glossary.html": _within(known, "glossary.html", "Glossary", "glossary", terms=_terms()),
        "references.html": _within(
            known, "references.html", "References", "references",
            references=tables.load("references").fillna("").to_dict("records"),
        ),
    }  # fmt: skip
    for place, (page, notebook) in enumerate(zip(known, notebooks, strict=True)):
        made[page.href] = _layout(
            known,
            page.href,
            page.title,
            _linked(_cells(notebook)),
            before=known[place - 1] if place else None,
            after=known[place + 1] if place + 1 < len(known) else None,
        )
    return made


def _page(path: Path, notebook: NotebookNode) -> Page:
    """Read title and promise from a lesson's first cell."""
    title, _, promise = notebook.cells[0].source.partition("\n")
    return Page(int(path.name[:2]), title.lstrip("# "), promise.strip(), f"{path.stem}.html")


def _within(known: list[Page], href: str, title: str, template: str, **more: Any) -> str:
    body = _environment().get_template(f"{template}.html.j2").render(lessons=known, **more)
    return _layout(known, href, title, body)


def _layout(known: list[Page], href: str, title: str, body: str, **more: Any) -> str:
    layout = _environment().get_template("layout.html.j2")
    return layout.render(lessons=known, here=href, title=title, body=Markup(body), **more) + "\n"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )


def _cells(notebook: NotebookNode) -> str:
    exporter: Any = HTMLExporter(  # type: ignore[no-untyped-call]
        template_name="lesson",
        extra_template_basedirs=[str(_TEMPLATES)],
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
    )
    exporter.environment.globals["shown"] = _shown
    page = copy(notebook)
    # nobody runs a page's cells, so nobody needs to be told how
    page.cells = [c for c in page.cells if c.metadata.slideshow.get("slide_type") != "skip"]
    body, _ = exporter.from_notebook_node(page)
    return re.sub(r'(href="[^"/:]+)\.ipynb(["#])', r"\1.html\2", body)


def _shown(output: NotebookNode) -> str:
    """Return an output's HTML: a picture with its sentence, a table, a question, or text."""
    data = output.data
    said = data.get("text/plain", "")
    if "image/png" in data:
        picture = data["image/png"].replace("\n", "")
        words = escape(said)
        return (
            f'<figure><img alt="{words}" src="data:image/png;base64,{picture}">'
            f'<figcaption aria-hidden="true">{words}</figcaption></figure>'
        )
    if "text/html" in data:
        # a wide one is scrolled, by keyboard too
        table = '<div class="table" role="group" aria-label="Table" tabindex="0">'
        return f"{table}{data['text/html']}</div>"
    if any(map(_OPTION.match, said.splitlines())):
        return question(said)
    return f'<pre class="said">{escape(said)}</pre>'


def question(text: str) -> str:
    """Return one or several questions, given as text, as HTML.

    >>> question("Which?\\n  ( ) one\\n  ( ) two")
    '<div class="question"><p>Which?</p><ul class="one"><li>one</li><li>two</li></ul></div>'
    """
    made, options, kind = "", "", "one"
    for line in [*text.splitlines(), None]:
        option = _OPTION.match(line or "")
        if option:
            kind = "several" if option[1] == "[ ]" else "one"
            options += f"<li>{escape(option[2])}</li>"
            continue
        if options:
            made += f'<ul class="{kind}">{options}</ul></div>'
            options = ""
        if line:
            made += f'<div class="question"><p>{escape(line)}</p>'
    return made + "</div>" * (made.count("<div") - made.count("</div>"))


def _terms() -> list[dict[Any, str]]:
    rows: list[dict[Any, str]] = tables.load("glossary").to_dict("records")
    rows.sort(key=lambda row: row["term"].casefold())
    return [row | {"id": anchor(row["term"])} for row in rows]


def anchor(term: str) -> str:
    """Return a glossary term as the name of its place on the page.

    >>> anchor("agonist-antagonist pair")
    'agonist-antagonist-pair'
    """
    return re.sub(r"\W+", "-", term.lower()).strip("-")


def _linked(html: str) -> str:
    """Link each glossary term where the prose of a lesson names it first."""
    page = BeautifulSoup(html, "html.parser")
    waiting = {row["term"].lower(): row["id"] for row in _terms()}
    for prose in page.select(".prose"):
        for text in prose.find_all(string=True):
            if not text.find_parent(_CLOSED):
                _link(text, waiting)
    return str(page)


def _link(text: NavigableString, waiting: dict[str, str]) -> None:
    if not waiting:
        return
    # longest first, so that a term inside another does not take its place
    terms = sorted(waiting, key=len, reverse=True)
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, terms))})(s?)\b", re.IGNORECASE)
    parts: list[str] = []
    end = 0
    for found in pattern.finditer(text):
        place = waiting.pop(found[1].lower(), None)
        if place:
            parts += [
                escape(text[end : found.start()]),
                f'<a href="glossary.html#{place}">{escape(found[0])}</a>',
            ]
            end = found.end()
    if parts:
        fresh = BeautifulSoup("".join([*parts, escape(text[end:])]), "html.parser")
        text.replace_with(fresh)
