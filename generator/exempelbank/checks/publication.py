"""What publishing wrote: the approval, the dates and the name of the file."""

from __future__ import annotations

from collections.abc import Iterator

from exempelbank.documents import Document, Keys
from exempelbank.files.paths import CONFIG
from exempelbank.i18n import _
from exempelbank.model.example import CONTACT, Example
from exempelbank.model.labels import field_label
from exempelbank.model.review import Answer
from exempelbank.model.submission import Published
from exempelbank.privacy.rules import rules_version
from exempelbank.problems import Location, Problem
from exempelbank.rules.log import APPROVALS
from exempelbank.rules.people import person_name
from exempelbank.rules.publication import approved_by_recorder, is_approved_by_two
from exempelbank.settings import Settings
from exempelbank.text.choices import choices_text


def check_publication(
    document: Document, published: Published, settings: Settings
) -> Iterator[Problem]:
    review = published.review
    if review.content_hash != published.content_hash():
        yield Problem(
            document.location("review", "content_hash"),
            _("the text has been changed after it was approved"),
            _(
                "Have it approved again, by two: exempelbank approve {id} --help shows how. Or put "
                "back what stood there. Until then its page says that it is looked over."
            ).format(id=published.id),
        )
    if not is_approved_by_two(review.approved_by):
        yield Problem(
            document.location("review", "approved_by"),
            _("must name exactly two different reviewers: who handled it and who approved it"),
        )
    approvals = [entry.by for entry in review.log if entry.did in APPROVALS]
    if approved_by_recorder(published.source.recorded_by, *review.approved_by[1:], *approvals[-1:]):
        yield Problem(
            document.location("review", "approved_by"),
            _("{name} wrote down what was told, and can't approve it").format(
                name=person_name(published.source.recorded_by, settings)
            ),
            _("Another reviewer approves it."),
        )
    named: list[tuple[Keys, str]] = [
        *((("approved_by", n), by) for n, by in enumerate(review.approved_by)),
        *((("releases", n, "by"), release.by) for n, release in enumerate(review.releases)),
    ]
    for keys, reviewer in named:
        if reviewer not in settings.reviewers:
            yield unknown_reviewer(document.location("review", *keys), reviewer, settings)
    if not review.published <= review.updated <= review.review_by:
        yield Problem(
            document.location("review", "updated"),
            _("the dates published, updated and review_by must follow each other"),
        )
    if isinstance(published, Example) and not published.contact_publish:
        for name in CONTACT:
            if getattr(published, name):
                yield Problem(
                    document.location(name),
                    _("the contact has not agreed to be published"),
                    _("Take the line away, or ask them and write “{line}”.").format(
                        line=f"{field_label('contact_publish')}: {Answer.YES.label.lower()}"
                    ),
                )


def privacy_checked_at_approval(published: Published) -> bool:
    """Did the approval run the privacy rules that are run today? They are bound with the text."""
    review = published.review
    return review.hash_version > 1 and review.privacy_rules == rules_version()


def unknown_reviewer(location: Location, reviewer: str, settings: Settings) -> Problem:
    names = (one.id for one in settings.reviewers.values() if one.active)
    return Problem(
        location,
        _("“{reviewer}” is not in the list of reviewers").format(reviewer=reviewer),
        choices_text(reviewer, names, f"{CONFIG}/reviewers.yml"),
    )
