"""site_config/redirects.yml -> a page at each old address, which leads on to the new one.

A page, and not a rule for one kind of server: so that it works wherever the files are put.
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import Annotated

from jinja2 import Environment
from markupsafe import Markup
from pydantic import Field

from generator.documents import Document, read_document
from generator.model.record import Part
from generator.pages.site import Page, Site
from generator.problems import Problems
from generator.records import validated
from generator.texts import _

FILE = "site_config/redirects.yml"
Address = Annotated[str, Field(pattern=r"^([a-z0-9-]+/)+$")]


class Redirect(Part):
    old: Annotated[Address, Field(alias="from")]
    new: Annotated[str, Field(alias="to", pattern=r"^([a-z0-9-]+/)*$")]


class Redirects(Part):
    redirects: tuple[Redirect, ...] = ()


def load_redirects(root: Path, problems: Problems) -> tuple[Document, Redirects] | None:
    path = root / FILE
    document = read_document(path, root, problems) if path.exists() else None
    found = document and validated(document.data, Redirects, document, problems)
    return (document, found) if document and found else None


def with_redirects(
    site: Site,
    loaded: tuple[Document, Redirects] | None,
    written: Container[str],
    env: Environment,
    problems: Problems,
) -> Site:
    """The site with a page for each redirect, which may not stand in the way of another page."""
    if loaded is None:
        return site
    document, found = loaded
    pages = dict(site.planned_pages)
    for number, redirect in enumerate(found.redirects):
        if redirect.old in pages or redirect.old in written:
            problems.error(
                document.place("redirects", number, "from"),
                _("there is a page at /{address}").format(address=redirect.old),
                _("Take the redirect away, or move the page."),
            )
        elif redirect.new not in site.planned_pages and redirect.new not in written:
            problems.error(
                document.place("redirects", number, "to"),
                _("there is no page at /{address}").format(address=redirect.new),
                _("Write the address as it stands in the browser, without the name of the site."),
            )
        else:
            pages[redirect.old] = _page(redirect, env)
    return Site(pages, site.planned_files)


def _page(redirect: Redirect, env: Environment) -> Page:
    href = env.globals["href"](redirect.new)  # type: ignore[operator]
    return Page(
        redirect.old,
        _("The page has moved"),
        env.get_template("moved.html").render(new=href),
        head=Markup('<meta http-equiv="refresh" content="0; url={}">').format(href),
        indexed=False,
    )
