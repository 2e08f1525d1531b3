"""What remains of a contribution, and of its news, once it has been withdrawn: no word of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from exempelbank.model.content import NewsItem
from exempelbank.model.review import LogEntry, Review, ReviewState
from exempelbank.model.submission import Published, UnderReview
from exempelbank.model.trial_note import TrialNote

C = TypeVar("C", Published, UnderReview, Published | UnderReview)


def erased(contribution: C) -> C:
    """Its id, what a later import knows it by, its approval, and who did what when."""
    review = contribution.review
    log = without_notes(review.log)
    values: dict[str, Any] = {
        "id": contribution.id,
        "source": contribution.source,
        "review": Review(state=review.state, log=log)
        if isinstance(review, Review)
        else review.model_copy(update={"versions": (), "releases": (), "log": log}),
    }
    if isinstance(contribution, TrialNote):
        values["example"] = contribution.example
    return type(contribution)(**values)


def is_erased(contribution: Published | UnderReview) -> bool:
    """Is it withdrawn, with nothing left of it? The note of the log that says why may be there."""
    return contribution.review.state is ReviewState.WITHDRAWN and (
        without_log(contribution) == without_log(erased(contribution))
    )


def erased_news(item: NewsItem) -> NewsItem:
    """Its address stays, and says what that of its example says: readers see no title."""
    return NewsItem(
        id=item.id,
        title=item.example or item.id,
        kind=item.kind,
        draft=item.draft,
        published=item.published,
        example=item.example,
    )


def without_log(contribution: C) -> C:
    review = contribution.review.model_copy(update={"log": ()})
    return contribution.model_copy(update={"review": review})


def without_notes(log: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    return tuple(entry.model_copy(update={"note": ""}) for entry in log)
