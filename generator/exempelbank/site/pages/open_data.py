"""The page that says what the open data are, where, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from exempelbank.feeds import open_data
from exempelbank.feeds.open_data.columns import COLUMNS, Column
from exempelbank.i18n import _
from exempelbank.site.components import json_ld
from exempelbank.site.context import RenderContext
from exempelbank.site.site import LazyPage, Page


def pages(context: RenderContext) -> Iterator[LazyPage]:
    address, title = context.urls.section("data"), _("Open data")
    yield LazyPage(address, title, "data", partial(_page, context, address, title))


def _page(context: RenderContext, address: str, title: str) -> Page:
    return context.page(
        "open-data.html",
        address,
        title,
        description=_("All examples as JSON and CSV, with a codebook and a schema."),
        section="data",
        head=(json_ld.breadcrumbs(context, (title, address)),),
        files=[
            (_("All examples as JSON"), context.href(address + open_data.JSON), "code-json"),
            (_("All examples as CSV"), context.href(address + open_data.CSV), "table-large"),
            (_("JSON Schema"), context.href(address + open_data.SCHEMA), "code-json"),
            ("llms.txt", context.href(open_data.LLMS), "text-search"),
        ],
        columns=[
            (column.name, column.about(context.settings), _form(column)) for column in COLUMNS
        ],
    )


def _form(column: Column) -> str:
    """ "lista, högst 3, ur work_areas"."""
    words = [
        {"list": _("list"), "date": _("date"), "number": _("number")}.get(column.form, _("text"))
    ]
    if column.most:
        words.append(_("at most {n}").format(n=column.most))
    if column.longest:
        words.append(_("at most {n} characters").format(n=column.longest))
    if column.vocabulary:
        words.append(_("from {list}").format(list=column.vocabulary))
    return ", ".join(words)
