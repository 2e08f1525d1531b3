"""Every state on the way, as the log tells it, is a legal move from the one before."""

from __future__ import annotations

from collections.abc import Iterable

from exempelbank.i18n import _
from exempelbank.model.review import LogEntry, ReviewState
from exempelbank.model.submission import PublishedExample
from exempelbank.problems import Problems
from exempelbank.review.gate.change_set import APPROVALS, Step
from exempelbank.review.repository import StoredExample

BEGINNINGS = (ReviewState.RECEIVED, ReviewState.LEAD)


def check_states(
    step: Step, after: StoredExample, new: Iterable[LogEntry], problems: Problems
) -> None:
    state = _first_state(step)
    way = [became for entry in new if (became := _state_after(entry))]
    if not way or way[-1] != after.record.review.state:
        way.append(after.record.review.state)
    if step.before is None and step.reviewed is None and way[0] in BEGINNINGS:
        state = way[0]
    for next_state in way:
        if next_state != state and not state.can_become(next_state):
            problems.error(
                after.document.location("review", "state"),
                _("what is “{state}” can't become “{next}”").format(
                    state=state.label, next=next_state.label
                ),
            )
            return
        state = next_state


def _state_after(entry: LogEntry) -> ReviewState | None:
    if entry.did in APPROVALS:
        return ReviewState.APPROVED
    return ReviewState(entry.did) if entry.did in list(ReviewState) else None


def _first_state(step: Step) -> ReviewState:
    if step.before and isinstance(step.before.record, PublishedExample):
        return step.before.record.review.state
    if step.reviewed:
        return step.reviewed.record.review.state
    return step.before.record.review.state if step.before else ReviewState.RECEIVED
