"""Catalogue -> what others may build on: the listed examples as JSON and CSV, and what tells of it.

Neither pictures nor contacts are in it: their rights and consents are for the page they stand on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from exempelbank.catalogue import Catalogue
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.feeds.files import FeedFile
from exempelbank.feeds.open_data.files import data_csv, data_json
from exempelbank.feeds.open_data.llms import llms_txt
from exempelbank.feeds.open_data.schema import data_schema
from exempelbank.settings import Settings

JSON = "exempel.json"
CSV = "exempel.csv"
SCHEMA = "exempel.schema.json"
LLMS = "llms.txt"


def open_data_of(catalogue: Catalogue, settings: Settings) -> Mapping[str, bytes]:
    return {address: make() for address, make in open_data_files(catalogue, settings)}


def open_data_files(catalogue: Catalogue, settings: Settings) -> Iterator[FeedFile]:
    if not settings.has("data"):
        return
    folder = UrlBuilder(settings).section("data")
    schema = UrlBuilder(settings).full(folder + SCHEMA)
    yield folder + JSON, partial(data_json, catalogue, settings, schema)
    yield folder + CSV, partial(data_csv, catalogue, settings)
    yield folder + SCHEMA, partial(data_schema, settings, schema)
    yield LLMS, partial(llms_txt, catalogue, settings, folder + JSON)
