"""One issue for each week: written once, changed when something has, closed in the next one."""

from __future__ import annotations

import pytest

from exempelbank.exceptions import ForgeRefused
from exempelbank.forge.reminder_issue import LABEL, MARK, Reminder, publish_reminder
from tests.forge.fakes import ANNA

WEEK, NEXT = Reminder("Vecka 49", "- FC-2026-001: 3 dagar"), Reminder("Vecka 50", "- FC-2026-002")


def shown(state):
    return [(issue.title, issue.is_open, issue.body) for issue in state.issues]


def test_the_same_week_has_one_issue_however_often_it_is_written(forge, state):
    for _ in range(2):
        publish_reminder(forge, WEEK)
    publish_reminder(forge, Reminder(WEEK.title, "- FC-2026-001: 4 dagar"))

    assert shown(state) == [("Vecka 49", True, f"{MARK}\n- FC-2026-001: 4 dagar")]


def test_writing_it_again_asks_for_no_change(fake, state):
    from exempelbank.forge.connecting import forge_at

    forge = forge_at(fake.address, fake.token())
    publish_reminder(forge, WEEK)
    fake.asked.clear()
    publish_reminder(forge, WEEK)

    assert not [asked for asked in fake.asked if not asked.startswith(("GET", "POST /api/graphql"))]


def test_the_next_week_has_another_and_the_earlier_one_is_closed(forge, state):
    for reminder in (WEEK, NEXT):
        publish_reminder(forge, reminder)

    assert [row[:2] for row in shown(state)] == [("Vecka 49", False), ("Vecka 50", True)]


def test_when_nothing_waits_the_issue_is_closed_and_none_is_opened(forge, state):
    publish_reminder(forge, WEEK)

    assert publish_reminder(forge, Reminder("Vecka 49", "")) is None
    assert [row[:2] for row in shown(state)] == [("Vecka 49", False)]


def test_what_somebody_else_has_written_is_left_alone(forge, state):
    forge.ensure_labels([LABEL])
    state.open_issue(ANNA, "Vecka 49", f"{MARK}\nMin egen", [LABEL.name])
    publish_reminder(forge, WEEK)

    assert shown(state)[0] == ("Vecka 49", True, f"{MARK}\nMin egen")
    assert len(state.issues) == 2


def test_nothing_is_written_where_others_can_read(forge, state):
    state.visibility = "internal"

    with pytest.raises(ForgeRefused):
        publish_reminder(forge, WEEK)
    assert not state.issues
