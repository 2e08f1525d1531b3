"""A file says what decides its bytes, so that one that stays need not be written."""

from datetime import date

import pytest

from generator.feeds.entries import Entries
from generator.feeds.files import Feeds
from generator.feeds.open_data import JSON, open_data_of, unwritten_data
from generator.model.review import ReviewState
from tests.builders import TODAY, Remembering, sample_settings
from tests.feeds.builders import (
    a_catalogue,
    a_hidden,
    an_example,
    event,
    feeds_of,
    news,
)


def mark(record):
    return record.model_dump_json().encode()


def made_of(settings, *records, today=TODAY):
    catalogue = a_catalogue(*records)
    files = [*Feeds(catalogue, settings, today).unwritten(), *unwritten_data(catalogue, settings)]
    return {file.address: file.made_of(mark) for file in files}


def written(settings, *records, today=TODAY):
    catalogue = a_catalogue(*records)
    return {**feeds_of(catalogue, settings, today), **open_data_of(catalogue, settings)}


HERE = an_example("har", id="FC-2026-001", municipality="huddinge", roles=("stodpedagog",))
THERE = an_example("dar", id="FC-2026-002", municipality="nacka", roles=("stodassistent",))
NEWS, MEETING = news(municipalities=("nacka",)), event(networks=("ips",))
BEFORE = (HERE, THERE, NEWS, MEETING)
CHANGES = {
    "nothing": BEFORE,
    "a title": (HERE.model_copy(update={"title": "Nytt"}), THERE, NEWS, MEETING),
    "a section": (HERE, THERE.model_copy(update={"sections": {}}), NEWS, MEETING),
    "an example is taken away": (HERE, NEWS, MEETING),
    "an example is paused": (
        HERE,
        a_hidden("dar", id="FC-2026-002", review={"state": ReviewState.PAUSED}),
        NEWS,
        MEETING,
    ),
    "an example moves": (HERE.model_copy(update={"municipality": "nacka"}), THERE, NEWS, MEETING),
    "a news item": (HERE, THERE, NEWS.model_copy(update={"text": "Annat."}), MEETING),
    "news to come": (*BEFORE, news("sedan", date(2026, 3, 17))),
    "an event": (HERE, THERE, NEWS, MEETING.model_copy(update={"cancelled": True})),
}


@pytest.mark.parametrize("after", CHANGES.values(), ids=CHANGES)
def test_a_file_whose_bytes_change_is_made_of_something_else(settings, after):
    old, new = written(settings, *BEFORE), written(settings, *after)
    changed = {address for address in new if new[address] != old.get(address)}

    was, now = made_of(settings, *BEFORE), made_of(settings, *after)
    assert changed <= {address for address in now if now[address] != was.get(address)}


def test_a_change_leaves_the_feeds_of_others_alone(settings):
    was = made_of(settings, *BEFORE)
    now = made_of(settings, *CHANGES["a title"])

    changed = {address for address in now if now[address] != was[address]}
    assert "kommuner/huddinge/atom.xml" in changed and "data/exempel.csv" in changed
    assert not [one for one in changed if "nacka" in one or "stodassistent" in one]


def test_a_day_that_brings_no_news_changes_nothing(settings):
    tomorrow = date(2026, 3, 17)
    coming = news("sedan", tomorrow, municipalities=("nacka",))

    assert made_of(settings, *BEFORE, today=tomorrow) == made_of(settings, *BEFORE)
    was, now = made_of(settings, coming), made_of(settings, coming, today=tomorrow)
    assert {address for address in now if now[address] != was[address]} == {
        f"{folder}{file}"
        for folder in ("nyheter/", "kommuner/nacka/")
        for file in ("rss.xml", "atom.xml", "feed.json")
    }


def test_no_entry_is_worked_out_before_a_file_is_written(settings, monkeypatch):
    monkeypatch.setattr(Entries, "of", None)

    assert made_of(settings, *BEFORE)


def test_what_an_example_became_in_the_data_is_remembered_while_it_is_there(settings):
    memory, catalogue = Remembering(), a_catalogue(HERE, THERE)

    def written(catalogue):
        return {file.address: file.whole() for file in unwritten_data(catalogue, settings, memory)}

    assert written(catalogue) == open_data_of(catalogue, settings)
    assert memory.shelves[JSON][catalogue.mark(HERE)] in written(catalogue)["data/exempel.json"]

    assert written(a_catalogue(HERE)) == open_data_of(a_catalogue(HERE), settings)
    assert memory.shelves[JSON].keys() == {catalogue.mark(HERE)}


# ---- An entry ----


@pytest.mark.parametrize(("file", "entry"), [("rss.xml", b"<item>"), ("atom.xml", b"<entry>")])
@pytest.mark.parametrize(
    "given",
    [
        {"title": 'Citat " och \t tecken <&>'},
        {"summary": ""},
        {"work_areas": ()},
        {"lessons": (), "summary": ""},
    ],
    ids=["signs", "no summary", "no tags", "no text"],
)
def test_an_entry_is_the_same_whatever_entries_come_before_it(settings, file, entry, given):
    last = an_example("sist", id="FC-2026-002", review={"updated": date(2026, 2, 2)}, **given)
    first = an_example(
        "forst",
        id="FC-2026-001",
        review={"updated": date(2026, 3, 2)},
        **{**given, "title": "Först"},
    )

    alone = feeds_of(a_catalogue(last), settings, TODAY)[f"larande-exempel/{file}"]
    among = feeds_of(a_catalogue(first, last), settings, TODAY)[f"larande-exempel/{file}"]
    assert among.count(entry) == 2
    assert alone.partition(entry)[2] == among.rpartition(entry)[2]


def test_what_is_kept_of_an_example_goes_with_it_though_nothing_is_written():
    memory, settings = Remembering(), sample_settings()
    for file in unwritten_data(a_catalogue(an_example()), settings, memory):
        file.whole()
    assert any(memory.shelves.values())

    list(unwritten_data(a_catalogue(), settings, memory))
    assert not any(memory.shelves.values())
