"""A section that is off leaves nothing behind: no page, no feed, no link, nothing to search for."""

import shutil
from dataclasses import replace
from typing import get_args
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from exempelbank.checks.links import LinkCheck
from exempelbank.checks.menu_file import check_menu_file
from exempelbank.problems import Problems, Severity
from exempelbank.settings.menu import Menu, SectionName
from exempelbank.site.assembly import assemble_site
from exempelbank.site.pages.start import start_rows
from exempelbank.site.search_documents import search_documents
from tests.builders import PROJECT, TODAY, sample_settings
from tests.site.pages.builders import Read

SECTIONS = get_args(SectionName)
OFF = [(one,) for one in SECTIONS] + [SECTIONS]


def site_without(*off, root=PROJECT):
    settings = replace(sample_settings(), menu=Menu(off=off))
    return assemble_site(root, settings, TODAY, Problems())


def dead_links(assembled, every=1):
    """On all pages that are made of records, or of those of examples on `every` n:th alone."""
    site = assembled.site
    there = {*site.lazy_pages, *site.lazy_files, *assembled.markdown_pages}
    examples = assembled.settings.addresses.examples
    of_examples = sorted(page for page in site.lazy_pages if page.startswith(examples))
    skipped = {page for number, page in enumerate(of_examples) if number % every}
    for address in sorted({*site.lazy_pages} - skipped):
        html = site.pages[address].html
        if 'href=""' in html:
            yield f"{address} -> nothing"
        for link in Read(html).links:
            parts = urlsplit(urljoin(f"/{address}", link))
            if not parts.scheme and unquote(parts.path[1:]) not in there:
                yield f"{address} -> {link}"


def below(assembled, section):
    word = getattr(assembled.settings.addresses, section, None)
    return [one for one in assembled.site.lazy_files if one.startswith(f"{word}/")] + [
        one for one in assembled.site.lazy_pages if one.startswith(f"{word}/")
    ]


@pytest.mark.parametrize("off", OFF, ids="-".join)
def test_a_section_that_is_off_leaves_nothing_behind(off):
    assembled = site_without(*off)

    for section in off:
        assert not below(assembled, section)
    assert not [*dead_links(assembled, every=1 if off == SECTIONS else 15)]
    for document in search_documents(assembled.context):
        assert document.address in assembled.site.lazy_pages
    made = [one for one in off if one != "hint"]  # a page by hand
    sitemap = assembled.site.files["sitemap.xml"].decode()
    assert not [
        one for one in made if f"/{getattr(assembled.settings.addresses, one, '?')}/<" in sitemap
    ]


@pytest.fixture(scope="module")
def without_content(tmp_path_factory):
    """A project that has nothing to show yet but its pages by hand."""
    root = tmp_path_factory.mktemp("empty")
    shutil.copytree(PROJECT / "content" / "pages", root / "content" / "pages")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return root


@pytest.mark.parametrize("off", OFF, ids="-".join)
def test_a_site_without_content_leads_nowhere_that_is_off(off, without_content):
    assembled = site_without(*off, root=without_content)

    assert assembled.site.lazy_pages
    assert not [*dead_links(assembled)]


def test_search_leads_to_no_section_that_is_empty(without_content):
    """But for the menu, which is around the page."""
    ways = Read(site_without(root=without_content).site.pages["sok/"].html).links

    assert {"/natverk/", "/kalendarium/", "/nyheter/", "/fokusomraden/"}.isdisjoint(ways)
    assert "/lamna-exempel/" in ways


def test_content_of_a_section_that_is_off_is_told_of_once_for_each_folder():
    menu = Menu.model_validate({"off": ["tips", "trial_notes", "wanted"], "menu": ["tips", "news"]})
    settings = replace(sample_settings(), menu=menu)
    check = LinkCheck({}, frozenset(), settings, {}, {}, lambda: pytest.fail("it was planned"))

    problems = [*check_menu_file(PROJECT, check)]

    assert [problem.severity for problem in problems] == [Severity.WARNING] * 3
    assert [problem.location.label for problem in problems] == ["menu.1", "off", "off"]
    assert "content/trial_notes" in problems[1].says and "content/tips" in problems[2].says


def test_the_start_page_holds_what_is_chosen_in_its_order():
    def rows(**menu):
        return start_rows(replace(sample_settings(), menu=Menu.model_validate(menu)))

    assert rows() == [
        ("examples",),
        ("focus_area",),
        ("events", "news"),
        ("municipalities",),
        ("take_part",),
    ]
    assert rows(start=["news", "examples", "events"]) == [("news",), ("examples",), ("events",)]
    assert rows(off=["events", "focus_areas"], start=["focus_area", "news", "events"]) == [
        ("news",)
    ]
