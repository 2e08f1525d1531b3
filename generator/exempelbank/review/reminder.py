"""The queue and the open pull requests -> the week's reminder, in our own words.

It holds ids, states, days and the reviewers' names. Never a title, nor who has sent something in:
what stands in an issue is sent on by mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from exempelbank.forge.reminder_issue import Reminder
from exempelbank.forge.types import PullRequest
from exempelbank.i18n import _, ngettext
from exempelbank.model.review import ReviewState
from exempelbank.review.queue import QueueEntry
from exempelbank.rules.branch_names import id_in_branch


def weekly_reminder(
    waiting: Sequence[QueueEntry], pulls: Sequence[PullRequest], now: datetime
) -> Reminder:
    year, week, _weekday = now.date().isocalendar()
    title = _("What waits, week {week} of {year}").format(week=week, year=year)
    if not waiting and not pulls:
        return Reminder(title, "")
    parts = [*_queue_parts(waiting), *_pull_parts(pulls, now)]
    end = _("exempelbank queue says more. The reminder is written by the tool each week.")
    return Reminder(title, "\n\n".join([*parts, end]))


def _queue_parts(waiting: Iterable[QueueEntry]) -> Iterator[str]:
    rows = list(waiting)
    for group in dict.fromkeys(row.group for row in rows):
        lines = [_entry_line(row) for row in rows if row.group is group]
        yield "\n".join([f"### {group.label}", "", *lines])


def _entry_line(row: QueueEntry) -> str:
    words = [row.waits_for, *row.remarks]
    if row.days is not None:
        words.insert(0, _days(row.days))
    return f"- {row.id}: {_plain('; '.join(words))}"


def _pull_parts(pulls: Sequence[PullRequest], now: datetime) -> Iterator[str]:
    if not pulls:
        return
    longest_first = sorted(pulls, key=lambda pull: (pull.updated_at, pull.number))
    lines = [_pull_line(pull, now) for pull in longest_first]
    yield "\n".join(["### " + _("Open pull requests"), "", *lines])


def _pull_line(pull: PullRequest, now: datetime) -> str:
    """With the id in the branch that the tool has made, and the states among the labels: a title,
    another branch and another label may say anything.
    """
    days = max(0, (now.date() - pull.updated_at.astimezone(now.tzinfo).date()).days)
    words = [f"#{pull.number}"]
    if id := id_in_branch(pull.head):
        words.append(id)
    if states := [state.label for state in ReviewState if state.label in pull.labels]:
        words.append(f"({', '.join(states)})")
    unchanged = _("unchanged for {days}").format(days=_days(days))
    return f"- {' '.join(words)}: {unchanged}"


def _days(days: int) -> str:
    return ngettext("{n} day", "{n} days", days).format(n=days)


def _plain(text: str) -> str:
    """A reviewer's name is a name, and neither a link, an image nor a call to somebody."""
    return re.sub(r"([\\`*_\[\]<>!#@~|&])", r"\\\1", text)
