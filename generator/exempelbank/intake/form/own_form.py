"""Our own form -> its mapping, which nobody has to write: each answer has the id of its field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from exempelbank.i18n import _
from exempelbank.intake.export.rows import Export
from exempelbank.intake.form.dialects import OWN
from exempelbank.intake.form.field_kinds import FIELD_KINDS_OF, FieldKind, vocabulary_of
from exempelbank.intake.form.mapping import FormMapping
from exempelbank.model.response_kind import ResponseKind
from exempelbank.problems import Location, Problems
from exempelbank.settings import Settings

ANSWERS = "answers"  # where they stand in the file
_LEFT_THERE = {"contact"}  # who told of a lead
_YES_NO = {"true": ["yes"], "false": ["no"]}


def own_mapping(
    kind: ResponseKind, export: Export, settings: Settings, problems: Problems
) -> FormMapping:
    """Of the questions that someone has answered."""
    asked = [*_answered(export)]
    for name in asked:
        if name not in FIELD_KINDS_OF[kind] and name not in _LEFT_THERE:
            problems.warning(
                Location(export.path, None, name),
                _("is an answer to a question that this program does not know, and is left out"),
            )
    return FormMapping.model_validate(
        {
            "version": "1",
            "dialect": OWN,
            "record": kind.value,
            "form": kind.value,
            "options": {name: _ids(name, settings) for name in _vocabularies(asked, kind)} or None,
            "fields": {
                name: _field_mapping(name, FIELD_KINDS_OF[kind][name])
                for name in asked
                if name in FIELD_KINDS_OF[kind]
            },
        }
    )


def _answered(export: Export) -> Iterable[str]:
    """In the order they are met."""
    answers = (row.answers[ANSWERS] for row in export.rows)
    return dict.fromkeys(
        str(name) for given in answers if isinstance(given, Mapping) for name in given
    )


def _vocabularies(asked: Iterable[str], kind: ResponseKind) -> Iterator[str]:
    for name in asked:
        if FIELD_KINDS_OF[kind].get(name) in (FieldKind.TERM, FieldKind.TERMS):
            yield vocabulary_of(name)


def _ids(vocabulary: str, settings: Settings) -> dict[str, list[str]]:
    terms = settings.vocabulary(vocabulary).terms
    return {term.id: [term.replaced_by or term.id] for term in terms}


def _field_mapping(name: str, kind: FieldKind) -> dict[str, Any]:
    mapping: dict[str, Any] = {"column": f"{ANSWERS}.{name}"}
    match kind:
        case FieldKind.TERM | FieldKind.TERMS:
            return {**mapping, "multi": "array", "options": vocabulary_of(name)}
        case FieldKind.TEXTS:
            return {**mapping, "multi": "array"}
        case FieldKind.YES_NO:
            return {**mapping, "bool": _YES_NO}
        case FieldKind.FILES:
            return {**mapping, "files": "names"}
    return mapping
