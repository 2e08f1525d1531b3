"""What search knows of a record, and how each kind of answer is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from exempelbank.catalogue.facets import FACETS
from exempelbank.search import SearchDocument
from exempelbank.site.context import RenderContext


class SearchKind(NamedTuple):
    """`singular` and `plural` are message ids in the context "search"."""

    name: str
    colour: str
    icon_name: str  # empty: the colour's own
    singular: str
    plural: str


PAGE = "page"  # the kind of answer that is no record


class OwnPage(NamedTuple):
    """A page of the site that stands for no record. `called`: what readers may call it, besides."""

    address: str
    title: str
    description: str
    called: str = ""

    @property
    def search_document(self) -> SearchDocument:
        return SearchDocument(
            self.address,
            self.address,
            PAGE,
            self.title,
            self.description,
            labels=(self.called,) if self.called else (),
        )


# What is no words for a reader, by a sign of it. Other marks of Markdown are no letters, and
# nothing to search.
_NOT_WORDS = {
    "](": re.compile(r"\]\([^)]*\)"),
    "<": re.compile(r"<[^>]*>"),
    "://": re.compile(r"https?://\S+"),
    "@": re.compile(r"\S+@\S+"),
}


def search_labels(context: RenderContext, record: object, fields: Iterable[str]) -> tuple[str, ...]:
    """The words for the terms in these fields, each named as its vocabulary."""
    return tuple(
        context.settings.label(field, id) for field in fields for id in getattr(record, field)
    )


def search_facets(context: RenderContext, record: object) -> Mapping[str, tuple[str, ...]]:
    """The same choices as among the examples, of what other records have in common with them."""
    facets: dict[str, tuple[str, ...]] = {}
    for facet in FACETS:
        for field in (facet.vocabulary, facet.name):
            value = getattr(record, field, None)
            if value and facet.vocabulary and field != "kind":
                values = (value,) if isinstance(value, str) else tuple(value)
                facets[str(getattr(context.urls.inner, facet.name))] = values
    return facets


def searchable_text(markdown: str) -> str:
    """Its words alone."""
    # Most texts have none of these, and to look for a few letters is quicker than for a pattern.
    for sign, pattern in _NOT_WORDS.items():
        if sign in markdown:
            markdown = pattern.sub(" ", markdown)
    return markdown
