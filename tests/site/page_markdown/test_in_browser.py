"""Everything that the guide says a page written by hand can hold, in a browser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import html5lib
import pytest

from exempelbank.text.page_html import allowed_html
from tests.axe import AXE, violations
from tests.site.builders import Reading, a_project, change, mkdocs, write
from tests.site.page_markdown.builders import what_the_guide_says

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


WIDE_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="120"/>'


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    project = a_project(tmp_path_factory.mktemp("project"))
    text = what_the_guide_says().replace("![Två personer vid ett bord](mote.jpg)", "")
    text += '\n<div class="grid" markdown>\n\n``` py title="a.py"\nb\n```\n\n</div>\n'
    write(
        project, "content/pages/allt.md", f"---\ntitle: Allt\n---\n{text}\n## Menu\n\n## Content\n"
    )
    write(project, "content/pages/bilder/logga.svg", WIDE_LOGO)
    change(project, "mkdocs.yml", "  font:", "  logo: bilder/logga.svg\n  font:")
    done = mkdocs(project, "build", "--quiet", "--strict")
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def address(site: Path, serve_folder: Callable[[Path], str]) -> str:
    return f"{serve_folder(site)}allt/"


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    contexts = []

    def open_with(**wanted: object) -> Page:
        contexts.append(browser.new_context(**wanted))
        page = contexts[-1].new_page()
        page.goto(address)
        return page

    yield open_with
    for context in contexts:
        context.close()


def test_nothing_that_the_guide_shows_is_left_as_it_is_written(site):
    html = (site / "allt" / "index.html").read_text("utf-8")

    assert not re.findall(r"(?:!!!|\?\?\?|===|\[\^|\+\+|\{ \.|:material|:smile|\[ \]|:---)", html)


def test_the_html_is_without_fault(site):
    page = (site / "allt" / "index.html").read_text("utf-8")

    assert html5lib.HTMLParser(strict=True).parse(page) is not None


def test_no_two_elements_of_a_page_share_a_name(site):
    """Nor with the page around it, though headings are called as its parts are."""
    page = Reading((site / "allt" / "index.html").read_text("utf-8"))
    names = Counter(attributes["id"] for _tag, attributes in page.elements if "id" in attributes)

    assert {name for name, times in names.items() if times > 1} == set()


def test_no_page_may_take_a_name_from_the_page_around_it(site):
    shell, _main, after = (site / "om" / "index.html").read_text("utf-8").partition("<main ")
    names = re.findall(r' id="([^"]+)"', shell + after[:60] + after.partition("</main>")[2])

    assert {"menu", "content", "footer-1"} <= {*names}
    for name in names:
        assert allowed_html(f'<p id="{name}"></p>') != f'<p id="{name}"></p>'


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 360])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page, width, scheme):
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.evaluate(AXE)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_wide_logo_and_the_buttons_beside_it_share_a_row_on_a_phone(open_page):
    page = open_page(viewport={"width": 360, "height": 900})
    tops = "[...document.querySelectorAll('.eb-header__bar > button, .eb-header__search')]"

    assert page.evaluate(f"new Set({tops}.map((one) => one.offsetTop)).size") == 1


def test_code_in_a_grid_touches_its_title(open_page):
    page = open_page()
    gap = """one => one.nextElementSibling.getBoundingClientRect().top
        - one.getBoundingClientRect().bottom"""

    assert page.locator(".grid > .highlight > .filename").evaluate(gap) < 1


def test_the_policy_has_nothing_to_say(browser, address):
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.close()

    assert said == []


def test_tabs_are_reached_by_one_key_and_changed_by_arrows(open_page):
    page = open_page()
    page.locator("input[type=radio]").first.focus()
    page.keyboard.press("ArrowRight")

    assert page.get_by_text("Det här gör regionen.").is_visible()
    assert not page.get_by_text("Det här gör kommunen.").is_visible()
    outline = (
        "getComputedStyle(document.querySelector('.tabbed-labels label:nth-child(2)')).outlineStyle"
    )
    assert page.evaluate(outline) == "solid", "one sees where one is"


def test_on_paper_all_tabs_are_told_and_what_is_folded_is_open(open_page):
    page = open_page()
    page.emulate_media(media="print")

    for text in ("Det här gör kommunen.", "Det här gör regionen."):
        assert page.get_by_text(text).is_visible()
    folded = page.get_by_text("Den här rutan är hopfälld").bounding_box()
    assert folded
    assert folded["height"] > 0


def test_an_icon_is_as_large_as_the_text(open_page):
    box = open_page().locator(".twemoji svg").first.bounding_box()

    assert box
    assert 12 < box["height"] < 30
