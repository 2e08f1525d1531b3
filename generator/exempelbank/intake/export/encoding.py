"""Bytes of a text file -> UTF-8, from the encoding that its letters give evidence of."""

from __future__ import annotations

import codecs
import re

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _, ngettext
from exempelbank.intake.export.eight_bit import (
    CENTRAL_EUROPE,
    DOS,
    LATIN_9,
    MAC,
    WINDOWS,
    encoding_of,
)
from exempelbank.intake.export.half_characters import joined_halves
from exempelbank.intake.export.mixed_encodings import has_utf8_lines, read_mixed
from exempelbank.intake.export.utf16 import utf16_encoding

_BLOCK = 1 << 16
_SPACE_OF_NO_WIDTH = "\u200b".encode()
# Byte order marks, NUL and spaces of no width where a line begins.
_MARKS = re.compile(rb"(?:^|(?<=[\r\n]))(?:\xef\xbb\xbf|\0|\xe2\x80\x8b)+")
_NAMES = {
    WINDOWS: "Windows-1252",
    MAC: "Mac Roman",
    DOS: "MS-DOS (850)",
    LATIN_9: "ISO 8859-15",
    CENTRAL_EUROPE: "Windows-1250",
}
# å ä ö Å Ä Ö, encoded as UTF-8 twice.
_TWICE = re.compile(b"|".join(("Ã" + sign).encode() for sign in "¥¤¶…„–\x85\x84\x96"))
_LINES_NAMED = 10  # in one message


def utf8_from(raw: bytes, declared: str = "") -> tuple[bytes, tuple[str, ...]]:
    """(text, notes). Half a character, as some programs write it, stays. `declared`: what the file
    says that it is, if that is not UTF-8. Raises UnreadableFile.
    """
    utf8, notes = _utf8(raw, declared)
    utf8 = joined_halves(_without_marks(utf8))
    if utf8.count(0) * 4 > len(utf8):
        raise UnreadableFile(
            _("is neither a spreadsheet nor text"),
            fix=_("Export the responses from the form tool as CSV or Excel (.xlsx)."),
        )
    if b"\n" not in utf8:  # an old Mac, or Excel on one
        utf8 = utf8.replace(b"\r", b"\n")
    if match := _TWICE.search(utf8):
        notes.append(
            _(
                "line {line}: å, ä and ö look wrong (“Ã¥”), so the file was saved with the wrong "
                "encoding before it came here"
            ).format(line=_line_at(utf8, match.start()))
        )
    return utf8, tuple(notes)


def _utf8(raw: bytes, declared: str) -> tuple[bytes, list[str]]:
    if utf16 := utf16_encoding(raw):
        try:
            return raw.decode(utf16, "surrogatepass").encode("utf-8", "surrogatepass"), []
        except UnicodeDecodeError:
            raise UnreadableFile(_("begins as UTF-16 but is not")) from None
    broken = _not_utf8(raw)
    if broken is None:
        return raw.removeprefix(codecs.BOM_UTF8), []
    if declared:
        return raw.decode(declared, "replace").encode(), []
    if raw.startswith(codecs.BOM_UTF8) or has_utf8_lines(raw):
        return _from_mixed(raw.removeprefix(codecs.BOM_UTF8), broken)
    return _from_eight_bit(raw)


def _without_marks(utf8: bytes) -> bytes:
    """What files begin and end with, and so what stands between those that were put together."""
    utf8 = utf8.rstrip(b"\0\x1a")
    if any(mark in utf8 for mark in (codecs.BOM_UTF8, b"\0", _SPACE_OF_NO_WIDTH)):
        utf8 = _MARKS.sub(b"", utf8)
    return utf8


def _from_mixed(raw: bytes, broken: int) -> tuple[bytes, list[str]]:
    mixed = read_mixed(raw)
    if mixed is None:
        raise UnreadableFile(
            _("is UTF-8 text in some lines and not in others"),
            _line_at(raw, broken),
            _("Export it once more, or save the whole file as “CSV UTF-8”."),
        )
    more = " …" if len(mixed.lines) > _LINES_NAMED else ""
    note = ngettext(
        "line {lines} is not UTF-8 as the others are, and was read as {encoding}; see that å, ä "
        "and ö are right",
        "lines {lines} are not UTF-8 as the others are, and were read as {encoding}; see that å, "
        "ä and ö are right",
        len(mixed.lines),
    ).format(
        lines=", ".join(map(str, mixed.lines[:_LINES_NAMED])) + more,
        encoding=_NAMES[mixed.encoding],
    )
    return mixed.utf8, [note]


def _from_eight_bit(raw: bytes) -> tuple[bytes, list[str]]:
    encoding, odd = encoding_of(raw)
    try:
        text = raw.decode(encoding) if encoding else ""
    except UnicodeDecodeError as why:
        encoding, odd = "", why.start
    if not encoding:
        raise UnreadableFile(
            _("is neither UTF-8 nor Windows-1252 text"),
            _line_at(raw, odd or 0),
            _("Save it as “CSV UTF-8”."),
        )
    notes = []
    if encoding != WINDOWS:
        notes.append(
            _("was read as {encoding}, by its letters; see that å, ä and ö are right").format(
                encoding=_NAMES[encoding]
            )
        )
    if odd is not None:
        notes.append(
            _("line {line}: some letters may be wrong, for they fit another encoding").format(
                line=_line_at(raw, odd)
            )
        )
    return text.encode(), notes


def _not_utf8(raw: bytes) -> int | None:
    """Where it stops being UTF-8. In pieces, for as a text the whole may be four times as large."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogatepass")
    for start in range(0, len(raw), _BLOCK):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(raw[start : start + _BLOCK], start + _BLOCK >= len(raw))
        except UnicodeDecodeError as why:
            return start - pending + why.start
    return None


def _line_at(raw: bytes, index: int) -> int:
    return raw.count(b"\n" if b"\n" in raw else b"\r", 0, index) + 1
