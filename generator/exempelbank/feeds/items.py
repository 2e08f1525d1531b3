"""Records -> entries: what every format of a feed says about them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from html import escape
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from exempelbank.catalogue import LearningExample, PublicTrialNote
from exempelbank.catalogue.text_links import TextLinks
from exempelbank.catalogue.urls import UrlBuilder, anchor_of_note
from exempelbank.i18n import _
from exempelbank.model.content import NewsItem
from exempelbank.rules.origin import origin_label
from exempelbank.settings import Settings
from exempelbank.text.markdown import html_from
from exempelbank.text.normalization import normalised

# The date of what has none. Never the day of the build: the same content gives the same bytes.
EARLIEST = date(2020, 1, 1)
# What XML 1.0 has no Char for. Python takes a hundredth of a second to read the same turned round.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, eq=False)
class FeedItem:
    """Texts are plain; `html` is finished. Channels share one and the same entry of a record."""

    id: str
    address: str
    title: str
    summary: str
    html: str
    published: date
    updated: date
    tags: tuple[str, ...]


class Tombstone(NamedTuple):
    """What has been in feeds and must go from readers too."""

    id: str
    when: date


def updated(record: LearningExample | PublicTrialNote | NewsItem) -> date:
    """The day it last changed."""
    if isinstance(record, LearningExample | PublicTrialNote):
        return record.review.updated
    return max(record.published, record.updated or record.published)


@dataclass(frozen=True, slots=True)
class FeedItems:
    """Makes entries, all in the same way."""

    settings: Settings
    links: TextLinks

    def of(self, record: LearningExample | PublicTrialNote | NewsItem) -> FeedItem:
        if isinstance(record, LearningExample):
            return self._of_example(record)
        if isinstance(record, PublicTrialNote):
            return self._of_trial_note(record)
        return self._of_news(record)

    def _of_example(self, example: LearningExample) -> FeedItem:
        lessons = "".join(f"<li>{escape(plain(lesson))}</li>" for lesson in example.lessons)
        return FeedItem(
            stable_id(self.settings, "example", example.id),
            self._address(example),
            plain(example.title),
            plain(example.summary),
            _paragraph(example.summary) + (f"<ul>{lessons}</ul>" if lessons else ""),
            example.review.published,
            updated(example),
            self._labels(("kinds", (example.kind,)), ("work_areas", example.work_areas)),
        )

    def _of_trial_note(self, note: PublicTrialNote) -> FeedItem:
        """It leads to its place on the page of the example."""
        example = self.links.catalogue.example(note.example)
        assert example  # a catalogue holds no other
        who = ", ".join(filter(None, (origin_label(note, self.settings), note.unit)))
        worked = f"{_('Did it work?')} {note.worked.label}." if note.worked else ""
        return FeedItem(
            stable_id(self.settings, "trial-note", note.id),
            f"{self._address(example)}#{anchor_of_note(note)}",
            plain(_("We have tried: {title}").format(title=example.title)),
            plain(f"{who}. {worked} {normalised(note.text)}"),
            _paragraph(f"{who}. {worked}") + self._html(note),
            note.review.published,
            updated(note),
            (_("We have tried"),),
        )

    def _of_news(self, item: NewsItem) -> FeedItem:
        return FeedItem(
            stable_id(self.settings, "news", item.id),
            self._address(item),
            plain(item.title),
            plain(item.summary),
            _paragraph(item.summary) + self._html(item),
            item.published,
            updated(item),
            self._labels(("news_kinds", (item.kind,))),
        )

    def gone(self, kind: str, name: str, since: date) -> Tombstone:
        return Tombstone(stable_id(self.settings, kind, name), since)

    def _address(self, record: LearningExample | NewsItem) -> str:
        urls = UrlBuilder(self.settings)
        return urls.full(urls.of(record))

    def _html(self, record: NewsItem | PublicTrialNote) -> str:
        """Links within the site get their host: a reader shows the text elsewhere."""
        parts = urlsplit(self.settings.organisation.url)
        host = f"{parts.scheme}://{parts.netloc}"
        has_headings = isinstance(record, NewsItem)
        html = html_from(record.text, self.links.of(record), headings=has_headings)
        return plain(html).replace('href="/', f'href="{host}/')

    def _labels(self, *lists: tuple[str, tuple[str, ...]]) -> tuple[str, ...]:
        labels = (plain(self.settings.label(name, id)) for name, ids in lists for id in ids)
        return tuple(dict.fromkeys(labels))


def _paragraph(text: str) -> str:
    return f"<p>{escape(plain(text))}</p>" if text else ""


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """Three in the morning: no clock change skips it, and by universal time it is the same day."""
    return datetime.combine(day, time(3), zone)


def stable_id(settings: Settings, kind: str, name: str) -> str:
    """Stays when the site moves to another address: readers must not see everything anew."""
    return uuid5(NAMESPACE_URL, f"exempelbank/{settings.organisation.id_prefix}/{kind}/{name}").urn


def plain(text: str) -> str:
    """Without the characters that XML has no way to write."""
    return _NOT_XML.sub("", text)
