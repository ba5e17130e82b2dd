"""The site from a folder, without a server or a network, on a screen and on a phone."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from runplan.lessons.site import build

SIZES = {"screen": (1280, 800, "light"), "phone": (360, 740, "dark")}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("a site")).resolve()


@pytest.mark.parametrize("size", SIZES)
def test_all_pages_open_offline(browser: Browser, home: Path, size: str) -> None:
    width, height, scheme = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=True,
        offline=True,
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(str(error)))
    for path in sorted(home.parent.glob("*.html")):
        page.goto(path.as_uri())
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, path.name
        pictures = page.locator("figure img").evaluate_all(
            "all => all.map(image => image.complete && image.naturalWidth > 0)"
        )
        assert all(pictures), path.name
        found = Axe().run(page).response["violations"]
        serious = [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")]
        assert serious == [], path.name
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()


def test_a_reader_walks_through(browser: Browser, home: Path) -> None:
    page = browser.new_page()
    page.goto(home.as_uri())
    page.locator(".contents a").first.click()
    page.locator("a[rel=next]").click()
    heading = page.get_by_role("heading", level=1).inner_text()
    page.get_by_text("Code", exact=True).first.click()
    assert page.locator("details.code[open] code").first.is_visible()
    page.get_by_text("Lessons", exact=True).click()
    here = page.locator("header [aria-current=page]")
    assert here.inner_text() == heading
    page.close()
