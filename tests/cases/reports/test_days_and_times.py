"""The kind: a day or a time in a form that people use is refused, or what takes whole days can't be
told at all.

Source: an events file of a research infrastructure, where two events of five have no times and
three have 9:00; whole days that an add-to-calendar service and an iCalendar library got wrong.
"""

import json
import re
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from icalendar import Calendar

from exempelbank.documents import document_from
from exempelbank.mail.digest import build_digest
from exempelbank.mail.letter import text_from
from exempelbank.model.content import Event
from exempelbank.model.occasion import Occasion
from exempelbank.problems import Problems
from exempelbank.records import document_of, record_from
from exempelbank.settings.json_schema import schema_of
from exempelbank.site.pages import event as event_page
from exempelbank.site.pages import events, month_view, networks
from tests.builders import TODAY
from tests.feeds.builders import NETWORK, a_catalogue, event, feeds_of, occasion
from tests.site.pages.builders import Read, pages_of, the_settings

CONFERENCE = occasion("2026-06-10", "2026-06-11")
ONE_DAY = occasion("2026-06-10", "2026-06-10")
OVER_THE_MONTH = occasion("2026-06-29", "2026-07-02")
OVER_THE_YEAR = occasion("2026-12-31", "2027-01-01")


def printed(*occasions):
    given = event("traff", *occasions, networks=(NETWORK.id,))
    return pages_of(events, event_page, month_view, networks, of=a_catalogue(given))


def problems_in(starts, ends):
    problems = Problems()
    text = f"---\ntitle: x\nkind: kurs\noccasions:\n  - starts: {starts}\n    ends: {ends}\n---\n"
    record_from(document_from("content/events/x.md", text), Event, problems)
    return [(found.location.line, found.says) for found in problems]


# ---- As reported ----


def test_a_conference_of_two_whole_days_is_told_as_such():
    page = Read(printed(CONFERENCE)["kalendarium/traff/"])
    files = feeds_of(a_catalogue(event("traff", CONFERENCE)), the_settings(), TODAY)
    raw = files["kalendarium/traff/traff.ics"]

    assert "10–11 juni 2026" in page.text
    assert b"DTSTART;VALUE=DATE:20260610\r\nDTEND;VALUE=DATE:20260612\r\n" in raw
    [part] = Calendar.from_ical(raw).walk("VEVENT")
    assert (part.decoded("dtstart"), part.decoded("dtend")) == (
        date(2026, 6, 10),
        date(2026, 6, 12),
    )


def test_nine_with_a_full_stop_is_nine():
    read = Occasion(starts="2026-06-10 9.00", ends="2026-06-10 12.00")

    assert read.model_dump() == {"starts": "2026-06-10 09:00", "ends": "2026-06-10 12:00"}


# ---- Others of the kind ----


@pytest.mark.parametrize(
    "written",
    ["09:00", "9:00", "09.00", "9.00", "9", "09", "kl. 9", "kl 9.00", "kl.09:00", "09:00:00"],
)
def test_a_time_is_taken_as_people_write_it(written):
    read = Occasion(starts=f"2026-06-10 {written}", ends="2026-06-10 12:00")

    assert read.model_dump()["starts"] == "2026-06-10 09:00"


@pytest.mark.parametrize(
    "written",
    [
        "2:00",
        "kl. 2",
        "9.5",
        "9-12",
        "24:00",
        "25.00",
        "9:60",
        "0900",
        "9:00 PM",
        "12:00Z",
        "förmiddag",
    ],
)
def test_a_time_that_can_be_read_in_two_ways_or_none_is_told_with_how_to_write_it(written):
    problems = problems_in(f'"2026-06-10 {written}"', "2026-06-10 23:00")

    assert problems == [
        (5, "ska vara dag och klockslag, till exempel 2026-03-05 09:00, eller en hel dag")
    ]


@pytest.mark.parametrize(
    ("starts", "ends"),
    [("2026-06-10 09:00", "2026-06-10"), ("2026-06-10", "2026-06-11 16:00")],
)
def test_a_time_at_one_end_alone_is_told(starts, ends):
    assert problems_in(starts, ends) == [
        (5, "har klockslag bara för starten eller bara för slutet")
    ]


@pytest.mark.parametrize(
    ("starts", "ends", "says"),
    [
        ("2026-06-11", "2026-06-10", "ska sluta efter att det börjar"),
        ("2026-06-10 09:00", "2026-06-10 9.00", "ska sluta efter att det börjar"),
    ],
)
def test_the_end_comes_after_the_beginning_in_whole_days_too(starts, ends, says):
    assert problems_in(starts, ends) == [(5, says)]


@hypothesis_settings(max_examples=25, deadline=None)
@given(
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.integers(7, 23),
    st.integers(0, 59),
    st.sampled_from(["{} {:02}:{:02}", "{}T{}:{:02}", "{} {}.{:02}", "{}, kl. {}.{:02}"]),
)
def test_every_form_of_a_time_is_read_as_that_time_and_an_editor_takes_it(day, hour, minute, form):
    written = form.format(day, hour, minute)
    read = Occasion(starts=written, ends="2200-01-01 00:00")

    assert read.model_dump()["starts"] == f"{day} {hour:02}:{minute:02}"
    assert re.search(_pattern(), written) and re.search(_pattern(), str(day))


@cache
def _pattern():
    schema = schema_of(Event, the_settings())
    return schema["$defs"]["Occasion"]["properties"]["starts"]["pattern"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (ONE_DAY, "Onsdag 10 juni 2026"),
        (OVER_THE_MONTH, "29 juni – 2 juli 2026"),
        (OVER_THE_YEAR, "31 december 2026 – 1 januari 2027"),
    ],
)
def test_whole_days_are_told_as_short_as_they_can_be(given, says):
    text = Read(printed(given)["kalendarium/traff/"]).text

    assert says in text
    assert "0.00" not in text


def test_whole_days_stand_in_lists_and_on_each_day_of_the_month_without_an_hour():
    pages = printed(OVER_THE_MONTH)
    june = pages["kalendarium/manad/2026-06/"].html

    assert "29 juni – 2 juli 2026" in Read(pages["kalendarium/"]).text
    assert june.count("/kalendarium/traff/") == 2
    assert pages["kalendarium/manad/2026-07/"].html.count("/kalendarium/traff/") == 2
    assert "0.00" not in Read(june).text
    assert "29 juni – 2 juli 2026" in Read(pages["natverk/"]).text


def test_whole_days_come_before_the_hours_of_the_day():
    catalogue = a_catalogue(
        event("traff", occasion("2026-06-10 09:00", "2026-06-10 10:00")), event("x", ONE_DAY)
    )

    assert [one.id for one in catalogue.events_from(TODAY)] == ["x", "traff"]


def test_whole_days_are_over_when_the_last_of_them_is():
    catalogue = a_catalogue(event("traff", CONFERENCE))

    assert catalogue.events_from(date(2026, 6, 11))
    assert not catalogue.events_from(date(2026, 6, 12))


def test_search_engines_are_told_days_for_whole_days():
    head = printed(CONFERENCE)["kalendarium/traff/"].head
    facts = json.loads(re.findall(r"<script[^>]*>(.*?)</script>", head)[0])

    assert (facts["startDate"], facts["endDate"]) == ("2026-06-10", "2026-06-11")


def test_a_course_may_have_whole_days_and_hours():
    pages = printed(occasion("2026-04-10 09:00", "2026-04-10 12:00"), CONFERENCE)
    text = Read(pages["kalendarium/traff/"]).text

    assert "2 tillfällen" in text
    assert "9.00–12.00" in text and "10–11 juni 2026" in text


def test_the_letter_and_a_file_written_anew_keep_whole_days_as_they_are():
    given = event("traff", occasion("2026-04-10", "2026-04-11"))
    digest = build_digest(a_catalogue(given), date(2026, 3, 1), date(2026, 3, 31))

    assert "10–11 april 2026: En träff" in text_from(digest, the_settings())
    assert "starts: '2026-04-10'\n" in document_of(given, "content/events/traff.md").text
