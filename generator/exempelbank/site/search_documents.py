"""The records, the site's own pages and those written by hand -> what search knows of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exempelbank.markdown_pages import MarkdownPage
from exempelbank.search import SearchDocument
from exempelbank.site.components.search_document import PAGE, searchable_text
from exempelbank.site.context import RenderContext
from exempelbank.site.pages import OWN_PAGE_MODULES, SEARCHED_MODULES


def search_documents(
    context: RenderContext, markdown_pages: Iterable[MarkdownPage] = ()
) -> Iterator[SearchDocument]:
    """Each kind together: examples first, archived ones among them."""
    for document in _of_pages_that_are_made(context):
        if context.settings.may_have(document.address):
            yield document
    for page in markdown_pages:
        if page.front_matter.indexed:
            yield _search_document(page)


def _of_pages_that_are_made(context: RenderContext) -> Iterator[SearchDocument]:
    for module in SEARCHED_MODULES:
        yield from module.search_documents(context)
    for module in OWN_PAGE_MODULES:
        for own in module.own_pages(context):
            yield own.search_document


def _search_document(page: MarkdownPage) -> SearchDocument:
    return SearchDocument(
        page.address,
        page.address,
        PAGE,
        page.front_matter.title,
        page.front_matter.description,
        body=searchable_text(page.markdown),
    )
