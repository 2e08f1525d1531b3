"""A contribution, what it was before, and what is wrong with it -> a Report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.contribution import Contribution
from exempelbank.model.review import Answer, ReviewState
from exempelbank.model.submission import Published
from exempelbank.model.trial_note import TrialNote
from exempelbank.problems import Location, Problem, Severity
from exempelbank.report.duplicates import possible_duplicates
from exempelbank.report.fields import field_texts
from exempelbank.report.findings import Finding
from exempelbank.report.history import Reviewed, approvers_of, history_of
from exempelbank.report.passages import passages_of
from exempelbank.report.personal_data import personal_data_in, redacted, release_remarks_of
from exempelbank.report.plain_language import plain_language_of
from exempelbank.report.report import ChecklistRow, EarlierVersion, FieldDiff, Report, Verdict
from exempelbank.report.word_diff import word_diff
from exempelbank.rules.checklist import checklist_of
from exempelbank.rules.origin import origin_label
from exempelbank.rules.people import handler_name
from exempelbank.settings import Settings


def report_on(
    document: Document,
    example: Reviewed,
    settings: Settings,
    *,
    problems: Iterable[Problem],
    others: Iterable[tuple[str, Contribution]] = (),
    earlier: EarlierVersion | None = None,
    approved_hash: str = "",
) -> Report:
    """`problems` is all that stands between the example and its approval.
    `approved_hash` is what an approval of the text as it stands is bound to.
    """
    passages = passages_of(document, example)
    personal = personal_data_in(passages, release_remarks_of(example, settings))
    showable = tuple(replace(passage, text=redacted(passage.text)) for passage in passages)
    remarks = tuple(_redacted(problem) for problem in problems if not _of_checklist(problem))
    missing = tuple(problem for problem in remarks if problem.severity is Severity.ERROR)
    checklist = _checklist(example, settings)
    return Report(
        id=example.id,
        path=document.path,
        title=redacted(example.title),
        description=redacted(_description(example, settings)),
        state=example.review.state,
        verdict=_verdict(example, personal, missing, checklist),
        submitted=example.source.submitted_at,
        missing=missing,
        warnings=tuple(problem for problem in remarks if problem.severity is Severity.WARNING),
        personal=personal,
        language=plain_language_of(document, example, showable, settings),
        duplicates=tuple(
            replace(duplicate, title=redacted(duplicate.title))
            for duplicate in possible_duplicates(example, others)
        ),
        compared_with=earlier.name if earlier else "",
        changes=_changes(earlier.contribution, example, settings) if earlier else (),
        checklist=checklist,
        history=history_of(example, settings),
        handler=handler_name(example, settings),
        approvers=approvers_of(example, settings, approved_hash),
    )


def _redacted(problem: Problem) -> Problem:
    path, line, label = problem.location.path, problem.location.line, problem.location.label
    location = Location(redacted(path), line, redacted(label) if label else None)
    return Problem(location, redacted(problem.says), redacted(problem.fix), problem.severity)


def _of_checklist(problem: Problem) -> bool:
    """Those are shown as a table."""
    return (problem.location.label or "").startswith("review.checklist")


def _description(example: Reviewed, settings: Settings) -> str:
    origin = origin_label(example, settings)
    if isinstance(example, TrialNote):
        says = _("a trial note from {home} on the example {id}")
        return says.format(home=origin or "?", id=example.example)
    if isinstance(example, Published):
        says = _("a published example from {home}, version {n}")
        return says.format(home=origin or "?", n=example.review.version)
    if example.revises:
        return _("a revision of the published example {id}").format(id=example.revises)
    return _("a new example from {home}").format(home=origin) if origin else _("a new example")


def _verdict(
    example: Reviewed,
    personal: tuple[Finding, ...],
    missing: tuple[Problem, ...],
    checklist: tuple[ChecklistRow, ...],
) -> Verdict:
    if any(finding.blocks_publication for finding in personal):
        return Verdict.HELD
    if example.review.state in (ReviewState.DECLINED, ReviewState.WITHDRAWN):
        return Verdict.CLOSED
    if missing or example.review.state is ReviewState.LEAD:
        return Verdict.INCOMPLETE
    if isinstance(example, Published):
        return Verdict.READY
    answered = all(row.answer in (Answer.YES, Answer.NOT_APPLICABLE) for row in checklist)
    if answered and example.review.handled and example.review.state is ReviewState.IN_REVIEW:
        return Verdict.READY
    return Verdict.IN_HAND


def _changes(
    before: Contribution, after: Contribution, settings: Settings
) -> tuple[FieldDiff, ...]:
    old, new = field_texts(before, settings), field_texts(after, settings)
    names = [*new, *(name for name in old if name not in new)]
    return tuple(
        FieldDiff(name, word_diff(redacted(old.get(name, "")), redacted(new.get(name, ""))))
        for name in names
        if old.get(name) != new.get(name)
    )


def _checklist(example: Reviewed, settings: Settings) -> tuple[ChecklistRow, ...]:
    if isinstance(example, Published):
        return ()  # the answers stayed behind with the submission
    answers = example.review.checklist
    return tuple(
        ChecklistRow(
            item.label,
            item.question,
            check.answer if (check := answers.get(item.id)) else None,
            redacted(check.comment) if check else "",
        )
        for item in checklist_of(example, settings)
    )


def problems_elsewhere(
    problems: Iterable[Problem], reports: Iterable[Report]
) -> tuple[Problem, ...]:
    """What is wrong in files that no report is about, named by file."""
    reported = {report.path for report in reports}
    return tuple(
        _redacted(replace(problem, location=Location(problem.location.path, problem.location.line)))
        for problem in problems
        if problem.location.path not in reported
    )


def report_on_unreadable(path: str, problems: Iterable[Problem]) -> Report:
    """A file that is no contribution: only what is wrong with it can be told."""
    return Report(
        id=redacted(PurePosixPath(path).stem),
        path=path,
        description=_("a file that can't be read as an example"),
        verdict=Verdict.INCOMPLETE,
        missing=tuple(_redacted(problem) for problem in problems),
    )
