"""One file of a tree -> the record in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from exempelbank.git.trees import Blob, Trees
from exempelbank.model.record import Record
from exempelbank.problems import Problems
from exempelbank.records import canonical, document_from_bytes, record_from
from exempelbank.review.repository import StoredRecord
from exempelbank.settings import Settings

R = TypeVar("R", bound=Record)


def stored_in(
    files: Mapping[str, Blob], trees: Trees, path: str, kind: type[R], settings: Settings
) -> StoredRecord[R] | None:
    """None when there is no such file, or it can't be read."""
    blob = files.get(path)
    raw = trees.bytes_of([blob]).get(blob.id) if blob else None
    document = None if raw is None else document_from_bytes(path, raw, Problems())
    if document is None:
        return None
    document = canonical(document, kind, settings)
    record = record_from(document, kind, Problems())
    return StoredRecord(document, record) if record else None
