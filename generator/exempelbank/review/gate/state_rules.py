"""Every state on the way, as the log tells it, is a legal transition from the one before."""

from __future__ import annotations

from collections.abc import Iterable

from exempelbank.i18n import _
from exempelbank.model.review import LogEntry, ReviewState
from exempelbank.model.submission import Published
from exempelbank.problems import Problems
from exempelbank.review.gate.change_set import ContributionDiff
from exempelbank.review.repository import StoredContribution
from exempelbank.rules.log import APPROVALS

INITIAL_STATES = (ReviewState.RECEIVED, ReviewState.LEAD)


def check_states(
    diff: ContributionDiff,
    after: StoredContribution,
    new_entries: Iterable[LogEntry],
    problems: Problems,
) -> None:
    state = _first_state(diff)
    states = [became for entry in new_entries if (became := _state_after(entry))]
    if not states or states[-1] != after.record.review.state:
        states.append(after.record.review.state)
    if diff.before is None and diff.reviewed is None and states[0] in INITIAL_STATES:
        state = states[0]
    for next_state in states:
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


def _first_state(diff: ContributionDiff) -> ReviewState:
    if diff.before and isinstance(diff.before.record, Published):
        return diff.before.record.review.state
    if diff.reviewed:
        return diff.reviewed.record.review.state
    return diff.before.record.review.state if diff.before else ReviewState.RECEIVED
