"""What MkDocs prints for a build: a page of each layout, those written by hand, extra templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from exempelbank.building.layouts import LayoutKey, LayoutTemplate


class MkDocsOutput(NamedTuple):
    templates: Mapping[LayoutKey, LayoutTemplate]
    pages: Mapping[str, bytes]  # written by hand, finished, by address
    media: Mapping[str, str]  # what lies beside those: address -> path in the project
    extra: Mapping[str, bytes] = {}  # of extra_templates, finished, by address
