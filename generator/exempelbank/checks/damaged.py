"""What can be said of a record some of whose fields can't be read: of each of the others by itself.
What binds fields together is left until they can.
"""

from __future__ import annotations

from dataclasses import replace

from exempelbank.checks.comments import check_comments
from exempelbank.checks.constraints import check_constraints
from exempelbank.checks.headings import check_headings
from exempelbank.checks.privacy import check_damaged_privacy
from exempelbank.checks.texts import check_texts
from exempelbank.documents import Document
from exempelbank.model.example import Example
from exempelbank.model.record import Record
from exempelbank.model.submission import UnderReview
from exempelbank.problems import Problems, Severity
from exempelbank.rules.written_by_import import is_as_import_wrote_it
from exempelbank.settings import Settings


def check_damaged_record(
    document: Document,
    record: Record,
    faulty: frozenset[str],
    settings: Settings,
    problems: Problems,
) -> None:
    is_waiting = isinstance(record, UnderReview)
    for problem in check_constraints(document, record, settings, strict=not is_waiting):
        if (problem.location.label or "").partition(".")[0] not in faulty:
            severity = Severity.WARNING if is_waiting else problem.severity
            problems.found.append(replace(problem, severity=severity))
    problems.found += check_texts(document, record, settings)
    check_record_without_settings(document, record, faulty, problems)


def check_record_without_settings(
    document: Document, record: Record, faulty: frozenset[str], problems: Problems
) -> None:
    """What of it does not depend on them."""
    problems.found += check_comments(document)
    if isinstance(record, Example) and not is_as_import_wrote_it(document):
        problems.found += check_headings(document)
    problems.found += check_damaged_privacy(document, record, faulty)
