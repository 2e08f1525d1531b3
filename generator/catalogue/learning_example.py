"""What the site may know of an example: its public fields when shown, nearly nothing when not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.model.example import CONTACT, Example
from generator.model.record import Slug
from generator.model.review import Publication, ReviewState
from generator.model.submission import PublishedExample

# What its own page, sheet, feed entries, data and search tell of an example, and nothing else does.
_TOLD_BY_ITSELF = {
    *("schema_version", "discussion_questions", "links", "image", "supplier", "storyteller"),
    *("contact_publish", *CONTACT, "sections", "lessons", "review"),
}


class LearningExample(Example):
    """An example with a page of its own."""

    slug: Slug
    review: Publication  # without its log
    received: date | None = None  # the day the answer was sent

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


@dataclass(frozen=True, slots=True)
class HiddenExample:
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
