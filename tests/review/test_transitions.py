"""Who may make which move."""

import dataclasses

import pytest

from exempelbank.model.review import Handling, ReviewState
from exempelbank.problems import Problems
from exempelbank.review.transitions import (
    Transition,
    apply_transition,
    assign_handler,
    check_assignment,
    check_transition,
)
from tests.builders import moment, sample_settings
from tests.review.builders import a_ready_one, errors_in, in_state, saying, stored

SETTINGS = sample_settings()
NOW = moment("2026-03-16 09:15")

# Written out here once more, so that a change of the model's table is noticed.
LEGAL = """
lead -> received declined withdrawn
received -> in-review declined withdrawn
in-review -> changes-requested approved declined withdrawn
changes-requested -> in-review declined withdrawn
declined -> in-review withdrawn
withdrawn ->
approved -> approved needs-review archived paused withdrawn
needs-review -> approved archived paused withdrawn
archived -> approved paused withdrawn
paused -> approved archived withdrawn
"""
ALLOWED = {
    (ReviewState(state), ReviewState(next_state))
    for state, _arrow, next_states in (line.partition(" ->") for line in LEGAL.strip().splitlines())
    for next_state in next_states.split()
}


@pytest.mark.parametrize("next_state", ReviewState)
@pytest.mark.parametrize("state", ReviewState)
def test_only_the_legal_moves_pass(state, next_state):
    problems = Problems()
    check_transition(
        in_state(state), Transition(next_state, "anna-ek", "Because."), SETTINGS, problems
    )

    illegal = saying(
        f"{in_state(state).document.path} review.state",
        "what is “{state}” can't become “{next}”",
        state=state.label,
        next=next_state.label,
    )
    assert errors_in(problems) == ([] if (state, next_state) in ALLOWED else [illegal])


@pytest.mark.parametrize("next_state", ReviewState)
@pytest.mark.parametrize(
    ("reviewer", "says"),
    [
        ("nobody-knows", "“{reviewer}” is not in the list of reviewers"),
        ("david-hassel", "{name} no longer reviews"),
    ],
)
def test_no_move_is_made_by_one_who_is_not_listed_or_not_at_work(reviewer, says, next_state):
    resting = SETTINGS.reviewers["david-hassel"].model_copy(update={"active": False})
    settings = dataclasses.replace(
        SETTINGS, reviewers={**SETTINGS.reviewers, "david-hassel": resting}
    )
    for state in ReviewState:
        problems = Problems()
        check_transition(
            in_state(state), Transition(next_state, reviewer, "Because."), settings, problems
        )

        place = f"{in_state(state).document.path} review.state"
        words = {"reviewer": reviewer, "name": "David Hassel"}
        assert saying(place, says, **words) in errors_in(problems)


@pytest.mark.parametrize(("state", "next_state"), sorted(ALLOWED))
def test_what_takes_an_example_away_needs_a_reason(state, next_state):
    problems = Problems()
    check_transition(in_state(state), Transition(next_state, "anna-ek", " "), SETTINGS, problems)

    missing = saying(f"{in_state(state).document.path} review.state", "the reason is missing")
    needed = next_state in (ReviewState.PAUSED, ReviewState.WITHDRAWN)
    if next_state is ReviewState.DECLINED and state is not ReviewState.LEAD:
        said = "the reason is missing, and the sender is to hear it"
        missing, needed = saying(f"{in_state(state).document.path} review.state", said), True
    assert errors_in(problems) == ([missing] if needed else [])


def test_a_move_is_logged_and_the_rest_of_the_file_stays():
    before = stored(a_ready_one())
    after = apply_transition(before, Transition(ReviewState.DECLINED, "anna-ek", "Not ours."), NOW)

    assert after.data["review"]["state"] == "declined"
    assert after.data["review"]["log"] == [
        {
            "at": "2026-03-16T09:15:00+01:00",
            "by": "anna-ek",
            "did": "declined",
            "note": "Not ours.",
        }
    ]
    assert after.body == before.document.body


def test_whoever_takes_it_into_review_handles_it():
    received = stored(a_ready_one(review={"state": ReviewState.RECEIVED, "handled": None}))
    after = apply_transition(received, Transition(ReviewState.IN_REVIEW, "anna-ek"), NOW)

    assert after.data["review"]["handled"] == {"by": "anna-ek", "not_involved": "no"}


def test_a_handler_stays_when_it_comes_back_from_its_sender():
    waiting = stored(a_ready_one(review={"state": ReviewState.CHANGES_REQUESTED}))
    after = apply_transition(waiting, Transition(ReviewState.IN_REVIEW, "anna-ek"), NOW)

    assert after.data["review"]["handled"]["by"] == "bo-lind"


def test_taking_on_what_has_come_in_begins_its_review():
    received = stored(a_ready_one(review={"state": ReviewState.RECEIVED, "handled": None}))
    after = assign_handler(received, Handling(by="anna-ek", not_involved=True), NOW)

    assert after.data["review"]["state"] == "in-review"
    assert after.data["review"]["handled"] == {"by": "anna-ek", "not_involved": "yes"}


@pytest.mark.parametrize("state", ReviewState)
def test_only_what_is_not_decided_can_be_taken_on(state):
    problems = Problems()
    check_assignment(in_state(state), "anna-ek", SETTINGS, problems)

    undecided = state in ("lead", "received", "in-review", "changes-requested")
    refused = saying(
        f"{in_state(state).document.path} review.state",
        "what is “{state}” can't be handled",
        state=state.label,
    )
    assert errors_in(problems) == ([] if undecided else [refused])
