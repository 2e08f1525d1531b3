"""content/pages -> the pages written by hand, and the files that lie beside them."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Container, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from exempelbank.checks import check_comments
from exempelbank.checks.example import IMAGE_SUFFIXES
from exempelbank.checks.page import check_page_text
from exempelbank.checks.page_markup import check_page_markup
from exempelbank.checks.privacy import check_page, check_words
from exempelbank.documents import read_document
from exempelbank.files.ignored import is_ignored
from exempelbank.files.paths import MKDOCS_FILE, PAGES
from exempelbank.i18n import _
from exempelbank.markdown_pages.front_matter import PageFrontMatter, front_matter_of
from exempelbank.problems import Location, Problem, Problems, Severity
from exempelbank.rules.page_names import PageSource, made_by_the_site, own_pages
from exempelbank.settings import Settings
from exempelbank.settings.mkdocs_file import THEME_FILES, read_mkdocs_file
from exempelbank.text.normalization import comparable

PICTURES = (*IMAGE_SUFFIXES, ".gif", ".svg", ".avif")
# No tables: an export of a form is one.
FETCHED = (".pdf", ".docx", ".odt", ".pptx", ".odp", ".mp3", ".mp4", ".webm", ".vtt")
BESIDE = (*PICTURES, *FETCHED)

# What MkDocs leaves out, and what the build has MkDocs print its layouts by.
_RESERVED = re.compile(r"templates/|_layout[0-9]+\.md$")


class MarkdownPage(NamedTuple):
    address: str
    front_matter: PageFrontMatter
    markdown: str
    path: str  # of the file, from the project
    draft: bool = False  # by draft_docs in mkdocs.yml: in a preview alone


def layout_file(number: int) -> str:
    """The name of a file that is not there, by which MkDocs prints a layout."""
    return f"_layout{number}.md"


def load_markdown_pages(
    root: Path,
    taken: Container[str],
    settings: Settings,
    problems: Problems,
    drafts: bool = False,
) -> dict[str, MarkdownPage]:
    """By address. A problem for each page that can't be read, or that can't have its address: for
    `taken`, besides what the site always makes itself, or because another file has it. `drafts`:
    those too.
    """
    written, beside = files_in(root, drafts)
    owners = {}
    for file in beside:
        problems.found += _of_beside(file, root, settings)
        owners[_claim(f"{_inner(file, root)}/")] = _name(file, root)
    own = own_pages(settings)
    pages: dict[str, MarkdownPage] = {}
    for page in _read(written, root, settings, problems):
        address, path, claim = page.address, page.path, _claim(page.address)
        if section := made_by_the_site(address, settings):
            problems.found.append(_in_a_section(path, section))
        elif claim in taken or claim in own or claim in owners:
            other = owners.get(claim, _("a page of the site's own"))
            problems.error(
                Location(path),
                _("wants the address /{address}, which {other} has").format(
                    address=address, other=other
                ),
                _("Give the file another name."),
            )
        else:
            pages[address] = page
            owners[claim] = path
    return pages


def refused_pages(root: Path, shown: Iterable[MarkdownPage]) -> Iterator[MarkdownPage]:
    """Those that can be read and yet not be shown, for what else is wrong with them."""
    paths = {page.path for page in shown}
    for path in files_in(root)[0]:
        document = read_document(path, root, Problems())
        if document and document.path not in paths:
            untitled = PageFrontMatter.model_construct(title="")
            address = _address_of(Path(_inner(path, root)))
            yield MarkdownPage(address, untitled, document.body, document.path)


def files_in(root: Path, drafts: bool = False) -> tuple[list[Path], list[Path]]:
    """(pages, what lies beside them): all but what is hidden, left by an editor, or left out by
    exclude_docs or draft_docs in mkdocs.yml.
    """
    folder, config = root / PAGES, read_mkdocs_file(root)
    keys = ("exclude_docs",) if drafts else ("exclude_docs", "draft_docs")
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if not is_ignored(path.relative_to(folder))
        and not any(config.lists(key, _inner(path, root)) for key in keys)
    ]
    pages = [path for path in found if path.suffix == ".md"]
    return pages, [path for path in found if path.suffix != ".md" and not path.is_dir()]


def page_sources(root: Path) -> tuple[PageSource, ...]:
    """By their files alone, whatever stands in them."""
    return tuple(
        PageSource(_address_of(Path(_inner(path, root))), _name(path, root))
        for path in files_in(root)[0]
    )


def draft_sources(root: Path) -> tuple[PageSource, ...]:
    """Those of draft_docs in mkdocs.yml."""
    published = set(files_in(root)[0])
    return tuple(
        PageSource(_address_of(Path(_inner(path, root))), _name(path, root))
        for path in files_in(root, drafts=True)[0]
        if path not in published
    )


def leads_to_file(address: str) -> bool:
    """Of a kind that may lie beside the pages."""
    return PurePosixPath(unquote(urlsplit(address).path)).suffix.lower() in BESIDE


def may_lie_beside(path: Path, root: Path, settings: Settings) -> bool:
    """Whether this file is published as it is."""
    if not path.is_relative_to(root / PAGES):
        return False
    left_out = is_ignored(path.relative_to(root / PAGES))
    return not left_out and not any(map(_is_error, _of_beside(path, root, settings)))


def _of_beside(path: Path, root: Path, settings: Settings) -> Iterator[Problem]:
    """What keeps a file from being published beside the pages, as it is."""
    yield from check_words(Location(_name(path, root)), path.name)
    if path.is_symlink():
        says, fix = _("is a link to another file"), _("Put the file itself here.")
        yield Problem(Location(_name(path, root)), says, fix)
    elif _begins_as_a_record(path) or not (
        path.suffix.lower() in BESIDE or _may_be_named(path, root)
    ):
        fix = _("A page's name ends with .md. Beside pages may lie {endings}.")
        yield Problem(
            Location(_name(path, root)),
            _("is neither a page nor a picture or document to fetch, and is not published"),
            fix.format(endings=" ".join(BESIDE)) + _of_themes(path),
        )
    elif section := made_by_the_site(_inner(path, root), settings):
        yield _in_a_section(_name(path, root), section)


def _may_be_named(path: Path, root: Path) -> bool:
    """By mkdocs.yml. Of one that can't be read nobody knows."""
    config = read_mkdocs_file(root)
    unread = not config.values and (root / MKDOCS_FILE).exists()
    return _inner(path, root) in config.named_files or (
        unread and path.suffix.lower() in THEME_FILES
    )


def _of_themes(path: Path) -> str:
    if path.suffix.lower() not in THEME_FILES:
        return ""
    says = _(
        "Style sheets and scripts are named in {config} (extra_css, extra_javascript), or lie in "
        "the folder that theme.custom_dir names; fonts lie there too."
    )
    return f"\n{says.format(config=MKDOCS_FILE)}"


def _is_error(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


def _begins_as_a_record(path: Path) -> bool:
    """Whatever its name says."""
    try:
        with path.open("rb") as file:
            return file.read(16).removeprefix(BOM_UTF8).startswith(b"---")
    except OSError:  # whoever publishes it says so
        return False


def _in_a_section(path: str, section: str) -> Problem:
    return Problem(
        Location(path),
        _("the site makes the pages of “{section}” itself").format(section=section),
        _("Move the file to another folder, or give it another name."),
    )


def _inner(path: Path, root: Path) -> str:
    return path.relative_to(root / PAGES).as_posix()


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _claim(address: str) -> str:
    """Two that differ in capitals alone are one on many a disk and server."""
    return comparable(address)


# ---- One page ----


def _read(
    paths: Iterable[Path], root: Path, settings: Settings, problems: Problems
) -> Iterator[MarkdownPage]:
    config = read_mkdocs_file(root)
    extensions = {name for name, _place in config.markdown_extensions}
    for path in paths:
        document, inner = read_document(path, root, problems), _inner(path, root)
        if document is None:
            continue
        stopped = tuple(check_page(document, settings))
        problems.found += (*check_comments(document), *check_page_text(document), *stopped)
        problems.found += check_page_markup(document, extensions) if config.values else ()
        if _RESERVED.match(inner):
            problems.error(
                Location(document.path),
                _("has a name that MkDocs keeps for itself"),
                _("Give the file another name."),
            )
        elif (front_matter := front_matter_of(document, problems)) and not any(
            map(_is_error, stopped)
        ):
            yield MarkdownPage(
                _address_of(Path(inner)),
                front_matter,
                document.body,
                document.path,
                config.lists("draft_docs", inner),
            )


def _address_of(path: Path) -> str:
    """As MkDocs names them: om/index.md -> om/, om/kontakt.md -> om/kontakt/."""
    named = path.parent if path.stem in ("index", "README") else path.with_suffix("")
    return "" if named == Path() else f"{named.as_posix()}/"
