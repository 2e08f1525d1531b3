"""What people read -> the same in the language in use, from the message catalogues in `locale/`.

A message's id is its English text. The language is the site's (`language:` in site_config), set
once when the settings are loaded; until then people are spoken to in Swedish.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations, translation
from pathlib import Path

LANGUAGES = ("sv", "en")
_LOCALE = Path(__file__).parent / "locale"
_language = "sv"


@cache
def _catalogue(language: str) -> GNUTranslations | NullTranslations:
    return translation("exempelbank", _LOCALE, [language], fallback=language == "en")


def use_language(language: str) -> None:
    """Speak this language from now on. Raises ValueError when we have no such texts."""
    if language not in LANGUAGES:
        raise ValueError(f"no message catalogue for {language!r}; there are {', '.join(LANGUAGES)}")
    global _language
    _language = language


def language_in_use() -> str:
    return _language


def _(message: str) -> str:
    return _catalogue(_language).gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The form that goes with n; put the number in with `.format(n=n)`."""
    return _catalogue(_language).ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """For words that mean two things: `pgettext("a state", "Published")`."""
    return _catalogue(_language).pgettext(context, message)


def in_language(language: str, context: str, message: str) -> str:
    """One text in one language, whatever is in use."""
    return _catalogue(language).pgettext(context, message)


def N_(context: str, message: str) -> str:
    """Marks a text for the catalogues; `pgettext` looks it up later, in the same context."""
    return message
