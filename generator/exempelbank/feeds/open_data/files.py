"""The examples as JSON, for programs, and as CSV, for people with a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic_core import to_json

from exempelbank.catalogue import Catalogue
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.feeds.items import EARLIEST
from exempelbank.feeds.open_data.columns import COLUMNS, ColumnValue, DataSource
from exempelbank.files.csv import csv_from
from exempelbank.settings import Settings

BETWEEN = " | "  # the values of a list, in one cell


def data_json(catalogue: Catalogue, settings: Settings, schema: str) -> bytes:
    """Ids as they are in the library, and what they stand for beside them."""
    organisation = settings.organisation
    examples = catalogue.examples
    updated = max((one.review.updated for one in examples), default=EARLIEST)
    source = DataSource(catalogue, UrlBuilder(settings))
    columns = [(column.name, column.value_of) for column in COLUMNS]
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
        # One at a time: with tens of thousands, only the text of them stands whole in memory.
        "examples": (
            {name: value_of(example, source) for name, value_of in columns} for example in examples
        ),
    }
    # The bytes of `json.dumps`, which with indentation is written in Python, and slow.
    return to_json(data, indent=1) + b"\n"


def _vocabularies(settings: Settings) -> Mapping[str, Mapping[str, str]]:
    return {column.vocabulary: column.labels(settings) for column in COLUMNS if column.vocabulary}


def data_csv(catalogue: Catalogue, settings: Settings) -> bytes:
    """With words instead of ids."""
    source = DataSource(catalogue, UrlBuilder(settings))
    columns = [(column.value_of, column.labels(settings)) for column in COLUMNS]
    return csv_from(
        [column.name for column in COLUMNS],
        (
            [_in_one_cell(value_of(example, source), labels) for value_of, labels in columns]
            for example in catalogue.examples
        ),
    )


def _in_one_cell(value: ColumnValue, labels: Mapping[str, str]) -> str | int:
    """A value that has no label is its own."""
    if isinstance(value, tuple):
        return BETWEEN.join([labels.get(one, one) for one in value])
    return labels.get(value, value) if isinstance(value, str) else value
