"""Markdown of a page written by hand -> the page, as MkDocs and the site make it together."""

from __future__ import annotations

import re
from typing import Any

import yaml
from markdown import markdown

from exempelbank.markdown_pages import MarkdownPage, PageFrontMatter
from exempelbank.site.markdown_page import page_from_markdown
from exempelbank.site.page_markdown.extension import PageExtension
from exempelbank.site.page_markdown.options import with_page_options
from exempelbank.site.rendering.environment import environment
from exempelbank.site.site import Page
from exempelbank.text.links import AT_ROOT
from tests.builders import PROJECT, sample_settings
from tests.site.builders import Reading

# As mkdocs.yml has them, by name.
NAMED: dict[str, dict[str, Any]] = {
    name: options
    for one in yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    for name, options in (one.items() if isinstance(one, dict) else [(one, {})])
}


def what_the_guide_says() -> str:
    """All the examples of docs/sidor.md, as one page."""
    guide = (PROJECT / "docs" / "sidor.md").read_text("utf-8")
    examples = re.findall(r"^(`{3,4})markdown\n(.*?)^\1$", guide, re.DOTALL | re.MULTILINE)
    return "\n".join(text for _fence, text in examples)


def a_page(text: str, **options: dict[str, Any]) -> Page:
    """`options` of extensions, besides those of mkdocs.yml."""
    html = markdown(
        text,
        extensions=["toc", *NAMED, PageExtension()],
        extension_configs=with_page_options({**NAMED, **options}),
    )
    written = MarkdownPage("om/", PageFrontMatter(title="Om"), text, "content/pages/om.md")
    return page_from_markdown(written, html, AT_ROOT, {}, environment(sample_settings()))


def prose(text: str) -> str:
    """What stands in the column of running text."""
    return a_page(text).html.partition('<div class="eb-prose md-typeset">')[2]


def elements(text: str) -> Reading:
    return Reading(prose(text))
