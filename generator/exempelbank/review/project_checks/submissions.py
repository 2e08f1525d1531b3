"""A file in submissions/: kept as the sender wrote it, so few things in it are errors yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from exempelbank.checks import check_contribution, unknown_reviewer
from exempelbank.i18n import _
from exempelbank.model.review import IMPORT, PUBLISHED_STATES
from exempelbank.model.submission import UnderReview
from exempelbank.problems import Problem, Problems, Severity
from exempelbank.review.checklist import unexplained_answers
from exempelbank.review.repository import StoredRecord
from exempelbank.rules.publication import public_view
from exempelbank.settings import Settings


def check_submission(
    stored: StoredRecord[UnderReview], settings: Settings, problems: Problems
) -> None:
    check_contribution(stored.document, stored.record, settings, problems, strict=False)
    problems.found += _check_place(stored)
    problems.found += _check_people(stored, settings)
    problems.found += unexplained_answers(stored, settings)
    problems.found += _check_approvals(stored)


def _check_place(stored: StoredRecord[UnderReview]) -> Iterator[Problem]:
    example, document = stored.record, stored.document
    if PurePosixPath(document.path).stem != example.id:
        yield Problem(
            document.location("id"),
            _("the file must be called {name}").format(name=f"{example.id}.md"),
            _("The name of the file and its id go together."),
        )
    if example.review.state in PUBLISHED_STATES:
        yield Problem(
            document.location("review", "state"),
            _("“{state}” stands in submissions, where nothing is published").format(
                state=example.review.state.label
            ),
            _("Set the state it had, and approve it with exempelbank approve {id}.").format(
                id=example.id
            ),
        )


def _check_people(stored: StoredRecord[UnderReview], settings: Settings) -> Iterator[Problem]:
    review = stored.record.review
    named = [
        (("log", number, "by"), entry.by)
        for number, entry in enumerate(review.log)
        if entry.by != IMPORT
    ]
    named += [
        (("approvals", number, "by"), approval.by)
        for number, approval in enumerate(review.approvals)
    ]
    named += [
        (("releases", number, "by"), release.by)
        for number, release in enumerate(review.releases)
        if release.by != IMPORT
    ]
    for keys, reviewer in named:
        if reviewer not in settings.reviewers:
            yield unknown_reviewer(stored.document.location("review", *keys), reviewer, settings)
    source, attestations = stored.record.source, stored.record.attestations
    asked = [(("source", "recorded_by"), source.recorded_by)] + [
        (("attestations", name, "asked_by"), attestation.asked_by)
        for name, attestation in attestations
        if attestation
    ]
    for keys_of, reviewer in asked:
        if reviewer and reviewer not in settings.reviewers:
            yield unknown_reviewer(stored.document.location(*keys_of), reviewer, settings)
    if review.handled and review.handled.by not in settings.reviewers:
        place = stored.document.location("review", "handled", "by")
        yield unknown_reviewer(place, review.handled.by, settings)


def _check_approvals(stored: StoredRecord[UnderReview]) -> Iterator[Problem]:
    current = public_view(stored.record).content_hash()
    for number, approval in enumerate(stored.record.review.approvals):
        if approval.content_hash != current:
            yield Problem(
                stored.document.location("review", "approvals", number),
                _("the text has been changed since {name} approved it").format(name=approval.by),
                _("Read it as it stands now, and approve it again."),
                Severity.WARNING,
            )
