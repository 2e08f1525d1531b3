"""A word that no text holds -> the words that are near it, and the one that was likely meant.

The same steps are taken in the browser: theme/assets/search/corrections.js.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from exempelbank.search.analysis import fold
from exempelbank.search.edit_distance import edit_distance
from exempelbank.search.index import Index, LexiconEntry
from exempelbank.search.stemmer import Stem, stem_of

SHORTEST_MISSPELT, TWO_EDITS_FROM = 4, 8  # letters: below, an edit makes another word
BEYOND_NEAREST = 0.25  # edits more than the nearest word, that others may have
MOST_EDITS_TO_FORM = 9  # of a word that is corrected, when the nearest of its forms is looked for
PADDING = "ba"  # a syllable put before a word

_DIACRITICS = re.compile("[åäö]")


class Correction(NamedTuple):
    entry: LexiconEntry
    edits: float


def corrections_of(word: str, index: Index) -> Sequence[Correction]:
    """The nearest words, the likeliest first."""
    if len(word) < SHORTEST_MISSPELT:
        return ()
    limit = 2 if len(word) >= TWO_EDITS_FROM else 1
    edits = _edits_by_stem(word, limit, index)
    fewest = min(edits.values(), default=limit + 1)
    if fewest > limit:
        return ()
    nearest = (
        Correction(entry, edits[stem])
        for stem in edits
        if edits[stem] <= fewest + BEYOND_NEAREST and (entry := index.entry(stem))
    )
    return sorted(nearest, key=lambda one: (one.edits, -one.entry.frequency_class, one.entry.stem))


def likeliest_form(
    word: str, corrections: Iterable[Correction], *, has_diacritics: bool
) -> str | None:
    """`has_diacritics`: whether the reader writes å, ä and ö."""
    for entry, _edits in corrections:
        forms = [form for form in entry.forms if _may_be_meant(word, form, has_diacritics)]
        if forms and entry.frequency_class:
            return min(forms, key=lambda form: edit_distance(word, form, MOST_EDITS_TO_FORM))
    return None


def _may_be_meant(word: str, form: str, has_diacritics: bool) -> bool:
    """A word that begins otherwise is another, often the opposite: otrygg, trygg. And who has
    å, ä and ö on the keyboard meant those that are there.
    """
    if word[0] != form[0]:
        return not has_diacritics and fold(word[0]) == fold(form[0])
    return not has_diacritics or _DIACRITICS.findall(word) == _DIACRITICS.findall(form)


def _edits_by_stem(word: str, limit: int, index: Index) -> Mapping[Stem, float]:
    """Of the words near. Most edits leave the beginning or the end of a word alone; the others
    are looked for when those give nothing. A word that begins otherwise is the last resort.
    """
    folded, suffix_length = fold(word), index.suffix_length
    edits = _edits_of_forms(folded, folded[:suffix_length], limit, index)
    begins_otherwise: dict[Stem, float] = {}
    # A lost vowel hides from the stemmer where endings may begin: mnskade keeps its -ad.
    for typed in {stem_of(word), stem_of(PADDING + word).removeprefix(PADDING)}:
        for stem in index.with_suffix(fold(typed)[-suffix_length:]):
            of_these = edits if fold(stem[0]) == folded[0] else begins_otherwise
            before = of_these.get(stem, limit + 1)
            of_these[stem] = min(before, edit_distance(fold(typed), fold(stem), limit))
    if not _any_within(limit, edits):
        edits = _edits_of_forms(folded, folded[0], limit, index)
    return edits if _any_within(limit, edits) else begins_otherwise


def _edits_of_forms(folded: str, prefix: str, limit: int, index: Index) -> dict[Stem, float]:
    return {
        entry.stem: min(edit_distance(folded, fold(form), limit) for form in entry.forms)
        for entry in index.with_prefix(prefix)
        if entry.forms
    }


def _any_within(limit: int, edits: Mapping[Stem, float]) -> bool:
    return min(edits.values(), default=limit + 1) <= limit
