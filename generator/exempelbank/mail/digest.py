"""Catalogue -> Digest: what is new in a period, what is coming, and a question for the meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from exempelbank.catalogue import Catalogue, LearningExample
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.i18n import _
from exempelbank.model.content import Event, FocusArea, Network, NewsItem
from exempelbank.settings import Municipality, Settings
from exempelbank.text.normalization import normalised

MOST_EVENTS = 6
_LOOK_AHEAD = timedelta(days=92)

Topic = Municipality | Network | FocusArea


@dataclass(frozen=True, slots=True)
class MeetingQuestion:
    text: str
    example: LearningExample | None = None  # the one it is asked about


@dataclass(frozen=True, slots=True)
class Digest:
    since: date
    until: date  # both days included
    topic: str  # the name of a municipality, network or focus area; empty for everything
    examples: tuple[LearningExample, ...]  # new and revised, the newest first
    news: tuple[NewsItem, ...]
    events: tuple[Event, ...]
    question: MeetingQuestion

    @property
    def empty(self) -> bool:
        return not (self.examples or self.news or self.events)

    def is_new(self, example: LearningExample) -> bool:
        return self.since <= example.review.published


def build_digest(
    catalogue: Catalogue, since: date, until: date, topic: Topic | None = None
) -> Digest:
    """`since` and `until` are both part of the period. `topic`: only what concerns it."""
    examples = tuple(
        example
        for example in _examples(catalogue, topic)
        if since <= example.review.updated <= until and example.review.published <= until
    )
    listed = {example.id for example in examples}
    news = tuple(
        item
        for item in catalogue.news_on(until)
        if item.published >= since and item.example not in listed and _concerns(topic, item)
    )
    events = [
        event
        for event in catalogue.events_from(until)
        if not event.cancelled
        and event.next_from(until).first_day <= until + _LOOK_AHEAD
        and _concerns(topic, event)
    ]
    return Digest(
        since,
        until,
        _name(topic),
        examples,
        news,
        tuple(events[:MOST_EVENTS]),
        question_from(examples, catalogue, until),
    )


def topic_from(wording: str, catalogue: Catalogue, settings: Settings) -> Topic | None:
    """What someone means by "Huddinge", "IPS" or "psykisk-halsa"."""
    if term := settings.vocabulary("municipalities").find(wording):
        return next(place for place in settings.municipalities if place.id == term.id)
    if term := settings.vocabulary("networks").find(wording):
        return catalogue.network(term.id)
    if term := settings.vocabulary("focus_areas").find(wording):
        return next((area for area in catalogue.focus_areas if area.id == term.id), None)
    return None


def question_from(
    examples: Iterable[LearningExample], catalogue: Catalogue, day: date
) -> MeetingQuestion:
    """From a new example if one asks something, else from the focus area of the day."""
    for example in examples:
        if example.discussion_questions:
            return MeetingQuestion(example.discussion_questions[0], example)
    for area in catalogue.focus_areas_on(day).current:
        if area.questions:
            return MeetingQuestion(area.questions[0])
    return MeetingQuestion(_("What do we do that another unit would want to hear about?"))


def address_of_question(question: MeetingQuestion, urls: UrlBuilder) -> str:
    """The page made for a workplace meeting."""
    if not question.example:
        return urls.section("examples")
    return urls.section("examples", question.example.slug, urls.inner.apt)


def _name(topic: Topic | None) -> str:
    if topic is None:
        return ""
    return normalised(topic.label if isinstance(topic, Municipality) else topic.title)


def _examples(catalogue: Catalogue, topic: Topic | None) -> tuple[LearningExample, ...]:
    match topic:
        case Municipality():
            return catalogue.examples_from(topic.id)
        case Network():
            return catalogue.examples_of(topic)
        case FocusArea():
            return catalogue.examples_in(topic)
    return catalogue.examples


def _concerns(topic: Topic | None, record: NewsItem | Event) -> bool:
    match topic:
        case Municipality():
            return _concerns_municipality(topic, record)
        case Network():
            return topic.id in record.networks
        case FocusArea():
            return topic.id in record.focus_areas
    return True


def _concerns_municipality(municipality: Municipality, record: NewsItem | Event) -> bool:
    """What concerns no municipality in particular concerns them all; so does what is online."""
    if isinstance(record, Event):
        return record.digital or record.municipality in ("", municipality.id)
    return not record.municipalities or municipality.id in record.municipalities
