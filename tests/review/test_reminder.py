"""The week's reminder: what waits, how long and for whom, and nothing of what was sent in."""

from __future__ import annotations

from datetime import UTC, datetime

from exempelbank.forge.types import PullRequest, PullRequestState
from exempelbank.model.review import ReviewState
from exempelbank.review.queue import QueueEntry, QueueGroup
from exempelbank.review.reminder import weekly_reminder

NOW = datetime(2026, 12, 3, 9, tzinfo=UTC)
HOSTILE = "![x](https://spion.example) @alla #1 [klicka](https://x.example)"


def an_entry(**values: object) -> QueueEntry:
    entry = {
        "id": "FC-2026-004",
        "title": "Bildstöd i Sundbyberg",
        "path": "submissions/FC-2026-004.md",
        "group": QueueGroup.IN_REVIEW,
        "state": ReviewState.IN_REVIEW,
        "home": "Sundbyberg, Kajsa Berg",
        "handler": "Bo Lind",
        "since": None,
        "days": 12,
        "waits_for": "väntar på Bo Lind",
    }
    return QueueEntry(**(entry | values))  # type: ignore[arg-type]


def a_pull(**values: object) -> PullRequest:
    pull = {
        "number": 7,
        "head": "svar/FC-2026-009",
        "head_commit": "a" * 40,
        "from_fork": False,
        "base": "main",
        "title": HOSTILE,
        "body": HOSTILE,
        "state": PullRequestState.OPEN,
        "author": "x",
        "labels": (ReviewState.RECEIVED.label, HOSTILE),
        "updated_at": datetime(2026, 12, 1, 9, tzinfo=UTC),
        "url": "https://kod.example/7",
    }
    return PullRequest(**(pull | values))  # type: ignore[arg-type]


def test_it_says_what_waits_how_long_and_for_whom():
    later = an_entry(id="FC-2026-005", group=QueueGroup.REVIEW_AHEAD, days=None)
    reminder = weekly_reminder([an_entry(), later], [], NOW)

    assert "49" in reminder.title and "2026" in reminder.title
    assert "- FC-2026-004: 12 " in reminder.body and "Bo Lind" in reminder.body
    assert reminder.body.index("FC-2026-004") < reminder.body.index("### ", 10)


def test_it_holds_neither_titles_nor_who_has_sent_something_in():
    reminder = weekly_reminder([an_entry()], [a_pull()], NOW)

    assert not [
        word
        for word in ("Bildstöd", "Sundbyberg", "Kajsa", "spion", "@alla")
        if word in reminder.body + reminder.title
    ]


def test_a_pull_request_is_told_by_its_number_its_id_and_its_state():
    body = weekly_reminder([], [a_pull(), a_pull(number=8, head=HOSTILE, labels=())], NOW).body

    assert f"- #7 FC-2026-009 ({ReviewState.RECEIVED.label}): " in body
    assert "\n- #8: " in body


def test_a_name_is_a_name_and_calls_nobody():
    body = weekly_reminder([an_entry(waits_for=HOSTILE)], [], NOW).body

    assert r"\@alla" in body and r"\#1" in body and "![" not in body


def test_when_nothing_waits_it_is_empty():
    assert weekly_reminder([], [], NOW).body == ""


def test_what_has_changed_since_a_fixed_day_is_not_told_of_as_future():
    body = weekly_reminder([], [a_pull()], NOW.replace(year=2025)).body

    assert ": " in body and "-" not in body.split("- #7 FC-2026-009", 1)[1].splitlines()[0]
