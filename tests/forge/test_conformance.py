"""Every forge answers every call in the same way, and so does the one without a network."""

from __future__ import annotations

from datetime import timedelta

import pytest

from exempelbank.exceptions import ForgeNotFound, ForgeRefused
from exempelbank.forge.protocol import GATE, Forge
from exempelbank.forge.types import Label, PullRequestState, ReviewVerdict, StatusState, Visibility
from tests.forge.conftest import HEAD, MAIN, NEWER
from tests.forge.fakes import ANNA, BO, STRANGER

BRANCH = "svar/FC-2026-001"
LABELS = [Label("granskas", "1d6fa5", "En granskare läser"), Label("väntar", "aa5500")]


def opened(forge: Forge, branch: str = BRANCH) -> int:
    return forge.open_pull_request(branch, "main", "FC-2026-001", "Text").number


@pytest.mark.parametrize("visibility", Visibility)
def test_it_tells_who_may_see_the_repository(forge, state, visibility):
    state.visibility = visibility.value
    repository = forge.repository()

    assert repository.visibility is visibility
    assert (repository.name, repository.default_branch) == ("forum-carpe/bank", "main")
    assert repository.may_push and "t_" not in repository.clone_url


def test_a_branch_has_one_open_pull_request(forge):
    number = opened(forge)

    with pytest.raises(ForgeRefused):
        opened(forge)
    (pull,) = forge.pull_requests(PullRequestState.OPEN)
    assert (pull.number, pull.title, pull.body) == (number, "FC-2026-001", "Text")
    assert (pull.head, pull.head_commit, pull.base) == (BRANCH, HEAD, "main")
    assert pull.author == forge.own_account()


def test_a_branch_that_is_not_there_has_none(forge):
    with pytest.raises((ForgeRefused, ForgeNotFound)):
        opened(forge, "svar/FC-2026-404")


def test_a_list_is_read_to_its_end_the_newest_first(forge, state):
    for number in range(7):
        state.push(f"svar/{number}", HEAD)
        opened(forge, f"svar/{number}")

    assert [pull.head for pull in forge.pull_requests()] == [f"svar/{n}" for n in range(6, -1, -1)]


def test_those_that_nothing_has_happened_to_need_not_be_read(forge, state):
    first, second = opened(forge), opened_elsewhere(forge, state)
    state.comment(ANNA, first, "Hej")
    since = forge.pull_request(second).updated_at + timedelta(seconds=1)

    assert [pull.number for pull in forge.pull_requests(changed_since=since)] == [first]


def opened_elsewhere(forge: Forge, state) -> int:
    state.push("annan", HEAD)
    return opened(forge, "annan")


def test_a_branch_of_a_fork_is_another_one(forge, state):
    state.accounts[STRANGER].role = "read"
    number = state.open_pull(STRANGER, BRANCH, "main", "Mitt", "", from_fork=True).number

    assert forge.pull_request(number).from_fork
    assert not forge.pull_requests(head=BRANCH)
    assert not forge.pull_request(opened(forge)).from_fork


def test_the_head_of_a_pull_request_moves_with_its_branch(forge, state):
    number = opened(forge)
    state.push(BRANCH, NEWER)

    assert forge.pull_request(number).head_commit == NEWER


def test_title_and_body_can_be_changed_each_by_itself(forge):
    number = opened(forge)
    forge.edit_pull_request(number, title="FC-2026-001: ändrad")
    pull = forge.edit_pull_request(number, body="Ny text")

    assert (pull.title, pull.body) == ("FC-2026-001: ändrad", "Ny text")


def test_a_closed_one_is_neither_open_nor_merged(forge, state):
    number = opened(forge)
    forge.close_pull_request(number)
    forge.close_pull_request(number)
    state.push(BRANCH, NEWER)

    closed = forge.pull_request(number)
    assert (closed.state, closed.head_commit) == (PullRequestState.CLOSED, HEAD)
    assert not forge.pull_requests(PullRequestState.OPEN, BRANCH)
    assert not forge.pull_requests(PullRequestState.MERGED, BRANCH)
    assert forge.pull_requests(head=BRANCH) == [closed]


def test_it_knows_a_closed_one_by_its_branch_when_that_is_gone(forge, state):
    number = opened(forge)
    forge.close_pull_request(number)
    del state.branches[BRANCH]

    assert [pull.number for pull in forge.pull_requests(head=BRANCH)] == [number]


def test_making_labels_again_changes_nothing(forge, state):
    number = opened(forge)
    for _ in range(2):
        forge.ensure_labels(LABELS)
    forge.set_labels(number, ["granskas"])
    forge.set_labels(number, ["väntar"])

    assert forge.pull_request(number).labels == ("väntar",)
    assert state.labels["granskas"] == ("1d6fa5", "En granskare läser")


def test_reviewers_are_asked_beside_those_who_have_been(forge, state):
    number = opened(forge)
    forge.request_reviewers(number, [ANNA])
    forge.request_reviewers(number, [BO])

    assert state.pull(number).reviewers == [ANNA, BO]
    for nobody in (forge.own_account(), "finns-inte"):
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

    authors = [(ANNA, True), (forge.own_account(), False)]
    assert [(said.by, said.by_person) for said in before] == authors
    assert before[1] == own and not any(said.edited for said in before)
    assert [(said.body, said.edited) for said in after] == [("/godkänn", True), ("Hej ö", True)]


def test_a_conversation_is_read_to_its_end_the_oldest_first(forge, state):
    number = opened(forge)
    for word in range(8):
        state.comment(ANNA, number, str(word))

    assert [said.body for said in forge.comments(number)] == [str(word) for word in range(8)]


def test_words_of_an_account_that_is_gone_are_nobodys(forge, state):
    number = opened(forge)
    state.comment(ANNA, number, "/godkänn")
    del state.accounts[ANNA]
    (said,) = forge.comments(number)

    assert (said.by, said.by_person) == ("", False)


def test_a_review_tells_what_was_read(forge, state):
    number = opened(forge)
    state.review(ANNA, number, "approved", "inte inblandad")
    state.push(BRANCH, NEWER)
    (review,) = forge.reviews(number)

    assert (review.by, review.by_person, review.verdict) == (ANNA, True, ReviewVerdict.APPROVED)
    assert review.commit == HEAD and not review.edited
    assert review.body == ("" if forge.kind == "gitlab" else "inte inblandad")


def test_an_objection_is_a_verdict(forge, state):
    number = opened(forge)
    state.review(ANNA, number, "changes-requested", "Stryk namnet")

    assert [each.verdict for each in forge.reviews(number)] == [ReviewVerdict.CHANGES_REQUESTED]


def test_a_review_that_is_not_sent_is_none(forge, state):
    number = opened(forge)
    state.review(ANNA, number, "pending", "inte klar")

    assert [each for each in forge.reviews(number) if each.body] == []


def test_only_a_verified_signature_names_who_wrote(forge, state):
    number = opened(forge)
    before = forge.commits(number)
    state.sign(HEAD, ANNA)

    assert [(each.commit, each.by) for each in before] == [(HEAD, "")]
    assert forge.commits(number)[0].by == ("" if forge.kind == "gitlab" else ANNA)


def test_only_the_head_that_was_expected_is_merged(forge, state):
    number = opened(forge)
    with pytest.raises(ForgeRefused):  # the gate has said nothing
        forge.merge(number, HEAD)
    forge.set_status(HEAD, StatusState.SUCCESS, "Grinden släpper igenom.", "https://k.example/1")
    with pytest.raises(ForgeRefused):
        forge.merge(number, NEWER)
    forge.merge(number, HEAD)

    assert forge.pull_request(number).state is PullRequestState.MERGED
    assert state.branches["main"] != MAIN


def test_the_latest_status_counts_and_may_be_said_again(forge):
    for said in (StatusState.PENDING, StatusState.PENDING, StatusState.FAILURE):
        forge.set_status(HEAD, said, "Grinden säger nej. " * 8)
    (status,) = forge.statuses(HEAD)

    assert (status.context, status.state) == (GATE, StatusState.FAILURE)
    assert status.text.startswith("Grinden säger nej.")


def test_a_status_belongs_to_a_commit_that_is_there(forge):
    with pytest.raises(ForgeRefused):
        forge.set_status("d" * 40, StatusState.SUCCESS, "Ja")


def test_one_issue_can_be_found_changed_closed_and_opened(forge, state):
    opened(forge)
    forge.ensure_labels(LABELS)
    state.label_pull(1, ["väntar"])  # a pull request is not among them
    issue = forge.open_issue("Det som väntar", "Inget", "väntar")
    for is_open in (False, False, True, True):
        forge.edit_issue(issue.number, "Det som väntar", f"Öppen: {is_open}", is_open)
        (found,) = forge.issues("väntar")

        assert (found.is_open, found.body) == (is_open, f"Öppen: {is_open}")
        assert found.author == forge.own_account()


def test_what_is_not_there_is_not_found(forge):
    for question in (forge.pull_request, forge.comments, forge.reviews, forge.commits):
        with pytest.raises(ForgeNotFound):
            question(404)
