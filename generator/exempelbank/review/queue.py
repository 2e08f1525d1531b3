"""What waits for someone, in the order in which it should be looked at; and for whom it waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from exempelbank.files.paths import NEWER
from exempelbank.i18n import N_, _, pgettext
from exempelbank.model.content import NewsItem
from exempelbank.model.review import ReviewState
from exempelbank.model.submission import Published, UnderReview
from exempelbank.problems import Problems
from exempelbank.records import record_files
from exempelbank.review.news import news_drafts
from exempelbank.review.readiness import check_ready
from exempelbank.review.repository import (
    StoredContribution,
    StoredRecord,
    published,
    submissions,
)
from exempelbank.rules.origin import origin_label
from exempelbank.rules.people import handler_name
from exempelbank.rules.publication import state_on
from exempelbank.settings import Settings

REVIEW_AHEAD = timedelta(days=90)  # a sender who is asked now has time to answer


class QueueGroup(StrEnum):
    """In the order in which someone should look at them."""

    DUE = "due"
    EDITED = "edited"
    RECEIVED = "received"
    IN_REVIEW = "in-review"
    CHANGES_REQUESTED = "changes-requested"
    LEAD = "lead"
    PAUSED = "paused"
    NEWS_DRAFT = "news-draft"
    NEEDS_REVIEW = "needs-review"
    REVIEW_AHEAD = "review-ahead"

    @property
    def label(self) -> str:
        if self in _LABELS:
            return pgettext("queue", _LABELS[self])
        return ReviewState(self.value).label


_LABELS = {
    QueueGroup.DUE: N_("queue", "Time to come back to"),
    QueueGroup.EDITED: N_("queue", "Changed after the approval"),
    QueueGroup.NEWS_DRAFT: N_("queue", "Drafts of news"),
    QueueGroup.REVIEW_AHEAD: N_("queue", "To be reviewed again within 90 days"),
}
_GROUPS = list(QueueGroup)
_WITH_A_GROUP = {group.value for group in QueueGroup}


@dataclass(frozen=True, slots=True)
class QueueEntry:
    id: str
    title: str
    path: str
    group: QueueGroup
    state: ReviewState | None  # None: news has none
    home: str  # the municipality's or organisation's name, or what the sender wrote
    handler: str  # a reviewer's name; empty: nobody yet
    since: date | None
    days: int | None  # that it has waited; None: its day is yet to come
    waits_for: str  # who is to do what, in words
    remarks: tuple[str, ...] = ()  # what else there is to know of it


def load_queue(root: Path, settings: Settings, today: date, problems: Problems) -> list[QueueEntry]:
    newer = {path.stem for path in record_files(root / NEWER)}
    entries = [
        _entry_of(stored, group, newer, settings, today)
        for stored in _contributions(root, settings, problems)
        if (group := _group_of(stored.record, today))
    ]
    entries += [
        _entry_of_news(stored, settings, today)
        for stored in news_drafts(root, Problems(), settings)
    ]
    return sorted(
        entries,
        key=lambda entry: (_GROUPS.index(entry.group), entry.since or date.max, entry.id),
    )


def _contributions(
    root: Path, settings: Settings, problems: Problems
) -> Iterator[StoredContribution]:
    yield from submissions(root, problems, settings)
    yield from published(root, problems, settings)


def _group_of(contribution: UnderReview | Published, today: date) -> QueueGroup | None:
    """None: it waits for nobody."""
    state = state_on(contribution.review, today)
    if isinstance(contribution, UnderReview):
        follow_up = contribution.review.follow_up
        if state.value in _WITH_A_GROUP and follow_up and follow_up <= today:
            return QueueGroup.DUE
    elif state.public and contribution.review.content_hash != contribution.content_hash():
        return QueueGroup.EDITED
    elif state is ReviewState.APPROVED:
        ahead = contribution.review.review_by <= today + REVIEW_AHEAD
        return QueueGroup.REVIEW_AHEAD if ahead else None
    return QueueGroup(state.value) if state.value in _WITH_A_GROUP else None


def _entry_of(
    stored: StoredContribution,
    group: QueueGroup,
    newer: set[str],
    settings: Settings,
    today: date,
) -> QueueEntry:
    example = stored.record
    since = _since(example)
    return QueueEntry(
        id=example.id,
        title=example.title,
        path=stored.document.path,
        group=group,
        state=state_on(example.review, today),
        home=origin_label(example, settings),
        handler=handler_name(example, settings),
        since=since,
        days=(today - since).days if since and since <= today else None,
        waits_for=_("waits to be approved again, or for the old text to be put back")
        if group is QueueGroup.EDITED
        else _waits_for(stored, settings, today),
        remarks=tuple(_remarks(example, group, newer)),
    )


def _entry_of_news(stored: StoredRecord[NewsItem], settings: Settings, today: date) -> QueueEntry:
    """By the id of its example, if it tells of one. What is wrong in it is told by `check`."""
    item = stored.record
    name = item.example or item.id
    return QueueEntry(
        id=name,
        title=item.title,
        path=stored.document.path,
        group=QueueGroup.NEWS_DRAFT,
        state=None,
        home=", ".join(settings.label("municipalities", id) for id in item.municipalities),
        handler="",
        since=item.published,
        days=(today - item.published).days if item.published <= today else None,
        waits_for=_("waits for someone to read {path}").format(path=stored.document.path),
        remarks=(f"exempelbank publish-news {name} --by {_('REVIEWER')}",),
    )


def _waits_for(stored: StoredContribution, settings: Settings, today: date) -> str:
    example = stored.record
    handler = handler_name(example, settings)
    match state_on(example.review, today):
        case ReviewState.IN_REVIEW if isinstance(example, UnderReview):
            problems = Problems()
            check_ready(StoredRecord(stored.document, example), settings, problems)
            if problems.errors:
                return _("waits for {name} to get it ready").format(
                    name=handler or _("someone to take it on")
                )
            return _("waits for approval by someone else than {name}").format(name=handler)
        case ReviewState.LEAD if handler:
            return _("{name} keeps in touch").format(name=handler)
        case ReviewState.CHANGES_REQUESTED:
            return _("waits for the sender to answer")
        case ReviewState.PAUSED:
            return _("waits to be approved again, archived or withdrawn")
        case ReviewState.NEEDS_REVIEW | ReviewState.APPROVED:
            return _("ask the sender whether it still holds")
        case _:
            return _("waits for someone to take it on")


def _remarks(example: UnderReview | Published, group: QueueGroup, newer: set[str]) -> Iterator[str]:
    if isinstance(example, Published):
        if group is not QueueGroup.PAUSED:
            yield _("to be reviewed again by {day}").format(day=example.review.review_by)
        return
    review = example.review
    if review.follow_up:
        yield _("come back to it on {day}").format(day=review.follow_up)
    if example.revises:
        yield _("a new version of {id}").format(id=example.revises)
    if example.id in newer:
        yield newer_remark(example.id)


def newer_remark(id: str) -> str:
    return _(
        "a newer answer has come from the form: exempelbank take-newer {id} --by REVIEWER"
    ).format(id=id)


def _since(example: UnderReview | Published) -> date | None:
    if isinstance(example, Published):
        paused = [entry.at for entry in example.review.log if entry.did == ReviewState.PAUSED]
        if example.review.state is ReviewState.PAUSED and paused:
            return paused[-1].date()
        return example.review.review_by
    moment = example.source.submitted_at
    if moment is None and example.review.log:
        moment = example.review.log[0].at
    return moment.date() if moment else None
