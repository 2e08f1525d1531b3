"""What the site may know of a trial note: its public fields when shown, its id when not."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from exempelbank.catalogue.learning_example import changed_on
from exempelbank.model.review import Publication
from exempelbank.model.submission import PublishedTrialNote
from exempelbank.model.trial_note import TrialNote
from exempelbank.rules.publication import public_fields


class PublicTrialNote(TrialNote):
    """One that stands on the page of its example."""

    review: Publication  # without its log


class HiddenTrialNote(NamedTuple):
    """Paused, withdrawn, archived or not as it was approved, or its example is hidden: readers of
    feeds are told so.
    """

    id: str
    since: date | None  # None when that is not known


def public_trial_note_from(published: PublishedTrialNote) -> PublicTrialNote | HiddenTrialNote:
    review = published.review
    if not review.state.listed:
        return HiddenTrialNote(published.id, changed_on(review))
    fields = public_fields(published)
    return PublicTrialNote.model_construct(
        **fields, review=review.model_copy(update={"log": ()}) if review.log else review
    )
