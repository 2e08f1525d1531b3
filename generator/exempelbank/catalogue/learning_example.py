"""What the site may know of an example: its public fields when shown, nearly nothing when not."""

from __future__ import annotations

import re
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
    """Paused, withdrawn, or not as it was approved: its address still answers, without a word of
    it.
    """

    id: str  # empty when its file can't be read
    slug: str
    state: ReviewState
    since: date | None  # None when its file can't be read
    refused: bool = False  # nobody has hidden it: something is wrong in its file


def public_example_from(published: PublishedExample, slug: str) -> LearningExample | HiddenExample:
    review = published.review
    if not review.state.public:
        return HiddenExample(published.id, slug, review.state, changed_on(review))
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


def refused_example(published: PublishedExample | LearningExample, slug: str) -> HiddenExample:
    """What stands at its address until what is wrong in its file has been put right."""
    since = changed_on(published.review)
    return HiddenExample(published.id, slug, ReviewState.PAUSED, since, refused=True)


def unreadable_example(raw: bytes, slug: str) -> HiddenExample | None:
    """The same, of a file that is no record. None when it does not say that it is published."""
    id, state = _ID_LINE.search(raw), _STATE_LINE.search(raw)
    if state is None:
        return None
    return HiddenExample(
        id=id[1].decode() if id else "",
        slug=slug,
        state=ReviewState.WITHDRAWN if state[1] == b"withdrawn" else ReviewState.PAUSED,
        since=None,
        refused=True,
    )


_STATE_LINE = re.compile(
    rb"^ +state: *[\"']?(approved|needs-review|archived|paused|withdrawn)\b", re.MULTILINE
)
_ID_LINE = re.compile(rb"^id: *[\"']?([A-Z]{1,6}-[0-9]{4}-[0-9A-Z]{3,8})\b", re.MULTILINE)


def changed_on(review: Publication) -> date:
    """Hiding is no new version: only the log knows the day of it."""
    return max([review.updated, *(entry.at.date() for entry in review.log[-1:])])
