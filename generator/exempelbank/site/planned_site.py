"""A project's folder -> what a build would make of it: links are looked up in it, by
`exempelbank check` and by the build itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import unescape
from pathlib import Path

from exempelbank.checks.links import LinkCheck
from exempelbank.checks.menu_file import check_menu_file
from exempelbank.checks.page_links import check_linked_files, check_page_links
from exempelbank.files.paths import PAGES
from exempelbank.markdown_pages import draft_sources, files_in
from exempelbank.model.content import NewsItem
from exempelbank.model.submission import PublishedExample
from exempelbank.problems import Problem, Problems
from exempelbank.rules.page_names import source_of
from exempelbank.settings import Settings
from exempelbank.settings.mkdocs_file import read_mkdocs_file
from exempelbank.site.assembly import AssembledSite, assemble_site


@dataclass(frozen=True)
class PlannedSite:
    """`printed`: what MkDocs has made of the pages by hand, by address; a build knows."""

    root: Path
    assembled: AssembledSite
    printed: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Of its pages and files."""
        site = self.assembled.site
        beside = (path.relative_to(self.root / PAGES) for path in files_in(self.root)[1])
        return frozenset(
            (
                *site.lazy_pages,
                *site.lazy_files,
                *self.assembled.markdown_pages,
                *(path.as_posix() for path in beside),
            )
        )

    def places_on(self, address: str) -> frozenset[str] | None:
        """The ids on a page; None of one by hand when only MkDocs can tell what it will be."""
        if page := self.assembled.site.lazy_pages.get(address):
            return frozenset(_ID.findall(page.make().html))
        if address not in self.assembled.markdown_pages:
            return None
        if address in self.printed:
            return frozenset(map(unescape, _ID.findall(self.printed[address].decode("utf-8"))))
        # slow to import, and few pages are asked for
        from exempelbank.site.page_markdown.conversion import page_html

        text = self.assembled.markdown_pages[address].markdown
        html = page_html(text, read_mkdocs_file(self.root))
        return None if html is None else frozenset(_ID.findall(html))


_ID = re.compile(r"""\b(?:id|name)=["']?([^"'\s>]+)""")


def plan_site(root: Path, settings: Settings, today: date) -> PlannedSite:
    """What is wrong in the project is told by others."""
    return PlannedSite(root, assemble_site(root, settings, today, Problems()))


def check_links_by_hand(
    root: Path, assembled: AssembledSite, printed: Mapping[str, bytes] | None = None
) -> Iterator[Problem]:
    """Of the pages written by hand and of the menu, as `exempelbank check` tells of them. The pages
    are shown all the same. `printed`: what MkDocs has made of them, by address.
    """
    catalogue, settings = assembled.context.catalogue, assembled.settings
    states = {
        source_of(PublishedExample, slug, settings).address: state
        for slug, state in (
            *((one.slug, one.state) for one in catalogue.hidden_examples if not one.refused),
            *((one.slug, one.review.state) for one in catalogue.archived),
        )
    }
    later = {
        source_of(NewsItem, item.id, settings).address: item.published
        for item in catalogue.records(NewsItem)
        if item.published > assembled.context.today
    }
    check = LinkCheck(
        assembled.context.text_links.names,
        frozenset(page.address for page in catalogue.pages_by_hand),  # of others it has been told
        settings,
        states,
        later,
        lambda: PlannedSite(root, assembled, printed or {}),
        draft_sources(root),
    )
    for page in assembled.markdown_pages.values():
        yield from check_page_links(page, root, check)
        yield from check_linked_files(page, root, settings)
    yield from check_menu_file(root, check)
