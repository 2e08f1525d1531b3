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
_AHEAD = timedelta(days=92)

About = Municipality | Network | FocusArea


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    example: LearningExample | None = None  # the one it is asked about


@dataclass(frozen=True, slots=True)
class Digest:
    since: date
    until: date  # both days included
    about: str  # a municipality, network or focus area; empty for everything
    examples: tuple[LearningExample, ...]  # new and revised, the newest first
    news: tuple[NewsItem, ...]
    events: tuple[Event, ...]
    question: Question

    @property
    def empty(self) -> bool:
        return not (self.examples or self.news or self.events)

    def is_new(self, example: LearningExample) -> bool:
        return self.since <= example.review.published


def digest_of(
    catalogue: Catalogue, settings: Settings, since: date, until: date, about: About | None = None
) -> Digest:
    examples = tuple(
        one
        for one in _examples(catalogue, about)
        if since <= one.review.updated <= until and one.review.published <= until
    )
    told = {one.id for one in examples}
    news = tuple(
        item
        for item in catalogue.news_on(until)
        if item.published >= since and item.example not in told and _of(about, item)
    )
    events = [
        event
        for event in catalogue.events_from(until)
        if not event.cancelled
        and event.next_from(until).starts.date() <= until + _AHEAD
        and _of(about, event)
    ]
    return Digest(
        since,
        until,
        _name(about),
        examples,
        news,
        tuple(events[:MOST_EVENTS]),
        question_from(examples, catalogue, until),
    )


def about_from(wording: str, catalogue: Catalogue, settings: Settings) -> About | None:
    """What someone means by "Huddinge", "IPS" or "psykisk-halsa"."""
    if term := settings.vocabulary("municipalities").find(wording):
        return next(place for place in settings.municipalities if place.id == term.id)
    if term := settings.vocabulary("networks").find(wording):
        return catalogue.network(term.id)
    if term := settings.vocabulary("focus_areas").find(wording):
        return next((area for area in catalogue.focus_areas if area.id == term.id), None)
    return None


def question_from(examples: Iterable[LearningExample], catalogue: Catalogue, day: date) -> Question:
    """From a new example if one asks something, else from the focus area of the day."""
    for example in examples:
        if example.discussion_questions:
            return Question(example.discussion_questions[0], example)
    for area in catalogue.focus_areas_on(day).current:
        if area.questions:
            return Question(area.questions[0])
    return Question(_("What do we do that another unit would want to hear about?"))


def address_of_question(question: Question, urls: UrlBuilder) -> str:
    """The page made for a workplace meeting."""
    if not question.example:
        return urls.section("examples")
    return urls.section("examples", question.example.slug, urls.inner.apt)


def _name(about: About | None) -> str:
    if about is None:
        return ""
    return normalised(about.label if isinstance(about, Municipality) else about.title)


def _examples(catalogue: Catalogue, about: About | None) -> tuple[LearningExample, ...]:
    match about:
        case Municipality():
            return catalogue.examples_from(about.id)
        case Network():
            return catalogue.examples_of(about)
        case FocusArea():
            return catalogue.examples_in(about)
    return catalogue.examples


def _of(about: About | None, record: NewsItem | Event) -> bool:
    match about:
        case Municipality():
            return _concerns(about, record)
        case Network():
            return about.id in record.networks
        case FocusArea():
            return about.id in record.focus_areas
    return True


def _concerns(place: Municipality, record: NewsItem | Event) -> bool:
    """What concerns no municipality in particular concerns them all; so does what is online."""
    if isinstance(record, Event):
        return record.digital or record.municipality in ("", place.id)
    return not record.municipalities or place.id in record.municipalities
