"""The words of all texts -> what they are forms of, and what the compounds are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence

from generator.search.compounds import COMMON_PARTS, DROPPED, Parts, first_stems, split
from generator.search.words import stem

Key = str  # a stem as spelled, or several with spaces between: a phrase
Spread = tuple[Key, tuple[Key, ...]]  # of a form: its key, and every part


def keys_of(forms: Iterable[str]) -> Mapping[str, Key]:
    """By form. One string for each key throughout: see told.py."""
    same: dict[Key, Key] = {}
    return {form: same.setdefault(key, key) for form in forms for key in (stem(form),)}


class Vocabulary:
    def __init__(self, keys: Mapping[str, Key]) -> None:
        self.keys = keys  # by form
        self.words = set(keys.values())  # the stems that stand by themselves somewhere
        self._first_stem = first_stems(self._shortened, self.words.__contains__)
        self._split: dict[str, Parts | None] = {}
        self.within: Mapping[str, tuple[Key, ...]] = _Within(self.split)
        self.spread: Mapping[str, Spread] = _Spread(keys, self.within)

    def changed(self, came: Iterable[str], went: Iterable[str]) -> Vocabulary:
        """With forms that no text had before, and without those that none has any more."""
        keys = {**self.keys, **keys_of(came)}
        for form in went:
            del keys[form]
        return Vocabulary(keys)

    def split(self, word: str) -> Parts | None:
        if word not in self._split:
            self._split[word] = split(word, self._first_stem, self.words.__contains__)
        return self._split[word]

    def _shortened(self, form: str) -> Key | None:
        """The key of a form, whole or with its last letter dropped: see compounds.py."""
        for dropped in ("", *DROPPED):
            if key := self.keys.get(form + dropped):
                return key
        return None

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

    def forms_of(self, some: Container[Key]) -> Mapping[Key, Sequence[str]]:
        """Of some keys, the forms as they stand in texts, the shortest first."""
        found: dict[Key, list[str]] = defaultdict(list)
        having = [form for form, key in self.keys.items() if key in some]
        for form in sorted(sorted(having), key=len):
            found[self.keys[form]].append(form)
        return found


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


class _Spread(dict[str, Spread]):
    """A form -> its key, and every part: all that a text holds with it, at one look."""

    def __init__(self, keys: Mapping[str, Key], within: Mapping[str, tuple[Key, ...]]) -> None:
        self._keys, self._within = keys, within

    def __missing__(self, form: str) -> Spread:
        self[form] = self._keys[form], self._within[form]
        return self[form]


def _common_forms() -> Mapping[Key, Sequence[str]]:
    found: dict[Key, list[str]] = defaultdict(list)
    for part in sorted(COMMON_PARTS):
        found[stem(part)].append(part)
    return found


COMMON_FORMS = _common_forms()  # of what is only ever a part
