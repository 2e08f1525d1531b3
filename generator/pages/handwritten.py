"""content/pages/*.md -> pages of the site, written by hand in Markdown that MkDocs converts.

The title and the lead stand in the front matter: it is read as strictly as a record's, for MkDocs
prints a front matter that it can't read as if it were text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from jinja2 import Environment
from markupsafe import Markup
from pydantic import Field

from generator.checks.privacy import of_page
from generator.documents import Document, read_document
from generator.fingerprints import of_value
from generator.ignored import is_ignored
from generator.markup import with_room_for_tables, without_hidden
from generator.memory import Memory, kept_or_made
from generator.model.record import Day, Part, YesNo
from generator.model.review import Release
from generator.pages.site import Page
from generator.problems import Place, Problems, Severity
from generator.records import validated
from generator.settings import Addresses, Settings
from generator.texts import _

FOLDER = "content/pages"


class Front(Part):
    title: str = Field(min_length=1)
    description: str = ""  # the lead below the title, and what search engines show
    section: str = ""  # the entry of the main menu that is lit
    updated: Day | None = None
    indexed: YesNo = True
    releases: tuple[Release, ...] = ()  # see generator.privacy


class Handwritten(NamedTuple):
    address: str
    front: Front
    markdown: str


def load_handwritten(
    root: Path,
    taken: Container[str],
    settings: Settings,
    problems: Problems,
    memory: Memory | None = None,
) -> dict[str, Handwritten]:
    """By address. A problem for each page that can't be read, or whose address is `taken`."""
    memory = memory or Memory()
    folder = root / FOLDER
    paths = sorted(
        path for path in folder.rglob("*.md") if not is_ignored(path.relative_to(folder))
    )
    pages: dict[str, Handwritten] = {}
    owners: dict[str, str] = {}
    for path, page in kept_or_made(
        memory.shelf("handwritten"),
        _mark_of([path.relative_to(root).as_posix() for path in paths], memory),
        lambda: [*_read(paths, root, settings, problems)],
        problems,
    ):
        address = page.address
        if address in taken or address in pages:
            problems.error(
                Place(path),
                _("wants the address /{address}, which {other} has").format(
                    address=address, other=owners.get(address, _("a page of the site's own"))
                ),
                _("Give the file another name."),
            )
            continue
        pages[address] = page
        owners[address] = path
    return pages


def _mark_of(paths: Sequence[str], memory: Memory) -> bytes | None:
    marks = [memory.mark(path) for path in paths]
    return of_value([paths, marks]) if all(marks) else None


def _read(
    paths: Iterable[Path], root: Path, settings: Settings, problems: Problems
) -> Iterator[tuple[str, Handwritten]]:
    for path in paths:
        document = read_document(path, root, problems)
        front = document and _front_of(document, problems)
        stopped = tuple(of_page(document, settings)) if document else ()
        problems.found += stopped
        if document and front and not any(one.severity is Severity.ERROR for one in stopped):
            address = _address_of(path.relative_to(root / FOLDER))
            yield document.path, Handwritten(address, front, document.body)


def _front_of(document: Document, problems: Problems) -> Front | None:
    front = validated(document.data, Front, document, problems)
    if front and front.section and front.section not in Addresses.model_fields:
        problems.error(
            document.place("section"),
            _("there is no section called “{section}”").format(section=front.section),
            _("The sections are: {sections}.").format(sections=", ".join(Addresses.model_fields)),
        )
        return None
    return front


def _address_of(path: Path) -> str:
    """As MkDocs names them: om/index.md -> om/, om/kontakt.md -> om/kontakt/."""
    named = path.parent if path.stem in ("index", "README") else path.with_suffix("")
    return "" if named == Path() else f"{named.as_posix()}/"


def page_from(written: Handwritten, html: str, titles: Mapping[str, str], env: Environment) -> Page:
    """`titles` by address, of the pages that a link may lead to: those above and those beside."""
    front, href = written.front, cast(Callable[[str], str], env.globals["href"])
    folders = written.address.split("/")[:-2]
    above = ["/".join(folders[: n + 1]) + "/" for n in range(len(folders))]
    body = env.get_template("handwritten.html").render(
        title=front.title,
        lead=front.description,
        way=[(titles[address], href(address)) for address in above if address in titles],
        beside=[(title, href(address)) for title, address in _beside(written.address, titles)],
        text=_within_the_page(html, href("")),
    )
    return Page(
        written.address,
        front.title,
        body,
        description=front.description,
        section=front.section,
        updated=front.updated,
        indexed=front.indexed,
    )


def _beside(address: str, titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """The other pages of the same folder, its own page first, as (title, address)."""
    folder = address.partition("/")[0] + "/"
    return sorted(
        (
            (title, other)
            for other, title in titles.items()
            if other.startswith(folder) and other != address
        ),
        key=lambda found: (found[1] != folder, found[0]),
    )


def _within_the_page(html: str, root: str) -> Markup:
    """The page has its h1 already, and links from the root must go to the site's own."""
    html = re.sub(r"(</?)h1\b", r"\1h2", html)
    html = re.sub(r'((?:href|src)=")/(?!/)', rf"\g<1>{root}", html)
    return Markup(with_room_for_tables(without_hidden(html)))
