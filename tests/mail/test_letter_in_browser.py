"""The letter, and the page for the steering group, as they open on a screen and on a phone."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe

from exempelbank.catalogue import load_catalogue
from exempelbank.followup import figures_of
from exempelbank.mail.digest import build_digest
from exempelbank.mail.letter import html_from
from exempelbank.problems import Problems
from exempelbank.site.pages.follow_up import report_from
from tests.builders import PROJECT, TODAY, sample_settings

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opened_files(tmp_path_factory):
    settings = sample_settings()
    catalogue = load_catalogue(PROJECT, settings, Problems())
    folder = tmp_path_factory.mktemp("files")
    digest = build_digest(catalogue, date(2026, 2, 1), TODAY)
    (folder / "letter.html").write_text(html_from(digest, settings), "utf-8")
    report = report_from(figures_of(catalogue, settings, TODAY), settings, TODAY, "Statistik", "")
    (folder / "report.html").write_text(report, "utf-8")
    return folder


@pytest.mark.parametrize("file", ["letter.html", "report.html"])
@pytest.mark.parametrize("width", [600, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_fetches_nothing(browser, opened_files, file, width, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, locale="sv-SE"
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((opened_files / file).as_uri())

    results = Axe().run(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert results.violations_count == 0, results.generate_report()
    assert len(asked) == 1
    assert wide <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dark_is_dark(browser, opened_files, scheme):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto((opened_files / "letter.html").as_uri())
    colour = page.evaluate("getComputedStyle(document.querySelector('.sheet')).backgroundColor")
    context.close()

    assert (sum(map(int, colour[4:-1].split(","))) < 200) == (scheme == "dark")
