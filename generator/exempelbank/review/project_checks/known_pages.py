"""The pages whose addresses can be told from the files. Of those that list and choose among records
only the plan of the site knows which there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from exempelbank.markdown_pages import page_sources
from exempelbank.model.submission import PublishedExample, PublishedTrialNote, UnderReview
from exempelbank.review.project_records import ProjectRecords
from exempelbank.rules.page_names import PageSource, page_names, source_of
from exempelbank.settings import Settings


def known_pages(records: ProjectRecords, root: Path, settings: Settings) -> Mapping[str, str]:
    """By the names that they go by in links."""
    of_records = (one for one in _sources(records, settings) if settings.may_have(one.address))
    return page_names([*of_records, *page_sources(root)], settings)


def _sources(records: ProjectRecords, settings: Settings) -> Iterator[PageSource]:
    for stored in records.all_records():
        record = stored.record
        if not isinstance(record, UnderReview | PublishedTrialNote):  # which have no page
            id = record.id or "" if isinstance(record, PublishedExample) else ""
            yield source_of(type(record), stored.document.stem, settings, id)
