"""The start of a file -> whether it is UTF-16: by its mark, or where there is none by its zeros."""

from __future__ import annotations

import codecs

_START = 2048  # bytes


def utf16_encoding(raw: bytes) -> str:
    """Python's name for it; "" of what is none. Half of the bytes of a European text are zero."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = raw[:_START]
    half = len(start) // 2
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd * 4 > half * 3 and even * 20 < half:
        return "utf-16-le"
    if even * 4 > half * 3 and odd * 20 < half:
        return "utf-16-be"
    return ""
