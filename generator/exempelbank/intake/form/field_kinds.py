"""The fields and sections that a mapping may fill, and what kind each is. Read from the model."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from exempelbank.model.example import CONTACT, Example, Section
from exempelbank.model.labels import field_label
from exempelbank.model.record import InVocabulary, Texts, YearMonth
from exempelbank.model.response_kind import ResponseKind
from exempelbank.model.submission import Attestations
from exempelbank.settings.fields import LEAD_FIELDS, ORIGIN


class FieldKind(StrEnum):
    TEXT = "text"
    TEXTS = "texts"
    TERM = "term"
    TERMS = "terms"
    MONTH = "month"
    YES_NO = "yes-no"
    LINKS = "links"
    FILES = "files"
    SECTION = "section"
    PROSE = "prose"  # several lines, and no section
    EXAMPLE = "example"  # the number of one
    OUTCOME = "outcome"  # of a trial


_NOT_ASKED = {"id", "schema_version", "sections", "image", "supplier", "links"}


def _kind(field: str) -> FieldKind:
    several = Example.model_fields[field].annotation == Texts
    if Example.constraint(field, InVocabulary):
        return FieldKind.TERMS if several else FieldKind.TERM
    if Example.constraint(field, YearMonth):
        return FieldKind.MONTH
    if Example.model_fields[field].annotation is bool:
        return FieldKind.YES_NO
    return FieldKind.TEXTS if several else FieldKind.TEXT


ATTESTATIONS = tuple(Attestations.model_fields)
# Those that hold what a form asks for, as it is answered. Their kind follows from the model.
ASKED_FIELDS = tuple(field for field in Example.model_fields if field not in _NOT_ASKED)
FIELD_KINDS: Mapping[str, FieldKind] = {
    **{field: _kind(field) for field in ASKED_FIELDS},
    "links": FieldKind.LINKS,
    "image": FieldKind.FILES,
    "image.alt": FieldKind.TEXT,
    "image.photographer": FieldKind.TEXT,
    "supplier": FieldKind.TEXT,
    "supplier.paid": FieldKind.YES_NO,
    "attachments": FieldKind.FILES,
    **{section.value: FieldKind.SECTION for section in Section},
    **dict.fromkeys(ATTESTATIONS, FieldKind.YES_NO),
}
# Those of a trial note.
NOTE_FIELD_KINDS: Mapping[str, FieldKind] = {
    "example": FieldKind.EXAMPLE,
    **{name: FIELD_KINDS[name] for name in (*ORIGIN, "unit")},
    "tried": FieldKind.MONTH,
    "worked": FieldKind.OUTCOME,
    "text": FieldKind.PROSE,
    **dict.fromkeys(ATTESTATIONS, FieldKind.YES_NO),
}
# Those of a lead. Who to ask about it is left in the form's own answer.
LEAD_FIELD_KINDS: Mapping[str, FieldKind] = {
    name: FIELD_KINDS[name] for name in (*LEAD_FIELDS, "no_identifiable_person", "information_read")
}
FIELD_KINDS_OF: Mapping[ResponseKind, Mapping[str, FieldKind]] = {
    ResponseKind.EXAMPLE: FIELD_KINDS,
    ResponseKind.LEAD: LEAD_FIELD_KINDS,
    ResponseKind.TRIAL_NOTE: NOTE_FIELD_KINDS,
}
YES_NO_FIELDS = {field for field, kind in FIELD_KINDS.items() if kind is FieldKind.YES_NO}


def question_on(field: str) -> str:
    """What our own form calls it."""
    return Section(field).heading if field in list(Section) else field_label(field)


def vocabulary_of(field: str) -> str:
    constraint = Example.constraint(field, InVocabulary)
    return constraint.vocabulary if constraint else ""


# Lists that can't hold all there is: what they lack stays in the field, as it was given.
_OPEN_VOCABULARIES = {"municipalities", "districts", "organisations"}
PLACES = {
    field
    for field, kind in FIELD_KINDS.items()
    if kind in (FieldKind.TERM, FieldKind.TERMS) and vocabulary_of(field) in _OPEN_VOCABULARIES
}
# Names, addresses and places: no sentences.
NOT_RUNNING_TEXT = {
    *CONTACT,
    *PLACES,
    *(field for field, kind in FIELD_KINDS.items() if kind in (FieldKind.LINKS, FieldKind.FILES)),
    "image.photographer",
}
