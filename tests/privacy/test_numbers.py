"""A personal number is found in every way to write one, and other numbers are let through."""

from __future__ import annotations

import pytest

from exempelbank.privacy.number_checks import passes_luhn
from exempelbank.privacy.numbers import personal_numbers


def checked(nine: str) -> str:
    """The digits with the last that makes them check."""
    return next(nine + last for last in "0123456789" if passes_luhn(nine + last))


HALVES = ("811228", "9874")
BETWEEN = (
    "", "-", "+", " ", "–", "−", "‐", "—", "﹣", "·", "•", "_", ":", "|", "/", ".", "=", "~",
    "\u00a0", "\u2003", "\u202f", "\u3000", "\t", "\n", "\r\n", "\u2028", " - ", "-\n",
    " | ", " |\n| ", "\u00ad", "\u200b", "\u2060", "\u202e", "\ufeff", "\u0301", "\u034f", "\u3164",
    "\u2800", "\U000e0020", "\\-", "&#45;", "&#x2d;", "&shy;", "&nbsp;", "&ndash;", "&amp;#45;",
    "%2D", "</b>-", "<br>", "<!-- -->-", "</td><td>", "](x)-", "**-", "`-",
)  # fmt: skip


@pytest.mark.parametrize("between", BETWEEN, ids=ascii)
def test_almost_anything_may_stand_before_the_last_four(between: str) -> None:
    for born in ("811228", "19811228"):
        text = f"Vi skrev {born}{between}9874 på lappen."

        (span,) = personal_numbers(text)

        assert text[slice(*span)] == f"{born}{between}9874"


@pytest.mark.parametrize(
    "text",
    [
        "1981 12 28 9874", "81-12-28-9874", "1981-12-28-9874", "81.12.28-9874", "19-811228-9874",
        "81 12 28 9874", "81-12-28-98-74", "811228-98\n74", "8112 28-9874", "8112|28-9874",
        "8 1 1 2 2 8 9 8 7 4", "8-1-1-2-2-8-9-8-7-4", "8 1 1 2 2 8 - 9 8 7 4",
        "1 9 8 1 1 2 2 8 9 8 7 4", "1981 | 12 | 28 | 9874", "| 811228 | 9874 |",
    ],
)  # fmt: skip
def test_its_parts_may_be_divided(text: str) -> None:
    assert list(personal_numbers(f"Se {text} här."))


@pytest.mark.parametrize(
    "text",
    [
        "８１１２２８-９８７４", "٨١١٢٢٨-٩٨٧٤", "𝟖𝟏𝟏𝟐𝟐𝟖-𝟗𝟖𝟕𝟒", "⁸¹¹²²⁸-⁹⁸⁷⁴", "₈₁₁₂₂₈₉₈₇₄",
        "⑧①①②②⑧-⑨⑧⑦④",
        "8️⃣1️⃣1️⃣2️⃣2️⃣8️⃣9️⃣8️⃣7️⃣4️⃣", "&#56;11228-9874", "%38%31%31%32%32%38-9874",
    ],
)  # fmt: skip
def test_its_digits_may_be_of_any_kind(text: str) -> None:
    assert list(personal_numbers(f"Se {text} här."))


@pytest.mark.parametrize(
    "text",
    [
        "**8112**28-9874", "__8112__28-9874", "_8112_28-9874", "~~8112~~28-9874", "`8112`28-9874",
        "<b>8112</b>28-9874", "<span>8</span><span>1</span>1228-9874", "[811228](x)-9874",
        "[8112](https://a.example)28-9874", "8112<!-- x -->28-9874", "8\u200b1\u200d12289874",
        "8\u03011\u03021228-9874", "<td>5</td><td>8112289874</td>", "https://a.example/811228-9874",
        "[här](https://a.example/811228-9874)", '<a href="/811228-9874">x</a>',
    ],
)  # fmt: skip
def test_markup_and_what_is_not_seen_does_not_hide_it(text: str) -> None:
    assert list(personal_numbers(f"Se {text} här."))


@pytest.mark.parametrize(
    "text",
    [
        "811288-9871", "A0376 811228-9874", "Nr811228-9874x", "(811228-9874)", "811228-9874,850101",
        "sip-811228-9874-v2.pdf", "770707-9815 770707-9989", "20040229-" + checked("040229123")[6:],
    ],
)  # fmt: skip
def test_what_stands_around_it_does_not_hide_it(text: str) -> None:
    assert list(personal_numbers(text))


@pytest.mark.parametrize("letter", "TRSUWXJKLMN")
def test_numbers_for_the_time_being_are_found(letter: str) -> None:
    last = checked("811228198")[-1]  # the letter counts as 1

    assert list(personal_numbers(f"Se 19811228-{letter}98{last}."))
    assert list(personal_numbers("Se 811228-TF12."))


@pytest.mark.parametrize(
    "text",
    [
        "Personnummer: 811228-9875", "personnr 198O1228-9874", "Pnr 8ll228-9874",
        "Samordningsnummer 811288-9875", "personnummer (10 siffror): 811228, 9875",
        "Personnumret är nog 811228 – 9875.", "pnr 260305 1430",
    ],
)  # fmt: skip
def test_what_is_called_a_personal_number_need_not_check(text: str) -> None:
    assert list(personal_numbers(text))


@pytest.mark.parametrize(
    "text",
    [
        "Personnummer 811228-XXXX", "811228-****", "Född 811228", "pnr 811228-", "ÅÅMMDD-NNNN",
        "Personnummer skickades 2026-03-05 14:30", "Skriv inte personnummer. Möte 20260305 1430",
        "Namn, personnummer, telefon: 070-174 06 18",
    ],
)  # fmt: skip
def test_what_is_not_whole_is_none(text: str) -> None:
    assert not list(personal_numbers(text))


TIMES = [
    (date, time)
    for date in ("260305", "240611", "010101")
    for time in (f"{hour:02}{minute:02}" for hour in range(24) for minute in range(60))
    if passes_luhn(date + time)
]


@pytest.mark.parametrize(
    "form",
    [
        "20{y}{m}{d} {t}", "{y}{m}{d} {t}", "20{y}{m}{d}T{t}", "20{y}{m}{d}_{t}",
        "{y}{m}{d} {H}.{M}", "20{y}-{m}-{d} {t}", "20{y}-{m}-{d} {H}:{M}",
        "20{y}-{m}-{d}T{H}:{M}:00Z", "{y}-{m}-{d} {H}.{M}",
    ],
)  # fmt: skip
def test_a_date_with_a_clock_time_is_none(form: str) -> None:
    texts = [
        form.format(y=date[:2], m=date[2:4], d=date[4:], t=time, H=time[:2], M=time[2:])
        for date, time in TIMES
    ]

    assert len(texts) > 100
    assert [text for text in texts if list(personal_numbers(f"Möte {text} i sal 4."))] == []


def test_a_dash_says_that_it_is_no_clock_time() -> None:
    assert list(personal_numbers("-".join(TIMES[0])))


@pytest.mark.parametrize("year", range(1990, 2031))
def test_a_period_is_none(year: int) -> None:
    for between in ("–", " - ", "/", "--"):
        for first in (f"{year}-01-01", f"{year}-11-30"):
            assert not list(personal_numbers(f"{first}{between}2026-12-31"))


@pytest.mark.parametrize(
    "text",
    [
        "811228-9875", "811332-9874", "810229-" + checked("810229123")[6:],
        "212000-0142", "802412-7793", "202412345678", "dnr 240315-9817", "FC-2026-014",
        "08-465 004 12", "070-174 06 18", "+46 70 174 06 18", "0046 70 174 06 33",
        "Ring " + checked("070101123"), checked("070101123"), "+" + checked("811228123"),
        "SE35 5000 0000 0549 1000 0003", "SE3550000000054910000003", "5050-1055", "12 34 56-7",
        "9811228-9874", "811228-98740", "9811228987412", "4006381333931", "978-91-7000-123-4",
        "59.3293, 18.0686", "1 250 000 kr", "version 2.10.3", "0-1-2-3-4-5-6-7-8-9",
        "2019 2020 2021 2022", "1 2 3 4 5 6 7 8 9 10", "5 81 12 28 9874 17",
        "| 81 | 12 | 28 | 9874 |",
        "811228, 9874", "c0ffee0123456789abcde8112289874f0123456789abcdef",
    ],
)  # fmt: skip
def test_other_numbers_are_let_through(text: str) -> None:
    assert not list(personal_numbers(text))


def test_a_sole_traders_organisation_number_is_found() -> None:
    assert list(personal_numbers("Org.nr 811228-9874"))


@pytest.mark.parametrize(
    "repeated",
    ["8 1 ", "81 12 28 ", "01 ", "1|", "0701010123 ", "811228-9874 ", "pnr ", "<", "&", "](", "1<"],
)
def test_a_large_text_takes_no_time_to_speak_of(repeated: str) -> None:
    assert list(personal_numbers(repeated * 50_000 + "x 811228-9874"))
