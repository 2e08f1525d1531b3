"""A contribution, and a file or a commit -> the earlier version that a report compares it with."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exempelbank.cli import stop
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.documents import Document
    from exempelbank.model.submission import Published, UnderReview
    from exempelbank.problems import Problems
    from exempelbank.report.report import EarlierVersion
    from exempelbank.review.gate.commits import Commits
    from exempelbank.review.repository import StoredContribution


@dataclass(frozen=True, slots=True)
class Baseline:
    """What examples are compared with: the project at a commit, or one file."""

    commits: Commits | None = None
    file: Path | None = None

    def changed(self) -> list[str]:
        """The contributions' files that are new or not as they were at the commit."""
        from exempelbank.model.kinds import PUBLISHED, UNDER_REVIEW

        if self.commits is None:
            return []
        folders = [kind.folder for kind in (*UNDER_REVIEW, *PUBLISHED)]
        paths = self.commits.changed_in_worktree(*folders)
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


def baseline_from(against: str, context: ReviewContext) -> Baseline:
    """What a person wrote: a file, a commit, or nothing."""
    from exempelbank.exceptions import GitError
    from exempelbank.review.gate.commits import Commits

    if not against:
        return Baseline()
    with suppress(OSError):  # the name of a commit, too long for that of a file
        if (file := Path(against)).is_file():
            return Baseline(file=file.resolve())
    try:
        return Baseline(Commits(context.root, against))
    except GitError as why:
        stop(why.says)


def example_at(path: str, context: ReviewContext, problems: Problems) -> StoredContribution | None:
    """None, and a problem that says why, when there is no readable example."""
    from exempelbank.documents import read_document

    document = read_document(context.root / path, context.root, problems)
    return _contribution_in(document, context, problems) if document else None


def earlier_version_of(
    stored: StoredContribution, context: ReviewContext, baseline: Baseline
) -> EarlierVersion | None:
    """The file asked for; else what is published, for a revision; else the text at the commit."""
    from exempelbank.model.kinds import UNDER_REVIEW

    if baseline.file:
        return _earlier_version(_document_in(baseline.file, context), context, baseline.file.name)
    if published := _published_version(stored, context):
        return published
    # Approval moves it, so what is new in the library may have stood in the queue.
    queues = (f"{kind.folder}/{stored.record.id}.md" for kind in UNDER_REVIEW)
    for path in (stored.document.path, *queues):
        if earlier := _earlier_version(
            baseline.at(path), context, _("the text before this change")
        ):
            return earlier
    return None


def _published_version(stored: StoredContribution, context: ReviewContext) -> EarlierVersion | None:
    from exempelbank.model.submission import UnderReview
    from exempelbank.problems import Problems
    from exempelbank.report.report import EarlierVersion
    from exempelbank.review.repository import find_published

    if not isinstance(stored.record, UnderReview) or not stored.record.revises:
        return None
    published = find_published(context.root, stored.record.revises, Problems(), context.settings)
    if published is None:
        return None
    name = _("the published text, version {n}")
    return EarlierVersion(published.record, name.format(n=published.record.review.version))


def _earlier_version(
    document: Document | None, context: ReviewContext, name: str
) -> EarlierVersion | None:
    from exempelbank.problems import Problems
    from exempelbank.report.report import EarlierVersion

    stored = document and _contribution_in(document, context, Problems())
    return EarlierVersion(stored.record, name) if stored else None


def _document_in(file: Path, context: ReviewContext) -> Document:
    from exempelbank.documents import read_document
    from exempelbank.problems import Problems

    problems = Problems()
    document = read_document(file, file.parent, problems)
    context.problems.found += problems
    return document or context.fail()


def _contribution_in(
    document: Document, context: ReviewContext, problems: Problems
) -> StoredContribution | None:
    from exempelbank.model.kinds import PUBLISHED, UNDER_REVIEW
    from exempelbank.model.submission import TrialNoteSubmission
    from exempelbank.model.trial_note import TrialNote
    from exempelbank.records import canonical, record_from
    from exempelbank.review.repository import StoredRecord

    # A file to compare with may lie anywhere: what it holds tells which kind it is.
    facts = canonical(document, TrialNoteSubmission, context.settings).data
    review = facts.get("review")
    is_published = isinstance(review, dict) and "published" in review
    is_note = "example" in facts
    kinds: tuple[type[UnderReview | Published], ...] = PUBLISHED if is_published else UNDER_REVIEW
    kind = next(kind for kind in kinds if issubclass(kind, TrialNote) == is_note)
    document = canonical(document, kind, context.settings)
    record = record_from(document, kind, problems)
    return StoredRecord(document, record) if record else None
