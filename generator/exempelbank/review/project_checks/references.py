"""What one record says about another, or about an image, must be there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exempelbank.documents import Document, Keys
from exempelbank.documents.images import hash_image_file
from exempelbank.files.paths import MEDIA
from exempelbank.i18n import _
from exempelbank.model.content import Initiative, NewsItem, Tip
from exempelbank.model.example import Example
from exempelbank.model.record import Record
from exempelbank.model.submission import PublishedExample
from exempelbank.problems import Problems
from exempelbank.review.project_records import ProjectRecords


def check_references(records: ProjectRecords, root: Path, problems: Problems) -> None:
    examples = [*records.examples()]
    published = {one.record.id for one in examples if isinstance(one.record, PublishedExample)}
    waiting = {one.record.id for one in examples} - published
    for stored in records.all_records():
        for keys, id in _references_in(stored.record):
            if id in published:
                continue
            place = stored.document.location(*keys)
            if id in waiting and keys != ("revises",):
                problems.error(
                    place,
                    _("{id} is not published yet").format(id=id),
                    _("Leave it out until the example is approved."),
                )
            else:
                problems.error(
                    place, _("there is no published example with the id “{id}”").format(id=id)
                )
    for example in examples:
        _check_image(example.document, example.record, root, problems)


def _check_image(document: Document, example: Example, root: Path, problems: Problems) -> None:
    image = example.image
    if image is None or not image.file:
        return
    image_hash = hash_image_file(root, image.file)
    if image_hash is None:
        problems.error(
            document.location("image", "file"),
            _("there is no image called “{file}”").format(file=image.file),
            _("Put it in {folder}.").format(folder=MEDIA),
        )
    elif isinstance(example, PublishedExample) and not example.review.binds_image(image_hash):
        problems.error(
            document.location("image", "file"),
            _("the picture has been changed after it was approved"),
            _("Have it approved again, by two: exempelbank approve {id} --help shows how.").format(
                id=example.id
            ),
        )


def _references_in(record: Record) -> Iterator[tuple[Keys, str]]:
    if isinstance(record, NewsItem) and record.example:
        yield ("example",), record.example
    elif isinstance(record, Tip | Initiative):
        for number, id in enumerate(record.examples):
            yield ("examples", number), id
    elif revises := getattr(record, "revises", None):
        yield ("revises",), revises
