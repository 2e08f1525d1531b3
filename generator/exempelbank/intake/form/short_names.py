"""JSON as form tools write it -> the answers under the names that a mapping uses."""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.intake.export.json_export import JsonRecord
from exempelbank.intake.export.rows import RawValue


def typeform_names(record: JsonRecord) -> JsonRecord:
    """Answers under each field's ref (and its id, and its question when the webhook tells it)."""
    response = _mapping(record.get("form_response")) or record
    questions = {
        str(field.get("id")): str(field.get("title", ""))
        for field in _mappings(_mapping(response.get("definition")).get("fields"))
    }
    names: dict[str, RawValue] = dict(response) if response is not record else {}
    for answer in _mappings(response.get("answers")):
        field = _mapping(answer.get("field"))
        value = answer.get(str(answer.get("type", "")))
        for name in (field.get("ref"), field.get("id"), questions.get(str(field.get("id")))):
            if isinstance(name, str) and name:
                names.setdefault(name, value)
    return names


def jotform_names(record: JsonRecord) -> JsonRecord:
    """Answers under their name, their question, and answers.<number>."""
    names: dict[str, RawValue] = {}
    for answer in _mapping(record.get("answers")).values():
        if isinstance(answer, Mapping):
            for name in (answer.get("name"), answer.get("text")):
                if isinstance(name, str) and name:
                    names.setdefault(name, answer.get("answer"))
    return names


def netlify_names(record: JsonRecord) -> JsonRecord:
    """Answers under the form's own names and their titles."""
    names: dict[str, RawValue] = {}
    for field in _mappings(record.get("ordered_human_fields")):
        for name in (field.get("name"), field.get("title")):
            if isinstance(name, str):
                names.setdefault(name, field.get("value"))
    for part in ("human_fields", "data"):
        names |= _mapping(record.get(part))
    # The envelope's own names (title, email, name …) hold copies under other rules.
    return {name: value for name, value in names.items() if name not in ("id", "created_at")}


def formio_names(record: JsonRecord) -> JsonRecord:
    return {k: v for k, v in _mapping(record.get("data")).items() if k not in record}


def _mapping(value: RawValue) -> JsonRecord:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: RawValue) -> list[JsonRecord]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []
