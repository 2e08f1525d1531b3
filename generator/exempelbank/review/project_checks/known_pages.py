"""The pages whose addresses can be told from the files. Of those that list and choose among records
only the plan of the site knows which there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from exempelbank.checks import own_pages
from exempelbank.markdown_pages import MarkdownPage
from exempelbank.review.project_records import ProjectRecords
from exempelbank.rules.page_names import PageSource, page_names, source_of
from exempelbank.settings import Settings


def known_pages(
    records: ProjectRecords, markdown_pages: Iterable[MarkdownPage], settings: Settings
) -> Mapping[str, str]:
    """By the names that they go by in links."""
    names = page_names(_sources(records, markdown_pages, settings), settings)
    return {**names, **{address.rstrip("/"): address for address in own_pages(settings)}}


def _sources(
    records: ProjectRecords, markdown_pages: Iterable[MarkdownPage], settings: Settings
) -> Iterator[PageSource]:
    for published in records.published:
        stem = published.document.stem
        yield source_of(type(published.record), stem, settings, published.record.id)
    for stored in records.content_records:
        yield source_of(type(stored.record), stored.document.stem, settings)
    for page in markdown_pages:
        yield PageSource(page.address, page.path)
