"""What gives a tool away when the set of its headings does not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from exempelbank.intake.export.json_export import JsonRecord
from exempelbank.intake.export.rows import RawValue

_FORM_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_NUMBER = re.compile(r"\d+")
_DATE = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?")


# ---- Tables: the headings, the first row, and the type of the file ----


def is_flamingo(headers: Sequence[str], _first_row: Sequence[str], _file_type: str) -> bool:
    return headers[-1] == "Date" and all(map(_FORM_NAME.fullmatch, headers[:-1]))


def is_redcap(headers: Sequence[str], _first_row: Sequence[str], _file_type: str) -> bool:
    return "record_id" in headers and any(name.endswith("_complete") for name in headers)


def is_ms_forms(_headers: Sequence[str], first_row: Sequence[str], file_type: str) -> bool:
    """It begins with a number, two times and two texts, whatever it calls them in its language."""
    return (
        file_type == "xlsx"
        and len(first_row) > 6
        and bool(_NUMBER.fullmatch(first_row[0]) and _DATE.fullmatch(first_row[1]))
        and bool(_DATE.fullmatch(first_row[2]))
        and first_row[1] <= first_row[2]
    )


# ---- Text: its beginning, before it can be read as a table ----


def is_sharepoint(text: str) -> bool:
    return text.lstrip('"').startswith("ListSchema=")


def is_limesurvey_vv(text: str) -> bool:
    lines = text.lstrip('"').split("\n", 2)
    return len(lines) > 1 and "\t" in lines[0] and lines[1].split("\t")[0] in ("id", "token")


# ---- JSON: the document, or the first in its list ----


def is_limesurvey_json(record: JsonRecord) -> bool:
    return "responses" in record


def is_typeform_json(record: JsonRecord) -> bool:
    return "landing_id" in _first(record.get("items")) or (
        record.get("event_type") == "form_response"
    )


def is_jotform_json(record: JsonRecord) -> bool:
    return "responseCode" in record and "answers" in _first(record.get("content"))


def is_netlify_json(record: JsonRecord) -> bool:
    return "ordered_human_fields" in record


def is_formio_json(record: JsonRecord) -> bool:
    return record.keys() >= {"_id", "data", "state"}


def _first(value: RawValue) -> JsonRecord:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, Mapping) else {}


# ---- XML: its bytes ----


def is_open_eplatform(raw: bytes) -> bool:
    return b"oeplatform.org" in raw[:4000]
