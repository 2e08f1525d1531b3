"""A learning example: what its senders told, and nothing about how it was received or reviewed.

`Example` holds the public fields only. What is private stands in `Submission`, what publishing adds
in `PublishedExample`; so "may this reach the site?" is a question of type.
"""

import hashlib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

from pydantic import Field
from pydantic_core import to_json

from exempelbank import texts
from exempelbank.model.record import (
    AtMost,
    ExampleId,
    Items,
    LinkTo,
    Mailbox,
    Month,
    Needed,
    Part,
    Record,
    Term,
    Texts,
    YesNo,
)
from exempelbank.texts import N_


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
        return texts.pgettext("section", _HEADINGS[self])

    @property
    def at_most(self) -> int:
        """Length in characters."""
        return _LENGTHS[self]

    @property
    def needed(self) -> bool:
        """Must be told before approval."""
        return self in _NEEDED


_HEADINGS = {
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


@cache
def sections_by_heading() -> Mapping[str, Section]:
    """Headings in every language we speak: a file stays readable when a site changes language."""
    return {
        texts.in_language(language, "section", _HEADINGS[section]): section
        for language in texts.LANGUAGES
        for section in Section
    }


class Link(Part):
    title: Annotated[str, AtMost(80)] = ""
    url: Annotated[str, LinkTo()]


class Image(Part):
    """A picture in content/media. Without alt text and photographer it is not published."""

    file: str
    alt: Annotated[str, AtMost(160)] = ""
    photographer: str = ""


class Supplier(Part):
    name: Annotated[str, AtMost(160)]
    paid: YesNo | None = None  # was anyone paid to take part or to tell?


# Kept only where contact_publish is yes.
CONTACT = ("contact_role", "contact_name", "contact_email", "contact_phone")


class Example(Record):
    """The public fields. Order here is order in the file."""

    id: ExampleId
    title: Annotated[str, Needed(), AtMost(80)] = ""
    summary: Annotated[str, Needed(), AtMost(280)] = ""
    kind: Annotated[str, Needed(), Term("kinds")] = ""
    stage: Annotated[str, Needed(), Term("stages")] = ""
    started: Annotated[str, Month()] = ""
    ended: Annotated[str, Month()] = ""
    municipality: Annotated[str, Term("municipalities")] = ""
    district: Annotated[str, Term("districts")] = ""
    organisation: Annotated[str, Term("organisations")] = ""
    other_municipalities: Annotated[Texts, Term("municipalities")] = ()
    unit: Annotated[str, AtMost(100)] = ""
    provider: Annotated[str, Term("providers")] = ""
    work_areas: Annotated[Texts, Needed(), Items(3), Term("work_areas")] = ()
    support: Annotated[Texts, Term("support")] = ()
    target_groups: Annotated[Texts, Needed(), Items(3), Term("target_groups")] = ()
    roles: Annotated[Texts, Needed(), Items(5), Term("roles")] = ()
    focus_areas: Annotated[Texts, Needed(), Term("focus_areas")] = ()
    networks: Annotated[Texts, Term("networks")] = ()
    keywords: Annotated[Texts, Items(5), AtMost(30)] = ()
    perspectives: Annotated[Texts, Term("perspectives")] = ()
    evidence: Annotated[Texts, Needed(), Term("evidence")] = ()
    lessons: Annotated[Texts, Needed(), Items(5), AtMost(160)] = ()
    discussion_questions: Annotated[Texts, Items(3), AtMost(160)] = ()
    links: Annotated[tuple[Link, ...], Items(5)] = ()
    image: Image | None = None
    supplier: Supplier | None = None
    contact_publish: YesNo = False
    contact_role: Annotated[str, AtMost(100)] = ""
    contact_name: Annotated[str, AtMost(100)] = ""
    contact_email: Annotated[str, AtMost(100), Mailbox()] = ""
    contact_phone: Annotated[str, AtMost(40)] = ""
    storyteller: Annotated[Texts, Term("storytelling")] = ()
    sections: Mapping[Section, str] = Field(default_factory=dict)  # the body of the file

    @property
    def home(self) -> str:
        """The id of the municipality, or else of the organisation, that the example comes from."""
        return self.municipality or self.organisation

    def content_hash(self) -> str:
        """Of every public field and section, and of nothing else."""
        return hash_of(self.told())

    def told(self) -> dict[str, Any]:
        """Every public field and section that says something, in order of name."""
        values = self.__dict__
        return {
            name: value if isinstance(value, str) else _canonical(value)
            for name in _told()
            if (value := values[name]) or value is False
        }


def hash_of(values: Mapping[str, Any]) -> str:
    return "sha256:" + hashlib.sha256(to_json(values)).hexdigest()


@cache
def _told() -> Sequence[str]:
    return sorted(Example.model_fields.keys() - {"schema_version", "id"})


def _canonical(value: Any) -> Any:
    """As it is written in a file, with names in order."""
    match value:
        case tuple():
            return value if isinstance(value[0], str) else [_canonical(part) for part in value]
        case bool():
            return "yes" if value else "no"
        case Part():
            value = value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return {str(name): value[name] for name in sorted(value)}
    return value
