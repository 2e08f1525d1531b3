"""What the JSON of open data promises, as JSON Schema (2020-12)."""

from __future__ import annotations

import json
from typing import Any

from exempelbank.feeds.open_data.columns import COLUMNS, Column
from exempelbank.settings import Settings

_TEXT = {"type": "string"}
_WORDS = {"type": "object", "additionalProperties": _TEXT}


def data_schema(settings: Settings, address: str) -> bytes:
    head = {
        "$schema": {"const": address},
        "title": _TEXT,
        "publisher": _TEXT,
        "url": {"type": "string", "format": "uri"},
        "language": _TEXT,
        "licence": _TEXT,
        "licence_url": _TEXT,
        "sample_data": {"type": "boolean"},
        "updated": _day(),
        "vocabularies": {"type": "object", "additionalProperties": _WORDS},
    }
    example = {
        "type": "object",
        "properties": {column.name: _property(column, settings) for column in COLUMNS},
        "required": [column.name for column in COLUMNS],
        "additionalProperties": False,
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": settings.organisation.site_name,
        "type": "object",
        "properties": {**head, "examples": {"type": "array", "items": example}},
        "required": [*head, "examples"],
        "additionalProperties": False,
    }
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def _property(column: Column, settings: Settings) -> dict[str, Any]:
    about = {"description": column.about(settings)}
    match column.form:
        case "number":
            return {"type": "integer", "minimum": 1, **about}
        case "count":
            return {"type": "integer", "minimum": 0, **about}
        case "date":
            return {**_day(), **about}
        case "list":
            most = column.most(settings)
            limit = {"maxItems": most} if most else {}
            return {"type": "array", "items": _text(column, settings), **limit, **about}
    return {**_text(column, settings), **about}


def _text(column: Column, settings: Settings) -> dict[str, Any]:
    if column.vocabulary:
        ids = [term.id for term in settings.vocabulary(column.vocabulary)]
        return {"enum": ids if column.form == "list" else [*ids, ""]}
    longest = column.longest(settings)
    return {**_TEXT, **({"maxLength": longest} if longest else {})}


def _day() -> dict[str, Any]:
    return {"type": "string", "format": "date"}
