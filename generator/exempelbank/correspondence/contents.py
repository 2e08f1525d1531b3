"""What a letter says of a contribution: gathered from the packages that know it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exempelbank.catalogue.urls import UrlBuilder, anchor_of_note
from exempelbank.checks.privacy import holds_personal_data
from exempelbank.exceptions import NotMade
from exempelbank.i18n import _
from exempelbank.intake.form.questions import form_questions
from exempelbank.letters.kinds import LetterKind
from exempelbank.letters.placeholders import Placeholder
from exempelbank.letters.questions import Question, numbered_list, question_about
from exempelbank.model.labels import field_label
from exempelbank.model.review import Answer, ReviewState
from exempelbank.model.submission import Published, UnderReview
from exempelbank.model.trial_note import TrialNote
from exempelbank.privacy.numbers import personal_numbers
from exempelbank.problems import Problems
from exempelbank.review.missing_answers import Lack, missing_answers
from exempelbank.review.repository import StoredContribution, StoredRecord, find_published
from exempelbank.rules.checklist import checklist_of
from exempelbank.settings import ChecklistItem, Settings
from exempelbank.site.rendering.environment import day

Contents = dict[Placeholder, str]


def known_of_office(settings: Settings, by: str) -> Contents:
    """What every letter may say. `by`: the reviewer who signs it, or nobody."""
    organisation, urls = settings.organisation, UrlBuilder(settings)
    reviewer = settings.reviewers[by].name if by else ""
    signature = (reviewer, organisation.name, organisation.email, organisation.phone)
    return {
        Placeholder.SITE: organisation.site_name,
        Placeholder.ORGANISATION: organisation.called,
        Placeholder.PHONE: organisation.phone,
        Placeholder.SIGNATURE: "\n".join(filter(None, signature)),
        Placeholder.CONTRIBUTE: urls.full(urls.section("contribute")),
    }


def known_of(
    stored: StoredContribution, kind: LetterKind, by: str, root: Path, settings: Settings
) -> Contents:
    record = stored.record
    # What a rule stops stays where it is, in a title too.
    is_held = holds_personal_data(stored.document, record)
    known = known_of_office(settings, by) | {
        Placeholder.TITLE: record.id if is_held else record.title or record.id,
        Placeholder.ID: record.id,
    }
    match kind:
        case LetterKind.QUESTION:
            questions = _questions(stored, root, settings)
            known[Placeholder.QUESTIONS] = _without_numbers(questions, stored)
        case LetterKind.DECLINED:
            known[Placeholder.REASONS] = _without_numbers(_reasons(stored, settings), stored)
        case LetterKind.PUBLISHED | LetterKind.RENEWAL:
            known |= _addresses(stored, root, settings)
    return known


def _without_numbers(text: str, stored: StoredContribution) -> str:
    """What reviewers write to one another may hold what no letter may carry."""
    if any(True for _span in personal_numbers(text)):
        raise NotMade(
            _("A personal identity number stands in what was noted in the review of {id}.").format(
                id=stored.record.id
            ),
            _("Take it out of {path}, and write the letter again.").format(
                path=stored.document.path
            ),
        )
    return text


def _questions(stored: StoredContribution, root: Path, settings: Settings) -> str:
    questions = [*_asked_of_sender(stored, root, settings), *_doubts(stored, settings)]
    if not questions:
        raise NotMade(
            _("Nothing is missing in {id}, so there is nothing to ask.").format(
                id=stored.record.id
            ),
            _(
                "To ask about something else, answer the checklist with no and say what: "
                'exempelbank checklist {id} "{item}=no:…" --by REVIEWER'
            ).format(
                id=stored.record.id,
                item=next((one.label for one in settings.checklist), "…"),
            ),
        )
    return numbered_list(questions)


def _asked_of_sender(
    stored: StoredContribution, root: Path, settings: Settings
) -> Iterator[Question]:
    if not isinstance(stored.record, UnderReview):
        return
    asked = {
        field: Question(question.text, question.answers)
        for field, question in form_questions(root, stored.record.source).items()
    }
    for field, lack in missing_answers(StoredRecord(stored.document, stored.record), settings):
        hint = _("You answered no, and we can't publish it without a yes.")
        match lack:
            case Lack.TELLS_OF_A_PERSON:
                question = question_about(field, asked, settings)
                yield Question(
                    _("“{question}” says something of a person that we can't publish").format(
                        question=question.text or field_label(field)
                    ),
                    hint=_("Can you tell it so that nobody can be recognised?"),
                )
            case Lack.ANSWERED_NO:
                yield question_about(field, asked, settings, hint)
            case _:
                yield question_about(field, asked, settings)


def _doubts(stored: StoredContribution, settings: Settings) -> Iterator[Question]:
    """What the checklist answers no to. What a reviewer noted is the question: the checklist's own
    is put to reviewers, and says the less to a sender the more it says to them.
    """
    for item, comment in _denied(stored, settings):
        if comment:
            yield Question(comment, hint=_("It is about: {what}.").format(what=item.label))
        else:
            yield Question(
                _("Can you tell more of this: {what}?").format(what=item.label), hint=item.about
            )


def _denied(stored: StoredContribution, settings: Settings) -> Iterator[tuple[ChecklistItem, str]]:
    """With what the reviewer noted."""
    if isinstance(stored.record, UnderReview):
        for item in checklist_of(stored.record, settings):
            check = stored.record.review.checklist.get(item.id)
            if check and check.answer is Answer.NO:
                yield item, check.comment


def quotes_reviewers(stored: StoredContribution, kind: LetterKind, settings: Settings) -> bool:
    """Does the letter hold what a reviewer noted, in their own words?"""
    if kind is LetterKind.QUESTION:
        return any(comment for _item, comment in _denied(stored, settings))
    return kind is LetterKind.DECLINED


def _reasons(stored: StoredContribution, settings: Settings) -> str:
    """The checklist's no, and the note with which it was declined."""
    reasons = [
        f"– {comment or item.question or item.label}" for item, comment in _denied(stored, settings)
    ]
    declined = [entry for entry in stored.record.review.log if entry.did == "declined"]
    if declined and declined[-1].note:
        reasons.append(f"– {declined[-1].note}")
    if not reasons:
        raise NotMade(
            _("Nothing says why {id} is declined.").format(id=stored.record.id),
            "\n".join(_open_and_decline(stored.record.id)),
        )
    return "\n".join(reasons)


def _open_and_decline(id: str) -> Iterator[str]:
    by = f"--by {_('REVIEWER')}"
    yield _("Open it again, and decline it with a note that the sender may read:")
    yield f'exempelbank set-state {id} "{ReviewState.IN_REVIEW.label}" {by}'
    yield f'exempelbank set-state {id} "{ReviewState.DECLINED.label}" {by} --note "{_("why")}"'


def _addresses(stored: StoredContribution, root: Path, settings: Settings) -> Contents:
    """Of the page, or of the place of a trial note on the page of its example."""
    record, urls = stored.record, UrlBuilder(settings)
    if not isinstance(record, Published):
        return {}
    page, anchor = stored.document, ""
    if isinstance(record, TrialNote):
        problems = Problems()
        example = find_published(root, record.example, problems)
        if example is None:
            raise NotMade("\n".join(map(str, problems)))
        page, anchor = example.document, f"#{anchor_of_note(record)}"
    return {
        Placeholder.ADDRESS: urls.full(urls.section("examples", page.stem)) + anchor,
        Placeholder.PRINT_ADDRESS: urls.full(urls.sheet(page.stem)),
        Placeholder.PUBLISHED: day(record.review.published),
        Placeholder.REVIEW_BY: day(record.review.review_by),
    }
