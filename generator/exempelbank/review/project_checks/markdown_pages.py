"""The pages written by hand: read as the build reads them; what they show is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from exempelbank.checks import RESERVED_ROOT_FILES, check_comments, made_by_the_site
from exempelbank.checks.page import check_page_text
from exempelbank.checks.privacy import check_page_privacy
from exempelbank.documents import read_document, text_of
from exempelbank.files.paths import MKDOCS_FILE, PAGES
from exempelbank.i18n import _
from exempelbank.markdown_pages import (
    MarkdownPage,
    files_in,
    front_matter_of,
    leads_to_file,
    load_markdown_pages,
    refused_pages,
)
from exempelbank.problems import Location, Problem, Problems, Severity
from exempelbank.settings import Settings
from exempelbank.text.links import is_internal
from exempelbank.text.markdown_reading import WrittenLink, links_in


def check_markdown_pages(
    root: Path, settings: Settings, problems: Problems
) -> Mapping[str, MarkdownPage]:
    """By address. Those that can't be shown are among them: that has become problems."""
    shown = load_markdown_pages(root, (), settings, problems)
    refused = {page.address: page for page in refused_pages(root, shown.values())}
    pages = {**refused, **shown}
    for page in pages.values():
        problems.found += _check_linked_files(page, root, settings)
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


def _check_linked_files(page: MarkdownPage, root: Path, settings: Settings) -> Iterator[Problem]:
    for link in links_in(page.markdown, html=True):
        wanted = _candidate_files(link, page, settings)
        if not wanted or any((root / PAGES / file).is_file() for file in wanted):
            continue
        place = place_on(page, link, root)
        if link.is_picture:
            yield Problem(
                place,
                _("shows {file}, which is not there").format(file=link.written),
                _("Put the file beside the page, or take the picture away."),
            )
        else:
            yield Problem(
                place,
                _("leads to {file}, which is not there").format(file=link.written),
                _("Put the link right, or take it away."),
                Severity.WARNING,
            )


def place_on(page: MarkdownPage, link: WrittenLink, root: Path) -> Location:
    above = text_of(root / page.path).count("\n") - page.markdown.count("\n")
    return Location(page.path, above + link.line + 1)


def _candidate_files(link: WrittenLink, page: MarkdownPage, settings: Settings) -> Iterable[str]:
    """In content/pages, any of which will do; none when it is a page or not ours to look for."""
    if not is_internal(link.address) or not (link.is_picture or leads_to_file(link.address)):
        return ()
    path = unquote(urlsplit(link.address).path)
    if path.startswith("/"):
        inner = path.lstrip("/")
        made = made_by_the_site(inner, settings)
        return () if made and made not in RESERVED_ROOT_FILES else (normpath(inner),)
    folder = str(PurePosixPath(page.path).relative_to(PAGES).parent)
    # Markdown counts from the file, HTML from the address.
    return normpath(join(folder, path)), normpath(join(page.address, path))
