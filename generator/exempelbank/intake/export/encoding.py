"""Bytes of a text file -> UTF-8, from one encoding for the whole file."""

from __future__ import annotations

import codecs
import re

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _

_BLOCK = 1 << 16
# å ä ö Å Ä Ö, encoded as UTF-8 twice.
_TWICE = re.compile(b"|".join(("Ã" + sign).encode() for sign in "¥¤¶…„–\x85\x84\x96"))
# A whole line that is UTF-8 and more than ASCII.
_UTF8_LINE = re.compile(
    rb"^(?:[\x00-\x09\x0b-\x7f]*+"
    rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}))++"
    rb"[\x00-\x09\x0b-\x7f]*+$",
    re.MULTILINE,
)


def utf8_from(raw: bytes) -> tuple[bytes, tuple[str, ...]]:
    """(text, notes). Half a character, as some programs write it, stays. Raises UnreadableFile."""
    utf8 = _utf8(raw)
    if utf8.count(0) * 4 > len(utf8):
        raise UnreadableFile(
            _("is neither a spreadsheet nor text"),
            fix=_("Export the responses from the form tool as CSV or Excel (.xlsx)."),
        )
    if b"\n" not in utf8:  # an old Mac, or Excel on one
        utf8 = utf8.replace(b"\r", b"\n")
    notes = []
    if match := _TWICE.search(utf8):
        notes.append(
            _(
                "line {line}: å, ä and ö look wrong (“Ã¥”), so the file was saved with the wrong "
                "encoding before it came here"
            ).format(line=_line_at(utf8, match.start()))
        )
    return utf8, tuple(notes)


def _utf8(raw: bytes) -> bytes:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return raw.decode("utf-16", "surrogatepass").encode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            raise UnreadableFile(_("begins as UTF-16 but is not")) from None
    broken = _not_utf8(raw)
    if broken is None:
        return raw.removeprefix(codecs.BOM_UTF8)
    if raw.startswith(codecs.BOM_UTF8) or _UTF8_LINE.search(raw):
        # Glued together of two files: some lines are UTF-8, others Windows-1252.
        raise UnreadableFile(
            _("is UTF-8 text in some lines and not in others"),
            _line_at(raw, broken),
            _("Export it once more, or save the whole file as “CSV UTF-8”."),
        )
    try:
        return raw.decode("cp1252").encode()
    except UnicodeDecodeError as why:
        raise UnreadableFile(
            _("is neither UTF-8 nor Windows-1252 text"),
            _line_at(raw, why.start),
            _("Save it as “CSV UTF-8”."),
        ) from None


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
    return raw.count(b"\n", 0, index) + 1
