"""The calendar: what stands in which list, on which day, and what one can do there."""

import json
import re
from datetime import date
from itertools import pairwise

import pytest

from exempelbank.model.content import Network
from exempelbank.site.components.months import months_of
from exempelbank.site.pages import event as event_page
from exempelbank.site.pages import events, month_view, past_events
from exempelbank.site.pages import news as news_pages
from tests.builders import TODAY
from tests.feeds.builders import a_catalogue, event, news, occasion
from tests.site.pages.builders import Read, a_site, pages_of

COMING = occasion("2026-04-14 13:00", "2026-04-14 15:00")
PAST = occasion("2025-11-12 13:00", "2025-11-12 15:00")


def printed(*given):
    return pages_of(events, event_page, month_view, past_events, of=a_catalogue(*given))


def links_on(page):
    return Read(page).links


def test_what_comes_stands_in_the_calendar_and_what_has_been_under_its_year():
    pages = printed(event("snart", COMING), event("i-fjol", PAST))

    assert "/kalendarium/snart/" in links_on(pages["kalendarium/"])
    assert "/kalendarium/i-fjol/" not in links_on(pages["kalendarium/"])
    assert "/kalendarium/i-fjol/" in links_on(pages["kalendarium/arkiv/2025/"])


def test_an_event_of_today_still_comes():
    today = event("i-dag", occasion(f"{TODAY} 08:00", f"{TODAY} 09:00"))

    assert "/kalendarium/i-dag/" in links_on(printed(today)["kalendarium/"])


def test_a_course_stands_under_its_next_day():
    course = event("kurs", occasion("2026-03-02 09:00", "2026-03-02 16:00"), COMING)

    assert 'datetime="2026-04-14"' in printed(course)["kalendarium/"].html


@pytest.mark.parametrize(
    "word", ["slag/kurs", "natverk/ips", "fokusomrade/psykisk-halsa", "yrkesroll/enhetschef"]
)
def test_every_value_has_a_page_without_a_script(word):
    chosen = event(
        "vald",
        kind="kurs",
        networks=("ips",),
        focus_areas=("psykisk-halsa",),
        roles=("enhetschef",),
    )
    page = printed(chosen, event("en-annan"))[f"kalendarium/{word}/"]

    assert "/kalendarium/vald/" in links_on(page)
    assert "/kalendarium/en-annan/" not in links_on(page)


def test_a_value_whose_events_are_over_keeps_its_page_and_shows_them():
    page = printed(event("i-fjol", PAST, kind="kurs"))["kalendarium/slag/kurs/"]

    assert "/kalendarium/i-fjol/" in links_on(page)


def test_the_script_finds_the_values_of_each_row():
    row = event("vald", kind="kurs", roles=("enhetschef", "stodpedagog"))

    page = printed(row)["kalendarium/"]

    assert 'data-values="slag:kurs yrkesroll:enhetschef yrkesroll:stodpedagog"' in page.html


def test_an_empty_calendar_leads_on():
    page = printed()["kalendarium/"]

    assert "/prenumerera/#kalender-kalendarium" in links_on(page)


def test_a_year_has_each_month_once_with_the_latest_first():
    long = event("lang", occasion("2025-04-29 09:00", "2025-05-02 16:00"))
    short = event("kort", occasion("2025-05-01 09:00", "2025-05-01 10:00"))
    early = event("tidig", occasion("2025-04-02 09:00", "2025-04-02 10:00"))

    text = Read(printed(long, short, early)["kalendarium/arkiv/2025/"]).text

    assert text.count("Maj 2025") == text.count("April 2025") == 1
    assert text.index("Maj 2025") < text.index("April 2025")


@pytest.mark.parametrize("section", ["kalendarium", "nyheter"])
def test_a_year_of_what_has_been_is_marked_among_the_years(section):
    given = [news(published=date(year, 3, 2), id=f"n{year}") for year in (2025, 2026)]
    given += [event("i-ar", occasion("2026-01-12 13:00", "2026-01-12 15:00")), event("forr", PAST)]
    page = pages_of(news_pages, past_events, of=a_catalogue(*given))[f"{section}/arkiv/2025/"]

    years = re.findall(r'<a [^>]*href="([^"]*/arkiv/\d+/)"([^>]*)>', page.html)
    assert years == [
        (f"/{section}/arkiv/2026/", ""),
        (f"/{section}/arkiv/2025/", ' aria-current="true"'),
    ]


# ---- Signing up ----

SIGN_UP = "https://anmalan.example/traff"


@pytest.mark.parametrize(
    ("given", "open_"),
    [
        ({}, True),
        ({"sign_up_by": TODAY}, True),
        ({"sign_up_by": date(2026, 3, 15)}, False),
        ({"cancelled": True}, False),
    ],
    ids=["no last day", "on the last day", "the day after", "cancelled"],
)
def test_one_can_sign_up_until_the_last_day(given, open_):
    pages = printed(event("traff", sign_up=SIGN_UP, **given))

    assert (SIGN_UP in links_on(pages["kalendarium/"])) == open_
    assert (SIGN_UP in links_on(pages["kalendarium/traff/"])) == open_


def test_the_address_to_sign_up_at_can_be_no_script():
    dangerous = event("traff").model_copy(update={"sign_up": "javascript:alert(1)"})

    pages = printed(dangerous)

    assert not [page for page in pages.values() if "javascript:alert" in page.html]


def test_an_event_is_saved_from_where_its_own_calendar_lies():
    site = a_site(a_catalogue(event("traff")))

    assert "/kalendarium/traff/traff.ics" in links_on(site.pages["kalendarium/traff/"])
    assert "kalendarium/traff/traff.ics" in site.files


def test_a_cancelled_event_says_so_everywhere_and_is_not_to_be_saved():
    pages = printed(event("traff", cancelled=True))

    for address in ("kalendarium/", "kalendarium/traff/", "kalendarium/manad/2026-04/"):
        assert "Inställt" in Read(pages[address]).text, address
    assert "/kalendarium/traff/traff.ics" not in links_on(pages["kalendarium/traff/"])


# ---- Whom to ask, and how to find there ----

ITS_NETWORK = Network(
    id="ko",
    title="Kö",
    form="natverk",
    run="planerat",
    status="pagar",
    contact_email="ko@forumcarpe.example",
)


@pytest.mark.parametrize(
    ("given", "answers"),
    [
        ({"networks": ("ips", "ko"), "contact_email": "kurser@forumcarpe.example"}, "kurser"),
        ({"networks": ("ips", "ko")}, "ko"),
        ({"networks": ("ips",)}, "exempel"),
        ({"cancelled": True}, "exempel"),
        ({"sign_up": SIGN_UP, "sign_up_by": date(2026, 3, 15)}, "exempel"),
    ],
    ids=["its own", "its network's", "the office: the network has none", "the office", "closed"],
)
def test_every_event_says_whom_to_ask(given, answers):
    one = event("traff", **given)
    page = pages_of(event_page, of=a_catalogue(one, ITS_NETWORK))["kalendarium/traff/"]
    letters = {link for link in Read(page).links if link.startswith("mailto:")}

    assert letters == {
        f"mailto:{answers}@forumcarpe.example?subject=En%20fr%C3%A5ga%20om%20En%20tr%C3%A4ff%2C"
        "%2014%20april%202026"
    }
    assert ("tel:+46846500400" in Read(page).links) == (answers == "exempel")


def test_the_address_of_the_place_stands_on_the_page_and_goes_with_it_into_a_calendar():
    one = event("traff", place="Stadshuset", address="Torget 1, en trappa upp")
    site = a_site(a_catalogue(one))

    assert "Torget 1, en trappa upp" in Read(site.pages["kalendarium/traff/"]).text
    calendar = site.files["kalendarium/traff/traff.ics"].decode()
    assert r"LOCATION:Stadshuset\, Torget 1\, en trappa upp" in calendar


# ---- For search engines ----


def test_the_facts_of_an_event_are_told_and_cannot_close_their_element():
    given = event("traff", title="</script><b>Träff", cancelled=True, digital=True)

    head = printed(given)["kalendarium/traff/"].head
    facts = json.loads(re.findall(r"<script[^>]*>(.*?)</script>", head)[0])

    assert facts["name"] == "</script><b>Träff"
    assert facts["startDate"] == "2026-04-14T13:00:00+02:00"
    assert facts["eventStatus"].endswith("EventCancelled")
    assert facts["eventAttendanceMode"].endswith("OnlineEventAttendanceMode")


# ---- As a table of days ----


def days_in(month):
    return {day.when: day.events for week in month.weeks for day in week.days if day}


def test_every_occasion_stands_on_its_day_and_a_night_on_both():
    night = occasion("2026-04-30 22:00", "2026-05-01 06:00")
    april, may = months_of([event("kurs", COMING, night)], date(2026, 4, 1))

    assert [day.day for day, found in days_in(april).items() if found] == [14, 30]
    assert [day.day for day, found in days_in(may).items() if found] == [1]
    assert april.event_count == 1


def test_the_months_are_those_with_something_and_the_one_that_is():
    months = months_of([event("i-fjol", PAST)], TODAY)

    assert [month.first for month in months] == [date(2025, 11, 1), date(2026, 3, 1)]


def test_a_slip_of_the_pen_does_not_fill_the_years():
    endless = event("kurs", occasion("2026-04-14 13:00", "2062-04-14 15:00"))

    assert len(months_of([endless], TODAY)) < 4


def test_weeks_have_seven_days_from_monday_and_the_number_people_use():
    [march] = months_of([], TODAY)

    assert [week.number for week in march.weeks] == [9, 10, 11, 12, 13, 14]
    assert all(len(week.days) == 7 for week in march.weeks)
    assert march.weeks[1].days[0].when == date(2026, 3, 2)


def test_a_month_leads_to_its_neighbours_past_the_empty_ones():
    pages = printed(event("i-fjol", PAST), event("snart", COMING))

    links = links_on(pages["kalendarium/manad/2026-03/"])

    assert "/kalendarium/manad/2025-11/" in links
    assert "/kalendarium/manad/2026-04/" in links


@pytest.mark.parametrize(
    "address",
    [
        "kalendarium/",
        "kalendarium/slag/natverkstraff/",
        "kalendarium/arkiv/2025/",
        "kalendarium/manad/2026-04/",
        "kalendarium/snart/",
    ],
)
def test_headings_come_in_order_below_one_h1(address):
    pages = printed(event("snart", COMING), event("i-fjol", PAST))

    levels = Read(pages[address]).headings

    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


# ---- Before, in the same series, and after ----


def test_an_activity_leads_to_its_preparation_and_its_follow_up_and_they_to_it():
    pages = printed(
        event("fore", occasion("2026-03-02 09:00", "2026-03-02 10:00"), title="Före"),
        event("mitt", COMING, preparation="Prova en dag.", preparatory_event="fore",
              follow_up_event="efter"),
        event("efter", occasion("2026-07-14 13:00", "2026-07-14 14:00")),
    )  # fmt: skip
    middle = Read(pages["kalendarium/mitt/"])

    assert "Prova en dag." in middle.text and "Uppföljning 3 månader senare" in middle.text
    assert {"/kalendarium/fore/", "/kalendarium/efter/"} <= set(middle.links)
    for other in ("fore", "efter"):
        assert "/kalendarium/mitt/" in links_on(pages[f"kalendarium/{other}/"])


def test_what_stands_as_preparation_does_not_stand_in_the_series_again():
    pages = printed(
        event("fore", PAST, series="Om sömn"),
        event("mitt", COMING, series="Om sömn", preparatory_event="fore"),
    )

    assert links_on(pages["kalendarium/mitt/"]).count("/kalendarium/fore/") == 1
    assert links_on(pages["kalendarium/fore/"]).count("/kalendarium/mitt/") == 1


def test_nobody_is_invited_online_to_what_has_been():
    pages = printed(event("var", PAST, digital=True), event("blir", COMING, digital=True))

    assert "delta på nätet" in Read(pages["kalendarium/blir/"]).text
    assert "delta på nätet" not in Read(pages["kalendarium/var/"]).text


def test_the_parts_of_a_series_are_numbered_without_the_cancelled_ones():
    days = ("2026-04-01", "2026-04-02", "2026-04-03")
    pages = printed(
        *(
            event(f"del-{day[-1]}", occasion(f"{day} 09:00", f"{day} 10:00"), series="Om sömn",
                  cancelled=day == days[1])
            for day in days
        )
    )  # fmt: skip

    text = Read(pages["kalendarium/"]).text
    assert text.index("Del 1 av 2") < text.index("Del 2 av 2")
    assert {"/kalendarium/del-1/", "/kalendarium/del-2/"} <= set(
        links_on(pages["kalendarium/del-3/"])
    )


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"participants": 34}, "34 deltagare"),
        ({"participants": 4}, ""),
        ({"participants": 34, "cancelled": True}, ""),
        ({}, ""),
    ],
)
def test_how_many_came_is_told_of_what_has_been_unless_they_were_few(given, says):
    pages = printed(event("i-fjol", PAST, **given), event("snart", COMING, participants=77))
    row, page = (
        Read(pages[f"kalendarium/{address}"]).text for address in ("arkiv/2025/", "i-fjol/")
    )

    assert ("deltagare" in row) == bool(says) and says in row
    assert ("34" in page) == bool(says)
    assert ("färre än fem" in page) == (given == {"participants": 4})
    assert "77" not in Read(pages["kalendarium/snart/"]).text


def test_only_the_total_stands_on_the_site():
    past = event(
        "i-fjol",
        PAST,
        participants=34,
        participants_by_role=[{"role": "sjukskoterska", "number": 7}],
    )
    page = Read(printed(past)["kalendarium/i-fjol/"]).text

    assert "34" in page and "Sjuksköterska" not in page and "7" not in page
