"""What search knows of: records, the site's own pages and those written by hand."""

from __future__ import annotations

from functools import cache

import pytest

from exempelbank.catalogue import load_catalogue
from exempelbank.markdown_pages import load_markdown_pages
from exempelbank.problems import Problems
from exempelbank.search.index import Index
from exempelbank.search.index_builder import build_index
from exempelbank.search.ranking import search
from exempelbank.search.synonyms import read_synonyms
from exempelbank.site.build import site_from
from exempelbank.site.components.search_document import PAGE
from exempelbank.site.context import RenderContext
from exempelbank.site.search_documents import search_documents
from tests.builders import PROJECT, TODAY
from tests.site.pages.builders import the_settings


@cache
def sample() -> tuple[RenderContext, Index]:
    settings, problems = the_settings(), Problems()
    context = RenderContext(load_catalogue(PROJECT, settings, problems), settings, TODAY)
    by_hand = load_markdown_pages(PROJECT, (), settings, problems).values()
    documents = search_documents(context, by_hand)
    return context, build_index(documents, read_synonyms(PROJECT, problems))


def first_answer(query: str) -> str:
    _context, index = sample()
    hits = search(query, index)
    return index.documents[hits[0].document].address if hits else ""


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("prenumerera/", ["prenumerera", "nyhetsbrev", "månadsbrev", "rss", "outlook", "mejl"]),
        ("uppfoljning/", ["statistik", "siffror", "diagram"]),
        ("data/", ["öppna data", "csv", "ladda ner", "licens"]),
        ("om/organisation/", ["organisation", "styrgrupp"]),
        ("om/checklista/", ["checklista"]),
        ("om/kontakt/", ["kontakt", "telefon"]),
        ("kalendarium/", ["kalender"]),
        ("kommuner/", ["karta", "kommuner"]),
        ("natverk/", ["nätverk"]),
        ("larande-exempel/fungerade-inte/", ["fungerade inte"]),
        ("larande-exempel/lattlast/", ["lättläst"]),
    ],
)
def test_a_page_is_found_first_by_what_readers_call_it(page, words):
    assert {word: first_answer(word) for word in words} == dict.fromkeys(words, page)


@pytest.mark.parametrize("written", ["{id}", "{id}?", "exemplet {small}", "{joined}", "{apart}"])
def test_an_example_is_the_answer_to_its_number_however_it_is_written(written):
    context, index = sample()

    for example in (*context.catalogue.examples, *context.catalogue.archived):
        id = example.id
        small, joined, apart = id.lower(), id.replace("-", ""), id.replace("-", " ")
        hits = search(written.format(id=id, small=small, joined=joined, apart=apart), index)
        assert [index.documents[hit.document].id for hit in hits] == [id]


def test_a_number_that_no_example_has_finds_none():
    context, index = sample()
    found = {index.documents[hit.document].id for hit in search("FC-2031-999", index)}

    assert found & {example.id for example in context.catalogue.examples} == set()


def test_every_page_that_stands_for_no_record_is_found_first_by_its_name():
    _context, index = sample()
    pages = {page.title: page.address for page in index.documents if page.kind == PAGE}

    assert len(pages) > 20
    assert {title: first_answer(title) for title in pages} == pages


def test_every_section_of_the_site_is_found():
    context, index = sample()
    found = {document.address for document in index.documents}
    sections = {
        page.address
        for page in site_from(context).lazy_pages.values()
        if page.indexed and page.address.count("/") == 1
    }

    assert sections - found == set()


@pytest.mark.parametrize("word", ["sexualitet", "våld"])
def test_a_word_is_not_answered_by_the_other_sense_of_a_synonym(word):
    _context, index = sample()
    titles = [index.documents[hit.document].title for hit in search(word, index)]

    assert [title for title in titles if "sex veckor" in title or "Tillg" in title] == []
