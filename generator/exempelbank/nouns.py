"""Nouns that an organisation chooses, put into the texts of the message catalogues in their forms.

A translation marks a noun by its form in English, whatever the language: `Lämna [an example]`,
`[The example's] nummer`, `[example-]fil` for the beginning of a compound. A word that agrees with
the noun is given for both genders: `[godkänt|godkänd]`, or `[godkänt|godkänd: example]` in a text
with several nouns. Which words stand for a noun by default is told in `locale/<language>/`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

_LOCALE = Path(__file__).parent / "locale"
_MARK = re.compile(r"\[([^\W\d_][^\[\]]*)\](?!\()")  # not the words of a link: [words](address)
_AGREEMENT = re.compile(r"([^|:]+)\|([^|:]+?)(?:: ([a-z ]+))?")


@dataclass(frozen=True)
class Noun:
    """The forms of one noun. A genitive that is left out is made by the rule of the language."""

    article: str  # "ett" or "en"; "a" or "an"
    singular: str
    definite: str
    plural: str
    definite_plural: str
    stem: str  # how a compound begins: "exempel" in exempelfil
    singular_genitive: str = ""
    definite_genitive: str = ""
    plural_genitive: str = ""
    definite_plural_genitive: str = ""

    @property
    def is_neuter(self) -> bool:
        return self.article.casefold() == "ett"

    def forms(self, language: str) -> Iterator[str]:
        """Every form, always in the same order: what marks are made of too."""
        genitive = _GENITIVES[language]
        singulars = self.singular, self.singular_genitive or genitive(self.singular)
        yield from singulars
        yield from (f"{self.article} {form}" for form in singulars)
        for form, given in (
            (self.definite, self.definite_genitive),
            (self.plural, self.plural_genitive),
            (self.definite_plural, self.definite_plural_genitive),
        ):
            yield from (form, given or genitive(form))
        yield self.stem


def _swedish_genitive(word: str) -> str:
    return word if word.endswith(("s", "x", "z")) else f"{word}s"


def _english_genitive(word: str) -> str:
    return f"{word}'" if word.endswith("s") else f"{word}'s"


_GENITIVES: Mapping[str, Callable[[str], str]] = {"sv": _swedish_genitive, "en": _english_genitive}


@cache
def default_nouns(language: str) -> Mapping[str, Noun]:
    """By id: `example`, `focus_area`."""
    found = json.loads((_LOCALE / language / "nouns.json").read_text("utf-8"))
    return {name: Noun(**forms) for name, forms in found.items()}


NOUN_FORMS = tuple(field.name for field in fields(Noun))


class NounsOf:
    """The nouns of a language, some of them an organisation's own."""

    def __init__(self, language: str, own: Mapping[str, Noun]) -> None:
        self._nouns = {**default_nouns(language), **own}
        self._forms = {
            mark: form
            for name, noun in default_nouns("en").items()
            for mark, form in zip(_marks_of(noun), self._nouns[name].forms(language), strict=True)
        }

    def put_into(self, text: str) -> str:
        """`text`: of a message catalogue. Brackets that mark nothing are left as they are."""
        return _MARK.sub(lambda mark: self._form(mark[1], text) or mark[0], text)

    def _form(self, mark: str, text: str) -> str:
        if form := self._forms.get(mark):
            return form
        if form := self._forms.get(mark[0].lower() + mark[1:]):
            return form[0].upper() + form[1:]
        if (agreeing := _AGREEMENT.fullmatch(mark)) and (noun := agrees_with(mark, text)):
            return agreeing[1] if self._nouns[noun].is_neuter else agreeing[2]
        return ""


def _marks_of(noun: Noun) -> Iterator[str]:
    """`noun`: an English one."""
    *forms, stem = noun.forms("en")
    yield from forms
    yield f"{stem}-"


@cache
def _nouns_by_mark() -> Mapping[str, str]:
    return {mark: name for name, noun in default_nouns("en").items() for mark in _marks_of(noun)}


def nouns_in(text: str) -> list[str]:
    """Ids of those that are marked in it, each once."""
    known = _nouns_by_mark()
    marks = (mark[0].lower() + mark[1:] for mark in _MARK.findall(text))
    return list(dict.fromkeys(known[mark] for mark in marks if mark in known))


def agrees_with(mark: str, text: str) -> str:
    """The id of the noun that decides the gender of the words in this mark: the one it names, or
    else the only one of the text. Empty: nothing says which.
    """
    agreeing = _AGREEMENT.fullmatch(mark)
    if agreeing and agreeing[3]:
        return _nouns_by_mark().get(agreeing[3], "")
    found = nouns_in(text)
    return found[0] if agreeing and len(found) == 1 else ""


def unknown_marks(text: str) -> list[str]:
    """Those that name no noun."""
    known = _nouns_by_mark()
    return [
        mark
        for mark in _MARK.findall(text)
        if mark[0].lower() + mark[1:] not in known and not agrees_with(mark, text)
    ]
