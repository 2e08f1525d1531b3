"""A channel -> JSON Feed 1.1."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic_core import to_json

from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.feeds.channels import Channel
from exempelbank.feeds.items import FeedItem, plain, start_of
from exempelbank.settings import Settings

FILE = "feed.json"
TYPE = "application/feed+json"


class JsonFeedWriter:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def write(self, channel: Channel) -> bytes:
        urls = UrlBuilder(self._settings)
        organisation = self._settings.organisation
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": channel.title,
            "home_page_url": urls.full(channel.page),
            "feed_url": urls.full(channel.page + FILE),
            "description": plain(organisation.description or channel.title),
            "language": organisation.language,
            "authors": [{"name": plain(organisation.name), "url": organisation.url}],
            "items": [self._item(entry) for entry in channel.items],
        }
        return to_json(feed, indent=1) + b"\n"

    def _item(self, entry: FeedItem) -> dict[str, Any]:
        return {
            "id": entry.id,
            "url": entry.address,
            "title": entry.title,
            **({"summary": entry.summary} if entry.summary else {}),
            "content_html": entry.html,
            "date_published": self._moment(entry.published),
            "date_modified": self._moment(entry.updated),
            "tags": entry.tags,
        }

    def _moment(self, day: date) -> str:
        return start_of(day, self._settings.zone).isoformat()
