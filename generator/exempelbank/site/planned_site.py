"""A project's folder -> what a build would make of it: `exempelbank check` looks links up in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from exempelbank.files.paths import MKDOCS_FILE, PAGES
from exempelbank.markdown_pages import files_in
from exempelbank.problems import Problems
from exempelbank.settings import Settings
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
        """The ids on a page. Those of a page by hand are MkDocs's own when it has other extensions
        than from the beginning, and not known here.
        """
        if page := self.assembled.site.lazy_pages.get(address):
            return frozenset(_ID.findall(page.make().html))
        if address not in self.assembled.markdown_pages or self._has_extensions:
            return None
        from markdown import markdown  # slow to import, and few pages are asked for

        text = self.assembled.markdown_pages[address].markdown
        return frozenset(_ID.findall(markdown(text, extensions=_EXTENSIONS)))

    @property
    def _has_extensions(self) -> bool:
        config = self.root / MKDOCS_FILE
        return config.exists() and "markdown_extensions" in config.read_text("utf-8", "replace")


_ID = re.compile(r"""\b(?:id|name)=["']([^"']+)["']""")
_EXTENSIONS = ("toc", "tables", "fenced_code")  # MkDocs's


def plan_site(root: Path, settings: Settings, today: date) -> PlannedSite:
    """What is wrong in the project is told by others."""
    return PlannedSite(root, assemble_site(root, settings, today, Problems()))
