"""A channel -> JSON Feed 1.1."""

from __future__ import annotations

import json
from datetime import date

from generator.catalogue.addresses import AddressBook
from generator.feeds.channels import Channel
from generator.feeds.entries import plain, start_of
from generator.settings import Settings

FILE = "feed.json"
TYPE = "application/feed+json"


def json_feed_from(channel: Channel, settings: Settings) -> bytes:
    def moment(day: date) -> str:
        return start_of(day, settings.zone).isoformat()

    book = AddressBook(settings)
    organisation = settings.organisation
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": book.full(channel.page),
        "feed_url": book.full(channel.page + FILE),
        "description": plain(organisation.description or channel.title),
        "language": organisation.language,
        "authors": [{"name": plain(organisation.name), "url": organisation.url}],
        "items": [
            {
                "id": entry.id,
                "url": entry.address,
                "title": entry.title,
                **({"summary": entry.summary} if entry.summary else {}),
                "content_html": entry.html,
                "date_published": moment(entry.published),
                "date_modified": moment(entry.updated),
                "tags": list(entry.tags),
            }
            for entry in channel.entries
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()
