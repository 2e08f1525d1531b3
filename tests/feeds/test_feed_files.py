"""A file is made whole by its maker, whatever others are made before it."""

from datetime import date
from itertools import groupby

import pytest

from exempelbank.feeds.files import Feeds
from tests.builders import TODAY
from tests.feeds.builders import a_catalogue, an_example, event, news

WIDE = {"municipality": "huddinge", "roles": ("stodpedagog",), "networks": ("ips",)}
RECORDS = (
    an_example("har", id="FC-2026-001", **WIDE),
    an_example("dar", id="FC-2026-002", summary="", review={"updated": date(2026, 3, 2)}, **WIDE),
    news(municipalities=("huddinge",)),
    event(networks=("ips",)),
)


def makers(settings):
    return dict(Feeds(a_catalogue(*RECORDS), settings, TODAY).files())


def test_a_file_is_the_same_made_alone_after_others_and_again(settings):
    shared = makers(settings)

    for address, make in shared.items():
        assert make() == makers(settings)[address]() == make()


@pytest.mark.parametrize(("file", "entry"), [("rss.xml", b"item"), ("atom.xml", b"entry")])
def test_an_entry_is_the_same_in_every_feed_it_stands_in(settings, file, entry):
    files = makers(settings)

    def entries(folder):
        _head, *rest = files[folder + file]().split(b"<%s>" % entry)
        return {one.partition(b"</%s>" % entry)[0] for one in rest}

    assert len(entries("larande-exempel/")) == 2
    assert entries("larande-exempel/") == entries("natverk/ips/") < entries("kommuner/huddinge/")


def test_files_of_one_format_come_after_one_another(settings):
    formats = [address.rpartition(".")[2] for address in makers(settings)]
    names = [address.rpartition("/")[2] for address in makers(settings)]

    assert [name for name, _ in groupby(formats)] == ["xml", "json", "ics"]
    assert [name for name, _ in groupby(names)][:3] == ["rss.xml", "atom.xml", "feed.json"]
