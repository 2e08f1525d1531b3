"""Catalogue -> Digest: what is new in a period, what is coming, and a question for the meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from exempelbank.catalogue import Catalogue, LearningExample, PublicTrialNote
from exempelbank.catalogue.topics import Topic, mailout_topics
from exempelbank.catalogue.urls import UrlBuilder
from exempelbank.i18n import _
from exempelbank.model.content import Event, NewsItem
from exempelbank.settings import Settings

MOST_EVENTS = 6
_LOOK_AHEAD = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class MeetingQuestion:
    text: str
    example: LearningExample | None = None  # the one it is asked about


class Trial(NamedTuple):
    note: PublicTrialNote
    example: LearningExample


@dataclass(frozen=True, slots=True)
class Digest:
    since: date
    until: date  # both days included
    topic: Topic | None  # None: everything
    examples: tuple[LearningExample, ...]  # new and revised, the newest first
    trials: tuple[Trial, ...]  # what others say who have tried one, the newest first
    news: tuple[NewsItem, ...]
    events: tuple[Event, ...]
    question: MeetingQuestion

    @property
    def empty(self) -> bool:
        return not (self.examples or self.trials or self.news or self.events)

    def is_new(self, example: LearningExample) -> bool:
        return self.since <= example.review.published


def build_digest(
    catalogue: Catalogue, since: date, until: date, topic: Topic | None = None
) -> Digest:
    """`since` and `until` are both part of the period. `topic`: only what concerns it."""
    examples = tuple(
        example
        for example in catalogue.examples
        if _is_about(topic, example)
        and since <= example.review.updated <= until
        and example.review.published <= until
    )
    trials = sorted(
        (
            Trial(note, example)
            for example in catalogue.examples
            for note in catalogue.trial_notes_on(example)
            if since <= note.review.updated <= until and _is_of_trial(topic, note, example)
        ),
        key=lambda trial: (trial.note.review.updated, trial.note.id),
        reverse=True,
    )
    listed = {example.id for example in examples}
    news = tuple(
        item
        for item in catalogue.news_on(until)
        if item.published >= since and item.example not in listed and _is_about(topic, item)
    )
    events = [
        event
        for event in catalogue.events_from(until)
        if not event.cancelled
        and event.next_from(until).first_day <= until + _LOOK_AHEAD
        and _is_about(topic, event)
    ]
    return Digest(
        since,
        until,
        topic,
        examples,
        tuple(trials),
        news,
        tuple(events[:MOST_EVENTS]),
        question_from(examples, catalogue, until),
    )


def topic_from(wording: str, catalogue: Catalogue, settings: Settings) -> Topic | None:
    """What someone means by "Ekby", "IPS", "psykisk-halsa" or "nyheter"."""
    topics = mailout_topics(catalogue, settings)
    if by_word := next((topic for topic in topics if topic.word == wording.strip()), None):
        return by_word
    known = {(topic.kind, topic.id): topic for topic in topics}
    for kind in dict.fromkeys(topic.kind for topic in topics if topic.id):
        if (term := settings.vocabulary(kind).find(wording)) and (kind, term.id) in known:
            return known[kind, term.id]
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
    return urls.sheet(question.example.slug)


def _is_about(topic: Topic | None, record: LearningExample | NewsItem | Event) -> bool:
    if topic is None:
        return True
    if not topic.id:
        return isinstance(record, _ALL_OF[topic.kind])
    if topic.kind not in _PLACES:
        return topic.id in getattr(record, topic.kind)
    # What concerns no municipality in particular concerns them all; so does what is online. And
    # what concerns all of a municipality concerns each part of it.
    place = topic.place or topic.id
    match record:
        case LearningExample() if topic.kind == "districts" and record.district:
            return record.district == topic.id
        case LearningExample():
            return place in (record.origin, *record.other_municipalities)
        case NewsItem():
            return not record.municipalities or place in record.municipalities
        case Event():
            # Who is in no municipality comes from anywhere.
            anywhere = record.digital or not topic.in_municipality
            return anywhere or record.municipality in ("", place)


def _is_of_trial(topic: Topic | None, note: PublicTrialNote, example: LearningExample) -> bool:
    """It concerns whom its example does, and the place where it was tried."""
    places = {"districts": note.district, "municipalities": note.origin}
    places["organisations"] = note.origin
    is_here = topic is not None and bool(topic.id) and topic.id == places.get(topic.kind)
    return is_here or _is_about(topic, example)


_PLACES = ("municipalities", "districts", "organisations")
_ALL_OF: Mapping[str, type] = {"examples": LearningExample, "news": NewsItem, "events": Event}
