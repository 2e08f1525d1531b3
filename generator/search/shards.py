"""Index -> the files that the browser fetches piece by piece.

    index.json      what every question needs: the language's lists and rules, the weights, and
                    where each piece of the rest begins
    words/0.json    a stretch of words: forms, parts and synonyms. Words with the same first
                    letters stand in the same file
    ends/0.json     the same words by the ends of their stems, for compounds and slips of the pen
    found/0.json    for a stretch of words and phrases: the texts that hold them, and how much
    texts/0.json    what is shown of a stretch of texts
    facets.json     which texts each filter leaves

Same index, same bytes.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby, pairwise
from typing import Any

from generator.search.compounds import JOINTS, SHORTEST_COMPOUND, SHORTEST_PART
from generator.search.index import BEGINNING, ENDS, STEPS_PER_DOUBLING, Entry, Index, SearchText
from generator.search.language import word_lists
from generator.search.question import (
    AHEAD,
    GUESSES,
    LIKE_NOTHING,
    MOST_BEGUN,
    MOST_WORDS,
    SHORTEST_BEGUN,
    SHORTEST_MISSPELT,
    TWO_SLIPS_FROM,
    WEIGHTS,
)
from generator.search.ranking import AGREEING, COVERAGE, FAINT, SATURATION, STEPS
from generator.search.spelling import SLIGHT, SOUND_ALIKE
from generator.search.words import (
    CHANGED_VOWELS,
    COMING_AND_GOING,
    DEFINITE_FORMS,
    INFLECTIONS,
    KEPT_ENDINGS,
    LONGEST_DEFINITE,
    LONGEST_WORD,
    SHORTEST_STEM,
    WORD,
    fold,
    spelled,
)

# Bytes before compression, about. Small pieces waste less, large ones need fewer requests.
WORDS_FILE, ENDS_FILE, FOUND_FILE = 12_000, 6_000, 6_000
TEXTS_FILE = 10  # texts

Row = tuple[str, Any]  # what it is found by, and what there is


def files_from(index: Index, says: Mapping[str, Any]) -> Mapping[str, bytes]:
    """By path below the folder of the index. `says` are the words the browser shows."""
    stretches = {
        "words": _packed(_words(index), WORDS_FILE),
        "ends": _packed(_ends(index), ENDS_FILE),
        "found": _packed(_found(index), FOUND_FILE),
    }
    files: dict[str, bytes] = {}
    for name, packed in stretches.items():
        for number, rows in enumerate(packed):
            files[f"{name}/{number}.json"] = _as_json([row for _key, row in rows])
    for number, start in enumerate(range(0, len(index.texts), TEXTS_FILE)):
        shown = [_shown(text, index) for text in index.texts[start : start + TEXTS_FILE]]
        files[f"texts/{number}.json"] = _as_json(shown)
    files["facets.json"] = _as_json(_facets(index.texts))
    begin = {name: [rows[0][0] for rows in packed] for name, packed in stretches.items()}
    return {"index.json": _as_json({**_beginning(index, begin, files), "says": says}), **files}


def _beginning(
    index: Index, begin: Mapping[str, Sequence[str]], files: Mapping[str, bytes]
) -> Mapping[str, Any]:
    return {
        # A piece fetched before the site was built anew must not be mixed with those of today.
        "version": sha256(b"".join(files.values())).hexdigest()[:10],
        "texts": len(index.texts),
        "archivedFrom": sum(not text.archived for text in index.texts),
        "textsInFile": TEXTS_FILE,
        "kinds": [
            (kind, len(list(texts)))
            for kind, texts in groupby(index.texts, key=lambda text: text.kind)
        ],
        "longestPhrase": index.longest_phrase,
        "beginning": BEGINNING,
        "ends": ENDS,
        "begin": begin,
        "language": LANGUAGE,
        "ranking": RANKING,
    }


def _for_javascript(rules: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(ending, rest.replace("\\", "$")) for ending, rest in rules]


# What the browser's analysis takes from here, so that a rule is written once.
LANGUAGE = {
    "stopWords": sorted(word_lists()["stop words"]),
    "shortParts": sorted(word_lists()["short parts"]),
    "noParts": sorted(word_lists()["no parts"]),
    "commonParts": sorted(word_lists()["common parts"]),
    "longestWord": LONGEST_WORD,
    "stem": {
        "kept": KEPT_ENDINGS,
        "inflections": INFLECTIONS,
        "definite": _for_javascript(DEFINITE_FORMS),
        "comingAndGoing": _for_javascript(COMING_AND_GOING),
        "changedVowels": CHANGED_VOWELS,
        "shortest": SHORTEST_STEM,
        "longestDefinite": LONGEST_DEFINITE,
    },
    "compound": {
        "joints": JOINTS,
        "shortest": SHORTEST_COMPOUND,
        "shortestPart": SHORTEST_PART,
    },
    "spelling": {"alike": SOUND_ALIKE, "slight": SLIGHT},
}
RANKING = {
    "weights": WEIGHTS,
    "guesses": sorted(GUESSES),
    "mostWords": MOST_WORDS,
    "shortestBegun": SHORTEST_BEGUN,
    "mostBegun": MOST_BEGUN,
    "ahead": AHEAD,
    "likeNothing": LIKE_NOTHING,
    "shortestMisspelt": SHORTEST_MISSPELT,
    "twoSlipsFrom": TWO_SLIPS_FROM,
    "saturation": SATURATION,
    "agreeing": AGREEING,
    "coverage": COVERAGE,
    "faint": FAINT,
    "steps": STEPS,
    "stepsPerDoubling": STEPS_PER_DOUBLING,
}


# ---- Rows ----


def _words(index: Index) -> Iterator[Row]:
    """Found by the first letters; what shares those is never divided between files."""
    for folded, key in index.in_order:
        yield folded[:BEGINNING], _word_row(index.entries[key])


def _word_row(entry: Entry) -> list[Any]:
    """[key, forms, texts, parts, synonyms], without what is empty at the end. A form is written as
    what comes after the key; with = before when it does not begin so.
    """
    forms = " ".join(
        form[len(entry.key) :] or "-" if form.startswith(entry.key) else f"={form}"
        for form in entry.forms
    )
    row = [entry.key, forms, entry.texts, " ".join(entry.parts or ()), list(entry.synonyms)]
    while not row[-1]:
        row.pop()
    return row


def _ends(index: Index) -> Iterator[Row]:
    for ending in sorted(index.by_ending):
        yield ending, [ending, " ".join(index.by_ending[ending])]


def _found(index: Index) -> Iterator[Row]:
    """Found by the whole key. Texts as steps from the one before, each with its weight."""
    for folded, key in sorted((fold(key), key) for key in index.all_postings):
        row: list[str | int] = [key]
        before = 0
        for text, step in index.all_postings[key].items():
            row += [text - before, step]
            before = text
        yield folded, row


def _shown(text: SearchText, index: Index) -> list[str]:
    """Soft hyphens stand where compounds come apart: parts can be marked, and long words broken."""
    marked = (_with_cuts(told, index) for told in (text.title, text.summary))
    return [text.address, *marked, text.note]


def _with_cuts(told: str, index: Index) -> str:
    def with_cuts(match: re.Match[str]) -> str:
        word = match[0]
        pieces = pairwise((0, *index.cuts.get(spelled(word), ()), len(word)))
        return "\u00ad".join(word[start:end] for start, end in pieces)

    return WORD.sub(with_cuts, told.replace("\u00ad", ""))


def _facets(texts: Iterable[SearchText]) -> Mapping[str, Mapping[str, Sequence[int]]]:
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, text in enumerate(texts):
        for facet, values in text.facets.items():
            for value in values:
                found[facet][value].append(number)
    return found


# ---- Files ----


def _packed(rows: Iterable[Row], size: int) -> list[list[Row]]:
    """Stretches of about this size, divided only where the letters change."""
    files: list[list[Row]] = []
    length = size
    for _letters, together in groupby(rows, key=lambda row: row[0]):
        same = list(together)
        longer = sum(len(_as_json(row)) for _key, row in same)
        if length + longer > size:
            files.append([])
            length = 0
        files[-1] += same
        length += longer
    return files


def _as_json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
