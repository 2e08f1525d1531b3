"""Catalogue -> what others may build on: the listed examples as JSON and CSV, and what tells of it.

Neither pictures nor contacts are in it: their rights and consents are for the page they stand on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.catalogue import Catalogue
from generator.catalogue.addresses import AddressBook
from generator.catalogue.catalogue import AnyRecord
from generator.feeds.feed_file import FeedFile
from generator.feeds.open_data.files import Print, as_csv, as_json, data_csv, data_json
from generator.feeds.open_data.llms import MOST, llms_txt
from generator.feeds.open_data.schema import data_schema
from generator.settings import Settings

JSON = "exempel.json"
CSV = "exempel.csv"
SCHEMA = "exempel.schema.json"
LLMS = "llms.txt"


def open_data_of(catalogue: Catalogue, settings: Settings) -> Mapping[str, bytes]:
    return {file.address: file.whole() for file in unwritten_data(catalogue, settings)}


def unwritten_data(catalogue: Catalogue, settings: Settings) -> Iterator[FeedFile]:
    """Each file, to be written by whoever finds that what it is made of has changed."""
    folder = AddressBook(settings).section("data")
    schema = AddressBook(settings).full(folder + SCHEMA)
    examples = catalogue.examples

    def written(name: str, print: Print, join: Callable[[Print], Iterator[bytes]]) -> FeedFile:
        """A file that is joined from what each example becomes in it."""

        def write() -> Iterator[bytes]:
            return join(print)

        return FeedFile(folder + name, (), (), write)

    yield written(JSON, as_json(settings), partial(data_json, examples, settings, schema))
    yield written(CSV, as_csv(settings), partial(data_csv, examples))
    yield FeedFile(folder + SCHEMA, (), (), lambda: [data_schema(settings, schema)])
    told: tuple[AnyRecord, ...] = (
        *examples[:MOST],
        *catalogue.focus_areas,
        *catalogue.networks,
        *catalogue.tips,
    )
    yield FeedFile(LLMS, told, (), lambda: [llms_txt(catalogue, settings, folder + JSON)])
