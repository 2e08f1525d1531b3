"""The pages whose addresses can be told from the files. Of those that list and choose among records
only the plan of the site knows which there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from exempelbank.checks import own_pages
from exempelbank.markdown_pages import page_sources
from exempelbank.review.project_records import ProjectRecords
from exempelbank.rules.page_names import PageSource, page_names, source_of
from exempelbank.settings import Settings


def known_pages(records: ProjectRecords, root: Path, settings: Settings) -> Mapping[str, str]:
    """By the names that they go by in links."""
    names = page_names([*_sources(records, settings), *page_sources(root)], settings)
    return {**names, **{address.rstrip("/"): address for address in own_pages(settings)}}


def _sources(records: ProjectRecords, settings: Settings) -> Iterator[PageSource]:
    for published in records.published:
        stem = published.document.stem
        yield source_of(type(published.record), stem, settings, published.record.id)
    for stored in records.content_records:
        yield source_of(type(stored.record), stored.document.stem, settings)
