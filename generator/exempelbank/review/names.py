"""What is approved -> the name of its file, which becomes the address of an example."""

from __future__ import annotations

from collections.abc import Container

from exempelbank.checks import is_reserved
from exempelbank.i18n import _
from exempelbank.model.submission import Submission, UnderReview
from exempelbank.problems import Location, Problems
from exempelbank.review.repository import StoredRecord
from exempelbank.settings import Settings
from exempelbank.text.normalization import SLUG_LENGTH, slug_from


def chosen_name(
    stored: StoredRecord[UnderReview],
    slug: str,
    taken_names: Container[str],
    settings: Settings,
    problems: Problems,
) -> str:
    """Of the file: the slug of an example, which becomes its address, and the id of a note."""
    if isinstance(stored.record, Submission):
        submission = StoredRecord(stored.document, stored.record)
        return chosen_slug(submission, slug, taken_names, settings, problems)
    if slug:
        problems.error(
            Location(stored.document.path),
            _("has no address of its own: it is shown on the page of its example"),
            _("Leave --slug out."),
        )
    return stored.record.id.lower()


def chosen_slug(
    stored: StoredRecord[Submission],
    wished: str,
    taken_names: Container[str],
    settings: Settings,
    problems: Problems,
) -> str:
    """From the title, unless one is wished; another example's is never taken."""
    if wished:
        if wished != slug_from(wished) or is_reserved(wished, settings):
            problems.error(
                Location(stored.document.path),
                _("“{slug}” can't be an address").format(slug=wished),
                _("Use a–z, digits and hyphens, at most 80 characters."),
            )
        elif wished in taken_names:
            problems.error(
                Location(stored.document.path),
                _("the address “{slug}” is taken").format(slug=wished),
            )
        return wished
    slug = slug_from(stored.record.title, longest=SLUG_LENGTH - len("-999"))
    if not slug or is_reserved(slug, settings):
        slug = stored.record.id.lower()
    number, first = 2, slug
    while slug in taken_names:
        slug, number = f"{first}-{number}", number + 1
    return slug
