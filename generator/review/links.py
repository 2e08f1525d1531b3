"""What one record says about another, or about an image, must be there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.documents import Keys
from generator.model.content import Initiative, NewsItem, Tip
from generator.model.record import Record
from generator.pictures import FOLDER as MEDIA
from generator.problems import Problems
from generator.review.library import Library
from generator.texts import _


def check_links(library: Library, root: Path, problems: Problems) -> None:
    published = {filed.example.id for filed in library.published}
    waiting = {filed.example.id for filed in library.submissions}
    for filed in library.everything():
        for keys, id in _named_examples(filed.example):
            if id in published:
                continue
            place = filed.document.place(*keys)
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
    for example in (*library.submissions, *library.published):
        image = example.example.image
        if image and image.file and not (root / MEDIA / image.file).is_file():
            problems.error(
                example.document.place("image", "file"),
                _("there is no image called “{file}”").format(file=image.file),
                _("Put it in {folder}.").format(folder=MEDIA),
            )


def _named_examples(record: Record) -> Iterator[tuple[Keys, str]]:
    if isinstance(record, NewsItem) and record.example:
        yield ("example",), record.example
    elif isinstance(record, Tip | Initiative):
        for number, id in enumerate(record.examples):
            yield ("examples", number), id
    elif revises := getattr(record, "revises", None):
        yield ("revises",), revises
