"""The questions that a reviewer answers about a contribution."""

from __future__ import annotations

from exempelbank.model.contribution import Contribution
from exempelbank.model.trial_note import TrialNote
from exempelbank.settings import ChecklistItem, Settings


def checklist_of(contribution: Contribution, settings: Settings) -> tuple[ChecklistItem, ...]:
    """All of them; of a trial note those that are not marked as being of examples alone."""
    is_note = isinstance(contribution, TrialNote)
    return tuple(item for item in settings.checklist if item.trial_notes or not is_note)
