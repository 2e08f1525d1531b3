"""One field at a time: what the marks of the model say about its value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from urllib.parse import urlsplit

from generator.documents import Document, Keys
from generator.model.record import (
    AtMost,
    Items,
    LinkTo,
    Mailbox,
    Month,
    Needed,
    Part,
    Record,
    Term,
)
from generator.problems import Place, Problem, Severity
from generator.settings import Settings, Vocabulary
from generator.spelling import slug_from
from generator.texts import _

NOWHERE = Place("")


def of_marks(
    document: Document, record: Record, settings: Settings, strict: bool = True
) -> Iterator[Problem]:
    for keys, marks, value in _marked(record):
        # A field holds one text, or a list of them.
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        texts = [
            (keys if number is None else (*keys, number), text)
            for number, text in items
            if text and isinstance(text, str)
        ]
        for mark in marks:
            match mark:
                case Needed() if strict and not texts:
                    says = _("is missing, and must be there to be published")
                    yield Problem(document.place(*keys), says)
                case Items(most, least) if isinstance(value, tuple) and value:
                    yield from _of_number(document.place(*keys), len(value), most, least)
                case AtMost() | Term() | Month() | LinkTo() | Mailbox():
                    for way, text in texts:
                        if wrong := _wrong_with(text, mark, settings):
                            yield replace(wrong, place=document.place(*way))


def _wrong_with(text: str, mark: object, settings: Settings) -> Problem | None:
    """One text against one mark; where it stands is filled in by the caller."""
    match mark:
        case AtMost(most) if len(text) > most:
            return too_long(NOWHERE, len(text), most)
        case Term(vocabulary):
            return _wrong_with_term(text, settings.vocabulary(vocabulary))
        case Month(pattern=pattern) if not pattern.fullmatch(text):
            return Problem(NOWHERE, _("must be a month such as 2026-03"))
        case LinkTo(schemes) if says := _wrong_with_address(text, schemes):
            return Problem(NOWHERE, says)
        case Mailbox(pattern=pattern) if not pattern.fullmatch(text):
            return Problem(NOWHERE, _("is not an e-mail address"))
    return None


def _wrong_with_term(text: str, terms: Vocabulary) -> Problem | None:
    term = terms.by_id.get(text)
    if term is None:
        known = terms.find(text)
        likely = known.id if known else slug_from(terms.suggestion(text) or "")
        return Problem(
            NOWHERE,
            _("“{word}” is not in the list {list}").format(word=text, list=terms.name),
            _("Did you mean “{word}”?").format(word=likely) if likely in terms else "",
        )
    if term.replaced_by:
        return Problem(
            NOWHERE,
            _("“{word}” is no longer used").format(word=text),
            _("Write “{word}” instead.").format(word=term.replaced_by),
            Severity.WARNING,
        )
    return None


def _marked(part: Part, keys: Keys = ()) -> Iterator[tuple[Keys, Sequence[object], object]]:
    """Every field with marks, of the part and of the parts inside it: its way, marks and value."""
    for name, key, marks in _fields_of(type(part)):
        value = getattr(part, name)
        here = (*keys, key)
        if marks:
            yield here, marks, value
        if isinstance(value, Part):
            yield from _marked(value, here)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Part):
                    yield from _marked(item, (*here, number))


@cache
def _fields_of(kind: type[Part]) -> tuple[tuple[str, str, tuple[object, ...]], ...]:
    return tuple(
        (name, field.alias or name, tuple(field.metadata))
        for name, field in kind.model_fields.items()
    )


def too_long(place: Place, length: int, most: int) -> Problem:
    return Problem(
        place,
        _("is {n} characters long; at most {most}").format(n=length, most=most),
        _("Shorten it by {n} characters.").format(n=length - most),
    )


def _of_number(place: Place, number: int, most: int, least: int) -> Iterator[Problem]:
    if number > most:
        yield Problem(
            place,
            _("holds {n} items; at most {most}").format(n=number, most=most),
            _("Keep those that matter most to a reader."),
        )
    elif number < least:
        yield Problem(place, _("must hold at least {n} items").format(n=least))


def _wrong_with_address(address: str, schemes: Iterable[str]) -> str:
    """What is wrong, or an empty text."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        parts.port  # noqa: B018 - raises when it is no number
    except ValueError:
        return _("is not a whole address")
    if parts.scheme not in schemes:
        return _("must begin with {schemes}").format(
            schemes=" / ".join("https://" if s == "https" else f"{s}:" for s in schemes)
        )
    if not address.isprintable() or " " in address:
        return _("holds a space or an invisible character")
    if parts.scheme == "mailto":
        return "" if Mailbox.pattern.fullmatch(parts.path) else _("is not an e-mail address")
    if "@" in parts.netloc:
        return _("holds a user name, which could mislead a reader")
    return "" if "." in host.strip(".") else _("is not a whole address")
