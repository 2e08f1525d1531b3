"""The changed files -> the change set: each contribution before and after, and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import PurePosixPath
from typing import TypeVar

from exempelbank.documents import document_from, text_from
from exempelbank.exceptions import UnreadableFile
from exempelbank.files.paths import MEDIA, SUBMISSIONS
from exempelbank.git.trees import Blob, FileChange
from exempelbank.model.content import NewsItem
from exempelbank.model.kinds import CONTENT_KINDS, PUBLISHED, UNDER_REVIEW, kind_at
from exempelbank.model.record import Record
from exempelbank.model.submission import Published, UnderReview
from exempelbank.problems import Location, Problems
from exempelbank.records import Wordings, canonical, record_from
from exempelbank.review.gate.change_set import ChangeSet, ContributionDiff
from exempelbank.review.gate.commits import Commits
from exempelbank.review.project_checks.file_tree import check_conflict_markers
from exempelbank.review.repository import StoredContribution, StoredRecord

R = TypeVar("R", bound=Record)
BlobsByPath = Iterable[tuple[str, Blob | None]]


def read_change_set(
    file_changes: list[FileChange], commits: Commits, wordings: Wordings, problems: Problems
) -> ChangeSet:
    """What can't be read becomes problems, and makes no diff."""
    deleted = [
        change
        for change in commits.deleted_below(SUBMISSIONS)
        if _may_be_published_from(change, commits)
    ]
    blobs = (blob for change in (*file_changes, *deleted) for blob in (change.old, change.new))
    texts = commits.bytes_of(blob for blob in blobs if blob and blob.is_file)
    old = [(change.path, change.old) for change in file_changes]
    new = [(change.path, change.new) for change in file_changes if change.is_ordinary]
    contributions_before = list(_read_contributions(old, texts, wordings, Problems()))
    contributions_before += _as_last_readable(contributions_before, file_changes, commits, wordings)
    before = {stored.record.id: stored for stored in contributions_before}
    after = {
        stored.record.id: stored for stored in _read_contributions(new, texts, wordings, problems)
    }
    broken = {problem.location.path for problem in problems.errors}
    gone = [(one.path, one.old) for one in deleted]
    reviewed = [
        *_read_submissions(gone, texts, wordings, Problems()),
        *_read_submissions(old, texts, wordings, Problems()),
    ]

    def diff_of(id: str) -> ContributionDiff:
        submission = _submission_behind(id, reviewed)
        at_base = before.get(submission.record.id) if submission else None
        return ContributionDiff(id, before.get(id), after.get(id), submission, at_base)

    return ChangeSet(
        diffs=tuple(
            diff_of(id)
            for id in sorted(before.keys() | after.keys())
            if id in after or before[id].document.path not in broken
        ),
        content_records=tuple(
            stored
            for kind in CONTENT_KINDS
            for stored in _read(new, texts, kind, wordings, problems)
        ),
        file_changes=tuple(file_changes),
        content_before=tuple(_read(old, texts, NewsItem, wordings, Problems())),
        unused_images=_unused_images(file_changes, commits),
    )


def _unused_images(file_changes: list[FileChange], commits: Commits) -> frozenset[str]:
    """The pictures that are taken away, and that no record of the result names."""
    gone = [one.path for one in file_changes if not one.new and one.path.startswith(f"{MEDIA}/")]
    if not gone:
        return frozenset()
    tree = commits.tree(commits.result) or {}
    left = commits.bytes_of(blob for path, blob in tree.items() if kind_at(path) and blob.is_file)
    return frozenset(
        path
        for path in gone
        if not any(PurePosixPath(path).name.encode() in raw for raw in left.values())
    )


def _as_last_readable(
    read: list[StoredContribution],
    file_changes: list[FileChange],
    commits: Commits,
    wordings: Wordings,
) -> Iterator[StoredRecord[Published]]:
    """What is published, and its file can't be read at the base: it is published still."""
    paths = {stored.document.path for stored in read}
    for change in file_changes:
        kind = kind_at(change.path)
        if change.old and change.path not in paths and kind in PUBLISHED:
            blobs = [blob for blob in commits.earlier_versions(change.path) if blob.is_file]
            texts = commits.bytes_of(blobs)
            versions = ((change.path, blob) for blob in blobs)
            yield from islice(_read(versions, texts, kind, wordings, Problems()), 1)


def _may_be_published_from(change: FileChange, commits: Commits) -> bool:
    """Does it stand at the base, or did the branch itself bring it? What was erased there is not
    brought back by a branch that has it yet.
    """
    return change.path in (commits.tree(commits.tip) or ()) or not commits.ever_had(change.path)


def _submission_behind(
    id: str, reviewed: list[StoredRecord[UnderReview]]
) -> StoredRecord[UnderReview] | None:
    """The submission behind a publication or a revision, as it last stood in the branch."""
    return next(
        (
            submission
            for submission in reviewed
            if id in (submission.record.id, submission.record.revises)
            and submission.document.stem
            == submission.record.id  # a renamed one is another file's history
        ),
        None,
    )


def _read_contributions(
    files: Sequence[tuple[str, Blob | None]],
    texts: Mapping[str, bytes],
    wordings: Wordings,
    problems: Problems,
) -> Iterator[StoredContribution]:
    yield from _read_submissions(files, texts, wordings, problems)
    for kind in PUBLISHED:
        yield from _read(files, texts, kind, wordings, problems)


def _read_submissions(
    files: Sequence[tuple[str, Blob | None]],
    texts: Mapping[str, bytes],
    wordings: Wordings,
    problems: Problems,
) -> Iterator[StoredRecord[UnderReview]]:
    for kind in UNDER_REVIEW:
        yield from _read(files, texts, kind, wordings, problems)


def _read(
    files: BlobsByPath,
    texts: Mapping[str, bytes],
    kind: type[R],
    wordings: Wordings,
    problems: Problems,
) -> Iterator[StoredRecord[R]]:
    for path, blob in files:
        if blob is None or not _is_of(kind, path):
            continue
        if blob.id not in texts:
            continue  # a link, or too large: `path_rules` says so
        try:
            text = text_from(texts[blob.id])
            problems.found += check_conflict_markers(path, text)
            document = canonical(document_from(path, text), kind, wordings)
        except UnreadableFile as why:
            problems.error(Location(path, why.line), why.says, why.fix)
            continue
        if record := record_from(document, kind, problems):
            yield StoredRecord(document, record)


def _is_of(kind: type[Record], path: str) -> bool:
    name = PurePosixPath(path)
    return str(name.parent) == kind.folder and name.suffix == ".md"
