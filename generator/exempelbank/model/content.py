"""The records around the examples: news, events, networks, focus areas, tips, initiatives.

Each is a file in content/<kind>/ whose name without suffix is its id and its address. `text` is the
body of the file, in Markdown.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from exempelbank.model.example import SUMMARY_LENGTH, Link
from exempelbank.model.occasion import Occasion, in_order_of_time
from exempelbank.model.record import (
    Day,
    Decimal,
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
    place: str = ""  # "Stadshuset, Ekby"; empty when only digital
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


Year = Annotated[int, Field(ge=2000, le=2100), InDigits]


class Period(FrozenModel):
    first: Annotated[Year, Field(alias="from")]  # both included
    last: Annotated[Year, Field(alias="to")]


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


class PartMeasurement(FrozenModel):
    """What a measurement came to for a part of those measured, such as women."""

    group: Annotated[str, MaxLength(40)]
    value: Decimal | None = None
    people: Count | None = None


class Measurement(FrozenModel):
    """`value`: None when it is not told, as of fewer than five people: see `rules.measurements`."""

    day: Day
    point: Annotated[str, MaxLength(60)] = ""  # of the measuring point: "efter 3 månader"
    value: Decimal | None = None
    people: Count | None = None  # how many were measured; None where it is no matter of people
    parts: Annotated[tuple[PartMeasurement, ...], ListSize(6)] = ()


def by_day(measurements: Iterable[Measurement]) -> tuple[Measurement, ...]:
    return tuple(sorted(measurements, key=lambda one: one.day))


class Indicator(FrozenModel):
    """`goal` and `outcome` are words. As numbers, the goal is `at_least` or `at_most`, or both, and
    the outcome a series.
    """

    name: str
    goal: str = ""
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    unit: Annotated[str, MaxLength(30)] = ""  # of the values and the goal: "%"
    counts_people: YesNo = False  # the values are themselves numbers of people
    group: str = ""  # whom it is measured among
    measured_by: str = ""
    outcome: str = ""
    measured: Day | None = None
    # In order of time, however they stand in the file.
    values: Annotated[tuple[Measurement, ...], AfterValidator(by_day)] = ()


class Funding(FrozenModel):
    source: str
    amount: Annotated[int, Field(ge=0), InDigits] | None = None  # kronor
    first: Annotated[Year | None, Field(alias="from")] = None  # years, both included
    last: Annotated[Year | None, Field(alias="to")] = None


class Initiative(ContentRecord):
    """An initiative (gemensam satsning): what is done, to what purpose, and how one will know."""

    folder: ClassVar[str] = "content/initiatives"

    status: Annotated[str, InVocabulary("initiative_statuses")]
    level: Annotated[str, InVocabulary("initiative_levels")] = ""
    purpose: str = ""
    for_whom: str = ""
    target_groups: Annotated[Texts, InVocabulary("target_groups")] = ()
    owner: str = ""  # who answers for it: a function, never a person
    funding: Annotated[tuple[Funding, ...], ListSize(10)] = ()
    indicators: tuple[Indicator, ...] = ()
    starts: Day | None = None
    ends: Day | None = None
    focus_areas: FocusAreas = ()
    networks: Networks = ()
    municipalities: Municipalities = ()
    organisations: Annotated[Texts, InVocabulary("organisations")] = ()
    examples: tuple[ExampleId, ...] = ()
