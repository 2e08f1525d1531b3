"""The changed files -> the steps they make: each example as it was, and as it would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from generator.documents import Refused, document_from, text_from
from generator.model.content import ContentRecord
from generator.model.record import Record
from generator.model.review import ReviewState
from generator.model.submission import PublishedExample, Submission
from generator.problems import Place, Problems
from generator.records import record_from
from generator.review.desk import AnyFiled, Filed
from generator.review.files import of_conflicts
from generator.review.gate.commits import FILE, Blob, Changed, Commits
from generator.review.library import CONTENT, MEDIA

R = TypeVar("R", bound=Record)
Files = Iterable[tuple[str, Blob | None]]


@dataclass(frozen=True, slots=True)
class Step:
    id: str
    before: AnyFiled | None
    after: AnyFiled | None
    reviewed: Filed[Submission] | None = None  # what was taken away when it was published

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
        """Does it pause or withdraw what is published, with the text as it was?"""
        before, after = self.before, self.after
        return bool(
            before
            and after
            and isinstance(before.example, PublishedExample)
            and isinstance(after.example, PublishedExample)
            and after.example.review.state in (ReviewState.PAUSED, ReviewState.WITHDRAWN)
            and after.example.told() == before.example.told()
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    steps: tuple[Step, ...]  # in order of id
    content: tuple[Filed[ContentRecord], ...]  # the other records that are new or changed
    changed: tuple[Changed, ...]  # every file

    @property
    def published(self) -> set[str]:
        """The ids of the examples that the change publishes or renews."""
        return {
            step.id
            for step in self.steps
            if step.after and isinstance(step.after.example, PublishedExample)
        }

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
        return {change.path for change in self.changed if change.old is None} & shown

    @property
    def takes_away(self) -> bool:
        """Does it do nothing but pause or withdraw what is published, with the text as it was?"""
        gone = {step.after.document.path for step in self.steps if step.after and step.takes_away}
        return bool(gone) and all(change.path in gone for change in self.changed)

    def news_of(self, id: str) -> Iterator[Filed[ContentRecord]]:
        """The news items, new or changed, that tell of this example."""
        return (filed for filed in self.content if getattr(filed.example, "example", None) == id)

    def change_of(self, path: str) -> Changed | None:
        return next((change for change in self.changed if change.path == path), None)


def proposal_in(changed: list[Changed], commits: Commits, problems: Problems) -> Proposal:
    """What can't be read becomes problems, and makes no step."""
    gone = [change for change in commits.taken_away(Submission.folder) if _stood(change, commits)]
    blobs = (blob for change in (*changed, *gone) for blob in (change.old, change.new))
    texts = commits.bytes_of(blob for blob in blobs if blob and blob.mode == FILE)
    old = [(change.path, change.old) for change in changed]
    new = [(change.path, change.new) for change in changed]
    before = {filed.example.id: filed for filed in _examples(old, texts, Problems())}
    after = {filed.example.id: filed for filed in _examples(new, texts, problems)}
    broken = {problem.place.path for problem in problems.errors}
    last = _read(((change.path, change.old) for change in gone), texts, Submission, Problems())
    reviewed = [*last, *_read(old, texts, Submission, Problems())]
    return Proposal(
        tuple(
            Step(id, before.get(id), after.get(id), _behind(id, reviewed))
            for id in sorted(before.keys() | after.keys())
            if id in after or before[id].document.path not in broken
        ),
        tuple(filed for kind in CONTENT for filed in _read(new, texts, kind, problems)),
        tuple(changed),
    )


def _stood(change: Changed, commits: Commits) -> bool:
    """Did the branch write it, or does it stand at the base still? What was erased there in the
    meantime is not brought back by a branch that has it yet.
    """
    now, then = (commits.tree(commit) or {} for commit in (commits.tip, commits.base))
    return change.path in now or change.path not in then


def _behind(id: str, reviewed: list[Filed[Submission]]) -> Filed[Submission] | None:
    """The submission behind a publication or a revision, as it last stood in the branch."""
    return next((one for one in reviewed if id in (one.example.id, one.example.revises)), None)


def _examples(files: Files, texts: Mapping[str, bytes], problems: Problems) -> Iterator[AnyFiled]:
    files = list(files)
    yield from _read(files, texts, Submission, problems)
    yield from _read(files, texts, PublishedExample, problems)


def _read(
    files: Files, texts: Mapping[str, bytes], kind: type[R], problems: Problems
) -> Iterator[Filed[R]]:
    for path, blob in files:
        name = PurePosixPath(path)
        if blob is None or str(name.parent) != kind.folder or name.suffix != ".md":
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
