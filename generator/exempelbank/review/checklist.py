"""The checklist: answers as a person writes them -> into the file, and what remains of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from exempelbank.documents import Document
from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _
from exempelbank.model.review import Answer, Check, ReviewState, answers_by_wording
from exempelbank.model.submission import UnderReview
from exempelbank.problems import Location, Problem, Problems
from exempelbank.review.repository import StoredRecord
from exempelbank.rules.checklist import checklist_of
from exempelbank.settings import Settings
from exempelbank.text.choices import choices_text
from exempelbank.text.normalization import comparable


def _answers() -> dict[str, Answer]:
    return {answer.value: answer for answer in Answer}


def answers_from(
    texts: Iterable[str], location: Location, settings: Settings, problems: Problems
) -> dict[str, Check]:
    """`privacy=yes`, "Delaktighet=ej aktuellt: Ingen deltagare berörs."; by ids or by labels."""
    labels = {item.id: item.label for item in settings.checklist}
    checks: dict[str, Check] = {}
    for text in texts:
        called, _equals, rest = text.partition("=")
        word, _colon, comment = rest.partition(":")
        item = settings.checklist_id(called)
        answer = answers_by_wording().get(comparable(word)) or _answers().get(comparable(word))
        if item is None:
            problems.error(
                location,
                _("there is no “{item}” in the checklist").format(item=called),
                choices_text(called, labels.values(), f"{CONFIG}/checklist.yml"),
            )
        elif answer is None:
            problems.error(
                location,
                _("“{answer}” is not an answer to “{item}”").format(answer=word, item=labels[item]),
                _("Write {example}, and one of {answers}.").format(
                    example=f'"{labels[item]}=…"',
                    answers=", ".join(each.label.lower() for each in Answer),
                ),
            )
        else:
            checks[item] = Check(answer=answer, comment=comment.strip())
            if not _explained(checks[item]):
                problems.error(
                    location,
                    _("“{item}” is not applicable, but why is not said").format(item=labels[item]),
                    _("Give a comment that says why."),
                )
    return checks


def check_answering(
    stored: StoredRecord[UnderReview], by: str, settings: Settings, problems: Problems
) -> None:
    """Whoever handles a contribution answers its checklist, while it is under review."""
    review, location = stored.record.review, stored.document.location("review", "checklist")
    if review.state not in (ReviewState.IN_REVIEW, ReviewState.CHANGES_REQUESTED):
        problems.error(
            location,
            _("the checklist is answered during the review, and this is “{state}”").format(
                state=review.state.label
            ),
            _("Take it on first: exempelbank handle {id} --by {by}.").format(
                id=stored.record.id, by=by
            ),
        )
    elif review.handled is None or review.handled.by != by:
        handler = settings.reviewers.get(review.handled.by) if review.handled else None
        problems.error(
            location,
            _("{name} handles this example and answers its checklist").format(name=handler.name)
            if handler
            else _("nobody handles this example yet"),
            _("Take it on first: exempelbank handle {id} --by {by}.").format(
                id=stored.record.id, by=by
            ),
        )


def with_answers(document: Document, checks: Mapping[str, Check]) -> Document:
    for item, check in checks.items():
        short = check.model_dump(mode="json") if check.comment else check.answer.value
        document = document.with_value(("review", "checklist", item), short)
    return document


def unanswered_items(stored: StoredRecord[UnderReview], settings: Settings) -> Iterator[Problem]:
    """What the checklist still lacks before approval."""
    answers = stored.record.review.checklist
    for item in checklist_of(stored.record, settings):
        check = answers.get(item.id)
        location = stored.document.location("review", "checklist", item.id)
        if check is None:
            yield Problem(
                location, _("“{label}” is not answered").format(label=item.label), item.question
            )
        elif check.answer is Answer.NO:
            yield Problem(
                location,
                _("“{label}” is answered no").format(label=item.label),
                check.comment or item.question,
            )
    yield from unexplained_answers(stored, settings)


def unexplained_answers(stored: StoredRecord[UnderReview], settings: Settings) -> Iterator[Problem]:
    """Answers that are wrong at any time."""
    labels = {item.id: item.label for item in settings.checklist}
    for item, check in stored.record.review.checklist.items():
        location = stored.document.location("review", "checklist", item)
        if item not in labels:
            yield Problem(
                location,
                _("there is no “{item}” in the checklist").format(item=item),
                choices_text(item, labels.values(), f"{CONFIG}/checklist.yml"),
            )
        elif not _explained(check):
            yield Problem(
                location,
                _("“{item}” is not applicable, but why is not said").format(item=labels[item]),
                _("Give a comment that says why."),
            )


def _explained(check: Check) -> bool:
    return check.answer is not Answer.NOT_APPLICABLE or bool(check.comment.strip())
