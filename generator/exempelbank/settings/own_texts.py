"""site_config/texts.yml: texts of the program that an organisation words in its own way.

The key of a text is what people see, so that it can be copied from a page: as the site says it now,
as the program says it by default, or in English. A text that stands in several places is worded
anew in all of them; `context::text` names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import NamedTuple

from exempelbank.documents import Document
from exempelbank.i18n import _, catalogue_entries
from exempelbank.model.record import FrozenModel
from exempelbank.nouns import Noun, NounsOf
from exempelbank.problems import Problems
from exempelbank.text.normalization import nearest


class OwnTexts(FrozenModel):
    texts: Mapping[str, str] = {}


class StandardText(NamedTuple):
    """What the program says, in one form of it: of a text that counts there are two."""

    context: str
    message: str  # in English
    by_default: str
    now: str  # with the organisation's nouns
    may_hold: frozenset[str]  # placeholders
    files: tuple[str, ...]  # of the program that say it

    @property
    def needs(self) -> frozenset[str]:
        return _placeholders(self.by_default)

    @property
    def keys(self) -> Iterator[str]:
        for text in dict.fromkeys((self.now, self.by_default, self.message)):
            yield _as_key(text)
            if self.context:
                yield _as_key(f"{self.context}::{text}")


def checked_own_texts(
    texts: Mapping[str, str],
    language: str,
    nouns: Mapping[str, Noun],
    document: Document,
    problems: Problems,
) -> Mapping[tuple[str, str], str]:
    """By context and English, as `i18n.use_language` takes them."""
    known: dict[str, list[StandardText]] = {}
    for text in standard_texts_in(language, nouns):
        for key in text.keys:
            known.setdefault(key, []).append(text)
    own: dict[tuple[str, str], str] = {}
    first: dict[tuple[str, str], str] = {}  # by which key
    for key, new in texts.items():
        place = document.location("texts", key)
        if not (meant := known.get(_as_key(key))):
            problems.error(place, _("there is no such text"), _instead_of(key, known))
            continue
        if not new.strip():
            problems.error(place, _("must not be empty"))
            continue
        for text in meant:
            which = text.context, text.message
            if says := _wrong_placeholders(new, text):
                problems.error(place, says, _("The text is: {text}").format(text=text.now))
                break
            if first.setdefault(which, key) != key:
                line = document.location("texts", first[which]).line
                says = _("is the same text as that on line {line}").format(line=line)
                problems.error(place, says, _("Take one of them away."))
                break
            own[which] = new
    return own


def standard_texts_in(language: str, nouns: Mapping[str, Noun]) -> Iterator[StandardText]:
    by_default, own = NounsOf(language, {}), NounsOf(language, nouns)
    for entry in catalogue_entries(language):
        may_hold = frozenset().union(*map(_placeholders, entry.messages))
        for message, text in zip(entry.messages, entry.translations, strict=True):
            yield StandardText(
                entry.context,
                message,
                by_default.put_into(text),
                own.put_into(text),
                may_hold,
                entry.files,
            )


def _as_key(text: str) -> str:
    return " ".join(text.split())


def _instead_of(key: str, known: Mapping[str, object]) -> str:
    look = _("exempelbank texts shows the texts there are.")
    if close := nearest(key, known):
        return _("Did you mean “{word}”?").format(word=close) + f"\n{look}"
    return look


_NAME = re.compile(r"\{(\w*)")


def _placeholders(text: str) -> frozenset[str]:
    return frozenset(_NAME.findall(text))


def _wrong_placeholders(new: str, text: StandardText) -> str:
    """What is wrong with them, if anything."""
    if text.may_hold:
        try:
            parsed = [*Formatter().parse(new)]
        except ValueError:
            return _("has a brace that is not closed, or one too many")
        names = {name for _text, name, _spec, _conversion in parsed if name is not None}
    else:
        names = {*_placeholders(new)}
    if missing := sorted(text.needs - names):
        return _("lacks {names}, in whose place something is put").format(names=_listed(missing))
    if unknown := sorted(names - text.may_hold):
        return _("holds {names}, in whose place nothing is put").format(names=_listed(unknown))
    return ""


def _listed(names: list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
