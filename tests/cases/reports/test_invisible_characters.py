"""A character that nobody sees refused the whole file, or was treated in one way in a text file and
in another in a workbook.

Source: what Word, PDFs and mail leave in texts that are pasted into forms, in
intuitem/ciso-assistant-community (4699), kobotoolbox/enketo-express (148) and django-import-export
(1712).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.intake.cleaning import lines, without_unseen
from exempelbank.intake.export.elements import Listener, read_elements
from exempelbank.intake.export.encoding import utf8_from
from exempelbank.intake.plan import ImportPlan
from tests.intake.builders import ANSWERS, a_csv, a_mapping, a_project, changes, fields, imported
from tests.intake.containers import INPUT, WRITERS
from tests.intake.hostile import cell, workbook

LINE_ENDS = ("\x0b", "\x0c", "\x85", "\u2028", "\u2029")
TOLD = (
    "\0", "\x01", "\x08", "\x0e", "\x1b", "\x1f", "\x7f", "\x80", "\x9f", "\ufffe", "\uffff",
    "\ufdd0", "\ufff9", "\ud83d", "\ude00", "\u202e", "\u2066", "\U000e0041",
)  # fmt: skip
NOT_TOLD = ("\u200b", "\u2060", "\ufeff", "\xad", "\u200e", "\u200f")
NEEDED = ("👩\u200d🔧", "می\u200cخواهم", "❤\ufe0f", "🇸🇪")


def answered(tmp_path: Path, kind: str, *answers: dict[str, str]) -> ImportPlan:
    root = a_project(tmp_path, a_mapping(input=INPUT.get(kind, {})))
    plan = imported(root, WRITERS[kind](answers))
    assert plan
    return plan


def warnings(plan: ImportPlan) -> list[int]:
    return [len(step.response.warnings) for step in plan.planned]


@pytest.mark.parametrize("kind", WRITERS)
def test_the_line_breaks_of_word_are_line_breaks_in_every_kind_of_file(
    tmp_path: Path, kind: str
) -> None:
    texts = [f"Vi provade.{sign}Sedan slutade vi." for sign in LINE_ENDS]
    answers = [{"Nr": f"{n}", "Enhet": f"{n}", "Berätta": text} for n, text in enumerate(texts)]

    plan = answered(tmp_path, kind, *answers)

    assert [fields(plan, n)["how"] for n in range(len(texts))] == [
        "Vi provade.\nSedan slutade vi."
    ] * len(texts)
    assert warnings(plan) == [0] * len(texts)


@pytest.mark.parametrize("kind", WRITERS)
def test_what_no_keyboard_writes_is_taken_away_and_told_in_every_kind_of_file(
    tmp_path: Path, kind: str
) -> None:
    signs = [*TOLD, *NOT_TOLD]
    answers = [
        {"Nr": f"{n}", "Enhet": f"{n}", "Berätta": f"{sign}Hej{sign} då"}
        for n, sign in enumerate(signs)
    ]

    plan = answered(tmp_path, kind, *answers)

    assert [fields(plan, n)["how"] for n in range(len(signs))] == ["Hej då"] * len(signs)
    assert warnings(plan) == [1] * len(TOLD) + [0] * len(NOT_TOLD)
    assert all("Berätta" in step.response.warnings[0] for step in plan.planned[: len(TOLD)])


@pytest.mark.parametrize("kind", WRITERS)
def test_what_is_not_seen_does_not_change_what_an_answer_means(tmp_path: Path, kind: str) -> None:
    signs = (*TOLD, *NOT_TOLD)
    answers = [
        {"Nr": f"{sign}nr{n}", "Samtycke": f"J{sign}a", "Kommun": f"{sign}Huddinge", "Enhet": sign}
        for n, sign in enumerate(signs)
    ]

    plan = answered(tmp_path, kind, *answers)

    assert changes(plan) == ["new"] * len(signs)
    assert [step.response.key for step in plan.planned] == [
        f"generic:prov:nr{n}" for n in range(len(signs))
    ]
    assert {fields(plan, n)["municipality"] for n in range(len(signs))} == {"huddinge"}


@pytest.mark.parametrize("kind", WRITERS)
def test_joiners_that_emoji_and_other_scripts_need_stay(tmp_path: Path, kind: str) -> None:
    plan = answered(tmp_path, kind, {"Berätta": " ".join(NEEDED)})

    assert fields(plan)["how"] == " ".join(NEEDED)
    assert warnings(plan) == [0]


@pytest.mark.parametrize("kind", WRITERS)
def test_an_emoji_written_as_two_halves_is_one(tmp_path: Path, kind: str) -> None:
    assert fields(answered(tmp_path, kind, {"Berätta": "Hej \ud83d\ude00"}))["how"] == "Hej 😀"


@pytest.mark.parametrize("kind", WRITERS)
def test_a_character_that_was_lost_on_the_way_is_told(tmp_path: Path, kind: str) -> None:
    plan = answered(tmp_path, kind, {"Berätta": "Bildst\ufffdd"})

    assert fields(plan)["how"] == "Bildst\ufffdd"
    assert "\ufffd" in plan.planned[0].response.warnings[0]


@pytest.mark.parametrize("written", ["_x000B_", "_x000b_", "&#11;", "&#x0B;", "&#xc;", "\x0b"])
def test_a_workbook_may_write_a_line_break_by_its_number(tmp_path: Path, written: str) -> None:
    rows = ANSWERS.keys(), {**ANSWERS, "Berätta": f"ett{written}två"}.values()
    raw = workbook("".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows))

    assert fields(imported(a_project(tmp_path), raw))["how"] == "ett\ntvå"


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 1 << 16])
def test_signs_that_xml_has_no_room_for_are_found_wherever_blocks_end(size: int) -> None:
    raw = (
        b"\0<a b='x\x01y'>\0\0ett&#0;tv\xc3\xa5&#11;tre\x0b\xed\xa0\xbd\xed\xb8\x80"
        b"&#55357;&#56832;&#xD83D;&#xde00;\xed\xa0\xbd<![CDATA[\x02<]]></a>\0\x1a"
    )
    heard = Listener()
    heard.reads = True

    read_elements((raw[at : at + size] for at in range(0, len(raw), size)), heard)

    text = heard.take_text()
    assert without_unseen(text) == "etttvå\ntre\n😀😀😀<"
    assert text.count("\ufdd0") >= 4


def test_a_file_of_nothing_but_such_signs_is_read_in_time() -> None:
    heard = Listener()
    heard.reads = True

    read_elements([b"<a>", b"a\0" * 200_000, b"</a>"], heard)

    assert without_unseen(heard.take_text()) == "a" * 200_000


@pytest.mark.parametrize(
    "rest", [b"\x1a", b"\0" * 300, b"\r\n\xef\xbb\xbf\r\n", "\u200b,\xa0\r\n".encode() * 2]
)
def test_marks_of_other_programs_at_the_end_of_a_file_are_no_response(
    tmp_path: Path, rest: bytes
) -> None:
    empty = rest if b"," not in rest else rest.replace(b",", b"," * 7)

    assert changes(imported(a_project(tmp_path), a_csv({}) + empty)) == ["new"]


def test_a_mark_between_two_files_that_were_put_together_is_no_part_of_a_cell() -> None:
    utf8, _notes = utf8_from('\ufeff\ufeff"Rubrik";"Text"\r\n\ufeff"a;b";"c"\r\n'.encode())

    assert utf8 == b'"Rubrik";"Text"\r\n"a;b";"c"\r\n'


@pytest.mark.parametrize("kind", ["csv", "json", "xml"])
@pytest.mark.parametrize("mark", ["\ufeff", "\ufeff\ufeff", "\u200b"])
def test_marks_before_the_first_word_say_nothing_of_the_kind_of_file(
    tmp_path: Path, kind: str, mark: str
) -> None:
    root = a_project(tmp_path, a_mapping(input=INPUT.get(kind, {})))

    assert changes(imported(root, mark.encode() + WRITERS[kind]([{}]) + b"\0\x1a")) == ["new"]


SIGNS = [*LINE_ENDS, *TOLD, *NOT_TOLD, *NEEDED, "a", "å", "\u0308", " ", "\n", "\r\n", "\r", "\xa0"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=12).map("".join))
def test_a_text_that_is_clean_stays_as_it_is(text: str) -> None:
    clean: Any = lines(text)

    assert lines(clean) == clean
    assert without_unseen(clean) == clean
    assert lines(without_unseen(text)) == clean
