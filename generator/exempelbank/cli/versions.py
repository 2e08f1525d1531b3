"""What an example is compared with: a file, what is published, or the project at a commit."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exempelbank.cli import stop
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.desk import Desk
    from exempelbank.documents import Document
    from exempelbank.problems import Problems
    from exempelbank.report.report import Before
    from exempelbank.review.gate.commits import Commits
    from exempelbank.review.repository import StoredExample


@dataclass(frozen=True, slots=True)
class Versions:
    """What examples are compared with: the project at a commit, or one file."""

    commits: Commits | None = None
    file: Path | None = None

    def changed(self) -> list[str]:
        """The examples' files that are new or not as they were at the commit."""
        from exempelbank.model.submission import PublishedExample, Submission

        if self.commits is None:
            return []
        paths = self.commits.changed_in_worktree(Submission.folder, PublishedExample.folder)
        return [path for path in paths if path.endswith(".md")]

    def at(self, path: str) -> Document | None:
        """The file at the commit; None when there was none, or none that can be read."""
        from exempelbank.documents import document_from, text_from
        from exempelbank.exceptions import UnreadableFile

        blob = self.commits.blob_at(self.commits.base, path) if self.commits else None
        if self.commits is None or blob is None:
            return None
        try:
            raw = self.commits.bytes_of([blob]).get(blob.id, b"")
            return document_from(path, text_from(raw))
        except UnreadableFile:
            return None


def versions_from(against: str, desk: Desk) -> Versions:
    """What a person wrote: a file, a commit, or nothing."""
    from exempelbank.exceptions import GitError
    from exempelbank.review.gate.commits import Commits

    if not against:
        return Versions()
    with suppress(OSError):  # the name of a commit, too long for that of a file
        if (file := Path(against)).is_file():
            return Versions(file=file.resolve())
    try:
        return Versions(Commits(desk.root, against))
    except GitError as why:
        stop(why.says)


def example_at(path: str, desk: Desk, problems: Problems) -> StoredExample | None:
    """None, and a problem that says why, when there is no readable example."""
    from exempelbank.documents import read_document

    document = read_document(desk.root / path, desk.root, problems)
    return _example_in(document, problems) if document else None


def before_of(stored: StoredExample, desk: Desk, versions: Versions) -> Before | None:
    """The file asked for; else what is published, for a revision; else the text at the commit."""
    if versions.file:
        return _before_from(_document_in(versions.file, desk), versions.file.name)
    if published := _revised(stored, desk):
        return published
    # Approval moves an example, so what is new in the library may have stood in the queue.
    for path in (stored.document.path, f"submissions/{stored.record.id}.md"):
        if before := _before_from(versions.at(path), _("the text before this change")):
            return before
    return None


def _revised(stored: StoredExample, desk: Desk) -> Before | None:
    from exempelbank.model.submission import Submission
    from exempelbank.problems import Problems
    from exempelbank.report.report import Before
    from exempelbank.review.repository import find_published

    if not isinstance(stored.record, Submission) or not stored.record.revises:
        return None
    published = find_published(desk.root, stored.record.revises, Problems())
    if published is None:
        return None
    name = _("the published text, version {n}")
    return Before(published.record, name.format(n=published.record.review.version))


def _before_from(document: Document | None, name: str) -> Before | None:
    from exempelbank.problems import Problems
    from exempelbank.report.report import Before

    stored = document and _example_in(document, Problems())
    return Before(stored.record, name) if stored else None


def _document_in(file: Path, desk: Desk) -> Document:
    from exempelbank.documents import read_document
    from exempelbank.problems import Problems

    problems = Problems()
    document = read_document(file, file.parent, problems)
    desk.problems.found += problems
    return document or desk.end()


def _example_in(document: Document, problems: Problems) -> StoredExample | None:
    from exempelbank.model.submission import PublishedExample, Submission
    from exempelbank.records import record_from
    from exempelbank.review.repository import StoredRecord

    review = document.data.get("review")
    if isinstance(review, dict) and "published" in review:
        published = record_from(document, PublishedExample, problems)
        return StoredRecord(document, published) if published else None
    submission = record_from(document, Submission, problems)
    return StoredRecord(document, submission) if submission else None
