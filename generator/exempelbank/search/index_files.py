"""Index -> the files that the browser fetches chunk by chunk.

    index.json              the manifest, which every query needs: the language's lists and rules,
                            the weights, and where each chunk of the rest begins
    words/from-arb.json     a stretch of the lexicon: forms, parts and synonyms. Words with the same
                            first letters stand in the same file
    ends/from-ad.json       the same words by the suffixes of their stems, for compounds and
                            misspelt words
    found/from-arbet.json   postings, for a stretch of words and known phrases: the documents that
                            hold them, and how much
    texts/0.json            what is shown of a stretch of documents
    bodies/0.json           the text of one document, which excerpts are taken from
    facets.json             which documents each filter leaves

Same index, same bytes; nearly the same index, nearly the same files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from exempelbank.search.chunking import CHUNK_SIZES, chunk_path, chunks_of, short_hash
from exempelbank.search.client_config import LANGUAGE, RANKING
from exempelbank.search.index import PREFIX_LENGTH, SUFFIX_LENGTH, Index
from exempelbank.search.wire_format import (
    SoftHyphenator,
    as_json,
    document_row,
    documents_by_facet,
    excerpted_text,
    lexicon_rows,
    postings_rows,
    suffix_rows,
)

DOCUMENTS_PER_FILE = 10


def files_from(index: Index, ui_strings: Mapping[str, Any]) -> Mapping[str, bytes]:
    """By path below the folder of the index. `ui_strings`: what the browser shows."""
    rows_by_folder = {
        "words": lexicon_rows(index),
        "ends": suffix_rows(index),
        "found": postings_rows(index),
    }
    chunks_by_folder = {
        folder: list(chunks_of(rows, CHUNK_SIZES[folder]))
        for folder, rows in rows_by_folder.items()
    }
    files = {
        **{
            chunk_path(folder, chunk.start): chunk.content
            for folder, chunks in chunks_by_folder.items()
            for chunk in chunks
        },
        **_document_files(index),
        **{
            f"bodies/{number}.json": as_json(excerpted_text(document)).encode()
            for number, document in enumerate(index.documents)
            if document.body
        },
        "facets.json": as_json(documents_by_facet(index.documents)).encode(),
    }
    chunk_starts = {
        folder: [chunk.start for chunk in chunks] for folder, chunks in chunks_by_folder.items()
    }
    return {"index.json": _manifest(index, chunk_starts, files, ui_strings), **files}


def _document_files(index: Index) -> Mapping[str, bytes]:
    hyphenator = SoftHyphenator(index.cuts.get)
    rows = [document_row(document, hyphenator) for document in index.documents]
    return {
        f"texts/{number}.json": as_json(rows[start : start + DOCUMENTS_PER_FILE]).encode()
        for number, start in enumerate(range(0, len(rows), DOCUMENTS_PER_FILE))
    }


def _manifest(
    index: Index,
    chunk_starts: Mapping[str, Sequence[str]],
    files: Mapping[str, bytes],
    ui_strings: Mapping[str, Any],
) -> bytes:
    """The browser's Index gives each key its name, in index.js."""
    hashes = "".join(short_hash(files[path]) for path in sorted(files))
    manifest = {
        # A chunk fetched before the site was built anew must not be mixed with those of today.
        "version": short_hash(hashes.encode()),
        "texts": len(index.documents),
        "archivedFrom": sum(not document.archived for document in index.documents),
        "kinds": [
            (kind, len(list(same)))
            for kind, same in groupby(index.documents, key=lambda document: document.kind)
        ],
        "textsInFile": DOCUMENTS_PER_FILE,
        "longestPhrase": index.longest_phrase,
        "phraseOpeners": sorted(index.phrase_openers),
        "beginning": PREFIX_LENGTH,
        "ends": SUFFIX_LENGTH,
        "begin": chunk_starts,
        "language": LANGUAGE,
        "ranking": RANKING,
        "says": ui_strings,
    }
    return as_json(manifest).encode()
