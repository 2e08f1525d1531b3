"""Whose site it is: the organisation, its people, its map and what it tells of itself."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field

from exempelbank.i18n import N_, _
from exempelbank.model import mending
from exempelbank.model.record import (
    Day,
    Email,
    FrozenModel,
    InDigits,
    Slug,
    Texts,
    UrlWithScheme,
    YesNo,
)
from exempelbank.model.written_as import WrittenAs
from exempelbank.settings.page_address import page_address
from exempelbank.settings.vocabulary import MunicipalityCode
from exempelbank.text.normalization import slug_from


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder of zones
        raise ValueError(_("“{name}” is not a time zone").format(name=name)) from None
    return name


_WEB_ADDRESS = re.compile(r"https?://[\w.-]+(:[0-9]{1,5})?(/[^\s?#]*)?")


def _web_address(url: str) -> str:
    if not _WEB_ADDRESS.fullmatch(url):
        raise ValueError(_("must be an address such as https://exempelbanken.example/"))
    return url


TOPIC = "{topic}"  # in the address of a newsletter service: what one asks for letters about
FORM = "{form}"  # in the address that gets answers to our forms: example, lead or trial-note
EXAMPLE = "{example}"  # in the address of a form of trial notes: the example's number
_MAILBOX = re.compile("mailto:" + Email.pattern.pattern)


def _newsletter(address: str) -> str:
    if address.startswith("mailto:"):
        if not _MAILBOX.fullmatch(address):
            raise ValueError(
                _("must be mailto: and one address alone: the subject is written by itself")
            )
        return address
    return _with_word(address, TOPIC, "https://brev.example/?om={topic}")


def _trial_form(address: str) -> str:
    return _with_word(address, EXAMPLE, "https://formular.example/?exempel={example}")


def _form_receiver(address: str) -> str:
    return _with_word(address, FORM, "https://formular.example/{form}")


def _with_word(address: str, word: str, example: str) -> str:
    """`word`: what something takes the place of."""
    before, found, after = address.partition(word)
    in_host = found and not re.search("[/?#]", before.removeprefix("https://"))
    if in_host or re.search("[{}]", before + after):
        says = _(
            "must be an address such as {example}: {word} may stand once, after the host, and no "
            "other braces"
        )
        raise ValueError(says.format(word=word, example=example))
    return address


class Organisation(FrozenModel):
    """site_config/organisation.yml."""

    name: str  # in full
    short_name: str = ""
    site_name: str
    description: str = ""
    url: Annotated[str, AfterValidator(_web_address)]  # where the site will live, with / last
    language: Literal["sv", "en"] = "sv"
    timezone: Annotated[str, AfterValidator(_known_zone)] = "Europe/Stockholm"
    id_prefix: Annotated[
        str,
        WrittenAs(
            r"[A-Z]{1,6}",
            N_("written as", "must be one to six capitals, A–Z, such as EX"),
            mending.mended_example_id,
        ),
    ]
    email: Annotated[
        str, Email()
    ]  # the office's: where readers are sent when an example has no contact of its own
    phone: str = ""
    # About how to reach the office; without one, menu and footer lead to its address.
    contact_page: Annotated[str, page_address(fewest_words=0)] = ""
    local_contact: str = ""  # the role in each municipality that passes news and invitations on
    as_of: Day | None = None  # a fixed "today"; leave out for a living site
    sample_data: YesNo = False  # marks every page as invented
    review_months: Annotated[int, Field(ge=1, le=120), InDigits] = 24
    # How long something counts as new.
    news_days: Annotated[int, Field(ge=0, le=3650), InDigits] = 45
    picture_cards: Literal["none", "sections", "examples"] = "sections"  # shown when one shares
    qr_codes: YesNo = True  # on the sheets for workplace meetings
    # Where readers ask for letters; the office's own address when empty.
    newsletter: Annotated[str, UrlWithScheme(("https", "mailto")), AfterValidator(_newsletter)] = ""
    # Where those who have tried an example tell of it; a letter to the office when empty.
    trial_form: Annotated[str, UrlWithScheme(("https",)), AfterValidator(_trial_form)] = ""
    # The page with our own form for that; used when there is no other.
    trial_page: Annotated[str, page_address(fewest_words=1)] = ""
    # Gets the answers to our own forms; when empty, senders save a file and send it in a letter.
    form_receiver: Annotated[str, UrlWithScheme(("https",)), AfterValidator(_form_receiver)] = ""
    # Working days within which senders hear that their answer has come; no number when left out.
    answer_days: Annotated[int | None, Field(ge=1, le=60), InDigits] = None
    # Stands in the commits of an import; noreply at the site's host when empty.
    commit_email: Annotated[str, Email()] = ""
    licence: str = ""  # of the texts and the open data: "CC BY 4.0"
    licence_url: Annotated[str, UrlWithScheme()] = ""

    @property
    def called(self) -> str:
        """Its name within a sentence."""
        return self.short_name or self.name

    @property
    def signs_with(self) -> str:
        """The address in the program's own commits; nobody reads what is sent there."""
        return self.commit_email or f"noreply@{urlsplit(self.url).hostname}"


# As it stands in a file that ends with .pub: what kind, the key, and a comment that is not read.
PublicKey = Annotated[
    str,
    WrittenAs(
        r"(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)"
        r"|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com) [A-Za-z0-9+/]{40,}={0,2}( .*)?",
        N_("written as", "must be a public SSH key, the one line of a file that ends with .pub"),
    ),
]


class Reviewer(FrozenModel):
    id: Slug
    name: str
    role: str = ""
    active: YesNo = True
    leader: YesNo = False  # may speak for a colleague when only one pair of eyes is free
    accounts: Mapping[str, str] = Field(default_factory=dict)  # forge -> account name
    keys: tuple[PublicKey, ...] = ()  # by which commits are signed


class ChecklistItem(FrozenModel):
    id: Annotated[
        str,
        WrittenAs(
            r"[a-z_]+",
            N_("written as", "may hold only a–z and _"),
            lambda text: slug_from(text).replace("-", "_"),
        ),
    ]
    label: str
    aliases: Texts = ()
    question: str = ""
    about: str = ""
    trial_notes: YesNo = True  # asked of trial notes too

    @property
    def names(self) -> tuple[str, ...]:
        """By each of which it is known where people write answers."""
        return (self.id, self.label, *self.aliases)


class Shape(FrozenModel):
    code: MunicipalityCode
    x: Annotated[int, InDigits]  # where there is room for a number
    y: Annotated[int, InDigits]
    line_x: Annotated[int | None, InDigits] = None  # within the shape, where a line from the number
    line_y: Annotated[int | None, InDigits] = None  # leads when it stands outside
    path: Annotated[
        str,
        WrittenAs(
            r"[MlzZ0-9 .-]+", N_("written as", "must be an outline, as exempelbank map draws it")
        ),
    ]


class Map(FrozenModel):
    """site_config/map.yml, drawn by `exempelbank map`."""

    view_box: Annotated[
        str, WrittenAs(r"[0-9 .-]+", N_("written as", "must be four numbers with spaces between"))
    ] = "0 0 0 0"
    shapes: tuple[Shape, ...] = ()


class NamedText(FrozenModel):
    """A name and what there is to say of it."""

    name: str
    about: str = ""


class Wanted(FrozenModel):
    """site_config/wanted.yml: what examples are asked for, beside what is counted as missing."""

    wanted: tuple[NamedText, ...] = ()


class NetworkProposals(FrozenModel):
    """site_config/network_proposals.yml: how a need becomes a network, and what is asked of it."""

    criteria: tuple[NamedText, ...] = ()
    steps: tuple[NamedText, ...] = ()  # from proposal to decision: who decides, when one hears
    questions: Texts = ()  # to whoever proposes one
    email: Annotated[str, Email()] = ""  # where proposals go; the office's own address when empty


class Milestone(FrozenModel):
    year: Annotated[int, Field(ge=1900, le=2100), InDigits]
    what: str


class About(FrozenModel):
    """site_config/about.yml: who does what and how, and what has happened."""

    roles: tuple[NamedText, ...] = ()
    steps: tuple[NamedText, ...] = ()  # of the work, in order
    history: tuple[Milestone, ...] = ()
