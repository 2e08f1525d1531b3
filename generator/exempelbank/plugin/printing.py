"""What MkDocs is to print for a build, and what it has printed.

The pages written by hand are its own. For each layout it prints one of ours, whose text is made
already: it goes by the name of a file that is not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from exempelbank.building.build import Build
from exempelbank.building.layouts import LayoutKey, LayoutTemplate, encoded, layout_key
from exempelbank.building.mkdocs_output import MkDocsOutput
from exempelbank.markdown_pages import layout_file
from exempelbank.problems import Problem
from exempelbank.site.markdown_page import PageHeading
from exempelbank.site.site import Page


@dataclass
class PageRequest:
    """A page that a preview asks for, instead of a whole site."""

    address: str  # or the name of an extra template
    problems: Sequence[Problem]  # what it tells must be put right
    version: int  # of what the page is made from: the page asks whether there is a later one
    html: bytes = b""  # as it was made


class PageText(NamedTuple):
    """What MkDocs is to make a page of."""

    title: str
    description: str
    markdown: str


class Printing:
    """`request`: none for a whole site."""

    def __init__(self, build: Build, request: PageRequest | None) -> None:
        self._build, self._request = build, request
        self.html: dict[str, str] = {}  # printed, by the names of files
        self.extra: dict[str, str] = {}  # of extra templates
        self.pages = {  # that are to be printed, by the names of files
            layout_file(number): one.page for number, one in enumerate(self._layouts)
        }
        self.layout_files = tuple(self.pages)

    @cached_property
    def _layouts(self) -> Sequence[LayoutKey]:
        if self._request is None:
            return self._build.layouts
        pages = self._build.assembled.site.lazy_pages
        page = pages.get(self._request.address)
        return [layout_key(page, self._build.assembled.settings)] if page else []

    def text_of(self, file: str, address: str) -> PageText:
        if ours := self.pages.get(file):
            return PageText(ours.title, ours.description, "")
        page = self._build.assembled.markdown_pages[address]
        return PageText(page.front_matter.title, page.front_matter.description, page.markdown)

    def page(
        self, file: str, address: str, html: str, headings: Sequence[PageHeading] = ()
    ) -> Page:
        """`html`: what became of its text; `headings`: the highest ones in it."""
        if file not in self.pages:
            self.pages[file] = self._build.assembled.markdown_page(address, html, headings)
        return self.pages[file]

    def output(self, media: Mapping[str, str]) -> MkDocsOutput:
        layouts = {
            one: LayoutTemplate.parse(self.html.pop(file))
            for file, one in zip(self.layout_files, self._layouts, strict=True)
        }
        pages = {self.pages[name].address: encoded(html) for name, html in self.html.items()}
        extra = {name: encoded(text) for name, text in self.extra.items() if text.strip()}
        return MkDocsOutput(layouts, pages, media, extra)

    def requested_page(self, address: str) -> bytes:
        output, assembled = self.output({}), self._build.assembled
        for made in (output.pages, output.extra):
            if address in made:
                return made[address]
        page = assembled.with_defaults(assembled.site.lazy_pages[address].make())
        return output.templates[layout_key(page, assembled.settings)].render(page)
