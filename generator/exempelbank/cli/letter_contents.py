"""What a letter to a sender says: gathered from the packages that know it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from exempelbank.cli import stop
from exempelbank.i18n import _

if TYPE_CHECKING:
    from exempelbank.cli.review_context import ReviewContext
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.letters.placeholders import Placeholder
    from exempelbank.letters.questions import Question
    from exempelbank.review.repository import StoredContribution


def known_of(
    stored: StoredContribution, kind: LetterKind, by: str, context: ReviewContext
) -> dict[Placeholder, str]:
    from exempelbank.catalogue.urls import UrlBuilder
    from exempelbank.cli.preview import holds_personal_data
    from exempelbank.letters.kinds import LetterKind
    from exempelbank.letters.placeholders import Placeholder as P

    organisation, record, urls = (
        context.settings.organisation,
        stored.record,
        UrlBuilder(context.settings),
    )
    reviewer = context.settings.reviewers[by].name if by else ""
    # What a rule stops stays where it is, in a title too.
    title = record.id if holds_personal_data(stored) else record.title or record.id
    signature = (reviewer, organisation.name, organisation.email, organisation.phone)
    known = {
        P.TITLE: title,
        P.ID: record.id,
        P.SITE: organisation.site_name,
        P.ORGANISATION: organisation.called,
        P.PHONE: organisation.phone,
        P.SIGNATURE: "\n".join(filter(None, signature)),
        P.CONTRIBUTE: urls.full(urls.section("contribute")),
    }
    match kind:
        case LetterKind.QUESTION:
            known[P.QUESTIONS] = _without_numbers(_questions(stored, context), stored)
        case LetterKind.DECLINED:
            known[P.REASONS] = _without_numbers(_reasons(stored, context), stored)
        case LetterKind.PUBLISHED | LetterKind.RENEWAL:
            known |= _addresses(stored, context)
    return known


def _without_numbers(text: str, stored: StoredContribution) -> str:
    """What reviewers write to one another may hold what no letter may carry."""
    from exempelbank.privacy.numbers import personal_numbers

    if any(True for _span in personal_numbers(text)):
        stop(
            _("A personal identity number stands in what was noted in the review of {id}.").format(
                id=stored.record.id
            ),
            _("Take it out of {path}, and write the letter again.").format(
                path=stored.document.path
            ),
        )
    return text


def _questions(stored: StoredContribution, context: ReviewContext) -> str:
    from exempelbank.letters.questions import numbered_list

    questions = [*_asked_of_sender(stored, context), *_doubts(stored, context)]
    if not questions:
        stop(
            _("Nothing is missing in {id}, so there is nothing to ask.").format(
                id=stored.record.id
            ),
            _(
                "To ask about something else, answer the checklist with no and say what: "
                'exempelbank checklist {id} "{item}=no:…" --by REVIEWER'
            ).format(
                id=stored.record.id,
                item=next((one.label for one in context.settings.checklist), "…"),
            ),
        )
    return numbered_list(questions)


def _asked_of_sender(stored: StoredContribution, context: ReviewContext) -> Iterator[Question]:
    from exempelbank.intake.form.questions import form_questions
    from exempelbank.letters.questions import Question, question_about
    from exempelbank.model.labels import field_label
    from exempelbank.model.submission import UnderReview
    from exempelbank.review.missing_answers import Lack, missing_answers
    from exempelbank.review.repository import StoredRecord

    if not isinstance(stored.record, UnderReview):
        return
    asked = {
        field: Question(question.text, question.answers)
        for field, question in form_questions(context.root, stored.record.source).items()
    }
    under_review = StoredRecord(stored.document, stored.record)
    for field, lack in missing_answers(under_review, context.settings):
        hint = _("You answered no, and we can't publish it without a yes.")
        match lack:
            case Lack.TELLS_OF_A_PERSON:
                question = question_about(field, asked, context.settings)
                yield Question(
                    _("“{question}” says something of a person that we can't publish").format(
                        question=question.text or field_label(field)
                    ),
                    hint=_("Can you tell it so that nobody can be recognised?"),
                )
            case Lack.ANSWERED_NO:
                yield question_about(field, asked, context.settings, hint)
            case _:
                yield question_about(field, asked, context.settings)


def _doubts(stored: StoredContribution, context: ReviewContext) -> Iterator[Question]:
    """What the checklist answers no to, in the reviewer's own words."""
    from exempelbank.letters.questions import Question
    from exempelbank.model.review import Answer
    from exempelbank.model.submission import UnderReview
    from exempelbank.rules.checklist import checklist_of

    if isinstance(stored.record, UnderReview):
        for item in checklist_of(stored.record, context.settings):
            check = stored.record.review.checklist.get(item.id)
            if check and check.answer is Answer.NO:
                question = item.question or item.label
                yield Question(question, hint=check.comment)


def _reasons(stored: StoredContribution, context: ReviewContext) -> str:
    """The checklist's no, and the note with which it was declined."""
    reasons = [f"– {doubt.hint or doubt.text}" for doubt in _doubts(stored, context)]
    declined = [entry for entry in stored.record.review.log if entry.did == "declined"]
    if declined and declined[-1].note:
        reasons.append(f"– {declined[-1].note}")
    if not reasons:
        stop(
            _("Nothing says why {id} is declined.").format(id=stored.record.id),
            "\n    ".join(_open_and_decline(stored.record.id)),
        )
    return "\n".join(reasons)


def _open_and_decline(id: str) -> Iterator[str]:
    from exempelbank.model.review import ReviewState

    by = f"--by {_('REVIEWER')}"
    yield _("Open it again, and decline it with a note that the sender may read:")
    yield f'exempelbank set-state {id} "{ReviewState.IN_REVIEW.label}" {by}'
    yield f'exempelbank set-state {id} "{ReviewState.DECLINED.label}" {by} --note "{_("why")}"'


def _addresses(stored: StoredContribution, context: ReviewContext) -> dict[Placeholder, str]:
    """Of the page, or of the place of a trial note on the page of its example."""
    from exempelbank.catalogue.urls import UrlBuilder, anchor_of_note
    from exempelbank.letters.placeholders import Placeholder as P
    from exempelbank.model.submission import Published
    from exempelbank.model.trial_note import TrialNote
    from exempelbank.review.repository import find_published
    from exempelbank.site.rendering.environment import day

    record, urls = stored.record, UrlBuilder(context.settings)
    if not isinstance(record, Published):
        return {}
    page = stored
    if isinstance(record, TrialNote):
        page = find_published(context.root, record.example, context.problems) or context.fail()
    slug = page.document.stem
    anchor = f"#{anchor_of_note(record)}" if isinstance(record, TrialNote) else ""
    return {
        P.ADDRESS: urls.full(urls.section("examples", slug)) + anchor,
        P.PRINT_ADDRESS: urls.full(urls.sheet(slug)),
        P.PUBLISHED: day(record.review.published),
        P.REVIEW_BY: day(record.review.review_by),
    }


def attachments_of(stored: StoredContribution, context: ReviewContext) -> dict[str, str]:
    """The page as it would look. Ends the command where a rule holds what it tells of a person."""
    from exempelbank.cli.preview import preview_or_exit

    return {f"{stored.record.id}.html": preview_or_exit(stored, context)}
