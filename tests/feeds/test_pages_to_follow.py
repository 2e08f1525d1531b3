"""The pages where one finds feeds, figures and data: what they link to is there."""

import re
from dataclasses import replace

import pytest

from exempelbank.catalogue import load_catalogue
from exempelbank.followup import figures_of
from exempelbank.model.example import Section
from exempelbank.problems import Problems
from exempelbank.site.build import build_site
from tests.builders import PROJECT, TODAY


@pytest.fixture(scope="module")
def catalogue(settings):
    return load_catalogue(PROJECT, settings, Problems())


@pytest.fixture(scope="module")
def site(catalogue, settings):
    return build_site(catalogue, settings, TODAY)


def links_of(page):
    return re.findall(r'<a [^>]*href="/([^"]*)"', page.html)


@pytest.mark.parametrize("address", ["prenumerera/", "uppfoljning/", "data/"])
def test_every_link_to_a_file_leads_to_one(site, address):
    files = [link for link in links_of(site.pages[address]) if "." in link]

    assert files and not [link for link in files if link not in site.files]


def test_every_feed_and_calendar_can_be_found_on_the_page_for_it(site):
    linked = set(links_of(site.pages["prenumerera/"]))
    feeds = {file for file in site.files if file.endswith(("rss.xml", "atom.xml", "feed.json"))}
    calendars = {file for file in site.files if file.endswith("kalender.ics")}

    assert feeds | calendars <= linked


def test_every_address_that_programs_are_given_is_a_file(site, settings):
    url = re.escape(settings.organisation.url)
    for page in site.pages.values():
        for address in re.findall(rf'rel="alternate"[^>]* href="{url}([^"]*)"', page.head):
            assert address in site.files


def test_those_without_a_reader_are_led_where_the_organisation_says(catalogue, settings):
    elsewhere = settings.organisation.model_copy(update={"newsletter": "https://brev.example/"})
    page = build_site(catalogue, replace(settings, organisation=elsewhere), TODAY).pages[
        "prenumerera/"
    ]

    assert 'href="https://brev.example/"' in page.html


def test_the_page_of_figures_shows_each_of_them(site, catalogue, settings):
    page = site.pages["uppfoljning/"].html
    cells = [int(n) for n in re.findall(r'<td class="eb-number">(\d+)</td>', page)]
    tables = figures_of(catalogue, settings, TODAY)

    assert cells == [value for table in tables for row in table.rows for value in row[1:]]
    assert page.count('role="img"') == 7
    for table in tables:
        assert site.files[f"uppfoljning/{table.id}.csv"] == table.as_csv()


def test_no_page_knows_of_the_queue(site):
    queue = PROJECT / "submissions"
    examples = [path.read_text("utf-8") for path in queue.glob("*.md")]
    notes = [path.read_text("utf-8") for path in (queue / "trial_notes").glob("*.md")]
    words = {re.search(r"^title: (.+)$", text, re.MULTILINE)[1] for text in examples}
    words |= {text.splitlines()[-1] for text in notes}

    published = [page.html.encode() for page in site.pages.values()] + list(site.files.values())
    assert examples and notes
    assert not [one for one in words for raw in published if one.encode() in raw]


def test_one_edited_text_rewrites_few_files(site, catalogue, settings):
    first, *others = catalogue.public_examples
    text = first.sections[Section.HOW] + "\n\nOch så gjorde vi en sak till."
    edited = first.model_copy(update={"sections": {**first.sections, Section.HOW: text}})
    again = build_site(replace(catalogue, public_examples=(edited, *others)), settings, TODAY)

    changed = {address for address, page in again.pages.items() if page != site.pages[address]}
    changed |= {address for address, raw in again.files.items() if raw != site.files[address]}
    assert 0 < len(changed) <= 15
    assert not [address for address in changed if address.endswith(("rss.xml", "atom.xml"))]
