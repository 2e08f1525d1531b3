"""What theme.custom_dir and mkdocs.yml add to the theme: what its templates may call, and what is
said when one of them fails.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from traceback import walk_tb
from typing import Any, NamedTuple

from jinja2 import TemplateSyntaxError
from markupsafe import Markup

from exempelbank.files.paths import PAGES
from exempelbank.i18n import _
from exempelbank.markdown_pages import MarkdownPage
from exempelbank.problems import Location, Problem
from exempelbank.rules.menu import menu_entries
from exempelbank.settings.mkdocs_file import MkDocsFile
from exempelbank.site.site import Page
from exempelbank.text.links import safe_address


class TemplatePage(Page):
    """With the names that templates of MkDocs's themes know a page by."""

    @property
    def content(self) -> Markup:
        return Markup(self.html)

    @property
    def url(self) -> str:
        return self.address

    @property
    def is_homepage(self) -> bool:
        return not self.address

    @property
    def meta(self) -> Mapping[str, str]:
        return {"title": self.title, "description": self.description}


class MenuLink(NamedTuple):
    title: str
    href: str
    address: str | None = None  # of a page written by hand: the link is lit on it


def theme_names(config: MkDocsFile, href: Callable[[str], str]) -> dict[str, Any]:
    """What the theme's templates can call besides what bodies may."""

    def own_file(path: str) -> str:
        """Its link, another one when it has changed: hosts let browsers keep files for long."""
        file = config.find(path)
        digest = hashlib.sha256(file.read_bytes()).hexdigest()[:8] if file else ""
        return f"{href(path)}?{digest}"

    return {
        "own_file": own_file,
        "logo": config.text("theme", "logo"),
        "favicon": config.text("theme", "favicon"),
    }


def menu_links(
    config: MkDocsFile, pages: Iterable[MarkdownPage], href: Callable[[str], str]
) -> list[MenuLink]:
    """What nav adds to the menu: pages that are published, and links."""
    by_file = {page.path: page for page in pages}
    links = []
    for entry in menu_entries(config):
        if page := by_file.get(f"{PAGES}/{entry.leads_to}"):
            title = entry.title or page.front_matter.title
            links.append(MenuLink(title, href(page.address), page.address))
        elif entry.is_on_the_site and entry.title:
            links.append(MenuLink(entry.title, href(entry.leads_to[1:])))
        elif entry.title and (address := safe_address(entry.leads_to)):
            links.append(MenuLink(entry.title, address))
    return links


def link_from_root(href: Callable[[str], str]) -> Callable[[str], str]:
    """MkDocs's filter `url`, which counts from the page: a layout is printed for many."""

    def url(address: object) -> str:
        text = str(address)
        elsewhere = ":" in text.partition("/")[0] or text.startswith(("/", "#", "?"))
        return text if elsewhere else href(text)

    return url


def fault_in_own_code(error: Exception, config: MkDocsFile) -> Problem | None:
    """Where a template in custom_dir or a hook failed; None when it was code of ours."""
    if isinstance(error, TemplateSyntaxError | SyntaxError):
        places = [(error.filename or "", error.lineno or 1)]
    else:
        places = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    root = config.root.resolve()
    for name, line in reversed(places):
        path = Path(name)
        if any(path.is_relative_to((root / own).resolve()) for own in config.code):
            place = path.relative_to(root).as_posix() if path.is_relative_to(root) else name
            says = _("could not be run: {why}").format(why=str(error) or type(error).__name__)
            return Problem(Location(place, line), says)
    return None


def changed_page_message(config: MkDocsFile) -> str:
    return str(
        Problem(
            Location(config.text("theme", "custom_dir")),
            _("a template changes the title, text, address or description of a page"),
            _("One print serves many pages: show them as they are, without filters."),
        )
    )
