"""The MUSTs of RFC 4287 that a feed of ours could break, one by one."""

import re
from datetime import date, datetime
from xml.etree import ElementTree

import pytest

from exempelbank.model.review import ReviewState
from tests.builders import TODAY
from tests.feeds.builders import a_catalogue, a_hidden, an_example, feeds_of, news

A = "{http://www.w3.org/2005/Atom}"
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")


def one(element, name):
    return len(element.findall(A + name)) == 1


def at_most_one(element, name):
    return len(element.findall(A + name)) <= 1


def texts(element, *names):
    return [found.text for name in names for found in element.iter(A + name)]


def alternates(element):
    found = element.findall(A + "link")
    return [
        (link.get("type"), link.get("hreflang"))
        for link in found
        if link.get("rel", "alternate") == "alternate"
    ]


def entries(feed):
    return feed.findall(A + "entry")


MUSTS = {
    "2: is well-formed XML with the Atom namespace": lambda f: f.tag == A + "feed",
    "3.1: a text construct's type is text, html or xhtml": lambda f: all(
        e.get("type", "text") in ("text", "html", "xhtml")
        for name in ("title", "subtitle", "summary", "rights") for e in f.iter(A + name)),
    "3.1.1.1: plain text holds no child elements": lambda f: all(
        not len(e) for name in ("title", "summary", "rights") for e in f.iter(A + name)),
    "3.2.1: a person has one name": lambda f: all(one(e, "name") for e in f.iter(A + "author")),
    "3.2.3: a person has at most one address": lambda f: all(
        at_most_one(e, "email") for e in f.iter(A + "author")),
    "3.3: dates follow RFC 3339, capital T and Z": lambda f: all(
        DATE.fullmatch(t) and datetime.fromisoformat(t)
        for t in texts(f, "updated", "published")),
    "4.1.1: the feed has an author": lambda f: f.find(A + "author") is not None,
    "4.1.1: exactly one id": lambda f: one(f, "id"),
    "4.1.1: exactly one title": lambda f: one(f, "title"),
    "4.1.1: exactly one updated": lambda f: one(f, "updated"),
    "4.1.1: at most one generator, icon, logo, rights, subtitle": lambda f: all(
        at_most_one(f, n) for n in ("generator", "icon", "logo", "rights", "subtitle")),
    "4.1.1: one alternate link of each type and language": lambda f: len(alternates(f))
    == len(set(alternates(f))),
    "4.1.1 (SHOULD): a link to itself": lambda f: [
        link.get("href") for link in f.findall(A + "link") if link.get("rel") == "self"
    ] != [],
    "4.1.2: each entry has one id, title and updated": lambda f: all(
        one(e, n) for e in entries(f) for n in ("id", "title", "updated")),
    "4.1.2: an entry has at most one content, published, rights, source, summary": lambda f: all(
        at_most_one(e, n) for e in entries(f)
        for n in ("content", "published", "rights", "source", "summary")),
    "4.1.2: an entry without content has an alternate link": lambda f: all(
        e.find(A + "content") is not None or alternates(e) for e in entries(f)),
    "4.1.2: one alternate link of each type and language in an entry": lambda f: all(
        len(alternates(e)) == len(set(alternates(e))) for e in entries(f)),
    "4.1.3.1: content's type is text, html, xhtml or a media type": lambda f: all(
        e.get("type", "text") in ("text", "html", "xhtml") for e in f.iter(A + "content")),
    "4.1.3.3: html content holds no child elements": lambda f: all(
        not len(e) for e in f.iter(A + "content")),
    "4.2.2: a category has a term": lambda f: all(e.get("term") for e in f.iter(A + "category")),
    "4.2.6: an id is an absolute IRI": lambda f: all(IRI.fullmatch(t) for t in texts(f, "id")),
    "4.2.6: no two entries share an id": lambda f: len(texts(f, "id")) == len(set(texts(f, "id"))),
    "4.2.7: a link has an address": lambda f: all(
        IRI.fullmatch(e.get("href", "")) for e in f.iter(A + "link")),
    "4.2.7.2: a link's rel is registered": lambda f: all(
        e.get("rel", "alternate") in ("alternate", "self", "related") for e in f.iter(A + "link")),
    "6.4: foreign elements stand in a namespace of their own": lambda f: all(
        e.tag.startswith("{http") for e in f.iter()),
}  # fmt: skip


@pytest.fixture(scope="module")
def feeds(settings):
    files = feeds_of(
        a_catalogue(
            an_example(title="A & B <i>", municipality="huddinge"),
            an_example("annat", id="FC-2026-015", roles=("cka",), networks=("ips",)),
            a_hidden(id="FC-2026-016", review={"state": ReviewState.PAUSED}),
            news(), news("till", published=date(2025, 7, 1)),
        ),
        settings, TODAY,
    )  # fmt: skip
    return [ElementTree.fromstring(raw) for name, raw in files.items() if name.endswith("atom.xml")]


@pytest.mark.parametrize("must", MUSTS.values(), ids=MUSTS)
def test_every_atom_feed_does_what_the_format_requires(feeds, must):
    broken = [feed.findtext(A + "title") for feed in feeds if not must(feed)]

    assert feeds and not broken


def test_dates_carry_the_offset_of_their_season(feeds):
    news_feed = feeds[0]

    assert texts(news_feed, "published") == [
        "2026-03-02T03:00:00+01:00",
        "2025-07-01T03:00:00+02:00",
    ]
