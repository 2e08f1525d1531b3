"""The state of a contribution, as a label of its pull request."""

from __future__ import annotations

from collections.abc import Iterable

from exempelbank.forge.types import Label
from exempelbank.model.review import ReviewState

_COLORS = {
    ReviewState.LEAD: "c5def5",
    ReviewState.RECEIVED: "0b5fa5",
    ReviewState.IN_REVIEW: "b45309",
    ReviewState.CHANGES_REQUESTED: "7a3e9d",
    ReviewState.APPROVED: "2f7d32",
}
_CLOSED = "6b7280"


def state_labels(states: Iterable[str]) -> tuple[Label, ...]:
    """In the order of the states; what is no state gives none."""
    present = {*states}
    return tuple(
        Label(state.label, _COLORS.get(state, _CLOSED)) for state in ReviewState if state in present
    )


def with_states(labels: Iterable[str], states: Iterable[str]) -> tuple[str, ...]:
    """The labels of a pull request with these states in place of those it had; what people have
    put there stays.
    """
    others = (label for label in labels if not tells_state([label]))
    return (*others, *(label.name for label in state_labels(states)))


def tells_state(labels: Iterable[str]) -> bool:
    return not {state.label for state in ReviewState}.isdisjoint(labels)
