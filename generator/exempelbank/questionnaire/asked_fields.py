"""A field of the model -> how it is answered, and what there is to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, auto
from types import UnionType
from typing import Literal, get_args, get_origin

from exempelbank.i18n import N_, pgettext
from exempelbank.model.record import FrozenModel, InVocabulary, part_in
from exempelbank.model.trial_note import Outcome
from exempelbank.model.wordings import NO, YES
from exempelbank.settings import PlaceKind, Settings


class AnswerShape(StrEnum):
    LINE = auto()
    PROSE = auto()  # paragraphs
    YES_NO = auto()
    ATTESTATION = auto()  # yes or no, and perhaps a day
    CHOICE = auto()
    CHOICES = auto()
    LINES = auto()
    PART = auto()  # fields of its own
    PARTS = auto()


def shape_of(kind: type[FrozenModel], name: str, has_choices: bool) -> AnswerShape:
    annotation = kind.model_fields[name].annotation
    several = get_origin(annotation) is tuple
    if part_in(annotation):
        return AnswerShape.PARTS if several else AnswerShape.PART
    if has_choices:
        return AnswerShape.CHOICES if several else AnswerShape.CHOICE
    if bool in (annotation, *get_args(annotation)):
        return AnswerShape.YES_NO
    return AnswerShape.LINES if several else AnswerShape.LINE


def choices_of(kind: type[FrozenModel], name: str, settings: Settings) -> Mapping[str, str] | None:
    """What is written -> what it is called; None where anything may be written."""
    if vocabulary := kind.constraint(name, InVocabulary):
        terms = settings.vocabulary(vocabulary.vocabulary)
        return {term.id: term.label for term in terms if not term.replaced_by}
    annotation = kind.model_fields[name].annotation
    options = get_args(annotation) if get_origin(annotation) is UnionType else (annotation,)
    if Outcome in options:
        return {outcome.value: outcome.label for outcome in Outcome}
    if PlaceKind in options:
        return {kind.value: kind.label for kind in PlaceKind}
    if get_origin(annotation) is Literal:
        return {
            value: pgettext("answer", _LITERALS.get(value, value)) for value in get_args(annotation)
        }
    return None


_LITERALS = {"yes": YES, "no": NO, "unknown": N_("answer", "Not known")}


def districts_of(municipality: str, settings: Settings) -> Mapping[str, str]:
    found = next((one for one in settings.municipalities if one.id == municipality), None)
    return {district.id: district.label for district in found.districts} if found else {}
