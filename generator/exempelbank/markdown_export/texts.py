"""The text of a page as the site shows it -> CommonMark, with links that lead where they did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from exempelbank.catalogue import LearningExample
from exempelbank.files.paths import PAGES
from exempelbank.i18n import _
from exempelbank.markdown_export.commonmark import commonmark_from
from exempelbank.markdown_export.fields import PageRecord
from exempelbank.markdown_pages import MarkdownPage, leads_to_file
from exempelbank.model.example import Section
from exempelbank.rules.page_names import PageSource
from exempelbank.settings.mkdocs_file import MkDocsFile, read_mkdocs_file
from exempelbank.site.components.formatting import format_place
from exempelbank.site.context import RenderContext
from exempelbank.site.page_markdown.conversion import page_html
from exempelbank.site.rendering.environment import month
from exempelbank.text.links import Links, is_as_written, is_from_elsewhere, is_internal
from exempelbank.text.markdown import html_from


@dataclass(frozen=True)
class ExportedTexts:
    context: RenderContext
    root: Path  # of the project

    def of(self, record: PageRecord) -> str:
        if isinstance(record, LearningExample):
            return "\n".join(self._parts_of(record))
        links = self.context.text_links.of(record)._replace(root="/")
        return commonmark_from(html_from(record.text, links, top=2), self._shown)

    def _parts_of(self, example: LearningExample) -> Iterator[str]:
        links = self.context.text_links.of(example)._replace(root="/")
        for section in Section:
            if text := example.sections.get(section):
                easy = section is Section.EASY_READ
                html = html_from(text, links, line_breaks=easy, headings=False)
                yield f"## {section.heading}\n\n{commonmark_from(html, self._shown)}"
        if notes := self.context.catalogue.trial_notes_on(example):
            yield f"## {_('We have tried')}\n"
            for note in notes:
                links = self.context.text_links.of(note)._replace(root="/")
                text = commonmark_from(html_from(note.text, links, headings=False), self._shown)
                place = format_place(note, self.context.settings)
                outcome = note.worked.label if note.worked else ""
                heading = ", ".join(filter(None, (place, note.unit, month(note.tried), outcome)))
                yield f"### {heading}\n\n{text}"

    def by_hand(self, page: MarkdownPage) -> str | None:
        """None when more than this program decides what is shown."""
        html = page_html(page.markdown, self._mkdocs_file)
        if html is None:
            return None
        source = PageSource(page.address, page.path)
        names = self.context.text_links
        links = source.links(self.context.settings, lambda: names.names)._replace(root="/")
        return commonmark_from(html, partial(self._followed, page, links))

    @cached_property
    def _mkdocs_file(self) -> MkDocsFile:
        return read_mkdocs_file(self.root)

    def _followed(self, page: MarkdownPage, links: Links, written: str) -> str:
        if is_as_written(written) or is_from_elsewhere(written):
            return written
        if leads_to_file(written) and is_internal(written):
            folder = dirname(page.path.removeprefix(f"{PAGES}/"))
            return normpath(join("/", folder, unquote(urlsplit(written).path)))
        return self._shown(links.href(written))

    def _shown(self, address: str) -> str:
        """Empty for that of an example which is hidden: its words are in it."""
        path = unquote(urlsplit(address).path).strip("/")
        return "" if f"{path}/" in self._hidden and address.startswith("/") else address

    @cached_property
    def _hidden(self) -> frozenset[str]:
        catalogue, urls = self.context.catalogue, self.context.urls
        signs = catalogue.signs_on(self.context.today)
        return frozenset(
            [urls.of(one) for one in catalogue.hidden_examples]
            + [urls.of(item) for item, _example in signs]
            + [urls.of(item) for item in catalogue.news if item not in self.context.news]
        )
