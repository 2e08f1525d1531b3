"""What must be alone: ids, addresses, answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from exempelbank.i18n import _
from exempelbank.model.submission import UnderReview
from exempelbank.problems import Problems
from exempelbank.review.project_records import ProjectRecords
from exempelbank.review.repository import StoredContribution


def check_uniqueness(records: ProjectRecords, problems: Problems) -> None:
    contributions = [*records.contributions()]
    for stored, first in _duplicates(contributions, lambda stored: stored.record.id):
        problems.error(
            stored.document.location("id"),
            _("{id} is the id of {other} too").format(
                id=stored.record.id, other=first.document.path
            ),
            _("Give one of them an id of its own, or take one away."),
        )
    for stored, first in _duplicates(contributions, _revised_id):
        problems.warning(
            stored.document.location("revises"),
            _("{other} proposes to change {id} too").format(
                id=_revised_id(stored), other=first.document.path
            ),
            _("Join the two, or decline one."),
        )
    for stored, first in _duplicates(contributions, _answer_key):
        problems.warning(
            stored.document.location("source", "key"),
            _("comes from the same answer as {other}").format(other=first.document.path),
            _("Decline one of them, or say with revises: which one it changes."),
        )


def _duplicates(
    contributions: Iterable[StoredContribution], key_of: Callable[[StoredContribution], str]
) -> Iterator[tuple[StoredContribution, StoredContribution]]:
    """(the later, the first) of those that share a key."""
    first: dict[str, StoredContribution] = {}
    for stored in contributions:
        if key := key_of(stored):
            if key in first:
                yield stored, first[key]
            first.setdefault(key, stored)


def _revised_id(stored: StoredContribution) -> str:
    return (isinstance(stored.record, UnderReview) and stored.record.revises) or ""


def _answer_key(stored: StoredContribution) -> str:
    """The key of the answer; a revision shares its example's, and is left out."""
    return "" if _revised_id(stored) else stored.record.source.key
