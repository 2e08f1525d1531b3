"""One contribution before and after -> whether it may become so."""

from __future__ import annotations

from exempelbank.model.review import LogEntry, ReviewState
from exempelbank.model.submission import Published
from exempelbank.problems import Problems
from exempelbank.review.gate.change_set import ChangeSet, ContributionDiff
from exempelbank.review.gate.forge_verifier import ForgeVerifier
from exempelbank.review.gate.invariants import (
    added_log_entries,
    check_removal,
    check_source_unchanged,
    check_stays_published,
    check_takedown,
)
from exempelbank.review.gate.publication_rules import check_published
from exempelbank.review.gate.state_rules import check_states
from exempelbank.review.repository import StoredContribution, StoredRecord
from exempelbank.settings import Settings


def check_example_diff(
    diff: ContributionDiff,
    change_set: ChangeSet,
    verifier: ForgeVerifier,
    settings: Settings,
    problems: Problems,
) -> None:
    """`change_set`: all that changes, this example too."""
    before, after, reviewed = diff.before, diff.after, diff.reviewed
    if reviewed and reviewed != diff.reviewed_at_base:
        _check_against_base(
            ContributionDiff(reviewed.record.id, diff.reviewed_at_base, reviewed),
            reviewed,
            problems,
        )
    if after is None:
        if before:
            check_removal(before, change_set, verifier, problems)
        return
    new_entries = _check_against_base(diff, after, problems)
    if isinstance(after.record, Published):
        published = StoredRecord(after.document, after.record)
        check_published(diff, published, new_entries, change_set, verifier, settings, problems)
    elif before and (diff.is_erasure or (_is_withdrawn(after) and not _is_withdrawn(before))):
        change = change_set.change_of[after.document.path]
        check_takedown(after, new_entries, change, verifier, problems)


def _check_against_base(
    diff: ContributionDiff, after: StoredContribution, problems: Problems
) -> tuple[LogEntry, ...]:
    """From the base to `after`; what has been added to the log on the way."""
    new_entries = added_log_entries(diff.before, after, problems)
    check_states(diff, after, new_entries, problems)
    if diff.before:
        check_stays_published(diff.before, after, problems)
    text = diff.reviewed if isinstance(after.record, Published) else None
    origins = [origin for origin in (diff.before, text) if origin]
    check_source_unchanged(origins, after, bool(diff.approval), problems)
    return new_entries


def _is_withdrawn(stored: StoredContribution) -> bool:
    return stored.record.review.state is ReviewState.WITHDRAWN
