"""A project's folder -> what a build would make of it: `exempelbank check` looks links up in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from exempelbank.files.paths import PAGES
from exempelbank.markdown_pages import files_in
from exempelbank.problems import Problems
from exempelbank.settings import Settings
from exempelbank.settings.mkdocs_file import read_mkdocs_file
from exempelbank.site.assembly import AssembledSite, assemble_site


@dataclass(frozen=True)
class PlannedSite:
    root: Path
    assembled: AssembledSite

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
        # slow to import, and few pages are asked for
        from exempelbank.site.page_markdown.conversion import page_html

        text = self.assembled.markdown_pages[address].markdown
        html = page_html(text, read_mkdocs_file(self.root))
        return None if html is None else frozenset(_ID.findall(html))


_ID = re.compile(r"""\b(?:id|name)=["']([^"']+)["']""")


def plan_site(root: Path, settings: Settings, today: date) -> PlannedSite:
    """What is wrong in the project is told by others."""
    return PlannedSite(root, assemble_site(root, settings, today, Problems()))
