"""Two at once, and what is cut short: nothing is doubled or lost, and it can be run again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from exempelbank.exceptions import ForgeDenied, ForgeError, ForgeUnavailable, GitError
from exempelbank.git.remote import Remote
from exempelbank.model.review import ReviewState
from exempelbank.pull_requests.place import Place
from tests.forge.fakes import MemoryForge
from tests.intake.builders import NOW
from tests.pull_requests.builders import ONE, Shared, acts

FIRST = {"Nr": "1"}
EDITED = {"Nr": "1", "Berätta": "Vi samlas klockan tio."}
SECOND = {"Nr": "2", "Rubrik": "Ett annat", "Inkom": "2026-03-03 09:15"}
BRANCH = f"svar/{ONE}"
LATER = NOW + timedelta(seconds=2)  # so that the commit is another


class SlowRemote(Remote):
    """Between looking and pushing, something happens elsewhere."""

    def __init__(self, place: Place, meanwhile: Callable[[], object]) -> None:
        super().__init__(place.git, str(place.remote.url))
        self.meanwhile = meanwhile

    def push(self, commits):
        self.meanwhile()
        self.meanwhile = lambda: None
        return super().push(commits)


def slowly(shared: Shared, meanwhile: Callable[[], object]) -> Place:
    place = shared.place()
    return Place(place.git, SlowRemote(place, meanwhile), place.main, place.forge, place.repository)


# ---- Two at once ----


def test_two_imports_at_once_make_no_doubles(shared):
    place = slowly(shared, lambda: shared.proposed(FIRST, SECOND))

    outcome = shared.proposed(FIRST, SECOND, place=place, now=LATER)

    assert outcome.is_whole and len(shared.heads()) == 2
    assert sorted(pull.head for pull in shared.state.pulls) == [*shared.heads()]


def test_the_one_who_was_late_still_brings_what_only_they_have(shared):
    place = slowly(shared, lambda: shared.proposed(FIRST))

    outcome = shared.proposed(FIRST, SECOND, place=place, now=LATER)

    assert outcome.is_whole and len(shared.heads()) == len(shared.state.pulls) == 2
    assert [step.action.value for step in outcome.plan.planned] == ["unchanged", "new"]


def test_a_person_who_pushes_meanwhile_is_not_written_over(shared):
    shared.proposed(FIRST)
    place = slowly(shared, lambda: shared.edit(BRANCH, {"content/pages/om.md": "# Om\n"}))

    outcome = shared.proposed(EDITED, place=place, now=LATER)

    assert acts(outcome) == {BRANCH: "comment"} and outcome.is_whole
    assert "# Om" in shared.text(BRANCH, "content/pages/om.md")


def test_two_first_loads_at_once_make_one_branch(shared):
    place = slowly(shared, lambda: shared.proposed(FIRST, SECOND, batch=True))

    shared.proposed(FIRST, SECOND, place=place, now=LATER, batch=True)

    assert len(shared.heads()) == len(shared.state.pulls) == 1


def test_the_same_response_in_two_branches_is_told_of(shared):
    place = slowly(shared, lambda: shared.proposed(FIRST, batch=True))
    shared.proposed(FIRST, place=place, now=LATER)

    shared.proposed(FIRST)

    assert len(shared.heads()) == 2
    assert [p.location.path for p in shared.problems.warnings] == [f"submissions/{ONE}.md"]


def test_a_pull_request_that_someone_else_opens_meanwhile_is_taken(shared):
    class SlowForge(MemoryForge):
        def open_pull_request(self, head, base, title, body):
            super().open_pull_request(head, base, title, body)
            return super().open_pull_request(head, base, title, body)

    shared.forge = SlowForge(shared.state)

    assert shared.proposed(FIRST).is_whole and len(shared.state.pulls) == 1


# ---- Cut short ----


class FailingForge(MemoryForge):
    """Fails once, at the call with this name."""

    def __init__(self, state, call: str, why: ForgeError) -> None:
        super().__init__(state)
        actual = getattr(self, call)

        def fail(*arguments, **named):
            setattr(self, call, actual)
            raise why

        setattr(self, call, fail)


CALLS = (
    "open_pull_request",
    "request_reviewers",
    "comments",
    "add_comment",
    "ensure_labels",
    "set_labels",
)


@pytest.mark.parametrize("call", CALLS)
def test_what_the_forge_did_not_take_is_said_and_made_the_next_time(shared, call):
    shared.with_accounts(anna_ek="anna-e")
    shared.forge = FailingForge(shared.state, call, ForgeUnavailable("forge", "does not answer"))

    failed = shared.proposed(FIRST, SECOND)
    again = shared.proposed(FIRST, SECOND)

    assert not failed.is_whole and all(branch.failed for branch in failed.branches)
    assert again.is_whole and len(shared.state.pulls) == 2
    for pull in shared.state.pulls:
        assert pull.labels == [ReviewState.RECEIVED.label] and pull.reviewers == ["anna-e"]
        assert len(pull.comments) == 1
    assert shared.proposed(FIRST, SECOND).branches == ()


def test_a_forge_that_answers_nothing_stops_it_before_anything_is_done(shared):
    why = ForgeDenied("forge", "the token is not taken")
    shared.forge = FailingForge(shared.state, "pull_requests", why)

    with pytest.raises(ForgeDenied):
        shared.proposed(FIRST)

    assert shared.heads() == {}


def test_a_branch_that_is_not_taken_is_said_with_the_reason(shared):
    hook = shared.bare / "hooks" / "update"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)

    failed = shared.proposed(FIRST)

    assert not failed.is_whole and "hook" in failed.branches[0].failed
    hook.unlink()
    assert shared.proposed(FIRST).is_whole and len(shared.state.pulls) == 1


def test_a_push_without_an_answer_is_found_the_next_time(shared):
    class LostAnswer(SlowRemote):
        def push(self, commits):
            super().push(commits)
            raise GitError("no answer")

    place = shared.place()
    lost = LostAnswer(place, lambda: None)

    failed = shared.proposed(
        FIRST, place=Place(place.git, lost, place.main, place.forge, place.repository)
    )

    assert [branch.failed for branch in failed.branches] == ["no answer"]
    assert shared.state.pulls == [] and [*shared.heads()] == [BRANCH]
    assert shared.proposed(FIRST).is_whole and len(shared.state.pulls) == 1


def test_two_with_the_same_moment_make_the_same_commit(shared):
    place = slowly(shared, lambda: shared.proposed(FIRST))

    assert shared.proposed(FIRST, place=place).is_whole and len(shared.state.pulls) == 1
