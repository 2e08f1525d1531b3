"""Catalogue -> what others may build on: the listed examples as JSON and CSV, and what tells of it.

Neither pictures nor contacts are in it: their rights and consents are for the page they stand on.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalogue import Catalogue
from generator.catalogue.addresses import AddressBook
from generator.feeds.open_data.files import data_csv, data_json
from generator.feeds.open_data.llms import llms_txt
from generator.feeds.open_data.schema import data_schema
from generator.settings import Settings

JSON = "exempel.json"
CSV = "exempel.csv"
SCHEMA = "exempel.schema.json"
LLMS = "llms.txt"


def open_data_of(catalogue: Catalogue, settings: Settings) -> Mapping[str, bytes]:
    folder = AddressBook(settings).section("data")
    schema = AddressBook(settings).full(folder + SCHEMA)
    return {
        folder + JSON: data_json(catalogue, settings, schema),
        folder + CSV: data_csv(catalogue, settings),
        folder + SCHEMA: data_schema(settings, schema),
        LLMS: llms_txt(catalogue, settings, folder + JSON),
    }
