"""A project's folder -> its whole site: the records' pages, those written by hand, and all around.

What turns Markdown written by hand into HTML is MkDocs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from exempelbank.cache import Cache, MemoryCache
from exempelbank.catalogue import load_catalogue
from exempelbank.checks.privacy import with_blocked_terms_hidden
from exempelbank.markdown_pages import MarkdownPage, draft_sources, load_markdown_pages
from exempelbank.problems import Problems
from exempelbank.rules.page_names import PageSource
from exempelbank.search.synonyms import Synonyms, read_synonyms
from exempelbank.settings import Settings
from exempelbank.settings.mkdocs_file import read_mkdocs_file
from exempelbank.settings.redirects import Redirect
from exempelbank.site.build import site_from
from exempelbank.site.components.own_form import NO_FORM, own_form
from exempelbank.site.context import RenderContext
from exempelbank.site.markdown_page import PageHeading, page_from_markdown
from exempelbank.site.pages.form_receipt import form_receipts
from exempelbank.site.pages.search import search_index_files, search_page
from exempelbank.site.redirects import moved_page, sound_redirects
from exempelbank.site.rendering.site_icons import site_icons
from exempelbank.site.site import LazyPage, Page, Site, file_of
from exempelbank.site.site_files import with_site_files
from exempelbank.site.social_card import SocialCards, plan_social_cards
from exempelbank.text.links import AT_ROOT
from exempelbank.workers import Workers


@dataclass(frozen=True)
class AssembledSite:
    """What it is made of, as read; the rest is worked out from that. May be handed to another
    process, which works it out anew.
    """

    context: RenderContext
    records: Site  # the pages and files that tell of records
    markdown_pages: Mapping[str, MarkdownPage]  # by address
    redirects: tuple[Redirect, ...]
    synonyms: Synonyms
    icons: Mapping[str, bytes]  # by address
    cache: Cache

    def __reduce__(self) -> tuple[Any, ...]:
        return _assembled_site, (
            self.context,
            self.markdown_pages,
            self.redirects,
            self.synonyms,
            self.icons,
            self.cache,
        )

    @property
    def settings(self) -> Settings:
        return self.context.settings

    @cached_property
    def site(self) -> Site:
        """All but the pages written by hand."""
        context, env = self.context, self.context.env
        page = search_page(context)
        moved = {one.old: moved_page(one, env) for one in self.redirects}
        icons = {address: file_of(raw) for address, raw in self.icons.items()}
        site = Site(
            {**self.records.lazy_pages, page.address: page, **moved, **self._form_receipts},
            {**self.records.lazy_files, **self.social_cards.files, **icons},
            {
                context.urls.section("search", "index"): partial(
                    search_index_files, context, self.synonyms, self.markdown_pages.values()
                )
            },
        )
        return with_site_files(site, self._markdown_pages, self.settings, env)

    @cached_property
    def social_cards(self) -> SocialCards:
        pages = [*self.records.lazy_pages.values(), *self._markdown_pages]
        return plan_social_cards(pages, self.settings, self.cache)

    @cached_property
    def _markdown_pages(self) -> list[Page]:
        """Without their text."""
        return [
            page_from_markdown(page, "", AT_ROOT, {}, self.context.env)
            for page in self.markdown_pages.values()
        ]

    @cached_property
    def _form_receipts(self) -> Mapping[str, LazyPage]:
        """Where no page by hand stands in their place."""
        pages = form_receipts(self.context, self.markdown_pages.values())
        return {at: page for at, page in pages.items() if at not in self.markdown_pages}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Of the pages written by hand, and of those of ours that stand in the same folders and may
        be found there.
        """
        by_hand = {
            address: page.front_matter.title for address, page in self.markdown_pages.items()
        }
        ours = {
            address: page.title
            for address, page in self.site.lazy_pages.items()
            if f"{address.partition('/')[0]}/" in by_hand and page.indexed
        }
        return {**ours, **by_hand}

    def markdown_page(self, address: str, html: str, headings: Sequence[PageHeading] = ()) -> Page:
        """`html` is what became of its Markdown, `headings` the highest ones in it."""
        page, context = self.markdown_pages[address], self.context
        source = PageSource(page.address, page.path)
        links = source.links(context.settings, lambda: context.text_links.names)
        name, receipt = page.front_matter.form, page.front_matter.receipt
        form = own_form(context, name, receipt) if name else NO_FORM
        made = page_from_markdown(page, html, links, self.titles, context.env, headings, form)
        return self.with_defaults(made)

    def with_defaults(self, page: Page) -> Page:
        """With what a page gets from the whole, whatever it tells."""
        return page._replace(
            description=page.description or self.settings.organisation.description,
            head=f"{page.head}{self.social_cards.head(page.address)}",
        )


def _assembled_site(context: RenderContext, *read: Any) -> AssembledSite:
    return AssembledSite(context, site_from(context), *read)


def assemble_site(
    root: Path,
    settings: Settings,
    today: date,
    problems: Problems,
    cache: Cache | None = None,
    workers: Workers | None = None,
    drafts: bool = False,
) -> AssembledSite:
    """A problem for everything that can't be published; the rest is there. `drafts`: they too."""
    cache = cache or MemoryCache()
    catalogue = load_catalogue(root, settings, problems, cache, workers, drafts)
    if drafts:  # links lead to them too
        by_hand = (*catalogue.pages_by_hand, *draft_sources(root))
        catalogue = replace(catalogue, pages_by_hand=by_hand)
    networks = {network.id for network in catalogue.networks}
    areas = {area.id for area in catalogue.focus_areas}
    settings = with_blocked_terms_hidden(settings, {"networks": networks, "focus_areas": areas})
    context = RenderContext(catalogue, settings, today)
    records = site_from(context)
    written = load_markdown_pages(root, records.lazy_pages, settings, problems, drafts)
    synonyms = read_synonyms(root, problems)
    addresses = {*records.lazy_pages, context.urls.section("search"), *written}
    redirects = sound_redirects(root, addresses, problems)
    icons = site_icons(read_mkdocs_file(root), settings, cache)
    return AssembledSite(context, records, written, redirects, synonyms, icons, cache)
