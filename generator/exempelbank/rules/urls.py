"""Where a page is found from outside. Its address is from the root of the site: "natverk/ips/"."""

from __future__ import annotations

from urllib.parse import urlsplit

from exempelbank.settings import Settings


def site_url(settings: Settings, address: str = "") -> str:
    """With scheme and host."""
    return settings.organisation.url.rstrip("/") + "/" + address


def base_path(settings: Settings) -> str:
    """The folder of the site on its host: "/" or "/exempel/"."""
    return urlsplit(settings.organisation.url).path.rstrip("/") + "/"
