"""An assembled site -> every file of its export: Markdown, pictures, calendars, lists of words.

It is made of the catalogue and of the pages that the site has, never of files: so what is hidden,
not approved or yet to come is not there.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple

from exempelbank.documents import as_yaml
from exempelbank.feeds.calendar import CalendarWriter
from exempelbank.files.paths import PAGES
from exempelbank.i18n import _
from exempelbank.markdown_export.fields import (
    FrontMatter,
    PageRecord,
    calendar_path,
    picture_path,
)
from exempelbank.markdown_export.texts import ExportedTexts
from exempelbank.markdown_pages import BESIDE, MarkdownPage, files_in, may_lie_beside
from exempelbank.model.content import Event, NewsItem
from exempelbank.settings import Term
from exempelbank.site.assembly import AssembledSite
from exempelbank.site.context import RenderContext
from exempelbank.site.pages import OWN_PAGE_MODULES

CONTENT, STATIC, DATA = "content", "static", "data"


class ExportedFile(NamedTuple):
    path: str  # from the folder of the export
    make: Callable[[], bytes]


@dataclass(frozen=True)
class SiteExport:
    assembled: AssembledSite
    root: Path  # of the project

    def files(self) -> Iterator[ExportedFile]:
        """In one order, whatever the disk says."""
        yield ExportedFile("README.md", self._readme)
        for record in self._records():
            address = self._context.urls.of(record)
            yield ExportedFile(_content_path(address), partial(self._page_of, record))
        for page in self._pages_by_hand:
            yield ExportedFile(_content_path(page.address), partial(self._page_by_hand, page))
        yield from self._static_files()
        for name, data in self._data().items():
            yield ExportedFile(f"{DATA}/{name}.json", partial(_json, data))

    @property
    def left_out(self) -> list[str]:
        """Pages by hand of which more decides than this program: hooks, or extensions of others."""
        exported = {page.path for page in self._pages_by_hand}
        return [
            one.path for one in self.assembled.markdown_pages.values() if one.path not in exported
        ]

    @property
    def _context(self) -> RenderContext:
        return self.assembled.context

    # ---- Pages ----

    def _records(self) -> Iterator[PageRecord]:
        catalogue = self._context.catalogue
        yield from catalogue.examples
        yield from catalogue.archived
        yield from self._context.news  # without drafts, and what is yet to come
        yield from (one for one in catalogue.content if not isinstance(one, NewsItem))

    @cached_property
    def _pages_by_hand(self) -> list[MarkdownPage]:
        pages = self.assembled.markdown_pages.values()
        return [page for page in pages if self._texts.by_hand(page) is not None]

    @cached_property
    def _texts(self) -> ExportedTexts:
        return ExportedTexts(self._context, self.root)

    @cached_property
    def _front_matter(self) -> FrontMatter:
        aliases: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for moved in self.assembled.redirects:
            aliases[moved.new] += (moved.old,)
        return FrontMatter(self._context, aliases)

    def _page_of(self, record: PageRecord) -> bytes:
        return _page(self._front_matter.of(record), self._texts.of(record))

    def _page_by_hand(self, page: MarkdownPage) -> bytes:
        return _page(self._front_matter.of_page(page), self._texts.by_hand(page) or "")

    # ---- What pages show, and what they are sorted by ----

    def _static_files(self) -> Iterator[ExportedFile]:
        catalogue = self._context.catalogue
        for example in catalogue.public_examples:
            if picture := catalogue.images.get(example.id):
                yield ExportedFile(f"{STATIC}/{picture_path(example)}", picture.read)
        for event in catalogue.events:
            address = calendar_path(event, self._context)
            yield ExportedFile(f"{STATIC}/{address}", partial(self._calendar, event))
        for path in files_in(self.root)[1]:
            known = path.suffix.lower() in BESIDE
            if known and may_lie_beside(path, self.root, self.assembled.settings):
                inner = path.relative_to(self.root / PAGES).as_posix()
                yield ExportedFile(f"{STATIC}/{inner}", path.read_bytes)

    def _calendar(self, event: Event) -> bytes:
        return CalendarWriter(self.assembled.settings).write(event.title, (event,))

    def _data(self) -> Mapping[str, Any]:
        """Only what readers meet: no address of a term, and no other name of it."""
        settings = self.assembled.settings
        organisation = settings.organisation
        own = [page for module in OWN_PAGE_MODULES for page in module.own_pages(self._context)]
        return {
            "organisation": {
                "name": organisation.name,
                "site_name": organisation.site_name,
                "description": organisation.description,
                "language": organisation.language,
                "url": organisation.url,
                "email": organisation.email,
                "licence": organisation.licence,
                "licence_url": organisation.licence_url,
            },
            "about": settings.about.model_dump(mode="json"),
            "sections": [
                {"url": f"/{one.address}", "title": one.title, "description": one.description}
                for one in own
                if settings.may_have(one.address)
            ],
            "redirects": [
                {"from": f"/{one.old}", "to": f"/{one.new}"} for one in self.assembled.redirects
            ],
            "municipalities": [
                {
                    **_term(place),
                    "kind": place.kind.value,
                    "code": place.code,
                    "districts": [_term(one) for one in place.districts],
                }
                for place in settings.municipalities
            ],
            "vocabularies": {
                name: [_term(term) for term in vocabulary]
                for name, vocabulary in settings.vocabularies.items()
                if name not in _PAGES_OF_THEIR_OWN
            },
        }

    def _readme(self) -> bytes:
        organisation = self.assembled.settings.organisation
        lines = [
            f"# {organisation.site_name}",
            _("What stood on {url}, as files that other programs can build a site of.").format(
                url=organisation.url
            ),
            "\n".join(
                f"- `{folder}/`: {about}"
                for folder, about in (
                    (CONTENT, _("a page in each file, in folders as the sections. Above the text "
                                "stand its fields; `url` is its address on the site, and `aliases` "
                                "are earlier ones.")),
                    (STATIC, _("pictures, calendar files and other files, by their addresses.")),
                    (DATA, _("words to choose from, municipalities, sections and redirects.")),
                )
            ),
            _("Only what the site shows is here: nothing that waits for review, is paused, "
              "withdrawn or yet to come. What is withdrawn after this was made is still here: make "
              "it anew, and take this one away."),
        ]  # fmt: skip
        if organisation.licence:
            licence = f"{organisation.licence} {organisation.licence_url}".strip()
            lines.append(_("Licence: {licence}").format(licence=licence))
        return ("\n\n".join(lines) + "\n").encode()


# They are content, or in a list of their own.
_PAGES_OF_THEIR_OWN = ("focus_areas", "networks", "municipalities", "districts")


def _content_path(address: str) -> str:
    return f"{CONTENT}/{address.rstrip('/')}.md"


def _page(fields: Mapping[str, Any], text: str) -> bytes:
    front_matter = f"---\n{as_yaml(fields)}---\n"
    return (f"{front_matter}\n{text}" if text else front_matter).encode()


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def _term(term: Term) -> Mapping[str, str]:
    about = {"short": term.short, "about": term.about, "replaced_by": term.replaced_by or ""}
    return {"id": term.id, "label": term.label} | {name: one for name, one in about.items() if one}
