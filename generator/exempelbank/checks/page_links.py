"""The links and pictures of a page written by hand: what they lead to is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from exempelbank.checks.links import LinkCheck
from exempelbank.checks.texts import not_followed, remedy
from exempelbank.documents import text_of
from exempelbank.files.paths import PAGES
from exempelbank.i18n import _
from exempelbank.markdown_pages import MarkdownPage, leads_to_file
from exempelbank.problems import Location, Problem, Severity
from exempelbank.rules.page_names import RESERVED_ROOT_FILES, PageSource, made_by_the_site
from exempelbank.settings import Settings
from exempelbank.text.links import is_as_written, is_internal
from exempelbank.text.markdown_reading import WrittenLink, links_in


def check_page_links(page: MarkdownPage, root: Path, check: LinkCheck) -> Iterator[Problem]:
    """What leads to a file is looked for with the files."""
    links = check.links_of(PageSource(page.address, page.path))
    for link in links_in(page.markdown, html=True):
        place = _place_on(page, link, root)
        if link.is_picture or (is_internal(link.address) and leads_to_file(link.address)):
            continue
        if not is_internal(link.address) and not is_as_written(link.address):
            yield not_followed(place, link.written, remedy(link.written, check.settings))
        else:
            yield from check.of_link(place, link.address, links)


def check_linked_files(page: MarkdownPage, root: Path, settings: Settings) -> Iterator[Problem]:
    for link in links_in(page.markdown, html=True):
        wanted = _candidate_files(link, page, settings)
        if not wanted or any((root / PAGES / file).is_file() for file in wanted):
            continue
        place = _place_on(page, link, root)
        if link.is_picture:
            says = _("shows {file}, which is not there")
            fix = _("Put the file beside the page, or take the picture away.")
        else:
            says = _("leads to {file}, which is not there")
            fix = _("Put the link right, or take it away.")
        yield Problem(place, says.format(file=link.written), fix, Severity.WARNING)


def _place_on(page: MarkdownPage, link: WrittenLink, root: Path) -> Location:
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
