"""A personal number is found in a finished file of any kind, and little else is taken for one."""

from __future__ import annotations

import pytest

from exempelbank.privacy.output_scan import contains_personal_number

PAGE = (
    '<svg viewBox="0 0 24 24"><path d="M4.5 11.1 11 45.11-9.874"/></svg>\n<p>{}</p>\n' + "x" * 300
)


@pytest.mark.parametrize(
    "text",
    [
        "811228-9874", "8112289874", "19811228-9874", "198112289874", "811228–9874", "811228 9874",
        "811228+9874", "811228 - 9874", "1981 12 28 9874", "811228 – 9874", "81-12-28-9874",
        "<strong>8112</strong>28-9874", "811228</em>-9874", "811228</a>-9874", "<b>811228</b> 9874",
        "<code>811228</code>-9874", "811228</td><td>9874", "811228<br />\n9874", "811228&nbsp;9874",
        "811228&#45;9874", "811228&#x2d;9874", "811228\u00ad9874", "8\u200b112289874",
        "８１１２２８-９８７４", "٨١١٢٢٨-٩٨٧٤", '<a href="/811228-9874/">x</a>',
        '<img alt="Kort med 811228-9874">',
        "Personnummer 811228-9874", "811228|9874", "811228:9874", "(811228) 9874",
    ],
)  # fmt: skip
def test_it_is_found_in_a_page(text: str) -> None:
    assert contains_personal_number("a/index.html", PAGE.format(f"Se {text} här.").encode())


@pytest.mark.parametrize(
    ("uri", "text"),
    [
        ("feed.xml", "<title>811228-9874</title>"),
        ("data.csv", "\ufeffid;text\n1;811228-9874\n"),
        ("data.json", '{"text": "Se 811228-9874."}'),
        ("data.json", '{"text": "Se 811228\\u20139874."}'),
        ("data.json", '{"text": "811228\\n9874"}'),
        ("sok/index/words/from-8.json", '[["811228-9874","-",1]]'),
        ("sok/index/found/from-8.json", '[["8112289874","ab","3*"],\n["x","a","b"]]'),
        ("kalender.ics", "SUMMARY:Möte om 811228-\r\n 9874 i sal 4\r\n"),
        ("_redirects", "/811228-9874 /x"),
        ("llms.txt", "811228-9874"),
        ("bilder/811228-9874.png", ""),
        ("skript.js", 'const x = "811228-9874";'),
    ],
)
def test_it_is_found_in_any_file_and_in_its_name(uri: str, text: str) -> None:
    assert contains_personal_number(uri, text.encode())


def test_it_is_found_wherever_a_large_file_is_cut() -> None:
    for before in range(49_900, 50_100, 7):
        assert contains_personal_number("a.txt", b"x" * before + b" 811228-9874 " + b"y" * 60_000)


@pytest.mark.parametrize(
    ("uri", "text"),
    [
        ("feed.xml", "<updated>2026-03-16T13:00:00+01:00</updated>"),
        ("feed.xml", "<pubDate>Mon, 16 Mar 2026 13:00:00 +0100</pubDate>"),
        ("kalender.ics", "DTSTART:20260316T130000Z\r\nUID:20260316-9874\r\n"),
        ("sitemap.xml", "<loc>https://a.example/exempel-19/</loc><lastmod>2022-01-01</lastmod>"),
        ("data.json", "[811228,9874,2026,1234]"),
        ("sok/index/found/from-f.json", '[["ord","220/83,.(//811228.9874,24","22811228-9874"]]'),
        ("a/index.html", '<td>81</td><td>13</td><td>28</td><td>9874</td>'),
        ("a/index.html", '<a href="/a?b=8112289875">x</a>'),
        ("a/index.html", '<path d="M81 12.28-98 74a81.12 28 98 74 81 12 28"/>'),
        ("a/index.html", "Ring 08-465 004 12 eller 070-174 06 18, den 16 mars 2026 klockan 13.00"),
        ("a/index.html", "sha256-c0ffee0123456789abcde8112289874f0123456789abcdef"),
        ("a.css", "#811228{width:98.74%}"),
        ("bild.png", "811228-9874"),
    ],
)  # fmt: skip
def test_numbers_of_our_own_are_let_through(uri: str, text: str) -> None:
    assert not contains_personal_number(uri, text.encode())


def test_a_large_file_of_digits_takes_no_time_to_speak_of() -> None:
    for text in (b"01 ", b"1", b"<1", b"811228 9875 ", b"&#49;", b"0.1-"):
        assert not contains_personal_number("a/index.html", text * 30_000)
