"""Catalogue -> what others may build on: the listed examples as JSON and CSV, and what tells of it.

Neither pictures nor contacts are in it: their rights and consents are for the page they stand on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from exempelbank.catalogue import Catalogue
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.feeds.files import FeedFile
from exempelbank.feeds.open_data.files import data_csv, data_json
from exempelbank.feeds.open_data.llms import llms_txt
from exempelbank.feeds.open_data.schema import data_schema
from exempelbank.settings import Settings

LLMS = "llms.txt"


class DataFiles(NamedTuple):
    json: str
    csv: str
    schema: str


def data_files(settings: Settings) -> DataFiles:
    """The addresses of what all examples stand in."""
    start = UrlBuilder(settings).section("data") + settings.addresses.inner.data_file
    return DataFiles(f"{start}.json", f"{start}.csv", f"{start}.schema.json")


def open_data_of(catalogue: Catalogue, settings: Settings) -> Mapping[str, bytes]:
    return {address: make() for address, make in open_data_files(catalogue, settings)}


def open_data_files(catalogue: Catalogue, settings: Settings) -> Iterator[FeedFile]:
    if not settings.has("data"):
        return
    files = data_files(settings)
    schema = UrlBuilder(settings).full(files.schema)
    yield files.json, partial(data_json, catalogue, settings, schema)
    yield files.csv, partial(data_csv, catalogue, settings)
    yield files.schema, partial(data_schema, settings, schema)
    yield LLMS, partial(llms_txt, catalogue, settings, files.json)
