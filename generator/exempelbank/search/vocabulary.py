"""The words of all texts -> what they are forms of, and what the compounds are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from exempelbank.search.compounds import COMMON_PARTS, DROPPED, Parts, first_stems, split
from exempelbank.search.words import stem

Key = str  # a stem as spelled, or several with spaces between: a phrase
Spread = tuple[Key, tuple[Key, ...]]  # of a form: its key, and every part


class Vocabulary:
    def __init__(self, forms: Iterable[str]) -> None:
        self.keys = _keys_of(forms)
        self.words = set(self.keys.values())  # the stems that stand by themselves somewhere
        self._first_stem = first_stems(_shortened(self.keys).get, self.words.__contains__)
        self._split: dict[str, Parts | None] = {}
        self._within = _Within(self.split)

    @cached_property
    def spread(self) -> Mapping[str, Spread]:
        """By form, all that a text holds with it."""
        return {form: (key, self._within[form]) for form, key in self.keys.items()}

    def split(self, word: str) -> Parts | None:
        if word not in self._split:
            self._split[word] = split(word, self._first_stem, self.words.__contains__)
        return self._split[word]

    def cuts(self, word: str) -> tuple[int, ...]:
        """Where the parts begin, in letters, but the first."""
        if not (parts := self.split(word)):
            return ()
        after = (parts.cut + cut for cut in self.cuts(word[parts.cut :]))
        return (*self.cuts(word[: parts.cut]), parts.cut, *after)

    def parts_of(self, forms: Iterable[str]) -> tuple[Key, Key] | None:
        """Of the first that has any."""
        for form in forms:
            if parts := self.split(form):
                return parts.first, parts.second
        return None

    @cached_property
    def forms(self) -> Mapping[Key, Sequence[str]]:
        """By key, the forms as they stand in texts, the shortest first."""
        found: dict[Key, list[str]] = defaultdict(list)
        for form in sorted(sorted(self.keys), key=len):
            found[self.keys[form]].append(form)
        return found


def _keys_of(forms: Iterable[str]) -> Mapping[str, Key]:
    """By form. One string for each key throughout: see told.py."""
    same: dict[Key, Key] = {}
    return {form: same.setdefault(key, key) for form in forms for key in (stem(form),)}


def _shortened(keys: Mapping[str, Key]) -> Mapping[str, Key]:
    """The key of a form, whole or with its last letter dropped: see compounds.py."""
    found: dict[str, Key] = {}
    for dropped in reversed(DROPPED):
        found |= {form[:-1]: key for form, key in keys.items() if form[-1] == dropped}
    return {**found, **keys}


class _Within(dict[str, tuple[Key, ...]]):
    """A word -> every part, and the parts of the parts: arbetsmarknad, projekt, arbet, marknad."""

    def __init__(self, split: Callable[[str], Parts | None]) -> None:
        self._taken_apart = split

    def __missing__(self, word: str) -> tuple[Key, ...]:
        found: tuple[Key, ...] = ()
        if parts := self._taken_apart(word):
            first, second = word[: parts.cut], word[parts.cut :]
            every = (parts.first, *self[first], parts.second, *self[second])
            found = tuple(dict.fromkeys(every))
        self[word] = found
        return found


def _common_forms() -> Mapping[Key, Sequence[str]]:
    found: dict[Key, list[str]] = defaultdict(list)
    for part in sorted(COMMON_PARTS):
        found[stem(part)].append(part)
    return found


COMMON_FORMS = _common_forms()  # of what is only ever a part
