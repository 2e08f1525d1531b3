"""Every forge answers every call in the same way."""

from __future__ import annotations

import pytest

from exempelbank.exceptions import ForgeNotFound, ForgeRefused
from exempelbank.forge.protocol import GATE, Forge
from exempelbank.forge.types import Label, PullRequestState, ReviewVerdict, StatusState
from tests.forge.fakes import ANNA, BOT, ForgeState, MemoryForge

MAIN, HEAD, NEWER = "a" * 40, "b" * 40, "c" * 40


@pytest.fixture
def state() -> ForgeState:
    state = ForgeState()
    state.push("main", MAIN)
    state.push("svar/FC-2026-001", HEAD)
    return state


@pytest.fixture
def forge(state: ForgeState) -> Forge:
    return MemoryForge(state)


def opened(forge: Forge) -> int:
    return forge.open_pull_request("svar/FC-2026-001", "main", "FC-2026-001", "Text").number


def test_a_branch_has_one_open_pull_request(forge):
    number = opened(forge)

    with pytest.raises(ForgeRefused):
        opened(forge)
    assert [pull.number for pull in forge.pull_requests(PullRequestState.OPEN)] == [number]


def test_the_head_of_a_pull_request_moves_with_its_branch(forge, state):
    number = opened(forge)
    state.push("svar/FC-2026-001", NEWER)

    assert forge.pull_request(number).head_commit == NEWER


def test_a_closed_one_is_neither_open_nor_merged(forge):
    number = opened(forge)
    forge.close_pull_request(number)
    forge.close_pull_request(number)

    assert forge.pull_request(number).state is PullRequestState.CLOSED
    assert not forge.pull_requests(PullRequestState.OPEN, "svar/FC-2026-001")
    assert forge.pull_requests(head="svar/FC-2026-001")


def test_labels_must_be_there_and_making_them_again_changes_nothing(forge):
    number = opened(forge)
    with pytest.raises(ForgeRefused):
        forge.set_labels(number, ["granskas"])
    for _ in range(2):
        forge.ensure_labels([Label("granskas", "1d6fa5"), Label("väntar", "aa5500")])
    forge.set_labels(number, ["granskas"])
    forge.set_labels(number, ["väntar"])

    assert forge.pull_request(number).labels == ("väntar",)


def test_who_opened_it_can_not_be_asked_to_review_it(forge):
    number = opened(forge)
    forge.request_reviewers(number, [ANNA])

    for nobody in (BOT, "finns-inte"):
        with pytest.raises(ForgeRefused):
            forge.request_reviewers(number, [nobody])


def test_a_comment_that_someone_changes_is_marked(forge, state):
    number = opened(forge)
    first = state.comment(ANNA, number, "/hjälp")
    own = forge.add_comment(number, "Hej å")
    before = forge.comments(number)
    forge.edit_comment(number, own.id, "Hej ö")
    state.edit_comment(ANNA, first.id, "/godkänn")
    after = forge.comments(number)

    assert [(said.by, said.by_person) for said in before] == [(ANNA, True), (BOT, False)]
    assert [said.edited for said in before] == [False, False]
    assert [(said.body, said.edited) for said in after] == [("/godkänn", True), ("Hej ö", True)]


def test_a_review_tells_what_was_read(forge, state):
    number = opened(forge)
    state.review(ANNA, number, "approved", "inte inblandad")
    state.push("svar/FC-2026-001", NEWER)
    (review,) = forge.reviews(number)

    assert (review.by, review.verdict, review.commit) == (ANNA, ReviewVerdict.APPROVED, HEAD)
    assert review.body == "inte inblandad" and not review.edited


def test_only_the_head_that_was_expected_is_merged(forge):
    number = opened(forge)
    with pytest.raises(ForgeRefused):  # the gate has said nothing
        forge.merge(number, HEAD)
    forge.set_status(HEAD, StatusState.SUCCESS, "Grinden släpper igenom.")
    with pytest.raises(ForgeRefused):
        forge.merge(number, NEWER)
    forge.merge(number, HEAD)

    assert forge.pull_request(number).state is PullRequestState.MERGED


def test_the_latest_status_counts(forge):
    for said in (StatusState.PENDING, StatusState.FAILURE):
        forge.set_status(HEAD, said, "Grinden säger nej.")
    (status,) = forge.statuses(HEAD)

    assert (status.context, status.state) == (GATE, StatusState.FAILURE)


def test_what_is_not_there_is_not_found(forge):
    with pytest.raises(ForgeNotFound):
        forge.pull_request(404)
