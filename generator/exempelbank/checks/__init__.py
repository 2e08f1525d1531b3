"""What must hold before a record may be shown: a record and the settings -> problems.

An error means that the record must not be shown. The limits stand as constraints on the
fields of the model; here they are read, and the few rules that bind fields together are added.
"""

from __future__ import annotations

from dataclasses import replace

from exempelbank.checks.addresses import check_filename, is_reserved
from exempelbank.checks.comments import check_comments
from exempelbank.checks.constraints import check_constraints
from exempelbank.checks.damaged import check_damaged_record, check_record_without_settings
from exempelbank.checks.example import (
    check_contact,
    check_image,
    check_months,
    check_origin,
    check_sections,
)
from exempelbank.checks.headings import check_headings
from exempelbank.checks.measurements import check_measurements
from exempelbank.checks.needs import check_needs
from exempelbank.checks.order_of_time import check_order_of_time
from exempelbank.checks.participants import check_participants
from exempelbank.checks.privacy import check_privacy, check_releases
from exempelbank.checks.publication import (
    check_publication,
    privacy_checked_at_approval,
    unknown_reviewer,
)
from exempelbank.checks.texts import check_texts
from exempelbank.documents import Document
from exempelbank.model.content import ContentRecord
from exempelbank.model.contribution import Contribution
from exempelbank.model.example import Example
from exempelbank.model.record import Record
from exempelbank.model.submission import Published
from exempelbank.problems import Problems, Severity
from exempelbank.rules.erasure import is_erased
from exempelbank.rules.written_by_import import is_as_import_wrote_it
from exempelbank.settings import Settings

__all__ = [
    "check_comments",
    "check_constraints",
    "check_contribution",
    "check_damaged_record",
    "check_record",
    "check_record_without_settings",
    "is_reserved",
    "privacy_checked_at_approval",
    "unknown_reviewer",
]


def check_record(
    document: Document,
    record: Record,
    settings: Settings,
    problems: Problems,
    privacy: bool = True,
) -> None:
    """A record in content/, of any kind. `privacy`: whether the privacy rules are run."""
    if isinstance(record, Published) and is_erased(record):
        problems.found += check_filename(document, settings)
        return
    if isinstance(record, Contribution):
        check_contribution(document, record, settings, problems, privacy=privacy)
    else:
        problems.found += check_comments(document)
        problems.found += check_constraints(document, record, settings)
        problems.found += check_order_of_time(document, record)
        problems.found += check_measurements(document, record)
        problems.found += check_participants(document, record)
        problems.found += check_texts(document, record, settings)
        problems.found += check_privacy(document, record) if privacy else ()
    if isinstance(record, ContentRecord):
        problems.found += check_releases(document, record.releases, settings)
    problems.found += check_filename(document, settings)
    if isinstance(record, Published):
        problems.found += check_publication(document, record, settings)


def check_contribution(
    document: Document,
    contribution: Contribution,
    settings: Settings,
    problems: Problems,
    strict: bool = True,
    privacy: bool = True,
) -> None:
    """An example or a trial note, in the queue or published. `strict`: fit to publish. Otherwise
    only what is said so far is looked at, and all of it is warnings, for an answer is kept as it
    was given until someone reviews it. What it tells of a person is held to the same rules all the
    way.
    """
    example = contribution if isinstance(contribution, Example) else None
    found = [
        *check_constraints(document, contribution, settings, strict),
        *(check_sections(document, example, settings, strict) if example else ()),
        *check_origin(document, contribution, settings, strict),
        *(check_months(document, example) if example else ()),
    ]
    if example and strict:
        found += [*check_contact(document, example), *check_image(document, example)]
    if not isinstance(contribution, Published):
        # A term that is no longer used may stay where it is published; what is new takes its
        # replacement.
        severity = Severity.ERROR if strict else Severity.WARNING
        found = [replace(problem, severity=severity) for problem in found]
        found += check_needs(document, contribution, settings, strict)
    problems.found += found
    problems.found += check_comments(document)
    if example and not is_as_import_wrote_it(document):  # an answer is text, whatever it looks like
        problems.found += check_headings(document)
    if _is_shown(contribution):
        problems.found += check_texts(document, contribution, settings)
    problems.found += check_privacy(document, contribution) if privacy else ()


def _is_shown(contribution: Contribution) -> bool:
    """Now, or once it is approved."""
    return not isinstance(contribution, Published) or contribution.review.state.public
