"""One field at a time: what the marks of the model say about its value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
from generator.model.submission import Submission
from generator.problems import Place, Problem, Severity
from generator.settings import Settings
from generator.spelling import slug_from
from generator.texts import _


def of_marks(
    document: Document, record: Record, settings: Settings, strict: bool = True
) -> Iterator[Problem]:
    for keys, mark, value in _marked(record):
        place = document.place(*keys)
        # Each text with its place: a field holds one, or a list of them.
        texts = (
            [(document.place(*keys, number), text) for number, text in enumerate(value)]
            if isinstance(value, tuple)
            else [(place, value)]
        )
        texts = [(where, text) for where, text in texts if text and isinstance(text, str)]
        match mark:
            case Needed() if strict and not texts:
                yield Problem(place, _("is missing, and must be there to be published"))
            case AtMost(most):
                yield from (too_long(at, len(text), most) for at, text in texts if len(text) > most)
            case Items(most, least) if isinstance(value, tuple) and value:
                yield from _of_number(place, len(value), most, least)
            case Term(vocabulary):
                retired = Severity.ERROR if isinstance(record, Submission) else Severity.WARNING
                for where, text in texts:
                    yield from _of_term(where, text, vocabulary, settings, retired)
            case Month(pattern=pattern):
                for where, text in texts:
                    if not pattern.fullmatch(text):
                        yield Problem(where, _("must be a month such as 2026-03"))
            case LinkTo(schemes):
                for where, text in texts:
                    if says := _wrong_with_address(text, schemes):
                        yield Problem(where, says)
            case Mailbox(pattern=pattern):
                for where, text in texts:
                    if not pattern.fullmatch(text):
                        yield Problem(where, _("is not an e-mail address"))


def _marked(part: Part, keys: Keys = ()) -> Iterator[tuple[Keys, object, object]]:
    """Every mark, with its way and value, of the part and of the parts inside it."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        here = (*keys, field.alias or name)
        for mark in field.metadata:
            yield here, mark, value
        if isinstance(value, Part):
            yield from _marked(value, here)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Part):
                    yield from _marked(item, (*here, number))


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


def _of_term(
    place: Place, text: str, vocabulary: str, settings: Settings, retired: Severity
) -> Iterator[Problem]:
    terms = settings.vocabulary(vocabulary)
    term = terms.by_id.get(text)
    if term is None:
        known = terms.find(text)
        likely = known.id if known else slug_from(terms.suggestion(text) or "")
        yield Problem(
            place,
            _("“{word}” is not in the list {list}").format(word=text, list=vocabulary),
            _("Did you mean “{word}”?").format(word=likely) if likely in terms else "",
        )
    elif term.replaced_by:
        yield Problem(
            place,
            _("“{word}” is no longer used").format(word=text),
            _("Write “{word}” instead.").format(word=term.replaced_by),
            retired,
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
