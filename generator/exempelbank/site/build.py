"""Catalogue -> Site. Pure: no disk, no clock, no network."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import chain

from exempelbank.catalogue import Catalogue
from exempelbank.feeds.open_data import open_data_files
from exempelbank.settings import Settings
from exempelbank.site.context import RenderContext
from exempelbank.site.pages import FILE_MODULES, PAGE_MODULES
from exempelbank.site.site import AnyPage, Site


def build_site(catalogue: Catalogue, settings: Settings, today: date) -> Site:
    return site_from(RenderContext(catalogue, settings, today))


def site_from(context: RenderContext) -> Site:
    files = chain(
        open_data_files(context.catalogue, context.settings),
        context.feeds.files(),
        *(module.files(context) for module in FILE_MODULES),
    )
    pages = chain.from_iterable(module.pages(context) for module in PAGE_MODULES)
    may_have = context.settings.may_have
    return Site(
        _by_address(page for page in pages if may_have(page.address)),
        {address: make for address, make in files if may_have(address)},
    )


def _by_address(pages: Iterable[AnyPage]) -> dict[str, AnyPage]:
    found: dict[str, AnyPage] = {}
    for page in pages:
        if page.address in found:
            raise ValueError(f"two pages want the address {page.address!r}")
        found[page.address] = page
    return found
