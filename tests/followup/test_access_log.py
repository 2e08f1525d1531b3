"""A log from a web server -> counts, and nothing about anyone."""

import pytest

from exempelbank.followup.access_log import read_log, subscribers_by_feed, visits_by_month
from tests.builders import sample_settings

BROWSER = "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"


@pytest.fixture(scope="module")
def settings():
    return sample_settings()


def line(path="/", who="192.0.2.1", day="16/Mar/2026", status=200, agent=BROWSER, method="GET"):
    asked = f'{who} - - [{day}:10:00:00 +0100] "{method} {path} HTTP/1.1" {status} 512'
    return asked + (f' "-" "{agent}"' if agent is not None else "") + "\n"


def pages(settings, *lines):
    return read_log(lines, settings).pages


def test_pages_are_counted_by_month_and_section(settings):
    traffic = read_log(
        [line("/larande-exempel/bildstod/"), line("/larande-exempel/?typ=metod"), line("/nyheter/"),
         line("/", day="01/Apr/2026"), line("/om/", day="01/Apr/2026", agent=None)],
        settings,
    )  # fmt: skip

    assert traffic.pages == {("2026-03", "larande-exempel"): 2, ("2026-03", "nyheter"): 1,
                             ("2026-04", ""): 2}  # fmt: skip
    table = visits_by_month(traffic, settings)
    assert [(row[0], row[-1]) for row in table.rows] == [("2026-03", 3), ("2026-04", 2)]
    assert all(sum(row[1:-1]) == row[-1] for row in table.rows)


@pytest.mark.parametrize(
    "other",
    [
        {"status": 404}, {"status": 301}, {"method": "POST"}, {"method": "HEAD"},
        {"path": "/assets/exempelbank.1f0c9a2b.css"}, {"path": "/wp-login.php"},
        {"agent": "Googlebot/2.1"}, {"agent": "python-requests/2"},
    ],
)  # fmt: skip
def test_what_is_no_reader_of_a_page_is_not_counted(settings, other):
    assert not pages(settings, line(**other))


def test_a_reader_is_one_subscriber_however_often_it_fetches(settings):
    feed = "/nyheter/rss.xml"
    traffic = read_log(
        [line(feed), line(feed, status=304), line(feed, who="192.0.2.2"),
         line(feed, day="17/Mar/2026")],
        settings,
    )  # fmt: skip

    assert subscribers_by_feed(traffic).rows == (("nyheter/rss.xml", 2),)
    assert not traffic.pages


def test_a_service_says_for_how_many_it_fetches(settings):
    feed = "/fokusomraden/psykisk-halsa/atom.xml"
    service = "Feedly/1.0 (+https://feedly.example; 12 subscribers)"
    traffic = read_log(
        [line(feed, agent=service), line(feed, agent=service, who="192.0.2.9"), line(feed)],
        settings,
    )

    assert traffic.subscribers == {feed[1:]: 13}


def test_no_visitor_is_kept(settings):
    traffic = read_log(
        [line(who="198.51.100.77"), line("/nyheter/rss.xml", who="198.51.100.77")], settings
    )

    assert "198.51.100.77" not in repr(traffic)


@pytest.mark.parametrize(
    "garbage",
    ["inte en logg\n", '"' * 5000, "[" * 5000, line(day="99/Xyz/2026"), "\\" * 5000,
     "1 - - [" + "x " * 4000],
    ids=["words", "quotes", "brackets", "no such day", "backslashes", "spaces"],
)  # fmt: skip
def test_lines_that_are_no_log_lines_are_counted_as_such(settings, garbage):
    traffic = read_log([garbage, line()], settings)

    assert traffic.unparsed == 1 and sum(traffic.pages.values()) == 1
