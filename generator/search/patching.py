"""Texts whose words changed -> the rows that change with them, and no others.

An edit changes what the index says of the words that came and went. It reaches further by two ways
only. A word that no text had before, or that none has any more, may let compounds in other texts
come apart or keep them whole. And a word that is found again, or no longer, comes or goes as a
synonym of others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from generator.search.building import entries_of, forms_in
from generator.search.compounds import SHORTEST_COMPOUND
from generator.search.gaps import gaps_between, texts_after
from generator.search.index import ENDS, Entry, Postings
from generator.search.kept_pieces import Changes, KeptPieces
from generator.search.rows import Row, end_row, found_row, postings_from, word_row
from generator.search.synonyms import Synonyms
from generator.search.told import Told
from generator.search.vocabulary import Key, Vocabulary
from generator.search.weighing import Lengths, Weigher
from generator.search.words import SHORTEST_STEM, fold

MOST_REACHED = 0.2  # of all texts


class Edit(NamedTuple):
    before: Told
    after: Told


Edits = Mapping[int, Edit]  # by the text's number in the index


class Patch(NamedTuple):
    rows: Mapping[str, Changes]  # by kind
    taken_apart_otherwise: Collection[int]  # texts with such words, beside those edited


def reaches_too_far(some: int, texts: int) -> bool:
    """So that to build the whole is quicker."""
    return some > 1 and some > MOST_REACHED * texts


class Patcher(NamedTuple):
    """What an edit is seen against."""

    before: Vocabulary
    after: Vocabulary
    means: Lengths
    synonyms: Synonyms
    kept: Mapping[str, KeptPieces]
    told: Callable[[int], Told]  # a text as it was
    texts: int

    def patch(self, edits: Edits) -> Patch | None:
        """None when the edit reaches so far that nothing is gained."""
        otherwise = set(self._words_taken_apart_otherwise(edits))
        reached = {number for form in otherwise for number in self._having(self.before.keys[form])}
        if reaches_too_far(len(reached), self.texts):
            return None
        every = {**{number: Edit(*[self.told(number)] * 2) for number in reached}, **edits}
        steps = self._steps(every)
        found = {key: self._found_after(key, changed) for key, changed in steps.items()}
        entries = self._entries(found, edits, otherwise)
        rows: dict[str, Changes] = {
            "found": {
                key: found_row(key, postings) if postings else None
                for key, postings in found.items()
            },
            "words": {key: word_row(entry) if entry else None for key, entry in entries.items()},
            "ends": dict(self._ends(entries)),
        }
        return Patch(rows, reached)

    # ---- Words that others are made of ----

    def _words_taken_apart_otherwise(self, edits: Edits) -> Iterator[str]:
        """Of those that some text had before, and some has now."""
        signs = {
            sign
            for one, other in ((self.before, self.after), (self.after, self.before))
            for edit in edits.values()
            for form in {*forms_in(edit.before), *forms_in(edit.after)}
            if form in one.keys
            and form not in other.keys
            # No part is shorter, and no number of one digit is a part.
            and len(one.keys[form]) >= SHORTEST_STEM
            # A stem may lose or change its last letter, but no other: vikarie-, böcker.
            for sign in (fold(form)[:-1], fold(one.keys[form])[:-1])
        }
        for form in _holding(signs, self.before.keys):
            if (
                len(form) >= SHORTEST_COMPOUND
                and form in self.after.keys
                and _taken_apart(form, self.before) != _taken_apart(form, self.after)
            ):
                yield form

    # ---- What is found where ----

    def _having(self, key: Key) -> Iterable[int]:
        found = self._found_before(key)
        return texts_after(found.gaps) if found else ()

    def _found_before(self, key: Key) -> Postings | None:
        row = self.kept["found"].row(key)
        return postings_from(row) if row else None

    def _steps(self, reached: Edits) -> Mapping[Key, Mapping[int, str | None]]:
        """By key and text, the step it has now; None when it is gone. Nothing of what is equal."""
        steps: dict[Key, dict[int, str | None]] = defaultdict(dict)
        weighers = [
            Weigher(words, self.means, self.synonyms) for words in (self.before, self.after)
        ]
        for number, edit in reached.items():
            before, after = (
                dict(zip(*weigher.held_by(told), strict=True))
                for weigher, told in zip(weighers, edit, strict=True)
            )
            for key in before.keys() | after.keys():
                if before.get(key) != after.get(key):
                    steps[key][number] = after.get(key)
        return steps

    def _found_after(self, key: Key, changed: Mapping[int, str | None]) -> Postings | None:
        before = self._found_before(key) or Postings("", "")
        having, steps = [*texts_after(before.gaps)], [*before.steps]
        for number, step in changed.items():
            place = bisect_left(having, number)
            held = having[place : place + 1] == [number]
            having[place : place + held] = [number] if step else []
            steps[place : place + held] = [step] if step else []
        return Postings(gaps_between(having), "".join(steps)) if having else None

    # ---- Words ----

    def _entries(
        self,
        found: Mapping[Key, Postings | None],
        edits: Edits,
        otherwise: Iterable[str],
    ) -> Mapping[Key, Entry | None]:
        """As they are now, of all that may have changed."""

        @cache
        def found_now(key: Key) -> Postings | None:
            return found[key] if key in found else self._found_before(key)

        forms = {
            *(form for edit in edits.values() for told in edit for form in forms_in(told)),
            *otherwise,
        }
        came_and_went = {key for key in found if bool(found[key]) != bool(self._found_before(key))}
        keys = {
            *found,
            *(
                (self.before.keys.get(form) or self.after.keys[form])
                for form in forms
                if (form in self.before.keys) != (form in self.after.keys)
            ),
            *(self.before.keys[form] for form in otherwise),
            *(key for one in came_and_went for key in self.synonyms.having.get(one, ())),
        }
        held = sorted(key for key in keys if found_now(key) or key in self.synonyms.keys)
        entries = entries_of(held, found_now, self.after, self.synonyms)
        return {**dict.fromkeys(keys), **{entry.key: entry for entry in entries}}

    def _ends(self, entries: Mapping[Key, Entry | None]) -> Iterator[tuple[str, Row | None]]:
        together: dict[str, dict[Key, bool]] = defaultdict(dict)
        for key, entry in entries.items():
            if " " not in key:
                together[fold(key)[-ENDS:]][key] = bool(entry and entry.forms)
        for ending, keys in together.items():
            row = self.kept["ends"].row(ending)
            before = row.split('"')[3].split(" ") if row else []
            held = {**dict.fromkeys(before, True), **keys}
            after = sorted((key for key in held if held[key]), key=lambda key: (fold(key), key))
            yield ending, end_row(ending, after) if after else None


def _holding(signs: Iterable[str], forms: Iterable[str]) -> set[str]:
    """Those that hold any of the signs, by their letters without rings and dots. To search them all
    as one text is much quicker than one by one.
    """
    together = "\n".join(("", *forms, ""))
    folded = fold(together)  # as long as before
    found = set()
    for sign in signs:
        end = 0
        while (place := folded.find(sign, end)) >= 0:
            end = together.index("\n", place)
            found.add(together[together.rindex("\n", 0, place) + 1 : end])
    return found


def _taken_apart(form: str, vocabulary: Vocabulary) -> tuple[Sequence[Key], Sequence[int]]:
    return vocabulary.within[form], vocabulary.cuts(form)
