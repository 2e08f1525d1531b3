"""`nav` of mkdocs.yml -> what it adds to the main menu, and what of it can't be there.

The site's own sections come first, in their order. The menu has one level.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from exempelbank.files.paths import PAGES
from exempelbank.i18n import _
from exempelbank.problems import Location, Problem, Severity
from exempelbank.settings.mkdocs_file import MkDocsFile
from exempelbank.text.links import safe_address
from exempelbank.text.normalization import nearest


class MenuEntry(NamedTuple):
    title: str  # none: that of the page
    leads_to: str  # a page by its file in content/pages, /a-place-on-the-site/, or an address
    location: Location
    inner: bool  # in a group, which the menu does not show

    @property
    def is_page(self) -> bool:
        return self.leads_to.endswith(".md")

    @property
    def is_on_the_site(self) -> bool:
        return self.leads_to.startswith("/") and not self.leads_to.startswith("//")


def menu_entries(config: MkDocsFile) -> list[MenuEntry]:
    return [*_entries_in(config.get("nav"), ("nav",), config)]


def _entries_in(
    value: object, keys: tuple[str | int, ...], config: MkDocsFile, title: str = ""
) -> Iterator[MenuEntry]:
    match value:
        case str():
            place = config.location(*keys)
            inner = sum(isinstance(key, int) for key in keys) > 1
            yield MenuEntry(title, value.strip(), Location(place.path, place.line, "nav"), inner)
        case list():
            for number, one in enumerate(value):
                yield from _entries_in(one, (*keys, number), config)
        case dict():
            for name, one in value.items():
                yield from _entries_in(one, (*keys, name), config, str(name))


def _instead_of(name: str, config: MkDocsFile) -> str:
    pages = config.root / PAGES
    if meant := nearest(name, [one.relative_to(pages).as_posix() for one in pages.rglob("*.md")]):
        return _("Did you mean “{word}”?").format(word=meant)
    own = "/" not in name
    return _("The site makes its start page and its sections itself.") if own else ""


def check_menu(config: MkDocsFile) -> Iterator[Problem]:
    entries = menu_entries(config)
    if groups := [entry for entry in entries if entry.inner]:
        yield Problem(
            groups[0].location,
            _("the menu has no groups: the pages of a group stand in it one after the other"),
            _(
                "Take away the line with the group's name, and move its pages as far to the left "
                "as the others. Or put one page in the menu, with links to the rest."
            ),
            Severity.WARNING,
        )
    for entry in entries:
        if entry.is_page and not (config.root / PAGES / entry.leads_to).is_file():
            yield Problem(
                entry.location,
                _("there is no page “{name}” in {folder}").format(
                    name=entry.leads_to, folder=PAGES
                ),
                _instead_of(entry.leads_to, config),
                Severity.WARNING,
            )
        elif entry.is_page and config.lists("draft_docs", entry.leads_to):
            yield Problem(
                entry.location,
                _("“{name}” is a draft, and in the menu of a preview alone").format(
                    name=entry.leads_to
                ),
                severity=Severity.NOTICE,
            )
        elif not (entry.is_page or entry.is_on_the_site or safe_address(entry.leads_to)):
            yield Problem(
                entry.location,
                _("“{address}” can't be a link in the menu").format(address=entry.leads_to),
                _(
                    "Name a page by its file, such as om/index.md, a place on the site, such as "
                    "/kalendarium/, or an address that begins with https://."
                ),
                Severity.WARNING,
            )
        elif not (entry.is_page or entry.title):
            yield Problem(
                entry.location,
                _("a link in the menu must have a name"),
                _("Write it so: “- Name: {address}”.").format(address=entry.leads_to),
                Severity.WARNING,
            )
