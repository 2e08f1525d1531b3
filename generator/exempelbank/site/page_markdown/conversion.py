"""Markdown of a page written by hand -> HTML, without MkDocs, to look something up in it."""

from __future__ import annotations

from typing import Any

from markdown import markdown

from exempelbank.rules.markdown_extensions import is_installed_extension
from exempelbank.settings.mkdocs_file import MkDocsFile
from exempelbank.site.page_markdown.extension import PageExtension
from exempelbank.site.page_markdown.options import with_page_options
from exempelbank.text.page_html import allowed_html

_ALWAYS = ("toc", "tables", "fenced_code")  # MkDocs's own


def page_html(text: str, config: MkDocsFile) -> str | None:
    """None when more than this program decides what it becomes."""
    if more_decides(config):
        return None
    named = _named(config.get("markdown_extensions"))
    options = with_page_options(named)
    extensions = [*dict.fromkeys((*_ALWAYS, *named)), PageExtension()]
    try:
        return allowed_html(markdown(text, extensions=extensions, extension_configs=options))
    except Exception:  # an extension is told what it does not take: MkDocs says so
        return None


def more_decides(config: MkDocsFile) -> bool:
    """Than this program: hooks, or extensions that it does not know."""
    named = _named(config.get("markdown_extensions"))
    known = all(map(is_installed_extension, named)) and not _holds_none(with_page_options(named))
    return bool(config.get("hooks")) or not known


def _named(value: Any) -> dict[str, dict[str, Any]]:
    """[name, {name: options}], or a mapping of such."""
    pairs = value.items() if isinstance(value, dict) else ()
    for one in value if isinstance(value, list) else ():
        pairs = (*pairs, *(one.items() if isinstance(one, dict) else [(one, {})]))
    return {str(name): options or {} for name, options in pairs}


def _holds_none(value: object) -> bool:
    """So stands what can't be read here: a function, or what comes from the environment."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value is None or any(map(_holds_none, inner))
