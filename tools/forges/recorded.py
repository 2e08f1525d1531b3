"""Every call of our protocol, asked of a fake, and what it answered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from exempelbank.forge.connecting import forge_at
from exempelbank.forge.protocol import Forge
from exempelbank.forge.types import Label, PullRequestState, StatusState
from tests.forge.fakes import ANNA, BO, BOT, FAKES, FakeForge, ForgeState
from tests.forge.fakes.server import Answer

Recorded = tuple[str, str, Answer]  # method, path, answer
MAIN, HEAD, BRANCH = "a" * 40, "b" * 40, "svar/FC-2026-001"
LABELS = [Label("granskas", "1d6fa5", "En granskare läser")]


def a_state() -> ForgeState:
    state = ForgeState()
    for branch, commit in (("main", MAIN), (BRANCH, HEAD), ("svar/FC-2026-002", HEAD)):
        state.push(branch, commit)
    state.sign(HEAD, ANNA)
    state.accounts[BOT].role = "admin"
    return state


def walk(forge: Forge, state: ForgeState) -> None:
    """Every call of the protocol, once at least."""
    forge.repository()
    number = forge.open_pull_request(BRANCH, "main", "FC-2026-001", "Text").number
    other = forge.open_pull_request("svar/FC-2026-002", "main", "FC-2026-002", "").number
    forge.edit_pull_request(other, title="FC-2026-002: ny", body="Ny text")
    forge.close_pull_request(other)
    forge.ensure_labels(LABELS)
    forge.set_labels(number, ["granskas"])
    forge.request_reviewers(number, [ANNA])
    own = forge.add_comment(number, "Hej")
    forge.edit_comment(number, own.id, "Hej igen")
    for verdict in ("approved", "changes-requested", "commented"):
        state.review(BO if verdict == "commented" else ANNA, number, verdict, "Läst")
    for state_of_gate in (StatusState.PENDING, StatusState.SUCCESS):
        forge.set_status(HEAD, state_of_gate, "Grinden", "https://kod.example/1")
    issue = forge.open_issue("Det som väntar", "Inget", "granskas")
    forge.edit_issue(issue.number, "Det som väntar", "Inget", is_open=False)
    for classic in (False, True):
        state.rules.classic = classic
        forge.branch_rules("main")
    forge.repository_rules()
    for question in (forge.pull_request, forge.comments, forge.reviews, forge.commits):
        question(number)
    forge.statuses(HEAD), forge.issues("granskas"), forge.own_account()
    forge.merge(number, HEAD)
    for each in (None, *PullRequestState):
        forge.pull_requests(each)


@contextmanager
def recording(kind: str) -> Iterator[tuple[FakeForge, list[Recorded]]]:
    """The fake, and what it has answered."""
    fake = FAKES[kind](a_state(), page_size=100)
    recorded: list[Recorded] = []
    answer = fake.answer

    def answer_and_record(method: str, url: str, *rest: Any) -> Answer:
        found = answer(method, url, *rest)
        recorded.append((method, url.partition("?")[0].removeprefix("/api/v3"), found))
        return found

    fake.answer = answer_and_record  # type: ignore[method-assign]
    with fake.serving():
        yield fake, recorded


def answers_of(kind: str) -> list[Recorded]:
    with recording(kind) as (fake, recorded):
        walk(forge_at(fake.address, fake.token()), fake.state)
        return [each for each in recorded if each[2].status < 300]
