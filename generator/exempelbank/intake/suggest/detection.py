"""What tool wrote an export, by its headings. Two answers or none: nobody guesses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from exempelbank.intake.export.rows import RawValue
from exempelbank.intake.form.dialects import DIALECTS

_FORM_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_FIRST = {
    "google-forms": ("Tidstämpel", "Timestamp"),
    "jotform": ("Submission Date",),
    "typeform-csv": ("#",),
}
_NUMBER = re.compile(r"\d+")
_DATE = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?")


def dialects_of_headers(
    headers: Sequence[str], first_row: Sequence[str], file_type: str
) -> list[str]:
    detected = []
    names = set(headers)
    for name, dialect in DIALECTS.items():
        if file_type not in dialect.file_types or name in ("limesurvey-vv", "generic"):
            continue
        starts = _FIRST.get(name)
        signed = any(names.issuperset(signature) for signature in dialect.signatures)
        if starts:
            signed = headers[0] in starts and (signed or not dialect.signatures)
        elif name == "flamingo":
            signed = headers[-1] == "Date" and all(map(_FORM_NAME.fullmatch, headers[:-1]))
        elif name == "redcap":
            signed = "record_id" in names and any(name.endswith("_complete") for name in names)
        elif name == "ms-forms" and not signed:
            signed = file_type == "xlsx" and _in_another_language(first_row)
        if signed:
            detected.append(name)
    return detected


def _in_another_language(cells: Sequence[str]) -> bool:
    """Microsoft Forms begins with a number, two times and two texts, whatever it calls them."""
    return (
        len(cells) > 6
        and bool(_NUMBER.fullmatch(cells[0]) and _DATE.fullmatch(cells[1]))
        and bool(_DATE.fullmatch(cells[2]))
        and cells[1] <= cells[2]
    )


def dialects_of_text(text: str) -> list[str]:
    """What the beginning gives away before it can be read as a table."""
    start = text.lstrip('"')
    if start.startswith("ListSchema="):
        return ["sharepoint-list"]
    lines = text.split("\n", 2)
    if len(lines) > 1 and "\t" in lines[0] and lines[1].split("\t")[0] in ("id", "token"):
        return ["limesurvey-vv"]
    return []


def dialects_of_json(document: RawValue) -> list[str]:
    first = document[0] if isinstance(document, list) and document else document
    if not isinstance(first, Mapping):
        return []
    inside = {key: _first(value) for key, value in first.items()}
    shapes = {
        "limesurvey-json": "responses" in inside,
        "typeform-json": "landing_id" in inside.get("items", {})
        or first.get("event_type") == "form_response",
        "jotform-json": "responseCode" in inside and "answers" in inside.get("content", {}),
        "netlify-json": "ordered_human_fields" in inside,
        "formio-json": {"_id", "data", "state"} <= inside.keys(),
    }
    return [name for name, fits in shapes.items() if fits]


def _first(value: RawValue) -> Mapping[str, RawValue]:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, Mapping) else {}


def dialects_of_xml(raw: bytes) -> list[str]:
    return ["open-eplatform"] if b"oeplatform.org" in raw[:4000] else []
