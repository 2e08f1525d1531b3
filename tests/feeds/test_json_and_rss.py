"""What JSON Feed 1.1 and RSS 2.0 require, one by one."""

import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest

from tests.builders import TODAY
from tests.feeds.builders import a_catalogue, an_example, feeds_of, news

URL = re.compile(r"https://exempelbanken\.example/\S*")


@pytest.fixture(scope="module")
def files(settings):
    example = an_example(title="A & B <i>", municipality="huddinge", networks=("ips",))
    return feeds_of(
        a_catalogue(example, news(), news("till"), news("kort", summary="", text="")),
        settings,
        TODAY,
    )


def text(value):
    return isinstance(value, str) and value != ""


def moment(value):
    return datetime.fromisoformat(value).tzinfo is not None


JSON_FEED = {
    "version is the address of the format": lambda f: f["version"]
    == "https://jsonfeed.org/version/1.1",
    "has a title": lambda f: text(f["title"]),
    "leads home and to itself": lambda f: URL.fullmatch(f["home_page_url"])
    and URL.fullmatch(f["feed_url"]),
    "names its authors as a list": lambda f: all(text(a["name"]) for a in f["authors"]),
    "language is a tag": lambda f: f["language"] == "sv",
    "each item has an id that is text": lambda f: all(text(i["id"]) for i in f["items"]),
    "ids are unique": lambda f: len({i["id"] for i in f["items"]}) == len(f["items"]),
    "each item has content": lambda f: all(isinstance(i["content_html"], str) for i in f["items"]),
    "each item leads to its page": lambda f: all(URL.fullmatch(i["url"]) for i in f["items"]),
    "dates follow RFC 3339": lambda f: all(
        moment(i[name]) for i in f["items"] for name in ("date_published", "date_modified")),
    "tags are a list of texts": lambda f: all(
        isinstance(i["tags"], list) and all(map(text, i["tags"])) for i in f["items"]),
    "what is empty is left out": lambda f: not [
        name for i in f["items"] for name in i if i[name] == "" and name != "content_html"],
}  # fmt: skip


@pytest.mark.parametrize("must", JSON_FEED.values(), ids=JSON_FEED)
def test_every_json_feed_does_what_the_format_requires(files, must):
    feeds = [json.loads(raw) for name, raw in files.items() if name.endswith("feed.json")]

    assert feeds and all(must(feed) for feed in feeds)


def one(element, name):
    return len(element.findall(name)) == 1 and bool(element.findtext(name))


def items(channel):
    return channel.findall("item")


def dates(channel):
    found = [channel.findtext("lastBuildDate")]
    return found + [item.findtext("pubDate") for item in items(channel)]


RSS = {
    "has a title, a link and a description": lambda c: all(
        one(c, name) for name in ("title", "link", "description")),
    "language is a tag": lambda c: c.findtext("language") == "sv",
    "links to itself": lambda c: [
        e for e in c.findall("{http://www.w3.org/2005/Atom}link") if e.get("rel") == "self"],
    "each item has a title and a description": lambda c: all(
        one(i, "title") and one(i, "description") for i in items(c)),
    "each item leads to its page": lambda c: all(
        URL.fullmatch(i.findtext("link")) for i in items(c)),
    "a guid that is no address says so": lambda c: all(
        i.find("guid").get("isPermaLink") == "false" for i in items(c)),
    "guids are unique": lambda c: len({i.findtext("guid") for i in items(c)}) == len(items(c)),
    "dates follow RFC 822, with a zone": lambda c: all(
        parsedate_to_datetime(date).tzinfo for date in dates(c)),
    "an item has at most one of each": lambda c: all(
        len(i.findall(n)) <= 1 for i in items(c) for n in ("title", "link", "guid", "pubDate")),
}  # fmt: skip


@pytest.mark.parametrize("must", RSS.values(), ids=RSS)
def test_every_rss_feed_does_what_the_format_requires(files, must):
    found = [ElementTree.fromstring(raw) for name, raw in files.items() if name.endswith("rss.xml")]

    assert found and all(rss.get("version") == "2.0" for rss in found)
    assert all(must(rss.find("channel")) for rss in found)
