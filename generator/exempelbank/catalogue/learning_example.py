"""What the site may know of an example: its public fields when shown, nearly nothing when not."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from exempelbank.model.example import Example
from exempelbank.model.record import Slug
from exempelbank.model.review import Publication, ReviewState
from exempelbank.model.submission import PublishedExample
from exempelbank.rules.publication import public_fields, state_on


class LearningExample(Example):
    """An example with a page of its own."""

    slug: Slug
    review: Publication  # without its log
    received: date | None = None  # the day the answer was sent

    def state_on(self, today: date) -> ReviewState:
        return state_on(self.review, today)

    @property
    def listed(self) -> bool:
        """Stands in lists, counts and feeds."""
        return self.review.state.listed

    @property
    def year(self) -> str:
        return str(self.review.published.year)


class HiddenExample(NamedTuple):
    """Paused or withdrawn: its address still answers, without a word of it."""

    id: str
    slug: str
    state: ReviewState
    since: date


def public_example_from(published: PublishedExample, slug: str) -> LearningExample | HiddenExample:
    review = published.review
    if not review.state.public:
        # Hiding is no new version: only the log knows the day of it.
        since = max([review.updated, *(entry.at.date() for entry in review.log[-1:])])
        return HiddenExample(published.id, slug, review.state, since)
    fields = public_fields(published)
    image = published.image
    if image and not (image.alt and image.photographer):
        fields["image"] = None
    sent = published.source.submitted_at
    fields |= {
        "slug": slug,
        "review": review.model_copy(update={"log": ()}) if review.log else review,
        "received": sent.date() if sent else None,
    }
    return LearningExample.model_construct(**fields)
