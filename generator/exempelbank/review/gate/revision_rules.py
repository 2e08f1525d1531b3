"""What is published already: what readers meet changes with a new version, approved anew."""

from __future__ import annotations

from exempelbank.i18n import _
from exempelbank.model.review import LogEntry, ReviewState
from exempelbank.model.submission import Published
from exempelbank.problems import Problems
from exempelbank.review.repository import StoredRecord
from exempelbank.rules.publication import public_view

BY_APPROVAL = (
    "review_by",
    "approved_by",
    "hash_version",
    "content_hash",
    "image_hash",
    "privacy_rules",
    "releases",
)


def check_revision(
    old: Published,
    after: StoredRecord[Published],
    approval: LogEntry | None,
    problems: Problems,
) -> None:
    """`approval`: by which it changes; what readers were told before stays."""
    review, document = after.record.review, after.document
    changed = (
        public_view(after.record).hashed_fields() != public_view(old).hashed_fields()
        or review.releases != old.review.releases
        or not old.review.binds_image(review.image_hash)
    )
    if changed and not approval:
        problems.error(
            document.location("review", "content_hash"),
            _("the text has been changed, and nobody has approved the change"),
            _("Approve it as a new version: exempelbank approve {id} --help shows how.").format(
                id=old.id
            ),
        )
    number = old.review.version + 1 if changed else old.review.version
    day = approval.at.date() if approval and changed else old.review.updated
    for name, right in (
        ("version", number),
        ("updated", day),
        ("published", old.review.published),
    ):
        if getattr(review, name) != right:
            problems.error(document.location("review", name), _("must be {n}").format(n=right))
    versions_before, added = old.review.versions, [number] if changed else []
    if (
        review.versions[: len(versions_before)] != versions_before
        or [version.number for version in review.versions[len(versions_before) :]] != added
    ):
        problems.error(
            document.location("review", "versions"),
            _("may only grow, by one with each text that is approved"),
        )
    if approval:
        return
    if review.state is ReviewState.APPROVED and old.review.state is not ReviewState.APPROVED:
        problems.error(
            document.location("review", "state"),
            _("comes back by an approval, and nothing else"),
            _("Approve it: exempelbank approve {id} --help shows how.").format(id=old.id),
        )
    for name in BY_APPROVAL:
        if getattr(review, name) != getattr(old.review, name):
            problems.error(
                document.location("review", name), _("is changed by an approval, and nothing else")
            )
