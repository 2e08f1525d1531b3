"""The words of all documents -> what they are forms of, and what the compounds are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property

from exempelbank.search.compounds import (
    COMMON_PARTS,
    DROPPED_VOWELS,
    SHORTEST_PART,
    Parts,
    first_stems,
    listed_first_part,
    split,
)
from exempelbank.search.stemmer import Stem, stem_of
from exempelbank.search.word_lists import ordinary_words

SHORTEST_WITH_ORDINARY = 8  # letters

StemAndParts = tuple[Stem, tuple[Stem, ...]]  # of a form: its stem, and those of every part


class Lexicon:
    def __init__(self, forms: Iterable[str]) -> None:
        self.stem_by_form = _stem_by_form(forms)
        self.stems = set(self.stem_by_form.values())  # of words that stand by themselves somewhere
        self._first_stem = first_stems(
            _by_clipped_form(self.stem_by_form).get, self.stems.__contains__
        )
        # By stem, of what is only ever a part.
        self.forms_of_parts = dict(_FORMS_OF_COMMON_PARTS)
        self._split: dict[str, Parts | None] = {}
        self._all_parts = _AllParts(self.split)

    @cached_property
    def stem_and_parts(self) -> Mapping[str, StemAndParts]:
        """By form, all that a document holds with it."""
        return {form: (stem, self._all_parts[form]) for form, stem in self.stem_by_form.items()}

    def split(self, word: str) -> Parts | None:
        if word not in self._split:
            self._split[word] = split(
                word, self._first_stem, self.stems.__contains__
            ) or self._split_by_ordinary_first(word)
        return self._split[word]

    def _split_by_ordinary_first(self, word: str) -> Parts | None:
        """The first part need not stand by itself here: tand|borste, where borste does."""
        if len(word) < SHORTEST_WITH_ORDINARY:
            return None
        parts = split(word, self._stem_of_ordinary, self.stems.__contains__)
        return None if parts and _is_ordinary(word) else parts

    def _stem_of_ordinary(self, first: str) -> Stem | None:
        word = listed_first_part(_ordinary_by_clipped_form().get, first)
        if not word:
            return None
        stem = stem_of(word)
        self.forms_of_parts.setdefault(stem, (word,))
        return stem

    def cuts(self, word: str) -> tuple[int, ...]:
        """Where the parts begin, in letters, but the first."""
        if not (parts := self.split(word)):
            return ()
        after = (parts.cut + cut for cut in self.cuts(word[parts.cut :]))
        return (*self.cuts(word[: parts.cut]), parts.cut, *after)

    def parts_of(self, forms: Iterable[str]) -> tuple[Stem, Stem] | None:
        """Of the first that has any."""
        for form in forms:
            if parts := self.split(form):
                return parts.first, parts.second
        return None

    @cached_property
    def forms_by_stem(self) -> Mapping[Stem, Sequence[str]]:
        """The forms as they stand in documents, the shortest first."""
        forms_by_stem: dict[Stem, list[str]] = defaultdict(list)
        for form in sorted(sorted(self.stem_by_form), key=len):
            forms_by_stem[self.stem_by_form[form]].append(form)
        return forms_by_stem


def _stem_by_form(forms: Iterable[str]) -> Mapping[str, Stem]:
    """One string for each stem throughout: see tokenizer.py."""
    interned: dict[Stem, Stem] = {}
    return {form: interned.setdefault(stem, stem) for form in forms for stem in (stem_of(form),)}


def _by_clipped_form(stem_by_form: Mapping[str, Stem]) -> Mapping[str, Stem]:
    """What belongs to a form, whole or with its last vowel dropped: see compounds.py."""
    clipped: dict[str, Stem] = {}
    for vowel in reversed(DROPPED_VOWELS):
        clipped |= {form[:-1]: stem for form, stem in stem_by_form.items() if form[-1] == vowel}
    return {**clipped, **stem_by_form}


class _AllParts(dict[str, tuple[Stem, ...]]):
    """A word -> every part, and the parts of the parts: arbetsmarknad, projekt, arbet, marknad."""

    def __init__(self, split: Callable[[str], Parts | None]) -> None:
        self._split = split

    def __missing__(self, word: str) -> tuple[Stem, ...]:
        stems: tuple[Stem, ...] = ()
        if parts := self._split(word):
            first, second = word[: parts.cut], word[parts.cut :]
            stems = tuple(dict.fromkeys((parts.first, *self[first], parts.second, *self[second])))
        self[word] = stems
        return stems


@cache
def _ordinary_by_clipped_form() -> Mapping[str, str]:
    return _by_clipped_form({word: word for word in ordinary_words()})


@cache
def _ordinary_by_beginning() -> Mapping[str, Sequence[str]]:
    by_beginning: dict[str, list[str]] = defaultdict(list)
    for word in ordinary_words():
        by_beginning[word[:SHORTEST_PART]].append(word)
    return by_beginning


def _is_ordinary(form: str) -> bool:
    words = _ordinary_by_beginning().get(form[:SHORTEST_PART], ())
    return stem_of(form) in map(stem_of, words)


def _forms_of_common_parts() -> Mapping[Stem, Sequence[str]]:
    forms: dict[Stem, list[str]] = defaultdict(list)
    for part in sorted(COMMON_PARTS):
        forms[stem_of(part)].append(part)
    return forms


_FORMS_OF_COMMON_PARTS = _forms_of_common_parts()
