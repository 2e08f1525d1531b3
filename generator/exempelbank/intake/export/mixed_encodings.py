"""Lines of UTF-8 among lines of one byte a character -> UTF-8: two exports put together, or a text
that was pasted into one. A line may itself be mixed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from exempelbank.intake.export.eight_bit import encoding_of

# Letters of Europe's, signs of texts, emoji. Others are pairs of Windows-1252, such as Ö” and ß….
_SEQUENCE = (
    rb"(?:\xc2[\xa0-\xbf]|\xc3[\x80-\xbf]|\xe2[\x80-\x9f][\x80-\xbf]|\xf0\x9f[\x80-\xbf]{2})"
)
_UTF8_LINE = re.compile(rb"^(?:[\0-\x09\x0b-\x7f]*+%b)++[\0-\x09\x0b-\x7f]*+$" % _SEQUENCE, re.M)
_UTF8_OR_BYTE = re.compile(rb"(%b)|[\x80-\xff]" % _SEQUENCE)
_HALVES = b"\xc2\xc3\xa4\xa5\xb6"  # of å, ä and ö, when a text was cut in the middle of one
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}".encode()


class MixedText(NamedTuple):
    utf8: bytes
    encoding: str  # of the other lines
    lines: list[int]  # which those are


def has_utf8_lines(raw: bytes) -> bool:
    """Lines with more than ASCII."""
    return _UTF8_LINE.search(raw) is not None


def read_mixed(raw: bytes) -> MixedText | None:
    """None when the encoding of what is not UTF-8 is doubtful."""
    line_end = b"\n" if b"\n" in raw else b"\r"
    lines = raw.split(line_end)
    others = [index for index, line in enumerate(lines) if not _is_utf8(line)]
    one_byte = b"\n".join(_UTF8_OR_BYTE.sub(_letter_or_byte, lines[index]) for index in others)
    encoding, _odd = encoding_of(one_byte)
    if not encoding:
        return None

    def as_utf8(match: re.Match[bytes]) -> bytes:
        if match[1]:
            return match[1]
        return (
            _REPLACEMENT if match[0] in _HALVES else match[0].decode(encoding, "replace").encode()
        )

    for index in others:
        lines[index] = _UTF8_OR_BYTE.sub(as_utf8, lines[index])
    return MixedText(line_end.join(lines), encoding, [index + 1 for index in others])


def _letter_or_byte(match: re.Match[bytes]) -> bytes:
    return b"a" if match[1] else match[0]


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True
