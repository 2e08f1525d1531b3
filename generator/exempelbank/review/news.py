"""A new example -> a draft of the news item that tells of it; and the item when it is no draft."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from exempelbank.checks import check_record
from exempelbank.documents import Document
from exempelbank.i18n import _
from exempelbank.model.content import NewsItem
from exempelbank.model.submission import PublishedExample
from exempelbank.problems import Location, Problems
from exempelbank.records import Wordings, document_of, record_files
from exempelbank.review.repository import StoredRecord, read_stored
from exempelbank.rules.origin import origin_label
from exempelbank.rules.terms import focus_areas_named, news_kind_of_examples
from exempelbank.settings import Settings
from exempelbank.text.choices import choices_text
from exempelbank.text.normalization import SLUG_LENGTH, slug_from


def news_draft(
    example: PublishedExample, slug: str, settings: Settings, today: date, taken_ids: Container[str]
) -> tuple[str, str]:
    """(path, text of the file). `taken_ids`: ids of the news there are."""
    first = f"{today}-{slug_from(slug, SLUG_LENGTH - len(f'{today}-') - len('-99'))}"
    names = (first, *(f"{first}-{number}" for number in range(2, 100)))
    id = next(name for name in names if name not in taken_ids)
    item = NewsItem(
        id=id,
        title=example.title,
        summary=example.summary,
        kind=news_kind_of_examples(settings),
        draft=True,
        published=today,
        example=example.id,
        focus_areas=focus_areas_named(example.focus_areas, settings),
        networks=example.networks,
        roles=example.roles,
        municipalities=(example.municipality,) if example.municipality else (),
        text=_text_about(example, settings),
    )
    path = str(PurePosixPath(NewsItem.folder) / f"{id}.md")
    return path, document_of(item, path).text


def _text_about(example: PublishedExample, settings: Settings) -> str:
    """Our own words only: a sender's text is Markdown nowhere but on their own page."""
    return _(
        "A new learning example from {home}. Read what they did, what they learnt and "
        "what they would advise you to do."
    ).format(home=origin_label(example, settings))


def news_drafts(
    root: Path, problems: Problems, wordings: Wordings | None = None
) -> Iterator[StoredRecord[NewsItem]]:
    for path in record_files(root / NewsItem.folder):
        stored = read_stored(path, root, NewsItem, problems, wordings)
        if stored and stored.record.draft:
            yield stored


def find_news_draft(
    root: Path, name: str, problems: Problems, wordings: Wordings | None = None
) -> StoredRecord[NewsItem] | None:
    """By the id of its example, by its own or by its file. None, and a problem, when none is."""
    drafts = list(news_drafts(root, Problems(), wordings))
    for stored in drafts:
        if name in (stored.record.example, stored.record.id, stored.document.path):
            return stored
    names = [stored.record.example or stored.record.id for stored in drafts]
    problems.error(
        Location(NewsItem.folder),
        _("no draft of news is called “{name}”").format(name=name),
        choices_text(name, names) if names else _("No news is a draft."),
    )
    return None


def published_news(
    stored: StoredRecord[NewsItem], today: date, settings: Settings, problems: Problems
) -> Document:
    """The file when it is no draft. It is of today, unless it waits for a later day."""
    document = stored.document.with_value(("draft",), None)
    if stored.record.published < today:
        document = document.with_value(("published",), today.isoformat())
    check_record(document, stored.record, settings, problems)
    return document
