"""A new example -> a draft of the news item that tells of it."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from pathlib import PurePosixPath

from exempelbank.i18n import _
from exempelbank.model.content import NewsItem
from exempelbank.model.submission import PublishedExample
from exempelbank.records import document_of
from exempelbank.rules.origin import origin_label
from exempelbank.rules.terms import focus_areas_named, news_kind_of_examples
from exempelbank.settings import Settings
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
