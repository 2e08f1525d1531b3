"""A finished file of the site -> whether a personal number stands in it, from whatever it came.

Every file of every build is looked through, so nearly all must be done with at once. They are
sifted as bytes, first for ten digits that stand as those of a number do, then for ten that check;
only where there are some is the text read with care. What is no number but for its name (O for
nought, 811228-T981), what is divided in rarer ways (one digit at a time) and digits such as ① are
not looked for here, but in what the site is made of.
"""

from __future__ import annotations

import html
import re
from codecs import BOM_UTF8
from collections.abc import Iterator

from exempelbank.privacy.number_checks import is_day, passes_luhn
from exempelbank.privacy.numbers import certain_numbers
from exempelbank.privacy.patterns import Pattern
from exempelbank.privacy.prefilter import DIGITS, FOREIGN
from exempelbank.privacy.visible_characters import visible_characters

_PICTURES = (".avif", ".gif", ".ico", ".jpeg", ".jpg", ".pdf", ".png", ".webp", ".woff", ".woff2")
_PART, _OVERLAP = 50_000, 500  # bytes: what is read with care when anything in it needs it

# Dashes go, and all from 0x80 (spaces, dashes, what is not seen), but for these bytes, with which
# digits of other scripts begin: ８, ٨.
_DROPPED = bytes({*b"-+", *range(0x80, 0x100)} - FOREIGN)
_DROPPED_IN = {
    ".html": _DROPPED + b"<>/&;()\nabcdegikmnoprstu",  # </strong>, </td>, &nbsp;
    ".json": _DROPPED + b"\\n",  # a line break
}
# What else is no digit becomes a space, but for full stops: lines in pictures are full of them.
_FORMS = bytes(
    ord("0") if byte in DIGITS | FOREIGN else byte if byte in b"#." else ord(" ")
    for byte in range(256)
)
_STANDS_AS_ONE = (
    *(b"0" * 10, b"000000 0000 ", b"000000  0000 "),
    *(b" 00 00 00 0000 ", b"0000 00 00 0000 "),
)
_PART_OF_ONE = (*_STANDS_AS_ONE[:3], b"00 00 0000 ")  # in each of them is one of these
_REFERRED_TO = b"0#"  # 811228&#45;9874

_WORDS = bytes(byte if byte in DIGITS else ord(" ") for byte in range(256))
_ALL_BUT_FOREIGN = bytes(set(range(256)) - FOREIGN)
_PLACE = Pattern(r"[0-9](?:(?:<[^<>]*+>|[^\w<>,]|_)*+[0-9]){9,}")
_AROUND = 60  # characters, in which it may be said what the digits are

_REFERENCE = re.compile(rb"&#(?:(?P<code>\d{1,7})|[xX](?P<hex>[0-9a-fA-F]{1,6}));")
_ESCAPED = re.compile(rb"\\u(?P<hex>[0-9a-fA-F]{4})(?P<code>)")
# Where in the index of the search a word is found is told in signs that may be any.
_OF_INDEX = re.compile(r"/index/found/[^/]+\.json$")
_WORD_OF_INDEX = re.compile(rb'^\[{1,2}"([^"]*)"', re.MULTILINE)


def contains_personal_number(uri: str, raw: bytes) -> bool:
    """`uri` tells of what kind the file is, and may hold one itself."""
    if any(certain_numbers(uri)):
        return True
    if uri.endswith(_PICTURES):
        return False
    dropped = _DROPPED_IN.get(uri[-5:], _DROPPED)
    return any(
        _may_contain_number(part, dropped) and _contains_number(part)
        for part in _parts(_unfolded(uri, raw.removeprefix(BOM_UTF8)))
    )


def _unfolded(uri: str, raw: bytes) -> bytes:
    """Without what a format puts within words."""
    if uri.endswith(".ics"):
        return raw.replace(b"\r\n ", b"")
    if _OF_INDEX.search(uri):
        return b"\n".join(_WORD_OF_INDEX.findall(raw))
    if uri.endswith(".json") and b"\\u" in raw:
        return _ESCAPED.sub(_as_utf8, raw)
    return raw


def _parts(raw: bytes) -> Iterator[bytes]:
    for start in range(0, len(raw), _PART):
        yield raw[start : start + _PART + _OVERLAP]


def _may_contain_number(raw: bytes, dropped: bytes) -> bool:
    forms = raw.translate(_FORMS, dropped) + b" "
    if _REFERRED_TO in forms:
        raw = _REFERENCE.sub(_as_utf8, raw)
        forms = raw.translate(_FORMS, dropped) + b" "
    if not any(form in forms for form in _PART_OF_ONE):
        return False
    places = list(_places(forms))
    if places and raw.translate(None, _ALL_BUT_FOREIGN):
        return True  # which digits they are is not told by bytes
    words = raw.translate(_WORDS, dropped) if places else b""
    return any(_checks(words[start:end]) for start, end in places)


def _places(forms: bytes) -> Iterator[tuple[int, int]]:
    for form in _STANDS_AS_ONE:
        at = forms.find(form)
        while at >= 0:
            yield at, at + len(form)
            at = forms.find(form, at + 1)


def _checks(digits: bytes) -> bool:
    ten = digits.replace(b" ", b"")[-10:].decode()
    return is_day(ten[:6]) and passes_luhn(ten)


def _contains_number(raw: bytes) -> bool:
    text = html.unescape(raw.decode("utf-8", "replace")).replace("\\n", "\n")
    places = _PLACE.finditer(visible_characters(text))
    around = (text[max(0, at.start() - _AROUND) : at.end() + _AROUND] for at in places)
    return any(any(certain_numbers(words)) for words in around)


def _as_utf8(match: re.Match[bytes]) -> bytes:
    code = int(match["hex"] or match["code"], 16 if match["hex"] else 10)
    return chr(code).encode("utf-8", "replace") if code <= 0x10FFFF else b"?"
