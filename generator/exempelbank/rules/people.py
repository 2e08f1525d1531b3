"""What a person is called who is known by an id, or by none."""

from __future__ import annotations

from exempelbank.i18n import _
from exempelbank.model.review import IMPORT
from exempelbank.model.submission import Published, UnderReview
from exempelbank.settings import Settings


def person_name(id: str, settings: Settings) -> str:
    """A reviewer's name; the id itself of one who is no longer listed."""
    if id == IMPORT:
        return _("The import")
    reviewer = settings.reviewers.get(id)
    return reviewer.name if reviewer else id


def handler_name(contribution: UnderReview | Published, settings: Settings) -> str:
    """Whoever has taken it on; empty: nobody yet, or it is published already."""
    if isinstance(contribution, Published) or contribution.review.handled is None:
        return ""
    return person_name(contribution.review.handled.by, settings)
