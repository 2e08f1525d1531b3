"""What advertising looks like: hidden addresses, many of them, or one word over and over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from exempelbank.privacy.patterns import Pattern
from exempelbank.privacy.sentences import Span
from exempelbank.privacy.words import any_of, lowered

_SHORTENED = Pattern(rf"(?<![\w.@-]){any_of('shorteners')}/\w")
_ADDRESS = Pattern(r"\bhttps?://|\bwww\.(?=\w)")
_MANY_ADDRESSES = 8  # in one text; what an example refers to stands in its links
_LINK = Pattern(r"\[([^\[\]\n]{1,300})\]\(<?(https?://[^\s()<>]{1,2000})", re.IGNORECASE)
# Words that are an address: with what begins one, or what ends the names of most.
_HOST = Pattern(
    r"(?:\bhttps?://|\bwww\.)([\w-]{1,63}(?:\.[\w-]{1,63}){0,6})"
    r"|(?<![\w@.-])([\w-]{1,63}\.(?:[\w-]{1,63}\.){0,5}"
    r"(?:com|net|org|info|biz|se|nu|eu|io|no|dk|fi|de|uk|ru|cn|xyz|shop|online|site|app|dev|example))"
    r"(?![\w@])",
    re.IGNORECASE,
)
_WORD = Pattern(r"\w{3,}")
_OFTEN, _SHARE = 100, 10  # times; and one word in so many


def advertising(text: str) -> Iterator[Span]:
    small = lowered(text)
    if "/" in small:
        yield from (match.span() for match in _SHORTENED.finditer(small))
        addresses = [match.span() for match in _ADDRESS.finditer(small)]
        if len(addresses) > _MANY_ADDRESSES:
            yield addresses[_MANY_ADDRESSES]
        links = _LINK.finditer(text) if "](" in text else ()
        yield from (match.span(1) for match in links if _misleads(match[1], match[2]))
    if len(text) > _OFTEN * 4:
        yield from _repeated(small)


def is_advertising(text: str) -> bool:
    return any(True for _span in advertising(text))


def _misleads(words: str, address: str) -> bool:
    """The words are an address, and another than where the link leads."""
    named = _HOST.search(words)
    return named is not None and _site(named[1] or named[2]) != _host_of(address)


def _host_of(address: str) -> str:
    try:
        return _site(urlsplit(address).hostname or "")
    except ValueError:  # no address at all
        return ""


def _site(host: str) -> str:
    return host.lower().removeprefix("www.")


def _repeated(small: str) -> Iterator[Span]:
    words = _WORD.findall(small)
    for word, times in Counter(words).most_common(1):
        if times >= _OFTEN and times * _SHARE >= len(words):
            start = small.index(word)
            yield start, start + len(word)
