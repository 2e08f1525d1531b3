"""One example as a reviewer needs to see it: what is missing, what is done, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from exempelbank.checks import check_record
from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.review import MOVES, Answer, ReviewState
from exempelbank.model.submission import PublishedExample, Submission
from exempelbank.problems import Problem, Problems
from exempelbank.review.queue import handler_of, home_of, name_of, state_on
from exempelbank.review.readiness import check_ready
from exempelbank.review.repository import StoredExample, StoredRecord
from exempelbank.review.transitions import COMMANDS, UNDECIDED
from exempelbank.settings import Settings

_MARKS = {Answer.YES: "x", Answer.NO: "!", Answer.NOT_APPLICABLE: "–"}


def sheet(stored: StoredExample, settings: Settings, today: date) -> list[str]:
    example = stored.record
    handler = handler_of(example, settings)
    lines = [
        f"{example.id}  {example.title}",
        stored.document.path,
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
        submission = StoredRecord(stored.document, example)
        lines += _part(_("Missing before approval"), _missing(submission, settings))
        lines += _part(_("Checklist"), _checklist(example, settings))
    else:
        published = StoredRecord(stored.document, example)
        lines += _part(_("To put right"), _to_put_right(published, settings))
        lines += _part(_("Versions"), _versions(example, settings))
    lines += _part(_("What has been done"), _log(example, settings))
    return lines + _part(_("What you can do now"), _next_steps(stored))


def _part(heading: str, lines: Iterator[str]) -> list[str]:
    return ["", heading, *(f"  {line}" for line in lines)]


def _missing(stored: StoredRecord[Submission], settings: Settings) -> Iterator[str]:
    problems = Problems()
    check_ready(stored, settings, problems)
    # The checklist has a part of its own.
    yield from _told(
        [p for p in problems if "checklist" not in (p.location.label or "")], _("Nothing.")
    )


def _to_put_right(stored: StoredRecord[PublishedExample], settings: Settings) -> Iterator[str]:
    problems = Problems()
    check_record(stored.document, stored.record, settings, problems)
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
    names = [name_of(reviewer, settings) for reviewer in example.review.approved_by]
    yield _("Reviewed by {names}. To be reviewed again by {day}.").format(
        names=", ".join(names), day=example.review.review_by
    )


def _log(example: Submission | PublishedExample, settings: Settings) -> Iterator[str]:
    for entry in example.review.log:
        when = entry.at.astimezone(settings.zone).strftime("%Y-%m-%d %H:%M")
        yield f"{when}  {name_of(entry.by, settings)}: {_deed(entry.did)}"
        if entry.note:
            yield f"    {entry.note}"


_DEEDS = {
    "checklist": N_("deed", "answered the checklist"),
    "handled": N_("deed", "took it on"),
    "revised": N_("deed", "approved a new version"),
    "renewed": N_("deed", "approved it for another period"),
    "released": N_("deed", "released it"),
}


def _deed(did: str) -> str:
    if did in list(ReviewState):
        return ReviewState(did).label
    return pgettext("deed", _DEEDS[did]) if did in _DEEDS else did


def _next_steps(stored: StoredExample) -> Iterator[str]:
    """The commands, in the order in which people most often want them."""
    example, state = stored.record, stored.record.review.state
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
