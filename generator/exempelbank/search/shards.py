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

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from exempelbank.search.carried import LANGUAGE, RANKING
from exempelbank.search.index import BEGINNING, ENDS, Index
from exempelbank.search.pieces import SIZES, digest, path_of, pieces_of
from exempelbank.search.rows import (
    Broken,
    as_json,
    end_rows,
    facets_of,
    found_rows,
    shown_row,
    word_rows,
)

TEXTS_FILE = 10  # texts


def files_from(index: Index, says: Mapping[str, Any]) -> Mapping[str, bytes]:
    """By path below the folder of the index. `says` are the words the browser shows."""
    rows = {"words": word_rows(index), "ends": end_rows(index), "found": found_rows(index)}
    pieces = {kind: list(pieces_of(some, SIZES[kind])) for kind, some in rows.items()}
    files = {
        **{path_of(kind, one.begin): one.content for kind, some in pieces.items() for one in some},
        **_texts_files(index),
        "facets.json": as_json(facets_of(index.texts)).encode(),
    }
    begin = {kind: [piece.begin for piece in some] for kind, some in pieces.items()}
    return {"index.json": _beginning(index, begin, files, says), **files}


def _texts_files(index: Index) -> Mapping[str, bytes]:
    broken = Broken(index.cuts.get)
    rows = [shown_row(text, broken) for text in index.texts]
    return {
        f"texts/{number}.json": as_json(rows[start : start + TEXTS_FILE]).encode()
        for number, start in enumerate(range(0, len(rows), TEXTS_FILE))
    }


def _beginning(
    index: Index,
    begin: Mapping[str, Sequence[str]],
    files: Mapping[str, bytes],
    says: Mapping[str, Any],
) -> bytes:
    every = "".join(digest(files[path]) for path in sorted(files))
    beginning = {
        # A piece fetched before the site was built anew must not be mixed with those of today.
        "version": digest(every.encode()),
        "texts": len(index.texts),
        "archivedFrom": sum(not text.archived for text in index.texts),
        "kinds": [
            (kind, len(list(same)))
            for kind, same in groupby(index.texts, key=lambda text: text.kind)
        ],
        "textsInFile": TEXTS_FILE,
        "longestPhrase": index.longest_phrase,
        "beginning": BEGINNING,
        "ends": ENDS,
        "begin": begin,
        "language": LANGUAGE,
        "ranking": RANKING,
        "says": says,
    }
    return as_json(beginning).encode()
