"""Swedish prose in Markdown -> sentences and words, each with its place in the text.

One pass over the text, so that a text made to be slow to read is read as fast as any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:[-’':.]\w+)*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]++@\S+")
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’»)\]*_]*+(?=\s++[\"”’»(\[*_]*+[A-ZÅÄÖÉÜ0-9]|\s*+\Z)")
_BLOCK = re.compile(r"[^\n]+(?:\n(?!\s*(?:\n|[-*+>#|]|\d+[.)]\s))[^\n]+)*")
_LIST_MARKS = re.compile(r"\s*(?:(?:[-*+>#|]+|\d+[.)])\s+)*")

# A full stop after these does not end a sentence, whatever comes next.
_ABBREVIATIONS = re.compile(
    r"(?:\b(?:t\.ex|bl\.a|m\.fl|m\.m|s\.k|fr\.o\.m|t\.o\.m|o\.s\.v|d\.v\.s|dvs|osv|resp|ca|kl|nr|tel|jfr|inkl|exkl)"
    r"|(?:^|\s)[A-ZÅÄÖ])\.\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    start: int  # in the text it was taken from
    words: tuple[str, ...]


def sentences_in(text: str) -> Iterator[Sentence]:
    """A list item, a line of a table and a paragraph end their last sentence."""
    for block in _BLOCK.finditer(text):
        prefix = _LIST_MARKS.match(text, block.start())
        start = prefix.end() if prefix else block.start()
        for end in _ends(text, start, block.end()):
            if sentence := _sentence(text, start, end):
                yield sentence
            start = end


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for stop in _END.finditer(text, start, end):
        before = text[max(start, stop.start() - 7) : stop.start() + 1]
        if not _ABBREVIATIONS.search(before):
            yield stop.end()
    yield end


def _sentence(text: str, start: int, end: int) -> Sentence | None:
    part = text[start:end]
    bare = part.strip()
    words = words_in(bare)
    return Sentence(bare, start + part.index(bare), words) if words else None


def words_in(text: str) -> tuple[str, ...]:
    """Addresses are not words: no one reads them aloud."""
    return tuple(_WORD.findall(_ADDRESS.sub(" ", text)))


@dataclass(frozen=True, slots=True)
class Readability:
    """LIX, Björnsson 1968: words per sentence, and the percentage of words over six letters."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> int:
        if not self.words:
            return 0
        return round(self.words / self.sentences + 100 * self.long_words / self.words)


def readability_of(sentences: list[Sentence]) -> Readability:
    words = [word for sentence in sentences for word in sentence.words]
    return Readability(len(words), len(sentences), sum(len(word) > 6 for word in words))
