"""A file in submissions/: kept as the sender wrote it, so few things in it are errors yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from exempelbank.checks import check_example, unknown_reviewer
from exempelbank.i18n import _
from exempelbank.model.review import IMPORT, ReviewState
from exempelbank.model.submission import Submission
from exempelbank.problems import Problem, Problems, Severity
from exempelbank.review.checklist import unexplained
from exempelbank.review.readiness import public_part
from exempelbank.review.repository import Filed
from exempelbank.settings import Settings

LIBRARY = {
    ReviewState.APPROVED,
    ReviewState.NEEDS_REVIEW,
    ReviewState.ARCHIVED,
    ReviewState.PAUSED,
}


def check_submission(filed: Filed[Submission], settings: Settings, problems: Problems) -> None:
    check_example(filed.document, filed.example, settings, problems, strict=False)
    problems.found += _of_folder(filed)
    problems.found += _of_people(filed, settings)
    problems.found += unexplained(filed, settings)
    problems.found += _of_approvals(filed)


def _of_folder(filed: Filed[Submission]) -> Iterator[Problem]:
    example, document = filed.example, filed.document
    if PurePosixPath(document.path).stem != example.id:
        yield Problem(
            document.location("id"),
            _("the file must be called {name}").format(name=f"{example.id}.md"),
            _("The name of the file and its id go together."),
        )
    if example.review.state in LIBRARY:
        yield Problem(
            document.location("review", "state"),
            _("“{state}” stands in submissions, where nothing is published").format(
                state=example.review.state.label
            ),
            _("Set the state it had, and approve it with exempelbank approve {id}.").format(
                id=example.id
            ),
        )


def _of_people(filed: Filed[Submission], settings: Settings) -> Iterator[Problem]:
    review = filed.example.review
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
            yield unknown_reviewer(filed.document.location("review", *keys), reviewer, settings)
    if review.handled and review.handled.by not in settings.reviewers:
        place = filed.document.location("review", "handled", "by")
        yield unknown_reviewer(place, review.handled.by, settings)


def _of_approvals(filed: Filed[Submission]) -> Iterator[Problem]:
    current = public_part(filed.example).content_hash()
    for number, approval in enumerate(filed.example.review.approvals):
        if approval.content_hash != current:
            yield Problem(
                filed.document.location("review", "approvals", number),
                _("the text has been changed since {name} approved it").format(name=approval.by),
                _("Read it as it stands now, and approve it again."),
                Severity.WARNING,
            )
