"""One example as a reviewer needs to see it: what is missing, what is done, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from exempelbank.checks import check_record
from exempelbank.i18n import _
from exempelbank.model.review import MOVES, Answer, ReviewState
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Problem, Problems
from exempelbank.review.approval import check_ready
from exempelbank.review.desk import AnyFiled, Filed
from exempelbank.review.moves import COMMANDS, UNDECIDED
from exempelbank.rules.log import deed_words
from exempelbank.rules.origin import origin_label
from exempelbank.rules.people import handler_name, person_name
from exempelbank.rules.publication import state_on
from exempelbank.settings import Settings

_MARKS = {Answer.YES: "x", Answer.NO: "!", Answer.NOT_APPLICABLE: "–"}


def sheet(filed: AnyFiled, settings: Settings, today: date) -> list[str]:
    example = filed.example
    handler = handler_name(example, settings)
    lines = [
        f"{example.id}  {example.title}",
        filed.document.path,
        " · ".join(
            filter(
                None,
                (
                    state_on(example.review, today).label,
                    origin_label(example, settings),
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
        lines += _part(_("Versions"), _versions(example, settings))
    lines += _part(_("What has been done"), _log(example, settings))
    return lines + _part(_("What you can do now"), _next_steps(filed))


def _part(heading: str, lines: Iterator[str]) -> list[str]:
    return ["", heading, *(f"  {line}" for line in lines)]


def _missing(filed: Filed[Submission], settings: Settings) -> Iterator[str]:
    problems = Problems()
    check_ready(filed, settings, problems)
    # The checklist has a part of its own.
    yield from _told(
        [p for p in problems if "checklist" not in (p.location.label or "")], _("Nothing.")
    )


def _to_put_right(filed: Filed[PublishedExample], settings: Settings) -> Iterator[str]:
    problems = Problems()
    check_record(filed.document, filed.example, settings, problems)
    yield from _told(problems.found, _("Nothing."))


def _told(problems: list[Problem], none: str) -> Iterator[str]:
    for problem in problems:
        line = f"{problem.location.line}: " if problem.location.line else ""
        yield f"{line}{problem.location.label or ''}: {problem.says}"
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


def _versions(example: PublishedExample, settings: Settings) -> Iterator[str]:
    for version in example.review.versions:
        yield f"{version.number}  {version.date}  {version.what}"
    names = [person_name(reviewer, settings) for reviewer in example.review.approved_by]
    yield _("Reviewed by {names}. To be reviewed again by {day}.").format(
        names=", ".join(names), day=example.review.review_by
    )


def _log(example: Submission | PublishedExample, settings: Settings) -> Iterator[str]:
    for entry in example.review.log:
        when = entry.at.astimezone(settings.zone).strftime("%Y-%m-%d %H:%M")
        yield f"{when}  {person_name(entry.by, settings)}: {deed_words(entry.did)}"
        if entry.note:
            yield f"    {entry.note}"


def _next_steps(filed: AnyFiled) -> Iterator[str]:
    """The commands, in the order in which people most often want them."""
    example, state = filed.example, filed.example.review.state
    by, colleague = "--by " + _("REVIEWER"), _("COLLEAGUE")
    start, why = "exempelbank", _("“why”")
    handled = "" if isinstance(example, Submission) else f" --handled-by {colleague}"
    if state in UNDECIDED:
        yield f"{start} handle {example.id} {by} --not-involved"
        yield f"{start} checklist {example.id} privacy=yes … {by}"
    for way in sorted(MOVES[state], key=_USUAL.index):
        match COMMANDS.get(way):
            case None:
                yield f"{start} set-state {example.id} {way.value} {by}"
            case "approve":
                yield f"{start} approve {example.id} {by}{handled} --not-involved"
            case command:
                yield f"{start} {command} {example.id} {by} --reason {why}"
    if not MOVES[state]:
        yield _("It stays as it is. A new response can be sent in.")


_USUAL = [
    ReviewState.APPROVED,
    *(way for way in ReviewState if way not in (ReviewState.APPROVED, ReviewState.WITHDRAWN)),
    ReviewState.WITHDRAWN,
]
