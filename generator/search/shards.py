"""Index -> the files that the browser fetches piece by piece.

    index.json              what every question needs: the language's lists and rules, the weights,
                            and where each piece of the rest begins
    words/from-arb.json     a stretch of words: forms, parts and synonyms. Words with the same first
                            letters stand in the same file
    ends/from-ad.json       the same words by the ends of their stems, for compounds and slips of
                            the pen
    found/from-arbet.json   for a stretch of words and phrases: the texts that hold them, and how
                            much
    texts/0.json            what is shown of a stretch of texts
    facets.json             which texts each filter leaves

Same index, same bytes; nearly the same index, nearly the same files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from generator.search.carried import LANGUAGE, RANKING
from generator.search.index import BEGINNING, ENDS, Index, SearchText
from generator.search.pieces import SIZES, digest, path_of, pieces_of
from generator.search.rows import as_json, end_rows, facets_of, found_rows, shown_row, word_rows

TEXTS_FILE = 10  # texts


def files_from(index: Index, says: Mapping[str, Any]) -> Mapping[str, bytes]:
    """By path below the folder of the index. `says` are the words the browser shows."""
    rows = {"words": word_rows(index), "ends": end_rows(index), "found": found_rows(index)}
    files: dict[str, bytes] = {}
    begin: dict[str, list[str]] = {kind: [] for kind in rows}
    for kind, some in rows.items():
        for piece in pieces_of(some, SIZES[kind]):
            files[path_of(kind, piece.begin)] = piece.content
            begin[kind].append(piece.begin)
    for number in range(0, len(index.texts), TEXTS_FILE):
        shown = [shown_row(text, index.cuts) for text in index.texts[number : number + TEXTS_FILE]]
        files[f"texts/{number // TEXTS_FILE}.json"] = as_json(shown).encode()
    files["facets.json"] = as_json(facets_of(index.texts)).encode()
    digests = {path: digest(content) for path, content in files.items()}
    beginning = beginning_of(index.texts, index.longest_phrase, begin, digests)
    return {"index.json": as_json({**beginning, "says": says}).encode(), **files}


def beginning_of(
    texts: Sequence[SearchText],
    longest_phrase: int,
    begin: Mapping[str, Sequence[str]],
    digests: Mapping[str, str],
) -> Mapping[str, Any]:
    return {
        # A piece fetched before the site was built anew must not be mixed with those of today.
        "version": digest("".join(digests[path] for path in sorted(digests)).encode())[:10],
        "texts": len(texts),
        "archivedFrom": sum(not text.archived for text in texts),
        "textsInFile": TEXTS_FILE,
        "kinds": [
            (kind, len(list(same))) for kind, same in groupby(texts, key=lambda text: text.kind)
        ],
        "longestPhrase": longest_phrase,
        "beginning": BEGINNING,
        "ends": ENDS,
        "begin": begin,
        "language": LANGUAGE,
        "ranking": RANKING,
    }
