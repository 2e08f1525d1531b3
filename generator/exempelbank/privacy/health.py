"""A diagnosis, or a word of someone's health, near a person whom others can recognise.

What a group has in common ("personer med autism") is what the examples are about: let through.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from exempelbank.privacy.patterns import Pattern
from exempelbank.privacy.people import known_persons, names, single_persons, units
from exempelbank.privacy.prefilter import Substrings
from exempelbank.privacy.sentences import Sentences, Span, any_between
from exempelbank.privacy.words import any_of, lowered

# From the sign before a word: quicker to look for than any place where a word may begin.
_HEALTH = Pattern(rf"\W({any_of('health')})")
_IN_COMPOUNDS = Substrings("syndrom", "missbruk")
_COMPOUND = Pattern(r"\b\w+?(?:syndrom|missbruk)")
_MANY = Pattern(rf"\b{any_of('many')}\b")
# The name of one among those many: "många vet inte att Kalle har ...".
_HAS = Pattern(r",? (?:har|hade|är|fick|får|blev|lider|led|mår|mådde|hör|äter|tar)\b")
# Beside the name, or the pupil whom an assistant saw would be taken for the assistant.
_STAFF = Pattern(rf"\b{any_of('staff')}\b")
_NAMES = Pattern(r"[A-ZÅÄÖÉ][\w-]*+(?: [A-ZÅÄÖÉ][\w-]++| och\b)*+")
_NAMES_ON = Pattern(r",?(?: [A-ZÅÄÖÉ][\w-]++| och\b|,)*+")
_IS = Pattern(r"(?:,? som är|,? är|,| \()? ?(?:(?:en|av|vår|våra|min|mina|hos|oss) )*+")
_NEAR = 120  # characters; the length of a spoken sentence
_OF_MANY = 70  # characters that what is said of many reaches


def health_near_person(text: str) -> Iterator[Span]:
    small = lowered(text)
    mentions = [(match.start(1) - 1, match.end() - 1) for match in _HEALTH.finditer(f" {small}")]
    if _IN_COMPOUNDS.any_in(small):
        mentions = sorted({*mentions, *_spans(_COMPOUND, small)})
    if mentions:
        excerpt = _excerpt(text, mentions)
        people = _People(excerpt.text)
        for word, sentence, offset in excerpt.mentions:
            if people.are_near(word, sentence) and not people.are_many(word, sentence):
                yield word[0] + offset, word[1] + offset


class _Excerpt(NamedTuple):
    """The sentences that tell of health: for the rest of a text nothing need be looked for."""

    text: str
    mentions: list[tuple[Span, Span, int]]  # the word, its sentence, how far both were moved


def _excerpt(text: str, mentions: Iterable[Span]) -> _Excerpt:
    sentences, parts, moved = Sentences(text), list[str](), list[tuple[Span, Span, int]]()
    begins, size, before = 0, 0, None
    for start, end in mentions:
        sentence = sentences.around(start)
        if sentence != before:
            before = sentence
            parts.append(text[slice(*sentence)])
            begins, size = size, size + len(parts[-1]) + 1
        offset = sentence[0] - begins
        moved.append(((start - offset, end - offset), (begins, size - 1), offset))
    return _Excerpt("\n".join(parts), moved)


class _People:
    """Who is told of in these sentences: by name or place, as one, or as many."""

    def __init__(self, text: str) -> None:
        self._text, small = text, lowered(text)
        named, singles = list(names(text)), list(single_persons(text))
        staff = _staff(text, small) if named else b""
        recognised = (span for span in named if not staff[span[0]])
        self._known = sorted(start for start, _end in chain(recognised, known_persons(text)))
        self._singles = [start for start, _end in singles]
        self._units = sorted(start for start, _end in units(text)) if singles else []
        # "En av våra deltagare" is one, though "deltagare" are many.
        singled_out = _mask(text, singles)
        self._groups = [span for span in _spans(_MANY, small) if not singled_out[span[0]]]
        self._group_ends = [end for _start, end in self._groups]
        self._having = [start for start, end in named if _HAS.match(text, end)]

    def are_near(self, word: Span, sentence: Span) -> bool:
        first, last = sentence
        if any_between(self._known, first, last):
            return any_between(self._known, max(first, word[0] - _NEAR), min(last, word[1] + _NEAR))
        return any_between(self._singles, first, last) and any_between(self._units, first, last)

    def are_many(self, word: Span, sentence: Span) -> bool:
        """Those said to have it, and nobody among them is named."""
        reach = max(sentence[0], word[0] - _OF_MANY)
        reach += 1 + max(self._text[reach : word[0]].rfind(sign) for sign in ".!?")
        at = bisect_left(self._group_ends, reach)
        if at == len(self._groups) or self._group_ends[at] > word[0]:
            return False
        return not any_between(self._having, self._groups[at][0], word[0])


def _staff(text: str, small: str) -> bytearray:
    """Where the names are those of the people who work there."""
    words = _spans(_STAFF, small)
    starts = [start for start, _end in words]
    reach, names_of_staff = 0, list[Span]()
    for _start, end in words:
        if end > reach and (named := _NAMES_ON.match(text, end)):
            reach = named.end()
            names_of_staff.append((end, reach))
    for start, end in _spans(_NAMES, text):
        last = bisect_left(starts, end) - 1
        if last >= 0 and starts[last] > start:  # "Kalle Stödassistent"
            names_of_staff.append((start, starts[last]))
        if (after := _IS.match(small, end)) and any_between(starts, after.end(), after.end() + 1):
            names_of_staff.append((start, end))
    return _mask(text, names_of_staff)


def _spans(pattern: Pattern, text: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(text)]


def _mask(text: str, spans: Iterable[Span]) -> bytearray:
    """1 for each character that lies in any of them."""
    mask = bytearray(len(text))
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)
    return mask
