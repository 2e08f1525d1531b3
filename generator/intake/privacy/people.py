"""Persons in running text: names, ages, and stories of one among few."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

Span = tuple[int, int]

_HERE = Path(__file__).parent
_CAPITALISED = re.compile(r"(?<![\w@./-])[A-ZÅÄÖÉ][a-zåäöéèü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?s?(?![\w@])")
# What follows when the word before it is a person and not a month, an animal or a brand.
_DOES = re.compile(r"(?:,| (?:har|är|fick|får|mår|mådde|bor|vill|ville|kan|sa|säger|blev|hade|slutade|började|[A-ZÅÄÖ][a-zåäöé]+))\b|, ")  # fmt: skip
_NO_PERSON = re.compile(r"(?:-(?!Erik|Olof)\w|(?: [A-ZÅÄÖ]\w+)?s? (?:gata|väg|gatan|vägen|plats|torg|AB|Sverige|kommun|län|metod\w*|modell\w*|skola\w*|gård\w*)\b)")  # fmt: skip

_PERSON = (
    r"(?:mannen|kvinnan|killen|tjejen|pojken|flickan|en (?:\w+ )?(?:man|kvinna|kille|tjej|pojke|flicka|boende|"
    r"brukare|deltagare|person|klient|ung vuxen|vuxen|av de boende)|(?:hon|han|hen|den) (?:i|på) |deltagare \d)"
)
_ONE_PERSON = re.compile(rf"\b{_PERSON}", re.IGNORECASE)
_AGE = re.compile(
    r"\b\d{1,3}-åring(?:en)?\b|\b\d{1,3}-årig[ea]?\b|\b\d0-årsåldern\b|\b\w+åriga? (?:kvinna|man|pojke|flicka)n?\b"
    r"|(?<=,) (?:1[0-9]|[1-9][0-9]?)(?: år(?: gammal)?)?(?=[,.])|\((?:1[0-9]|[2-9][0-9])(?: år)?\)"
    r"|\b(?:är|fyllde|på) \d{1,2} år\b(?! sedan|s)|\b\d{1,2} år gammal\b"
)
_UNIT = re.compile(
    r"\b(?:grupp|service|stöd|korttids|LSS-?|trapphus)(?:bostad|boende|bostäder|hem)\w*|\b(?:gruppbostad|korttids|boendet|enheten|"
    r"avdelningen|daglig(?:a)? verksamhet\w*)\b|\b(?:rum|lägenhet|lgh|avdelning) \d+",
    re.IGNORECASE,
)
_SMALL_UNIT = re.compile(
    r"\b(?:grupp|service|LSS-?|trapphus)(?:bostad|boende|bostäder)\w*|\bkorttids\w*", re.IGNORECASE
)
_STORY = re.compile(
    r"\b(?:en (?:av (?:de boende|brukarna|deltagarna)|boende|brukare|kvinna|man|person|deltagare|kille|tjej)|"
    r"mannen|kvinnan|brukaren|personen|den boende)\b(?: som)? (?:har|hade|är|var|fick|får|berätta\w*|sa|säger|vill\w*|"
    r"började|slutade|kunde|kan|vågade|bodde|bor|flyttade|blev)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]+)*[.!?]?")


@cache
def first_names() -> frozenset[str]:
    return frozenset((_HERE / "first_names.txt").read_text(encoding="utf-8").split())


@cache
def _also_words() -> frozenset[str]:
    return frozenset((_HERE / "words_also_names.txt").read_text(encoding="utf-8").split())


def names(text: str) -> Iterator[Span]:
    """First names, also as "Kalles". One that is a word too only where a person is meant."""
    for found in _CAPITALISED.finditer(text):
        word = found[0]
        known = word if word in first_names() or word in _also_words() else word.removesuffix("s")
        if _NO_PERSON.match(text, found.end()) or _NO_PERSON.match(
            text, found.start() + len(known)
        ):
            continue
        if known in _also_words():
            if known == word and _DOES.match(text, found.end()):
                yield found.span()
        elif known in first_names():
            yield found.span()


def ages(text: str) -> Iterator[Span]:
    """Of one person; not of groups, and not how long something took."""
    yield from (found.span() for found in _AGE.finditer(text))


def rooms(text: str) -> Iterator[Span]:
    for found in re.finditer(r"\b(?:rum|lägenhet|lgh|avd(?:elning|\.)?) ?\d+", text, re.IGNORECASE):
        yield found.span()


def one_person(text: str) -> bool:
    return bool(_ONE_PERSON.search(text))


def units(text: str) -> bool:
    return bool(_UNIT.search(text))


def ages_with_unit(text: str) -> Iterator[Span]:
    for sentence in SENTENCE.finditer(text):
        if units(sentence[0]):
            before = sentence.start()
            yield from ((before + start, before + end) for start, end in ages(sentence[0]))


def small_unit_stories(text: str) -> Iterator[Span]:
    if _SMALL_UNIT.search(text):
        yield from (found.span() for found in _STORY.finditer(text))
