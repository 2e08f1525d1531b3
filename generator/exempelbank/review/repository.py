"""The contributions of a project and their files: found, and written in as a person would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

from exempelbank.documents import Document, read_document
from exempelbank.files.paths import SUBMISSIONS
from exempelbank.i18n import _
from exempelbank.model.content import NewsItem
from exempelbank.model.kinds import PUBLISHED, UNDER_REVIEW
from exempelbank.model.record import Record
from exempelbank.model.review import LogEntry, ReviewState
from exempelbank.model.submission import Published, UnderReview
from exempelbank.problems import Location, Problems
from exempelbank.records import Wordings, canonical, load_records, record_files, record_from
from exempelbank.text.normalization import nearest

R = TypeVar("R", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class StoredRecord(Generic[R]):
    """A record and the file it stands in."""

    document: Document
    record: R


StoredContribution = StoredRecord[UnderReview | Published]


def submissions(
    root: Path, problems: Problems, wordings: Wordings | None = None
) -> Iterator[StoredRecord[UnderReview]]:
    """Without `wordings`, terms stand by their ids alone."""
    for kind in UNDER_REVIEW:
        for document, submission in load_records(kind, root, problems, wordings):
            yield StoredRecord(document, submission)


def published(
    root: Path, problems: Problems, wordings: Wordings | None = None
) -> Iterator[StoredRecord[Published]]:
    for kind in PUBLISHED:
        for document, record in load_records(kind, root, problems, wordings):
            yield StoredRecord(document, record)


def find_contribution(
    root: Path, id: str, problems: Problems, wordings: Wordings | None = None
) -> StoredContribution | None:
    """The submission with this id, or else what is published. None, and a problem that says
    why, when there is none that can be read.
    """
    for kind in UNDER_REVIEW:
        for path in record_files(root / kind.folder):
            if path.stem == id:
                return read_stored(path, root, kind, problems, wordings)
    if found := find_published(root, id, problems, wordings):
        return found
    if not problems.errors:
        if (meant := _meant_id(id, root)) != id:
            return find_contribution(root, meant, problems, wordings)
        close = nearest(id, _ids_in(root))
        problems.error(
            Location(SUBMISSIONS),
            _("there is no example with the id “{id}”").format(id=id),
            _("Did you mean “{word}”?").format(word=close)
            if close
            else _("exempelbank queue lists what waits for review."),
        )
    return None


def find_published(
    root: Path,
    id: str,
    problems: Problems,
    wordings: Wordings | None = None,
) -> StoredRecord[Published] | None:
    its_line = re.compile(rb"^id: *[\"']?" + re.escape(id.encode()) + rb"\b", re.MULTILINE)
    for kind in PUBLISHED:
        for path in record_files(root / kind.folder):
            # Only the file that has the id is worth parsing: the library may be large.
            if its_line.search(path.read_bytes()):
                return read_stored(path, root, kind, problems, wordings)
    return None


_ID_LINE = re.compile(rb"^id: *[\"']?([A-Z0-9-]+)", re.MULTILINE)


def _meant_id(typed: str, root: Path) -> str:
    """ "ex-2026-007", and "007" where one alone ends so. What was typed, when none is meant."""
    wanted = typed.upper()
    meant = {id for id in _ids_in(root) if id == wanted or id.endswith(f"-{wanted}")}
    return meant.pop() if len(meant) == 1 else typed


def _ids_in(root: Path) -> Iterator[str]:
    """Those of the queue and of the library, unread."""
    for kind in UNDER_REVIEW:
        yield from (path.stem for path in record_files(root / kind.folder))
    for published_kind in PUBLISHED:
        for path in record_files(root / published_kind.folder):
            yield from (found.decode() for found in _ID_LINE.findall(path.read_bytes())[:1])


def names_taken(root: Path) -> Mapping[str, frozenset[str]]:
    """The names of the files in the folders that publishing writes to."""
    kinds: tuple[type[Record], ...] = (*PUBLISHED, NewsItem)
    return {
        kind.folder: frozenset(path.stem for path in record_files(root / kind.folder))
        for kind in kinds
    }


def read_stored(
    path: Path, root: Path, kind: type[R], problems: Problems, wordings: Wordings | None
) -> StoredRecord[R] | None:
    """With what a command needs to write it."""
    document = read_document(path, root, problems)
    document = document and canonical(document, kind, wordings)
    example = document and record_from(document, kind, problems)
    return StoredRecord(document, example) if document and example else None


# ---- Writing ----


def with_state(document: Document, state: ReviewState) -> Document:
    return document.with_value(("review", "state"), state.value)


def with_log(document: Document, entry: LogEntry) -> Document:
    """The log only grows."""
    return document.with_item(
        ("review", "log"), entry.model_dump(mode="json", exclude_defaults=True)
    )


def log_entry(by: str, did: str, now: datetime, note: str = "") -> LogEntry:
    return LogEntry(at=now.replace(microsecond=0), by=by, did=did, note=note)
