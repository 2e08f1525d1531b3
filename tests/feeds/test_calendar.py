"""Calendars, read back as a calendar program reads them."""

from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar

from tests.builders import TODAY
from tests.feeds.builders import a_catalogue, event, feeds_of, occasion


def read(raw: bytes):
    return Calendar.from_ical(raw).walk("VEVENT")


def only_one(settings, **given):
    return read(
        feeds_of(a_catalogue(event(**given)), settings, TODAY)["kalendarium/traff/traff.ics"]
    )[0]


def in_sweden(part, name, settings):
    return part.decoded(name).astimezone(settings.zone)


def test_the_whole_calendar_equals_the_catalogue(settings):
    events = [
        event(f"traff-{n}", occasion(f"2026-0{n}-14 13:00", f"2026-0{n}-14 15:30"),
              title=f"Träff {n}; med, tecken", place="Rum 1, Huset",
              networks=("ips",), roles=("cka",))
        for n in range(3, 8)
    ]  # fmt: skip
    files = feeds_of(a_catalogue(*events), settings, TODAY)

    for address in ("kalendarium/", "natverk/ips/", "larande-exempel/yrkesroll/cka/"):
        assert [
            (str(part["summary"]), str(part["location"]),
             in_sweden(part, "dtstart", settings).replace(tzinfo=None),
             in_sweden(part, "dtend", settings).replace(tzinfo=None))
            for part in read(files[address + "kalender.ics"])
        ] == [(one.title, one.place, one.starts, one.ends) for one in events]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        ("2026-03-28", 13, 12), ("2026-03-29", 1, 0), ("2026-03-29", 3, 1), ("2026-03-29", 13, 11),
        ("2026-10-24", 13, 11), ("2026-10-25", 1, 23), ("2026-10-25", 13, 12),
    ],
)  # fmt: skip
def test_times_are_right_on_both_sides_of_both_clock_changes(settings, day, hour, utc):
    starts = datetime.fromisoformat(f"{day} {hour:02}:00")
    one = occasion(str(starts), str(starts + timedelta(minutes=45)))
    files = feeds_of(a_catalogue(event("traff", one)), settings, TODAY)
    part = read(files["kalendarium/traff/traff.ics"])[0]

    assert in_sweden(part, "dtstart", settings).replace(tzinfo=None) == starts
    assert part.decoded("dtstart").hour == utc


def test_a_meeting_over_the_change_is_as_long_as_it_is(settings):
    night = occasion("2026-03-28 22:00", "2026-03-29 06:00")
    part = read(
        feeds_of(a_catalogue(event("natt", night)), settings, TODAY)["kalendarium/natt/natt.ics"]
    )[0]

    assert part.decoded("dtend") - part.decoded("dtstart") == timedelta(hours=7)


def test_each_occasion_has_an_id_that_stays_when_it_is_moved(settings):
    days = (
        occasion("2026-04-01 09:00", "2026-04-01 16:00"),
        occasion("2026-04-08 09:00", "2026-04-08 16:00"),
    )
    moved = days[0], occasion("2026-04-09 10:00", "2026-04-09 16:00")

    def ids(*occasions):
        files = feeds_of(a_catalogue(event("kurs", *occasions)), settings, TODAY)
        return [str(part["uid"]) for part in read(files["kalendarium/kurs/kurs.ics"])]

    assert ids(*days) == ids(*moved)
    assert len(set(ids(*days))) == 2


def test_a_cancelled_event_says_so_and_replaces_what_was_saved(settings):
    was, now = only_one(settings), only_one(settings, cancelled=True)

    assert now["status"] == "CANCELLED"
    assert str(was["uid"]) == str(now["uid"]) and now["sequence"] > was["sequence"]
    assert str(now["summary"]) != str(was["summary"])


def test_a_changed_event_replaces_what_was_saved(settings):
    was, now = only_one(settings), only_one(settings, updated=date(2026, 3, 1))

    assert now["sequence"] > was["sequence"]
    assert now.decoded("last-modified") > was.decoded("last-modified")


@pytest.mark.parametrize("field", ["title", "summary", "place"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x85"])
def test_a_text_cannot_begin_a_line_of_its_own(settings, field, line_break):
    forged = f"Träff{line_break}ATTENDEE:mailto:x@y.example{line_break}BEGIN:VALARM"
    raw = feeds_of(a_catalogue(event(**{field: forged})), settings, TODAY)[
        "kalendarium/kalender.ics"
    ]

    lines = raw.decode().splitlines()
    assert not [line for line in lines if line.startswith(("ATTENDEE", "BEGIN:VALARM"))]
    assert len(read(raw)) == 1


def test_lines_are_folded_and_end_as_the_format_says(settings):
    long = event(title="Ö" * 90, summary="å" * 250)
    raw = feeds_of(a_catalogue(long), settings, TODAY)["kalendarium/kalender.ics"]

    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 75 and b"\n" not in raw.replace(b"\r\n", b"")
    assert str(read(raw)[0]["summary"]) == "Ö" * 90


def test_an_empty_calendar_is_one_that_programs_take(settings):
    raw = feeds_of(a_catalogue(), settings, TODAY)["kalendarium/kalender.ics"]

    calendar = Calendar.from_ical(raw)
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Stockholm"]
    assert not calendar.walk("VEVENT")


def test_what_has_been_stays_for_the_year_after(settings):
    last_year = event("i-fjol", occasion("2025-01-10 09:00", "2025-01-10 10:00"))
    long_ago = event("forr", occasion("2024-12-31 09:00", "2024-12-31 10:00"))
    files = feeds_of(a_catalogue(last_year, long_ago), settings, TODAY)

    assert len(read(files["kalendarium/kalender.ics"])) == 1
    assert "kalendarium/forr/forr.ics" in files
