"""The records around the examples: news, events, networks, focus areas, tips, initiatives.

Each is a file in content/<kind>/ whose name without suffix is its id and its address. `text` is the
body of the file, in Markdown.
"""

from datetime import date, datetime
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from exempelbank.model.example import SUMMARY_LENGTH, Link
from exempelbank.model.occasion import Occasion, in_order_of_time
from exempelbank.model.record import (
    Day,
    Email,
    ExampleId,
    FrozenModel,
    InDigits,
    InVocabulary,
    ListSize,
    MaxLength,
    Record,
    Slug,
    Texts,
    UrlWithScheme,
    YesNo,
)
from exempelbank.model.review import Release

Summary = Annotated[str, MaxLength(SUMMARY_LENGTH)]
FocusAreas = Annotated[Texts, InVocabulary("focus_areas")]
Networks = Annotated[Texts, InVocabulary("networks")]
Roles = Annotated[Texts, InVocabulary("roles")]
Municipalities = Annotated[Texts, InVocabulary("municipalities")]


class ContentRecord(Record):
    id: Slug
    title: Annotated[str, MaxLength(100)] = Field(min_length=1)
    summary: Summary = ""
    text: str = ""
    releases: tuple[Release, ...] = ()


class NewsItem(ContentRecord):
    """Shown from its day on, once it is no draft. One that tells of an example is shown only while
    the example is.
    """

    folder: ClassVar[str] = "content/news"

    kind: Annotated[str, InVocabulary("news_kinds")]
    draft: YesNo = False
    published: Day
    updated: Day | None = None
    example: ExampleId | None = None
    focus_areas: FocusAreas = ()
    networks: Networks = ()
    roles: Roles = ()
    municipalities: Municipalities = ()
    links: Annotated[tuple[Link, ...], ListSize(5)] = ()


def is_draft(record: Record) -> bool:
    """What nobody has said is more than that."""
    return isinstance(record, NewsItem) and record.draft


Count = Annotated[int, Field(ge=0, le=100_000), InDigits]


class RoleCount(FrozenModel):
    role: Annotated[str, InVocabulary("roles")]
    number: Count


class MunicipalityCount(FrozenModel):
    municipality: Annotated[str, InVocabulary("municipalities")]
    number: Count


class Event(ContentRecord):
    folder: ClassVar[str] = "content/events"

    kind: Annotated[str, InVocabulary("event_kinds")]
    # In order of time, however they stand in the file.
    occasions: Annotated[tuple[Occasion, ...], AfterValidator(in_order_of_time)] = Field(
        min_length=1
    )
    place: str = ""  # "Stadshuset, Huddinge"; empty when only digital
    address: str = ""  # of the place: a street, and how to find it
    digital: YesNo = False
    municipality: Annotated[str, InVocabulary("municipalities")] = ""  # where it is
    sign_up: Annotated[str, UrlWithScheme(("https", "mailto"))] = ""
    sign_up_by: Day | None = None
    cancelled: YesNo = False
    focus_areas: FocusAreas = ()
    networks: Networks = ()
    roles: Roles = ()
    credits: str = ""  # "7,5 hp"
    cost: str = ""  # empty: free of charge
    contact_email: Annotated[str, Email()] = ""  # empty: the network's, or else the office's
    updated: Day | None = None  # tells calendars that this replaces what they have
    preparation: Annotated[str, MaxLength(SUMMARY_LENGTH)] = ""
    # The ids of other events. What they say of this one is worked out: `catalogue.event_chains`.
    preparatory_event: Slug | None = None
    follow_up_event: Slug | None = None
    series: Annotated[str, MaxLength(100)] = ""  # the same name in all of its events
    # How many came, never who. What may be shown: `rules.participants`.
    participants: Count | None = None
    participants_by_role: tuple[RoleCount, ...] = ()
    participants_by_municipality: tuple[MunicipalityCount, ...] = ()

    @property
    def starts(self) -> date:
        return self.occasions[0].starts

    @property
    def ends(self) -> date:
        return max(self.occasions, key=lambda one: one.ends_at).ends

    @property
    def first_day(self) -> date:
        return self.occasions[0].first_day

    @property
    def last_day(self) -> date:
        return max(one.last_day for one in self.occasions)

    @property
    def starts_at(self) -> datetime:
        return self.occasions[0].starts_at

    @property
    def ends_at(self) -> datetime:
        return max(one.ends_at for one in self.occasions)

    def next_from(self, day: date) -> Occasion:
        """The first occasion that is not over by this day; the last one when all are."""
        return next((one for one in self.occasions if one.last_day >= day), self.occasions[-1])


class Network(ContentRecord):
    folder: ClassVar[str] = "content/networks"

    aliases: Texts = ()
    form: Annotated[str, InVocabulary("network_forms")]
    run: Annotated[str, InVocabulary("network_runs")]
    status: Annotated[str, InVocabulary("network_statuses")]
    for_whom: str = ""
    need: str = ""
    function: str = ""
    decided: Day | None = None
    decided_by: str = ""
    ended: Day | None = None
    learnt: str = ""  # by one that ended: why, and what came of it
    contact_email: Annotated[str, Email()] = ""  # a function's address; empty: the office's
    roles: Roles = ()
    focus_areas: FocusAreas = ()


class Period(FrozenModel):
    first: Annotated[int, Field(ge=2000, le=2100, alias="from"), InDigits]  # years, both included
    last: Annotated[int, Field(ge=2000, le=2100, alias="to"), InDigits]


class FocusArea(ContentRecord):
    folder: ClassVar[str] = "content/focus_areas"

    aliases: Texts = ()
    periods: tuple[Period, ...] = ()
    decided_by: str = ""
    questions: Texts = ()  # what the area wants to know


class Tip(ContentRecord):
    """A way of working, told as before - during - after."""

    folder: ClassVar[str] = "content/tips"

    goal: str = ""
    time: str = ""  # how long it takes: "30 minuter"
    before: Texts = ()
    during: Texts = ()
    after: Texts = ()
    roles: Roles = ()
    focus_areas: FocusAreas = ()
    examples: tuple[ExampleId, ...] = ()
    links: Annotated[tuple[Link, ...], ListSize(5)] = ()
    updated: Day | None = None


class Indicator(FrozenModel):
    name: str
    goal: str = ""
    outcome: str = ""
    measured: Day | None = None


class Initiative(ContentRecord):
    """An initiative (gemensam satsning): what is done, to what purpose, and how one will know."""

    folder: ClassVar[str] = "content/initiatives"

    status: Annotated[str, InVocabulary("initiative_statuses")]
    purpose: str = ""
    indicators: tuple[Indicator, ...] = ()
    starts: Day | None = None
    ends: Day | None = None
    focus_areas: FocusAreas = ()
    networks: Networks = ()
    municipalities: Municipalities = ()
    examples: tuple[ExampleId, ...] = ()
