"""One issue that says what waits: a new one each week, so that the forge mails those who watch."""

from __future__ import annotations

from dataclasses import dataclass

from exempelbank.exceptions import ForgeRefused
from exempelbank.forge.protocol import Forge
from exempelbank.forge.types import Issue, Label, Visibility
from exempelbank.i18n import _

# Its name is what the issues are found by: a translated one would be another.
LABEL = Label("exempelbank", "1d6fa5")
MARK = "<!-- exempelbank:reminder -->"


@dataclass(frozen=True, slots=True)
class Reminder:
    title: str  # with the week: the same all week, and another the next
    body: str  # "" when nothing waits


def publish_reminder(forge: Forge, reminder: Reminder) -> Issue | None:
    """The issue of this week, edited or opened; those of earlier weeks are closed. None: nothing
    waits. To do it again changes nothing. Raises ForgeError.
    """
    if forge.repository().visibility is not Visibility.PRIVATE:
        raise ForgeRefused(
            forge.where,
            _("the project is not private, so nothing is written there"),
            _("Make it private. exempelbank forge check says where."),
        )
    forge.ensure_labels([LABEL])
    own = forge.own_account()
    written = [
        issue
        for issue in forge.issues(LABEL.name)
        if issue.author == own and issue.body.startswith(MARK)
    ]
    body = f"{MARK}\n{reminder.body}"
    current = next((issue for issue in written if issue.title == reminder.title), None)
    for issue in written:
        if issue.is_open and (issue is not current or not reminder.body):
            forge.edit_issue(issue.number, issue.title, issue.body, is_open=False)
    if not reminder.body:
        return None
    if current is None:
        return forge.open_issue(reminder.title, body, LABEL.name)
    if current.body != body or not current.is_open:
        forge.edit_issue(current.number, current.title, body)
    return current
