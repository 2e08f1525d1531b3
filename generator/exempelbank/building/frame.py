"""What only the engine can make: the shells of all pages, and the pages written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from exempelbank.building.shells import Layout, Shell


class Frame(NamedTuple):
    shells: Mapping[Layout, Shell]
    pages: Mapping[str, bytes]  # written by hand, finished, by address
    beside: Mapping[str, str]  # what lies beside those: address -> path in the project
