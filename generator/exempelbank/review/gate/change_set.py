"""What a branch changes: each example as it was and as it would be, and all that comes with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exempelbank.files.paths import APPROVED, MEDIA, NEWER
from exempelbank.git.trees import FileChange
from exempelbank.model.content import ContentRecord, NewsItem
from exempelbank.model.review import LogEntry, ReviewState
from exempelbank.model.submission import Published, UnderReview
from exempelbank.review.repository import StoredContribution, StoredRecord
from exempelbank.rules.erasure import erased, erased_news, is_erased
from exempelbank.rules.log import APPROVALS


@dataclass(frozen=True, slots=True)
class ContributionDiff:
    id: str
    before: StoredContribution | None
    after: StoredContribution | None
    reviewed: StoredRecord[UnderReview] | None = None  # what was taken away when it was published
    reviewed_at_base: StoredContribution | None = None  # the same, as it stands at the base

    @property
    def approval(self) -> LogEntry | None:
        """The newest approval that it adds to the log of what is published."""
        if self.after is None or not isinstance(self.after.record, Published):
            return None
        old = self.before.record if self.before else None
        known = len(old.review.log) if isinstance(old, Published) else 0
        new = self.after.record.review.log[known:]
        return next((entry for entry in reversed(new) if entry.did in APPROVALS), None)

    @property
    def is_publication(self) -> bool:
        """For the first time."""
        return bool(
            self.after
            and isinstance(self.after.record, Published)
            and not (self.before and isinstance(self.before.record, Published))
        )

    @property
    def is_erasure(self) -> bool:
        """Is no word of it left, and all else as withdrawing leaves it?"""
        before, after = self.before, self.after
        return bool(
            before
            and after
            and type(before.record) is type(after.record)
            and is_erased(after.record)
            and _but_for_the_state(after.record) == _but_for_the_state(erased(before.record))
        )

    @property
    def is_takedown(self) -> bool:
        """Does it pause or withdraw what is published, with all else as it was, or erased?"""
        before, after = self.before, self.after
        return bool(
            before
            and after
            and isinstance(before.record, Published)
            and isinstance(after.record, Published)
            and after.record.review.state in (ReviewState.PAUSED, ReviewState.WITHDRAWN)
            and (
                self.is_erasure
                or _but_for_the_state(after.record) == _but_for_the_state(before.record)
            )
        )


@dataclass(frozen=True, slots=True)
class ChangeSet:
    diffs: tuple[ContributionDiff, ...]  # in order of id
    content_records: tuple[StoredRecord[ContentRecord], ...]  # new or changed
    file_changes: tuple[FileChange, ...]
    content_before: tuple[StoredRecord[ContentRecord], ...] = ()  # of what is changed or gone
    unused_images: frozenset[str] = frozenset()  # taken away, and named by nothing that is left

    @property
    def approved_ids(self) -> set[str]:
        """The ids of the examples that the change publishes, revises or renews."""
        return {diff.id for diff in self.diffs if diff.approval}

    @property
    def drafted_news(self) -> set[str]:
        """The files of the news that come with an example's first publication."""
        new = {diff.id for diff in self.diffs if diff.is_publication}
        return {stored.document.path for id in new for stored in self.news_of(id)}

    @property
    def new_images(self) -> set[str]:
        """The pictures that come with the examples that show them."""
        shown = {
            f"{MEDIA}/{diff.after.record.image_file}"
            for diff in self.diffs
            if diff.after and diff.after.record.image_file
        }
        return {change.path for change in self.file_changes if change.new} & shown

    @property
    def is_takedown(self) -> bool:
        """Does it do nothing but pause or withdraw what is published?"""
        gone = {diff.after.document.path for diff in self.diffs if diff.after and diff.is_takedown}
        with_them = gone | self.erased_files
        return bool(gone) and all(change.path in with_them for change in self.file_changes)

    @property
    def erased_files(self) -> set[str]:
        """What goes with the contributions that are erased, and with nothing else changed."""
        found: set[str] = set()
        before = {stored.document.path: stored.record for stored in self.content_before}
        for diff in self.diffs:
            if diff.is_erasure and diff.before:
                gone = {f"{folder}/{diff.id}.md" for folder in (NEWER, APPROVED)}
                gone |= {f"{MEDIA}/{diff.before.record.image_file}"} & self.unused_images
                found |= {one.path for one in self.file_changes if not one.new} & gone
                for stored in self.news_of(diff.id):
                    old = before.get(stored.document.path)
                    if isinstance(old, NewsItem) and stored.record == erased_news(old):
                        found.add(stored.document.path)
        return found

    @property
    def change_of(self) -> Mapping[str, FileChange]:
        """By path."""
        return {change.path: change for change in self.file_changes}

    def news_of(self, id: str) -> Iterator[StoredRecord[ContentRecord]]:
        """The news items, new or changed, that tell of this example."""
        return (
            stored
            for stored in self.content_records
            if getattr(stored.record, "example", None) == id
        )


def _but_for_the_state(contribution: Published | UnderReview) -> Published | UnderReview:
    review = contribution.review.model_copy(update={"state": ReviewState.APPROVED, "log": ()})
    return contribution.model_copy(update={"review": review})
