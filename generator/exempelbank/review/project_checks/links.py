"""The links of every text and page that lead within the site: what they lead to is there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

from exempelbank.checks.texts import not_followed, remedy, shown_address
from exempelbank.documents import Keys
from exempelbank.files.paths import PAGES
from exempelbank.i18n import _
from exempelbank.markdown_pages import MarkdownPage, leads_to_file
from exempelbank.model.content import Event, NewsItem
from exempelbank.model.record import Record
from exempelbank.model.review import ReviewState
from exempelbank.privacy.texts import markdown_texts
from exempelbank.problems import Location, Problem, Problems, Severity
from exempelbank.review.project_checks.addresses_in_settings import addresses_in_settings
from exempelbank.review.project_checks.likely_address import most_like
from exempelbank.review.project_checks.markdown_pages import place_on
from exempelbank.review.project_checks.settings_document import settings_document
from exempelbank.review.project_records import ProjectRecords
from exempelbank.review.repository import StoredRecord
from exempelbank.rules.page_names import PageSource, sections_by_hand, source_of
from exempelbank.settings import Settings
from exempelbank.text.links import (
    AT_ROOT,
    InternalLink,
    Links,
    is_as_written,
    is_internal,
)
from exempelbank.text.markdown_reading import links_in
from exempelbank.text.normalization import nearest, slug_from


class SitePlan(Protocol):
    """What a build would make."""

    @property
    def addresses(self) -> Collection[str]:
        """Of its pages and files."""

    def places_on(self, address: str) -> Collection[str] | None:
        """What a link to the page may end with after #; None when that is not known."""


PlanSite = Callable[[], SitePlan]


def check_internal_links(
    root: Path,
    records: ProjectRecords,
    markdown_pages: Iterable[MarkdownPage],
    names: Mapping[str, str],
    settings: Settings,
    today: date,
    plan_site: PlanSite,
    problems: Problems,
) -> None:
    """`names`: see known_pages. `plan_site` is asked when a link leads to none of those: it takes
    its time.
    """
    states = {
        source_of(type(stored.record), stored.document.stem, settings).address: state
        for stored in records.published
        if not (state := stored.record.review.state).listed
    }
    hidden = [one for one in records.published if not one.record.review.state.public]
    hidden_ids = {one.record.id for one in hidden}
    hidden_files = {one.document.path for one in hidden}
    untold = {
        source_of(NewsItem, stored.document.stem, settings).address
        for stored in records.content_records
        if isinstance(stored.record, NewsItem) and stored.record.example in hidden_ids
    }
    later = {
        source_of(NewsItem, stored.document.stem, settings).address: stored.record.published
        for stored in records.content_records
        if isinstance(stored.record, NewsItem) and stored.record.published > today
    }
    known = frozenset(names.values()) - untold
    check = _LinkCheck(names, known, settings, states, later, plan_site)
    for stored in records.all_records():
        if stored.document.path not in hidden_files:
            problems.found += check.of_record(stored)
    for page in markdown_pages:
        problems.found += check.of_page(page, root)
    problems.found += check.of_settings(root)


@dataclass(frozen=True)
class _LinkCheck:
    names: Mapping[str, str]
    known: frozenset[str]  # addresses that need not be looked for in the plan
    settings: Settings
    states: Mapping[str, ReviewState]  # of examples that stand in no list, by address
    later: Mapping[str, date]  # when news that waits for its day is shown, by address
    plan_site: PlanSite

    def of_record(self, stored: StoredRecord[Record]) -> Iterator[Problem]:
        document, record = stored.document, stored.record
        links = self._links(source_of(type(record), document.stem, self.settings))
        for text in markdown_texts(document, record):
            for link in links_in(text.text):
                if not link.is_picture:
                    yield from self._of_link(text.at_line(link.line), link.address, links)
        for keys, address in _addresses_in_facts(record):
            yield from self._of_link(document.location(*keys), address, links)

    def of_page(self, page: MarkdownPage, root: Path) -> Iterator[Problem]:
        """One written by hand. What leads to a file is looked for with the files."""
        links = self._links(PageSource(page.address, page.path))
        for link in links_in(page.markdown, html=True):
            place = place_on(page, link, root)
            if link.is_picture or (is_internal(link.address) and leads_to_file(link.address)):
                continue
            if not is_internal(link.address) and not is_as_written(link.address):
                yield not_followed(place, link.written, remedy(link.written, self.settings))
            else:
                yield from self._of_link(place, link.address, links)

    def of_settings(self, root: Path) -> Iterator[Problem]:
        """What every page leads to: pages by hand in its header and footer, and addresses."""
        words = settings_document(root, "addresses")
        for section in sections_by_hand() if (root / PAGES).is_dir() else ():
            word = getattr(self.settings.addresses, section)
            if not self._is_there(f"{word}/"):
                yield _warning(
                    words.location(section),
                    _("there is no page at /{address}, where every page leads").format(
                        address=f"{word}/"
                    ),
                    _("Write it in {file}, or write here what the page is called.").format(
                        file=f"{PAGES}/{word}.md"
                    ),
                )
        for place, address in addresses_in_settings(root, self.settings):
            yield from self._of_link(place, address, AT_ROOT)

    def _links(self, source: PageSource) -> Links:
        return source.links(self.settings, lambda: self.names)

    def _of_link(self, place: Location, address: str, links: Links) -> Iterator[Problem]:
        written = self._from_root(address)
        if target := links.internal(written):
            if problem := self._wrong_with(target, place, links.page):
                yield problem
        elif is_internal(written):
            says = _("no page goes by {address}, where a link leads")
            yield _warning(
                place,
                says.format(address=shown_address(unquote(written))),
                self._did_you_mean(unquote(written)),
            )

    def _from_root(self, address: str) -> str:
        """What begins with the site's own name is looked up too."""
        whole = self.settings.organisation.url.rstrip("/") + "/"
        return f"/{address.removeprefix(whole)}" if address.startswith(whole) else address

    def _wrong_with(self, target: InternalLink, place: Location, page: str) -> Problem | None:
        address, shown = target.address, shown_address(f"/{target.address}")
        if address != page and (state := self.states.get(address)):
            return _warning(
                place,
                _("a link leads to {address}, which is in the state “{state}”").format(
                    address=shown, state=state.label
                ),
                _("Lead to another page, or take the link away."),
            )
        day = self.later.get(address, date.min)
        if day > self.later.get(page, date.min):
            return _warning(
                place,
                _("a link leads to {address}, which is not shown before {day}").format(
                    address=shown, day=day
                ),
                _("Put the link in when that day has come."),
            )
        if not self._is_there(address):
            return _warning(
                place,
                _("no page has the address {address}").format(address=shown),
                self._did_you_mean(address),
            )
        place_meant = unquote(target.fragment)
        places = self._planned.places_on(address) if place_meant else None
        if places is not None and place_meant not in places:
            return _warning(
                place,
                _("there is no place called #{place} on the page {address}").format(
                    place=shown_address(place_meant), address=shown
                ),
                _("Did you mean “{word}”?").format(word=f"#{meant}")
                if (meant := nearest(slug_from(place_meant), places))
                else _("Put the link right, or lead to the whole page."),
            )
        return None

    def _is_there(self, address: str) -> bool:
        return address in self.known or address in self._planned.addresses

    @cached_property
    def _planned(self) -> SitePlan:
        return self.plan_site()

    def _did_you_mean(self, address: str) -> str:
        if meant := most_like(address, self._planned.addresses):
            return _("Did you mean “{word}”?").format(word=f"/{meant}")
        return _("Write the address as {page}, or take the link away.").format(
            page=f"/{self.settings.addresses.examples}/…/"
        )


def _addresses_in_facts(record: Record) -> Iterator[tuple[Keys, str]]:
    for number, further in enumerate(getattr(record, "links", ())):
        yield ("links", number, "url"), further.url
    if isinstance(record, Event):
        yield ("sign_up",), record.sign_up


def _warning(place: Location, says: str, fix: str) -> Problem:
    return Problem(place, says, fix, Severity.WARNING)
