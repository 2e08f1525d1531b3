"""What one record says about another, or about an image, must be there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exempelbank.documents import Document, Keys
from exempelbank.documents.images import hash_image_file
from exempelbank.files.paths import MEDIA
from exempelbank.i18n import _
from exempelbank.model.content import Initiative, NewsItem, Tip
from exempelbank.model.contribution import Contribution
from exempelbank.model.record import Record
from exempelbank.model.submission import Published, UnderReview
from exempelbank.model.trial_note import TrialNote
from exempelbank.problems import Location, Problem, Problems, Severity
from exempelbank.review.project_records import ProjectRecords


def check_references(records: ProjectRecords, root: Path, problems: Problems) -> None:
    contributions = [*records.contributions()]
    published = {one.record.id for one in contributions if isinstance(one.record, Published)}
    notes = {one.record.id for one in contributions if isinstance(one.record, TrialNote)}
    examples = {one.record.id for one in contributions} - notes
    for stored in records.all_records():
        for keys, id in _references_in(stored.record):
            wanted = (
                notes if keys == ("revises",) and isinstance(stored.record, TrialNote) else examples
            )
            if id not in wanted & published:
                place = stored.document.location(*keys)
                problems.found.append(_missing(place, id, id in wanted, keys, stored.record))
    for one in contributions:
        _check_image(one.document, one.record, root, problems)


def _missing(place: Location, id: str, waits: bool, keys: Keys, record: Record) -> Problem:
    """`waits`: it is in the queue."""
    tried = isinstance(record, TrialNote) and keys == ("example",)
    severity = Severity.WARNING if tried and isinstance(record, UnderReview) else Severity.ERROR
    if waits and keys != ("revises",):
        wait = _("Approve the example first.")
        leave_out = _("Leave it out until the example is approved.")
        says = _("{id} is not published yet").format(id=id)
        return Problem(place, says, wait if tried else leave_out, severity)
    says = _("there is no published example with the id “{id}”").format(id=id)
    fix = _("Write the id of the example that was tried. It stands on the example's page.")
    return Problem(place, says, fix if tried else "", severity)


def _check_image(
    document: Document, contribution: Contribution, root: Path, problems: Problems
) -> None:
    file = contribution.image_file
    if not file:
        return
    image_hash = hash_image_file(root, file)
    if image_hash is None:
        problems.error(
            document.location("image", "file"),
            _("there is no image called “{file}”").format(file=file),
            _("Put it in {folder}.").format(folder=MEDIA),
        )
    elif isinstance(contribution, Published) and not contribution.review.binds_image(image_hash):
        problems.error(
            document.location("image", "file"),
            _("the picture has been changed after it was approved"),
            _("Have it approved again, by two: exempelbank approve {id} --help shows how.").format(
                id=contribution.id
            ),
        )


def _references_in(record: Record) -> Iterator[tuple[Keys, str]]:
    if isinstance(record, NewsItem) and record.example:
        yield ("example",), record.example
    elif isinstance(record, Tip | Initiative):
        for number, id in enumerate(record.examples):
            yield ("examples", number), id
    if isinstance(record, TrialNote):
        yield ("example",), record.example
    if isinstance(record, UnderReview) and record.revises:
        yield ("revises",), record.revises
