"""What the answers to a form become: an example, a lead or a trial note."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from exempelbank.intake.form.field_kinds import (
    FIELD_KINDS,
    LEAD_FIELD_KINDS,
    NOTE_FIELD_KINDS,
    FieldKind,
)
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

    @property
    def field_kinds(self) -> Mapping[str, FieldKind]:
        """Of the fields that its form may ask for."""
        return _FIELD_KINDS[self]


_FIELD_KINDS = {
    ResponseKind.EXAMPLE: FIELD_KINDS,
    ResponseKind.LEAD: LEAD_FIELD_KINDS,
    ResponseKind.TRIAL_NOTE: NOTE_FIELD_KINDS,
}
