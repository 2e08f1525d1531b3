"""What a reviewer had before them at a commit -> is it what would be published?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from exempelbank.documents import document_from
from exempelbank.documents.images import hash_image
from exempelbank.files.paths import MEDIA
from exempelbank.git.trees import LARGEST_IMAGE, Blob
from exempelbank.model.content import NewsItem
from exempelbank.model.kinds import PUBLISHED, UNDER_REVIEW, kind_at
from exempelbank.model.record import Record
from exempelbank.model.review import Approval, LogEntry
from exempelbank.model.submission import Published, PublishedExample, UnderReview
from exempelbank.problems import Problems
from exempelbank.records import record_from
from exempelbank.review.gate.commits import Commits
from exempelbank.review.gate.stored_in import stored_in
from exempelbank.review.news import news_draft
from exempelbank.review.publish import ApprovalDecision, plan_publication, plan_revision
from exempelbank.review.repository import StoredRecord
from exempelbank.rules.publication import public_view
from exempelbank.settings import Settings

R = TypeVar("R", bound=Record)
BlobMapping = Mapping[str, Blob]


@dataclass(frozen=True, slots=True)
class ApprovedPublication:
    """An approval in the log of a published example, and the submission it came from, if any."""

    after: StoredRecord[Published]
    approval: LogEntry  # in its log
    submission: str  # its path, or empty
    commits: Commits
    settings: Settings

    @property
    def paths(self) -> tuple[str, ...]:
        """Where it stands, and where it stood under review."""
        return (self.after.document.path, *filter(None, (self.submission,)))

    def stood_at(self, commit: str, what: str = "") -> bool:
        """Did this example stand there, published by this very approval or as the submission that
        becomes it, and does the base still say of it what it said then? `what`: what the approval
        itself says to readers of what is new.
        """
        files = self.commits.tree(commit)
        if files is None:
            return False
        published = self._read(files, self.after.document.path, type(self.after.record))
        if published and self.approval in published.record.review.log:
            example: Published | None = published.record
        else:
            example = self._published_from_submission(files, what)
        return (
            example is not None
            and example.id == self.after.record.id
            and example.content_hash() == self.after.record.content_hash()
            and self._state_at(self.commits.tip)
            in map(self._state_at, self.commits.merge_bases(commit))
        )

    def written_in(self, commit: str) -> bool:
        """Is it this very commit that writes the approval into the file?"""
        parents = self.commits.parents(commit)
        return self._is_logged(commit) and not any(map(self._is_logged, parents))

    def _is_logged(self, commit: str) -> bool:
        files = self.commits.tree(commit) or {}
        stored = self._read(files, self.after.document.path, type(self.after.record))
        return stored is not None and self.approval in stored.record.review.log

    def drafted_news_file(self) -> tuple[str, str] | None:
        """(path, text) of the news that the approval drafts: it says nothing of its own. Of a
        trial note there is none.
        """
        example, document = self.after.record, self.after.document
        if not isinstance(example, PublishedExample):
            return None
        taken = self._names_taken()[NewsItem.folder]
        return news_draft(example, document.stem, self.settings, self.approval.at.date(), taken)

    def _state_at(self, commit: str) -> object:
        """All that the base says of it there, but for the log and the checklist."""
        files = self.commits.tree(commit) or {}
        published = self._read(files, self.after.document.path, type(self.after.record))
        waiting = self._read_submission(files)
        return [
            stored and stored.record.model_dump(exclude={"review": {"log", "checklist"}})
            for stored in (published, waiting)
        ]

    def _published_from_submission(self, files: BlobMapping, what: str) -> Published | None:
        """What the approval makes of the submission, when nothing is added to it by hand."""
        submission = self._read_submission(files)
        if submission is None:
            return None
        decision = ApprovalDecision(
            reviewers=(
                self.after.record.review.approved_by[0],
                self.after.record.review.approved_by[1],
            ),
            approval=Approval(
                by=self.approval.by,
                at=self.approval.at,
                content_hash=public_view(submission.record).content_hash(),
            ),
            now=self.approval.at,
            image_hash=self._image_hash(files, submission.record),
            what=what,
        )
        path = self.after.document.path
        transaction = None
        if submission.record.revises is None:
            transaction = plan_publication(
                submission, decision, "", self._names_taken(), self.settings, Problems()
            )
        elif old := self._read(files, path, type(self.after.record)):
            transaction = plan_revision(
                old,
                public_view(submission.record),
                decision,
                self.settings,
                Problems(),
                submission,
            )
        text = transaction.write.get(path) if transaction else None
        if not isinstance(text, str):
            return None
        return record_from(document_from(path, text), type(self.after.record), Problems())

    def _read_submission(self, files: BlobMapping) -> StoredRecord[UnderReview] | None:
        kind = next((kind for kind in UNDER_REVIEW if kind is kind_at(self.submission)), None)
        return self._read(files, self.submission, kind) if kind else None

    def _image_hash(self, files: BlobMapping, submission: UnderReview) -> str | None:
        image_file = submission.image_file
        blob = files.get(f"{MEDIA}/{image_file}") if image_file else None
        raw = self.commits.bytes_of([blob], LARGEST_IMAGE).get(blob.id) if blob else None
        return None if raw is None else hash_image(raw)

    def _names_taken(self) -> Mapping[str, frozenset[str]]:
        """The names of what is published at the base, by folder."""
        paths = [PurePosixPath(path) for path in self.commits.tree(self.commits.tip) or ()]
        return {
            folder: frozenset(path.stem for path in paths if str(path.parent) == folder)
            for folder in (*(kind.folder for kind in PUBLISHED), NewsItem.folder)
        }

    def _read(self, files: BlobMapping, path: str, kind: type[R]) -> StoredRecord[R] | None:
        return stored_in(files, self.commits, path, kind, self.settings)
