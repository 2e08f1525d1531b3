"""What earlier imports have left in the queue and the library: looked up by source key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
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
    modified_at: datetime | None = None
    newer_hash: str = ""  # of the edited answer that lies beside it
    revises: str = ""
    log: tuple[Mapping[str, str], ...] = ()


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
    newer = record_files(root / NEWER)
    documents = [
        *_read(newer, root, Problems()),
        *(
            document
            for kind in (*UNDER_REVIEW, *PUBLISHED)
            for document in _read(record_files(root / kind.folder), root, problems)
        ),
    ]
    known = known_records_from(documents)
    newer_digests = {f"{NEWER}/{path.name}": digest_of(path) for path in newer}
    return replace(known, digests={**known.digests, **newer_digests})


def _read(paths: Iterable[Path], root: Path, problems: Problems) -> Iterator[Document]:
    for path in paths:
        if document := read_document(path, root, problems):
            yield document


def known_records_from(documents: Iterable[Document]) -> KnownRecords:
    """Of the queue, of the library and of the answers that lie beside; others are left out. Where
    two have the same key, the first counts.
    """
    canonical_documents = [
        (document, canonical(document, kind_at(document.path) or Submission, None))
        for document in documents
    ]
    newer = {
        str(document.data.get("id")): str(_mapping(document, "source").get("answers_hash", ""))
        for _as_read, document in canonical_documents
        if document.path.startswith(f"{NEWER}/")
    }
    records = tuple(
        _known_record(document, is_as_import_wrote_it(as_read), newer)
        for as_read, document in canonical_documents
        if kind_at(document.path) in (*UNDER_REVIEW, *PUBLISHED)
    )
    return KnownRecords(records, {each.path: each.read for each, _canonical in canonical_documents})


def _known_record(document: Document, untouched: bool, newer: Mapping[str, str]) -> KnownRecord:
    source, review = _mapping(document, "source"), _mapping(document, "review")
    own_id = str(document.data.get("id") or document.stem)
    published = kind_at(document.path) in PUBLISHED
    return KnownRecord(
        id=own_id,
        path=document.path,
        key=str(source.get("key", "")),
        state=str(review.get("state", "")),
        published=published,
        answers_hash=str(source.get("answers_hash", "")),
        untouched=untouched,
        sender_hash=str(source.get("sender_hash", "")),
        title=str(document.data.get("title") or document.data.get("example", "")),
        unit=str(document.data.get("unit", "")),
        origin=str(document.data.get("municipality") or document.data.get("organisation", "")),
        submitted_at=_moment(source.get("submitted_at")),
        modified_at=_moment(source.get("modified_at")),
        newer_hash="" if published else newer.get(own_id, ""),
        revises=str(document.data.get("revises", "")),
        log=tuple(entry for entry in review.get("log", ()) if isinstance(entry, dict)),
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
