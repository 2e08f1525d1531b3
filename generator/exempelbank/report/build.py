"""An example, what it was before, and what is wrong with it -> a Report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.example import Example
from exempelbank.model.review import Answer, ReviewState
from exempelbank.model.submission import PublishedExample
from exempelbank.problems import Location, Problem, Severity
from exempelbank.report.deeds import AnyExample, approvers_of, deeds_of
from exempelbank.report.fields import told
from exempelbank.report.findings import Finding
from exempelbank.report.klarsprak import plain_language_of
from exempelbank.report.likeness import likenesses
from exempelbank.report.passages import passages_of
from exempelbank.report.personal import masked, personal_data_in, releases_told
from exempelbank.report.report import Before, Change, CheckRow, Report, Verdict
from exempelbank.report.words import compared
from exempelbank.rules.origin import origin_label
from exempelbank.rules.people import handler_name
from exempelbank.settings import Settings


def report_on(
    document: Document,
    example: AnyExample,
    settings: Settings,
    *,
    problems: Iterable[Problem],
    others: Iterable[tuple[str, Example]] = (),
    before: Before | None = None,
    approved_hash: str = "",
) -> Report:
    """`problems` is all that stands between the example and its approval.
    `approved_hash` is what an approval of the text as it stands is bound to.
    """
    passages = passages_of(document, example)
    personal = personal_data_in(passages, releases_told(example, settings))
    shown = tuple(replace(passage, text=masked(passage.text)) for passage in passages)
    wrong = tuple(_masked(problem) for problem in problems if not _of_checklist(problem))
    missing = tuple(problem for problem in wrong if problem.severity is Severity.ERROR)
    checklist = _checklist(example, settings)
    return Report(
        id=example.id,
        path=document.path,
        title=masked(example.title),
        what=masked(_what(example, settings)),
        state=example.review.state,
        verdict=_verdict(example, personal, missing, checklist),
        submitted=example.source.submitted_at,
        missing=missing,
        advice=tuple(problem for problem in wrong if problem.severity is Severity.WARNING),
        personal=personal,
        language=plain_language_of(document, example, shown, settings),
        likenesses=tuple(
            replace(one, title=masked(one.title)) for one in likenesses(example, others)
        ),
        before=before.name if before else "",
        changes=_changes(before.example, example, settings) if before else (),
        checklist=checklist,
        deeds=deeds_of(example, settings),
        handler=handler_name(example, settings),
        approvers=approvers_of(example, settings, approved_hash),
    )


def _masked(problem: Problem) -> Problem:
    path, line, label = problem.location.path, problem.location.line, problem.location.label
    place = Location(masked(path), line, masked(label) if label else None)
    return Problem(place, masked(problem.says), masked(problem.fix), problem.severity)


def _of_checklist(problem: Problem) -> bool:
    """Those are shown as a table."""
    return (problem.location.label or "").startswith("review.checklist")


def _what(example: AnyExample, settings: Settings) -> str:
    home = origin_label(example, settings)
    if isinstance(example, PublishedExample):
        says = _("a published example from {home}, version {n}")
        return says.format(home=home or "?", n=example.review.version)
    if example.revises:
        return _("a revision of the published example {id}").format(id=example.revises)
    return _("a new example from {home}").format(home=home) if home else _("a new example")


def _verdict(
    example: AnyExample,
    personal: tuple[Finding, ...],
    missing: tuple[Problem, ...],
    checklist: tuple[CheckRow, ...],
) -> Verdict:
    if any(finding.holds for finding in personal):
        return Verdict.HELD
    if example.review.state in (ReviewState.DECLINED, ReviewState.WITHDRAWN):
        return Verdict.CLOSED
    if missing or example.review.state is ReviewState.LEAD:
        return Verdict.INCOMPLETE
    if isinstance(example, PublishedExample):
        return Verdict.READY
    answered = all(row.answer in (Answer.YES, Answer.NOT_APPLICABLE) for row in checklist)
    if answered and example.review.handled and example.review.state is ReviewState.IN_REVIEW:
        return Verdict.READY
    return Verdict.IN_HAND


def _changes(before: Example, after: Example, settings: Settings) -> tuple[Change, ...]:
    old, new = told(before, settings), told(after, settings)
    names = [*new, *(name for name in old if name not in new)]
    return tuple(
        Change(name, compared(masked(old.get(name, "")), masked(new.get(name, ""))))
        for name in names
        if old.get(name) != new.get(name)
    )


def _checklist(example: AnyExample, settings: Settings) -> tuple[CheckRow, ...]:
    if isinstance(example, PublishedExample):
        return ()  # the answers stayed behind with the submission
    given = example.review.checklist
    return tuple(
        CheckRow(
            item.label,
            item.question,
            check.answer if (check := given.get(item.id)) else None,
            masked(check.comment) if check else "",
        )
        for item in settings.checklist
    )


def about_the_rest(problems: Iterable[Problem], reports: Iterable[Report]) -> tuple[Problem, ...]:
    """What is wrong in files that no report is about, named by file."""
    told_of = {report.path for report in reports}
    return tuple(
        _masked(replace(problem, location=Location(problem.location.path, problem.location.line)))
        for problem in problems
        if problem.location.path not in told_of
    )


def report_on_unreadable(path: str, problems: Iterable[Problem]) -> Report:
    """A file that is no example: only what is wrong with it can be told."""
    return Report(
        id=masked(PurePosixPath(path).stem),
        path=path,
        what=_("a file that can't be read as an example"),
        verdict=Verdict.INCOMPLETE,
        missing=tuple(_masked(problem) for problem in problems),
    )
