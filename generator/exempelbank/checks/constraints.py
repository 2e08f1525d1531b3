"""One field at a time: what the constraints of the model say about its value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple, get_args
from urllib.parse import urlsplit

from exempelbank.documents import Document, Keys
from exempelbank.i18n import _
from exempelbank.model.mending import mended_month
from exempelbank.model.record import (
    Email,
    FrozenModel,
    InVocabulary,
    ListSize,
    MaxLength,
    MinLength,
    Required,
    UrlWithScheme,
    YearMonth,
)
from exempelbank.problems import Location, Problem, Severity
from exempelbank.settings import Fields, Settings

NOWHERE = Location("")


def check_constraints(
    document: Document, record: FrozenModel, settings: Settings, strict: bool = True
) -> Iterator[Problem]:
    """`strict`: fit to publish, so what is required must be there. `document` gives the lines."""
    for keys, constraints, value in _constrained(record, settings):
        # A field holds one text, or a list of them.
        items = value if isinstance(value, tuple) else (value,)
        texts = [(number, one) for number, one in enumerate(items) if one and isinstance(one, str)]
        for constraint in constraints:
            if wrong_with := _OF_TEXT.get(type(constraint)):
                for number, text in texts:
                    if wrong := wrong_with(text, constraint, settings):
                        keys_of_text = (*keys, number) if items is value else keys
                        yield replace(wrong, location=_place_of(keys_of_text, document))
            elif isinstance(constraint, ListSize):
                if (
                    value
                    and items is value
                    and not constraint.least <= len(items) <= constraint.most
                ):
                    yield _wrong_number(document.location(*keys), len(items), constraint)
            elif strict and not any(items):
                says = _("is missing, and must be there to be published")
                yield Problem(_place_of(keys, document), says, _choices(constraints, settings))


def _place_of(keys: Keys, document: Document) -> Location:
    """The text of a record is its body."""
    if keys == ("text",):
        return Location(document.path, document.body_line, "text")
    return document.location(*keys)


def _constrained(
    part: FrozenModel, settings: Settings, keys: Keys = ()
) -> Iterator[tuple[Keys, Sequence[object], object]]:
    """(keys, constraints, value) of every field that has any, also in the models inside this one.

    An empty one is left out, unless it may not be empty.
    """
    for field in _fields_of(type(part), settings.fields):
        value = getattr(part, field.name)
        if not (value or field.needed):
            continue
        here = (*keys, field.key)
        if field.constraints:
            yield here, field.constraints, value
        if not field.holds_parts:
            continue
        if isinstance(value, FrozenModel):
            yield from _constrained(value, settings, here)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, FrozenModel):
                    yield from _constrained(item, settings, (*here, number))


class _Field(NamedTuple):
    name: str  # in the type
    key: str  # in the file
    constraints: tuple[object, ...]
    needed: bool
    holds_parts: bool  # with constraints of their own


@lru_cache(maxsize=256)
def _fields_of(kind: type[FrozenModel], fields: Fields) -> tuple[_Field, ...]:
    """Those that have constraints, or hold parts that do."""
    constraints = {
        name: tuple(constraint for constraint in of_field if isinstance(constraint, _CONSTRAINTS))
        for name, of_field in fields.constraints(kind).items()
    }
    found = (
        _Field(
            name,
            field.alias or name,
            constraints[name],
            any(isinstance(constraint, Required) for constraint in constraints[name]),
            any(_fields_of(part, fields) for part in _parts_in(field.annotation)),
        )
        for name, field in kind.model_fields.items()
    )
    return tuple(field for field in found if field.constraints or field.holds_parts)


def _parts_in(annotation: object) -> Iterator[type[FrozenModel]]:
    """The parts that a value of this type may hold: Image | None, tuple[Link, ...]."""
    if isinstance(annotation, type) and issubclass(annotation, FrozenModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts_in(inner)


# ---- One text against one constraint; where it stands is filled in above ----


def _wrong_length(text: str, constraint: MaxLength, _settings: Settings) -> Problem | None:
    if len(text) > constraint.characters:
        return too_long(NOWHERE, len(text), constraint.characters)
    return None


def _too_short(text: str, constraint: MinLength, _settings: Settings) -> Problem | None:
    if len(text) < constraint.characters:
        return too_short(NOWHERE, len(text), constraint.characters)
    return None


def _wrong_month(text: str, constraint: YearMonth, _settings: Settings) -> Problem | None:
    if constraint.pattern.fullmatch(text):
        return None
    meant = mended_month(text)
    is_month = constraint.pattern.fullmatch(meant)
    return Problem(
        NOWHERE,
        _("must be a month such as 2026-03"),
        _("Did you mean “{word}”?").format(word=meant) if is_month else "",
    )


def _wrong_email(text: str, constraint: Email, _settings: Settings) -> Problem | None:
    return (
        None
        if constraint.pattern.fullmatch(text)
        else Problem(
            NOWHERE,
            _("is not an e-mail address"),
            _("Write the address alone, such as {address}.").format(address="namn@exempel.se"),
        )
    )


def _wrong_link(text: str, constraint: UrlWithScheme, _settings: Settings) -> Problem | None:
    says = _wrong_with_address(text, constraint.schemes)
    return Problem(NOWHERE, says) if says else None


def _choices(constraints: Iterable[object], settings: Settings) -> str:
    """What a field that is empty may hold, when that is a list of terms."""
    for constraint in constraints:
        if isinstance(constraint, InVocabulary):
            return settings.vocabulary(constraint.vocabulary).choices("")
    return ""


def _wrong_term(text: str, constraint: InVocabulary, settings: Settings) -> Problem | None:
    terms = settings.vocabulary(constraint.vocabulary)
    term = terms.by_id.get(text)
    if term is None and (file := terms.damaged_files.get(text)):
        return waiting_for(NOWHERE, text, file)
    if term is None:
        if len(same := terms.called(text)) > 1:
            return Problem(
                NOWHERE,
                _("“{word}” may be several of the words to choose from").format(word=text),
                _("Write the id: {ids}.").format(ids=", ".join(term.id for term in same)),
            )
        return Problem(
            NOWHERE,
            _("“{word}” is not among the words to choose from").format(word=text),
            terms.choices(text),
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
    MaxLength: _wrong_length,
    MinLength: _too_short,
    InVocabulary: _wrong_term,
    YearMonth: _wrong_month,
    UrlWithScheme: _wrong_link,
    Email: _wrong_email,
}
_CONSTRAINTS = (Required, ListSize, *_OF_TEXT)


def waiting_for(location: Location, word: str, file: str) -> Problem:
    """What names a record that can't be read yet."""
    return Problem(
        location,
        _("“{word}” can't be used before {file} is put right").format(word=word, file=file),
        _("Put that file right first. Then nothing need be done here."),
    )


def too_long(location: Location, length: int, most: int) -> Problem:
    return Problem(
        location,
        _("is {n} characters long; at most {most}").format(n=length, most=most),
        _("Shorten it by {n} characters.").format(n=length - most),
    )


def too_short(location: Location, length: int, fewest: int) -> Problem:
    return Problem(
        location,
        _("is {n} characters long; at least {fewest}").format(n=length, fewest=fewest),
        _("Tell a little more."),
    )


def _wrong_number(location: Location, number: int, constraint: ListSize) -> Problem:
    if number < constraint.least:
        return Problem(location, _("must hold at least {n} items").format(n=constraint.least))
    return Problem(
        location,
        _("holds {n} items; at most {most}").format(n=number, most=constraint.most),
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
        return "" if Email.pattern.fullmatch(parts.path) else _("is not an e-mail address")
    if "@" in parts.netloc:
        return _("holds a user name, which could mislead a reader")
    return "" if "." in host.strip(".") else _("is not a whole address")
