"""content/pages -> the pages written by hand, and the files that lie beside them.

The build and `exempelbank check` ask here, so what is wrong for one is wrong for the other.

pages         which pages there are, and what may lie beside them
front_matter  the title, the lead and the rest that stands above the text
"""

from __future__ import annotations

from exempelbank.markdown_pages.front_matter import PageFrontMatter, front_matter_of
from exempelbank.markdown_pages.pages import (
    BESIDE,
    MarkdownPage,
    draft_sources,
    files_in,
    layout_file,
    leads_to_file,
    load_markdown_pages,
    may_lie_beside,
    page_sources,
    refused_pages,
)

__all__ = [
    "BESIDE",
    "MarkdownPage",
    "PageFrontMatter",
    "draft_sources",
    "files_in",
    "front_matter_of",
    "layout_file",
    "leads_to_file",
    "load_markdown_pages",
    "may_lie_beside",
    "page_sources",
    "refused_pages",
]
