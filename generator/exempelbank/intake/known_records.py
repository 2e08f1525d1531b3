"""What earlier imports have left in the queue and the library: looked up by source key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from exempelbank.documents import Document, read_document
from exempelbank.files.paths import NEWER
from exempelbank.model.kinds import PUBLISHED, UNDER_REVIEW, kind_at
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import Submission
from exempelbank.problems import Problems
from exempelbank.records import canonical, record_files
from exempelbank.rules.written_by_import import is_as_import_wrote_it
from exempelbank.transactions import digest_of


@dataclass(frozen=True, slots=True)
class KnownRecord:
    id: str
    path: str
    key: str
    state: str
    published: bool
    answers_hash: str
    untouched: bool  # still as import wrote it
    sender_hash: str = ""
    title: str = ""
    unit: str = ""
    origin: str = ""  # the id of a municipality or an organisation
    submitted_at: datetime | None = None
    newer_hash: str = ""  # of the edited answer that lies beside it
    revises: str = ""
    log: tuple[Mapping[str, str], ...] = ()
    digest: str = ""  # of the file


@dataclass(frozen=True)
class KnownRecords:
    """Everything that is there."""

    records: tuple[KnownRecord, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)  # path -> of its file

    def under_review(self, key: str) -> KnownRecord | None:
        return self._by_key.get((key, False))

    def in_library(self, key: str) -> KnownRecord | None:
        return self._by_key.get((key, True))

    def of_form(self, key_prefix: str) -> Iterable[KnownRecord]:
        """Those of one form: their keys begin so."""
        return (record for record in self.records if record.key.startswith(key_prefix))

    def leads_from(self, origin: str) -> Iterable[KnownRecord]:
        """`origin`: the id of a municipality or an organisation."""
        return (
            record
            for record in self.records
            if origin and record.state == ReviewState.LEAD and record.origin == origin
        )

    @property
    def ids(self) -> set[str]:
        return {record.id for record in self.records}

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, bool], KnownRecord]:
        return {
            (record.key, record.published): record
            for record in reversed(self.records)
            if record.key
        }


def load_known_records(root: Path, problems: Problems) -> KnownRecords:
    """Read from the front matter alone, so that a record with a fault is still known. A file that
    can't be read at all is a problem: its response would be taken for a new one.
    """
    newer = {
        record.id: record.answers_hash for record in _records(root, NEWER, False, {}, Problems())
    }
    records = (
        *(
            record
            for kind in UNDER_REVIEW
            for record in _records(root, kind.folder, False, newer, problems)
        ),
        *(
            record
            for kind in PUBLISHED
            for record in _records(root, kind.folder, True, {}, problems)
        ),
    )
    newer_digests = {f"{NEWER}/{path.name}": digest_of(path) for path in record_files(root / NEWER)}
    return KnownRecords(records, {record.path: record.digest for record in records} | newer_digests)


def _records(
    root: Path, folder: str, published: bool, newer: Mapping[str, str], problems: Problems
) -> Iterable[KnownRecord]:
    for path in record_files(root / folder):
        read = read_document(path, root, problems)
        if read is None:
            continue
        document = canonical(read, kind_at(read.path) or Submission, None)
        source, review = _mapping(document, "source"), _mapping(document, "review")
        own_id = document.data.get("id")
        yield KnownRecord(
            id=str(own_id or path.stem),
            path=document.path,
            key=str(source.get("key", "")),
            state=str(review.get("state", "")),
            published=published,
            answers_hash=str(source.get("answers_hash", "")),
            untouched=is_as_import_wrote_it(read),
            sender_hash=str(source.get("sender_hash", "")),
            title=str(document.data.get("title") or document.data.get("example", "")),
            unit=str(document.data.get("unit", "")),
            origin=str(document.data.get("municipality") or document.data.get("organisation", "")),
            submitted_at=_moment(source.get("submitted_at")),
            newer_hash=newer.get(str(own_id), ""),
            revises=str(document.data.get("revises", "")),
            log=tuple(entry for entry in review.get("log", ()) if isinstance(entry, dict)),
            digest=document.read,
        )


def _mapping(document: Document, name: str) -> Mapping[str, Any]:
    value = document.data.get(name)
    return value if isinstance(value, dict) else {}


def _moment(value: object) -> datetime | None:
    """None, too, of what import has not written so."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
