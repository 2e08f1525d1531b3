"""The page that says what the open data are, where, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from exempelbank.feeds import open_data
from exempelbank.feeds.open_data.columns import COLUMNS, Column
from exempelbank.pages import json_ld
from exempelbank.pages.press import Press
from exempelbank.pages.site import Page, PlannedPage
from exempelbank.texts import _


def pages(press: Press) -> Iterator[PlannedPage]:
    address, title = press.book.section("data"), _("Open data")
    yield PlannedPage(address, title, "data", partial(_page, press, address, title))


def _page(press: Press, address: str, title: str) -> Page:
    return press.page(
        "open-data.html",
        address,
        title,
        description=_("All examples as JSON and CSV, with a codebook and a schema."),
        section="data",
        head=(json_ld.breadcrumbs(press, (title, address)),),
        files=[
            (_("All examples as JSON"), press.href(address + open_data.JSON), "code-json"),
            (_("All examples as CSV"), press.href(address + open_data.CSV), "table-large"),
            (_("JSON Schema"), press.href(address + open_data.SCHEMA), "code-json"),
            ("llms.txt", press.href(open_data.LLMS), "text-search"),
        ],
        columns=[(column.name, column.about, _form(column)) for column in COLUMNS],
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
