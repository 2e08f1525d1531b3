"""A record of the site -> its front matter: ids, what they are called, and where they lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from exempelbank.catalogue import LearningExample
from exempelbank.markdown_pages import MarkdownPage
from exempelbank.model.content import ContentRecord, Event, Initiative, Network, NewsItem, Tip
from exempelbank.model.kinds import RECORD_KINDS
from exempelbank.model.record import FrozenModel, InVocabulary
from exempelbank.model.submission import PublishedExample
from exempelbank.model.trial_note import Outcome
from exempelbank.rules.participants import participants_shown
from exempelbank.rules.terms import has_ended
from exempelbank.site.context import RenderContext

PageRecord = LearningExample | ContentRecord
FieldValues = dict[str, Any]

# What is the body of the page, is told in other words, or is not shown by the site.
LEFT_OUT = frozenset(
    {
        *("schema_version", "text", "sections", "releases", "slug", "received", "draft"),
        *("image", "review", "published", "updated", "contact_publish"),
        *("participants", "participants_by_role", "participants_by_municipality"),
        *("example", "examples", "preparatory_event", "follow_up_event"),
    }
)
_KINDS = {kind.record: kind.name for kind in RECORD_KINDS}


@dataclass(frozen=True)
class FrontMatter:
    context: RenderContext
    aliases: Mapping[str, tuple[str, ...]]  # by address: where it was before

    def of(self, record: PageRecord) -> FieldValues:
        """In the order of the model. What is empty is left out."""
        kind = PublishedExample if isinstance(record, LearningExample) else type(record)
        fields: FieldValues = {"record": _KINDS[kind], **self._fields(record)}
        fields |= self._more(record)
        return without_empty(fields | self._address(self.context.urls.of(record)))

    def of_page(self, page: MarkdownPage) -> FieldValues:
        front = page.front_matter
        return without_empty(
            {
                "record": "page",
                "title": front.title,
                "summary": front.description,
                "lastmod": plain(front.updated),
                **self._address(page.address),
            }
        )

    def _address(self, address: str) -> FieldValues:
        return {
            "url": f"/{address}",
            "aliases": [f"/{old}" for old in self.aliases.get(address, ())],
            "source_url": self.context.urls.full(address),
        }

    def _fields(self, part: FrozenModel) -> FieldValues:
        kind = type(part)
        return {
            field.alias or name: self._value(kind, name, getattr(part, name))
            for name, field in kind.model_fields.items()
            if name not in LEFT_OUT
        }

    def _value(self, kind: type[FrozenModel], name: str, value: Any) -> Any:
        if isinstance(value, tuple):
            return [one for each in value if (one := self._value(kind, name, each)) is not None]
        if isinstance(value, FrozenModel):
            return without_empty(self._fields(value))
        vocabulary = kind.constraint(name, InVocabulary)
        return self._term(vocabulary.vocabulary, value) if vocabulary and value else plain(value)

    def _term(self, vocabulary: str, id: str) -> FieldValues | None:
        """None when it has a page of its own, and that is not shown."""
        if vocabulary not in ("focus_areas", "networks"):
            return {"id": id, "label": self.context.settings.label(vocabulary, id)}
        record = self._with_pages.get((vocabulary, id))
        return self._reference(record) if record else None

    @cached_property
    def _with_pages(self) -> Mapping[tuple[str, str], ContentRecord]:
        catalogue = self.context.catalogue
        areas = {("focus_areas", one.id): one for one in catalogue.focus_areas}
        return areas | {("networks", one.id): one for one in catalogue.networks}

    def _reference(self, record: PageRecord) -> FieldValues:
        address = self.context.urls.of(record)
        return {"id": record.id, "label": record.title, "url": f"/{address}"}

    def _more(self, record: PageRecord) -> FieldValues:
        match record:
            case LearningExample():
                return self._of_example(record)
            case NewsItem():
                example = record.example and self.context.catalogue.example(record.example)
                return {
                    "example": self._reference(example) if example else None,
                    "date": record.published.isoformat(),
                    "lastmod": plain(record.updated),
                }
            case Event():
                return self._of_event(record)
            case Network() if has_ended(record, self.context.settings):
                return {"contact_email": ""}  # nobody answers there
            case Network():
                return {"learnt": ""}  # told when it has ended
            case Tip() | Initiative():
                examples = self.context.catalogue.examples_named(record.examples)
                return {
                    "examples": [self._reference(one) for one in examples],
                    "lastmod": plain(record.updated) if isinstance(record, Tip) else None,
                }
        return {}

    def _of_example(self, example: LearningExample) -> FieldValues:
        review, context = example.review, self.context
        state = example.state_on(context.today)
        picture = context.catalogue.images.get(example.id)
        return {
            "state": {"id": state.value, "label": state.label},
            "version": review.version,
            "versions": [self._fields(version) for version in review.versions],
            "review_by": review.review_by.isoformat(),
            "date": review.published.isoformat(),
            "lastmod": review.updated.isoformat(),
            "image": {
                "src": f"/{picture_path(example)}",
                "alt": example.image.alt,
                "photographer": example.image.photographer,
                "width": picture.width,
                "height": picture.height,
            }
            if picture and example.image
            else None,
            "trial_notes": [
                without_empty(self._fields(note))
                for note in context.catalogue.trial_notes_on(example)
            ],
        }

    def _of_event(self, event: Event) -> FieldValues:
        others = {one.id: one for one in self.context.catalogue.events}
        over = event.last_day < self.context.today and not event.cancelled
        named = {
            "preparatory_event": others.get(event.preparatory_event or ""),
            "follow_up_event": others.get(event.follow_up_event or ""),
        }
        return {
            "participants": participants_shown(event) if over else None,
            "ical": f"/{calendar_path(event, self.context)}",
            "lastmod": plain(event.updated),
            **{name: self._reference(one) for name, one in named.items() if one},
        }


def picture_path(example: LearningExample) -> str:
    return f"media/{example.slug}.jpg"


def calendar_path(event: Event, context: RenderContext) -> str:
    return f"{context.urls.of(event)}{event.id}.ics"


def plain(value: Any) -> Any:
    """As YAML has it; days are text, so that all read the same."""
    if isinstance(value, Outcome):
        return {"id": value.value, "label": value.label}
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    return value.isoformat() if isinstance(value, date) else value


def without_empty(fields: FieldValues) -> FieldValues:
    """Nought is a value."""
    return {
        name: value
        for name, value in fields.items()
        if value is not None and value is not False and value not in ("", [], {})
    }
