"""One contribution as a reviewer needs it: what is missing, what is done, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from exempelbank.checks import check_record
from exempelbank.i18n import _
from exempelbank.model.labels import field_label
from exempelbank.model.review import TRANSITIONS, Answer, ReviewState
from exempelbank.model.submission import Published, UnderReview
from exempelbank.problems import Problem, Problems
from exempelbank.review.readiness import check_ready
from exempelbank.review.repository import StoredContribution, StoredRecord
from exempelbank.review.transitions import ASSIGNABLE, COMMAND_OF, UNDECIDED
from exempelbank.rules.checklist import checklist_of
from exempelbank.rules.log import action_text
from exempelbank.rules.origin import origin_label
from exempelbank.rules.people import handler_name, person_name
from exempelbank.rules.publication import state_on
from exempelbank.settings import ChecklistItem, Settings

_ANSWER_SIGNS = {Answer.YES: "x", Answer.NO: "!", Answer.NOT_APPLICABLE: "–"}


def example_view(stored: StoredContribution, settings: Settings, today: date) -> list[str]:
    example = stored.record
    handler = handler_name(example, settings)
    lines = [
        f"{example.id}  {example.title}",
        stored.document.path,
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
    if isinstance(example, UnderReview):
        submission = StoredRecord(stored.document, example)
        lines += _section(_("Missing before approval"), _missing_lines(submission, settings))
        lines += _section(_("Checklist"), _checklist_lines(example, settings))
    else:
        published = StoredRecord(stored.document, example)
        lines += _section(_("To put right"), _fault_lines(published, settings))
        lines += _section(_("Versions"), _version_lines(example, settings))
    lines += _section(_("What has been done"), _log_lines(example, settings))
    return lines + _section(_("What you can do now"), _command_lines(stored, settings))


def _section(heading: str, lines: Iterator[str]) -> list[str]:
    return ["", heading, *(f"  {line}" for line in lines)]


def _missing_lines(stored: StoredRecord[UnderReview], settings: Settings) -> Iterator[str]:
    problems = Problems()
    check_ready(stored, settings, problems)
    # The checklist has a part of its own.
    yield from _problem_lines(
        [p for p in problems if "checklist" not in (p.location.label or "")], _("Nothing.")
    )


def _fault_lines(stored: StoredRecord[Published], settings: Settings) -> Iterator[str]:
    problems = Problems()
    check_record(stored.document, stored.record, settings, problems)
    yield from _problem_lines(problems.found, _("Nothing."))


def _problem_lines(problems: list[Problem], none: str) -> Iterator[str]:
    for problem in problems:
        line = f"{problem.location.line}: " if problem.location.line else ""
        yield f"{line}{field_label(problem.location.label or '')}: {problem.says}"
        yield from (f"    {fix}" for fix in problem.fix.splitlines())
    if not problems:
        yield none


def _checklist_lines(example: UnderReview, settings: Settings) -> Iterator[str]:
    for item in checklist_of(example, settings):
        check = example.review.checklist.get(item.id)
        sign = _ANSWER_SIGNS[check.answer] if check else " "
        yield (
            f"[{sign}] {item.label}: {item.question}" if item.question else f"[{sign}] {item.label}"
        )
        if check and check.comment:
            yield f"      {check.comment}"


def _version_lines(example: Published, settings: Settings) -> Iterator[str]:
    for version in example.review.versions:
        yield f"{version.number}  {version.date}  {version.what}"
    names = [person_name(reviewer, settings) for reviewer in example.review.approved_by]
    yield _("Reviewed by {names}. To be reviewed again by {day}.").format(
        names=", ".join(names), day=example.review.review_by
    )


def _log_lines(example: UnderReview | Published, settings: Settings) -> Iterator[str]:
    for entry in example.review.log:
        when = entry.at.astimezone(settings.zone).strftime("%Y-%m-%d %H:%M")
        yield f"{when}  {person_name(entry.by, settings)}: {action_text(entry.did)}"
        if entry.note:
            yield f"    {entry.note}"


def _command_lines(stored: StoredContribution, settings: Settings) -> Iterator[str]:
    """The commands, in the order in which people most often want them."""
    example, state = stored.record, stored.record.review.state
    by, colleague = "--by " + _("REVIEWER"), _("COLLEAGUE")
    start, why = "exempelbank", '"' + _("why") + '"'
    handled = "" if isinstance(example, UnderReview) else f" --handled-by {colleague}"
    if state in ASSIGNABLE:
        yield f"{start} handle {example.id} {by} --not-involved"
    if state in UNDECIDED:
        for item in _next_in_checklist(example, settings):
            answer = f"{item.label}={Answer.YES.label.lower()}"
            yield f'{start} checklist {example.id} "{answer}" … {by}'
    for next_state in sorted(TRANSITIONS[state], key=_USUAL_ORDER.index):
        match COMMAND_OF.get(next_state):
            case None:
                yield f'{start} set-state {example.id} "{next_state.label}" {by}'
            case "approve":
                yield f"{start} approve {example.id} {by}{handled} --not-involved"
            case command:
                yield f"{start} {command} {example.id} {by} --reason {why}"
    if state is not ReviewState.LEAD and TRANSITIONS[state]:
        yield f"{start} letter {example.id}"
    if not TRANSITIONS[state]:
        yield _("It stays as it is. A new response can be sent in.")


def _next_in_checklist(
    example: UnderReview | Published, settings: Settings
) -> tuple[ChecklistItem, ...]:
    """The first that is not answered, or else the first; none when there is no checklist."""
    answers = example.review.checklist if isinstance(example, UnderReview) else {}
    items = checklist_of(example, settings)
    return tuple(item for item in items if item.id not in answers)[:1] or items[:1]


_USUAL_ORDER = [
    ReviewState.APPROVED,
    *(s for s in ReviewState if s not in (ReviewState.APPROVED, ReviewState.WITHDRAWN)),
    ReviewState.WITHDRAWN,
]
