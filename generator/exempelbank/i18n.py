"""What people read -> the same in the language in use, from the message catalogues in `locale/`.

A message's id is its English text. The language is the site's (`language:` in site_config), set
once when the settings are loaded, with the organisation's own nouns and texts; until then people
are spoken to in Swedish.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations, NullTranslations, translation
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar, cast

from exempelbank.nouns import Noun, NounsOf

P = ParamSpec("P")
T = TypeVar("T")

LANGUAGES = ("sv", "en")
_LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True)
class Speech:
    """How people are spoken to. May be pickled."""

    language: str = "sv"
    nouns: Mapping[str, Noun] = field(default_factory=dict)  # by id, the organisation's own alone
    # By context ("" for none) and English; of a text that counts, by that of the form it replaces.
    own_texts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    # What else may be written for a text, where files are read: by the same.
    aliases: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


@cache
def _catalogue(language: str) -> GNUTranslations | NullTranslations:
    return translation("exempelbank", _LOCALE, [language], fallback=language == "en")


class _Spoken:
    """The texts of a speech. Each is put together when it is first asked for."""

    def __init__(self, speech: Speech) -> None:
        self.speech = speech
        self._catalogue = _catalogue(speech.language)
        self._nouns = NounsOf(speech.language, speech.nouns)
        self._texts: dict[tuple[str, str], str] = {}
        self._counted: dict[tuple[str, str, bool], str] = {}

    def text(self, context: str, message: str) -> str:
        key = context, message
        if (found := self._texts.get(key)) is None:
            found = self._texts[key] = self._put_together(key)
        return found

    def _put_together(self, key: tuple[str, str]) -> str:
        if (own := self.speech.own_texts.get(key)) is not None:
            return own
        context, message = key
        translate = self._catalogue
        return self._nouns.put_into(
            translate.pgettext(context, message) if context else translate.gettext(message)
        )

    def counted(self, one: str, many: str, n: int) -> str:
        key = one, many, n == 1
        if (found := self._counted.get(key)) is None:
            own = self.speech.own_texts.get(("", one if n == 1 else many))
            found = self._counted[key] = (
                self._nouns.put_into(self._catalogue.ngettext(one, many, n)) if own is None else own
            )
        return found


_spoken = _Spoken(Speech())
_kept: list[Callable[[], None]] = []


def use_language(
    language: str,
    nouns: Mapping[str, Noun] | None = None,
    own_texts: Mapping[tuple[str, str], str] | None = None,
) -> None:
    """Speak this language from now on, in an organisation's own words where it has some. Raises
    ValueError when we have no such texts.
    """
    use_speech(Speech(language, nouns or {}, own_texts or {}))


def use_speech(speech: Speech) -> None:
    """As `use_language`."""
    if speech.language not in LANGUAGES:
        raise ValueError(
            f"no message catalogue for {speech.language!r}; there are {', '.join(LANGUAGES)}"
        )
    global _spoken
    if speech == _spoken.speech:
        return
    _spoken = _Spoken(speech)
    for forget in _kept:
        forget()


def speech_in_use() -> Speech:
    return _spoken.speech


def language_in_use() -> str:
    return _spoken.speech.language


def _(message: str) -> str:
    return _spoken.text("", message)


def ngettext(one: str, many: str, n: int) -> str:
    """The form that goes with n; put the number in with `.format(n=n)`."""
    return _spoken.counted(one, many, n)


def pgettext(context: str, message: str) -> str:
    """For words that mean two things: `pgettext("a state", "Published")`."""
    return _spoken.text(context, message)


def N_(context: str, message: str) -> str:
    """Marks a text for the catalogues; `pgettext` looks it up later, in the same context."""
    return message


class CatalogueEntry(NamedTuple):
    """What the program can say. Of a text that counts there are two forms, of others one."""

    context: str
    messages: tuple[str, ...]  # in English
    translations: tuple[str, ...]  # with marks for nouns
    files: tuple[str, ...]  # of the program that say it


def catalogue_entries(language: str) -> Iterator[CatalogueEntry]:
    """All of them, by their English."""
    from babel.messages.pofile import read_po  # only whoever changes texts needs them all

    with (_LOCALE / language / "LC_MESSAGES" / "exempelbank.po").open("rb") as file:
        for message in read_po(file):
            if message.id:
                yield CatalogueEntry(
                    message.context or "",
                    _each(message.id),
                    _each(message.string),
                    tuple(path for path, _line in message.locations),
                )


def _each(forms: str | Sequence[str] | None) -> tuple[str, ...]:
    return (forms,) if isinstance(forms, str) else tuple(forms or ())


@cache
def _by_default(language: str) -> _Spoken:
    return _Spoken(Speech(language))


def wordings(context: str, message: str) -> tuple[str, ...]:
    """One text in every way it may have been written: in the organisation's words first, then as
    each language says it by default. So a file stays readable when a site changes either.
    """
    aliases = _spoken.speech.aliases.get((context, message), ())
    by_default = default_wordings(context, message)
    return tuple(dict.fromkeys((pgettext(context, message), *aliases, *by_default)))


def default_wordings(context: str, message: str) -> tuple[str, ...]:
    """One text as each language says it, whatever an organisation says."""
    return tuple(_by_default(language).text(context, message) for language in LANGUAGES)


@contextmanager
def speech_kept() -> Iterator[None]:
    """Whatever settings are loaded meanwhile, people are spoken to as before after it."""
    speech = _spoken.speech
    try:
        yield
    finally:
        use_speech(speech)


def kept_while_spoken(function: Callable[P, T]) -> Callable[P, T]:
    """Worked out once, from texts, and again when people are spoken to in another way."""
    once = cache(function)
    _kept.append(once.cache_clear)
    return cast(Callable[P, T], once)
