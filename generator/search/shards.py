"""Index -> the files that the browser fetches piece by piece.

    index.json              what every question needs: the language's lists and rules, the weights,
                            and where each piece of the rest begins
    words/from-arb.json     a stretch of words: forms, parts and synonyms. Words with the same first
                            letters stand in the same file
    ends/from-ad.json       the same words by the ends of their stems, for compounds and slips of
                            the pen
    found/from-arbet.json   for a stretch of words and known phrases: the texts that hold them, and
                            how much
    texts/0.json            what is shown of a stretch of texts
    facets.json             which texts each filter leaves

Same index, same bytes; nearly the same index, nearly the same files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from generator.search.carried import LANGUAGE, RANKING
from generator.search.index import BEGINNING, ENDS, Index, SearchText
from generator.search.pieces import SIZES, Piece, digest, path_of, pieces_of
from generator.search.rows import (
    Broken,
    as_json,
    end_rows,
    facets_of,
    found_rows,
    shown_row,
    word_rows,
)

TEXTS_FILE = 10  # texts
BEGINNING_FILE, FACETS_FILE = "index.json", "facets.json"


class Layout(NamedTuple):
    """An index as it lies in files."""

    pieces: Mapping[str, Sequence[Piece]]
    texts: Sequence[bytes]  # files
    facets: bytes


Place = tuple[str, str]  # of a piece: its kind, and where it begins


class Outline(NamedTuple):
    """What is known of all the files without a look into them."""

    counts: Mapping[str, Any]  # of texts
    begin: Mapping[str, Sequence[str]]
    digests: Mapping[str, str]  # by path

    def renewed(
        self,
        gone: Iterable[Place],
        anew: Iterable[Place],
        written: Mapping[str, bytes],
    ) -> Outline:
        begin = {kind: set(begin) for kind, begin in self.begin.items()}
        digests = dict(self.digests)
        for kind, one in gone:
            begin[kind].remove(one)
            del digests[path_of(kind, one)]
        for kind, one in anew:
            begin[kind].add(one)
        digests |= {path: digest(content) for path, content in written.items()}
        return Outline(self.counts, {kind: sorted(begin[kind]) for kind in begin}, digests)

    def beginning(self, longest_phrase: int, says: Mapping[str, Any]) -> bytes:
        """index.json. `says` are the words the browser shows."""
        every = "".join(self.digests[path] for path in sorted(self.digests))
        beginning = {
            # A piece fetched before the site was built anew must not be mixed with those of today.
            "version": digest(every.encode()),
            **self.counts,
            "textsInFile": TEXTS_FILE,
            "longestPhrase": longest_phrase,
            "beginning": BEGINNING,
            "ends": ENDS,
            "begin": self.begin,
            "language": LANGUAGE,
            "ranking": RANKING,
            "says": says,
        }
        return as_json(beginning).encode()


def files_from(index: Index, says: Mapping[str, Any]) -> Mapping[str, bytes]:
    """By path below the folder of the index."""
    layout = laid_out(index)
    files = files_of(layout)
    beginning = outline_of(index.texts, layout, files).beginning(index.longest_phrase, says)
    return {BEGINNING_FILE: beginning, **files}


def laid_out(index: Index) -> Layout:
    rows = {"words": word_rows(index), "ends": end_rows(index), "found": found_rows(index)}
    broken = Broken(index.cuts.get)
    starts = range(0, len(index.texts), TEXTS_FILE)
    return Layout(
        {kind: list(pieces_of(some, SIZES[kind])) for kind, some in rows.items()},
        [texts_file(index.texts[start : start + TEXTS_FILE], broken) for start in starts],
        as_json(facets_of(index.texts)).encode(),
    )


def texts_file(texts: Iterable[SearchText], broken: Broken) -> bytes:
    return as_json([shown_row(text, broken) for text in texts]).encode()


def files_of(layout: Layout) -> Mapping[str, bytes]:
    """All but the beginning."""
    pieces = {
        path_of(kind, piece.begin): piece.content
        for kind, pieces in layout.pieces.items()
        for piece in pieces
    }
    texts = {texts_path(number): content for number, content in enumerate(layout.texts)}
    return {**pieces, **texts, FACETS_FILE: layout.facets}


def texts_path(number: int) -> str:
    return f"texts/{number}.json"


def outline_of(texts: Sequence[SearchText], layout: Layout, files: Mapping[str, bytes]) -> Outline:
    counts = {
        "texts": len(texts),
        "archivedFrom": sum(not text.archived for text in texts),
        "kinds": [
            (kind, len(list(same))) for kind, same in groupby(texts, key=lambda text: text.kind)
        ],
    }
    begin = {kind: [piece.begin for piece in pieces] for kind, pieces in layout.pieces.items()}
    return Outline(counts, begin, {path: digest(content) for path, content in files.items()})
