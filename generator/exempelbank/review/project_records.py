"""Everything that stands in the project, read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from exempelbank.model.content import ContentRecord
from exempelbank.model.kinds import CONTENT_KINDS, PUBLISHED, UNDER_REVIEW
from exempelbank.model.record import Record
from exempelbank.model.submission import Published, UnderReview
from exempelbank.problems import Problems
from exempelbank.records import (
    Wordings,
    body_in,
    canonical,
    damaged_record_from,
    document_from_bytes,
    load_files,
    record_from,
)
from exempelbank.review.repository import StoredContribution, StoredRecord

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class DamagedRecord(StoredRecord[Record]):
    """One that can't be read whole; why has become problems."""

    faulty: frozenset[str]  # the fields that can't be read


@dataclass(frozen=True, slots=True)
class ProjectRecords:
    """What can be read, whole or in part; the rest became problems."""

    submissions: tuple[StoredRecord[UnderReview], ...] = ()
    published: tuple[StoredRecord[Published], ...] = ()
    content_records: tuple[StoredRecord[ContentRecord], ...] = ()
    damaged: tuple[DamagedRecord, ...] = ()

    def all_records(self) -> Iterator[StoredRecord[Record]]:
        yield from self.submissions
        yield from self.published
        yield from self.content_records
        yield from self.damaged

    def contributions(self) -> Iterator[StoredContribution]:
        """Those in the library first."""
        yield from self.published
        yield from self.submissions
        for stored in self.damaged:
            if isinstance(stored.record, Published | UnderReview):
                yield StoredRecord(stored.document, stored.record)


def load_project_records(
    root: Path, problems: Problems, wordings: Wordings | None = None
) -> ProjectRecords:
    damaged: list[DamagedRecord] = []

    def load(kind: type[R]) -> Iterator[StoredRecord[R]]:
        return _load(kind, root, wordings, damaged, problems)

    return ProjectRecords(
        tuple(stored for kind in UNDER_REVIEW for stored in load(kind)),
        tuple(stored for kind in PUBLISHED for stored in load(kind)),
        tuple(stored for kind in CONTENT_KINDS for stored in load(kind)),
        tuple(damaged),
    )


def _load(
    kind: type[R],
    root: Path,
    wordings: Wordings | None,
    damaged: list[DamagedRecord],
    problems: Problems,
) -> Iterator[StoredRecord[R]]:
    for path, raw in load_files(kind, root, problems):
        document = document_from_bytes(path, raw, problems)
        if document is None:
            if body := body_in(path, raw):
                record, faulty = damaged_record_from(body, kind)
                names = (field.alias or name for name, field in kind.model_fields.items())
                unread = frozenset(names) - {"sections", "text"}
                damaged.append(DamagedRecord(body, record, faulty | unread))
            continue
        document = canonical(document, kind, wordings)
        if whole := record_from(document, kind, problems):
            yield StoredRecord(document, whole)
        else:
            damaged.append(DamagedRecord(document, *damaged_record_from(document, kind)))
