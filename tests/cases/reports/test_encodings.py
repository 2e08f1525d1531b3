"""A text file that is neither UTF-8 nor Windows-1252 was read as the latter without a word:
“Bildstšd pŒ mštet”.

Source: what Excel saves as “CSV (Macintosh)” and “CSV (MS-DOS)”, in brianmario/charlock_holmes
(98), jmhodges/rchardet (27) and jakob/TableTool (4).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exempelbank.exceptions import UnreadableFile
from exempelbank.intake.export.encoding import utf8_from
from exempelbank.problems import Problems
from tests.intake.builders import a_csv, a_mapping, a_project, fields, imported
from tests.intake.containers import INPUT, WRITERS

TEXT = "Vi började i våras på två enheter."
# As Excel, LibreOffice and Numbers offer them.
AS_WINDOWS = (
    "cp1252", "cp1257", "iso8859-1", "iso8859-10", "iso8859-15", "utf-16", "utf-16-le", "utf-16-be",
    "utf-8-sig",
)  # fmt: skip
NAMED = {
    "mac-roman": "Mac Roman", "mac-iceland": "Mac Roman", "cp850": "MS-DOS", "cp437": "MS-DOS",
    "cp865": "MS-DOS",
}  # fmt: skip
WORDS = (
    "Bildstöd", "på", "mötet", "är", "Åsa", "Örnen", "Ätbart", "miljö", "SKÅNE", "HÖGTID", "ö",
    "café", "”hej”", "så…", "10 €", "m²", "20 °C", "Vi", "lek", "–", "§ 5",
)  # fmt: skip


def read(raw: bytes) -> tuple[str, tuple[str, ...]]:
    utf8, notes = utf8_from(raw)
    return utf8.decode(), notes


def test_a_file_from_a_mac_is_read_and_its_encoding_told(tmp_path: Path) -> None:
    problems = Problems()

    plan = imported(
        a_project(tmp_path), a_csv({"Berätta": TEXT}).decode().encode("mac-roman"), problems
    )

    assert fields(plan)["title"] == "Bildstöd i morgonmötet"
    assert fields(plan)["how"] == TEXT
    assert "Mac Roman" in problems.warnings[0].says


@pytest.mark.parametrize("encoding", [*AS_WINDOWS, *NAMED])
def test_each_encoding_that_a_spreadsheet_offers_is_read(encoding: str) -> None:
    text, notes = read(f"Rubrik;Kommun\n{TEXT};Umeå".encode(encoding))

    assert text == f"Rubrik;Kommun\n{TEXT};Umeå"
    assert [NAMED[encoding] in note for note in notes] == [True] * (encoding in NAMED)


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("Šimić och nämnden", "cp1250", "Windows-1250"),
        ("Małe möten", "cp1250", "Windows-1250"),
        ("Det kostar 10 € på mötet", "iso8859-15", "ISO 8859-15"),
        ("Šimic, Dušan på mötet", "iso8859-15", "ISO 8859-15"),
    ],
)
def test_what_differs_from_windows_in_few_letters_is_told_by_those(
    text: str, encoding: str, name: str
) -> None:
    found, notes = read(text.encode(encoding))

    assert found == text
    assert name in notes[0]


@pytest.mark.parametrize(
    "text",
    [
        "Šimic, Dušan, Božo och MILOŠEVIC", "Vi provade – sedan… och “så”", "Han sa ”hej”.", "10 €",
        "Café", "It´s m² och 20 °C", "”ALLT FÖR MILJÖ”\nMILJÖ…\nSTRAß…", "…och så", "† 2020",
    ],
)  # fmt: skip
def test_windows_with_other_letters_than_ours_stays_windows(text: str) -> None:
    assert read(text.encode("cp1252")) == (text, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("Möte", "mac-roman"), ("Miljö", "cp850"), ("Værløse på", "cp1257"), ("\x81\x8d", "latin-1")],
)
def test_what_might_be_either_is_refused_with_its_line(text: str, encoding: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(b"Rubrik\n" + text.encode(encoding))

    assert refusal.value.line == 2
    assert "CSV UTF-8" in refusal.value.fix


def test_two_encodings_in_one_file_are_refused_and_a_stray_line_is_told() -> None:
    windows, mac = "på vår gård\n".encode("cp1252"), "på vår gård\n".encode("mac-roman")

    with pytest.raises(UnreadableFile) as refusal:
        read(windows + mac)
    _text, notes = read(windows * 9 + mac)

    assert refusal.value.line == 2
    assert "10" in notes[0]


# ---- Lines of UTF-8 among others ----


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1252", "Windows-1252"), ("mac-roman", "Mac Roman"), ("cp850", "MS-DOS")],
)
def test_two_exports_put_together_are_each_read_as_they_are(
    mark: str, encoding: str, name: str
) -> None:
    first, second = f"{mark}Rubrik;Råd\n{TEXT};–\n", f"{TEXT};Fika\n{TEXT};Gå\n"

    text, notes = read(first.encode() + second.encode(encoding))

    assert text == (first + second).removeprefix("\ufeff")
    assert "3, 4 " in notes[0]
    assert name in notes[0]


def test_a_text_that_was_pasted_into_a_line_is_read_as_it_is() -> None:
    utf8, pasted = f"Rubrik;Råd\n{TEXT};".encode(), "Vi sa ”hej” på gården".encode("cp1252")

    text, notes = read(utf8 + pasted + ";är\n".encode())

    assert text == f"Rubrik;Råd\n{TEXT};Vi sa ”hej” på gården;är\n"
    assert "2 " in notes[0]


@pytest.mark.parametrize("cut", ["å", "ö", "Ä"])
def test_a_letter_that_was_cut_in_two_is_told_of_in_its_row(tmp_path: Path, cut: str) -> None:
    """Some tools cut a text at 255 bytes."""
    raw = a_csv({"Berätta": TEXT + "#"}, {"Nr": "2"}).replace(b"#", cut.encode()[:1])

    plan = imported(a_project(tmp_path), raw, Problems())

    assert plan
    assert fields(plan)["how"] == TEXT + "�"
    assert [any("�" in says for says in step.response.warnings) for step in plan.planned] == [
        True,
        False,
    ]


def test_what_might_be_either_among_lines_of_utf_8_is_refused_with_its_line() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(f"{TEXT}\n".encode() + "Möte".encode("mac-roman"))

    assert refusal.value.line == 2
    assert "CSV UTF-8" in refusal.value.fix


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join),
    st.sampled_from([*AS_WINDOWS, *NAMED]),
)
def test_swedish_text_is_read_as_it_is_or_refused(text: str, encoding: str) -> None:
    raw = f"Rubrik;Förskola;Berätta\n{text}".encode(encoding, "ignore")

    try:
        found, _notes = read(raw)
    except UnreadableFile as why:
        assert "1252" in why.says
    else:
        assert found == raw.decode(encoding).removeprefix("\ufeff")


@pytest.mark.parametrize("kind", ["json", "xml"])
@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman", "cp850", "utf-16", "utf-16-le"])
def test_json_and_xml_are_read_in_the_same_encodings(
    tmp_path: Path, kind: str, encoding: str
) -> None:
    root = a_project(tmp_path, a_mapping(input=INPUT[kind]))
    raw = WRITERS[kind]([{"Berätta": TEXT}]).decode("utf-8").encode(encoding)

    assert fields(imported(root, raw, Problems()))["how"] == TEXT


def test_xml_that_says_what_it_is_not_is_read_as_what_it_is(tmp_path: Path) -> None:
    root = a_project(tmp_path, a_mapping(input=INPUT["xml"]))
    plain = WRITERS["xml"]([{"Berätta": TEXT}]).decode("utf-8")
    for says, encoding in (
        ("ISO-8859-1", "utf-8"), ("UTF-8", "cp1252"), ("utf-16", "utf-8"),
        ("macintosh", "mac-roman"), ("windows-1252", "cp1252"), ("utf-8", "utf-16"),
    ):  # fmt: skip
        raw = f'<?xml version="1.0" encoding="{says}"?>\n{plain}'.encode(encoding)

        assert fields(imported(root, raw, Problems()))["how"] == TEXT
