"""The words for what the log says that someone did."""

from __future__ import annotations

from collections.abc import Mapping

from exempelbank.i18n import N_, pgettext
from exempelbank.model.review import ReviewState

APPROVALS = frozenset({"approved", "revised", "renewed"})  # by which an example is published
_ACTIONS: Mapping[str, str] = {
    "handled": N_("deed", "took it on"),
    "recorded": N_("deed", "wrote down what was told"),
    "tied": N_("deed", "tied the answer to its lead"),
    "follow-up": N_("deed", "decided when to come back to it"),
    "checklist": N_("deed", "answered the checklist"),
    "revised": N_("deed", "approved a new version"),
    "renewed": N_("deed", "approved it for another period"),
    "released": N_("deed", "released it"),
    "updated": N_("deed", "updated it from the form"),
    "letter-receipt": N_("deed", "wrote that it has come"),
    "letter-question": N_("deed", "asked the sender"),
    "letter-proof": N_("deed", "sent the page for the sender to read"),
    "letter-published": N_("deed", "wrote that it is out"),
    "letter-declined": N_("deed", "wrote why it is declined"),
    "letter-renewal": N_("deed", "asked whether it is still right"),
    "letter-call": N_("deed", "asked whether we may call"),
    "letter-invitation": N_("deed", "asked them to tell of it"),
}


def action_text(did: str) -> str:
    """`did`: of a log entry. The word itself when a person has written one of their own."""
    if did in list(ReviewState):
        return ReviewState(did).label
    return pgettext("deed", _ACTIONS[did]) if did in _ACTIONS else did
