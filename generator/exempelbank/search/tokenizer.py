"""SearchDocument -> TokenizedDocument: its words without stop words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from exempelbank.search.analysis import (
    LONGEST_WORD,
    STOP_WORDS,
    WORD,
    joined_words_in,
    normalized,
)
from exempelbank.search.index import SearchDocument

TEXT_FIELDS = ("title", "summary", "labels", "body")


class TokenizedDocument(NamedTuple):
    document: SearchDocument
    words: Sequence[Sequence[str]]  # of each field, in order, without stop words
    all_words: Sequence[Sequence[str]]
    joined: Sequence[Sequence[str]]  # those with hyphens, written together


class _WordCache(dict[str, tuple[str, ...]]):
    """What stands between spaces, normalized -> its words. Each word is one string throughout,
    which makes counting them several times faster.
    """

    def __init__(self) -> None:
        self._interned: dict[str, str] = {}

    def __missing__(self, text: str) -> tuple[str, ...]:
        words = (word[:LONGEST_WORD] for word in WORD.findall(text))
        self[text] = tuple(self._interned.setdefault(word, word) for word in words)
        return self[text]


def tokenize(documents: Iterable[SearchDocument]) -> Sequence[TokenizedDocument]:
    words_of = _WordCache().__getitem__

    def tokens(texts: Iterable[str]) -> Sequence[str]:
        return list(chain.from_iterable(map(words_of, texts)))

    def tokenized(document: SearchDocument) -> TokenizedDocument:
        labels = " . ".join(document.labels)
        values = (document.title, document.summary, labels, document.body)
        all_words = [tokens(normalized(value).split()) for value in values]
        return TokenizedDocument(
            document,
            [[word for word in words if word not in STOP_WORDS] for words in all_words],
            all_words,
            [tokens(joined_words_in(value)) for value in values],
        )

    return list(map(tokenized, documents))
