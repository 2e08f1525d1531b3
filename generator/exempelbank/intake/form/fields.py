"""The fields and sections that a mapping may fill, and what kind each is. Read from the model."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from exempelbank.model.example import Example, Section
from exempelbank.model.record import InVocabulary, Texts, YearMonth
from exempelbank.model.submission import Attestations


class Kind(StrEnum):
    TEXT = "text"
    TEXTS = "texts"
    TERM = "term"
    TERMS = "terms"
    MONTH = "month"
    YES_NO = "yes-no"
    LINKS = "links"
    FILES = "files"
    SECTION = "section"


_NOT_ASKED = {"id", "schema_version", "sections", "image", "supplier", "links"}


def _kind(field: str) -> Kind:
    several = Example.model_fields[field].annotation == Texts
    if Example.constraint(field, InVocabulary):
        return Kind.TERMS if several else Kind.TERM
    if Example.constraint(field, YearMonth):
        return Kind.MONTH
    if Example.model_fields[field].annotation is bool:
        return Kind.YES_NO
    return Kind.TEXTS if several else Kind.TEXT


ATTESTATIONS = tuple(Attestations.model_fields)
FIELDS: Mapping[str, Kind] = {
    **{field: _kind(field) for field in Example.model_fields if field not in _NOT_ASKED},
    "links": Kind.LINKS,
    "image": Kind.FILES,
    "image.alt": Kind.TEXT,
    "image.photographer": Kind.TEXT,
    "supplier": Kind.TEXT,
    "supplier.paid": Kind.YES_NO,
    "attachments": Kind.FILES,
    **{section.value: Kind.SECTION for section in Section},
    **dict.fromkeys(ATTESTATIONS, Kind.YES_NO),
}
YES_NO_FIELDS = {field for field, kind in FIELDS.items() if kind is Kind.YES_NO}


def vocabulary_of(field: str) -> str:
    constraint = Example.constraint(field, InVocabulary)
    return constraint.vocabulary if constraint else ""
