"""Redirects -> a page at each old address, which leads on to the new one.

A page, and not a rule for one kind of server: so that it works wherever the files are put.
"""

from __future__ import annotations

from collections.abc import Container

from jinja2 import Environment
from markupsafe import Markup

from generator.documents import Document
from generator.pages.site import Page, Site
from generator.problems import Problems
from generator.settings.redirects import Redirect, Redirects
from generator.texts import _


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
