"""The pages written by hand: read as the build reads them; what they show is there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from exempelbank.checks import check_comments
from exempelbank.checks.page import check_page_text
from exempelbank.checks.page_links import check_linked_files
from exempelbank.checks.privacy import check_page_privacy
from exempelbank.documents import read_document
from exempelbank.files.paths import MKDOCS_FILE, PAGES
from exempelbank.i18n import _
from exempelbank.markdown_pages import (
    MarkdownPage,
    files_in,
    front_matter_of,
    load_markdown_pages,
    refused_pages,
)
from exempelbank.problems import Location, Problems
from exempelbank.settings import Settings


def check_markdown_pages(
    root: Path, settings: Settings, problems: Problems
) -> Mapping[str, MarkdownPage]:
    """By address. Those that can't be shown are among them: that has become problems."""
    shown = load_markdown_pages(root, (), settings, problems)
    refused = {page.address: page for page in refused_pages(root, shown.values())}
    pages = {**refused, **shown}
    for page in pages.values():
        problems.found += check_linked_files(page, root, settings)
    if not files_in(root)[0] and (root / MKDOCS_FILE).exists():
        problems.error(
            Location(PAGES),
            _("holds no page, and MkDocs builds nothing without one"),
            _("Write one, such as om/index.md, with its title in the front matter."),
        )
    return pages


def check_texts_of_pages(root: Path, problems: Problems) -> None:
    """What of the pages does not depend on the settings: their front matter, and what they tell."""
    for path in files_in(root)[0]:
        if document := read_document(path, root, problems):
            front_matter_of(document, problems)
            problems.found += check_comments(document)
            problems.found += check_page_text(document)
            problems.found += check_page_privacy(document)
