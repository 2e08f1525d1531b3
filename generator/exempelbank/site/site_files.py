"""What goes with every site, whatever it tells: the theme's files, 404, sitemap, headers."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from jinja2 import Environment

from exempelbank.i18n import _
from exempelbank.rules.urls import site_url
from exempelbank.settings import Settings
from exempelbank.site.rendering.assets import asset_files
from exempelbank.site.rendering.host_files import host_files
from exempelbank.site.site import AnyPage, Page, Site, file_of


def with_site_files(
    site: Site, markdown_pages: Iterable[Page], settings: Settings, env: Environment
) -> Site:
    """The site with its frame. The pages written by hand are only listed here, not added."""
    not_found = Page(
        "404.html",
        _("We can't find that page"),
        env.get_template("not-found.html").render(),
        indexed=False,
    )
    pages = {**site.lazy_pages, not_found.address: not_found}
    files = {
        **asset_files(settings.look),
        "sitemap.xml": _sitemap([*pages.values(), *markdown_pages], settings),
        "robots.txt": _robots(settings),
        **host_files(settings),
    }
    made = {address: file_of(content) for address, content in files.items()}
    return Site(pages, {**site.lazy_files, **made}, site.lazy_folders)


def _robots(settings: Settings) -> bytes:
    return f"User-agent: *\nAllow: /\nSitemap: {site_url(settings, 'sitemap.xml')}\n".encode()


def _sitemap(pages: Iterable[AnyPage], settings: Settings) -> bytes:
    """The pages that search engines may list, with the day they were changed where we know it."""
    entries = [
        f"<url><loc>{escape(site_url(settings, page.address), quote=False)}</loc>"
        + (f"<lastmod>{page.updated.isoformat()}</lastmod>" if page.updated else "")
        + "</url>\n"
        for page in sorted(pages, key=lambda page: page.address)
        if page.indexed
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{''.join(entries)}</urlset>\n"
    ).encode()
