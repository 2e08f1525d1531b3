"""An emoji as two halves, which some databases and programs write -> one character of UTF-8."""

from __future__ import annotations

import re

# As UTF-8 of each half, and as references by their numbers.
_PAIR = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_REFERENCES = re.compile(
    rb"&#(5[56]\d{3}|x[dD][89abAB][0-9a-fA-F]{2});&#(5[67]\d{3}|x[dD][c-fC-F][0-9a-fA-F]{2});"
)


def joined_halves(utf8: bytes) -> bytes:
    return _PAIR.sub(_joined, utf8) if b"\xed" in utf8 else utf8


def joined_references(xml: bytes) -> bytes:
    return _REFERENCES.sub(_joined_references, xml) if b";&#" in xml else xml


def _joined(pair: re.Match[bytes]) -> bytes:
    return _as_one(pair[0].decode("utf-8", "surrogatepass"), pair[0])


def _joined_references(pair: re.Match[bytes]) -> bytes:
    numbers = (int(n[1:], 16) if n.startswith(b"x") else int(n) for n in pair.groups())
    return _as_one("".join(map(chr, numbers)), pair[0])


def _as_one(halves: str, otherwise: bytes) -> bytes:
    try:
        return halves.encode("utf-16", "surrogatepass").decode("utf-16").encode()
    except UnicodeDecodeError:
        return otherwise
