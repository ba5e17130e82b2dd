"""The static site: complete, without an instructor's words, and leaning on nothing outside."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from runplan import PlanError, load_glossary, load_references
from runplan.lessons.editions import lessons, read
from runplan.lessons.site import build, pages, question


@pytest.fixture(scope="module")
def site() -> dict[str, BeautifulSoup]:
    return {
        name: BeautifulSoup(text, "html.parser")
        for name, text in pages().items()
        if name.endswith(".html")
    }


def test_every_lesson_has_its_page_and_all_links_lead_somewhere(
    site: dict[str, BeautifulSoup],
) -> None:
    assert {f"{path.stem}.html" for path in lessons()} <= set(site)
    for name, page in site.items():
        for link in page.find_all("a"):
            href = str(link["href"])
            if re.match(r"https://doi\.org/10\.", href):
                continue
            target, _, place = href.partition("#")
            assert target in ("", *site), (name, href)
            assert not place or site[target or name].find(id=place), (name, href)


def test_nothing_is_fetched_and_no_script_runs(site: dict[str, BeautifulSoup]) -> None:
    for name, page in site.items():
        assert not page.find_all(["script", "iframe", "object"]), name
        for node in page.find_all(src=True):
            assert re.match(r"data:image/png;base64,|bodymap\.svg$", str(node["src"])), name
        for node in page.find_all("link"):
            assert node["href"] in ("style.css", "data:,"), name
    assert "http" not in pages()["style.css"]


def test_nobody_is_told_to_run_cells_where_there_are_none(site: dict[str, BeautifulSoup]) -> None:
    for path in lessons()[1:]:  # the first lesson teaches it
        words = site[f"{path.stem}.html"].get_text(" ")
        assert not re.search(r"Click a grey cell|Without a mouse|back to the top|seed=\)", words)


def test_pictures_are_told_in_words_and_code_is_folded(site: dict[str, BeautifulSoup]) -> None:
    for path in lessons():
        page, stored = site[f"{path.stem}.html"], read(path)
        sentences = [
            output.data["text/plain"]
            for cell in stored.cells
            for output in cell.get("outputs", [])
            if "image/png" in output.get("data", {})
        ]
        assert [image["alt"] for image in page.select("figure img")] == sentences
        for code in page.select(".cell pre code"):
            details = code.find_parent("details")
            assert details is not None
            assert not details.has_attr("open")


def test_students_see_no_solutions_and_no_notes(site: dict[str, BeautifulSoup]) -> None:
    for path in lessons():
        words = site[f"{path.stem}.html"].get_text()
        assert "Instructor ·" not in words
        assert "solution(" not in words
        assert "key(" not in words


def test_glossary_and_references_are_whole(site: dict[str, BeautifulSoup]) -> None:
    assert len(site["glossary.html"].find_all("dt")) == len(load_glossary())
    references = load_references()
    shown = site["references.html"].select(".references li")
    assert len(shown) == len(references)
    with_doi = references[references.doi.notna()]
    linked = {str(a["href"]) for a in site["references.html"].select(".references a")}
    assert linked == {f"https://doi.org/{doi}" for doi in with_doi.doi}


def test_a_term_is_linked_once_and_not_in_headings(site: dict[str, BeautifulSoup]) -> None:
    page = site["02_the_stride.html"]
    hrefs = [str(a["href"]) for a in page.select(".prose a[href^='glossary.html#']")]
    assert "glossary.html#stance" in hrefs
    assert len(hrefs) == len(set(hrefs))
    assert not page.select("h1 a, h2 a, code a")


def test_questions_keep_what_people_wrote() -> None:
    page = BeautifulSoup(question("1 < 2?\n  [ ] <b>yes</b>\n  [ ] no\nNext?"), "html.parser")
    assert [box.p.get_text() for box in page.select(".question") if box.p] == ["1 < 2?", "Next?"]
    assert [item.get_text() for item in page.select("ul.several li")] == ["<b>yes</b>", "no"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PlanError, match="cannot be written"):
        build(tmp_path / "file" / "site")
