"""The examples as JSON, for programs, and as CSV, for people with a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.catalogue import Catalogue
from generator.catalogue.addresses import AddressBook
from generator.csv_file import csv_from
from generator.feeds.entries import BEGINNING
from generator.feeds.open_data.columns import COLUMNS, Value
from generator.settings import Settings

BETWEEN = " | "  # the values of a list, in one cell


def data_json(catalogue: Catalogue, settings: Settings, schema: str) -> bytes:
    """Ids as they are in the library, and what they stand for beside them."""
    book = AddressBook(settings)
    organisation = settings.organisation
    updated = max((one.review.updated for one in catalogue.examples), default=BEGINNING)
    data = {
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
        "examples": [
            {column.name: column.value_of(example, book) for column in COLUMNS}
            for example in catalogue.examples
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _vocabularies(settings: Settings) -> Mapping[str, Mapping[str, str]]:
    names = dict.fromkeys(column.vocabulary for column in COLUMNS if column.vocabulary)
    return {name: {term.id: term.label for term in settings.vocabulary(name)} for name in names}


def data_csv(catalogue: Catalogue, settings: Settings) -> bytes:
    book = AddressBook(settings)
    return csv_from(
        [column.name for column in COLUMNS],
        (
            [_in_one_cell(column.label_of(example, book, settings)) for column in COLUMNS]
            for example in catalogue.examples
        ),
    )


def _in_one_cell(value: Value) -> str | int:
    return BETWEEN.join(value) if isinstance(value, tuple) else value
