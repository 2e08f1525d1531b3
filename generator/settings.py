"""site_config/*.yml -> Settings: everything that another organisation would change.

Focus areas and networks are terms too; they come from their own files in content/, so that a new
one is one file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator import texts
from generator.documents import Document, read_document
from generator.model.content import FocusArea, Network
from generator.model.record import Day, LinkTo, Part, Slug, Texts, YesNo
from generator.problems import Place, Problems
from generator.records import load_records, validated
from generator.spelling import alphabetical, comparable, nearest
from generator.texts import _

CONFIG = "site_config"


class Term(Part):
    id: Slug
    label: str
    short: str = ""  # where there is little room
    aliases: Texts = ()
    about: str = ""
    replaced_by: Slug | None = None  # a retired term keeps its id and names its heir

    @property
    def short_label(self) -> str:
        return self.short or self.label


class Municipality(Term):
    code: str = ""  # Statistics Sweden's, four digits
    member: Literal["yes", "no", "unknown"] = "unknown"
    member_from: str = ""
    member_to: str = ""
    districts: tuple[Term, ...] = ()
    contact_email: str = ""  # a function's address: whom colleagues there may ask


class Reviewer(Part):
    id: Slug
    name: str
    role: str = ""
    active: YesNo = True
    leader: YesNo = False  # may speak for a colleague when only one pair of eyes is free
    accounts: Mapping[str, str] = Field(default_factory=dict)  # forge -> account name


class ChecklistItem(Part):
    id: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    label: str
    question: str = ""
    about: str = ""


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError(f"{name} is not a time zone") from None
    return name


class Organisation(Part):
    """site_config/organisation.yml."""

    name: str  # "Forum Carpe i Stockholms län"
    short_name: str = ""
    site_name: str
    description: str = ""
    url: str  # where the site will live, with / last
    language: Literal["sv", "en"] = "sv"
    timezone: Annotated[str, AfterValidator(_known_zone)] = "Europe/Stockholm"
    id_prefix: Annotated[str, Field(pattern=r"^[A-Z]{1,6}$")]
    email: str  # the office's: where readers are sent when an example has no contact of its own
    phone: str = ""
    as_of: Day | None = None  # a fixed "today"; leave out for a living site
    sample_data: YesNo = False  # marks every page as invented
    review_months: int = Field(default=24, ge=1, le=120)
    news_days: int = 45  # how long something counts as new
    picture_cards: Literal["none", "sections", "examples"] = "sections"  # shown when one shares
    newsletter: Annotated[str, LinkTo(("https", "mailto"))] = ""  # for those without a reader
    licence: str = ""  # of the texts and the open data: "CC BY 4.0"
    licence_url: Annotated[str, LinkTo()] = ""


def _all_different(words: Part) -> Part:
    """Two sections, or two parts of one, must not share an address."""
    used = Counter(value for value in words.model_dump().values() if isinstance(value, str))
    for word, times in used.items():
        if times > 1:
            raise PydanticCustomError("same_word", "uses a word twice", {"word": word})
    return words


class InnerWords(Part):
    """The words further in: larande-exempel/<slug>/apt/, nyheter/sida/2/."""

    apt: Slug = "apt"
    page: Slug = "sida"
    archive: Slug = "arkiv"
    kind: Slug = "slag"
    month: Slug = "manad"
    order: Slug = "ordning"
    name: Slug = "namn"
    focus_area: Slug = "fokusomrade"
    municipality: Slug = "kommun"
    district: Slug = "stadsdel"
    organisation: Slug = "organisation"
    work_area: Slug = "verksamhetsomrade"
    target_group: Slug = "malgrupp"
    role: Slug = "yrkesroll"
    network: Slug = "natverk"
    example_kind: Slug = "typ"
    evidence: Slug = "underlag"
    perspective: Slug = "perspektiv"
    year: Slug = "ar"
    checklist: Slug = "checklista"

    _different = model_validator(mode="after")(_all_different)


class Addresses(Part):
    """site_config/addresses.yml: the words in the site's addresses. Never change them on a living
    site without a redirect.
    """

    examples: Slug = "larande-exempel"
    focus_areas: Slug = "fokusomraden"
    networks: Slug = "natverk"
    news: Slug = "nyheter"
    events: Slug = "kalendarium"
    tips: Slug = "tips-och-metoder"
    municipalities: Slug = "kommuner"
    initiatives: Slug = "insatser"
    about: Slug = "om"
    subscribe: Slug = "prenumerera"
    contribute: Slug = "lamna-exempel"
    hint: Slug = "tipsa"
    search: Slug = "sok"
    follow_up: Slug = "uppfoljning"
    accessibility: Slug = "tillganglighet"
    privacy: Slug = "personuppgifter"
    data: Slug = "data"
    inner: InnerWords = InnerWords()

    _different = model_validator(mode="after")(_all_different)


class Shape(Part):
    code: str  # a municipality's
    x: int  # where there is room for a number
    y: int
    path: Annotated[str, Field(pattern=r"^[MlzZ0-9 .-]+$")]


class Map(Part):
    """site_config/map.yml, drawn by tools/make_map.py."""

    view_box: Annotated[str, Field(pattern=r"^[0-9 .-]+$")] = "0 0 0 0"
    shapes: tuple[Shape, ...] = ()


class Told(Part):
    """A name and what there is to say of it."""

    name: str
    about: str = ""


class Milestone(Part):
    year: Annotated[int, Field(ge=1900, le=2100)]
    what: str


class About(Part):
    """site_config/about.yml: who does what and how, and what has happened."""

    roles: tuple[Told, ...] = ()
    steps: tuple[Told, ...] = ()  # of the work, in order
    history: tuple[Milestone, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """The terms of one list, in the order of the file."""

    name: str
    terms: tuple[Term, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Term]:
        return {term.id: term for term in self.terms}

    @cached_property
    def _by_wording(self) -> Mapping[str, Term]:
        wordings: dict[str, Term] = {}
        for term in self.terms:
            for wording in (term.id, term.label, term.short, *term.aliases):
                wordings.setdefault(comparable(wording), term)
        return wordings

    def find(self, wording: str) -> Term | None:
        """The term with this id, label or alias, without regard to capitals and spacing."""
        return self._by_wording.get(comparable(wording)) if wording.strip() else None

    def label(self, id: str) -> str:
        """The words for an id; the id itself when no term has it."""
        return self.by_id[id].label if id in self.by_id else id

    def suggestion(self, wording: str) -> str | None:
        """The label most like a wording that nothing matches."""
        return nearest(wording, (term.label for term in self.terms))

    def __contains__(self, id: object) -> bool:
        return id in self.by_id

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)


@dataclass(frozen=True)
class Settings:
    organisation: Organisation
    addresses: Addresses
    municipalities: tuple[Municipality, ...]
    reviewers: Mapping[str, Reviewer]
    checklist: tuple[ChecklistItem, ...]
    vocabularies: Mapping[str, Vocabulary]
    map: Map = field(default_factory=Map)
    about: About = field(default_factory=About)

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.organisation.timezone)

    def vocabulary(self, name: str) -> Vocabulary:
        return self.vocabularies.get(name) or Vocabulary(name)

    def label(self, vocabulary: str, id: str) -> str:
        return self.vocabulary(vocabulary).label(id)


# ---- Reading ----


class _Vocabularies(Part):
    vocabularies: Mapping[str, tuple[Term, ...]]


class _Municipalities(Part):
    municipalities: tuple[Municipality, ...]


class _Reviewers(Part):
    reviewers: tuple[Reviewer, ...]


class _Checklist(Part):
    checklist: tuple[ChecklistItem, ...]


P = TypeVar("P", bound=Part)


def load_settings(root: Path, problems: Problems) -> Settings | None:
    """The settings of the project in this folder, whose language is spoken from here on.

    None, and every problem of every file, when one can't be used.
    """
    organisation = _read(root, "organisation", Organisation, problems)
    if organisation:
        texts.use_language(organisation.language)
    addresses = _read(root, "addresses", Addresses, problems, optional=True)
    vocabularies = _read(root, "vocabularies", _Vocabularies, problems)
    municipalities = _read(root, "municipalities", _Municipalities, problems)
    reviewers = _read(root, "reviewers", _Reviewers, problems)
    checklist = _read(root, "checklist", _Checklist, problems)
    county = _read(root, "map", Map, problems, optional=True)
    about = _read(root, "about", About, problems, optional=True)
    if not (
        organisation
        and addresses
        and vocabularies
        and municipalities
        and reviewers
        and checklist
        and county
        and about
    ):
        return None
    # Written by code in the file, looked for by name everywhere else.
    places = tuple(
        sorted(municipalities.municipalities, key=lambda place: alphabetical(place.label))
    )
    lists: dict[str, tuple[Term, ...]] = {
        **vocabularies.vocabularies,
        "municipalities": places,
        "districts": tuple(district for place in places for district in place.districts),
    }
    for name, kind in (("focus_areas", FocusArea), ("networks", Network)):
        lists[name] = (*_terms_in(kind, root), *lists.get(name, ()))
    return Settings(
        organisation,
        addresses,
        places,
        {reviewer.id: reviewer for reviewer in reviewers.reviewers},
        checklist.checklist,
        {name: Vocabulary(name, terms) for name, terms in lists.items()},
        county,
        about,
    )


def _terms_in(kind: type[FocusArea] | type[Network], root: Path) -> Iterable[Term]:
    unheard = Problems()  # broken ones are the catalogue's to report
    for _document, record in load_records(kind, root, unheard):
        yield Term(id=record.id, label=record.title, aliases=record.aliases, about=record.summary)


def _read(
    root: Path, name: str, kind: type[P], problems: Problems, optional: bool = False
) -> P | None:
    path = root / CONFIG / f"{name}.yml"
    if not path.exists():
        if optional:
            return kind()
        problems.error(
            Place(f"{CONFIG}/{name}.yml"),
            _("the file is missing"),
            _("Stand in the project's folder, the one that holds site_config."),
        )
        return None
    document = read_document(path, root, problems)
    if document is None or (read := validated(document.data, kind, document, problems)) is None:
        return None
    _refuse_twins(document, problems)
    return read


def _refuse_twins(document: Document, problems: Problems) -> None:
    """Two entries of one list must not share an id."""
    for keys in list(document.lines):
        entries = _value(document, keys)
        if not isinstance(entries, list):
            continue
        seen: set[str] = set()
        for number, entry in enumerate(entries):
            given = entry.get("id") if isinstance(entry, dict) else None
            if given in seen:
                problems.error(
                    document.place(*keys, number), _("“{id}” stands here twice").format(id=given)
                )
            elif given:
                seen.add(given)


def _value(document: Document, keys: Iterable[str | int]) -> object:
    value: object = document.data
    for key in keys:
        value = value[key]  # type: ignore[index]  # `lines` only holds ways that exist
    return value
