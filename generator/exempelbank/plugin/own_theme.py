"""What theme.custom_dir and mkdocs.yml add to the theme: what its templates may call, and what is
said when one of them fails.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import TemplateSyntaxError
from markupsafe import Markup

from exempelbank.i18n import _
from exempelbank.problems import Location, Problem
from exempelbank.settings.mkdocs_file import MkDocsFile
from exempelbank.site.site import Page


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


def link_from_root(href: Callable[[str], str]) -> Callable[[str], str]:
    """MkDocs's filter `url`, which counts from the page: a layout is printed for many."""

    def url(address: object) -> str:
        text = str(address)
        elsewhere = ":" in text.partition("/")[0] or text.startswith(("/", "#", "?"))
        return text if elsewhere else href(text)

    return url


def template_fault(error: Exception, config: MkDocsFile) -> Problem | None:
    """Where in custom_dir a template failed; None when it was one of ours."""
    if isinstance(error, TemplateSyntaxError):
        places = [(error.filename or "", error.lineno)]
    else:
        places = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    folder = config.custom_dir
    for name, line in reversed(places):
        if folder and Path(name).is_relative_to(folder.resolve()):
            place = Path(name).relative_to(config.root.resolve()).as_posix()
            says = _("the template failed: {why}").format(why=str(error) or type(error).__name__)
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
