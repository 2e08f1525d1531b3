"""site_config/menu.yml: the menu, the footer, the start page, and the sections that are off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from exempelbank.i18n import N_, _
from exempelbank.model.record import Email, FrozenModel
from exempelbank.model.written_as import WrittenAs
from exempelbank.settings.addresses import Addresses
from exempelbank.settings.page_address import page_address
from exempelbank.text.normalization import nearest

SectionName = Literal[
    "focus_areas",
    "networks",
    "network_proposal",
    "news",
    "events",
    "tips",
    "municipalities",
    "initiatives",
    "subscribe",
    "wanted",
    "hint",
    "follow_up",
    "data",
    "trial_notes",  # below the examples; all others are fields of Addresses
]
# Of the start page, below its heading and its search.
StartPart = Literal["examples", "focus_area", "events", "news", "municipalities", "take_part"]

OWED_TO_READERS = ("accessibility", "privacy")
CONTACT = "contact"  # how to reach the office: a page, or its address
# What a link may lead to by a word of its own, whatever word stands in the address.
DESTINATIONS = (*(name for name in Addresses.model_fields if name != "inner"), CONTACT)
_PAGE = page_address()
# No name before the host, which would look like a host, and no copies to others in a letter.
_ELSEWHERE = (
    r"https://([\w-]+\.)+[\w-]+(:[0-9]{1,5})?([/?#][^\s<>\"]*)?"
    rf"|mailto:{Email.pattern.pattern}(\?subject=[^\s<>\"&]*)?"
)


def _mended(text: str) -> str:
    return nearest(text, DESTINATIONS) or _PAGE.mend(text)


def _by_its_destination(value: Any) -> Any:
    """A link may be written as what it leads to alone."""
    return {"to": value} if isinstance(value, str) else value


class FrameLink(FrozenModel):
    """To a section by its key, to a page of the site, or elsewhere."""

    to: Annotated[
        str,
        WrittenAs(
            "|".join((*DESTINATIONS, _PAGE.pattern, _ELSEWHERE)),
            N_(
                "written as",
                "must be a section, such as events, the address of a page, such as om/kontakt/, or "
                "an address that begins with https:// or mailto:",
            ),
            _mended,
        ),
    ]
    name: str = ""  # its own: that of the section or of the page when empty

    @model_validator(mode="after")
    def _named(self) -> Self:
        if self.leads_elsewhere and not self.name.strip():
            raise ValueError(_("an address outside the site must have a name: write name: as well"))
        return self

    @property
    def is_section(self) -> bool:
        return self.to in DESTINATIONS

    @property
    def is_page(self) -> bool:
        return not self.is_section and not self.leads_elsewhere

    @property
    def leads_elsewhere(self) -> bool:
        return ":" in self.to


_FrameLink = Annotated[FrameLink, BeforeValidator(_by_its_destination)]
# "none": there is none.
Button = Annotated[
    FrameLink | None,
    BeforeValidator(lambda value: None if value == "none" else _by_its_destination(value)),
]


def links_to(*destinations: str) -> tuple[FrameLink, ...]:
    return tuple(FrameLink.model_construct(to=one) for one in destinations)


class FooterColumn(FrozenModel):
    title: str
    links: Annotated[tuple[_FrameLink, ...], Field(min_length=1)]


def _with_what_is_owed(columns: tuple[FooterColumn, ...]) -> tuple[FooterColumn, ...]:
    """What a site must tell on every page can be moved, and not taken away."""
    links = {link.to for column in columns for link in column.links}
    if columns and (missing := [one for one in OWED_TO_READERS if one not in links]):
        says = _("must lead to these too: {sections}")
        raise ValueError(says.format(sections=", ".join(missing)))
    return columns


class Menu(FrozenModel):
    """site_config/menu.yml."""

    menu: Annotated[tuple[_FrameLink, ...], Field(min_length=1)] = links_to(
        "examples",
        "focus_areas",
        "networks",
        "events",
        "news",
        "municipalities",
        "subscribe",
    )
    button: Button = FrameLink.model_construct(to="contribute")
    # Three of the program's own when empty.
    footer: Annotated[tuple[FooterColumn, ...], AfterValidator(_with_what_is_owed)] = ()
    off: tuple[SectionName, ...] = ()
    start: tuple[StartPart, ...] = get_args(StartPart)

    @cached_property
    def pages(self) -> frozenset[str]:
        """The addresses of pages that it leads to, but for those of sections."""
        return frozenset(link.to for _keys, link in self.written_links() if link.is_page)

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The sections that are off, with those that are of no use without them."""
        return frozenset((*self.off, *(("network_proposal",) if "networks" in self.off else ())))

    def written_links(self) -> Iterator[tuple[tuple[str | int, ...], FrameLink]]:
        """Each with its keys in the file."""
        for number, link in enumerate(self.menu):
            yield ("menu", number), link
        if self.button:
            yield ("button",), self.button
        for column, one in enumerate(self.footer):
            for number, link in enumerate(one.links):
                yield ("footer", column, "links", number), link
