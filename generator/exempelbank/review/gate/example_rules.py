"""One step -> whether it may be taken."""

from __future__ import annotations

from exempelbank.model.review import LogEntry, ReviewState
from exempelbank.model.submission import PublishedExample
from exempelbank.problems import Problems
from exempelbank.review.gate.change_set import Proposal, Step
from exempelbank.review.gate.forge_verifier import Witness
from exempelbank.review.gate.invariants import (
    check_kept,
    check_loss,
    check_origin,
    check_taken_away,
    new_log,
)
from exempelbank.review.gate.publication_rules import check_published
from exempelbank.review.gate.state_rules import check_states
from exempelbank.review.repository import StoredExample, StoredRecord
from exempelbank.settings import Settings


def check_example_change(
    step: Step, proposal: Proposal, witness: Witness, settings: Settings, problems: Problems
) -> None:
    """`proposal`: all that the change makes, this step too."""
    before, after, reviewed = step.before, step.after, step.reviewed
    if reviewed and reviewed != step.waiting:
        _check_against_base(Step(reviewed.record.id, step.waiting, reviewed), reviewed, problems)
    if after is None:
        if before:
            check_loss(before, proposal, witness, problems)
        return
    new = _check_against_base(step, after, problems)
    if isinstance(after.record, PublishedExample):
        published_one = StoredRecord(after.document, after.record)
        check_published(step, published_one, new, proposal, witness, settings, problems)
    elif before and _is_withdrawn(after) and not _is_withdrawn(before):
        change = proposal.changes[after.document.path]
        check_taken_away(after, new, change, witness, problems)


def _check_against_base(
    step: Step, after: StoredExample, problems: Problems
) -> tuple[LogEntry, ...]:
    """From the base to `after`; what has been added to the log on the way."""
    new = new_log(step.before, after, problems)
    check_states(step, after, new, problems)
    if step.before:
        check_kept(step.before, after, problems)
    text = step.reviewed if isinstance(after.record, PublishedExample) else None
    origins = [origin for origin in (step.before, text) if origin]
    check_origin(origins, after, bool(step.approved), problems)
    return new


def _is_withdrawn(stored: StoredExample) -> bool:
    return stored.record.review.state is ReviewState.WITHDRAWN
