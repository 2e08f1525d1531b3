"""The day and the moment that it is on a site: a sample site has a fixed day."""

from __future__ import annotations

from datetime import date, datetime

from exempelbank.settings import Settings


def site_today(settings: Settings) -> date:
    return settings.organisation.as_of or datetime.now(settings.zone).date()


def site_now(settings: Settings) -> datetime:
    """In the site's zone; on a site with a fixed day, this time of that day."""
    now = datetime.now(settings.zone)
    day = settings.organisation.as_of
    return datetime.combine(day, now.time(), settings.zone) if day else now
