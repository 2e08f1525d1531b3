"""Persons in running text: names, ages, rooms, relatives, and stories of one among few."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from exempelbank.privacy import words
from exempelbank.privacy.patterns import Pattern
from exempelbank.privacy.prefilter import Substrings, contains_digits
from exempelbank.privacy.sentences import Sentences, Span, any_between
from exempelbank.privacy.words import any_of, lowered

_CAPITALISED = Pattern(r"(?<![\w@./-])[A-ZÅÄÖÉ][a-zåäöéèü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?s?(?![\w@])")
# What follows when a word that is also a name means a person, and no month, animal or brand.
_DOES = Pattern(
    r",? (?:har|är(?! namnet| ett namn)|fick|får|mår|mådde|bor|vill|ville|kan|sa|säger|blev|hade"
    r"|hör|äter|tar|tog|går|gick|kom|ser|såg|tycker|tyckte|tror|trodde|vet|visste|sover|sov|gör"
    r"|gjorde|skrev|behöver|berättar|gillar|älskar|trivs|lider|led|kunde|[a-zåäö]{2,}ade)\b"
    r"|, | [A-ZÅÄÖ][a-zåäöé]+"
)
_NO_PERSON = Pattern(rf"-(?!Erik|Olof)\w|(?: [A-ZÅÄÖ]\w+)?s? {any_of('no_person')}\b")
# "deltagaren Ewa", "fru Ek", "jag heter Ewa": whatever the name, someone is meant.
_CALLED = Pattern(
    r"\b(?:(?:min|vår|en) (?:deltagare|brukare|klient|boende|elev|kollega)"
    r"|(?:deltagar|brukar|klient|elev|kolleg)[ea]n|fru|herr|dottern|sonen"
    r"|(?:jag|hon|han|hen|som) heter) "
)
_INSIDE = Pattern(r"[a-zåäö],? $")  # a sentence
_NO_NAME_AFTER = ("S:t ", "Sankt ", "Sankta ", "Kung ", "kung ", "Drottning ", "drottning ")
_ONE_PERSON = Pattern(rf"\b{any_of('one_person')}\b")
_RELATIVE = Pattern(rf"\b(?:{any_of('relatives')}|{any_of('whose')} (?:\w+ )?{any_of('kin')}s?)\b")
# Small letters, as the text is searched in.
_AGE = Pattern(
    r"\b\d{1,3}-åring(?:en)?\b|\b\d{1,3}-årig[ea]?\b|\b\d0-årsåldern\b"
    r"|\b\w+åriga? (?:kvinna|man|pojke|flicka)n?\b"
    r"|(?<=,) [1-9][0-9]?(?: år(?: gammal)?)?(?=[,.])|\((?:1[0-9]|[2-9][0-9])(?: år)?\)"
    r"|\b(?:är|på|fyll(?:de|er|t)(?: h[aoe]n)?) \d{1,2} år\b(?! sedan|s| gammalt)"
    r"|\b\d{1,2} år gammal\b|\bfödd (?:19|20)\d\d\b"
)
_ROOM = Pattern(
    r"\b(?:rum|lägenhet|lgh\.?|avd(?:elning|\.)?) ?(?:nr\.?|nummer)? ?\d+"
    r"|\b(?:rum|lägenhet)\w*+[^.!?\d]{1,30}\b(?:nr\.?|nummer) ?\d+|\b(?:i|på) \d{1,2}:an\b"
)
# A class in school: "klass 8C", "i 7B", "eleven i åk 3", "en flicka i trean".
_CLASS = Pattern(
    r"\b(?:klass|åk|årskurs) ?[1-9] ?[a-f]\b|\b(?:i|från|ur) (?![23]d)[1-9][a-f]\b"
    r"|\b(?:elev|pojke|flicka|kille|tjej|barn)(?:n|en|et)? (?:i|från) "
    rf"(?:(?:klass|åk|årskurs) ?\d|{any_of('classes')}\b)"
)
_IN_CLASSES = Substrings(*words.words("classes"))
# "K. har", "K:s mamma", "N.N.", "deltagare B"; but no hepatitis C, and no group B.
_INITIAL = Pattern(
    rf"(?<![\w.])(?<!epatit )(?<!itamin )[A-ZÅÄÖ]\.(?:[A-ZÅÄÖ]\.)?(?= {any_of('does')}\b)"
    r"|(?<![\w.])(?:[A-ZÅÄÖ]:s\b|N\.?N\b)"
    r"|\b(?:[Bb]rukare|[Dd]eltagare|[Ee]lev|[Kk]lient|[Bb]oende|[Kk]und|[Pp]erson|[Pp]atient)n? "
    r"[A-ZÅÄÖ](?![\w.])"
    rf"|^ ?[A-HJ-Z] {any_of('does')}\b",
    re.MULTILINE,
)
_UNIT = Pattern(rf"\b{any_of('units')}\b")
# A small place by its name: "på Solgården". A town is large.
_NAMED_UNIT = Pattern(
    rf"\b(?:på|hos|vid) (?!{any_of('no_small_place')})[A-ZÅÄÖ][a-zåäöé]+\b"
    rf"|\b[Ii] [A-ZÅÄÖ][a-zåäöé]+{any_of('small_place')}\b"
)
_SMALL_UNIT = Pattern(
    r"\b(?:grupp|service|lss-?|trapphus)(?:bostad|boende|bostäder)\w*|\bkorttids\w*"
)
_IN_SMALL_UNITS = Substrings("boende", "bost", "korttids")
_STORY = Pattern(rf"\b{any_of('one_person')}(?: som)? {any_of('story')}\b")


def names(text: str) -> Iterator[Span]:
    """First names, also as "Kalles". One that is a word too only where a person is meant."""
    also, small = words.names("also_words"), words.names("small_words")
    known_names = _all_names()
    called = {match.end() for match in _CALLED.finditer(lowered(text))}
    for match in _CAPITALISED.finditer(text):
        start, end = match.span()
        if start in called:
            yield start, end
            continue
        word = match[0]
        known = word if word in known_names else word.removesuffix("s")
        if not (known in known_names or _is_double(known, known_names)):
            continue
        if text.endswith(_NO_NAME_AFTER, 0, start):
            continue
        if _NO_PERSON.match(text, end) or _NO_PERSON.match(text, start + len(known)):
            continue
        inside = known in small and _INSIDE.search(text, max(0, start - 3), start)
        if known not in also or inside or (known == word and _DOES.match(text, end)):
            yield start, end


@cache
def _all_names() -> frozenset[str]:
    return words.names("first_names") | words.names("also_words")


def _is_double(word: str, known: frozenset[str]) -> bool:
    """ "Gun-Britt": both halves are names."""
    return "-" in word and all(half in known for half in word.split("-"))


def ages(text: str) -> Iterator[Span]:
    """Of one person; not of groups, and not how long something took."""
    small = lowered(text)
    return _AGE.spans(small) if contains_digits(1, text) or "årig" in small else iter(())


def known_persons(text: str) -> Iterator[Span]:
    """Someone whom those around them know, without their name."""
    small = lowered(text)
    yield from ages(text)
    if contains_digits(1, text):
        yield from _ROOM.spans(small)
    if contains_digits(1, text) or _IN_CLASSES.any_in(small):
        yield from _CLASS.spans(small)
    yield from _RELATIVE.spans(small)
    yield from _INITIAL.spans(text)


def single_persons(text: str) -> Iterator[Span]:
    """ "En av våra deltagare": one, whom nobody can tell from others without knowing the place."""
    return _ONE_PERSON.spans(lowered(text))


def units(text: str) -> Iterator[Span]:
    yield from _UNIT.spans(lowered(text))
    yield from _NAMED_UNIT.spans(text)


def ages_with_unit(text: str) -> Iterator[Span]:
    spans = list(ages(text))
    if spans and (places := sorted(start for start, _end in units(text))):
        sentences = Sentences(text)
        for start, end in spans:
            if any_between(places, *sentences.around(start)):
                yield start, end


def small_unit_stories(text: str) -> Iterator[Span]:
    small = lowered(text)
    if _IN_SMALL_UNITS.any_in(small) and _SMALL_UNIT.search(small):
        yield from _STORY.spans(small)
