"""The changed files -> the steps they make: each example as it was, and as it would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath
from typing import TypeVar

from generator.documents import Refused, document_from, text_from
from generator.model.content import ContentRecord
from generator.model.record import Record
from generator.model.review import LogEntry, ReviewState
from generator.model.submission import PublishedExample, Submission
from generator.problems import Place, Problems
from generator.records import record_from
from generator.review.desk import AnyFiled, Filed
from generator.review.files import of_conflicts
from generator.review.gate.commits import FILE, Blob, Changed, Commits
from generator.review.library import CONTENT, MEDIA

APPROVALS = {"approved", "revised", "renewed"}
R = TypeVar("R", bound=Record)
Files = Iterable[tuple[str, Blob | None]]


@dataclass(frozen=True, slots=True)
class Step:
    id: str
    before: AnyFiled | None
    after: AnyFiled | None
    reviewed: Filed[Submission] | None = None  # what was taken away when it was published
    waiting: AnyFiled | None = None  # the same, as it stands at the base

    @property
    def approved(self) -> LogEntry | None:
        """The newest approval that it adds to the log of what is published."""
        if self.after is None or not isinstance(self.after.example, PublishedExample):
            return None
        old = self.before.example if self.before else None
        known = len(old.review.log) if isinstance(old, PublishedExample) else 0
        new = self.after.example.review.log[known:]
        return next((entry for entry in reversed(new) if entry.did in APPROVALS), None)

    @property
    def publishes(self) -> bool:
        """For the first time."""
        return bool(
            self.after
            and isinstance(self.after.example, PublishedExample)
            and not (self.before and isinstance(self.before.example, PublishedExample))
        )

    @property
    def takes_away(self) -> bool:
        """Does it pause or withdraw what is published, with all else as it was?"""
        before, after = self.before, self.after
        return bool(
            before
            and after
            and isinstance(before.example, PublishedExample)
            and isinstance(after.example, PublishedExample)
            and after.example.review.state in (ReviewState.PAUSED, ReviewState.WITHDRAWN)
            and _but_for_the_state(after.example) == _but_for_the_state(before.example)
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    steps: tuple[Step, ...]  # in order of id
    content: tuple[Filed[ContentRecord], ...]  # the other records that are new or changed
    changed: tuple[Changed, ...]  # every file

    @property
    def approved(self) -> set[str]:
        """The ids of the examples that the change publishes, revises or renews."""
        return {step.id for step in self.steps if step.approved}

    @property
    def drafted_news(self) -> set[str]:
        """The files of the news that come with an example's first publication."""
        new = {step.id for step in self.steps if step.publishes}
        return {filed.document.path for id in new for filed in self.news_of(id)}

    @property
    def new_pictures(self) -> set[str]:
        """The pictures that come with the examples that show them."""
        shown = {
            f"{MEDIA}/{step.after.example.image.file}"
            for step in self.steps
            if step.after and step.after.example.image
        }
        return {change.path for change in self.changed if change.new} & shown

    @property
    def takes_away(self) -> bool:
        """Does it do nothing but pause or withdraw what is published?"""
        gone = {step.after.document.path for step in self.steps if step.after and step.takes_away}
        return bool(gone) and all(change.path in gone for change in self.changed)

    def news_of(self, id: str) -> Iterator[Filed[ContentRecord]]:
        """The news items, new or changed, that tell of this example."""
        return (filed for filed in self.content if getattr(filed.example, "example", None) == id)

    @property
    def changes(self) -> Mapping[str, Changed]:
        """By path."""
        return {change.path: change for change in self.changed}


def proposal_in(changed: list[Changed], commits: Commits, problems: Problems) -> Proposal:
    """What can't be read becomes problems, and makes no step."""
    gone = [change for change in commits.taken_away(Submission.folder) if _stood(change, commits)]
    blobs = (blob for change in (*changed, *gone) for blob in (change.old, change.new))
    texts = commits.bytes_of(blob for blob in blobs if blob and blob.is_file)
    old = [(change.path, change.old) for change in changed]
    new = [(change.path, change.new) for change in changed if _is_ordinary(change)]
    stood = list(_examples(old, texts, Problems()))
    stood += _as_they_last_stood(stood, changed, commits)
    before = {filed.example.id: filed for filed in stood}
    after = {filed.example.id: filed for filed in _examples(new, texts, problems)}
    broken = {problem.place.path for problem in problems.errors}
    last = _read(((change.path, change.old) for change in gone), texts, Submission, Problems())
    reviewed = [*last, *_read(old, texts, Submission, Problems())]
    behind = {id: _behind(id, reviewed) for id in before.keys() | after.keys()}
    return Proposal(
        tuple(
            Step(
                id, before.get(id), after.get(id), one, before.get(one.example.id) if one else None
            )
            for id, one in sorted(behind.items())
            if id in after or before[id].document.path not in broken
        ),
        tuple(filed for kind in CONTENT for filed in _read(new, texts, kind, problems)),
        tuple(changed),
    )


def _is_ordinary(change: Changed) -> bool:
    return change.new is None or change.new.mode == FILE  # else `paths` says so


def _as_they_last_stood(
    read: list[AnyFiled], changed: list[Changed], commits: Commits
) -> Iterator[Filed[PublishedExample]]:
    """The published examples whose files can't be read at the base: they are published still."""
    paths = {filed.document.path for filed in read}
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


def _behind(id: str, reviewed: list[Filed[Submission]]) -> Filed[Submission] | None:
    """The submission behind a publication or a revision, as it last stood in the branch."""
    return next(
        (
            one
            for one in reviewed
            if id in (one.example.id, one.example.revises)
            and one.document.stem == one.example.id  # a renamed one is another file's history
        ),
        None,
    )


def _examples(files: Files, texts: Mapping[str, bytes], problems: Problems) -> Iterator[AnyFiled]:
    files = list(files)
    yield from _read(files, texts, Submission, problems)
    yield from _read(files, texts, PublishedExample, problems)


def _read(
    files: Files, texts: Mapping[str, bytes], kind: type[R], problems: Problems
) -> Iterator[Filed[R]]:
    for path, blob in files:
        if blob is None or not _is_of(kind, path):
            continue
        if blob.id not in texts:
            continue  # a link, or too large: `paths` says so
        try:
            text = text_from(texts[blob.id])
            problems.found += of_conflicts(path, text)
            document = document_from(path, text)
        except Refused as why:
            problems.error(Place(path, why.line), why.says, why.fix)
            continue
        if record := record_from(document, kind, problems):
            yield Filed(document, record)


def _is_of(kind: type[Record], path: str) -> bool:
    name = PurePosixPath(path)
    return str(name.parent) == kind.folder and name.suffix == ".md"


def _but_for_the_state(example: PublishedExample) -> PublishedExample:
    review = example.review.model_copy(update={"state": ReviewState.APPROVED, "log": ()})
    return example.model_copy(update={"review": review})
