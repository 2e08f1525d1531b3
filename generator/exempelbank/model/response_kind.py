"""What the answers to a form become: an example, a lead or a trial note."""

from __future__ import annotations

from enum import StrEnum

from exempelbank.model.review import ReviewState
from exempelbank.model.submission import Submission, TrialNoteSubmission


class ResponseKind(StrEnum):
    EXAMPLE = "example"
    LEAD = "lead"
    TRIAL_NOTE = "trial-note"

    @property
    def record(self) -> type[Submission] | type[TrialNoteSubmission]:
        return TrialNoteSubmission if self is ResponseKind.TRIAL_NOTE else Submission

    @property
    def state(self) -> ReviewState:
        """That it begins in."""
        return ReviewState.LEAD if self is ResponseKind.LEAD else ReviewState.RECEIVED

    @property
    def needs_consent(self) -> bool:
        """A lead is never published as it stands, so nobody has to agree to that."""
        return self is not ResponseKind.LEAD
