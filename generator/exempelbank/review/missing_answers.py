"""What only the sender can answer, of what stands between a contribution and approval."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from exempelbank.checks import check_contribution
from exempelbank.checks.privacy import check_privacy
from exempelbank.model.example import sections_by_heading
from exempelbank.model.labels import FIELD_LABELS
from exempelbank.model.submission import UnderReview
from exempelbank.problems import Problem, Problems, Severity
from exempelbank.review.readiness import missing_attestations
from exempelbank.review.repository import StoredRecord
from exempelbank.settings import Settings


class Lack(Enum):
    UNANSWERED = auto()
    ANSWERED_NO = auto()  # an attestation
    TELLS_OF_A_PERSON = auto()  # what a privacy rule stops


class MissingAnswer(NamedTuple):
    field: str  # or the id of a section or an attestation
    lack: Lack


def missing_answers(
    stored: StoredRecord[UnderReview], settings: Settings
) -> tuple[MissingAnswer, ...]:
    """Each once, in the order of the checks. What the sender wrote in words that are no term of
    ours is the reviewer's to put in, and so is what is too long.
    """
    return tuple(dict.fromkeys(_found(stored, settings)))


def _found(stored: StoredRecord[UnderReview], settings: Settings) -> Iterator[MissingAnswer]:
    for problem in _unanswered(stored, settings):
        field = field_of(problem)
        if field and field not in stored.record.unmatched:
            yield MissingAnswer(field, Lack.UNANSWERED)
    for problem in missing_attestations(stored, settings):
        if field := field_of(problem):
            given = getattr(stored.record.attestations, field)
            yield MissingAnswer(field, Lack.ANSWERED_NO if given else Lack.UNANSWERED)
    for problem in check_privacy(stored.document, stored.record):
        field = field_of(problem)
        if field and problem.severity is Severity.ERROR:
            yield MissingAnswer(field, Lack.TELLS_OF_A_PERSON)


def _unanswered(stored: StoredRecord[UnderReview], settings: Settings) -> Iterator[Problem]:
    """What is missed of a contribution that is to be published, and of no other."""
    to_publish, as_it_stands = Problems(), Problems()
    for problems, strict in ((to_publish, True), (as_it_stands, False)):
        check_contribution(stored.document, stored.record, settings, problems, strict, False)
    known = {(problem.location, problem.says) for problem in as_it_stands}
    yield from (one for one in to_publish if (one.location, one.says) not in known)


def field_of(problem: Problem) -> str:
    """The field or section that a problem is about; "" when it is about neither."""
    label = problem.location.label or ""
    if section := sections_by_heading().get(label):
        return section.value
    return next((part for part in label.split(".") if part in FIELD_LABELS), "")
