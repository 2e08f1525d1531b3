"""The settings and the pages there are -> what stands around every page: menu, button, footer."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from exempelbank.files.paths import PAGES
from exempelbank.i18n import _, pgettext
from exempelbank.rules.menu import menu_entries
from exempelbank.rules.places import places_title
from exempelbank.settings import Organisation, Settings
from exempelbank.settings.menu import CONTACT, FrameLink, links_to
from exempelbank.settings.mkdocs_file import MkDocsFile
from exempelbank.site.assembly import AssembledSite
from exempelbank.site.components.mailto import mail_link
from exempelbank.text.links import safe_address


class ShownLink(NamedTuple):
    """In the menu, the footer or the button."""

    title: str
    href: str
    address: str = ""  # of a page of the site: the link is lit on it
    section: str = ""  # all of whose pages light it


class FooterLinks(NamedTuple):
    title: str
    links: tuple[ShownLink, ...]


@dataclass(frozen=True)
class PageFrame:
    """A link to what the site does not have is left out; `exempelbank check` tells of it."""

    assembled: AssembledSite
    config: MkDocsFile

    @property
    def settings(self) -> Settings:
        return self.assembled.settings

    @cached_property
    def menu(self) -> tuple[ShownLink, ...]:
        return (*self._links(self.settings.menu.menu), *self._links_of_nav())

    @cached_property
    def on_phones(self) -> tuple[ShownLink, ...]:
        """What the menu holds besides, where there is little room and the footer is far away."""
        in_menu = {link.address for link in self.menu} - {""}
        links = self._links(links_to("tips", "about", CONTACT))
        return tuple(link for link in links if link.address not in in_menu)

    @cached_property
    def button(self) -> ShownLink | None:
        button = self.settings.menu.button
        return next(self._links((button,)), None) if button else None

    @cached_property
    def footer(self) -> tuple[FooterLinks, ...]:
        """How to reach the office comes last, if it has no other place."""
        columns = [(one.title, one.links) for one in self.settings.menu.footer] or _footer()
        if not any(link.to == CONTACT for _title, links in columns for link in links):
            title, links = columns[-1]
            columns[-1] = title, (*links, *links_to(CONTACT))
        found = [FooterLinks(title, tuple(self._links(links))) for title, links in columns]
        return tuple(column for column in found if column.links)

    def _links(self, links: Iterable[FrameLink]) -> Iterator[ShownLink]:
        for link in links:
            if found := self._link(link):
                yield found._replace(title=link.name or found.title)

    def _link(self, link: FrameLink) -> ShownLink | None:
        settings, href = self.settings, self.assembled.context.href
        if link.to == CONTACT:
            return contact_link(settings.organisation, self._titles, href)
        if link.is_section:
            if not settings.has(link.to):
                return None
            address = self.assembled.context.urls.section(link.to)
            return ShownLink(section_names(settings)[link.to], href(address), address, link.to)
        if link.is_page:
            title = self._titles.get(link.to)
            return ShownLink(title, href(link.to), link.to) if title else None
        return ShownLink(link.name, link.to)

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        """Of every page, by address."""
        by_hand = self.assembled.markdown_pages.items()
        return {
            **{address: page.title for address, page in self.assembled.site.lazy_pages.items()},
            **{address: page.front_matter.title for address, page in by_hand},
        }

    def _links_of_nav(self) -> Iterator[ShownLink]:
        """What mkdocs.yml adds to the menu: pages by hand that are published, and links."""
        by_file = {page.path: page for page in self.assembled.markdown_pages.values()}
        href = self.assembled.context.href
        for entry in menu_entries(self.config):
            if page := by_file.get(f"{PAGES}/{entry.leads_to}"):
                title = entry.title or page.front_matter.title
                yield ShownLink(title, href(page.address), page.address)
            elif entry.is_on_the_site and entry.title:
                yield ShownLink(entry.title, href(entry.leads_to[1:]))
            elif entry.title and (address := safe_address(entry.leads_to)):
                yield ShownLink(entry.title, address)


def contact_link(
    organisation: Organisation, pages: Container[str], href: Callable[[str], str]
) -> ShownLink:
    """The page about how to reach the office, where there is one; or else its address."""
    address, title = organisation.contact_page, _("Contact us")
    if address and address in pages:
        return ShownLink(title, href(address), address)
    return ShownLink(title, mail_link(organisation.email))


def section_names(settings: Settings) -> Mapping[str, str]:
    """By field of settings.Addresses."""
    return {
        "examples": pgettext("menu", "Examples"),
        "focus_areas": pgettext("menu", "Focus areas"),
        "networks": pgettext("menu", "Networks"),
        "events": pgettext("menu", "Calendar"),
        "news": pgettext("menu", "News"),
        "municipalities": places_title(settings.municipalities),
        "subscribe": pgettext("menu", "Get mail"),
        "tips": _("Tips and methods"),
        "initiatives": _("Initiatives"),
        "follow_up": _("Statistics"),
        "contribute": _("Share an example"),
        "hint": _("Tip us off"),
        "wanted": _("Examples we lack"),
        "network_proposal": _("Propose a network"),
        "data": _("Open data"),
        "search": _("Search"),
        "about": _("About {name}").format(name=settings.organisation.site_name),
        "accessibility": _("Accessibility statement"),
        "privacy": _("Personal data"),
    }


def _footer() -> list[tuple[str, tuple[FrameLink, ...]]]:
    return [
        (_("Find more"), links_to("tips", "municipalities", "initiatives", "follow_up")),
        (_("Take part"), links_to("contribute", "hint", "wanted", "subscribe", "data")),
        (_("About the site"), links_to("about", "accessibility", "privacy")),
    ]
