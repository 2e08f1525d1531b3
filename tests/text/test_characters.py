"""No text holds what nobody sees or what turns the text around it, whichever way it is written."""

import unicodedata

import pytest

from exempelbank.documents import document_from, text_from
from exempelbank.exceptions import UnreadableFile
from exempelbank.intake.cleaning import lines, one_line
from exempelbank.text.characters import REFUSED

HIDDEN = {
    "NUL": "\0",
    "escape": "\x1b",
    "delete": "\x7f",
    "next line": "\x85",
    "control sequence": "\x9b",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "right-to-left embedding": "\u202b",
    "right-to-left override": "\u202e",
    "right-to-left isolate": "\u2067",
    "pop isolate": "\u2069",
    "symmetric swapping": "\u206a",
    "annotation": "\ufff9",
    "tag": "\U000e0041",
    "no character": "\ufdd0",
    "the last but one": "\ufffe",
    "the last": "\uffff",
    "the last of another plane": "\U0010ffff",
}
WELCOME = {
    "Persian with a non-joiner": "می\u200cخواهم",
    "a family": "👩\u200d👩\u200d👧",
    "a flag": "🇸🇪",
    "marks of direction": "\u200fعربي\u200e",
    "soft hyphen": "bild\xadstöd",
    "zero width space": "a\u200bb",
    "fixed and narrow space": "10\xa0000\u202fkr",
    "private use": "\ue000",
    "newly defined": "\U0001fae0",
    "tab": "a\tb",
}


@pytest.mark.parametrize("character", HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize("text", ["---\na: b\n---\nc\nd{}\n", "---\na: b\n\nc: d\n\ne: {}\n---\n"])
def test_a_hidden_character_is_named_with_its_line(text, character):
    at = text.count("\n", 0, text.index("{}")) + 1

    with pytest.raises(UnreadableFile) as refusal:
        text_from(text.format(character).encode())

    assert refusal.value.line == at
    assert f"U+{ord(character):04X}" in refusal.value.says
    assert refusal.value.fix


@pytest.mark.parametrize("character", [*HIDDEN.values(), "\r"], ids=[*HIDDEN, "return"])
@pytest.mark.parametrize(
    "value", ['"b{}c"', '["a", "b{}"]', '{{"b{}": "c"}}', '{{b: ["c{}"]}}', '"b\n  c{}"']
)
def test_what_may_not_stand_there_may_not_be_written_as_an_escape_either(value, character):
    written = f"\\U{ord(character):08x}"
    for path, text in (("a.yml", "x: 1\na: {}\n"), ("a.md", "---\na: {}\n---\nHej\n")):
        with pytest.raises(UnreadableFile) as refusal:
            document_from(path, text.format(value.format(written)))

        assert refusal.value.line == 2
        assert f"U+{ord(character):04X}" in refusal.value.says


@pytest.mark.parametrize("escape", ["\\e", "\\0", "\\a", "\\x9b", "\\N", "\\L", "\\P", "\\ud800"])
def test_none_of_the_ways_to_write_an_escape_gets_by(escape):
    with pytest.raises(UnreadableFile):
        document_from("a.yml", f'a: "{escape}"\n')
    with pytest.raises(UnreadableFile):
        document_from("a.yml", f'"a{escape}": b\n')


@pytest.mark.parametrize("text", WELCOME.values(), ids=WELCOME)
def test_what_names_and_signs_need_is_welcome(text):
    escaped = "".join(f"\\U{ord(each):08x}" for each in text)

    assert text_from(text.encode()) == text
    assert document_from("a.yml", f"a: '{text}'\nb: \"{escaped}\"\n").data == {"a": text, "b": text}


def test_a_backslash_that_is_no_escape_is_a_backslash():
    assert document_from("a.yml", "a: '\\e'\nb: \\0\n").data == {"a": "\\e", "b": "\\0"}


def test_every_control_and_every_sign_that_turns_text_is_refused():
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    every = map(chr, range(0x110000))
    odd = {
        each
        for each in every
        if unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(each) in turning
        or ord(each) & 0xFFFE == 0xFFFE
    } - {"\t", "\n"}

    assert [hex(ord(each)) for each in odd if not REFUSED.match(each)] == []


def test_nothing_that_is_refused_in_a_file_comes_in_by_a_form():
    for clean in (lines, one_line):
        cleaned = clean("".join(f"a{chr(code)}" for code in range(0x110000)))

        assert not REFUSED.search(cleaned)
