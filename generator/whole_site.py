"""A project's folder -> its whole site: the records' pages, those written by hand, and all around.

What turns Markdown written by hand into HTML is the engine's: MkDocs's today.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment

from generator.catalogue import load_catalogue
from generator.checks.privacy import without_stopped_words
from generator.handwritten import Handwritten, load_handwritten
from generator.memory import Memory
from generator.pages.build import site_from
from generator.pages.every_site import completed
from generator.pages.handwritten import page_from
from generator.pages.picture_card import PictureCards, picture_cards
from generator.pages.press import Press
from generator.pages.redirects import with_redirects
from generator.pages.search import index_of_site, search_page
from generator.pages.site import Page, Site, file_of
from generator.pages.templating import environment
from generator.problems import Problems
from generator.search.synonyms import load_synonyms
from generator.settings import Settings
from generator.settings.redirects import load_redirects


class WholeSite(NamedTuple):
    site: Site  # all but the pages written by hand
    written: Mapping[str, Handwritten]  # by address
    titles: Mapping[str, str]  # of the pages that those written by hand may lead to
    cards: PictureCards
    settings: Settings
    env: Environment

    def page_by_hand(self, address: str, html: str) -> Page:
        """`html` is what became of its Markdown."""
        return self.finished(page_from(self.written[address], html, self.titles, self.env))

    def finished(self, page: Page) -> Page:
        """With what a page gets from the whole, whatever it tells."""
        return page._replace(
            description=page.description or self.settings.organisation.description,
            head=f"{page.head}{self.cards.head(page.address)}",
        )


def load_whole_site(
    root: Path,
    settings: Settings,
    today: date,
    problems: Problems,
    memory: Memory,
) -> WholeSite:
    """A problem for everything that can't be published; the rest is there."""
    env = environment(settings)
    catalogue = load_catalogue(root, settings, problems, memory)
    networks = {network.id for network in catalogue.networks}
    areas = {area.id for area in catalogue.focus_areas}
    settings = without_stopped_words(settings, {"networks": networks, "focus_areas": areas})
    press = Press(catalogue, settings, today, memory)
    site = site_from(press)
    written = load_handwritten(root, site.planned_pages, settings, problems, memory)
    synonyms = load_synonyms(root, problems)
    searching, folder = search_page(press), press.book.section("search", "index")
    index = {
        folder + path: file_of(content)
        for path, content in index_of_site(press, synonyms, written.values()).items()
    }
    site = Site(
        {**site.planned_pages, searching.address: searching}, {**site.planned_files, **index}
    )
    site = with_redirects(site, load_redirects(root, problems), written, env, problems)
    by_hand = [page_from(page, "", {}, env) for page in written.values()]
    cards = picture_cards([*site.planned_pages.values(), *by_hand], settings)
    site = Site(site.planned_pages, {**site.planned_files, **cards.files})
    site = completed(site, by_hand, settings, env)
    return WholeSite(site, written, _titles(site, written), cards, settings, env)


def _titles(site: Site, written: Mapping[str, Handwritten]) -> Mapping[str, str]:
    """Of the pages written by hand, and of those of ours that stand in the same folders."""
    by_hand = {address: page.front.title for address, page in written.items()}
    ours = {
        address: page.title
        for address, page in site.planned_pages.items()
        if f"{address.partition('/')[0]}/" in by_hand
    }
    return {**ours, **by_hand}
