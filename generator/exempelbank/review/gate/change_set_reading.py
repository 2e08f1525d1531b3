"""The changed files -> the steps they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import PurePosixPath
from typing import TypeVar

from exempelbank.documents import document_from, text_from
from exempelbank.exceptions import UnreadableFile
from exempelbank.model.record import Record
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Location, Problems
from exempelbank.records import record_from
from exempelbank.review.gate.change_set import Proposal, Step
from exempelbank.review.gate.commits import Changed, Commits
from exempelbank.review.gate.trees import Blob
from exempelbank.review.project_checks.stray_files import of_conflicts
from exempelbank.review.project_records import CONTENT
from exempelbank.review.repository import StoredExample, StoredRecord

R = TypeVar("R", bound=Record)
Files = Iterable[tuple[str, Blob | None]]


def proposal_in(changed: list[Changed], commits: Commits, problems: Problems) -> Proposal:
    """What can't be read becomes problems, and makes no step."""
    gone = [change for change in commits.taken_away(Submission.folder) if _stood(change, commits)]
    blobs = (blob for change in (*changed, *gone) for blob in (change.old, change.new))
    texts = commits.bytes_of(blob for blob in blobs if blob and blob.is_file)
    old = [(change.path, change.old) for change in changed]
    new = [(change.path, change.new) for change in changed if change.is_ordinary]
    stood = list(_examples(old, texts, Problems()))
    stood += _as_they_last_stood(stood, changed, commits)
    before = {stored.record.id: stored for stored in stood}
    after = {stored.record.id: stored for stored in _examples(new, texts, problems)}
    broken = {problem.location.path for problem in problems.errors}
    last = _read(((change.path, change.old) for change in gone), texts, Submission, Problems())
    reviewed = [*last, *_read(old, texts, Submission, Problems())]

    def step_of(id: str) -> Step:
        behind = _behind(id, reviewed)
        waiting = before.get(behind.record.id) if behind else None
        return Step(id, before.get(id), after.get(id), behind, waiting)

    return Proposal(
        tuple(
            step_of(id)
            for id in sorted(before.keys() | after.keys())
            if id in after or before[id].document.path not in broken
        ),
        tuple(stored for kind in CONTENT for stored in _read(new, texts, kind, problems)),
        tuple(changed),
    )


def _as_they_last_stood(
    read: list[StoredExample], changed: list[Changed], commits: Commits
) -> Iterator[StoredRecord[PublishedExample]]:
    """The published examples whose files can't be read at the base: they are published still."""
    paths = {stored.document.path for stored in read}
    for change in changed:
        if change.old and change.path not in paths and _is_of(PublishedExample, change.path):
            blobs = [blob for blob in commits.earlier(change.path) if blob.is_file]
            texts = commits.bytes_of(blobs)
            stood = ((change.path, blob) for blob in blobs)
            yield from islice(_read(stood, texts, PublishedExample, Problems()), 1)


def _stood(change: Changed, commits: Commits) -> bool:
    """Does it stand at the base, or did the branch itself bring it? What was erased there is not
    brought back by a branch that has it yet.
    """
    return change.path in (commits.tree(commits.tip) or ()) or not commits.has_known(change.path)


def _behind(id: str, reviewed: list[StoredRecord[Submission]]) -> StoredRecord[Submission] | None:
    """The submission behind a publication or a revision, as it last stood in the branch."""
    return next(
        (
            one
            for one in reviewed
            if id in (one.record.id, one.record.revises)
            and one.document.stem == one.record.id  # a renamed one is another file's history
        ),
        None,
    )


def _examples(
    files: Files, texts: Mapping[str, bytes], problems: Problems
) -> Iterator[StoredExample]:
    files = list(files)
    yield from _read(files, texts, Submission, problems)
    yield from _read(files, texts, PublishedExample, problems)


def _read(
    files: Files, texts: Mapping[str, bytes], kind: type[R], problems: Problems
) -> Iterator[StoredRecord[R]]:
    for path, blob in files:
        if blob is None or not _is_of(kind, path):
            continue
        if blob.id not in texts:
            continue  # a link, or too large: `paths` says so
        try:
            text = text_from(texts[blob.id])
            problems.found += of_conflicts(path, text)
            document = document_from(path, text)
        except UnreadableFile as why:
            problems.error(Location(path, why.line), why.says, why.fix)
            continue
        if record := record_from(document, kind, problems):
            yield StoredRecord(document, record)


def _is_of(kind: type[Record], path: str) -> bool:
    name = PurePosixPath(path)
    return str(name.parent) == kind.folder and name.suffix == ".md"
