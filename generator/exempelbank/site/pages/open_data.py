"""The page that says what the open data are, where, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from exempelbank.feeds import open_data
from exempelbank.feeds.open_data.columns import COLUMNS, Column
from exempelbank.i18n import _, pgettext
from exempelbank.settings import Settings
from exempelbank.site.components import json_ld
from exempelbank.site.components.search_document import OwnPage
from exempelbank.site.context import RenderContext
from exempelbank.site.site import LazyPage, Page


def own_pages(context: RenderContext) -> Iterator[OwnPage]:
    yield OwnPage(
        context.urls.section("data"),
        _("Open data"),
        _("All examples as JSON and CSV, with a codebook and a schema."),
        pgettext("what readers call a page", "API, download, Excel, dataset, licence"),
    )


def pages(context: RenderContext) -> Iterator[LazyPage]:
    for own in own_pages(context):
        yield LazyPage(own.address, own.title, "data", partial(_page, context, own))


def _page(context: RenderContext, own: OwnPage) -> Page:
    files = open_data.data_files(context.settings)
    return context.page(
        "open-data.html",
        own.address,
        own.title,
        description=own.description,
        section="data",
        head=(json_ld.breadcrumbs(context, (own.title, own.address)),),
        files=[
            (_("All examples as JSON"), context.href(files.json), "code-json"),
            (_("All examples as CSV"), context.href(files.csv), "table-large"),
            (_("JSON Schema"), context.href(files.schema), "code-json"),
            ("llms.txt", context.href(open_data.LLMS), "text-search"),
        ],
        columns=[
            (column.name, column.about(context.settings), _form(column, context.settings))
            for column in COLUMNS
        ],
    )


def _form(column: Column, settings: Settings) -> str:
    """ "lista, högst 3, ur work_areas"."""
    forms = {"list": _("list"), "date": _("date"), "number": _("number"), "count": _("number")}
    words = [forms.get(column.form, _("text"))]
    if most := column.most(settings):
        words.append(_("at most {n}").format(n=most))
    if longest := column.longest(settings):
        words.append(_("at most {n} characters").format(n=longest))
    if column.vocabulary:
        words.append(_("from {list}").format(list=column.vocabulary))
    return ", ".join(words)
