"""Who may make which move: the example, the move and the reviewers -> what is missing, if anything.

Approval asks for more than a move does; that stands in `approval`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from exempelbank.checks import unknown_reviewer
from exempelbank.checks.privacy import check_privacy, check_words
from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.review import MOVES, Handling, ReviewState
from exempelbank.model.submission import Submission
from exempelbank.problems import Location, Problems, Severity
from exempelbank.review.repository import StoredExample, log_entry, with_log, with_state
from exempelbank.settings import Settings

# What takes an example away needs a reason that can be read later.
NEEDS_REASON = {ReviewState.PAUSED, ReviewState.WITHDRAWN}

UNDECIDED = {ReviewState.RECEIVED, ReviewState.IN_REVIEW, ReviewState.CHANGES_REQUESTED}

# The command for a state that `set-state` does not set.
COMMANDS: Mapping[ReviewState, str] = {
    ReviewState.APPROVED: "approve",
    ReviewState.PAUSED: "pause",
    ReviewState.WITHDRAWN: "withdraw",
    ReviewState.ARCHIVED: "archive",
}


@dataclass(frozen=True, slots=True)
class Move:
    next: ReviewState
    by: str  # a reviewer's id
    note: str = ""  # or the reason


def check_move(stored: StoredExample, move: Move, settings: Settings, problems: Problems) -> None:
    place = stored.document.location("review", "state")
    check_reviewer(place, move.by, settings, problems)
    check_step(stored, move.next, problems)
    check_nearer(stored, move.next, problems)
    problems.found += check_words(place, move.note)
    if move.next in NEEDS_REASON and not move.note.strip():
        problems.error(place, _("the reason is missing"), _("Write --reason and why."))


def check_nearer(stored: StoredExample, next: ReviewState, problems: Problems) -> None:
    """What may never be published comes no nearer to it. What a person can release is told while
    it is under review, and holds what would come back to the site.
    """
    back = next.public and not stored.record.review.state.public
    if back or next in (ReviewState.RECEIVED, ReviewState.IN_REVIEW):
        releasable = Severity.ERROR if back else Severity.WARNING
        problems.found += check_privacy(stored.document, stored.record, releasable)


def check_step(stored: StoredExample, next: ReviewState, problems: Problems) -> None:
    """Only the step itself, whoever takes it."""
    state = stored.record.review.state
    if not state.can_become(next):
        problems.error(
            stored.document.location("review", "state"),
            _("what is “{state}” can't become “{next}”").format(state=state.label, next=next.label),
            _ways_on(state),
        )


def _ways_on(state: ReviewState) -> str:
    ways = [f"{way.label} ({way.value})" for way in ReviewState if way in MOVES[state]]
    if not ways:
        return _("It stays as it is. A new response can be sent in.")
    return _("From there it can become: {ways}.").format(ways=", ".join(ways))


def check_reviewer(place: Location, id: str, settings: Settings, problems: Problems) -> None:
    """Listed, and at work."""
    reviewer = settings.reviewers.get(id)
    if reviewer is None:
        problems.found.append(unknown_reviewer(place, id, settings))
    elif not reviewer.active:
        problems.error(
            place,
            _("{name} no longer reviews").format(name=reviewer.name),
            _("Another reviewer must do this, or write active: yes in site_config/reviewers.yml."),
        )


def moved(stored: StoredExample, move: Move, now: datetime) -> Document:
    """The file after the move. Whoever takes an example into review handles it from then on."""
    document = with_state(stored.document, move.next)
    if (
        isinstance(stored.record, Submission)
        and move.next is ReviewState.IN_REVIEW
        and stored.record.review.handled is None
    ):
        document = with_handling(document, Handling(by=move.by))
    return with_log(document, log_entry(move.by, move.next.value, now, move.note))


def with_handling(document: Document, handling: Handling) -> Document:
    return document.with_value(("review", "handled"), handling.model_dump(mode="json"))


def check_handling(stored: StoredExample, by: str, settings: Settings, problems: Problems) -> None:
    """Anyone listed may take on, or take over, what is not decided yet."""
    check_reviewer(stored.document.location("review", "handled"), by, settings, problems)
    if stored.record.review.state not in UNDECIDED:
        problems.error(
            stored.document.location("review", "state"),
            _("what is “{state}” can't be handled").format(state=stored.record.review.state.label),
            _ways_on(stored.record.review.state),
        )
    check_nearer(stored, ReviewState.IN_REVIEW, problems)


def taken_on(stored: StoredExample, handling: Handling, now: datetime) -> Document:
    """The file with its first pair of eyes; what had just come in is under review from then on."""
    document = with_handling(stored.document, handling)
    if stored.record.review.state is ReviewState.RECEIVED:
        document = with_state(document, ReviewState.IN_REVIEW)
        return with_log(document, log_entry(handling.by, ReviewState.IN_REVIEW.value, now))
    return with_log(document, log_entry(handling.by, "handled", now))
