"""A Record -> the Document of a new file."""

from __future__ import annotations

from typing import Any

from exempelbank.documents import Document, as_yaml, body_from, document_from
from exempelbank.model.content import ContentRecord
from exempelbank.model.example import Example, Section
from exempelbank.model.record import Record
from exempelbank.model.trial_note import TrialNote


def front_matter_of(record: Record) -> dict[str, Any]:
    """The record's facts in the order of its type; what is empty is left out."""
    data = record.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude={"sections", "text"}
    )
    return {
        name: present
        for name, value in data.items()
        if (present := _without_empty(value)) not in ({}, [], "")
    }


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            k: present
            for k, v in value.items()
            if (present := _without_empty(v)) not in ({}, [], "")
        }
    return [_without_empty(item) for item in value] if isinstance(value, list) else value


def document_of(record: Record, path: str) -> Document:
    """A new file for this record."""
    data = front_matter_of(record)
    body = ""
    if isinstance(record, Example):
        sections = record.sections
        body = body_from((section.heading, sections.get(section, "")) for section in Section)
    elif isinstance(record, ContentRecord | TrialNote):
        if isinstance(record, ContentRecord):
            del data["id"]
        body = f"\n{record.text}\n" if record.text else ""
    return document_from(path, f"---\n{as_yaml(data)}---\n{body}")
