"""The report and the preview as a reviewer opens them: a file on the own computer."""

from __future__ import annotations

import pytest

from exempelbank.catalogue import Catalogue
from exempelbank.report.page import as_page
from exempelbank.site.draft import draft_page
from tests.builders import TODAY, a_submission
from tests.report.builders import CASES, settings

pytestmark = pytest.mark.browser

PAGES = {name: lambda make=make: as_page([make()]) for name, make in CASES.items()} | {
    "many": lambda: as_page([make() for make in CASES.values()]),
    "none": lambda: as_page([]),
    "preview": lambda: draft_page(a_submission(), Catalogue(), settings(), TODAY),
}
WAYS = [("light", 1366), ("dark", 320)]


@pytest.fixture
def opened(page, tmp_path):
    """(the page, what it asked for, what the browser complained of)"""
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))

    def open_(name, scheme="light", width=1366):
        file = tmp_path / f"{name}.html"
        file.write_text(PAGES[name](), "utf-8")
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(file.as_uri())
        page.evaluate("document.fonts.ready")
        return page, [url for url in asked if not url.startswith("data:")], complaints

    return open_


@pytest.mark.parametrize("name", PAGES)
def test_it_asks_for_nothing_and_breaks_no_rule_of_its_own(opened, name):
    page, asked, complaints = opened(name)

    assert asked == [page.url]
    assert complaints == []
    assert page.evaluate("document.fonts.check('1rem Figtree')")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("scheme", "width"), WAYS)
def test_anyone_can_read_it(opened, name, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    page, _asked, _complaints = opened(name, scheme, width)
    found = Axe().run(page).response["violations"]

    assert not found, [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_screen_reader_is_told_what_is_gone_and_what_is_new(opened):
    page, _asked, _complaints = opened("revising-three-words")

    assert page.locator(".compared del").first.text_content() == "borttaget: nio (slut)"
    assert page.locator(".compared ins").first.text_content() == "tillagt: åtta (slut)"
