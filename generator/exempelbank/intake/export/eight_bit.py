"""Text of one byte a character -> the encoding that its letters give evidence of.

Excel saves “CSV” in the encoding of the computer: Windows-1252 in Sweden, Mac Roman on a Mac, and a
code page of MS-DOS when asked to. Nearly every byte is a character in each of them. What tells them
apart is what no word holds: a capital or a sign after a small letter, as in “pŒ” and “m”te”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

WINDOWS, CENTRAL_EUROPE, LATIN_9 = "cp1252", "cp1250", "iso8859-15"
MAC, DOS = "mac-roman", "cp850"

_EVIDENCE: Mapping[str, re.Pattern[bytes]] = {
    # å ä ö Å Ä Ö é in a word, which ISO 8859 and Windows' other encodings have in the same places;
    # and š ž before a vowel, as in Šimic, where words have no ö of a Mac.
    WINDOWS: re.compile(
        rb"(?<=[A-Za-z])[\xe5\xe4\xf6\xc5\xc4\xd6\xe9]|[\xe5\xe4\xf6\xc5\xc4\xd6\xe9](?=[A-Za-z])"
        rb"|[\x8a\x8e\x9a\x9e](?=[aeiou])"
    ),
    # ä å é Ä Ö Å, which would be Š Œ Ž € … and nothing in Windows-1252.
    MAC: re.compile(
        rb"(?<=[a-z])[\x8a\x8c\x8e]|(?<=[A-Z])[\x80\x81\x85](?=[A-Z])"
        rb"|(?<![A-Za-z\x80-\xff])\x81(?=[A-Za-z])"
    ),
    # é ä ö å Ä Ö Å É, which would be ‚ „ ” † Ž ™ and nothing.
    DOS: re.compile(
        rb"(?<=[A-Za-z])[\x82\x84\x94](?=[a-z])|(?<=[a-z])\x86|\x99(?=[a-z])"
        rb"|(?<=[A-Z])[\x8e\x8f\x99](?=[B-DF-HJ-NP-TV-XZ])"
        rb"|(?<![A-Za-z\x80-\xff])[\x8f\x90](?=[A-Za-z])"
    ),
}
_MOST = 10_000  # that are counted of each
_TIMES = 4  # as much evidence as there is for all others

# ö ä å Ä of a Mac, Ä of MS-DOS, or š Š Œ € Ž of Windows, when nothing tells which.
_DOUBTFUL = re.compile(
    rb"(?<=[A-Za-z])[\x8a\x8c\x9a]|[\x80\x8a\x8c\x9a](?=[A-Za-z])|\x8e(?=[b-df-hj-np-tv-z])"
)
# ä ö of MS-DOS at the ends of words, or quotation marks: those come in pairs.
_OPENING = re.compile(rb"(?<![A-Za-z0-9])[\x84\x93\x94](?=[A-Za-z])")
_CLOSING = re.compile(rb"(?<=[A-Za-z.,!?])[\x93\x94](?![A-Za-z])")

# € Š š, where Windows-1252 has ¤ ¦ ¨; and what there hardly is in ISO 8859-15.
_LATIN_9 = re.compile(rb"[0-9]\x20?\xa4|\xa4\x20?[0-9]|[\xa6\xa8](?=[a-z])")
_NOT_LATIN_9 = re.compile(rb"[\x80-\x9f\xb4\xb8\xbc-\xbe]")
# ł ą ż within a word, and ć at its end, which would be ³ ¹ ¿ æ.
_CENTRAL = re.compile(rb"(?<=[a-z])[\xb3\xb9\xbf](?=[a-z])|(?<=i)\xe6(?![A-Za-z\x80-\xff])")
_WITH_RING = re.compile(rb"(?<=[A-Za-z])\xe5|\xe5(?=[a-z])")  # å, which Central Europe has not
# What are no letters in Windows-1252, such as ø of the Baltic countries (¸).
_NO_LETTER = re.compile(rb"(?<=[a-z])[\xa1-\xb3\xb5\xb6\xb8-\xbf](?=[a-z])")


def encoding_of(raw: bytes) -> tuple[str, int | None]:
    """(Python's name for it, "" when that is doubtful; where evidence against it begins)."""
    counts = {encoding: _count(pattern, raw) for encoding, pattern in _EVIDENCE.items()}
    likely = max(counts, key=lambda encoding: counts[encoding])
    against = [pattern for encoding, pattern in _EVIDENCE.items() if encoding != likely]
    if not counts[likely] and (doubtful := _first_doubtful(raw)) is not None:
        return "", doubtful
    if likely == WINDOWS:
        likely = _like_windows(raw)
        against += [_NO_LETTER] if likely == WINDOWS else []
    if not sum(counts.values()):
        return likely, None
    odd = min((match.start() for each in against if (match := each.search(raw))), default=None)
    is_clear = max(counts.values()) >= _TIMES * sum(_count(each, raw) for each in against)
    return (likely if is_clear else ""), odd


def _count(pattern: re.Pattern[bytes], raw: bytes) -> int:
    return sum(1 for _match in islice(pattern.finditer(raw), _MOST))


def _first_doubtful(raw: bytes) -> int | None:
    if match := _DOUBTFUL.search(raw):
        return match.start()
    if _count(_OPENING, raw) == _count(_CLOSING, raw):
        return None
    match = _OPENING.search(raw) or _CLOSING.search(raw)
    return match.start() if match else None


def _like_windows(raw: bytes) -> str:
    """Of those that have ä and ö in the same places."""
    if _LATIN_9.search(raw) and not _NOT_LATIN_9.search(raw):
        return LATIN_9
    if _CENTRAL.search(raw) and not _WITH_RING.search(raw):
        return CENTRAL_EUROPE
    return WINDOWS
