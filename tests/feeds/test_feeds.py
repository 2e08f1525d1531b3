"""Every feed, read back as a reader reads it, equals the catalogue item by item."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO

import feedparser
import pytest

from exempelbank.feeds.channels import MOST, channels_of
from exempelbank.feeds.files import Feeds
from exempelbank.model.review import ReviewState
from tests.builders import TODAY
from tests.feeds.builders import a_catalogue, a_hidden, an_example, feeds_of, news

WIDE = {
    "municipality": "huddinge",
    "roles": ("stodpedagog",),
    "networks": ("ips",),
    "focus_areas": ("psykisk-halsa",),
}
FOLDERS = {
    "examples": "larande-exempel/",
    "focus area": "fokusomraden/psykisk-halsa/",
    "network": "natverk/ips/",
    "municipality": "kommuner/huddinge/",
    "role": "larande-exempel/yrkesroll/stodpedagog/",
}


def read(raw: bytes):
    parsed = feedparser.parse(BytesIO(raw))
    assert not parsed.bozo, parsed.bozo_exception
    return parsed


@pytest.fixture
def examples():
    return [
        an_example(f"exempel-{n}", id=f"FC-2026-00{n}", title=f"Exempel {n}: <b> & “å”", **WIDE,
                   review={"published": date(2026, 1, n), "updated": date(2026, 3, 10 - n)})
        for n in range(1, 5)
    ]  # fmt: skip


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
@pytest.mark.parametrize("file", ["rss.xml", "atom.xml"])
def test_a_feed_reader_finds_every_example(settings, examples, folder, file):
    parsed = read(feeds_of(a_catalogue(*examples), settings, TODAY)[folder + file])

    assert [entry.link for entry in parsed.entries] == [
        f"https://exempelbanken.example/larande-exempel/{one.slug}/" for one in examples
    ]
    for entry, example in zip(parsed.entries, examples, strict=True):
        assert date(*entry.published_parsed[:3]) == example.review.published
        assert example.lessons[0] in (entry.content[0].value if "content" in entry
                                      else entry.description)  # fmt: skip


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_the_json_feed_tells_the_same(settings, examples, folder):
    feed = json.loads(feeds_of(a_catalogue(*examples), settings, TODAY)[folder + "feed.json"])

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"https://exempelbanken.example/{folder}feed.json"
    assert [
        (item["title"], item["summary"], item["date_published"][:10], item["date_modified"][:10])
        for item in feed["items"]
    ] == [
        (one.title, one.summary, str(one.review.published), str(one.review.updated))
        for one in examples
    ]
    assert len({item["id"] for item in feed["items"]}) == len(examples)


def test_the_three_formats_use_the_same_ids(settings, examples):
    files = feeds_of(a_catalogue(*examples, news()), settings, TODAY)

    for folder in (*FOLDERS.values(), "nyheter/"):
        rss = [entry.id for entry in read(files[folder + "rss.xml"]).entries]
        atom = [entry.id for entry in read(files[folder + "atom.xml"]).entries]
        items = json.loads(files[folder + "feed.json"])["items"]
        assert rss == atom == [item["id"] for item in items] != []


def test_text_comes_out_as_it_went_in(settings):
    title = "5 % < 10 %, C#, “A & B” ]]> <i>x</i>"
    files = feeds_of(a_catalogue(an_example(title=title, **WIDE)), settings, TODAY)

    entry = read(files["larande-exempel/atom.xml"]).entries[0]
    assert (entry.title_detail.type, entry.title) == ("text/plain", title)
    rss = feedparser.parse(files["larande-exempel/rss.xml"], sanitize_html=False).entries[0]
    assert rss.title == "5 % &lt; 10 %, C#, “A &amp; B” ]]&gt; &lt;i&gt;x&lt;/i&gt;"


def test_characters_that_xml_cannot_write_are_left_out(settings):
    broken = an_example(title="Ett\x00 två\x0b \ufffe", lessons=("a\x1fb",))
    files = feeds_of(a_catalogue(broken), settings, TODAY)

    assert read(files["larande-exempel/atom.xml"]).entries[0].title == "Ett två"
    assert "ab" in read(files["larande-exempel/rss.xml"]).entries[0].description


def test_links_within_the_site_are_given_a_host(settings):
    item = news(text="Läs [mer](/kalendarium/).")
    files = feeds_of(a_catalogue(item), settings, TODAY)

    assert (
        'href="https://exempelbanken.example/kalendarium/"'
        in (json.loads(files["nyheter/feed.json"])["items"][0]["content_html"])
    )


# ---- The life of an example ----


def test_a_revised_example_keeps_its_id_and_moves_to_the_top(settings):
    def example(version, updated):
        review = {"version": version, "updated": updated, "published": date(2026, 1, 1)}
        return an_example("en", id="FC-2026-001", review=review)

    other = an_example("annat", id="FC-2026-002", review={"updated": date(2026, 2, 2)})
    before = channels_of(a_catalogue(example(1, date(2026, 1, 1)), other), settings, TODAY)[1]
    after = channels_of(a_catalogue(example(2, date(2026, 3, 1)), other), settings, TODAY)[1]

    assert before.items[1].id == after.items[0].id
    assert after.items[0].published == date(2026, 1, 1)
    assert after.updated == date(2026, 3, 1)


def test_an_id_stays_when_the_site_moves_and_the_title_changes(settings):
    elsewhere = settings.organisation.model_copy(update={"url": "https://ny.example/bank/"})
    moved = replace(settings, organisation=elsewhere)
    old, new = an_example("gammal", title="Gammal"), an_example("ny", title="Ny")

    was = channels_of(a_catalogue(old), settings, TODAY)[1].items[0]
    now = channels_of(a_catalogue(new), moved, TODAY)[1].items[0]
    assert (was.id, now.address) == (now.id, "https://ny.example/bank/larande-exempel/ny/")


def test_an_archived_example_stands_in_no_feed(settings):
    archived = an_example(review={"state": ReviewState.ARCHIVED})

    files = feeds_of(a_catalogue(archived), settings, TODAY)
    assert not [name for name, raw in files.items() if archived.title.encode() in raw]


@pytest.mark.parametrize("state", [ReviewState.PAUSED, ReviewState.WITHDRAWN])
def test_what_is_paused_or_withdrawn_is_told_to_atom_readers_without_a_word_of_it(settings, state):
    hidden = a_hidden(id="FC-2026-009", review={"state": state, "updated": date(2026, 3, 5)})
    item = news(title="Nytt exempel", example="FC-2026-009")
    shown = channels_of(a_catalogue(an_example(id="FC-2026-009")), settings, TODAY)[1].items[0]
    files = feeds_of(a_catalogue(hidden, item), settings, TODAY)

    atom = files["larande-exempel/atom.xml"].decode()
    assert f'deleted-entry ref="{shown.id}" when="2026-03-05T03:00:00+01:00"' in atom
    assert "deleted-entry" in files["nyheter/atom.xml"].decode()
    assert not [name for name, raw in files.items() if "Bildstöd".encode() in raw]


def test_news_to_come_waits(settings):
    coming = news(published=date(2026, 3, 17))

    assert channels_of(a_catalogue(coming), settings, TODAY)[0].items == ()
    assert channels_of(a_catalogue(coming), settings, date(2026, 3, 17))[0].items != ()


def test_an_example_is_not_told_twice_in_a_mixed_feed(settings):
    example = an_example(**WIDE)
    item = news(example=example.id, focus_areas=("psykisk-halsa",))
    found = {one.name: one for one in channels_of(a_catalogue(example, item), settings, TODAY)}

    assert [entry.title for entry in found["Psykisk hälsa"].items] == [example.title]


# ---- All of them ----


def test_a_feed_holds_the_latest_fifty(settings):
    many = [
        an_example(f"e{n}", id=f"FC-2026-{n:03}", review={"updated": date(2026, 2, 2 + n % 20)})
        for n in range(MOST + 20)
    ]
    feed = channels_of(a_catalogue(*many), settings, TODAY)[1]

    assert len(feed.items) == MOST
    assert min(entry.updated for entry in feed.items) > date(2026, 2, 6)


def test_the_same_content_gives_the_same_bytes_whatever_the_day(settings, examples):
    catalogue = a_catalogue(*examples, news())

    assert feeds_of(catalogue, settings, TODAY) == feeds_of(catalogue, settings, date(2026, 3, 30))


def test_every_municipality_and_role_can_be_followed_before_anything_is_there(settings):
    files = feeds_of(a_catalogue(), settings, TODAY)

    for place in settings.municipalities:
        assert read(files[f"kommuner/{place.id}/atom.xml"]).feed.title
    for role in settings.vocabulary("roles"):
        assert f"larande-exempel/yrkesroll/{role.id}/kalender.ics" in files


def test_programs_find_the_feeds_from_their_pages(settings, examples):
    catalogue = a_catalogue(*examples)
    links = Feeds(catalogue, settings, TODAY).discovery
    files = feeds_of(catalogue, settings, TODAY)

    assert 'type="text/calendar"' in links["natverk/ips/"]
    for page in ("", "nyheter/", *FOLDERS.values()):
        for address in links[page].split('href="https://exempelbanken.example/')[1:]:
            assert address.partition('"')[0] in files
