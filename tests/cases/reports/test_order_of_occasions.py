"""The kind: the order in a file is believed where time should decide, and nobody is told that days
stand in a wrong order.

Source: calendars that put a course under its last day, since the first in its file was taken for
the next (an issue each of rOpenSci's and MDN's sites, and of two like them).
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from icalendar import Calendar

from exempelbank.checks import check_record
from exempelbank.documents import document_from
from exempelbank.feeds.calendar import CalendarWriter
from exempelbank.mail.digest import build_digest
from exempelbank.mail.letter import text_from
from exempelbank.model.content import Event, FocusArea, Initiative, Network
from exempelbank.problems import Problems
from exempelbank.records import record_from
from exempelbank.site.pages import event as event_page
from exempelbank.site.pages import events, networks
from tests.feeds.builders import NETWORK, a_catalogue, event, occasion
from tests.site.pages.builders import Read, pages_of, the_settings

TODAY = date(2026, 3, 16)
APRIL = occasion("2026-04-10 09:00", "2026-04-10 12:00")
MAY = occasion("2026-05-07", "2026-05-08")
JUNE = occasion("2026-06-10 09:00", "2026-06-10 12:00")


def problems_in(kind, front_matter):
    """What check says of a file: the line, what is wrong, and how bad it is."""
    document, problems = document_from("content/x/y.md", f"---\n{front_matter}---\n"), Problems()
    record = record_from(document, kind, problems)
    check_record(document, record, the_settings(), problems)
    return [(found.location.line, found.says, found.severity.value) for found in problems]


def problems_of(*occasions):
    lines = "".join(f"  - starts: {starts}\n    ends: {ends}\n" for starts, ends in occasions)
    return problems_in(Event, f"title: Kurs\nkind: kurs\noccasions:\n{lines}")


def everywhere(*occasions):
    """Where readers meet the days of a course: its page, lists, calendar, letter and search."""
    catalogue = a_catalogue(event("kurs", *occasions, title="Kursen", networks=(NETWORK.id,)))
    pages = pages_of(events, event_page, networks, of=catalogue)
    settings = the_settings()
    raw = CalendarWriter(settings).write("", catalogue.events)
    digest = build_digest(catalogue, TODAY, date(2026, 3, 31))
    return {
        **{address: page.html + page.head for address, page in pages.items()},
        "calendar": [part.decoded("dtstart") for part in Calendar.from_ical(raw).walk("VEVENT")],
        "letter": text_from(digest, settings),
    }


# ---- As reported ----


def test_a_course_whose_days_stand_the_wrong_way_round_comes_in_april_and_check_says_so():
    pages = everywhere(JUNE, APRIL)

    assert "Fredag 10 april 2026" in Read(pages["kalendarium/kurs/"]).text
    assert "Juni 2026" not in Read(pages["kalendarium/"]).text
    assert "April 2026" in Read(pages["kalendarium/"]).text
    assert problems_of(
        ("2026-06-10 09:00", "2026-06-10 12:00"), ("2026-04-10 09:00", "2026-04-10 12:00")
    ) == [(4, "står inte i tidsordning", "warning")]


# ---- Others of the kind ----


@hypothesis_settings(max_examples=3, deadline=None)
@given(st.permutations([APRIL, MAY, JUNE]))
def test_the_order_in_the_file_changes_nothing_that_readers_meet(occasions):
    assert everywhere(*occasions) == everywhere(APRIL, MAY, JUNE)


def test_an_event_is_over_when_the_occasion_that_lasts_longest_is():
    month = occasion("2026-03-01", "2026-03-31")
    course = event("kurs", month, occasion("2026-03-05 09:00", "2026-03-05 10:00"))

    assert course.last_day == date(2026, 3, 31)
    assert [found.id for found in a_catalogue(course).events_from(TODAY)] == ["kurs"]


@pytest.mark.parametrize(
    ("occasions", "expected"),
    [
        ([("2026-04-10 09:00", "2026-04-10 12:00"), ("2026-04-10 12:00", "2026-04-10 13:00")], []),
        ([("2026-04-10", "2026-04-10"), ("2026-04-11 00:00", "2026-04-11 09:00")], []),
        (
            [("2026-04-10 09:00", "2026-04-10 12:00"), ("2026-04-10 11:59", "2026-04-10 13:00")],
            [(7, "börjar innan tillfälle 1 är slut", "warning")],
        ),
        (
            [("2026-04-10 09:00", "2026-04-10 12:00"), ("2026-04-10", "2026-04-11")],
            [
                (4, "står inte i tidsordning", "warning"),
                (5, "börjar innan tillfälle 2 är slut", "warning"),
            ],
        ),
        (
            [("2026-04-10 09:00", "2026-04-10 12:00")] * 2,
            [(7, "är samma tid som tillfälle 1", "warning")],
        ),
    ],
    ids=["one after the other", "the day after a whole day", "overlap", "a whole day", "twice"],
)
def test_occasions_that_meet_are_told_at_their_line(occasions, expected):
    assert problems_of(*occasions) == expected


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("2026-05-01 12:00", []),
        ("2026-05-02 12:00", [(6, "är 31 dagar efter att det börjar", "warning")]),
        ("2062-04-01 12:00", [(6, "är 13149 dagar efter att det börjar", "warning")]),
    ],
)
def test_days_that_the_calendar_leaves_unmarked_are_told_of(ends, expected):
    assert problems_of(("2026-04-01 09:00", ends)) == expected


def test_one_long_occasion_is_held_against_all_that_fall_within_it():
    found = problems_of(
        ("2026-04-01", "2026-04-30"),
        ("2026-04-02 09:00", "2026-04-02 10:00"),
        ("2026-04-09 09:00", "2026-04-09 10:00"),
    )

    assert [line for line, _says, _severity in found] == [7, 9]


@pytest.mark.parametrize(
    ("kind", "front_matter", "line"),
    [
        (
            Initiative,
            "title: x\nstatus: pagar\nstarts: 2026-03-01\nends: 2025-03-01\n",
            5,
        ),
        (
            Network,
            "title: x\nform: natverk\nrun: planerat\nstatus: avslutat\n"
            "decided: 2026-03-01\nended: 2026-02-28\n",
            7,
        ),
        (FocusArea, "title: x\nperiods:\n  - from: 2025\n    to: 2024\n", 5),
    ],
    ids=["initiative", "network", "focus area"],
)
def test_whatever_ends_before_it_starts_is_told(kind, front_matter, line):
    assert problems_in(kind, front_matter) == [(line, "slutar innan det börjar", "warning")]
