"""What a form service has kept of an answer that was sent to it -> the file that our form saves.

Services keep the fields as they came: in JSON beside their own or under “data”, in a table each in
a column. Several answers to one question stand in a list, in several columns with the same heading,
or in one cell with a sign between. What a service knows of the sender is left there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from exempelbank.intake.export.json_export import JsonRecord
from exempelbank.intake.export.rows import Export, ExportRow, RawValue
from exempelbank.intake.form.field_kinds import FIELD_KINDS_OF, FieldKind
from exempelbank.model.response_kind import ResponseKind

_AROUND = ("form", "version", "key")  # sent with the answers
# Where a service writes when something was sent, and which it was. Without scripts there is no key.
_SENT = ("sent", "created_at", "submitted_at", "_date", "date")
_IDS = ("id", "_id", *_SENT)
# As our form makes it. Whoever sends another must not meet the number that a service gave someone.
_KEY = re.compile("[0-9a-f]{32}")
_NUMBER_OF_EQUAL = re.compile(r"#[1-9][0-9]*$")  # of the second of two equal headings
_BETWEEN_IDS = re.compile(r"[^\w-]+")


def as_saved_by_us(record: JsonRecord) -> JsonRecord | None:
    """None when it is no answer to a form of ours."""
    sent = record.get("data", record)
    if not isinstance(sent, Mapping) or str(sent.get("form")) not in {*map(str, ResponseKind)}:
        return None
    kinds = FIELD_KINDS_OF[ResponseKind(str(sent["form"]))]
    return {
        **{name: sent.get(name, "") for name in _AROUND},
        "sent": _first(record, _SENT),
        "key": key if _KEY.fullmatch(key := str(sent.get("key", ""))) else _first(record, _IDS),
        "answers": {
            name: _parts(answer, kinds[name])
            for name, answer in sent.items()
            if name in kinds and answer
        },
    }


def has_columns_of_ours(table: Export) -> bool:
    return {"form", "version"} <= {*map(_field_name, table.headers)}


def record_from_row(row: ExportRow) -> JsonRecord:
    """By the names of the fields. A list where several columns have the same name."""
    record: dict[str, RawValue] = {}
    for header, cell in row.answers.items():
        name = _field_name(header)
        if name in record and cell:
            before = record[name]
            record[name] = [*(before if isinstance(before, list) else [before]), cell]
        elif cell:
            record[name] = cell
    return record


def _field_name(header: str) -> str:
    return _NUMBER_OF_EQUAL.sub("", header).removesuffix("[]")


def _parts(answer: RawValue, kind: FieldKind) -> RawValue:
    """Ids hold no sign that may stand between them; what is written on lines is divided by them."""
    if not isinstance(answer, str):
        return answer
    if kind is FieldKind.TERMS:
        return [one for one in _BETWEEN_IDS.split(answer) if one]
    return answer.splitlines() if kind is FieldKind.TEXTS else answer


def _first(record: JsonRecord, names: Iterable[str]) -> RawValue:
    return next((record[name] for name in names if record.get(name)), "")
