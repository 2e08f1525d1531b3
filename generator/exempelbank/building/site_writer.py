"""A whole site and the engine's frame of it -> its files, shared out one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from exempelbank.building.frame import Frame
from exempelbank.building.output import Output
from exempelbank.building.shells import Layout, layout_of, own_parts
from exempelbank.pages.site import Page, uri_of
from exempelbank.privacy.output import contains_personal_number
from exempelbank.whole_site import WholeSite


class Task(NamedTuple):
    """What one process is given to make. `kind`: "folder", "file", "beside", "by hand", "page"."""

    kind: str
    address: str


class Written(NamedTuple):
    uris: tuple[str, ...]
    written: int  # how many of them differed
    refused: tuple[str, ...] = ()  # those that hold what is never published


@dataclass(frozen=True)
class SiteWriter:
    """May be handed to other processes, each to do its part."""

    whole: WholeSite
    frame: Frame
    output: Output
    root: Path  # of the project

    def tasks(self) -> list[Task]:
        """What takes longest comes first; neighbours have much in common."""
        site = self.whole.site
        return [
            *(Task("folder", folder) for folder in site.planned_folders),
            *(Task("file", address) for address in site.planned_files),
            *(Task("beside", address) for address in self.frame.beside),
            *(Task("by hand", address) for address in self.frame.pages),
            *(Task("page", address) for address in site.planned_pages),
        ]

    def write(self, task: Task) -> Written:
        """Raises UnwritableFile."""
        uris, refused, written = [], [], 0
        for uri, raw, own in self._made(task):
            if contains_personal_number(uri, own):
                refused.append(uri)
                self.output.take_away(uri)
            else:
                uris.append(uri)
                written += self.output.write(uri, raw)
        return Written(tuple(uris), written, tuple(refused))

    def _made(self, task: Task) -> Iterator[tuple[str, bytes, bytes]]:
        """(uri, bytes, those that are its own and in no other page)"""
        kind, address = task
        site = self.whole.site
        match kind:
            case "folder":
                for path, raw in site.planned_folders[address]().items():
                    yield f"{address}{path}", raw, raw
            case "file":
                raw = site.planned_files[address]()
                yield address, raw, raw
            case "beside":
                raw = (self.root / self.frame.beside[address]).read_bytes()
                yield address, raw, raw
            case "by hand":
                raw = self.frame.pages[address]
                yield uri_of(address), raw, raw
            case _:
                page = self.whole.finished(site.planned_pages[address].make())
                raw, own = self._stamped(page)
                yield uri_of(address), raw, own

    def _stamped(self, page: Page) -> tuple[bytes, bytes]:
        """Whole, and what the shell has not."""
        layout = layout_of(page, self.whole.settings.addresses)
        raw = self.frame.shells[layout].stamp(page)
        if layout in self._stained:
            return raw, raw
        return raw, b"\n".join(own_parts(page).values())

    @cached_property
    def _stained(self) -> frozenset[Layout]:
        """Those whose shells themselves hold what is never published."""
        return frozenset(
            layout
            for layout, shell in self.frame.shells.items()
            if contains_personal_number("shell.html", shell.texts)
        )
