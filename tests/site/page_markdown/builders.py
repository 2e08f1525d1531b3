"""Markdown of a page written by hand -> the page, as MkDocs and the site make it together."""

from __future__ import annotations

from markdown import markdown

from exempelbank.markdown_pages import MarkdownPage, PageFrontMatter
from exempelbank.site.markdown_page import page_from_markdown
from exempelbank.site.page_markdown.extension import PageExtension
from exempelbank.site.rendering.environment import environment
from exempelbank.site.site import Page
from exempelbank.text.links import AT_ROOT
from tests.builders import sample_settings


def a_page(text: str, *extensions: str) -> Page:
    html = markdown(text, extensions=[*extensions, PageExtension()])
    written = MarkdownPage("om/", PageFrontMatter(title="Om"), text, "content/pages/om.md")
    return page_from_markdown(written, html, AT_ROOT, {}, environment(sample_settings()))


def prose(text: str, *extensions: str) -> str:
    """What stands in the column of running text."""
    html = a_page(text, *extensions).html
    return html.partition('<div class="eb-prose">')[2]
