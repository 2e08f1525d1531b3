"""A record of any kind -> every text of it that readers may meet, each with its place in the file.

The fields are taken from the model, so that a field which is added there is not forgotten here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from exempelbank.documents import Document, Keys, body_sections
from exempelbank.model.content import ContentRecord
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import CONTACT, Example, sections_by_heading
from exempelbank.model.record import (
    Email,
    FrozenModel,
    InVocabulary,
    Record,
    UrlWithScheme,
    YearMonth,
)
from exempelbank.model.review import Release
from exempelbank.model.submission import Published
from exempelbank.model.trial_note import TrialNote
from exempelbank.problems import Location
from exempelbank.text.normalization import normalised

_BODY = ("text",)  # of all records but the examples
# Constraints of fields in which nobody can be told of.
_NO_WORDS = (InVocabulary, YearMonth, UrlWithScheme, Email)


@dataclass(frozen=True, slots=True)
class PublicText:
    document: Document
    keys: Keys  # its path in the record; none: the name of the file, which becomes an address
    text: str
    running: bool  # words that someone wrote, in which a person can be told of

    @property
    def is_markdown(self) -> bool:
        """The body, or a section of it."""
        return self.keys == _BODY or self.keys[:1] == ("sections",)

    def at(self, offset: int = 0) -> Location:
        """Where in the file the character at this offset stands."""
        return self.at_line(self.text.count("\n", 0, offset))

    def at_line(self, line: int) -> Location:
        """Where in the file this line of the text stands; the first is 0."""
        if not self.keys:
            return Location(self.document.path)
        if self.keys == _BODY:
            body = self.document.body
            first = self.document.body_line + len(body) - len(body.lstrip("\n"))
            return Location(self.document.path, first + line)
        if self.keys[0] == "sections":
            return self._in_section(line)
        return self.document.location(*self.keys)

    def _in_section(self, lines: int) -> Location:
        location = Location(self.document.path, self.document.body_line)
        for part in body_sections(self.document)[1]:
            if sections_by_heading().get(part.heading) == self.keys[1]:
                location = Location(self.document.path, part.text_line + lines, part.heading)
        return location


def public_texts(document: Document, record: Record) -> Iterator[PublicText]:
    """What stays in the repository (who reviewed it, and how) is left out."""
    yield PublicText(document, (), document.stem, running=False)
    fields = _public_type(record)
    for keys, text, running in _in_part(record, fields, ()):
        if keys != ("id",) or text != document.stem:  # most take their id from the file's name
            yield PublicText(document, keys, text, running)
    if isinstance(record, Published):
        for number, version in enumerate(record.review.versions):
            if version.what:
                keys = ("review", "versions", number, "what")
                yield PublicText(document, keys, version.what, running=True)


def _public_type(record: Record) -> type[FrozenModel]:
    return record.public_type() if isinstance(record, Contribution) else type(record)


def markdown_texts(document: Document, record: Record) -> Iterator[PublicText]:
    """Those that are shown as Markdown: the body, or its sections."""
    if isinstance(record, Example):
        for section, text in record.sections.items():
            yield PublicText(document, ("sections", section), text, running=True)
    elif isinstance(record, ContentRecord | TrialNote) and record.text:
        yield PublicText(document, _BODY, record.text, running=True)


def damaged_texts(
    document: Document, record: Record, faulty: frozenset[str]
) -> Iterator[PublicText]:
    """Of a record whose `faulty` fields can't be read: what stands there as it stands."""
    for public in public_texts(document, record):
        if public.keys[:1] not in {(name,) for name in faulty}:
            yield public
    fields = _public_type(record)
    for field in _fields_of(fields):
        if field.key in faulty - {"releases"}:
            yield from texts_in(document, document.data.get(field.key), (field.key,))
    if "sections" in faulty and (text := document.body.strip("\n")):
        yield PublicText(document, _BODY, text, running=True)


def page_texts(document: Document) -> Iterator[PublicText]:
    """A page written by hand: its name, its front matter, its body."""
    yield PublicText(document, (), document.stem, running=False)
    facts = {name: value for name, value in document.data.items() if name != "releases"}
    yield from texts_in(document, facts)
    if text := document.body.strip("\n"):
        yield PublicText(document, _BODY, text, running=True)


def texts_in(document: Document, data: object, keys: Keys = ()) -> Iterator[PublicText]:
    """Every text in what was read from YAML."""
    match data:
        case str():
            yield PublicText(document, keys, data, running=True)
        case dict():
            for name, value in data.items():
                yield from texts_in(document, value, (*keys, name))
        case list():
            for number, value in enumerate(data):
                yield from texts_in(document, value, (*keys, number))


def text_hash(text: str) -> str:
    """What a release is bound to: the words, however they are broken into lines."""
    return "sha256:" + hashlib.sha256(normalised(text).encode()).hexdigest()


FieldText = tuple[Keys, str, bool]  # where, what, and whether it is running text


def _in_part(part: FrozenModel, fields: type[FrozenModel], keys: Keys) -> Iterator[FieldText]:
    for field in _fields_of(fields):
        yield from _in_value(getattr(part, field.name), (*keys, field.key), field.running)


def _in_value(value: object, keys: Keys, running: bool) -> Iterator[FieldText]:
    match value:
        case "" | () | None | Release():
            pass
        case str():
            yield keys, value, running
        case FrozenModel():
            yield from _in_part(value, type(value), keys)
        case tuple():
            for number, item in enumerate(value):
                yield from _in_value(item, (*keys, number), running)
        case Mapping():
            for key, item in value.items():
                yield from _in_value(item, (*keys, str(key)), running)


class _Field(NamedTuple):
    name: str  # in the type
    key: str  # in the file
    running: bool


@cache
def _fields_of(kind: type[FrozenModel]) -> tuple[_Field, ...]:
    return tuple(
        _Field(
            name,
            field.alias or name,
            name not in CONTACT
            and not any(isinstance(constraint, _NO_WORDS) for constraint in field.metadata),
        )
        for name, field in kind.model_fields.items()
    )
