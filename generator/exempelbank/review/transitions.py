"""An example and a transition to another state -> whether it may be made; and the file after it.

Approval asks for more than a transition does; that stands in `readiness` and `four_eyes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from exempelbank.checks import unknown_reviewer
from exempelbank.checks.privacy import check_privacy, check_words
from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.review import TRANSITIONS, Answer, Handling, ReviewState
from exempelbank.model.submission import UnderReview
from exempelbank.problems import Location, Problems, Severity
from exempelbank.review.repository import StoredContribution, log_entry, with_log, with_state
from exempelbank.settings import Settings

# What takes an example away needs a reason that can be read later.
NEEDS_REASON = {ReviewState.PAUSED, ReviewState.WITHDRAWN}

UNDECIDED = {ReviewState.RECEIVED, ReviewState.IN_REVIEW, ReviewState.CHANGES_REQUESTED}
ASSIGNABLE = {*UNDECIDED, ReviewState.LEAD}

# The command for a state that `set-state` does not set.
COMMAND_OF: Mapping[ReviewState, str] = {
    ReviewState.APPROVED: "approve",
    ReviewState.PAUSED: "pause",
    ReviewState.WITHDRAWN: "withdraw",
    ReviewState.ARCHIVED: "archive",
}


@dataclass(frozen=True, slots=True)
class Transition:
    next: ReviewState
    by: str  # a reviewer's id
    note: str = ""  # or the reason


def check_transition(
    stored: StoredContribution, transition: Transition, settings: Settings, problems: Problems
) -> None:
    place = stored.document.location("review", "state")
    check_reviewer(place, transition.by, settings, problems)
    check_legal(stored, transition.next, problems)
    check_privacy_on_the_way(stored, transition.next, problems)
    problems.found += check_words(place, transition.note)
    check_reason(place, transition.next, transition.note, problems)
    if transition.next is ReviewState.DECLINED:
        _check_why_declined(stored, transition.note, problems)


def _check_why_declined(stored: StoredContribution, note: str, problems: Problems) -> None:
    """The letter to the sender says why. A lead has sent nothing."""
    record = stored.record
    if not isinstance(record, UnderReview) or record.review.state is ReviewState.LEAD:
        return
    doubts = [one for one in record.review.checklist.values() if one.answer is Answer.NO]
    if not note.strip() and not doubts:
        problems.error(
            stored.document.location("review", "state"),
            _("the reason is missing, and the sender is to hear it"),
            _("Write --note and why, in words that the sender may read."),
        )


def check_reason(place: Location, next: ReviewState, note: str, problems: Problems) -> None:
    if next in NEEDS_REASON and not note.strip():
        problems.error(place, _("the reason is missing"), _("Write --reason and why."))


def check_privacy_on_the_way(
    stored: StoredContribution, next: ReviewState, problems: Problems
) -> None:
    """What may never be published comes no nearer to it. What a person can release is told while
    it is under review, and holds what would come back to the site.
    """
    back = next.public and not stored.record.review.state.public
    if back or next in (ReviewState.RECEIVED, ReviewState.IN_REVIEW):
        releasable = Severity.ERROR if back else Severity.WARNING
        problems.found += check_privacy(stored.document, stored.record, releasable)


def check_legal(stored: StoredContribution, next: ReviewState, problems: Problems) -> None:
    """Only whether the table has the transition, whoever makes it."""
    state = stored.record.review.state
    if not state.can_become(next):
        problems.error(
            stored.document.location("review", "state"),
            _("what is “{state}” can't become “{next}”").format(state=state.label, next=next.label),
            _what_it_can_become(state),
        )


def _what_it_can_become(state: ReviewState) -> str:
    states = [next.label for next in ReviewState if next in TRANSITIONS[state]]
    if not states:
        return _("It stays as it is. A new response can be sent in.")
    return _("From there it can become: {ways}.").format(ways=", ".join(states))


def check_reviewer(place: Location, id: str, settings: Settings, problems: Problems) -> None:
    """Listed, and at work."""
    reviewer = settings.reviewers.get(id)
    if reviewer is None:
        problems.found.append(unknown_reviewer(place, id, settings))
    elif not reviewer.active:
        problems.error(
            place,
            _("{name} no longer reviews").format(name=reviewer.name),
            _(
                "Another reviewer must do this, or write “{line}” in site_config/reviewers.yml."
            ).format(line=f"active: {Answer.YES.label.lower()}"),
        )


def apply_transition(stored: StoredContribution, transition: Transition, now: datetime) -> Document:
    """The file afterwards. Whoever takes an example into review handles it from then on, and a day
    to come back to it was set for how it was before.
    """
    document = with_state(stored.document, transition.next)
    document = document.with_value(("review", "follow_up"), None)
    if (
        isinstance(stored.record, UnderReview)
        and transition.next is ReviewState.IN_REVIEW
        and stored.record.review.handled is None
    ):
        document = with_handler(document, Handling(by=transition.by))
    return with_log(document, log_entry(transition.by, transition.next.value, now, transition.note))


def with_handler(document: Document, handling: Handling) -> Document:
    return document.with_value(("review", "handled"), handling.model_dump(mode="json"))


def check_assignment(
    stored: StoredContribution, by: str, settings: Settings, problems: Problems
) -> None:
    """Anyone listed may take on, or take over, what is not decided yet. Of a lead it is said who
    keeps in touch.
    """
    check_reviewer(stored.document.location("review", "handled"), by, settings, problems)
    if stored.record.review.state not in ASSIGNABLE:
        problems.error(
            stored.document.location("review", "state"),
            _("what is “{state}” can't be handled").format(state=stored.record.review.state.label),
            _what_it_can_become(stored.record.review.state),
        )
    check_privacy_on_the_way(stored, ReviewState.IN_REVIEW, problems)


def assign_handler(stored: StoredContribution, handling: Handling, now: datetime) -> Document:
    """The file with its first pair of eyes; what had just come in is under review from then on."""
    document = with_handler(stored.document, handling)
    if stored.record.review.state is ReviewState.RECEIVED:
        document = with_state(document, ReviewState.IN_REVIEW)
        return with_log(document, log_entry(handling.by, ReviewState.IN_REVIEW.value, now))
    return with_log(document, log_entry(handling.by, "handled", now))


def with_follow_up(
    document: Document, day: date, by: str, now: datetime, note: str = ""
) -> Document:
    """The file with the day on which the queue tells that it is time to come back to it."""
    document = document.with_value(("review", "follow_up"), day.isoformat())
    says = " ".join(filter(None, (day.isoformat(), note)))
    return with_log(document, log_entry(by, "follow-up", now, says))
