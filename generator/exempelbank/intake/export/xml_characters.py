"""An XML file as it comes, in any encoding -> UTF-8 of what XML has room for.

The rest (control characters, half characters) is taken away: a form tool that let it through should
not cost a coordinator all other responses.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator

from exempelbank.exceptions import UnreadableFile
from exempelbank.i18n import _
from exempelbank.intake.export.half_characters import joined_halves, joined_references

_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_UTF8 = {"utf-8", "utf8", "utf-16", "us-ascii"}  # of UTF-16 there is nothing left here but the word
_ENCODINGS = {
    **{name: name for name in ("windows-1250", "windows-1252", "windows-1257", "macintosh")},
    **{f"iso-8859-{part}": f"iso-8859-{part}" for part in (2, 4, 9, 10, 13, 15)},
    # As browsers have it, for the quotation marks of Windows are often in it.
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1"), "windows-1252"),
    **dict.fromkeys(("cp850", "ibm850"), "cp850"),
}
# What XML can't hold: control characters, here all as NUL, half a character, the two that are none,
# and any of all these by its number.
_ODD = re.compile(
    rb"\x00\x00*+|\xed[\xa0-\xbf][\x80-\xbf]|\xef\xbf[\xbe\xbf]|"
    rb"&#(?:0*(?:[0-8]|1[4-9]|2\d|3[01])|x0*(?:[0-8eE]|[fF]|1[0-9a-fA-F])|"
    rb"0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]|6553[45])|"
    rb"x0*(?:[dD][89a-fA-F][0-9a-fA-F]{2}|[fF]{3}[eEfF]));"
)
_BREAKS = re.compile(rb"&#(?:0*1[12]|x0*[bBcC]);")  # those of Word, which are line ends
_AS_NUL_OR_BREAK = bytes(
    sign if sign in b"\t\n\r" or sign >= 0x20 else ord("\n") if sign in b"\x0b\x0c" else 0
    for sign in range(0x100)
)
TAKEN_AWAY = "\ufdd0"  # stands for these in a text, so that they are told of
_MOST_MARKED = 1_000  # of them
_UNFINISHED = re.compile(
    rb"(?:(?:&#(?:5[56]\d{3}|x[dD][0-9a-fA-F]{3});)?&[#0-9a-zA-Z]{0,10}|"
    rb"(?:\xed[\xa0-\xaf][\x80-\xbf])?[\xe0-\xef][\x80-\xbf]?|"
    rb"&#(?:5[56]\d{3}|x[dD][0-9a-fA-F]{3});|\xed[\xa0-\xaf][\x80-\xbf])\Z"
)


def characters_of(blocks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """(a piece, whether the next one follows upon it at once: False where something was taken
    away). Raises UnreadableFile.
    """
    return _without_odd(_as_utf8(blocks))


def _as_utf8(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Raises UnreadableFile."""
    decoder = None
    for number, block in enumerate(blocks):
        if number == 0:
            encoding = declared_encoding(block)
            if encoding != "utf-8":
                decoder = codecs.getincrementaldecoder(encoding)("replace")
            else:
                block = block.removeprefix(codecs.BOM_UTF8)
        yield decoder.decode(block).encode("utf-8", "replace") if decoder else block


def declared_encoding(start: bytes) -> str:
    """By the mark it begins with, or what it says of itself. Raises UnreadableFile."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if start.startswith(b"\0<\0"):
        return "utf-16-be"
    if start.startswith(b"<\0") and start[3:4] == b"\0":
        return "utf-16-le"
    match = _DECLARED.search(start[:200])
    declared = match[1].decode().lower() if match else "utf-8"
    if declared in _UTF8:
        return "utf-8"
    if declared not in _ENCODINGS:
        raise UnreadableFile(
            _("says that it is written in “{encoding}”, which can't be read").format(
                encoding=declared
            ),
            1,
        )
    return _ENCODINGS[declared]


def _without_odd(blocks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """A sign that lies across two blocks is looked at whole."""
    rest = b""
    marked = 0
    for block in blocks:
        block = joined_references(joined_halves(rest + block.translate(_AS_NUL_OR_BREAK)))
        unfinished = _UNFINISHED.search(block, max(0, len(block) - 24))
        rest = unfinished[0] if unfinished else b""
        block = _BREAKS.sub(b"&#10;", block[: len(block) - len(rest)])
        at = 0
        while marked < _MOST_MARKED and (odd := _ODD.search(block, at)):
            yield block[at : odd.start()], False
            at = odd.end()
            marked += 1
        yield _ODD.sub(b"", block[at:]) if marked == _MOST_MARKED else block[at:], True
    yield rest, True
