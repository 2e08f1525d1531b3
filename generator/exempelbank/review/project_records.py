"""Everything that stands in the project, read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exempelbank.model.content import ContentRecord
from exempelbank.model.kinds import CONTENT_KINDS
from exempelbank.model.record import Record
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Problems
from exempelbank.records import load_records
from exempelbank.review.repository import StoredRecord, published_examples, submissions


@dataclass(frozen=True, slots=True)
class ProjectRecords:
    """What can be read; the rest became problems."""

    submissions: tuple[StoredRecord[Submission], ...] = ()
    published: tuple[StoredRecord[PublishedExample], ...] = ()
    content_records: tuple[StoredRecord[ContentRecord], ...] = ()

    def all_records(self) -> Iterator[StoredRecord[Record]]:
        yield from self.submissions
        yield from self.published
        yield from self.content_records


def load_project_records(root: Path, problems: Problems) -> ProjectRecords:
    return ProjectRecords(
        tuple(submissions(root, problems)),
        tuple(published_examples(root, problems)),
        tuple(
            StoredRecord(document, record)
            for kind in CONTENT_KINDS
            for document, record in load_records(kind, root, problems)
        ),
    )
