"""An example on the desk -> its Report: gathers what the report is handed from the other rooms."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import stop
from generator.texts import _

if TYPE_CHECKING:
    from generator.cli.desk import Desk
    from generator.documents import Document
    from generator.model.example import Example
    from generator.problems import Problem, Problems
    from generator.report.report import Before, Report
    from generator.review.desk import AnyFiled
    from generator.review.gate.commits import Commits


@dataclass(frozen=True, slots=True)
class Versions:
    """What examples are compared with: the project at a commit, or one file."""

    commits: Commits | None = None
    file: Path | None = None

    def changed(self) -> list[str]:
        """The examples' files that are new or not as they were at the commit."""
        from generator.model.submission import PublishedExample, Submission

        if self.commits is None:
            return []
        paths = self.commits.in_hand(Submission.folder, PublishedExample.folder)
        return [path for path in paths if path.endswith(".md")]

    def at(self, path: str) -> Document | None:
        """The file at the commit; None when there was none, or none that can be read."""
        from generator.documents import Refused, document_from, text_from

        blob = self.commits.at(self.commits.base, path) if self.commits else None
        if self.commits is None or blob is None:
            return None
        try:
            raw = self.commits.bytes_of([blob]).get(blob.id, b"")
            return document_from(path, text_from(raw))
        except Refused:
            return None


def versions_from(against: str, desk: Desk) -> Versions:
    """What a person wrote: a file, a commit, or nothing."""
    from generator.review.gate.commits import Commits, NoSuchCommit

    if not against:
        return Versions()
    if (file := Path(against)).is_file():
        return Versions(file=file.resolve())
    try:
        return Versions(Commits(desk.root, against))
    except NoSuchCommit as why:
        stop(why.says)


def example_at(path: str, desk: Desk, problems: Problems) -> AnyFiled | None:
    """None, and a problem that says why, when there is no readable example."""
    from generator.documents import read_document

    document = read_document(desk.root / path, desk.root, problems)
    return _example_in(document, problems) if document else None


@dataclass(frozen=True)
class Gathering:
    """What every report is made with."""

    desk: Desk
    versions: Versions
    found: Sequence[Problem] = ()  # by the gate, in any file

    def report_at(self, path: str) -> Report:
        from generator.cli.personal import personal_data
        from generator.problems import Problems
        from generator.report.build import report_on_unreadable

        problems = Problems()
        if filed := example_at(path, self.desk, problems):
            return self.report_of(filed)
        return report_on_unreadable(path, self._with_found(path, problems), personal_data)

    def report_of(self, filed: AnyFiled) -> Report:
        from generator.cli.personal import personal_data
        from generator.report.build import report_on
        from generator.review.approval import public_part

        return report_on(
            filed.document,
            filed.example,
            self.desk.settings,
            problems=self._with_found(filed.document.path, _in_the_way(filed, self.desk)),
            others=self._others,
            before=_before(filed, self.desk, self.versions),
            search=personal_data,
            approved_hash=public_part(filed.example).content_hash(),
        )

    @cached_property
    def _others(self) -> tuple[tuple[str, Example], ...]:
        """All there are, with their files: read once, however many the reports."""
        from generator.problems import Problems
        from generator.review.desk import published_examples, submissions

        unheard = Problems()  # `check` tells what is wrong with other files
        root = self.desk.root
        return (
            *((one.document.path, one.example) for one in submissions(root, unheard)),
            *((one.document.path, one.example) for one in published_examples(root, unheard)),
        )

    def _with_found(self, path: str, problems: Iterable[Problem]) -> list[Problem]:
        """What the gate has found here as well, each once."""
        known = list(problems)
        said = {(problem.place, problem.says) for problem in known}
        here = (problem for problem in self.found if problem.place.path == path)
        return known + [one for one in here if (one.place, one.says) not in said]


def problems_in(file: Path) -> list[Problem]:
    """As `check --format json` wrote them."""
    from generator.problems import Place, Problem, Severity

    try:
        return [
            Problem(
                Place(one["path"], one["line"], one["label"]),
                one["says"],
                one["fix"],
                Severity(one["severity"]),
            )
            for one in json.loads(file.read_text("utf-8"))
        ]
    except (OSError, ValueError, KeyError, TypeError):
        stop(
            _("{path} does not hold what check has found.").format(path=file),
            _("Write it with exempelbank check --since REF --format json."),
        )


def _in_the_way(filed: AnyFiled, desk: Desk) -> Problems:
    """All that stands between the example and its approval, or its page."""
    from generator.checks import check_record
    from generator.model.submission import Submission
    from generator.problems import Problems
    from generator.review.approval import check_ready
    from generator.review.desk import Filed

    problems = Problems()
    if isinstance(filed.example, Submission):
        check_ready(Filed(filed.document, filed.example), desk.settings, problems)
    else:
        check_record(filed.document, filed.example, desk.settings, problems)
    return problems


def _before(filed: AnyFiled, desk: Desk, versions: Versions) -> Before | None:
    """The file asked for; else what is published, for a revision; else the text at the commit."""
    if versions.file:
        return _before_from(_document_in(versions.file, desk), versions.file.name)
    if published := _revised(filed, desk):
        return published
    # Approval moves an example, so what is new in the library may have stood in the queue.
    for path in (filed.document.path, f"submissions/{filed.example.id}.md"):
        if before := _before_from(versions.at(path), _("the text before this change")):
            return before
    return None


def _revised(filed: AnyFiled, desk: Desk) -> Before | None:
    from generator.model.submission import Submission
    from generator.problems import Problems
    from generator.report.report import Before
    from generator.review.desk import find_published

    if not isinstance(filed.example, Submission) or not filed.example.revises:
        return None
    published = find_published(desk.root, filed.example.revises, Problems())
    if published is None:
        return None
    name = _("the published text, version {n}")
    return Before(published.example, name.format(n=published.example.review.version))


def _before_from(document: Document | None, name: str) -> Before | None:
    from generator.problems import Problems
    from generator.report.report import Before

    filed = document and _example_in(document, Problems())
    return Before(filed.example, name) if filed else None


def _document_in(file: Path, desk: Desk) -> Document:
    from generator.documents import read_document
    from generator.problems import Problems

    problems = Problems()
    document = read_document(file, file.parent, problems)
    desk.problems.found += problems
    return document or desk.end()


def _example_in(document: Document, problems: Problems) -> AnyFiled | None:
    from generator.model.submission import PublishedExample, Submission
    from generator.records import record_from
    from generator.review.desk import Filed

    review = document.data.get("review")
    if isinstance(review, dict) and "published" in review:
        published = record_from(document, PublishedExample, problems)
        return Filed(document, published) if published else None
    submission = record_from(document, Submission, problems)
    return Filed(document, submission) if submission else None
