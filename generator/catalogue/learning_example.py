"""What the site may know of an example: its public fields when shown, nearly nothing when not."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Any, NamedTuple

from generator.model.example import CONTACT, Example, Section
from generator.model.record import Slug
from generator.model.review import Publication, ReviewState
from generator.model.submission import PublishedExample

# What no card, list or count shows; of lessons and review they show a part.
_TOLD_BY_ITSELF = {
    *("schema_version", "discussion_questions", "links", "image", "supplier", "storyteller"),
    *("contact_publish", *CONTACT, "sections", "lessons", "review"),
}


class Packed(Mapping[Section, str]):
    """The sections of an example that was remembered, unpacked when they are read: to plan a site
    takes none of them.
    """

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    @classmethod
    def of(cls, sections: Mapping[Section, str]) -> Packed:
        if isinstance(sections, Packed):
            return sections
        return cls(pickle.dumps({str(section): text for section, text in sections.items()}))

    @cached_property
    def _unpacked(self) -> Mapping[Section, str]:
        return {Section(name): text for name, text in pickle.loads(self._raw).items()}

    def __getitem__(self, section: Section) -> str:
        return self._unpacked[section]

    def __iter__(self) -> Iterator[Section]:
        return iter(self._unpacked)

    def __len__(self) -> int:
        return len(self._unpacked)

    def __repr__(self) -> str:
        return repr(self._unpacked)

    def __reduce__(self) -> tuple[Any, ...]:
        return Packed, (self._raw,)


class LearningExample(Example):
    """An example with a page of its own."""

    slug: Slug
    review: Publication  # without its log
    received: date | None = None  # the day the answer was sent

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).made_of, (self.__dict__ | {"sections": Packed.of(self.sections)},)

    def state_on(self, today: date) -> ReviewState:
        """Once its time has run out it needs review, whether or not anyone has acted."""
        if self.review.state == ReviewState.APPROVED and self.review.review_by < today:
            return ReviewState.NEEDS_REVIEW
        return self.review.state

    @property
    def listed(self) -> bool:
        """Stands in lists, counts and feeds."""
        return self.review.state.listed

    @property
    def face(self) -> Sequence[object]:
        """All that others show of it: cards, lists, names and counts."""
        review = self.review
        return (
            *(getattr(self, name) for name in _shown_by_others()),
            self.lessons[:1],
            (review.state, review.published, review.review_by),
        )

    @property
    def year(self) -> str:
        return str(self.review.published.year)


@cache
def _shown_by_others() -> Sequence[str]:
    return sorted(LearningExample.model_fields.keys() - _TOLD_BY_ITSELF)


class HiddenExample(NamedTuple):
    """Paused or withdrawn: its address still answers, without a word of it."""

    id: str
    slug: str
    state: ReviewState
    since: date


def shown_from(published: PublishedExample, slug: str) -> LearningExample | HiddenExample:
    review = published.review
    if not review.state.public:
        # Hiding is no new version: only the log knows the day of it.
        since = max([review.updated, *(entry.at.date() for entry in review.log[-1:])])
        return HiddenExample(published.id, slug, review.state, since)
    fields = {name: getattr(published, name) for name in Example.model_fields}
    if not published.contact_publish:
        fields |= dict.fromkeys(CONTACT, "")
    image = published.image
    if image and not (image.alt and image.photographer):
        fields["image"] = None
    sent = published.source.submitted_at
    fields |= {
        "slug": slug,
        "review": review.model_copy(update={"log": ()}) if review.log else review,
        "received": sent.date() if sent else None,
    }
    return LearningExample.made_of(fields)
