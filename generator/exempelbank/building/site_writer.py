"""An assembled site and what MkDocs printed for it -> its files, shared out one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from exempelbank.building.layouts import LayoutKey, layout_key, page_parts
from exempelbank.building.mkdocs_output import MkDocsOutput
from exempelbank.building.output import Output
from exempelbank.privacy.output_scan import contains_personal_number
from exempelbank.site.assembly import AssembledSite
from exempelbank.site.site import Page, output_path


class Task(NamedTuple):
    """What one process is given to make."""

    kind: str  # "folder", "file", "media", "extra", "by hand" or "page"
    address: str


class WrittenFiles(NamedTuple):
    paths: tuple[str, ...]
    written: int  # how many of them differed
    refused: tuple[str, ...] = ()  # those that hold what is never published


@dataclass(frozen=True)
class SiteWriter:
    """May be handed to other processes, each to do its part."""

    assembled: AssembledSite
    mkdocs_output: MkDocsOutput
    output: Output
    root: Path  # of the project

    def tasks(self) -> list[Task]:
        """What takes longest comes first; neighbours have much in common."""
        site = self.assembled.site
        return [
            *(Task("folder", folder) for folder in site.lazy_folders),
            *(Task("file", address) for address in site.lazy_files),
            *(Task("media", address) for address in self.mkdocs_output.media),
            *(Task("extra", address) for address in self.mkdocs_output.extra),
            *(Task("by hand", address) for address in self.mkdocs_output.pages),
            *(Task("page", address) for address in site.lazy_pages),
        ]

    def write(self, task: Task) -> WrittenFiles:
        """Raises UnwritableFile."""
        paths, refused, written = [], [], 0
        for path, raw, own in self._content(task):
            if contains_personal_number(path, own):
                refused.append(path)
                self.output.remove(path)
            else:
                paths.append(path)
                written += self.output.write(path, raw)
        return WrittenFiles(tuple(paths), written, tuple(refused))

    def _content(self, task: Task) -> Iterator[tuple[str, bytes, bytes]]:
        """(path, bytes, those of them that are in no other page)"""
        kind, address = task
        site = self.assembled.site
        match kind:
            case "folder":
                for name, raw in site.lazy_folders[address]().items():
                    yield f"{address}{name}", raw, raw
            case "file":
                raw = site.lazy_files[address]()
                yield address, raw, raw
            case "media":
                raw = (self.root / self.mkdocs_output.media[address]).read_bytes()
                yield address, raw, raw
            case "extra":
                raw = self.mkdocs_output.extra[address]
                yield address, raw, raw
            case "by hand":
                raw = self.mkdocs_output.pages[address]
                yield output_path(address), raw, raw
            case _:
                page = self.assembled.with_defaults(site.lazy_pages[address].make())
                raw, own = self._render_page(page)
                yield output_path(address), raw, own

    def _render_page(self, page: Page) -> tuple[bytes, bytes]:
        """Whole, and what the layout has not."""
        layout = layout_key(page, self.assembled.settings)
        raw = self.mkdocs_output.templates[layout].render(page)
        if layout in self._unsafe_layouts:
            return raw, raw
        return raw, b"\n".join(page_parts(page).values())

    @cached_property
    def _unsafe_layouts(self) -> frozenset[LayoutKey]:
        """Those that themselves hold what is never published."""
        return frozenset(
            layout
            for layout, template in self.mkdocs_output.templates.items()
            if contains_personal_number("layout.html", template.shared_text)
        )
