"""The examples as JSON, for programs, and as CSV, for people with a spreadsheet.

Both are written an example at a time: what one becomes is the same whatever stands around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.catalogue import LearningExample
from generator.catalogue.addresses import AddressBook
from generator.csv_file import MARK, line_from
from generator.feeds.entries import BEGINNING
from generator.feeds.json_list import file_of, item_from
from generator.feeds.open_data.columns import COLUMNS, Value
from generator.settings import Settings

BETWEEN = " | "  # the values of a list, in one cell
Print = Callable[[LearningExample], bytes]


def data_json(
    examples: Iterable[LearningExample], settings: Settings, schema: str, printed: Print
) -> Iterator[bytes]:
    """Ids as they are in the library, and what they stand for beside them."""
    organisation = settings.organisation
    updated = max((one.review.updated for one in examples), default=BEGINNING)
    head = {
        "$schema": schema,
        "title": organisation.site_name,
        "publisher": organisation.name,
        "url": organisation.url,
        "language": organisation.language,
        "licence": organisation.licence,
        "licence_url": organisation.licence_url,
        "sample_data": organisation.sample_data,
        "updated": updated.isoformat(),
        "vocabularies": _vocabularies(settings),
    }
    return file_of(head, "examples", map(printed, examples))


def as_json(settings: Settings) -> Print:
    book = AddressBook(settings)
    columns = [(column.name, column.value_of) for column in COLUMNS]

    def printed(example: LearningExample) -> bytes:
        return item_from({name: value_of(example, book) for name, value_of in columns})

    return printed


def _vocabularies(settings: Settings) -> Mapping[str, Mapping[str, str]]:
    return {column.vocabulary: column.labels(settings) for column in COLUMNS if column.vocabulary}


def data_csv(examples: Iterable[LearningExample], printed: Print) -> Iterator[bytes]:
    yield MARK + line_from([column.name for column in COLUMNS])
    yield from map(printed, examples)


def as_csv(settings: Settings) -> Print:
    """With words instead of ids."""
    book = AddressBook(settings)
    columns = [(column.value_of, column.labels(settings)) for column in COLUMNS]

    def printed(example: LearningExample) -> bytes:
        return line_from(
            [_in_one_cell(value_of(example, book), labels) for value_of, labels in columns]
        )

    return printed


def _in_one_cell(value: Value, labels: Mapping[str, str]) -> str | int:
    """A value that has no label is its own."""
    if isinstance(value, tuple):
        return BETWEEN.join([labels.get(one, one) for one in value])
    return labels.get(value, value) if isinstance(value, str) else value
