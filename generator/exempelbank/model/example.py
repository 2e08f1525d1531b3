"""A learning example: what its senders told, and nothing about how it was received or reviewed.

`Example` holds the public fields only. What is private stands in `Submission`, what publishing adds
in `PublishedExample`; so "may this reach the site?" is a question of type.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from exempelbank import i18n
from exempelbank.i18n import N_, kept_while_spoken
from exempelbank.model.contribution import Contribution
from exempelbank.model.record import (
    Email,
    FrozenModel,
    InVocabulary,
    ListSize,
    MaxLength,
    Required,
    Texts,
    UrlWithScheme,
    YearMonth,
    YesNo,
)


class Section(StrEnum):
    """The narrative, in the order it is told. The value is the id that form mappings use."""

    BACKGROUND = "background"
    HOW = "how"
    PARTICIPATION = "participation"
    RESULTS = "results"
    DID_NOT_WORK = "did_not_work"
    ADVICE = "advice"
    RESOURCES = "resources"
    EASY_READ = "easy_read"

    @property
    def heading(self) -> str:
        return i18n.pgettext("section", HEADINGS[self])

    @property
    def at_most(self) -> int:
        """Length in characters."""
        return _LENGTHS[self]

    @property
    def needed(self) -> bool:
        """Must be told before approval."""
        return self in _NEEDED


HEADINGS = {
    Section.BACKGROUND: N_("section", "Starting point"),
    Section.HOW: N_("section", "What we did"),
    Section.PARTICIPATION: N_("section", "Participation"),
    Section.RESULTS: N_("section", "Results"),
    Section.DID_NOT_WORK: N_("section", "What did not work"),
    Section.ADVICE: N_("section", "Advice to those who want to do the same"),
    Section.RESOURCES: N_("section", "Time, cost and skills"),
    Section.EASY_READ: N_("section", "Easy to read"),
}
_LENGTHS = {
    Section.BACKGROUND: 800,
    Section.HOW: 2000,
    Section.PARTICIPATION: 600,
    Section.RESULTS: 800,
    Section.DID_NOT_WORK: 600,
    Section.ADVICE: 600,
    Section.RESOURCES: 400,
    Section.EASY_READ: 500,
}
_NEEDED = {
    Section.BACKGROUND,
    Section.HOW,
    Section.PARTICIPATION,
    Section.RESULTS,
    Section.ADVICE,
}


@kept_while_spoken
def sections_by_heading() -> Mapping[str, Section]:
    """Headings in every language we speak: a file stays readable when a site changes language."""
    return {
        wording: section
        for section in Section
        for wording in i18n.wordings("section", HEADINGS[section])
    }


SUMMARY_LENGTH = 280  # characters; of the news of an example too


class Link(FrozenModel):
    hashed_at_default: ClassVar[frozenset[str]] = frozenset({"title"})

    title: Annotated[str, MaxLength(80)] = ""
    url: Annotated[str, UrlWithScheme()]


class Image(FrozenModel):
    """A picture in content/media. Without alt text and photographer it is not published."""

    hashed_at_default: ClassVar[frozenset[str]] = frozenset({"alt", "photographer"})

    file: str
    alt: Annotated[str, MaxLength(160)] = ""
    photographer: str = ""


class Supplier(FrozenModel):
    hashed_at_default: ClassVar[frozenset[str]] = frozenset({"paid"})

    name: Annotated[str, MaxLength(160)]
    paid: YesNo | None = None  # was anyone paid to take part or to tell?


# Kept only where contact_publish is yes.
CONTACT = ("contact_role", "contact_name", "contact_email", "contact_phone")


class Example(Contribution):
    """The public fields. Order here is order in the file."""

    hashed_as: ClassVar[str] = "example"
    hashed_at_default: ClassVar[frozenset[str]] = frozenset({"contact_publish"})

    title: Annotated[str, Required(), MaxLength(80)] = ""
    summary: Annotated[str, Required(), MaxLength(SUMMARY_LENGTH)] = ""
    kind: Annotated[str, Required(), InVocabulary("kinds")] = ""
    stage: Annotated[str, Required(), InVocabulary("stages")] = ""
    started: Annotated[str, YearMonth()] = ""
    ended: Annotated[str, YearMonth()] = ""
    municipality: Annotated[str, InVocabulary("municipalities")] = ""
    district: Annotated[str, InVocabulary("districts")] = ""
    organisation: Annotated[str, InVocabulary("organisations")] = ""
    other_municipalities: Annotated[Texts, InVocabulary("municipalities")] = ()
    unit: Annotated[str, MaxLength(100)] = ""
    provider: Annotated[str, InVocabulary("providers")] = ""
    work_areas: Annotated[Texts, Required(), ListSize(3), InVocabulary("work_areas")] = ()
    support: Annotated[Texts, InVocabulary("support")] = ()
    target_groups: Annotated[Texts, Required(), ListSize(3), InVocabulary("target_groups")] = ()
    roles: Annotated[Texts, Required(), ListSize(5), InVocabulary("roles")] = ()
    focus_areas: Annotated[Texts, Required(), InVocabulary("focus_areas")] = ()
    networks: Annotated[Texts, InVocabulary("networks")] = ()
    keywords: Annotated[Texts, ListSize(5), MaxLength(30)] = ()
    perspectives: Annotated[Texts, InVocabulary("perspectives")] = ()
    evidence: Annotated[Texts, Required(), InVocabulary("evidence")] = ()
    lessons: Annotated[Texts, Required(), ListSize(5), MaxLength(160)] = ()
    discussion_questions: Annotated[Texts, ListSize(3), MaxLength(160)] = ()
    links: Annotated[tuple[Link, ...], ListSize(5)] = ()
    image: Image | None = None
    supplier: Supplier | None = None
    contact_publish: YesNo = False
    contact_role: Annotated[str, MaxLength(100)] = ""
    contact_name: Annotated[str, MaxLength(100)] = ""
    contact_email: Annotated[str, MaxLength(100), Email()] = ""
    contact_phone: Annotated[str, MaxLength(40)] = ""
    storyteller: Annotated[Texts, InVocabulary("storytelling")] = ()
    sections: Mapping[Section, str] = Field(default_factory=dict)  # the body of the file

    @classmethod
    def public_type(cls) -> type["Example"]:
        return Example

    @property
    def image_file(self) -> str:
        return self.image.file if self.image else ""
