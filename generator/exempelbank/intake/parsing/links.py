"""An answer -> the addresses in it, each with the words that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# A new address may begin within another only where that is a value of it: ?u=https://… or /https://…
NEXT_ADDRESS = r"(?<![/=?&#:+@_-])(?:https?://|(?<![\w.])www\.)"
_ADDRESS = re.compile(
    rf"(?:https?://|(?<![\w.@])www\.)(?:(?!{NEXT_ADDRESS})[^\s<>|\"“”„«»])+", re.IGNORECASE
)
_OF_THE_SENTENCE = ".,;:!?…'’*"  # at the end of an address: none of them leads anywhere
_PAIRS = {")": "(", "]": "[", "}": "{"}
_AROUND_WORDS = " \t:;,.–—-()[]{}<>|\"“”„«»'’*•·=→"
_AND = re.compile(r"(?:och|samt|and|or|eller|&|\+|/)", re.IGNORECASE)


def links_in(lines: Iterable[str]) -> list[dict[str, str]]:
    """A line without an address is a link too, so that a reviewer sees what was written; but words
    that end with a colon are the title of the address on the next line.
    """
    links: list[dict[str, str]] = []
    for line in filter(None, lines):
        before = links[-1]["url"] if links and "title" not in links[-1] else ""
        found = [*_links_in_line(line)] or [{"url": line}]
        if before.endswith(":") and "://" in found[0]["url"] and "title" not in found[0]:
            links.pop()
            found[0] = {"title": _words(before), **found[0]}
        links += found
    return links


def _links_in_line(line: str) -> Iterator[dict[str, str]]:
    """The words before an address are its title, or those after it when the line begins with one.
    No word is left out but an “and” that stands alone.
    """
    spans = [*_addresses(line)]
    words = [_words(line[end:start]) for end, start in _gaps(spans, len(line))]
    if words[0] or len(spans) == 1:
        titles = [*words[:-2], " ".join(filter(None, words[-2:]))]
    else:
        titles = words[1:]
    for (start, end), title in zip(spans, titles, strict=False):  # none in a line of words alone
        address = line[start:end]
        url = address if "://" in address else f"https://{address}"
        yield {"title": title, "url": url} if title else {"url": url}


def _addresses(line: str) -> Iterator[tuple[int, int]]:
    for found in _ADDRESS.finditer(line):
        yield found.start(), found.start() + _length(found[0])


def _length(address: str) -> int:
    """Without the signs at its end that belong to the sentence; what is opened in it is closed."""
    if address[-1].isalnum():
        return len(address)
    unopened = {
        closing: address.count(closing) - address.count(opening)
        for closing, opening in _PAIRS.items()
    }
    end = len(address)
    while (sign := address[end - 1]) in _OF_THE_SENTENCE or unopened.get(sign, 0) > 0:
        if sign in unopened:
            unopened[sign] -= 1
        end -= 1
    return end


def _gaps(spans: list[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """What stands before, between and after them."""
    end = 0
    for start, next_end in spans:
        yield end, start
        end = next_end
    yield end, length


def _words(text: str) -> str:
    """Also those of Markdown, [words](address), without its signs."""
    before, of_markdown, rest = text.rpartition("](")
    if of_markdown and not rest.strip("< "):
        head, _bracket, name = before.rpartition("[")
        text = head + name
    words = text.strip(_AROUND_WORDS)
    says_nothing = _AND.fullmatch(words) or not any(map(str.isalnum, words))
    return "" if says_nothing else words
