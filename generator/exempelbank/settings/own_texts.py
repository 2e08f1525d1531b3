"""site_config/texts.yml: texts of the program that an organisation words in its own way.

The key of a text is what people see, so that it can be copied from a page: as the site says it now,
as the program says it by default, or in English. A text that stands in several places is worded
anew in all of them; `context::text` names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from string import Formatter
from typing import NamedTuple

from exempelbank.documents import Document
from exempelbank.i18n import _, catalogue_entries, default_wordings
from exempelbank.model.record import FrozenModel
from exempelbank.nouns import Noun, NounsOf
from exempelbank.problems import Problems
from exempelbank.text.normalization import nearest, slug_from

# Contexts of what is read as well as said: in files, in answers to forms, in conversations.
READ_CONTEXTS = frozenset(
    {
        *("a field", "section", "state", "answer", "outcome", "day in words"),
        *("slash command", "letter", "placeholder", "kind to add", "file"),
    }
)


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
    def wordings(self) -> tuple[str, str, str]:
        """By which it may be meant, the likeliest first."""
        return self.now, self.by_default, self.message


def checked_own_texts(
    texts: Mapping[str, str],
    language: str,
    nouns: Mapping[str, Noun],
    document: Document,
    problems: Problems,
) -> Mapping[tuple[str, str], str]:
    """By context and English, as `i18n.use_language` takes them."""
    standard = [*standard_texts_in(language, nouns)]
    known, names = _by_key(standard), _names_read(standard)
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
            if text.message not in names.get(_as_name(text.context, new), {text.message}):
                says = _("“{name}” is the name of something else").format(name=new)
                fix = _("What people write would be read as that. Choose another name.")
                problems.error(place, says, fix)
                break
            own[which] = new
        for text in meant:  # all of a key: they were called the same before, too
            if text.context in READ_CONTEXTS:
                names.setdefault(_as_name(text.context, new), set()).add(text.message)
    return own


def _names_read(texts: Sequence[StandardText]) -> dict[tuple[str, str], set[str]]:
    """Context and name -> the texts that are called so, in any language."""
    names: dict[tuple[str, str], set[str]] = {}
    for text in texts:
        if text.context in READ_CONTEXTS:
            for wording in (text.now, *default_wordings(text.context, text.message)):
                names.setdefault(_as_name(text.context, wording), set()).add(text.message)
    return names


def _as_name(context: str, text: str) -> tuple[str, str]:
    """However it is written where it is read."""
    return context, slug_from(text, longest=len(text) * 2)


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


def _by_key(texts: Sequence[StandardText]) -> Mapping[str, Sequence[StandardText]]:
    """What is said now counts before what was said, and Swedish before English."""
    found: dict[str, list[StandardText]] = {}
    for wordings in zip(*(text.wordings for text in texts), strict=True):
        alike: dict[str, list[StandardText]] = {}
        for text, wording in zip(texts, wordings, strict=True):
            alike.setdefault(_as_key(wording), []).append(text)
            if text.context:
                alike.setdefault(_as_key(f"{text.context}::{wording}"), []).append(text)
        found = alike | found
    return found


def _as_key(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _instead_of(key: str, known: Mapping[str, object]) -> str:
    look = _("exempelbank texts shows the texts there are.")
    if close := nearest(key, known):
        return _("Did you mean “{word}”?").format(word=close) + f"\n{look}"
    return look


_BRACES = re.compile(r"\{(\w+)")


def _placeholders(text: str) -> frozenset[str]:
    try:
        return _names_in(text)
    except ValueError:  # a text in which nothing is put, that tells of braces
        return frozenset(_BRACES.findall(text))


def _names_in(text: str) -> frozenset[str]:
    """With how they are to be put in, as in “{n:>9}”, which no text of the program says. Raises
    ValueError when braces do not pair.
    """
    return frozenset(
        name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "")
        for _text, name, spec, conversion in Formatter().parse(text)
        if name is not None
    )


def _wrong_placeholders(new: str, text: StandardText) -> str:
    """What is wrong with them, if anything."""
    try:
        names = _names_in(new) if text.may_hold else _placeholders(new)
    except ValueError:
        return _("has a brace that is not closed, or one too many")
    if missing := sorted(text.needs - names):
        return _("lacks {names}, in whose place something is put").format(names=_listed(missing))
    if unknown := sorted(names - text.may_hold):
        return _("holds {names}, in whose place nothing is put").format(names=_listed(unknown))
    return ""


def _listed(names: list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
