"""One field at a time: what the marks of the model say about its value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple, get_args
from urllib.parse import urlsplit

from exempelbank.documents import Document, Keys
from exempelbank.model.record import (
    AtMost,
    Items,
    LinkTo,
    Mailbox,
    Month,
    Needed,
    Part,
    Term,
)
from exempelbank.problems import Place, Problem, Severity
from exempelbank.settings import Settings
from exempelbank.spelling import slug_from
from exempelbank.texts import _

NOWHERE = Place("")


def of_marks(
    document: Document, record: Part, settings: Settings, strict: bool = True
) -> Iterator[Problem]:
    for keys, marks, value in _marked(record):
        # A field holds one text, or a list of them.
        items = value if isinstance(value, tuple) else (value,)
        texts = [(number, one) for number, one in enumerate(items) if one and isinstance(one, str)]
        for mark in marks:
            if wrong_with := _OF_TEXT.get(type(mark)):
                for number, text in texts:
                    if wrong := wrong_with(text, mark, settings):
                        way = (*keys, number) if items is value else keys
                        yield replace(wrong, place=document.place(*way))
            elif isinstance(mark, Items):
                if value and items is value and not mark.least <= len(items) <= mark.most:
                    yield _wrong_number(document.place(*keys), len(items), mark)
            elif strict and not texts:
                says = _("is missing, and must be there to be published")
                yield Problem(document.place(*keys), says)


def _marked(part: Part, keys: Keys = ()) -> Iterator[tuple[Keys, Sequence[object], object]]:
    """Every field with marks, of the part and of the parts inside it: its way, marks and value.

    An empty one is left out, unless it may not be empty.
    """
    for field in _fields_of(type(part)):
        value = getattr(part, field.name)
        if not (value or field.needed):
            continue
        here = (*keys, field.key)
        if field.marks:
            yield here, field.marks, value
        if not field.holds_parts:
            continue
        if isinstance(value, Part):
            yield from _marked(value, here)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Part):
                    yield from _marked(item, (*here, number))


class _Field(NamedTuple):
    name: str  # in the type
    key: str  # in the file
    marks: tuple[object, ...]
    needed: bool
    holds_parts: bool  # with marks of their own


@cache
def _fields_of(kind: type[Part]) -> tuple[_Field, ...]:
    """Those that have marks, or hold parts that do."""
    found = (
        _Field(
            name,
            field.alias or name,
            tuple(mark for mark in field.metadata if isinstance(mark, _MARKS)),
            any(isinstance(mark, Needed) for mark in field.metadata),
            any(map(_fields_of, _parts_in(field.annotation))),
        )
        for name, field in kind.model_fields.items()
    )
    return tuple(field for field in found if field.marks or field.holds_parts)


def _parts_in(annotation: object) -> Iterator[type[Part]]:
    """The parts that a value of this type may hold: Image | None, tuple[Link, ...]."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts_in(inner)


# ---- One text against one mark; where it stands is filled in above ----


def _wrong_length(text: str, mark: AtMost, _settings: Settings) -> Problem | None:
    if len(text) > mark.characters:
        return too_long(NOWHERE, len(text), mark.characters)
    return None


def _wrong_month(text: str, mark: Month, _settings: Settings) -> Problem | None:
    if mark.pattern.fullmatch(text):
        return None
    return Problem(NOWHERE, _("must be a month such as 2026-03"))


def _wrong_mailbox(text: str, mark: Mailbox, _settings: Settings) -> Problem | None:
    return None if mark.pattern.fullmatch(text) else Problem(NOWHERE, _("is not an e-mail address"))


def _wrong_link(text: str, mark: LinkTo, _settings: Settings) -> Problem | None:
    says = _wrong_with_address(text, mark.schemes)
    return Problem(NOWHERE, says) if says else None


def _wrong_term(text: str, mark: Term, settings: Settings) -> Problem | None:
    terms = settings.vocabulary(mark.vocabulary)
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


_OF_TEXT: Mapping[type, Callable[[str, Any, Settings], Problem | None]] = {
    AtMost: _wrong_length,
    Term: _wrong_term,
    Month: _wrong_month,
    LinkTo: _wrong_link,
    Mailbox: _wrong_mailbox,
}
_MARKS = (Needed, Items, *_OF_TEXT)


def too_long(place: Place, length: int, most: int) -> Problem:
    return Problem(
        place,
        _("is {n} characters long; at most {most}").format(n=length, most=most),
        _("Shorten it by {n} characters.").format(n=length - most),
    )


def _wrong_number(place: Place, number: int, mark: Items) -> Problem:
    if number < mark.least:
        return Problem(place, _("must hold at least {n} items").format(n=mark.least))
    return Problem(
        place,
        _("holds {n} items; at most {most}").format(n=number, most=mark.most),
        _("Keep those that matter most to a reader."),
    )


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
