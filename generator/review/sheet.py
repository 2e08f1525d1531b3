"""One example as a reviewer needs to see it: what is missing, what is done, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks import check_record
from generator.model.review import MOVES, Answer, ReviewState
from generator.model.submission import PublishedExample, Submission
from generator.problems import Problem, Problems
from generator.review.approval import check_ready
from generator.review.desk import AnyFiled, Filed
from generator.review.moves import COMMANDS, UNDECIDED
from generator.review.queue import handler_of, home_of, state_on
from generator.settings import Settings
from generator.texts import _

_MARKS = {Answer.YES: "x", Answer.NO: "!", Answer.NOT_APPLICABLE: "–"}


def sheet(filed: AnyFiled, settings: Settings, today: date) -> list[str]:
    example = filed.example
    handler = handler_of(example, settings)
    lines = [
        f"{example.id}  {example.title}",
        filed.document.path,
        " · ".join(
            filter(
                None,
                (
                    state_on(example, today).label,
                    home_of(example, settings),
                    _("handled by {name}").format(name=handler) if handler else "",
                ),
            )
        ),
    ]
    if isinstance(example, Submission):
        submission = Filed(filed.document, example)
        lines += _part(_("Missing before approval"), _missing(submission, settings))
        lines += _part(_("Checklist"), _checklist(example, settings))
    else:
        published = Filed(filed.document, example)
        lines += _part(_("To put right"), _to_put_right(published, settings))
        lines += _part(_("Versions"), _versions(example))
    lines += _part(_("What has been done"), _log(example, settings))
    return lines + _part(_("What you can do now"), _next_steps(filed))


def _part(heading: str, lines: Iterator[str]) -> list[str]:
    return ["", heading, *(f"  {line}" for line in lines)]


def _missing(filed: Filed[Submission], settings: Settings) -> Iterator[str]:
    problems = Problems()
    check_ready(filed, settings, problems)
    # The checklist has a part of its own.
    yield from _told(
        [p for p in problems if "checklist" not in (p.place.label or "")], _("Nothing.")
    )


def _to_put_right(filed: Filed[PublishedExample], settings: Settings) -> Iterator[str]:
    problems = Problems()
    check_record(filed.document, filed.example, settings, problems)
    yield from _told(problems.found, _("Nothing."))


def _told(problems: list[Problem], none: str) -> Iterator[str]:
    for problem in problems:
        line = f"{problem.place.line}: " if problem.place.line else ""
        yield f"{line}{problem.place.label or ''}: {problem.says}"
        yield from (f"    {fix}" for fix in problem.fix.splitlines())
    if not problems:
        yield none


def _checklist(example: Submission, settings: Settings) -> Iterator[str]:
    for item in settings.checklist:
        check = example.review.checklist.get(item.id)
        mark = _MARKS[check.answer] if check else " "
        yield f"[{mark}] {item.id}: {item.question or item.label}"
        if check and check.comment:
            yield f"      {check.comment}"


def _versions(example: PublishedExample) -> Iterator[str]:
    for version in example.review.versions:
        yield f"{version.number}  {version.date}  {version.what}"


def _log(example: Submission | PublishedExample, settings: Settings) -> Iterator[str]:
    for entry in example.review.log:
        name = settings.reviewers[entry.by].name if entry.by in settings.reviewers else entry.by
        did = ReviewState(entry.did).label if entry.did in list(ReviewState) else entry.did
        when = entry.at.astimezone(settings.zone).strftime("%Y-%m-%d %H:%M")
        yield f"{when}  {name}: {did}"
        if entry.note:
            yield f"    {entry.note}"


def _next_steps(filed: AnyFiled) -> Iterator[str]:
    example, state = filed.example, filed.example.review.state
    start = "exempelbank"
    if isinstance(example, Submission) and state in UNDECIDED:
        yield f"{start} handle {example.id} --by {_('REVIEWER')} --not-involved"
        yield f"{start} checklist {example.id} privacy=yes … --by {_('REVIEWER')}"
    for way in ReviewState:
        if way not in MOVES[state]:
            continue
        by = f"--by {_('REVIEWER')}"
        match COMMANDS.get(way):
            case None:
                yield f"{start} set-state {example.id} {way.value} {by}"
            case "approve":
                other = "" if isinstance(example, Submission) else f" --handled-by {_('COLLEAGUE')}"
                yield f"{start} approve {example.id} {by}{other} --not-involved"
            case "archive":
                yield f"{start} archive {example.id} {by}"
            case command:
                yield f"{start} {command} {example.id} {by} --reason “…”"
    if not MOVES[state]:
        yield _("It stays as it is. A new response can be sent in.")
