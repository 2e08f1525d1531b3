"""An address in an answer kept signs that belong to the sentence around it, and led nowhere.

Source: addresses that ran on into the full stop, the comma or the bracket after them, in
mozilla/bleach (30, 49), publiclab/PublicLab.Editor (848), mastodon/mastodon (555) and
showdownjs/showdown (308).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.intake.parsing.links import links_in
from tests.intake.builders import a_csv, a_mapping, a_project, fields, imported

ADDRESSES = (
    "https://a.example/x", "https://a.example/wiki/Stöd_(bild)", "https://a.example/?a=1&b=[2]",
    "https://a.example/a,b;c=1/", "https://web.example/2020/https://b.example/x",
)  # fmt: skip


def test_signs_of_the_sentence_are_no_part_of_an_address(tmp_path: Path) -> None:
    root = a_project(tmp_path, a_mapping({"links": {"column": "Länk", "split": "lines"}}))
    answer = "Läs mer: https://a.example/x.\nhttps://a.example/a, https://a.example/b"

    links = fields(imported(root, a_csv({"Länk": answer})))["links"]

    assert links == [
        {"title": "Läs mer", "url": "https://a.example/x"},
        "https://a.example/a",
        "https://a.example/b",
    ]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "sentence", ["{}", "({}).", "”{}”,", "<{}>;", "[{}]", "{}:", "**{}**", "«{}»!", "{}…", "({}.)"]
)
def test_what_stands_around_an_address_is_left_out(address: str, sentence: str) -> None:
    assert links_in([sentence.format(address)]) == [{"url": address}]


@pytest.mark.parametrize(
    ("line", "addresses"),
    [
        ("https://a.example/x; https://b.example", ["https://a.example/x", "https://b.example"]),
        ("https://a.example/x,https://b.example", ["https://a.example/x", "https://b.example"]),
        ("https://a.example/xhttps://b.example", ["https://a.example/x", "https://b.example"]),
        ("https://a.example och www.b.example.", ["https://a.example", "https://www.b.example"]),
        ("www.a.example;www.b.example", ["https://www.a.example", "https://www.b.example"]),
    ],
)
def test_an_address_ends_where_the_next_begins(line: str, addresses: list[str]) -> None:
    assert links_in([line]) == [{"url": address} for address in addresses]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (["[Läs mer](https://a.example/x_(y))."], ["Läs mer"]),
        (["Se [filmen](<https://a.example>) med text"], ["Se filmen med text"]),
        (["Film: https://a.example. Bok: https://b.example, slut"], ["Film", "Bok slut"]),
        (["https://a.example (film), https://b.example (bok)"], ["film", "bok"]),
        (["Vill du veta mer? www.a.example"], ["Vill du veta mer?"]),
        (["Film:", "https://a.example"], ["Film"]),
    ],
)
def test_words_beside_an_address_are_its_title(lines: list[str], titles: list[str]) -> None:
    assert [link["title"] for link in links_in(lines)] == titles


@pytest.mark.parametrize("line", ["Broschyr finns i receptionen", "bo@www.a.example", "Film:"])
def test_words_without_an_address_are_kept_for_the_reviewer(line: str) -> None:
    assert links_in([line]) == [{"url": line}]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from((*ADDRESSES, ". ", ", ", "(", ") ", "bok ", "](", " [")), max_size=12)
)
def test_no_word_and_no_address_is_lost(parts: list[str]) -> None:
    links = links_in(["".join(parts)])

    words = " ".join(word for link in links for word in link.values())
    assert words.count("bok") == parts.count("bok ")
    assert all(part in words for part in parts if "://" in part)
