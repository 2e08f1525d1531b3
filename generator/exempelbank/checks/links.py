"""A link that leads within the site: what it leads to is there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol
from urllib.parse import unquote

from exempelbank.checks.likely_address import most_like
from exempelbank.checks.texts import shown_address
from exempelbank.files.paths import MENU, MKDOCS_FILE, PAGES
from exempelbank.i18n import _
from exempelbank.model.review import ReviewState
from exempelbank.problems import Location, Problem, Severity
from exempelbank.rules.page_names import PageSource, page_names
from exempelbank.settings import Settings
from exempelbank.text.links import InternalLink, Links, is_internal
from exempelbank.text.normalization import nearest, slug_from


class SitePlan(Protocol):
    """What a build would make."""

    @property
    def addresses(self) -> Collection[str]:
        """Of its pages and files."""

    def places_on(self, address: str) -> Collection[str] | None:
        """What a link to the page may end with after #; None when that is not known."""


PlanSite = Callable[[], SitePlan]


@dataclass(frozen=True)
class LinkCheck:
    """`plan_site` is asked when a link leads to none of the `known`: it takes its time."""

    names: Mapping[str, str]
    known: frozenset[str]  # addresses that need not be looked for in the plan
    settings: Settings
    states: Mapping[str, ReviewState]  # of examples that stand in no list, by address
    later: Mapping[str, date]  # when news that waits for its day is shown, by address
    plan_site: PlanSite
    drafts: Collection[PageSource] = ()  # pages by hand that are not published

    def links_of(self, source: PageSource) -> Links:
        """How those of its text are followed."""
        return source.links(self.settings, lambda: self._all_names)

    @cached_property
    def _all_names(self) -> Mapping[str, str]:
        return {**page_names(self.drafts, self.settings), **self.names}

    def of_link(self, place: Location, address: str, links: Links) -> Iterator[Problem]:
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
        if not self.is_there(address):
            draft = next((draft for draft in self.drafts if draft.address == address), None)
            if draft:
                return _warning(
                    place,
                    _(
                        "a link leads to {address}, which is a draft and so is not on the site"
                    ).format(address=shown),
                    _(
                        "Take the page away from draft_docs in {file}, or take the link away."
                    ).format(file=MKDOCS_FILE)
                    if draft.path.startswith(PAGES)
                    else _("Publish the news first, or take the link away."),
                )
            if not self.settings.may_have(address):
                return _warning(
                    place,
                    _("a link leads to {address}, in a section that is off").format(address=shown),
                    _("Take the link away, or the section away from off: in {file}.").format(
                        file=MENU
                    ),
                )
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

    def is_there(self, address: str) -> bool:
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


def _warning(place: Location, says: str, fix: str) -> Problem:
    return Problem(place, says, fix, Severity.WARNING)
